"""Local Dutch time for arrays of moments: dagdeel and evening date without a Python loop."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.moments import DAGDEEL_FROM_HOUR, Dagdeel, local_zone

DAGDELEN: tuple[Dagdeel, ...] = tuple(DAGDEEL_FROM_HOUR)
UNKNOWN = -1
_DAY_S = 86_400
_HOUR_S = 3_600
_FIRST_YEAR, _LAST_YEAR = 1970, 2100
IntArray = NDArray[np.int64]


@cache
def _transitions() -> tuple[IntArray, IntArray]:
    """(moments, offsets): from moments[i] on, in epoch seconds, Dutch clocks are offsets[i] seconds ahead of UTC."""

    def offset_s(epoch_s: int) -> int:
        offset = datetime.fromtimestamp(epoch_s, UTC).astimezone(local_zone()).utcoffset()
        return 0 if offset is None else int(offset.total_seconds())

    starts = [datetime(year, month, 1, tzinfo=UTC) for year in range(_FIRST_YEAR, _LAST_YEAR) for month in range(1, 13)]
    months = [int(start.timestamp()) for start in starts]
    moments, offsets = [months[0]], [offset_s(months[0])]
    for low, high in pairwise(months):
        if offset_s(high) == offsets[-1]:
            continue
        before, after = low, high
        while after - before > 1:
            middle = (before + after) // 2
            before, after = (middle, after) if offset_s(middle) == offsets[-1] else (before, middle)
        moments.append(after)
        offsets.append(offset_s(after))
    return np.array(moments, dtype=np.int64), np.array(offsets, dtype=np.int64)


def local_seconds(epoch_s: IntArray) -> IntArray:
    """Seconds of the Dutch wall clock since 1970-01-01 00:00 local; valid from 1970 up to 2100."""
    moments, offsets = _transitions()
    return epoch_s + offsets[np.maximum(np.searchsorted(moments, epoch_s, side="right") - 1, 0)]


def dagdeel_index(epoch_s: IntArray, until_s: IntArray) -> NDArray[np.int8]:
    """Index into DAGDELEN for each window [epoch_s, until_s]; UNKNOWN when its ends lie in different dagdelen or on
    different days: such a window does not tell. A moment has until_s == epoch_s."""
    starts = np.array([hour * _HOUR_S for hour in DAGDEEL_FROM_HOUR.values()], dtype=np.int64)
    first, last = local_seconds(epoch_s), local_seconds(until_s)
    index = np.searchsorted(starts, first % _DAY_S, side="right") - 1
    other = np.searchsorted(starts, last % _DAY_S, side="right") - 1
    unknown = (index != other) | (last - first >= _DAY_S)
    return np.where(unknown, UNKNOWN, index).astype(np.int8)


def evening_day(epoch_s: IntArray, until_s: IntArray) -> NDArray[np.int32]:
    """Days since 1970-01-01 of the date each window counts for: before 06:00 the evening before, but a window of a
    day or longer (a month without a time) counts for the date it begins on."""
    local = local_seconds(epoch_s)
    night_s = DAGDEEL_FROM_HOUR[Dagdeel.OCHTEND] * _HOUR_S
    shift = np.where(until_s - epoch_s >= _DAY_S - _HOUR_S, 0, night_s)
    return ((local - shift) // _DAY_S).astype(np.int32)
