// The street network by what holds for each piece: inspect, only walk through, stay out. A line tells it by its dashes
// and width as well as by colour; what people set themselves lies in an outlined tube and, from nearby, has a diamond on it.
//
// Bytes (mapping/straten.py): int32 version, n, p, 0 · float64 x, y · int32 begin[n + 1] · float32 p times x, y.
(function (Boa) {
  "use strict";
  const HEAD = 16;
  const REACH = 18;
  const DIAMONDS_FROM = 15;
  const DIAMOND = 5;
  // By class: colour, width at zoom 17, dashes in widths.
  const LOOKS = [
    { token: "k-hier", width: 5, dash: [] },
    { token: "ink-2", width: 2.5, dash: [2.5, 2] },
    { token: "fout", width: 3.5, dash: [0.6, 2.2] },
  ];
  const ORDER = [1, 0, 2];

  function widthAt(look, zoom) {
    return Math.max(1, look.width * 1.3 ** Math.min(0, zoom - 17));
  }

  function readNetwork(buffer) {
    const [version, count] = new Int32Array(buffer, 0, 4);
    if (version !== 1) {
      throw new Error("straten: onbekende vorm");
    }
    const [x, y] = new Float64Array(buffer, HEAD, 2);
    const begin = new Int32Array(buffer, 2 * HEAD, count + 1);
    const points = new Float32Array(buffer, 2 * HEAD + 4 * (count + 1), 2 * begin[count]);
    const boxes = new Float32Array(4 * count).fill(Infinity);
    for (let i = 0; i < count; i++) {
      boxes[4 * i + 2] = boxes[4 * i + 3] = -Infinity;
      for (let at = 2 * begin[i]; at < 2 * begin[i + 1]; at += 2) {
        boxes[4 * i] = Math.min(boxes[4 * i], points[at]);
        boxes[4 * i + 1] = Math.min(boxes[4 * i + 1], points[at + 1]);
        boxes[4 * i + 2] = Math.max(boxes[4 * i + 2], points[at]);
        boxes[4 * i + 3] = Math.max(boxes[4 * i + 3], points[at + 1]);
      }
    }
    return { count, x, y, begin, points, boxes };
  }

  const Streets = Boa.CanvasLayer.extend({
    options: { pane: "boaStraten" },

    // What is chosen may be told before the lines are there.
    setNetwork(net) {
      this._net = net;
      this.redraw();
    },

    // One byte per segment: class in the low bits, 4 when it was set by hand.
    setClasses(bytes) {
      this._classes = bytes;
      this.redraw();
    },

    choose(segments) {
      this._chosen = new Set(segments);
      this.redraw();
    },

    isWhole() {
      return Boolean(this._net && this._classes && this._classes.length === this._net.count);
    },

    counts() {
      const found = { verplicht: 0, mag: 0, verboden: 0, gezet: 0 };
      for (const byte of this.isWhole() ? this._classes : []) {
        found[["verplicht", "mag", "verboden"][byte & 3]] += 1;
        found.gezet += byte & 4 ? 1 : 0;
      }
      return found;
    },

    draw(ctx, view) {
      if (!this.isWhole()) {
        return;
      }
      this._place(view);
      const chosen = [...(this._chosen || [])].filter((i) => i < this._net.count);
      const seen = this._inSight(view);
      ctx.lineJoin = "round";
      const wide = widthAt(LOOKS[0], view.zoom);
      this._stroke(ctx, chosen, "keuze", wide + 14, [], 0.6);
      this._stroke(ctx, chosen, "k-halo", wide + 6, [], 1);
      // What people set lies in a tube of its own: seen from far away too, whatever its dashes.
      const made = seen.filter((i) => this._classes[i] & 4);
      this._stroke(ctx, made, "ink", wide + 4, [], 1);
      this._stroke(ctx, made, "surface", wide + 2, [], 1);
      for (const kind of ORDER) {
        const look = LOOKS[kind];
        const width = widthAt(look, view.zoom);
        const dash = look.dash.map((part) => part * Math.max(width, 2));
        this._stroke(ctx, seen.filter((i) => (this._classes[i] & 3) === kind), look.token, width, dash, 1);
      }
      if (view.zoom >= DIAMONDS_FROM) {
        made.forEach((i) => this._diamond(ctx, i));
      }
    },

    // Offsets of the network to the canvas, in double precision: the points themselves are small numbers.
    _place(view) {
      this._scale = view.scale;
      this._left = view.left - this._net.x * view.scale;
      this._top = view.top - this._net.y * view.scale;
    },

    _inSight(view) {
      const { boxes, count, x, y } = this._net;
      const room = 12 / view.scale;
      const [left, top, right, bottom] = [view.box[0] - x - room, view.box[1] - y - room, view.box[2] - x + room, view.box[3] - y + room];
      const found = [];
      for (let i = 0; i < count; i++) {
        const at = 4 * i;
        if (boxes[at] <= right && boxes[at + 2] >= left && boxes[at + 1] <= bottom && boxes[at + 3] >= top) {
          found.push(i);
        }
      }
      return found;
    },

    _stroke(ctx, segments, token, width, dash, alpha) {
      if (segments.length === 0) {
        return;
      }
      ctx.beginPath();
      segments.forEach((i) => this._trace(ctx, i));
      ctx.strokeStyle = Boa.token(token);
      ctx.globalAlpha = alpha;
      ctx.lineWidth = width;
      ctx.lineCap = dash.length > 0 ? "butt" : "round";
      ctx.setLineDash(dash);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.globalAlpha = 1;
    },

    // Steps shorter than a pixel are left out: from far away that is most of them.
    _trace(ctx, i) {
      const { begin, points } = this._net;
      const last = 2 * begin[i + 1] - 2;
      let px = points[2 * begin[i]] * this._scale - this._left;
      let py = points[2 * begin[i] + 1] * this._scale - this._top;
      ctx.moveTo(px, py);
      for (let at = 2 * begin[i] + 2; at <= last; at += 2) {
        const nx = points[at] * this._scale - this._left;
        const ny = points[at + 1] * this._scale - this._top;
        if (at === last || Math.abs(nx - px) + Math.abs(ny - py) > 1) {
          ctx.lineTo(nx, ny);
          px = nx;
          py = ny;
        }
      }
    },

    _corner(at) {
      return L.point(this._net.points[2 * at] * this._scale - this._left, this._net.points[2 * at + 1] * this._scale - this._top);
    },

    // Halfway the longest stretch, where no junction covers it.
    _diamond(ctx, i) {
      const { begin } = this._net;
      let best = null;
      for (let at = begin[i]; at + 1 < begin[i + 1]; at++) {
        const [a, b] = [this._corner(at), this._corner(at + 1)];
        const length = a.distanceTo(b);
        if (best === null || length > best.length) {
          best = { length, middle: a.add(b).divideBy(2) };
        }
      }
      if (best === null || best.length < 3 * DIAMOND) {
        return;
      }
      const { x, y } = best.middle;
      ctx.beginPath();
      ctx.moveTo(x, y - DIAMOND);
      ctx.lineTo(x + DIAMOND, y);
      ctx.lineTo(x, y + DIAMOND);
      ctx.lineTo(x - DIAMOND, y);
      ctx.closePath();
      ctx.fillStyle = Boa.token("surface");
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = Boa.token("ink");
      ctx.stroke();
    },

    // The segment a finger means, or -1: the nearest within reach.
    segmentAt(containerPoint) {
      if (!this.isWhole() || !this._map || !this._view) {
        return -1;
      }
      const at = this.toCanvas(containerPoint);
      this._place(this._view);
      const wx = (at.x + this._left) / this._scale;
      const wy = (at.y + this._top) / this._scale;
      const room = REACH / this._scale;
      const { boxes, count, begin } = this._net;
      let best = { away: REACH, segment: -1 };
      for (let i = 0; i < count; i++) {
        const box = 4 * i;
        if (boxes[box] > wx + room || boxes[box + 2] < wx - room || boxes[box + 1] > wy + room || boxes[box + 3] < wy - room) {
          continue;
        }
        for (let corner = begin[i]; corner + 1 < begin[i + 1]; corner++) {
          const away = L.LineUtil.pointToSegmentDistance(at, this._corner(corner), this._corner(corner + 1));
          if (away < best.away) {
            best = { away, segment: i };
          }
        }
      }
      return best.segment;
    },
  });

  Boa.addPart((kaart) => {
    // Under the names, which stay readable on top of it.
    kaart.map.createPane("boaStraten").style.zIndex = "390";
    kaart.map.getPane("boaStraten").style.pointerEvents = "none";
    const streets = new Streets();
    let words = {};
    let loading = Promise.resolve();
    let number = 0;

    async function bytesOf(url) {
      return (await fetch(url)).arrayBuffer();
    }

    function tellPainted() {
      requestAnimationFrame(() => Boa.send("report_painted", { wat: "straten" }));
    }

    function explain() {
      const { gezet } = streets.counts();
      const lines = ["verplicht", "mag", "verboden"].map((kind) => ({ teken: `boa-legenda-straat boa-straat-${kind}`, tekst: words[kind] }));
      if (gezet > 0) {
        lines.push({ teken: "boa-legenda-straat boa-straat-gezet", tekst: words.gezet });
      }
      kaart.legend.set("straten", { titel: words.titel, regels: lines });
    }

    kaart.onClick((event, again) => {
      const segment = again || !kaart.map.hasLayer(streets) ? -1 : streets.segmentAt(event.containerPoint);
      if (segment >= 0) {
        Boa.send("report_choice", { soort: "straat", uid: String(segment) });
      }
      return segment >= 0;
    });
    kaart.onInspect("straten", () => ({ ...streets.counts(), gekozen: streets._chosen ? streets._chosen.size : 0 }));
    kaart.addLayer("straten", streets);
    Object.assign(Boa.api, {
      async set_streets(url, texts) {
        kaart.shown.straten = true;
        words = texts;
        loading = bytesOf(url).then((buffer) => {
          streets.addTo(kaart.map);
          streets._classes = null;
          streets.setNetwork(readNetwork(buffer));
        });
        await loading;
      },
      // What holds for each segment; the lines come first, however long they take.
      async set_street_classes(url) {
        const own = ++number;
        const [bytes] = await Promise.all([bytesOf(url), loading]);
        if (own === number) {
          streets.setClasses(new Uint8Array(bytes));
          explain();
          tellPainted();
        }
      },
      choose_streets: (segments) => streets.choose(segments),
    });
  });
})(window.Boa);
