from __future__ import annotations

import pytest

from boa_app.domain.melding import MELDING_VELDEN
from boa_app.domain.positie import to_log
from boa_app.domain.roles import Entiteit, Veldgroep
from boa_app.domain.velden import OUDER_VELD, SOORTEN, entiteit_of, velden_of, veldgroep_of


def test_every_field_of_a_melding_in_the_log_has_a_group_of_its_own() -> None:
    logged = to_log(dict.fromkeys(MELDING_VELDEN))
    assert set(logged) <= set(velden_of("melding"))
    assert {"lon", "lat", "nauwkeurigheid_m", "plaats_bron"}.isdisjoint(velden_of("melding"))


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_has_fields_and_a_right(soort: str) -> None:
    assert velden_of(soort)
    assert entiteit_of(soort) in Entiteit
    assert OUDER_VELD.get(soort, next(iter(velden_of(soort)))) in velden_of(soort)


def test_what_points_comes_after_what_it_points_to() -> None:
    order = {soort: place for place, soort in enumerate(SOORTEN)}
    assert order["melding"] < order["opsporingsverwijzing"] and order["melding"] < order["foto"]
    assert order["ronde"] < order["bezoek"]


def test_the_words_of_a_flagged_record_need_their_own_right() -> None:
    assert veldgroep_of("melding", "feiten") is Veldgroep.FEITEN
    assert veldgroep_of("melding", "feiten", verdacht=True) is Veldgroep.VERDACHT
    assert veldgroep_of("melding", "duiding", verdacht=True) is Veldgroep.VERDACHT
    assert veldgroep_of("melding", "soort", verdacht=True) is Veldgroep.CODES


def test_the_unknown_is_for_who_may_see_all() -> None:
    assert entiteit_of("raket") is None
    assert velden_of("raket") == {}
    assert veldgroep_of("melding", "nieuw_veld") is Veldgroep.ALLES
