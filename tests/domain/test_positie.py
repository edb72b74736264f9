"""The position as one value of the op log."""

from __future__ import annotations

from datetime import UTC, datetime

from boa_app.domain.melding import MELDING_VELDEN, Melding
from boa_app.domain.positie import POSITIE, changed_in_log, from_log, to_log
from boa_app.sync.merge import heads, is_conflict
from boa_app.sync.protocol import Change

VALUES = Melding(datetime(2026, 11, 20, tzinfo=UTC), 5.04, 52.02, "HANG").to_values()


def test_there_and_back() -> None:
    logged = to_log(VALUES)
    assert logged[POSITIE] == {"lon": 5.04, "lat": 52.02, "nauwkeurigheid_m": None, "plaats_bron": "kaart"}
    assert "lon" not in logged and "lat" not in logged
    assert from_log({**logged, "bron_sleutel": "x"}, MELDING_VELDEN) == VALUES


def test_moving_east_and_moving_north_are_two_values_of_one_field() -> None:
    east, north = changed_in_log(VALUES, {**VALUES, "lon": 5.05}), changed_in_log(VALUES, {**VALUES, "lat": 52.03})
    assert list(east) == list(north) == [POSITIE]
    create = Change("c", "d1", "u", "melding", "m", "*", to_log(VALUES), (), "1")
    moves = [
        Change(name, name, "u", "melding", "m", POSITIE, value[POSITIE], ("c",), name)
        for name, value in (("a", east), ("b", north))
    ]
    assert is_conflict([create, *moves], POSITIE), "never a mix that neither of the two chose"
    assert {head.change_id for head in heads([create, *moves], POSITIE)} == {"a", "b"}


def test_only_what_differs() -> None:
    assert changed_in_log(VALUES, VALUES) == {}
    assert changed_in_log(VALUES, {**VALUES, "ernst": "2"}) == {"ernst": "2"}
