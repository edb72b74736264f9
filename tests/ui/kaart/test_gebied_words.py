"""Areas in words."""

from __future__ import annotations

from datetime import date

import pytest

from boa_app.domain.gebied import Gebied, GebiedSoort, close_ring
from boa_app.paths import resource
from boa_app.ui.kaart.gebied_words import ICONS, GebiedWords

WORDS = GebiedWords("nl", date(2026, 11, 20))
RING = close_ring([(5.03, 52.01), (5.04, 52.01), (5.04, 52.02), (5.03, 52.02)])


def area(van: date | None = None, tot: date | None = None, naam: str = "Plein") -> Gebied:
    return Gebied("g", naam, GebiedSoort.CAMERA, (RING,), "B 2026-1", van, tot)


def test_every_kind_has_an_icon_of_the_set() -> None:
    assert set(ICONS) == set(GebiedSoort)
    for name in ICONS.values():
        assert resource("built", "icons", f"{name}.svg").is_file()


@pytest.mark.parametrize(
    ("van", "tot", "words", "tag"),
    [
        (None, None, "zonder einddatum", ""),
        (date(2026, 1, 1), None, "vanaf 01-01-2026", ""),
        (None, date(2026, 11, 20), "t/m 20-11-2026", ""),
        (date(2025, 1, 1), date(2025, 12, 31), "01-01 t/m 31-12-2025", "verlopen"),
        (date(2027, 1, 1), None, "vanaf 01-01-2027", "gaat nog in"),
    ],
)
def test_when_it_holds(van: date | None, tot: date | None, words: str, tag: str) -> None:
    assert WORDS.validity(area(van, tot)) == words
    assert WORDS.row(area(van, tot)).tag == tag


def test_its_line_says_kind_and_size() -> None:
    row = WORDS.row(area())
    assert (row.name, row.meta.replace("\xa0", " "), row.icon) == ("Plein", "cameratoezicht · 76,4 ha", "cctv")
