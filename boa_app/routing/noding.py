"""Lines of a source that knows no junctions: their ends that lie within a tolerance become one node."""

from __future__ import annotations

import numpy as np

from boa_app.routing.graph import FloatArray, IntArray
from boa_app.routing.meten import to_space
from boa_app.routing.pieces import piece_of_nodes


def join_ends(lon: FloatArray, lat: FloatArray, begin: IntArray, tolerance_m: float) -> IntArray:
    """A node id for every point of all lines: equal for those that are one junction, from 0.

    Ends within the tolerance are one, and ends near those. A corner of a line that lies on an end of another is one
    with it; two corners are not, for there a road may cross above another. begin: as in Graaf.
    """
    from scipy.spatial import cKDTree  # type: ignore[import-untyped]

    ids = np.arange(len(lon), dtype=np.int64)
    if not len(lon):
        return ids
    spots = to_space(lon, lat)
    is_end = np.zeros(len(lon), dtype=bool)
    is_end[begin[:-1]] = is_end[begin[1:] - 1] = True
    ends, corners = np.flatnonzero(is_end), np.flatnonzero(~is_end)
    tree = cKDTree(spots[ends])
    near = tree.query_pairs(tolerance_m, output_type="ndarray")
    group = piece_of_nodes(len(ends), near[:, 0], near[:, 1])
    # The first end of a group gives its id.
    first = np.full(int(group.max()) + 1, len(lon), dtype=np.int64)
    np.minimum.at(first, group, ends)
    ids[ends] = first[group]
    distance, nearest = tree.query(spots[corners], distance_upper_bound=tolerance_m)
    met = np.isfinite(distance)
    ids[corners[met]] = ids[ends[nearest[met]]]
    return ids
