"""What a map was told last: enough to tell a fresh page everything again, in the order it was first said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One call of Boa.api."""

    function: str
    arguments: tuple[object, ...]


class Memory:
    """The last command per subject. A later one about the same subject replaces it, in its place."""

    def __init__(self) -> None:
        self._last: dict[str, Command] = {}

    def keep(self, subject: str, command: Command) -> None:
        """Remember a command."""
        self._last[subject] = command

    def last(self, subject: str) -> str | None:
        """The function last called about this, or None."""
        return self._last[subject].function if subject in self._last else None

    def commands(self) -> tuple[Command, ...]:
        """Everything to say to a fresh page."""
        return tuple(self._last.values())
