// The service worker: the shell without the network. It keeps files that never change, and one page
// that says that nothing can be reached; nothing that a person's page says is ever kept.
//
// What the browser can do by itself is left to it: files, pieces, streams and forms never pass
// through here while the installation can be reached. Of a navigation the browser's own request is
// taken, begun before this script woke (the preload), so that nobody waits for the script, and its
// cookies and headers are what they are without it.
let unreachable = false;

//
// A newer worker waits until the pages of the older one are closed: one that took over under open
// pages would cut off what they are just loading. The language that the pages speak is told by them.
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener("activate", (event) => {
  const forget = (names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  event.waitUntil(
    Promise.allSettled([self.registration.navigationPreload?.enable(), caches.keys().then(forget)])
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (!(event.data in OFFLINE)) return;
  event.waitUntil(caches.open(CACHE).then((cache) => cache.put(SPOKEN, new Response(event.data))));
});

const keptPage = async () => {
  const said = await (await caches.match(SPOKEN))?.text();
  return (await caches.match(OFFLINE[said] ?? Object.values(OFFLINE)[0])) ?? Response.error();
};

const visit = async (event) => {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    unreachable = false;
    return answer;
  } catch {
    unreachable = true; // refused, timed out, or no network: the page that is kept, with its files
    return keptPage();
  }
};

const keptFirst = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(visit(event));
  else if (unreachable && url.pathname.startsWith("/static/")) event.respondWith(keptFirst(request));
});
