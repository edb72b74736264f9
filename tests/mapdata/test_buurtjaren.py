"""Which edition of the buurten holds on a day."""

from __future__ import annotations

from datetime import date

import pytest

from boa_app.mapdata.buurtjaren import Buurt, buurten_op, jaar_op, jaren_van, nieuwste, van_jaar

RING = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0))
ALL = tuple(Buurt(code, code, (RING,), "WK1", year) for year in (2024, 2022) for code in ("BU1", "BU2"))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 1, 1), 2024), (date(2023, 12, 31), 2022), (date(2022, 6, 1), 2022), (date(2019, 6, 1), 2022),
        (date(2030, 1, 1), 2024),
    ],
)  # fmt: skip
def test_the_last_edition_that_began_holds(day: date, year: int) -> None:
    assert jaar_op((2022, 2024), day) == year
    assert {buurt.jaar for buurt in buurten_op(ALL, day)} == {year}


def test_without_buurten_there_are_none() -> None:
    assert buurten_op((), date(2024, 1, 1)) == nieuwste(()) == ()


def test_editions_apart() -> None:
    assert jaren_van(ALL) == (2022, 2024)
    assert nieuwste(ALL) == ALL[:2] == van_jaar(ALL, 2024)
