"""In which order a column of dates puts day and month, and how sure that is.

A value with a number above twelve leaves no choice. Without one, what stands around it may settle it: the name of the
weekday, another date column, the order of the rows, or the way of writing of the whole file. Else it is doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from boa_app.domain.moments import to_local
from boa_app.exchange.datums import WEEKDAYS, Volgorde, is_serial, read_window
from boa_app.exchange.gok import Alternatief, Gok, Zekerheid, sure

SERIAL = "reeksgetal"
ONDERDEEL = "volgorde"
_PARTS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.*))?")
_WORD = re.compile(r"[A-Za-z]+")
# So many different days in a row, up or down, are no accident; one pair in a hundred may be out of line.
_ROW_OF_DAYS = 12
_ORDERS = (Volgorde.DAG_EERST, Volgorde.MAAND_EERST)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What stands around the dates. others: the cells of the other columns, one tuple per row of the dates.

    decimal_comma: the file writes numbers with one. semicolons: its cells are parted by them. dutch: the column has a
    Dutch name. spreadsheet: it numbers days itself. now: nothing happened after it.
    """

    now: datetime
    others: Sequence[Sequence[str]] = ()
    decimal_comma: bool = False
    semicolons: bool = False
    dutch: bool = False
    spreadsheet: bool = False


def guess_order(texts: Sequence[str], around: Omgeving, told: Volgorde | None = None) -> tuple[Volgorde, Gok]:
    """The order to read with and the guess to show. told: what a person said, which is doubted when it cannot be."""
    stripped = [text.strip() for text in texts]
    rows = [(at, match) for at, text in enumerate(stripped) if (match := _PARTS.match(_without_weekday(text)))]
    example = next((text for text in stripped if text), "")
    if not rows:
        return _without_choice(stripped, around, told, example)
    order, certainty = _decide(rows, stripped, around)
    if told is not None and told is not order:
        contradicted = certainty is Zekerheid.ZEKER and not _readable(stripped, told)
        order, certainty = told, sure(not contradicted)
    elif told is not None:
        certainty = Zekerheid.ZEKER
    shown = next((match[0] for _, match in rows if match[1].lstrip("0") != match[3].lstrip("0")), rows[0][1][0])
    return order, Gok(ONDERDEEL, str(order), certainty, _ways(shown, rows), shown)


def has_proof(texts: Iterable[str]) -> bool:
    """Whether one of the values leaves no choice, or none of them is written in numbers with the year last."""
    matches = [match for text in texts if (match := _PARTS.match(_without_weekday(text.strip())))]
    return not matches or any((int(match[1]) > 12) != (int(match[3]) > 12) for match in matches)


def _without_choice(
    texts: Sequence[str], around: Omgeving, told: Volgorde | None, example: str
) -> tuple[Volgorde, Gok]:  # fmt: skip
    """Months by name, the year first, or days that a spreadsheet numbered."""
    order = told or Volgorde.DAG_EERST
    filled = [text for text in texts if text]
    if filled and all(is_serial(text) for text in filled):
        # A text file does not say from which year its program counts.
        certainty = sure(around.spreadsheet or told is not None)
        return order, Gok(ONDERDEEL, SERIAL, certainty, _ways(example, (), (SERIAL,)), example)
    waarde = Volgorde.JAAR_EERST if example[:4].isdigit() else order
    return order, Gok(ONDERDEEL, str(waarde), Zekerheid.ZEKER, (), example)


def _decide(
    rows: Sequence[tuple[int, re.Match[str]]], texts: Sequence[str], around: Omgeving
) -> tuple[Volgorde, Zekerheid]:  # fmt: skip
    firsts, seconds = [int(match[1]) for _, match in rows], [int(match[3]) for _, match in rows]
    years = [match[4] for _, match in rows]
    if all(len(year) == 2 for year in years) and _may_be_year_first(firsts, [int(year) for year in years]):
        return Volgorde.JAAR_EERST, Zekerheid.TWIJFEL
    day_first, month_first = sum(n > 12 for n in firsts), sum(n > 12 for n in seconds)
    if day_first and not month_first:
        return Volgorde.DAG_EERST, Zekerheid.ZEKER
    if month_first and not day_first:
        return Volgorde.MAAND_EERST, Zekerheid.ZEKER
    if day_first and month_first:
        # Two ways in one column: whatever is chosen, part of the ambiguous ones is wrong.
        return _ORDERS[day_first < month_first], Zekerheid.TWIJFEL
    settled = _by_weekday(rows, texts, around) or _by_other_dates(rows, around) or _by_row_order(rows)
    return (settled, Zekerheid.ZEKER) if settled else _by_habit(rows, around)


