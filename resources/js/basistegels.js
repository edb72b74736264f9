// The base map made of vector tiles: read and labelled by protomaps-leaflet, drawn on one canvas like all else here.
//
//   _update ── which tiles? ── all there ──────────────> paint
//                 └─ some not: fetched, what is on the screen stays until they are there
//
// Not its own Leaflet layer: that one draws whole zooms and lets the page stretch them, and our map stands between two
// nearly always; letters would blur. Here every line is drawn at the zoom it is seen at, on the screen and on paper.
(function (Boa) {
  "use strict";
  const LIBRARY = "boa://map/basiskaart/protomaps-leaflet.js";
  // Side of a tile in its own units; at its own zoom it is twice 256 pixels wide.
  const UNITS = 512;
  const LEVELS_LESS = 1;
  const KEPT = 96;
  const ANCESTORS = 4;
  // Then what is there is drawn, and again when the rest came.
  const PATIENCE_MS = 250;
  // So much deeper than the deepest tile they still are a map.
  const DEEPER = 6;
  const EDGE = 1.6;
  let library = null;

  function loadLibrary() {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = () => resolve(window.protomapsL);
      script.onerror = () => reject(new Error("kaart: protomaps-leaflet is er niet"));
      document.head.append(script);
    });
    return library;
  }

  function addTo(path, lines, isClosed) {
    for (const points of lines) {
      points.forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      if (isClosed) {
        path.closePath();
      }
    }
  }

  // One tile: a path per kind, and of its features only those that may have a name.
  function makeTile(layers, schema, named) {
    const paths = new Map();
    for (const [layer, kindOf] of Object.entries(schema)) {
      for (const { props, geomType, geom } of layers.get(layer) || []) {
        const kind = kindOf(props, geomType);
        if (kind !== null) {
          if (!paths.has(kind)) {
            paths.set(kind, new Path2D());
          }
          addTo(paths.get(kind), geom, geomType === 3);
        }
      }
    }
    const names = new Map([...layers].filter(([layer]) => named.has(layer)).map(([layer, all]) => [layer, Boa.withNames(all)]));
    return { paths, names, isEmpty: layers.size === 0 };
  }

  // The tiles of one file, the last used ones kept.
  class TileStore {
    constructor(source, parts, spec) {
      this.spec = spec;
      this.rules = Boa.basisStijl.labelRules(parts, spec.schema);
      this._named = new Set(this.rules.map((rule) => rule.dataLayer));
      this._schema = Boa.basisStijl.SCHEMAS[spec.schema];
      this._source = source;
      this._tiles = new Map();
      this._waiting = new Map();
    }

    get(z, x, y) {
      const key = `${z}/${x}/${y}`;
      const tile = this._tiles.get(key);
      if (tile) {
        this._tiles.delete(key);
        this._tiles.set(key, tile);
      }
      return tile;
    }

    // Resolves when it is there, or when it cannot be had: then it is an empty one.
    fetch(z, x, y) {
      const key = `${z}/${x}/${y}`;
      if (!this._waiting.has(key)) {
        const read = this._source.get({ z, x, y }, UNITS).catch(() => new Map());
        this._waiting.set(key, read.then((layers) => this._keep(key, layers)));
      }
      return this._waiting.get(key);
    }

    _keep(key, layers) {
      // The library remembers every question for ever.
      this._source.zoomaborts.length = 0;
      this._waiting.delete(key);
      this._tiles.set(key, makeTile(layers, this._schema, this._named));
      while (this._tiles.size > KEPT) {
        this._tiles.delete(this._tiles.keys().next().value);
      }
    }
  }

  const VectorTiles = Boa.CanvasLayer.extend({
    options: { pane: "boaTegels", slides: true },

    // own: our drawing of what the kaartpakket itself holds, for what the tiles leave out.
    initialize(store, own, onPainted) {
      Boa.CanvasLayer.prototype.initialize.call(this);
      this.store = store;
      this._own = own;
      this._onPainted = onPainted;
      this._asked = 0;
    },

    onRemove() {
      window.clearTimeout(this._timer);
      this._asked += 1;
      return Boa.CanvasLayer.prototype.onRemove.call(this);
    },

    covers(zoom) {
      const { minzoom, maxzoom } = this.store.spec;
      return Math.ceil(zoom) - LEVELS_LESS >= minzoom && zoom <= maxzoom + DEEPER;
    },

    // The tiles under a view: column, row, place and size on the canvas.
    wanted({ zoom, scale, left, top, box }) {
      if (!this.covers(zoom)) {
        return [];
      }
      const z = Math.min(this.store.spec.maxzoom, Math.ceil(zoom) - LEVELS_LESS);
      const count = 2 ** z;
      const span = scale / count;
      const found = [];
      const [west, north, east, south] = box.map((value) => Math.floor(value * count));
      for (let row = Math.max(0, north); row <= Math.min(count - 1, south); row += 1) {
        for (let column = west; column <= east; column += 1) {
          const x = ((column % count) + count) % count;
          found.push({ z, x, y: row, column, left: column * span - left, top: row * span - top, span });
        }
      }
      return found;
    },

    // Whether our own drawing must lie below; what the tiles leave out is drawn here, between their areas.
    hasGaps(view) {
      return !this.covers(view.zoom);
    },

    // Whether there is a tile with content at a place of the world (0..1).
    hasTileAt(x, y, zoom) {
      if (!this.covers(zoom)) {
        return false;
      }
      const z = Math.min(this.store.spec.maxzoom, Math.ceil(zoom) - LEVELS_LESS);
      return this.store.get(z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z))?.isEmpty !== true;
    },

    isBusy() {
      return this._isWaiting === true;
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) {
        return;
      }
      const missing = this.wanted(this._nextView()).filter(({ z, x, y }) => !this.store.get(z, x, y));
      this._asked += 1;
      window.clearTimeout(this._timer);
      if (missing.length === 0) {
        this._isWaiting = false;
        this._paintNow(false);
        this._onPainted(false);
        return;
      }
      this._isWaiting = true;
      // What is on the screen moves along until the rest is there.
      this._updateTransform(this._map.getCenter(), this._map.getZoom());
      this._await(missing, this._asked);
    },

    _updateTransform(center, zoom) {
      // Nothing was drawn yet that could move along.
      if (this._bounds) {
        Boa.CanvasLayer.prototype._updateTransform.call(this, center, zoom);
      }
    },

    _await(missing, asked) {
      const isCurrent = () => asked === this._asked && Boolean(this._map);
      this._timer = window.setTimeout(() => isCurrent() && this._paintNow(true), PATIENCE_MS);
      Promise.all(missing.map(({ z, x, y }) => this.store.fetch(z, x, y))).then(() => {
        if (isCurrent()) {
          window.clearTimeout(this._timer);
          this._isWaiting = false;
          // Part of it may have been drawn without them.
          this._drawn = null;
          this._paintNow(false);
          this._onPainted(true);
        }
      });
    },

    _paintNow(isPartial) {
      if (!this._map._animatingZoom || !this._bounds) {
        Boa.CanvasLayer.prototype._update.call(this);
        if (isPartial) {
          this._drawn = null;
        }
      }
    },

    // What the next drawing will show, before the canvas is moved there.
    _nextView() {
      const size = this._map.getSize();
      const padding = size.multiplyBy(this.options.padding);
      const corner = this._map.containerPointToLayerPoint(padding.multiplyBy(-1)).round().add(this._map.getPixelOrigin());
      const far = corner.add(size).add(padding.multiplyBy(2));
      const zoom = this._map.getZoom();
      const scale = 256 * 2 ** zoom;
      return { zoom, scale, left: corner.x, top: corner.y, box: [corner.x, corner.y, far.x, far.y].map((value) => value / scale) };
    },

    // The tile, or the part of a coarser one that lies there.
    _found(place) {
      const { z, x, y } = place;
      const own = this.store.get(z, x, y);
      if (own) {
        return { ...place, tile: own, scale: place.span / UNITS };
      }
      for (let up = 1; up <= ANCESTORS && z - up >= 0; up += 1) {
        const parts = 2 ** up;
        const tile = this.store.get(z - up, Math.floor(x / parts), Math.floor(y / parts));
        if (tile) {
          const scale = (place.span * parts) / UNITS;
          const shift = { left: place.left - (x % parts) * place.span, top: place.top - (y % parts) * place.span };
          return { ...place, ...shift, tile, scale, clip: [place.left, place.top, place.span] };
        }
      }
      return null;
    },

    draw(ctx, view) {
      const { AREAS, LINES, ROAD_LINES, RAIL, widthOf } = Boa.basisStijl;
      const { zoom } = view;
      const wanted = this.wanted(view);
      const tiles = wanted.map((place) => this._found(place)).filter((found) => found && !found.tile.isEmpty);
      const each = (kind, act) => tiles.forEach((found) => this._drawPart(ctx, found, kind, act));
      const stroke = (line, colour, width) => {
        ctx.strokeStyle = Boa.token(colour);
        each(line.kind, (path, scale) => {
          ctx.lineWidth = width / scale;
          Boa.lineShape(ctx, line.dash ? 0 : width);
          ctx.setLineDash((line.dash || []).map((part) => part / scale));
          ctx.stroke(path);
        });
      };
      for (const { kind, fill } of AREAS.filter(({ from }) => zoom >= from)) {
        ctx.fillStyle = Boa.token(fill);
        each(kind, (path) => ctx.fill(path));
        // Many tiles come without houses, or without the river.
        if (!tiles.some(({ tile }) => tile.paths.has(kind))) {
          this._own.drawAreas(ctx, view, kind);
        }
      }
      if (tiles.length < wanted.length) {
        this._own.drawStreets(ctx, view, ({ box }) => !this.hasTileAt((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, zoom));
      }
      LINES.filter(({ from }) => zoom >= from).forEach((line) => stroke(line, line.fill, widthOf(line, zoom)));
      if (zoom >= RAIL.from) {
        stroke({ kind: "rail" }, RAIL.fill, RAIL.width);
        if (zoom >= RAIL.tiesFrom) {
          stroke(RAIL, RAIL.fill, RAIL.ties);
        }
      }
      const roads = ROAD_LINES.filter(({ from }) => zoom >= from);
      // From far away a small street is one thin line, many times as quick.
      const isThin = (line) => zoom < line.edgesFrom;
      ctx.globalAlpha = Boa.THIN.alpha;
      roads.filter(isThin).forEach((line) => stroke(line, Boa.THIN.fill, Boa.THIN.width));
      ctx.globalAlpha = 1;
      // All edges first: a crossing must show no edge across the street.
      const wide = roads.filter((line) => !isThin(line));
      wide.forEach((line) => stroke(line, line.edge, widthOf(line, zoom) + EDGE));
      wide.forEach((line) => stroke(line, line.fill, widthOf(line, zoom)));
      ctx.setLineDash([]);
    },

    _drawPart(ctx, { tile, left, top, scale, clip }, kind, act) {
      const path = tile.paths.get(kind);
      if (!path) {
        return;
      }
      ctx.save();
      if (clip) {
        ctx.beginPath();
        ctx.rect(clip[0], clip[1], clip[2], clip[2]);
        ctx.clip();
      }
      ctx.translate(left, top);
      ctx.scale(scale, scale);
      act(path, scale);
      ctx.restore();
    },
  });

  // Gives the layer and its names, or null for tiles nobody here knows how to draw.
  async function makeVectorTiles(spec, own, onPainted) {
    if (!Object.hasOwn(Boa.basisStijl.SCHEMAS, spec.schema)) {
      return null;
    }
    const parts = await loadLibrary();
    const layer = new VectorTiles(new TileStore(new parts.ZxySource(spec.url, false), parts, spec), own, onPainted);
    return { layer, names: new Boa.TileNames(parts, layer) };
  }

  Object.assign(Boa, { makeVectorTiles, TILE_UNITS: UNITS });
})(window.Boa);
