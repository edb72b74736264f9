"""Hybrid logical clock: sortable text that never runs backward on a device (Kulkarni et al. 2014).

It only picks which of two conflicting values is shown; conflicts are found by base ids, never by clock (design §5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from boa_app.domain.ids import epoch_ms

_MAX_COUNTER = 0xFFFF
# How far a clock may run ahead of the centre and still be believed.
MAX_AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, order=True)
class Hlc:
    """wall_ms: milliseconds since the epoch. counter: order within one millisecond. device: breaks the tie."""

    wall_ms: int
    counter: int
    device: str

    def __str__(self) -> str:
        return f"{self.wall_ms:013d}-{self.counter:04x}-{self.device}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The clock of its text. Raises ValueError."""
        wall, counter, device = text.split("-", 2)
        clock = cls(int(wall), int(counter, 16), device)
        if str(clock) != text:
            raise ValueError("not the canonical text of a clock")
        return clock

    def moment(self) -> datetime:
        """The wall part as aware UTC."""
        return datetime.fromtimestamp(self.wall_ms / 1000, UTC)


def next_hlc(last: Hlc | None, now: datetime, device: str) -> Hlc:
    """The clock after ``last`` at ``now``: larger than last even when the device's clock was set back."""
    wall_ms = epoch_ms(now)
    if last is None or wall_ms > last.wall_ms:
        return Hlc(wall_ms, 0, device)
    if last.counter < _MAX_COUNTER:
        return Hlc(last.wall_ms, last.counter + 1, device)
    return Hlc(last.wall_ms + 1, 0, device)


def observe(last: Hlc | None, remote: Hlc, now: datetime) -> Hlc | None:
    """The last clock of a device that received remote: what it makes next sorts after what it saw.

    now: the moment at the centre. A remote clock counts for at most MAX_AHEAD beyond it, so that one device in the
    wrong year does not take all others along. The clock of the device itself never goes back.
    """
    limit_ms = epoch_ms(now + MAX_AHEAD)
    seen = remote if remote.wall_ms <= limit_ms else Hlc(limit_ms, 0, remote.device)
    return seen if last is None or seen > last else last


def clamp(claimed: Hlc, now: datetime, last: Hlc | None = None) -> Hlc:
    """The clock under which the centre keeps a change: the claimed one, or MAX_AHEAD when it runs further ahead.

    last: the previous clamped clock of this device; several clamped ones keep their order.
    """
    limit_ms = epoch_ms(now + MAX_AHEAD)
    if claimed.wall_ms <= limit_ms:
        return claimed
    return next_hlc(last, now + MAX_AHEAD, claimed.device)
