"""What the map shows below the points, as JSON: base map, JOP's, routes. points.py packs the points themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.jop import Jop
from boa_app.domain.schouw import Schouw

MAX_LAT = 85.05112878
# A millionth of a degree is 11 cm: finer than any source, and short to send.
_DECIMALS = 6
_PER_DEGREE = 1_000_000
# Vector tiles hold all streets from this zoom on.
_STREETS_FROM = 13
# Without tiles of a coarser zoom than this a whole town is ours to draw.
_TOWN_FROM = 9
# Percent of the points that most_of leaves out on each side, and the span in degrees from which it does.
_MOST = (2, 98)
_SPAN_DEG = 0.5
# From so many streets on the few far away are left out of sight.
_MANY = 200

Ring = Sequence[tuple[float, float]]
# West, south, east, north.
Box = tuple[float, float, float, float]


class VlakLike(Protocol):
    """An area of the base map."""

    @property
    def soort(self) -> str: ...
    @property
    def rings(self) -> Sequence[Ring]: ...


class BuurtLike(Protocol):
    """A buurt with its outline."""

    @property
    def code(self) -> str: ...
    @property
    def naam(self) -> str: ...
    @property
    def rings(self) -> Sequence[Ring]: ...


class StraatLike(Protocol):
    """A named street."""

    @property
    def naam(self) -> str: ...
    @property
    def soort(self) -> str: ...
    @property
    def lines(self) -> Sequence[Ring]: ...


class GebiedLike(Protocol):
    """A drawn area; geldig: its last day is not over."""

    @property
    def uid(self) -> str: ...
    @property
    def naam(self) -> str: ...
    @property
    def soort(self) -> str: ...
    @property
    def ringen(self) -> Sequence[Ring]: ...
    @property
    def geldig(self) -> bool: ...


class BasiskaartLike(Protocol):
    """Tiles below everything: see usecases.tegels. grens: west, south, east, north."""

    @property
    def soort(self) -> str: ...
    @property
    def formaat(self) -> str: ...
    @property
    def schema(self) -> str: ...
    @property
    def minzoom(self) -> int: ...
    @property
    def maxzoom(self) -> int: ...
    @property
    def grens(self) -> Box: ...
    @property
    def mime(self) -> str: ...
    def tegel(self, z: int, x: int, y: int, /) -> bytes | None: ...


class LagenLike(Protocol):
    """What the use case `kaart_lagen` gives; positions are (lon, lat), WGS84."""

    @property
    def naam(self) -> str: ...
    @property
    def omtrek(self) -> Sequence[Ring]: ...
    @property
    def vlakken(self) -> Sequence[VlakLike]: ...
    @property
    def buurten(self) -> Sequence[BuurtLike]: ...
    @property
    def straten(self) -> Sequence[StraatLike]: ...
    @property
    def jops(self) -> Sequence[Jop]: ...
    @property
    def schouwen(self) -> Sequence[Schouw]: ...
    @property
    def gebieden(self) -> Sequence[GebiedLike]: ...
    @property
    def attributie(self) -> str: ...


def find_basiskaart(lagen: LagenLike) -> BasiskaartLike | None:
    """The tiles of these layers, None where they have none."""
    return getattr(lagen, "basiskaart", None)


class SceneEncoder:
    """Makes scenes into JSON; what belongs to the kaartpakket is made once, as long as it stays the same.

    A JOP that moves changes a scene as a whole, a kaartpakket has a million corners.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._tiles: dict[str, Any] | None = None
        self._pakket = b""

    def encode(self, lagen: LagenLike, tegel_url: str = "") -> bytes:
        """As UTF-8. Lines and rings of the kaartpakket are flat lists of millionths of a degree, lon, lat, each but
        the first corner as the step from the one before; all others lon, lat in degrees.

        tegel_url: where the tiles are to be had, with {z}, {x} and {y}; "" for a map without any.
        """
        basiskaart = find_basiskaart(lagen) if tegel_url else None
        tiles = _basiskaart(basiskaart, tegel_url) if basiskaart is not None else None
        parts = (lagen.omtrek, lagen.vlakken, lagen.buurten, lagen.straten)
        is_same = len(self._of) == len(parts) and all(old is new for old, new in zip(self._of, parts, strict=True))
        if not is_same or tiles != self._tiles:
            drawn = basiskaart is not None and draws_streets(basiskaart, lagen)
            self._of, self._tiles = parts, tiles
            self._pakket = _dump(_pakket(lagen, () if drawn else lagen.straten))
        other = {
            "naam": lagen.naam,
            "attributie": lagen.attributie,
            "jops": [_jop(jop) for jop in lagen.jops],
            "schouwen": [_schouw(schouw) for schouw in lagen.schouwen],
            "gebieden": [_gebied(gebied) for gebied in lagen.gebieden],
            "basiskaart": tiles,
        }
        # Two objects as one: without the brace that ends the first and the one that begins the second.
        return self._pakket[:-1] + b"," + _dump(other)[1:]


def encode_scene(lagen: LagenLike, tegel_url: str = "") -> bytes:
    """One scene as SceneEncoder makes it."""
    return SceneEncoder().encode(lagen, tegel_url)