def _may_be_year_first(firsts: Sequence[int], years: Sequence[int]) -> bool:
    """Two digits everywhere: 23-05-01 is a day in May 2001 as well as in May 2023. Years vary less than days."""
    if not all(1 <= year <= 31 for year in years) or min(firsts) <= 12:
        return False
    return 1 < len(set(years)) >= len(set(firsts))


def _by_habit(rows: Sequence[tuple[int, re.Match[str]]], around: Omgeving) -> tuple[Volgorde, Zekerheid]:
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
    rows: Sequence[tuple[int, re.Match[str]]], texts: Sequence[str], around: Omgeving
) -> Volgorde | None:  # fmt: skip
    """By the names of the weekdays, in the cell itself or in one beside it."""
    hits = dict.fromkeys(_ORDERS, 0)
    seen = 0
    for at, match in rows:
        beside = around.others[at] if at < len(around.others) else ()
        words = (*_WORD.findall(texts[at])[:1], *(cell.strip() for cell in beside))
        named = next((WEEKDAYS[word.lower()] for word in words if word.lower() in WEEKDAYS), None)
        if named is None:
            continue
        seen += 1
        for order in _ORDERS:
            day = _day(match, order)
            hits[order] += day is not None and day.weekday() == named
    return _only(hits, seen, least=2)


def _by_other_dates(rows: Sequence[tuple[int, re.Match[str]]], around: Omgeving) -> Volgorde | None:
    """By a column that can be read in one way only and lies within a month of this one in every row."""
    width = max((len(row) for row in around.others), default=0)
    for column in range(width):
        hits, seen = dict.fromkeys(_ORDERS, 0), 0
        for at, match in rows:
            cell = around.others[at][column].strip() if column < len(around.others[at]) else ""
            other = _sure_day(cell)
            if other is None or match[1].lstrip("0") == match[3].lstrip("0"):
                continue
            seen += 1
            for order in _ORDERS:
                day = _day(match, order)
                hits[order] += day is not None and abs((other - day).days) <= 8
        if (found := _only(hits, seen, least=3)) is not None:
            return found
    return None


def _by_row_order(rows: Sequence[tuple[int, re.Match[str]]]) -> Volgorde | None:
    """By the rows themselves, when one reading has them in order and the other has not."""
    in_order = []
    for order in _ORDERS:
        days = [day for _, match in rows if (day := _day(match, order)) is not None]
        steps = [(later - earlier).days for earlier, later in pairwise(days) if later != earlier]
        if len(days) == len(rows) and len(steps) >= _ROW_OF_DAYS:
            back = min(sum(step < 0 for step in steps), sum(step > 0 for step in steps))
            in_order += [order] * (back * 100 <= len(steps))
    return in_order[0] if len(in_order) == 1 else None


def _only(hits: dict[Volgorde, int], seen: int, least: int) -> Volgorde | None:
    """The order that fits nearly always while the other often does not."""
    for order, other in (_ORDERS, _ORDERS[::-1]):
        if seen >= least and hits[order] >= 0.95 * seen and hits[other] <= 0.6 * seen:
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
    if (int(match[1]) > 12) == (int(match[3]) > 12):
        return None
    return _day(match, Volgorde.DAG_EERST if int(match[1]) > 12 else Volgorde.MAAND_EERST)


def _day(match: re.Match[str], order: Volgorde) -> date | None:
    day, month = int(match[1]), int(match[3])
    if order is Volgorde.MAAND_EERST:
        day, month = month, day
    year = int(match[4])
    try:
        return date(year if len(match[4]) == 4 else year + (2000 if year < 70 else 1900), month, day)
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
    shown: str, rows: Sequence[tuple[int, re.Match[str]]], more: tuple[str, ...] = ()
) -> tuple[Alternatief, ...]:  # fmt: skip
    """Each order with the day that the first telling value would then be, as year-month-day."""
    ways = [Alternatief(value, shown) for value in more]
    for order in Volgorde:
        try:
            day = to_local(read_window(shown, order).van).date().isoformat()
        except (ValueError, OverflowError):
            continue
        if order is not Volgorde.JAAR_EERST or all(len(match[4]) == 2 for _, match in rows):
            ways.append(Alternatief(str(order), day))
    return tuple(ways)


def _without_weekday(text: str) -> str:
    return text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz., ") if text[:1].isalpha() else text
