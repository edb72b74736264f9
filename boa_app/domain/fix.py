"""A position of a receiver, and whether it may be trusted: a bad one is marked and never used by itself.

The limits are choices of the product (design, hazards): a boa walks, cycles or drives; a street is 10 to 20 m wide.
What lies between two fixes is told by a clock that only runs on (monotonic seconds): that of the device may be set by
hand or by the network at any moment, which must not make a far place reachable.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from boa_app.domain.incident import distance_m

ACCURATE_M = 50.0
FRESH = timedelta(seconds=15)
# 180 km/h: faster is no boa, but a receiver that jumped.
FASTEST_MS = 50.0
# So many fixes that agree with each other make the place before the jump the wrong one.
AGREEING = 3
# Sentences looked back on, and the share of broken ones from which the line itself is not to be trusted.
SENTENCES = 50
BROKEN_SHARE = 0.2
CLOCK_TOLERANCE = timedelta(minutes=2)


class Oordeel(StrEnum):
    """What a Fix is worth. Only GOED is used by itself."""

    GOED = "goed"
    ONNAUWKEURIG = "onnauwkeurig"
    NAUWKEURIGHEID_ONBEKEND = "nauwkeurigheid_onbekend"
    SPRONG = "sprong"
    OUD = "oud"
    NUL = "nul"
    ONBEVESTIGD = "onbevestigd"
    CONTROLEGETAL = "controlegetal"


@dataclass(frozen=True, slots=True)
class Fix:
    """One position. ontvangen: when it came in, aware UTC by this device's clock.

    lon, lat: WGS84. nauwkeurigheid_m: radius, None when the receiver did not say. snelheid_ms: metres per second.
    gps_tijd: the receiver's own time, aware UTC.
    """

    ontvangen: datetime
    lon: float
    lat: float
    nauwkeurigheid_m: float | None = None
    snelheid_ms: float | None = None
    gps_tijd: datetime | None = None


@dataclass(frozen=True, slots=True)
class BeoordeeldeFix:
    """A Fix with what it is worth."""

    fix: Fix
    oordeel: Oordeel

    @property
    def is_goed(self) -> bool:
        """True when it may be used by itself."""
        return self.oordeel is Oordeel.GOED


class _Taken(NamedTuple):
    fix: Fix
    seconds: float


class FixKeeper:
    """Judges fixes in the order they come in, each against the ones before it. Keeps no track: only the last ones.

    seconds, everywhere: of a clock that only runs on. sentences, broken: how many came in since it was cleared, and
    how many of them were skipped because they were not whole.
    """

    def __init__(self) -> None:
        self._sentences: deque[bool] = deque(maxlen=SENTENCES)
        self.sentences = self.broken = 0
        self._trusted: _Taken | None = None
        self._first: _Taken | None = None
        self._jumped: list[_Taken] = []
        self._last: tuple[BeoordeeldeFix, float] | None = None

    def count_sentence(self, *, whole: bool) -> None:
        """One sentence came in; whole: its checksum agreed."""
        self._sentences.append(whole)
        self.sentences += 1
        self.broken += not whole

    @property
    def broken_share(self) -> float:
        """Share of the last sentences that were broken, 0..1."""
        return self._sentences.count(False) / len(self._sentences) if self._sentences else 0.0

    def take(self, fix: Fix, seconds: float) -> BeoordeeldeFix:
        """Judge a fix that just came in."""
        taken = _Taken(fix, seconds)
        judged = BeoordeeldeFix(fix, self._judge(taken))
        self._last = judged, seconds
        if judged.is_goed:
            self._trusted = taken
        return judged

    def current(self, now: datetime, seconds: float) -> BeoordeeldeFix | None:
        """The last fix as it is worth now: it grows old. None before the first one.

        now: by the clock of the device, which goes on while the device sleeps; the other may stand still then.
        """
        if self._last is None:
            return None
        judged, taken_at = self._last
        age = max(abs(now - judged.fix.ontvangen), timedelta(seconds=seconds - taken_at))
        return BeoordeeldeFix(judged.fix, Oordeel.OUD) if age > FRESH else judged

    def clear(self) -> None:
        """Forget everything, when the receiver is switched off."""
        self._sentences.clear()
        self.sentences = self.broken = 0
        self._trusted = self._first = self._last = None
        self._jumped.clear()

    def _judge(self, taken: _Taken) -> Oordeel:
        fix = taken.fix
        if not is_on_earth(fix.lon, fix.lat):
            return Oordeel.NUL
        if self.broken_share > BROKEN_SHARE:
            return Oordeel.CONTROLEGETAL
        if (fix.snelheid_ms or 0.0) > FASTEST_MS or not self._follows(taken):
            return Oordeel.SPRONG
        if fix.nauwkeurigheid_m is None:
            return Oordeel.NAUWKEURIGHEID_ONBEKEND
        if fix.nauwkeurigheid_m > ACCURATE_M:
            return Oordeel.ONNAUWKEURIG
        return Oordeel.GOED if self._trusted is not None or self._is_confirmed(taken) else Oordeel.ONBEVESTIGD

    def _is_confirmed(self, taken: _Taken) -> bool:
        """Whether the first place of all is told twice: receivers begin with where they were switched off."""
        first, self._first = self._first, taken
        return first is not None and taken.seconds - first.seconds <= FRESH.total_seconds() and _can_reach(first, taken)

    def _follows(self, taken: _Taken) -> bool:
        """Whether one can have come here from the last trusted place; a new place that holds is believed."""
        if self._trusted is None or _can_reach(self._trusted, taken):
            self._jumped.clear()
            return True
        if self._jumped and not _can_reach(self._jumped[-1], taken):
            self._jumped.clear()
        self._jumped.append(taken)
        if len(self._jumped) < AGREEING:
            return False
        self._jumped.clear()
        return True


def is_on_earth(lon: float, lat: float) -> bool:
    """False for what receivers send when they know nothing: 0, 0, not-a-number, beyond the poles."""
    return (
        math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90
        and not (abs(lon) < 1e-6 and abs(lat) < 1e-6)
    )  # fmt: skip


def clock_difference(fix: Fix) -> timedelta | None:
    """How far the device's clock is ahead of the receiver's, when that is more than two minutes; else None."""
    if fix.gps_tijd is None:
        return None
    ahead = fix.ontvangen - fix.gps_tijd
    return ahead if abs(ahead) > CLOCK_TOLERANCE else None


def _can_reach(one: _Taken, other: _Taken) -> bool:
    # Two fixes of the same moment may differ by what both are inexact.
    seconds = max(other.seconds - one.seconds, 1.0)
    here, there = one.fix, other.fix
    slack_m = (here.nauwkeurigheid_m or 0.0) + (there.nauwkeurigheid_m or 0.0)
    return distance_m(here.lon, here.lat, there.lon, there.lat) <= FASTEST_MS * seconds + slack_m
