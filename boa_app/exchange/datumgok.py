"""In which order a column of dates puts day and month, and how sure that is.

A value with a number above twelve leaves no choice. Without one, what stands around it may settle it: the name of the
weekday, another date column, the order of the rows, or the way of writing of the whole file. Else it is doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from boa_app.domain.moments import to_local
from boa_app.exchange.datums import WEEKDAYS, Volgorde, is_serial, read_window
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid, sure

ONDERDEEL = "volgorde"
_PARTS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.*))?")
_WORD = re.compile(r"[A-Za-z]+")
# So many different days in a row, up or down, are no accident; one pair in a hundred may be out of line.
_ROW_OF_DAYS = 12
_ORDERS = (Volgorde.DAG_EERST, Volgorde.MAAND_EERST)
SERIALS = (Volgorde.REEKS, Volgorde.REEKS_1904)
_WITH_YEAR_FIRST = (*_ORDERS, Volgorde.JAAR_EERST)
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
# So many different days below thirteen in a row, in so many months: one in a thousand million by chance.
_LONG_OPEN, _OPEN_MONTHS = 24, 3
_FEW_YEARS, _MANY_DAYS = 2, 5
Treffer = re.Match[str]
# How a date is written: the sign between its numbers and the length of the year.
Schrijfwijze = tuple[str, int]
_SERIAL_WRITING: Schrijfwijze = ("", 0)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What stands around the dates. others: the cells of the other columns, one tuple per row of the dates.

    decimal_comma: the file writes numbers with one. semicolons: its cells are parted by them. dutch: the column has a
    Dutch name. reeks_1904: whether the file numbers days from 1904 on, None when it does not say. now: nothing
    happened after it.
    """

    now: datetime
    others: Sequence[Sequence[str]] = ()
    decimal_comma: bool = False
    semicolons: bool = False
    dutch: bool = False
    reeks_1904: bool | None = None


@dataclass(slots=True)
class Datumwacht:
    """Looks at every date of a file that is read with a guessed order: the first rows may not speak for the rest.

    bewezen: the ways of writing for which the order was settled. After days above twelve a long row of days in many
    months without any is another hand that wrote them the other way.
    """

    order: Volgorde
    bewezen: frozenset[Schrijfwijze]
    _was_proven: bool = False
    _open: set[tuple[int, int]] = field(default_factory=set)

    def __call__(self, text: str) -> bool:
        """Whether a date proves another order, or is written in a way that leaves open what its order is."""
        match = _PARTS.match(_without_weekday(text.strip()))
        if match is None:
            if is_serial(text):
                return _SERIAL_WRITING not in self.bewezen
            year_first = _YEAR_FIRST.match(text.strip())
            return year_first is not None and int(year_first[2]) > 12 >= int(year_first[3])
        first, second = int(match[1]), int(match[3])
        if self.order is Volgorde.JAAR_EERST and len(match[4]) == 2:
            return _day(match, self.order) is None
        low, high = (first, second) if self.order is not Volgorde.MAAND_EERST else (second, first)
        if (low > 12) != (high > 12):
            self._was_proven = True
            self._open.clear()
            return low <= 12
        return (first != second and writing_of(match) not in self.bewezen) or self._is_long_open(low, high)

    def _is_long_open(self, day: int, month: int) -> bool:
        if not self._was_proven or day == month:
            return False
        self._open.add((day, month))
        return len(self._open) >= _LONG_OPEN and len({month for _, month in self._open}) >= _OPEN_MONTHS


