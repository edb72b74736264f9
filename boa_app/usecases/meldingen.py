"""What a boa does with meldingen: log, change, let lapse, take back, read, and see the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.incident import SAME_GROUP_DISTANCE_M, SAME_GROUP_TIME, distance_m, may_be_same_group
from boa_app.domain.melding import TEKST_VELDEN, Melding, MeldingRecord, PlaatsBron, Status, check_melding
from boa_app.domain.opsporing import Opsporingsverwijzing, check_registratienummer
from boa_app.domain.roles import OWN_EDIT_AFTER_SYNC, Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.domain.text_guard import Treffer, guard_text
from boa_app.store import audit, changes, concepten, meldingen, opsporing, rondes
from boa_app.store.session import Reader, Writer
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.session import Session

ENTITY = "melding"
FIXED = frozenset({"bron", "bron_categorie", "status", "fotos"})
UNDONE = "ongedaan gemaakt"


@dataclass(frozen=True, slots=True)
class ZelfdeGroep:
    """A melding that may be of the same group, and how many metres away it is."""

    record: MeldingRecord
    afstand_m: float


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change of one field as a person reads it; veld ``*`` is the making of the record."""

    veld: str
    oud: Any
    nieuw: Any
    wie: str
    wanneer: datetime
    reden: str


def register_melding(
    session: Session, melding: Melding, *, concept: str = "", zelfde_groep_als: str = "",
    verwijzingen: Sequence[Opsporingsverwijzing] = (),
) -> Done:  # fmt: skip
    """Store a new melding; it is on disk when this returns.

    concept: the draft it came from, removed in the same transaction. zelfde_groep_als: uid of a melding of the same
    event. Joins the open ronde by itself. Raises UserError as check_melding, geen_recht, melding_onbekend.
    """
    now = session.now()
    melding = _tidy(melding)
    check_melding(melding, session.lijsten, now)
    _require_make(session, melding, verwijzingen)
    suspect = _is_suspect(session, melding)
    uid = uuid7(now)

    def work(writer: Writer) -> None:
        final = replace(melding, ronde=melding.ronde or _open_ronde(writer, session))
        if zelfde_groep_als:
            final = replace(final, incident=_incident_of(writer, zelfde_groep_als))
        meldingen.insert_melding(writer, uid, final, tekst_verdacht=suspect)
        audit.append_line(writer, Actie.VERZAMELEN, ENTITY, uid, velden=_filled(final), regime=final.regime)
        for verwijzing in verwijzingen:
            opsporing.insert_verwijzing(writer, replace(verwijzing, uid=uuid7(now), melding=uid))
            audit.append_line(
                writer, Actie.VERZAMELEN, "opsporingsverwijzing", uid, velden=("registratienummer",), regime="O"
            )
        if concept:
            concepten.delete_concept(writer, concept)

    session.store.write_now(work)
    undo = Undo(UndoSoort.MELDING, uid, {"status": str(Status.VERVALLEN)})
    return Done(Changes(meldingen=frozenset({uid}), rondes=True, concepten=bool(concept)), uid, undo)


def register_niemand(
    session: Session, lon: float, lat: float, plaats_bron: PlaatsBron, *, plaats: str = "",
    nauwkeurigheid_m: float | None = None, ronde: str = "", concept: str = "",
) -> Done:  # fmt: skip
    """Store that nobody was found here now: a check without a finding is data (domain §4, GEEN)."""
    melding = Melding(
        gebeurd_van=session.now(), lon=lon, lat=lat, soort="GEEN", plaats_bron=plaats_bron, plaats=plaats,
        nauwkeurigheid_m=nauwkeurigheid_m, groepsgrootte="G0", maatregelen=("GEEN",), resultaat="R7", ronde=ronde,
    )  # fmt: skip
    return register_melding(session, melding, concept=concept)


