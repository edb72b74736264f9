// The few things one can touch by themselves: JOP's, numbered places, neighbours and the pin. Real elements, so that
// the Tab key reaches them and a screen reader names them. All texts are set as text.
(function (Boa) {
  "use strict";
  const STEP = 4;
  const STEP_LARGE = 24;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const PIN_PATH = "M18 44 C15 34 3 27 3 16 A15 15 0 0 1 33 16 C33 27 21 34 18 44 Z";

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function icon(className, content, size) {
    return L.divIcon({ className, html: content, iconSize: [size, size], iconAnchor: [size / 2, size / 2] });
  }

  // A marker that is a button for whoever cannot point at it. options: what differs from a sign on its place.
  function buttonMarker(lat, lon, content, name, onChoose, options) {
    const shape = icon("boa-merk", content, 44);
    const marker = L.marker([lat, lon], { icon: shape, keyboard: true, riseOnHover: true, ...options });
    marker.on("add", () => {
      const button = marker.getElement();
      if (!content.classList.contains("boa-buur")) {
        const word = element("span", "boa-merk-naam", name);
        word.setAttribute("aria-hidden", "true");
        button.append(word);
      }
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", name);
      button.title = name;
    });
    marker.on("click keypress", (event) => {
      if (event.type === "click" || event.originalEvent.key === "Enter") {
        onChoose();
      }
    });
    return marker;
  }

  function jopMarker(jop) {
    const sign = element("span", "boa-jop");
    sign.append(element("span", "boa-icoon boa-icoon-warehouse"));
    const choose = () => Boa.send("report_choice", { soort: "jop", uid: jop.uid });
    const shape = L.divIcon({ className: "boa-merk", html: sign, iconSize: [44, 44], iconAnchor: [4, 40] });
    return buttonMarker(jop.lat, jop.lon, sign, jop.naam, choose, { icon: shape, pane: "boaJops" });
  }

  function placeMarker(place) {
    const disc = element("span", "boa-plek", place.label);
    return buttonMarker(place.lat, place.lon, disc, place.naam, () =>
      Boa.send("report_choice", { soort: "plek", uid: place.uid }),
    );
  }

  function neighbourMarker(neighbour) {
    const group = element("span", "boa-buur");
    group.append(element("span", "boa-buur-stip"), element("span", "boa-buur-tijd", neighbour.label));
    return buttonMarker(neighbour.lat, neighbour.lon, group, neighbour.label, () =>
      Boa.send("report_point", { nr: neighbour.nr, again: false }),
    );
  }

  function pinElement() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 36 46");
    svg.setAttribute("class", "boa-pin");
    const body = document.createElementNS("http://www.w3.org/2000/svg", "path");
    body.setAttribute("d", PIN_PATH);
    body.setAttribute("class", "boa-pin-vorm");
    const hole = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    hole.setAttribute("cx", "18");
    hole.setAttribute("cy", "16");
    hole.setAttribute("r", "5");
    hole.setAttribute("class", "boa-pin-gat");
    svg.append(body, hole);
    return svg;
  }

  class Pin {
    constructor(map) {
      this._map = map;
      this._marker = null;
      this._circle = null;
      this._movable = false;
      this._name = "";
    }

    get isMovable() {
      return this._movable;
    }

    setName(name) {
      this._name = name;
      this._label();
    }

    set(lon, lat, accuracy) {
      this.clear();
      if (accuracy !== null) {
        this._circle = L.circle([lat, lon], { radius: accuracy, interactive: false, className: "boa-nauwkeurig" });
        this._circle.addTo(this._map);
      }
      const shape = L.divIcon({ className: "boa-pin-vak", html: pinElement(), iconSize: [44, 54], iconAnchor: [22, 50] });
      this._marker = L.marker([lat, lon], { icon: shape, draggable: this._movable, keyboard: this._movable });
      this._marker.on("dragend", () => this._report());
      this._marker.addTo(this._map);
      this._label();
      this._marker.getElement().addEventListener("keydown", (event) => this._onKey(event));
    }

    clear() {
      this._marker?.remove();
      this._circle?.remove();
      this._marker = null;
      this._circle = null;
    }

    setMovable(on) {
      this._movable = on;
      this._map.getContainer().classList.toggle("boa-prikken", on);
      if (this._marker) {
        const { lat, lng } = this._marker.getLatLng();
        this.set(lng, lat, this._circle ? this._circle.getRadius() : null);
      }
    }

    placeAt(latLng) {
      this.set(latLng.lng, latLng.lat, null);
      this._report();
    }

    _label() {
      const shape = this._marker?.getElement();
      if (shape) {
        shape.setAttribute("role", "img");
        shape.setAttribute("aria-label", this._name);
      }
    }

    _onKey(event) {
      const way = ARROWS[event.key];
      if (!way || !this._movable) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? STEP_LARGE : STEP;
      const at = this._map.latLngToContainerPoint(this._marker.getLatLng()).add([way[0] * step, way[1] * step]);
      this._marker.setLatLng(this._map.containerPointToLatLng(at));
      this._report();
    }

    // By hand the place is as exact as the hand, no longer as the receiver was.
    _report() {
      this._circle?.remove();
      this._circle = null;
      const { lat, lng } = this._marker.getLatLng().wrap();
      Boa.send("report_pin", { lon: lng, lat });
    }
  }

  // A group of markers that is replaced as a whole.
  function fillGroup(group, things, makeMarker) {
    group.clearLayers();
    things.forEach((thing) => makeMarker(thing).addTo(group));
  }

  Object.assign(Boa, { Pin, element, icon, jopMarker, placeMarker, neighbourMarker, fillGroup });
})(window.Boa);
