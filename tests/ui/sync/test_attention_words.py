"""Refusals and pairs in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from boa_app.ui.sync.attention_words import AttentionWords
from boa_app.ui.sync.conflict_words import ConflictWords
from tests.ui.small_store import load_lists
from tests.ui.sync import beelden

WORDS = AttentionWords(ConflictWords(load_lists(), "nl", lambda _lon, _lat: ""), "nl")


def test_a_refused_change_tells_what_why_and_what_now() -> None:
    assert WORDS.rejected_name(beelden.REJECTED) == "Geweigerd: wijziging van 17-11"
    told = WORDS.rejected(beelden.REJECTED, beelden.NOW)
    lines = dict(told.regels)
    assert lines["Wat u vastlegde"] == "Ernst: Fors"
    assert lines["Wat nu geldt"] == "Hinderlijk"
    assert lines["Waarom geweigerd"] == WORDS.why(beelden.REJECTED)
    assert told.titel == "melding van 15-11-2026 om 21:00, rondhangen, Plein"
    assert told.doen.startswith("Een correctie met een reden")


def test_a_whole_melding_that_was_refused() -> None:
    refused = replace(beelden.REJECTED, veld="*", waarde={}, nu=None, code="geen_recht", mag_correctie=False)
    assert WORDS.rejected_name(refused) == "Geweigerd: melding van 17-11"
    told = WORDS.rejected(refused, beelden.NOW)
    assert dict(told.regels)["Wat u vastlegde"] == "de hele melding"
    assert dict(told.regels)["Wat nu geldt"] == "niets, dit staat niet bij de centrale"
    assert told.doen.startswith("Laat los:")
    assert not told.mag_correctie
    lines = dict(told.regels)
    assert lines["Waarom geweigerd"] == WORDS.why(refused) == "Uw rol mag dit niet bij de centrale."
    assert lines["Wat veilig is"] == "De wijziging staat nog op dit apparaat."


def test_a_refused_thing_that_is_no_melding_has_its_own_word() -> None:
    refused = replace(beelden.REJECTED, entity="ronde", veld="*", waarde={}, nu=None, soort="", moment=None, plaats="")
    assert WORDS.rejected_name(refused) == "Geweigerd: ronde van 17-11"
    assert dict(WORDS.rejected(refused, beelden.NOW).regels)["Wat u vastlegde"] == "ronde"


def test_a_pair_side_by_side() -> None:
    assert WORDS.pair_meta(beelden.PAIR) == "Plein 21:52, ook door een collega gemeld"
    told = WORDS.pair(beelden.PAIR, beelden.NOW)
    assert told.titel == "Ze liggen 31\u00a0m en 12 minuten uit elkaar."
    assert (told.een, told.ander) == ("a", "b")
    assert ("Plaats", "Plein", "zonder naam") in told.regels
    assert [kolom.kop for kolom in told.kolommen] == ["Uw melding", "Melding van een collega"]
    assert [zijde.letter for zijde in told.plaatsen] == ["M", "H"]


def test_two_of_colleagues_are_numbered() -> None:
    pair = replace(
        beelden.PAIR, een=replace(beelden.PAIR.een, eigen=False),
        ander=replace(beelden.PAIR.ander, moment=beelden.PAIR.een.moment + timedelta(minutes=1)),
    )  # fmt: skip
    told = WORDS.pair(pair, beelden.NOW)
    assert [zijde.letter for zijde in told.plaatsen] == ["1", "2"]
    assert told.titel.endswith("en 1 minuut uit elkaar.")
    at_once = replace(pair, ander=replace(pair.ander, moment=pair.een.moment))
    assert WORDS.pair(at_once, beelden.NOW).titel.endswith("uit elkaar, in dezelfde minuut.")
