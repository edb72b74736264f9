"""The cards of *Plaatsbepaling*: the state in a word, the figures, what helps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boa_app.domain.fix import BeoordeeldeFix, Fix, Oordeel
from boa_app.ui.gps.panels import NowPanel, SourcePanel
from boa_app.ui.gps.service import GpsService, GpsToestand
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.gps import GpsBron, GpsInstelling
from tests.ui.gps.walks import standing

START = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)


@pytest.fixture
def now(qtbot: QtBot, themes: ThemeManager) -> NowPanel:
    panel = NowPanel(themes, "nl")
    qtbot.addWidget(panel)
    return panel


def _busy() -> GpsService:
    service = GpsService(lambda: START)
    service.toestand = GpsToestand.BEZIG
    return service


def test_a_doubtful_place_is_named(now: NowPanel) -> None:
    now.show_now(_busy(), BeoordeeldeFix(Fix(START, 5.0432, 52.0203, 120.4, 1.4), Oordeel.ONNAUWKEURIG))
    assert now.state.accessibleName() == "Te onnauwkeurig"
    assert now.lines.text() == "52,02030, 5,04320\nnauwkeurig tot ± 120 m\n5 km/u"
    assert "niet vanzelf gebruikt" in now.advice.text()


def test_a_clock_that_is_off_is_told(now: NowPanel) -> None:
    fix = Fix(START, 5.0432, 52.0203, 8.0, gps_tijd=START - timedelta(minutes=12))
    now.show_now(_busy(), BeoordeeldeFix(fix, Oordeel.GOED))
    assert now.state.accessibleName() == "Plaats bekend"
    assert "12 minuten" in now.advice.text()
    long_ago = Fix(START, 5.0432, 52.0203, 8.0, gps_tijd=START - timedelta(days=366))
    now.show_now(_busy(), BeoordeeldeFix(long_ago, Oordeel.GOED))
    assert "366 dagen" in now.advice.text()


def test_a_recording_has_a_clock_of_its_own(now: NowPanel) -> None:
    service = _busy()
    service.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand="wandeling.nmea"))
    fix = Fix(START, 5.0432, 52.0203, 8.0, gps_tijd=START - timedelta(days=366))
    now.show_now(service, BeoordeeldeFix(fix, Oordeel.GOED))
    assert now.advice.text() == ""


def test_sentences_that_were_skipped_are_counted(now: NowPanel, tmp_path: Path, qtbot: QtBot) -> None:
    """A single one in a long walk too, also while there is no place yet."""
    walk = standing(tmp_path / "w.nmea", 300)
    walk.write_bytes(b"$GPRMC,storing*00\r\n" + walk.read_bytes())
    service, owner = GpsService(lambda: START), QObject()
    service.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(walk)))
    try:
        with qtbot.waitSignal(service.fix_taken, timeout=15_000):
            service.use(owner)
        total, broken = service.sentences
        assert (broken, total >= 4) == (1, True)
        now.show_now(service, None)
        assert now.lines.text() == f"1 van {total} regels kwam geschonden binnen en is overgeslagen"
        now.show_now(service, service.current())
        assert now.lines.text().endswith("regels kwam geschonden binnen en is overgeslagen")
    finally:
        service.close()
    assert service.sentences == (0, 0)


def test_off(now: NowPanel) -> None:
    now.show_now(GpsService(lambda: START), None)
    assert (now.state.accessibleName(), now.lines.text(), now.advice.text()) == ("Uit", "", "")


def test_a_port_that_is_gone_can_still_be_seen(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = SourcePanel(themes)
    qtbot.addWidget(panel)
    panel.show_instelling(GpsInstelling(GpsBron.SERIEEL, "COM9", 4800))
    assert "COM9" in [tile.choice.code for tile in panel.poort.tiles()]
    assert panel.poort.chosen() == ("COM9",)
    assert panel.baud.chosen() == ("4800",)
    chosen: list[GpsInstelling] = []
    panel.instelling_chosen.connect(chosen.append)
    panel.baud.tiles()[3].click()
    assert chosen == [GpsInstelling(GpsBron.SERIEEL, "COM9", 115200)]
