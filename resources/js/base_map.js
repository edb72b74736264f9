// The base map: land, built-up, green, water and streets of the kaartpakket, drawn lighter than any data on it.
(function (Boa) {
  "use strict";
  const FILLS = [
    ["bebouwd", "k-bebouwd", ""],
    ["bedrijf", "k-bedrijf", ""],
    ["groen", "k-groen", ""],
    ["water", "k-water", "k-water-lijn"],
    ["pand", "k-pand", ""],
  ];
  // Houses are dust from far away.
  const HOUSES_FROM = 14.5;
  // Width of a street at zoom 16 and the colours of its surface and edge.
  const STREETS = {
    straat: { width: 6.5, fill: "k-straat", edge: "k-straat-lijn", from: 12.5 },
    hoofd: { width: 11, fill: "k-hoofd", edge: "k-hoofd-lijn", from: 0 },
  };
  // About 600 m wide in the Netherlands.
  const TILES = 2 ** 15;
  const GROWTH = 1.5;
  const PATH_FROM = 14;
  // A dashed line takes many times as long as a thin one.
  const DASHES_FROM = 15;
  const EDGES_FROM = 13.75;
  // Of a colour that is seen on land by day and by night; edges are darker than the land at night.
  const THIN = { width: 1, fill: "k-pad", alpha: 0.7 };
  const ROUND_FROM = 4;

  function streetWidth(kind, zoom) {
    return Math.max(1.2, (STREETS[kind] || STREETS.straat).width * GROWTH ** (zoom - 16));
  }

  // Round ends and corners take four times as long, and nobody sees them on a thin line.
  function lineShape(ctx, width) {
    ctx.lineCap = width < ROUND_FROM ? "butt" : "round";
    ctx.lineJoin = width < ROUND_FROM ? "bevel" : "round";
  }

  function kindOf(street) {
    return Object.hasOwn(STREETS, street.soort) || street.soort === "pad" || street.soort === "rail"
      ? street.soort
      : "straat";
  }

  // Rings in groups that lie near each other, so that a group is drawn or left out as a whole.
  function inTiles(rings) {
    const key = (ring) => `${Math.floor(ring.box[0] * TILES)} ${Math.floor(ring.box[1] * TILES)}`;
    return [...Map.groupBy(rings, key).values()];
  }

  const BaseMap = Boa.CanvasLayer.extend({
    options: { pane: "tilePane", slides: true },

    // What else may be the base map (basiskaart.js).
    setGround(ground) {
      this._ground = ground;
    },

    setScene(scene) {
      this._areas = Map.groupBy(scene.vlakken, (area) => area.soort);
      for (const [kind, areas] of this._areas) {
        const rings = areas.map((area) => area.ringen);
        // Houses never overlap, so a street block of them can be filled in one go.
        this._areas.set(kind, kind === "pand" ? inTiles(rings.flat()) : rings);
      }
      this._streets = new Map([["rail", []], ["pad", []], ["straat", []], ["hoofd", []]]);
      for (const street of scene.straten) {
        this._streets.get(kindOf(street)).push(...street.lijnen);
      }
      this.redraw();
      this._ground?.refresh();
      return this;
    },

    draw(ctx, view) {
      if (this._ground?.isHidden(view)) {
        return;
      }
      FILLS.forEach(([kind]) => this.drawAreas(ctx, view, kind));
      this.drawStreets(ctx, view);
    },

    // The areas of one kind, on any canvas.
    drawAreas(ctx, view, wanted) {
      ctx.lineJoin = "round";
      for (const [kind, fill, edge] of FILLS) {
        if (kind === wanted && (kind !== "pand" || view.zoom >= HOUSES_FROM)) {
          this._fillAreas(ctx, view, kind, fill, edge);
        }
      }
    },

    // The streets, on any canvas. isWanted(path): all when left out.
    drawStreets(ctx, view, isWanted) {
      this._isWanted = isWanted ?? (() => true);
      ctx.lineJoin = "round";
      ctx.lineCap = "round";
      this._strokeDashed(ctx, view);
      if (view.zoom < EDGES_FROM) {
        // From far away a street is one thin line, twenty times as quick.
        ctx.globalAlpha = THIN.alpha;
        this._strokeStreets(ctx, view, "straat", THIN.fill, 0, THIN.width);
        ctx.globalAlpha = 1;
        this._strokeStreets(ctx, view, "hoofd", STREETS.hoofd.edge, 1.6);
        this._strokeStreets(ctx, view, "hoofd", STREETS.hoofd.fill, 0);
        return;
      }
      // All edges first: a crossing must show no edge across the street.
      for (const kind of ["straat", "hoofd"]) {
        this._strokeStreets(ctx, view, kind, STREETS[kind].edge, 1.6);
      }
      for (const kind of ["straat", "hoofd"]) {
        this._strokeStreets(ctx, view, kind, STREETS[kind].fill, 0);
      }
    },

    _fillAreas(ctx, view, kind, fill, edge) {
      ctx.fillStyle = Boa.token(fill);
      for (const rings of this._areas?.get(kind) || []) {
        const visible = rings.filter((ring) => Boa.isVisible(ring, view, 2));
        if (visible.length > 0) {
          ctx.beginPath();
          visible.forEach((ring) => Boa.trace(ctx, ring, view));
          ctx.closePath();
          ctx.fill("evenodd");
          if (edge) {
            ctx.strokeStyle = Boa.token(edge);
            ctx.lineWidth = 1;
            ctx.stroke();
          }
        }
      }
    },

    _strokeStreets(ctx, view, kind, colour, extra, most = Infinity) {
      if (view.zoom < STREETS[kind].from || !this._streets) {
        return;
      }
      ctx.strokeStyle = Boa.token(colour);
      ctx.lineWidth = Math.min(most, streetWidth(kind, view.zoom) + extra);
      lineShape(ctx, ctx.lineWidth);
      this._strokeLines(ctx, view, this._streets.get(kind));
    },

    _strokeDashed(ctx, view) {
      if (!this._streets) {
        return;
      }
      if (view.zoom >= PATH_FROM) {
        ctx.strokeStyle = Boa.token("k-pad");
        const isThin = view.zoom < DASHES_FROM;
        ctx.lineWidth = view.zoom >= 16 ? 2 : isThin ? THIN.width : 1.2;
        ctx.setLineDash(isThin ? [] : [5, 4]);
        ctx.lineJoin = "bevel";
        ctx.lineCap = "butt";
        this._strokeLines(ctx, view, this._streets.get("pad"));
      }
      ctx.setLineDash([]);
      ctx.strokeStyle = Boa.token("k-rail");
      ctx.lineWidth = 1.4;
      this._strokeLines(ctx, view, this._streets.get("rail"));
      ctx.lineWidth = 4;
      ctx.setLineDash([1.4, 9]);
      this._strokeLines(ctx, view, this._streets.get("rail"));
      ctx.setLineDash([]);
      ctx.lineCap = "round";
    },

    _strokeLines(ctx, view, lines) {
      ctx.beginPath();
      for (const line of lines) {
        if (Boa.isVisible(line, view, 12) && this._isWanted(line)) {
          Boa.trace(ctx, line, view);
        }
      }
      ctx.stroke();
    },
  });

  Object.assign(Boa, { BaseMap, THIN, streetWidth, lineShape });
})(window.Boa);
