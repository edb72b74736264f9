"""The kaartpakket: a folder with everything a map of one municipality needs, none of it secret.

    manifest.json                municipality, sources, warnings; per part its file, size and SHA-256
    omtrek.geojson … (onderdelen.py)   small parts, read whole
    netwerk.straten  adressen.sqlite  basiskaart.mbtiles|.pmtiles   large parts, read where they lie

Format 1, still read, held five GeoJSON parts and no sizes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from boa_app.domain.errors import BoaError, EnvironmentProblem
from boa_app.mapdata import onderdelen as o
from boa_app.mapdata.buurtjaren import Buurt, Wijk, buurten_op, nieuwste
from boa_app.mapdata.geojson import Position, Ring, Rings
from boa_app.mapdata.manifest import (
    FILE_LIMIT_BYTES,
    MANIFEST,
    PART_LIMIT_BYTES,
    SMALL_BYTES,
    VERSIE,
    Bron,
    Grens,
    Manifest,
    Onderdeel,
    Waarschuwing,
    check_file,
    encode_manifest,
    read_bounded,
    read_manifest,
    telling,
)
from boa_app.mapdata.onderdelen import Gebiedsvlak, Plaatspunt, Straat, Vlak, Vormen

__all__ = [
    "FILE_LIMIT_BYTES", "MANIFEST", "VERSIE", "Bron", "Buurt", "Gebiedsvlak", "Grens", "Kaartpakket", "Manifest",
    "Onderdeel", "Plaatspunt", "Position", "Ring", "Rings", "Straat", "Vlak", "Vormen", "Waarschuwing", "Wijk",
    "grens_of", "load_pakket", "load_usable", "write_pakket", "write_vormen",
]  # fmt: skip
_SQLITE, _PMTILES = b"SQLite format 3\x00", b"PMTiles"


@dataclass(frozen=True, slots=True)
class Kaartpakket:
    """A kaartpakket in memory. Positions are (lon, lat) WGS84; rings are closed.

    buurten, wijken: of the newest year; oudere_buurten: of earlier years. straten: named lines for drawing and search.
    netwerk, adressen, basiskaart: files that stay on disk, None without that part. gemaakt_op: UTC, ISO 8601.
    """

    gemeente_code: str
    naam: str
    omtrek: Rings
    buurten: tuple[Buurt, ...]
    straten: tuple[Straat, ...]
    vlakken: tuple[Vlak, ...]
    plekken: tuple[Plaatspunt, ...]
    bronnen: tuple[Bron, ...]
    voorbeeld: bool = False
    folder: Path | None = field(default=None, compare=False)
    wijken: tuple[Wijk, ...] = ()
    oudere_buurten: tuple[Buurt, ...] = ()
    gebieden: tuple[Gebiedsvlak, ...] = ()
    netwerk: Path | None = None
    adressen: Path | None = None
    basiskaart: Path | None = None
    gemaakt_op: str = ""
    grens: Grens | None = field(default=None, compare=False)
    waarschuwingen: tuple[Waarschuwing, ...] = ()

    @property
    def attributie(self) -> str:
        """The line that must be readable on every map made of this pakket."""
        return " | ".join(dict.fromkeys(bron.attributie for bron in self.bronnen if bron.attributie))

    @property
    def jaar(self) -> int:
        """The year of the newest buurten, 0 when it is not known."""
        return max((buurt.jaar for buurt in self.buurten), default=0)

    def buurten_op(self, dag: date) -> tuple[Buurt, ...]:
        """The buurten as they were on a day: a melding keeps the buurt of its date."""
        return buurten_op((*self.oudere_buurten, *self.buurten), dag)


def load_pakket(folder: Path, *, thorough: bool = False) -> Kaartpakket:
    """Read a kaartpakket. Sizes and the sums of small parts are always checked; thorough: all sums, and every large
    part is opened.

    Raises UserError kaartpakket_ontbreekt(map), kaartpakket_nieuwer(versie, kent), EnvironmentProblem
    kaartpakket_beschadigd(onderdeel).
    """
    manifest = read_manifest(folder)
    pakket, damage = _load(folder, manifest, thorough)
    if damage:
        raise damage[0]
    return pakket


def load_usable(folder: Path) -> tuple[Kaartpakket, tuple[EnvironmentProblem, ...]]:
    """A kaartpakket without the parts that are damaged, and which those are: who stands outside is better off with
    buurten and streets than with nothing. Raises as load_pakket when the manifest is no good or no part is left."""
    manifest = read_manifest(folder)
    pakket, damage = _load(folder, manifest, thorough=False)
    if damage and len(damage) == len(manifest.onderdelen):
        raise damage[0]
    return pakket, damage


def _load(folder: Path, manifest: Manifest, thorough: bool) -> tuple[Kaartpakket, tuple[EnvironmentProblem, ...]]:
    read, files, damage = {}, {}, []
    for name in manifest.onderdelen:
        try:
            if name in o.GEOJSON_PARTS:
                read[name] = _read_part(folder, manifest, name)
            else:
                path = _file_part(folder, manifest, name, thorough)
                if name == o.STRATEN and o.LIJNEN not in manifest.onderdelen:
                    read[o.LIJNEN] = _street_lines(path)
                files[name] = path
        except EnvironmentProblem as problem:
            damage.append(problem)
    alle = read.get(o.BUURTEN, ())
    buurten = nieuwste(alle)
    vormen = Vormen(
        omtrek=read.get(o.OMTREK, ()), wijken=_newest(read.get(o.WIJKEN, ())), buurten=buurten,
        vlakken=read.get(o.VLAKKEN, ()), plekken=read.get(o.PLEKKEN, ()), gebieden=read.get(o.GEBIEDEN, ()),
        straten=read.get(o.LIJNEN, ()),
    )  # fmt: skip
    pakket = Kaartpakket(
        manifest.gemeente_code, manifest.naam, vormen.omtrek, buurten, vormen.straten, vormen.vlakken, vormen.plekken,
        manifest.bronnen, manifest.voorbeeld,
        folder=folder,
        wijken=vormen.wijken,
        oudere_buurten=tuple(buurt for buurt in alle if buurt.jaar != buurten[0].jaar),
        gebieden=vormen.gebieden,
        netwerk=files.get(o.STRATEN),
        adressen=files.get(o.ADRESSEN),
        basiskaart=files.get(o.BASISKAART),
        gemaakt_op=manifest.gemaakt_op,
        grens=manifest.grens or grens_of(vormen),
        waarschuwingen=manifest.waarschuwingen,
    )  # fmt: skip
    return pakket, tuple(damage)


def write_pakket(folder: Path, pakket: Kaartpakket) -> None:
    """Write the small parts of a kaartpakket into a folder, made when absent; the manifest comes last, so a half one is
    never loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    vormen = Vormen(
        pakket.omtrek, pakket.wijken, (*pakket.oudere_buurten, *pakket.buurten), pakket.vlakken, pakket.plekken,
        pakket.gebieden, pakket.straten,
    )  # fmt: skip
    parts = write_vormen(folder, vormen, pakket.naam)
    manifest = Manifest(
        gemeente_code=pakket.gemeente_code,
        naam=pakket.naam,
        gemaakt_op=pakket.gemaakt_op,
        voorbeeld=pakket.voorbeeld,
        grens=grens_of(vormen),
        bronnen=pakket.bronnen,
        onderdelen=parts,
        ontbreekt=tuple(part for part in o.PARTS if part not in parts),
        waarschuwingen=pakket.waarschuwingen,
    )
    (folder / MANIFEST).write_bytes(encode_manifest(manifest))


