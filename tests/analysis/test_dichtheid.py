"""Density against the exact sum of Gaussians, and what must hold whatever the data are."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from boa_app.analysis.dichtheid import (
    Kader,
    count_cells,
    radius_of,
    raster,
    smooth_grid,
    smooth_inner,
    unit_of,
)

SQUARE = Kader(0, 0, 160, 160)


def exact(
    x: NDArray[np.float64], y: NDArray[np.float64], kader: Kader, sigma: float, cell: float
) -> NDArray[np.float64]:
    """The density per m² at the centre of each cell, nothing left out."""
    cx = kader.xmin + (np.arange(kader.kolommen) + 0.5) * cell
    cy = kader.ymin + (np.arange(kader.rijen) + 0.5) * cell
    across = np.exp(-0.5 * ((x[:, None] - cx) / sigma) ** 2)
    up = np.exp(-0.5 * ((y[:, None] - cy) / sigma) ** 2)
    return up.T @ across / (2 * np.pi * sigma * sigma)


@pytest.mark.parametrize(("n", "seed"), [(10_000, 4), (30_000, 3)])
def test_one_percent_of_the_peak_and_the_same_top(n: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    centres = random.uniform(500, 3500, (40, 2))
    points = centres[random.integers(0, 40, n)] + random.normal(0, 60, (n, 2))
    wanted = exact(points[:, 0], points[:, 1], SQUARE, 75, 25)
    found = raster(points[:, 0], points[:, 1], kader=SQUARE)
    assert found.dtype == np.float32
    assert np.abs(found - wanted).max() <= 0.01 * wanted.max()
    assert found.argmax() == wanted.argmax()


@pytest.mark.parametrize(("n", "error_pct"), [(1_000, 0.93), (10_000, 0.77)])
def test_the_published_numbers(shared_data: Path, n: int, error_pct: float) -> None:
    folder = shared_data / "analysis"
    x, y = _points(folder / f"kde_stad_{n}punten.csv")
    wanted = np.load(folder / "kde_stad_exact_sigma75_cel25.npz")[f"dichtheid_{n}"]
    found = raster(x, y, 75, 25, kader=SQUARE)
    assert np.abs(found - wanted).max() / wanted.max() * 100 == pytest.approx(error_pct, abs=0.01)
    assert np.unravel_index(found.argmax(), found.shape) == np.unravel_index(wanted.argmax(), wanted.shape)


def test_the_total_is_the_number_of_incidents() -> None:
    random = np.random.default_rng(5)
    points = random.uniform(400, 3600, (5_000, 2))
    found = raster(points[:, 0], points[:, 1], kader=SQUARE)
    assert found.sum() * 25 * 25 == pytest.approx(5_000, rel=0.005)


def test_a_flat_surface_stays_flat_up_to_the_edge_of_a_mask() -> None:
    counts_x, counts_y = np.meshgrid(np.arange(160) * 25 + 12.5, np.arange(160) * 25 + 12.5)
    mask = np.zeros((160, 160), dtype=np.bool_)
    mask[40:120, 30:130] = True
    mask[60:80, 60:90] = False
    x, y = counts_x[mask], counts_y[mask]
    plain = raster(x, y, kader=SQUARE)
    corrected = raster(x, y, kader=SQUARE, masker=mask)
    level = 1 / (25 * 25)
    assert plain[40, 80] < 0.6 * level
    assert 0.98 * level <= corrected[mask].min() <= corrected[mask].max() <= 1.02 * level
    # Far inside nothing changes; outside it fades without a step, and nothing is divided by almost nothing.
    assert np.allclose(corrected[92:106, 70:90], plain[92:106, 70:90], rtol=1e-5)
    assert corrected.max() <= 1.02 * level
    assert 0.5 * level < corrected[37, 80] < level
    assert (corrected[:20] <= 7 * plain[:20] + 1e-12).all()


def test_what_is_told_outside_the_mask_counts_undivided() -> None:
    mask = np.zeros((160, 160), dtype=np.bool_)
    mask[:, :80] = True
    far = raster([3500.0], [2000.0], kader=SQUARE)
    assert np.array_equal(raster([3500.0], [2000.0], kader=SQUARE, masker=mask), far)
    # Told on both sides of the border, there is nothing to make up for.
    everywhere = np.meshgrid(np.arange(160) * 25 + 12.5, np.arange(160) * 25 + 12.5)
    flat = raster(everywhere[0].ravel(), everywhere[1].ravel(), kader=SQUARE, masker=mask)
    assert np.allclose(flat[40:120, 40:120], 1 / 625, rtol=0.02)


def test_per_ha_per_year() -> None:
    half_a_year = raster([2000.0], [2000.0], kader=SQUARE, jaren=0.5)
    assert half_a_year.max() == pytest.approx(1e4 / (2 * np.pi * 75**2) * 2, rel=0.02)
    assert unit_of(25, None) == 1 / 625
    assert unit_of(100, 2) == 0.5


def test_weights_count_and_positions_outside_or_nowhere_do_not() -> None:
    once = raster([2000.0, 2000.0], [2000.0, 2000.0], kader=SQUARE)
    weighed = raster([2000.0, -1.0, 4000.0, np.nan], [2000.0, 10.0, 10.0, 10.0], kader=SQUARE, gewicht=[2, 9, 9, 9])
    assert np.allclose(once, weighed)
    assert count_cells([], [], 25, SQUARE).sum() == 0


@pytest.mark.parametrize("sigma", [0.75, 3.0, 6.0, 9.6])
@pytest.mark.parametrize("shape", [(1, 1), (7, 200), (64, 64), (65, 130)])
def test_smoothing_is_that_of_scipy(sigma: float, shape: tuple[int, int]) -> None:
    grid = np.random.default_rng(6).poisson(2, shape).astype(np.float32)
    wanted = gaussian_filter(grid.astype(np.float64), sigma, mode="constant", truncate=4)
    assert np.allclose(smooth_grid(grid, sigma), wanted, rtol=1e-4, atol=1e-6)


def test_surroundings_count_for_the_inside() -> None:
    grid = np.random.default_rng(7).poisson(1, (120, 120)).astype(np.float32)
    edge = radius_of(3.0)
    whole = smooth_grid(grid, 3.0)
    part = smooth_inner(grid[20 - edge : 100 + edge, 20 - edge : 100 + edge], 3.0)
    assert np.allclose(part, whole[20:100, 20:100], atol=1e-6)


def _points(path: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(float(row["x"]), float(row["y"])) for row in csv.DictReader(file)]
    points = np.array(rows)
    return points[:, 0], points[:, 1]
