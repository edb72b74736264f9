"""The two lower bounds of a passphrase."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.wachtwoord import MIN_PASSPHRASE, MIN_WACHTWOORD, check_wachtwoord


@pytest.mark.parametrize(("voorbeeld", "least"), [(False, 12), (True, 8)])
def test_one_character_less_is_too_short(voorbeeld: bool, least: int) -> None:
    check_wachtwoord("é" * least, voorbeeld=voorbeeld)
    with pytest.raises(UserError) as caught:
        check_wachtwoord("é" * (least - 1), voorbeeld=voorbeeld)
    assert (caught.value.code, caught.value.fields) == ("wachtwoord_te_kort", {"min": least})


def test_what_is_chosen_in_the_window_is_never_refused_by_the_store() -> None:
    assert MIN_WACHTWOORD > MIN_PASSPHRASE
