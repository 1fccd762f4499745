// Every page runs this before it is drawn. Everything works without it.
"use strict";

// What scripts say, in the language of the page: a page in English brings no catalogue. `{name}` stands for a value.
{
  const catalogue = JSON.parse(document.querySelector('meta[name="words-of-scripts"]')?.content ?? "{}");
  window.say = (text, values = {}) =>
    (catalogue[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// Leaving leaves nothing: after leaving, sending or stopping, Back shows nothing of what was typed before.
//
// Browsers keep whole pages for Back, whatever a server says. So each tab counts its departures, and every page that
// holds something private remembers how many there had been when it was opened. A page that comes back after a later
// departure empties itself; any other page empties its boxes, since people type what they feel into a search. Runs
// before anything is drawn: see docs/leaving.md.
{
  const COUNT = "departures";
  const LAST = "departure";
  const NEUTRAL = "/";
  const root = document.documentElement;
  const holdsPrivate = document.querySelector('meta[name="holds-private"]') !== null;
  const departure = document.querySelector('meta[name="departure"]')?.content;

  const departures = () => Number(sessionStorage.getItem(COUNT)) || 0;

  function countDeparture() {
    try {
      sessionStorage.setItem(COUNT, departures() + 1);
    } catch {
      // Without storage nothing was promised: the page says so.
    }
  }

  function blank() {
    root.hidden = true;
    document.title = "Peer Support Hub";
    document.body?.replaceChildren();
  }

  function goTo(address) {
    blank();
    // Replacing this entry keeps the page itself out of Back.
    window.location.replace(address);
  }

  // Other tabs of this site hear of it, because who looks over a shoulder sees all of them.
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leaving") : null;
  tabs?.addEventListener("message", ({ data }) => {
    countDeparture();
    if (holdsPrivate) {
      goTo(data);
    }
  });

  function leave({ href, dataset }) {
    countDeparture();
    tabs?.postMessage(dataset.exit);
    blank();
    try {
      // The server deletes what cookies keep. Nobody waits for it.
      fetch(href, { method: "POST", keepalive: true }).catch(() => {});
    } catch {
      // Leaving matters more.
    }
    window.location.replace(dataset.exit);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-exit], [data-stop]");
    if (!link) {
      return;
    }
    event.preventDefault();
    if ("exit" in link.dataset) {
      leave(link);
    } else {
      countDeparture();
      goTo(link.href);
    }
  });

  function isLeftBehind() {
    return (window.history.state?.departures ?? 0) < departures();
  }

  // The picture a browser keeps of a page is blank too, until it is known whether the page may be seen.
  const hold = () => root.classList.add("hub-held");

  function judge() {
    try {
      if (isLeftBehind()) {
        goTo(NEUTRAL);
        return;
      }
    } catch {
      // Storage is refused since this page was opened.
    }
    root.classList.remove("hub-held");
  }

  function noteDepartures() {
    window.history.replaceState({ ...window.history.state, departures: departures() }, "");
  }

  function emptyBoxes() {
    try {
      if (isLeftBehind()) {
        document.querySelectorAll("input[type=text], input[type=search], textarea").forEach((box) => {
          box.value = "";
        });
        noteDepartures();
      }
    } catch {
      // Storage is refused since this page was opened.
    }
  }

  function watch() {
    if (departure && sessionStorage.getItem(LAST) !== departure) {
      sessionStorage.setItem(LAST, departure);
      countDeparture();
    }
    if (window.history.state?.departures === undefined) {
      noteDepartures();
    }
    if (!holdsPrivate) {
      window.addEventListener("pageshow", emptyBoxes);
      return;
    }
    judge();
    window.addEventListener("pagehide", hold);
    window.addEventListener("pageshow", judge);
    root.classList.add("hub-clears");
  }

  try {
    watch();
  } catch {
    // Storage is refused: nothing is promised, and nothing is hidden.
  }
}

// Most people do not search on most pages: the rest comes when somebody enters a search box.
{
  const { suggestionsScript } = document.currentScript.dataset;

  async function prepareSuggestions(event) {
    const input = event.target.closest("[data-suggestions]");
    if (!input || "prepared" in input.dataset) {
      return;
    }
    input.dataset.prepared = "";
    try {
      const { offerSuggestions } = await import(suggestionsScript);
      offerSuggestions(input);
    } catch {
      // Without suggestions the form works as ever.
    }
  }

  if (suggestionsScript) {
    document.addEventListener("focusin", prepareSuggestions);
  }
}

// A page that comes back with problems says them first, to whoever reads it by ear or by keyboard. A browser that goes
// to a part of the page takes the focus with it, so this waits until it has gone there.
window.addEventListener("load", () => document.querySelector("#error-summary")?.focus());
