"""List and map of meldingen: columns in memory, one filter, the same answer for both.

The columns of all visible meldingen are read once and kept up to date by Changes, so that a filter is a pass over
arrays (≤ 100 ms at 100,000) and never a query. They hold codes and positions, no text.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.gebied import assign_polygons
from boa_app.analysis.tijd import DAGDELEN, dagdeel_index, evening_day
from boa_app.domain.audit import Actie
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.moments import Dagdeel, evening_date
from boa_app.domain.roles import Bereik, Entiteit, Handeling, Recht, Veldgroep, find_rechten
from boa_app.store import audit, kolommen, meldingen
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingregels import hidden_fields, may_list
from boa_app.usecases.session import Session

_EPOCH = date(1970, 1, 1)
_COLUMNS = {
    "nr": np.int64, "lon": np.float64, "lat": np.float64, "van_s": np.int64, "tot_s": np.int64, "dag": np.int32,
    "dagdeel": np.int8, "soort": np.int16, "ernst": np.int8, "buurt": np.int32, "actief": np.bool_,
    "incident": np.int64, "zichtbaar": np.bool_,
}  # fmt: skip
NONE = -1


@dataclass(frozen=True, slots=True)
class Filter:
    """What list and map show; an empty set means all. van, tot: evening dates, both inclusive; weken counts back from
    today and goes before van and tot. Codes are those of the lists; buurten are buurt codes."""

    van: date | None = None
    tot: date | None = None
    weken: int | None = None
    soorten: frozenset[str] = frozenset()
    buurten: frozenset[str] = frozenset()
    dagdelen: frozenset[str] = frozenset()
    ernst: frozenset[str] = frozenset()
    met_vervallen: bool = False

    def period(self, today: date) -> tuple[date | None, date | None]:
        """(from, until) as evening dates, both inclusive."""
        if self.weken is not None:
            return today - timedelta(days=7 * self.weken - 1), today
        return self.van, self.tot


@dataclass(frozen=True, slots=True)
class Selectie:
    """The meldingen a filter leaves, newest first; equal lengths. dag: the evening it counts for; nacht: after
    midnight, so on the date after dag. aantal_incidenten counts one event once."""

    nrs: NDArray[np.int64]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    soort: NDArray[np.int16]
    dag: NDArray[np.int32]
    nacht: NDArray[np.bool_]
    aantal_incidenten: int


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


Columns = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Stand:
    """The columns at one moment, and the row numbers newest first. Never changed in place."""

    columns: Columns
    order: NDArray[np.int64]


def _empty() -> Columns:
    return {name: np.zeros(0, dtype=kind) for name, kind in _COLUMNS.items()}


@dataclass(slots=True)
class Overzicht:
    """What list and map read. One thread refreshes while others select: a refresh swaps ``stand`` as a whole."""

    soorten: list[str]
    buurten: list[str]
    stand: Stand
    is_loaded: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self) -> int:
        """How many meldingen are in memory, lapsed ones included."""
        return len(self.stand.order)


def make_overzicht(session: Session) -> Overzicht:
    """An overview without rows yet, so that the window need not wait: ``refresh`` with ``alles`` reads them."""
    buurten = [buurt.code for buurt in session.kaart.buurten] if session.kaart else []
    soorten = [code.code for code in session.lijsten["soort"].codes]
    return Overzicht(soorten, buurten, Stand(_empty(), np.zeros(0, dtype=np.int64)))


def load_overzicht(session: Session) -> Overzicht:
    """Read the columns of all meldingen the actor may see on a map."""
    overzicht = make_overzicht(session)
    refresh(overzicht, session, Changes(alles=True))
    return overzicht


def refresh(overzicht: Overzicht, session: Session, changes: Changes) -> None:
    """Bring the columns up to date with what changed."""
    if not (changes.alles or changes.meldingen):
        return
    with overzicht.lock, session.store.read() as reader:
        rows = kolommen.columns(reader) if changes.alles else kolommen.columns_for(reader, changes.meldingen)
        fresh = _build(overzicht, session, reader, rows)
        columns = fresh if changes.alles else _merge(overzicht.stand.columns, fresh)
        newest = np.lexsort((columns["nr"], columns["van_s"]))[::-1]
        overzicht.stand = Stand(columns, newest.astype(np.int64))
        overzicht.is_loaded |= changes.alles


def _merge(old: Columns, fresh: Columns) -> Columns:
    keep = ~np.isin(old["nr"], fresh["nr"])
    return {name: np.concatenate((old[name][keep], fresh[name])) for name in _COLUMNS}


def _build(overzicht: Overzicht, session: Session, reader: Reader, rows: Iterable[Sequence[object]]) -> Columns:
    listed = list(rows)
    if not listed:
        return _empty()
    nr, lon, lat, van_s, tot_s, soort, ernst, actief, incident, maker, verwerkt_s = zip(*listed, strict=True)
    soort_index = {code: index for index, code in enumerate(overzicht.soorten)}
    for code in dict.fromkeys(soort):
        if code not in soort_index:
            soort_index[str(code)] = len(overzicht.soorten)
            overzicht.soorten.append(str(code))
    out: Columns = {
        "nr": np.array(nr, dtype=np.int64), "lon": np.array(lon, dtype=np.float64),
        "lat": np.array(lat, dtype=np.float64),
        "van_s": np.array(van_s, dtype=np.int64), "actief": np.array(actief, dtype=np.bool_),
        "soort": np.array([soort_index[code] for code in soort], dtype=np.int16),
        "ernst": np.array([int(value) if value else 0 for value in ernst], dtype=np.int8),
    }  # fmt: skip
    van = out["van_s"].astype(np.int64)
    tot = np.array([end if end is not None else start for start, end in zip(van_s, tot_s, strict=True)], dtype=np.int64)
    out["tot_s"], out["dag"], out["dagdeel"] = tot, evening_day(van, tot), dagdeel_index(van, tot)
    rings = [buurt.rings for buurt in session.kaart.buurten] if session.kaart else []
    out["buurt"] = assign_polygons(out["lon"], out["lat"], rings)
    out["incident"] = _incident_keys(reader, out["nr"].astype(np.int64), incident)
    out["zichtbaar"] = _visible(
        overzicht, session, maker, np.array(verwerkt_s, dtype=np.int64), out["buurt"].astype(np.int32)
    )
    return out


def _incident_keys(reader: Reader, nrs: NDArray[np.int64], incidents: Sequence[str]) -> NDArray[np.int64]:
    """One number per event: the nr of its first melding; one that is not here gets a number of its own below zero."""
    keys = nrs.copy()
    named = {incident for incident in incidents if incident}
    known = kolommen.nrs_for(reader, named)
    absent = {incident: -1 - index for index, incident in enumerate(sorted(named - known.keys()))}
    for index, incident in enumerate(incidents):
        if incident:
            keys[index] = known.get(incident, absent.get(incident, NONE))
    return keys


def _visible(
    overzicht: Overzicht,
    session: Session,
    makers: Sequence[str],
    verwerkt_s: NDArray[np.int64],
    buurt: NDArray[np.int32],
) -> NDArray[np.bool_]:
    """Which rows the table of rights lets this actor see as a point."""
    own = np.array([maker == session.actor.account for maker in makers], dtype=np.bool_)
    wanted = session.actor.buurten
    area = np.ones(len(own), dtype=np.bool_)
    if wanted is not None:
        area = np.isin(buurt, [index for index, code in enumerate(overzicht.buurten) if code in wanted])
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


def select(overzicht: Overzicht, wanted: Filter, now: datetime) -> Selectie:
    """The meldingen a filter leaves, newest first."""
    columns, order = overzicht.stand.columns, overzicht.stand.order
    mask = columns["zichtbaar"].astype(np.bool_)
    if not wanted.met_vervallen:
        mask = mask & columns["actief"].astype(np.bool_)
    first, last = wanted.period(evening_date(now))
    if first is not None:
        mask = mask & (columns["dag"] >= (first - _EPOCH).days)
    if last is not None:
        mask = mask & (columns["dag"] <= (last - _EPOCH).days)
    mask = _narrow(mask, columns["soort"], overzicht.soorten, wanted.soorten)
    mask = _narrow(mask, columns["buurt"], overzicht.buurten, wanted.buurten)
    mask = _narrow(mask, columns["dagdeel"], [str(deel) for deel in DAGDELEN], wanted.dagdelen)
    if wanted.ernst:
        mask = mask & np.isin(columns["ernst"], [int(code) for code in wanted.ernst])
    chosen = order[mask[order]]
    picked = {name: columns[name][chosen] for name in ("nr", "lon", "lat", "soort", "dag", "dagdeel", "incident")}
    return Selectie(
        picked["nr"].astype(np.int64), picked["lon"].astype(np.float64), picked["lat"].astype(np.float64),
        picked["soort"].astype(np.int16), picked["dag"].astype(np.int32),
        picked["dagdeel"] == DAGDELEN.index(Dagdeel.NACHT), len(np.unique(picked["incident"])),
    )  # fmt: skip


def _narrow(
    mask: NDArray[np.bool_], column: NDArray[Any], codes: Sequence[str], wanted: Collection[str]
) -> NDArray[np.bool_]:
    if not wanted:
        return mask
    return mask & np.isin(column, [index for index, code in enumerate(codes) if code in wanted])


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
    for name in ("soorten", "buurten", "dagdelen", "ernst"):
        if values := getattr(wanted, name):
            parts.append(f"{name}={','.join(sorted(values))}")

    def work(writer: Writer) -> None:
        audit.append_line(
            writer, Actie.COMBINEREN, "melding", velden=("lon", "lat", "soort"), reden_code="filter",
            reden_tekst=f"{' '.join(parts)} aantal={aantal}"[:500],
        )  # fmt: skip

    session.write(work)
