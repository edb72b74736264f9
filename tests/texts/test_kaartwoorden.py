"""The words on maps that go out: two languages, the same fields, all of them used."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.texts.entry import Zin
from boa_app.texts.kaartwoorden import WOORDEN, kaartwoord
from tests.texts.wording import check_pair

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("zin", WOORDEN.values(), ids=WOORDEN)
def test_both_languages_say_the_same(zin: Zin) -> None:
    check_pair(zin.nl, zin.en)


def test_fields_are_filled_in() -> None:
    assert kaartwoord("kaart_titel", gemeente="Lopik") == "Meldingen jeugdoverlast, Lopik"
    assert kaartwoord("kaart_schaal", "en", schaal="{schaal}") == "Scale about 1 : {schaal}"
    with pytest.raises(KeyError):
        kaartwoord("kaart_titel")


def test_every_word_is_used() -> None:
    code = (ROOT / "boa_app" / "usecases" / "kaarttekst.py").read_text(encoding="utf-8")
    assert not [name for name in WOORDEN if f'"{name}"' not in code]
