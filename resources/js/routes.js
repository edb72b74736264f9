// Schouw routes. A group is told by colour, letter and line pattern, so that no one of the three must be seen.
(function (Boa) {
  "use strict";
  const WIDTH = 6;
  const DISC = 13;
  const REACH = 14;
  // The white pattern on the line per letter: dashes, or a way of drawing of its own.
  const DASHES = { B: [9, 7], C: [0.1, 8], D: [14, 5, 3, 5] };
  const LETTERS = "ABCDEF";

  function strokeDashed(ctx, dash, width, cap) {
    ctx.setLineDash(dash);
    ctx.lineCap = cap;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineCap = "round";
  }

  // Draws the current path as the line of one group.
  function strokeGroup(ctx, letter) {
    ctx.strokeStyle = Boa.token("k-halo");
    ctx.lineWidth = WIDTH + 4;
    ctx.stroke();
    ctx.strokeStyle = Boa.token(`g${LETTERS.includes(letter) ? letter : "F"}`);
    ctx.lineWidth = WIDTH;
    ctx.stroke();
    ctx.strokeStyle = Boa.token("k-halo");
    if (letter in DASHES) {
      strokeDashed(ctx, DASHES[letter], letter === "C" ? 3 : 2, letter === "C" ? "round" : "butt");
    } else if (letter === "E") {
      strokeDashed(ctx, [], 2, "round");
    } else if (letter === "F") {
      strokeDashed(ctx, [2, 9], WIDTH, "butt");
    }
  }

  function drawLetter(ctx, letter, x, y) {
    Boa.fillCircle(ctx, x, y, DISC + 2, Boa.token("k-halo"));
    Boa.fillCircle(ctx, x, y, DISC, Boa.token(`g${LETTERS.includes(letter) ? letter : "F"}`));
    ctx.fillStyle = Boa.token("k-halo");
    ctx.font = Boa.font("t-buurt", "w-zwaar");
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(letter, x, y + 1);
  }

  const Routes = Boa.CanvasLayer.extend({
    options: { pane: "boaRoutes" },

    setScene(scene) {
      this._routes = scene.schouwen.flatMap((schouw) =>
        schouw.groepen
          .filter((groep) => groep.route.length >= 4)
          .map((groep) => ({ uid: schouw.uid, letter: groep.letter, path: Boa.makePath(groep.route) })),
      );
      this.redraw();
      return this;
    },

    letters() {
      return [...new Set((this._routes || []).map((route) => route.letter))].sort();
    },

    draw(ctx, view) {
      ctx.lineJoin = "round";
      ctx.lineCap = "round";
      const visible = (this._routes || []).filter((route) => Boa.isVisible(route.path, view, WIDTH));
      for (const { letter, path } of visible) {
        ctx.beginPath();
        Boa.trace(ctx, path, view);
        strokeGroup(ctx, letter);
      }
      for (const { letter, path } of visible) {
        const [x, y] = this._letterPlace(path, view);
        drawLetter(ctx, letter, x, y);
      }
    },

    // Halfway the walk: all groups start at one place, where their letters would cover each other.
    _letterPlace(path, view) {
      const half = Math.floor(path.points.length / 4) * 2;
      return [path.points[half] * view.scale - view.left, path.points[half + 1] * view.scale - view.top];
    },

    // The uid of the schouw whose line runs here, or null.
    uidAt(containerPoint) {
      if (!this._map || !this._view) {
        return null;
      }
      const at = this.toCanvas(containerPoint);
      const near = (this._routes || []).find((route) => this._distance(route.path, at) <= REACH);
      return near ? near.uid : null;
    },

    _distance(path, at) {
      const view = this._view;
      let best = Infinity;
      for (let i = 0; i + 3 < path.points.length; i += 2) {
        const a = L.point(path.points[i] * view.scale - view.left, path.points[i + 1] * view.scale - view.top);
        const b = L.point(path.points[i + 2] * view.scale - view.left, path.points[i + 3] * view.scale - view.top);
        best = Math.min(best, L.LineUtil.pointToSegmentDistance(at, a, b));
      }
      return best;
    },
  });

  // A short piece of a group's line for the legend; drawn by boaDraw once it is in the page and has a size.
  function sampleOf(letter) {
    const canvas = Boa.element("canvas", "boa-legenda-lijn");
    canvas.boaDraw = () => {
      const ratio = window.devicePixelRatio || 1;
      const ctx = canvas.getContext("2d");
      canvas.width = Math.round(canvas.clientWidth * ratio);
      canvas.height = Math.round(canvas.clientHeight * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.lineCap = "round";
      ctx.beginPath();
      ctx.moveTo(WIDTH, canvas.clientHeight / 2);
      ctx.lineTo(canvas.clientWidth - WIDTH, canvas.clientHeight / 2);
      strokeGroup(ctx, letter);
    };
    return canvas;
  }

  Object.assign(Boa, { Routes, sampleOf });
})(window.Boa);
