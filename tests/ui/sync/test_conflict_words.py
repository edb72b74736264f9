"""Conflicts in words: whose, when, what, and never an empty tile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from boa_app.ui.sync.conflict_words import ConflictWords
from boa_app.usecases.conflicten import ConflictKaart, ConflictVeld
from tests.ui.small_store import load_lists
from tests.ui.sync import beelden

WORDS = ConflictWords(load_lists(), "nl", lambda lon, lat: beelden.STREETS.get((lon, lat), ""))


def test_one_record_with_its_columns() -> None:
    told = WORDS.conflict(beelden.FIRST, beelden.NOW)
    assert told.titel == "melding van 18-11-2026 om 21:05, vuurwerk, Plein"
    assert [(kolom.kop, kolom.meta, kolom.eigen) for kolom in told.kolommen] == [
        ("Mijn", "u, wo 18-11 om 21:52, dit apparaat", True),
        ("Hun", "collega, wo 18-11 om 22:03", False),
    ]
    ernst, groep, plaats = told.velden
    assert [(side.text, side.bars, side.note, side.meta) for side in ernst.zijden] == [
        ("3 fors", 3, "", ""), ("2 hinderlijk", 2, "nu getoond", ""),
    ]  # fmt: skip
    assert groep.naam == "Groepsgrootte"
    assert (plaats.naam, plaats.note) == ("Plaats", "23\u00a0m verschil")
    assert [(zijde.letter, zijde.naam) for zijde in plaats.plaatsen] == [("M", "Mijn: Voorstraat"), ("H", "Hun: Plein")]


def test_other_moments_stand_with_their_own_field() -> None:
    late = replace(beelden.FIRST.velden[0].waarden[0], moment=beelden.NOW)
    first = replace(beelden.FIRST.velden[0], waarden=(late, beelden.FIRST.velden[0].waarden[1]))
    told = WORDS.conflict(replace(beelden.FIRST, velden=(first, beelden.FIRST.velden[1])), beelden.NOW)
    assert told.kolommen == ()
    assert told.velden[0].zijden[0].meta == "u, vr 20-11 om 21:50, dit apparaat"
    assert told.velden[1].zijden[1].meta == "collega, wo 18-11 om 22:03"


def test_two_devices_of_one_person_and_a_third_side() -> None:
    here = beelden.waarde("a", "1", mine=True, shown=False)
    there = replace(beelden.waarde("b", "2", mine=True, shown=False), dit_apparaat=False)
    other = beelden.waarde("c", "3", mine=False, shown=True)
    field = ConflictVeld("u:ernst", "ernst", (here, there, other))
    told = WORDS.conflict(ConflictKaart("melding", "u", (field,)), beelden.NOW)
    assert [kolom.kop for kolom in told.kolommen] == ["Mijn", "Mijn, ander apparaat", "Hun, 2"]
    spot = tuple(replace(one, waarde={"lon": 5.0 + n, "lat": 52.0}) for n, one in enumerate((here, there, other)))
    told = WORDS.conflict(ConflictKaart("melding", "u", (ConflictVeld("u:positie", "positie", spot),)), beelden.NOW)
    assert [zijde.letter for zijde in told.velden[0].plaatsen] == ["M", "2", "H"]


@pytest.mark.parametrize(
    ("veld", "value", "text"),
    [
        ("positie", {"lon": 4.1, "lat": 52.5}, "52,50000 4,10000"),
        ("maatregelen", ["AANSPR", "WEG"], "Aangesproken, Verzocht te gaan"),
        ("maatregelen", [], "leeg"),
        ("fotos", ["a", "b"], "2 foto's"),
        ("met_collega", True, "ja"),
        ("met_collega", False, "nee"),
        ("feiten", "", "leeg"),
        ("ringen", [[1, 2]], "1 deel"),
        ("ringen", [[1], [2]], "2 delen"),
        ("onbekend_veld", None, "leeg"),
    ],
)
def test_every_value_is_told(veld: str, value: Any, text: str) -> None:
    assert WORDS.value(veld, value) == text


def test_a_field_one_may_not_choose_says_so() -> None:
    field = replace(beelden.FIRST.velden[0], mag_kiezen=False)
    told = WORDS.conflict(replace(beelden.FIRST, velden=(field,)), beelden.NOW)
    assert not told.velden[0].is_open
    assert told.velden[0].note == "Alleen wie mag wijzigen, kiest"


def test_a_record_without_a_moment_goes_by_its_name() -> None:
    kaart = ConflictKaart("gebied", "g", (beelden.veld("naam", "A", "B"),), naam="Camera Plein")
    assert WORDS.record(kaart, beelden.NOW) == "gebied, Camera Plein"
    old = WORDS.at(beelden.MINE_AT.replace(year=2025), beelden.NOW)
    assert old == "18-11-2025 om 21:52"
