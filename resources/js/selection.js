// The chosen melding: a ring, its dot inside also when it lies behind a disc, and a call-out on the emptier side.
(function (Boa) {
  "use strict";
  const GAP = 30;
  // A call-out that is slid along its side still begins beside the ring.
  const SLID = 12;
  // First the four sides; then beside them, for a point in a corner between two controls.
  const PLACES = [
    (w, h) => [-GAP - w, -h / 2],
    (w, h) => [GAP, -h / 2],
    (w, h) => [-w / 2, -GAP - h],
    (w) => [-w / 2, GAP],
    (w, h) => [-GAP - w, SLID - h],
    (w) => [-GAP - w, -SLID],
    (w, h) => [GAP, SLID - h],
    () => [GAP, -SLID],
    (w, h) => [SLID - w, -GAP - h],
    (w, h) => [-SLID, -GAP - h],
    (w) => [SLID - w, GAP],
    () => [-SLID, GAP],
  ];
  // What lies outside the map cannot be read at all; behind a control that lets the map through a little still can.
  const OUTSIDE = 4;
  const ON_TOP = 1e6;

  class Selection {
    constructor(map, points) {
      this._map = map;
      this._points = points;
      this._nr = null;
      this._texts = ["", ""];
      this._marker = null;
      map.on("moveend resize", this._place, this);
      // Legend, sentence and tools come and go without the map moving.
      const watch = new ResizeObserver(() => this._place());
      document.querySelectorAll(".boa-laag > *").forEach((corner) => watch.observe(corner));
    }

    get nr() {
      return this._nr;
    }

    set(nr, title, meta) {
      this._nr = nr;
      this._texts = [title, meta];
      this.refresh();
    }

    // After a filter the point may be gone or back.
    refresh() {
      this._marker?.remove();
      this._marker = null;
      const index = this._nr === null ? -1 : this._points.indexOf(this._nr);
      if (index < 0) {
        return;
      }
      const form = ["vol", "hol", "door"][this._points.formOf(index)] || "vol";
      const content = Boa.element("div", "boa-gekozen");
      content.append(Boa.element("span", `boa-gekozen-stip boa-gekozen-${form}`), this._callOut());
      this._marker = L.marker(this._points.latLngOf(index), {
        icon: Boa.icon("boa-gekozen-vak", content, 0),
        interactive: false,
        keyboard: false,
        zIndexOffset: ON_TOP,
      }).addTo(this._map);
      this._place();
    }

    _callOut() {
      const [title, meta] = this._texts;
      const box = Boa.element("div", "boa-bijschrift");
      box.hidden = title === "";
      box.append(Boa.element("div", "boa-bijschrift-titel", title), Boa.element("div", "boa-bijschrift-meta", meta));
      return box;
    }

    // Where least of it is out of sight; of those, where it covers the fewest meldingen; of those, the first.
    _place() {
      const box = this._marker?.getElement()?.querySelector(".boa-bijschrift");
      if (!box || box.hidden) {
        return;
      }
      const at = this._map.latLngToContainerPoint(this._marker.getLatLng());
      const [w, h] = [box.offsetWidth, box.offsetHeight];
      const obstacles = [...document.querySelectorAll(".boa-laag > * > *")].map((part) => part.getBoundingClientRect());
      let best = null;
      for (const place of PLACES) {
        const [dx, dy] = place(w, h);
        const [left, top] = [at.x + dx, at.y + dy];
        const part = { left, top, right: left + w, bottom: top + h };
        const lost = this._lostArea(part, obstacles);
        const weight = this._points.weightIn(part.left, part.top, part.right, part.bottom);
        if (best === null || lost < best.lost || (lost === best.lost && weight < best.weight)) {
          best = { lost, weight, dx, dy };
        }
      }
      box.style.transform = `translate(${best.dx}px, ${best.dy}px)`;
    }

    // Square pixels that nobody sees.
    _lostArea(part, obstacles) {
      const { x, y } = this._map.getSize();
      const whole = sharedArea(part, part);
      const outside = whole - sharedArea(part, { left: 0, top: 0, right: x, bottom: y });
      return OUTSIDE * outside + obstacles.reduce((sum, obstacle) => sum + sharedArea(part, obstacle), 0);
    }
  }

  function sharedArea(a, b) {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.max(0, width) * Math.max(0, height);
  }

  Object.assign(Boa, { Selection });
})(window.Boa);
