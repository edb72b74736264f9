// The protected grid: squares in three classes, hatched where there is too little to show. Numbers only where given.
(function (Boa) {
  "use strict";
  const COLOURS = ["h2", "h4", "h6"];
  const FILL = 0.78;
  const HATCH_PX = 7;
  const FIGURE_ROOM = 22;
  const FIGURE_INSET = 4;

  function boxOf(view, path) {
    const [left, top, right, bottom] = path.box.map((value) => value * view.scale);
    return [left - view.left, top - view.top, right - view.left, bottom - view.top];
  }

  // Over the names of buurten, in a corner of the square: there the least lies on top of it.
  const Figures = Boa.CanvasLayer.extend({
    setSquares(squares) {
      this._squares = squares;
      this.redraw();
    },

    draw(ctx, view) {
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.lineJoin = "round";
      ctx.font = Boa.font("t-buurt", "w-zwaar");
      for (const { path, tekst } of this._squares || []) {
        const [left, top, right] = boxOf(view, path);
        if (tekst && right - left >= FIGURE_ROOM) {
          ctx.strokeStyle = Boa.token("k-halo");
          ctx.lineWidth = 4;
          ctx.strokeText(tekst, left + FIGURE_INSET, top + FIGURE_INSET);
          ctx.fillStyle = Boa.token("k-tekst");
          ctx.fillText(tekst, left + FIGURE_INSET, top + FIGURE_INSET);
        }
      }
    },
  });

  const Raster = Boa.CanvasLayer.extend({
    // data: null, or {vakken: [{ring: [lon, lat, …], klasse: 1 to 3, tekst}], weinig: [[lon, lat, …]]}
    setData(data) {
      const { vakken = [], weinig = [] } = data || {};
      this._squares = vakken.map((vak) => ({ ...vak, path: Boa.makePath(vak.ring) }));
      this._few = weinig.map(Boa.makePath);
      this.redraw();
      return this;
    },

    squares() {
      return this._squares;
    },

    draw(ctx, view) {
      (this._few || []).forEach((path) => this._hatch(ctx, view, path));
      for (const square of this._squares || []) {
        ctx.globalAlpha = FILL;
        ctx.fillStyle = Boa.token(COLOURS[square.klasse - 1]);
        this._outline(ctx, view, square.path);
        ctx.fill();
        ctx.globalAlpha = 1;
        ctx.strokeStyle = Boa.token("k-stip-rand");
        ctx.lineWidth = 1.5;
        ctx.stroke();
      }
    },

    _outline(ctx, view, path) {
      ctx.beginPath();
      Boa.trace(ctx, path, view);
      ctx.closePath();
    },

    _hatch(ctx, view, path) {
      const [left, top, right, bottom] = boxOf(view, path);
      ctx.save();
      this._outline(ctx, view, path);
      ctx.clip();
      ctx.beginPath();
      for (let x = left - (bottom - top); x < right; x += HATCH_PX) {
        ctx.moveTo(x, bottom);
        ctx.lineTo(x + bottom - top, top);
      }
      ctx.strokeStyle = Boa.token("line-strong");
      ctx.lineWidth = 1;
      ctx.stroke();
      ctx.restore();
      this._outline(ctx, view, path);
      ctx.strokeStyle = Boa.token("line-strong");
      ctx.stroke();
    },
  });

  Boa.addPart((kaart) => {
    kaart.map.createPane("boaRaster").style.zIndex = "350";
    kaart.map.createPane("boaCijfers").style.zIndex = "405";
    const raster = new Raster({ pane: "boaRaster" });
    const figures = new Figures({ pane: "boaCijfers" });
    kaart.addLayer("raster", {
      addTo: (map) => [raster, figures].forEach((layer) => layer.addTo(map)),
      remove: () => [raster, figures].forEach((layer) => layer.remove()),
    });
    // legend: {titel, zinnen, klassen: three words, weinig: the word for hatched squares}
    Boa.api.set_raster = (data, legend) => {
      figures.setSquares(raster.setData(data).squares());
      const rows = legend.klassen.map((tekst, i) => ({ teken: `boa-raster-teken boa-raster-${i + 1}`, tekst }));
      const few = { teken: "boa-raster-teken boa-raster-weinig", tekst: legend.weinig };
      kaart.legend.set("raster", { titel: legend.titel, zinnen: legend.zinnen, regels: [...rows, few] });
      Boa.api.set_layer("raster", true);
    };
  });

  Object.assign(Boa, { Raster });
})(window.Boa);