def to_mercator(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Web Mercator with the whole world as 0..1, y down. Latitudes beyond its edge are put on the edge."""
    radians = np.radians(np.clip(lat, -MAX_LAT, MAX_LAT))
    return lon / 360.0 + 0.5, 0.5 - np.arcsinh(np.tan(radians)) / (2.0 * np.pi)


def bounds_of(lagen: LagenLike) -> Box | None:
    """West, south, east, north of where people live: the built-up areas, else the outline, the buurten, most of the
    streets, and with none of these the tiles."""
    rings = [ring for vlak in lagen.vlakken if vlak.soort == "bebouwd" for ring in vlak.rings] or [*lagen.omtrek]
    rings = rings or [ring for buurt in lagen.buurten for ring in buurt.rings]
    positions = [position for ring in rings for position in ring]
    if positions:
        lons, lats = [lon for lon, _ in positions], [lat for _, lat in positions]
        return min(lons), min(lats), max(lons), max(lats)
    starts = np.array([line[0] for straat in lagen.straten for line in straat.lines], dtype=np.float64).reshape(-1, 2)
    if len(starts) >= _MANY:
        # A road may run far out of town.
        (west, east), (south, north) = (np.percentile(starts[:, axis], _MOST) for axis in (0, 1))
        return float(west), float(south), float(east), float(north)
    if len(starts):
        ends = np.array([position for straat in lagen.straten for line in straat.lines for position in line])
        return most_of(ends[:, 0], ends[:, 1])
    basiskaart = find_basiskaart(lagen)
    return basiskaart.grens if basiskaart is not None else None


def most_of(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> Box:
    """A rectangle around the points, at least one; around most of them when the whole would span half a country."""
    west, south, east, north = lons.min(), lats.min(), lons.max(), lats.max()
    if max(east - west, north - south) > _SPAN_DEG:
        # One far away must not make the rest a speck.
        (west, east), (south, north) = np.percentile(lons, _MOST), np.percentile(lats, _MOST)
    return float(west), float(south), float(east), float(north)


def _covers(grens: Box, lagen: LagenLike) -> bool:
    """Whether every street, and where there is none every area, lies on the tiles."""
    west, south, east, north = grens
    lines = [line for straat in lagen.straten for line in straat.lines]
    lines = lines or [ring for vlak in lagen.vlakken for ring in vlak.rings]
    return all(west <= lon <= east and south <= lat <= north for line in lines for lon, lat in line)


def _basiskaart(basiskaart: BasiskaartLike, url: str) -> dict[str, Any]:
    names = ("soort", "formaat", "schema", "minzoom", "maxzoom")
    return {name: getattr(basiskaart, name) for name in names} | {"grens": [*basiskaart.grens], "url": url}


def draws_streets(basiskaart: BasiskaartLike, lagen: LagenLike) -> bool:
    """Whether the tiles draw every street down to its own, so that the page need not have them: 10 MB for a city.

    Areas are sent all the same: many tiles come without houses.
    """
    if basiskaart.soort != "vector" or basiskaart.schema == "onbekend":
        return False
    if basiskaart.maxzoom < _STREETS_FROM or basiskaart.minzoom > _TOWN_FROM:
        return False
    west, south, east, north = basiskaart.grens
    return all(
        west <= lon <= east and south <= lat <= north
        for straat in lagen.straten
        for line in straat.lines
        for lon, lat in line
    )


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _pakket(lagen: LagenLike, streets: Sequence[StraatLike]) -> dict[str, Any]:
    omtrek = _step([lagen.omtrek])[0]
    vlakken = _step([vlak.rings for vlak in lagen.vlakken])
    buurten = _step([buurt.rings for buurt in lagen.buurten])
    straten = _step([straat.lines for straat in streets])
    return {
        "omtrek": omtrek,
        "vlakken": [
            {"soort": vlak.soort, "naam": getattr(vlak, "naam", ""), "ringen": rings}
            for vlak, rings in zip(lagen.vlakken, vlakken, strict=True)
        ],
        "buurten": [
            {"code": buurt.code, "naam": buurt.naam, "ringen": rings}
            for buurt, rings in zip(lagen.buurten, buurten, strict=True)
        ],
        "straten": [
            {"naam": straat.naam, "soort": straat.soort, "lijnen": lines}
            for straat, lines in zip(streets, straten, strict=True)
        ],
    }


def _step(groups: Sequence[Sequence[Ring]]) -> list[list[list[int]]]:
    """Groups of lines as whole numbers, in one go: a million corners one by one would take a second."""
    sizes = [len(line) for group in groups for line in group]
    values = chain.from_iterable(position for group in groups for line in group for position in line)
    corners = np.rint(np.fromiter(values, dtype=np.float64, count=2 * sum(sizes)) * _PER_DEGREE).astype(np.int64)
    corners = corners.reshape(-1, 2)
    starts = np.cumsum([0, *sizes])
    steps = np.diff(corners, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    first = starts[:-1][np.asarray(sizes, dtype=np.int64) > 0]
    steps[first] = corners[first]
    flat: list[int] = steps.ravel().tolist()
    lines = (flat[2 * int(begin) : 2 * int(end)] for begin, end in pairwise(starts))
    return [list(islice(lines, len(group))) for group in groups]


def _flatten(lines: Iterable[Ring]) -> list[list[float]]:
    return [[round(value, _DECIMALS) for position in line for value in position] for line in lines]


def _jop(jop: Jop) -> dict[str, Any]:
    return {"uid": jop.uid, "naam": jop.naam, "status": str(jop.status), "lon": jop.lon, "lat": jop.lat}


def _schouw(schouw: Schouw) -> dict[str, Any]:
    return {
        "uid": schouw.uid,
        "naam": schouw.naam,
        "datum": schouw.datum.isoformat(),
        "groepen": [
            {"letter": groep.letter, "route": _flatten([groep.route])[0]} for groep in schouw.groepen if groep.route
        ],
    }


def _gebied(gebied: GebiedLike) -> dict[str, Any]:
    rings = _flatten(gebied.ringen)
    return {"uid": gebied.uid, "naam": gebied.naam, "soort": gebied.soort, "geldig": gebied.geldig, "ringen": rings}
