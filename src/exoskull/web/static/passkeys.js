// Passkeys: asks the browser for one, and sends what it says back. Shown only where it can.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withIds = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "Accept-Language": document.documentElement.lang },
      body: JSON.stringify(body),
    });
    if (answer.redirected) throw new Error("");
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error?.message || "");
    return told;
  };

  const signIn = async () => {
    const publicKey = await post("/sign-in/passkey/options", {});
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.allowCredentials = withIds(publicKey.allowCredentials);
    const key = await navigator.credentials.get({ publicKey });
    const { clientDataJSON, authenticatorData, signature, userHandle } = key.response;
    return post("/sign-in/passkey", {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        userHandle: userHandle ? text(userHandle) : null,
      },
    });
  };

  const register = async (label) => {
    const publicKey = await post("/account/passkeys/options", {});
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = withIds(publicKey.excludeCredentials);
    const key = await navigator.credentials.create({ publicKey });
    const credential = {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      response: { clientDataJSON: text(key.response.clientDataJSON), attestationObject: text(key.response.attestationObject) },
    };
    return post("/account/passkeys", { label, credential });
  };

  const attempt = async (where, act) => {
    const wrong = where.parentElement.querySelector("[data-passkey-error]");
    wrong.hidden = true;
    try {
      const { go } = await act();
      // A place on this very page would not be fetched again.
      if (new URL(go, location.href).pathname === location.pathname) location.reload();
      else location.assign(go);
    } catch (error) {
      // The browser's own words are not in the person's language.
      wrong.textContent = (error instanceof DOMException ? "" : error.message) || wrong.dataset.passkeyError;
      wrong.hidden = false;
    }
  };

  const start = () => {
    if (!window.PublicKeyCredential) return;
    for (const part of document.querySelectorAll("[data-passkey-needs]")) part.hidden = false;
    for (const part of document.querySelectorAll("[data-passkey-lacks]")) part.hidden = true;
    const button = document.querySelector("button[data-passkey='sign-in']");
    button?.addEventListener("click", () => attempt(button, signIn));
    const form = document.querySelector("form[data-passkey='register']");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(form.firstElementChild, () => register(form.elements.label.value));
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
