"""The buurten of the kaartpakket over the years: a melding lies in the buurt of its own date.

A kaartpakket may hold several yearly editions. A filter, a list and an export count by the edition of the melding's
year; a right to a werkgebied is about today and goes by the newest.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.analysis.gebied import assign_polygons
from boa_app.mapdata.buurtjaren import Buurt, jaar_op, jaren_van, van_jaar
from boa_app.mapdata.pakket import Kaartpakket

_EPOCH_YEAR = 1970


def bekende_buurten(kaart: Kaartpakket | None) -> tuple[Buurt, ...]:
    """Every code once: those of the newest edition, then those that are no more, with their last year in the name.

    A number of a buurt, as in a column of the overview, is a place in this list.
    """
    if kaart is None:
        return ()
    found = {buurt.code: buurt for buurt in kaart.buurten}
    for buurt in sorted(kaart.oudere_buurten, key=lambda one: (-one.jaar, one.code)):
        if buurt.code not in found:
            found[buurt.code] = replace(buurt, naam=f"{buurt.naam} ({buurt.jaar})" if buurt.jaar else buurt.naam)
    return tuple(found.values())


def buurtnamen(kaart: Kaartpakket | None) -> dict[str, str]:
    """The name of every code."""
    return {buurt.code: buurt.naam for buurt in bekende_buurten(kaart)}


def assign_buurten(kaart: Kaartpakket | None, lon: ArrayLike, lat: ArrayLike, dag: NDArray[Any]) -> NDArray[np.int32]:
    """The number of the buurt of each position on its own day; -1 outside all. dag: days since 1970-01-01."""
    x, y = np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
    if kaart is None or not kaart.oudere_buurten:
        return assign_polygons(x, y, [buurt.rings for buurt in kaart.buurten] if kaart else [])
    alle = (*kaart.oudere_buurten, *kaart.buurten)
    jaren = jaren_van(alle)
    number = {buurt.code: place for place, buurt in enumerate(bekende_buurten(kaart))}
    found = np.full(len(x), -1, dtype=np.int32)
    editions = _editions(dag, jaren)
    # Once per edition over its own rows: no row is looked at twice.
    for jaar in jaren:
        rows = np.flatnonzero(editions == jaar)
        if rows.size:
            own = van_jaar(alle, jaar)
            places = np.array([*(number[buurt.code] for buurt in own), -1], dtype=np.int32)
            found[rows] = places[assign_polygons(x[rows], y[rows], [buurt.rings for buurt in own])]
    return found


def in_werkgebied(
    kaart: Kaartpakket | None, lon: ArrayLike, lat: ArrayLike, buurt: NDArray[Any], codes: frozenset[str]
) -> NDArray[np.bool_]:
    """Which positions lie in these buurten as they are now. buurt: their numbers from assign_buurten."""
    now = kaart.buurten if kaart else ()
    if kaart is not None and kaart.oudere_buurten:
        buurt = assign_polygons(lon, lat, [one.rings for one in now])
    inside: NDArray[np.bool_] = np.isin(buurt, [place for place, one in enumerate(now) if one.code in codes])
    return inside


def _editions(dag: NDArray[Any], jaren: tuple[int, ...]) -> NDArray[np.int64]:
    """The edition in force on each day."""
    years = dag.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + _EPOCH_YEAR
    known, back = np.unique(years, return_inverse=True)
    # A day of each year stands for all of its days: editions begin on 1 January.
    editions = np.array([_edition(int(year), jaren) for year in known], dtype=np.int64)
    found: NDArray[np.int64] = editions[back]
    return found


def _edition(year: int, jaren: tuple[int, ...]) -> int:
    return jaar_op(jaren, date(min(max(year, 1), 9999), 1, 1))
