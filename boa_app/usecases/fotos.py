"""What a boa does with photos: read one to cover what must not be kept, store it, look at it, take it away.

file ─> lees ─> Werkfoto (memory only) ─> strokes, "no faces, no plates" ─> voeg_foto_toe ─> sealed file, then row
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.foto import Foto, FotoBij, Streek, Werkfoto, bedekte_cellen
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.retention import termijn
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.exchange.fotos import Opslagfoto, lees_foto, maak_opslagfoto
from boa_app.store import audit, concepten, fotos, meldingen
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.klok import lees_klok
from boa_app.usecases.meldingregels import ENTITY, find_record, get_record, onderwerp_of, require_change
from boa_app.usecases.session import Session

FOTO = "foto"
VERLOPEN = "bewaartermijn"
MAX_FOTOS = 12
# Each wiped photo changes its melding too; a save that waits meanwhile must not wait for all of them.
_BATCH = 10


@dataclass(frozen=True, slots=True)
class FotoDoel:
    """Where a photo goes: to a stored melding, or to the draft on the form with what the form holds now."""

    melding: str = ""
    concept: str = ""
    inhoud: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GetoondeFoto:
    """A photo with a picture of it as JPEG: the whole one, or its thumbnail."""

    foto: Foto
    jpeg: bytes


def mag_foto_maken(session: Session) -> bool:
    """Whether the actor may add photos to meldingen of his own; reads nothing."""
    return may(
        session.actor, Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO, Onderwerp(), session.now()
    )  # fmt: skip


def mag_foto_wijzigen(session: Session, record: MeldingRecord) -> bool:
    """Whether the actor may add photos to this melding, or take them away."""
    onderwerp = onderwerp_of(session, record)
    return record.melding.status is Status.ACTIEF and may(
        session.actor, Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.FOTO, onderwerp, session.now()
    )


def lees(session: Session, bron: Path | bytes, naam: str = "") -> Werkfoto:
    """A photo to work on; nothing is stored. Raises UserError geen_recht and as exchange.fotos.lees_foto."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO)
    return lees_foto(bron, naam)


def voeg_foto_toe(
    session: Session, foto: Werkfoto, afdekking: Sequence[Streek], doel: FotoDoel, *, nagekeken: bool, reden: str = ""
) -> Done:  # fmt: skip
    """Store a photo, covered where it must be; file and row are on disk when this returns.

    nagekeken: a person says that no face and no plate is to be seen any more. reden: for a melding that was
    synchronised more than a day ago. Raises UserError foto_niet_nagekeken, fotos_te_veel(max), geen_recht,
    melding_onbekend, melding_vervallen, correctie_reden_nodig; EnvironmentProblem as store.fotos.seal_file.
    """
    if not nagekeken:
        raise UserError("foto_niet_nagekeken")
    _require_add(session, doel, reden)
    made = maak_opslagfoto(foto, bedekte_cellen(afdekking, foto.breedte, foto.hoogte))
    uid, folder = uuid7(session.now()), session.store.folder
    sealed = fotos.seal_file(folder, uid, made.jpeg)
    kept = False
    try:
        session.write(lambda writer: _insert(writer, uid, doel, made, sealed, foto.genomen_op, reden))
        kept = True
    finally:
        if not kept:
            fotos.remove_files(folder, [sealed.sha256])
    undo = Undo(UndoSoort.FOTO, uid, {"status": str(Status.VERVALLEN)}, {"status": str(Status.ACTIEF)})
    return Done(_changes(doel.melding), uid, undo)


def toon_foto(session: Session, uid: str, reden: str = "") -> GetoondeFoto:
    """Look at one photo; that is logged. Raises UserError foto_onbekend, geen_recht, reden_nodig; EnvironmentProblem
    as store.fotos.read_picture."""
    with session.store.read() as reader:
        foto = _find(reader, uid)
        record = find_record(reader, foto.bij) if foto.bij_soort is FotoBij.MELDING else None
    regime = "T"
    if record is not None:
        onderwerp = onderwerp_of(session, record)
        session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.FOTO, onderwerp, reden)
        regime = record.melding.regime
    else:
        session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO)
    with session.store.read() as reader:
        jpeg = fotos.read_picture(reader, session.store.folder, foto)
    session.write(
        lambda writer: audit.append_line(writer, Actie.RAADPLEGEN, FOTO, uid, regime=regime, reden_tekst=reden)
    )
    return GetoondeFoto(foto, jpeg)


