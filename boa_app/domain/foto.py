"""A photo with a record: what the store knows of it, and which part of it a person covered before it was stored.

The product keeps no evidence: the original is never kept, and what is covered is gone from the picture itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from boa_app.domain.melding import Status

# The longest side of what is kept: enough to see what was there, too little for a plate across the street.
MAX_ZIJDE_PX = 2048
MINIATUUR_PX = 240
# Whole blocks of a JPEG, so that nothing of what is covered blends into what is not.
CEL_PX = 8
MAX_BIJSCHRIFT = 200
Cel = tuple[int, int]
Punt = tuple[float, float]


class FotoBij(StrEnum):
    """What a photo belongs to: a draft that is not saved yet, or a melding."""

    CONCEPT = "concept"
    MELDING = "melding"


class FotoStand(StrEnum):
    """Where the bytes of a photo are: on this device only, at the centre too, or still to come."""

    HIER = "hier"
    CENTRALE = "centrale"
    VOLGT = "volgt"


@dataclass(frozen=True, slots=True)
class Foto:
    """One photo. bij: uid of the draft or melding. sha256: of the sealed bytes, the name of its file. bytes: how many
    the picture itself has. genomen_op: by the camera's clock, None when it did not say.

    eerste_verwerking_op: from when its term of 90 days runs.
    """

    uid: str
    bij_soort: FotoBij
    bij: str
    sha256: str
    breedte: int
    hoogte: int
    bytes: int
    genomen_op: datetime | None
    bijschrift: str
    status: Status
    gemaakt_door: str
    gemaakt_op: datetime
    eerste_verwerking_op: datetime
    stand: FotoStand = FotoStand.HIER


@dataclass(frozen=True, slots=True)
class Werkfoto:
    """A photo that was read and is not stored: upright, small, pixels only; it lives in memory and nowhere else.

    rgb: breedte x hoogte x 3 bytes, rows from the top. genomen_op, plek: what the camera wrote in the file, to be
    offered; plek is (lon, lat) and goes nowhere unless a person wants it.
    """

    rgb: bytes
    breedte: int
    hoogte: int
    genomen_op: datetime | None = None
    plek: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Streek:
    """One stroke of the brush over a Werkfoto. punten: (x, y) in its pixels, at least one. dikte_px: of the brush."""

    punten: tuple[Punt, ...]
    dikte_px: float


def streek_cellen(streek: Streek, breedte: int, hoogte: int) -> frozenset[Cel]:
    """The cells (column, row) of CEL_PX that a stroke touches, inside a picture of this size.

    The window shows and the store covers exactly these, so that what a person saw covered is covered.
    """
    points = streek.punten if len(streek.punten) > 1 else streek.punten * 2
    found: set[Cel] = set()
    for begin, end in pairwise(points):
        found.update(_segment_cellen(begin, end, streek.dikte_px / 2, breedte, hoogte))
    return frozenset(found)


def bedekte_cellen(streken: Iterable[Streek], breedte: int, hoogte: int) -> frozenset[Cel]:
    """The cells that all strokes together touch."""
    return frozenset().union(*(streek_cellen(streek, breedte, hoogte) for streek in streken))


def _segment_cellen(begin: Punt, end: Punt, radius: float, breedte: int, hoogte: int) -> Iterable[Cel]:
    # A cell counts as soon as the brush touches its corner, hence half a diagonal more.
    reach = radius + CEL_PX / math.sqrt(2)
    columns = _cells_between(min(begin[0], end[0]) - reach, max(begin[0], end[0]) + reach, breedte)
    rows = _cells_between(min(begin[1], end[1]) - reach, max(begin[1], end[1]) + reach, hoogte)
    for row in rows:
        for column in columns:
            middle = ((column + 0.5) * CEL_PX, (row + 0.5) * CEL_PX)
            if _distance(middle, begin, end) <= reach:
                yield column, row


def _cells_between(low: float, high: float, size: int) -> range:
    last = (size - 1) // CEL_PX
    return range(max(0, math.floor(low / CEL_PX)), min(last, math.floor(high / CEL_PX)) + 1)


def _distance(point: Punt, begin: Punt, end: Punt) -> float:
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else ((point[0] - begin[0]) * dx + (point[1] - begin[1]) * dy) / length
    share = min(1.0, max(0.0, share))
    return math.hypot(point[0] - begin[0] - share * dx, point[1] - begin[1] - share * dy)
