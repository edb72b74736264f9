"""Heads, the value that is shown, and what counts as a conflict: in any order of arrival."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from boa_app.sync.merge import heads, is_conflict, value_of
from boa_app.sync.protocol import CREATE_FIELD, Change


def change(change_id: str, field: str, value: Any, bases: tuple[str, ...] = (), clock: int = 0) -> Change:
    return Change(change_id, "toestel", "boa", "melding", "m", field, value, bases, f"{clock:013d}-0000-toestel")


MADE = change("c0", CREATE_FIELD, {"ernst": "1", "plaats": "Plein"}, clock=1)


def ids(changes: list[Change], field: str) -> list[str]:
    return [head.change_id for head in heads(changes, field)]


def test_created_field_has_its_create_change_as_head() -> None:
    assert ids([MADE], "ernst") == ["c0"]
    assert ids([MADE], "resultaat") == []
    assert value_of(MADE, "ernst") == "1"
    assert not is_conflict([MADE], "resultaat")


def test_edit_follows_the_create_and_leaves_other_fields_alone() -> None:
    edit = change("c1", "ernst", "2", ("c0",), 2)
    assert ids([edit, MADE], "ernst") == ["c1"]
    assert ids([edit, MADE], "plaats") == ["c0"]
    assert value_of(edit, "ernst") == "2"
    assert not is_conflict([MADE, edit], "ernst")


def test_two_edits_of_one_base_conflict_and_the_newest_clock_is_shown() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "3", ("c0",), 3)
    assert ids([MADE, mine, theirs], "ernst") == ["c2", "c1"]
    assert is_conflict([MADE, mine, theirs], "ernst")


def test_equal_values_are_no_conflict() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "2", ("c0",), 3)
    assert len(heads([MADE, mine, theirs], "ernst")) == 2
    assert not is_conflict([MADE, mine, theirs], "ernst")


def test_other_fields_do_not_conflict() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "plaats", "Kade", ("c0",), 3)
    assert not any(is_conflict([MADE, mine, theirs], field) for field in ("ernst", "plaats"))


def test_choosing_names_all_heads_and_ends_the_conflict() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "3", ("c0",), 3)
    chosen = change("c3", "ernst", "2", ("c1", "c2"), 4)
    assert ids([MADE, mine, theirs, chosen], "ernst") == ["c3"]


def test_an_edit_during_the_choice_conflicts_again() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "3", ("c0",), 3)
    chosen, late = change("c3", "ernst", "2", ("c1", "c2"), 4), change("c4", "ernst", "4", ("c2",), 5)
    assert ids([MADE, mine, theirs, chosen, late], "ernst") == ["c4", "c3"]


def test_equal_clocks_are_settled_by_id() -> None:
    mine, theirs = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "3", ("c0",), 2)
    assert ids([theirs, MADE, mine], "ernst") == ids([mine, MADE, theirs], "ernst") == ["c2", "c1"]


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """One record edited on several devices, each edit based on any changes made before it."""
    made = [MADE]
    for number in range(1, draw(st.integers(1, 8))):
        field = draw(st.sampled_from(["ernst", "plaats"]))
        known = [c.change_id for c in made if c.field in (field, CREATE_FIELD)]
        bases = draw(st.lists(st.sampled_from(known), min_size=1, unique=True).map(tuple))
        made.append(change(f"c{number}", field, draw(st.sampled_from("123")), bases, draw(st.integers(1, 5))))
    return made


@given(histories(), st.randoms())
def test_every_device_sees_the_same_whatever_the_order(history: list[Change], random: Any) -> None:
    shuffled = history[:]
    random.shuffle(shuffled)
    for field in ("ernst", "plaats"):
        assert heads(shuffled, field) == heads(history, field)
        assert heads(history + shuffled, field)[0] == heads(history, field)[0], "repeating is harmless"
        assert is_conflict(shuffled, field) == is_conflict(history, field)
        assert heads(history, field), "a field that was set never loses its value"
