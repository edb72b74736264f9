"""Making a street network of a file, on its own: what the command line does, and what plans are made on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.mapdata.bewaring import writing_to
from boa_app.mapdata.bouw import check_source
from boa_app.mapdata.geojson import Rings, load_json, read_areas
from boa_app.mapdata.manifest import BROKEN, PART_LIMIT_BYTES, read_bounded

SUFFIX = ".straten"


@dataclass(frozen=True, slots=True)
class Stukmaat:
    """One connected piece of the network."""

    nr: int
    knopen: int
    km: float


@dataclass(frozen=True, slots=True)
class Stratenverslag:
    """What came of a street file: what can be walked, and per reason what was left out. stukken: largest first."""

    knopen: int
    segmenten: int
    km: float
    overgeslagen: dict[str, int]
    stukken: tuple[Stukmaat, ...]


def importeer_straten(
    bron: Path, naar: Path, *, grens: Path | None = None, progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Stratenverslag:  # fmt: skip
    """Write the network of OpenStreetMap or NWB; what was at naar is replaced when all went well.

    grens: areas to stay within, a file of borders or any GeoJSON of areas. Raises as straten_in.import_straten,
    UserError straten_naar(bestand), kaartpakket_bestand_vreemd(bestand, onderdeel), EnvironmentProblem as writing_to.
    """
    from boa_app.mapdata.netwerk import write_netwerk
    from boa_app.mapdata.straten_in import import_straten

    if naar.suffix != SUFFIX or naar.is_dir():
        raise UserError("straten_naar", bestand=naar.name)
    rings = read_grens(grens) if grens is not None else None
    found = import_straten(check_source(bron), grens=rings, progress=progress, cancelled=cancelled)
    with writing_to(naar.parent):
        naar.parent.mkdir(parents=True, exist_ok=True)
        write_netwerk(naar, found.netwerk)
    telling = found.netwerk.telling
    return Stratenverslag(
        telling.knopen, telling.segmenten, round(telling.km, 3), dict(found.overgeslagen),
        tuple(Stukmaat(stuk.nr, stuk.knopen, round(stuk.km, 3)) for stuk in found.stukken),
    )  # fmt: skip


def read_grens(path: Path) -> Rings:
    """The outline in a file of borders, or the areas in any GeoJSON in WGS84. Raises UserError as grenzen.read_grenzen,
    or kaartpakket_bestand_vreemd(bestand, onderdeel) when it is neither."""
    from boa_app.mapdata.grenzen import read_grenzen

    try:
        return read_grenzen(check_source(path)).omtrek
    except UserError as error:
        return _read_areas(path, error)


def _read_areas(path: Path, reason: UserError) -> Rings:
    try:
        raw = load_json(read_bounded(path, PART_LIMIT_BYTES))
        kind = raw["type"]
        features = raw["features"] if kind == "FeatureCollection" else [raw]
        if kind not in ("FeatureCollection", "Feature"):
            features = [{"geometry": raw, "properties": {}}]
        rings = tuple(ring for _, rings in read_areas(features) for ring in rings)
    except (OSError, *BROKEN):
        raise reason from None
    if not rings:
        raise reason
    return rings
