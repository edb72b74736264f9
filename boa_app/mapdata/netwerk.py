"""F.straten: the street network as one SQLite file, that another program can read too.

    meta            sleutel, waarde: bron, bron_datum, knopen, segmenten
    knopen          id (from 0), lon, lat in degrees WGS84
    segmenten       id (from 0), van, naar, lengte_m, naam, soort, klasse, geometrie, weg_id, kenmerken
    tekenlijnen     naam, soort, geometrie: drawn, never walked
    overgeslagen    reden, aantal · stukken   nr, knopen, km

geometrie: pairs of little-endian 32-bit numbers, lon and lat in ten-millionths of a degree, from `van` to `naar`.
Nothing in it is secret. It is written beside its place and then renamed, so a broken import never replaces a good one.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from boa_app.domain.errors import UserError
from boa_app.mapdata.geojson import load_json
from boa_app.mapdata.netwerk_vorm import (
    SCHAAL,
    IntArray,
    Mask,
    Netwerk,
    Tekenlijn,
    Telling,
    select,
    stukken,
    to_graaf,
    to_ring,
)
from boa_app.mapdata.onderdelen import Straat
from boa_app.mapdata.wegregels import Klasse, draw_kind
from boa_app.routing.pieces import Stuk

__all__ = [
    "Klasse", "Mask", "Netwerk", "Stuk", "Tekenlijn", "Telling", "check_netwerk", "read_netwerk", "read_straten",
    "read_tekenlijnen", "select", "stukken", "to_graaf", "write_netwerk",
]  # fmt: skip

APPLICATION_ID = 0x424F4153  # "BOAS"
VERSIE = 1
_SCHEMA = (
    "create table meta (sleutel text primary key, waarde text not null)",
    "create table knopen (id integer primary key, lon real not null, lat real not null)",
    """create table segmenten (id integer primary key, van integer not null, naar integer not null,
    lengte_m real not null, naam text not null, soort text not null, klasse text not null, geometrie blob not null,
    weg_id integer not null, kenmerken text not null)""",
    "create table tekenlijnen (naam text not null, soort text not null, geometrie blob not null)",
    "create table overgeslagen (reden text primary key, aantal integer not null)",
    "create table stukken (nr integer primary key, knopen integer not null, km real not null)",
)
_FOREIGN = "select 1 from sqlite_master where type not in ('table', 'index') or sql like 'create virtual%'"
_WIRE = np.dtype("<i4")
_KLASSEN = {klasse.name.lower(): int(klasse) for klasse in Klasse}
_NAMES = {number: name for name, number in _KLASSEN.items()}
_EDGE = np.array((180, 90), dtype=np.int64) * SCHAAL
_BROKEN = (sqlite3.Error, ValueError, TypeError, KeyError, IndexError, OverflowError)


def write_netwerk(path: Path, netwerk: Netwerk) -> None:
    """Write the file of a network; what was there is replaced only when the new one is complete and on disk.

    Raises OSError, also for a disk that SQLite found full.
    """
    part = path.with_name(f"{path.name}.deel")
    part.unlink(missing_ok=True)
    try:
        # Without a journal: a half file is thrown away, never repaired.
        with closing(sqlite3.connect(part, isolation_level=None)) as db:
            db.execute("pragma journal_mode = off")
            db.execute("pragma synchronous = off")
            db.execute("begin")
            _fill(db, netwerk)
            db.execute("commit")
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except sqlite3.OperationalError as error:
        # Whoever writes files knows what to say of an OSError.
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise OSError(errno.ENOSPC if full else errno.EIO, "netwerk") from error
    finally:
        part.unlink(missing_ok=True)


def read_netwerk(path: Path) -> Netwerk:
    """The network in a file. Raises UserError as check_netwerk."""
    with _opened(path) as db:
        netwerk = _read(db)
        _check_shape(netwerk)
        return netwerk


def check_netwerk(path: Path) -> None:
    """Nothing when the file can be used.

    Raises UserError netwerk_ontbreekt(bestand), netwerk_vreemd(bestand), netwerk_nieuwer(bestand, versie, kent),
    netwerk_beschadigd(bestand).
    """
    with _opened(path) as db:
        if db.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise ValueError("quick_check")
        _check_shape(_read(db))


def read_straten(path: Path) -> tuple[Straat, ...]:
    """The named streets for drawing, searching and *hier*, by name. Raises UserError as check_netwerk."""
    with _opened(path) as db:
        rows = db.execute(
            "select naam, soort, geometrie from segmenten where naam <> '' and klasse <> 'verboden' order by naam, id"
        )
        return tuple(_straat(naam, list(found)) for naam, found in groupby(rows, key=lambda row: str(row[0])))


def read_tekenlijnen(path: Path) -> tuple[Straat, ...]:
    """What else a map without tiles draws: unnamed paths, big roads and rails, one entry per kind, naam empty.

    Raises UserError as check_netwerk.
    """
    with _opened(path) as db:
        rows = [
            *db.execute("select '', soort, geometrie from segmenten where naam = '' and klasse <> 'verboden'"),
            *db.execute("select 'rail', soort, geometrie from tekenlijnen"),
        ]
        kinds: dict[str, list[IntArray]] = {}
        for drawn, soort, blob in rows:
            kinds.setdefault(soort if drawn else draw_kind(soort), []).append(_points(blob))
    return tuple(Straat("", kind, tuple(to_ring(line) for line in lines)) for kind, lines in sorted(kinds.items()))


def is_netwerk(head: bytes) -> bool:
    """Whether the first hundred bytes are of a network file, of any version."""
    return head[:16] == b"SQLite format 3\0" and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _fill(db: sqlite3.Connection, netwerk: Netwerk) -> None:
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {VERSIE}")
    for statement in _SCHEMA:
        db.execute(statement)
    meta = {
        "bron": netwerk.bron, "bron_datum": netwerk.bron_datum, "knopen": str(len(netwerk.knopen)),
        "segmenten": str(len(netwerk)),
    }  # fmt: skip
    db.executemany("insert into meta values (?, ?)", meta.items())
    nodes = (netwerk.knopen / SCHAAL).tolist()
    db.executemany("insert into knopen values (?, ?, ?)", ((at, lon, lat) for at, (lon, lat) in enumerate(nodes)))
    db.executemany("insert into segmenten values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _rows(netwerk))
    lines = ((line.naam, line.soort, line.punten.astype(_WIRE).tobytes()) for line in netwerk.lijnen)
    db.executemany("insert into tekenlijnen values (?, ?, ?)", lines)
    db.executemany("insert into overgeslagen values (?, ?)", netwerk.overgeslagen.items())
    db.executemany("insert into stukken values (?, ?, ?)", ((s.nr, s.knopen, s.km) for s in stukken(netwerk)))


def _rows(netwerk: Netwerk) -> Iterator[tuple[Any, ...]]:
    wire = np.ascontiguousarray(netwerk.punten, dtype=_WIRE).tobytes()
    cuts = (netwerk.begin * 8).tolist()
    blobs = (wire[start:end] for start, end in pairwise(cuts))
    klassen = (_NAMES[number] for number in netwerk.klasse.tolist())
    return zip(
        range(len(netwerk)), netwerk.van.tolist(), netwerk.naar.tolist(), netwerk.lengte_m.tolist(), netwerk.namen,
        netwerk.soorten, klassen, blobs, netwerk.weg_id.tolist(), netwerk.kenmerken, strict=True,
    )  # fmt: skip


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, read-only; whatever is wrong inside is damage."""
    if not path.is_file():
        raise UserError("netwerk_ontbreekt", bestand=path.name)
    with path.open("rb") as file:
        head = file.read(100)
    if not is_netwerk(head):
        raise UserError("netwerk_vreemd", bestand=path.name)
    try:
        # Immutable: nobody writes in it, and a folder without write access serves too.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            db.execute("pragma trusted_schema = off")
            db.execute("pragma query_only = on")
            versie = db.execute("pragma user_version").fetchone()[0]
            if versie > VERSIE:
                raise UserError("netwerk_nieuwer", bestand=path.name, versie=versie, kent=VERSIE)
            # Plain tables only: a view in a file from elsewhere can compute without end.
            if db.execute(_FOREIGN).fetchone():
                raise ValueError("tables")
            yield db
    except _BROKEN as error:
        raise UserError("netwerk_beschadigd", bestand=path.name) from error


