"""Heat of a million meldingen in a fresh process; prints what it measured, in seconds.

grid      pass (x and y read once), filter0 to filter2 (from a filter's selection to the 512 x 512 densities)
screen    ours_first (from a selection to the screen), ours_pan, and peer_first, peer_pan of leaflet.heat
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QFile, QUrl
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from boa_app import app as program
from boa_app.analysis.crs import to_wgs84
from boa_app.domain.moments import utc_now
from boa_app.mapping.assets import read_offline_assets
from boa_app.paths import resource
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.map.warmte import HeatLayer
from boa_app.usecases.opening import make_store
from boa_app.usecases.overzicht import Filter, Overzicht, select
from boa_app.usecases.session import Session
from boa_app.usecases.stand import DEGREE, KINDS, Codes, Stand, empty_stand, put_in
from boa_app.usecases.warmte import Warmtebron
from tests.bench.points_probe import _Bridge, _rest, _say, _until
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten, small_kaart

COUNT, PEER_COUNT, ROUNDS = 1_000_000, 100_000, 9
SIZE = (1280, 800)
# Two blocks by two of 256 cells of 25 m.
WEST, SOUTH, SPAN_M, BLOCKS = 128_000, 441_600, 12_800, [(20, 69), (20, 70), (21, 69), (21, 70)]
SOORTEN = [f"S{number}" for number in range(20)]
FILTERS = (Filter(), Filter(soorten=frozenset(SOORTEN[::2])), Filter(weken=52))
# A town that fills the window, and a drag to the side.
TOWN_M, ZOOM, PAN = (7_400, 4_600), 14, 320
_PEER = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script><script src="leaflet-heat.js"></script>
<script src="qwebchannel.js"></script>
<style>html, body, #kaart { height: 100%; margin: 0 }</style><div id="kaart"></div>
<script>
  const kaart = L.map("kaart", { zoomSnap: 0, zoomAnimation: false, fadeAnimation: false }).setView(MIDDLE, ZOOM);
  let heat = null;
  let brug = null;
  // leaflet.heat draws in the next frame; this comes behind it in the same one, as ours does.
  const painted = (wat) => requestAnimationFrame(() => brug.report_painted(JSON.stringify({ wat })));
  function first(points) {
    heat?.remove();
    heat = L.heatLayer(points, { radius: 25 }).addTo(kaart);
    painted("warmte");
  }
  function pan(x, y) {
    kaart.panBy([x, y], { animate: false });
    painted("warmte");
  }
  new QWebChannel(qt.webChannelTransport, async (channel) => {
    brug = channel.objects.brug;
    brug.told.connect((text) => first(JSON.parse(text)));
    painted("klaar");
  });
</script>"""


