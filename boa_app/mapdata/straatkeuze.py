"""Finds the street of a choice again in a network that was imported anew: by where it lay, not by a number.

Numbers of segments change with every import, ways are split and joined, corners move by some metres. So the line a
choice was made on is laid over the network. Along it every nearby segment competes, and who lies nearest wins; the
way of the source and the name count as metres, so that a sidewalk that came to lie closer does not take the choice
of its street.

    choice     ============      segments under at least half of their length, or that carry most of the
    network  --a--|--b--|--c--   choice, are the ones it holds for: a split and a joined street both keep it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, radians

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.straatkeuze import Straatkeuze
from boa_app.mapdata.netwerk_vorm import SCHAAL, Mask, Netwerk

FloatArray = NDArray[np.float64]

# Farther than this, in metres with the surcharges below, it is another street.
LIMIT_M = 12.0
_OTHER_WAY_M, _NO_NAMES_M, _OTHER_NAME_M = 2.0, 4.0, 8.0
# Segments as near as this to the winner share the place: at a junction two are equally near.
_TIE_M = 1.0
# cos of the largest angle between a choice and a street along it.
_ALONG = 0.7
_HALF, _MOST = 0.5, 0.6
_STEP_M, _MOST_STEPS = 2.0, 400
_DEGREE_M = 111_320.0


def koppel(netwerk: Netwerk, keuzes: Sequence[Straatkeuze]) -> tuple[tuple[int, ...], ...]:
    """Per choice the segments it holds for, ascending; none when it no longer fits anywhere."""
    if not len(netwerk):
        return tuple(() for _ in keuzes)
    plan = _Plan(netwerk)
    return tuple(plan.segments_of(keuze) for keuze in keuzes)


class _Plan:
    """A network in flat metres, with the frame of each segment."""

    def __init__(self, netwerk: Netwerk) -> None:
        self._netwerk = netwerk
        self._shrink = cos(radians(float(netwerk.knopen[:, 1].mean()) / SCHAAL))
        self._points = self._flat(netwerk.punten / SCHAAL)
        starts = netwerk.begin[:-1]
        self._low = np.minimum.reduceat(self._points, starts, axis=0)
        self._high = np.maximum.reduceat(self._points, starts, axis=0)

    def segments_of(self, keuze: Straatkeuze) -> tuple[int, ...]:
        line = self._flat(np.array(keuze.lijn, dtype=float))
        low, high = line.min(axis=0) - LIMIT_M, line.max(axis=0) + LIMIT_M
        near = np.flatnonzero(((self._low <= high) & (self._high >= low)).all(axis=1))
        surcharge = self._surcharges(keuze, near)
        fits = surcharge < LIMIT_M
        near, surcharge = near[fits], surcharge[fits]
        if not len(near):
            return ()
        begin = self._netwerk.begin
        lines = [self._points[begin[one] : begin[one + 1]] for one in near.tolist()]
        contest = _Contest(_Line(line), [_Line(one) for one in lines], surcharge)
        return tuple(near[contest.winners()].tolist())

    def _surcharges(self, keuze: Straatkeuze, rows: NDArray[np.int64]) -> FloatArray:
        """Metres that count against each segment, for being of another way or name."""
        found = []
        for row in rows.tolist():
            if str(self._netwerk.weg_id[row]) == keuze.weg_id:
                found.append(0.0)
            elif self._netwerk.namen[row] != keuze.naam:
                found.append(_OTHER_NAME_M)
            else:
                found.append(_OTHER_WAY_M if keuze.naam else _NO_NAMES_M)
        return np.array(found, dtype=float)

    def _flat(self, degrees: FloatArray) -> FloatArray:
        return np.asarray(degrees * np.array((_DEGREE_M * self._shrink, _DEGREE_M)), dtype=float)


@dataclass(frozen=True, slots=True)
class _Spots:
    """Places along a line: where, and the direction there as a unit vector (zero where it has none)."""

    at: FloatArray
    heading: FloatArray


class _Line:
    """A line in flat metres. Of two equal points in a row the second is left out."""

    def __init__(self, points: FloatArray) -> None:
        steps = np.diff(points, axis=0)
        lengths = np.hypot(steps[:, 0], steps[:, 1])
        real = lengths > 0
        self.starts, self.steps, self.lengths = points[:-1][real], steps[real], lengths[real]
        self.along = np.concatenate(([0.0], np.cumsum(self.lengths)))
        self.length = float(self.along[-1])

    def spots(self) -> _Spots:
        """Places in the middle of equal stretches of about two metres."""
        count = min(_MOST_STEPS, max(5, ceil(self.length / _STEP_M)))
        where = (np.arange(count) + 0.5) / count * self.length
        step = np.clip(np.searchsorted(self.along, where, side="right") - 1, 0, len(self.lengths) - 1)
        heading: FloatArray = self.steps[step] / self.lengths[step, None]
        return _Spots(self.starts[step] + heading * (where - self.along[step])[:, None], heading)

    def project(self, spots: _Spots) -> tuple[FloatArray, FloatArray]:
        """How far each place lies from this line (infinite where the line runs another way), and where along it."""
        offset = spots.at[:, None, :] - self.starts[None, :, :]
        share = np.einsum("ijk,jk->ij", offset, self.steps) / self.lengths**2
        held = np.clip(share, 0.0, 1.0)
        rest = offset - held[:, :, None] * self.steps[None, :, :]
        distance = np.hypot(rest[:, :, 0], rest[:, :, 1])
        turned = np.abs(spots.heading @ (self.steps / self.lengths[:, None]).T) < _ALONG
        distance[turned] = np.inf
        best = np.argmin(distance, axis=1)
        rows = np.arange(len(best))
        along = self.along[best] + held[rows, best] * self.lengths[best]
        return np.asarray(distance[rows, best], dtype=float), np.asarray(along, dtype=float)


class _Contest:
    """The segments near one choice, and who carries it where."""

    def __init__(self, choice: _Line, segments: Sequence[_Line], surcharge: FloatArray) -> None:
        self._choice, self._segments, self._surcharge = choice, segments, surcharge

    def winners(self) -> Mask:
        """Which segments the choice holds for."""
        none = np.zeros(len(self._segments), dtype=bool)
        if self._choice.length <= 0:
            return none
        spots = self._choice.spots()
        scores = np.stack([self._score(one, spots) for one in range(len(self._segments))])
        best = scores.min(axis=0)
        best[best > LIMIT_M] = np.inf
        carried = np.isfinite(best)
        if carried.mean() < _HALF:
            return none
        winner = np.argmin(scores, axis=0)
        shares = np.bincount(winner[carried], minlength=len(self._segments)) / len(best)
        covered = np.array([self._covered(one, best) for one in range(len(self._segments))])
        return np.asarray((covered >= _HALF) | (shares >= _MOST))

    def _score(self, one: int, spots: _Spots) -> FloatArray:
        if self._segments[one].length <= 0:
            return np.full(len(spots.at), np.inf)
        distance, _ = self._segments[one].project(spots)
        return np.asarray(distance + self._surcharge[one], dtype=float)

    def _covered(self, one: int, best: FloatArray) -> float:
        """The share of a segment that lies along the choice and is not beaten there."""
        segment = self._segments[one]
        if segment.length <= 0:
            return 0.0
        distance, along = self._choice.project(segment.spots())
        # What lies past an end of the choice has that end as its nearest place.
        edge = min(0.3, self._choice.length / 10)
        beside = np.isfinite(distance) & (along > edge) & (along < self._choice.length - edge)
        place = np.minimum((along / self._choice.length * len(best)).astype(np.int64), len(best) - 1)
        score = distance + self._surcharge[one]
        return float((beside & (score <= np.minimum(best[place] + _TIE_M, LIMIT_M))).mean())
