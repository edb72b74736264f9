"""The heat of what a filter leaves: which meldingen count, over how much time, and the surface they make.

Only incidents, each once, and none that our own attention found (analysis.md §4): else a hot spot would feed itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.crs import to_rd
from boa_app.analysis.dekking import cover_grid
from boa_app.analysis.dichtheid import CEL_M, SIGMA_M, Kader
from boa_app.analysis.warmteblokken import Cellen, Dichtheid, Masker
from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep, find_rechten
from boa_app.mapdata.pakket import Kaartpakket, Ring
from boa_app.usecases.overzicht import Filter, Selectie
from boa_app.usecases.session import Session
from boa_app.usecases.stand import OUTSIDE_RD, Stand

# In fewer days one evening would colour like a year of them.
MIN_DAGEN = 28
_DAYS_PER_YEAR = 365.25
_EPOCH = date(1970, 1, 1)
WATER = "water"
# 10,000 km²: more is no municipality but a mistake in its outline, and would fill the memory.
_MOST_CELLS = 16_000_000


@dataclass(frozen=True, slots=True)
class Warmte:
    """One surface. aantal: incidents in it; dagen: over how many days they are counted; is_kort: the filter spans
    fewer days than that."""

    dichtheid: Dichtheid
    aantal: int
    dagen: int
    is_kort: bool


@dataclass(frozen=True, slots=True)
class _Grond:
    """What stays the same for every filter over one stand. gedeeld: the row's incident has other rows as well."""

    stand: Stand
    cellen: Cellen
    gedeeld: NDArray[np.bool_]


class Warmtebron:
    """Makes heat, filter after filter, from the cells of the stand it saw last. Any thread."""

    def __init__(self) -> None:
        self._grond: _Grond | None = None
        self._rand: tuple[Kaartpakket, Masker | None] | None = None

    def maak(self, session: Session, selectie: Selectie, wanted: Filter) -> Warmte:
        """The heat of a selection and the filter that made it. Raises UserError geen_recht."""
        if not find_rechten(session.actor.rol, Entiteit.MELDING, Veldgroep.CODES, Handeling.LEZEN):
            # Refuses, and writes that down. Who may read some sees the heat of what the overview gave.
            session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
        grond = self._grond_of(selectie.stand)
        counts = grond.cellen.tel(_counted(grond, selectie.rows))
        dagen = span_days(selectie, wanted, evening_date(session.now()))
        kept = max(dagen, MIN_DAGEN)
        dichtheid = Dichtheid(grond.cellen, counts, SIGMA_M, kept / _DAYS_PER_YEAR, self._masker_of(session.kaart))
        return Warmte(dichtheid, dichtheid.total, kept, dagen < MIN_DAGEN)

    def forget(self) -> None:
        """Let go of the positions; for locking."""
        self._grond = None

    def _masker_of(self, kaart: Kaartpakket | None) -> Masker | None:
        if kaart is None:
            return None
        rand = self._rand
        if rand is None or rand[0] is not kaart:
            rand = self._rand = kaart, make_masker(kaart)
        return rand[1]

    def _grond_of(self, stand: Stand) -> _Grond:
        grond = self._grond
        if grond is None or grond.stand is not stand:
            grond = self._grond = _Grond(stand, _cells(stand), _shared(stand.columns["incident"]))
        return grond


def make_masker(kaart: Kaartpakket) -> Masker | None:
    """Where in a municipality meldingen can be: inside its outline, not on open water. None when it has no outline."""
    outline = [_metres(ring) for ring in kaart.omtrek]
    places = np.concatenate([np.zeros((0, 2)), *outline])
    places = places[np.isfinite(places).all(axis=1)]
    if not places.size:
        return None
    low = np.floor(places.min(axis=0) / CEL_M)
    columns, rows = (np.ceil(places.max(axis=0) / CEL_M) - low).astype(np.int64).tolist()
    if not 0 < columns * rows <= _MOST_CELLS:
        return None
    kader = Kader(low[0] * CEL_M, low[1] * CEL_M, rows, columns)
    water = [[_metres(ring) for ring in vlak.rings] for vlak in kaart.vlakken if vlak.soort == WATER]
    return Masker(cover_grid([outline], kader) - cover_grid(water, kader), kader)


def _metres(ring: Ring) -> NDArray[np.float64]:
    lon, lat = np.asarray(ring, dtype=np.float64).reshape(-1, 2).T
    return np.column_stack(to_rd(lon, lat))


def span_days(selectie: Selectie, wanted: Filter, today: date) -> int:
    """How many evenings the filter spans, both ends included; an open end is that of everything there is."""
    first, last = wanted.period(today)
    days = selectie.stand.columns["dag"]
    if not days.size:
        return 1
    begin = int(days.min()) if first is None else (first - _EPOCH).days
    end = int(days.max()) if last is None else (last - _EPOCH).days
    return max(1, end - begin + 1)


def _cells(stand: Stand) -> Cellen:
    x, y = stand.rd_cm()
    outside = (x == OUTSIDE_RD) | (y == OUTSIDE_RD)
    return Cellen(np.where(outside, np.nan, x / 100), np.where(outside, np.nan, y / 100))


def _shared(incident: NDArray[np.int32]) -> NDArray[np.bool_]:
    if not incident.size:
        return np.zeros(0, dtype=np.bool_)
    numbers = incident.astype(np.int64) - int(incident.min())
    return np.asarray(np.bincount(numbers)[numbers] > 1)


def _counted(grond: _Grond, rows: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which rows of the stand make heat: of an event the first that was reported."""
    columns = grond.stand.columns
    if rows.size == grond.stand.size:
        mask = columns["telt"].copy()
    else:
        mask = np.zeros(grond.stand.size, dtype=np.bool_)
        mask[rows] = True
        mask &= columns["telt"]
    double = np.flatnonzero(mask & grond.gedeeld)
    if double.size:
        # Rows are newest first, so of each number the last is the oldest.
        oldest_first = double[::-1]
        _, firsts = np.unique(columns["incident"][oldest_first], return_index=True)
        mask[double] = False
        mask[oldest_first[firsts]] = True
    return mask
