"""Imports that were made: which there are, and taking one back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Entiteit, Handeling
from boa_app.store import importbeheer, importveger
from boa_app.store.session import Reader, Writer
from boa_app.usecases.session import Session

_SHOWN = {"afgebroken_vegen": "afgebroken", "ongedaan_vegen": "ongedaan"}


@dataclass(frozen=True, slots=True)
class ImportRegel:
    """One import as it is listed. status: bezig, klaar, gepauzeerd, afgebroken or ongedaan.

    klaar_op: when it ended or paused. mag_verder: what was asked for is known, so it can go on or begin again.
    aantallen: gelezen and toegevoegd; gebleven for what stayed of an import that was taken back.
    """

    nr: int
    naam: str
    profiel: str
    status: str
    begonnen_op: datetime
    klaar_op: datetime | None
    aantallen: Mapping[str, int]
    mag_verder: bool


@dataclass(frozen=True, slots=True)
class Verslag:
    """What taking an import back does. gebleven: meldingen somebody worked on since; uids of those."""

    verwijderd: int
    gebleven: int
    uids: tuple[str, ...] = ()


def lijst_imports(session: Session) -> tuple[ImportRegel, ...]:
    """All imports, the newest first. Raises UserError geen_recht."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    with session.store.read() as reader:
        records = importbeheer.list_imports(reader)
    return tuple(
        ImportRegel(
            record.nr,
            record.naam,
            record.profiel,
            _SHOWN.get(record.status, record.status),
            record.begonnen_op,
            record.klaar_op,
            record.aantallen,
            bool(record.opdracht) and record.status not in ("klaar", "bezig"),
        )
        for record in records
    )


def nrs_van_import(session: Session, nrs: Collection[int]) -> frozenset[int]:
    """The numbers of the meldingen of these imports, for the filter of the map. Raises UserError geen_recht."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    with session.store.read() as reader:
        return frozenset().union(*(importbeheer.numbers_of(reader, nr) for nr in nrs))


def gevolg_ongedaan(session: Session, nr: int) -> Verslag:
    """What taking this import back would do. Raises UserError geen_recht, import_niet_ongedaan(nr),
    import_al_gestuurd(nr)."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    return _consequence(session, nr)


def maak_import_ongedaan(
    session: Session, nr: int, progress: Callable[[int, int], None] | None = None
) -> Verslag:  # fmt: skip
    """Take an import back as a whole: its meldingen are gone from every screen when this returns.

    What somebody changed since stays and is named. The rows themselves are removed behind it, in batches that let every
    save go first. progress: steps done and in all. Raises UserError geen_recht, import_niet_ongedaan(nr).
    """
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)
    with session.store.read() as reader:
        seen = importbeheer.last_change(reader)
        found = _consequence(session, nr)
    if progress is not None:
        progress(1, 2)

    def work(w: Writer) -> tuple[bool, set[str]]:
        # Between looking and writing it may have been sent, and somebody may have saved once more.
        _refuse_sent(w, nr)
        keep = {*found.uids, *importbeheer.changed_since(w, nr, after=seen)}
        return importbeheer.undo_import(w, nr, keep), keep

    undone, keep = session.write(work)
    if not undone:
        raise UserError("import_niet_ongedaan", nr=nr)
    importveger.sweep_behind(session.store)
    if progress is not None:
        progress(2, 2)
    all_rows = found.verwijderd + found.gebleven
    return Verslag(all_rows - len(keep), len(keep), tuple(sorted(keep)))


def vergeet_import(session: Session, nr: int) -> None:
    """Do not go on with a paused or broken off import; its rows, if any, are removed. Raises UserError geen_recht."""
    session.require(Handeling.IMPORTEREN, Entiteit.MELDING)

    def work(w: Writer) -> None:
        record = importbeheer.get_import(w, nr)
        if record is not None and record.status == "gepauzeerd":
            importveger.mark_broken(w, nr, forget=True)
        else:
            importbeheer.forget_order(w, nr)

    session.write(work)
    importveger.sweep_behind(session.store)


def _refuse_sent(reader: Reader, nr: int) -> None:
    if importbeheer.is_sent(reader, nr):
        raise UserError("import_al_gestuurd", nr=nr)


def _consequence(session: Session, nr: int) -> Verslag:
    with session.store.read() as reader:
        record = importbeheer.get_import(reader, nr)
        if record is None or record.status != "klaar":
            raise UserError("import_niet_ongedaan", nr=nr)
        _refuse_sent(reader, nr)
        keep = importbeheer.changed_since(reader, nr)
        return Verslag(importbeheer.count_rows(reader, nr) - len(keep), len(keep), tuple(sorted(keep)))
