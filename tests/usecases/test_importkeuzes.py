"""Choices: the same in the window, in the store and in a columns file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.kolommen import Kolomwijzer
from boa_app.usecases.importkeuzes import Keuzes, keuzes_from_json, wijzer_of

_WORDS = st.text(max_size=5)
_MAPS = st.dictionaries(_WORDS, _WORDS, max_size=3)


@given(st.builds(Keuzes, _MAPS, _MAPS, _MAPS, st.frozensets(_WORDS, max_size=3), _WORDS, _WORDS))
def test_kept_as_they_were(keuzes: Keuzes) -> None:
    assert keuzes_from_json(json.loads(json.dumps(keuzes.to_json()))) == keuzes


def test_as_the_readers_want_them() -> None:
    told = {
        "werkblad": "B", "codering": "cp1252", "scheidingsteken": ";", "kopregel": "4", "volgorde": "maand_eerst",
        "getallen": "komma", "stelsel": "rd", "assen": "lat_lon",
    }  # fmt: skip
    assert wijzer_of(Keuzes(told, {"datum": "D", "id": ""}, {"x": "HANG"}, frozenset({"kolommen"}))) == Kolomwijzer(
        {"datum": "D", "id": ""}, {"x": "HANG"}, ";", "cp1252", Volgorde.MAAND_EERST, 4, "B", "komma", "rd", "lat_lon",
        frozenset({*told, "kolommen"}),
    )  # fmt: skip
    assert wijzer_of(Keuzes()) == Kolomwijzer()
    confirmed = wijzer_of(Keuzes({"volgorde": "reeksgetal"}))
    assert (confirmed.volgorde, confirmed.bevestigd) == (Volgorde.REEKS, {"volgorde"})


@pytest.mark.parametrize(
    "keuzes",
    [
        Keuzes({"onzin": "x"}), Keuzes({"stelsel": "utm"}), Keuzes({"kopregel": "vier"}),
        Keuzes({"volgorde": "week_eerst"}), Keuzes(kolommen={"bsn": "A"}),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_refused(keuzes: Keuzes) -> None:
    with pytest.raises(UserError) as caught:
        wijzer_of(keuzes)
    assert caught.value.code == "keuze_ongeldig"
