"""A filter in words."""

from __future__ import annotations

from datetime import date

import pytest

from boa_app.texts.filterzin import FilterWoorden, filterzin, periodezin


def test_the_line_of_the_picture() -> None:
    woorden = FilterWoorden(weken=26, dagdelen=("NACHT", "AVOND", "LAAT"))
    assert filterzin(woorden) == "Laatste 26 weken · avond, laat, nacht · alle soorten"
    assert filterzin(woorden, "en") == "Last 26 weeks · evening, late evening, night · all kinds"


@pytest.mark.parametrize(
    ("woorden", "wanted"),
    [
        (FilterWoorden(), "alle jaren"),
        (FilterWoorden(weken=1), "laatste 7 dagen"),
        (
            FilterWoorden(weken=26, van=date(2026, 5, 23), tot=date(2026, 11, 20)),
            "laatste 26 weken (23-05 t/m 20-11-2026)",
        ),
        (FilterWoorden(van=date(2022, 1, 1), tot=date(2022, 12, 31)), "heel 2022"),
        (FilterWoorden(van=date(2026, 5, 23), tot=date(2026, 11, 20)), "23-05 t/m 20-11-2026"),
        (FilterWoorden(van=date(2026, 5, 23)), "vanaf 23-05-2026"),
        (FilterWoorden(tot=date(2026, 5, 23)), "tot en met 23-05-2026"),
    ],
)
def test_periods(woorden: FilterWoorden, wanted: str) -> None:
    assert periodezin(woorden) == wanted


def test_everything_that_leaves_something_out_is_told_and_many_names_become_a_number() -> None:
    woorden = FilterWoorden(
        weken=4, soorten=("Vuurwerk", "Graffiti"), buurten=tuple("ABCDE"), ernst=("3", "4"), gebieden=("Lagedijk",),
        aanleidingen=("Eigen ronde",), groepsgrootten=("5–9",), met_vervallen=True, zoekresultaat=True,
    )  # fmt: skip
    assert filterzin(woorden) == (
        "Laatste 4 weken · hele dag · Vuurwerk, Graffiti · ernst 3, 4 · groep 5–9 · 5 buurten · Lagedijk · "
        "Eigen ronde · zoekresultaat · ook vervallen"
    )
    many = FilterWoorden(groepsgrootten=tuple("ABCDE"), dagdelen=("NACHT", "OCHTEND", "MIDDAG", "AVOND", "LAAT"))
    assert filterzin(many) == "Alle jaren · hele dag · alle soorten · 5 groepsgrootten"
