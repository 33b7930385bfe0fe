// Widgets in the person's own order: a grip is dragged, or lifted with Space and moved with arrows.
(() => {
  const items = (list) => [...list.querySelectorAll(":scope > [data-app]")];
  const orderOf = (list) => items(list).map((item) => item.dataset.app).join(",");
  const put = (list, item, before) =>
    list.moveBefore ? list.moveBefore(item, before) : list.insertBefore(item, before);

  // What is said of a move goes to screen readers; what is on the screen shows it to the others.
  const voice = document.createElement("p");
  voice.className = "sr-only";
  voice.setAttribute("role", "status");
  voice.setAttribute("aria-live", "assertive");

  let held = null; // {list, item, grip, was, by, past}
  let moving = false;

  const say = (what) => {
    const { list, item } = held;
    const all = items(list);
    const told = { name: item.querySelector(".widget-name").textContent, place: all.indexOf(item) + 1, count: all.length };
    voice.textContent = list.dataset[what].replace(/\{(\w+)\}/g, (_, key) => told[key]);
  };

  const lift = (grip, by) => {
    const item = grip.closest("[data-app]");
    const list = item.parentElement;
    held = { list, item, grip, was: orderOf(list), by, past: null };
    item.classList.add("is-lifted");
    grip.setAttribute("aria-pressed", "true");
    say("lifted");
  };

  const release = () => {
    held.item.classList.remove("is-lifted");
    held.grip.removeAttribute("aria-pressed");
    held = null;
  };

  const move = (before) => {
    moving = true;
    put(held.list, held.item, before);
    if (held.by === "keys") {
      held.grip.focus();
      held.item.scrollIntoView({ block: "nearest" });
    }
    moving = false;
    say("moved");
  };

  const restore = (list, was) => {
    const there = new Map(items(list).map((item) => [item.dataset.app, item]));
    for (const app of was.split(",")) if (there.has(app)) put(list, there.get(app), null);
  };

  const leave = () => {
    const { list, was, grip, by } = held;
    moving = true;
    restore(list, was);
    if (by === "keys") grip.focus();
    moving = false;
    say("left");
    release();
  };

  const failed = (list, was) => {
    restore(list, was);
    const bar = document.createElement("div");
    bar.className = "notice-bar";
    bar.setAttribute("role", "alert");
    bar.textContent = list.dataset.failed;
    document.getElementById("alerts")?.replaceChildren(bar);
  };

  const drop = async () => {
    const { list, was } = held;
    const now = orderOf(list);
    say("dropped");
    release();
    if (now === was) return;
    try {
      const answer = await fetch(list.dataset.arrange, { method: "POST", body: new URLSearchParams({ order: now }) });
      if (!answer.ok) failed(list, was);
    } catch {
      failed(list, was);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && held) {
      event.preventDefault();
      leave();
      return;
    }
    const grip = event.target.closest?.(".grip");
    if (!grip) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (held) drop();
      else lift(grip, "keys");
      return;
    }
    if (!held || held.by !== "keys") return;
    const all = items(held.list);
    const at = all.indexOf(held.item);
    const to = { ArrowUp: at - 1, ArrowLeft: at - 1, ArrowDown: at + 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to === at || to < 0 || to >= all.length) return;
    move(to < at ? all[to] : all[to].nextElementSibling);
  });

  document.addEventListener("focusout", (event) => {
    if (held?.by === "keys" && !moving && event.target === held.grip) drop();
  });

  // A screen reader presses without a key.
  document.addEventListener("click", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.detail !== 0) return;
    if (held) drop();
    else lift(grip, "keys");
  });

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0 || !event.isPrimary) return;
    if (held) drop();
    lift(grip, event.pointerId);
    held.list.setPointerCapture(event.pointerId); // the list stays where it is, the grip does not
  });

  const EDGE = 90;
  document.addEventListener("pointermove", (event) => {
    if (held?.by !== event.pointerId) return;
    if (event.clientY < EDGE) scrollBy(0, -12);
    else if (event.clientY > innerHeight - EDGE) scrollBy(0, 12);
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-app]");
    if (over === held.past) return; // once past another, not back until the pointer has left it
    held.past = null;
    if (!over || over === held.item || over.parentElement !== held.list) return;
    const all = items(held.list);
    held.past = over;
    move(all.indexOf(over) < all.indexOf(held.item) ? over : over.nextElementSibling);
  });
  document.addEventListener("pointerup", (event) => {
    if (held?.by === event.pointerId) drop();
  });
  document.addEventListener("pointercancel", (event) => {
    if (held?.by === event.pointerId) leave();
  });

  document.documentElement.classList.add("can-arrange");
  document.getElementById("main").append(voice);
})();
