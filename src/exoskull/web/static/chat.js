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
    answer.setAttribute("aria-live", "off"); // it is told by finished sentences
    const one = { key, text, mine, answer, words, thinking, standsIn: null, shown: null, isHeard: false, told: 0 };
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
    $("#said").focus();
    fetch("/messages/cancel", { method: "POST", body: new URLSearchParams({ key: one.key }) }).catch(() => {});
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !underway.size) return;
    if (!$("#commands").hidden || $("dialog[open]")) return;
    for (const one of underway.values()) stop(one);
  });

  // A screen reader hears whole sentences, each once.
  const tellSentences = (one) => {
    const text = one.words.textContent;
    const finished = text.slice(one.told).match(/^.*[.!?…](?=\s|$)/s)?.[0];
    if (!finished) return;
    one.told += finished.length;
    $("#chat-says").textContent = finished.trim();
  };
  const putAnswer = async (one, told) => {
    const rest = one.words.textContent.slice(one.told).trim();
    end(one);
    if (one.told) box().setAttribute("aria-live", "off"); // the thread would tell it all again
    await put("#thread", told.html);
    if (one.told) {
      $("#chat-says").textContent = rest;
      setTimeout(() => box()?.removeAttribute("aria-live"));
    }
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
      one.isHeard = true;
      one.standsIn = told.stands_in;
      settle();
    } else if (told.kind === "words") {
      clearTimeout(one.shown);
      if (!one.answer.isConnected) $("#pending").append(one.answer);
      one.thinking.hidden = true;
      one.words.textContent += told.text;
      tellSentences(one);
      follow();
    } else if (told.kind === "trouble") {
      warn(told.html);
      if (!one.isHeard) giveBack(one);
    } else {
      if (told.kind === "done") await putAnswer(one, told);
      else await put("#thread", told.html);
      await put("#chips", told.chips);
    }
  };

  const warn = (text, ...more) => {
    const bar = document.createElement("div");
    bar.className = "notice-bar";
    bar.setAttribute("role", "alert");
    bar.append(paragraph("", text), ...more);
    $("#alerts").replaceChildren(bar);
  };

  // What was not taken stands in the field again, under its own key: sent twice it is said once.
  const giveBack = (one) => {
    const field = $("#said");
    if (!field.value) field.form.elements.key.value = one.key;
    field.value = field.value ? `${one.text}\n${field.value}` : one.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
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
    giveBack(one);
    const door = response.headers.get("hx-redirect");
    if (door) {
      const link = document.createElement("a");
      link.className = "text-link";
      link.href = door;
      link.textContent = chat().dataset.signIn;
      warn(chat().dataset.signedOut, link);
      return;
    }
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
      if (!one.isHeard) giveBack(one);
      warn(one.isHeard ? chat().dataset.cut : chat().dataset.unsent);
    } finally {
      if (underway.has(key)) end(one);
      if (!underway.size) for (const reply of $$("#chips button")) reply.disabled = false;
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
    for (const reply of $$("#chips button")) reply.disabled = true; // they answer what stood before
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
