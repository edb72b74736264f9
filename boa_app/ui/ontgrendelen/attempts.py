"""How long to wait after wrong passphrases: guessing by hand becomes slow, a typing mistake costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

FREE_ATTEMPTS = 2
LONGEST_WAIT_S = 60


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong attempts in a row."""

    failed: int = 0

    def after_failure(self) -> Attempts:
        """One more."""
        return Attempts(self.failed + 1)

    @property
    def wait_s(self) -> int:
        """Seconds before the next attempt: 0, 0, then 2, 4, 8 and so on, at most a minute."""
        extra = self.failed - FREE_ATTEMPTS
        return 0 if extra <= 0 else min(2 ** min(extra, 10), LONGEST_WAIT_S)
