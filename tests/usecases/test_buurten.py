"""A melding lies in the buurt of its own year; a right is about today."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

from boa_app.mapdata.pakket import Buurt, Kaartpakket
from boa_app.usecases.buurten import assign_buurten, bekende_buurten, buurtnamen, in_werkgebied
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, select
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, small_kaart

EPOCH = date(1970, 1, 1)
WEST, EAST = (5.01, 52.01), (5.03, 52.01)


def two_years() -> Kaartpakket:
    """In 2024 West and Oost; in 2022 one buurt Heel that went under, with the code of Oost for its western half."""
    kaart = small_kaart()
    west, east = (replace(buurt, jaar=2024) for buurt in kaart.buurten)
    older = (Buurt("BU03530009", "Heel", east.rings, "", 2022), Buurt(east.code, "Vroeger", west.rings, "", 2022))
    return replace(kaart, buurten=(west, east), oudere_buurten=older)


def days(*moments: date) -> np.ndarray:
    return np.array([(moment - EPOCH).days for moment in moments], dtype=np.int32)


def test_every_code_has_one_number_and_a_name_that_tells_of_its_year() -> None:
    known = bekende_buurten(two_years())
    assert [(b.code[-1], b.naam) for b in known] == [("1", "West"), ("2", "Oost"), ("9", "Heel (2022)")]
    assert buurtnamen(two_years())["BU03530009"] == "Heel (2022)"
    assert bekende_buurten(None) == ()
    assert bekende_buurten(small_kaart()) == small_kaart().buurten


def test_each_position_goes_by_the_edition_of_its_day() -> None:
    when = days(date(2024, 1, 1), date(2023, 12, 31), date(2021, 5, 5), date(2030, 1, 1))
    lon, lat = [EAST[0]] * 4, [EAST[1]] * 4
    assert assign_buurten(two_years(), lon, lat, when).tolist() == [1, 2, 2, 1]
    assert assign_buurten(two_years(), [WEST[0]] * 4, lat, when).tolist() == [0, 1, 1, 0]
    assert assign_buurten(two_years(), [9.0] * 4, lat, when).tolist() == [-1] * 4
    assert assign_buurten(small_kaart(), lon, lat, when).tolist() == [1] * 4
    assert assign_buurten(None, lon, lat, when).tolist() == [-1] * 4
    assert assign_buurten(two_years(), [], [], days()).tolist() == []


def test_what_one_may_see_goes_by_today() -> None:
    lon, lat = [WEST[0], EAST[0]], [52.01, 52.01]
    old = assign_buurten(two_years(), lon, lat, days(date(2022, 5, 5), date(2022, 5, 5)))
    assert in_werkgebied(two_years(), lon, lat, old, frozenset({"BU03530002"})).tolist() == [False, True]
    assert in_werkgebied(None, lon, lat, old, frozenset({"BU03530002"})).tolist() == [False, False]


@pytest.fixture
def with_years(session: Session) -> Session:
    kaart = two_years()
    return replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))


def test_list_and_filter_count_a_melding_in_the_buurt_of_its_date(with_years: Session, clock: SetClock) -> None:
    moments = [datetime(year, 5, 5, 20, 0, tzinfo=UTC) for year in (2022, 2024)]
    uids = [
        register_melding(
            with_years, a_melding(clock, gebeurd_van=moment, gebeurd_tot=None, lon=EAST[0], lat=EAST[1])
        ).uid
        for moment in moments
    ]
    assert len(set(uids)) == 2
    overzicht = load_overzicht(with_years)
    assert overzicht.buurten == ["BU03530001", "BU03530002", "BU03530009"]
    # Newest first.
    assert select(overzicht, Filter(), with_years.now()).buurt.tolist() == [1, 2]
    for code, years in (("BU03530009", [2022]), ("BU03530002", [2024]), ("BU03530001", [])):
        found = select(overzicht, Filter(buurten=frozenset({code})), with_years.now())
        assert [1970 + int(day) // 365 for day in found.dag] == years, code


def test_here_tells_the_buurt_of_a_day(with_years: Session) -> None:
    assert with_years.plaatsen.here(*EAST).buurt_naam == "Oost"
    assert with_years.plaatsen.here(*EAST, date(2022, 7, 1)).buurt_naam == "Heel"
    assert with_years.plaatsen.here(*EAST, date(2024, 7, 1)).buurt_naam == "Oost"
