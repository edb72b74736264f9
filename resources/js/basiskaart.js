// Which base map lies below: tiles of the kaartpakket where it has them, else our own drawing of its areas and streets.
(function (Boa) {
  "use strict";
  const PANE = "boaTegels";
  // Above our own drawing, or below it where the pictures are too coarse to be a map.
  const OVER = "210";
  const UNDER = "190";
  // So much deeper than the deepest picture they still are a map.
  const DEEPER = 3;
  // A picture lighter than this is turned into a dark one at night, a darker one only dimmed.
  const LIGHT = 0.55;
  const SAMPLE = 16;

  // Not L.TileLayer: that one asks for a data: image when a tile is no longer wanted, which the page may not load.
  const RasterTiles = L.GridLayer.extend({
    initialize(spec, onPainted) {
      this.spec = spec;
      const [west, south, east, north] = spec.grens;
      L.setOptions(this, {
        pane: PANE,
        minNativeZoom: spec.minzoom,
        maxNativeZoom: spec.maxzoom,
        bounds: L.latLngBounds([south, west], [north, east]),
        keepBuffer: 1,
        updateWhenIdle: false,
      });
      this.on("tileunload", ({ tile }) => tile.removeAttribute("src"));
      this.on("load", () => onPainted(false));
    },

    covers(zoom) {
      return Math.round(zoom) >= this.spec.minzoom && zoom <= this.spec.maxzoom + DEEPER;
    },

    hasGaps(view) {
      const { min, max } = this._world();
      const [left, top, right, bottom] = view.box;
      return !this.covers(view.zoom) || left < min.x || top < min.y || right > max.x || bottom > max.y;
    },

    hasTileAt(x, y, zoom) {
      return this.covers(zoom) && this._world().contains([x, y]);
    },

    _world() {
      const [west, south, east, north] = this.spec.grens;
      const [left, top, right, bottom] = Boa.toMercator([west, north, east, south]);
      return L.bounds([left, top], [right, bottom]);
    },

    // Leaflet's own lets every tile fade in, also where the map is told not to.
    _updateOpacity() {
      Object.values(this._tiles).forEach(({ el }) => L.DomUtil.setOpacity(el, 1));
    },

    createTile(coords, done) {
      const tile = document.createElement("img");
      tile.alt = "";
      tile.src = L.Util.template(this.spec.url, coords);
      tile.decode().then(
        () => {
          this._weigh(tile);
          done(null, tile);
        },
        () => done(null, tile),
      );
      return tile;
    },

    // The first picture with something on it tells how light they all are.
    _weigh(tile) {
      if (this._isLight !== undefined || tile.naturalWidth <= 1) {
        return;
      }
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = SAMPLE;
      const ctx = canvas.getContext("2d", { willReadFrequently: true });
      ctx.drawImage(tile, 0, 0, SAMPLE, SAMPLE);
      const { data } = ctx.getImageData(0, 0, SAMPLE, SAMPLE);
      let light = 0;
      for (let i = 0; i < data.length; i += 4) {
        light += (0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]) / 255;
      }
      this._isLight = light / (SAMPLE * SAMPLE) > LIGHT;
      this.getPane()?.classList.toggle("boa-tegels-licht", this._isLight);
    },
  });

  Boa.addPart((kaart) => {
    const { map, base, labels } = kaart;
    const pane = map.createPane(PANE);
    pane.style.zIndex = OVER;
    pane.style.pointerEvents = "none";
    let now = { key: "", layer: null, names: null };
    let asked = 0;
    let isPainted = false;
    // While tiles are on their way nothing of ours is drawn that they would hide at once.
    let isComing = false;

    // isNew: tiles came that the other layers did not know of when they were drawn.
    function onPainted(isNew) {
      if (isNew || !isPainted) {
        isPainted = true;
        labels.redraw();
      }
      Boa.send("report_painted", { wat: "basiskaart" });
    }

    // Where tiles are the map, our own streets and their names would lie double.
    const ground = {
      isHidden: (view) => isComing || (now.layer !== null && !now.layer.hasGaps(view)),
      hidesAt: (x, y, zoom) =>
        isComing || (now.layer !== null && now.namesStreets === true && now.layer.hasTileAt(x, y, zoom)),
      drawNames: (ctx, view, taken) => now.names?.draw(ctx, view, taken),
      forgetNames: () => now.names?.forget(),
      // Tiles of our own drawing hold parts of what the kaartpakket has.
      refresh: () => now.names !== null && now.layer.redraw(),
    };
    base.setGround(ground);
    labels.setGround(ground);

    function place() {
      const isMap = now.layer === null || now.layer.covers(map.getZoom());
      pane.style.zIndex = isMap ? OVER : UNDER;
    }

    function put(next) {
      now.layer?.remove();
      pane.classList.remove("boa-tegels-licht");
      now = next;
      isPainted = isComing = false;
      pane.classList.toggle("boa-tegels-beeld", next.isRaster === true);
      place();
      next.layer?.addTo(map);
      base.redraw();
      labels.redraw();
    }

    async function show(spec) {
      const key = spec ? JSON.stringify(spec) : "";
      if (key === now.key) {
        return;
      }
      now.key = key;
      asked += 1;
      const mine = asked;
      const empty = { key, layer: null, names: null };
      if (!spec) {
        put(empty);
      } else if (spec.soort === "raster") {
        // A photograph has no names on it.
        put({ ...empty, layer: new RasterTiles(spec, onPainted), isRaster: true, namesStreets: spec.formaat !== "jpg" });
      } else {
        isComing = Object.hasOwn(Boa.basisStijl.SCHEMAS, spec.schema);
        const made = await Boa.makeVectorTiles(spec, base, onPainted).catch((error) => {
          // The map goes on with what it can draw by itself.
          window.reportError(error);
          return null;
        });
        if (mine === asked) {
          put(made === null ? empty : { ...empty, ...made, namesStreets: true });
        }
      }
    }

    kaart.onScene((scene) => show(scene.basiskaart ?? null));
    kaart.onInspect("basiskaart", () => ({ soort: now.layer?.spec?.soort ?? (now.layer ? "vector" : ""), getekend: isPainted }));
    map.on("zoomend", place);
    map.on("boa:letters", () => now.names?.forget());
    // For paper: whether everything is there.
    Boa.isBaseBusy = () => isComing || (now.layer !== null && (!isPainted || now.layer.isBusy?.() === true));
  });
})(window.Boa);
