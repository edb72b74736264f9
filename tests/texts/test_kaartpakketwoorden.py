"""Words about kaartpakketten: every part, step and reason has one, in both languages."""

from __future__ import annotations

from boa_app.mapdata.onderdelen import PARTS
from boa_app.mapdata.wegregels import Reden
from boa_app.texts.catalogue import label, sentence
from boa_app.texts.kaartpakketwoorden import LABELS, ONDERDEEL
from boa_app.usecases.kaartpakketwerk import CONTROLE, DELEN


def test_every_part_and_step_has_a_word() -> None:
    assert {*PARTS, *DELEN, CONTROLE} <= set(ONDERDEEL)


def test_every_reason_has_a_word() -> None:
    assert set(LABELS["overgeslagen"]) == {str(reason) for reason in Reden}


def test_two_parts_in_one_sentence_both_get_their_word() -> None:
    assert label("ander", "omtrek") == "gemeentegrens"
    told = sentence("onderdeel_elders", onderdeel="straten", ander="omtrek")
    assert told.startswith("Straten ligt ergens anders dan gemeentegrens.")
