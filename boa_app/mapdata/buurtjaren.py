"""Buurten and wijken with the year of their edition: a melding keeps the buurt of its date.

CBS redraws borders once a year; edition 2024 holds from 1 January 2024 until the next edition. A code says nothing
without its year: the same code may have other borders, and a code of one year may not be there in the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boa_app.mapdata.geojson import Rings


@dataclass(frozen=True, slots=True)
class Buurt:
    """One buurt. rings: exteriors and holes of all its parts, even-odd rule. wijk: its code, empty when the source has
    none. jaar: of the edition, 0 when not known."""

    code: str
    naam: str
    rings: Rings
    wijk: str = ""
    jaar: int = 0


@dataclass(frozen=True, slots=True)
class Wijk:
    """One wijk; as Buurt."""

    code: str
    naam: str
    rings: Rings
    jaar: int = 0


def jaren_van(buurten: Iterable[Buurt]) -> tuple[int, ...]:
    """The years of their editions, rising."""
    return tuple(sorted({buurt.jaar for buurt in buurten}))


def jaar_op(jaren: Sequence[int], dag: date) -> int:
    """The edition in force on a day: the last that began; of a day before all of them the first, the nearest there is.

    jaren: rising, not empty.
    """
    return max((jaar for jaar in jaren if jaar <= dag.year), default=jaren[0])


def buurten_op(buurten: Sequence[Buurt], dag: date) -> tuple[Buurt, ...]:
    """Those of the edition in force on a day, in their order; none when there are none at all."""
    jaren = jaren_van(buurten)
    return van_jaar(buurten, jaar_op(jaren, dag)) if jaren else ()


def van_jaar(buurten: Iterable[Buurt], jaar: int) -> tuple[Buurt, ...]:
    """Those of one edition, in their order."""
    return tuple(buurt for buurt in buurten if buurt.jaar == jaar)


def nieuwste(buurten: Sequence[Buurt]) -> tuple[Buurt, ...]:
    """Those of the newest edition."""
    jaren = jaren_van(buurten)
    return van_jaar(buurten, jaren[-1]) if jaren else ()
