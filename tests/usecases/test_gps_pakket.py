"""Every log of real receivers and every walk replays on a kaartpakket: positions are judged and get a street and a
buurt, sentences whose checksum does not agree are counted and skipped."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.fix import Oordeel
from boa_app.exchange.nmea import read_second
from boa_app.mapdata.pakket import Bron, Buurt, Kaartpakket, Straat, load_pakket, write_pakket
from boa_app.usecases.gpsopname import beoordeel_opname, lees_opname, split_epochs
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session

LOGS = ("bundg_zeus_9", "gpsdf", "haicom-305N", "quectel-eg25-g")
# Which of the walks have points; what the others are is told in tests/exchange/test_gpx.py.
LONG_WALKS = ("Mojstrovka", "cerknicko-jezero", "cerknicko-without-times", "korita-zbevnica", "route")
_HALF = 0.5


def around(lon: float, lat: float, folder: Path) -> Kaartpakket:
    """A kaartpakket on disk with two buurten, whose border runs through this place, and a street along it."""
    w, e, s, n = lon - _HALF, lon + _HALF, lat - _HALF, lat + _HALF

    def box(left: float, right: float) -> tuple[tuple[float, float], ...]:
        return (left, s), (right, s), (right, n), (left, n), (left, s)

    write_pakket(
        folder,
        Kaartpakket(
            "GM0001", "Proefgemeente", (box(w, e),),
            (Buurt("BU00010001", "West", (box(w, lon),)), Buurt("BU00010002", "Oost", (box(lon, e),))),
            (Straat("Grensweg", "straat", (((lon, s), (lon, n)),)),), (), (),
            (Bron("eigen", "2026", "CC0", "eigen tekening"),),
        ),
    )  # fmt: skip
    return load_pakket(folder)


def on_a_pakket(session: Session, path: Path, folder: Path) -> Session:
    """The same store with a kaartpakket where this recording was made."""
    places = [place for epoch in split_epochs(lees_opname(path)) if (place := read_second(epoch)) is not None]
    first = places[len(places) // 2]
    kaart = around(first.lon, first.lat, folder)
    return replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))


def count_by_hand(path: Path) -> tuple[int, int]:
    """Sentences and those that are not whole, told without the program."""
    total = broken = 0
    for line in path.read_bytes().splitlines():
        body, star, told = line.strip(b"\r\n \t\0").partition(b"*")
        if not body or body.startswith(b"#"):
            continue
        total += 1
        whole = body[:1] in (b"$", b"!") and star and len(told) == 2 and line.isascii()
        broken += not (whole and reduce(lambda one, other: one ^ other, body[1:], 0) == int(told, 16))
    return total, broken


@pytest.mark.parametrize("name", LOGS)
def test_real_receivers(session: Session, shared_data: Path, tmp_path: Path, name: str) -> None:
    path = shared_data / "gps" / "gpsd" / f"{name}.log"
    found = beoordeel_opname(on_a_pakket(session, path, tmp_path / "kaart"), path)
    assert (found.regels, found.geschonden) == count_by_hand(path)
    assert found.plaatsen[Oordeel.GOED] >= 15
    used = sum(count for oordeel, count in found.plaatsen.items() if oordeel is not Oordeel.NUL)
    # They stood or went near: all are on this map, and in one of its buurten.
    assert set(found.buurten) <= {"BU00010001", "BU00010002"}
    assert sum(found.buurten.values()) == sum(found.straten.values()) == used
    assert found.straten["Grensweg"] > 0


def test_one_of_them_has_checksum_errors(session: Session, shared_data: Path, tmp_path: Path) -> None:
    """All that can be told of the log with errors is told: they are in it, and its places are used all the same."""
    broken = {name: count_by_hand(shared_data / "gps" / "gpsd" / f"{name}.log")[1] for name in LOGS}
    assert any(broken.values())
    worst = max(broken, key=lambda name: broken[name])
    path = shared_data / "gps" / "gpsd" / f"{worst}.log"
    found = beoordeel_opname(on_a_pakket(session, path, tmp_path / "kaart"), path)
    assert found.geschonden == broken[worst] > 0
    assert found.plaatsen[Oordeel.GOED] > 0


@pytest.mark.parametrize("name", LONG_WALKS)
def test_walks(session: Session, shared_data: Path, tmp_path: Path, name: str) -> None:
    path = shared_data / "gps" / "gpxpy" / "test_files" / f"{name}.gpx"
    found = beoordeel_opname(on_a_pakket(session, path, tmp_path / "kaart"), path)
    assert found.geschonden == 0
    assert sum(found.plaatsen.values()) >= 50
    # Not one says how accurate it is, so not one is used by itself.
    assert found.plaatsen.get(Oordeel.GOED, 0) == 0
    assert found.buurten["BU00010001"] + found.buurten["BU00010002"] > 0
    assert found.straten["Grensweg"] > 0


def test_every_other_file_is_read_or_refused_in_words(session: Session, shared_data: Path) -> None:
    for path in sorted((shared_data / "gps" / "gpxpy" / "test_files").glob("*.gpx")):
        try:
            found = beoordeel_opname(session, path)
        except UserError as refusal:
            assert refusal.code in ("gpx_zonder_wandeling", "gpx_onleesbaar"), path.name
        else:
            assert sum(found.plaatsen.values()) > 0, path.name
