from __future__ import annotations

from boa_app.domain.roles import Actor, Rol
from boa_app.server.backend import Recordstand, Toegang


def test_access_is_the_same_person_for_the_table_of_rights() -> None:
    toegang = Toegang("GM0353", "acc", "Sam", Rol.BOA, frozenset({"BU03530001"}), "dev", 1)
    assert toegang.actor == Actor("acc", Rol.BOA, frozenset({"BU03530001"}))


def test_a_record_is_named_by_kind_and_uid() -> None:
    stand = Recordstand("melding", "u", "acc", "BU1", "2026", 0, "actief", "", None, None, "")
    assert stand.sleutel == ("melding", "u")
