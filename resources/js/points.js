// The meldingen: one canvas of dots and discs.
(function (Boa) {
  "use strict";
  const REACH = 22;
  const { RIM } = Boa;
  // Memory for some hundred small pictures is nothing; counts that differ at every zoom must not pile up.
  const PICTURES_MOST = 500;
  // Above these, finding what differs costs more than drawing all.
  const COMPARED_MOST = 1500;
  const CHANGED_MOST = 40;

  const Points = Boa.CanvasLayer.extend({
    options: { pane: "boaPunten" },

    setPoints(points) {
      this._points = points;
      // The quick look first: most selections hold none.
      this._hasHollow = points.forms.includes(1) && points.forms.some((form, i) => form === 1 && points.shown[i] === 1);
      if (!this._redrawChanged()) {
        this.redraw();
      }
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

    // Over the heat fewer discs lie, so that its colours show between them.
    setSparse(on) {
      if (on !== this._sparse) {
        this._sparse = on;
        this.redraw();
      }
    },

    hasHollow() {
      return this._hasHollow === true;
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
      this._found = this._counted || this._count(view);
      this._counted = null;
      if (!this._pictures || this._pictures.ratio !== this._ratio || this._pictures.size > PICTURES_MOST) {
        this._pictures = Object.assign(new Map(), { ratio: this._ratio });
      }
      this._drawAll(ctx, this._found.discs);
    },

    clustered(view) {
      return this._points ? Boa.cluster(this._points, { ...view, sparse: this._sparse === true }) : { discs: [] };
    },

    // What is to be drawn, each with the picture it needs and where that goes.
    _count(view) {
      const found = this.clustered(view);
      for (const disc of found.discs) {
        disc.kind = disc.count === 1 ? -1 - this._points.forms[disc.first] : disc.count;
        disc.half = Math.ceil(disc.radius + RIM + 1);
        disc.left = this._onPixel(disc.x - disc.half);
        disc.top = this._onPixel(disc.y - disc.half);
      }
      return found;
    },

    _drawAll(ctx, discs) {
      // Discs last: a figure must stay readable, a dot is recognised when half of it shows.
      for (const isDisc of [false, true]) {
        for (const disc of discs) {
          if (disc.count > 1 === isDisc) {
            ctx.drawImage(this._pictureOf(disc), disc.left, disc.top, 2 * disc.half, 2 * disc.half);
          }
        }
      }
    },

    // After a save a few discs differ: only their places are wiped and drawn again. False: draw all.
    _redrawChanged() {
      const before = this._found && this._map && this._view && !this._map._animatingZoom ? this._found.discs : null;
      if (before === null || !this._pictures || before.length > COMPARED_MOST) {
        return false;
      }
      const found = this._count(this._view);
      const places = changedPlaces(before, found.discs);
      if (places.length > CHANGED_MOST) {
        this._counted = found;
        return false;
      }
      const ctx = this._ctx;
      ctx.save();
      // On whole pixels of the screen, or the edge of what is wiped would show.
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.beginPath();
      for (const { left, top, half } of places) {
        const [x, y] = [Math.floor(left * this._ratio), Math.floor(top * this._ratio)];
        const span = Math.ceil(2 * half * this._ratio) + 1;
        ctx.rect(x, y, span, span);
      }
      ctx.clip();
      ctx.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
      ctx.clearRect(0, 0, this._view.width, this._view.height);
      this._drawAll(ctx, found.discs.filter((disc) => places.some((place) => touches(disc, place))));
      ctx.restore();
      this._found = found;
      return true;
    },

    // Between two pixels an edge would be blurred.
    _onPixel(place) {
      return Math.round(place * this._ratio) / this._ratio;
    },

    // Each dot and each figure is drawn once and then copied: thousands of circles and figures cost more than counting.
    _pictureOf(disc) {
      let picture = this._pictures.get(disc.kind);
      if (picture === undefined) {
        picture = document.createElement("canvas");
        picture.width = picture.height = Math.ceil(2 * disc.half * this._ratio);
        const ctx = picture.getContext("2d");
        const scale = picture.width / (2 * disc.half);
        ctx.setTransform(scale, 0, 0, scale, 0, 0);
        const copy = { x: disc.half, y: disc.half, radius: disc.radius, count: disc.count };
        if (disc.count === 1) {
          this._drawDot(ctx, copy, -1 - disc.kind);
        } else {
          this._drawDisc(ctx, copy);
        }
        this._pictures.set(disc.kind, picture);
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

  function nameOf(disc) {
    return `${disc.kind} ${disc.left} ${disc.top}`;
  }

  // The discs that are drawn in one list and not in the other.
  function changedPlaces(before, after) {
    const gone = new Map(before.map((disc) => [nameOf(disc), disc]));
    const fresh = after.filter((disc) => !gone.delete(nameOf(disc)));
    return [...gone.values(), ...fresh];
  }

  function touches(disc, place) {
    const reach = disc.half + place.half + 1;
    return Math.abs(disc.x - place.x) <= reach && Math.abs(disc.y - place.y) <= reach;
  }

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