def miniaturen(session: Session, melding: str, reden: str = "") -> tuple[GetoondeFoto, ...]:
    """The thumbnails of a melding in order, none for who may not see its photos. Reading the melding is logged where
    it is read, looking at one photo where that is done; the strip between them is not."""
    record = get_record(session, melding)
    onderwerp = onderwerp_of(session, record)
    if not may(session.actor, Handeling.LEZEN, Entiteit.MELDING, Veldgroep.FOTO, onderwerp, session.now(), reden):
        return ()
    with session.store.read() as reader:
        found = [foto for uid in record.melding.fotos if (foto := fotos.get_foto(reader, uid)) is not None]
        return tuple(GetoondeFoto(foto, fotos.get_miniatuur(reader, foto.uid)) for foto in found)


def miniaturen_concept(session: Session, concept: str) -> tuple[GetoondeFoto, ...]:
    """The thumbnails of a draft in order. Raises UserError geen_recht."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO)
    with session.store.read() as reader:
        found = _of_concept(reader, concept)
        return tuple(GetoondeFoto(foto, fotos.get_miniatuur(reader, foto.uid)) for foto in found)


def laat_foto_vervallen(session: Session, uid: str, reden: str = "") -> Done:
    """Take a photo away from its melding or draft; it can be brought back for a day, then it is wiped.

    Raises UserError foto_onbekend, geen_recht, correctie_reden_nodig.
    """
    return _set_status(session, uid, Status.VERVALLEN, reden)


def maak_foto_ongedaan(session: Session, undo: Undo, reden: str) -> Done:
    """Take adding or voiding back. Raises UserError ongedaan_te_laat when it is not as it was then, or wiped, and as
    voeg_foto_toe when it would come back."""
    with session.store.read() as reader:
        foto = fotos.get_foto(reader, undo.uid)
    if foto is None or str(foto.status) != undo.na.get("status"):
        raise UserError("ongedaan_te_laat")
    return _set_status(session, undo.uid, Status(undo.values["status"]), reden)


def neem_over(writer: Writer, concept: str, melding: str) -> list[str]:
    """In the transaction that saves a form: its photos now belong to the melding, which names them already.

    Gives the names of files to remove after the commit: of photos that were taken away while it was a draft.
    """
    for uid in fotos.attach(writer, concept, melding):
        audit.append_line(writer, Actie.VERZAMELEN, FOTO, uid)
    return wis_concept(writer, concept)


def concept_fotos(reader: Reader, concept: str) -> tuple[str, ...]:
    """The uids of the photos of a draft, in order."""
    return tuple(foto.uid for foto in _of_concept(reader, concept))


def wis_concept(writer: Writer, concept: str) -> list[str]:
    """Wipe what a draft holds of photos, in the transaction that throws it away; gives the names of the files."""
    gone = fotos.list_for(writer, FotoBij.CONCEPT, concept)
    fotos.wipe(writer, gone)
    return [foto.sha256 for foto in gone]


def fotos_verlopen(session: Session) -> Done:
    """Wipe the photos whose term is over: 90 days after they were first processed, a day after they were taken away.

    No right is asked: the term decides, not the person who opens the store. An example store is exempt, and nothing is
    wiped while the clock of the device cannot be right.
    """
    if session.store.meta.voorbeeld or not lees_klok(session).is_zeker:
        return Done(Changes())
    now, touched = session.now(), set[str]()
    with session.store.read() as reader:
        due = fotos.expired(reader, now - termijn("foto").duur)
        due += [one for one in fotos.lapsed(reader, now - termijn("foto_vervallen").duur) if one not in due]
    for start in range(0, len(due), _BATCH):
        batch = due[start : start + _BATCH]
        session.write(lambda writer, batch=batch: _expire(writer, batch))  # type: ignore[misc]
        fotos.remove_files(session.store.folder, [foto.sha256 for foto in batch])
        touched.update(foto.bij for foto in batch if foto.bij_soort is FotoBij.MELDING)
    return Done(Changes(meldingen=frozenset(touched)))


def dagen_bewaard() -> int:
    """How many days a photo is kept."""
    return termijn("foto").duur // timedelta(days=1)


def _require_add(session: Session, doel: FotoDoel, reden: str) -> None:
    if not doel.melding:
        session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO)
        return
    record = get_record(session, doel.melding)
    if record.melding.status is Status.VERVALLEN:
        raise UserError("melding_vervallen")
    _require_change(session, record, reden)


def _require_change(session: Session, record: MeldingRecord, reden: str) -> None:
    session.require(Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.FOTO, onderwerp_of(session, record))
    require_change(session, record, {}, reden)


def _insert(
    writer: Writer, uid: str, doel: FotoDoel, made: Opslagfoto, sealed: fotos.Verzegeld, taken: datetime | None,
    reden: str,
) -> None:  # fmt: skip
    soort = FotoBij.MELDING if doel.melding else FotoBij.CONCEPT
    foto = Foto(
        uid, soort, doel.melding or doel.concept, sealed.sha256, made.breedte, made.hoogte, sealed.bytes, taken, "",
        Status.ACTIEF, writer.account, writer.now, writer.processed,
    )  # fmt: skip
    if doel.melding:
        record = find_record(writer, doel.melding)
        _check_count(len(record.melding.fotos))
        _name(writer, record, (*record.melding.fotos, uid), reden)
        audit.append_line(writer, Actie.VERZAMELEN, FOTO, uid, regime=record.melding.regime, reden_tekst=reden)
    else:
        _check_count(len(_of_concept(writer, doel.concept)))
        if all(one.uid != doel.concept for one in concepten.list_concepten(writer)):
            # A photo without its draft would be nobody's after a crash.
            concepten.save_concept(writer, doel.concept, doel.inhoud)
    fotos.insert_foto(writer, foto, sealed.sleutel, made.miniatuur)


def _check_count(present: int) -> None:
    if present >= MAX_FOTOS:
        raise UserError("fotos_te_veel", max=MAX_FOTOS)


def _check_room(reader: Reader, foto: Foto) -> None:
    """A photo that comes back needs what one that is added needs."""
    if foto.bij_soort is FotoBij.CONCEPT:
        _check_count(len(_of_concept(reader, foto.bij)))
        return
    melding = find_record(reader, foto.bij).melding
    if melding.status is Status.VERVALLEN:
        raise UserError("melding_vervallen")
    _check_count(len([uid for uid in melding.fotos if uid != foto.uid]))


def _set_status(session: Session, uid: str, status: Status, reden: str) -> Done:
    with session.store.read() as reader:
        foto = _find(reader, uid)
    if foto.bij_soort is FotoBij.MELDING:
        _require_change(session, get_record(session, foto.bij), reden)
    else:
        session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.FOTO)

    def work(writer: Writer) -> None:
        now = _find(writer, uid)
        if status is Status.ACTIEF:
            _check_room(writer, now)
        fotos.set_status(writer, now, status, reden)
        if now.bij_soort is FotoBij.MELDING:
            record = find_record(writer, now.bij)
            others = tuple(one for one in record.melding.fotos if one != uid)
            _name(writer, record, others if status is Status.VERVALLEN else (*others, uid), reden)
            audit.append_line(writer, Actie.WIJZIGEN, FOTO, uid, velden=("status",), reden_tekst=reden)

    session.write(work)
    undo = Undo(UndoSoort.FOTO, uid, {"status": str(foto.status)}, {"status": str(status)})
    return Done(_changes(foto.bij if foto.bij_soort is FotoBij.MELDING else ""), uid, undo)


def _expire(writer: Writer, batch: Sequence[Foto]) -> None:
    for foto in batch:
        record = meldingen.get_melding(writer, foto.bij) if foto.bij_soort is FotoBij.MELDING else None
        if record is not None and foto.uid in record.melding.fotos:
            _name(writer, record, tuple(one for one in record.melding.fotos if one != foto.uid), VERLOPEN)
        audit.append_line(writer, Actie.WISSEN, FOTO, foto.uid, reden_code=VERLOPEN)
    fotos.wipe(writer, batch)


def _name(writer: Writer, record: MeldingRecord, uids: tuple[str, ...], reden: str) -> None:
    """Let a melding name these photos: a change of its field like any other."""
    meldingen.update_melding(writer, record.uid, {"fotos": list(uids)}, reden=reden)
    audit.append_line(
        writer, Actie.WIJZIGEN, ENTITY, record.uid, velden=("fotos",), regime=record.melding.regime, reden_tekst=reden
    )


def _of_concept(reader: Reader, concept: str) -> list[Foto]:
    return [foto for foto in fotos.list_for(reader, FotoBij.CONCEPT, concept) if foto.status is Status.ACTIEF]


def _find(reader: Reader, uid: str) -> Foto:
    foto = fotos.get_foto(reader, uid)
    if foto is None:
        raise UserError("foto_onbekend")
    return foto


def _changes(melding: str) -> Changes:
    return Changes(meldingen=frozenset({melding})) if melding else Changes(concepten=True)
