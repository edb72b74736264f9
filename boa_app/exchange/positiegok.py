"""What the numbers of a position are: decimals and thousands, RD or degrees, and which of the two stands first.

In the Netherlands no degree is an RD metre and no latitude a longitude, so the values themselves tell. Elsewhere on
earth only the names of the columns do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boa_app.analysis.crs import looks_like_rd
from boa_app.exchange.getallen import Stelsel, read_number, within_netherlands
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid, sure

LON_LAT, LAT_LON = "lon_lat", "lat_lon"
ASSEN = (LON_LAT, LAT_LON)
# What the thousands sign is under each way of writing numbers.
GETALLEN = {"komma": "", "punt": "", "komma_duizend": ".", "punt_duizend": ","}
_EXPLICIT = re.compile(r"\b(lon|lng|long|longitude|lengtegraad|lengte|lat|latitude|breedtegraad|breedte)\b")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")


@dataclass(frozen=True, slots=True)
class Positievorm:
    """How to read a position. thousands: as read_number. swapped: outside the Netherlands the first one is latitude.

    stelsel: only this one, None for whatever the values say.
    """

    thousands: str = ""
    swapped: bool = False
    stelsel: Stelsel | None = None


@dataclass(frozen=True, slots=True)
class Verteld:
    """What a person said about it, "" where nothing."""

    getallen: str = ""
    stelsel: str = ""
    assen: str = ""


@dataclass(slots=True)
class _Telling:
    """What the pairs are under one way of writing numbers."""

    rd: int = 0
    rd_swapped: int = 0
    nl: int = 0
    nl_swapped: int = 0
    elsewhere: int = 0
    only_swapped: int = 0
    only_straight: int = 0

    @property
    def certain(self) -> int:
        return self.rd + self.rd_swapped + self.nl + self.nl_swapped


def guess_position(
    pairs: Sequence[tuple[str, str]], names: Sequence[str], verteld: Verteld, *, marked: bool = False
) -> tuple[Positievorm, tuple[Gok, ...]]:  # fmt: skip
    """How to read the positions of these pairs, and the guesses to show.

    names: of the columns, normalised. marked: the cells say themselves that longitude stands first.
    """
    filled = [(a.strip(), b.strip()) for a, b in pairs if a.strip() and b.strip()]
    counts = {sign: _count(filled, sign) for sign in ("", ".", ",")}
    thousands = GETALLEN.get(verteld.getallen, max(counts, key=lambda sign: (counts[sign].certain, sign == "")))
    told = counts[thousands]
    shown = " ".join(filled[0]) if filled else ""
    numbers = _numbers(filled, thousands, counts, verteld, shown)
    stelsel = Stelsel(verteld.stelsel) if verteld.stelsel else None
    is_rd = stelsel is Stelsel.RD or (stelsel is None and told.rd + told.rd_swapped > told.nl + told.nl_swapped)
    ways = tuple(Alternatief(str(one), shown) for one in Stelsel)
    crs = Gok("stelsel", str(Stelsel.RD if is_rd else Stelsel.WGS84), Zekerheid.ZEKER, ways, shown)
    swapped, axes = _axes(told, names, verteld, shown, marked=marked)
    return Positievorm(thousands, swapped, stelsel), (numbers, crs, axes)


def _axes(
    told: _Telling, names: Sequence[str], verteld: Verteld, shown: str, *, marked: bool
) -> tuple[bool, Gok]:  # fmt: skip
    ways = tuple(Alternatief(one, shown) for one in ASSEN)
    if verteld.assen:
        return verteld.assen == LAT_LON, Gok("assen", verteld.assen, Zekerheid.ZEKER, ways, shown)
    if told.certain >= told.elsewhere:
        swapped = told.rd_swapped + told.nl_swapped > told.rd + told.nl
        return False, Gok("assen", LAT_LON if swapped else LON_LAT, Zekerheid.ZEKER, ways, shown)
    if told.only_swapped and not told.only_straight:
        return True, Gok("assen", LAT_LON, Zekerheid.ZEKER, ways, shown)
    explicit = marked or all(_EXPLICIT.search(name) for name in names) or told.only_straight
    return False, Gok("assen", LON_LAT, sure(explicit), ways, shown)


def _numbers(
    filled: Sequence[tuple[str, str]], thousands: str, counts: dict[str, _Telling], verteld: Verteld, shown: str
) -> Gok:  # fmt: skip
    comma = any(_DECIMAL_COMMA.fullmatch(text) for pair in filled for text in pair)
    waarde = {"": "komma" if comma else "punt", ".": "komma_duizend", ",": "punt_duizend"}[thousands]
    # Two ways of writing that both give places in the country would be other places: that has to be asked.
    rival = max((counts[sign].certain for sign in counts if sign != thousands and _matters(filled, sign)), default=0)
    certainty = sure(verteld.getallen or not rival or rival < counts[thousands].certain)
    return Gok("getallen", verteld.getallen or waarde, certainty, tuple(map(Alternatief, GETALLEN)), shown)


def _matters(filled: Sequence[tuple[str, str]], sign: str) -> bool:
    """Whether reading with this thousands sign gives other numbers at all."""
    return any(_read(text, sign) != _read(text, "") for pair in filled for text in pair)


def _count(filled: Sequence[tuple[str, str]], sign: str) -> _Telling:
    telling = _Telling()
    for first, second in filled:
        a, b = _read(first, sign), _read(second, sign)
        if a is None or b is None or (a == 0 and b == 0):
            continue
        if looks_like_rd(a, b):
            telling.rd += 1
        elif looks_like_rd(b, a):
            telling.rd_swapped += 1
        elif within_netherlands(a, b):
            telling.nl += 1
        elif within_netherlands(b, a):
            telling.nl_swapped += 1
        elif abs(a) <= 180 and abs(b) <= 180 and min(abs(a), abs(b)) <= 90:
            telling.elsewhere += 1
            telling.only_swapped += abs(b) > 90
            telling.only_straight += abs(a) > 90
    return telling


def _read(text: str, sign: str) -> float | None:
    try:
        return read_number(text, thousands=sign)
    except ValueError:
        return None
