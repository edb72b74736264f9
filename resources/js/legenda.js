// The legend: one part per visible layer that has something to explain, always in the same order.
(function (Boa) {
  "use strict";
  const ORDER = ["warmte", "punten", "jops", "gebieden", "schouwen"];

  // A row of colours with the lower limit under the left edge of each; no text inside the colours.
  function scaleOf(classes) {
    const bar = Boa.element("div", "boa-legenda-schaal");
    for (const { kleur, tekst } of classes) {
      const step = Boa.element("div", "boa-legenda-klasse");
      const colour = Boa.element("span", "boa-legenda-kleur");
      colour.style.background = kleur;
      step.append(colour, Boa.element("span", "boa-legenda-grens", tekst));
      bar.append(step);
    }
    return bar;
  }

  class Legend {
    constructor(box, isShown) {
      this._box = box;
      // On a small map the content waits behind this button (kaart.css), so that the map stays in sight.
      this._button = Boa.element("button", "boa-woordknop boa-legenda-knop");
      this._content = Boa.element("div", "boa-legenda-inhoud");
      this._button.type = "button";
      this._button.setAttribute("aria-expanded", "false");
      this._button.addEventListener("click", () => {
        const open = this._box.classList.toggle("boa-open");
        this._button.setAttribute("aria-expanded", String(open));
      });
      box.append(this._content, this._button);
      this._isShown = isShown;
      this._parts = new Map();
    }

    setName(name) {
      this._button.textContent = name;
    }

    // data: null, or {titel, maat, klassen: [{kleur, tekst}], zinnen: [text], regels: [{teken, tekst}]}, each part optional.
    // teken: a class name for a span, or a function that gives an element, whose boaDraw
    // is called once it stands in the page.
    set(name, data) {
      this._parts.set(name, data);
      this.refresh();
    }

    refresh() {
      const names = [...ORDER, ...[...this._parts.keys()].filter((name) => !ORDER.includes(name))];
      const parts = names.map((name) => [name, this._parts.get(name)]).filter(([name, data]) => data && this._isShown(name));
      this._content.replaceChildren();
      this._box.hidden = parts.length === 0;
      // Signs that need no title of their own stand side by side.
      const signs = parts.filter(([, data]) => !data.titel).flatMap(([, data]) => data.regels || []);
      parts.filter(([, data]) => data.titel).forEach(([name, data]) => this._addPart(name, data));
      if (signs.length > 0) {
        this._addPart("tekens", { regels: signs });
      }
    }

    _addPart(name, { titel, maat, klassen = [], zinnen = [], regels = [] }) {
      const part = Boa.element("div", `boa-legenda-deel boa-legenda-${name}`);
      this._content.append(part);
      if (titel) {
        const line = Boa.element("div", "boa-legenda-titel", titel);
        if (maat) {
          line.append(Boa.element("span", "boa-legenda-maat", maat));
        }
        part.append(line);
      }
      if (klassen.length > 0) {
        part.append(scaleOf(klassen));
      }
      for (const zin of zinnen) {
        part.append(Boa.element("div", "boa-legenda-zin", zin));
      }
      for (const { teken, tekst } of regels) {
        const row = Boa.element("div", "boa-legenda-rij");
        const sample = typeof teken === "function" ? teken() : Boa.element("span", teken);
        row.append(sample, Boa.element("span", "", tekst));
        part.append(row);
        sample.boaDraw?.();
      }
    }
  }

  Object.assign(Boa, { Legend });
})(window.Boa);
