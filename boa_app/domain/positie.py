"""A position is one value in the op log: two people who each move a melding must never end up at a mix of both places.

Columns, JSON and exports keep ``lon`` and ``lat``; only in a change they stand together as the field ``positie``
(design §5: geometry is a field like any other).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

POSITIE = "positie"
POSITIE_VELDEN = ("lon", "lat", "nauwkeurigheid_m", "plaats_bron")


def to_log(values: Mapping[str, Any]) -> dict[str, Any]:
    """All fields of a record as the log holds them: the parts of the position as one value."""
    logged: dict[str, Any] = {}
    for name, value in values.items():
        if name in POSITIE_VELDEN:
            logged.setdefault(POSITIE, {})[name] = value
        else:
            logged[name] = value
    return logged


def changed_in_log(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What differs between two states of one record, as fields of the log with their new values."""
    old, new = to_log(before), to_log(after)
    return {name: value for name, value in new.items() if value != old.get(name)}


def from_log(values: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The fields of a record out of what a create-change holds: the position in its parts, other keys left out.

    names: the fields of the record.
    """
    flat = {**values, **values.get(POSITIE, {})}
    return {name: flat[name] for name in names if name in flat}
