"""The one door for street files: what a file is, its contents say."""

from __future__ import annotations

from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.netwerk import read_netwerk, stukken
from boa_app.mapdata.netwerk_snijden import cut
from boa_app.mapdata.osm import OsmUitkomst, import_osm
from boa_app.mapdata.osm_inhoud import Cancelled, Progress, ask_to_go_on, never, unheard
from boa_app.mapdata.osm_soort import Soort, recognise
from boa_app.mapdata.osm_vlakken import Vlakken


def import_straten(
    path: Path, *, grens: Rings | None = None, progress: Progress = unheard, cancelled: Cancelled = never
) -> OsmUitkomst:
    """What a street file gives, within a border and 500 m around it: OpenStreetMap (PBF, XML, gz, bz2, o5m, Overpass
    JSON), a GeoPackage or GeoJSON with lines, or a network of this program. progress: 0 to 1.

    Raises UserError as osm.import_osm, nwb.import_nwb and netwerk.read_netwerk.
    """
    soort = recognise(path)
    if soort in (Soort.GEOPACKAGE, Soort.GEOJSON):
        from boa_app.mapdata.nwb import import_nwb

        return import_nwb(path, grens=grens, progress=progress, cancelled=cancelled)
    if soort is Soort.STRATEN:
        return _network(path, grens, progress, cancelled)
    return import_osm(path, grens=grens, progress=progress, cancelled=cancelled)


def _network(path: Path, grens: Rings | None, progress: Progress, cancelled: Cancelled) -> OsmUitkomst:
    ask_to_go_on(0.0, progress, cancelled)
    netwerk = read_netwerk(path)
    if grens:
        netwerk = cut(netwerk, grens)
    if not netwerk.begaanbaar.any():
        raise UserError("straten_geen_wegen", bestand=path.name)
    progress(1.0)
    return OsmUitkomst(netwerk, dict(netwerk.overgeslagen), [], Vlakken(), stukken(netwerk), netwerk.bron_datum)