def guess_order(
    texts: Sequence[str], around: Omgeving, told: Volgorde | None = None
) -> tuple[Volgorde, Gok, Datumwacht | None]:  # fmt: skip
    """The order to read with, the guess to show, and who watches the rest of the file when it was guessed for sure.

    told: what a person said, which is doubted when it cannot be.
    """
    stripped = [text.strip() for text in texts]
    rows = [(at, match) for at, text in enumerate(stripped) if (match := _PARTS.match(_without_weekday(text)))]
    example = next((text for text in stripped if text), "")
    if not rows:
        return _without_choice(stripped, around, told, example)
    told = None if told in SERIALS else told
    order, certainty, settled = _decide(rows, stripped, around)
    wacht = Datumwacht(order, settled)
    if certainty is Zekerheid.ZEKER and (any(map(wacht, stripped)) or _is_half_converted(stripped)):
        certainty = Zekerheid.TWIJFEL
    if told is not None and told is not order:
        contradicted = certainty is Zekerheid.ZEKER and not _readable(stripped, told)
        order, certainty = told, sure(not contradicted)
    elif told is not None:
        certainty = Zekerheid.ZEKER
    shown = next((match[0] for _, match in rows if match[1].lstrip("0") != match[3].lstrip("0")), rows[0][1][0])
    gok = Gok(ONDERDEEL, str(order), certainty, _ways(shown, rows), shown)
    # A fresh one: it sees the file from its first row.
    return order, gok, Datumwacht(order, settled) if told is None and not gok.in_doubt else None


def has_proof(texts: Iterable[str], now: datetime) -> bool:
    """Whether one of the values leaves no choice, or none of them is written in numbers with the year last."""
    matches = [match for text in texts if (match := _PARTS.match(_without_weekday(text.strip())))]
    return not matches or any(_proven(match) is not None and not _fits_year_first(match, now) for match in matches)


def is_proof(text: str, now: datetime) -> bool:
    """Whether a value leaves no choice."""
    match = _PARTS.match(_without_weekday(text.strip()))
    return match is not None and has_proof((text,), now)


def writing_of(match: Treffer) -> Schrijfwijze:
    """How a date is written."""
    return match[2], len(match[4])


def _without_choice(
    texts: Sequence[str], around: Omgeving, told: Volgorde | None, example: str
) -> tuple[Volgorde, Gok, Datumwacht | None]:  # fmt: skip
    """Months by name, the year first, or days that a spreadsheet numbered."""
    filled = [text for text in texts if text]
    if filled and all(map(is_serial, filled)):
        # A text file does not say from which year its program counts, and reading the other way is four years off.
        asked = told if told in SERIALS else None
        order = asked or SERIALS[around.reeks_1904 is True]
        ways = tuple(Alternatief(str(way), _day_text(example, way)) for way in SERIALS)
        gok = Gok(ONDERDEEL, str(order), sure(asked or around.reeks_1904 is not None), ways, example)
        return order, gok, None if gok.in_doubt else Datumwacht(order, frozenset({_SERIAL_WRITING}))
    told = None if told in SERIALS else told
    order = told or Volgorde.DAG_EERST
    wacht = Datumwacht(order, frozenset())
    waarde = Volgorde.JAAR_EERST if example[:4].isdigit() else order
    gok = Gok(ONDERDEEL, str(waarde), sure(told is not None or not any(map(wacht, filled))), (), example)
    return order, gok, wacht if told is None and not gok.in_doubt else None


def _decide(
    rows: Sequence[tuple[int, Treffer]], texts: Sequence[str], around: Omgeving
) -> tuple[Volgorde, Zekerheid, frozenset[Schrijfwijze]]:  # fmt: skip
    """The order, how sure that is, and the ways of writing it was settled for."""
    written = frozenset(writing_of(match) for _, match in rows)
    if _may_be_year_first([match for _, match in rows], around.now):
        settled = _settle(rows, texts, around, _WITH_YEAR_FIRST)
        return settled or _likely_with_year_first(rows), sure(settled), written
    proofs = {order: [match for _, match in rows if _proven(match) is order] for order in _ORDERS}
    day_first, month_first = (len(proofs[order]) for order in _ORDERS)
    if day_first and month_first:
        # Two ways in one column: whatever is chosen, part of the ambiguous ones is wrong.
        return _ORDERS[day_first < month_first], Zekerheid.TWIJFEL, written
    if day_first or month_first:
        order = _ORDERS[not day_first]
        return order, Zekerheid.ZEKER, frozenset(map(writing_of, proofs[order]))
    if (settled := _settle(rows, texts, around, _ORDERS)) is not None:
        return settled, Zekerheid.ZEKER, written
    return *_by_habit(rows, around), written


def _settle(
    rows: Sequence[tuple[int, Treffer]], texts: Sequence[str], around: Omgeving, orders: Sequence[Volgorde]
) -> Volgorde | None:  # fmt: skip
    """The order by what stands around the dates."""
    return (
        _by_weekday(rows, texts, around, orders)
        or _by_other_dates(rows, around, orders)
        or _by_row_order(rows, orders)
    )  # fmt: skip


