// What lies on top of the map: buttons, layer words, scale, legend, attribution and the sentence when a part is missing.
(function (Boa) {
  "use strict";

  function button(className, name, onClick) {
    const made = Boa.element("button", className);
    made.type = "button";
    made.title = name;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", onClick);
    return made;
  }

  function iconButton(iconName, name, onClick) {
    const made = button("boa-knop", name, onClick);
    made.append(Boa.element("span", `boa-icoon boa-icoon-${iconName}`));
    return made;
  }

  class Controls {
    constructor(map, setLayer) {
      this._map = map;
      this._setLayer = setLayer;
      this._toggles = new Map();
      this._root = Boa.element("div", "boa-laag");
      this._left = Boa.element("div", "boa-linksboven");
      this._right = Boa.element("div", "boa-rechtsboven");
      this.legendBox = Boa.element("div", "boa-legenda");
      // Nothing to say until set_up hands the words.
      this.texts = {};
      this._note = Boa.element("div", "boa-melding");
      this._attribution = Boa.element("div", "boa-bron");
      this._bottom = Boa.element("div", "boa-rechtsonder");
      this._corner = Boa.element("div", "boa-linksonder");
      this._corner.append(this.legendBox, this._note);
      this.legendBox.hidden = true;
      this._note.hidden = true;
      this._note.setAttribute("role", "status");
      this._attribution.hidden = true;
      this._bottom.append(this._attribution);
      this._root.append(this._left, this._right, this._corner, this._bottom);
      // Beside the map and not inside it: a click on a button is no click on the map.
      map.getContainer().parentElement.append(this._root);
    }

    // options: texts {in, uit, hier, alles, routes}, layers [{naam, tekst, aan}], zoom, locate, overview, scale
    build(options) {
      const { texts } = options;
      this.texts = texts;
      this._left.replaceChildren();
      this._right.replaceChildren();
      this._toggles.clear();
      for (const layer of options.layers) {
        this._left.append(this._toggle(layer));
      }
      this._left.hidden = options.layers.length === 0;
      if (options.zoom) {
        this._group([
          iconButton("plus", texts.in, () => this._map.zoomIn(1)),
          iconButton("minus", texts.uit, () => this._map.zoomOut(1)),
        ]);
      }
      if (options.locate) {
        this._group([iconButton("locate-fixed", texts.hier, () => Boa.send("report_control", { knop: "hier" }))]);
      }
      if (options.overview) {
        this._group([iconButton("maximize", texts.alles, () => Boa.api.fit())]);
      }
      if (options.scale && !this._scale) {
        this._scale = L.control.scale({ imperial: false, position: "bottomright", maxWidth: 90 }).addTo(this._map);
        this._bottom.prepend(this._scale.getContainer());
      }
    }

    // specs: [name, icon, words, onClick]; gives the buttons by name. Again replaces the ones before.
    addTools(specs) {
      const made = specs.map(([name, icon, words, onClick]) => [name, iconButton(icon, words, onClick)]);
      this._tools?.remove();
      if (made.length > 0) {
        this._tools = this._group(made.map(([, one]) => one));
      }
      return Object.fromEntries(made);
    }

    // A box of its own at the bottom left, above the legend.
    addTool(element) {
      this._corner.prepend(element);
    }

    _group(buttons) {
      const group = Boa.element("div", "boa-knoppen");
      group.append(...buttons);
      this._right.append(group);
      return group;
    }

    _toggle(layer) {
      const made = button("boa-woord", layer.tekst, () => {
        const on = made.getAttribute("aria-pressed") !== "true";
        this._setLayer(layer.naam, on);
        Boa.send("report_layer", { naam: layer.naam, aan: on });
      });
      made.append(Boa.element("span", "boa-icoon"), Boa.element("span", "boa-woord-tekst", layer.tekst));
      this._toggles.set(layer.naam, made);
      this.showToggle(layer.naam, layer.aan);
      return made;
    }

    showToggle(name, on) {
      const toggle = this._toggles.get(name);
      if (toggle) {
        toggle.setAttribute("aria-pressed", String(on));
        toggle.firstElementChild.className = `boa-icoon boa-icoon-${on ? "check" : "plus"}`;
      }
    }

    hideToggle(name, on) {
      const toggle = this._toggles.get(name);
      if (toggle) {
        toggle.hidden = on;
      }
    }

    hasToggles() {
      return this._toggles.size > 0;
    }

    setAttribution(text) {
      this._attribution.textContent = text;
      this._attribution.hidden = text === "";
    }

    setNote(text) {
      this._note.textContent = text;
      this._note.hidden = text === "";
    }
  }

  Object.assign(Boa, { Controls });
})(window.Boa);
