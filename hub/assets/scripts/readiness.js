// Opens a check by what stands behind the # of its private link. Without this file people paste the link.

// Whoever shares an address with somebody who guesses is asked to take a few seconds.
const WAIT = 6000;

const form = document.querySelector("[data-private-link]");
const code = decodeURIComponent(location.hash.slice(1));

if (form && /^[a-z0-9-]{28,40}$/i.test(code)) {
  // Out of the address at once: it would stay in the history, and on the screen.
  history.replaceState(history.state, "", location.pathname);
  form.elements.code.value = code;
  setTimeout(() => form.requestSubmit(), "waits" in form.dataset ? WAIT : 0);
}
