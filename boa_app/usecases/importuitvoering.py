"""Carrying out an import: one file becomes one import, visible whole or not at all, and may wait halfway."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.exchange import police_uk
from boa_app.exchange.rijen import Afkeur, Lezing
from boa_app.store import importdubbel, imports, importveger
from boa_app.store.session import Writer
from boa_app.usecases.importlezing import Bronlezing
from boa_app.usecases.meldingregels import is_suspect_place
from boa_app.usecases.session import Session

Progress = Callable[[int, int], None]
KLAAR, GEPAUZEERD = "klaar", "gepauzeerd"
_REMEMBERED = 50_000
_COLLECT_EVERY = 100_000


class Gepauzeerd(Exception):
    """Inside an import: somebody asked it to wait."""


@dataclass(frozen=True, slots=True)
class Importverslag:
    """What became of every row: gelezen is the sum of the four after it.

    geweerd: rows of which the word for the kind may be about a person and is not kept. klokwissel: rows at a local time
    that does not exist or comes twice in the night the clock changes.
    toegevoegd: with droog what would be added. afgekeurd_bestand: the list of rejected rows, "" when there is none.
    eigen_lijsten: sources that are such a list themselves, of an earlier import; they are left alone and not counted.
    nrs: the imports made. status: klaar, or gepauzeerd: then the last of nrs waits. afkeuringen: the rejected rows.
    """

    gelezen: int
    toegevoegd: int
    bestaand: int
    overgeslagen: int
    afgekeurd: int
    afgekeurd_bestand: str
    eigen_lijsten: tuple[str, ...] = ()
    nrs: tuple[int, ...] = field(default=(), compare=False)
    status: str = KLAAR
    rejects: tuple[Afkeur, ...] = field(default=(), compare=False)
    geweerd: int = 0
    klokwissel: int = 0


@dataclass(slots=True)
class Tally:
    """The count over all files of one order."""

    gelezen: int = 0
    toegevoegd: int = 0
    bestaand: int = 0
    overgeslagen: int = 0
    geweerd: int = 0
    klokwissel: int = 0
    rejects: list[Afkeur] = field(default_factory=list)
    nrs: list[int] = field(default_factory=list)

    def add(self, lezing: Lezing) -> None:
        """Take over what a reading counted."""
        self.gelezen += lezing.gelezen
        self.overgeslagen += lezing.overgeslagen
        self.geweerd += lezing.geweerd
        self.klokwissel += lezing.klokwissel
        self.rejects += lezing.afgekeurd

    def report(self, listed: str = "", eigen_lijsten: tuple[str, ...] = (), status: str = KLAAR) -> Importverslag:
        """The count as it is told."""
        return Importverslag(
            self.gelezen, self.toegevoegd, self.bestaand, self.overgeslagen, len(self.rejects), listed,
            eigen_lijsten, tuple(self.nrs), status, tuple(self.rejects), self.geweerd, self.klokwissel,
        )  # fmt: skip


class Steps:
    """Tells how far the work is, and stops it or lets it wait when asked to."""

    def __init__(
        self, progress: Progress | None, cancelled: Callable[[], bool] | None,
        paused: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        self._progress, self._cancelled, self._paused = progress, cancelled, paused
        self._before = self._total = 0

    def begin(self, total: int) -> None:
        """The work is known. total: bytes of all sources."""
        self._total = total

    def at(self, done: int) -> None:
        """So many bytes of this source are read. Raises UserError afgebroken, Gepauzeerd."""
        if self._cancelled is not None and self._cancelled():
            raise UserError("afgebroken")
        if self._paused is not None and self._paused():
            raise Gepauzeerd
        if self._progress is not None:
            self._progress(self._before + done, self._total)

    def finish(self, size: int) -> None:
        """A file is in; stopping now would only deny that."""
        self._before += size
        if self._progress is not None:
            self._progress(self._before, self._total)


class Known:
    """The keys a source already has in the store, read once per source and kept up with what is added.

    session: None while there is no store.
    """

    def __init__(self, session: Session | None) -> None:
        self._session = session
        self._keys: dict[str, set[str]] = {}
        # The imports looked at: one that finishes later may have brought the same rows.
        self.seen: dict[str, frozenset[int]] = {}

    def of(self, bron: str) -> set[str]:
        """The keys of a source; whoever adds a row adds its key."""
        if self._session is None:
            return self._keys.setdefault(bron, set())
        if bron not in self._keys:
            with self._session.store.read() as reader:
                self.seen[bron] = importdubbel.finished_imports(reader)
                self._keys[bron] = imports.known_keys(reader, bron)
        return self._keys[bron]

    def look_again(self, bron: str) -> None:
        """Another import brought rows of this source."""
        del self._keys[bron]


@dataclass(frozen=True, slots=True)
class Voortzetting:
    """An import that may be paused. nr: of the paused one to go on with, 0 for a new one. opdracht: how to go on."""

    opdracht: str = ""
    nr: int = 0


NIEUW = Voortzetting()


def import_one(
    session: Session | None, reading: Bronlezing, known: Known, tally: Tally, steps: Steps,
    verder: Voortzetting = NIEUW,
) -> None:  # fmt: skip
    """One file as one import. session: None to count only. Raises UserError afgebroken and those of the readers;
    Gepauzeerd after the import was left waiting."""
    lezing = Lezing(reading.source.naam, plaatsen=_known_names(session))
    mine = _own_keys(session, verder.nr, reading.bron)
    with reading.rows(lezing) as (batches, position):
        keys, guard = known.of(reading.bron), None if session is None else _Guard(session, reading.bron)

        def new_rows() -> Iterator[imports.ImportRow]:
            for batch in batches:
                reading.refuse_contradiction(lezing)
                steps.at(position())
                for sjabloon, sleutel, own, _ in batch:
                    if sleutel in keys:
                        tally.bestaand += 1
                    elif sleutel in mine:
                        keys.add(sleutel)
                        tally.toegevoegd += 1
                    else:
                        keys.add(sleutel)
                        suspect = guard is not None and guard.is_suspect(own[4])
                        yield imports.ImportRow(sjabloon, sleutel, suspect, own)

            reading.refuse_contradiction(lezing)

        rows = new_rows()
        if session is None:
            tally.toegevoegd += sum(1 for _ in rows)
        else:
            _store(session, reading, rows, lezing, tally, known, verder)
    tally.add(lezing)


def _known_names(session: Session | None) -> frozenset[str]:
    return frozenset() if session is None else session.plaatsen.known_names


def _own_keys(session: Session | None, nr: int, bron: str) -> set[str]:
    """The keys of the rows a waiting import has, without those that became visible elsewhere meanwhile."""
    if session is None or not nr:
        return set()
    importdubbel.remove_doubles(session.store, nr, bron)
    with session.store.read() as reader:
        return imports.own_keys(reader, nr)


class _Guard:
    """The guard on places; the same ones come back in many rows, so each is looked at once.

    The street files name anonymous points of a fixed map, so a name in those is no person's.
    """

    def __init__(self, session: Session, bron: str) -> None:
        self._session = session
        self._named_after = bron == police_uk.PROFIEL
        self._known: dict[str, bool] = {}

    def is_suspect(self, plaats: str) -> bool:
        found = self._known.get(plaats)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[plaats] = is_suspect_place(self._session, plaats, named_after=self._named_after)
        return found


def _store(
    session: Session, reading: Bronlezing, rows: Iterator[imports.ImportRow], lezing: Lezing, tally: Tally,
    known: Known, verder: Voortzetting,
) -> None:  # fmt: skip
    """Add the rows and make them visible at once; nothing at all when there are none, or when anything goes wrong."""
    source, before = reading.source, tally.toegevoegd
    nr, ended, forget = verder.nr, False, False

    def begin(w: Writer) -> int:
        return imports.begin_import(w, source.naam, source.sha256, reading.bron, verder.opdracht)

    try:
        first = next(rows, None)
        if first is None and not nr:
            return
        nr = nr or session.write(begin)
        actor = (session.actor.account, str(session.actor.rol))
        with _rare_collections():
            tally.toegevoegd += imports.add_all(session.store, nr, chain([first] if first else [], rows), actor)
        _finish(session, nr, reading.bron, lezing, tally, before, known)
        ended = True
    except Gepauzeerd:
        # Also before the first row: of several files this one waits, and without a record nobody would know of it.
        nr = nr or session.write(begin)
        counts = {"gelezen": lezing.gelezen}
        session.write(lambda w: imports.pause_import(w, nr, verder.opdracht, counts))
        ended = True
        raise
    except UserError as error:
        forget = error.code == "afgebroken"
        raise
    finally:
        if nr:
            tally.nrs.append(nr)
            if not ended:
                _sweep(session, nr, forget=forget)


def _finish(
    session: Session, nr: int, bron: str, lezing: Lezing, tally: Tally, before: int, known: Known
) -> None:  # fmt: skip
    """Make the rows visible, but for those that another import made visible while this one ran."""
    seen, is_alone = known.seen[bron], True
    while True:
        counts = {"gelezen": lezing.gelezen, "toegevoegd": tally.toegevoegd - before}
        if session.write(partial(importdubbel.finish_unless_more, nr=nr, counts=counts, seen=seen)):
            break
        is_alone = False
        with session.store.read() as reader:
            seen = importdubbel.finished_imports(reader)
        doubled = importdubbel.remove_doubles(session.store, nr, bron)
        tally.toegevoegd -= doubled
        tally.bestaand += doubled
    if not is_alone:
        known.look_again(bron)
    # The rows of this one are among the known keys already.
    known.seen = {name: one | {nr} for name, one in known.seen.items()}


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Rows are many small objects without cycles; looking for cycles every 700 of them takes a tenth of the import."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_EVERY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _sweep(session: Session, nr: int, *, forget: bool) -> None:
    try:
        if session.write(lambda w: importveger.mark_broken(w, nr, forget=forget)):
            importveger.sweep(session.store, nr)
    except EnvironmentProblem:
        # The disk or the store failed, which is why we are here; the rows stay invisible and go at the next opening.
        return
