"""The rule *zelfde groep?*: 50 m and 2 h, both inclusive."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.incident import distance_m, may_be_same_group, search_box

LON, LAT = st.floats(-179, 179), st.floats(-80, 80)
AT = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("distance", "minutes", "expected"),
    [(0, 0, True), (50, 120, True), (50.01, 0, False), (0, 120.1, False), (0, -120, True), (0, -121, False)],
)
def test_bounds(distance: float, minutes: float, expected: bool) -> None:
    assert may_be_same_group(distance, AT, AT + timedelta(minutes=minutes)) is expected


def test_one_degree_of_latitude_is_111_km() -> None:
    assert distance_m(5.0, 52.0, 5.0, 53.0) == pytest.approx(111_195, abs=10)


def test_rd_distance_in_ijsselstein() -> None:
    # The two test points of domain §8.1 lie sqrt(6901² + 7755²) m apart in RD.
    assert distance_m(4.978, 51.991, 5.078, 52.061) == pytest.approx((6901**2 + 7755**2) ** 0.5, rel=0.005)


@given(LON, LAT, LON, LAT)
def test_distance_is_a_distance(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> None:
    there, back = distance_m(lon_a, lat_a, lon_b, lat_b), distance_m(lon_b, lat_b, lon_a, lat_a)
    assert there == pytest.approx(back)
    assert 0 <= there <= 20_016_000


@given(LON, LAT)
def test_antipodes_are_half_the_earth_away(lon: float, lat: float) -> None:
    assert distance_m(lon, lat, lon - 180, -lat) == pytest.approx(20_015_115, rel=1e-4)


@given(LON, LAT, st.floats(-0.02, 0.02), st.floats(-0.02, 0.02), st.floats(1, 2000))
def test_box_holds_all_within_the_radius(lon: float, lat: float, dlon: float, dlat: float, radius_m: float) -> None:
    west, south, east, north = search_box(lon, lat, radius_m)
    if distance_m(lon, lat, lon + dlon, lat + dlat) <= radius_m:
        assert west <= lon + dlon <= east
        assert south <= lat + dlat <= north
