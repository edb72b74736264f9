"""A base map made of tiles: an MBTiles or PMTiles file, told apart by content, answering any thread."""

from __future__ import annotations

from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.mapdata import mbtiles, pmtiles_lezer
from boa_app.mapdata.tegelvorm import (
    MIMES,
    ONBEKEND,
    OPENMAPTILES,
    PROTOMAPS,
    RASTER,
    VECTOR,
    Grens,
    TegelFoutError,
    Tegellezer,
    layer_names,
    recognise,
    schema_of,
    unpack,
)

__all__ = ["Tegelbron", "open_tegels"]
# What the makers of these schemas ask to be named when a file itself is silent.
_ATTRIBUTIE = {
    OPENMAPTILES: "© OpenMapTiles © OpenStreetMap contributors",
    PROTOMAPS: "© OpenStreetMap contributors",
}
_DECIMALS = 6


class Tegelbron:
    """The tiles of one file; close it when done.

    soort: raster or vector. formaat: png, jpg, webp or mvt. schema: openmaptiles, protomaps or onbekend, "" for raster.
    minzoom, maxzoom and grens (west, south, east, north in degrees) are those of the tiles that are there;
    gecorrigeerd names what the file itself says otherwise. onleesbaar counts tiles that could not be unpacked.
    """

    def __init__(self, path: Path, lezer: Tegellezer) -> None:
        self._lezer = lezer
        verslag = lezer.describe()
        self.pad = path
        self.naam = verslag.naam
        self.minzoom, self.maxzoom = verslag.minzoom, verslag.maxzoom
        west, south, east, north = (round(value, _DECIMALS) for value in verslag.grens)
        self.grens: Grens = (west, south, east, north)
        self.gecorrigeerd = verslag.gecorrigeerd
        self.onleesbaar = 0
        self.formaat, layers = _recognise_all(path, verslag.voorbeelden)
        self.soort = VECTOR if self.formaat == "mvt" else RASTER
        self.schema = _first_known(layers, verslag.lagen) if self.soort == VECTOR else ""
        self.attributie = verslag.attributie or _ATTRIBUTIE.get(self.schema, "")

    @property
    def mime(self) -> str:
        """What a tile is, for whoever serves it."""
        return MIMES[self.formaat]

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """One unpacked tile, row counted from the north; None where there is none or it cannot be read.

        Any thread. Raises UserError tegels_beschadigd(bestand) when the file itself fails.
        """
        if not (self.minzoom <= z <= self.maxzoom and 0 <= x < 2**z and 0 <= y < 2**z):
            return None
        data = self._lezer.read(z, x, y)
        if not data:
            return None
        try:
            return unpack(data)
        except TegelFoutError:
            self.onleesbaar += 1
            return None

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._lezer.close()


def open_tegels(path: Path) -> Tegelbron:
    """The tiles of a file.

    Raises UserError kaartpakket_bestand_ontbreekt, kaartpakket_bestand_leeg, tegels_afgebroken, tegels_beschadigd,
    tegels_geen, tegels_soort, tegels_vreemd (bestand).
    """
    lezer = _open(path)
    try:
        return Tegelbron(path, lezer)
    except BaseException:
        lezer.close()
        raise


def _open(path: Path) -> Tegellezer:
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise UserError("kaartpakket_bestand_ontbreekt", bestand=path.name) from error
    if not head:
        raise UserError("kaartpakket_bestand_leeg", bestand=path.name)
    if head.startswith(pmtiles_lezer.MAGIC):
        return pmtiles_lezer.PmtilesLezer(path)
    if head == mbtiles.MAGIC:
        return mbtiles.MbtilesLezer(path)
    raise UserError("tegels_vreemd", bestand=path.name)


def _recognise_all(path: Path, examples: tuple[bytes, ...]) -> tuple[str, frozenset[str]]:
    """The kind of the tiles, and for vectors the layers seen in them."""
    kinds: list[str] = []
    layers: frozenset[str] = frozenset()
    for data in examples:
        try:
            content = unpack(data)
        except TegelFoutError:
            continue
        kind = recognise(content)
        if kind:
            kinds.append(kind)
        if kind == "mvt":
            layers |= layer_names(content)
    if not kinds:
        raise UserError("tegels_soort", bestand=path.name, soort="?")
    return kinds[0], layers


def _first_known(*groups: frozenset[str]) -> str:
    schemas = [schema_of(layers) for layers in groups]
    return next((schema for schema in schemas if schema != ONBEKEND), ONBEKEND)
