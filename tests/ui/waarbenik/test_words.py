"""A place in words: near, far, outside, doubtful."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from boa_app.domain.jop import Jop, JopStatus
from boa_app.ui.waarbenik.words import HierWoorden
from boa_app.usecases.ligging import Straathier
from boa_app.usecases.waarbenik import Hier, Jophier, Regelhier
from tests.samples import load_lijsten

NOW = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
HIER = Hier(
    5.0, 52.0, 8.0, NOW, "IJsselstein", True, "BU1", "Binnenstad", "Plein 1, IJsselstein", 4.0,
    Straathier("Plein", 3.0, "Havenstraat", 35.0), (), (), (), False, (),
)  # fmt: skip


@pytest.fixture
def words() -> HierWoorden:
    return HierWoorden(load_lijsten(), "nl")


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_where_one_is(words: HierWoorden) -> None:
    assert (words.place(HIER), words.gemeente(HIER)) == ("Binnenstad", "IJsselstein")
    assert words.address(HIER) == "Plein 1, IJsselstein"
    assert plain(words.address(replace(HIER, adres_m=60.0))) == "Plein 1, IJsselstein, op 60 m"
    assert plain(words.street(HIER)) == "Plein, 35 m van Havenstraat"
    assert words.street(replace(HIER, straat=Straathier("Plein", 3.0))) == "Plein"
    assert words.street(replace(HIER, straat=Straathier("Plein", 3.0, "Laan", 9.0))) == "Plein, hoek Laan"


def test_what_is_not_known(words: HierWoorden) -> None:
    bare = replace(HIER, adres="", straat=Straathier(), buurt="", binnen=None)
    assert words.address(bare) == "Geen straat of adres in de buurt"
    assert words.place(bare) == "Geen buurt bekend" and words.gemeente(bare) == ""
    lost = replace(bare, straat=Straathier("Plein", 3.0, "Laan", 40.0))
    assert words.place(lost) == "Plein" and plain(words.address(lost)) == "40 m van Laan"
    assert words.place(replace(bare, binnen=True)) == "Buiten de buurten"
    assert words.place(replace(HIER, binnen=False, buurt="")) == "Buiten de gemeente"
    assert words.address(replace(HIER, adres="")).startswith("Plein")


def test_what_may_also_be_true(words: HierWoorden) -> None:
    assert words.also(HIER) == ""
    rule = Regelhier("Verbod", "VERBOD", "", None, None, 3.0)
    vague = replace(HIER, nauwkeurigheid_m=40.0, ook_buurten=("Oost",), ook_regels=(rule,), ook_grens=True)
    assert plain(words.also(vague)) == "Binnen 40 m ook: Oost, Verbod, buiten de gemeente."
    outside = replace(HIER, binnen=False, gemeente="", nauwkeurigheid_m=None, ook_grens=True)
    assert plain(words.also(outside)) == "Binnen 5 m ook: binnen de gemeente."


def test_a_rule_with_its_decision_dates_and_articles(words: HierWoorden) -> None:
    rule = Regelhier("Plein", "CAMERA", "B 1", date(2026, 1, 1), date(2026, 12, 31), 9.0, "u", ("APV-2:48",))
    told = words.rule(rule)
    assert told.regels[:2] == ("Cameratoezicht", "Besluit: B 1") and "te verifiëren" in told.regels[3]
    assert told.spoken().startswith("Plein, Cameratoezicht")
    assert words.rule(replace(rule, van=None)).regels[2] == "Geldt tot en met 31-12-2026"
    assert words.rule(replace(rule, tot=None)).regels[2] == "Geldt vanaf 01-01-2026"
    assert words.rule(replace(rule, besluit="", van=None, tot=None)).regels[1] == "Geldt zonder einddatum"


def test_a_jop_with_what_is_agreed(words: HierWoorden) -> None:
    jop = Jop("j", "A", "JOP Plein", JopStatus.PROEF, 5.0, 52.0, proef_tot=date(2027, 4, 1))
    told = words.jop(Jophier(jop, 120.0))
    assert (told.naam, plain(told.regels[0]), told.regels[1]) == ("JOP Plein", "120 m", "Proef tot en met 01-04-2027")
    assert words.jop(Jophier(replace(jop, status=JopStatus.ACTIEF), 1.0)).regels[1:] == ()
    assert words.jop(Jophier(replace(jop, status=JopStatus.OVERLEG), 1.0)).regels[1:] == ("In overleg",)
