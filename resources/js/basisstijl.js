// How vector tiles look: every feature of the two schemas becomes one of our own kinds, each with colours from
// tokens.css and a width. A kind no rule knows is not drawn: calm ground, on which the meldingen stand out.
(function (Boa) {
  "use strict";
  const LINE = 2;
  const AREA = 3;
  const GROWTH = 1.5;

  const inverted = (groups) =>
    new Map(Object.entries(groups).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])));

  const GROUND = inverted({
    bebouwd: "residential suburb neighbourhood urban_area quarter",
    bedrijf:
      "industrial commercial retail railway quarry military garages landfill construction hospital school university college kindergarten",
    groen:
      "grass grassland meadow park garden cemetery pitch playground golf_course allotments recreation_ground village_green zoo theme_park stadium wetland scrub shrubland heath dog_park orchard vineyard nature_reserve_small",
    bos: "wood forest",
    zand: "sand beach rock bare_rock barren",
    baan: "aerodrome apron runway taxiway pedestrian platform pier",
  });
  const ROADS = inverted({
    snel: "motorway trunk highway",
    hoofd: "primary secondary major_road",
    wijk: "tertiary busway bus_guideway",
    straat: "minor minor_road residential unclassified living_street road street raceway street_limited",
    dienst: "service driveway alley parking_aisle",
    pad: "path track footway cycleway bridleway steps pedestrian corridor sidewalk crossing other",
    rail: "rail light_rail tram transit subway narrow_gauge preserved monorail",
    baan: "runway taxiway aeroway",
  });
  const SMALL_WATER = new Set(["stream", "ditch", "drain"]);

  function roadOf(word, detail, isTunnel) {
    const kind = ROADS.get(detail) ?? ROADS.get(word) ?? null;
    if (kind === null || !isTunnel) {
      return kind;
    }
    return kind === "rail" || kind === "pad" ? null : "tunnel";
  }

  // Each: layer -> (props, form) -> kind or null.
  const SCHEMAS = {
    openmaptiles: {
      landuse: (props) => GROUND.get(props.class) ?? null,
      landcover: (props) => GROUND.get(props.subclass) ?? GROUND.get(props.class) ?? null,
      water: (props) => (props.brunnel === "tunnel" ? null : "water"),
      waterway: (props) => (props.brunnel === "tunnel" ? null : SMALL_WATER.has(props.class) ? "sloot" : "beek"),
      building: () => "pand",
      aeroway: (_props, form) => (form === AREA || form === LINE ? "baan" : null),
      transportation(props, form) {
        if (form === AREA) {
          return "plein";
        }
        // A slip road is as wide as a street.
        const kind = roadOf(props.class, props.class === "path" ? "path" : "", props.brunnel === "tunnel");
        return props.ramp && (kind === "snel" || kind === "hoofd") ? "wijk" : kind;
      },
    },
    protomaps: {
      landcover: (props) => GROUND.get(props.kind) ?? null,
      landuse: (props) => GROUND.get(props.kind) ?? null,
      water: (props, form) => (form === AREA ? "water" : SMALL_WATER.has(props.kind) ? "sloot" : "beek"),
      buildings: (_props, form) => (form === AREA ? "pand" : null),
      roads(props, form) {
        if (form !== LINE) {
          return null;
        }
        const kind = roadOf(props.kind, props.kind_detail, props.is_tunnel || props.level < 0);
        return props.is_link && (kind === "snel" || kind === "hoofd") ? "wijk" : kind;
      },
    },
  };

  // In this order, lowest first. from: the zoom it begins at.
  const AREAS = [
    { kind: "bebouwd", fill: "k-bebouwd", from: 0 },
    { kind: "bedrijf", fill: "k-bedrijf", from: 0 },
    { kind: "zand", fill: "k-bebouwd", from: 0 },
    { kind: "groen", fill: "k-groen", from: 0 },
    { kind: "bos", fill: "k-groen-2", from: 0 },
    { kind: "water", fill: "k-water", from: 0 },
    { kind: "baan", fill: "k-bedrijf", from: 11 },
    { kind: "pand", fill: "k-pand", from: 13.5 },
    { kind: "plein", fill: "k-straat", from: 14 },
  ];
  // width: at zoom 16; least, most: never thinner, never thicker; edgesFrom: a thin line until there.
  const LINES = [
    { kind: "sloot", fill: "k-water", width: 2, least: 0.8, from: 14 },
    { kind: "beek", fill: "k-water", width: 5, least: 1.2, from: 9 },
    { kind: "tunnel", fill: "k-hoofd-lijn", width: 3, least: 1, most: 5, from: 13, dash: [6, 5] },
    { kind: "pad", fill: "k-pad", width: 1.5, least: 1, most: 2, from: 14.5, dash: [5, 4] },
  ];
  const ROAD_LINES = [
    { kind: "dienst", fill: "k-straat", edge: "k-straat-lijn", width: 3.4, least: 0.9, from: 14.5, edgesFrom: 15 },
    { kind: "straat", fill: "k-straat", edge: "k-straat-lijn", width: 6.5, least: 0.9, from: 12.5, edgesFrom: 13.75 },
    { kind: "wijk", fill: "k-straat", edge: "k-straat-lijn", width: 8, least: 1.2, from: 11, edgesFrom: 12.75 },
    { kind: "hoofd", fill: "k-hoofd", edge: "k-hoofd-lijn", width: 10.5, least: 1.6, from: 8, edgesFrom: 0 },
    { kind: "snel", fill: "k-hoofd", edge: "k-hoofd-lijn", width: 13, least: 2.2, from: 5, edgesFrom: 0 },
  ];
  const RAIL = { kind: "rail", fill: "k-rail", from: 11, width: 1.2, ties: 4, tiesFrom: 15.5, dash: [1.4, 9] };

  function widthOf(line, zoom) {
    return Math.min(line.most ?? Infinity, Math.max(line.least, line.width * GROWTH ** (zoom - 16)));
  }

  const NAMES = ["name:nl", "name", "name:latin"];
  const text = (fill, sizeName, weight) => ({
    labelProps: NAMES,
    font: () => Boa.font(sizeName, weight),
    fill: () => Boa.token(fill),
    stroke: () => Boa.token("k-halo"),
  });
  const isKind = (...wanted) => (_zoom, { props }) => wanted.includes(props.class ?? props.kind_detail ?? props.kind);
  const roadKind = (schema, ...wanted) => (_zoom, { props, geomType }) =>
    geomType === LINE &&
    wanted.includes(schema === "openmaptiles" ? roadOf(props.class, "", false) : roadOf(props.kind, props.kind_detail, false));

  // What protomaps-leaflet's labeler takes, the most important first.
  function labelRules(library, schema) {
    const { LineLabelSymbolizer, CenteredTextSymbolizer } = library;
    const along = (fill, weight) => new LineLabelSymbolizer({ ...text(fill, "t-as", weight), width: 4, position: 2, repeatDistance: 360 });
    const at = (fill, sizeName, weight) => new CenteredTextSymbolizer({ ...text(fill, sizeName, weight), width: 2, lineHeight: 1.4 });
    const isOmt = schema === "openmaptiles";
    const roads = isOmt ? "transportation_name" : "roads";
    const places = isOmt ? "place" : "places";
    const isLocality = (...wanted) => (zoom, feature) =>
      wanted.includes(feature.props.class ?? feature.props.kind_detail ?? "") && isKind(...wanted)(zoom, feature);
    const water = isOmt ? ["water_name", "waterway"] : ["water", "physical_line"];
    return [
      { dataLayer: places, minzoom: 6, maxzoom: 14, filter: isLocality("city", "town"), symbolizer: at("k-tekst", "t-buurt", "w-zwaar") },
      { dataLayer: places, minzoom: 10, maxzoom: 15, filter: isLocality("village"), symbolizer: at("k-tekst", "t-as", "w-vet") },
      { dataLayer: places, minzoom: 11.5, maxzoom: 15, filter: isKind("suburb", "macrohood", "borough", "quarter"), symbolizer: at("k-tekst", "t-as", "w-vet") },
      { dataLayer: roads, minzoom: 13.5, filter: roadKind(schema, "hoofd"), symbolizer: along("k-tekst", "w-vet") },
      ...water.map((dataLayer) => ({ dataLayer, minzoom: 13, filter: (_zoom, { geomType }) => geomType === LINE, symbolizer: along("k-watertekst", "w-half") })),
      { dataLayer: water[0], minzoom: 13, filter: (_zoom, { geomType }) => geomType === 1, symbolizer: at("k-watertekst", "t-as", "w-half") },
      { dataLayer: roads, minzoom: 14.25, filter: roadKind(schema, "wijk"), symbolizer: along("k-tekst", "w-half") },
      { dataLayer: roads, minzoom: 15, filter: roadKind(schema, "straat"), symbolizer: along("k-tekst", "w-half") },
      { dataLayer: roads, minzoom: 16.25, filter: roadKind(schema, "dienst", "pad"), symbolizer: along("k-tekst", "w-gewoon") },
      { dataLayer: places, minzoom: 13, maxzoom: 16, filter: isKind("neighbourhood", "hamlet", "isolated_dwelling"), symbolizer: at("k-tekst", "t-as", "w-half") },
    ];
  }

  Object.assign(Boa, { basisStijl: { SCHEMAS, AREAS, LINES, ROAD_LINES, RAIL, NAMES, widthOf, labelRules } });
})(window.Boa);
