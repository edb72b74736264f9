"""Pages of the centre, cut into short transactions in the background: a save never waits for syncing.

take_page    changes, weg and opschoning in order of seq ─► cursor                     killed between: done again
first state  begin_state ─► take_state_page… ─► end_state: the rest goes ─► cursor     killed between: begun again
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from boa_app.domain.audit import Actie
from boa_app.domain.synchronisatie import Toegepast
from boa_app.domain.velden import SOORTEN
from boa_app.store import audit, fotos, meldingrijen, opruimen, rijen, sync_in, sync_stand, sync_weg
from boa_app.store.rijen import Herstel
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store
from boa_app.sync.protocol import SCHEMA_VERSION, Beginblad, Blad, Ontvangen, Opschoning, Weg

T = TypeVar("T")
Actor = tuple[str, str] | None
# The version of the messages of which everything in the log was made into rows.
_APPLIED = "toegepast_schema"
# Items in one transaction at first, at least and at most, and how long its commit may take; items between two looks at
# who waits at first and at most, and how long they may take.
_FIRST, _LEAST, _MOST, _COMMIT_S = 500, 20, 4000, 0.025
_STEP, _MOST_STEP, _STEP_S = 100, 500, 0.015


def take_page(store: Store, blad: Blad, actor: Actor = None) -> Toegepast:
    """Take a page of the pull over and move the cursor; everything is on disk when this returns.

    actor: (account, rol) of who syncs. Raises EnvironmentProblem as Store.write, and centrale_fout.
    """
    told = Toegepast()
    steps: list[Ontvangen | Weg | Opschoning] = [*blad.changes, *blad.weg, *blad.opschoning]
    for kind, run in groupby(sorted(steps, key=lambda step: step.seq), key=type):
        told += in_batches(store, list(run), _WORK[kind], actor, _LOG.get(kind))
    store.write(lambda w: sync_stand.keep_cursor(w, blad.cursor, blad.epoch), background=True).result()
    return told


def begin_state(store: Store, epoch: int) -> None:
    """Say that a first state comes in; one that was cut off begins anew."""
    store.write_now(lambda w: sync_stand.open_begin(w, epoch))


def take_state_page(store: Store, blad: Beginblad, actor: Actor = None) -> Toegepast:
    """Take a page of a first state over."""
    return in_batches(store, blad.changes, sync_in.apply_state, actor, sync_in.log_received)


def end_state(store: Store, cursor: int, actor: Actor = None) -> Toegepast:
    """The last page is in: what the centre had here and the state did not hold goes, never what is not sent yet. Then
    the cursor stands at cursor."""
    with store.read() as r:
        nr, epoch = sync_stand.begin_nr(r), sync_stand.begin_epoch(r)
        stale = _stale(r, nr) if nr is not None else []
    if nr is None or epoch is None:
        return Toegepast()

    def drop(w: Writer, records: Sequence[tuple[str, str]]) -> Toegepast:
        told = Herstel()
        for entity, uid in records:
            sync_weg.drop_stale(w, entity, uid, nr, told)
        audit.append_line(w, Actie.SYNC, "sync", reden_code="BEGINSTAND_WEG", reden_tekst=str(len(records)))
        return told.as_result()

    told = in_batches(store, stale, drop, actor)

    def close(w: Writer) -> None:
        sync_stand.close_begin(w)
        sync_stand.keep_cursor(w, cursor, epoch)
        if stale:
            meldingrijen.recall_newest(w)
            opruimen.need_shrink(w)

    store.write(close, background=True, actor=actor).result()
    return told


def reapply_kept(store: Store, actor: Actor = None) -> Toegepast:
    """After an upgrade: make rows of what an older version could only keep, of kinds and fields it did not know."""
    with store.read() as r:
        applied = int(sync_stand.get(r, _APPLIED, 1))
        if applied >= SCHEMA_VERSION:
            return Toegepast()
        rows = r.db.conn.execute(
            "SELECT DISTINCT entity, uid FROM changes WHERE schema_version > ?"
            " UNION SELECT entity, uid FROM sync_wacht WHERE ouder <> ?",
            [applied, rijen.WEG],
        ).fetchall()
    order = {soort: place for place, soort in enumerate(SOORTEN)}
    records = sorted(rows, key=lambda row: order.get(row[0], len(order)))
    told = in_batches(store, records, _restore, actor)
    store.write(lambda w: sync_stand.put(w, _APPLIED, SCHEMA_VERSION), background=True).result()
    return told


def _restore(w: Writer, records: Sequence[tuple[str, str]]) -> Toegepast:
    told = Herstel()
    for entity, uid in records:
        rijen.restore(w, entity, uid, told)
    return told.as_result()


def _stale(r: Reader, nr: int) -> list[tuple[str, str]]:
    rows = r.db.conn.execute(
        "SELECT DISTINCT entity, uid FROM changes WHERE seq <= ? AND pushed_at IS NOT NULL AND geweigerd = ''"
        " AND begin_nr IS NOT ?",
        [sync_stand.begin_tot_seq(r), nr],
    )
    return [(entity, uid) for entity, uid in rows]


def in_batches(
    store: Store, items: Sequence[T], work: Callable[[Writer, Sequence[T]], Toegepast], actor: Actor,
    log: Callable[[Writer, int], None] | None = None,
) -> Toegepast:  # fmt: skip
    """Do the work in transactions that end when a save waits, or when their commit would take long.

    log: called at the end of each with how many items it took.
    """
    told, at, most, step = Toegepast(), 0, _FIRST, _STEP
    while at < len(items):
        batch = _Batch(work, items[at : at + most], step, log)
        result, written_at = store.write(batch.run, background=True, actor=actor).result()
        commit_s = time.perf_counter() - written_at
        # Only now is it on disk: before that a row might still name the picture.
        fotos.remove_files(store.folder, result.bestanden)
        told += result
        at += batch.done
        # A commit cannot be cut short, so its length decides how much may be in it.
        most = _scaled(batch.done, _COMMIT_S / max(commit_s, 1e-6), _MOST)
        step = _scaled(step, _STEP_S / max(batch.slowest_s, 1e-6), _MOST_STEP)
    return told


def _scaled(size: int, speed: float, most: int) -> int:
    return min(most, max(_LEAST, int(size * min(2.0, speed))))


class _Batch(Generic[T]):
    """One transaction. done: how many items it took; slowest_s: its longest step, after which it looks who waits."""

    def __init__(
        self, work: Callable[[Writer, Sequence[T]], Toegepast], items: Sequence[T], step: int,
        log: Callable[[Writer, int], None] | None,
    ) -> None:  # fmt: skip
        self._work, self._items, self._step, self._log = work, items, step, log
        self.done, self.slowest_s = 0, 0.0

    def run(self, w: Writer) -> tuple[Toegepast, float]:
        """The work; gives what it did and when it was ready to be committed."""
        told, begun = Toegepast(), time.perf_counter()
        while self.done < len(self._items) and not (self.done and w.is_awaited()):
            part = self._items[self.done : self.done + self._step]
            told += self._work(w, part)
            self.done += len(part)
            now = time.perf_counter()
            self.slowest_s, begun = max(self.slowest_s, now - begun), now
        if self._log is not None:
            self._log(w, self.done)
        return told, time.perf_counter()


# What each kind of step of a page asks for, and the audit line of the kinds that have one for many.
_WORK: dict[type, Callable[[Writer, Sequence[object]], Toegepast]] = {
    Ontvangen: sync_in.apply_unlogged,  # type: ignore[dict-item]
    Weg: sync_weg.apply_weg,  # type: ignore[dict-item]
    Opschoning: sync_weg.apply_opschoning,  # type: ignore[dict-item]
}
_LOG: dict[type, Callable[[Writer, int], None]] = {Ontvangen: sync_in.log_received}
