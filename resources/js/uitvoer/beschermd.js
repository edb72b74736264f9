// The protected map in one file: squares on the RD grid, drawn over the lines of the municipality. It loads nothing.
// Data: metres from an origin on the RD grid, x to the east, y to the north; the map itself counts in metres too.
(function () {
  "use strict";
  const map = window.map_boa;
  const data = JSON.parse(document.getElementById("gegevens").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const HATCH = "te-weinig";
  const FIGURE_PX = 22;
  const LETTER_PX = 7.5;
  const LINE_PX = 16;

  // [x, y, x, y, …] in metres to Leaflet's [y, x].
  function corners(flat) {
    const out = [];
    for (let i = 0; i < flat.length; i += 2) {
      out.push([flat[i + 1], flat[i]]);
    }
    return out;
  }

  function square([x, y, side]) {
    return [[y, x], [y + side, x + side]];
  }

  function pane(name, zIndex) {
    map.createPane(name).style.zIndex = zIndex;
    return L.svg({ pane: name, padding: 0.3 });
  }

  function line(flat, className, renderer) {
    return L.polyline(corners(flat), { renderer, pane: renderer.options.pane, className, interactive: false });
  }

  function area(rings, className, renderer) {
    const shape = rings.map(corners);
    return L.polygon(shape, { renderer, pane: renderer.options.pane, className, interactive: false });
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // Colours come from the style sheet; Leaflet would write its own beside them.
  L.Path.mergeOptions({ stroke: false, fill: false });

  function drawGround() {
    const ground = pane("grond", 200);
    data.vlakken.forEach((vlak) => area(vlak.ringen, `vlak-${vlak.soort}`, ground).addTo(map));
    for (const [kind, className] of [["rand", "straat-rand"], ["vul", "straat-vul"]]) {
      data.straten.forEach((straat) => {
        straat.lijnen.forEach((flat) => line(flat, `${className} ${kind}-${straat.soort}`, ground).addTo(map));
      });
    }
  }

  function drawLines() {
    const lines = pane("lijnen", 420);
    data.buurten.forEach((buurt) => buurt.ringen.forEach((ring) => line(ring, "buurt", lines).addTo(map)));
    data.omtrek.forEach((ring) => line(ring, "omtrek", lines).addTo(map));
  }

  function words(className, text, at, size) {
    const icon = L.divIcon({ className: `${className}-vak`, html: element("span", className, text), iconSize: [0, 0] });
    return { at, size, text, marker: L.marker(at, { icon, interactive: false, keyboard: false }) };
  }

  function addHatch(renderer) {
    const container = renderer._container;
    const pattern = document.createElementNS(SVG, "pattern");
    const stripe = document.createElementNS(SVG, "path");
    const size = { id: HATCH, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    Object.entries(size).forEach(([name, value]) => pattern.setAttribute(name, String(value)));
    stripe.setAttribute("d", "M0 0V8");
    stripe.setAttribute("class", "arcering");
    const defs = document.createElementNS(SVG, "defs");
    pattern.append(stripe);
    defs.append(pattern);
    container.prepend(defs);
  }

  // Numbers first, then names of buurten, each only where it has room; the list below has them all.
  function placeWords(things) {
    const scale = 2 ** map.getZoom();
    const taken = [];
    for (const { at, size, text, marker } of things) {
      const { x, y } = map.latLngToLayerPoint(at);
      const half = (text.length * LETTER_PX) / 2;
      const box = [x - half, y - LINE_PX / 2, x + half, y + LINE_PX / 2];
      const hits = (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1];
      if ((size === 0 || size * scale >= FIGURE_PX) && !taken.some(hits)) {
        taken.push(box);
        marker.addTo(map);
      } else {
        marker.remove();
      }
    }
  }

  function drawGrid() {
    const grid = pane("raster", 400);
    grid.addTo(map);
    addHatch(grid);
    const rectangle = (vak, className) => {
      L.rectangle(square(vak), { renderer: grid, pane: "raster", className, interactive: false }).addTo(map);
    };
    data.weinig.forEach((vak) => rectangle(vak, "vak weinig"));
    data.vakken.forEach((vak) => rectangle(vak.vak, `vak klasse-${vak.klasse}`));
  }

  function look() {
    const [west, south, east, north] = data.beeld;
    const bounds = L.latLngBounds([south, west], [north, east]);
    map.setMaxZoom(data.zoom_hoogst);
    map.fitBounds(bounds, { animate: false, padding: [8, 8] });
    map.setMinZoom(map.getZoom() - 1);
    map.setMaxBounds(bounds.pad(0.5));
  }

  // Two buttons in the language of the page; Leaflet's own are in English and of another size.
  function addButtons() {
    const box = element("div", "knoppen", "");
    for (const [text, name, act] of [["+", data.woorden.in, () => map.zoomIn(0.5)], ["\u2212", data.woorden.uit, () => map.zoomOut(0.5)]]) {
      const button = element("button", "", text);
      button.type = "button";
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      box.append(button);
    }
    map.getContainer().parentElement.append(box);
  }

  map.getContainer().setAttribute("aria-label", data.woorden.kaart);
  look();
  drawGround();
  drawGrid();
  drawLines();
  const figures = data.vakken
    .filter((vak) => vak.tekst !== "")
    .map(({ vak: [x, y, side], klasse, tekst }) => words(`cijfer-${klasse} cijfer`, tekst, [y + side / 2, x + side / 2], side));
  const names = data.buurten.map(({ naam, midden: [x, y] }) => words("naam", naam, [y, x], 0));
  placeWords([...figures, ...names]);
  map.on("zoomend", () => placeWords([...figures, ...names]));
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  addButtons();
})();
