"""The rows of a CSV file, also when a quotation mark in it is never closed.

A stray quotation mark would swallow every row up to the next one. Such a row is taken back: its first line is given as
broken, and reading goes on at the line after it.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator

# What a single record may be spread over: a text somebody pasted, not half a file.
MAX_LINES = 400
MAX_BROKEN = 200


# Told about each broken row by its number.
Kapot = Callable[[int], None]


class TeVeelKapot(Exception):
    """So many rows are broken that this is no table written in this way. rij: where that was clear."""

    def __init__(self, rij: int) -> None:
        super().__init__(rij)
        self.rij = rij


class _Lines:
    """Passes lines on, remembering those of the record that is being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.record: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.record.append(line)
        if len(self.record) > MAX_LINES:
            raise csv.Error("record")
        return line

    def take_back(self) -> None:
        """All lines of this record but the first are read again."""
        self._again.extendleft(reversed(self.record[1:]))
        self.record.clear()


def read_rows(lines: Iterable[str], delimiter: str, broken: Kapot) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row, the first is 1; broken rows are told about instead. Raises TeVeelKapot."""
    feed = _Lines(lines)
    rij, losses, record = 0, 0, feed.record
    rows = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        try:
            for cells in rows:
                rij += 1
                record.clear()
                yield rij, cells
            return
        except csv.Error:
            rij += 1
            losses += 1
            if losses > MAX_BROKEN or not record:
                raise TeVeelKapot(rij) from None
            broken(rij)
            feed.take_back()
            rows = csv.reader(feed, delimiter=delimiter, strict=True)
