"""The one table of rights, held against an expectation written by hand from domain.md §2 and design §7."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import (
    OWN_EDIT_AFTER_SYNC,
    RECHTEN,
    YEAR,
    Actor,
    Bereik,
    Entiteit,
    Handeling,
    Onderwerp,
    Rol,
    Veldgroep,
    find_rechten,
    has_any,
    may,
    require,
)

NOW = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
DAY = timedelta(days=1)
OWN = Onderwerp(eigen=True, buurt="BU03530007", toegewezen=True, sinds=NOW)
OTHERS = replace(OWN, eigen=False)
ELSEWHERE = replace(OTHERS, buurt="BU03530025")
E, V, H = Entiteit, Veldgroep, Handeling

# What each role may do at best (own, assigned, fresh, with a reason). A row: things, field groups, acts.
# ``*`` = every group but medewerker. Nothing else is allowed: the test walks all combinations.
BOA = """
melding: codes punt feiten duiding foto: lezen maken wijzigen vervallen
melding: verdacht: lezen
opsporingsverwijzing: *: lezen maken wijzigen vervallen
doorgeefsignaal: *: lezen maken
ronde: *: lezen maken wijzigen vervallen
ronde: medewerker: lezen
jop: *: lezen
schouw bevinding: *: lezen maken wijzigen
gebied straatkeuze: *: lezen
opslag: *: controleren
"""
AT_BEST: dict[Rol, str] = {
    Rol.BOA: BOA,
    Rol.JEUGDBOA: BOA
    + """
melding: groep: lezen wijzigen
groep: *: lezen
jop: *: wijzigen
""",
    Rol.TEAMLEIDER: """
melding: codes punt feiten duiding foto: lezen maken wijzigen vervallen
melding: bestuurlijk: maken wijzigen vervallen
melding: verdacht: lezen
melding: groep: lezen wijzigen
melding: *: exporteren importeren
opsporingsverwijzing: *: lezen maken wijzigen vervallen
doorgeefsignaal: *: lezen maken
ronde: *: lezen maken wijzigen vervallen
ronde: medewerker: lezen
jop schouw bevinding gebied interventie: *: lezen maken wijzigen vervallen exporteren
straatkeuze: *: lezen maken wijzigen vervallen
groep: *: lezen maken wijzigen vervallen
raster: aantallen: lezen exporteren
opslag: *: controleren
""",
    Rol.SCHOUWLEIDER: """
schouw: *: lezen maken wijzigen exporteren
bevinding: *: lezen maken wijzigen
jop: punt: lezen
straatkeuze: codes: lezen maken wijzigen vervallen
straatkeuze: feiten: lezen maken wijzigen
raster: aantallen: lezen
opslag: *: controleren
""",
    Rol.BELEID: """
raster melding: aantallen: lezen exporteren
jop schouw interventie gebied: *: lezen
straatkeuze: codes: lezen
""",
    Rol.UITVOERDER: "bevinding: codes punt foto: lezen wijzigen",
    Rol.BEHEERDER: """
account gebied: *: lezen maken wijzigen vervallen
codelijst: *: lezen maken wijzigen
opslag: *: controleren
""",
    Rol.PRIVACY: """
