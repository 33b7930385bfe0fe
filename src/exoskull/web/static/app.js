// What the pages do by themselves, beside htmx. No inline handlers: the content policy forbids them.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);

  // A one-time link's page sends its secret back once a person sees it; a mail program's preview,
  // which runs no scripts, leaves the link good.
  const sendWhenSeen = () => {
    const form = $("form[data-send-when-seen]");
    if (form && document.visibilityState === "visible") form.requestSubmit();
  };

  // The browser knows its zone; the person only confirms it.
  const fillZone = () => {
    const field = $("input[data-browser-zone]");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (field && zone) field.value = zone;
  };

  const start = () => {
    fillZone();
    sendWhenSeen();
  };

  document.addEventListener("visibilitychange", sendWhenSeen);

  // The shell without the network; where the page is not trusted (plain http over a LAN), without.
  navigator.serviceWorker?.register("/sw.js").then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage(document.documentElement.lang), () => {});

  document.addEventListener("click", (event) => {
    const example = event.target.closest("[data-fill]");
    if (example) {
      const field = document.getElementById(example.dataset.fill);
      field.value = example.textContent.trim();
      field.focus();
    }
    const dismiss = event.target.closest("[data-dismiss]");
    if (dismiss) dismiss.parentElement.remove();
  });

  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    if (ctx.response.status >= 400) return;
    $("#alerts")?.replaceChildren();
    const source = ctx.sourceElement;
    if (source.dataset.done) {
      const done = document.createElement("p");
      done.className = "muted small";
      done.textContent = source.dataset.done;
      source.replaceChildren(done);
    }
  });

  // An earlier page may hold what has moved to the top since; it is shown once. The stream itself
  // takes away what it brings anew.
  document.addEventListener("htmx:before:swap", (event) => {
    for (const { fragment, swapSpec } of event.detail.tasks) {
      if ((swapSpec?.style ?? swapSpec) !== "beforeend") continue;
      for (const item of fragment?.querySelectorAll?.("li.event") ?? []) {
        if (document.getElementById(item.id)) item.remove();
      }
    }
  });
  const setLive = (on) => $("#live")?.classList.toggle("is-live", on);
  document.addEventListener("htmx:sse:after:connection", () => setLive(true));
  document.addEventListener("htmx:sse:error", () => setLive(false));
  document.addEventListener("htmx:sse:close", () => setLive(false));

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
