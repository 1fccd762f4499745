// Shows what a word means beside it: on hover, on tap, and when the keyboard comes to it. Without this the link leads to
// the explanation at the end of the page; so it does when it is followed while the explanation shows.
const GAP = 8;
const EDGE = 10;
const PATIENCE = 200;

const box = document.createElement("div");
box.id = "word-box";
box.className = "hub-word-box hub-no-print";
box.setAttribute("role", "tooltip");
box.hidden = true;

let shown = null;
let wasShown = null;
let isTouch = false;
let closing = 0;

function explanation(link) {
  const word = document.getElementById(link.hash.slice(1));
  return word && { name: word.querySelector("dt").textContent, meaning: word.querySelector("dd").textContent };
}

function place(link) {
  const word = link.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.min(Math.max(word.left, EDGE), width - box.offsetWidth - EDGE);
  const fitsBelow = word.bottom + GAP + box.offsetHeight < window.innerHeight;
  const top = fitsBelow ? word.bottom + GAP : word.top - GAP - box.offsetHeight;
  box.style.left = `${Math.max(left, EDGE) + window.scrollX}px`;
  box.style.top = `${top + window.scrollY}px`;
}

function show(link) {
  clearTimeout(closing);
  if (shown === link) {
    return;
  }
  hide();
  const said = explanation(link);
  if (!said) {
    return;
  }
  const name = document.createElement("b");
  name.textContent = said.name;
  const meaning = document.createElement("span");
  meaning.textContent = said.meaning;
  box.replaceChildren(name, meaning);
  if (!box.isConnected) {
    document.querySelector("main").append(box);
  }
  box.hidden = false;
  link.setAttribute("aria-describedby", box.id);
  shown = link;
  place(link);
}

function hide() {
  clearTimeout(closing);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  box.hidden = true;
}

// The pointer may go over to the explanation, to read it or to mark words in it.
function hideSoon() {
  clearTimeout(closing);
  closing = setTimeout(() => {
    if (shown !== document.activeElement) {
      hide();
    }
  }, PATIENCE);
}

const term = (event) => event.target.closest?.(".hub-term");

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") {
    return;
  }
  const link = term(event);
  if (link) {
    show(link);
  } else if (box.contains(event.target)) {
    clearTimeout(closing);
  } else if (shown) {
    hideSoon();
  }
});
document.addEventListener("pointerdown", (event) => {
  isTouch = event.pointerType === "touch";
  wasShown = shown;
  if (isTouch && shown && !term(event) && !box.contains(event.target)) {
    hide();
  }
});
document.addEventListener("focusin", (event) => {
  const link = term(event);
  if (link) {
    show(link);
  } else if (shown) {
    hide();
  }
});
document.addEventListener("focusout", (event) => term(event) && hideSoon());
document.addEventListener("click", (event) => {
  const link = term(event);
  if (!link) {
    return;
  }
  // The first tap shows what a mouse shows before it is pressed.
  if (isTouch && wasShown !== link) {
    event.preventDefault();
    show(link);
  } else {
    hide();
  }
  isTouch = false;
});
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
window.addEventListener("resize", hide);
