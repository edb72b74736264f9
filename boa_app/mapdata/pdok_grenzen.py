"""Borders from CBS: gemeente, wijken and buurten of one municipality, of the newest year there is and of older ones."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.geojson import Rings, read_areas
from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_bladen import Meld, Reeks, haal_reeks, volgende_ogc
from boa_app.mapdata.pdok_diensten import Diensten, ogc_vraag
from boa_app.mapdata.pdok_gebied import Gebied
from boa_app.mapdata.pdok_lezen import lees_features
from boa_app.mapdata.pdok_schema import BUURTEN, GEMEENTEN, WIJKEN, Collectie
from boa_app.mapdata.pdok_stand import schijffout

_CODE = re.compile("GM[0-9]{4}")
# CBS publishes a year late at most, and no service holds more editions than this.
_YEARS_BACK = 8
_FEW = 3
CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}


class Uitgave(NamedTuple):
    """One year of borders, as files of features."""

    jaar: int
    gemeenten: Path
    wijken: Path
    buurten: Path


class Grenzenhaler:
    """Fetches the borders of municipalities into a folder."""

    def __init__(self, ophaler: Ophaler, folder: Path, diensten: Diensten) -> None:
        self._ophaler, self._folder, self._diensten = ophaler, folder, diensten

    def gebied(self, code: str) -> Gebied:
        """The municipality itself. Raises UserError gemeente_onbekend(code), and as haal_reeks."""
        jaar, path = next(self._gemeenten(code), (0, None))
        if path is None:
            raise UserError("gemeente_onbekend", code=code)
        land = [feature for feature in lees_features(path) if not _is_water(feature)]
        try:
            areas = list(read_areas(land or list(lees_features(path))))
            rings: Rings = tuple(ring for _, found in areas for ring in found)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise EnvironmentProblem("pdok_gewijzigd", onderdeel="gemeenten", veld="geometry") from error
        return Gebied(code, str(areas[0][0]["gemeentenaam"]), jaar, rings)

    def haal(self, code: str, jaren: int, meld: Meld) -> Path:
        """One GeoJSON with all levels of so many editions. Raises as gebied."""
        found: list[Uitgave] = []
        for jaar, gemeenten in self._gemeenten(code):
            meld(_FEW * len(found) + 1, _FEW * jaren)
            wijken = self._niveau(WIJKEN, jaar, code)
            meld(_FEW * len(found) + 2, _FEW * jaren)
            buurten = self._niveau(BUURTEN, jaar, code)
            if wijken is None or buurten is None:
                raise EnvironmentProblem("pdok_gewijzigd", onderdeel="buurten", veld="collections")
            found.append(Uitgave(jaar, gemeenten, wijken, buurten))
            meld(_FEW * len(found), _FEW * jaren)
            if len(found) == jaren:
                break
        if not found:
            raise UserError("gemeente_onbekend", code=code)
        features = [
            {**feature, "properties": {**feature["properties"], "jaar": uitgave.jaar}}
            for uitgave in found
            for path in (uitgave.gemeenten, uitgave.wijken, uitgave.buurten)
            for feature in lees_features(path)
        ]
        return self.schrijf(code, features)

    def jaren(self) -> range:
        """Years there may be an edition of, newest first."""
        this_year = time.gmtime(self._ophaler.tempo.klok()).tm_year
        return range(this_year, this_year - _YEARS_BACK, -1)

    def _gemeenten(self, code: str) -> Iterator[tuple[int, Path]]:
        """Year and file of every edition that knows this municipality, newest first."""
        if not _CODE.fullmatch(code):
            raise UserError("gemeente_onbekend", code=code[:20])
        editions = 0
        for jaar in self.jaren():
            path = self._niveau(GEMEENTEN, jaar, code)
            editions += path is not None
            if path is not None and path.stat().st_size:
                yield jaar, path
            elif editions:
                # The newest edition decides what exists; an older one without it is from before a herindeling.
                return
        if not editions:
            raise EnvironmentProblem("pdok_gewijzigd", onderdeel="gemeenten", veld="jaar")

    def _niveau(self, soort: Collectie, jaar: int, code: str) -> Path | None:
        url = ogc_vraag(self._diensten.cbs.format(jaar=jaar), soort.naam, gemeentecode=code)
        reeks = Reeks(soort, [url], volgende_ogc, houd=lambda properties: properties["gemeentecode"] == code)
        return haal_reeks(self._ophaler, self._folder, f"{soort.naam}-{code}-{jaar}", reeks, _stil)

    def schrijf(self, code: str, features: list[dict[str, Any]]) -> Path:
        """All levels as one GeoJSON. Raises EnvironmentProblem pdok_schijf."""
        target = self._folder / f"grenzen-{code}.geojson"
        part = target.with_suffix(".deel")
        body = {"type": "FeatureCollection", "name": "cbs_wijken_en_buurten", "crs": CRS84, "features": features}
        try:
            part.write_text(json.dumps(body, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
            part.replace(target)
        except OSError as error:
            raise schijffout(error) from error
        return target


def _is_water(feature: Mapping[str, Any]) -> bool:
    """CBS gives the water of a municipality as a feature of its own."""
    return str(feature["properties"].get("water") or "").upper() == "JA"


def _stil(_done: int, _total: int) -> None:
    return None
