"""Streets out of road files that are no OpenStreetMap: the NWB, a city's pedestrian network, lines in general.

Such files hold lines without junctions. Ends that meet within half a metre become one node; a line that merely crosses
another one stays apart, for it may go above it. The NWB knows named and numbered roads: back paths are mostly missing.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.errors import UserError
from boa_app.mapdata.geobestand import check_whole, read_features
from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.ligging import Stelsel, find_stelsel, to_degrees
from boa_app.mapdata.netwerk_bouw import Wegen, build_netwerk
from boa_app.mapdata.netwerk_snijden import cut, frame_of
from boa_app.mapdata.netwerk_vorm import SCHAAL, lengths_m, stukken, to_whole
from boa_app.mapdata.nwb_regels import is_nwb, read_row, reason_to_leave_out, weg_of
from boa_app.mapdata.osm import OsmUitkomst
from boa_app.mapdata.osm_inhoud import Cancelled, Progress, ask_to_go_on, never, unheard
from boa_app.mapdata.osm_soort import Soort, recognise
from boa_app.mapdata.osm_vlakken import Vlakken
from boa_app.mapdata.wegregels import Reden
from boa_app.routing.noding import join_ends

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOLERANCE_M = 0.5
_LINES = ("LineString", "MultiLineString")
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
Row = Mapping[str, Any]
Lijnen = list[tuple[dict[str, str], NDArray[np.float64]]]


def import_nwb(
    path: Path, *, grens: Rings | None = None, progress: Progress = unheard, cancelled: Cancelled = never
) -> OsmUitkomst:
    """Streets of a GeoPackage or GeoJSON with lines, RD or WGS84, within a border and 500 m around it.

    Raises UserError as osm.import_osm, and those of ligging about positions.
    """
    soort = recognise(path)
    if soort not in (Soort.GEOPACKAGE, Soort.GEOJSON):
        raise UserError("straten_bestand_vreemd", bestand=path.name)
    ask_to_go_on(0.0, progress, cancelled)
    rows, shapes, declared = _read(path, soort, grens)
    ask_to_go_on(0.5, progress, cancelled)
    return _outcome(_in_degrees(path, rows, shapes, declared), grens, path.name, progress, cancelled)


def import_features(
    features: Iterable[tuple[Row, Rings]],
    *,
    grens: Rings | None = None,
    progress: Progress = unheard,
    cancelled: Cancelled = never,
) -> OsmUitkomst:
    """The same of sections that were fetched: their properties and lines, (lon, lat) WGS84.

    Raises UserError straten_geen_wegen(bestand), straten_gestopt.
    """
    ask_to_go_on(0.0, progress, cancelled)
    lines = [(read_row(row), np.array(part, dtype=float)) for row, parts in features for part in parts]
    return _outcome(lines, grens, "NWB", progress, cancelled)


def _outcome(lines: Lijnen, grens: Rings | None, name: str, progress: Progress, cancelled: Cancelled) -> OsmUitkomst:
    skipped: Counter[str] = Counter()
    kept = list(_walkable(lines, skipped))
    wegen = _noded(kept, skipped)
    ask_to_go_on(0.8, progress, cancelled)
    source = "nwb" if any(is_nwb(row) for row, _ in lines[:100]) else "voetnet"
    netwerk = build_netwerk(wegen, overgeslagen=skipped, bron=source, bron_datum="")
    if grens:
        netwerk = cut(netwerk, grens)
    if not len(netwerk):
        raise UserError("straten_geen_wegen", bestand=name)
    progress(1.0)
    return OsmUitkomst(netwerk, dict(netwerk.overgeslagen), [], Vlakken(), stukken(netwerk), "")


def _walkable(lines: Lijnen, skipped: Counter[str]) -> Iterator[tuple[dict[str, str], NDArray[np.float64]]]:
    for row, points in lines:
        reason = reason_to_leave_out(row)
        if reason is None and (len(points) < 2 or not np.isfinite(points).all()):
            reason = Reden.ZONDER_PUNTEN
        if reason is None:
            yield row, points
        else:
            skipped[reason] += 1


def _noded(lines: Lijnen, skipped: Counter[str]) -> Wegen:
    wegen = Wegen()
    if not lines:
        return wegen
    whole = to_whole(np.concatenate([points for _, points in lines]))
    begin = np.concatenate(([0], np.cumsum([len(points) for _, points in lines]))).astype(np.int64)
    nodes = join_ends(whole[:, 0] / SCHAAL, whole[:, 1] / SCHAAL, begin, TOLERANCE_M).tolist()
    metres = lengths_m(whole, begin).tolist()
    x, y = whole[:, 0].tolist(), whole[:, 1].tolist()
    for number, (row, _) in enumerate(lines):
        part = slice(int(begin[number]), int(begin[number + 1]))
        # Below the tolerance both ends are one node, and the line is nowhere to walk.
        if len(set(nodes[part])) > 1:
            wegen.add(weg_of(row, number + 1, metres[number]), nodes[part], x[part], y[part])
        else:
            skipped[Reden.TE_KORT] += 1
    return wegen


def _read(path: Path, soort: Soort, grens: Rings | None) -> tuple[list[Row], list[BaseGeometry | None], str]:
    """Rows, shapes and the declared system of a file."""
    try:
        if soort is Soort.GEOPACKAGE:
            return _read_geopackage(path, grens)
        found = read_features(path)
    except UserError as error:
        if not error.code.startswith("geobestand"):
            raise
        raise UserError("straten_bestand_beschadigd", bestand=path.name) from error
    return list(found.rijen), list(found.vormen), found.declared


def _read_geopackage(path: Path, grens: Rings | None) -> tuple[list[Row], list[BaseGeometry | None], str]:
    import pyogrio
    import pyogrio.raw
    import shapely

    check_whole(path)
    try:
        with warnings.catch_warnings():
            # A source that GDAL grumbles about is judged by what it gives.
            warnings.simplefilter("ignore")
            layer, crs = _layer_of_lines(path)
            box = _box(grens, crs, path.name)
            meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer, force_2d=True, bbox=box)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, *_BROKEN) as error:
        raise UserError("straten_bestand_beschadigd", bestand=path.name) from error
    names = [str(name) for name in meta["fields"]]
    rows: list[Row] = [
        dict(zip(names, values, strict=True)) for values in zip(*(c.tolist() for c in columns), strict=True)
    ]
    made: list[BaseGeometry | None] = list(shapely.from_wkb(shapes)) if shapes is not None else []
    return rows or [{} for _ in made], made, crs


def _layer_of_lines(path: Path) -> tuple[str, str]:
    """The layer with lines, that of the NWB before others, and the system it declares."""
    import pyogrio

    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind and str(kind).split(" ")[0] in _LINES]
    if not layers:
        raise UserError("straten_bestand_vreemd", bestand=path.name)
    infos = {name: pyogrio.read_info(path, layer=name) for name in layers}
    best = max(layers, key=lambda name: (is_nwb(map(str, infos[name]["fields"])), infos[name]["features"]))
    return best, str(infos[best]["crs"] or "")


def _box(grens: Rings | None, crs: str, name: str) -> tuple[float, float, float, float] | None:
    """The frame to read of a large file, in its own system; None for all of it."""
    stelsel = find_stelsel(crs, name)
    if not grens or stelsel is None:
        return None
    west, south, east, north = (edge / SCHAAL for edge in frame_of(grens))
    if stelsel is Stelsel.WGS84:
        return west, south, east, north
    from boa_app.analysis.crs import to_rd

    x, y = to_rd([west, west, east, east], [south, north, south, north])
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _in_degrees(path: Path, rows: list[Row], shapes: list[BaseGeometry | None], declared: str) -> Lijnen:
    """Every line by itself, in degrees."""
    import shapely

    owners, parts = [], []
    for number, shape in enumerate(shapes):
        if shape is not None and shape.geom_type in _LINES:
            for part in shapely.get_parts(shape):
                owners.append(number)
                parts.append(shapely.get_coordinates(part))
    if not parts:
        # Points and areas only: another kind of file.
        code = "straten_bestand_vreemd" if any(shape is not None for shape in shapes) else "straten_geen_wegen"
        raise UserError(code, bestand=path.name)
    flat = np.concatenate(parts)
    lon, lat = to_degrees(flat[:, 0], flat[:, 1], find_stelsel(declared, path.name), path.name)
    cuts = np.cumsum([len(part) for part in parts])[:-1]
    lines = np.split(np.stack((lon, lat), axis=1), cuts)
    read = {owner: read_row(rows[owner]) for owner in set(owners)}
    return [(read[owner], line) for owner, line in zip(owners, lines, strict=True)]
