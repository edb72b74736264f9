"""MBTiles: tiles in an SQLite file, as a table or a view, rows counted from the south.

    tiles(zoom_level, tile_column, tile_row, tile_data)     metadata(name, value)

What metadata says is only believed where the tiles agree. The file comes from anywhere, so it is opened as
a stranger's: read only, no functions of its own, every question bounded in time.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.errors import UserError
from boa_app.mapdata.tegelvorm import MAX_ZOOM, PACKED_LIMIT_BYTES, Grens, Verslag, box_of, plain_text

MAGIC = b"SQLite format 3\x00"
_COLUMNS = ("zoom_level", "tile_column", "tile_row", "tile_data")
_TILE = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
_RANGE = (
    "SELECT zoom_level, count(*), min(tile_column), max(tile_column), min(tile_row), max(tile_row)"
    " FROM tiles GROUP BY zoom_level ORDER BY zoom_level"
)
# With the place of every tile in the file, for files that have no index. The join makes one by itself if it must.
_PLACES = {
    "tiles": "SELECT zoom_level, tile_column, tile_row, rowid FROM tiles",
    "images": (
        "SELECT map.zoom_level, map.tile_column, map.tile_row, images.rowid"
        " FROM map JOIN images ON images.tile_id = map.tile_id"
    ),
}
_BY_PLACE = {
    "tiles": "SELECT tile_data FROM tiles WHERE rowid = ?",
    "images": "SELECT tile_data FROM images WHERE rowid = ?",
}
_SECONDS = {"open": 60.0, "tile": 5.0}
_STEPS = 20_000
_META_LIMIT_BYTES = 4 * 1024 * 1024
_EXAMPLES = 3
_FAR_DEG = 0.01


class MbtilesLezer:
    """One MBTiles file. Raises UserError tegels_afgebroken, tegels_beschadigd, tegels_geen, tegels_vreemd(bestand)."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._lock = threading.Lock()
        self._until = 0.0
        self._keys: NDArray[np.int64] | None = None
        self._rows: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._by_place = ""
        _check_length(path)
        # immutable: packages never change in place, and no lock or log file may appear beside one.
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def describe(self) -> Verslag:
        """What is in the file; the bounds and zooms are those of its tiles."""
        with self._lock, self._telling("open"):
            ranges = [row for row in self._db.execute(_RANGE) if _is_range(row)]
            if not ranges:
                raise UserError("tegels_geen", bestand=self._name)
            meta = self._meta()
            zoom, _, west, east, low, high = ranges[-1]
            top = 2**zoom - 1
            grens = box_of(zoom, west, top - high, east, top - low)
            examples = tuple(self._examples([row[0] for row in ranges]))
        minzoom, maxzoom = ranges[0][0], zoom
        return Verslag(
            naam=plain_text(meta.get("name", "")),
            attributie=plain_text(meta.get("attribution", "")),
            minzoom=minzoom,
            maxzoom=maxzoom,
            grens=grens,
            voorbeelden=examples,
            lagen=_named_layers(meta.get("json", "")),
            gecorrigeerd=tuple(_corrections(meta, minzoom, maxzoom, grens)),
        )

    def read(self, z: int, x: int, y: int) -> bytes | None:
        """One tile as it lies in the file, or None. Raises UserError tegels_beschadigd(bestand)."""
        row = 2**z - 1 - y
        with self._lock, self._telling("tile"):
            if self._keys is None:
                found = self._db.execute(_TILE, (z, x, row)).fetchone()
            else:
                place = self._place(z, x, row)
                found = None if place is None else self._db.execute(self._by_place, (place,)).fetchone()
        data = found[0] if found else None
        return data if isinstance(data, bytes) else None

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        with self._lock:
            self._db.close()

    def _prepare(self) -> None:
        db = self._db
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(PACKED_LIMIT_BYTES, _META_LIMIT_BYTES))
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        db.set_progress_handler(self._is_late, _STEPS)
        with self._telling("open"):
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA query_only = ON")
            db.execute("PRAGMA temp_store = MEMORY")
            names = {row[1] for row in db.execute("PRAGMA table_xinfo('tiles')")}
            if not names.issuperset(_COLUMNS):
                raise UserError("tegels_vreemd", bestand=self._name)
            plan = " ".join(str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {_TILE}", (0, 0, 0)))
            if "SCAN" in plan:
                self._index()

    def _index(self) -> None:
        """Remember where each tile is: without it every tile would read the whole file."""
        kinds = dict(self._db.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
        source = "images" if kinds.get("map") == kinds.get("images") == "table" else "tiles"
        if kinds.get("tiles") != ("view" if source == "images" else "table"):
            return
        try:
            rows = np.array(self._db.execute(_PLACES[source]).fetchall(), dtype=np.int64).reshape(-1, 4)
        except (sqlite3.OperationalError, TypeError, ValueError):
            # Tables of another shape: it stays slow, and right.
            return
        rows = rows[(rows[:, 0] >= 0) & (rows[:, 0] <= MAX_ZOOM)]
        keys = _key(rows[:, 0], rows[:, 1], rows[:, 2])
        order = np.argsort(keys, kind="stable")
        self._keys, self._rows, self._by_place = keys[order], rows[order, 3], _BY_PLACE[source]

    def _place(self, z: int, x: int, row: int) -> int | None:
        if self._keys is None:
            return None
        key = (z << 58) | (x << 29) | row
        index = int(np.searchsorted(self._keys, key))
        return int(self._rows[index]) if index < self._keys.size and int(self._keys[index]) == key else None

    def _meta(self) -> dict[str, str]:
        try:
            rows = self._db.execute("SELECT name, value FROM metadata LIMIT 200").fetchall()
        except sqlite3.OperationalError:
            return {}
        return {str(name): value for name, value in rows if isinstance(value, str)}

    def _examples(self, zooms: list[int]) -> Iterator[bytes]:
        """A few tiles to recognise the kind by, deepest first: near the top one may be empty sea."""
        for zoom in reversed(zooms[-_EXAMPLES:]):
            found = self._db.execute("SELECT tile_data FROM tiles WHERE zoom_level = ? LIMIT 1", (zoom,)).fetchone()
            if found and isinstance(found[0], bytes):
                yield found[0]

    def _is_late(self) -> int:
        return int(time.monotonic() > self._until)

    @contextlib.contextmanager
    def _telling(self, what: str) -> Iterator[None]:
        self._until = time.monotonic() + _SECONDS[what]
        try:
            yield
        except sqlite3.Error as error:
            raise UserError("tegels_beschadigd", bestand=self._name) from error


def _check_length(path: Path) -> None:
    """A file that broke off while it was copied is shorter than its own first page says."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100:
        raise UserError("tegels_afgebroken", bestand=path.name)
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    # The count is only meant when the two change counters agree.
    if head[24:28] == head[92:96] and pages * page > path.stat().st_size:
        raise UserError("tegels_afgebroken", bestand=path.name)


def _key(z: NDArray[np.int64], x: NDArray[np.int64], row: NDArray[np.int64]) -> NDArray[np.int64]:
    return (z << 58) | (x << 29) | row


def _is_range(row: tuple[Any, ...]) -> bool:
    if not all(isinstance(value, int) for value in row):
        return False
    zoom, _, west, east, low, high = row
    return bool(0 <= zoom <= MAX_ZOOM and 0 <= west <= east < 2**zoom and 0 <= low <= high < 2**zoom)


def _named_layers(text: str) -> frozenset[str]:
    try:
        layers = json.loads(text)["vector_layers"]
        return frozenset(str(layer["id"]) for layer in layers)
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def _corrections(meta: dict[str, str], minzoom: int, maxzoom: int, grens: Grens) -> Iterator[str]:
    """Which fields say something else than the tiles do."""
    for name, value in (("minzoom", minzoom), ("maxzoom", maxzoom)):
        if name in meta and meta[name].strip() != str(value):
            yield name
    if "bounds" not in meta:
        return
    try:
        said = [float(part) for part in meta["bounds"].split(",")]
    except ValueError:
        said = []
    west, south, east, north = grens
    reach = max(east - west, north - south, _FAR_DEG)
    # A box may be cut off inside its outer tiles, but not reach beyond them.
    fits = len(said) == 4 and all(
        abs(one - other) <= reach for one, other in zip(said, (west, south, east, north), strict=True)
    )
    if not fits:
        yield "bounds"
