// The map as one sheet of paper. A page of its own that nobody sees is told what the map was told, and then this:
//
//   set_print(sheet) ── lays out ──> waits for layers ──> report_painted afdruk ──> the program makes the PDF
//                                                          └─ beforeprint: every canvas is drawn again, which lets
//                                                             the browser put lines and letters on paper, no pixels
(function (Boa) {
  "use strict";
  // How often it looks whether all layers are there.
  const LOOK_MS = 50;
  // One CSS pixel on paper.
  const PIXEL_M = 0.0254 / 96;
  const SCALE_PX = 140;
  const ROUND_TO = 100;

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

  // Everything that is drawn on one canvas, in the order of the map.
  function eachCanvas(map, act) {
    map.eachLayer((layer) => layer instanceof Boa.CanvasLayer && act(layer));
  }

  // A canvas on the graphics card forgets how it was drawn; one that is read often is kept where paper can have it.
  function replaceCanvas(layer) {
    const before = layer._container;
    const made = before.cloneNode(false);
    before.replaceWith(made);
    layer._container = made;
    layer._ctx = made.getContext("2d", { willReadFrequently: true });
  }

  function isBusy(map) {
    let busy = false;
    map.eachLayer((layer) => {
      busy = busy || (layer instanceof L.GridLayer && layer.isLoading());
    });
    return busy;
  }

  // On the screen each dot is a copy of a picture; on paper that would be pixels.
  function drawAsLines(ctx, view) {
    this._found = this._points ? Boa.cluster(this._points, view) : { discs: [] };
    const { discs } = this._found;
    discs.filter((disc) => disc.count === 1).forEach((disc) => this._drawDot(ctx, disc, this._points.forms[disc.first]));
    discs.filter((disc) => disc.count > 1).forEach((disc) => this._drawDisc(ctx, disc));
  }

  Boa.addPart((kaart) => {
    const { map, controls, points } = kaart;
    let scenes = 0;
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

    function lookAt([west, south, east, north]) {
      const bounds = L.latLngBounds([south, west], [north, east]);
      map.options.zoomSnap = 0;
      map.invalidateSize({ animate: false });
      map.setView(bounds.getCenter(), map.getBoundsZoom(bounds), { animate: false });
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
      eachCanvas(map, replaceCanvas);
      lookAt(sheet.beeld);
      bottom.finish();
      // The foot may have grown by a line.
      lookAt(sheet.beeld);
    }

    function isReady(sheet) {
      return (scenes > 0 || !sheet.wacht.scene) && (Boolean(points._points) || !sheet.wacht.punten) && !isBusy(map);
    }

    function tellWhenReady(sheet) {
      if (isReady(sheet)) {
        Boa.send("report_painted", { wat: "afdruk" });
      } else {
        window.setTimeout(() => tellWhenReady(sheet), LOOK_MS);
      }
    }

    Boa.api.get_view = () => JSON.stringify(viewOf(map));
    // sheet: breed_px, hoog_px, titel, filter, merk, zinnen, schaal, bron, beeld [w, s, e, n], wacht {scene, punten}
    Boa.api.set_print = async (sheet) => {
      Boa.setTheme("druk");
      layOut(sheet);
      await Boa.loadFonts();
      tellWhenReady(sheet);
    };
    window.addEventListener("beforeprint", () => {
      eachCanvas(map, (layer) => {
        // Giving it its size again empties it, so that what is drawn now is all there is to put on paper.
        const canvas = layer._container;
        canvas.width = Number(canvas.width);
        // Emptying it once more would be put on paper too: as white over what lies below.
        layer._ctx.clearRect = () => {};
        layer.redraw();
      });
    });
  });
})(window.Boa);
