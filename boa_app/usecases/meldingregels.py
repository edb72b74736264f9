"""Rules that every use case on meldingen shares: what it is about, who may, what the guard says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.melding import CODE_VELDEN, MELDING_VELDEN, TEKST_VELDEN, Melding, MeldingRecord
from boa_app.domain.moments import to_local
from boa_app.domain.opsporing import Opsporingsverwijzing, check_verwijzing
from boa_app.domain.roles import OWN_EDIT_AFTER_SYNC, Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.domain.text_guard import Treffer, Verdenking, guard_text
from boa_app.store import jops, meldingen, rondes
from boa_app.store.session import Reader
from boa_app.usecases.session import Session

ENTITY = "melding"
GUARDED = (*TEKST_VELDEN, "plaats")
VERWIJZINGEN = ("ronde", "doorverwezen_naar", "incident")
JOP_MAATREGEL, GEEN_SOORT = "JOP", "GEEN"
# What a check that found nobody can say beside it.
_GEEN_GROEP, _GEEN_MAATREGELEN = frozenset({"", "G0"}), frozenset({"GEEN", "OBS"})
_GEEN_FIELDS = frozenset({"soort", "soorten", "groepsgrootte", "maatregelen"})
_READ_GROUP = {
    "feiten": Veldgroep.FEITEN, "duiding": Veldgroep.DUIDING, "groep": Veldgroep.GROEP, "fotos": Veldgroep.FOTO,
}  # fmt: skip
_STREET = re.compile(
    r"(straat|laan|weg|plein|pad|kade|hof|park|dijk|plantsoen|singel|gracht|steeg|dreef)\b", re.IGNORECASE
)


def tidy(melding: Melding) -> Melding:
    """Texts trimmed, a window of no length a moment, a referral only with its measure."""
    tidied: dict[str, Any] = {name: getattr(melding, name).strip() for name in GUARDED}
    tidied["doorverwezen_naar"] = melding.doorverwezen_naar if JOP_MAATREGEL in melding.maatregelen else ""
    tidied["gebeurd_tot"] = melding.gebeurd_tot if melding.gebeurd_tot != melding.gebeurd_van else None
    differing = {name: value for name, value in tidied.items() if value != getattr(melding, name)}
    return replace(melding, **differing) if differing else melding


def check_text(session: Session, text: str) -> tuple[Treffer, ...]:
    """What the guard finds in a free text; street names of the kaartpakket are no persons."""
    return guard_text(text, session.plaatsen.known_names)


def is_suspect(session: Session, melding: Melding) -> bool:
    """Whether the guard hits in a text of the melding. A place may be called after somebody: Jan van Goyenlaan."""
    texts = (getattr(melding, name) for name in TEKST_VELDEN if getattr(melding, name))
    return any(check_text(session, text) for text in texts) or is_suspect_place(session, melding.plaats)


def is_suspect_place(session: Session, plaats: str, *, named_after: bool = False) -> bool:
    """Whether the guard hits in the name of a place. named_after: it is one for sure, so a name in it is its own."""
    if not plaats or plaats.lower() in session.plaatsen.known_names:
        return False
    harmless = {Verdenking.NAAM} if named_after or _STREET.search(plaats) else set()
    if named_after:
        # Pool Road is called after water, not after where somebody comes from.
        harmless.add(Verdenking.BIJZONDER)
    return any(hit.soort not in harmless for hit in check_text(session, plaats))


def check_codes_in_force(session: Session, melding: Melding, names: Iterable[str]) -> None:
    """Refuse a code that was closed on the day of the melding, for the fields that are being set.

    Raises UserError code_gesloten(lijst, waarde).
    """
    day = to_local(melding.gebeurd_van).date()
    for name in names:
        if name not in CODE_VELDEN:
            continue
        value = getattr(melding, name)
        for code in value if isinstance(value, tuple) else (value,) * bool(value):
            if not session.lijsten[CODE_VELDEN[name]].get(code).valid_on(day):
                raise UserError("code_gesloten", lijst=CODE_VELDEN[name], waarde=code)


def check_consistent(melding: Melding, names: Iterable[str]) -> None:
    """Refuse what contradicts itself, when one of the fields it lies in is being set.

    A stored melding that already does so, of an import for one, can still be changed elsewhere.
    Raises UserError jop_zonder_maatregel, geen_past_niet.
    """
    setting = set(names)
    if "doorverwezen_naar" in setting and melding.doorverwezen_naar and JOP_MAATREGEL not in melding.maatregelen:
        raise UserError("jop_zonder_maatregel")
    if not setting & _GEEN_FIELDS or GEEN_SOORT not in (melding.soort, *melding.soorten):
        return
    if melding.soorten or melding.groepsgrootte not in _GEEN_GROEP or set(melding.maatregelen) - _GEEN_MAATREGELEN:
        raise UserError("geen_past_niet")


def check_references(reader: Reader, uid: str, melding: Melding, names: Collection[str]) -> None:
    """Refuse a reference to what is not there, for the fields that are being set; uid: of the melding itself.

    Asked in the transaction that writes. Raises UserError verwijzing_onbekend(veld).
    """
    found = {
        "ronde": lambda: rondes.get_ronde(reader, melding.ronde) is not None,
        "doorverwezen_naar": lambda: any(jop.uid == melding.doorverwezen_naar for jop in jops.list_jops(reader)),
        "incident": lambda: melding.incident != uid and meldingen.has_incident(reader, melding.incident, uid),
    }
    for name in VERWIJZINGEN:
        if name in names and getattr(melding, name) and not found[name]():
            raise UserError("verwijzing_onbekend", veld=name)


def onderwerp_of(session: Session, record: MeldingRecord) -> Onderwerp:
    """The record as the table of rights looks at it."""
    place = record.melding
    buurt = "" if session.actor.buurten is None else session.plaatsen.here(place.lon, place.lat).buurt_code
    return Onderwerp(eigen=record.gemaakt_door == session.actor.account, buurt=buurt, sinds=record.eerste_verwerking_op)


def may_read(session: Session, record: MeldingRecord, groep: Veldgroep, reden: str = "") -> bool:
    """Whether the actor may read this part of the record."""
    onderwerp = onderwerp_of(session, record)
    return may(session.actor, Handeling.LEZEN, Entiteit.MELDING, groep, onderwerp, session.now(), reden)


def may_list(session: Session, record: MeldingRecord) -> bool:
    """Whether the actor may see its codes in a list or on a map: there a record beyond a year needs no reason yet."""
    return may_read(session, record, Veldgroep.CODES, "-")


def hidden_fields(session: Session, record: MeldingRecord, reden: str) -> frozenset[str]:
    """The fields the actor may not read; flagged text goes no further than author and teamleider."""
    hidden = {name for name, groep in _READ_GROUP.items() if not may_read(session, record, groep, reden)}
    if record.tekst_verdacht and not may_read(session, record, Veldgroep.VERDACHT, reden):
        hidden |= set(GUARDED)
    return frozenset(hidden)


def get_record(session: Session, uid: str) -> MeldingRecord:
    """The record itself, no rights asked. Raises UserError melding_onbekend."""
    with session.store.read() as reader:
        return find_record(reader, uid)


def find_record(reader: Reader, uid: str) -> MeldingRecord:
    """The record in this view. Raises UserError melding_onbekend."""
    record = meldingen.get_melding(reader, uid)
    if record is None:
        raise UserError("melding_onbekend")
    return record


def require_make(
    session: Session, melding: Melding, verwijzingen: Sequence[Opsporingsverwijzing]
) -> tuple[Opsporingsverwijzing, ...]:
    """Ask the rights for a new melding; gives the registrations, checked. Raises UserError."""
    session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.CODES)
    if melding.groep:
        session.require(Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.GROEP)
    if has_bestuurlijk(session, melding.maatregelen):
        session.require(Handeling.MAKEN, Entiteit.MELDING, Veldgroep.BESTUURLIJK)
    return require_verwijzingen(session, verwijzingen)


def require_verwijzingen(
    session: Session, verwijzingen: Sequence[Opsporingsverwijzing]
) -> tuple[Opsporingsverwijzing, ...]:
    """Ask the right to register numbers; gives them checked. Raises UserError as check_verwijzing."""
    if verwijzingen:
        session.require(Handeling.MAKEN, Entiteit.OPSPORINGSVERWIJZING)
    return tuple(check_verwijzing(verwijzing, session.lijsten) for verwijzing in verwijzingen)


def require_change(session: Session, record: MeldingRecord, different: Mapping[str, Any], reden: str) -> None:
    """Ask the rights for a change of these fields. Raises UserError geen_recht, correctie_reden_nodig."""
    onderwerp = onderwerp_of(session, record)
    groups = {Veldgroep(name) if name in TEKST_VELDEN else Veldgroep.CODES for name in different} or {Veldgroep.CODES}
    if "groep" in different:
        groups.add(Veldgroep.GROEP)
    # Taking a measure away is a change of it as much as adding one.
    touched = set(record.melding.maatregelen) ^ set(different.get("maatregelen", record.melding.maatregelen))
    if has_bestuurlijk(session, touched):
        groups.add(Veldgroep.BESTUURLIJK)
    for group in sorted(groups):
        session.require(Handeling.WIJZIGEN, Entiteit.MELDING, group, onderwerp)
    synced = record.gesynchroniseerd_op
    if synced is not None and session.now() - synced > OWN_EDIT_AFTER_SYNC and not reden.strip():
        raise UserError("correctie_reden_nodig")


def has_bestuurlijk(session: Session, maatregelen: Iterable[str]) -> bool:
    """Whether one of the measures is of regime B."""
    return any(session.lijsten["maatregel"].get(code).regime == "B" for code in maatregelen)


def filled(melding: Melding) -> list[str]:
    """The names of the fields that hold something, for the audit line."""
    return [name for name in MELDING_VELDEN if getattr(melding, name) not in (None, "", (), False)]