def wijzig_melding(session: Session, uid: str, values: dict[str, Any], reden: str = "") -> Done:
    """Change fields of a melding: one change per field that really differs, old values stay in the history.

    Raises UserError veld_niet_wijzigbaar(veld), correctie_reden_nodig, melding_vervallen and as register_melding.
    """
    for name in values:
        if name in FIXED:
            raise UserError("veld_niet_wijzigbaar", veld=name)
    record = _get(session, uid)
    if record.melding.status is Status.VERVALLEN:
        raise UserError("melding_vervallen")
    changed = _tidy(record.melding.with_values(values))
    check_melding(changed, session.lijsten, session.now())
    before, after = record.melding.to_values(), changed.to_values()
    different = {name: after[name] for name in after if after[name] != before[name]}
    _require_change(session, record, different, reden)
    if not different:
        return Done(Changes(), uid)
    suspect = _is_suspect(session, changed) if set(different) & set(TEKST_VELDEN) else None
    _update(session, uid, different, reden, suspect)
    undo = Undo(UndoSoort.MELDING, uid, {name: before[name] for name in different})
    return Done(Changes(meldingen=frozenset({uid})), uid, undo)


def laat_vervallen(session: Session, uid: str, reden: str) -> Done:
    """Let a melding lapse with a reason; it stays readable and can be taken back. Raises UserError reden_nodig."""
    record = _get(session, uid)
    if not reden.strip():
        raise UserError("reden_nodig", entiteit=ENTITY)
    session.require(Handeling.VERVALLEN, Entiteit.MELDING, Veldgroep.CODES, _onderwerp(session, record))
    _update(session, uid, {"status": str(Status.VERVALLEN)}, reden.strip(), None)
    undo = Undo(UndoSoort.MELDING, uid, {"status": str(Status.ACTIEF)})
    return Done(Changes(meldingen=frozenset({uid}), rondes=True), uid, undo)


def herstel_melding(session: Session, uid: str, reden: str = UNDONE) -> Done:
    """Bring a lapsed melding back."""
    return maak_ongedaan(session, Undo(UndoSoort.MELDING, uid, {"status": str(Status.ACTIEF)}), reden)


def maak_ongedaan(session: Session, undo: Undo, reden: str = UNDONE) -> Done:
    """Take an act back; that is itself a change, with its own undo."""
    if undo.soort is UndoSoort.BEZOEK:
        return _undo_bezoek(session, undo.uid)
    record = _get(session, undo.uid)
    handeling = Handeling.VERVALLEN if "status" in undo.values else Handeling.WIJZIGEN
    session.require(handeling, Entiteit.MELDING, Veldgroep.CODES, _onderwerp(session, record))
    before = record.melding.to_values()
    restored = record.melding.with_values(undo.values)
    suspect = _is_suspect(session, restored) if set(undo.values) & set(TEKST_VELDEN) else None
    _update(session, undo.uid, undo.values, reden, suspect)
    again = Undo(UndoSoort.MELDING, undo.uid, {name: before[name] for name in undo.values})
    return Done(Changes(meldingen=frozenset({undo.uid}), rondes=True), undo.uid, again)


def toon_melding(session: Session, uid: str, reden: str = "") -> MeldingRecord:
    """Read one melding; that is logged. What the table does not allow is left empty.

    Raises UserError melding_onbekend, geen_recht, reden_nodig (a reason opens records beyond a year).
    """
    record = _get(session, uid)
    onderwerp = _onderwerp(session, record)
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES, onderwerp, reden)
    hidden = {
        veld: ""
        for veld, groep in (("feiten", Veldgroep.FEITEN), ("duiding", Veldgroep.DUIDING), ("groep", Veldgroep.GROEP))
        if not may(session.actor, Handeling.LEZEN, Entiteit.MELDING, groep, onderwerp, session.now(), reden)
    }

    def work(writer: Writer) -> None:
        audit.append_line(writer, Actie.RAADPLEGEN, ENTITY, uid, regime=record.melding.regime, reden_tekst=reden)

    session.store.write_now(work)
    return replace(record, melding=record.melding.with_values(hidden)) if hidden else record


