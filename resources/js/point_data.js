// The meldingen as packed numbers (layout: boa_app/mapping/points.py), and how they follow a filter or a save.
(function (Boa) {
  "use strict";
  const MAGIC = 0x32414f42;
  const WORLD = 2 ** 32;
  const HEAD = 8;

  function spreadBits(bytes, length) {
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) {
      out[i] = (bytes[i >> 3] >> (i & 7)) & 1;
    }
    return out;
  }

  function decodePoints(buffer) {
    const head = new DataView(buffer);
    if (head.getUint32(0, true) !== MAGIC) {
      throw new Error("punten: onbekende indeling");
    }
    const length = head.getInt32(4, true);
    return {
      length,
      nrs: new Int32Array(buffer, HEAD, length),
      x: new Uint32Array(buffer, HEAD + 4 * length, length),
      y: new Uint32Array(buffer, HEAD + 8 * length, length),
      forms: new Uint8Array(buffer, HEAD + 12 * length, length),
      shown: spreadBits(new Uint8Array(buffer, HEAD + 13 * length), length),
    };
  }

  function withShown(points, text) {
    const bytes = Uint8Array.from(window.atob(text), (letter) => letter.charCodeAt(0));
    return { ...points, shown: spreadBits(bytes, points.length) };
  }

  // Without the rows `gone`, with fresh[k] before the row that stood at places[k]; both lists rise.
  function splice(old, gone, places, fresh) {
    const out = new old.constructor(old.length - gone.length + places.length);
    let [from, to, g, p] = [0, 0, 0, 0];
    while (g < gone.length || p < places.length) {
      const isNew = p < places.length && (g >= gone.length || places[p] <= gone[g]);
      const until = isNew ? places[p] : gone[g];
      out.set(old.subarray(from, until), to);
      to += until - from;
      from = until;
      if (isNew) {
        out[to] = fresh[p];
        to += 1;
        p += 1;
      } else {
        from += 1;
        g += 1;
      }
    }
    out.set(old.subarray(from), to);
    return out;
  }

  function withChange(points, change) {
    const renew = (old, fresh) => splice(old, change.weg, change.op, fresh);
    return {
      length: points.length - change.weg.length + change.op.length,
      nrs: renew(points.nrs, change.nr),
      x: renew(points.x, change.x),
      y: renew(points.y, change.y),
      forms: renew(points.forms, change.vorm),
      shown: renew(points.shown, change.aan),
    };
  }

  const NOTHING = {
    length: 0,
    nrs: new Int32Array(0),
    x: new Uint32Array(0),
    y: new Uint32Array(0),
    forms: new Uint8Array(0),
    shown: new Uint8Array(0),
  };

  // Answers may overtake each other and filters may follow each other faster than they can be drawn: one thing at a
  // time, and what a newer one makes needless is left out.
  class PointFeed {
    constructor(onPoints) {
      this._onPoints = onPoints;
      this._points = NOTHING;
      this._queue = Promise.resolve();
      this._last = 0;
      this._newest = { all: 0, shown: 0 };
    }

    // What the page has now.
    get points() {
      return this._points;
    }

    setAll(url) {
      return this._add("all", async (isWanted) => {
        const answer = await window.fetch(url);
        if (!answer.ok) {
          throw new Error("kaart: punten zijn niet te lezen");
        }
        const buffer = await answer.arrayBuffer();
        return isWanted() ? decodePoints(buffer) : null;
      });
    }

    setShown(text) {
      return this._add("shown", () => withShown(this._points, text));
    }

    change(change) {
      return this._add("change", () => withChange(this._points, change));
    }

    _add(kind, make) {
      this._last += 1;
      const mine = this._last;
      if (kind !== "change") {
        this._newest[kind] = mine;
      }
      const isWanted = () => mine >= this._newest.all && (kind !== "shown" || mine >= this._newest.shown);
      const work = async () => {
        const points = isWanted() ? await make(isWanted) : null;
        if (points !== null) {
          this._points = points;
          this._onPoints(points);
        }
      };
      // One that failed must not keep the next from being shown.
      const turn = this._queue.then(work);
      this._queue = turn.catch(() => undefined);
      return turn;
    }
  }

  Object.assign(Boa, { decodePoints, withChange, withShown, PointFeed, WORLD });
})(window.Boa);
