"""Rows in words: meldingen, drafts, places that are due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from boa_app.domain.ronde import Plek
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.overzicht import MeldingRij
from boa_app.usecases.vandaag import Beurt
from tests.ui.small_store import NOW, load_lists

PLEK = Plek("p", "Plein", 5.0, 52.0)


@dataclass(frozen=True)
class Draft:
    inhoud: dict[str, Any]
    gewijzigd_op: datetime = NOW


@pytest.fixture
def maker() -> RowMaker:
    return RowMaker(load_lists(), "nl")


def _rij(**values: Any) -> MeldingRij:
    given = {"moment": NOW, "soort": "GEL-STEM", "groepsgrootte": "G3", "ernst": "2", "plaats": "Plein", **values}
    return MeldingRij(nr=1, uid="u", tot=None, incident="", vervallen=given.pop("vervallen", False), **given)


def test_melding_of_this_evening_has_only_the_time(maker: RowMaker) -> None:
    row = maker.melding(_rij(), NOW)
    assert (row.icon, row.name, row.meta, row.bars) == ("speech", "Stemgeluid, groep 5–9", "21:42, Plein", 2)


def test_earlier_one_has_the_day_and_the_night_belongs_to_the_evening(maker: RowMaker) -> None:
    assert maker.melding(_rij(moment=NOW - timedelta(days=1), plaats=""), NOW).meta == "do 19-11 21:42"
    assert maker.melding(_rij(moment=NOW + timedelta(hours=5)), NOW + timedelta(hours=6)).meta == "02:42, Plein"


def test_imported_month_has_its_dates_and_the_word_of_its_source(maker: RowMaker) -> None:
    first, last = datetime(2019, 10, 31, 23, tzinfo=UTC), datetime(2019, 11, 30, 22, 59, tzinfo=UTC)
    month = replace(_rij(moment=first, soort="ANDERS", bron_categorie="Anti-social behaviour"), tot=last)
    row = maker.melding(month, NOW)
    assert (row.name, row.meta) == ("Anti-social behaviour", "01-11-2019 t/m 30-11-2019, Plein")
    assert maker.melding(replace(month, tot=None), NOW).meta == "01-11-2019 00:00, Plein"
    assert "01-11-2019" in maker.flagged(month, NOW).meta


def test_nobody_unknown_soort_and_lapsed(maker: RowMaker) -> None:
    assert maker.melding(_rij(soort="GEEN", groepsgrootte="G0", ernst=""), NOW).name == "Niemand aangetroffen"
    strange = maker.melding(_rij(soort="NIEUWER", groepsgrootte=""), NOW)
    assert (strange.icon, strange.name) == ("ellipsis", "NIEUWER")
    assert maker.melding(_rij(vervallen=True), NOW).tag == "vervallen"


def test_draft(maker: RowMaker) -> None:
    row = maker.concept(Draft({"soorten": ["GEL-MUZ"], "plaats": "Park", "resultaat": "R1"}), NOW)
    assert (row.name, row.meta) == ("Concept van 21:42: muziek", "Park")
    empty = maker.concept(Draft({}), NOW)
    assert (empty.name, empty.meta) == ("Concept van 21:42: nog geen soort", "nog geen resultaat gekozen")


def test_flagged(maker: RowMaker) -> None:
    assert maker.flagged(_rij(), NOW).name == "Tekst nakijken: stemgeluid"


@pytest.mark.parametrize(
    ("late", "tag", "kind"),
    [
        (0, "vandaag", TagKind.NEUTRAAL),
        (1, "1 dag te laat", TagKind.LET),
        (2, "2 dagen te laat", TagKind.LET),
        (3, "3 dagen te laat", TagKind.FOUT),
    ],
)
def test_place_that_is_due(maker: RowMaker, late: int, tag: str, kind: TagKind) -> None:
    row = maker.turn(Beurt(PLEK, NOW - timedelta(days=3 + late), late), 2, NOW)
    assert (row.number, row.name, row.tag, row.tag_kind) == ("2", "Plein", tag, kind)


def test_place_never_visited(maker: RowMaker) -> None:
    row = maker.turn(Beurt(PLEK, None, None), 1, NOW)
    assert (row.meta, row.tag) == ("nog niet bezocht", "nieuw")