def geschiedenis(session: Session, uid: str) -> tuple[Wijziging, ...]:
    """What happened to a melding, newest first; only fields the actor may read."""
    record = _get(session, uid)
    onderwerp = _onderwerp(session, record)
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES, onderwerp, "-")
    with session.store.read() as reader:
        log = changes.history(reader, ENTITY, uid)
    hidden = {
        veld
        for veld, groep in (("duiding", Veldgroep.DUIDING), ("feiten", Veldgroep.FEITEN), ("groep", Veldgroep.GROEP))
        if not may(session.actor, Handeling.LEZEN, Entiteit.MELDING, groep, onderwerp, session.now(), "-")
    }
    return tuple(reversed([_without(line, hidden) for line in _read_log(log) if line.veld not in hidden]))


def _without(line: Wijziging, hidden: set[str]) -> Wijziging:
    if line.veld != CREATE_FIELD:
        return line
    return replace(line, nieuw={name: value for name, value in line.nieuw.items() if name not in hidden})


def vorige_melding(session: Session) -> MeldingRecord | None:
    """The own melding made last, for *herhaal vorige*."""
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    with session.store.read() as reader:
        return meldingen.latest_own(reader, session.actor.account)


def find_same_group(session: Session, lon: float, lat: float, moment: datetime) -> tuple[ZelfdeGroep, ...]:
    """Meldingen within 50 m and 2 h that may be the same group, nearest first; a check that found nobody is none."""
    with session.store.read() as reader:
        around = meldingen.near(
            reader, lon, lat, SAME_GROUP_DISTANCE_M, moment - SAME_GROUP_TIME, moment + SAME_GROUP_TIME
        )  # fmt: skip
    near = [
        ZelfdeGroep(record, distance_m(lon, lat, record.melding.lon, record.melding.lat))
        for record in around
        if record.melding.soort != "GEEN" and _may_see(session, record)
    ]
    near = [hit for hit in near if may_be_same_group(hit.afstand_m, moment, hit.record.melding.gebeurd_van)]
    return tuple(sorted(near, key=lambda hit: hit.afstand_m))


def check_text(session: Session, text: str) -> tuple[Treffer, ...]:
    """What the guard finds in a free text; street names of the kaartpakket are no persons."""
    return guard_text(text, session.plaatsen.known_names)


def verwijzingen_bij(session: Session, melding_uid: str) -> tuple[Opsporingsverwijzing, ...]:
    """The external registrations of a melding, for who may know them; reading them is logged."""
    record = _get(session, melding_uid)
    session.require(Handeling.LEZEN, Entiteit.OPSPORINGSVERWIJZING, Veldgroep.ALLES, _onderwerp(session, record))

    def work(writer: Writer) -> tuple[Opsporingsverwijzing, ...]:
        found = tuple(opsporing.list_for_melding(writer, melding_uid))
        if found:
            audit.append_line(writer, Actie.RAADPLEGEN, "opsporingsverwijzing", melding_uid, regime="O")
        return found

    return session.store.write_now(work)


def _tidy(melding: Melding) -> Melding:
    referred = melding.doorverwezen_naar if "JOP" in melding.maatregelen else ""
    texts = {name: getattr(melding, name).strip() for name in ("feiten", "duiding", "plaats")}
    window = melding.gebeurd_tot if melding.gebeurd_tot != melding.gebeurd_van else None
    return replace(melding, doorverwezen_naar=referred, gebeurd_tot=window, **texts)


def _require_make(session: Session, melding: Melding, verwijzingen: Sequence[Opsporingsverwijzing]) -> None:
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    if melding.groep:
        session.require(Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.GROEP)
    if _has_bestuurlijk(session, melding.maatregelen):
        session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.BESTUURLIJK)
    for verwijzing in verwijzingen:
        session.require(Handeling.MAKEN, Entiteit.OPSPORINGSVERWIJZING)
        check_registratienummer(verwijzing.registratienummer)


