"""The steps of making a kaartpakket: a source in, checked parts and where they came from out."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata import onderdelen as o
from boa_app.mapdata.bouw import Stap, check_source, made
from boa_app.mapdata.manifest import BROKEN, PART_LIMIT_BYTES, Bron, Grens, Onderdeel, Waarschuwing, read_bounded
from boa_app.mapdata.onderdelen import Vormen
from boa_app.mapdata.pakket import Rings, grens_of, write_vormen

if TYPE_CHECKING:
    from boa_app.mapdata.adres_vorm import Adres
    from boa_app.mapdata.osm import OsmUitkomst

# klaar, totaal (0: not known)
Meld = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_CHUNK_BYTES = 4 * 1024 * 1024
_PERCENT = 100
# So much of the length in one piece is one network.
_WHOLE_PERCENT = 90
OSM = Bron("OpenStreetMap", "", "ODbL 1.0", "© OpenStreetMap-auteurs")
NWB = Bron("Nationaal Wegenbestand", "", "CC0 1.0", "NWB: Rijkswaterstaat")
CBS = Bron("CBS en Kadaster, wijken en buurten", "", "CC BY 4.0", "© CBS, © Kadaster")
BAG = Bron("Basisregistratie Adressen en Gebouwen", "", "CC0 1.0", "BAG: Kadaster")
BRT = Bron("BRT Achtergrondkaart", "", "CC BY 4.0", "")
EIGEN = Bron("eigen opgave", "", "eigen gebruik", "")


def make_grenzen(folder: Path, source: Path, gemeente: str) -> Stap:
    """The outline, wijken and buurten of a file. gemeente: which one of a file of the country, or empty. Raises as
    grenzen.read_grenzen."""
    from boa_app.mapdata.grenzen import read_grenzen

    found = read_grenzen(check_source(source), gemeente=gemeente)
    vormen = Vormen(omtrek=found.omtrek, wijken=found.wijken, buurten=found.buurten)
    parts = write_vormen(folder, vormen, found.naam)
    stand = str(found.jaar) if found.jaar else ""
    onderdelen = tuple(replace(part, stand=stand) for part in parts.values())
    bron = replace(CBS, datum=stand, onderdelen=tuple(parts))
    return Stap(onderdelen, (bron,), (), grens_of(vormen), found.naam, found.gemeente_code)


def make_straten(
    folder: Path, source: Path, omtrek: Rings, *, adressen: bool, meld: Meld, cancelled: Cancelled
) -> Stap:
    """The network of a street file, and of OpenStreetMap its areas too, and its addresses when asked.

    What lies wholly outside the outline is taken all the same: whoever made a mistake must see what there is. Raises as
    straten_in.import_straten.
    """
    from boa_app.mapdata.straten_in import import_straten

    def progress(share: float) -> None:
        meld(round(share * _PERCENT), _PERCENT)

    check_source(source)
    try:
        found = import_straten(source, grens=omtrek or None, progress=progress, cancelled=cancelled)
    except UserError as error:
        if error.code != "straten_geen_wegen" or not omtrek:
            raise
        found = import_straten(source, grens=None, progress=progress, cancelled=cancelled)
    return write_straten(folder, found, adressen=adressen)


def write_straten(folder: Path, found: OsmUitkomst, *, adressen: bool) -> Stap:
    """The parts of imported streets. Raises OSError, and as write_netwerk."""
    from boa_app.mapdata.netwerk import write_netwerk

    path = folder / o.FILES[o.STRATEN][0]
    write_netwerk(path, found.netwerk)
    stand = _day(found.bron_datum)
    onderdelen = [made(o.STRATEN, path, found.netwerk.telling.segmenten, stand)]
    vlakken = write_vormen(folder, Vormen(vlakken=tuple(found.vlakken)), "")
    onderdelen += [replace(part, stand=stand) for part in vlakken.values()]
    if adressen and found.adressen:
        onderdelen.append(replace(_write_adressen(folder, found.adressen), stand=stand))
    bron = NWB if found.netwerk.bron == "nwb" else OSM if found.netwerk.bron == "osm" else EIGEN
    bron = replace(bron, datum=stand, onderdelen=tuple(part.naam for part in onderdelen))
    knopen = found.netwerk.knopen
    west, south = knopen.min(axis=0) / 1e7
    east, north = knopen.max(axis=0) / 1e7
    grens = (float(west), float(south), float(east), float(north))
    return Stap(tuple(onderdelen), (bron,), _pieces(found), grens)


def make_adressen(folder: Path, source: Path, omtrek: Rings) -> Stap:
    """The address book of a file of addresses: those inside the outline, and all where that leaves none, for whoever
    made a mistake must see what there is. Raises as bag.lees_adressen and write_adressen."""
    from boa_app.mapdata.bag import lees_adressen

    inside = lees_adressen(check_source(source), omtrek)
    return write_adressen_step(folder, inside or lees_adressen(source))


def write_adressen_step(folder: Path, adressen: Iterable[Adres], stand: str = "") -> Stap:
    """The address book of these addresses."""
    box = _Box()
    part = _write_adressen(folder, box.over(adressen))
    bron = replace(BAG, datum=stand, onderdelen=(o.ADRESSEN,))
    return Stap((replace(part, stand=stand),), (bron,), (), box.grens)


def make_tegels(folder: Path, source: Path, known: Bron | None = None, *, meld: Meld, cancelled: Cancelled) -> Stap:
    """A copy of a file of tiles that was opened and looked through first. known: its source, where that is known.

    Raises as tegels.open_tegels, EnvironmentProblem schijf_vol, UserError afgebroken, OSError.
    """
    from boa_app.mapdata.tegels import open_tegels

    bron = open_tegels(check_source(source))
    try:
        grens, attributie, wrong = bron.grens, bron.attributie, bron.gecorrigeerd
    finally:
        bron.close()
    with source.open("rb") as file:
        suffix = ".pmtiles" if file.read(7) == b"PMTiles" else ".mbtiles"
    for name in o.FILES[o.BASISKAART]:
        (folder / name).unlink(missing_ok=True)
    target = folder / f"basiskaart{suffix}"
    part = _copy(source, target, meld, cancelled)
    warnings = (Waarschuwing("basiskaart_verbeterd", {"velden": ", ".join(wrong)}),) if wrong else ()
    licence = "ODbL 1.0" if "openstreetmap" in attributie.casefold() else "zie bron"
    kaart = replace(known or Bron("basiskaart", "", licence, ""), attributie=attributie, onderdelen=(o.BASISKAART,))
    return Stap((replace(part, stand=kaart.datum),), (kaart,), warnings, grens)


def make_gebieden(folder: Path, source: Path) -> Stap:
    """Areas with a rule, GeoJSON in WGS84 with naam, soort, besluit, van and tot. Raises UserError
    kaartpakket_bestand_vreemd(bestand, onderdeel)."""
    try:
        found = o.read_part(o.GEBIEDEN, read_bounded(check_source(source), PART_LIMIT_BYTES))
    except (OSError, *BROKEN) as error:
        raise UserError("kaartpakket_bestand_vreemd", bestand=source.name, onderdeel=o.GEBIEDEN) from error
    parts = write_vormen(folder, Vormen(gebieden=found), "")
    return Stap(tuple(parts.values()), (replace(EIGEN, onderdelen=tuple(parts)),))


def elsewhere(stappen: Sequence[Stap]) -> tuple[Waarschuwing, ...]:
    """Parts that do not meet the first one that lies somewhere."""
    placed = [stap for stap in stappen if stap.grens is not None and stap.onderdelen]
    return tuple(
        Waarschuwing("onderdeel_elders", {"onderdeel": stap.onderdelen[0].naam, "ander": placed[0].onderdelen[0].naam})
        for stap in placed[1:]
        if not _meet(stap.grens, placed[0].grens)
    )


def _write_adressen(folder: Path, adressen: Iterable[Adres]) -> Onderdeel:
    from boa_app.mapdata.adres_bestand import write_adressen

    path = folder / o.FILES[o.ADRESSEN][0]
    aantal = write_adressen(path, adressen)
    return made(o.ADRESSEN, path, aantal)


def _copy(source: Path, target: Path, meld: Meld, cancelled: Cancelled) -> Onderdeel:
    size, done, total = source.stat().st_size, 0, hashlib.sha256()
    if shutil.disk_usage(target.parent).free < size:
        raise EnvironmentProblem("schijf_vol")
    with source.open("rb") as file, target.open("wb") as copy:
        while chunk := file.read(_CHUNK_BYTES):
            if cancelled():
                raise UserError("afgebroken")
            copy.write(chunk)
            total.update(chunk)
            done += len(chunk)
            meld(done, size)
    return Onderdeel(o.BASISKAART, target.name, done, total.hexdigest())


def _pieces(found: OsmUitkomst) -> tuple[Waarschuwing, ...]:
    """A network that falls apart is told; nothing of it is dropped. Crumbs beside the network every town has."""
    total = sum(stuk.km for stuk in found.stukken) or 1.0
    share = round(_PERCENT * max((stuk.km for stuk in found.stukken), default=0.0) / total)
    if len(found.stukken) <= 1 or share >= _WHOLE_PERCENT:
        return ()
    return (Waarschuwing("straten_in_stukken", {"aantal": len(found.stukken), "procent": share}),)


def _meet(one: Grens | None, other: Grens | None) -> bool:
    if one is None or other is None:
        return True
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _day(text: str) -> str:
    return text[:10]


class _Box:
    """The rectangle around addresses as they go by."""

    def __init__(self) -> None:
        self.grens: Grens | None = None

    def over(self, adressen: Iterable[Adres]) -> Iterator[Adres]:
        """The same addresses."""
        for adres in adressen:
            west, south, east, north = self.grens or (adres.lon, adres.lat, adres.lon, adres.lat)
            self.grens = min(west, adres.lon), min(south, adres.lat), max(east, adres.lon), max(north, adres.lat)
            yield adres
