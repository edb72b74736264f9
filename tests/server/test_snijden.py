from __future__ import annotations

import json
from typing import Any

import pytest

from boa_app.domain.roles import Veldgroep
from boa_app.server.snijden import dump, parts_of, row_groep, split_values
from boa_app.sync.protocol import CREATE_FIELD, Change


def change(veld: str, value: Any, entity: str = "melding") -> Change:
    return Change("c", "d", "acc", entity, "u", veld, value, (), "0000000000000-0000-d")


def cut(value: dict[str, Any], *, verdacht: bool = False, entity: str = "melding") -> dict[str, Any]:
    made = change(CREATE_FIELD, value, entity)
    parts = parts_of(made, split_values(entity, value), verdacht)
    return {groep: json.loads(text) for groep, text in parts}


def test_a_create_is_cut_along_the_groups_of_rights() -> None:
    assert cut({"soort": "VUUR", "feiten": "f", "duiding": "d", "plaats": "Plein", "positie": {"lon": 5}}) == {
        "codes": {"soort": "VUUR"}, "feiten": {"feiten": "f"}, "duiding": {"duiding": "d"},
        "punt": {"plaats": "Plein", "positie": {"lon": 5}},
    }  # fmt: skip


@pytest.mark.parametrize("empty", ["", [], None, False])
def test_a_group_in_which_nothing_is_said_is_left_out(empty: Any) -> None:
    assert cut({"soort": "VUUR", "duiding": empty, "groep": empty}) == {"codes": {"soort": "VUUR"}}


@pytest.mark.parametrize("said", [0, 0.0, "x", True, [0]])
def test_zero_says_something(said: Any) -> None:
    assert "duiding" in cut({"soort": "VUUR", "duiding": said})


def test_codes_stay_and_a_create_without_fields_is_one_row() -> None:
    assert cut({"status": ""}) == {"codes": {"status": ""}}
    assert cut({}) == {"codes": {}}
    assert cut({"feiten": ""}) == {"codes": {}}


def test_flagged_texts_come_under_their_own_right_in_a_row_each() -> None:
    value = {"soort": "VUUR", "feiten": "f", "duiding": "d", "tekst_verdacht": True}
    parts = parts_of(change(CREATE_FIELD, value), split_values("melding", value), True)
    assert sorted(parts) == sorted(
        [("codes", dump({"soort": "VUUR", "tekst_verdacht": True})), ("verdacht", '{"feiten":"f"}'),
         ("verdacht", '{"duiding":"d"}')]
    )  # fmt: skip
    assert parts_of(change("feiten", "g"), {}, True) == [("verdacht", '"g"')]
    assert parts_of(change("feiten", "g"), {}, False) == [("feiten", '"g"')]


def test_what_this_version_does_not_know_falls_under_the_right_on_everything() -> None:
    assert cut({"soort": "VUUR", "nieuw_veld": 1}) == {"codes": {"soort": "VUUR"}, "alles": {"nieuw_veld": 1}}
    assert row_groep("iets_nieuws", "veld", False) == Veldgroep.ALLES
    assert row_groep("melding", "", False) == Veldgroep.CODES
