"""A melding in the list and in the call-out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from boa_app.ui.kaart.rows import KaartRows
from boa_app.usecases.overzicht import MeldingRij
from tests.ui.small_store import load_lists

RIJ = MeldingRij(
    1, "u", datetime(2026, 11, 20, 19, 58, tzinfo=UTC), None, "GEL-STEM", "G3", "2", "Kloosterpad", False, ""
)


@pytest.fixture
def rows(qapp: QApplication) -> KaartRows:
    return KaartRows(load_lists(), "nl")


def test_a_moment(rows: KaartRows) -> None:
    row = rows.row(RIJ, "Vandaag")
    assert (row.name, row.meta, row.day, row.bars) == ("Stemgeluid, groep 5–9", "20:58, Kloosterpad", "Vandaag", 2)
    assert rows.call_out(RIJ) == ("Stemgeluid, groep 5–9", "vr 20-11-2026 om 20:58")


def test_a_window_within_one_evening(rows: KaartRows) -> None:
    window = replace(RIJ, tot=RIJ.moment + timedelta(minutes=30))
    assert rows.row(window, "").meta == "20:58 tot 21:28, Kloosterpad"


def test_a_window_of_a_month_has_dates(rows: KaartRows) -> None:
    month = replace(RIJ, moment=datetime(2019, 10, 31, 23, tzinfo=UTC), tot=datetime(2019, 11, 30, 22, 59, tzinfo=UTC))
    assert rows.row(month, "").meta == "01-11-2019 t/m 30-11-2019, Kloosterpad"
    assert rows.call_out(month)[1] == "01-11-2019 t/m 30-11-2019"


def test_an_imported_one_keeps_the_word_of_its_source(rows: KaartRows) -> None:
    imported = replace(RIJ, soort="ANDERS", bron_categorie="Anti-social behaviour", groepsgrootte="", ernst="")
    assert rows.row(imported, "").name == "Anti-social behaviour"


def test_headings(rows: KaartRows) -> None:
    today = date(2026, 11, 20)
    assert rows.heading(today, today) == "Vandaag, vrijdag 20-11-2026"
    assert rows.heading(date(2026, 11, 19), today) == "Gisteren, donderdag 19-11-2026"
    assert rows.heading(date(2026, 11, 18), today) == "Woensdag 18-11-2026"


def test_english(qapp: QApplication) -> None:
    rows = KaartRows(load_lists(), "en")
    assert rows.call_out(RIJ)[1].startswith("Fri 20 Nov 2026")
