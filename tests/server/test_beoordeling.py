from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from boa_app.domain.ids import epoch_ms
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Actor, Rol
from boa_app.server.backend import Recordstand
from boa_app.server.beoordeling import CORRECTIE, GEEN_RECHT, MAX_DEPTH, ONGELDIG, Rechter, check_vorm
from boa_app.server.snijden import split_values
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION, Change
from tests.server.wijzigingen import Maker

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
RECEIVED = NOW - timedelta(days=2)


def maker(account: str = "sam") -> Maker:
    return Maker(lambda: NOW, account, "toestel")


def rechter(rol: Rol = Rol.BOA, account: str = "sam") -> Rechter:
    return Rechter(Actor(account, rol, frozenset({"oost"}) if rol is Rol.BOA else None), NOW)


def stand(eigenaar: str = "sam", entity: str = "melding", **other: Any) -> Recordstand:
    made = Recordstand(entity, "u", eigenaar, "oost", to_iso(NOW - timedelta(days=3)), 0, "actief", "", None, None,
                       to_iso(RECEIVED))  # fmt: skip
    return made._replace(**other)


def may_make(judge: Rechter, change: Change, ouder: Recordstand | None = None) -> str:
    return judge.create(change, split_values(change.entity, change.value), ouder)


def test_what_a_device_makes_is_well_formed() -> None:
    made = maker()
    change = made.melding()
    assert check_vorm(change) == ""
    assert check_vorm(made.edit(change, "soort", "VUUR")) == ""


@pytest.mark.parametrize(
    "other",
    [
        {"change_id": "x"}, {"uid": "U" * 36}, {"entity": "Melding"}, {"entity": "onbekend"}, {"hlc": "1-2-3"},
        {"hlc": "0000000000000-0000-"},
        {"hlc": "\u0661" * 13 + "-0000-toestel"}, {"device": ""}, {"device": "a\x00"}, {"reason": "a\x00b"},
        {"schema_version": 0},
        {"base_change_ids": ("x",)}, {"base_change_ids": ("0" * 8,) * 200}, {"reason": "r" * 2000},
        {"field": "Veld"}, {"field": "a b"}, {"field": ""},
    ],
)  # fmt: skip
def test_what_is_malformed_is_refused(other: dict[str, Any]) -> None:
    made = maker()
    assert check_vorm(replace(made.edit(made.melding(), "soort", "VUUR"), **other)) == ONGELDIG


@pytest.mark.parametrize(
    "value",
    [
        None, "x", [], {"gebeurd_van": "geen tijd"}, {"gebeurd_van": 3}, {"soort": "VUUR"},
        {"gebeurd_van": "2026-11-20T12:00:00Z", "positie": {"lon": 5}},
        {"gebeurd_van": "2026-11-20T12:00:00Z", "A B": 1},
        {"gebeurd_van": "2026-11-20T12:00:00Z", "status": 3},
        {"gebeurd_van": "2026-11-20T12:00:00Z", "soort": "A\x00"},
        {"gebeurd_van": "2026-11-20T12:00:00Z", "incident": "i" * 100},
        {"gebeurd_van": "2026-11-20T12:00:00Z", **{f"v{n}": 1 for n in range(300)}},
    ],
)  # fmt: skip
def test_a_create_of_another_form_is_refused(value: Any) -> None:
    assert check_vorm(replace(maker().melding(), value=value)) == ONGELDIG


def test_a_create_has_no_bases_and_a_photo_has_a_hash() -> None:
    change = maker().melding()
    assert check_vorm(replace(change, base_change_ids=(change.uid,))) == ONGELDIG
    assert check_vorm(maker().create("foto", {"sha256": "nee"})) == ONGELDIG
    assert check_vorm(maker().create("foto", {"sha256": "0" * 64})) == ""


def test_what_a_newer_version_made_is_taken() -> None:
    newer = replace(maker().create("iets_nieuws", {"veld": 1}), schema_version=SCHEMA_VERSION + 1)
    assert check_vorm(newer) == ""
    assert may_make(rechter(), newer) == ""
    assert check_vorm(replace(newer, schema_version=SCHEMA_VERSION)) == ONGELDIG
    extra = maker().melding(nieuw_veld="x")
    assert (check_vorm(extra), may_make(rechter(), extra)) == ("", "")
    edit = replace(maker().edit(extra, "nieuw_veld", "y"), reason="r")
    assert rechter().edit(edit, stand(), epoch_ms(NOW)) == ""
    assert rechter(account="kim").edit(edit, stand(), epoch_ms(NOW)) == GEEN_RECHT


