"""The base map as raster tiles, put into an MBTiles file row by row: what is in it need not be fetched again.

Two lines fetch, this thread writes. The file is called ``.deel`` until every tile that exists is in it.
MBTiles 1.3: rows count from the south.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from queue import SimpleQueue

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_antwoord import Antwoord
from boa_app.mapdata.pdok_bladen import Meld
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.mapdata.pdok_gebied import Gebied, Tegel, tegel_bbox
from boa_app.mapdata.pdok_stand import Stand, lees_stand, schijffout, schrijf_stand

STIJLEN = ("standaard", "grijs", "pastel")
MINZOOM, MAXZOOM = 10, 19
ATTRIBUTIE = "Kaartgegevens © Kadaster"
LICENTIE = "CC BY 4.0"
TEGEL_BYTES = 2 * 1024 * 1024
# Level 17 of the largest municipality; more is a map of the country, for which these tiles are not meant.
MOST_TILES = 60_000
_PART = "basiskaart"
_LINES, _AHEAD, _BATCH = 2, 8, 64
_APPLICATION_ID = 0x4D504258
_HEAD, _TAIL = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_SIDES = (256, 512)
_Gehaald = tuple[Tegel, bytes | None]
_SCHEMA = """
create table if not exists metadata (name text primary key, value text);
create table if not exists tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob,
  primary key (zoom_level, tile_column, tile_row)) without rowid;
create table if not exists afwezig (zoom_level integer, tile_column integer, tile_row integer,
  primary key (zoom_level, tile_column, tile_row)) without rowid;
