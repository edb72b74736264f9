"""Pure rules of merging: heads, the shown winner, and what is a conflict (design §5)."""

from __future__ import annotations

from collections.abc import Iterable

from boa_app.sync.protocol import CREATE_FIELD, Change


def heads(changes: Iterable[Change], field: str) -> tuple[Change, ...]:
    """The changes of one record that no other change of this field is based on, newest clock first.

    changes: those of one (entity, uid), any order, other fields allowed. The create-change counts for every field it
    set.
    """
    on_field = [c for c in changes if c.field == field or (c.field == CREATE_FIELD and field in c.value)]
    based_on = {base for change in on_field for base in change.base_change_ids}
    return tuple(
        sorted((c for c in on_field if c.change_id not in based_on), key=lambda c: (c.hlc, c.change_id), reverse=True)
    )


def value_of(change: Change, field: str) -> object:
    """The value a change gives to a field."""
    return change.value[field] if change.field == CREATE_FIELD else change.value


def is_conflict(changes: Iterable[Change], field: str) -> bool:
    """Whether a field has more than one head with different values."""
    values = [value_of(change, field) for change in heads(changes, field)]
    return any(value != values[0] for value in values[1:])
