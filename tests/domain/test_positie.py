"""A position travels whole: one value in the log, so that a merge never mixes two places."""

from __future__ import annotations

from datetime import UTC, datetime

from boa_app.domain.melding import MELDING_VELDEN, Melding
from boa_app.domain.positie import POSITIE, POSITIE_VELDEN, changed_in_log, to_log

VALUES = Melding(datetime(2026, 11, 20, tzinfo=UTC), 5.04, 52.02, "HANG").to_values()


def test_parts_are_fields_of_a_melding_and_the_whole_is_not() -> None:
    assert set(POSITIE_VELDEN) <= set(MELDING_VELDEN)
    assert POSITIE not in MELDING_VELDEN


def test_log_holds_the_position_as_one_value_and_the_rest_as_it_is() -> None:
    logged = to_log(VALUES)
    assert logged[POSITIE] == {"lon": 5.04, "lat": 52.02, "nauwkeurigheid_m": None, "plaats_bron": "kaart"}
    assert {name: value for name, value in logged.items() if name != POSITIE} == {
        name: value for name, value in VALUES.items() if name not in POSITIE_VELDEN
    }


def test_moving_one_coordinate_changes_the_whole_position() -> None:
    moved = VALUES | {"lon": 5.05}
    assert changed_in_log(VALUES, moved) == {POSITIE: to_log(moved)[POSITIE]}


def test_other_fields_change_one_by_one() -> None:
    assert changed_in_log(VALUES, VALUES | {"ernst": "2", "plaats": "Plein"}) == {"ernst": "2", "plaats": "Plein"}
    assert changed_in_log(VALUES, VALUES) == {}
    assert to_log({}) == {}
