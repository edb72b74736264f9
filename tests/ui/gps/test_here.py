"""*Mijn plaats*: a good place is used by itself, a bad one only says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.gps import feed
from boa_app.ui.gps.here import Here
from boa_app.ui.gps.service import GpsToestand
from boa_app.usecases.gps import GpsBron, GpsInstelling
from tests.ui.gps.walks import HERE, second, standing, write_walk


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    assert feed.FileFeed.__init__.__kwdefaults__ is not None
    monkeypatch.setitem(feed.FileFeed.__init__.__kwdefaults__, "epoch_ms", 20)


@pytest.fixture
def here(ui: UiContext, qtbot: QtBot) -> Iterator[Here]:
    owner = QObject()
    made = Here(ui, owner)
    # The setting of the store comes first, also when it says nothing.
    assert ui.gps.is_off
    qtbot.waitUntil(lambda: not ui.tasks.is_busy, timeout=15_000)
    yield made
    made.switch(on=False)
    assert ui.gps.toestand is GpsToestand.UIT


def _play(ui: UiContext, path: Path) -> None:
    ui.gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(path)))


def test_a_good_place_is_told(qtbot: QtBot, ui: UiContext, here: Here, tmp_path: Path) -> None:
    _play(ui, standing(tmp_path / "w.nmea", 500))
    with qtbot.waitSignal(here.place_known, timeout=15_000) as told:
        here.switch(on=True)
    assert (told.args[0].lon, told.args[0].lat) == pytest.approx(HERE, abs=1e-5)
    assert here.doubt == ""


def test_a_bad_place_only_says_why(qtbot: QtBot, ui: UiContext, here: Here, tmp_path: Path) -> None:
    _play(ui, standing(tmp_path / "w.nmea", 500, hdop=9.9))
    known: list[object] = []
    here.place_known.connect(known.append)
    with qtbot.waitSignal(here.doubt_changed, timeout=15_000) as told:
        here.switch(on=True)
    assert told.args == ["onnauwkeurig"]
    assert known == []
    with qtbot.waitSignal(here.place_asked, timeout=15_000) as told:
        here.ask()
    assert told.args[0].nauwkeurigheid_m > 50


def test_a_wrong_place_is_not_given_even_when_asked(qtbot: QtBot, ui: UiContext, here: Here, tmp_path: Path) -> None:
    noise = [["$GPRMC,storing*00", *second(n, *HERE)] for n in range(500)]
    _play(ui, write_walk(tmp_path / "w.nmea", noise))
    asked: list[object] = []
    here.place_asked.connect(asked.append)
    with qtbot.waitSignal(ui.error_raised, timeout=15_000) as told:
        here.ask()
    assert isinstance(told.args[0], BoaError)
    assert (told.args[0].code, told.args[0].fields["oordeel"]) == ("gps_onbruikbaar", "controlegetal")
    assert asked == []


@pytest.mark.parametrize(("bron", "code"), [(GpsBron.UIT, "gps_uit"), (GpsBron.BESTAND, "gps_bestand_onleesbaar")])
def test_without_a_receiver_it_says_so(qtbot: QtBot, ui: UiContext, here: Here, bron: GpsBron, code: str) -> None:
    ui.gps.set_instelling(GpsInstelling(bron, bestand="/bestaat/niet"))
    with qtbot.waitSignal(ui.error_raised, timeout=15_000) as told:
        here.ask()
    assert told.args[0].code == code


def test_who_asks_waits_until_the_first_place_is_confirmed(
    qtbot: QtBot, ui: UiContext, here: Here, tmp_path: Path
) -> None:
    lon, lat = HERE
    walk = [second(n, lon, lat - (1.5 if n == 0 else 0)) for n in range(500)]
    _play(ui, write_walk(tmp_path / "w.nmea", walk))
    problems: list[object] = []
    ui.error_raised.connect(problems.append)
    with qtbot.waitSignal(here.doubt_changed, timeout=15_000) as told:
        here.switch(on=True)
    assert told.args == ["onbevestigd"]
    with qtbot.waitSignal(here.place_asked, timeout=15_000) as told:
        here.ask()
    assert (told.args[0].lon, told.args[0].lat) == pytest.approx(HERE, abs=1e-5)
    assert problems == []
