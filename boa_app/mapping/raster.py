"""The protected grid as the map page draws it: squares of the RD grid as rings in WGS84."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.bescherming import Raster
from boa_app.analysis.crs import to_wgs84

# A ten-millionth of a degree is 1 cm; the corners are those of the grid, whoever reported what.
_DECIMALS = 7


def describe_raster(raster: Raster, *, cijfers: bool) -> dict[str, Any]:
    """What Boa.api.set_raster takes. cijfers: write the number of incidents in each square."""
    rings = _rings(raster.x_m, raster.y_m, raster.zijde_m)
    few_side = np.full(raster.te_weinig_x_m.size, raster.start_m, dtype=np.int64)
    return {
        "vakken": [
            {"ring": ring, "klasse": int(klasse), "tekst": str(int(aantal)) if cijfers else ""}
            for ring, klasse, aantal in zip(rings, raster.klasse, raster.aantal, strict=True)
        ],
        "weinig": _rings(raster.te_weinig_x_m, raster.te_weinig_y_m, few_side),
    }


def _rings(x_m: NDArray[np.int64], y_m: NDArray[np.int64], side_m: NDArray[np.int64]) -> list[list[float]]:
    """Closed rings as flat lists lon, lat, lon, lat."""
    right, top = x_m + side_m, y_m + side_m
    x = np.stack((x_m, right, right, x_m, x_m), axis=1)
    y = np.stack((y_m, y_m, top, top, y_m), axis=1)
    lon, lat = to_wgs84(x, y)
    flat = np.stack((lon, lat), axis=2).reshape(len(x_m), 10).round(_DECIMALS)
    rings: list[list[float]] = flat.tolist()
    return rings
