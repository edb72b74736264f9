// Colours, sizes and fonts, all from tokens.css and kaart.css; the map itself knows none by value.
(function (Boa) {
  "use strict";
  const known = new Map();

  function token(name) {
    if (!known.has(name)) {
      known.set(name, window.getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());
    }
    return known.get(name);
  }

  function size(name) {
    return Number.parseFloat(token(name));
  }

  function font(sizeName, weightName) {
    return `${token(weightName)} ${token(sizeName)} ${token("font")}`;
  }

  function setTheme(name) {
    document.documentElement.dataset.thema = name;
    known.clear();
    Boa.map.fire("boa:thema");
  }

  // A canvas draws with a substitute until the letters are there, and nothing tells it when they are.
  function loadFonts() {
    const wanted = ["w-gewoon", "w-half", "w-vet", "w-zwaar"].map((weight) => document.fonts.load(font("t-as", weight)));
    return Promise.all(wanted).then(() => Boa.map.fire("boa:letters"));
  }

  Object.assign(Boa, { token, size, font, setTheme, loadFonts });
})(window.Boa);
