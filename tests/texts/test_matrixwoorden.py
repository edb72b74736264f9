"""The words of the matrix."""

from __future__ import annotations

import pytest

from boa_app.texts.entry import Zin
from boa_app.texts.matrixwoorden import WOORDEN, matrixwoord
from tests.texts.wording import check_pair


@pytest.mark.parametrize("zin", WOORDEN.values(), ids=WOORDEN)
def test_both_languages_say_the_same(zin: Zin) -> None:
    check_pair(zin.nl, zin.en)


def test_fields_are_filled_in() -> None:
    assert matrixwoord("hooguit", termijn="5 jaar") == "hooguit 5 jaar oud"
    assert matrixwoord("hooguit", "en", termijn="5 years") == "at most 5 years old"
    with pytest.raises(KeyError):
        matrixwoord("hooguit")
