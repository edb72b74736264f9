"""Which parts of a street network hang together: who starts in one piece never reaches another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class Stuk:
    """One connected piece. nr: 1 is the longest. knopen: how many junctions and ends. km: of its segments."""

    nr: int
    knopen: int
    km: float


def piece_of_nodes(count: int, van: ArrayLike, naar: ArrayLike) -> NDArray[np.int64]:
    """The piece of every node, numbered from 0 in no order; a node without segments is a piece of its own."""
    from scipy.sparse import coo_array  # type: ignore[import-untyped]
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

    start, end = np.asarray(van, dtype=np.int64), np.asarray(naar, dtype=np.int64)
    links = coo_array((np.ones(len(start), dtype=np.int8), (start, end)), shape=(count, count))
    _, labels = connected_components(links, directed=False)
    return np.asarray(labels, dtype=np.int64)


def pieces(
    count: int, van: ArrayLike, naar: ArrayLike, lengte_m: ArrayLike, uncounted: ArrayLike = ()
) -> tuple[Stuk, ...]:
    """All pieces that hold a segment, the longest first. Equal lengths: the one with the lowest node first.

    uncounted: nodes that are not told in the number of a piece.
    """
    start = np.asarray(van, dtype=np.int64)
    if not len(start):
        return ()
    labels = piece_of_nodes(count, start, naar)
    touched = np.zeros(count, dtype=bool)
    touched[start] = touched[np.asarray(naar, dtype=np.int64)] = True
    total = int(labels.max()) + 1
    holds = np.bincount(labels[touched], minlength=total) > 0
    touched[np.asarray(uncounted, dtype=np.int64)] = False
    nodes = np.bincount(labels[touched], minlength=total)
    metres = np.bincount(labels[start], weights=np.asarray(lengte_m, dtype=float), minlength=total)
    order = [label for label in np.argsort(-metres, kind="stable") if holds[label]]
    return tuple(
        Stuk(nr, int(nodes[label]), round(float(metres[label]) / 1000, 3)) for nr, label in enumerate(order, start=1)
    )
