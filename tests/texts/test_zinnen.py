"""The sentences that are no error."""

from __future__ import annotations

import pytest

from boa_app.texts.entry import Zin
from boa_app.texts.zinnen import ZINNEN
from tests.texts.wording import check_pair, check_sentences


@pytest.mark.parametrize("zin", ZINNEN.values(), ids=ZINNEN)
def test_sentence_is_told_as_agreed(zin: Zin) -> None:
    check_pair(zin.nl, zin.en)
    check_sentences(zin.nl)
    check_sentences(zin.en)
