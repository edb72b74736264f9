"""Tiles of heat: the right colour at the right place, the same on every zoom, nothing where nothing is."""

from __future__ import annotations

import io
import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from boa_app.analysis.crs import to_rd
from boa_app.analysis.warmteblokken import Cellen, Dichtheid
from boa_app.mapping.warmte import (
    DEKKING,
    GRENZEN,
    TILE_PX,
    ZOOMS,
    Tegel,
    Warmtetegels,
    class_picture,
    empty_png,
    encode_png,
    pixel_size_m,
    places_of,
)

KLEUREN = ("#FFF1BF", "#FAC072", "#ED8C48", "#D95931", "#AA342C", "#7A0F24")
PLACE = (5.0412, 52.0203)


def world(lon: float, lat: float) -> tuple[float, float]:
    return lon / 360 + 0.5, 0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)


def tile_at(lon: float, lat: float, z: int) -> tuple[Tegel, int, int]:
    """The tile a place is on, and the column and row of its pixel."""
    x, y = (part * 2**z for part in world(lon, lat))
    return Tegel(z, int(x), int(y)), int(x % 1 * TILE_PX), int(y % 1 * TILE_PX)


def heat(lon: list[float], lat: list[float], jaren: float = 0.5) -> Dichtheid:
    cellen = Cellen(*to_rd(lon, lat))
    return Dichtheid(cellen, cellen.tel(np.ones(len(lon), dtype=np.bool_)), 75, jaren)


def town() -> Dichtheid:
    random = np.random.default_rng(11)
    lon = np.concatenate((random.normal(PLACE[0], 0.002, 90), random.normal(PLACE[0] + 0.02, 0.01, 80)))
    lat = np.concatenate((random.normal(PLACE[1], 0.001, 90), random.normal(PLACE[1] - 0.005, 0.006, 80)))
    return heat(lon.tolist(), lat.tolist())


@pytest.mark.parametrize(
    "tegel", [Tegel(6, 32, 21), Tegel(9, 263, 168), Tegel(14, 8421, 5404), Tegel(17, 67371, 43236)]
)
def test_the_places_of_a_tile_are_within_a_metre(tegel: Tegel) -> None:
    middles = (np.arange(TILE_PX) + 0.5) / TILE_PX
    x, y = places_of(tegel, middles[::37])
    lon = ((tegel.x + middles[::37]) / 2**tegel.z - 0.5) * 360
    lat = np.degrees(np.arctan(np.sinh((0.5 - (tegel.y + middles[::37]) / 2**tegel.z) * 2 * np.pi)))
    wanted_x, wanted_y = to_rd(*np.meshgrid(lon, lat))
    # Far away a pixel is half a kilometre; a fraction of one is what the eye does not see.
    allowed_m = max(1.0, pixel_size_m(tegel) / 40)
    assert np.hypot(x - wanted_x, y - wanted_y).max() < allowed_m


def test_a_pixel_has_the_class_of_its_place() -> None:
    dichtheid = town()
    tegel, _, _ = tile_at(*PLACE, 14)
    classes = class_picture(dichtheid, tegel)
    assert classes is not None
    middles = (np.arange(TILE_PX) + 0.5) / TILE_PX
    values = dichtheid.sample(*places_of(tegel, middles))
    wanted = sum((values >= limit).astype(int) for limit in GRENZEN)
    assert set(np.unique(classes)) == {0, 1, 2, 3, 4, 5, 6}
    # Beside the line between two classes a pixel may be on either side of it, nowhere else.
    assert np.mean(classes != wanted) < 0.01
    assert np.abs(classes - wanted).max() <= 1
    beside = np.zeros_like(wanted, dtype=np.bool_)
    for axis, by in itertools.product((0, 1), (-2, -1, 1, 2)):
        beside |= np.roll(wanted, by, axis) != wanted
    assert np.array_equal(classes[~beside], wanted[~beside])


