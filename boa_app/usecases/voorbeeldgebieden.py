"""Areas of the example store: camera supervision, a prohibition, a work area, and an event that is over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any

from boa_app.domain.gebied import Gebied, GebiedSoort, Ring, Rings, check_gebied, close_ring
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_local
from boa_app.mapdata.pakket import Kaartpakket

_METRES_PER_DEGREE = 111_320.0


def make_gebieden(tabel: Mapping[str, Any], pakket: Kaartpakket, now: datetime, random: Random) -> list[Gebied]:
    """The areas that were decided on before now."""
    found = []
    for line in tabel["gebied"]:
        uid = uuid7(now, random.getrandbits(74))
        if line["geldig_van"] > to_local(now).date():
            continue
        gebied = Gebied(
            uid, line["naam"], GebiedSoort(line["soort"]), _rings(line, pakket), line.get("besluit", ""),
            line["geldig_van"], line.get("geldig_tot"),
        )  # fmt: skip
        check_gebied(gebied)
        found.append(gebied)
    return found


def _rings(line: Mapping[str, Any], pakket: Kaartpakket) -> Rings:
    return _outline(line["buurten"], pakket) if "buurten" in line else (_around(line, pakket),)


def _around(line: Mapping[str, Any], pakket: Kaartpakket) -> Ring:
    plek = next(plek for plek in pakket.plekken if plek.naam == line["plek"])
    per_lon = _METRES_PER_DEGREE * math.cos(math.radians(plek.lat))
    corners = [(plek.lon + x / per_lon, plek.lat + y / _METRES_PER_DEGREE) for x, y in line["hoeken"]]
    return close_ring([(round(lon, 6), round(lat, 6)) for lon, lat in corners])


def _outline(codes: list[str], pakket: Kaartpakket) -> Rings:
    """The outer edge of buurten that lie side by side."""
    import shapely

    shapes = [shapely.Polygon(buurt.rings[0]) for buurt in pakket.buurten if buurt.code in codes]
    # The drawn edges of neighbours differ by less than a metre; a gap that thin is none.
    whole = shapely.union_all([shape.buffer(1e-5, join_style="mitre") for shape in shapes]).buffer(
        -1e-5, join_style="mitre"
    )
    edge = shapely.get_coordinates(shapely.get_exterior_ring(whole.simplify(5e-6)))
    return (close_ring([(round(lon, 6), round(lat, 6)) for lon, lat in edge.tolist()]),)
