// The chat: what is said is sent at once, the answer shown as it comes, and the thread kept in view.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const chat = () => $("[data-chat]");
  const box = () => $(".thread-box");
  const LINES = "application/x-ndjson";

  // The key tells one sending from another; `crypto.randomUUID` is not there over plain http.
  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // The end of the thread is kept in view, unless the person has scrolled up to read.
  let isFollowing = true;
  const isAtEnd = () => box().scrollHeight - box().scrollTop - box().clientHeight < 80;
  const toEnd = () => {
    box().scrollTop = box().scrollHeight;
    isFollowing = true;
    $("[data-to-end]").hidden = true;
  };
  const follow = () => {
    if (isFollowing) toEnd();
    else $("[data-to-end]").hidden = false;
  };

  // What is under way: its own bubbles stand behind the thread until the thread has them.
  const underway = new Map();

  const item = (className, ...parts) => {
    const made = document.createElement("li");
    made.className = className;
    made.append(...parts);
    return made;
  };
  const paragraph = (className, text) => {
    const made = document.createElement("p");
    made.className = className;
    made.textContent = text;
    return made;
  };

  const begin = (key, text) => {
    const texts = chat().dataset;
    const said = paragraph("said", text);
    said.dir = "auto";
    const mine = item("bubble mine", paragraph("sr-only", `${texts.you}:`), said);
    mine.dataset.key = key;
    const words = paragraph("said", "");
    words.dir = "auto";
    const thinking = paragraph("thinking", texts.thinking);
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.className = "btn";
    cancel.dataset.size = "sm";
    cancel.dataset.variant = "ghost";
    cancel.textContent = texts.cancel;
    const answer = item("bubble theirs coming", words, thinking, cancel);
    const one = { key, text, mine, answer, words, thinking, standsIn: null, shown: null };
    cancel.addEventListener("click", () => stop(one));
    // An answer that comes at once needs no sign that it is thought about.
    one.shown = setTimeout(() => {
      $("#pending").append(answer);
      $("#chat-says").textContent = texts.thinking;
      follow();
    }, 250);
    underway.set(key, one);
    $("#pending").hidden = false;
    $("#pending").append(mine);
    toEnd();
    return one;
  };

  const end = (one) => {
    clearTimeout(one.shown);
    one.mine.remove();
    one.answer.remove();
    underway.delete(one.key);
    $("#pending").hidden = underway.size === 0;
    if (one.standsIn) document.getElementById(`message-${one.standsIn}`)?.removeAttribute("hidden");
    $("#chat-says").textContent = "";
  };

  const stop = (one) => {
    one.answer.querySelector("button").disabled = true;
    fetch("/messages/cancel", { method: "POST", body: new URLSearchParams({ key: one.key }) });
  };

  // Bubbles of what the thread holds by now go; an answer that only stands in is not shown yet.
  const settle = () => {
    for (const one of underway.values()) {
      if ($(`#thread [data-origin^="${one.key}:"]`)) one.mine.remove();
      if (one.standsIn) document.getElementById(`message-${one.standsIn}`)?.setAttribute("hidden", "");
    }
  };

  const put = (target, html, style = "innerMorph") =>
    window.htmx.swap({ text: html || "<!-- -->", target, swap: `${style} swapEmpty:true`, sourceElement: $(target) });

  const take = async (one, told) => {
    if (told.kind === "heard") {
      one.standsIn = told.stands_in;
      settle();
    } else if (told.kind === "words") {
      clearTimeout(one.shown);
      if (!one.answer.isConnected) $("#pending").append(one.answer);
      one.thinking.hidden = true;
      one.words.textContent += told.text;
      follow();
    } else if (told.kind === "trouble") {
      warn(told.text);
    } else {
      if (told.kind === "done") end(one);
      await put("#thread", told.html);
      await put("#chips", told.chips);
    }
  };

  const warn = (text) => {
    const bar = document.createElement("div");
    bar.className = "notice-bar";
    bar.setAttribute("role", "alert");
    bar.append(paragraph("", text));
    $("#alerts").replaceChildren(bar);
  };

  // A line a piece; a line may come in parts.
  const read = async (response, one) => {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop();
      for (const line of lines) if (line) await take(one, JSON.parse(line));
    }
  };

  const refuse = async (response, one) => {
    if (response.headers.get("hx-redirect")) {
      location.assign(response.headers.get("hx-redirect"));
      return;
    }
    const field = $("#said");
    if (!field.value) field.value = one.text; // nothing of it was kept: it can be mended and sent
    await put("#alerts", await response.text(), "innerHTML");
  };

  const say = async (text, key) => {
    const one = begin(key, text);
    try {
      const response = await fetch("/messages", {
        method: "POST",
        headers: { Accept: LINES, "HX-Request": "true" },
        body: new URLSearchParams({ text, key }),
      });
      if (response.ok) {
        $("#alerts").replaceChildren();
        await read(response, one);
      } else await refuse(response, one);
    } catch {
      warn(chat().dataset.cut);
    } finally {
      if (underway.has(key)) end(one);
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-say]");
    if (!form || !chat() || !window.htmx) return;
    event.preventDefault();
    const chip = event.submitter?.name === "text" ? event.submitter : null;
    const field = $("#said");
    if (chip?.dataset.fills !== undefined) {
      field.value = chip.value;
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    const text = chip ? chip.value : field.value;
    if (!text.trim()) return;
    const key = form.elements.key.value;
    form.elements.key.value = newKey();
    if (!chip) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.focus();
    say(text, key);
  });

  // Messages that leave the window of the newest ones stay, where earlier ones are open above.
  const keepOlder = (fragment) => {
    const older = $("#older");
    if (!older.childElementCount) return;
    const staying = new Set($$("li[id]", fragment).map((one) => one.id));
    const first = $("li[data-at]", fragment)?.dataset.at;
    let isLeaving = false;
    for (const one of [...$("#thread").children]) {
      if (one.dataset.at) isLeaving = !staying.has(one.id) && one.dataset.at < first;
      else if (one.matches(".day")) isLeaving = !staying.has(one.id) && !$(`[id^="${one.id}"]`, older);
      if (isLeaving && !one.matches(".blank")) older.append(one.cloneNode(true));
    }
  };

  const loadEarlier = async () => {
    const control = $("#chat-earlier");
    const first = $("#older li[data-at]") ?? $("#thread li[data-at]");
    if (!control || !first || control.dataset.busy) return;
    control.dataset.busy = "1";
    try {
      const response = await fetch(`/chat/earlier?before=${encodeURIComponent(first.dataset.at)}`, {
        headers: { "HX-Request": "true" },
      });
      if (!response.ok) return;
      const html = (await response.text()).trim();
      if (!html) {
        control.remove();
        return;
      }
      const height = box().scrollHeight;
      const top = box().scrollTop;
      $("#older").hidden = false;
      await put("#older", html, "afterbegin");
      box().scrollTop = top + box().scrollHeight - height;
    } finally {
      delete control.dataset.busy;
    }
  };

  document.addEventListener("htmx:before:swap", (event) => {
    for (const { fragment, target } of event.detail.tasks) {
      const list = typeof target === "string" ? $(target) : target;
      if (list?.id === "thread" && box() && fragment) keepOlder(fragment);
    }
  });
  document.addEventListener("htmx:after:swap", () => {
    if (!box()) return;
    settle();
    if (isFollowing) toEnd();
    else if (!isAtEnd()) $("[data-to-end]").hidden = false;
  });

  const start = () => {
    if (!box()) return;
    toEnd();
    // A finger or a wheel leaves the end, never the growing of the thread itself.
    box().addEventListener("scroll", () => {
      isFollowing = isAtEnd();
      if (isFollowing) $("[data-to-end]").hidden = true;
      if (box().scrollTop < 120) loadEarlier();
    }, { passive: true });
    new ResizeObserver(() => isFollowing && toEnd()).observe(box());
    $("[data-to-end]").addEventListener("click", () => {
      toEnd();
      $("#said").focus();
    });
    $("#chat-earlier")?.addEventListener("click", (event) => {
      event.preventDefault();
      loadEarlier();
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