def _read(db: sqlite3.Connection) -> Netwerk:
    meta = dict(db.execute("select sleutel, waarde from meta"))
    nodes = db.execute("select id, lon, lat from knopen order by id").fetchall()
    rows = db.execute(
        "select id, van, naar, lengte_m, klasse, weg_id, naam, soort, kenmerken, geometrie from segmenten order by id"
    ).fetchall()
    columns = list(zip(*rows, strict=True)) if rows else [()] * 10
    ids, van, naar, lengte_m, klasse, weg_id, namen, soorten, kenmerken, blobs = columns
    for name, found in (("knopen", [row[0] for row in nodes]), ("segmenten", list(ids))):
        # Counted first: a number somebody wrote in it must not become a list of that length.
        if int(meta[name]) != len(found) or found != list(range(len(found))):
            raise ValueError("ids")
    if any(type(blob) is not bytes or len(blob) % 8 or len(blob) < 16 for blob in blobs):
        raise ValueError("geometrie")
    sizes = np.array([len(blob) // 8 for blob in blobs], dtype=np.int64)
    known: dict[str, str] = {}
    lines = db.execute("select naam, soort, geometrie from tekenlijnen")
    return Netwerk(
        knopen=np.rint(np.array([row[1:] for row in nodes], dtype=float).reshape(-1, 2) * SCHAAL).astype(np.int32),
        van=np.array(van, dtype=np.int32), naar=np.array(naar, dtype=np.int32),
        lengte_m=np.array(lengte_m, dtype=float), klasse=np.array([_KLASSEN[name] for name in klasse], dtype=np.uint8),
        weg_id=np.array(weg_id, dtype=np.int64),
        # One copy of each text: a street has many segments.
        namen=_texts(namen, known), soorten=_texts(soorten, known), kenmerken=_texts(kenmerken, known),
        begin=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        punten=np.frombuffer(b"".join(blobs), dtype=_WIRE).astype(np.int32).reshape(-1, 2),
        overgeslagen={str(reden): int(aantal) for reden, aantal in db.execute("select * from overgeslagen")},
        lijnen=tuple(Tekenlijn(str(naam), str(soort), _points(blob)) for naam, soort, blob in lines),
        bron=meta["bron"], bron_datum=meta["bron_datum"],
    )  # fmt: skip


def _check_shape(netwerk: Netwerk) -> None:
    """Whoever draws or walks it relies on this. Raises ValueError."""
    count = len(netwerk.knopen)
    for ends in (netwerk.van, netwerk.naar):
        if len(ends) and (ends.min() < 0 or ends.max() >= count):
            raise ValueError("knoop")
    if not (np.isfinite(netwerk.lengte_m).all() and (netwerk.lengte_m >= 0).all()):
        raise ValueError("lengte_m")
    if not all(isinstance(load_json(told.encode()), dict) for told in set(netwerk.kenmerken)):
        raise ValueError("kenmerken")
    for points in (netwerk.knopen, netwerk.punten, *(line.punten for line in netwerk.lijnen)):
        if (np.abs(points.astype(np.int64)) > _EDGE).any():
            raise ValueError("geometrie")


def _points(blob: bytes) -> IntArray:
    points = np.frombuffer(blob, dtype=_WIRE).astype(np.int32).reshape(-1, 2)
    if len(points) < 2 or (np.abs(points.astype(np.int64)) > _EDGE).any():
        raise ValueError("geometrie")
    return points


def _texts(values: tuple[Any, ...], known: dict[str, str]) -> tuple[str, ...]:
    return tuple(known.setdefault(str(value), str(value)) for value in values)


def _straat(naam: str, rows: list[tuple[str, str, bytes]]) -> Straat:
    """One street of its segments; it is drawn as the largest kind that occurs in it."""
    kinds = {draw_kind(soort) for _, soort, _ in rows}
    kind = next(kind for kind in ("hoofd", "straat", "pad") if kind in kinds)
    return Straat(naam, kind, tuple(to_ring(_points(blob)) for _, _, blob in rows))
