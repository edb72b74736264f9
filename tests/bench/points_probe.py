"""Points on a map in a fresh process, in turn with Leaflet circle markers; prints what it measured, in seconds.

ten       10,000: first paint and one changed, ours_first, ours_one and the same of Leaflet
million   1,000,000: first (paint), select (a filter), shown (a filter on the screen), one (a save), pan, zoom
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QFile, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from boa_app import app as program
from boa_app.paths import resource
from boa_app.ui.map.view import MapView
from boa_app.usecases.overzicht import Filter, Overzicht, Selectie, select
from boa_app.usecases.stand import DEGREE, KINDS, Codes, Columns, Stand, empty_stand, put_in

ROUNDS = 12
SIZE = (1280, 800)
NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
_DAY_S = 86_400
# What tech-notes.md calls the way by the channel: GeoJSON as text through a signal, and a slot that says it is drawn.
_LEAFLET = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script><script src="qwebchannel.js"></script>
<style>html, body, #kaart { height: 100%; margin: 0 }</style><div id="kaart"></div>
<script>
  const kaart = L.map("kaart", { preferCanvas: true, zoomAnimation: false }).setView([52.0275, 5.025], 13);
  const known = new Map();
  let all = null;
  const marker = (feature, at) => L.circleMarker(at, { radius: 6 });
  function show(features) {
    all?.remove();
    known.clear();
    all = L.geoJSON(features, { pointToLayer: marker, onEachFeature: (f, l) => known.set(f.id, l) }).addTo(kaart);
  }
  function change(features) {
    for (const feature of features) {
      known.get(feature.id).setLatLng([feature.geometry.coordinates[1], feature.geometry.coordinates[0]]);
    }
  }
  new QWebChannel(qt.webChannelTransport, (channel) => {
    const brug = channel.objects.brug;
    brug.told.connect((text) => {
      const { first, features } = JSON.parse(text);
      (first ? show : change)(features);
      requestAnimationFrame(() => brug.report_painted(JSON.stringify({ wat: "punten" })));
    });
    brug.report_painted(JSON.stringify({ wat: "klaar" }));
  });
</script>"""


def _columns(count: int, seed: int, first_nr: int = 1) -> Columns:
    """Random meldingen of seven years around one town, some at the same bench."""
    draw = np.random.default_rng(seed)
    out: Columns = {name: np.zeros(count, dtype=kind) for name, kind in KINDS.items()}
    out["nr"][:] = first_nr + np.arange(count)
    out["lon"][:] = np.rint(draw.uniform(4.98, 5.07, count) * DEGREE)
    out["lat"][:] = np.rint(draw.uniform(51.995, 52.06, count) * DEGREE)
    out["van_s"][:] = int(NOW.timestamp()) - draw.integers(0, 7 * 365 * _DAY_S, count)
    out["dag"][:] = out["van_s"] // _DAY_S
    out["soort"][:], out["ernst"][:] = draw.integers(0, 20, count), draw.integers(0, 5, count)
    out["incident"][:] = out["nr"]
    out["actief"][:] = out["zichtbaar"][:] = out["telt"][:] = True
    return out


def _overzicht(count: int) -> Overzicht:
    codes = Codes([f"S{number}" for number in range(20)], [], [], [])
    return Overzicht(codes, put_in(empty_stand(), _columns(count, 1)), is_loaded=True)


def _all_of(stand: Stand) -> Selectie:
    return Selectie(stand, np.arange(stand.size, dtype=np.int32), stand.columns["nr"].astype(np.int64))


def _until(signal: Any, wanted: str, act: Callable[[], object]) -> float:
    """Seconds from the act until the signal says so."""
    loop = QEventLoop()
    connection = signal.connect(lambda said: said == wanted and loop.quit())
    QTimer.singleShot(60_000, loop, lambda: loop.exit(1))
    began = time.perf_counter()
    act()
    if loop.exec():
        raise RuntimeError(f"never said: {wanted}")
    took = time.perf_counter() - began
    signal.disconnect(connection)
    return took


