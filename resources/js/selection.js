// The chosen melding: a ring, its dot inside also when it lies behind a disc, and a call-out on the emptier side.
(function (Boa) {
  "use strict";
  const GAP = 30;
  const SIDES = {
    links: (w, h) => [-GAP - w, -h / 2],
    rechts: (w, h) => [GAP, -h / 2],
    boven: (w, h) => [-w / 2, -GAP - h],
    onder: (w) => [-w / 2, GAP],
  };
  const OUTSIDE = 1e6;

  class Selection {
    constructor(map, points) {
      this._map = map;
      this._points = points;
      this._nr = null;
      this._texts = ["", ""];
      this._marker = null;
      map.on("moveend", this._place, this);
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
        zIndexOffset: OUTSIDE,
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

    _place() {
      const box = this._marker?.getElement().querySelector(".boa-bijschrift");
      if (!box || box.hidden) {
        return;
      }
      const at = this._map.latLngToContainerPoint(this._marker.getLatLng());
      const view = this._map.getSize();
      const [w, h] = [box.offsetWidth, box.offsetHeight];
      const obstacles = [...document.querySelectorAll(".boa-laag > *")].map((part) => part.getBoundingClientRect());
      let best = null;
      for (const side of Object.keys(SIDES)) {
        const [dx, dy] = SIDES[side](w, h);
        const [left, top] = [at.x + dx, at.y + dy];
        const outside = left < 0 || top < 0 || left + w > view.x || top + h > view.y;
        const behind = obstacles.some((o) => left < o.right && left + w > o.left && top < o.bottom && top + h > o.top);
        const weight = this._points.weightIn(left, top, left + w, top + h) + (outside || behind ? OUTSIDE : 0);
        if (best === null || weight < best.weight) {
          best = { weight, dx, dy };
        }
      }
      box.style.transform = `translate(${best.dx}px, ${best.dy}px)`;
    }
  }

  Object.assign(Boa, { Selection });
})(window.Boa);
