"""Importing meldingen from files of others: counted to the row, twice the same, never half."""

from __future__ import annotations

import csv
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TextIO

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.exchange import police_uk, tables
from boa_app.exchange.bron import Bronbestand, inspect_source, open_source, readable_name
from boa_app.exchange.kolommen import Kolomwijzer, load_kolomwijzer
from boa_app.exchange.rijen import Afkeur, Lezing, Rij
from boa_app.store import imports
from boa_app.usecases import importlijst
from boa_app.usecases.meldingregels import is_suspect_place
from boa_app.usecases.session import Session

PROFIELEN = ("auto", police_uk.PROFIEL, tables.PROFIEL)
Progress = Callable[[int, int], None]
_REMEMBERED = 50_000
_COLLECT_EVERY = 100_000


@dataclass(frozen=True, slots=True)
class Importverslag:
    """What became of every row: gelezen is the sum of the four after it.

    toegevoegd: with droog what would be added. afgekeurd_bestand: the list of rejected rows, "" when there is none.
    eigen_lijsten: sources that are such a list themselves, of an earlier import; they are left alone and not counted.
    """

    gelezen: int
    toegevoegd: int
    bestaand: int
    overgeslagen: int
    afgekeurd: int
    afgekeurd_bestand: str
    eigen_lijsten: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    gelezen: int = 0
    toegevoegd: int = 0
    bestaand: int = 0
    overgeslagen: int = 0
    rejects: list[Afkeur] = field(default_factory=list)

    def add(self, lezing: Lezing) -> None:
        self.gelezen += lezing.gelezen
        self.overgeslagen += lezing.overgeslagen
        self.rejects += lezing.afgekeurd


