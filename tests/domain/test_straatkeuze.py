"""A choice for a piece of street: its values go over the line and back, and what cannot be a street is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.melding import Status
from boa_app.domain.straatkeuze import (
    MAX_PUNTEN,
    MAX_REDEN,
    STRAATKEUZE_VELDEN,
    Keuze,
    Straatkeuze,
    check_straatkeuze,
)

PAD = Straatkeuze("k1", Keuze.VERPLICHT, "", "4711", ((5.04, 52.02), (5.041, 52.0205)), "achterpad")


def test_the_values_give_the_same_choice_again() -> None:
    values = PAD.to_values()
    assert tuple(values) == STRAATKEUZE_VELDEN
    assert Straatkeuze("k1", Keuze.MAG, "x", "", ()).with_values(values) == PAD
    assert PAD.with_values({"status": "vervallen"}).status is Status.VERVALLEN


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"keuze": "misschien"}, "veld_ongeldig"), ({"lijn": [[1]]}, "veld_ongeldig"), ({"naam": 3}, "veld_ongeldig"),
        ({"lijn": "abc"}, "veld_ongeldig"), ({"kleur": "rood"}, "veld_onbekend"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_by_name(values: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError, match=code) as told:
        PAD.with_values(values)
    assert told.value.fields["veld"] == next(iter(values))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reden": "x" * (MAX_REDEN + 1)}, "straat_tekst_lang"), ({"lijn": ((5.0, 52.0),)}, "straat_lijn_ongeldig"),
        ({"lijn": ((5.0, 52.0), (5.0, 91.0))}, "straat_lijn_ongeldig"),
        ({"lijn": ((5.0, 52.0), (float("nan"), 52.0))}, "straat_lijn_ongeldig"),
        ({"lijn": ((5.0, 52.0),) * (MAX_PUNTEN + 1)}, "straat_lijn_ongeldig"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(change: dict[str, Any], code: str) -> None:
    check_straatkeuze(PAD)
    with pytest.raises(UserError, match=code):
        check_straatkeuze(replace(PAD, **change))
