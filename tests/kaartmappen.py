"""Real kaartpakketten on disk for tests of whatever hands them on: small parts, and a file part of any size."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from boa_app.mapdata.manifest import MANIFEST, Onderdeel, encode_manifest, read_manifest
from boa_app.mapdata.pakket import write_pakket
from boa_app.server.kaartpakketten import Kaartenmap, kaartsleutel, zet
from boa_app.sync.kaartbestand import Kaartkop
from boa_app.usecases.kaartinpakken import Tekenaar, pak_in_met
from tests.centrale import Centrale
from tests.samples import small_kaart

MADE_ON = "2026-11-20T21:00:00.000Z"


def maak_kaartmap(
    folder: Path, *, gemaakt_op: str = MADE_ON, naam: str = "IJsselstein", gemeente_code: str = "GM0353",
    tegels: int = 0,
) -> Path:  # fmt: skip
    """The small kaartpakket of the samples, as somebody made it. tegels: so many tiles of 64 KiB as base map."""
    write_pakket(
        folder,
        replace(small_kaart(), voorbeeld=False, gemaakt_op=gemaakt_op, naam=naam, gemeente_code=gemeente_code),
    )
    if tegels:
        _add_tegels(folder, tegels)
    return folder


def breng_naar_centrale(centrale: Centrale, map_: Path) -> Kaartkop:
    """Pack a kaartpakket on a device of this centre and put it there, as an administrator does."""
    maker = centrale.toestel("Maker", "teamleider").teken
    made = pak_in_met(Tekenaar(maker.prive, "IJsselstein, Laptop"), map_, map_.with_suffix(".boakaart"))
    own = kaartsleutel(centrale.db).publiek
    with made.bestand.open("rb") as file:
        return zet(centrale.db, Kaartenmap(centrale.kaarten, lambda: own), file, centrale.dienst.clock())


def _add_tegels(folder: Path, count: int) -> None:
    path = folder / "basiskaart.mbtiles"
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
        "e221bc330000000049454e44ae426082"
    )
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE metadata (name text, value text)")
        db.executemany(
            "INSERT INTO metadata VALUES (?, ?)",
            [("name", "proef"), ("format", "png"), ("bounds", "5.0,52.0,5.04,52.02"), ("minzoom", "12"),
             ("maxzoom", "12"), ("attribution", "proef")],
        )  # fmt: skip
        db.execute("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)")
        db.executemany(
            "INSERT INTO tiles VALUES (12, ?, ?, ?)",
            [(2104 + n % 10, 2744 - n // 10, pixel + bytes([n % 256]) * 65_536) for n in range(count)],
        )
    content = path.read_bytes()
    part = Onderdeel("basiskaart", path.name, len(content), hashlib.sha256(content).hexdigest(), count)
    manifest = read_manifest(folder)
    parts = {**manifest.onderdelen, "basiskaart": part}
    missing = tuple(name for name in manifest.ontbreekt if name != "basiskaart")
    (folder / MANIFEST).write_bytes(encode_manifest(replace(manifest, onderdelen=parts, ontbreekt=missing)))