def importeer(
    session: Session, paths: Sequence[Path], profiel: str = "auto", *, kolommen: Path | None = None,
    soort: str | None = None, droog: bool = False, afgekeurd: Path | None = None, progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Importverslag:  # fmt: skip
    """Import files, each as one import that is visible whole or not at all; all are looked through before the first.

    soort: only rows with this label of the source. droog: count only. afgekeurd: where the rejected rows are listed,
    beside the first source when None. progress: bytes done and in all. Raises UserError geen_recht, profiel_onbekend,
    afgebroken, those of importlijst.choose_place and of the readers; files finished before an error stay imported.
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    order = _Order(paths, profiel, kolommen, soort, afgekeurd, progress, cancelled)
    return _carry_out(order, session.lijsten, session.now(), session.store.folder, _Known(session), session, droog)


def tel_import(
    lijsten: Codelijsten, now: datetime, folder: Path, paths: Sequence[Path], profiel: str = "auto", *,
    kolommen: Path | None = None, soort: str | None = None, afgekeurd: Path | None = None,
    progress: Progress | None = None,
) -> Importverslag:  # fmt: skip
    """What importeer would do in a store that is still to be made in folder, so that nothing is there yet.

    Every file is read to its end and nothing is stored but the list of rejected rows. Raises as importeer.
    """
    order = _Order(paths, profiel, kolommen, soort, afgekeurd, progress)
    return _carry_out(order, lijsten, now, folder, _Known(None), None, droog=True)


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked for."""

    paths: Sequence[Path]
    profiel: str
    kolommen: Path | None
    soort: str | None
    afgekeurd: Path | None
    progress: Progress | None
    cancelled: Callable[[], bool] | None = None


def _carry_out(
    order: _Order, lijsten: Codelijsten, now: datetime, folder: Path, known: _Known, session: Session | None,
    droog: bool,
) -> Importverslag:  # fmt: skip
    if order.profiel not in PROFIELEN:
        raise UserError("profiel_onbekend", profiel=order.profiel[:40])
    wijzer = Kolomwijzer() if order.kolommen is None else load_kolomwijzer(order.kolommen)
    named, lists = importlijst.set_lists_apart(order.paths)
    sources = [inspect_source(path) for path in named]
    place = importlijst.choose_place(order.afgekeurd, [*named, *lists][0], folder)
    steps = _Steps(sum(source.size for source in sources), order.progress, order.cancelled)
    tally = _Tally()
    for source in sources:
        reading = _Reading(source, order.profiel, wijzer, order.soort, lijsten, now)
        _import_one(None if droog else session, reading, known, tally, steps)
        steps.finish(source.size)
    listed = importlijst.write_list(place, tally.rejects, order.afgekeurd)
    return Importverslag(
        tally.gelezen, tally.toegevoegd, tally.bestaand, tally.overgeslagen, len(tally.rejects), listed,
        tuple(readable_name(path) for path in lists),
    )  # fmt: skip


class _Steps:
    """Tells how far the work is and stops it when asked to."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._total, self._progress, self._cancelled = total, progress, cancelled
        self._before = 0

    def at(self, done: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise UserError("afgebroken")
        if self._progress is not None:
            self._progress(self._before + done, self._total)

    def finish(self, size: int) -> None:
        """A file is in; stopping now would only deny that."""
        self._before += size
        if self._progress is not None:
            self._progress(self._before, self._total)


class _Known:
    """The keys a source already has in the store, read once per source and kept up with what is added.

    session: None while there is no store.
    """

    def __init__(self, session: Session | None) -> None:
        self._session = session
        self._keys: dict[str, set[str]] = {}

    def of(self, bron: str) -> set[str]:
        if self._session is None:
            return self._keys.setdefault(bron, set())
        if bron not in self._keys:
            with self._session.store.read() as reader:
                self._keys[bron] = imports.known_keys(reader, bron)
        return self._keys[bron]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One source and how to read it."""

    source: Bronbestand
    profiel: str
    wijzer: Kolomwijzer
    soort: str | None
    lijsten: Codelijsten
    now: datetime

    @contextmanager
    def rows(self, lezing: Lezing) -> Iterator[tuple[str, Iterator[list[Rij]], Callable[[], int]]]:
        """The profile, the usable rows in batches and a function that gives the bytes read so far."""
        if self.profiel == police_uk.PROFIEL or (self.profiel == "auto" and self._has_street_header()):
            with open_source(self.source) as (text, position):
                yield police_uk.PROFIEL, police_uk.read_police_uk(text, lezing, self.soort, self.now), position
            return
        source = self._told()
        with open_source(source) as (text, _):
            vorm = tables.find_form(text, lezing.bestand, self.wijzer)
        with open_source(source) as (text, position):
            yield tables.PROFIEL, self._table(text, vorm, lezing), position

    def _table(self, text: TextIO, vorm: tables.Tabelvorm, lezing: Lezing) -> Iterator[list[Rij]]:
        return tables.read_table(text, vorm, lezing, self.wijzer, self.lijsten, self.soort, self.now)

    def _told(self) -> Bronbestand:
        encoding = tables.check_encoding(self.wijzer, self.source.encoding)
        return Bronbestand(self.source.path, self.source.size, self.source.sha256, encoding, self.source.packed)

    def _has_street_header(self) -> bool:
        with open_source(self.source) as (text, _), suppress(csv.Error):
            first = next(csv.reader([text.readline()]), [])
            return police_uk.is_police_uk([name.strip() for name in first])
        return False


def _import_one(session: Session | None, reading: _Reading, known: _Known, tally: _Tally, steps: _Steps) -> None:
    """session: None to count only."""
    lezing = Lezing(reading.source.naam)
    with reading.rows(lezing) as (bron, batches, position):
        keys, guard = known.of(bron), None if session is None else _Guard(session, bron)

        def new_rows() -> Iterator[imports.ImportRow]:
            for batch in batches:
                steps.at(position())
                for sjabloon, sleutel, own in batch:
                    if sleutel in keys:
                        tally.bestaand += 1
                    else:
                        keys.add(sleutel)
                        suspect = guard is not None and guard.is_suspect(own[4])
                        yield imports.ImportRow(sjabloon, sleutel, suspect, own)

        rows = new_rows()
        added = sum(1 for _ in rows) if session is None else _store(session, reading, bron, rows, lezing)
    tally.toegevoegd += added
    tally.add(lezing)


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
    session: Session, reading: _Reading, bron: str, rows: Iterator[imports.ImportRow], lezing: Lezing
) -> int:  # fmt: skip
    """Add the rows and make them visible at once; nothing at all when there are none, or when anything goes wrong."""
    first = next(rows, None)
    if first is None:
        return 0
    source = reading.source
    nr = session.write(lambda w: imports.begin_import(w, source.naam, source.sha256, bron))
    finished = False
    try:
        actor = (session.actor.account, str(session.actor.rol))
        with _rare_collections():
            added = imports.add_all(session.store, nr, chain([first], rows), actor)
        counts = {"gelezen": lezing.gelezen, "toegevoegd": added}
        session.write(lambda w: imports.finish_import(w, nr, counts))
        finished = True
    finally:
        if not finished:
            _sweep(session, nr)
    return added


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Rows are many small objects without cycles; looking for cycles every 700 of them takes a tenth of the import."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_EVERY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _sweep(session: Session, nr: int) -> None:
    try:
        imports.sweep(session.store, nr)
    except EnvironmentProblem:
        # The disk or the store failed, which is why we are here; the rows stay invisible and go at the next opening.
        return
