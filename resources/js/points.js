// The meldingen: one canvas of dots and discs.
(function (Boa) {
  "use strict";
  const REACH = 22;
  const RIM = 2;
  // Memory for some hundred small pictures is nothing; counts that differ at every zoom must not pile up.
  const PICTURES_MOST = 500;

  const Points = Boa.CanvasLayer.extend({
    options: { pane: "boaPunten" },

    setPoints(points) {
      this._points = points;
      this.redraw();
      return this;
    },

    // The index of a melding among the points, -1 when the filter left it out.
    indexOf(nr) {
      const index = this._points ? this._points.nrs.indexOf(nr) : -1;
      return index >= 0 && this._points.shown[index] === 1 ? index : -1;
    },

    latLngOf(index) {
      return Boa.toLatLng(this._points.x[index] / Boa.WORLD, this._points.y[index] / Boa.WORLD);
    },

    // A rectangle around some of them.
    boundsOf(indices) {
      const { x, y } = this._points;
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const i of indices) {
        box[0] = Math.min(box[0], x[i]);
        box[1] = Math.min(box[1], y[i]);
        box[2] = Math.max(box[2], x[i]);
        box[3] = Math.max(box[3], y[i]);
      }
      const corner = (left, top) => Boa.toLatLng(left / Boa.WORLD, top / Boa.WORLD);
      return L.latLngBounds(corner(box[0], box[1]), corner(box[2], box[3]));
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
      const points = this._points;
      return points !== null && points !== undefined && points.forms.some((form, i) => form === 1 && points.shown[i] === 1);
    },

    formOf(index) {
      return this._points.forms[index];
    },

    // After a change of theme or letters every picture is made anew.
    redraw(event) {
      if (event !== undefined) {
        this._pictures = null;
      }
      return Boa.CanvasLayer.prototype.redraw.call(this);
    },

    draw(ctx, view) {
      this._found = this._points ? Boa.cluster(this._points, view) : { discs: [] };
      if (!this._pictures || this._pictures.ratio !== this._ratio || this._pictures.size > PICTURES_MOST) {
        this._pictures = Object.assign(new Map(), { ratio: this._ratio });
      }
      // Discs last: a figure must stay readable, a dot is recognised when half of it shows.
      for (const isDisc of [false, true]) {
        for (const disc of this._found.discs) {
          if (disc.count > 1 === isDisc) {
            const picture = this._pictureOf(disc);
            const half = picture.span / 2;
            ctx.drawImage(picture, this._onPixel(disc.x - half), this._onPixel(disc.y - half), picture.span, picture.span);
          }
        }
      }
    },

    // Between two pixels an edge would be blurred.
    _onPixel(place) {
      return Math.round(place * this._ratio) / this._ratio;
    },

    // Each dot and each figure is drawn once and then copied: thousands of circles and figures cost more than counting.
    _pictureOf(disc) {
      const form = disc.count === 1 ? this._points.forms[disc.first] : 0;
      const key = disc.count === 1 ? -1 - form : disc.count;
      let picture = this._pictures.get(key);
      if (picture === undefined) {
        picture = document.createElement("canvas");
        picture.span = 2 * Math.ceil(disc.radius + RIM + 1);
        picture.width = picture.height = Math.ceil(picture.span * this._ratio);
        const ctx = picture.getContext("2d");
        ctx.setTransform(picture.width / picture.span, 0, 0, picture.width / picture.span, 0, 0);
        const copy = { x: picture.span / 2, y: picture.span / 2, radius: disc.radius, count: disc.count };
        if (disc.count === 1) {
          this._drawDot(ctx, copy, form);
        } else {
          this._drawDisc(ctx, copy);
        }
        this._pictures.set(key, picture);
      }
      return picture;
    },

    _drawDot(ctx, disc, form) {
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius + RIM, Boa.token("k-stip-rand"));
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
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius + RIM, Boa.token("k-stip-rand"));
      Boa.fillCircle(ctx, disc.x, disc.y, disc.radius, Boa.token("k-stip"));
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
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
      return Boa.membersOf(this._points, this._found.grid, disc);
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

  Object.assign(Boa, { Points, fillCircle, shortNumber });
})(window.Boa);
