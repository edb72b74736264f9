"""Everything a kaartpakket needs from PDOK, part by part; each part may be cut off and goes on where it was.

Traps: pages hold 1000, filters may be ignored, axes may be turned, editions change on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.locatieserver import Gemeente, Locatieserver
from boa_app.mapdata.ophalen import ANSWER_S, Lijn, Ophaler
from boa_app.mapdata.pdok_bestand import haal_bestand
from boa_app.mapdata.pdok_bladen import Meld, Reeks, haal_reeks, volgende_ogc, volgende_wfs
from boa_app.mapdata.pdok_diensten import Diensten, ogc_vraag, wfs_vraag
from boa_app.mapdata.pdok_gebied import MARGE_M, Gebied
from boa_app.mapdata.pdok_grensbestand import lees_bestand
from boa_app.mapdata.pdok_grenzen import Grenzenhaler
from boa_app.mapdata.pdok_schatting import Omvang, Schatting, schat
from boa_app.mapdata.pdok_schema import ADRESSEN, WEGVAKKEN
from boa_app.mapdata.pdok_stand import schijffout
from boa_app.mapdata.pdok_tegels import STIJLEN, Tegelhaler
from boa_app.mapdata.pdok_tempo import Cancelled, Tempo

__all__ = ["STIJLEN", "Diensten", "Gebied", "Gemeente", "Omvang", "Pdok", "Schatting", "Tempo"]

MAXZOOM = 16
_BAG = "bag:verblijfsobject"
# The service is there and answers, but not as agreed: the line is not to blame, so another way may work.
_ODD = frozenset({"pdok_fout", "pdok_gewijzigd", "pdok_onleesbaar", "pdok_te_groot"})


class Pdok:
    """The services of PDOK with one folder for what came in; used by one thread at a time, closed by ``with``.

    lijn: makes the transport to a host. cancelled: asked all the time; True ends any request within a third of a
    second with UserError pdok_afgebroken. Every method raises as Ophaler.haal; those with a code also UserError
    gemeente_onbekend(code); all also EnvironmentProblem pdok_gewijzigd(onderdeel, veld), pdok_bijgewerkt(onderdeel)
    and pdok_schijf(fout). meld is called with what is done and the total, 0 when that is unknown.
    """

    def __init__(
        self, folder: Path, lijn: Lijn, *, cancelled: Cancelled, diensten: Diensten | None = None,
        tempo: Tempo | None = None, answer_s: float = ANSWER_S,
    ) -> None:  # fmt: skip
        self._folder, self._diensten = folder, diensten or Diensten()
        self.ophaler = Ophaler(
            lijn, cancelled=cancelled, tempo=tempo, eigen=self._diensten.eigen, answer_s=answer_s
        )  # fmt: skip
        self._gebieden: dict[str, Gebied] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the connections go. Idempotent."""
        self.ophaler.close()

    def lijst_gemeenten(self) -> tuple[Gemeente, ...]:
        """All municipalities by name."""
        return Locatieserver(self.ophaler, self._diensten.locatie).gemeenten()

    def gebied(self, code: str) -> Gebied:
        """A municipality with its land, asked once."""
        if code not in self._gebieden:
            try:
                self._gebieden[code] = self._grenzen().gebied(code)
            except EnvironmentProblem as problem:
                self._tweede_weg(code, problem, _stil)
        return self._gebieden[code]

    def schat(self, code: str, maxzoom: int = MAXZOOM) -> Schatting:
        """How big and how long all parts will be."""
        # Never by the second way: that fetches more than most of what is counted here.
        gebied = self._gebieden.get(code) or self._grenzen().gebied(code)
        return schat(self.ophaler, self._diensten, gebied, maxzoom)

    def haal_grenzen(self, code: str, jaren: int = 1, *, meld: Meld | None = None) -> Path:
        """One GeoJSON in WGS84 with gemeente, wijken and buurten of so many editions, newest first; when the service
        answers oddly, of the newest edition there is as a file."""
        try:
            return self._grenzen().haal(code, jaren, meld or _stil)
        except EnvironmentProblem as problem:
            return self._tweede_weg(code, problem, meld or _stil)

    def haal_grenzen_bestand(self, jaar: int, *, meld: Meld | None = None) -> Path | None:
        """The GeoPackage of CBS with the borders of the whole country, None when that year is not there."""
        url = self._diensten.cbs_bestand.format(jaar=jaar)
        target = self._map() / f"wijkenbuurten-{jaar}.gpkg"
        return haal_bestand(self.ophaler, url, target, "wijkenbuurten", meld or _stil)

    def haal_straten(self, code: str, *, meld: Meld | None = None) -> Path:
        """Road sections in and around a municipality; read them with pdok_lezen.lees_wegvakken."""
        box = ",".join(f"{value:.6f}" for value in self.gebied(code).bbox(MARGE_M))
        reeks = Reeks(WEGVAKKEN, [ogc_vraag(self._diensten.nwb, "wegvakken", bbox=box)], volgende_ogc)
        return self._reeks(f"wegvakken-{code}", reeks, meld)

    def haal_adressen(self, code: str, *, meld: Meld | None = None) -> Path:
        """Addresses in boxes that cover a municipality; read them with pdok_lezen.lees_adressen."""
        base = self._diensten.bag_wfs
        vragen = [wfs_vraag(base, _BAG, cell) for cell in self.gebied(code).cellen_rd()]
        return self._reeks(f"adressen-{code}", Reeks(ADRESSEN, vragen, volgende_wfs(_BAG)), meld)

    def haal_tegels(
        self, code: str, *, stijl: str = STIJLEN[0], maxzoom: int = MAXZOOM, meld: Meld | None = None
    ) -> Path:
        """The base map as raster MBTiles. Raises also UserError veld_ongeldig for a style there is not."""
        haler = Tegelhaler(self.ophaler, self._map(), self._diensten, stijl)
        return haler.haal(self.gebied(code), maxzoom, meld or _stil)

    def _reeks(self, naam: str, reeks: Reeks, meld: Callable[[int, int], None] | None) -> Path:
        path = haal_reeks(self.ophaler, self._map(), naam, reeks, meld or _stil)
        if path is None:
            raise EnvironmentProblem("pdok_gewijzigd", onderdeel=reeks.soort.naam, veld="collections")
        return path

    def _tweede_weg(self, code: str, problem: EnvironmentProblem, meld: Meld) -> Path:
        """Borders out of the file of the country; the first problem stands when that is of no use either."""
        if problem.code not in _ODD:
            raise problem
        for jaar in self._grenzen().jaren():
            try:
                path = self.haal_grenzen_bestand(jaar, meld=meld)
                if path is None:
                    continue
                self._gebieden[code], features = lees_bestand(path, code, jaar)
            except (UserError, EnvironmentProblem) as second:
                raise (second if second.code == "pdok_afgebroken" else problem) from second
            return self._grenzen().schrijf(code, features)
        raise problem

    def _grenzen(self) -> Grenzenhaler:
        return Grenzenhaler(self.ophaler, self._map(), self._diensten)

    def _map(self) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise schijffout(error) from error
        return self._folder


def _stil(_done: int, _total: int) -> None:
    return None
