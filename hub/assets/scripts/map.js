// The page is complete without this file. It draws the map when somebody asks for it, and asks nobody before.

const frame = document.querySelector("[data-tiles]");
const ask = frame.querySelector("[data-map-ask]");
const canvas = frame.querySelector("[data-map]");
const status = frame.querySelector("[data-map-status]");
const places = [...document.querySelectorAll("[data-latitude]")].map((place) => ({
  point: [Number(place.dataset.latitude), Number(place.dataset.longitude)],
  name: place.dataset.name,
}));

function loadStyle(address) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head.append(link);
  });
}

function plainText(text) {
  // Leaflet takes text for HTML.
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

function draw() {
  const map = L.map(canvas, { scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  const tiles = L.tileLayer(frame.dataset.tiles, { attribution: plainText(frame.dataset.attribution).innerHTML, maxZoom: 18 });
  tiles.once("tileerror", () => {
    status.textContent = say("Some pictures of the map could not be loaded. The addresses are below.");
  });
  tiles.addTo(map);
  for (const { point, name } of places) {
    L.circleMarker(point, { radius: 9, color: "#0b3b40", weight: 3, fillColor: "#cf5a00", fillOpacity: 1 })
      .bindTooltip(plainText(name), { direction: "top" })
      .addTo(map);
  }
  map.fitBounds(places.map(({ point }) => point), { maxZoom: 15, padding: [40, 40] });
}

async function show() {
  try {
    await Promise.all([import(frame.dataset.leaflet), loadStyle(frame.dataset.leafletStyle)]);
  } catch {
    status.textContent = say("The map could not be loaded. The addresses are below.");
    return;
  }
  ask.hidden = true;
  canvas.hidden = false;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  const [{ name }] = places;
  const label = places.length === 1 ? say("Map of {name}", { name }) : say("Map of {number} places", { number: places.length });
  canvas.setAttribute("aria-label", label);
  draw();
  canvas.focus();
}

frame.querySelector("[data-map-without-script]").hidden = true;
ask.hidden = false;
ask.querySelector("[data-map-show]").addEventListener("click", show);
