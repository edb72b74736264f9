"""*Mijn plaats* on the map page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.gps import feed
from boa_app.ui.gps.service import GpsToestand
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.shell import Shell
from boa_app.usecases.gps import GpsBron, GpsInstelling
from tests.ui.gps.walks import HERE, standing


def test_the_map_goes_there_and_the_receiver_goes_off(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert feed.FileFeed.__init__.__kwdefaults__ is not None
    monkeypatch.setitem(feed.FileFeed.__init__.__kwdefaults__, "epoch_ms", 20)
    shell.show_page("kaart")
    page = shell.real_page("kaart")
    assert isinstance(page, KaartPage)
    qtbot.waitUntil(lambda: page.map.is_ready, timeout=15_000)
    walk = standing(tmp_path / "w.nmea", 500)
    shell.context.gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(walk)))
    page.map.locate_requested.emit()

    def is_there() -> bool:
        told: list[str] = []
        page.map.inspect(told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=15_000)
        seen = json.loads(told[0])
        return abs(seen["lon"] - HERE[0]) < 1e-3 and abs(seen["lat"] - HERE[1]) < 1e-3

    qtbot.waitUntil(is_there, timeout=15_000)
    assert shell.context.gps.toestand is GpsToestand.UIT
