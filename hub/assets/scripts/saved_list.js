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
    // The list is above what adds to it, in whatever language.
    link.href = isKept ? link.dataset.add.replace(/add\/.*$/, "") : link.dataset.add;
    const words = isKept ? say("See your list ({number})", { number: kept.size }) : say("Save to list");
    link.querySelector("[data-save-words]").textContent = words;
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
    const values = { name: link.lastElementChild.textContent, number: keptKeys().size };
    status.textContent = say("Saved{name}. {number} on your list.", values);
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
