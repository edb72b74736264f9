"""The street network on a real map: drawn by class, touched to choose, one byte per segment for a change."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.straatkeuze import Keuze
from boa_app.mapdata.netwerk import Klasse
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.straten import StreetsLayer
from boa_app.ui.map.view import MapView
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.straatnet import Straatnet, _streets, pas_toe
from tests.mapdata.straatnetten import at, net
from tests.ui.map.maps import Lagen, evaluate, inspect, shown_map
from tests.usecases.test_straatnet import on

pytestmark = pytest.mark.webengine
LINES = (((0.0, 0.0), (200.0, 0.0)), ((0.0, 80.0), (200.0, 80.0)), ((100.0, 80.0), (100.0, 200.0)))
CLICK = """(([x, y]) => {{ const box = Boa.map.getContainer().getBoundingClientRect();
  const at = Boa.map.latLngToContainerPoint([y, x]).add([box.left, box.top]);
  Boa.map.fire("click", {{ latlng: L.latLng(y, x), containerPoint: Boa.map.latLngToContainerPoint([y, x]),
    layerPoint: at, originalEvent: {{}} }}); return 1; }})([{lon}, {lat}])"""


def street_net() -> Straatnet:
    klassen = (Klasse.VERPLICHT, Klasse.VERBINDING, Klasse.VERBODEN)
    netwerk = net(*LINES, names=("Laan", "", ""), klassen=klassen)
    regels, regel_van = _streets(netwerk)
    return Straatnet(netwerk, pas_toe(netwerk, []), regels, regel_van)


def shown(qtbot: QtBot, view: MapView, straten: Straatnet) -> StreetsLayer:
    layer = StreetsLayer(view)
    view.set_lagen(Lagen())
    qtbot.waitUntil(lambda: view.is_ready, timeout=15_000)
    with qtbot.waitSignal(view.map_painted, check_params_cb=lambda what: what == "straten", timeout=15_000):
        layer.show(straten)
    layer.look_at(range(len(straten.netwerk)))
    qtbot.waitUntil(lambda: inspect(qtbot, view)["zoom"] > 14, timeout=15_000)
    return layer


def test_every_class_is_counted_and_explained(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        shown(qtbot, view, street_net())
        told = inspect(qtbot, view)["straten"]
        assert told == {"verplicht": 1, "mag": 1, "verboden": 1, "gezet": 0, "gekozen": 0}
        words = evaluate(qtbot, view, 'document.querySelector(".boa-legenda-straten").innerText')
        assert "Verplicht te inspecteren" in words and "Verboden" in words and "Met de hand gezet" not in words


def test_a_touch_near_a_street_chooses_it_and_elsewhere_none(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        layer = shown(qtbot, view, street_net())
        for segment, spot in ((0, (60.0, 3.0)), (2, (102.0, 150.0))):
            lon, lat = at(*spot)
            with qtbot.waitSignal(layer.segment_chosen, timeout=15_000) as chosen:
                evaluate(qtbot, view, CLICK.format(lon=lon, lat=lat))
            assert chosen.args == [segment]
        lon, lat = at(160.0, 140.0)
        with qtbot.waitSignal(view.map_clicked, timeout=15_000):
            evaluate(qtbot, view, CLICK.format(lon=lon, lat=lat))


def test_a_choice_is_told_in_bytes_and_marked(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        straten = street_net()
        layer = shown(qtbot, view, straten)
        made = pas_toe(straten.netwerk, [on(straten.netwerk, 2, Keuze.VERPLICHT)])
        for _ in range(3):
            # As often as one clicks: nothing the page still reads is taken away.
            layer.show(Straatnet(straten.netwerk, made, straten.regels, straten.regel_van))
        layer.choose([2])
        wanted = {"verplicht": 2, "mag": 1, "verboden": 0, "gezet": 1, "gekozen": 1}
        qtbot.waitUntil(lambda: inspect(qtbot, view)["straten"] == wanted, timeout=15_000)
        words = evaluate(qtbot, view, 'document.querySelector(".boa-legenda-straten").innerText')
        assert "Met de hand gezet" in words
        layer.release()


def test_sixty_thousand_segments_are_drawn(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    """How quick that is, is measured by hand; here that it is whole and a touch finds the right one."""
    base = street_net()
    rows = 20_000
    begin = np.arange(3 * rows + 1, dtype=np.int64) * 2
    shift = np.repeat(np.arange(rows, dtype=np.int64) * 40, 6)
    points = (np.tile(base.netwerk.punten, (rows, 1)).astype(np.int64) + np.stack((shift, shift // 7), 1)).astype(
        np.int32
    )
    from dataclasses import replace

    many = replace(
        base.netwerk, punten=points, begin=begin, klasse=np.tile(base.netwerk.klasse, rows),
        van=np.tile(base.netwerk.van, rows), naar=np.tile(base.netwerk.naar, rows),
    )  # fmt: skip
    with shown_map(qtbot, map_profile, themes) as view:
        layer = StreetsLayer(view)
        qtbot.waitUntil(lambda: view.is_ready, timeout=15_000)
        with qtbot.waitSignal(view.map_painted, check_params_cb=lambda what: what == "straten", timeout=30_000):
            layer.show(Straatnet(many, pas_toe(many, []), (), np.zeros(3 * rows, dtype=np.int32)))
        assert inspect(qtbot, view)["straten"]["verplicht"] == rows
