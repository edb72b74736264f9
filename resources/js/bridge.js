// The way out: one object of the program, a few slots, one JSON text each. The way in is Boa.call.
(function (Boa) {
  "use strict";
  let program = null;

  function send(slot, event) {
    if (program !== null) {
      program[slot](JSON.stringify(event));
    }
  }

  // Connects to the program and says so; without one (a page opened by itself) the map still works.
  function connect() {
    if (typeof qt === "undefined") {
      return;
    }
    new QWebChannel(qt.webChannelTransport, (channel) => {
      program = channel.objects.brug;
      send("announce", { versie: 1 });
    });
  }

  // The one entry of the program: the name of a function of Boa.api and its arguments.
  function call(name, args) {
    if (!Object.hasOwn(Boa.api, name)) {
      throw new Error(`kaart: onbekende opdracht ${name}`);
    }
    return Boa.api[name](...args);
  }

  document.addEventListener("securitypolicyviolation", (event) => {
    send("report_blocked", { adres: event.blockedURI.slice(0, 200), regel: event.effectiveDirective });
  });

  Object.assign(Boa, { send, connect, call });
})(window.Boa);
