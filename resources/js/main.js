// Puts the layers on the map and holds Boa.api: every function the program may call, by these names.
(function (Boa) {
  "use strict";
  const map = Boa.map;
  const EMPTY = { naam: "", attributie: "", omtrek: [], vlakken: [], buurten: [], straten: [], jops: [], schouwen: [] };
  const ROOM = 16;
  const CLOSEST = 17;
  const DEEPEST = 18;

  // Between the base map (200, names 400) and the markers (600), whatever is switched on last.
  map.createPane("boaRoutes").style.zIndex = "410";
  // Under the points, so that no sign hides a figure; a click goes through the canvas of the points.
  map.createPane("boaJops").style.zIndex = "415";
  map.createPane("boaPunten").style.zIndex = "420";
  map.getPane("boaPunten").style.pointerEvents = "none";
  const base = new Boa.BaseMap().addTo(map);
  const labels = new Boa.Labels().addTo(map);
  const routes = new Boa.Routes();
  const points = new Boa.Points().addTo(map);
  const jops = L.layerGroup().addTo(map);
  const places = L.layerGroup().addTo(map);
  const neighbours = L.layerGroup().addTo(map);
  const pin = new Boa.Pin(map);
  const controls = new Boa.Controls(map, setLayer);
  // After the controls: its call-out keeps clear of them.
  const selection = new Boa.Selection(map, points);
  const shown = { punten: true, buurten: true, jops: true, schouwen: false };
  const legend = new Boa.Legend(controls.legendBox, (name) => shown[name]);
  const parts = new Boa.Parts();
  let home = null;
  let aim = null;
  const latest = { scene: 0 };
  // A list of more would help nobody.
  const PILE_MOST = 20000;
  const feed = new Boa.PointFeed((found) => {
    const hadHollow = points.hasHollow();
    points.setPoints(found);
    // The legend is made anew only when it says something else: a save should cost no layout.
    if (points.hasHollow() !== hadHollow) {
      showLegend();
    }
    selection.refresh();
    painted("punten");
  });

  function showLegend() {
    // On a map whose layers cannot be switched the signs are explained beside it.
    const explains = controls.hasToggles();
    const { texts } = controls;
    const letters = routes.letters();
    const hollow = { teken: "boa-gekozen-hol boa-legenda-stip", tekst: texts.hol };
    const jop = { teken: "boa-legenda-jop boa-icoon boa-icoon-warehouse", tekst: texts.jop };
    const lines = letters.map((letter) => ({ teken: () => Boa.sampleOf(letter), tekst: letter }));
    legend.set("punten", explains && points.hasHollow() ? { regels: [hollow] } : null);
    legend.set("jops", explains && jops.getLayers().length > 0 ? { regels: [jop] } : null);
    legend.set("schouwen", letters.length > 0 ? { titel: texts.routes, regels: lines } : null);
  }

  function setLayer(name, on) {
    shown[name] = on;
    if (name === "buurten") {
      labels.showBuurten(on);
    } else {
      const layer = parts.layers.get(name);
      if (on) {
        layer?.addTo(map);
      } else {
        layer?.remove();
      }
    }
    if (name === "warmte") {
      points.setSparse(on);
    }
    controls.showToggle(name, on);
    showLegend();
    selection.refresh();
  }

  // Answers may overtake each other; only the newest question counts.
  async function fetchLatest(kind, url, read) {
    latest[kind] += 1;
    const mine = latest[kind];
    const answer = await window.fetch(url);
    if (mine !== latest[kind]) {
      return null;
    }
    if (!answer.ok) {
      throw new Error(`kaart: ${kind} is niet te lezen`);
    }
    const content = await read(answer);
    return mine === latest[kind] ? content : null;
  }

  function painted(what) {
    window.requestAnimationFrame(() => Boa.send("report_painted", { wat: what }));
  }

  function showScene(raw) {
    const scene = Boa.prepareScene(raw);
    // First, so that whatever else is the base map is known before ours is drawn.
    parts.tellScene(scene);
    base.setScene(scene);
    labels.setScene(scene);
    routes.setScene(scene);
    Boa.fillGroup(jops, scene.jops, Boa.jopMarker);
    controls.setAttribution(scene.attributie);
    showLegend();
    painted("scene");
  }

  // A disc opens by coming nearer; what lies on one spot is told as a whole, for the list to show.
  function openDisc(disc, again) {
    const members = points.members(disc);
    if (members.length === 1) {
      Boa.send("report_point", { nr: points.nrAt(members[0]), again });
      return;
    }
    const bounds = points.boundsOf(members);
    const deeper = Math.min(DEEPEST, map.getBoundsZoom(bounds, false, L.point(80, 80)));
    const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner, DEEPEST));
    const isOneSpot = corners[0].distanceTo(corners[1]) < 2 * Boa.DOT;
    if (!isOneSpot && deeper > map.getZoom() + 0.4) {
      map.setView(bounds.getCenter(), deeper);
    } else if (!again) {
      Boa.send("report_pile", { nrs: members.slice(0, PILE_MOST).map((index) => points.nrAt(index)) });
    }
  }

  function onClick(event, again) {
    // The second half of a double click comes as "again".
    if (!again && event.originalEvent.detail > 1) {
      return;
    }
    if (parts.takeClick(event, again)) {
      return;
    }
    const { lat, lng } = event.latlng.wrap();
    if (pin.isMovable) {
      pin.placeAt(event.latlng.wrap());
      return;
    }
    const disc = shown.punten ? points.discAt(event.containerPoint) : null;
    const uid = disc === null && shown.schouwen ? routes.uidAt(event.containerPoint) : null;
    if (disc !== null) {
      openDisc(disc, again);
    } else if (uid !== null) {
      Boa.send("report_choice", { soort: "schouw", uid });
    } else if (!again) {
      Boa.send("report_click", { lon: lng, lat });
    }
  }

  // While the window is being arranged a map may be a few pixels high: then nothing can be fitted in it.
  function isTooSmall() {
    const { x, y } = map.getSize();
    return Math.min(x, y) < ROOM * 8;
  }

  // What must stay in view as a whole, until someone looks elsewhere: the municipality, or what was asked for.
  function aimAt(bounds) {
    if (bounds !== null && !isTooSmall()) {
      map.fitBounds(bounds, { padding: [ROOM, ROOM], animate: false, maxZoom: CLOSEST });
    }
    // After the move: moving by itself counts as looking elsewhere.
    aim = bounds;
  }

  Object.assign(Boa.api, {
    set_up(options) {
      Boa.language = options.texts.taal;
      document.documentElement.lang = options.texts.taal;
      pin.setName(options.texts.pin);
      legend.setName(options.texts.legenda);
      map.getContainer().setAttribute("aria-label", options.texts.kaart);
      controls.build(options);
      options.layers.forEach((layer) => setLayer(layer.naam, layer.aan));
      options.hidden.forEach((name) => setLayer(name, false));
    },
    set_theme: Boa.setTheme,
    set_note: (text) => controls.setNote(text),
    // Without ground the signs tell their names, and there are no buurten to switch.
    set_bare(on) {
      map.getContainer().classList.toggle("boa-kaal", on);
      controls.hideToggle("buurten", on);
    },
    set_layer: setLayer,
    async set_scene(url) {
      const scene = url === "" ? EMPTY : await fetchLatest("scene", url, (answer) => answer.json());
      if (scene !== null) {
        showScene(scene);
      }
    },
    set_points: (url) => feed.setAll(url),
    set_shown: (bits) => feed.setShown(bits),
    change_points: (change) => feed.change(change),
    set_selected: (nr, title, meta) => selection.set(nr, title, meta),
    set_pin: (lon, lat, accuracy) => pin.set(lon, lat, accuracy),
    clear_pin: () => pin.clear(),
    set_pin_mode: (on) => pin.setMovable(on),
    set_neighbours: (things) => Boa.fillGroup(neighbours, things, Boa.neighbourMarker),
    set_places: (things) => Boa.fillGroup(places, things, Boa.placeMarker),
    center_on(lon, lat, zoom) {
      aim = null;
      map.setView([lat, lon], zoom === null ? map.getZoom() : zoom, { animate: false });
    },
    show_if_outside(lon, lat) {
      const at = map.latLngToContainerPoint([lat, lon]);
      const room = L.bounds([ROOM * 3, ROOM * 5], map.getSize().subtract([ROOM * 5, ROOM * 3]));
      if (!isTooSmall() && !room.contains(at)) {
        aim = null;
        map.panTo([lat, lon], { animate: false });
      }
    },
    show_box(west, south, east, north) {
      aimAt(L.latLngBounds([south, west], [north, east]));
    },
    set_home(west, south, east, north) {
      home = L.latLngBounds([south, west], [north, east]);
    },
    fit: () => aimAt(home),
    points_held: () => feed.points,
    // What is on the map now, for whoever cannot see it: the tests.
    inspect() {
      const centre = map.getCenter();
      return JSON.stringify({
        zoom: map.getZoom(),
        lon: centre.lng,
        lat: centre.lat,
        discs: points.drawn(),
        shown,
        selected: selection.nr,
        ...parts.answers(),
      });
    },
  });

  map.on("click", (event) => onClick(event, false));
  map.on("dblclick", (event) => onClick(event, true));
  map.on("mousemove", (event) => {
    const over = !pin.isMovable && shown.punten && points.discAt(event.containerPoint) !== null;
    map.getContainer().classList.toggle("boa-wijst", over);
  });
  map.on("dragstart zoomstart", () => {
    aim = null;
  });
  map.on("resize", () => {
    if (aim !== null) {
      aimAt(aim);
    }
  });
  map.on("boa:thema", () => legend.refresh());
  parts.layers.set("punten", points).set("jops", jops).set("schouwen", routes);
  parts.run({ map, base, labels, controls, legend, points, selection, pin, shown });
  // The page is no document: it must not grow with Ctrl and the wheel.
  window.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  map.setMinZoom(3);
  map.setMaxZoom(19);
  Boa.loadFonts();
  Boa.connect();
})(window.Boa);
