"""The order of the list, and the groups it falls into; on arrays, so that a million rows take no time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from boa_app.usecases.overzicht import Selectie

_LAST = np.iinfo(np.int32).max
_EARTH_M_PER_DEGREE = 111_195.0


class Volgorde(StrEnum):
    """What the list is sorted by; within the same, newest first."""

    NIEUW = "nieuw"
    OUD = "oud"
    ERNST = "ernst"
    SOORT = "soort"
    BUURT = "buurt"
    AFSTAND = "afstand"


class Groepering(StrEnum):
    """What the list is divided by."""

    DAG = "dag"
    SOORT = "soort"
    BUURT = "buurt"
    INCIDENT = "incident"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class Indeling:
    """The rows of a Selectie as the list shows them. plaatsen: places in the selectie. begin: where each group
    begins, rising; empty without groups. sleutels: of each group the day, soort or buurt (-1 outside all), of an
    incident how many meldingen it has (1: all that stand alone)."""

    plaatsen: NDArray[np.int64]
    begin: NDArray[np.int64]
    sleutels: NDArray[np.int64]


def deel_in(
    selectie: Selectie, volgorde: Volgorde, groepering: Groepering, *, buurten: Sequence[str] = (),
    vanaf: tuple[float, float] | None = None,
) -> Indeling:  # fmt: skip
    """Sort and divide. buurten: the names by the number a selectie has for them. vanaf: (lon, lat) that distances count
    from; without it AFSTAND is NIEUW."""
    order = _sorted(selectie, volgorde, buurten, vanaf)
    if groepering is Groepering.GEEN or not order.size:
        return Indeling(order, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    rank, key = _groups(selectie, groepering, order, buurten, oldest_first=volgorde is Volgorde.OUD)
    by_group = rank[order]
    if np.any(by_group[1:] < by_group[:-1]):
        order = order[np.argsort(by_group, kind="stable")]
        by_group = rank[order]
    begin = np.concatenate(([0], np.flatnonzero(np.diff(by_group)) + 1))
    return Indeling(order, begin.astype(np.int64), key[order[begin]].astype(np.int64))


def _sorted(
    selectie: Selectie, volgorde: Volgorde, buurten: Sequence[str], vanaf: tuple[float, float] | None
) -> NDArray[np.int64]:
    """Places in the selectie, which itself is newest first."""
    newest = np.arange(selectie.nrs.size, dtype=np.int64)
    if volgorde is Volgorde.OUD:
        return newest[::-1]
    keys: dict[Volgorde, NDArray[np.generic]] = {}
    if volgorde is Volgorde.ERNST:
        keys[volgorde] = -selectie.ernst
    elif volgorde is Volgorde.SOORT:
        keys[volgorde] = selectie.soort
    elif volgorde is Volgorde.BUURT:
        keys[volgorde] = _by_name(selectie, buurten)
    elif volgorde is Volgorde.AFSTAND and vanaf is not None:
        keys[volgorde] = _distance(selectie, vanaf)
    return np.argsort(keys[volgorde], kind="stable").astype(np.int64) if volgorde in keys else newest


def _groups(
    selectie: Selectie, groepering: Groepering, order: NDArray[np.int64], buurten: Sequence[str], *, oldest_first: bool
) -> tuple[NDArray[np.int32], NDArray[np.generic]]:
    """For each row the place of its group among the groups, and the key of its group."""
    if groepering is Groepering.DAG:
        day = selectie.dag
        return (day if oldest_first else -day), day
    if groepering is Groepering.SOORT:
        kind = selectie.soort
        return kind.astype(np.int32), kind
    if groepering is Groepering.BUURT:
        return _by_name(selectie, buurten), selectie.buurt
    return _incidents(selectie.incident, order)


def _by_name(selectie: Selectie, buurten: Sequence[str]) -> NDArray[np.int32]:
    """The alphabetical place of the buurt of each row; outside all comes last."""
    places = np.full(len(buurten) + 1, _LAST, dtype=np.int32)
    for place, index in enumerate(sorted(range(len(buurten)), key=lambda nr: buurten[nr].casefold())):
        places[index] = place
    # Outside all is -1, which looks at the end.
    return places[selectie.buurt]


def _distance(selectie: Selectie, vanaf: tuple[float, float]) -> NDArray[np.float64]:
    """Metres; on a flat sheet that touches the earth at vanaf, good enough to tell which is nearer."""
    east = (selectie.lon - vanaf[0]) * _EARTH_M_PER_DEGREE * np.cos(np.radians(vanaf[1]))
    north = (selectie.lat - vanaf[1]) * _EARTH_M_PER_DEGREE
    distance: NDArray[np.float64] = np.hypot(east, north)
    return distance


def _incidents(incident: NDArray[np.int32], order: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.generic]]:
    """Events of several meldingen in the order of their first one; all that stand alone together at the end."""
    _, first, which, count = np.unique(incident[order], return_index=True, return_inverse=True, return_counts=True)
    place = np.where(count > 1, first, _LAST)
    rank, size = np.empty(incident.size, dtype=np.int32), np.empty(incident.size, dtype=np.int64)
    rank[order], size[order] = place[which], count[which]
    return rank, size
