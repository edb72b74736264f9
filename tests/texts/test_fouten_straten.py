"""Every error of street files and networks in three parts and two languages."""

from __future__ import annotations

import pytest

from boa_app.texts.entry import Fout
from boa_app.texts.fouten_straten import FOUTEN
from tests.texts.wording import check_pair, check_sentences


@pytest.mark.parametrize("fout", FOUTEN.values(), ids=FOUTEN)
def test_error_is_told_as_agreed(fout: Fout) -> None:
    for nl, en in zip(fout.nl, fout.en, strict=True):
        check_pair(nl, en)
    for part in (*fout.nl, *fout.en):
        check_sentences(part)
