// Keys for the queues of enquiries. They do nothing while somebody types, and can be switched off for good: single
// letters get in the way of whoever speaks to the computer.

const STORED = "inbox-keys";
const rows = [...document.querySelectorAll("[data-row]")];
const keys = document.querySelector("[data-keys]");
let at = -1;

const isOn = () => {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
};

const remember = (on) => {
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
};

const go = (step) => {
  const next = Math.min(Math.max(at + step, 0), rows.length - 1);
  if (next < 0) return;
  rows[at]?.classList.remove("inbox-row--at");
  at = next;
  rows[at].classList.add("inbox-row--at");
  // The link takes the focus, so that Enter opens it as it opens any link.
  rows[at].querySelector("a").focus();
};

const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable], dialog");

const dialog = keys?.querySelector("dialog");
const actions = {
  j: () => go(1),
  k: () => go(-1),
  c: () => rows[at]?.querySelector("[data-claim]")?.click(),
  "?": () => dialog.showModal(),
};

const show = (button, on) => {
  button.textContent = on ? button.dataset.switchOff : button.dataset.switchOn;
  button.setAttribute("aria-pressed", String(on));
};

if (keys) {
  keys.hidden = false;
  const button = keys.querySelector("[data-keys-switch]");
  show(button, isOn());
  button.addEventListener("click", () => {
    remember(!isOn());
    show(button, isOn());
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) at = rows.indexOf(row);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || !isOn()) return;
    event.preventDefault();
    action();
  });
}
