"""What a column is by what stands in it, for tables whose column names say nothing. Always a guess to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from boa_app.analysis.crs import looks_like_rd
from boa_app.exchange.datums import Volgorde, read_window
from boa_app.exchange.getallen import read_number, split_point, within_netherlands
from boa_app.exchange.kolommen import Kolomwijzer, is_rival, normalise, withheld

T = TypeVar("T")
_LEAST_CELLS, _SHARE = 2, 0.8
_WEST_RD = 10_000
_DATE = re.compile(r".*\d[-/. ][\dA-Za-z]+[-/. ]\d.*")


def guess_columns(
    header: Sequence[str], known: dict[str, int], rows: Sequence[Sequence[str]], wijzer: Kolomwijzer
) -> dict[str, int]:  # fmt: skip
    """The fields that are missing, where exactly the contents of a column say that it is one."""
    taken = set(known.values())
    free = [at for at, name in enumerate(header) if at not in taken and not withheld(normalise(name))]
    columns = {at: [row[at].strip() for row in rows if len(row) > at and row[at].strip()] for at in free}
    filled = {at: cells for at, cells in columns.items() if len(cells) >= _LEAST_CELLS}
    found: dict[str, int] = {}
    if "datum" not in known and "datum" not in wijzer.kolommen:
        at = next((at for at, cells in filled.items() if _share(cells, _is_date) >= _SHARE), None)
        if at is not None:
            found["datum"] = at
            filled.pop(at)
    if "lon" in known or "lat" in known or "punt" in known:
        return found
    at = next((at for at, cells in filled.items() if _share(cells, _is_point) >= _SHARE), None)
    if at is not None:
        return found | {"punt": at}
    return found | _find_pair(filled, rows)


def rival_columns(
    header: Sequence[str], columns: Mapping[str, int], rows: Sequence[Sequence[str]], wijzer: Kolomwijzer
) -> list[int]:  # fmt: skip
    """Columns that may be meant as well as one that is used: another date, or the same name with other contents."""
    chosen = columns["datum"] if "datum" in columns and "datum" not in wijzer.kolommen else -1
    found = []
    for at, name in enumerate(header):
        if at in columns.values() or withheld(normalise(name)):
            continue
        twins = [
            place
            for field, place in columns.items()
            if field not in wijzer.kolommen and name.rpartition(" (")[0] == header[place] and _differ(rows, at, place)
        ]
        dates = chosen >= 0 and is_rival(normalise(name), normalise(header[chosen])) and _holds_dates(rows, at)
        if twins or (dates and _differ(rows, at, chosen)):
            found.append(at)
    return found


def _holds_dates(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at].strip() for row in rows if len(row) > at and row[at].strip()]
    return 2 * len(cells) >= len(rows) and _share(cells, _is_date) >= _SHARE


def _differ(rows: Sequence[Sequence[str]], first: int, second: int) -> bool:
    return any(
        row[first].strip() and row[first].strip() != row[second].strip()
        for row in rows
        if len(row) > max(first, second)
    )


def _find_pair(filled: dict[int, list[str]], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Two columns of numbers that together lie in the Netherlands."""
    numeric = [at for at, cells in filled.items() if _share(cells, _is_number) >= _SHARE]
    for first in numeric:
        for second in numeric:
            pairs = [(row[first], row[second]) for row in rows if len(row) > max(first, second)]
            telling = [pair for pair in pairs if pair[0].strip() and pair[1].strip()]
            if first != second and _share(telling, _in_country) >= _SHARE:
                return {"lon": first, "lat": second}
    return {}


def _share(cells: Sequence[T], fits: Callable[[T], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _is_date(cell: str) -> bool:
    if not _DATE.match(cell):
        return False
    for order in (Volgorde.DAG_EERST, Volgorde.MAAND_EERST):
        try:
            return 1990 <= read_window(cell, order).van.year <= 2100
        except (ValueError, OverflowError):
            continue
    return False


def _is_number(cell: str) -> bool:
    return any(_number(cell, sign) is not None for sign in ("", ".", ","))


def _is_point(cell: str) -> bool:
    first, second = split_point(cell)
    return bool(first) and _in_country((first, second))


def _in_country(pair: tuple[str, str]) -> bool:
    for sign in ("", ".", ","):
        a, b = _number(pair[0], sign), _number(pair[1], sign)
        if a is None or b is None:
            continue
        if any(within_netherlands(*one) or _is_rd(*one) for one in ((a, b), (b, a))):
            return True
    return False


def _is_rd(x: float, y: float) -> bool:
    # West of this there is only sea; a running number is no coordinate.
    return x > _WEST_RD and looks_like_rd(x, y)


def _number(cell: str, sign: str) -> float | None:
    try:
        return read_number(cell, thousands=sign)
    except ValueError:
        return None
