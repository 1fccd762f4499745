// Printing and sharing work without this file: by the browser's menu, by the link on the page, by e-mail.

const status = document.querySelector("[data-share-status]");

function offer(name, action) {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => action(button));
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = say("Copied");
  status.textContent = say("The link is copied.");
}

async function share(button) {
  try {
    await navigator.share({ title: button.dataset.title, url: button.dataset.share });
  } catch {
    // Closing the device's window without choosing anything is no fault.
  }
}

offer("print", () => window.print());
if (navigator.clipboard) {
  offer("copy", copy);
}
if (navigator.share) {
  offer("share", share);
}
for (const hint of document.querySelectorAll("[data-without-script]")) {
  hint.hidden = true;
}
