// Heat: tiles drawn by the program from a surface in metres (boa_app/mapping/warmte.py). No radius in pixels here.
(function (Boa) {
  "use strict";
  const PANE = "boaWarmte";
  // On the screen; the pictures have half as many pixels.
  const TILE = 512;
  const ZOOMS = [6, 22];
  // Drawn ahead around the window, once it has been still for a moment: then a drag finds the heat there.
  const AHEAD = 512;
  const STILL_MS = 200;

  // Not L.TileLayer: that one asks for a data: image when a tile is no longer wanted, which the page may not load.
  const HeatTiles = L.GridLayer.extend({
    initialize(url) {
      // A sharp screen gets more of the same pictures.
      this._half = window.devicePixelRatio > 1 ? 1 : 0;
      this.url = url;
      this._ahead = 0;
      L.setOptions(this, {
        pane: PANE,
        tileSize: TILE / 2 ** this._half,
        minZoom: ZOOMS[0] + 1,
        maxZoom: ZOOMS[1],
        keepBuffer: 1,
        updateWhenIdle: false,
        updateInterval: 60,
        opacity: 0,
      });
      this.on("tileunload", ({ tile }) => tile.removeAttribute("src"));
    },

    onRemove(map) {
      window.clearTimeout(this._stillTimer);
      L.GridLayer.prototype.onRemove.call(this, map);
    },

    // Whether every tile in sight is there; those drawn ahead do not matter.
    isComplete() {
      const range = this._pxBoundsToTileRange(this._boundsInSight(this._map.getCenter()));
      for (let x = range.min.x; x <= range.max.x; x += 1) {
        for (let y = range.min.y; y <= range.max.y; y += 1) {
          if (!this._tiles[`${x}:${y}:${this._tileZoom}`]?.loaded) {
            return false;
          }
        }
      }
      return true;
    },

    // More at the sides from now on, and again after each move.
    drawAhead() {
      window.clearTimeout(this._stillTimer);
      this._stillTimer = window.setTimeout(() => {
        this._ahead = AHEAD;
        this._update();
        this._ahead = 0;
      }, STILL_MS);
    },

    // Ask no more for what is out of sight and not there yet.
    dropAhead() {
      window.clearTimeout(this._stillTimer);
      const range = this._pxBoundsToTileRange(this._boundsInSight(this._map.getCenter()));
      for (const [key, tile] of Object.entries(this._tiles)) {
        if (!tile.loaded && !range.contains(L.point(tile.coords.x, tile.coords.y))) {
          this._removeTile(key);
        }
      }
    },

    _boundsInSight(center) {
      return L.GridLayer.prototype._getTiledPixelBounds.call(this, center);
    },

    _getTiledPixelBounds(center) {
      const bounds = this._boundsInSight(center);
      const more = L.point(this._ahead, this._ahead);
      return L.bounds(bounds.min.subtract(more), bounds.max.add(more));
    },

    // Leaflet's own lets every tile fade in, also where the map is told not to.
    _updateOpacity() {
      L.DomUtil.setOpacity(this._container, this.options.opacity);
    },

    createTile(coords, done) {
      const tile = document.createElement("img");
      tile.alt = "";
      // Read is not drawn: without this a tile stays blank for a frame after it came.
      tile.decoding = "sync";
      tile.src = L.Util.template(this.url, { x: coords.x, y: coords.y, z: coords.z + this._half - 1 });
      tile.decode().then(
        () => done(null, tile),
        () => done(new Error("tegel"), tile),
      );
      return tile;
    },
  });

  // Shows one surface, and the next one only when all of it is there: what is on the screen never goes blank. Of those
  // that come meanwhile only the last is fetched.
  const Heat = L.Layer.extend({
    initialize(onPainted) {
      this._onPainted = onPainted;
      this._url = "";
      this._tiles = null;
      this._next = null;
    },

    onAdd(map) {
      map.on("moveend", this._onMoveEnd, this);
      this._show();
    },

    onRemove(map) {
      map.off("moveend", this._onMoveEnd, this);
      this._tiles?.remove();
      this._next?.remove();
      this._tiles = this._next = null;
    },

    setUrl(url) {
      this._url = url;
      // What comes next is wanted before what lies beside the window.
      this._tiles?.dropAhead();
      if (this._map && this._next === null) {
        this._show();
      }
    },

    state() {
      const heel = this._tiles !== null && this._tiles.isComplete();
      return { url: this._tiles ? this._tiles.url : "", wacht: this._next !== null, heel };
    },

    _onMoveEnd() {
      this._moved = true;
      this._tellMoved();
    },

    // Each time the map has moved, as soon as what is in sight is there.
    _tellMoved() {
      // While another surface is on its way, the word comes with that one.
      if (this._moved && this._next === null && this._tiles?.isComplete()) {
        this._moved = false;
        this._tiles.drawAhead();
        this._onPainted();
      }
    },

    _show() {
      if (this._url === "") {
        this._tiles?.remove();
        this._tiles = null;
        return;
      }
      const next = new HeatTiles(this._url);
      this._next = next;
      next.addTo(this._map);
      if (next.isLoading()) {
        next.once("load", () => this._take(next));
      } else {
        // A map without any size asks for no tile, and hears of none.
        this._take(next);
      }
    },

    _take(next) {
      if (this._next !== next) {
        return;
      }
      next.setOpacity(1);
      this._tiles?.remove();
      this._tiles = next;
      this._next = null;
      this._moved = false;
      if (next.url === this._url) {
        this._onPainted();
        next.drawAhead();
        next.on("tileload", this._tellMoved, this);
      } else {
        this._show();
      }
    },
  });

  Boa.addPart((kaart) => {
    // Over the base map, under the names, so that streets and buurten stay readable.
    kaart.map.createPane(PANE).style.zIndex = "300";
    kaart.map.getPane(PANE).style.pointerEvents = "none";
    const heat = new Heat(() =>
      window.requestAnimationFrame(() => Boa.send("report_painted", { wat: "warmte" })),
    );
    kaart.addLayer("warmte", heat);
    kaart.onInspect("warmte", () => heat.state());
    Object.assign(Boa.api, {
      // url: with {z}, {x} and {y}, or empty; legend: what Boa.Legend takes.
      set_warmte(url, legend) {
        kaart.legend.set("warmte", legend);
        heat.setUrl(url);
      },
    });
  });
})(window.Boa);
