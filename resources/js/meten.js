// Lengths and areas on the WGS84 ellipsoid, and how they are written.
(function (Boa) {
  "use strict";
  const A = 6378137;
  const F = 1 / 298.257223563;
  const B = A * (1 - F);
  const E2 = F * (2 - F);
  const RADIANS = Math.PI / 180;
  const HA = 10000;
  const KM2 = 1e6;

  // Metres between two places. Source: Vincenty (1975), inverse formula; it does not converge for antipodes, where the
  // great circle is near enough.
  function distance(a, b) {
    const l = (b.lng - a.lng) * RADIANS;
    const [u1, u2] = [a, b].map(({ lat }) => Math.atan((1 - F) * Math.tan(lat * RADIANS)));
    const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
    let lambda = l;
    for (let turn = 0; turn < 60; turn += 1) {
      const sinL = Math.sin(lambda);
      const cosL = Math.cos(lambda);
      const sinS = Math.hypot(c2 * sinL, c1 * s2 - s1 * c2 * cosL);
      if (sinS === 0) {
        return 0;
      }
      const cosS = s1 * s2 + c1 * c2 * cosL;
      const sigma = Math.atan2(sinS, cosS);
      const sinA = (c1 * c2 * sinL) / sinS;
      const cos2A = 1 - sinA * sinA;
      const cosM = cos2A === 0 ? 0 : cosS - (2 * s1 * s2) / cos2A;
      const c = (F / 16) * cos2A * (4 + F * (4 - 3 * cos2A));
      const before = lambda;
      lambda = l + (1 - c) * F * sinA * (sigma + c * sinS * (cosM + c * cosS * (2 * cosM * cosM - 1)));
      if (Math.abs(lambda - before) < 1e-12) {
        return arcLength(cos2A, sigma, sinS, cosS, cosM);
      }
    }
    return L.latLng(a).distanceTo(b);
  }

  function arcLength(cos2A, sigma, sinS, cosS, cosM) {
    const k = (cos2A * (A * A - B * B)) / (B * B);
    const big = 1 + (k / 16384) * (4096 + k * (-768 + k * (320 - 175 * k)));
    const small = (k / 1024) * (256 + k * (-128 + k * (74 - 47 * k)));
    const twice = cosS * (2 * cosM * cosM - 1);
    const third = (small / 6) * cosM * (4 * sinS * sinS - 3) * (4 * cosM * cosM - 3);
    return B * big * (sigma - small * sinS * (cosM + (small / 4) * (twice - third)));
  }

  function lengthOf(places) {
    return places.slice(1).reduce((sum, place, index) => sum + distance(places[index], place), 0);
  }

  function authalicQ(lat) {
    const e = Math.sqrt(E2);
    const s = Math.sin(lat * RADIANS);
    return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
  }

  // Square metres inside the ring of these corners; sides straight in longitude and authalic latitude (Snyder 3-12).
  function areaOf(places) {
    const total = places.reduce((sum, place, index) => {
      const next = places[(index + 1) % places.length];
      return sum + (next.lng - place.lng) * RADIANS * (authalicQ(place.lat) + authalicQ(next.lat));
    }, 0);
    return (Math.abs(total) * A * A) / 4;
  }

  function number(value, decimals) {
    const shape = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return value.toLocaleString(Boa.language === "en" ? "en-GB" : "nl-NL", shape);
  }

  function lengthText(metres) {
    if (Math.round(metres) < 1000) {
      return `${number(Math.round(metres), 0)}\u00a0m`;
    }
    return `${number(metres / 1000, metres < 10000 ? 2 : 1)}\u00a0km`;
  }

  function areaText(squareMetres) {
    if (squareMetres < HA) {
      return `${number(Math.round(squareMetres), 0)}\u00a0m²`;
    }
    if (squareMetres < KM2) {
      return `${number(squareMetres / HA, 1)}\u00a0ha`;
    }
    return `${number(squareMetres / KM2, 2)}\u00a0km²`;
  }

  Object.assign(Boa, { distance, lengthOf, areaOf, lengthText, areaText });
})(window.Boa);
