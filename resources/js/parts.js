// Where a module adds a layer, functions the program may call, or a say in a click, without a line in main.js:
//
//   Boa.addPart((kaart) => {
//     kaart.addLayer("naam", leafletLayer);
//     Object.assign(Boa.api, { set_naam(url) { ... } });
//   });
//
// kaart: map, base, labels, controls, legend, points, selection, pin, shown {name: on} and the four functions below. main.js runs
// every part once, after its own layers are there and before the program is told that the page takes commands.
(function (Boa) {
  "use strict";
  const parts = [];

  function addPart(part) {
    parts.push(part);
  }

  class Parts {
    constructor() {
      this.layers = new Map();
      this._clicks = [];
      this._scenes = [];
      this._questions = new Map();
    }

    // common: what main.js hands to every part
    run(common) {
      const kaart = {
        ...common,
        // Anything with addTo(map) and remove(); off until set_layer or the options say otherwise.
        addLayer: (name, layer) => this.layers.set(name, layer),
        // act(event, again) returns true when the click was for this part; the last one added is asked first.
        onClick: (act) => this._clicks.unshift(act),
        // act(scene) each time the layers of the kaartpakket are there anew.
        onScene: (act) => this._scenes.push(act),
        // What inspect tells under this name.
        onInspect: (name, answer) => this._questions.set(name, answer),
      };
      parts.forEach((part) => part(kaart));
    }

    takeClick(event, again) {
      return this._clicks.some((act) => act(event, again));
    }

    tellScene(scene) {
      this._scenes.forEach((act) => act(scene));
    }

    answers() {
      return Object.fromEntries([...this._questions].map(([name, answer]) => [name, answer()]));
    }
  }

  Object.assign(Boa, { addPart, Parts });
})(window.Boa);