def test_a_place_has_the_same_colour_on_every_zoom() -> None:
    dichtheid = town()
    random = np.random.default_rng(12)
    same = total = 0
    for lon, lat in zip(random.uniform(5.02, 5.08, 60), random.uniform(52.005, 52.03, 60), strict=True):
        (value,) = dichtheid.sample(*(np.atleast_1d(part) for part in to_rd(lon, lat)))
        if min(abs(float(value) / limit - 1) for limit in GRENZEN) < 0.15:
            continue
        wanted = sum(value >= limit for limit in GRENZEN)
        for z in (12, 13, 14, 15, 16, 17, 18):
            tegel, column, row = tile_at(lon, lat, z)
            classes = class_picture(dichtheid, tegel)
            total += 1
            same += (0 if classes is None else classes[row, column]) == wanted
    assert total > 200
    # From afar a pixel is 12 m wide: its middle may lie over a limit that the place itself does not reach.
    assert same >= 0.98 * total


def test_the_blot_of_one_incident_is_as_wide_in_metres_on_every_zoom() -> None:
    dichtheid = heat([PLACE[0]], [PLACE[1]])
    # Where the Gaussian of one incident in half a year falls below the first limit.
    radius_m = 75 * math.sqrt(2 * math.log(1e4 / (2 * math.pi * 75**2) * 2 / GRENZEN[0]))
    for z in (12, 13, 14, 15):
        tegel, column, _ = tile_at(*PLACE, z)
        areas = 0
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                part = class_picture(dichtheid, Tegel(z, tegel.x + across, tegel.y + down))
                areas += 0 if part is None else int(np.count_nonzero(part))
        found_m = math.sqrt(areas / math.pi) * pixel_size_m(tegel)
        assert found_m == pytest.approx(radius_m, rel=0.04), (z, column)


def test_nothing_elsewhere() -> None:
    tiles = Warmtetegels(heat([PLACE[0]], [PLACE[1]]))
    tegel, _, _ = tile_at(PLACE[0] + 1, PLACE[1], 14)
    assert tiles.png(tegel, KLEUREN) == empty_png()
    assert class_picture(heat([], []), tegel) is None


def test_the_picture_has_the_colours_and_the_covering_of_the_classes() -> None:
    classes = np.arange(7, dtype=np.uint8).reshape(1, 7)
    picture = _opened(encode_png(classes, KLEUREN))
    assert picture[0, 0].tolist()[3] == 0
    for number, (kleur, dekking) in enumerate(zip(KLEUREN, DEKKING, strict=True), start=1):
        red, green, blue, alpha = picture[0, number].tolist()
        assert f"#{red:02X}{green:02X}{blue:02X}" == kleur
        assert alpha == round(255 * dekking)


def test_each_tile_is_made_once_per_theme() -> None:
    looked: list[int] = []

    class Counted(Dichtheid):
        def sample(self, x: NDArray[np.float64], y: NDArray[np.float64], step_m: float = 0.0) -> NDArray[np.float32]:
            looked.append(1)
            return super().sample(x, y, step_m)

    cellen = Cellen(*to_rd([PLACE[0]], [PLACE[1]]))
    tiles = Warmtetegels(Counted(cellen, cellen.tel(np.ones(1, dtype=np.bool_)), 75, 0.5))
    tegel, column, row = tile_at(*PLACE, 15)
    day = tiles.png(tegel, KLEUREN)
    night = tiles.png(tegel, tuple(reversed(KLEUREN)))
    assert tiles.png(tegel, KLEUREN) is day
    assert (looked, day == night) == ([1], False)
    assert _opened(day)[row, column].tolist()[3] > 0


@pytest.mark.parametrize("tegel", [Tegel(5, 0, 0), Tegel(23, 0, 0), Tegel(10, 1024, 0), Tegel(10, 0, -1)])
def test_what_is_no_tile_is_refused(tegel: Tegel) -> None:
    with pytest.raises(ValueError, match="tegel"):
        Warmtetegels(heat([], [])).png(tegel, KLEUREN)


def test_the_whole_world_is_looked_at_without_harm() -> None:
    dichtheid = heat([PLACE[0], -2.6, 178.0, 0.0], [PLACE[1], 51.45, -40.0, 0.0])
    z = ZOOMS.start
    tiles = Warmtetegels(dichtheid)
    for tegel in (Tegel(z, 0, 0), Tegel(z, 63, 63), tile_at(178.0, -40.0, z)[0], tile_at(-2.6, 51.45, z)[0]):
        assert tiles.png(tegel, KLEUREN).startswith(b"\x89PNG")
    # A town of another country has its heat as well.
    tegel, column, row = tile_at(-2.6, 51.45, 15)
    classes = class_picture(dichtheid, tegel)
    assert classes is not None
    assert classes[row, column] >= 2


def _opened(png: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))
