"""Removing the rows of an import that was broken off or undone: invisible from the first moment, gone bit by bit.

bezig ──► afgebroken_vegen ──► afgebroken          klaar ──► ongedaan_vegen ──► ongedaan

Rows go with their create-changes, so counts agree after every batch. A batch is short and ends when a save waits.
"""

from __future__ import annotations

import time
from concurrent.futures import Future
from datetime import timedelta

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.moments import to_iso
from boa_app.store import audit, klok
from boa_app.store.imports import ENTITY, uid_of
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.store.zoekindex import WIPE_TEXT

PAUSED_FOR = timedelta(days=7)
# Rows between two looks at the clock and at who waits, and how long a batch may take without its commit.
_STEP_ROWS, _BATCH_S = 25, 0.02
# So many numbers are looked through for rows of the import at once; others may lie in between.
_SPAN = 4000


def mark_broken(w: Writer, nr: int | None = None, *, forget: bool = False) -> int:
    """Say that a running import will not go on, or all that run; gives how many. A finished one stays whole.

    Without nr only when none can be running: at opening; then also those paused too long ago. forget: nobody will want
    to try again.
    """
    if nr is None:
        # No pause is too long by a clock that cannot be right.
        oldest = to_iso(w.now - PAUSED_FOR) if klok.oordeel(w, w.now, w.session_id).is_zeker else ""
        which, values = "status = 'bezig' OR (status = 'gepauzeerd' AND klaar_op < ?)", [oldest]
    else:
        which, values = "nr = ? AND status IN ('bezig', 'gepauzeerd')", [str(nr)]
    order = "''" if forget else "opdracht"
    sql = f"UPDATE imports SET status = 'afgebroken_vegen', opdracht = {order} WHERE {which}"  # noqa: S608 - own words
    return w.db.conn.execute(sql, values).rowcount


def sweep(store: Store, nr: int) -> int:
    """Remove the rows of one import that is to be swept, and wait for it; gives the number of meldingen removed."""
    work = _Sweep(store, nr)
    while store.write(work.step, background=True).result():
        pass
    return work.removed


def sweep_behind(store: Store) -> None:
    """Begin to remove the rows of all imports that are to be swept, behind whatever else is written.

    What is not done when the store closes is done after the next opening.
    """
    with store.read() as r:
        found = r.db.conn.execute("SELECT nr FROM imports WHERE status LIKE '%vegen'").fetchall()
    for (nr,) in found:
        _go_on(store, _Sweep(store, nr))


def _go_on(store: Store, work: _Sweep) -> None:
    def and_again(done: Future[bool]) -> None:
        if done.cancelled() or done.exception() is not None or not done.result():
            return
        _go_on(store, work)

    try:
        store.write(work.step, background=True).add_done_callback(and_again)
    except EnvironmentProblem:
        # The store is closing; the next opening goes on.
        return


class _Sweep:
    """Removes the rows of one import, from its first number on."""

    def __init__(self, store: Store, nr: int) -> None:
        self._nr, self.removed = nr, 0
        with store.read() as r:
            self._at = int(r.db.conn.execute("SELECT eerste_nr FROM imports WHERE nr = ?", [nr]).fetchone()[0])
            self._last = int(r.db.conn.execute("SELECT coalesce(max(nr), 0) FROM meldingen").fetchone()[0])

    def step(self, w: Writer) -> bool:
        """One batch; gives whether there may be more."""
        begun = time.perf_counter()
        while self._at <= self._last:
            found = w.db.conn.execute(
                "SELECT m.nr, m.uid FROM meldingen AS m WHERE m.nr >= ?1 AND m.nr < ?2 AND m.import_nr = ?3"
                " AND EXISTS (SELECT 1 FROM imports WHERE nr = ?3 AND status LIKE '%vegen') ORDER BY m.nr LIMIT ?4",
                [self._at, self._at + _SPAN, self._nr, _STEP_ROWS],
            ).fetchall()
            self._at = found[-1][0] + 1 if len(found) == _STEP_ROWS else self._at + _SPAN
            remove_rows(w, found)
            self.removed += len(found)
            if w.is_awaited() or time.perf_counter() - begun > _BATCH_S:
                return True
        _mark_swept(w, self._nr)
        return False


def remove_rows(w: Writer, found: list[tuple[int, str]]) -> None:
    """Remove rows nobody ever saw, with their create-changes. found: number and uid."""
    numbers, uids = [(row[0],) for row in found], [(row[1],) for row in found]
    w.db.conn.executemany("DELETE FROM meldingen_rtree WHERE nr = ?", numbers)
    w.db.conn.executemany(WIPE_TEXT, numbers)
    w.db.conn.executemany("DELETE FROM changes WHERE uid = ?", uids)
    w.db.conn.executemany("DELETE FROM meldingen WHERE nr = ?", numbers)


def _mark_swept(w: Writer, nr: int) -> None:
    ended = (
        "UPDATE imports SET status = ?, klaar_op = coalesce(klaar_op, ?), nieuwste = '[]' WHERE nr = ? AND status = ?"
    )
    if w.db.conn.execute(ended, ["afgebroken", w.now_iso, nr, "afgebroken_vegen"]).rowcount:
        audit.append_line(w, Actie.WISSEN, ENTITY, uid_of(w, nr), reden_code="IMPORT_AFGEBROKEN")
    elif w.db.conn.execute(ended, ["ongedaan", w.now_iso, nr, "ongedaan_vegen"]).rowcount:
        audit.append_line(w, Actie.WISSEN, ENTITY, uid_of(w, nr), reden_code="IMPORT_ONGEDAAN")
