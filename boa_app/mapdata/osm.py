"""From an OpenStreetMap extract to everything a kaartpakket takes from it: streets, addresses, ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.mapdata.adressen import Adres
from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.netwerk_bouw import build_netwerk
from boa_app.mapdata.netwerk_snijden import cut, frame_of
from boa_app.mapdata.netwerk_vorm import SCHAAL, Netwerk, stukken
from boa_app.mapdata.onderdelen import Vlak
from boa_app.mapdata.osm_adressen import addresses
from boa_app.mapdata.osm_inhoud import Cancelled, Inhoud, Progress, never, unheard
from boa_app.mapdata.osm_lezen import read_osm
from boa_app.mapdata.osm_overpass import read_overpass
from boa_app.mapdata.osm_pleinen import add_squares
from boa_app.mapdata.osm_soort import OSM_SOORTEN, Soort, recognise
from boa_app.mapdata.osm_vlakken import inside_points
from boa_app.routing.pieces import Stuk


@dataclass(frozen=True, slots=True)
class OsmUitkomst:
    """What came out of a street file, OpenStreetMap or another. overgeslagen: ways by Reden. stukken: longest first.

    bron_datum: yyyy-mm-dd as the source says, or empty.
    """

    netwerk: Netwerk
    overgeslagen: dict[str, int]
    adressen: list[Adres]
    vlakken: Sequence[Vlak]
    stukken: tuple[Stuk, ...]
    bron_datum: str


def import_osm(
    path: Path,
    *,
    grens: Rings | None = None,
    progress: Progress = unheard,
    cancelled: Cancelled = never,
) -> OsmUitkomst:
    """Streets, addresses and ground of an OSM file, within a border and 500 m around it. progress: 0 to 1.

    Raises UserError straten_bestand_ontbreekt, _leeg, _vreemd, _groot, _beschadigd, straten_geen_wegen (bestand),
    straten_gestopt.
    """
    soort = recognise(path)
    if soort not in OSM_SOORTEN and soort is not Soort.OVERPASS:
        raise UserError("straten_bestand_vreemd", bestand=path.name)
    frame = frame_of(grens) if grens else None
    read = read_overpass if soort is Soort.OVERPASS else read_osm
    inhoud = read(path, soort, frame, progress, cancelled)
    wegen = inhoud.wegen
    wegen.inspect_lone_names()
    add_squares(wegen.wegen, wegen.pleinen)
    netwerk = build_netwerk(
        wegen.wegen, overgeslagen=wegen.overgeslagen, lijnen=wegen.lijnen, bron="osm", bron_datum=inhoud.bron_datum
    )
    if grens:
        netwerk = cut(netwerk, grens)
    if not netwerk.begaanbaar.any():
        raise UserError("straten_geen_wegen", bestand=path.name)
    progress(0.95)
    adressen, vlakken = _adressen(inhoud), inhoud.vlakken
    if frame:
        west, south, east, north = (edge / SCHAAL for edge in frame)
        adressen = [at for at in adressen if west <= at.lon <= east and south <= at.lat <= north]
        vlakken = vlakken.within(west, south, east, north)
    progress(1.0)
    return OsmUitkomst(netwerk, dict(netwerk.overgeslagen), adressen, vlakken, stukken(netwerk), inhoud.bron_datum)


def _adressen(inhoud: Inhoud) -> list[Adres]:
    """The addresses on nodes and those on buildings, each once: a building and its door often have the same."""
    spots = inside_points([wkb for _, wkb in inhoud.adresvlakken])
    on_areas = [
        adres
        for (tags, _), (lon, lat) in zip(inhoud.adresvlakken, spots, strict=True)
        for adres in addresses(tags, lon, lat)
    ]
    return list({_identity(at): at for at in (*on_areas, *inhoud.adressen)}.values())


def _identity(adres: Adres) -> tuple[str | int | float, ...]:
    """What tells two addresses apart; without a town, also where they are: every village has a Kerkstraat 1."""
    told = (adres.straat, adres.huisnummer, adres.letter, adres.toevoeging, adres.postcode, adres.woonplaats)
    if adres.postcode or adres.woonplaats:
        return told
    return *told, round(adres.lon, 2), round(adres.lat, 2)
