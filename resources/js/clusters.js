// Points that would lie on top of each other become one disc with a figure. One pass over the points, then a few
// hundred cells: 100,000 points stay within a frame.
(function (Boa) {
  "use strict";
  const DOT = 6;
  const WIDE = 48;
  const NARROW = 16;
  const NARROW_FROM = 17;

  function radiusOf(count) {
    return count === 1 ? DOT : Math.min(22, 13 + 3 * Math.log10(count / 2));
  }

  // Points into square cells fixed to the world, so that a disc stays where it is while the map is dragged.
  function binPoints(points, view, cell) {
    const firstColumn = Math.floor(view.left / cell);
    const firstRow = Math.floor(view.top / cell);
    const columns = Math.floor((view.left + view.width) / cell) - firstColumn + 1;
    const rows = Math.floor((view.top + view.height) / cell) - firstRow + 1;
    const bins = {
      columns,
      rows,
      count: new Int32Array(columns * rows),
      sumX: new Float64Array(columns * rows),
      sumY: new Float64Array(columns * rows),
      first: new Int32Array(columns * rows),
    };
    const baseX = points.originX * view.scale - firstColumn * cell;
    const baseY = points.originY * view.scale - firstRow * cell;
    for (let i = 0; i < points.length; i += 1) {
      const x = baseX + points.dx[i] * view.scale;
      const y = baseY + points.dy[i] * view.scale;
      const column = Math.floor(x / cell);
      const row = Math.floor(y / cell);
      if (column >= 0 && column < columns && row >= 0 && row < rows) {
        const at = row * columns + column;
        if (bins.count[at] === 0) {
          bins.first[at] = i;
        }
        bins.count[at] += 1;
        bins.sumX[at] += x;
        bins.sumY[at] += y;
      }
    }
    bins.shiftX = firstColumn * cell - view.left;
    bins.shiftY = firstRow * cell - view.top;
    return bins;
  }

  function discsOf(bins) {
    const discs = [];
    const discAt = new Map();
    for (let at = 0; at < bins.count.length; at += 1) {
      const count = bins.count[at];
      if (count > 0) {
        const disc = {
          at,
          x: bins.sumX[at] / count + bins.shiftX,
          y: bins.sumY[at] / count + bins.shiftY,
          count,
          first: bins.first[at],
          cells: [at],
        };
        discs.push(disc);
        discAt.set(at, disc);
      }
    }
    return { discs, discAt };
  }

  function absorb(disc, other) {
    const total = disc.count + other.count;
    disc.x = (disc.x * disc.count + other.x * other.count) / total;
    disc.y = (disc.y * disc.count + other.y * other.count) / total;
    disc.count = total;
    disc.first = Math.min(disc.first, other.first);
    disc.cells.push(...other.cells);
    other.count = 0;
  }

  // Largest first: each takes in the neighbours it would cover.
  function mergeDiscs(bins) {
    const { discs, discAt } = discsOf(bins);
    discs.sort((a, b) => b.count - a.count || a.at - b.at);
    for (const disc of discs) {
      if (disc.count === 0) {
        continue;
      }
      const column = disc.at % bins.columns;
      const row = (disc.at - column) / bins.columns;
      for (let r = Math.max(0, row - 2); r <= Math.min(bins.rows - 1, row + 2); r += 1) {
        for (let c = Math.max(0, column - 2); c <= Math.min(bins.columns - 1, column + 2); c += 1) {
          const other = discAt.get(r * bins.columns + c);
          const near =
            other !== undefined &&
            other !== disc &&
            other.count > 0 &&
            Math.hypot(other.x - disc.x, other.y - disc.y) < radiusOf(disc.count) + radiusOf(other.count) - 2;
          if (near) {
            absorb(disc, other);
          }
        }
      }
    }
    return discs.filter((disc) => disc.count > 0);
  }

  function cluster(points, view) {
    const cell = view.zoom >= NARROW_FROM ? NARROW : WIDE;
    const bins = binPoints(points, view, cell);
    const discs = mergeDiscs(bins);
    for (const disc of discs) {
      disc.radius = radiusOf(disc.count);
    }
    return { discs, bins, cell };
  }

  Object.assign(Boa, { cluster });
})(window.Boa);
