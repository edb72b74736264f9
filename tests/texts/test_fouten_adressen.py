"""Every error about addresses and borders in three parts and two languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boa_app.texts.entry import Fout
from boa_app.texts.fouten_adressen import FOUTEN
from tests.texts.wording import check_pair, check_sentences

MAPDATA = Path(__file__).resolve().parents[2] / "boa_app" / "mapdata"


@pytest.mark.parametrize("fout", FOUTEN.values(), ids=FOUTEN)
def test_error_is_told_as_agreed(fout: Fout) -> None:
    for nl, en in zip(fout.nl, fout.en, strict=True):
        check_pair(nl, en)
    for part in (*fout.nl, *fout.en):
        check_sentences(part)


def test_every_code_that_is_raised_has_its_sentence_and_the_other_way_round() -> None:
    modules = [
        *MAPDATA.glob("adres*.py"),
        *(MAPDATA / f"{name}.py" for name in ("bag", "geobestand", "grenzen", "ligging")),
    ]
    text = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    raised = set(re.findall(r'"((?:adressen|geobestand|grenzen|ligging)_\w+)"', text))
    assert raised - {"adressen_straat", "adressen_postcode"} == set(FOUTEN)
