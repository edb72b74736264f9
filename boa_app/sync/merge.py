"""Pure rules of merging: heads, the shown winner, what is a conflict, and what a first state may leave out (design §5).

                    c1 (ernst 2) ── c3 (ernst 4)        heads of ernst: c3 and c2, other values: a conflict
    create c0 ──┤
                    c2 (ernst 3)                         the create is no head of ernst, and still of all other fields

Every function takes the changes of one (entity, uid), in any order and with repeats. A change that arrived twice with
other keys (a create under other rights) counts once, with all its keys.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from boa_app.sync.protocol import CREATE_FIELD, Change


def heads(changes: Iterable[Change], field: str) -> tuple[Change, ...]:
    """The changes of a field that no other change of this field is based on, newest clock first.

    A create counts for every field it set, until there is any other change of that field: whoever made that one knew
    the record, even where the create's own key was left out for him or stripped from a first state.
    """
    return _heads(_by_field(changes).get(field, ()))


def value_of(change: Change, field: str) -> Any:  # noqa: ANN401 - any JSON value
    """The value a change gives to a field."""
    return change.value[field] if change.field == CREATE_FIELD else change.value


def is_conflict(changes: Iterable[Change], field: str) -> bool:
    """Whether a field has more than one head with different values."""
    return _disagree(heads(changes, field), field)


def winner(changes: Iterable[Change], field: str) -> Change | None:
    """The head that is shown: the newest clock, then the largest id. None for a field that nobody set."""
    return next(iter(heads(changes, field)), None)


def record_values(changes: Iterable[Change]) -> dict[str, Any]:
    """The value shown for every field that was set."""
    return {field: value_of(_heads(those)[0], field) for field, those in _by_field(changes).items()}


def conflicts(changes: Iterable[Change]) -> tuple[str, ...]:
    """The fields in conflict, in alphabetical order."""
    return tuple(sorted(field for field, those in _by_field(changes).items() if _disagree(_heads(those), field)))


def compact(changes: Iterable[Change]) -> list[Change]:
    """The least that shows the same values and conflicts: all heads, and creates without the keys that were replaced.

    A create stays even when no key is left, because a record exists by it. Order of arrival is kept.
    """
    known = unite(changes)
    kept = {(head.change_id, field) for field, those in _by_field(known).items() for head in _heads(those)}
    made: list[Change] = []
    for change in known:
        if change.field == CREATE_FIELD:
            value = {name: given for name, given in change.value.items() if (change.change_id, name) in kept}
            made.append(replace(change, value=value))
        elif (change.change_id, change.field) in kept:
            made.append(change)
    return made


def unite(changes: Iterable[Change]) -> list[Change]:
    """Every change once, in order of arrival; a create with the keys of all its copies, an equal key from the last."""
    known: dict[str, Change] = {}
    for change in changes:
        before = known.get(change.change_id)
        if before is not None and change.field == CREATE_FIELD:
            known[change.change_id] = replace(change, value={**before.value, **change.value})
        else:
            known[change.change_id] = change
    return list(known.values())


def rebase(bases: Iterable[str], refused: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Bases in which every refused change gives way to its own bases, however long the chain.

    refused: id of each refused change -> the bases it named. Nothing is named twice.
    """
    found: dict[str, None] = {}
    waiting, seen = list(reversed(tuple(bases))), set[str]()
    while waiting:
        base = waiting.pop()
        if base not in refused:
            found[base] = None
        elif base not in seen:
            seen.add(base)
            waiting.extend(reversed(refused[base]))
    return tuple(found)


def without_refused(changes: Iterable[Change], refused: Mapping[str, Sequence[str]]) -> list[Change]:
    """The changes that count: refused ones are out, and what was built on them stands on what they stood on."""
    return [
        replace(change, base_change_ids=rebase(change.base_change_ids, refused))
        for change in changes
        if change.change_id not in refused
    ]


def canonical(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """One text for equal JSON values: 2 and 2.0 are equal, 1 and true are not, the order of keys says nothing."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {name: _plain(given) for name, given in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(given) for given in value]
    return value


def _by_field(changes: Iterable[Change]) -> dict[str, list[Change]]:
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in unite(changes):
        for name in change.value if change.field == CREATE_FIELD else (change.field,):
            found[name].append(change)
    return found


def _heads(on_field: Sequence[Change]) -> tuple[Change, ...]:
    edits = [change for change in on_field if change.field != CREATE_FIELD]
    based_on = {base for change in edits for base in change.base_change_ids}
    found = [change for change in edits or on_field if change.change_id not in based_on]
    # A ring of changes that name each other can only be made on purpose; it must not make a value disappear.
    return tuple(sorted(found or edits, key=lambda change: (change.hlc, change.change_id), reverse=True))


def _disagree(found: Sequence[Change], field: str) -> bool:
    if len(found) < 2:
        return False
    first, *others = (canonical(value_of(change, field)) for change in found)
    return any(other != first for other in others)
