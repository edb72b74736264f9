"""The columns list and map read: built from rows of the store piece by piece, and changed a few rows at a time.

A million rows are some 45 MB: codes are numbers into lists, positions whole ten-millionths of a degree (1 cm).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.crs import to_rd
from boa_app.analysis.gebied import Ring, assign_polygons
from boa_app.analysis.tijd import dagdeel_index, evening_day
from boa_app.domain.roles import Bereik, Entiteit, Handeling, Recht, Veldgroep, find_rechten
from boa_app.mapping.points import to_world
from boa_app.store import kolommen
from boa_app.store.kolommen import KolomRij
from boa_app.store.session import Reader
from boa_app.usecases.buurten import assign_buurten, in_werkgebied
from boa_app.usecases.session import Session

NONE = -1
NOBODY = "GEEN"
# What was found because we looked there must not make a place look busier (analysis.md §4).
OWN_ATTENTION = frozenset({"HOTSPOT", "GEPLAND", "JOP", "SCHOUW"})
DEGREE = 10_000_000
_DAY_S = 86_400
OUTSIDE_RD = np.iinfo(np.int32).min
KINDS = {
    "nr": np.int32, "lon": np.int32, "lat": np.int32, "van_s": np.int64, "dag": np.int32, "dagdeel": np.int8,
    "soort": np.int16, "ernst": np.int8, "aanleiding": np.int8, "groepsgrootte": np.int8, "buurt": np.int16,
    "incident": np.int32, "verwerkt_dag": np.uint16, "actief": np.bool_, "telt": np.bool_, "zichtbaar": np.bool_,
}  # fmt: skip
# Above this many changed rows sorting all is quicker than putting each in its place.
_FEW = 500
# So many of the last changes are remembered for who shows an older stand.
_REMEMBERED = 16
# Rows whose position is projected at one time, to keep the memory for it small.
_PROJECTED = 100_000

Columns = dict[str, NDArray[Any]]
Rings = tuple[Ring, ...]


@dataclass(slots=True)
class Codes:
    """What the numbers in the columns stand for. A code that is in no list is added at the end when it is met.

    incidenten: a number below zero for each event whose first melding is not here.
    """

    soorten: list[str]
    buurten: list[str]
    aanleidingen: list[str]
    groepsgrootten: list[str]
    incidenten: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """How a stand came from the one before it. gone: its rows that are left out, rising; places: before which of its
    rows each new row stands, rising; fresh: the columns of the new rows."""

    gone: NDArray[np.int64]
    places: NDArray[np.int64]
    fresh: Columns

    def splice(self, old: NDArray[Any], fresh: NDArray[Any]) -> NDArray[Any]:
        """A column of the stand before, with the values of the new rows, as a column of the new stand."""
        parts: list[NDArray[Any]] = []
        at = 0
        # An insertion goes before the row it stands at, so it sorts before the removal of that row.
        steps = [(place, 0, index) for index, place in enumerate(self.places.tolist())]
        for place, is_gone, index in sorted([*steps, *((row, 1, 0) for row in self.gone.tolist())]):
            parts.append(old[at:place])
            at = place + is_gone
            if not is_gone:
                parts.append(fresh[index : index + 1])
        return np.concatenate((*parts, old[at:]))


_versions = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Stand:
    """The columns at one moment, rows newest first; of the same moment the highest nr. Never changed in place.

    later: columns made when first asked for; they belong to the same rows. changes: the last ones that led here, the
    newest last; each made a stand with its own version.
    """

    columns: Columns
    later: dict[object, NDArray[Any]] = field(default_factory=dict)
    changes: tuple[tuple[int, Change], ...] = ()
    version: int = field(default_factory=lambda: next(_versions))

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.columns["nr"])

    def rd_cm(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """RD x and y of every row in whole centimetres; OUTSIDE_RD where the projection does not reach."""
        if "rd_y" not in self.later:
            self.later["rd_x"], self.later["rd_y"] = _project(self.columns)
        return self.later["rd_x"], self.later["rd_y"]

    def world(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """x and y of every row as mapping.points wants them."""
        if "world_y" not in self.later:
            self.later["world_x"], self.later["world_y"] = world_of(self.columns)
        return self.later["world_x"], self.later["world_y"]

    def since(self, version: int) -> tuple[Change, ...] | None:
        """What changed after that version, oldest first; None when that is not known any more."""
        if version == self.version:
            return ()
        before = [made_from for made_from, _ in self.changes]
        return tuple(change for _, change in self.changes[before.index(version) :]) if version in before else None

    def within(self, rings: Rings) -> NDArray[np.bool_]:
        """Which rows lie in an area; rings as in assign_polygons."""
        if rings not in self.later:
            self.later[rings] = _inside(self.columns, rings)
        return self.later[rings]


def empty_stand() -> Stand:
    """No rows."""
    return Stand({name: np.zeros(0, dtype=kind) for name, kind in KINDS.items()})


def degrees(whole: NDArray[np.int32]) -> NDArray[np.float64]:
    """Degrees of a column of positions."""
    return whole / np.float64(DEGREE)


def read_stand(codes: Codes, session: Session, reader: Reader, on_progress: Callable[[int, int], None]) -> Stand:
    """The columns of all meldingen. on_progress(read, most there can be) is called after each piece."""
    total, done = kolommen.about_how_many(reader), 0
    parts: dict[str, list[NDArray[Any]]] = {name: [empty] for name, empty in empty_stand().columns.items()}
    for rows in kolommen.pieces(reader, session.actor.account):
        for name, column in to_columns(codes, session, reader, rows).items():
            parts[name].append(column)
        done += len(rows)
        on_progress(done, total)
    key = _keys(np.concatenate(parts["van_s"]), np.concatenate(parts["nr"]))
    order = np.argsort(key, kind="stable")[::-1]
    del key
    return Stand({name: np.concatenate(parts.pop(name))[order] for name in KINDS})


def to_columns(codes: Codes, session: Session, reader: Reader, rows: Sequence[KolomRij]) -> Columns:
    """The columns of these rows, in their order."""
    if not rows:
        return empty_stand().columns
    nr, lon, lat, van, tot, soort, ernst, aanleiding, groep, actief, incident, eigen, verwerkt_s = zip(
        *rows, strict=True
    )
    from_s, until_s = np.array(van, dtype=np.int64), np.array(tot, dtype=np.int64)
    lons, lats = np.array(lon, dtype=np.float64), np.array(lat, dtype=np.float64)
    out: Columns = {
        "nr": np.array(nr, dtype=np.int64), "lon": np.rint(lons * DEGREE), "lat": np.rint(lats * DEGREE),
        "van_s": from_s, "dag": evening_day(from_s, until_s), "dagdeel": dagdeel_index(from_s, until_s),
        "soort": _numbers(codes.soorten, soort), "aanleiding": _numbers(codes.aanleidingen, aanleiding),
        "groepsgrootte": _numbers(codes.groepsgrootten, groep),
        "ernst": np.fromiter((int(value or 0) for value in ernst), np.int8, len(rows)),
        "actief": np.array(actief, dtype=np.bool_),
        # First processing in whole days since 1970-01-01: from when a right to the text may end.
        "verwerkt_dag": np.array(verwerkt_s, dtype=np.int64) // _DAY_S,
    }  # fmt: skip
    out["buurt"] = assign_buurten(session.kaart, lons, lats, out["dag"])
    out["incident"] = _incident_keys(codes, reader, out["nr"], incident)
    out["telt"] = out["actief"] & _counts(codes, out["soort"], out["aanleiding"])
    out["zichtbaar"] = _visible(
        session, np.array(eigen, dtype=np.bool_), np.array(verwerkt_s), (lons, lats, out["buurt"])
    )
    return {name: out[name].astype(kind, copy=False) for name, kind in KINDS.items()}


def put_in(stand: Stand, fresh: Columns) -> Stand:
    """The stand with these rows in place of those with the same nr, each at its place in the order."""
    old = stand.columns
    gone = np.flatnonzero(np.isin(old["nr"], fresh["nr"]))
    first = np.lexsort((fresh["nr"], fresh["van_s"]))[::-1]
    fresh = {name: column[first] for name, column in fresh.items()}
    if len(first) > _FEW:
        columns = {name: np.concatenate((np.delete(old[name], gone), fresh[name])) for name in KINDS}
        order = np.argsort(_keys(columns["van_s"], columns["nr"]), kind="stable")[::-1]
        return Stand({name: column[order] for name, column in columns.items()})
    # Sought in the order turned round, which rises.
    keys, wanted = _keys(old["van_s"], old["nr"])[::-1], _keys(fresh["van_s"], fresh["nr"])
    change = Change(gone, len(keys) - np.searchsorted(keys, wanted, side="left"), fresh)
    columns = {name: change.splice(old[name], fresh[name]) for name in KINDS}
    later = {name: change.splice(column, _later(fresh, name)) for name, column in list(stand.later.items())}
    return Stand(columns, later, (*stand.changes, (stand.version, change))[-_REMEMBERED:])


def _keys(van_s: NDArray[Any], nr: NDArray[Any]) -> NDArray[np.int64]:
    """One number that rises with the moment, and for the same moment with nr."""
    keys: NDArray[np.int64] = (van_s.astype(np.int64) << 31) + nr
    return keys


def world_of(columns: Columns) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """x and y of some rows as mapping.points wants them."""
    x, y = np.empty((2, len(columns["nr"])), dtype=np.uint32)
    for start in range(0, len(x), _PROJECTED):
        part = slice(start, start + _PROJECTED)
        x[part], y[part] = to_world(degrees(columns["lon"][part]), degrees(columns["lat"][part]))
    return x, y


def _later(fresh: Columns, name: object) -> NDArray[Any]:
    if isinstance(name, tuple):
        return _inside(fresh, name)
    pair = world_of(fresh) if name in ("world_x", "world_y") else _project(fresh)
    return pair[0 if name in ("world_x", "rd_x") else 1]


def _inside(columns: Columns, rings: Rings) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = assign_polygons(degrees(columns["lon"]), degrees(columns["lat"]), [rings]) == 0
    return inside


def _project(columns: Columns) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    size = len(columns["nr"])
    out = np.empty((2, size), dtype=np.int32)
    for start in range(0, size, _PROJECTED):
        part = slice(start, start + _PROJECTED)
        for row, metres in enumerate(to_rd(degrees(columns["lon"][part]), degrees(columns["lat"][part]))):
            reached = np.isfinite(metres) & (np.abs(metres) < -(OUTSIDE_RD // 100))
            out[row, part] = np.where(reached, np.rint(np.where(reached, metres, 0) * 100), OUTSIDE_RD)
    return out[0], out[1]


def _numbers(codes: list[str], values: Sequence[str]) -> NDArray[np.int64]:
    """The place of each value in the list, which grows by those it lacks."""
    codes.extend(sorted(set(values) - set(codes)))
    place = {code: index for index, code in enumerate(codes)}
    return np.fromiter(map(place.__getitem__, values), np.int64, len(values))


def _counts(codes: Codes, soort: NDArray[Any], aanleiding: NDArray[Any]) -> NDArray[np.bool_]:
    nobody = [index for index, code in enumerate(codes.soorten) if code == NOBODY]
    sought = [index for index, code in enumerate(codes.aanleidingen) if code in OWN_ATTENTION]
    return ~np.isin(soort, nobody) & ~np.isin(aanleiding, sought)


def _incident_keys(codes: Codes, reader: Reader, nrs: NDArray[np.int64], incidents: Sequence[str]) -> NDArray[np.int64]:
    """One number per event: the nr of its first melding; one that is not here gets a number of its own below zero."""
    keys = nrs.copy()
    roots = kolommen.roots_of(reader, {incident for incident in incidents if incident})
    absent = sorted({root for root, nr in roots.values() if nr is None})
    numbers = {root: codes.incidenten.setdefault(root, -1 - len(codes.incidenten)) for root in absent}
    for index, incident in enumerate(incidents):
        if incident:
            root, nr = roots[incident]
            keys[index] = numbers[root] if nr is None else nr
    return keys


def _visible(
    session: Session,
    own: NDArray[np.bool_],
    verwerkt_s: NDArray[np.int64],
    place: tuple[NDArray[Any], NDArray[Any], NDArray[Any]],
) -> NDArray[np.bool_]:
    """Which rows the table of rights lets this actor see as a point. place: lon, lat and buurt of each."""
    wanted = session.actor.buurten
    area = np.ones(len(own), dtype=np.bool_)
    if wanted is not None:
        # What one may see goes by the buurten of today, also when a melding counts for one of an earlier year.
        area = in_werkgebied(session.kaart, *place, wanted)
    now_s = session.now().timestamp()
    visible = np.zeros(len(own), dtype=np.bool_)
    for row in find_rechten(session.actor.rol, Entiteit.MELDING, Veldgroep.PUNT, Handeling.LEZEN):
        visible |= _reach(row, own, area) & (
            True if row.hooguit is None else now_s - verwerkt_s <= row.hooguit.total_seconds()
        )
    return visible


def _reach(row: Recht, own: NDArray[np.bool_], area: NDArray[np.bool_]) -> NDArray[np.bool_]:
    if row.bereik is Bereik.GEMEENTE:
        return np.ones(len(own), dtype=np.bool_)
    return own | area if row.bereik is Bereik.WERKGEBIED else own


def flags(size: int, chosen: Iterable[int]) -> NDArray[np.bool_]:
    """size + 1 places, true at those chosen; the last one, where NONE looks, stays false."""
    out = np.zeros(size + 1, dtype=np.bool_)
    out[list(chosen)] = True
    return out
