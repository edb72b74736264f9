"""The sentences that are no error."""

from __future__ import annotations

import pytest

from boa_app.exchange.rijen import Reden
from boa_app.texts.entry import Zin
from boa_app.texts.zinnen import ZINNEN
from tests.texts.wording import check_pair, check_sentences


@pytest.mark.parametrize("zin", ZINNEN.values(), ids=ZINNEN)
def test_sentence_is_told_as_agreed(zin: Zin) -> None:
    if zin.nl.endswith(": "):  # a prompt that somebody types behind
        assert zin.en.endswith(": ")
        return
    check_pair(zin.nl, zin.en)
    check_sentences(zin.nl)
    check_sentences(zin.en)


def test_every_reason_to_reject_a_row_has_a_sentence() -> None:
    assert {name.removeprefix("afkeur_") for name in ZINNEN if name.startswith("afkeur_")} == {
        str(kind) for kind in Reden
    }
