"""Blocks of cells give the numbers of one whole grid, for every filter, wherever the positions are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.analysis.dichtheid import Kader, raster
from boa_app.analysis.warmteblokken import _KEPT, BLOCK, Cellen, Dichtheid

CEL = 25.0
SPAN = BLOCK * CEL


def made(x: list[float], y: list[float], keep: list[bool] | None = None, **more: float) -> Dichtheid:
    cellen = Cellen(x, y)
    mask = np.ones(len(x), dtype=np.bool_) if keep is None else np.array(keep, dtype=np.bool_)
    return Dichtheid(cellen, cellen.tel(mask), **more)


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
