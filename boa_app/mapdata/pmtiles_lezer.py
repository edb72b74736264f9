"""PMTiles version 3: one file of tiles along a Hilbert curve, read by seeking, never as a whole."""

from __future__ import annotations

import gzip
import json
import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pmtiles import tile as pm

from boa_app.domain.errors import UserError
from boa_app.mapdata.tegelvorm import (
    MAX_ZOOM,
    PACKED_LIMIT_BYTES,
    Grens,
    TegelFoutError,
    Verslag,
    box_of,
    plain_text,
    unpack,
)

MAGIC = b"PMTiles"
_HEADER_BYTES = 127
_DIRECTORY_LIMIT_BYTES = 2 * 1024 * 1024
_META_LIMIT_BYTES = 4 * 1024 * 1024
_DEPTH = 4
_KEPT_DIRECTORIES = 64
# Beyond this the tiles are not all walked to find the bounds.
_WALK_LIMIT = 4_000_000
_RUN_LIMIT = 65_536
_EXAMPLES = 3
_BROKEN = (ValueError, KeyError, TypeError, IndexError, EOFError, OverflowError, OSError, RecursionError)

Entries = list[pm.Entry]


class PmtilesLezer:
    """One PMTiles file. Raises UserError tegels_afgebroken, tegels_beschadigd, tegels_geen, tegels_soort(bestand)."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._lock = threading.Lock()
        # Replaced as a whole when full, so that any thread may look in it.
        self._directories: dict[tuple[int, int], Entries] = {}
        self._file = path.open("rb")
        try:
            self._size = path.stat().st_size
            self._header = self._read_header()
        except BaseException:
            self._file.close()
            raise

    def describe(self) -> Verslag:
        """What is in the file; the bounds and zooms are those of its tiles."""
        meta = self._meta()
        try:
            entries, whole = self._walk()
            first, last = min(e.tile_id for e in entries), max(e.tile_id + e.run_length - 1 for e in entries)
            minzoom, maxzoom = pm.tileid_to_zxy(first)[0], pm.tileid_to_zxy(last)[0]
            grens = _box(entries, maxzoom) if whole else self._said_box()
            examples = tuple(
                self._range(self._header["tile_data_offset"] + entry.offset, entry.length)
                for entry in entries[-_EXAMPLES:][::-1]
            )
        except _BROKEN as error:
            raise UserError("tegels_beschadigd", bestand=self._name) from error
        if maxzoom > MAX_ZOOM:
            raise UserError("tegels_beschadigd", bestand=self._name)
        said = {"minzoom": self._header["min_zoom"], "maxzoom": self._header["max_zoom"]}
        wrong = [name for name, value in (("minzoom", minzoom), ("maxzoom", maxzoom)) if said[name] != value]
        if whole and _is_outside(self._said_box(), grens):
            wrong.append("bounds")
        layers = meta.get("vector_layers")
        return Verslag(
            naam=plain_text(str(meta.get("name", ""))),
            attributie=plain_text(str(meta.get("attribution", ""))),
            minzoom=minzoom,
            maxzoom=maxzoom,
            grens=grens,
            voorbeelden=examples,
            lagen=frozenset(str(one.get("id", "")) for one in layers if isinstance(one, dict))
            if isinstance(layers, list)
            else frozenset(),
            gecorrigeerd=tuple(wrong),
        )

    def read(self, z: int, x: int, y: int) -> bytes | None:
        """One tile as it lies in the file, or None. Raises UserError tegels_beschadigd(bestand)."""
        try:
            entry = self._find(pm.zxy_to_tileid(z, x, y))
            if entry is None:
                return None
            return self._range(self._header["tile_data_offset"] + entry.offset, entry.length)
        except _BROKEN as error:
            raise UserError("tegels_beschadigd", bestand=self._name) from error

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        with self._lock:
            self._file.close()

    def _read_header(self) -> pm.HeaderDict:
        head = self._file.read(_HEADER_BYTES)
        if len(head) < _HEADER_BYTES:
            raise UserError("tegels_afgebroken", bestand=self._name)
        try:
            header = pm.deserialize_header(head)
        except (pm.SpecVersionUnsupported, pm.MagicNumberNotFound) as error:
            raise UserError("tegels_soort", bestand=self._name, soort=f"PMTiles {head[7]}") from error
        except ValueError as error:
            raise UserError("tegels_beschadigd", bestand=self._name) from error
        known = (pm.Compression.NONE, pm.Compression.GZIP)
        for packing in (header["internal_compression"], header["tile_compression"]):
            if packing not in known:
                raise UserError("tegels_soort", bestand=self._name, soort=packing.name.lower())
        kinds: tuple[Any, ...] = (("root_offset", "root_length"), ("metadata_offset", "metadata_length"))
        kinds += (("leaf_directory_offset", "leaf_directory_length"), ("tile_data_offset", "tile_data_length"))
        fields: dict[str, Any] = dict(header)
        if any(fields[offset] + fields[length] > self._size for offset, length in kinds):
            raise UserError("tegels_afgebroken", bestand=self._name)
        return header

    def _range(self, offset: int, length: int) -> bytes:
        if not 0 < length <= PACKED_LIMIT_BYTES or offset + length > self._size:
            raise TegelFoutError("range")
        with self._lock:
            self._file.seek(offset)
            return self._file.read(length)

    def _directory(self, offset: int, length: int) -> Entries:
        known = self._directories.get((offset, length))
        if known is not None:
            return known
        raw = self._range(offset, length)
        content = raw
        if self._header["internal_compression"] == pm.Compression.GZIP:
            content = unpack(raw, _DIRECTORY_LIMIT_BYTES)
            if content is raw:
                raise TegelFoutError("gzip")
        elif len(content) > _DIRECTORY_LIMIT_BYTES:
            raise TegelFoutError("directory")
        # The library only reads them packed; what is packed here is known to be small.
        entries = pm.deserialize_directory(gzip.compress(content, 1))
        if len(self._directories) >= _KEPT_DIRECTORIES:
            self._directories = {}
        self._directories[(offset, length)] = entries
        return entries

    def _find(self, tile_id: int) -> pm.Entry | None:
        offset, length = self._header["root_offset"], self._header["root_length"]
        for _ in range(_DEPTH):
            entry = pm.find_tile(self._directory(offset, length), tile_id)
            if entry is None or entry.run_length > 0:
                return entry
            offset, length = self._header["leaf_directory_offset"] + entry.offset, entry.length
        raise TegelFoutError("depth")

    def _walk(self) -> tuple[Entries, bool]:
        """All entries of tiles, in order; False when there are too many and only both ends were read."""
        found = list(self._directory(self._header["root_offset"], self._header["root_length"]))
        whole = self._header["leaf_directory_length"] <= _WALK_LIMIT
        for _ in range(_DEPTH):
            leaves = [entry for entry in found if entry.run_length == 0]
            if not leaves:
                break
            inside: Entries = []
            for leaf in leaves if whole else [leaves[0], leaves[-1]]:
                inside += self._directory(self._header["leaf_directory_offset"] + leaf.offset, leaf.length)
                # Leaves that point to one another, or all to the same one, would fill the memory.
                if len(inside) > _WALK_LIMIT:
                    raise TegelFoutError("directory")
            found = sorted([entry for entry in found if entry.run_length > 0] + inside, key=lambda e: e.tile_id)
        tiles = [entry for entry in found if entry.run_length > 0]
        if not tiles:
            raise UserError("tegels_geen", bestand=self._name)
        return tiles, whole

    def _meta(self) -> dict[str, Any]:
        offset, length = self._header["metadata_offset"], self._header["metadata_length"]
        if length == 0:
            return {}
        try:
            meta = json.loads(unpack(self._range(offset, length), _META_LIMIT_BYTES))
        except _BROKEN:
            # Nothing of it is needed to draw.
            return {}
        return meta if isinstance(meta, dict) else {}

    def _said_box(self) -> Grens:
        header = self._header
        return (
            header["min_lon_e7"] / 1e7,
            header["min_lat_e7"] / 1e7,
            header["max_lon_e7"] / 1e7,
            header["max_lat_e7"] / 1e7,
        )


def _box(entries: Entries, zoom: int) -> Grens:
    """Around the tiles of one zoom. Of an endless run of equal tiles (sea) only the ends are looked at."""
    start = ((1 << (zoom * 2)) - 1) // 3
    places: list[int] = []
    for entry in entries:
        last = entry.tile_id + entry.run_length - 1
        if last < start:
            continue
        first = max(entry.tile_id, start)
        is_short = last - first < _RUN_LIMIT and len(places) < _WALK_LIMIT
        places.extend(range(first, last + 1) if is_short else (first, last))
    x, y = _hilbert(np.asarray(places, dtype=np.int64) - start, zoom)
    return box_of(zoom, int(x.min()), int(y.min()), int(x.max()), int(y.max()))


def _hilbert(place: NDArray[np.int64], zoom: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Column and row of places along the curve that fills one zoom."""
    x, y, rest = np.zeros_like(place), np.zeros_like(place), place.copy()
    for level in range(zoom):
        side = 1 << level
        rx = (rest >> 1) & 1
        ry = (rest ^ rx) & 1
        flip = (ry == 0) & (rx == 1)
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(ry == 0, y, x), np.where(ry == 0, x, y)
        x, y, rest = x + side * rx, y + side * ry, rest >> 2
    return x, y


def _is_outside(said: Grens, real: Grens) -> bool:
    reach = max(real[2] - real[0], real[3] - real[1])
    return any(abs(one - other) > reach for one, other in zip(said, real, strict=True))
