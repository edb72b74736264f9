// The meldingen: one canvas, fed by packed numbers over fetch (layout: boa_app/mapping/scene.py).
(function (Boa) {
  "use strict";
  const MAGIC = 0x31414f42;
  const REACH = 22;

  function decodePoints(buffer) {
    const head = new DataView(buffer);
    if (head.getUint32(0, true) !== MAGIC) {
      throw new Error("punten: onbekende indeling");
    }
    const length = head.getInt32(4, true);
    return {
      length,
      originX: head.getFloat64(8, true),
      originY: head.getFloat64(16, true),
      nrs: new Int32Array(buffer, 24, length),
      dx: new Float32Array(buffer, 24 + 4 * length, length),
      dy: new Float32Array(buffer, 24 + 8 * length, length),
      forms: new Uint8Array(buffer, 24 + 12 * length, length),
    };
  }

  const Points = Boa.CanvasLayer.extend({
    options: { pane: "boaPunten" },

    setPoints(points) {
      this._points = points;
      this.redraw();
      return this;
    },

    // The index of a melding among the points, -1 when the filter left it out.
    indexOf(nr) {
      return this._points ? this._points.nrs.indexOf(nr) : -1;
    },

    latLngOf(index) {
      const points = this._points;
      return Boa.toLatLng(points.originX + points.dx[index], points.originY + points.dy[index]);
    },

    nrAt(index) {
      return this._points.nrs[index];
    },

    // Place in the window and count of every disc drawn.
    drawn() {
      const shift = this._map && this._bounds ? this._map.layerPointToContainerPoint(this._bounds.min) : L.point(0, 0);
      const discs = this._map && this._found ? this._found.discs : [];
      return discs.map((disc) => [Math.round(disc.x + shift.x), Math.round(disc.y + shift.y), disc.count]);
    },

    hasHollow() {
      return this._points ? this._points.forms.includes(1) : false;
    },

    formOf(index) {
      return this._points.forms[index];
    },

    draw(ctx, view) {
      this._found = this._points ? Boa.cluster(this._points, view) : { discs: [] };
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      // Discs last: a figure must stay readable, a dot is recognised when half of it shows.
      const discs = this._found.discs;
      discs.filter((disc) => disc.count === 1).forEach((disc) => this._drawDot(ctx, disc));
      discs.filter((disc) => disc.count > 1).forEach((disc) => this._drawDisc(ctx, disc));
    },

    _drawDot(ctx, disc) {
      const form = this._points.forms[disc.first];
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius + 2, Boa.token("k-stip-rand"));
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius, Boa.token("k-stip"));
      if (form > 0) {
        Boa.fillCircle(ctx, disc.x, disc.y, disc.radius - 2.5, Boa.token("k-stip-rand"));
      }
      if (form === 2) {
        ctx.strokeStyle = Boa.token("k-stip");
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(disc.x - disc.radius, disc.y + disc.radius);
        ctx.lineTo(disc.x + disc.radius, disc.y - disc.radius);
        ctx.stroke();
      }
    },

    _drawDisc(ctx, disc) {
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius + 2, Boa.token("k-stip-rand"));
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius, Boa.token("k-stip"));
      ctx.font = Boa.font(disc.count < 100 ? "t-buurt" : "t-as", "w-zwaar");
      ctx.fillStyle = Boa.token("k-stip-rand");
      // The letter's middle lies a little under the middle of its box.
      ctx.fillText(Boa.shortNumber(disc.count), disc.x, disc.y + 1);
    },

    // The disc at a point of the window, or null; a finger may miss by half its width.
    discAt(containerPoint) {
      if (!this._found || !this._map) {
        return null;
      }
      const at = this.toCanvas(containerPoint);
      let best = null;
      for (const disc of this._found.discs) {
        const away = Math.hypot(disc.x - at.x, disc.y - at.y) - disc.radius;
        if (away <= REACH - Math.min(disc.radius, REACH) + 2 && (best === null || away < best.away)) {
          best = { disc, away };
        }
      }
      return best && best.disc;
    },

    // Indices of the points behind a disc, in the order of the list.
    members(disc) {
      const { bins, cell } = this._found;
      const cells = new Set(disc.cells);
      const points = this._points;
      const view = this._view;
      const found = [];
      for (let i = 0; i < points.length; i += 1) {
        const x = (points.originX + points.dx[i]) * view.scale - view.left - bins.shiftX;
        const y = (points.originY + points.dy[i]) * view.scale - view.top - bins.shiftY;
        const column = Math.floor(x / cell);
        const row = Math.floor(y / cell);
        if (column >= 0 && column < bins.columns && row >= 0 && cells.has(row * bins.columns + column)) {
          found.push(i);
        }
      }
      return found;
    },

    // How many drawn things a rectangle of the window covers; for the call-out, which goes where there is least.
    weightIn(left, top, right, bottom) {
      if (!this._found || !this._map) {
        return 0;
      }
      const a = this.toCanvas(L.point(left, top));
      const b = this.toCanvas(L.point(right, bottom));
      return this._found.discs
        .filter((disc) => disc.x > a.x && disc.x < b.x && disc.y > a.y && disc.y < b.y)
        .reduce((sum, disc) => sum + disc.count, 0);
    },
  });

  function fillCircle(ctx, x, y, radius, colour) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
  }

  function shortNumber(count) {
    return count < 10000 ? count.toLocaleString(Boa.language) : `${Math.round(count / 1000)}k`;
  }

  Object.assign(Boa, { Points, decodePoints, fillCircle, shortNumber });
})(window.Boa);