def write_vormen(folder: Path, vormen: Vormen, naam: str) -> dict[str, Onderdeel]:
    """Write every GeoJSON part that holds something into a folder, and say what was written. Raises OSError."""
    written = {}
    for part in o.GEOJSON_PARTS:
        data, aantal = o.encode_part(part, vormen, naam)
        if aantal:
            bestand = o.FILES[part][0]
            (folder / bestand).write_bytes(data)
            written[part] = Onderdeel(part, bestand, len(data), hashlib.sha256(data).hexdigest(), aantal)
    return written


def grens_of(vormen: Vormen) -> Grens | None:
    """West, south, east, north of the outline, else of the buurten, else of the streets, else of the areas."""
    for lines in (
        vormen.omtrek,
        [ring for buurt in vormen.buurten for ring in buurt.rings],
        [line for straat in vormen.straten for line in straat.lines],
        [ring for vlak in vormen.vlakken for ring in vlak.rings],
    ):
        if lines:
            lons, lats = zip(*(position for line in lines for position in line), strict=True)
            return min(lons), min(lats), max(lons), max(lats)
    return None


def _newest(wijken: tuple[Wijk, ...]) -> tuple[Wijk, ...]:
    jaar = max((wijk.jaar for wijk in wijken), default=0)
    return tuple(wijk for wijk in wijken if wijk.jaar == jaar)


def _read_part(folder: Path, manifest: Manifest, name: str) -> tuple:  # type: ignore[type-arg]
    part = manifest.onderdelen[name]
    # Format 1 named the drawn streets "straten", and so do people.
    with telling("straten" if name == o.LIJNEN else name):
        data = read_bounded(folder / part.bestand, PART_LIMIT_BYTES)
        if manifest.versie > 1 and len(data) != part.bytes:
            raise ValueError("size")
        if hashlib.sha256(data).hexdigest() != part.sha256:
            raise ValueError("sum")
        found: tuple = o.read_part(name, data)  # type: ignore[type-arg]
    return found


def _file_part(folder: Path, manifest: Manifest, name: str, thorough: bool) -> Path:
    part = manifest.onderdelen[name]
    with telling(name):
        path = check_file(folder, part, sums=thorough or part.bytes <= SMALL_BYTES)
        _check_head(path)
        if thorough:
            _open_part(name, path)
    return path


def _check_head(path: Path) -> None:
    wanted = _PMTILES if path.suffix == ".pmtiles" else _SQLITE
    with path.open("rb") as file:
        if file.read(len(wanted)) != wanted:
            raise ValueError("head")


def _open_part(name: str, path: Path) -> None:
    """Open a large part as its user will. Raises what telling knows."""
    try:
        if name == o.STRATEN:
            from boa_app.mapdata.netwerk import check_netwerk

            check_netwerk(path)
        elif name == o.ADRESSEN:
            from boa_app.mapdata.adressen import check_adressen

            check_adressen(path, geheel=True)
        else:
            from boa_app.mapdata.tegels import open_tegels

            open_tegels(path).close()
    except BoaError as error:
        raise ValueError(error.code) from error


def _street_lines(path: Path) -> tuple[Straat, ...]:
    from boa_app.mapdata.netwerk import read_straten

    try:
        return read_straten(path)
    except BoaError as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=o.STRATEN) from error
