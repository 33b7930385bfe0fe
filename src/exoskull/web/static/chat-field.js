// The field of the chat: its keys, the menu of commands, what was written before, and a voice.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const field = () => $("#said");
  const menu = () => $("#commands");

  // The menu: open while a slash and no more than a word stand in the field.
  let chosen = null;
  const options = () => [...menu().children].filter((one) => !one.hidden);
  const choose = (option) => {
    for (const one of menu().children) one.setAttribute("aria-selected", String(one === option));
    chosen = option;
    if (option) {
      field().setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field().removeAttribute("aria-activedescendant");
  };
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const close = () => {
    menu().hidden = true;
    choose(null);
  };
  const open = () => {
    const typed = field().value;
    if (!/^\/[^\s/]*$/.test(typed)) return close();
    for (const one of menu().children) one.hidden = !plain(one.dataset.name).startsWith(plain(typed));
    const found = options();
    if (!found.length) return close();
    menu().hidden = false;
    choose(found.includes(chosen) ? chosen : found[0]);
    $("#chat-says").textContent = $("[data-chat]").dataset.count.replace("{count}", found.length);
  };
  const fill = (option) => {
    field().value = option.dataset.fills;
    close();
    field().focus();
  };

  // Enter sends, Shift+Enter begins a line; an input method that is composing keeps its Enter.
  const onMenu = (event) => {
    const found = options();
    const place = found.indexOf(chosen);
    switch (event.key) {
      case "ArrowDown":
        choose(found[(place + 1) % found.length]);
        break;
      case "ArrowUp":
        choose(found[(place - 1 + found.length) % found.length]);
        break;
      case "Home":
        choose(found[0]);
        break;
      case "End":
        choose(found.at(-1));
        break;
      case "Tab":
      case "Enter":
        if (event.shiftKey) return false;
        // A command that is written out needs no second Enter.
        if (event.key === "Enter" && field().value === chosen.dataset.fills) return false;
        fill(chosen);
        break;
      case "Escape":
        close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };

  // The up arrow in an empty field brings back what was written before, further with each press.
  let back = 0;
  let recalled = null;
  const recall = (step) => {
    const said = [...document.querySelectorAll("#older .mine .said, #thread .mine .said, #pending .mine .said")];
    back = Math.min(Math.max(back + step, 0), said.length);
    recalled = back ? said.at(-back).textContent : "";
    field().value = recalled;
    field().setSelectionRange(recalled.length, recalled.length);
  };

  document.addEventListener("keydown", (event) => {
    if (!field()) return;
    const isWriting = event.target.matches?.("input, textarea, select, [contenteditable]");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      field().focus();
      return;
    }
    if (event.key === "/" && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field().focus(); // and the slash is written: it opens the commands
      return;
    }
    if (event.target !== field() || event.isComposing) return;
    if (!menu().hidden && onMenu(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      close();
      if (field().value.trim()) field().form.requestSubmit();
    } else if (event.key === "ArrowUp" && (!field().value || field().value === recalled)) {
      event.preventDefault();
      recall(1);
    } else if (event.key === "ArrowDown" && back && field().value === recalled) {
      event.preventDefault();
      recall(-1);
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target !== field()) return;
    back = 0;
    recalled = null;
    open();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === field()) setTimeout(() => document.activeElement !== field() && close(), 150);
  });
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest?.("#commands [role=option]");
    if (!option) return;
    event.preventDefault(); // the field keeps the focus
    fill(option);
  });

  // A voice writes into the field; only the person sends.
  const speak = () => {
    const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
    const button = $("[data-voice]");
    if (!Recognition || !button) return;
    button.hidden = false;
    let ear = null;
    button.addEventListener("click", () => {
      if (ear) {
        ear.stop();
        return;
      }
      const before = field().value.trim() ? `${field().value.trim()} ` : "";
      ear = new Recognition();
      ear.lang = document.documentElement.lang === "pl" ? "pl-PL" : "en-GB";
      ear.interimResults = true;
      ear.addEventListener("result", (event) => {
        field().value = before + [...event.results].map((one) => one[0].transcript).join("");
      });
      ear.addEventListener("end", () => {
        ear = null;
        button.setAttribute("aria-pressed", "false");
        field().focus();
      });
      button.setAttribute("aria-pressed", "true");
      ear.start();
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", speak);
  else speak();
})();
