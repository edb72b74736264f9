// A layer that is one canvas over the map. Leaflet's renderer moves and scales it while zooming; we only draw.
(function (Boa) {
  "use strict";
  const WORLD = 256;

  // Positions become Web Mercator once (the world = 0..1, y down), so that drawing is one multiplication each.
  function toMercator(flat) {
    const out = new Float64Array(flat.length);
    for (let i = 0; i < flat.length; i += 2) {
      out[i] = flat[i] / 360 + 0.5;
      out[i + 1] = 0.5 - Math.asinh(Math.tan((flat[i + 1] * Math.PI) / 180)) / (2 * Math.PI);
    }
    return out;
  }

  function toLatLng(x, y) {
    const lat = (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
    return L.latLng(lat, (x - 0.5) * 360);
  }

  // A line or ring with its own box, so that what is outside the window costs nothing.
  function makePath(flat) {
    const points = toMercator(flat);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      box[0] = Math.min(box[0], points[i]);
      box[1] = Math.min(box[1], points[i + 1]);
      box[2] = Math.max(box[2], points[i]);
      box[3] = Math.max(box[3], points[i + 1]);
    }
    return { points, box };
  }

  const CanvasLayer = L.Renderer.extend({
    // slides: after a move at the same zoom only what came into sight is drawn. For layers whose every part looks the
    // same whatever lies beside it.
    options: { padding: 0.2, pane: "overlayPane", redrawOn: "boa:thema boa:letters", slides: false },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._ctx = this._container.getContext("2d");
      this._map.on(this.options.redrawOn, this.redraw, this);
    },

    _destroyContainer() {
      this._map.off(this.options.redrawOn, this.redraw, this);
      this._container.remove();
      delete this._container;
      delete this._ctx;
    },

    _updatePaths() {},

    // Leaflet would also move the canvas by the part of a pixel that rounding left, which blurs every letter and line.
    _reset() {
      this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) {
        return;
      }
      L.Renderer.prototype._update.call(this);
      this._fitCanvas();
      this._paint();
    },

    _fitCanvas() {
      const canvas = this._container;
      const span = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const width = Math.round(span.x * ratio);
      const height = Math.round(span.y * ratio);
      // Giving a canvas its size again throws its memory away, also when it is the same size.
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${span.x}px`;
        canvas.style.height = `${span.y}px`;
      }
      this._ratio = ratio;
    },

    _paint() {
      const span = this._bounds.getSize();
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const scale = WORLD * 2 ** this._zoom;
      const view = {
        zoom: this._zoom,
        scale,
        left: origin.x,
        top: origin.y,
        width: span.x,
        height: span.y,
        box: [origin.x / scale, origin.y / scale, (origin.x + span.x) / scale, (origin.y + span.y) / scale],
      };
      const strips = this.options.slides ? this._stripsAfter(this._drawn, view) : null;
      this._view = view;
      this._drawn = { ...view, ratio: this._ratio };
      this._ctx.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
      if (strips === null) {
        this._ctx.clearRect(0, 0, span.x, span.y);
        this.draw(this._ctx, view);
      } else {
        strips.forEach((strip) => this._paintStrip(view, strip));
      }
    },

    // Moves what is on the canvas; the rectangles that are now bare, or null when all must be drawn.
    _stripsAfter(before, { zoom, left, top, width, height }) {
      const ratio = this._ratio;
      if (!before || before.zoom !== zoom || before.width !== width || before.height !== height || before.ratio !== ratio) {
        return null;
      }
      const [x, y] = [before.left - left, before.top - top];
      // Half a pixel of the screen would blur every line.
      const isWhole = Number.isInteger(x * ratio) && Number.isInteger(y * ratio);
      if (!isWhole || Math.abs(x) >= width || Math.abs(y) >= height) {
        return null;
      }
      const ctx = this._ctx;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.globalCompositeOperation = "copy";
      ctx.drawImage(this._container, x * ratio, y * ratio);
      ctx.globalCompositeOperation = "source-over";
      const beside = [x > 0 ? 0 : width + x, 0, Math.abs(x), height];
      const above = [Math.max(0, x), y > 0 ? 0 : height + y, width - Math.abs(x), Math.abs(y)];
      return [beside, above].filter(([, , wide, high]) => wide > 0 && high > 0);
    },

    _paintStrip(view, [x, y, wide, high]) {
      const { left, top, scale } = view;
      const ctx = this._ctx;
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, y, wide, high);
      ctx.clip();
      const box = [left + x, top + y, left + x + wide, top + y + high].map((value) => value / scale);
      this.draw(ctx, { ...view, box });
      ctx.restore();
    },

    redraw() {
      this._drawn = null;
      if (this._map && this._bounds && !this._map._animatingZoom) {
        this._paint();
      }
    },

    // Where a point of the window lies on this canvas.
    toCanvas(containerPoint) {
      return this._map.containerPointToLayerPoint(containerPoint).subtract(this._bounds.min);
    },

    draw(_ctx, _view) {},
  });

  function isVisible(path, view, margin) {
    const room = (margin || 0) / view.scale;
    const [left, top, right, bottom] = view.box;
    const box = path.box;
    return box[0] <= right + room && box[2] >= left - room && box[1] <= bottom + room && box[3] >= top - room;
  }

  // Adds a path to the current one; steps shorter than half a pixel are left out, nobody sees them.
  function trace(ctx, path, view) {
    const points = path.points;
    const last = points.length - 2;
    let x = points[0] * view.scale - view.left;
    let y = points[1] * view.scale - view.top;
    ctx.moveTo(x, y);
    for (let i = 2; i <= last; i += 2) {
      const nx = points[i] * view.scale - view.left;
      const ny = points[i + 1] * view.scale - view.top;
      if (i === last || Math.abs(nx - x) + Math.abs(ny - y) > 0.7) {
        ctx.lineTo(nx, ny);
        x = nx;
        y = ny;
      }
    }
  }

  Object.assign(Boa, { CanvasLayer, makePath, toMercator, toLatLng, isVisible, trace });
})(window.Boa);
