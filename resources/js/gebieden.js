// Drawn areas: a dashed edge, a light fill and a name. One whose dates are over is grey, and only there when asked for.
(function (Boa) {
  "use strict";
  const DASH = [10, 5];
  const EDGE = 2;
  const REACH = 14;
  const FILL = 0.1;
  const NAME_ROOM = 40;

  // The canvas position of corner i of a path.
  function corner(path, i, view) {
    return L.point(path.points[i] * view.scale - view.left, path.points[i + 1] * view.scale - view.top);
  }

  const Areas = Boa.CanvasLayer.extend({
    options: { pane: "boaGebieden" },

    setScene(scene) {
      this._areas = (scene.gebieden || []).map((area) => ({ ...area, paths: area.ringen.map(Boa.makePath) }));
      this.redraw();
    },

    showExpired(on) {
      this._expired = on;
      this.redraw();
    },

    choose(uid) {
      this._chosen = uid;
      this.redraw();
    },

    // The area that is being drawn anew stays away, or it would lie under its own sketch.
    hide(uid) {
      this._hidden = uid;
      this.redraw();
    },

    visible() {
      return (this._areas || []).filter((area) => (area.geldig || this._expired) && area.uid !== this._hidden);
    },

    hasExpired() {
      return (this._areas || []).some((area) => !area.geldig);
    },

    draw(ctx, view) {
      this._names = [];
      const areas = this.visible().filter((area) => area.paths.some((path) => Boa.isVisible(path, view, EDGE)));
      areas.forEach((area) => this._drawArea(ctx, view, area));
      areas.forEach((area) => this._drawName(ctx, view, area));
    },

    _drawArea(ctx, view, area) {
      const chosen = area.uid === this._chosen;
      const colour = Boa.token(area.geldig ? "k-hier" : "line-strong");
      ctx.beginPath();
      area.paths.forEach((path) => {
        Boa.trace(ctx, path, view);
        ctx.closePath();
      });
      ctx.globalAlpha = chosen ? FILL * 2 : FILL;
      ctx.fillStyle = colour;
      if (area.geldig || chosen) {
        ctx.fill("evenodd");
      }
      ctx.globalAlpha = 1;
      ctx.lineJoin = "round";
      ctx.strokeStyle = Boa.token("k-halo");
      ctx.lineWidth = EDGE * 3;
      ctx.stroke();
      ctx.strokeStyle = colour;
      ctx.lineWidth = chosen ? EDGE * 2 : EDGE;
      ctx.setLineDash(DASH);
      ctx.stroke();
      ctx.setLineDash([]);
    },

    // In the largest ring, where it is widest; an area smaller than its name gets it when one comes nearer.
    _drawName(ctx, view, area) {
      const path = area.paths.reduce((best, one) => (this._width(one) > this._width(best) ? one : best));
      ctx.font = Boa.font("t-as", "w-zwaar");
      const width = ctx.measureText(area.naam).width;
      if (this._width(path) * view.scale < Math.min(width, NAME_ROOM * 2) && area.uid !== this._chosen) {
        return;
      }
      const at = this._inside(path, view);
      const box = [at.x - width / 2, at.y - 9, at.x + width / 2, at.y + 9];
      if (this._names.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) {
        return;
      }
      this._names.push(box);
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      ctx.lineWidth = 4;
      ctx.strokeStyle = Boa.token("k-halo");
      ctx.strokeText(area.naam, at.x, at.y);
      ctx.fillStyle = Boa.token(area.geldig ? "k-hier" : "ink-2");
      ctx.fillText(area.naam, at.x, at.y);
    },

    _width(path) {
      return path.box[2] - path.box[0];
    },

    // The middle of the widest stretch that a level line near the top of the area has inside it: names of meldingen
    // and buurten crowd the middle.
    _inside(path, view) {
      let best = { width: -1, at: L.point(0, 0) };
      const [left, top, right, bottom] = path.box;
      for (const part of [0.2, 0.35, 0.5]) {
        const y = top + (bottom - top) * part;
        const cuts = this._cuts(path, y);
        for (let i = 0; i + 1 < cuts.length; i += 2) {
          if (cuts[i + 1] - cuts[i] > best.width * 1.3) {
            best = { width: cuts[i + 1] - cuts[i], at: L.point((cuts[i] + cuts[i + 1]) / 2, y) };
          }
        }
      }
      const at = best.width > 0 ? best.at : L.point((left + right) / 2, (top + bottom) / 2);
      return L.point(at.x * view.scale - view.left, at.y * view.scale - view.top);
    },

    _cuts(path, y) {
      const cuts = [];
      for (let i = 0; i + 3 < path.points.length; i += 2) {
        const [ax, ay, bx, by] = path.points.slice(i, i + 4);
        if (ay > y !== by > y) {
          cuts.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
        }
      }
      return cuts.sort((a, b) => a - b);
    },

    // The uid of the area whose edge runs here, or null: what is inside an area must stay in reach of a finger.
    uidAt(containerPoint) {
      if (!this._map || !this._view) {
        return null;
      }
      const at = this.toCanvas(containerPoint);
      const found = this.visible().find((area) => area.paths.some((path) => this._distance(path, at) <= REACH));
      return found ? found.uid : null;
    },

    _distance(path, at) {
      let best = Infinity;
      for (let i = 0; i + 3 < path.points.length; i += 2) {
        const [a, b] = [corner(path, i, this._view), corner(path, i + 2, this._view)];
        best = Math.min(best, L.LineUtil.pointToSegmentDistance(at, a, b));
      }
      return best;
    },

    boundsOf(uid) {
      const area = (this._areas || []).find((one) => one.uid === uid);
      const flat = area ? area.ringen.flat() : [];
      const places = flat.filter((_, i) => i % 2 === 0).map((lon, i) => L.latLng(flat[2 * i + 1], lon));
      return places.length > 0 ? L.latLngBounds(places) : null;
    },
  });

  Boa.addPart((kaart) => {
    kaart.map.createPane("boaGebieden").style.zIndex = "412";
    kaart.map.getPane("boaGebieden").style.pointerEvents = "none";
    const areas = new Areas();
    let words = {};
    let wanted = null;

    function explain() {
      const lines = [{ teken: "boa-legenda-gebied", tekst: words.geldig }];
      if (areas._expired && areas.hasExpired()) {
        lines.push({ teken: "boa-legenda-gebied boa-legenda-voorbij", tekst: words.voorbij });
      }
      kaart.legend.set("gebieden", words.geldig && areas.visible().length > 0 ? { regels: lines } : null);
    }

    // Asked for before its scene was there: then as soon as it is.
    function look() {
      const bounds = wanted === null ? null : areas.boundsOf(wanted);
      if (bounds !== null) {
        wanted = null;
        kaart.map.fitBounds(bounds, { padding: [48, 48], maxZoom: 17, animate: false });
      }
    }

    kaart.addLayer("gebieden", areas);
    kaart.onScene((scene) => {
      areas.setScene(scene);
      explain();
      look();
    });
    kaart.onClick((event, again) => {
      const disc = kaart.shown.punten ? kaart.points.discAt(event.containerPoint) : null;
      const uid = again || disc !== null || !kaart.shown.gebieden ? null : areas.uidAt(event.containerPoint);
      if (uid !== null) {
        Boa.send("report_choice", { soort: "gebied", uid });
      }
      return uid !== null;
    });
    kaart.onInspect("gebieden", () => areas.visible().map((area) => area.naam));
    Object.assign(Boa.api, {
      set_area_words(texts) {
        words = texts;
        explain();
      },
      choose_area: (uid) => areas.choose(uid),
      hide_area: (uid) => areas.hide(uid),
      show_area(uid) {
        wanted = uid;
        look();
      },
      show_expired(on) {
        areas.showExpired(on);
        explain();
      },
    });
  });
})(window.Boa);