def _proven(match: Treffer) -> Volgorde | None:
    """The order of day and month that a date proves, the year being last."""
    first, second = int(match[1]), int(match[3])
    return None if (first > 12) == (second > 12) else _ORDERS[second > 12]


def _fits_year_first(match: Treffer, now: datetime) -> bool:
    """Whether two digits may be a year that stands first: 23-05-01 is a day in May 2001 as well as in May 2023."""
    if not len(match[1]) == len(match[3]) == len(match[4]) == 2:
        # Who writes a year in two digits before the month writes the month in two as well.
        return False
    day = _day(match, Volgorde.JAAR_EERST)
    return day is not None and not _is_late(day, now)


def _may_be_year_first(matches: Sequence[Treffer], now: datetime) -> bool:
    """Whether nearly all dates fit it, and the last numbers are not so few that only they can be the years."""
    fitting = sum(_fits_year_first(match, now) for match in matches)
    firsts, lasts = ({match[place] for match in matches} for place in (1, 4))
    return fitting * 50 >= len(matches) * 49 and (len(lasts) > _FEW_YEARS or len(firsts) < _MANY_DAYS)


def _likely_with_year_first(rows: Sequence[tuple[int, Treffer]]) -> Volgorde:
    """Years vary less than days."""
    firsts, lasts = ({match[place] for _, match in rows} for place in (1, 4))
    above_twelve = min(int(first) for first in firsts) > 12
    return Volgorde.JAAR_EERST if above_twelve and len(lasts) >= len(firsts) else Volgorde.DAG_EERST


def _is_half_converted(texts: Sequence[str]) -> bool:
    """Whether a spreadsheet took part of the dates for its own and left the others as text: those it took may have day
    and month exchanged, and then none of them has a day above twelve."""
    days = [int(match[3]) for text in texts if (match := _YEAR_FIRST.match(text))]
    return bool(days) and max(days) <= 12


def _by_habit(rows: Sequence[tuple[int, Treffer]], around: Omgeving) -> tuple[Volgorde, Zekerheid]:
    """By the way of writing of the whole file; sure only for what no American program writes."""
    half_day = any((match[5] or "").strip().upper().endswith(("M", "M.")) for _, match in rows)
    signs = {match[2] for _, match in rows}
    late = {order: any(_is_late(_day(match, order), around.now) for _, match in rows) for order in _ORDERS}
    if half_day:
        return Volgorde.MAAND_EERST, Zekerheid.TWIJFEL
    if late[Volgorde.DAG_EERST] and not late[Volgorde.MAAND_EERST]:
        return Volgorde.MAAND_EERST, Zekerheid.TWIJFEL
    european = around.decimal_comma or around.semicolons or around.dutch
    # Things happen on many days of a few months; a file in which it is the other way round has the month first.
    firsts, seconds = ({match[place] for _, match in rows} for place in (1, 3))
    turned = len(seconds) > len(firsts) + 2
    same = all(match[1].lstrip("0") == match[3].lstrip("0") for _, match in rows)
    return Volgorde.DAG_EERST, sure(same or (european and not turned and "/" not in signs))


def _by_weekday(
    rows: Sequence[tuple[int, Treffer]], texts: Sequence[str], around: Omgeving, orders: Sequence[Volgorde]
) -> Volgorde | None:  # fmt: skip
    """By the names of the weekdays, in the cell itself or in one beside it."""
    hits = dict.fromkeys(orders, 0)
    seen = 0
    for at, match in rows:
        beside = around.others[at] if at < len(around.others) else ()
        words = (*_WORD.findall(texts[at])[:1], *(cell.strip() for cell in beside))
        named = next((WEEKDAYS[word.lower()] for word in words if word.lower() in WEEKDAYS), None)
        if named is None:
            continue
        seen += 1
        for order in orders:
            day = _day(match, order)
            hits[order] += day is not None and day.weekday() == named
    return _only(hits, seen, least=2)


