// Saving works without this file. It saves without leaving the page.

const MOST = 50;
const links = document.querySelectorAll("[data-save]");
const status = links.length ? makeStatus() : null;

function keptKeys() {
  const kept = document.cookie.match(/(?:^|; )saved_list="?([0-9a-z.]*)/);
  return new Set((kept ? kept[1] : "").split(".").filter(Boolean).map((part) => parseInt(part, 36)));
}

function makeStatus() {
  // Changed words of a link are not read out by themselves.
  const status = document.createElement("p");
  status.className = "govuk-visually-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  return status;
}

function mark() {
  const kept = keptKeys();
  for (const link of links) {
    const isKept = kept.has(Number(link.dataset.save));
    link.href = isKept ? "/list/" : link.dataset.add;
    link.querySelector("[data-save-words]").textContent = isKept ? `See your list (${kept.size})` : "Save to list";
    link.toggleAttribute("data-saved", isKept);
  }
}

async function save(event) {
  const link = event.currentTarget;
  if ("saved" in link.dataset || event.ctrlKey || event.metaKey || event.shiftKey || keptKeys().size >= MOST) {
    return;
  }
  event.preventDefault();
  const address = link.href;
  try {
    await fetch(address, { redirect: "manual" });
  } catch {
    window.location.assign(address);
    return;
  }
  if (keptKeys().has(Number(link.dataset.save))) {
    mark();
    status.textContent = `Saved${link.lastElementChild.textContent}. ${keptKeys().size} on your list.`;
  } else {
    window.location.assign(address);
  }
}

for (const link of links) {
  link.dataset.add = link.getAttribute("href");
  link.addEventListener("click", save);
}
mark();
// A page that comes out of Back has not run again, and the list may have changed since.
window.addEventListener("pageshow", mark);
