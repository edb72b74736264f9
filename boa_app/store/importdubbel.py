"""The same row in two imports: what became visible through another import goes from the one that is still unseen.

An import looks at what is there when it begins. While it waited or ran, another may have finished with the same rows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from boa_app.store.bulk import NEWEST
from boa_app.store.changes import dump_value
from boa_app.store.importbeheer import OWN_ROWS
from boa_app.store.imports import finish_import, known_keys
from boa_app.store.importveger import remove_rows
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store

# Rows between two looks at the clock and at who waits, and how long a batch may take without its commit.
_STEP_ROWS, _BATCH_S = 25, 0.02


def finished_imports(r: Reader) -> frozenset[int]:
    """The imports whose rows are to be seen."""
    return frozenset(nr for (nr,) in r.db.conn.execute("SELECT nr FROM imports WHERE status = 'klaar'"))


def finish_unless_more(w: Writer, nr: int, counts: Mapping[str, int], seen: frozenset[int]) -> bool:
    """Finish an import, unless others than those seen finished: their rows must be looked at first."""
    if not finished_imports(w) <= seen:
        return False
    finish_import(w, nr, counts)
    return True


def remove_doubles(store: Store, nr: int, bron: str) -> int:
    """Remove the rows of an unfinished import that are to be seen elsewhere; gives how many."""
    removed = 0
    while True:
        with store.read() as r:
            seen = finished_imports(r)
            doubled = _doubled(r, nr, bron)
        if not doubled:
            break
        removed += _remove_all(store, doubled, seen)
    if removed:
        _renew_newest(store, nr)
    return removed


def _doubled(r: Reader, nr: int, bron: str) -> list[tuple[int, str]]:
    own = r.db.conn.execute(
        f"SELECT nr, uid, bron_sleutel FROM meldingen WHERE {OWN_ROWS} AND bron = ?2",  # noqa: S608 - own words
        [nr, bron],
    ).fetchall()
    known = known_keys(r, bron) if own else set()
    return [(number, uid) for number, uid, key in own if key in known]


def _remove_all(store: Store, rows: list[tuple[int, str]], seen: frozenset[int]) -> int:
    at = 0
    while at < len(rows):
        done = store.write(_removing(rows, at, seen), background=True).result()
        if done == at:
            # One of the others was taken back: what it showed is to be seen nowhere else now.
            return at
        at = done
    return at


def _removing(rows: list[tuple[int, str]], at: int, seen: frozenset[int]) -> Callable[[Writer], int]:
    def work(w: Writer) -> int:
        begun, done = time.perf_counter(), at
        if not seen <= finished_imports(w):
            return at
        while done < len(rows):
            remove_rows(w, rows[done : done + _STEP_ROWS])
            done = min(done + _STEP_ROWS, len(rows))
            if w.is_awaited() or time.perf_counter() - begun > _BATCH_S:
                break
        return done

    return work


def _renew_newest(store: Store, nr: int) -> None:
    with store.read() as r:
        newest = r.db.conn.execute(
            f"SELECT gebeurd_s, nr FROM meldingen WHERE {OWN_ROWS} ORDER BY gebeurd_s DESC, nr DESC LIMIT ?2",  # noqa: S608
            [nr, NEWEST],
        ).fetchall()
    told = [dump_value(newest), nr]
    store.write_now(lambda w: w.db.conn.execute("UPDATE imports SET nieuwste = ? WHERE nr = ?", told).rowcount)
