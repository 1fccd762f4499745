// Everything works without this file. It makes leaving quicker and surer.

const exit = document.querySelector("[data-exit]");

if (exit) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    // Replacing this entry keeps the page out of Back.
    window.location.replace(exit.href);
  });
}
