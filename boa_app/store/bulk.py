"""The fast path of an import: everything that is the same in many rows is made once.

A row of an import differs from the next in time and place; the other fields come back in many rows, so their part of
the row and of the create-change is made once. Ids are drawn from one call to the operating system.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from itertools import chain, count
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from boa_app.domain.melding import MELDING_VELDEN, Melding
from boa_app.domain.moments import to_iso
from boa_app.domain.positie import POSITIE_VELDEN
from boa_app.store.changes import dump_value
from boa_app.store.meldingen import ENTITY, STORE_FIELDS, epoch_s, kept_in_log, to_cell
from boa_app.store.session import Writer
from boa_app.store.zoekindex import INSERT_RTREE, INSERT_TEXT, has_text
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION

Eigen = tuple[datetime, datetime | None, float, float, str]
NEWEST = 100
_OWN = ("gebeurd_van", "gebeurd_tot", "lon", "lat", "plaats")
_LABELS = ("soort", "feiten", "bron_categorie")
_STEADY = tuple(name for name in MELDING_VELDEN if name not in (*_OWN, *_LABELS))
# The columns of the store that differ per row, and those that are the same in a whole batch.
_PER_ROW = ("uid", "gebeurd_s", "gebeurd_tot_s", "tekst_verdacht", "bron_sleutel")
_PER_BATCH = tuple(name for name in STORE_FIELDS if name not in _PER_ROW)
# What the table fills in for a column that a statement leaves out; a test holds it against the table itself.
DEFAULTS: dict[str, Any] = {
    **dict.fromkeys(("ernst", "locatietype", "groepsgrootte", "resultaat", "doorverwezen_naar", "groep"), ""),
    **dict.fromkeys(("soorten", "leeftijd", "maatregelen", "fotos"), "[]"),
    "incident": "", "ronde": "", "duiding": "", "met_collega": 0, "gericht_tegen_medewerker": 0, "regime": "T",
    "status": "actief", "nauwkeurigheid_m": None,
}  # fmt: skip
# What differs per change, and what is the same in a whole batch.
_CHANGE_PER_ROW = ("change_id", "uid", "value", "hlc")
_CHANGE_PER_BATCH = (
    "device", "user", "entity", "field", "base_change_ids", "schema_version", "reason", "gemeente_code", "import_nr",
)  # fmt: skip
_own_of, _steady_of = attrgetter(*_OWN), attrgetter(*_STEADY)
_MAX_ROWS = 0x1000
_MAX_COUNTER = 0x10000


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that leave out the same columns, with the statement for them."""

    sql: str
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all rows of one melding share. of: keeps it alive, so that its id stays its own.

    labels, place, rest: pieces of the create-change, around what is the row's own. cells: the end of the row.
    """

    of: Melding
    labels: str
    place: str
    rest: str
    cells: tuple[Any, ...]
    rows: list[tuple[Any, ...]]


class BulkRows:
    """Rows for one transaction, collected and then written by a few bulk statements, as often as wanted.

    first_nr: the number of the first row, one past the largest in the table.
    """

    def __init__(self, w: Writer, import_nr: int, first_nr: int) -> None:
        self._w = w
        # In the order of _PER_BATCH. What is the same in a batch is part of its statements, not of each of its rows.
        own = (w.meta.gemeente_code, w.processed_iso, w.account, w.now_iso, w.now_iso, w.now_iso)
        cells: tuple[str | int, ...] = (epoch_s(w.processed), import_nr, *own)
        self._same = dict(zip(_PER_BATCH, cells, strict=True))
        # The end of every create-change, in two forms: not flagged and flagged. See meldingen.kept_in_log.
        self._kept = tuple(dump_value(kept_in_log(w, suspect, ""))[1:].removesuffix('""}') for suspect in (False, True))
        # In the order of _CHANGE_PER_BATCH. No audit line for each: finish_import writes one for all.
        change: tuple[str | int, ...] = (w.device, w.account, ENTITY, CREATE_FIELD, "[]", SCHEMA_VERSION, "")
        same = dict(zip(_CHANGE_PER_BATCH, (*change, w.meta.gemeente_code, import_nr), strict=True))
        self._insert_change = _insert("changes", _CHANGE_PER_ROW, same)
        self._numbers, self._ids = count(first_nr), zip(_ordered_uuids(w.now), _ordered_uuids(w.now), strict=True)
        self._changes: list[tuple[Any, ...]] = []
        self._boxes: list[tuple[int, float, float, float, float]] = []
        self._texts: list[tuple[int, str, str]] = []
        self._newest: list[tuple[int, int]] = []
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._shared: dict[int, _Shared] = {}
        self._steady: dict[tuple[Any, ...], tuple[str, str, tuple[Any, ...], list[tuple[Any, ...]]]] = {}
        self._moments: dict[datetime, tuple[str, int]] = {}
        self._strings: dict[str, str] = {}

    def add_all(self, rows: Sequence[tuple[Melding, str, bool, Eigen | None]]) -> None:
        """Collect rows as imports.ImportRow describes them; at most 4096 in one transaction."""
        kept, shared_of, moments, strings = self._kept, self._shared, self._moments, self._strings
        # The rows come first: zip must not take a number or an id for a row that is not there.
        numbered = zip(rows, self._numbers, self._ids, _clocks(self._w, len(rows)), strict=False)
        for (m, bron_sleutel, suspect, own), nr, (uid, change_id), hlc in numbered:
            van, until, lon, lat, plaats = own or _own_of(m)
            iso, seconds = moments.get(van) or self._moment(van)
            until_iso, until_s = (None, None) if until is None else moments.get(until) or self._moment(until)
            shared = shared_of.get(id(m)) or self._share(m)
            shared.rows.append(
                (nr, uid, seconds, until_s, suspect, bron_sleutel, iso, until_iso, lon, lat, plaats, *shared.cells)
            )
            ended = "null" if until_iso is None else f'"{until_iso}"'
            value = (
                f'{{"gebeurd_van":"{iso}","gebeurd_tot":{ended},"plaats":{strings.get(plaats) or self._quoted(plaats)},'
                f'{shared.labels},"positie":{{"lon":{lon!r},"lat":{lat!r},{shared.place},{shared.rest},'
                f"{kept[suspect]}{encode_basestring(bron_sleutel)}}}"
            )
            self._changes.append((change_id, uid, value, hlc))
            self._boxes.append((nr, lon, lon, lat, lat))
            if has_text(plaats, m.feiten) and not suspect:
                self._texts.append((nr, plaats, m.feiten))

    def write(self) -> None:
        """Write what was collected since the last time."""
        connection = self._w.db.conn
        for group in self._groups.values():
            connection.executemany(group.sql, group.rows)
            self._newest = nlargest(NEWEST, chain(self._newest, ((row[2], row[0]) for row in group.rows)))
            group.rows.clear()
        connection.executemany(self._insert_change, self._changes)
        connection.executemany(INSERT_RTREE, self._boxes)
        connection.executemany(INSERT_TEXT, self._texts)
        self._changes, self._boxes, self._texts = [], [], []

    def newest(self) -> list[tuple[int, int]]:
        """(gebeurd_s, nr) of the written rows that happened last."""
        return self._newest

    def _moment(self, moment: datetime) -> tuple[str, int]:
        found = self._moments[moment] = (to_iso(moment), epoch_s(moment))
        return found

    def _share(self, m: Melding) -> _Shared:
        place, rest, cells, rows = self._steady.get(_steady_of(m)) or self._steady_parts(m)
        labels = ",".join(f'"{name}":{self._quoted(getattr(m, name))}' for name in _LABELS)
        cells = (m.soort, m.feiten, m.bron_categorie, *cells)
        found = self._shared[id(m)] = _Shared(m, labels, place, rest, cells, rows)
        return found

    def _steady_parts(self, m: Melding) -> tuple[str, str, tuple[Any, ...], list[tuple[Any, ...]]]:
        """Two pieces of the create-change, the cells that are not at their default, and the list such rows go into."""
        values = m.to_values()
        steady = {name: values[name] for name in _STEADY}
        cells = {name: to_cell(name, value) for name, value in steady.items()}
        told = {name: cell for name, cell in cells.items() if name not in DEFAULTS or cell != DEFAULTS[name]}
        columns = tuple(told)
        sql = _insert("meldingen", ("nr", *_PER_ROW, *_OWN, *_LABELS, *columns), self._same)
        group = self._groups.setdefault(columns, _Group(sql, []))
        # The first piece closes the position that the row opens.
        place = dump_value({name: steady[name] for name in steady if name in POSITIE_VELDEN})[1:]
        rest = dump_value({name: steady[name] for name in steady if name not in POSITIE_VELDEN})[1:-1]
        found = self._steady[_steady_of(m)] = (place, rest, tuple(told.values()), group.rows)
        return found

    def _quoted(self, text: str) -> str:
        found = self._strings.get(text)
        if found is None:
            found = self._strings[text] = encode_basestring(text)
        return found


def _insert(table: str, per_row: Sequence[str], same: Mapping[str, str | int]) -> str:
    """A statement that fills some columns from each row and the others alike. Only own names, ids and times go in."""
    values = [*("?" * len(per_row)), *map(_literal, same.values())]
    return f"INSERT INTO {table} ({', '.join((*per_row, *same))}) VALUES ({', '.join(values)})"  # noqa: S608


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def _clocks(w: Writer, number: int) -> Iterator[str]:
    """The next clocks of this device, the same as so many calls of next_hlc."""
    w.next_hlc()
    first = w.last_hlc
    if first is None or first.counter + number > _MAX_COUNTER:
        yield str(first)
        yield from (w.next_hlc() for _ in range(number - 1))
        return
    w.last_hlc = Hlc(first.wall_ms, first.counter + number - 1, first.device)
    start = f"{first.wall_ms:013d}-"
    yield from (f"{start}{counter:04x}-{first.device}" for counter in range(first.counter, first.counter + number))


def _ordered_uuids(now: datetime) -> Iterator[str]:
    """UUIDv7 of one millisecond in rising order, at most 4096: 12 bits count (RFC 9562 §6.2 method 1), 62 are random.

    The random bits are drawn once and shared: they make batches differ, the counter the rows of a batch.
    """
    prefix, noise = f"{int(now.timestamp() * 1000):012x}", os.urandom(8).hex()
    start, end = f"{prefix[:8]}-{prefix[8:]}-7", f"-{'89ab'[int(noise[0], 16) & 3]}{noise[1:4]}-{noise[4:]}"
    return (f"{start}{at:03x}{end}" for at in range(_MAX_ROWS))
