"""List and map of meldingen: columns in memory, one filter, the same answer for both.

The columns of all visible meldingen are read once and kept up to date by Changes, so that a filter is a pass over
arrays (≤ 100 ms at 1,000,000) and never a query. They hold codes and positions, no text.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.tijd import DAGDELEN
from boa_app.domain.audit import Actie
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.moments import Dagdeel, evening_date
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import audit, kolommen, meldingen
from boa_app.store.session import Writer
from boa_app.usecases.buurten import bekende_buurten
from boa_app.usecases.changes import Changes
from boa_app.usecases.gebieden import rings_for_filter
from boa_app.usecases.meldingregels import hidden_fields, may_list
from boa_app.usecases.session import Session
from boa_app.usecases.stand import (
    OUTSIDE_RD,
    Codes,
    Rings,
    Stand,
    degrees,
    empty_stand,
    flags,
    put_in,
    read_stand,
    to_columns,
)

_EPOCH = date(1970, 1, 1)
# 1970-01-01 was a Thursday.
_MONDAY_SHIFT = 3
_WEEK = 7
_NIGHT = DAGDELEN.index(Dagdeel.NACHT)
_ERNST = 10


@dataclass(frozen=True, slots=True)
class Filter:
    """What list and map show; an empty set means all. van, tot: evening dates, both inclusive; weken counts back from
    today and goes before van and tot. Codes are those of the lists; buurten are buurt codes, gebieden uids of areas
    (inside any of them). nrs: what a search found; None: no search."""

    van: date | None = None
    tot: date | None = None
    weken: int | None = None
    soorten: frozenset[str] = frozenset()
    buurten: frozenset[str] = frozenset()
    dagdelen: frozenset[str] = frozenset()
    ernst: frozenset[str] = frozenset()
    met_vervallen: bool = False
    gebieden: frozenset[str] = frozenset()
    aanleidingen: frozenset[str] = frozenset()
    groepsgrootten: frozenset[str] = frozenset()
    nrs: frozenset[int] | None = None

    def period(self, today: date) -> tuple[date | None, date | None]:
        """(from, until) as evening dates, both inclusive."""
        if self.weken is not None:
            return today - timedelta(days=7 * self.weken - 1), today
        return self.van, self.tot


@dataclass(frozen=True, slots=True)
class Selectie:
    """The meldingen a filter leaves, newest first. Each column is gathered when it is asked for: ask once.

    nrs: of the meldingen; rows: their places in the stand, rising.
    """

    stand: Stand
    rows: NDArray[np.int32]
    nrs: NDArray[np.int64]

    @property
    def lon(self) -> NDArray[np.float64]:
        """Degrees, WGS84."""
        return degrees(self._take("lon"))

    @property
    def lat(self) -> NDArray[np.float64]:
        """Degrees, WGS84."""
        return degrees(self._take("lat"))

    @property
    def van_s(self) -> NDArray[np.int64]:
        """The moment, or the begin of the window, in epoch seconds."""
        return self._take("van_s")

    @property
    def dag(self) -> NDArray[np.int32]:
        """The evening it counts for, in days since 1970-01-01."""
        return self._take("dag")

    @property
    def nacht(self) -> NDArray[np.bool_]:
        """After midnight, so on the date after dag."""
        is_night: NDArray[np.bool_] = self._take("dagdeel") == _NIGHT
        return is_night

    @property
    def soort(self) -> NDArray[np.int16]:
        """Place in Overzicht.soorten."""
        return self._take("soort")

    @property
    def ernst(self) -> NDArray[np.int8]:
        """1 to 4; 0 when not set."""
        return self._take("ernst")

    @property
    def buurt(self) -> NDArray[np.int16]:
        """Place in Overzicht.buurten, -1 outside all."""
        return self._take("buurt")

    @property
    def incident(self) -> NDArray[np.int32]:
        """One number per event."""
        return self._take("incident")

    @property
    def telt(self) -> NDArray[np.bool_]:
        """Feeds heat and hotspots: not lapsed, somebody was there, and it was not our own attention that found it."""
        return self._take("telt")

    @property
    def aantal_incidenten(self) -> int:
        """The meldingen of one event count once."""
        keys = self._take("incident")
        if not keys.size:
            return 0
        # Numbers below zero look at the end, beyond the highest nr.
        seen = np.zeros(max(int(keys.max()), 0) + 1 + max(-int(keys.min()), 0), dtype=np.bool_)
        seen[keys] = True
        return int(np.count_nonzero(seen))

    def rd(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """RD x and y in metres, to the centimetre; nan where the projection does not reach."""
        x, y = (column[self.rows] for column in self.stand.rd_cm())
        outside = (x == OUTSIDE_RD) | (y == OUTSIDE_RD)
        return np.where(outside, np.nan, x / 100), np.where(outside, np.nan, y / 100)

    def position_of(self, nr: int) -> tuple[float, float] | None:
        """Longitude and latitude of one of them."""
        found = np.flatnonzero(self.nrs == nr)
        if not found.size:
            return None
        row = self.rows[found[0]]
        lon, lat = (degrees(self.stand.columns[name][row]) for name in ("lon", "lat"))
        return float(lon), float(lat)

    def _take(self, name: str) -> NDArray[Any]:
        column = self.stand.columns[name]
        return column if len(self.rows) == len(column) else column[self.rows]


@dataclass(frozen=True, slots=True)
class WeekTelling:
    """Meldingen per week. first_day: the Monday of the first, in days since 1970-01-01; counts of evening dates."""

    first_day: int
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class MeldingRij:
    """One line of the list."""

    nr: int
    uid: str
    moment: datetime
    tot: datetime | None
    soort: str
    groepsgrootte: str
    ernst: str
    plaats: str
    vervallen: bool
    incident: str
    bron_categorie: str = ""


@dataclass(slots=True)
class Overzicht:
    """What list and map read. One thread refreshes while others select: a refresh swaps ``stand`` as a whole.

    gebieden: the rings of the areas a filter may name, by uid; whoever reads the areas fills it. late: what was saved
    while everything was being read.
    """

    codes: Codes
    stand: Stand
    gebieden: Mapping[str, Rings] = field(default_factory=dict)
    is_loaded: bool = False
    is_loading: bool = False
    late: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    load_lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def soorten(self) -> list[str]:
        """What the numbers of Selectie.soort stand for."""
        return self.codes.soorten

    @property
    def buurten(self) -> list[str]:
        """What the numbers of Selectie.buurt stand for."""
        return self.codes.buurten

    def count(self) -> int:
        """How many meldingen are in memory, lapsed ones included."""
        return self.stand.size


def make_overzicht(session: Session) -> Overzicht:
    """An overview without rows yet, so that the window need not wait: ``refresh`` with ``alles`` reads them."""
    buurten = [buurt.code for buurt in bekende_buurten(session.kaart)]
    lists = ([code.code for code in session.lijsten[name].codes] for name in ("soort", "aanleiding", "groepsgrootte"))
    soorten, aanleidingen, groepsgrootten = lists
    return Overzicht(Codes(soorten, buurten, aanleidingen, groepsgrootten), empty_stand())


def load_overzicht(session: Session) -> Overzicht:
    """Read the columns of all meldingen the actor may see on a map."""
    overzicht = make_overzicht(session)
    refresh(overzicht, session, Changes(alles=True))
    return overzicht


def _unheard(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def refresh(
    overzicht: Overzicht, session: Session, changes: Changes, on_progress: Callable[[int, int], None] = _unheard
) -> None:
    """Bring the columns up to date with what changed. on_progress(read, most there can be): while reading all."""
    if changes.alles or changes.gebieden:
        with session.store.read() as reader:
            overzicht.gebieden = rings_for_filter(session, reader)
    if changes.alles:
        _read_all(overzicht, session, on_progress)
    elif changes.meldingen:
        _read_few(overzicht, session, changes.meldingen)


def _read_all(overzicht: Overzicht, session: Session, on_progress: Callable[[int, int], None]) -> None:
    with overzicht.load_lock:
        with overzicht.lock:
            overzicht.is_loading = True
        try:
            with session.store.read() as reader:
                stand = read_stand(overzicht.codes, session, reader, on_progress)
                kolommen.give_back(reader)
            with overzicht.lock:
                overzicht.stand, overzicht.is_loaded = stand, True
        finally:
            with overzicht.lock:
                overzicht.is_loading, late, overzicht.late = False, frozenset(overzicht.late), set()
    if late:
        _read_few(overzicht, session, late)


def _read_few(overzicht: Overzicht, session: Session, uids: frozenset[str]) -> None:
    with overzicht.lock:
        if overzicht.is_loading:
            # A save does not wait until a million rows are read; whoever reads them looks at these again.
            overzicht.late |= uids
            return
        with session.store.read() as reader:
            # Whose event is called after one of these may be of another event by now.
            rows = kolommen.columns_for(reader, kolommen.members_of(reader, uids), session.actor.account)
            fresh = to_columns(overzicht.codes, session, reader, rows)
        overzicht.stand = put_in(overzicht.stand, fresh)


def select(overzicht: Overzicht, wanted: Filter, now: datetime) -> Selectie:
    """The meldingen a filter leaves, newest first."""
    stand = overzicht.stand
    mask = _without_period(overzicht, stand, wanted)
    first, last = wanted.period(evening_date(now))
    if first is not None:
        mask &= stand.columns["dag"] >= (first - _EPOCH).days
    if last is not None:
        mask &= stand.columns["dag"] <= (last - _EPOCH).days
    rows = np.flatnonzero(mask)
    return Selectie(stand, rows.astype(np.int32), stand.columns["nr"][rows].astype(np.int64))


def counts_per_week(overzicht: Overzicht, wanted: Filter) -> WeekTelling:
    """Meldingen per week over all there is, as the filter without its period leaves them.

    The weeks are those of every melding the actor may see, so that they stay when the filter changes.
    """
    stand = overzicht.stand
    days = stand.columns["dag"][stand.columns["zichtbaar"]]
    if not days.size:
        return WeekTelling(0, np.zeros(0, dtype=np.int64))
    first, last = ((int(day) + _MONDAY_SHIFT) // _WEEK for day in (days.min(), days.max()))
    kept = stand.columns["dag"][_without_period(overzicht, stand, wanted)]
    first_day = first * _WEEK - _MONDAY_SHIFT
    counts = np.bincount(kept - first_day, minlength=(last - first + 1) * _WEEK)
    return WeekTelling(first_day, counts.reshape(-1, _WEEK).sum(axis=1).astype(np.int64))


def _without_period(overzicht: Overzicht, stand: Stand, wanted: Filter) -> NDArray[np.bool_]:
    columns, codes = stand.columns, overzicht.codes
    mask: NDArray[np.bool_] = columns["zichtbaar"].copy()
    if not wanted.met_vervallen:
        mask &= columns["actief"]
    for name, known, chosen in (
        ("soort", codes.soorten, wanted.soorten),
        ("buurt", codes.buurten, wanted.buurten),
        ("dagdeel", [str(deel) for deel in DAGDELEN], wanted.dagdelen),
        ("ernst", [str(value) for value in range(_ERNST)], wanted.ernst),
        ("aanleiding", codes.aanleidingen, wanted.aanleidingen),
        ("groepsgrootte", codes.groepsgrootten, wanted.groepsgrootten),
    ):
        if chosen:
            mask &= flags(len(known), _places(known, chosen))[columns[name]]
    if wanted.gebieden:
        mask &= _in_areas(overzicht, stand, wanted.gebieden)
    if wanted.nrs is not None:
        highest = int(columns["nr"].max(initial=0))
        mask &= flags(highest, (nr for nr in wanted.nrs if 0 <= nr <= highest))[columns["nr"]]
    return mask


def _places(codes: Sequence[str], wanted: Collection[str]) -> list[int]:
    return [index for index, code in enumerate(codes) if code in wanted]


def _in_areas(overzicht: Overzicht, stand: Stand, uids: Collection[str]) -> NDArray[np.bool_]:
    """In any of these areas; one that is no longer known holds nothing."""
    inside = np.zeros(stand.size, dtype=np.bool_)
    for rings in (overzicht.gebieden[uid] for uid in uids if uid in overzicht.gebieden):
        inside |= stand.within(rings)
    return inside


def rows_for(session: Session, nrs: Sequence[int]) -> list[MeldingRij]:
    """The list lines of these nrs, in the order asked; a nr that is gone is left out."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    with session.store.read() as reader:
        records = meldingen.get_by_nr(reader, [int(nr) for nr in nrs])
    return [to_rij(record, session) for record in records if may_list(session, record)]


