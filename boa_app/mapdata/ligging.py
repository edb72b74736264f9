"""RD or WGS84: what the positions of a file are, by what it declares and by their range; never a guess.

The ranges of RD (metres) and of degrees do not meet, so a wrong declaration is always seen; x and y that changed
places are seen for everything in the Netherlands. Both are refused: whoever made the file must know.
"""

from __future__ import annotations

import re
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.analysis.crs import to_wgs84
from boa_app.domain.errors import UserError

Floats = NDArray[np.float64]
# The frame of EPSG:28992 with the sea CBS counts with it, metres.
_RD_X, _RD_Y = (-10_000.0, 300_000.0), (280_000.0, 640_000.0)
_NL_LON, _NL_LAT = (2.0, 8.0), (50.0, 54.5)
_CODES = {"28992": "rd", "7415": "rd", "4326": "wgs84", "4258": "wgs84", "4979": "wgs84", "CRS84": "wgs84"}
_NAMES = {"Amersfoort / RD New": "rd", "Amersfoort_RD_New": "rd", "RD_New": "rd"}


class Stelsel(StrEnum):
    """The two systems positions come in."""

    RD = "rd"
    WGS84 = "wgs84"


def find_stelsel(declared: str, bestand: str) -> Stelsel | None:
    """The system a file declares, as URN, URI, "EPSG:28992" or WKT; None when it declares nothing.

    Raises UserError ligging_stelsel(bestand, stelsel) for any other system.
    """
    text = declared.strip()
    if not text:
        return None
    if (name := next((kind for name, kind in _NAMES.items() if name in text[:200]), None)) is not None:
        return Stelsel(name)
    # In WKT the code of the whole stands last; those before it belong to its parts.
    codes = re.findall(r"CRS84|\d{4,6}(?=\D*$)", text)
    kind = _CODES.get(codes[-1]) if codes else None
    if kind is None:
        raise UserError("ligging_stelsel", bestand=bestand, stelsel=text[:60])
    return Stelsel(kind)


def to_degrees(
    x: ArrayLike, y: ArrayLike, stelsel: Stelsel | None, bestand: str, *, deel: float = 1.0
) -> tuple[Floats, Floats]:
    """Longitude and latitude of positions of one file; stelsel as declared, None: by their range alone.

    deel: the share that must fit; what does not becomes nan. Raises UserError ligging_volgorde(bestand) when x and y
    changed places, ligging_anders(bestand, stelsel) when the range belies the declaration, ligging_onbekend(bestand).
    """
    first, second = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    finite = np.isfinite(first) & np.isfinite(second)
    if not finite.any():
        raise UserError("ligging_onbekend", bestand=bestand)
    seen = _recognise(first[finite], second[finite], deel, bestand)
    if stelsel is not None and seen is not stelsel:
        raise UserError("ligging_anders", bestand=bestand, stelsel="RD" if stelsel is Stelsel.RD else "WGS84")
    fits = finite & _fits(seen, np.nan_to_num(first, nan=np.inf), np.nan_to_num(second, nan=np.inf))
    lon, lat = np.full(first.shape, np.nan), np.full(first.shape, np.nan)
    if seen is Stelsel.RD:
        lon[fits], lat[fits] = to_wgs84(first[fits], second[fits])
    else:
        lon[fits], lat[fits] = first[fits], second[fits]
    return lon, lat


def _recognise(x: Floats, y: Floats, deel: float, bestand: str) -> Stelsel:
    if _share(_fits(Stelsel.RD, x, y)) >= deel:
        return Stelsel.RD
    turned = _within(y, _NL_LON) & _within(x, _NL_LAT)
    if _share(_fits(Stelsel.RD, y, x)) >= deel or _share(turned) >= deel:
        raise UserError("ligging_volgorde", bestand=bestand)
    if _share(_fits(Stelsel.WGS84, x, y)) >= deel:
        return Stelsel.WGS84
    raise UserError("ligging_onbekend", bestand=bestand)


def _fits(stelsel: Stelsel, x: Floats, y: Floats) -> NDArray[np.bool_]:
    if stelsel is Stelsel.RD:
        return _within(x, _RD_X) & _within(y, _RD_Y)
    return _within(x, (-180.0, 180.0)) & _within(y, (-90.0, 90.0))


def _within(values: Floats, bounds: tuple[float, float]) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (values >= bounds[0]) & (values <= bounds[1])
    return inside


def _share(fits: NDArray[np.bool_]) -> float:
    return float(fits.mean())
