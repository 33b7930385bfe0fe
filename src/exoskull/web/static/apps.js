// Plus and minus beside a field: one step up or down, within the field's bounds.
(() => {
  const comma = document.documentElement.lang === "pl";

  const written = (value) => {
    const short = String(Math.round(value * 1e6) / 1e6);
    return comma ? short.replace(".", ",") : short;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const field = document.getElementById(button.dataset.for);
    const now = Number.parseFloat(field.value.replace(",", ".")) || 0;
    let next = now + Number(button.dataset.step);
    if ("low" in field.dataset) next = Math.max(next, Number(field.dataset.low));
    if ("high" in field.dataset) next = Math.min(next, Number(field.dataset.high));
    field.value = written(next);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
