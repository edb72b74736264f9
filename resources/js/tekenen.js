// The pen: corners set on the map by mouse, finger or keys, for measuring and for drawing an area.
//
//   click, tap or Enter: a corner · on the first corner, double click or Klaar: round and ready
//   arrow keys: the cross-hair · Backspace: the last corner away · Escape: stop
//   a corner that is dragged, or taken up by Enter and moved by arrows, goes along
(function (Boa) {
  "use strict";
  const NEAR = 14;
  // Within this is the same spot: to the hand, which shakes, and to the keys, whose smallest step is 1.
  const SAME_HAND = 5;
  const SAME_KEYS = 1;
  const FINGER = 24;
  const STEP = 8;
  const STEP_LARGE = 48;
  const STEP_SMALL = 1;
  const ROOM = 32;
  const MOST = 500;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // 1 to the left, -1 to the right, 0 straight on.
  function turn(a, b, c) {
    return Math.sign((b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng));
  }

  function cross(a, b, c, d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
  }

  // Whether two sides cross; the side back to the first corner counts from four corners on.
  function crossesItself(corners) {
    const sides = corners.map((corner, index) => [corner, corners[(index + 1) % corners.length]]);
    const counted = corners.length > 3 ? sides : [];
    return counted.some(([a, b], index) => counted.slice(index + 2).some(([c, d]) => cross(a, b, c, d)));
  }

  // What the pen has put so far, and the line to where it is now.
  const Sketch = Boa.CanvasLayer.extend({
    options: { pane: "boaPen" },

    show(pen) {
      this._pen = pen;
      this.redraw();
    },

    draw(ctx, view) {
      const { corners, closed, cursor, crosses, held } = this._pen || { corners: [] };
      const at = (place) => {
        const [x, y] = Boa.toMercator([place.lng, place.lat]);
        return [x * view.scale - view.left, y * view.scale - view.top];
      };
      const spots = corners.map(at);
      const ahead = cursor && !closed ? [at(cursor)] : [];
      ctx.lineJoin = "round";
      ctx.lineCap = "round";
      this._line(ctx, [...spots, ...(spots.length > 0 ? ahead : [])], closed);
      spots.forEach((spot, index) => this._corner(ctx, spot, index === held, index === 0 && spots.length > 2 && !closed));
      if (cursor && crosses) {
        this._crossHair(ctx, at(cursor));
      }
    },

    _line(ctx, spots, closed) {
      if (spots.length < 2) {
        return;
      }
      ctx.beginPath();
      spots.forEach(([x, y], index) => (index === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
      if (closed) {
        ctx.closePath();
        ctx.globalAlpha = 0.15;
        ctx.fillStyle = Boa.token("k-hier");
        ctx.fill();
        ctx.globalAlpha = 1;
      }
      for (const [colour, width] of [["k-halo", 7], ["k-hier", 3]]) {
        ctx.strokeStyle = Boa.token(colour);
        ctx.lineWidth = width;
        ctx.stroke();
      }
    },

    _corner(ctx, [x, y], held, isDoor) {
      const radius = isDoor || held ? 9 : 6;
      Boa.fillCircle(ctx, x, y, radius + 2, Boa.token("k-hier"));
      Boa.fillCircle(ctx, x, y, radius, Boa.token(held ? "keuze-tint" : "surface"));
    },

    _crossHair(ctx, [x, y]) {
      for (const [colour, width] of [["k-halo", 6], ["ink", 2]]) {
        ctx.strokeStyle = Boa.token(colour);
        ctx.lineWidth = width;
        ctx.beginPath();
        for (const [dx, dy] of Object.values(ARROWS)) {
          ctx.moveTo(x + dx * 5, y + dy * 5);
          ctx.lineTo(x + dx * 18, y + dy * 18);
        }
        ctx.stroke();
      }
    },
  });

  class Pen {
    // tell(): something to show changed. finish(corners): the drawing is round.
    constructor(map, tell, finish) {
      this._map = map;
      this._tell = tell;
      this._finish = finish;
      // Above the points, whose figures would hide the corners.
      map.createPane("boaPen").style.zIndex = "425";
      map.getPane("boaPen").style.pointerEvents = "none";
      this._sketch = new Sketch();
      this.mode = "";
      this._reset([]);
      const box = map.getContainer();
      box.addEventListener("keydown", (event) => this._onKey(event), true);
      box.addEventListener("pointerdown", (event) => this._onDown(event), true);
      window.addEventListener("pointermove", (event) => this._onDrag(event));
      window.addEventListener("pointerup", () => this._onUp());
      window.addEventListener("pointercancel", () => this._onUp());
      map.on("mousemove", (event) => this._onMove(event));
    }

    start(mode, corners) {
      this.mode = mode;
      this._reset(corners);
      this.closed = corners.length > 2;
      this._sketch.addTo(this._map);
      this._map.keyboard.disable();
      this._map.getContainer().classList.add("boa-prikken", "boa-pen");
      this._map.getContainer().focus({ preventScroll: true });
      this._changed();
    }

    stop() {
      this.mode = "";
      this._reset([]);
      this._sketch.remove();
      this._map.keyboard.enable();
      this._map.getContainer().classList.remove("boa-prikken", "boa-pen");
      this._tell();
    }

    again() {
      this._reset([]);
      this._changed();
    }

    // True when the edge of an area, as it would be round now, crosses itself.
    isCrossed() {
      return this.mode === "tekenen" && crossesItself(this.corners);
    }

    // True when the click was for the pen, which all are while it is in hand.
    takeClick(event, again) {
      if (this.mode === "") {
        return false;
      }
      if (this._moved) {
        this._moved = false;
      } else if (again) {
        this.close(this.mode === "tekenen");
      } else {
        this.crosses = false;
        this._put(event.latlng.wrap());
      }
      return true;
    }

    back() {
      this.held = -1;
      if (this.closed) {
        this.closed = false;
      } else {
        this.corners.pop();
      }
      this.done = false;
      this._changed();
    }

    // round: whether the last corner joins the first.
    close(round) {
      this.held = -1;
      this.done = true;
      this.closed = this.closed || (round && this.corners.length > 2);
      this.cursor = this.crosses ? this.cursor : null;
      this._changed();
      if (this.mode === "tekenen") {
        this._finish(this.corners);
      }
    }

    _reset(corners) {
      this.corners = corners;
      this.closed = false;
      this.done = false;
      this.cursor = null;
      this.crosses = false;
      this.held = -1;
      // Why the last touch or key put no corner: a name among the words, or empty.
      this.note = "";
      this._dragged = -1;
      this._moved = false;
    }

    _put(place) {
      const index = this._cornerAt(place, NEAR);
      if (this.mode === "meten" && this.done) {
        this._reset([]);
      }
      if (this.closed) {
        this._split(place);
      } else if (index === 0 && this.corners.length > 2) {
        this.close(true);
        return;
      } else if (this._isLast(place)) {
        this._changed("zelfde");
        return;
      } else {
        this._add(place);
      }
      this._changed();
    }

    _isLast(place) {
      const last = this.corners.at(-1);
      const at = (corner) => this._map.latLngToContainerPoint(corner);
      return last !== undefined && at(last).distanceTo(at(place)) < (this.crosses ? SAME_KEYS : SAME_HAND);
    }

    _add(place) {
      if (this.corners.length < MOST) {
        this.corners.push(place);
      }
    }

    // A round drawing gets a new corner where its side is touched.
    _split(place) {
      const at = this._map.latLngToContainerPoint(place);
      const spots = this.corners.map((corner) => this._map.latLngToContainerPoint(corner));
      const sides = spots.map((a, i) => L.LineUtil.pointToSegmentDistance(at, a, spots[(i + 1) % spots.length]));
      const side = sides.indexOf(Math.min(...sides));
      if (sides[side] <= NEAR && this.corners.length < MOST) {
        this.corners.splice(side + 1, 0, place);
        this._finish(this.corners);
      }
    }

    _cornerAt(place, reach) {
      const at = this._map.latLngToContainerPoint(place);
      return this.corners.findIndex((corner) => this._map.latLngToContainerPoint(corner).distanceTo(at) <= reach);
    }

    _changed(note = "") {
      this.note = note;
      this._sketch.show(this);
      this._tell();
    }

    _onMove(event) {
      if (this.mode !== "" && !this.crosses && !this.closed && !this.done && this.corners.length > 0) {
        this.cursor = event.latlng;
        this._changed(this.note);
      }
    }

    _onDown(event) {
      if (this.mode === "" || this.corners.length === 0 || event.button > 0) {
        return;
      }
      const place = this._map.mouseEventToLatLng(event);
      const index = this._cornerAt(place, event.pointerType === "mouse" ? NEAR : FINGER);
      // The first corner is the way to go round: touching it is no dragging until it moves.
      if (index >= 0) {
        this._dragged = index;
        this._from = this._map.latLngToContainerPoint(place);
        this._map.dragging.disable();
      }
    }

    _onDrag(event) {
      if (this._dragged < 0) {
        return;
      }
      const place = this._map.mouseEventToLatLng(event);
      if (!this._moved && this._map.latLngToContainerPoint(place).distanceTo(this._from) < 5) {
        return;
      }
      this._moved = true;
      this.corners[this._dragged] = place.wrap();
      this._changed();
    }

    _onUp() {
      if (this._dragged < 0) {
        return;
      }
      this._dragged = -1;
      this._map.dragging.enable();
      if (this._moved) {
        if (this.closed && this.mode === "tekenen") {
          this._finish(this.corners);
        }
        // The click that a browser makes of it comes before this; where none comes, the next one must count.
        window.setTimeout(() => {
          this._moved = false;
        }, 0);
      }
    }

    _onKey(event) {
      if (this.mode === "" || event.altKey || event.metaKey || event.target !== this._map.getContainer()) {
        return;
      }
      if (ARROWS[event.key]) {
        this._step(ARROWS[event.key], event);
      } else if (event.key === "Enter" && event.ctrlKey) {
        this.close(this.mode === "tekenen");
      } else if (event.key === "Enter" || event.key === " ") {
        this._enter();
      } else if (event.key === "Backspace" || event.key === "Delete") {
        this.back();
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    _step(way, event) {
      const step = event.ctrlKey ? STEP_SMALL : event.shiftKey ? STEP_LARGE : STEP;
      const size = this._map.getSize();
      const from = this.crosses && this.cursor ? this._map.latLngToContainerPoint(this.cursor) : size.divideBy(2);
      const to = from.add([way[0] * step, way[1] * step]);
      this.crosses = true;
      this.cursor = this._map.containerPointToLatLng(to);
      if (!L.bounds([ROOM, ROOM], size.subtract([ROOM, ROOM])).contains(to)) {
        this._map.panBy([way[0] * size.x * 0.25, way[1] * size.y * 0.25], { animate: false });
      }
      if (this.held >= 0) {
        this.corners[this.held] = this.cursor.wrap();
      }
      this._changed();
    }

    _enter() {
      if (!this.crosses || !this.cursor) {
        this.crosses = true;
        this.cursor = this._map.getCenter();
        // With corners put by hand one in the middle would be a surprise.
        if (this.corners.length > 0) {
          this._changed(this.closed ? "" : "kruisdraad");
          return;
        }
      }
      const index = this._cornerAt(this.cursor, NEAR);
      if (this.held >= 0) {
        this.held = -1;
        this._changed();
        if (this.closed && this.mode === "tekenen") {
          this._finish(this.corners);
        }
      } else if (index >= 0 && this.closed) {
        this.held = index;
        this._changed();
      } else {
        this._put(this.cursor.wrap());
      }
    }
  }

  Object.assign(Boa, { Pen });
})(window.Boa);
