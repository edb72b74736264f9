"""When the next sync by itself comes: soon after a save, every few minutes otherwise, ever rarer while offline."""

from __future__ import annotations

from dataclasses import dataclass, replace

AFTER_SAVE_S = 5
REGULAR_S = 300
START_S = 3
# After a failure; the last one stays.
BACKOFF_S = (15, 30, 60, 120, 300, 600)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """failures: how many rounds in a row did not reach the centre."""

    failures: int = 0

    def after_success(self) -> Rhythm:
        """The line is there."""
        return replace(self, failures=0)

    def after_failure(self) -> Rhythm:
        """The line is not there."""
        return replace(self, failures=self.failures + 1)

    @property
    def pause_s(self) -> int:
        """Seconds until the next round when nothing happens."""
        if not self.failures:
            return REGULAR_S
        return BACKOFF_S[min(self.failures, len(BACKOFF_S)) - 1]

    @property
    def pause_after_save_s(self) -> int:
        """Seconds from a save to the next round: a save while offline makes no hurry."""
        return AFTER_SAVE_S if not self.failures else self.pause_s
