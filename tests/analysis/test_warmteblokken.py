"""Blocks of cells give the numbers of one whole grid, for every filter, wherever the positions are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.analysis.dekking import cover_grid
from boa_app.analysis.dichtheid import Grid, Kader, raster
from boa_app.analysis.warmteblokken import _KEPT, BLOCK, Cellen, Dichtheid, Masker

CEL = 25.0
SPAN = BLOCK * CEL


def made(x: list[float], y: list[float], keep: list[bool] | None = None, sigma_m: float = 75.0) -> Dichtheid:
    cellen = Cellen(x, y)
    mask = np.ones(len(x), dtype=np.bool_) if keep is None else np.array(keep, dtype=np.bool_)
    return Dichtheid(cellen, cellen.tel(mask), sigma_m)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.floats(0, 1), st.sampled_from([40.0, 75.0, 150.0]))
def test_a_block_is_a_piece_of_the_whole_grid(seed: int, share: float, sigma_m: float) -> None:
    random = np.random.default_rng(seed)
    x, y = random.uniform(131_000, 137_000, 300), random.uniform(446_000, 453_000, 300)
    mask = random.random(300) < share
    cellen = Cellen(x, y)
    dichtheid = Dichtheid(cellen, cellen.tel(mask), sigma_m, 0.5)
    assert dichtheid.total == mask.sum()
    for across, up in [(20, 69), (20, 70), (21, 70)]:
        kader = Kader(across * SPAN, up * SPAN, BLOCK, BLOCK)
        wide = Kader(kader.xmin - 800, kader.ymin - 800, BLOCK + 64, BLOCK + 64)
        whole = raster(x[mask], y[mask], sigma_m, CEL, kader=wide, jaren=0.5)[32:-32, 32:-32]
        block = dichtheid.block(across, up)
        assert np.allclose(np.zeros((BLOCK, BLOCK)) if block is None else block, whole, atol=1e-6)


def test_between_the_centres_of_cells_by_straight_lines() -> None:
    # On the corner of four blocks: what is looked at needs all of them.
    x0, y0 = 20 * SPAN, 70 * SPAN
    dichtheid = made([x0 + 5], [y0 + 5])
    centres = np.array([x0 - 12.5, x0 + 12.5]), np.array([y0 + 12.5, y0 + 12.5])
    west, east = dichtheid.sample(*centres)
    (middle,) = dichtheid.sample(np.array([x0]), np.array([y0 + 12.5]))
    assert east > west > 0
    assert middle == pytest.approx((west + east) / 2, rel=1e-5)


@pytest.mark.parametrize("step_m", [0.0, 10.0, 60.0, 130.0, 900.0, 10_000.0])
def test_farther_away_the_values_are_those_of_the_same_surface(step_m: float) -> None:
    random = np.random.default_rng(8)
    dichtheid = made(random.normal(135_000, 900, 4_000).tolist(), random.normal(448_000, 900, 4_000).tolist())
    every = 1 if step_m < 50 else 2 ** int(np.log2(step_m / CEL)) if step_m < SPAN else BLOCK
    # The centres of the cells that are looked at lie on the surface whatever the step is.
    x, y = np.meshgrid(
        (np.arange(-6, 6) * every + 5_400 // every * every + 0.5) * CEL,
        (np.arange(-6, 6) * every + 17_920 // every * every + 0.5) * CEL,
    )
    assert np.allclose(dichtheid.sample(x, y, step_m), dichtheid.sample(x, y), rtol=1e-4, atol=1e-4)


def test_nothing_far_from_everything_and_nothing_of_nothing() -> None:
    dichtheid = made([135_000.0], [448_000.0])
    far = dichtheid.sample(np.array([235_000.0]), np.array([448_000.0]))
    assert far.tolist() == [0.0]
    assert dichtheid.block(0, 0) is None
    none = made([], [])
    assert none.total == 0
    assert none.sample(np.array([1.0]), np.array([1.0])).tolist() == [0.0]


def test_a_position_nowhere_has_no_heat_and_one_on_another_continent_costs_nothing() -> None:
    dichtheid = made([135_000.0, np.nan, -9_000_000.0, np.inf], [448_000.0, 448_000.0, -9_000_000.0, 5.0])
    assert dichtheid.total == 2
    here = np.array([135_000.0]), np.array([448_000.0])
    assert dichtheid.sample(*here)[0] == pytest.approx(made([135_000.0], [448_000.0]).sample(*here)[0])
    assert dichtheid.sample(np.array([-9_000_000.0]), np.array([-9_000_000.0]))[0] > 0.2


def test_a_filter_counts_only_what_it_leaves() -> None:
    x, y = [135_000.0, 135_001.0, 139_000.0], [448_000.0, 448_001.0, 448_000.0]
    dichtheid = made(x, y, [True, False, False])
    assert dichtheid.total == 1
    assert dichtheid.sample(np.array([139_000.0]), np.array([448_000.0]))[0] == 0


def test_blocks_that_were_looked_at_are_kept_but_not_without_end() -> None:
    random = np.random.default_rng(9)
    dichtheid = made(random.uniform(0, 20 * SPAN, 20_000).tolist(), random.uniform(0, 20 * SPAN, 20_000).tolist())
    assert dichtheid.block(3, 3) is dichtheid.block(3, 3)
    for across in range(15):
        for up in range(15):
            dichtheid.block(across, up)
    assert len(dichtheid._known) == len(dichtheid._grids) == _KEPT


def test_a_gaussian_wider_than_a_block_is_refused() -> None:
    with pytest.raises(ValueError, match="sigma_m"):
        made([1.0], [1.0], None, sigma_m=2_000.0)


def buurten(shared_data: Path) -> tuple[shapely.Polygon | shapely.MultiPolygon, Grid, Kader]:
    """The outline of the real buurten together in RD metres, and what it covers."""
    text = (shared_data / "boundaries" / "ijsselstein_buurten_2024_rd.geojson").read_text(encoding="utf-8")
    outline = shapely.union_all([shapely.geometry.shape(part["geometry"]) for part in json.loads(text)["features"]])
    west, south, east, north = (np.array(outline.bounds) / CEL + (0, 0, 1, 1)).astype(int).tolist()
    kader = Kader(west * CEL, south * CEL, north - south, east - west)
    assert isinstance(outline, shapely.Polygon | shapely.MultiPolygon)
    parts = outline.geoms if isinstance(outline, shapely.MultiPolygon) else [outline]
    rings = [shapely.get_coordinates(ring) for part in parts for ring in (part.exterior, *part.interiors)]
    return outline, cover_grid([rings], kader), kader


def test_a_flat_town_is_flat_up_to_its_real_border(shared_data: Path) -> None:
    outline, cover, kader = buurten(shared_data)
    assert cover.sum() * CEL**2 == pytest.approx(outline.area, rel=1e-3)
    shapely.prepare(outline)
    places = np.meshgrid(
        np.arange(kader.xmin + 1.25, kader.xmin + kader.kolommen * CEL, 2.5),
        np.arange(kader.ymin + 1.25, kader.ymin + kader.rijen * CEL, 2.5),
    )
    inside = shapely.contains_xy(outline, *places)
    x, y = places[0][inside], places[1][inside]
    cellen, level = Cellen(x, y), 1e4 / 2.5**2
    counts = cellen.tel(np.ones(len(x), dtype=np.bool_))
    some = np.random.default_rng(3).choice(len(x), 150_000, replace=False)
    plain = Dichtheid(cellen, counts).sample(x[some], y[some]) / level
    found = Dichtheid(cellen, counts, masker=Masker(cover, kader)).sample(x[some], y[some]) / level
    assert plain.min() < 0.2
    # Less than one place in two thousand: the tips of sharp corners, beside cells with next to nothing inside.
    assert np.mean((found > 0.98) & (found < 1.02)) > 0.9995
    assert 0.9 < found.min() <= found.max() <= 1.02
    # Farther than the Gaussian reaches from the border nothing changed.
    deep = shapely.distance(outline.boundary, shapely.points(x[some], y[some])) > 400
    assert np.mean(deep) > 0.1
    assert np.allclose(found[deep], plain[deep], rtol=1e-4)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_a_block_with_a_mask_is_a_piece_of_the_whole_grid_with_it(seed: int) -> None:
    random = np.random.default_rng(seed)
    x, y = random.uniform(131_000, 137_000, 300), random.uniform(446_000, 453_000, 300)
    kader = Kader(19 * SPAN, 68 * SPAN, 4 * BLOCK, 3 * BLOCK)
    cover = np.zeros((kader.rijen, kader.kolommen), dtype=np.float32)
    # Across the corner of four blocks, with a ditch in it.
    town = Kader((20 * BLOCK + 120) * CEL, (69 * BLOCK + 100) * CEL, 250, 230)
    part = random.uniform(0.2, 1.0, (town.rijen, town.kolommen)).astype(np.float32)
    part[:, 90:93] = 0
    cover[BLOCK + 100 : BLOCK + 350, BLOCK + 120 : BLOCK + 350] = part
    whole = raster(x, y, 75.0, CEL, kader=kader, masker=cover, jaren=0.5)
    cellen = Cellen(x, y)
    dichtheid = Dichtheid(cellen, cellen.tel(np.ones(300, dtype=np.bool_)), 75.0, 0.5, Masker(part, town))
    for across, up in [(20, 69), (20, 70), (21, 69), (21, 70)]:
        rows, columns = (
            slice((at - first) * BLOCK, (at - first + 1) * BLOCK) for at, first in ((up, 68), (across, 19))
        )
        block = dichtheid.block(across, up)
        assert np.allclose(np.zeros((BLOCK, BLOCK)) if block is None else block, whole[rows, columns], atol=1e-6)


def test_a_mask_for_another_width_is_refused() -> None:
    cellen = Cellen([1.0], [1.0])
    masker = Masker(np.ones((2, 2), dtype=np.float32), Kader(0, 0, 2, 2), sigma_m=150)
    with pytest.raises(ValueError, match="masker"):
        Dichtheid(cellen, cellen.tel(np.ones(1, dtype=np.bool_)), masker=masker)


def test_a_mask_knows_which_blocks_it_takes_nothing_of() -> None:
    # Two blocks wide and one high, of which the second misses one cell.
    cover = np.ones((256, 512), dtype=np.float32)
    cover[100, 300] = 0
    masker = Masker(cover, Kader(-256 * 25.0, 0, 256, 512))
    assert masker.is_whole(-1, 0)
    assert not masker.is_whole(0, 0)
    assert not masker.is_whole(1, 0)
    assert not masker.is_whole(-1, 1)
    # Far from the town there is no cell to speak of.
    assert masker.inside(99, 0) is None
    assert masker.factor(99, 0) is None
