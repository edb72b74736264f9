"""The settings of a centre, on both back ends."""

from __future__ import annotations

import pytest

from boa_app.server.backend import Backend
from boa_app.server.instellingen import is_ingericht, read_extra, read_instellingen, write_extra, write_instelling
from tests.server.identiteit import GEMEENTE, maak_centrum


def test_settings_are_of_one_municipality(backend: Backend) -> None:
    assert not is_ingericht(backend.db("GM0353"))
    maak_centrum(backend.db("GM0353"))
    assert is_ingericht(backend.db("GM0353"))
    assert not is_ingericht(backend.db("GM0344"))
    assert read_instellingen(backend.db("GM0353")).gemeente_naam == GEMEENTE.naam


def test_a_setting_is_replaced_and_others_stay(backend: Backend) -> None:
    db = maak_centrum(backend.db("GM0353")).db
    before = read_instellingen(db)
    write_instelling(db, "gemeente_naam", "Ander")
    assert read_instellingen(db).gemeente_naam == "Ander"
    assert read_instellingen(db).centrale == before.centrale
    assert read_extra(db, "iets") == ""
    write_extra(db, "iets", "1")
    write_extra(db, "iets", "2")
    assert read_extra(db, "iets") == "2"


def test_neither_kind_can_be_taken_for_the_other(backend: Backend) -> None:
    db = maak_centrum(backend.db("GM0353")).db
    with pytest.raises(KeyError):
        write_instelling(db, "iets", "1")
    with pytest.raises(KeyError):
        write_extra(db, "geheim", "1")