def _rest(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _say(what: str, seconds: float) -> None:
    print(what, seconds, flush=True)


def _feature(columns: Columns, row: int) -> dict[str, object]:
    place = [columns["lon"][row] / DEGREE, columns["lat"][row] / DEGREE]
    return {
        "type": "Feature", "id": int(columns["nr"][row]), "properties": {},
        "geometry": {"type": "Point", "coordinates": place},
    }  # fmt: skip


class _Bridge(QObject):
    told = Signal(str)
    painted = Signal(str)

    @Slot(str)
    def report_painted(self, text: str) -> None:
        self.painted.emit(json.loads(text)["wat"])


class _Leaflet:
    """The peer: one circle marker per melding, told by GeoJSON over the channel."""

    def __init__(self, folder: Path) -> None:
        (folder / "punten.html").write_text(_LEAFLET, encoding="utf-8")
        for name in ("leaflet.js", "leaflet.css"):
            shutil.copyfile(resource("built", "map", name), folder / name)
        QFile.copy(":/qtwebchannel/qwebchannel.js", str(folder / "qwebchannel.js"))
        self.view = QWebEngineView(QWebEngineProfile.defaultProfile())
        self._bridge, channel = _Bridge(self.view), QWebChannel(self.view)
        channel.registerObject("brug", self._bridge)
        self.view.page().setWebChannel(channel)
        self.view.resize(*SIZE)
        self.view.show()
        page = QUrl.fromLocalFile(str(folder / "punten.html"))
        _until(self._bridge.painted, "klaar", lambda: self.view.setUrl(page))

    def _tell(self, columns: Columns, rows: Iterable[int], *, first: bool) -> float:
        """As a program would, making the text is part of it."""

        def tell() -> None:
            features = [_feature(columns, row) for row in rows]
            self._bridge.told.emit(json.dumps({"first": first, "features": features}))

        return _until(self._bridge.painted, "punten", tell)

    def first(self, columns: Columns) -> float:
        return self._tell(columns, range(len(columns["nr"])), first=True)

    def one(self, columns: Columns) -> float:
        return self._tell(columns, [0], first=False)


def _map(maps: Any, themes: Any) -> MapView:
    view = MapView(maps, themes)
    view.resize(*SIZE)
    view.show()
    loop = QEventLoop()
    view.map_ready.connect(loop.quit)
    loop.exec()
    view.fit_to(4.98, 51.995, 5.07, 52.06)
    _rest(1)
    return view


def _moved(stand: Stand, index: int) -> Columns:
    """One melding of the stand at another place."""
    fresh = {name: column[index : index + 1].copy() for name, column in stand.columns.items()}
    fresh["lon"] += 20_000
    return fresh


def _ten(view: MapView, folder: Path) -> None:
    overzicht, leaflet = _overzicht(10_000), _Leaflet(folder)
    stand = overzicht.stand
    for number in range(ROUNDS):
        view.points.set_points((), (), ())
        _rest(0.2)
        chosen = _all_of(Stand(stand.columns))  # nothing of it is known to the page
        _say("ours_first", _until(view.map_painted, "punten", lambda chosen=chosen: view.points.show(chosen)))
        _rest(0.2)
        stand = put_in(chosen.stand, _moved(chosen.stand, number * 700))
        chosen = _all_of(stand)
        _say("ours_one", _until(view.map_painted, "punten", lambda chosen=chosen: view.points.show(chosen)))
        _rest(0.2)
        _say("leaflet_first", leaflet.first(stand.columns))
        _rest(0.3)
        _say("leaflet_one", leaflet.one(_moved(stand, number * 700)))
        _rest(0.2)


# From one frame to the next with the work between: what a person waits, never less than one frame.
_FRAME = """(() => {{
  requestAnimationFrame(() => {{
    const began = performance.now();
    {act};
    requestAnimationFrame(() => requestAnimationFrame(() => {{
      Boa.measured = performance.now() - began;
    }}));
  }});
}})()"""


def _frame(view: MapView, act: str) -> float:
    page = view.page
    if page is None:
        raise RuntimeError("no page")
    page.runJavaScript("Boa.measured = 0")
    page.runJavaScript(_FRAME.format(act=act))
    found: list[float] = []
    for _ in range(200):
        _rest(0.02)
        page.runJavaScript("Boa.measured", 0, found.append)
        _rest(0.01)
        if found and found[-1]:
            return found[-1] / 1000
    raise RuntimeError("no frame")


def _million(view: MapView) -> None:
    overzicht = _overzicht(1_000_000)
    chosen = _all_of(overzicht.stand)
    _say("first", _until(view.map_painted, "punten", lambda: view.points.show(chosen)))
    filters = [
        Filter(weken=26), Filter(van=date(2022, 1, 1)), Filter(soorten=frozenset({"S1", "S4", "S9"})),
        Filter(ernst=frozenset({"1", "2"}), van=date(2021, 5, 1), tot=date(2025, 5, 1)), Filter(),
    ]  # fmt: skip
    for wanted in filters * 2:
        began = time.perf_counter()
        chosen = select(overzicht, wanted, NOW)
        _say("select", time.perf_counter() - began)
        _rest(0.3)
        _say("shown", _until(view.map_painted, "punten", lambda chosen=chosen: view.points.show(chosen)))
        _rest(0.3)
    for number in range(6):
        overzicht.stand = put_in(overzicht.stand, _moved(overzicht.stand, number * 100_000))
        chosen = select(overzicht, Filter(), NOW)
        _say("one", _until(view.map_painted, "punten", lambda chosen=chosen: view.points.show(chosen)))
        _rest(0.5)
    for zoom in (13.25, 14, 15, 16, 17, 18):
        _say("zoom", _frame(view, f"Boa.map.setView([52.0275, 5.025], {zoom}, {{ animate: false }})"))
        for _ in range(4):
            _say("pan", _frame(view, "Boa.map.panBy([320, 60], { animate: false })"))


def _main(which: str, folder: Path) -> None:
    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    maps = program.Maps()
    view = _map(maps.profile(), themes)
    _ten(view, folder) if which == "ten" else _million(view)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    _main(sys.argv[1], Path(sys.argv[2]))
