// What is being written outlives its page: a reload, or signing in again in the same tab.
(() => {
  const PLACE = "chat-draft";
  const field = () => document.querySelector("#said");
  const owner = () => document.querySelector("[data-chat]")?.dataset.owner;

  // A browser may keep nothing (its settings forbid it): then nothing outlives the page.
  const store = () => {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  };
  const keep = () => {
    const text = field()?.value;
    if (text) store()?.setItem(PLACE, JSON.stringify({ owner: owner(), text }));
    else store()?.removeItem(PLACE);
  };
  const start = () => {
    const kept = store()?.getItem(PLACE);
    if (!kept || !owner()) return;
    const draft = JSON.parse(kept);
    if (draft.owner !== owner()) store().removeItem(PLACE); // somebody else signed in here
    else if (!field().value) field().value = draft.text;
  };

  document.addEventListener("input", (event) => event.target === field() && keep());
  addEventListener("pagehide", () => field() && keep());
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[action='/logout']")) {
      field()?.form.reset();
      store()?.removeItem(PLACE);
    }
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
