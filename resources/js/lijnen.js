// What a scene holds as paths, made once when it arrives: corners from steps, and streets in as few lines as they have.
(function (Boa) {
  "use strict";
  const PER_DEGREE = 1e6;

  // From millionths of a degree, each corner as the step from the one before (scene.py).
  function fromSteps(steps) {
    const flat = new Int32Array(steps.length);
    let [lon, lat] = [0, 0];
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      flat[i] = lon;
      flat[i + 1] = lat;
    }
    return flat;
  }

  // One number per place, exact as far as two corners of one street can lie apart.
  const keyOf = (flat, i) => flat[i] * 2 ** 26 + flat[i + 1];
  const endsOf = (flat) => [keyOf(flat, 0), keyOf(flat, flat.length - 2)];

  function reversed(flat) {
    const out = new Int32Array(flat.length);
    for (let i = 0; i < flat.length; i += 2) {
      out[i] = flat[flat.length - 2 - i];
      out[i + 1] = flat[flat.length - 1 - i];
    }
    return out;
  }

  function glued(parts) {
    const out = new Int32Array(parts.reduce((sum, part) => sum + part.length - 2, 2));
    out.set(parts[0]);
    let at = parts[0].length;
    for (const part of parts.slice(1)) {
      out.set(part.subarray(2), at);
      at += part.length - 2;
    }
    return out;
  }

  // A street comes cut at every crossing. Where exactly two of its parts meet they become one: half as much to draw,
  // and room for its name.
  function joinLines(lines) {
    const meeting = new Map();
    lines.forEach((flat, i) => {
      for (const key of endsOf(flat)) {
        const found = meeting.get(key);
        if (found) {
          found.push(i);
        } else {
          meeting.set(key, [i]);
        }
      }
    });
    const used = new Uint8Array(lines.length);
    // The part that goes on from here, turned so that it begins here; null where the street forks or ends.
    const next = (key) => {
      const found = meeting.get(key);
      const i = found.length === 2 ? found.find((one) => used[one] === 0) : undefined;
      if (i === undefined) {
        return null;
      }
      used[i] = 1;
      return keyOf(lines[i], 0) === key ? lines[i] : reversed(lines[i]);
    };
    const follow = (flat) => {
      const parts = [flat];
      for (let part = next(endsOf(flat)[1]); part !== null; part = next(endsOf(part)[1])) {
        parts.push(part);
      }
      return glued(parts);
    };
    const joined = [];
    lines.forEach((flat, i) => {
      if (used[i] === 0) {
        used[i] = 1;
        joined.push(follow(reversed(follow(flat))));
      }
    });
    return joined;
  }

  function toPath(flat) {
    return Boa.makePath(Float64Array.from(flat, (value) => value / PER_DEGREE));
  }

  function prepareScene(scene) {
    const read = (lists) => lists.filter((steps) => steps.length >= 4).map(fromSteps);
    const paths = (lists) => read(lists).map(toPath);
    return {
      ...scene,
      omtrek: paths(scene.omtrek),
      vlakken: scene.vlakken.map((area) => ({ ...area, ringen: paths(area.ringen) })),
      buurten: scene.buurten.map((buurt) => ({ ...buurt, ringen: paths(buurt.ringen) })),
      straten: scene.straten.map((street) => ({ ...street, lijnen: joinLines(read(street.lijnen)).map(toPath) })),
    };
  }

  Object.assign(Boa, { prepareScene, joinLines });
})(window.Boa);
