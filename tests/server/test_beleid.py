from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import OVERAL, Handeling, Onderwerp, Rol, Veldgroep, find_rechten, may
from boa_app.domain.velden import SOORTEN, entiteit_of
from boa_app.server.backend import Toegang, Wijze
from boa_app.server.beleid import Leeswacht, fields_of, leesregels

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GROEPEN = [groep for groep in Veldgroep if groep is not Veldgroep.AANTALLEN]
AGES_D = (0, 13, 15, 89, 91, 364, 366, 1824, 1826)


def toegang(rol: Rol, *buurten: str) -> Toegang:
    return Toegang("GM0353", "sam", "sam", rol, frozenset(buurten) or None, "d", 1)


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("wijze", list(Wijze))
@pytest.mark.parametrize("reden", ["", "klacht"])
def test_the_guard_says_what_the_table_says(rol: Rol, wijze: Wijze, reden: str) -> None:
    who = toegang(rol, "oost")
    wacht = Leeswacht(leesregels(who, NOW, wijze, reden), "sam")
    for soort in SOORTEN:
        entiteit = entiteit_of(soort)
        assert entiteit is not None
        for groep in GROEPEN:
            for age_d in AGES_D:
                for eigenaar, buurt in (
                    ("sam", "west"),
                    ("kim", "oost"),
                    ("kim", "west"),
                    ("kim", OVERAL),
                    ("kim", ""),
                ):
                    sinds = NOW - timedelta(days=age_d)
                    subject = Onderwerp(eigenaar == "sam", buurt, sinds=sinds)
                    asked = "ja" if wijze is Wijze.TOESTEL else reden
                    allowed = may(who.actor, Handeling.LEZEN, entiteit, groep, subject, NOW, asked)
                    if wijze is Wijze.TOESTEL and allowed:
                        terms = [row.op_toestel for row in find_rechten(rol, entiteit, groep, Handeling.LEZEN)]
                        allowed = any(term is None or NOW - sinds <= term for term in terms)
                    found = wacht.may_see(soort, groep, eigenaar, buurt, to_iso(sinds))
                    assert found == allowed, (soort, groep, age_d, eigenaar, buurt)


def test_a_schouwleider_never_gets_a_rule_on_meldingen() -> None:
    for wijze in Wijze:
        rules = leesregels(toegang(Rol.SCHOUWLEIDER), NOW, wijze, "klacht")
        assert not {soort for rule in rules for soort in rule.soorten} & {"melding", "foto", "opsporingsverwijzing"}


def test_the_groups_of_a_record_are_those_that_may_leave() -> None:
    wacht = Leeswacht(leesregels(toegang(Rol.BOA, "oost"), NOW), "sam")
    recent = to_iso(NOW - timedelta(days=1))
    assert wacht.groepen("melding", "kim", "oost", recent) == {"codes", "punt", "feiten"}
    assert wacht.groepen("melding", "kim", "west", recent) == set()
    assert wacht.groepen("melding", "sam", "west", recent) == {"codes", "punt", "feiten", "duiding", "foto", "verdacht"}


def test_the_fields_of_groups() -> None:
    assert fields_of("melding", {"duiding"}) == ("duiding",)
    assert set(fields_of("melding", {"verdacht"})) == {"feiten", "duiding"}
    assert fields_of("jop", {"verdacht"}) == ()
    assert "naam" in fields_of("jop", {"punt"})
    assert from_iso(to_iso(NOW)) == NOW
