// The names on vector tiles: placed by protomaps-leaflet, drawn over everything that has colour.
(function (Boa) {
  "use strict";
  const LINE = 2;
  const LABELLED_TILES = 128;
  // So many parts of a tile unit; whole numbers meet where they should.
  const FINE = 16;
  // How far, in tile units, a name may lie beside its street: a name is only put where a line is straight.
  const BEND = 1.2;

  const nameOf = (props) => Boa.basisStijl.NAMES.map((key) => props[key]).find((name) => typeof name === "string");

  // Leaves out the corners that lie within BEND of the line without them.
  function straightened(flat) {
    const keep = new Uint8Array(flat.length / 2);
    const stack = [[0, keep.length - 1]];
    keep[0] = keep[keep.length - 1] = 1;
    while (stack.length > 0) {
      const [from, to] = stack.pop();
      const [ax, ay, bx, by] = [flat[2 * from], flat[2 * from + 1], flat[2 * to], flat[2 * to + 1]];
      const length = Math.hypot(bx - ax, by - ay) || 1;
      let [worst, at] = [BEND * FINE, -1];
      for (let i = from + 1; i < to; i += 1) {
        const [dx, dy] = [flat[2 * i] - ax, flat[2 * i + 1] - ay];
        const away = ax === bx && ay === by ? Math.hypot(dx, dy) : Math.abs((bx - ax) * dy - (by - ay) * dx) / length;
        if (away > worst) {
          [worst, at] = [away, i];
        }
      }
      if (at > 0) {
        keep[at] = 1;
        stack.push([from, at], [at, to]);
      }
    }
    return keep;
  }

  // Of one street in a tile, cut at every crossing, as few and as straight lines as it has.
  function oneStreet(features) {
    const lines = features.flatMap(({ geom }) => geom).filter((points) => points.length > 1);
    const Point = lines[0][0].constructor;
    const flats = lines.map((points) => Int32Array.from(points.flatMap(({ x, y }) => [Math.round(x * FINE), Math.round(y * FINE)])));
    const geom = Boa.joinLines(flats).map((flat) => {
      const keep = straightened(flat);
      return Array.from(keep.keys()).filter((i) => keep[i] === 1).map((i) => new Point(flat[2 * i] / FINE, flat[2 * i + 1] / FINE));
    });
    const boxes = features.map(({ bbox }) => bbox);
    const bbox = {
      minX: Math.min(...boxes.map(({ minX }) => minX)),
      minY: Math.min(...boxes.map(({ minY }) => minY)),
      maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
      maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
    };
    return { ...features[0], geom, bbox };
  }

  // Of a layer of a tile what has a name.
  function withNames(features) {
    const named = features.filter(({ props }) => nameOf(props));
    const isLine = ({ geomType, geom }) => geomType === LINE && geom.some((points) => points.length > 1);
    const kindOf = ({ props }) => `${nameOf(props)}|${props.class ?? props.kind_detail ?? props.kind}`;
    const streets = Map.groupBy(named.filter(isLine), kindOf);
    return [...named.filter(({ geomType }) => geomType !== LINE), ...[...streets.values()].map(oneStreet)];
  }

  // The names in the tiles. What is placed stays where it is while the map moves; a new zoom places anew.
  class TileNames {
    constructor(parts, layer) {
      this._parts = parts;
      this._layer = layer;
      this._scratch = document.createElement("canvas").getContext("2d");
      this._labeler = null;
    }

    forget() {
      this._labeler = null;
    }

    // taken: function that gives boxes [left, top, right, bottom] in pixels of the world at this zoom, to stay clear of.
    draw(ctx, view, taken) {
      const labeler = this._labelerFor(view.zoom, taken);
      const { store } = this._layer;
      const tiles = this._layer
        .wanted(view)
        .map((place) => ({ place, tile: store.get(place.z, place.x, place.y) }))
        .filter(({ tile }) => tile && !tile.isEmpty);
      for (const { place, tile } of tiles) {
        const { z, x, y, column, span } = place;
        const origin = { x: column * span, y: y * span };
        const made = { z: view.zoom, origin, data: tile.names, scale: span / Boa.TILE_UNITS, dim: span, dataTile: { z, x, y } };
        labeler.add(new Map([["", [made]]]));
      }
      const { left, top, width, height } = view;
      const box = { minX: left, minY: top, maxX: left + width, maxY: top + height };
      ctx.textAlign = "start";
      ctx.textBaseline = "alphabetic";
      for (const label of labeler.index.searchBbox(box, Infinity)) {
        ctx.save();
        ctx.translate(label.anchor.x - left, label.anchor.y - top);
        label.draw(ctx);
        ctx.restore();
      }
    }

    _labelerFor(zoom, taken) {
      if (this._labeler?.z !== zoom) {
        const { rules } = this._layer.store;
        this._labeler = new this._parts.Labeler(zoom, this._scratch, rules, LABELLED_TILES);
        for (const [minX, minY, maxX, maxY] of taken()) {
          const box = { minX, minY, maxX, maxY };
          this._labeler.index.insert({ anchor: { x: minX, y: minY }, bboxes: [box], draw() {} }, -1, "buurten");
        }
      }
      return this._labeler;
    }
  }

  Object.assign(Boa, { TileNames, withNames });
})(window.Boa);