audit: *: lezen exporteren
opslag: *: controleren
""",
}
ALL_BUT_NAME = [group for group in Veldgroep if group is not Veldgroep.MEDEWERKER]


def expected_rights(rol: Rol) -> set[tuple[Entiteit, Veldgroep, Handeling]]:
    rights = set()
    for line in filter(None, AT_BEST[rol].splitlines()):
        things, groups, acts = (part.split() for part in line.split(":"))
        named = ALL_BUT_NAME if groups == ["*"] else [Veldgroep(group) for group in groups]
        rights |= set(product(map(Entiteit, things), named, map(Handeling, acts)))
    return rights


def allowed(rol: Rol, act: Handeling, thing: Entiteit, group: Veldgroep, on: Onderwerp = OWN, reden: str = "") -> bool:
    return may(Actor(f"een {rol}", rol, frozenset({"BU03530007"})), act, thing, group, on, NOW, reden)


def read_melding(rol: Rol, group: Veldgroep, on: Onderwerp, reden: str = "") -> bool:
    return allowed(rol, Handeling.LEZEN, Entiteit.MELDING, group, on, reden)


@pytest.mark.parametrize("rol", Rol)
def test_every_combination_is_as_written_by_hand(rol: Rol) -> None:
    expected = expected_rights(rol)
    wrong = [
        (str(thing), str(group), str(act))
        for thing, group, act in product(Entiteit, Veldgroep, Handeling)
        if allowed(rol, act, thing, group, reden="nazien") is not ((thing, group, act) in expected)
    ]
    assert not wrong


@pytest.mark.parametrize("rol", [Rol.SCHOUWLEIDER, Rol.BELEID, Rol.UITVOERDER, Rol.BEHEERDER, Rol.PRIVACY])
@pytest.mark.parametrize("group", [group for group in Veldgroep if group is not Veldgroep.AANTALLEN])
def test_no_single_melding_for_who_must_not_see_one(rol: Rol, group: Veldgroep) -> None:
    assert not any(allowed(rol, act, Entiteit.MELDING, group, on, "reden") for act in Handeling for on in (OWN, OTHERS))
    assert not any(row.op_toestel for row in RECHTEN if row.rol is rol), "such a device never holds an incident row"


@pytest.mark.parametrize("rol", [Rol.BOA, Rol.JEUGDBOA])
def test_boa_reads_one_year_back_whatever_the_reason(rol: Rol) -> None:
    for group in (V.CODES, V.PUNT, V.FEITEN):
        assert read_melding(rol, group, replace(OTHERS, sinds=NOW - YEAR))
        assert not read_melding(rol, group, replace(OTHERS, sinds=NOW - YEAR - DAY), "onderzoek")
        assert not read_melding(rol, group, replace(OWN, sinds=NOW - YEAR - DAY), "onderzoek")


def test_boa_reads_in_the_own_werkgebied_and_what_is_own_elsewhere() -> None:
    assert read_melding(Rol.BOA, V.CODES, OTHERS)
    assert not read_melding(Rol.BOA, V.CODES, ELSEWHERE)
    assert read_melding(Rol.BOA, V.CODES, replace(ELSEWHERE, eigen=True))
    assert may(Actor("a", Rol.BOA), H.LEZEN, E.MELDING, V.CODES, ELSEWHERE, NOW), "no werkgebied set = the municipality"
    assert read_melding(Rol.JEUGDBOA, V.CODES, ELSEWHERE)


@pytest.mark.parametrize("rol", [Rol.BOA, Rol.JEUGDBOA])
def test_judgement_and_photos_of_others_stay_closed_to_a_boa(rol: Rol) -> None:
    for group in (V.DUIDING, V.FOTO):
        assert read_melding(rol, group, OWN)
        assert not read_melding(rol, group, OTHERS, "nieuwsgierig")


@pytest.mark.parametrize("act", [H.MAKEN, H.WIJZIGEN, H.VERVALLEN])
@pytest.mark.parametrize("rol", [Rol.BOA, Rol.JEUGDBOA])
def test_boa_changes_own_meldingen_only(rol: Rol, act: Handeling) -> None:
    assert allowed(rol, act, E.MELDING, V.CODES)
    assert not allowed(rol, act, E.MELDING, V.CODES, OTHERS)
    assert not allowed(rol, act, E.MELDING, V.BESTUURLIJK)


@pytest.mark.parametrize("group", [V.CODES, V.PUNT, V.FEITEN, V.DUIDING, V.FOTO, V.VERDACHT, V.GROEP])
def test_teamleider_needs_a_reason_beyond_a_year_and_none_helps_beyond_five(group: Veldgroep) -> None:
    assert read_melding(Rol.TEAMLEIDER, group, replace(ELSEWHERE, sinds=NOW - YEAR))
    older = replace(ELSEWHERE, sinds=NOW - YEAR - DAY)
    assert not read_melding(Rol.TEAMLEIDER, group, older)
    assert not read_melding(Rol.TEAMLEIDER, group, older, "   ")
    assert read_melding(Rol.TEAMLEIDER, group, older, "klacht 12")
    assert read_melding(Rol.TEAMLEIDER, group, replace(older, sinds=NOW - 5 * YEAR), "klacht 12")
    assert not read_melding(Rol.TEAMLEIDER, group, replace(older, sinds=NOW - 5 * YEAR - DAY), "klacht 12")


def test_registration_number_is_for_author_and_teamleider_for_a_year() -> None:
    number = Entiteit.OPSPORINGSVERWIJZING
    for rol in Rol:
        assert allowed(rol, H.LEZEN, number, V.ALLES) is (rol in (Rol.BOA, Rol.JEUGDBOA, Rol.TEAMLEIDER))
        assert allowed(rol, H.LEZEN, number, V.ALLES, OTHERS) is (rol is Rol.TEAMLEIDER)
        assert not allowed(rol, H.LEZEN, number, V.ALLES, replace(OWN, sinds=NOW - YEAR - DAY), "reden")
        assert not allowed(rol, H.EXPORTEREN, number, V.ALLES, reden="reden")


def test_name_of_the_officer_is_for_the_officer_for_14_days() -> None:
    fresh, stale = replace(OWN, sinds=NOW - 14 * DAY), replace(OWN, sinds=NOW - 15 * DAY)
    for rol in Rol:
        assert allowed(rol, H.LEZEN, E.RONDE, V.MEDEWERKER, fresh) is (rol in (Rol.BOA, Rol.JEUGDBOA, Rol.TEAMLEIDER))
        assert not allowed(rol, H.LEZEN, E.RONDE, V.MEDEWERKER, replace(fresh, eigen=False))
        assert not allowed(rol, H.LEZEN, E.RONDE, V.MEDEWERKER, stale, "reden")


def test_schouwleider_sees_own_schouwen_and_where_a_jop_is() -> None:
    rol = Rol.SCHOUWLEIDER
    for thing in (E.SCHOUW, E.BEVINDING):
        assert allowed(rol, H.LEZEN, thing, V.ALLES)
        assert not allowed(rol, H.LEZEN, thing, V.ALLES, OTHERS)
    assert allowed(rol, H.LEZEN, E.JOP, V.PUNT, OTHERS)
    assert not allowed(rol, H.LEZEN, E.JOP, V.ALLES)
    assert not allowed(rol, H.LEZEN, E.GROEP, V.ALLES)


def test_uitvoerder_sees_assigned_findings_only() -> None:
    assert allowed(Rol.UITVOERDER, H.WIJZIGEN, E.BEVINDING, V.CODES, replace(OTHERS, toegewezen=True))
    assert not allowed(Rol.UITVOERDER, H.LEZEN, E.BEVINDING, V.CODES, replace(OWN, toegewezen=False))


def test_flagged_text_goes_no_further_than_author_and_teamleider() -> None:
    for rol in Rol:
        assert read_melding(rol, V.VERDACHT, OWN) is (rol in (Rol.BOA, Rol.JEUGDBOA, Rol.TEAMLEIDER))
        assert read_melding(rol, V.VERDACHT, OTHERS) is (rol is Rol.TEAMLEIDER)


def test_group_codes_are_for_jeugdboa_and_teamleider() -> None:
    assert {rol for rol in Rol if read_melding(rol, V.GROEP, OTHERS)} == {Rol.JEUGDBOA, Rol.TEAMLEIDER}
    assert {rol for rol in Rol if has_any(rol, E.GROEP, H.MAKEN)} == {Rol.TEAMLEIDER}


def test_nobody_changes_the_log() -> None:
    assert {row.handeling for row in RECHTEN if row.entiteit is E.AUDIT} == {H.LEZEN, H.EXPORTEREN}


def test_export_and_import_of_meldingen_are_the_teamleiders() -> None:
    assert {rol for rol in Rol if has_any(rol, E.MELDING, H.EXPORTEREN)} == {Rol.TEAMLEIDER, Rol.BELEID}
    assert {rol for rol in Rol if has_any(rol, E.MELDING, H.IMPORTEREN)} == {Rol.TEAMLEIDER}


@pytest.mark.parametrize(
    ("rol", "group", "days"),
    [
        (Rol.BOA, V.FEITEN, 90),
        (Rol.JEUGDBOA, V.CODES, 90),
        (Rol.TEAMLEIDER, V.CODES, 1825),
        (Rol.TEAMLEIDER, V.FEITEN, 90),
    ],
)
def test_how_long_a_device_holds_it(rol: Rol, group: Veldgroep, days: int) -> None:
    terms = {row.op_toestel for row in find_rechten(rol, E.MELDING, group, H.LEZEN)}
    assert terms == {days * DAY}
    assert OWN_EDIT_AFTER_SYNC == DAY


def test_new_thing_has_no_age() -> None:
    assert read_melding(Rol.BOA, V.CODES, Onderwerp())


def test_no_row_is_written_twice() -> None:
    keys = [(row.rol, row.entiteit, row.veldgroep, row.handeling, row.bereik) for row in RECHTEN]
    assert len(set(keys)) == len(keys)
    assert {row.rol for row in RECHTEN} == set(Rol)
    assert {row.bereik for row in RECHTEN} == set(Bereik)


def test_require_says_what_is_missing() -> None:
    def answer(rol: Rol, on: Onderwerp, reden: str = "") -> tuple[str, dict[str, Any]] | None:
        try:
            require(Actor("a", rol), H.LEZEN, E.MELDING, V.CODES, on, NOW, reden)
        except UserError as error:
            return error.code, error.fields
        return None

    older = replace(OTHERS, sinds=NOW - 2 * YEAR)
    assert answer(Rol.TEAMLEIDER, OTHERS) is None
    assert answer(Rol.TEAMLEIDER, older) == ("reden_nodig", {"entiteit": "melding"})
    assert answer(Rol.TEAMLEIDER, older, "klacht") is None
    refusal = ("geen_recht", {"rol": "boa", "handeling": "lezen", "entiteit": "melding"})
    assert answer(Rol.BOA, older) == answer(Rol.BOA, older, "klacht") == refusal


def test_who_leads_a_schouw_sees_what_holds_for_a_street_but_not_why_another_chose_it() -> None:
    leider, thing = Rol.SCHOUWLEIDER, Entiteit.STRAATKEUZE
    for act in (H.LEZEN, H.MAKEN, H.WIJZIGEN, H.VERVALLEN):
        assert allowed(leider, act, thing, V.CODES, OTHERS)
    assert allowed(leider, H.LEZEN, thing, V.FEITEN, OWN)
    assert not allowed(leider, H.LEZEN, thing, V.FEITEN, OTHERS)
    assert not allowed(leider, H.WIJZIGEN, thing, V.FEITEN, OTHERS)
    assert not allowed(Rol.BELEID, H.LEZEN, thing, V.FEITEN, OTHERS)
