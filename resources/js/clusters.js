// Points that would lie on top of each other become one disc with a figure. One pass over typed arrays, then a few
// hundred cells: a million points stay within a frame or two.
(function (Boa) {
  "use strict";
  const DOT = 6;
  const LEAST = 13;
  const MOST = 22;
  const RIM = 2;
  const WIDE = 48;
  const NARROW = 16;
  const NARROW_FROM = 17;
  // Over the heat, far away: fewer discs, so that colours and names show between them.
  const SPARSE = 96;
  const SPARSE_UNTIL = 14.75;
  // The furthest apart two discs can be and touch.
  const REACH = 2 * (MOST + RIM);
  // More squares than any window is wide.
  const ROW = 65536;

  function radiusOf(count) {
    return count === 1 ? DOT : Math.min(MOST, LEAST + 3 * Math.log10(count / 2));
  }

  function cellOf({ zoom, sparse }) {
    if (zoom >= NARROW_FROM) {
      return NARROW;
    }
    return sparse && zoom < SPARSE_UNTIL ? SPARSE : WIDE;
  }

  // Square cells fixed to the world, so that a disc stays where it is while the map is dragged.
  function gridOf(view) {
    const cell = cellOf(view);
    const firstColumn = Math.floor(view.left / cell);
    const firstRow = Math.floor(view.top / cell);
    const step = view.scale / Boa.WORLD;
    return {
      cell,
      columns: Math.floor((view.left + view.width) / cell) - firstColumn + 1,
      rows: Math.floor((view.top + view.height) / cell) - firstRow + 1,
      step,
      left: firstColumn * cell,
      top: firstRow * cell,
      shiftX: firstColumn * cell - view.left,
      shiftY: firstRow * cell - view.top,
    };
  }

  // How many points lie in each cell, where their middle is, and which of them stands highest in the list.
  function binPoints(points, grid) {
    const size = grid.columns * grid.rows;
    const bins = {
      count: new Int32Array(size),
      sumX: new Float64Array(size),
      sumY: new Float64Array(size),
      first: new Int32Array(size),
    };
    const { count, sumX, sumY, first } = bins;
    const { x: xs, y: ys, shown, length } = points;
    const { step, left, top, columns, cell } = grid;
    const perCell = 1 / cell;
    const right = columns * cell;
    const bottom = grid.rows * cell;
    // From the last to the first: what stays behind in `first` is what stands highest in the list.
    for (let i = length - 1; i >= 0; i -= 1) {
      if (shown[i] === 1) {
        const x = xs[i] * step - left;
        const y = ys[i] * step - top;
        if (x >= 0 && x < right && y >= 0 && y < bottom) {
          const at = ((y * perCell) | 0) * columns + ((x * perCell) | 0);
          count[at] += 1;
          sumX[at] += x;
          sumY[at] += y;
          first[at] = i;
        }
      }
    }
    return bins;
  }

  function discsOf(bins, grid) {
    const discs = [];
    const { count, sumX, sumY, first } = bins;
    for (let at = 0; at < count.length; at += 1) {
      const n = count[at];
      if (n > 0) {
        const x = sumX[at] / n + grid.shiftX;
        const y = sumY[at] / n + grid.shiftY;
        discs.push({ at, x, y, count: n, first: first[at], radius: radiusOf(n), cells: [at] });
      }
    }
    return discs;
  }

  // Discs by where they lie now, in squares as wide as two of the largest reach: what touches one lies beside its square.
  class Near {
    constructor(discs) {
      this._squares = new Map();
      discs.forEach((disc) => this.add(disc));
    }

    add(disc) {
      disc.square = squareOf(Math.floor(disc.x / REACH), Math.floor(disc.y / REACH));
      const held = this._squares.get(disc.square);
      if (held) {
        held.push(disc);
      } else {
        this._squares.set(disc.square, [disc]);
      }
    }

    remove(disc) {
      const held = this._squares.get(disc.square);
      held.splice(held.indexOf(disc), 1);
    }

    // The largest of those that touch it, or null.
    touching(disc) {
      const [column, row] = [Math.floor(disc.x / REACH), Math.floor(disc.y / REACH)];
      let best = null;
      for (let r = row - 1; r <= row + 1; r += 1) {
        for (let c = column - 1; c <= column + 1; c += 1) {
          for (const other of this._squares.get(squareOf(c, r)) || []) {
            if (other !== disc && touch(disc, other) && (best === null || comesFirst(other, best))) {
              best = other;
            }
          }
        }
      }
      return best;
    }
  }

  function squareOf(column, row) {
    return row * ROW + column;
  }

  function touch(disc, other) {
    const reach = disc.radius + other.radius + 2 * RIM;
    const [dx, dy] = [other.x - disc.x, other.y - disc.y];
    return dx * dx + dy * dy < reach * reach;
  }

  function comesFirst(a, b) {
    return a.count > b.count || (a.count === b.count && a.at < b.at);
  }

  function absorb(disc, other) {
    const total = disc.count + other.count;
    disc.x = (disc.x * disc.count + other.x * other.count) / total;
    disc.y = (disc.y * disc.count + other.y * other.count) / total;
    disc.count = total;
    disc.first = Math.min(disc.first, other.first);
    disc.radius = radiusOf(total);
    disc.cells.push(...other.cells);
    other.count = 0;
  }

  // Largest first: each takes in what it would touch, until no two touch. A disc moves and grows with what it takes in,
  // and may then touch others: also one that was looked at before, so it is asked again after each.
  function mergeDiscs(discs) {
    discs.sort((a, b) => (comesFirst(a, b) ? -1 : 1));
    const near = new Near(discs);
    for (const disc of discs) {
      let other = disc.count > 0 ? near.touching(disc) : null;
      while (other !== null) {
        near.remove(other);
        near.remove(disc);
        absorb(disc, other);
        near.add(disc);
        other = near.touching(disc);
      }
    }
    return discs.filter((disc) => disc.count > 0);
  }

  // view: left, top, width, height and scale in pixels of its zoom; sparse: whether few discs are wanted.
  function cluster(points, view) {
    const grid = gridOf(view);
    return { grid, discs: mergeDiscs(discsOf(binPoints(points, grid), grid)) };
  }

  // Indices of the points behind a disc, in the order of the list.
  function membersOf(points, grid, disc) {
    const cells = new Uint8Array(grid.columns * grid.rows);
    disc.cells.forEach((at) => {
      cells[at] = 1;
    });
    const found = [];
    const perCell = 1 / grid.cell;
    for (let i = 0; i < points.length; i += 1) {
      const column = Math.floor((points.x[i] * grid.step - grid.left) * perCell);
      const row = Math.floor((points.y[i] * grid.step - grid.top) * perCell);
      const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
      if (isInside && points.shown[i] === 1 && cells[row * grid.columns + column] === 1) {
        found.push(i);
      }
    }
    return found;
  }

  Object.assign(Boa, { cluster, membersOf, DOT, RIM });
})(window.Boa);
