"""Which meldingen are probably one event: within 50 m and 2 h of each other (domain §4, issue rule *zelfde groep?*)."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

SAME_GROUP_DISTANCE_M = 50.0
SAME_GROUP_TIME = timedelta(hours=2)
_EARTH_RADIUS_M = 6_371_008.8


def distance_m(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    """Great-circle metres between two WGS84 positions (haversine, mean earth radius; within 0.5 % of the ellipsoid)."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((phi_b - phi_a) / 2) ** 2
    half += math.cos(phi_a) * math.cos(phi_b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_RADIUS_M * math.asin(math.sqrt(min(half, 1.0)))


def may_be_same_group(distance: float, moment_a: datetime, moment_b: datetime) -> bool:
    """Whether to ask *zelfde groep?*; both bounds inclusive. distance in metres, moments aware."""
    return distance <= SAME_GROUP_DISTANCE_M and abs(moment_a - moment_b) <= SAME_GROUP_TIME


def search_box(lon: float, lat: float, radius_m: float) -> tuple[float, float, float, float]:
    """(west, south, east, north) in degrees, holding every position within radius_m; for an index, recheck exactly."""
    dlat = math.degrees(radius_m / _EARTH_RADIUS_M) * 1.01
    dlon = dlat / max(math.cos(math.radians(lat)), 0.01)
    return lon - dlon, lat - dlat, lon + dlon, lat + dlat
