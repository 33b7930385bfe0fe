// What a page does while nothing can be reached: it says so, since when, and goes on by itself.
(() => {
  const EVERY_MS = 3000;
  const AGAIN_MS = 1000;
  const PATIENCE_MS = 5000;
  const SAID_MS = 6000;

  const reached = () =>
    fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) })
      .then((answer) => answer.ok, () => false);

  const pause = (ms) =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
    });

  const comesBack = async () => {
    do await pause(EVERY_MS);
    while (!(await reached()));
  };

  // The page that is kept stands at the address that could not be opened, and opens it again.
  const opensAgain = () => {
    const kept = document.querySelector("[data-unreachable]");
    if (kept && location.pathname !== kept.dataset.unreachable) {
      comesBack().then(() => location.reload());
    }
  };

  let seen = Date.now();
  let streaming = false;
  let watching = false;
  let leaving = false;
  let unsent = false;

  const clock = (place) => {
    const how = { hour: "numeric", minute: "2-digit", hourCycle: "h23" };
    const { lang } = document.documentElement;
    try {
      return new Intl.DateTimeFormat(lang, { ...how, timeZone: place.dataset.zone }).format(seen);
    } catch {
      return new Intl.DateTimeFormat(lang, how).format(seen); // a zone that this browser lacks
    }
  };

  const say = (place, words) => {
    place.textContent = unsent ? `${words} ${place.dataset.unsent}` : words;
    place.hidden = false;
  };

  const suspect = async () => {
    const place = document.getElementById("lost");
    if (!place || watching || leaving) return;
    watching = true;
    if (!(await reached())) {
      await pause(AGAIN_MS);
      if (!leaving && !(await reached())) {
        say(place, place.dataset.lost.replace("%time%", clock(place)));
        place.classList.add("is-lost");
        await comesBack();
        place.classList.remove("is-lost");
        say(place, place.dataset.back);
        await pause(unsent ? SAID_MS * 2 : SAID_MS);
        place.hidden = true;
      }
    }
    unsent = false;
    watching = false;
  };

  const heard = () => { seen = Date.now(); };

  document.addEventListener("htmx:sse:after:connection", () => { streaming = true; heard(); });
  document.addEventListener("htmx:sse:error", () => {
    if (streaming) heard(); // until this moment what stood here was how it was
    streaming = false;
    suspect();
  });
  document.addEventListener("htmx:after:request", heard);
  document.addEventListener("htmx:error", ({ detail }) => {
    unsent ||= (detail.ctx?.request?.method ?? "GET") !== "GET";
    suspect();
  });
  addEventListener("offline", suspect);
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", opensAgain);
  else opensAgain();
})();
