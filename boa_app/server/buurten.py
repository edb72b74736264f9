"""The buurten of the centre: which one a position lies in, and loading them from GeoJSON.

A werkgebied is a list of their codes. Boundaries are imported at set-up and never hard-coded; a position outside all of
them belongs to no buurt, so that only who works in the whole municipality, or made it, sees it.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from boa_app.domain.errors import UserError
from boa_app.server.db import Db

_CODE = re.compile("[A-Za-z0-9_-]{1,40}")
_MAX_BUURTEN = 5000
# As the statistics office, PDOK and our own areas call them, in this order.
_CODE_NAMES = ("buurtcode", "buurt_code", "BU_CODE", "statcode", "code")
_NAME_NAMES = ("buurtnaam", "buurt_naam", "BU_NAAM", "statnaam", "naam", "name")


@dataclass(frozen=True, slots=True)
class Buurt:
    """One area of the table. vorm: polygon or multipolygon, WGS84."""

    code: str
    naam: str
    vorm: shapely.Geometry


class Buurtenkaart:
    """Finds the buurt of a position for one municipality; reads them again when they were loaded anew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[int, Vinder]] = {}

    def vinder(self, db: Db) -> Vinder:
        """The finder as the table is now."""
        version = _version(db)
        with self._lock:
            kept = self._known.get(db.gemeente_code)
            if kept is None or kept[0] != version:
                kept = self._known[db.gemeente_code] = (version, Vinder(list_buurten(db)))
            return kept[1]


class Vinder:
    """Tells the code of the buurt a WGS84 position lies in, "" for none; on an edge the first by code."""

    def __init__(self, buurten: Sequence[Buurt]) -> None:
        ordered = sorted(buurten, key=lambda buurt: buurt.code)
        self._codes = [buurt.code for buurt in ordered]
        self._tree = shapely.STRtree([buurt.vorm for buurt in ordered])

    def __call__(self, lon: float, lat: float) -> str:
        """The buurt of one position."""
        return self.many([(lon, lat)])[0]

    def many(self, positions: Sequence[tuple[float, float]]) -> list[str]:
        """The buurt of each position; for many this is far less work than one by one."""
        found = [""] * len(positions)
        if positions and self._codes:
            which, where = self._tree.query(shapely.points(positions), predicate="intersects")
            # Backwards and by code, so that of several the first stays.
            for point, area in sorted(zip(which.tolist(), where.tolist(), strict=True), reverse=True):
                found[point] = self._codes[area]
        return found


def list_buurten(db: Db) -> list[Buurt]:
    """All of a municipality."""
    rows = db.execute("SELECT code, naam, ring FROM buurten WHERE gemeente_code = %s ORDER BY code", [db.gemeente_code])
    return [Buurt(row["code"], row["naam"], shapely.from_wkb(bytes(row["ring"]))) for row in rows]


def read_geojson(text: str) -> list[Buurt]:
    """The areas of a FeatureCollection in WGS84. Raises UserError buurten_ongeldig(reden)."""
    try:
        features = json.loads(text)["features"]
        found = [_read_feature(feature) for feature in features]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, shapely.errors.ShapelyError) as error:
        raise UserError("buurten_ongeldig", reden="vorm") from error
    if not found or len(found) > _MAX_BUURTEN:
        raise UserError("buurten_ongeldig", reden="aantal")
    if len({buurt.code for buurt in found}) != len(found):
        raise UserError("buurten_ongeldig", reden="dubbel")
    return found


def _read_feature(feature: Any) -> Buurt:  # noqa: ANN401 - any JSON value
    properties = feature["properties"]
    code = next(str(properties[name]) for name in (*_CODE_NAMES, "") if properties.get(name) or not name)
    naam = next((str(properties[name]) for name in _NAME_NAMES if properties.get(name)), code)
    shape = shapely.make_valid(shapely.from_geojson(json.dumps(feature["geometry"])))
    west, south, east, north = shape.bounds
    within = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    if not _CODE.fullmatch(code) or not within or shape.area == 0 or "\x00" in naam:
        raise ValueError(code)
    return Buurt(code, naam[:120], shape)


def replace_buurten(db: Db, buurten: Sequence[Buurt]) -> None:
    """Put these in the place of those there are. Records keep the buurt they were given until they change."""
    with db.transaction():
        db.execute("DELETE FROM buurten WHERE gemeente_code = %s", [db.gemeente_code])
        db.execute_many(
            "INSERT INTO buurten (gemeente_code, code, naam, ring, geldig_van, geldig_tot)"
            " VALUES (%s, %s, %s, %s, '', '')",
            [(db.gemeente_code, one.code, one.naam, shapely.to_wkb(one.vorm)) for one in buurten],
        )
        db.execute(
            "INSERT INTO tellers (gemeente_code, naam, stand) VALUES (%s, 'buurten', 1)"
            " ON CONFLICT (gemeente_code, naam) DO UPDATE SET stand = tellers.stand + 1",
            [db.gemeente_code],
        )


def _version(db: Db) -> int:
    rows = db.execute("SELECT stand FROM tellers WHERE gemeente_code = %s AND naam = 'buurten'", [db.gemeente_code])
    return int(rows[0]["stand"]) if rows else 0
