"""The fast path of an import: everything that is the same in many rows is made once.

A row of an import differs from the next in time, place, kind and text; the other fields mostly hold their defaults, so
their part of the row and of the create-change is kept by value. Ids are drawn from one call to the operating system.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from boa_app.domain.melding import MELDING_VELDEN, Melding
from boa_app.domain.moments import to_iso
from boa_app.store.meldingen import ENTITY, INSERT_RTREE, INSERT_TEXT, STORE_FIELDS, epoch_s, has_text, to_cell
from boa_app.store.session import Writer
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION

_VARYING = ("gebeurd_van", "gebeurd_tot", "lon", "lat", "plaats", "soort", "feiten", "bron_categorie")
_STEADY = tuple(name for name in MELDING_VELDEN if name not in _VARYING)
_COLUMNS = ("nr", *STORE_FIELDS, *_VARYING, *_STEADY)
_INSERT = f"INSERT INTO meldingen ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_INSERT_CHANGE = (
    "INSERT INTO changes (change_id, uid, value, hlc, device, user, entity, field, base_change_ids, schema_version,"
    " reason, gemeente_code, import_nr) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_steady_of = attrgetter(*_STEADY)
_MAX_ROWS = 0x1000


class BulkRows:
    """Rows for one batch, collected and then written by five bulk statements.

    first_nr: the number of the first row, one past the largest in the table. At most 4096 rows.
    """

    def __init__(self, w: Writer, import_nr: int, first_nr: int) -> None:
        self._w = w
        self._nr = first_nr
        self._import_nr = import_nr
        # In the order of STORE_FIELDS, around what differs per row: uid, both seconds and bron_sleutel.
        self._before = (epoch_s(w.now), import_nr, 0)
        self._after = (w.meta.gemeente_code, w.now_iso, w.account, w.now_iso, w.now_iso, w.now_iso)
        self._meldingen: list[tuple[Any, ...]] = []
        self._values: list[str] = []
        self._boxes: list[tuple[int, float, float, float, float]] = []
        self._texts: list[tuple[int, str, str]] = []
        self._uids = _ordered_uuids(w.now)
        self._steady: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}
        self._moments: dict[datetime, tuple[str, int]] = {}
        self._strings: dict[str, str] = {}

    def add(self, m: Melding, bron_sleutel: str) -> None:
        """Add one row."""
        iso, seconds = self._moment(m.gebeurd_van)
        until, until_s = (None, None) if m.gebeurd_tot is None else self._moment(m.gebeurd_tot)
        fragment, cells = self._steady_parts(m)
        nr, self._nr = self._nr, self._nr + 1
        varying = (iso, until, m.lon, m.lat, m.plaats, m.soort, m.feiten, m.bron_categorie)
        self._meldingen.append(
            (nr, next(self._uids), seconds, until_s, *self._before, bron_sleutel, *self._after, *varying, *cells)
        )
        quoted = self._quoted
        self._values.append(
            f'{{"gebeurd_van":"{iso}","gebeurd_tot":{"null" if until is None else quoted(until)},'
            f'"lon":{m.lon!r},"lat":{m.lat!r},"plaats":{quoted(m.plaats)},"soort":{quoted(m.soort)},"feiten":{quoted(m.feiten)},'
            f'"bron_categorie":{quoted(m.bron_categorie)},{fragment}'
        )
        self._boxes.append((nr, m.lon, m.lon, m.lat, m.lat))
        if has_text(m.plaats, m.feiten):
            self._texts.append((nr, m.plaats, m.feiten))

    def write(self) -> None:
        """Write what was added."""
        connection = self._w.db.conn
        connection.executemany(_INSERT, self._meldingen)
        connection.executemany(_INSERT_CHANGE, self._changes())
        connection.executemany(INSERT_RTREE, self._boxes)
        connection.executemany(INSERT_TEXT, self._texts)

    def _changes(self) -> Iterator[tuple[Any, ...]]:
        w = self._w
        # In the order of _INSERT_CHANGE from device on. No audit line for each: finish_import writes one for all.
        same = (
            w.device,
            w.account,
            ENTITY,
            CREATE_FIELD,
            "[]",
            SCHEMA_VERSION,
            "",
            w.meta.gemeente_code,
            self._import_nr,
        )
        for row, value, change_id in zip(self._meldingen, self._values, _ordered_uuids(w.now), strict=False):
            yield (change_id, row[1], value, w.next_hlc(), *same)

    def _moment(self, moment: datetime) -> tuple[str, int]:
        found = self._moments.get(moment)
        if found is None:
            found = self._moments[moment] = (to_iso(moment), epoch_s(moment))
        return found

    def _steady_parts(self, m: Melding) -> tuple[str, tuple[Any, ...]]:
        key = _steady_of(m)
        found = self._steady.get(key)
        if found is None:
            values = m.to_values()
            steady = {name: values[name] for name in _STEADY}
            text = json.dumps(steady, ensure_ascii=False, separators=(",", ":"))
            # True and 1 are one key, so they must give one text: to_values of a checked melding holds real booleans.
            found = self._steady[key] = (text[1:], tuple(to_cell(name, value) for name, value in steady.items()))
        return found

    def _quoted(self, text: str) -> str:
        found = self._strings.get(text)
        if found is None:
            found = self._strings[text] = encode_basestring(text)
        return found


def _ordered_uuids(now: datetime) -> Iterator[str]:
    """UUIDv7 of one millisecond in rising order: the 12 bits after the version count (RFC 9562 §6.2 method 1)."""
    prefix = f"{int(now.timestamp() * 1000):012x}"
    start = f"{prefix[:8]}-{prefix[8:]}-7"
    noise = os.urandom(8 * _MAX_ROWS).hex()
    for at in range(_MAX_ROWS):
        tail = noise[16 * at : 16 * at + 16]
        yield f"{start}{at:03x}-{'89ab'[int(tail[0], 16) & 3]}{tail[1:4]}-{tail[4:]}"
