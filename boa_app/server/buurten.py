"""The buurten of the municipality: read from GeoJSON, kept as WKB, and which one a point lies in.

What lies in no buurt belongs to nobody's werkgebied; before any are loaded that is everything, and an account without
a werkgebied of its own (the whole municipality) sees it all the same.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from boa_app.domain.audit import Actie
from boa_app.server import audit
from boa_app.server.audit import Wie
from boa_app.server.db import Db
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.identiteiten import check_tekst
from boa_app.server.instellingen import read_extra, write_extra
from boa_app.sync.beheer import MAX_NAAM, Buurt

MAX_BYTES = 32 * 1024 * 1024
MAX_BUURTEN = 5000
_CODE = re.compile(r"[A-Z]{2}\d{4,10}")
# As CBS, PDOK and our own kaartpakket name them.
_CODE_NAMES = ("code", "buurtcode", "statcode", "bu_code")
_NAAM_NAMES = ("naam", "buurtnaam", "statnaam", "bu_naam")
_VERSION = "buurten_versie"

_CLEAR = "DELETE FROM buurten WHERE gemeente_code = %s"
_INSERT = (
    "INSERT INTO buurten (gemeente_code, code, naam, ring, geldig_van, geldig_tot) VALUES (%s, %s, %s, %s, %s, %s)"
)
_LIST = "SELECT code, naam FROM buurten WHERE gemeente_code = %s ORDER BY code"
_RINGS = "SELECT code, ring FROM buurten WHERE gemeente_code = %s ORDER BY code"


def laad_buurten(db: Db, geojson: bytes, wie: Wie, now: datetime) -> tuple[Buurt, ...]:
    """Replace the buurten by those of a FeatureCollection in WGS84.

    Raises Geweigerd 422: buurten_onleesbaar, buurten_niet_wgs84, buurten_dubbel(buurt); 413 te_groot(max).
    """
    if len(geojson) > MAX_BYTES:
        raise Geweigerd(413, "te_groot", max=MAX_BYTES)
    found = sorted(_read(geojson), key=lambda one: one[0].code)
    for earlier, later in pairwise(found):
        if earlier[0].code == later[0].code:
            raise Geweigerd(422, "buurten_dubbel", buurt=later[0].code)
    with db.transaction():
        db.lock("accounts")
        db.execute(_CLEAR, [db.gemeente_code])
        db.execute_many(_INSERT, [[db.gemeente_code, one.code, one.naam, wkb, "", ""] for one, wkb in found])
        write_extra(db, _VERSION, str(int(read_extra(db, _VERSION) or "0") + 1))
        audit.append_line(db, now, wie, Actie.WIJZIGEN, "buurten", str(len(found)), velden=("code", "naam", "ring"))
    return tuple(one for one, _ in found)


def lijst_buurten(db: Db) -> tuple[Buurt, ...]:
    """All buurten by code."""
    return tuple(Buurt(row["code"], row["naam"]) for row in db.execute(_LIST, [db.gemeente_code]))


class Buurtkaart:
    """Finds the buurt of a point; looks again after other buurten were loaded, also by another process."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._turn = threading.Lock()
        self._version: str | None = None
        self._codes: list[str] = []
        self._tree = shapely.STRtree([])

    def __call__(self, lon: float, lat: float) -> str:
        """The code, "" where there is none; on a border the first by code."""
        hits = self._tree.query(shapely.Point(lon, lat), predicate="intersects")
        return self._codes[int(min(hits))] if len(hits) else ""

    def refresh(self) -> None:
        """Read the buurten again when they changed; asked once per request that needs them."""
        version = read_extra(self._db, _VERSION)
        with self._turn:
            if version == self._version:
                return
            rows = self._db.execute(_RINGS, [self._db.gemeente_code])
            shapes = shapely.from_wkb([bytes(row["ring"]) for row in rows])
            shapely.prepare(shapes)
            self._codes, self._tree, self._version = [row["code"] for row in rows], shapely.STRtree(shapes), version


def _read(geojson: bytes) -> list[tuple[Buurt, bytes]]:
    try:
        document = json.loads(geojson)
        features = document["features"]
        if not isinstance(features, list) or not 0 < len(features) <= MAX_BUURTEN:
            raise Geweigerd(422, "buurten_onleesbaar")
        return [_buurt(feature) for feature in features]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ShapelyError) as error:
        raise Geweigerd(422, "buurten_onleesbaar") from error


def _buurt(feature: Mapping[str, Any]) -> tuple[Buurt, bytes]:
    properties = feature["properties"]
    code, naam = _first(properties, _CODE_NAMES), check_tekst(_first(properties, _NAAM_NAMES), MAX_NAAM)
    area = shape(feature["geometry"])
    if not _CODE.fullmatch(code) or naam is None or area.geom_type not in ("Polygon", "MultiPolygon") or area.is_empty:
        raise ValueError("feature")
    min_x, min_y, max_x, max_y = area.bounds
    if not (-180 <= min_x <= max_x <= 180 and -90 <= min_y <= max_y <= 90):
        raise Geweigerd(422, "buurten_niet_wgs84")
    # A ring that touches itself, as generalised borders have, would make every question about it fail.
    return Buurt(code, naam), shapely.to_wkb(shapely.make_valid(area))


def _first(properties: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((str(properties[name]) for name in names if properties.get(name)), "")