def _stand(size_m: tuple[int, int]) -> tuple[Stand, np.ndarray, np.ndarray]:
    """A million meldingen of seven years, half of them in clusters, in a rectangle in the middle of the square."""
    draw = np.random.default_rng(1)
    size = np.array(size_m)
    centres = draw.uniform(0.1 * size, 0.9 * size, (60, 2))
    near = centres[draw.integers(0, 60, COUNT // 2)] + draw.normal(0, 100, (COUNT // 2, 2))
    places = np.concatenate((near, draw.uniform((0, 0), size - 1, (COUNT - len(near), 2))))
    x, y = (
        low + (SPAN_M - wide) / 2 + places[:, i] for i, (low, wide) in enumerate(zip((WEST, SOUTH), size, strict=True))
    )
    columns = {name: np.zeros(COUNT, dtype=kind) for name, kind in KINDS.items()}
    columns["nr"][:] = 1 + np.arange(COUNT)
    lon, lat = to_wgs84(x, y)
    columns["lon"][:], columns["lat"][:] = np.rint(lon * DEGREE), np.rint(lat * DEGREE)
    columns["van_s"][:] = int(utc_now().timestamp()) - draw.integers(0, 7 * 365 * 86_400, COUNT)
    columns["dag"][:] = columns["van_s"] // 86_400
    columns["soort"][:] = draw.integers(0, len(SOORTEN), COUNT)
    columns["incident"][:] = columns["nr"]
    # Some are told twice.
    columns["incident"][1::50] = columns["nr"][::50]
    columns["actief"][:] = columns["zichtbaar"][:] = columns["telt"][:] = True
    return put_in(empty_stand(), columns), x, y


def _session(folder: Path) -> Session:
    """A store with a kaartpakket whose border runs through the meldingen, so that the correction is part of what is
    measured."""
    session, _ = make_store(
        folder / "opslag", PASSPHRASE, load_lijsten(), utc_now, gemeente_code="GM0353", gemeente_naam="IJsselstein",
        kdf=LIGHT_KDF,
    )  # fmt: skip
    turn = np.linspace(0, 2 * np.pi, 400)
    middle = (WEST + SPAN_M / 2, SOUTH + SPAN_M / 2)
    lon, lat = to_wgs84(middle[0] + 3_300 * np.cos(turn), middle[1] + 2_400 * np.sin(turn))
    return replace(session, kaart=replace(small_kaart(), omtrek=(tuple(zip(lon.tolist(), lat.tolist(), strict=True)),)))


def _grid(folder: Path) -> None:
    session = _session(folder)
    stand, x, y = _stand((SPAN_M, SPAN_M))
    overzicht = Overzicht(Codes(SOORTEN, [], [], []), stand, is_loaded=True)
    bron = Warmtebron()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        x.sum(), y.sum()
        _say("pass", time.perf_counter() - began)
        for number, wanted in enumerate(FILTERS):
            selectie = select(overzicht, wanted, utc_now())
            began = time.perf_counter()
            dichtheid = bron.maak(session, selectie, wanted).dichtheid
            grid = [dichtheid.block(*place) for place in BLOCKS]
            took = time.perf_counter() - began
            assert all(block is not None and block.any() for block in grid)
            _say(f"filter{number}", took)
    session.close()


class _Peer:
    """leaflet.heat on a page of its own."""

    def __init__(self, folder: Path, x: np.ndarray, y: np.ndarray) -> None:
        lon, lat = to_wgs84(x[:: COUNT // PEER_COUNT], y[:: COUNT // PEER_COUNT])
        self._points = np.round(np.column_stack((lat, lon)), 6)
        page = _PEER.replace("MIDDLE", json.dumps(_middle()[::-1])).replace("ZOOM", str(ZOOM))
        (folder / "warmte.html").write_text(page, encoding="utf-8")
        for name in ("leaflet.js", "leaflet.css"):
            shutil.copyfile(resource("built", "map", name), folder / name)
        texts = read_offline_assets()
        (name,) = (url for url in texts if "leaflet_heat" in url)
        (folder / "leaflet-heat.js").write_text(texts[name], encoding="utf-8")
        QFile.copy(":/qtwebchannel/qwebchannel.js", str(folder / "qwebchannel.js"))
        self.view = QWebEngineView(QWebEngineProfile.defaultProfile())
        self._bridge, channel = _Bridge(self.view), QWebChannel(self.view)
        channel.registerObject("brug", self._bridge)
        self.view.page().setWebChannel(channel)
        self.view.resize(*SIZE)
        self.view.show()
        address = QUrl.fromLocalFile(str(folder / "warmte.html"))
        _until(self._bridge.painted, "klaar", lambda: self.view.setUrl(address))

    def first(self) -> float:
        """As a program would, making the text is part of it; folium hands its points over as JSON as well."""
        return _until(self._bridge.painted, "warmte", lambda: self._bridge.told.emit(json.dumps(self._points.tolist())))

    def pan(self, side: int) -> float:
        script = f"pan({side}, 0)"
        return _until(self._bridge.painted, "warmte", lambda: self.view.page().runJavaScript(script))


def _middle() -> list[float]:
    lon, lat = to_wgs84(WEST + SPAN_M / 2, SOUTH + SPAN_M / 2)
    return [round(float(lon), 5), round(float(lat), 5)]


def _screen(folder: Path) -> None:
    app = program.make_application("nl")
    themes = program.ThemeManager("licht")
    themes.dress(app)
    maps = program.Maps()
    session = _session(folder)
    stand, x, y = _stand(TOWN_M)
    overzicht = Overzicht(Codes(SOORTEN, [], [], []), stand, is_loaded=True)
    bron, selecties = Warmtebron(), [(wanted, select(overzicht, wanted, utc_now())) for wanted in FILTERS]
    peer = _Peer(folder, x, y)
    view = MapView(maps.profile(), themes, MapOptions(layers=("warmte",)))
    view.resize(*SIZE)
    view.show()
    _wait_ready(view)
    view.center_on(*_middle(), ZOOM)
    layer = HeatLayer(view)
    bron.maak(session, selecties[0][1], FILTERS[0])
    _rest(1)
    for number in range(ROUNDS):
        wanted, selectie = selecties[number % len(selecties)]
        shown = _until(view.map_painted, "warmte", lambda: layer.show(bron.maak(session, selectie, wanted)))  # noqa: B023
        _rest(0.3)
        drawn = peer.first()
        _rest(0.3)
        side = PAN if number % 2 == 0 else -PAN
        panned = _until(view.map_painted, "warmte", lambda: _pan(view, side))  # noqa: B023
        _rest(0.3)
        moved = peer.pan(side)
        _rest(0.3)
        if number:
            # The first of each brings in what all later ones have.
            for what, took in (("ours_first", shown), ("peer_first", drawn), ("ours_pan", panned), ("peer_pan", moved)):
                _say(what, took)
    sys.stdout.flush()
    os._exit(0)


def _pan(view: MapView, across: int) -> None:
    page: Any = view.page
    page.runJavaScript(f"Boa.map.panBy([{across}, 0], {{ animate: false }})")


def _wait_ready(view: MapView) -> None:
    while not view.is_ready:
        _rest(0.05)


if __name__ == "__main__":
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    own = Path(sys.argv[2]) / sys.argv[1]
    own.mkdir()
    (_grid if sys.argv[1] == "grid" else _screen)(own)
