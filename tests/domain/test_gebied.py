"""When a drawing is an area, and how large it is: held against shapely and against geodesic areas."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from boa_app.domain.errors import UserError
from boa_app.domain.gebied import (
    GEBIED_VELDEN,
    Gebied,
    GebiedSoort,
    check_gebied,
    check_ring,
    close_ring,
    crosses_itself,
    ring_area_m2,
)
from boa_app.domain.melding import Status

SQUARE = ((5.03, 52.01), (5.04, 52.01), (5.04, 52.02), (5.03, 52.02), (5.03, 52.01))
BOW = ((5.03, 52.01), (5.04, 52.02), (5.04, 52.01), (5.03, 52.02), (5.03, 52.01))
AREA = Gebied("u", "Binnenstad", GebiedSoort.CAMERA, (SQUARE,), "2026-12", date(2026, 1, 1), date(2026, 12, 31))


def _code(call, *args) -> str:
    with pytest.raises(UserError) as caught:
        call(*args)
    return caught.value.code


def test_values_come_back_and_stay_in_order() -> None:
    values = AREA.to_values()
    assert tuple(values) == GEBIED_VELDEN
    assert Gebied("u", "", GebiedSoort.KVO, ()).with_values(values) == AREA
    assert AREA.with_values({"geldig_tot": None, "naam": "  Plein "}).naam == "Plein"
    assert AREA.with_values({"status": "vervallen"}).status is Status.VERVALLEN


@pytest.mark.parametrize(
    ("name", "value"),
    [("soort", "PARK"), ("ringen", "x"), ("ringen", [[1]]), ("geldig_van", "gisteren"), ("geldig_van", 3), ("naam", 3)],
)
def test_a_wrong_value_is_named(name: str, value: object) -> None:
    assert _code(AREA.with_values, {name: value}) == "veld_ongeldig"
    assert _code(AREA.with_values, {"kleur": "rood"}) == "veld_onbekend"


def test_it_holds_from_its_first_up_to_its_last_day() -> None:
    assert [AREA.holds_on(date(2026, 1, 1)), AREA.holds_on(date(2026, 12, 31))] == [True, True]
    assert not AREA.holds_on(date(2025, 12, 31)) and not AREA.is_over(date(2025, 12, 31))
    assert AREA.is_over(date(2027, 1, 1)) and not AREA.holds_on(date(2027, 1, 1))
    assert AREA.with_values({"geldig_van": None, "geldig_tot": None}).holds_on(date(1950, 1, 1))
    assert AREA.with_values({"geldig_van": date(2030, 1, 1), "geldig_tot": None}).geldig_van == date(2030, 1, 1)


def test_a_good_area_passes() -> None:
    check_gebied(AREA)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"naam": " "}, "gebied_naam_nodig"),
        ({"naam": "x" * 81}, "gebied_tekst_lang"),
        ({"besluit": "x" * 501}, "gebied_tekst_lang"),
        ({"geldig_tot": "2025-12-31"}, "gebied_datums"),
        ({"ringen": []}, "gebied_hoeken"),
        ({"ringen": [BOW]}, "gebied_kruist"),
    ],
)
def test_what_is_no_area_is_refused(values: dict[str, object], code: str) -> None:
    assert _code(check_gebied, AREA.with_values(values)) == code


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        (close_ring([(5.0, 52.0), (5.1, 52.0)]), "gebied_hoeken"),
        (SQUARE[:-1], "gebied_hoeken"),
        (close_ring([(5.0, 52.0), (181.0, 52.0), (5.0, 52.1)]), "gebied_buiten_wereld"),
        (close_ring([(5.0, 52.0), (5.1, 52.0), (5.0, float("nan"))]), "gebied_buiten_wereld"),
        (close_ring([(5.0, 52.0), (5.00001, 52.0), (5.0, 52.00001)]), "gebied_klein"),
        (close_ring([(5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 53.0)]), "gebied_groot"),
        (close_ring([(5.0 + i / 1e4, 52.0) for i in range(500)] + [(5.0, 52.1)]), "gebied_veel_hoeken"),
    ],
)
def test_a_ring_that_is_none_is_refused(ring: tuple[tuple[float, float], ...], code: str) -> None:
    assert _code(check_ring, ring) == code


def test_corners_on_one_place_count_once() -> None:
    assert close_ring([(5.0, 52.0), (5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0)]) == (
        (5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0),
    )  # fmt: skip
    assert close_ring([]) == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=7, unique=True))
def test_crossing_is_what_shapely_calls_a_ring_that_is_not_simple(corners: list[tuple[int, int]]) -> None:
    ring = close_ring(corners)
    assert crosses_itself(ring) is not shapely.LinearRing(ring).is_simple


@given(
    st.floats(-170, 170), st.floats(-70, 70), st.lists(st.floats(0.001, 0.05), min_size=3, max_size=9), st.booleans()
)
def test_area_is_geodesic(lon: float, lat: float, radii: list[float], turned: bool) -> None:
    import math

    corners = [
        (lon + r * math.cos(2 * math.pi * i / len(radii)), lat + r * math.sin(2 * math.pi * i / len(radii)))
        for i, r in enumerate(radii)
    ]
    ring = close_ring(corners[::-1] if turned else corners)
    exact = abs(Geod(ellps="WGS84").polygon_area_perimeter(*zip(*ring, strict=True))[0])
    # Sides of up to 10 km: the two straight lines differ by less than this.
    longest = max(math.dist(a, b) for a, b in pairwise(ring))
    assert ring_area_m2(ring) == pytest.approx(exact, rel=2e-3 * longest / 0.05 + 1e-6)


def test_holes_do_not_count() -> None:
    hole = ((5.032, 52.012), (5.036, 52.012), (5.036, 52.016), (5.032, 52.016), (5.032, 52.012))
    with_hole = AREA.with_values({"ringen": [SQUARE, hole]})
    assert with_hole.area_m2() == pytest.approx(ring_area_m2(SQUARE) - ring_area_m2(hole))
    assert AREA.area_m2() == pytest.approx(764_000, rel=0.01)
