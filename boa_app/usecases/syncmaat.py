"""How much goes into one message: as much as the line takes, less after it broke, so that a poor line gets on too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from boa_app.store import sync_stand
from boa_app.store.changes import dump_value
from boa_app.store.session import Writer
from boa_app.sync.protocol import MAX_PUSH, Change

_LEAST = 10
# Of JSON, before it is packed; far below what the centre takes, so that a poor line confirms something every minute.
_MOST_BYTES = 1_000_000
_OTHER_BYTES = 400


@dataclass(slots=True)
class Pakketmaat:
    """limit: how many changes at most in the next message."""

    NAAM: ClassVar[str] = "pakketmaat"
    limit: int

    def take(self, changes: Sequence[Change]) -> list[Change]:
        """The first of these that fit in one message, at least one."""
        taken: list[Change] = []
        size = 0
        for change in changes[: self.limit]:
            size += _OTHER_BYTES + len(dump_value(change.value).encode())
            if taken and size > _MOST_BYTES:
                break
            taken.append(change)
        return taken

    def halve(self, sent: int) -> None:
        """A message of so many was refused as a whole: try half."""
        self.limit = max(1, sent // 2)

    def grow(self) -> None:
        """A message arrived."""
        self.limit = min(MAX_PUSH, self.limit * 2)

    def shrink(self, w: Writer) -> None:
        """The line broke while a message was on it; remembered for the next round."""
        self.limit = max(_LEAST, self.limit // 2)
        self.keep(w)

    def keep(self, w: Writer) -> None:
        """Remember it."""
        if sync_stand.get(w, self.NAAM, MAX_PUSH) != self.limit:
            sync_stand.put(w, self.NAAM, self.limit)