def test_nobody_makes_what_his_role_may_not() -> None:
    assert may_make(rechter(Rol.BOA), maker().melding(feiten="f", duiding="d")) == ""
    assert may_make(rechter(Rol.BOA), maker().melding(groep="G-2026-01")) == GEEN_RECHT
    assert may_make(rechter(Rol.BELEID), maker().melding()) == GEEN_RECHT
    assert may_make(rechter(Rol.BOA), maker().create("jop", {"naam": "J", "status": "actief"})) == GEEN_RECHT
    assert may_make(rechter(Rol.TEAMLEIDER), maker().create("jop", {"naam": "J", "status": "actief"})) == ""
    # His own name on his own ronde is part of it.
    assert may_make(rechter(Rol.BOA), maker().create("ronde", {"begin": to_iso(NOW), "medewerker": "sam"})) == ""


def test_a_photo_changes_the_melding_it_comes_with() -> None:
    foto = maker().create("foto", {"bij": "m", "sha256": "0" * 64})
    assert may_make(rechter(), foto, stand("sam")) == ""
    assert may_make(rechter(), foto, stand("kim")) == GEEN_RECHT
    assert may_make(rechter(Rol.TEAMLEIDER), foto, stand("kim")) == ""
    number = maker().create("opsporingsverwijzing", {"melding": "m", "registratienummer": "1"})
    assert may_make(rechter(), number, stand("kim")) == GEEN_RECHT
    assert may_make(rechter(Rol.TEAMLEIDER), number, stand("kim")) == ""


def test_others_work_is_changed_by_the_team_leader_only() -> None:
    made = maker()
    edit = made.edit(made.melding(), "feiten", "x")
    assert rechter().edit(edit, stand("kim"), epoch_ms(NOW)) == GEEN_RECHT
    assert rechter(Rol.TEAMLEIDER).edit(edit, stand("kim"), epoch_ms(NOW)) == ""


def test_own_work_needs_a_reason_from_a_day_after_it_came() -> None:
    made = maker()
    edit = made.edit(made.melding(), "feiten", "x")
    day = timedelta(hours=24)
    assert rechter().edit(edit, stand(), epoch_ms(RECEIVED + day)) == ""
    # The clocks of device and centre may differ a little.
    assert rechter().edit(edit, stand(), epoch_ms(RECEIVED + day + timedelta(minutes=5))) == ""
    assert rechter().edit(edit, stand(), epoch_ms(RECEIVED + day + timedelta(hours=1))) == CORRECTIE
    assert rechter().edit(replace(edit, reason="verschreven"), stand(), epoch_ms(NOW)) == ""
    assert rechter().edit(replace(edit, reason="  "), stand(), epoch_ms(NOW)) == CORRECTIE
    # Another kind knows no corrections.
    end = replace(edit, entity="ronde", field="einde")
    assert rechter().edit(end, stand(entity="ronde"), epoch_ms(NOW)) == ""


def test_to_let_something_lapse_is_a_right_of_its_own() -> None:
    edit = replace(maker().edit(maker().create("schouw", {}), "status", "vervallen"), entity="schouw")
    assert rechter().edit(edit, stand(entity="schouw"), epoch_ms(NOW)) == GEEN_RECHT
    assert rechter().edit(replace(edit, value="gepland"), stand(entity="schouw"), epoch_ms(NOW)) == ""


def test_an_unknown_kind_of_a_newer_version_may_be_edited_too() -> None:
    edit = replace(maker().edit(maker().create("iets_nieuws", {}), "veld", 1), schema_version=SCHEMA_VERSION + 1)
    assert rechter().edit(edit, stand(entity="iets_nieuws"), epoch_ms(NOW)) == ""
    assert edit.field != CREATE_FIELD


def test_a_value_nobody_could_read_is_refused() -> None:
    made = maker()
    melding = made.melding()
    deep: Any = []
    for _ in range(MAX_DEPTH):
        deep = [deep]
    assert check_vorm(made.edit(melding, "nieuw", deep)) == ONGELDIG
    assert check_vorm(made.edit(melding, "nieuw", {"a": deep[0]})) == ONGELDIG
    assert check_vorm(made.edit(melding, "nieuw", deep[0])) == ""


def test_a_photo_is_not_moved_to_a_melding_of_another() -> None:
    made = maker()
    photo = made.create("foto", {"sha256": "0" * 64, "bij": "m"})
    moved = made.edit(photo, "bij", "m2")
    own = stand(entity="foto")
    assert rechter().edit(moved, own, epoch_ms(NOW), stand("kim")) == GEEN_RECHT
    assert rechter().edit(moved, own, epoch_ms(NOW), stand()) == ""
    assert rechter(Rol.TEAMLEIDER).edit(moved, own, epoch_ms(NOW), stand("kim")) == ""
