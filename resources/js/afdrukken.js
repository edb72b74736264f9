// The map as one sheet of paper. A page of its own that nobody sees is told what the map was told, and then this:
//
//   set_print(sheet) ── lays out ──> waits for layers ──> report_painted afdruk ──> the program makes the PDF
//                                                          └─ beforeprint: everything is drawn on one canvas
(function (Boa) {
  "use strict";
  // How often it looks whether all layers are there.
  const LOOK_MS = 50;
  // One CSS pixel on paper.
  const PIXEL_M = 0.0254 / 96;
  const SCALE_PX = 140;
  const ROUND_TO = 100;
  const PAPER_RATIO = 2;

  function viewOf(map) {
    const bounds = map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  // Metres on the ground per CSS pixel in the middle of the map.
  function metresPerPixel(map) {
    const { lat } = map.getCenter();
    const equator = 2 * Math.PI * 6378137;
    return (equator * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
  }

  // On paper other rules may hold for head and foot; the map keeps the size it was drawn for.
  function freeze(map) {
    const { x, y } = map.getSize();
    Object.assign(map.getContainer().style, { width: `${x}px`, height: `${y}px` });
  }

  function block(className, texts) {
    const made = Boa.element("div", className);
    texts.filter((text) => text !== "").forEach((text) => made.append(Boa.element("div", "", text)));
    return made;
  }

  function head(sheet) {
    const made = Boa.element("header", "boa-blad-kop");
    const words = Boa.element("div", "");
    words.append(Boa.element("h1", "", sheet.titel), Boa.element("p", "", sheet.filter));
    made.append(words);
    if (sheet.merk !== "") {
      made.append(Boa.element("div", "boa-blad-merk", sheet.merk));
    }
    return made;
  }

  // All of the map on one canvas. Each canvas begins by emptying itself, which on paper is white over all below it.
  function makePaper(map) {
    const made = Boa.element("canvas", "boa-papier");
    map.getContainer().append(made);
    // On the graphics card it would forget how it was drawn; one that is read often is kept where paper can have it.
    const ctx = made.getContext("2d", { willReadFrequently: true });
    return () => {
      const { x, y } = map.getSize();
      made.width = x * PAPER_RATIO;
      made.height = y * PAPER_RATIO;
      ctx.setTransform(PAPER_RATIO, 0, 0, PAPER_RATIO, 0, 0);
      ctx.fillStyle = Boa.token("k-land");
      ctx.fillRect(0, 0, x, y);
      drawnLayers(map).forEach((layer) => drawOn(ctx, map, layer));
    };
  }

  // Canvases and tiles, lowest first.
  function drawnLayers(map) {
    const found = [];
    map.eachLayer((layer) => {
      if (layer instanceof Boa.CanvasLayer || layer instanceof L.GridLayer) {
        found.push(layer);
      }
    });
    const height = (layer) => Number(window.getComputedStyle(layer.getPane()).zIndex) || 0;
    return found.sort((one, other) => height(one) - height(other));
  }

  function drawOn(ctx, map, layer) {
    ctx.save();
    if (layer instanceof L.GridLayer) {
      const corner = map.getContainer().getBoundingClientRect();
      for (const { el } of Object.values(layer._tiles)) {
        const box = el.getBoundingClientRect();
        ctx.drawImage(el, box.left - corner.left, box.top - corner.top, box.width, box.height);
      }
    } else {
      const shift = map.layerPointToContainerPoint(layer._bounds.min);
      ctx.translate(shift.x, shift.y);
      layer.draw(ctx, layer._view);
    }
    ctx.restore();
  }

  function isBusy(map) {
    let busy = Boa.isBaseBusy();
    map.eachLayer((layer) => {
      busy = busy || (layer instanceof L.GridLayer && layer.isLoading());
    });
    return busy;
  }

  // On the screen each dot is a copy of a picture; on paper that would be pixels.
  function drawAsLines(ctx, view) {
    this._found = this.clustered(view);
    const { discs } = this._found;
    discs.filter((disc) => disc.count === 1).forEach((disc) => this._drawDot(ctx, disc, this._points.forms[disc.first]));
    discs.filter((disc) => disc.count > 1).forEach((disc) => this._drawDisc(ctx, disc));
  }

  Boa.addPart((kaart) => {
    const { map, controls, points } = kaart;
    let scenes = 0;
    let drawPaper = null;
    kaart.onScene(() => {
      scenes += 1;
    });

    function foot(sheet) {
      const made = Boa.element("footer", "boa-blad-voet");
      const scale = L.control.scale({ imperial: false, maxWidth: SCALE_PX }).addTo(map);
      const measure = Boa.element("div", "boa-blad-schaal");
      made.append(controls.legendBox, block("boa-blad-zinnen", sheet.zinnen), measure);
      return {
        element: made,
        // The bar and the figure belong to the view, which is known last.
        finish() {
          const about = Math.round(metresPerPixel(map) / PIXEL_M / ROUND_TO) * ROUND_TO;
          const text = sheet.schaal.replace("{schaal}", about.toLocaleString(Boa.language));
          measure.append(scale.getContainer(), Boa.element("div", "", text));
        },
      };
    }

    // nearest: the denominator of the largest scale, 0 without limit.
    function lookAt({ beeld: [west, south, east, north], schaal_grootst: nearest }) {
      const bounds = L.latLngBounds([south, west], [north, east]);
      map.options.zoomSnap = 0;
      map.invalidateSize({ animate: false });
      map.setView(bounds.getCenter(), map.getBoundsZoom(bounds), { animate: false });
      const tooNear = nearest / (metresPerPixel(map) / PIXEL_M);
      if (tooNear > 1) {
        map.setZoom(map.getZoom() - Math.log2(tooNear), { animate: false });
      }
    }

    function layOut(sheet) {
      document.body.classList.add("boa-afdruk");
      document.documentElement.classList.add("boa-afdruk-blad");
      const paper = Boa.element("main", "boa-blad");
      paper.style.width = `${sheet.breed_px}px`;
      paper.style.height = `${sheet.hoog_px}px`;
      const frame = Boa.element("div", "boa-blad-kaart");
      const bottom = foot(sheet);
      frame.append(map.getContainer());
      paper.append(head(sheet), frame, bottom.element, Boa.element("p", "boa-blad-bron", sheet.bron));
      document.body.append(paper);
      // Tiles that fade in would wait for a frame that never comes.
      map._fadeAnimated = false;
      points.draw = drawAsLines;
      drawPaper = makePaper(map);
      lookAt(sheet);
      return bottom;
    }

    function isReady(sheet) {
      return (scenes > 0 || !sheet.wacht.scene) && (Boolean(points._points) || !sheet.wacht.punten) && !isBusy(map);
    }

    function whenReady(sheet, act) {
      if (isReady(sheet)) {
        act();
      } else {
        window.setTimeout(() => whenReady(sheet, act), LOOK_MS);
      }
    }

    Boa.api.get_view = () => JSON.stringify(viewOf(map));
    // sheet: breed_px, hoog_px, titel, filter, merk, zinnen, schaal, bron, beeld [w, s, e, n], schaal_grootst, wacht {scene, punten}
    Boa.api.set_print = async (sheet) => {
      Boa.setTheme("druk");
      const bottom = layOut(sheet);
      await Boa.loadFonts();
      whenReady(sheet, () => {
        // Letters and legend are there, so head and foot have their height; the bar belongs to what is seen then.
        lookAt(sheet);
        bottom.finish();
        lookAt(sheet);
        freeze(map);
        whenReady(sheet, () => Boa.send("report_painted", { wat: "afdruk" }));
      });
    };
    // Drawn while it is printed, so that lines and letters reach the paper and no pixels.
    window.addEventListener("beforeprint", () => drawPaper?.());
  });
})(window.Boa);
