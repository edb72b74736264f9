// Two to six places of one thing, of which a person chooses one: M a disc, H a square, joined by a dotted line.
(function (Boa) {
  "use strict";
  const DOTS = "2 7";

  function sideMarker(kaart, side) {
    const shape = side.eigen ? "boa-zijde boa-zijde-eigen" : "boa-zijde";
    const sign = Boa.element("span", shape, side.letter);
    const marker = L.marker([side.lat, side.lon], {
      icon: Boa.icon("boa-merk", sign, 44),
      keyboard: true,
      riseOnHover: true,
    });
    marker.on("add", () => {
      const button = marker.getElement();
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", side.naam);
      button.setAttribute("aria-pressed", String(side.gekozen));
      button.title = side.naam;
      sign.classList.toggle("boa-zijde-gekozen", side.gekozen);
    });
    marker.on("click keypress", (event) => {
      if (event.type === "click" || event.originalEvent.key === "Enter") {
        Boa.send("report_choice", { soort: "zijde", uid: side.code });
      }
    });
    return marker;
  }

  Boa.addPart((kaart) => {
    const group = L.layerGroup().addTo(kaart.map);
    let shown = [];

    kaart.onInspect("zijden", () => shown.map((side) => [side.letter, side.gekozen]));
    Object.assign(Boa.api, {
      set_sides(sides) {
        shown = sides;
        group.clearLayers();
        if (sides.length > 1) {
          const way = sides.map((side) => [side.lat, side.lon]);
          L.polyline(way, { interactive: false, className: "boa-zijde-lijn", dashArray: DOTS }).addTo(group);
        }
        sides.forEach((side) => sideMarker(kaart, side).addTo(group));
      },
    });
  });
})(window.Boa);