def to_rij(record: MeldingRecord, session: Session) -> MeldingRij:
    """The list line of a record; a flagged place is left out for who may not read flagged text."""
    hidden = hidden_fields(session, record, "-") if record.tekst_verdacht else frozenset[str]()
    m = replace(record.melding, plaats="") if "plaats" in hidden else record.melding
    return MeldingRij(
        record.nr, record.uid, m.gebeurd_van, m.gebeurd_tot, m.soort, m.groepsgrootte, m.ernst, m.plaats,
        m.status is Status.VERVALLEN, m.incident, m.bron_categorie,
    )  # fmt: skip


def log_overzicht(session: Session, wanted: Filter, aantal: int) -> None:
    """One audit line for a list or map that stood on the screen for 2 s or longer (domain §1.3)."""
    first, last = wanted.period(evening_date(session.now()))
    parts = [f"{first or ''}..{last or ''}"]
    if wanted.nrs is not None:
        parts.append("zoeken")
    for name in ("soorten", "buurten", "dagdelen", "ernst", "gebieden", "aanleidingen", "groepsgrootten"):
        if values := getattr(wanted, name):
            parts.append(f"{name}={','.join(sorted(values))}")

    def work(writer: Writer) -> None:
        audit.append_line(
            writer, Actie.COMBINEREN, "melding", velden=("lon", "lat", "soort"), reden_code="filter",
            reden_tekst=f"{' '.join(parts)} aantal={aantal}"[:500],
        )  # fmt: skip

    session.write(work)
