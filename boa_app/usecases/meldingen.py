"""What a boa does with meldingen: log, change, let lapse, and take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import MELDING_VELDEN, Melding, MeldingRecord, Status, check_melding
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import audit, concepten, meldingen, opsporing, rondes
from boa_app.store.fotos import remove_files
from boa_app.store.session import Reader, Writer
from boa_app.usecases.bulk import maak_bulk_ongedaan
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.conflicten import herroep_keuze
from boa_app.usecases.filters import maak_filter_ongedaan
from boa_app.usecases.fotos import concept_fotos, maak_foto_ongedaan, neem_over
from boa_app.usecases.gebieden import maak_gebied_ongedaan
from boa_app.usecases.meldingregels import (
    ENTITY,
    GUARDED,
    check_codes_in_force,
    check_consistent,
    check_references,
    filled,
    find_record,
    get_record,
    is_suspect,
    onderwerp_of,
    require_change,
    require_make,
    require_verwijzingen,
    tidy,
)
from boa_app.usecases.rondes import lapse_bezoek
from boa_app.usecases.session import Session
from boa_app.usecases.straatkeuzes import maak_straatkeuzes_ongedaan

FIXED = frozenset({"bron", "bron_categorie", "status", "fotos"})
UNDONE = "ongedaan gemaakt"
# A melding from just before somebody pressed start still belongs to the ronde.
BEFORE_RONDE = timedelta(minutes=15)
Koppen = Mapping[str, tuple[str, ...]]


def register_melding(
    session: Session, melding: Melding, *, concept: str = "", zelfde_groep_als: str = "",
    verwijzingen: Sequence[Opsporingsverwijzing] = (),
) -> Done:  # fmt: skip
    """Store a new melding; it is on disk when this returns.

    concept: the draft it came from, removed in the same transaction. zelfde_groep_als: uid of a melding of the same
    event. Joins the open ronde when it happened in it. Raises UserError as check_melding, check_consistent,
    check_references, geen_recht, melding_onbekend, veld_niet_wijzigbaar(veld): bron, status and photos are not set
    this way; the photos of the draft come along.
    """
    now = session.now()
    check_consistent(melding, MELDING_VELDEN)
    melding = tidy(melding)
    untouched = Melding(melding.gebeurd_van, melding.lon, melding.lat, melding.soort)
    for name in sorted(FIXED):
        if getattr(melding, name) != getattr(untouched, name):
            raise UserError("veld_niet_wijzigbaar", veld=name)
    check_melding(melding, session.lijsten, now)
    check_codes_in_force(session, melding, melding.to_values())
    checked = require_make(session, melding, verwijzingen)
    suspect = is_suspect(session, melding)
    uid = uuid7(now)

    def work(writer: Writer) -> list[str]:
        ronde = melding.ronde or _open_ronde(writer, session, melding)
        final = replace(melding, ronde=ronde) if ronde != melding.ronde else melding
        if zelfde_groep_als:
            final = replace(final, incident=_incident_of(writer, zelfde_groep_als))
        check_references(writer, uid, melding, MELDING_VELDEN)
        if concept:
            final = replace(final, fotos=concept_fotos(writer, concept))
        meldingen.insert_melding(writer, uid, final, tekst_verdacht=suspect)
        audit.append_line(writer, Actie.VERZAMELEN, ENTITY, uid, velden=filled(final), regime=final.regime)
        _add_verwijzingen(writer, uid, checked)
        return _close_concept(writer, concept, uid)

    remove_files(session.store.folder, session.write(work))
    undo = Undo(UndoSoort.MELDING, uid, {"status": str(Status.VERVALLEN)}, {"status": str(Status.ACTIEF)})
    return Done(Changes(meldingen=frozenset({uid}), rondes=True, concepten=bool(concept)), uid, undo)


def wijzig_melding(
    session: Session, uid: str, values: dict[str, Any], reden: str = "", *, koppen: Koppen | None = None,
    verwijzingen: Sequence[Opsporingsverwijzing] = (), concept: str = "",
) -> Done:  # fmt: skip
    """Change fields of a melding: one change per field that really differs, old values stay in the history.

    koppen: of the record as the person saw it (toon_melding); a value that came in since is then a conflict to choose
    from, never overwritten unseen. verwijzingen, concept: as in register_melding, in the same transaction.
    Raises UserError veld_niet_wijzigbaar(veld), correctie_reden_nodig, melding_vervallen and as register_melding.
    """
    for name in values:
        if name in FIXED:
            raise UserError("veld_niet_wijzigbaar", veld=name)
    record = get_record(session, uid)
    if record.melding.status is Status.VERVALLEN:
        raise UserError("melding_vervallen")
    changed, different = _compare(session, record, values)
    require_change(session, record, different, reden)
    checked = require_verwijzingen(session, verwijzingen)
    suspect = is_suspect(session, changed) if set(different) & set(GUARDED) else None

    def work(writer: Writer) -> list[str]:
        check_references(writer, uid, changed, different)
        if different:
            _update(writer, uid, different, reden, suspect, koppen)
        _add_verwijzingen(writer, uid, checked)
        if added := concept_fotos(writer, concept):
            _update(writer, uid, {"fotos": [*record.melding.fotos, *added]}, reden, None, None)
        return _close_concept(writer, concept, uid)

    if different or checked or concept:
        remove_files(session.store.folder, session.write(work))
    touched = frozenset({uid}) if different or checked or concept else frozenset()
    undo = _undo_of(record, different) if different else None
    return Done(Changes(meldingen=touched, concepten=bool(concept)), uid, undo)


def laat_vervallen(session: Session, uid: str, reden: str) -> Done:
    """Let a melding lapse with a reason; it stays readable and can be taken back. Raises UserError reden_nodig."""
    if not reden.strip():
        raise UserError("reden_nodig", entiteit=ENTITY)
    return _set_status(session, uid, Status.VERVALLEN, reden.strip())


def herstel_melding(session: Session, uid: str, reden: str = UNDONE) -> Done:
    """Bring a lapsed melding back."""
    return _set_status(session, uid, Status.ACTIEF, reden)


def maak_ongedaan(session: Session, undo: Undo, reden: str = UNDONE) -> Done:
    """Take an act back; that is itself a change, with its own undo.

    Raises UserError ongedaan_te_laat when the record was changed since, and as wijzig_melding.
    """
    if undo.soort is UndoSoort.BEZOEK:
        return lapse_bezoek(session, undo.uid, reden)
    if undo.soort is UndoSoort.FILTER:
        return maak_filter_ongedaan(session, undo)
    if undo.soort in _TAKE_BACK:
        return _TAKE_BACK[undo.soort](session, undo, reden)
    record = get_record(session, undo.uid)
    now_values = record.melding.to_values()
    if any(now_values[name] != value for name, value in undo.na.items()):
        raise UserError("ongedaan_te_laat")
    if "status" in undo.values:
        return _set_status(session, undo.uid, Status(undo.values["status"]), reden)
    return wijzig_melding(session, undo.uid, undo.values, reden)


# What is no melding has its own way back.
_TAKE_BACK: Mapping[UndoSoort, Callable[[Session, Undo, str], Done]] = {
    UndoSoort.GEBIED: maak_gebied_ongedaan,
    UndoSoort.STRAATKEUZE: maak_straatkeuzes_ongedaan,
    UndoSoort.BULK: maak_bulk_ongedaan,
    UndoSoort.CONFLICT: herroep_keuze,
    UndoSoort.FOTO: maak_foto_ongedaan,
}


def _set_status(session: Session, uid: str, status: Status, reden: str) -> Done:
    record = get_record(session, uid)
    session.require(Handeling.VERVALLEN, Entiteit.MELDING, Veldgroep.CODES, onderwerp_of(session, record))
    values = {"status": str(status)}
    session.write(lambda writer: _update(writer, uid, values, reden, None, None))
    return Done(Changes(meldingen=frozenset({uid}), rondes=True), uid, _undo_of(record, values))


def _compare(session: Session, record: MeldingRecord, values: dict[str, Any]) -> tuple[Melding, dict[str, Any]]:
    """The melding with these values, checked, and the JSON values that really differ."""
    changed = record.melding.with_values(values)
    check_consistent(changed, [name for name in values if getattr(changed, name) != getattr(record.melding, name)])
    changed = tidy(changed)
    check_melding(changed, session.lijsten, session.now())
    before, after = record.melding.to_values(), changed.to_values()
    different = {name: after[name] for name in after if after[name] != before[name]}
    check_codes_in_force(session, changed, different)
    return changed, different


def _undo_of(record: MeldingRecord, different: Mapping[str, Any]) -> Undo:
    before = record.melding.to_values()
    return Undo(UndoSoort.MELDING, record.uid, {name: before[name] for name in different}, dict(different))


def _update(
    writer: Writer, uid: str, values: dict[str, Any], reden: str, suspect: bool | None, koppen: Koppen | None
) -> None:
    record = meldingen.update_melding(writer, uid, values, reden=reden, tekst_verdacht=suspect, koppen=koppen)
    audit.append_line(
        writer, Actie.WIJZIGEN, ENTITY, uid, velden=list(values), regime=record.melding.regime, reden_tekst=reden
    )


def _add_verwijzingen(writer: Writer, uid: str, verwijzingen: Sequence[Opsporingsverwijzing]) -> None:
    for verwijzing in verwijzingen:
        own = writer.new_id()
        opsporing.insert_verwijzing(writer, replace(verwijzing, uid=own, melding=uid))
        audit.append_line(
            writer, Actie.VERZAMELEN, "opsporingsverwijzing", own, velden=("registratienummer",), regime="O"
        )


def _close_concept(writer: Writer, concept: str, uid: str) -> list[str]:
    """The draft goes, its photos stay with the melding; gives the names of files to remove after the commit."""
    if not concept:
        return []
    concepten.delete_concept(writer, concept)
    return neem_over(writer, concept, uid)


def _open_ronde(reader: Reader, session: Session, melding: Melding) -> str:
    ronde = rondes.open_ronde(reader, session.actor.account)
    return ronde.uid if ronde and melding.gebeurd_van >= ronde.begin - BEFORE_RONDE else ""


def _incident_of(reader: Reader, uid: str) -> str:
    other = find_record(reader, uid)
    return other.melding.incident or other.uid
