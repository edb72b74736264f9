"""One measured row and the table of them."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure against its goal. measured and limit in the same unit; peer says what it was held against.

    limit None: no goal, only for comparison with a harsher peer.
    """

    what: str
    measured: float
    limit: float | None
    unit: str
    peer: str

    @property
    def reached(self) -> bool:
        """Whether the figure is at or below its limit, when there is one."""
        return self.limit is None or self.measured <= self.limit

    def line(self) -> str:
        """The row as printed."""
        verdict = "gehaald" if self.reached else "NIET GEHAALD"
        goal = "ter vergelijking" if self.limit is None else f"doel {self.limit:>6.2f}  {verdict}"
        return f"{self.what:<52} {self.measured:>8.2f} {self.unit:<3} {goal:<26} {self.peer}"


def ratio_row(
    what: str, ours: Sequence[float], peers: Sequence[float], limit: float | None, peer: str,
    figure: Callable[[Sequence[float]], float] = statistics.median,
) -> Row:  # fmt: skip
    """One figure of ours against the same of the peer, the median when nothing else is said; both in seconds."""
    own, other = figure(ours), figure(peers)
    spread = f"{peer}; {_ms(own)} tegen {_ms(other)}, n={len(ours)}"
    return Row(what, own / other, limit, "x", spread)


def p99(values: Sequence[float]) -> float:
    """The value that 99 % of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(len(ordered) * 0.99) - 1)]


def timed(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"
