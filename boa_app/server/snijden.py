"""Cutting a change along the groups of fields, so that each row of the log is seen by those who may see its group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from boa_app.domain.roles import Veldgroep
from boa_app.domain.velden import velden_of, veldgroep_of
from boa_app.sync.protocol import CREATE_FIELD, Change

_ENCODER = msgspec.json.Encoder()
# Asking a member for its value costs as much as a look-up ten times.
_TEXT = {groep: groep.value for groep in Veldgroep}
# The flag of the text guard; while it is up the texts need their own right.
VERDACHT_VELD = "tekst_verdacht"


def dump(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A value as the log keeps it."""
    return _ENCODER.encode(value).decode()


Groepen = Mapping[Veldgroep, Mapping[str, Any]]


def parts_of(change: Change, groepen: Groepen, verdacht: bool) -> list[tuple[str, str]]:
    """(veldgroep, value) of each row a change becomes.

    groepen: split_values of a create. verdacht: whether the record is flagged. Its texts keep a row each, so that each
    finds its own group again.
    """
    if change.field != CREATE_FIELD:
        return [(row_groep(change.entity, change.field, verdacht), dump(change.value))]
    if not verdacht:
        return [(_TEXT[groep], dump(values)) for groep, values in groepen.items()]
    return [(row_groep(change.entity, next(iter(values), ""), verdacht), dump(values)) for values in groepen.values()]


@lru_cache(maxsize=4096)
def row_groep(soort: str, veld: str, verdacht: bool) -> str:
    """The veldgroep under which a row with this field is kept; "" stands for a create that set nothing."""
    return str(veldgroep_of(soort, veld, verdacht=verdacht) if veld else Veldgroep.CODES)


def split_values(soort: str, values: Mapping[str, Any]) -> dict[Veldgroep, dict[str, Any]]:
    """The fields of a create by group; never without any group.

    Groups in which nothing is filled in are left out, so that nobody needs a right on what he never said. CODES stays,
    because a record exists by it.
    """
    known = velden_of(soort)
    groups: dict[Veldgroep, dict[str, Any]] = {}
    filled = {Veldgroep.CODES}
    for name, value in values.items():
        groep = known.get(name, Veldgroep.ALLES)
        group = groups.get(groep)
        if group is None:
            group = groups[groep] = {}
        group[name] = value
        if value or (value == 0 and value is not False):
            filled.add(groep)
    return {groep: group for groep, group in groups.items() if groep in filled} or {Veldgroep.CODES: {}}
