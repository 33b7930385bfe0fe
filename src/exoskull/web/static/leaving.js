// On to the identity provider: by a link, as forms may only be sent to this site.
document.addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector("[data-leave]");
  if (link) location.replace(link.href);
});