def _require_change(session: Session, record: MeldingRecord, different: dict[str, Any], reden: str) -> None:
    onderwerp = _onderwerp(session, record)
    groups = {Veldgroep(name) if name in TEKST_VELDEN else Veldgroep.CODES for name in different} or {Veldgroep.CODES}
    if "groep" in different:
        groups.add(Veldgroep.GROEP)
    if _has_bestuurlijk(session, different.get("maatregelen", ())):
        groups.add(Veldgroep.BESTUURLIJK)
    for group in groups:
        session.require(Handeling.WIJZIGEN, Entiteit.MELDING, group, onderwerp)
    synced = record.gesynchroniseerd_op
    if synced is not None and session.now() - synced > OWN_EDIT_AFTER_SYNC and not reden.strip():
        raise UserError("correctie_reden_nodig")


def _has_bestuurlijk(session: Session, maatregelen: Iterable[str]) -> bool:
    return any(session.lijsten["maatregel"].get(code).regime == "B" for code in maatregelen)


def _is_suspect(session: Session, melding: Melding) -> bool:
    return any(check_text(session, getattr(melding, name)) for name in TEKST_VELDEN)


def _filled(melding: Melding) -> list[str]:
    return [name for name, value in melding.to_values().items() if value not in (None, "", [], False)]


def _open_ronde(reader: Reader, session: Session) -> str:
    ronde = rondes.open_ronde(reader, session.actor.account)
    return ronde.uid if ronde else ""


def _incident_of(reader: Reader, uid: str) -> str:
    other = meldingen.get_melding(reader, uid)
    if other is None:
        raise UserError("melding_onbekend")
    return other.melding.incident or other.uid


def _get(session: Session, uid: str) -> MeldingRecord:
    with session.store.read() as reader:
        record = meldingen.get_melding(reader, uid)
    if record is None:
        raise UserError("melding_onbekend")
    return record


def _onderwerp(session: Session, record: MeldingRecord) -> Onderwerp:
    buurt = (
        ""
        if session.actor.buurten is None
        else session.plaatsen.here(record.melding.lon, record.melding.lat).buurt_code
    )
    return Onderwerp(eigen=record.gemaakt_door == session.actor.account, buurt=buurt, sinds=record.eerste_verwerking_op)


def _may_see(session: Session, record: MeldingRecord) -> bool:
    onderwerp = _onderwerp(session, record)
    return may(session.actor, Handeling.LEZEN, Entiteit.MELDING, Veldgroep.PUNT, onderwerp, session.now(), "-")


def _update(session: Session, uid: str, values: dict[str, Any], reden: str, suspect: bool | None) -> None:
    def work(writer: Writer) -> None:
        record = meldingen.update_melding(writer, uid, values, reden=reden, tekst_verdacht=suspect)
        audit.append_line(
            writer, Actie.WIJZIGEN, ENTITY, uid, velden=list(values), regime=record.melding.regime, reden_tekst=reden
        )

    session.store.write_now(work)


def _undo_bezoek(session: Session, uid: str) -> Done:
    session.require(Handeling.VERVALLEN, Entiteit.RONDE)

    def work(writer: Writer) -> None:
        rondes.remove_bezoek(writer, uid, UNDONE)
        audit.append_line(writer, Actie.WIJZIGEN, "bezoek", uid, velden=("vervallen",), reden_tekst=UNDONE)

    session.store.write_now(work)
    return Done(Changes(rondes=True, plekken=True), uid)


def _read_log(log: Sequence[Change]) -> Iterable[Wijziging]:
    current: dict[str, Any] = {}
    for change in log:
        when = Hlc.parse(change.hlc).moment()
        if change.field == CREATE_FIELD:
            current = dict(change.value)
            yield Wijziging(CREATE_FIELD, None, change.value, change.user, when, change.reason)
        else:
            yield Wijziging(change.field, current.get(change.field), change.value, change.user, when, change.reason)
            current[change.field] = change.value
