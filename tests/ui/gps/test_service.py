"""The receiver: on while needed, judged, off again; with recorded walks of ours and of real receivers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boa_app.domain.fix import BeoordeeldeFix, Oordeel
from boa_app.domain.moments import utc_now
from boa_app.ui.gps import feed
from boa_app.ui.gps.service import GpsService, GpsToestand
from boa_app.usecases.gps import GpsBron, GpsInstelling
from tests.ui.gps.walks import HERE, second, standing, write_walk


@pytest.fixture
def gps(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GpsService]:
    assert feed.FileFeed.__init__.__kwdefaults__ is not None
    monkeypatch.setitem(feed.FileFeed.__init__.__kwdefaults__, "epoch_ms", 5)
    service = GpsService(utc_now)
    yield service
    service.close()


@pytest.fixture
def play(qtbot: QtBot, gps: GpsService) -> Callable[[Path], list[BeoordeeldeFix]]:
    def run(path: Path) -> list[BeoordeeldeFix]:
        owner, taken = QObject(), []
        gps.fix_taken.connect(taken.append)
        gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(path)))
        gps.use(owner)
        qtbot.waitUntil(lambda: gps.toestand is GpsToestand.KLAAR, timeout=30_000)
        gps.fix_taken.disconnect(taken.append)
        return taken

    return run


def test_standing_still_is_a_good_place(play: Callable[[Path], list[BeoordeeldeFix]], tmp_path: Path) -> None:
    taken = play(standing(tmp_path / "w.nmea"))
    assert len(taken) > 5
    assert taken[0].oordeel is Oordeel.ONBEVESTIGD
    assert all(one.is_goed for one in taken[1:])
    assert (taken[-1].fix.lon, taken[-1].fix.lat) == pytest.approx(HERE, abs=1e-5)
    assert 5 < (taken[-1].fix.nauwkeurigheid_m or 0) < 20
    assert taken[-1].fix.gps_tijd is not None


def test_few_satellites_are_marked(play: Callable[[Path], list[BeoordeeldeFix]], tmp_path: Path) -> None:
    taken = play(standing(tmp_path / "w.nmea", hdop=9.9))
    assert {one.oordeel for one in taken} == {Oordeel.ONNAUWKEURIG}


def test_a_jump_is_marked(play: Callable[[Path], list[BeoordeeldeFix]], tmp_path: Path) -> None:
    lon, lat = HERE
    walk = [second(n, lon, lat + (0.5 if n == 6 else 0)) for n in range(12)]
    counts = Counter(one.oordeel for one in play(write_walk(tmp_path / "w.nmea", walk)))
    assert counts[Oordeel.SPRONG] == 1
    assert counts[Oordeel.GOED] >= 8


def test_broken_sentences_are_marked(play: Callable[[Path], list[BeoordeeldeFix]], tmp_path: Path) -> None:
    lines = [["$GPRMC,storing*00", *second(n, *HERE)] for n in range(12)]
    taken = play(write_walk(tmp_path / "w.nmea", lines))
    assert {one.oordeel for one in taken} == {Oordeel.CONTROLEGETAL}


def test_a_receiver_without_a_fix_gives_none(
    play: Callable[[Path], list[BeoordeeldeFix]], gps: GpsService, tmp_path: Path
) -> None:
    taken = play(write_walk(tmp_path / "w.nmea", [second(n, *HERE, valid="V") for n in range(8)]))
    assert taken == []
    assert gps.current() is None


@pytest.mark.parametrize("name", ["haicom-305N", "quectel-eg25-g", "gpsdf", "bundg_zeus_9"])
def test_real_receivers(play: Callable[[Path], list[BeoordeeldeFix]], shared_data: Path, name: str) -> None:
    taken = play(shared_data / "gps" / "gpsd" / f"{name}.log")
    counts = Counter(one.oordeel for one in taken)
    assert counts[Oordeel.GOED] >= 15
    assert all(one.fix.nauwkeurigheid_m is not None and one.fix.nauwkeurigheid_m <= 50 for one in taken if one.is_goed)


def test_off_when_nobody_needs_it(qtbot: QtBot, gps: GpsService, tmp_path: Path) -> None:
    one, other = QObject(), QObject()
    gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(standing(tmp_path / "w.nmea", 600))))
    assert gps.toestand is GpsToestand.UIT
    gps.use(one)
    gps.use(other)
    with qtbot.waitSignal(gps.fix_taken, timeout=15_000):
        gps.leave(one)
    assert gps.current() is not None
    gps.leave(other)
    gps.leave(other)
    assert gps.toestand is GpsToestand.UIT
    assert gps.current() is None


def test_another_source_while_running(qtbot: QtBot, gps: GpsService, tmp_path: Path) -> None:
    owner = QObject()
    gps.use(owner)
    assert gps.toestand is GpsToestand.UIT
    gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(tmp_path / "weg")))
    assert (gps.toestand, gps.fout) == (GpsToestand.FOUT, "gps_bestand_onleesbaar")
    gps.set_instelling(GpsInstelling(GpsBron.SERIEEL, "bestaat-niet"))
    assert (gps.toestand, gps.fout) == (GpsToestand.FOUT, "gps_poort_weg")
    with qtbot.waitSignal(gps.fix_taken, timeout=15_000):
        gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(standing(tmp_path / "w.nmea", 600))))
    assert gps.toestand is GpsToestand.BEZIG
    assert gps.fout == ""
