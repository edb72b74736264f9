// The tools: buttons for ruler and pen, and the box that says what has been measured or drawn, for eye and ear.
(function (Boa) {
  "use strict";

  Boa.addPart((kaart) => {
    const { map, controls } = kaart;
    const box = Boa.element("div", "boa-gereedschap");
    const title = Boa.element("div", "boa-gereedschap-titel");
    const value = Boa.element("div", "boa-gereedschap-waarde");
    const wrong = Boa.element("div", "boa-gereedschap-fout");
    const hint = Boa.element("div", "boa-gereedschap-uitleg");
    const row = Boa.element("div", "boa-gereedschap-rij");
    const spoken = Boa.element("div", "boa-onzichtbaar");
    let words = {};
    let buttons = {};
    let said = "";
    box.hidden = true;
    // Said after every corner, not while the hand is on its way.
    spoken.setAttribute("role", "status");
    box.append(title, wrong, value, hint, row);
    controls.addTool(box);
    box.parentElement.append(spoken);

    const pen = new Boa.Pen(map, show, report);

    function report(corners) {
      const flat = corners.flatMap(({ lng, lat }) => [lng, lat]);
      Boa.send("report_pen", { stand: "klaar", punten: flat });
    }

    function textButton(name, onClick) {
      const made = Boa.element("button", "boa-woordknop", name);
      made.type = "button";
      made.addEventListener("click", onClick);
      return made;
    }

    function end() {
      if (pen.mode !== "") {
        pen.stop();
        Boa.send("report_pen", { stand: "gestopt", punten: [] });
      }
    }

    function measured() {
      const places = pen.closed ? [...pen.corners, pen.corners[0]] : pen.corners;
      // What lies before the hand counts along, so that one sees it grow.
      const ahead = pen.cursor && !pen.closed && !pen.done && places.length > 0 ? [...places, pen.cursor] : places;
      return { ahead, places };
    }

    function sentence(places) {
      const length = Boa.lengthText(Boa.lengthOf(places));
      if (pen.closed) {
        return `${Boa.areaText(Boa.areaOf(pen.corners))} · ${words.omtrek} ${length}`;
      }
      if (pen.mode === "tekenen") {
        return words.hoeken.replace("{aantal}", pen.corners.length);
      }
      // Of a single leg the length is the total.
      return places.length > 2 ? `${length} · ${words.laatste} ${Boa.lengthText(Boa.lengthOf(places.slice(-2)))}` : length;
    }

    function spokenOf(places) {
      const corners = words.hoeken.replace("{aantal}", pen.corners.length);
      return pen.mode === "tekenen" && !pen.closed ? corners : `${corners}. ${sentence(places)}`;
    }

    function say(text) {
      if (text !== said) {
        said = text;
        spoken.textContent = text;
      }
    }

    function show() {
      const on = pen.mode !== "";
      box.hidden = !on;
      map.getContainer().parentElement.classList.toggle("boa-met-pen", on);
      buttons.meten?.setAttribute("aria-pressed", String(pen.mode === "meten"));
      buttons.tekenen?.setAttribute("aria-pressed", String(pen.mode === "tekenen"));
      if (!on) {
        say("");
        return;
      }
      const { ahead, places } = measured();
      wrong.textContent = words[pen.note] ?? (pen.isCrossed() ? words.kruist : "");
      wrong.hidden = wrong.textContent === "";
      title.textContent = words[pen.mode];
      value.textContent = pen.corners.length > 0 ? sentence(ahead) : "";
      value.hidden = pen.corners.length === 0;
      hint.textContent = pen.closed ? words[`rond_${pen.mode}`] : words[`uitleg_${pen.mode}`];
      // Whoever has begun knows how; the map needs the room.
      hint.hidden = pen.corners.length > 0 && !pen.closed;
      buttons.back.hidden = pen.corners.length === 0;
      buttons.done.hidden = pen.mode !== "tekenen" || pen.closed || pen.corners.length < 3;
      const told = pen.corners.length === 0 ? hint.textContent : spokenOf(places);
      say(wrong.hidden ? told : `${told}. ${wrong.textContent}`);
    }

    function begin(mode, flat) {
      const corners = [];
      for (let i = 0; i + 1 < flat.length; i += 2) {
        corners.push(L.latLng(flat[i + 1], flat[i]));
      }
      pen.start(mode, corners);
    }

    kaart.onClick((event, again) => pen.takeClick(event, again));
    kaart.onInspect("pen", () => ({
      mode: pen.mode,
      corners: pen.corners.map(({ lng, lat }) => [lng, lat]),
      closed: pen.closed,
      text: value.textContent,
      wrong: wrong.textContent,
      spoken: spoken.textContent,
    }));
    // Wherever the focus is on the map, also on a button of it.
    window.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && pen.mode !== "") {
        event.preventDefault();
        end();
      }
    });

    Object.assign(Boa.api, {
      // options: {meten, tekenen: which buttons there are, texts}
      set_tools(options) {
        words = options.texts;
        const wanted = [];
        if (options.meten) {
          const toggle = () => (pen.mode === "meten" ? end() : ask("meten"));
          wanted.push(["meten", "ruler", words.meten, toggle]);
        }
        if (options.tekenen) {
          wanted.push(["tekenen", "pentagon", words.tekenen, () => (pen.mode === "tekenen" ? end() : ask("tekenen"))]);
        }
        buttons = controls.addTools(wanted);
        buttons.back = textButton(words.terug, () => pen.back());
        buttons.done = textButton(words.klaar, () => pen.close(true));
        buttons.stop = textButton(words.stop, end);
        row.replaceChildren(buttons.done, buttons.back, buttons.stop);
        show();
      },
      start_pen: begin,
      // With too few corners they are told and the pen goes on.
      close_pen() {
        if (pen.mode !== "tekenen") {
          return;
        }
        if (pen.corners.length > 2) {
          pen.close(true);
        } else {
          report(pen.corners);
        }
      },
      stop_pen: () => pen.mode !== "" && pen.stop(),
    });

    // The program knows whether an area is being drawn already, so drawing begins there.
    function ask(mode) {
      end();
      if (mode === "meten") {
        begin(mode, []);
      }
      Boa.send("report_pen", { stand: mode, punten: [] });
    }
  });
})(window.Boa);
