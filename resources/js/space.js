// One name for everything of ours. The page around it is made by folium, which leaves the map as `map_boa`.
(function () {
  "use strict";
  const wanted = new URLSearchParams(window.location.search).get("thema");
  // Before anything is drawn, so that a night map never flashes white.
  document.documentElement.dataset.thema = wanted === "donker" ? "donker" : "licht";
  window.Boa = { map: window.map_boa, api: {}, language: "nl" };
})();
