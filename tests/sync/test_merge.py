"""Heads, the value that is shown, and what counts as a conflict: in any order of arrival."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.sync.merge import (
    canonical,
    compact,
    conflicts,
    heads,
    is_conflict,
    rebase,
    record_values,
    unite,
    value_of,
    winner,
    without_refused,
)
from boa_app.sync.protocol import CREATE_FIELD, Change


def change(change_id: str, field: str, value: Any, bases: tuple[str, ...] = (), clock: int = 0) -> Change:
    return Change(change_id, "toestel", "boa", "melding", "m", field, value, bases, f"{clock:013d}-0000-toestel")


FIELDS = ("ernst", "plaats", "duiding")
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
        field = draw(st.sampled_from(FIELDS))
        known = [c.change_id for c in made if c.field in (field, CREATE_FIELD)]
        # A field whose key was left out of the create on that device has no heads there: no bases at all.
        bases = draw(st.lists(st.sampled_from(known), unique=True).map(tuple))
        made.append(change(f"c{number}", field, draw(st.sampled_from("123")), bases, draw(st.integers(1, 5))))
    return made


@st.composite
def honest_histories(draw: st.DrawFn) -> list[Change]:
    """Like histories, and every edit names all heads its device knew: what the program really makes."""
    made = [MADE]
    for number in range(1, draw(st.integers(1, 10))):
        field = draw(st.sampled_from(FIELDS))
        known = made[: draw(st.integers(1, len(made)))]
        bases = tuple(head.change_id for head in heads(known, field))
        made.append(change(f"c{number}", field, draw(st.sampled_from("123")), bases, draw(st.integers(1, 5))))
    return made


def shown(changes: list[Change]) -> tuple[dict[str, Any], dict[str, list[str]], tuple[str, ...]]:
    return record_values(changes), {field: ids(changes, field) for field in FIELDS}, conflicts(changes)


@given(histories(), st.randoms())
def test_every_device_sees_the_same_whatever_the_order(history: list[Change], random: Any) -> None:
    shuffled = history[:]
    random.shuffle(shuffled)
    assert shown(shuffled) == shown(history)
    assert shown(history + shuffled) == shown(history), "repeating is harmless"
    assert all(winner(history, field) for field in ("ernst", "plaats")), "a field that was set never loses its value"


@given(histories())
def test_a_first_state_shows_what_the_whole_history_shows(history: list[Change]) -> None:
    small = compact(history)
    assert shown(small) == shown(history)
    assert compact(small) == small
    assert small[0].field == CREATE_FIELD, "the record exists by its create"
    assert len({c.change_id for c in small}) == len(small)


@given(honest_histories(), st.data())
def test_what_comes_after_a_first_state_merges_as_in_the_whole_history(
    history: list[Change], data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from(FIELDS))
    seen = history[: data.draw(st.integers(1, len(history)))]
    late = change(
        "laat", field, "9", tuple(head.change_id for head in heads(seen, field)), data.draw(st.integers(1, 6))
    )
    assert shown([*compact(history), late]) == shown([*history, late])


@given(honest_histories(), st.sets(st.sampled_from(FIELDS)))
def test_a_create_without_some_keys_makes_no_false_conflict(history: list[Change], hidden: set[str]) -> None:
    partial = [replace(c, value={k: v for k, v in c.value.items() if k not in hidden}) if c is MADE else c
               for c in history]  # fmt: skip
    for field in FIELDS:
        edits = [c for c in history if c.field == field]
        assert is_conflict(partial, field) == is_conflict(history, field)
        if edits:
            assert heads(partial, field) == heads(edits, field)
    assert unite([*partial, *history]) == history, "the missing keys come with the wider right"


@given(honest_histories())
def test_a_conflict_is_two_heads_with_other_values_and_nothing_else(history: list[Change]) -> None:
    for field in FIELDS:
        edits = [c for c in history if c.field == field]
        below = {c.change_id: ancestors(c, history) for c in edits}
        apart = [
            (a, b) for a in edits for b in edits
            if a.value != b.value and not any(a.change_id in below[x] or b.change_id in below[x] for x in below)
        ]  # fmt: skip
        assert is_conflict(history, field) == bool(apart)
        assert (field in conflicts(history)) == bool(apart)


def ancestors(of: Change, history: list[Change]) -> set[str]:
    by_id = {c.change_id: c for c in history}
    found, waiting = set[str](), list(of.base_change_ids)
    while waiting:
        base = waiting.pop()
        if base not in found:
            found.add(base)
            waiting.extend(by_id[base].base_change_ids)
    return found


@given(honest_histories())
def test_naming_all_heads_ends_every_conflict(history: list[Change]) -> None:
    for number, field in enumerate(conflicts(history)):
        found = heads(history, field)
        history = [*history, change(f"keus{number}", field, value_of(found[-1], field), tuple(ids(history, field)))]
    assert conflicts(history) == ()


@given(honest_histories(), st.data())
def test_a_refused_change_never_was(history: list[Change], data: st.DataObject) -> None:
    """The heads are those of the same history in which the refused edits were only looked through."""
    edits = [c for c in history if c is not MADE]
    refused = {c.change_id: c.base_change_ids for c in edits if data.draw(st.booleans())}
    counting = without_refused(history, refused)
    assert [c.change_id for c in counting] == [c.change_id for c in history if c.change_id not in refused]
    for c in counting:
        assert not set(c.base_change_ids) & set(refused)
        assert set(c.base_change_ids) <= ancestors(next(h for h in history if h.change_id == c.change_id), history)
    for field in FIELDS:
        kept = {c.change_id for c in counting if c.field == field}
        covered = {a for c in history if c.change_id in kept for a in ancestors(c, history)}
        if kept:
            assert set(ids(counting, field)) == kept - covered


def test_rebase_follows_chains_and_names_nothing_twice() -> None:
    refused = {"c2": ("c1", "x"), "c3": ("c2", "x"), "ring": ("ring", "z")}
    assert rebase(("c3", "c1"), refused) == ("c1", "x")
    assert rebase(("ring",), refused) == ("z",)
    assert rebase((), refused) == ()


def test_what_stands_on_a_refused_change_is_no_conflict_with_what_that_stood_on() -> None:
    taken, refused = change("c1", "ernst", "2", ("c0",), 2), change("c2", "ernst", "3", ("c1",), 3)
    after = change("c3", "ernst", "4", ("c2",), 4)
    counting = without_refused([MADE, taken, refused, after], {"c2": ("c1",)})
    assert not is_conflict(counting, "ernst")
    assert record_values(counting)["ernst"] == "4"


def test_unknown_bases_are_harmless() -> None:
    edit = change("c1", "ernst", "2", ("nooit gezien",), 2)
    assert ids([MADE, edit], "ernst") == ["c1"]


def test_an_edit_without_bases_stands_on_the_create() -> None:
    """At the centre an empty text is no part of the create, so who edits it there knows no head to name."""
    made = change("c0", CREATE_FIELD, {"duiding": ""})
    edit = change("c1", "duiding", "onrust", (), 2)
    assert ids([made, edit], "duiding") == ["c1"]
    assert not is_conflict([made, edit], "duiding")


def test_changes_that_name_each_other_do_not_hide_the_value() -> None:
    ring = [change("c1", "ernst", "2", ("c2",), 2), change("c2", "ernst", "3", ("c1",), 3)]
    assert ids([MADE, *ring], "ernst") == ["c2", "c1"]
    assert shown(compact([MADE, *ring])) == shown([MADE, *ring])


def test_no_winner_of_a_field_nobody_set() -> None:
    assert winner([MADE], "resultaat") is None
    found = winner([MADE], "ernst")
    assert found is not None and found.change_id == "c0"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [(2, 2.0, True), (1, True, False), (0, False, False), (0, -0.0, True), (["a"], ("a",), True), ("1", 1, False),
     ({"a": 1, "b": [2.0]}, {"b": [2], "a": 1.0}, True), (["a", "b"], ["b", "a"], False), (None, "", False),
     (5.25, 5.25, True), ("é", "e", False)],
)  # fmt: skip
def test_values_are_compared_as_json_means_them(first: Any, second: Any, same: bool) -> None:
    assert (canonical(first) == canonical(second)) is same