def _by_other_dates(
    rows: Sequence[tuple[int, Treffer]], around: Omgeving, orders: Sequence[Volgorde]
) -> Volgorde | None:  # fmt: skip
    """By a column that can be read in one way only and lies within a month of this one in every row."""
    width = max((len(row) for row in around.others), default=0)
    for column in range(width):
        hits, seen = dict.fromkeys(orders, 0), 0
        for at, match in rows:
            cell = around.others[at][column].strip() if column < len(around.others[at]) else ""
            other = _sure_day(cell)
            if other is None or match[1].lstrip("0") == match[3].lstrip("0"):
                continue
            seen += 1
            for order in orders:
                day = _day(match, order)
                hits[order] += day is not None and abs((other - day).days) <= 8
        if (found := _only(hits, seen, least=3)) is not None:
            return found
    return None


def _by_row_order(rows: Sequence[tuple[int, Treffer]], orders: Sequence[Volgorde]) -> Volgorde | None:
    """By the rows themselves, when one reading has them in order and the other has not.

    A list sorted as text is in order by whatever stands first in it: that proves nothing.
    """
    written = [match.group() for _, match in rows]
    if _runs_one_way(later > earlier for earlier, later in pairwise(written) if later != earlier):
        return None
    in_order = []
    for order in orders:
        days = [day for _, match in rows if (day := _day(match, order)) is not None]
        steps = [later > earlier for earlier, later in pairwise(days) if later != earlier]
        if len(days) == len(rows) and len(steps) >= _ROW_OF_DAYS:
            in_order += [order] * _runs_one_way(steps)
    return in_order[0] if len(in_order) == 1 else None


def _runs_one_way(forward: Iterable[bool]) -> bool:
    """Whether nearly all steps go on, or nearly all go back."""
    steps = list(forward)
    return min(steps.count(True), steps.count(False)) * 100 <= len(steps)


def _only(hits: dict[Volgorde, int], seen: int, least: int) -> Volgorde | None:
    """The order that fits nearly always while the other often does not."""
    for order, count in hits.items():
        others = max(other for name, other in hits.items() if name is not order)
        if seen >= least and count >= 0.95 * seen and others <= 0.6 * seen:
            return order
    return None


def _sure_day(text: str) -> date | None:
    """The day of a text that leaves no choice."""
    match = _PARTS.match(text)
    if match is None:
        try:
            return to_local(read_window(text, Volgorde.DAG_EERST).van).date() if text[:1].isdigit() else None
        except (ValueError, OverflowError):
            return None
    order = _proven(match)
    return None if order is None or len(match[4]) == 2 else _day(match, order)


def _day(match: Treffer, order: Volgorde) -> date | None:
    day, month, last = int(match[1]), int(match[3]), match[4]
    if order is Volgorde.MAAND_EERST:
        day, month = month, day
    elif order is Volgorde.JAAR_EERST:
        day, last = int(last), f"{day:02d}"
    year = int(last)
    try:
        return date(year if len(last) == 4 else year + (2000 if year < 70 else 1900), month, day)
    except ValueError:
        return None


def _is_late(day: date | None, now: datetime) -> bool:
    return day is not None and day > to_local(now).date()


def _readable(texts: Sequence[str], order: Volgorde) -> bool:
    """Whether most of the dates exist when read in this order."""
    filled = [text for text in texts if text]
    good = sum(_reads(text, order) for text in filled)
    return good > 0.9 * len(filled)


def _reads(text: str, order: Volgorde) -> bool:
    try:
        read_window(text, order)
    except (ValueError, OverflowError):
        return False
    return True


def _ways(
    shown: str, rows: Sequence[tuple[int, Treffer]]
) -> tuple[Alternatief, ...]:  # fmt: skip
    """Each order with the day that the first telling value would then be, as year-month-day."""
    ways = []
    for order in _WITH_YEAR_FIRST:
        try:
            day = _day_text(shown, order)
        except (ValueError, OverflowError):
            continue
        if order is not Volgorde.JAAR_EERST or all(len(match[4]) == 2 for _, match in rows):
            ways.append(Alternatief(str(order), day))
    return tuple(ways)


def _day_text(text: str, order: Volgorde) -> str:
    return to_local(read_window(text, order).van).date().isoformat()


def _without_weekday(text: str) -> str:
    return text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz., ") if text[:1].isalpha() else text
