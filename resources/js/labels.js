// Outline, buurt lines and all names. Names go in order of importance; one that would overlap another stays away.
(function (Boa) {
  "use strict";
  const GAP = 6;
  const BUURT_FROM = 12;
  const AREA_FROM = 14;
  const STREET_FROM = { hoofd: 14.5, straat: 15.5, pad: 16.5 };
  // How far, in pixels, a street may wander from the straight line its name is written on.
  const BEND = 4;

  function centreOf(ring) {
    const points = ring.points;
    let area = 0;
    let x = 0;
    let y = 0;
    // Relative to the first corner: the numbers are large and the differences small.
    const [x0, y0] = points;
    for (let i = 0; i < points.length; i += 2) {
      const j = (i + 2) % points.length;
      const ax = points[i] - x0;
      const ay = points[i + 1] - y0;
      const bx = points[j] - x0;
      const by = points[j + 1] - y0;
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    return area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)];
  }

  function largest(rings) {
    const extent = ({ box }) => (box[2] - box[0]) * (box[3] - box[1]);
    return rings.reduce((best, ring) => (best === null || extent(ring) > extent(best) ? ring : best), null);
  }

  // Whether every corner between two others lies close to the straight line between these.
  function isStraight(at, from, to) {
    const [ax, ay] = at(from);
    const [bx, by] = at(to);
    const length = Math.hypot(bx - ax, by - ay) || 1;
    for (let i = from + 2; i < to; i += 2) {
      const [x, y] = at(i);
      if (Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length > BEND) {
        return false;
      }
    }
    return true;
  }

  // The longest nearly straight stretch of a line, in canvas pixels.
  function straightest(line, view) {
    const points = line.points;
    const at = (i) => [points[i] * view.scale - view.left, points[i + 1] * view.scale - view.top];
    let best = null;
    let start = 0;
    for (let i = 2; i < points.length; i += 2) {
      while (!isStraight(at, start, i)) {
        start += 2;
      }
      const [ax, ay] = at(start);
      const [bx, by] = at(i);
      const length = Math.hypot(bx - ax, by - ay);
      if (best === null || length > best.length) {
        best = { ax, ay, bx, by, length };
      }
    }
    return best;
  }

  class Places {
    constructor(view) {
      this._view = view;
      this._taken = [];
    }

    // A turned text takes the box around it; false when that is not free or not on the canvas.
    take(x, y, width, height, angle) {
      const w = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2 + GAP;
      const h = (Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))) / 2 + GAP / 2;
      const box = [x - w, y - h, x + w, y + h];
      if (box[2] < 0 || box[3] < 0 || box[0] > this._view.width || box[1] > this._view.height) {
        return false;
      }
      const hit = (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1];
      if (this._taken.some(hit)) {
        return false;
      }
      this._taken.push(box);
      return true;
    }
  }

  const NO_GROUND = { hidesAt: () => false, drawNames() {}, forgetNames() {} };

  const Labels = Boa.CanvasLayer.extend({
    // What else may be the base map, with names of its own (basiskaart.js).
    setGround(ground) {
      this._ground = ground;
    },

    setScene(scene) {
      this._ground?.forgetNames();
      this._outline = scene.omtrek;
      this._buurten = scene.buurten
        .filter((buurt) => buurt.ringen.length > 0)
        .map((buurt) => ({ ...buurt, centre: centreOf(largest(buurt.ringen)) }));
      this._areas = scene.vlakken
        .filter((area) => area.naam && area.ringen.length > 0)
        .map((area) => ({ ...area, centre: centreOf(largest(area.ringen)) }));
      const order = Object.keys(STREET_FROM);
      this._streets = scene.straten
        .filter((street) => street.naam)
        .sort((a, b) => order.indexOf(a.soort) - order.indexOf(b.soort));
      this._shows = this._shows ?? true;
      this.redraw();
      return this;
    },

    showBuurten(on) {
      this._shows = on;
      this._ground?.forgetNames();
      this.redraw();
    },

    draw(ctx, view) {
      if (!this._buurten) {
        return;
      }
      ctx.lineJoin = "round";
      ctx.lineCap = "butt";
      this._drawLines(ctx, view);
      const places = new Places(view);
      const ground = this._ground ?? NO_GROUND;
      ground.drawNames(ctx, view, () => this._buurtBoxes(ctx, view));
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      if (this._shows && view.zoom >= BUURT_FROM) {
        this._drawNames(ctx, view, places, this._buurten, "t-buurt", () => "k-tekst");
      }
      const isOurs = (path) => !ground.hidesAt((path.box[0] + path.box[2]) / 2, (path.box[1] + path.box[3]) / 2, view.zoom);
      if (view.zoom >= AREA_FROM) {
        const colour = (area) => (area.soort === "water" ? "k-watertekst" : "k-groentekst");
        this._drawNames(ctx, view, places, this._areas.filter((area) => isOurs(area.ringen[0])), "t-as", colour);
      }
      this._drawStreetNames(ctx, view, places, isOurs);
    },

    // Around the names of all buurten, in pixels of the world at this zoom.
    _buurtBoxes(ctx, view) {
      if (!this._shows || view.zoom < BUURT_FROM) {
        return [];
      }
      ctx.font = Boa.font("t-buurt", "w-vet");
      const high = Boa.size("t-buurt") / 2 + GAP;
      return this._buurten.map(({ naam, centre }) => {
        const wide = ctx.measureText(naam).width / 2 + GAP;
        const [x, y] = [centre[0] * view.scale, centre[1] * view.scale];
        return [x - wide, y - high, x + wide, y + high];
      });
    },

    _drawLines(ctx, view) {
      if (this._shows) {
        ctx.strokeStyle = Boa.token("k-tekst");
        ctx.lineWidth = 1.5;
        ctx.setLineDash([9, 4, 2, 4]);
        this._stroke(ctx, view, this._buurten.flatMap((buurt) => buurt.ringen));
        ctx.setLineDash([]);
      }
      ctx.strokeStyle = Boa.token("k-halo");
      ctx.lineWidth = 6;
      this._stroke(ctx, view, this._outline);
      ctx.strokeStyle = Boa.token("k-tekst");
      ctx.lineWidth = 2.6;
      this._stroke(ctx, view, this._outline);
    },

    _stroke(ctx, view, rings) {
      ctx.beginPath();
      for (const ring of rings) {
        if (Boa.isVisible(ring, view, 6)) {
          Boa.trace(ctx, ring, view);
          ctx.closePath();
        }
      }
      ctx.stroke();
    },

    _drawNames(ctx, view, places, things, sizeName, colourOf) {
      ctx.font = Boa.font(sizeName, "w-vet");
      for (const thing of things) {
        const x = thing.centre[0] * view.scale - view.left;
        const y = thing.centre[1] * view.scale - view.top;
        const width = ctx.measureText(thing.naam).width;
        if (places.take(x, y, width, Boa.size(sizeName), 0)) {
          this._write(ctx, thing.naam, x, y, 0, colourOf(thing), 4);
        }
      }
    },

    _drawStreetNames(ctx, view, places, isOurs) {
      ctx.font = Boa.font("t-as", "w-half");
      const seen = new Set();
      for (const street of this._streets) {
        const from = STREET_FROM[street.soort] ?? STREET_FROM.straat;
        if (view.zoom < from || seen.has(street.naam)) {
          continue;
        }
        const width = ctx.measureText(street.naam).width;
        for (const line of street.lijnen) {
          if (Boa.isVisible(line, view, 0) && isOurs(line) && this._writeAlong(ctx, view, places, street.naam, line, width)) {
            seen.add(street.naam);
            break;
          }
        }
      }
    },

    _writeAlong(ctx, view, places, name, line, width) {
      const run = straightest(line, view);
      if (run === null || run.length < width + GAP) {
        return false;
      }
      let angle = Math.atan2(run.by - run.ay, run.bx - run.ax);
      // Never upside down.
      if (angle > Math.PI / 2 || angle <= -Math.PI / 2) {
        angle += angle > 0 ? -Math.PI : Math.PI;
      }
      const x = (run.ax + run.bx) / 2;
      const y = (run.ay + run.by) / 2;
      if (!places.take(x, y, width, Boa.size("t-as"), angle)) {
        return false;
      }
      this._write(ctx, name, x, y, angle, "k-tekst", 3);
      return true;
    },

    _write(ctx, text, x, y, angle, colour, halo) {
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(angle);
      ctx.strokeStyle = Boa.token("k-halo");
      ctx.lineWidth = halo * 2 - 2;
      ctx.strokeText(text, 0, 0);
      ctx.fillStyle = Boa.token(colour);
      ctx.fillText(text, 0, 0);
      ctx.restore();
    },
  });

  Object.assign(Boa, { Labels });
})(window.Boa);