"""


class Tegelhaler:
    """Fetches the base map of a municipality in one style."""

    def __init__(self, ophaler: Ophaler, folder: Path, diensten: Diensten, stijl: str) -> None:
        if stijl not in STIJLEN:
            raise UserError("veld_ongeldig", veld="stijl")
        self._ophaler, self._url, self._stijl = ophaler, diensten.tegels, stijl
        self._target = folder / f"{_PART}-{stijl}.mbtiles"
        self._part = self._target.with_suffix(".deel")
        self._stand_path = folder / f"{_PART}-{stijl}.stand.json"

    def haal(self, gebied: Gebied, maxzoom: int, meld: Meld) -> Path:
        """The file with all tiles of an area, from level 10. Raises as Ophaler.haal, EnvironmentProblem
        pdok_gewijzigd, pdok_schijf, pdok_te_groot."""
        tiles = gebied.tegels(MINZOOM, min(max(maxzoom, MINZOOM), MAXZOOM))
        if len(tiles) > MOST_TILES:
            raise EnvironmentProblem("pdok_te_groot", onderdeel=_PART)
        sleutel = hashlib.sha256(f"{self._url} {self._stijl} {gebied.code} {tiles}".encode()).hexdigest()
        stand = self._stand(sleutel, tiles[0])
        if stand.klaar:
            meld(len(tiles), len(tiles))
            return self._target
        try:
            self._vul(gebied, tiles, meld)
            self._part.replace(self._target)
        except (OSError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                # A damaged half file is of no use to the next attempt either.
                self._stand_path.unlink(missing_ok=True)
            raise schijffout(error) from error
        stand.klaar = True
        schrijf_stand(self._stand_path, stand)
        return self._target

    def _stand(self, sleutel: str, first: Tegel) -> Stand:
        """How far it is of the map that is served now; an older half is thrown away."""
        known = lees_stand(self._stand_path, sleutel)
        if known is not None and (self._target if known.klaar else self._part).is_file():
            proef = self._proef(first, known.etag, known.gewijzigd)
            if proef is None or proef.vinger == known.vinger:
                return known
        else:
            proef = self._proef(first)
        if proef is None:
            raise EnvironmentProblem("pdok_onleesbaar", onderdeel=_PART)
        for path in (self._part, self._target):
            _weg(path)
        proef.sleutel = sleutel
        schrijf_stand(self._stand_path, proef)
        return proef

    def _proef(self, tile: Tegel, etag: str = "", gewijzigd: str = "") -> Stand | None:
        """What the first tile says of the edition, None when it is still the same."""

        def lees(antwoord: Antwoord) -> Stand | None:
            if antwoord.status == 304:
                return None
            if antwoord.status != 200:
                raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld=self._stijl)
            vinger = hashlib.sha256(lees_tegel(antwoord) or b"").hexdigest()
            return Stand("", antwoord.etag, antwoord.gewijzigd, vinger)

        url = self._adres(tile)
        return self._ophaler.haal(url, _PART, lees, limit=TEGEL_BYTES, etag=etag, gewijzigd=gewijzigd)

    def _vul(self, gebied: Gebied, tiles: Sequence[Tegel], meld: Meld) -> None:
        with contextlib.closing(sqlite3.connect(self._part)) as database:
            database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            database.executescript(_SCHEMA)
            have = set(database.execute("SELECT zoom_level, tile_column, tile_row FROM tiles"))
            have |= set(database.execute("SELECT zoom_level, tile_column, tile_row FROM afwezig"))
            todo = [tile for tile in tiles if _rij(tile) not in have]
            done = len(tiles) - len(todo)
            meld(done, len(tiles))
            try:
                with contextlib.closing(self._stroom(todo)) as stroom:
                    for tile, data in stroom:
                        _bewaar(database, tile, data)
                        done += 1
                        if done % _BATCH == 0:
                            database.commit()
                        meld(done, len(tiles))
            finally:
                # Also when the line broke or the person stopped: the next attempt goes on from here.
                database.commit()
            self._maak_af(database, gebied)

    def _stroom(self, todo: Sequence[Tegel]) -> Generator[_Gehaald]:
        stop = threading.Event()
        lines: SimpleQueue[Ophaler] = SimpleQueue()
        made = [self._ophaler.tweede(lambda: stop.is_set() or self._ophaler.cancelled()) for _ in range(_LINES)]
        for line in made:
            lines.put(line)

        def een(tile: Tegel) -> _Gehaald:
            line = lines.get()
            try:
                return tile, line.haal(self._adres(tile), _PART, lees_tegel, limit=TEGEL_BYTES)
            finally:
                lines.put(line)

        try:
            with ThreadPoolExecutor(_LINES, thread_name_prefix="boa-tegels") as pool:
                yield from _in_volgorde_van_binnenkomst(pool, een, todo, stop)
        finally:
            for line in made:
                self._ophaler.tel_mee(line)
                line.close()

    def _maak_af(self, database: sqlite3.Connection, gebied: Gebied) -> None:
        rows = list(database.execute("SELECT zoom_level, tile_column, tile_row FROM tiles"))
        zooms = [row[0] for row in rows]
        deepest = [tegel_bbox(zoom, x, 2**zoom - 1 - row) for zoom, x, row in rows if zoom == max(zooms)]
        west, south, east, north = zip(*deepest, strict=True)
        bounds = (min(west), min(south), max(east), max(north))
        facts = {
            "name": f"BRT Achtergrondkaart {self._stijl} {gebied.naam}", "format": "png", "type": "baselayer",
            "version": "1.0.0", "description": gebied.code, "attribution": ATTRIBUTIE, "license": LICENTIE,
            "minzoom": min(zooms), "maxzoom": max(zooms), "bounds": ",".join(f"{value:.6f}" for value in bounds),
        }  # fmt: skip
        database.executemany("INSERT OR REPLACE INTO metadata VALUES (?, ?)", [(k, str(v)) for k, v in facts.items()])
        database.execute("DROP TABLE afwezig")
        database.commit()

    def _adres(self, tile: Tegel) -> str:
        zoom, x, y = tile
        return self._url.format(stijl=self._stijl, z=zoom, x=x, y=y)


def _in_volgorde_van_binnenkomst(
    pool: ThreadPoolExecutor, een: Callable[[Tegel], _Gehaald], todo: Sequence[Tegel], stop: threading.Event
) -> Iterator[_Gehaald]:
    """What comes in, with a few requests waiting and never more; on the first problem the others are given up."""
    pending: set[Future[_Gehaald]] = set()
    try:
        for number, tile in enumerate(todo, start=1):
            pending.add(pool.submit(een, tile))
            if len(pending) >= _AHEAD or number == len(todo):
                ready, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from [future.result() for future in ready]
        for future in tuple(pending):
            yield future.result()
    finally:
        stop.set()
        for future in pending:
            future.cancel()


def lees_tegel(antwoord: Antwoord) -> bytes | None:
    """A whole PNG tile, None where the service has none. Raises ValueError for anything else."""
    if antwoord.status in (204, 404):
        return None
    body = antwoord.body
    if not (body.startswith(_HEAD) and body.endswith(_TAIL)):
        raise ValueError("png")
    if (int.from_bytes(body[16:20], "big"), int.from_bytes(body[20:24], "big")) not in {(n, n) for n in _SIDES}:
        raise ValueError("size")
    return body


def _bewaar(database: sqlite3.Connection, tile: Tegel, data: bytes | None) -> None:
    if data is None:
        database.execute("INSERT OR REPLACE INTO afwezig VALUES (?, ?, ?)", _rij(tile))
    else:
        database.execute("INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?)", (*_rij(tile), data))


def _rij(tile: Tegel) -> Tegel:
    zoom, x, y = tile
    return zoom, x, 2**zoom - 1 - y


def _weg(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    except OSError as error:
        raise schijffout(error) from error
