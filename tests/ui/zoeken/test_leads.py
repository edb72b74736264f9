"""Where results lead, without a window: what is asked of Kaart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boa_app.ui.zoeken.leads import PLACE_ZOOM, Leads
from boa_app.usecases.filters import bewaar_filter
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.zoeknamen import Vondst, Vondstsoort
from tests.ui.small_store import make_session

DAY = date(2026, 11, 20)


class Kaart:
    """Remembers what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.gebieden = self.uitvoer = self

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.asked.append((name, *values))


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        (Vondst(Vondstsoort.DATUM, "", "", dag=DAY), [("show_filter", Filter(van=DAY, tot=DAY), None)]),
        (Vondst(Vondstsoort.SOORT, "HANG", ""), [("show_filter", Filter(soorten=frozenset({"HANG"})), None)]),
        (Vondst(Vondstsoort.BUURT, "BU1", ""), [("show_filter", Filter(buurten=frozenset({"BU1"})), None)]),
        (Vondst(Vondstsoort.STRAAT, "x", "", lon=5.0, lat=52.0), [("show_place", 5.0, 52.0, PLACE_ZOOM)]),
        (Vondst(Vondstsoort.GEBIED, "u", "", lon=5.0, lat=52.0), [("open_gebied", "u")]),
        (Vondst(Vondstsoort.MELDING, "m", ""), []),
    ],
)
def test_each_kind(tmp_path: Path, found: Vondst, asked: list[tuple[Any, ...]]) -> None:
    session, kaart, opened = make_session(tmp_path / "opslag", meldingen=0), Kaart(), []
    Leads(session, opened.append, lambda: kaart).go(found)  # type: ignore[arg-type, return-value]
    assert kaart.asked == asked and opened == (["m"] if found.soort is Vondstsoort.MELDING else [])
    session.close()


def test_a_kept_filter_acts_and_a_role_without_kaart(tmp_path: Path) -> None:
    session, kaart = make_session(tmp_path / "opslag", meldingen=0), Kaart()
    uid = bewaar_filter(session, "Vandaag", Filter(van=DAY, tot=DAY), "v0").uid
    leads = Leads(session, str, lambda: kaart)  # type: ignore[arg-type, return-value]
    leads.go(Vondst(Vondstsoort.FILTER, uid, "Vandaag"))
    leads.go(Vondst(Vondstsoort.FILTER, "weg", "Weg"))
    leads.show_all(frozenset({1}), "fiets")
    leads.export()
    leads.print_map()
    leads.open_areas()
    assert kaart.asked == [
        ("show_filter", Filter(van=DAY, tot=DAY), "v0"), ("show_only", frozenset({1}), "fiets"), ("open",), ("print",),
        ("open_list",),
    ]  # fmt: skip
    none = Leads(session, str, lambda: None)
    for act in (none.export, none.print_map, none.open_areas):
        act()
    none.go(Vondst(Vondstsoort.SOORT, "HANG", ""))
    none.show_all(frozenset(), "")
    session.close()
