"""The conflictenmand: fields with two values, neither made in knowledge of the other, and choosing between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.incident import distance_m
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.domain.velden import entiteit_of, veldgroep_of
from boa_app.store import audit, changes, conflicten, geschiedenis, meldingen, rijen
from boa_app.store.conflicten import Conflict
from boa_app.store.session import Reader, Writer
from boa_app.sync import merge
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.meldingregels import ENTITY, GUARDED, is_suspect, onderwerp_of
from boa_app.usecases.session import Session

MIJN, HUN = "mijn", "hun"
# Choosing needs no reason of its own: the change says what it is, also where an edit after a day needs one.
GEKOZEN, HERROEPEN = "gekozen bij conflict", "keuze herroepen"
_KINDS = {
    "ronde": "rondes", "bezoek": "rondes", "plek": "plekken", "jop": "jops", "schouw": "schouwen", "gebied": "gebieden",
    "straatkeuze": "straatkeuzes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConflictWaarde:
    """One of the values of a field. waarde: its JSON value; of ``positie`` an object with lon and lat. eigen: made by
    the actor; dit_apparaat: on this device. getoond: the value the record shows now."""

    change_id: str
    waarde: Any
    eigen: bool
    dit_apparaat: bool
    moment: datetime
    getoond: bool
    reden: str = ""


@dataclass(frozen=True, slots=True)
class ConflictVeld:
    """One field in conflict. id: what kies takes, ``uid:veld``. waarden: mine first, then those of others, newest
    first. afstand_m: how far the positions lie apart."""

    id: str
    veld: str
    waarden: tuple[ConflictWaarde, ...]
    afstand_m: float | None = None
    mag_kiezen: bool = True


@dataclass(frozen=True, slots=True)
class ConflictKaart:
    """One record with its fields in conflict. moment, soort, plaats: of a melding, to call it by; naam: of others."""

    entity: str
    uid: str
    velden: tuple[ConflictVeld, ...]
    moment: datetime | None = None
    soort: str = ""
    plaats: str = ""
    naam: str = ""


def lijst_conflicten(session: Session) -> tuple[ConflictKaart, ...]:
    """All conflicts of records and fields the actor may read, longest waiting first; that is logged."""
    by_record: dict[tuple[str, str], list[Conflict]] = {}
    with session.store.read() as reader:
        for conflict in conflicten.list_conflicts(reader):
            by_record.setdefault((conflict.entity, conflict.uid), []).append(conflict)
        cards = [_card(session, reader, key, found) for key, found in by_record.items()]
    shown = tuple(card for card in cards if card.velden)
    if shown:
        session.write(lambda w: _log_reading(w, shown))
    return shown


def kies(session: Session, conflict_id: str, waarde: str, reden: str = "") -> Done:
    """Choose a value: that is itself a change, goes along with the next sync, and can be taken back.

    waarde: ``mijn``, ``hun`` or a change id. Raises UserError conflict_onbekend, waarde_onbekend(waarde),
    waarde_dubbel (several values on that side: name the change), geen_recht.
    """
    uid, _, veld = conflict_id.partition(":")

    with session.store.read() as reader:
        found = _find(reader, uid, veld)
        onderwerp, verdacht = _subject(session, reader, found)
        known = {change.change_id: change for change in geschiedenis.history(reader, found.entity, uid)}
    session.require(*_right(Handeling.WIJZIGEN, found, verdacht), onderwerp)
    wanted = _chosen(_values(session, found, known), waarde).change_id

    def work(w: Writer) -> Undo:
        conflict = _find(w, uid, veld)
        head = next((one for one in conflict.koppen if one.change_id == wanted), None)
        if head is None:
            raise UserError("conflict_onbekend")
        ids = tuple(one.change_id for one in conflict.koppen)
        value = merge.value_of(head, veld)
        (made,) = changes.log_fields(w, conflict.entity, uid, {veld: value}, reden or GEKOZEN, {veld: ids})
        _settle(w, session, conflict.entity, uid, veld)
        audit.append_line(
            w, Actie.WIJZIGEN, conflict.entity, uid, velden=(veld,), reden_code="CONFLICT", reden_tekst=reden
        )
        # The one that is shown comes last: it then has the newest clock when all come back.
        values = [merge.value_of(one, veld) for one in reversed(conflict.koppen)]
        told = {"entity": conflict.entity, "veld": veld, "keuze": made, "waarden": values}
        return Undo(UndoSoort.CONFLICT, uid, told)

    undo = session.write(work)
    return Done(_touched(found.entity, uid), uid, undo)


def sides(values: Sequence[ConflictWaarde]) -> tuple[tuple[ConflictWaarde, ...], tuple[ConflictWaarde, ...]]:
    """The values on my side and on theirs. Of one person with two devices, mine is what was said on this one."""
    mine = tuple(one for one in values if one.eigen)
    if len(mine) == len(values):
        mine = tuple(one for one in values if one.dit_apparaat)
    return mine, tuple(one for one in values if one not in mine)


def herroep_keuze(session: Session, undo: Undo, reden: str = "") -> Done:
    """Take a choice back, or each of its delen: all values stand beside each other again, here and everywhere.

    Raises UserError ongedaan_te_laat when the field was changed since, geen_recht.
    """
    if undo.delen:
        taken = [herroep_keuze(session, part, reden) for part in undo.delen]
        return Done(_touched(str(undo.delen[0].values["entity"]), undo.uid), taken[-1].uid)
    entity, veld, keuze = (str(undo.values[name]) for name in ("entity", "veld", "keuze"))
    with session.store.read() as reader:
        known = geschiedenis.history(reader, entity, undo.uid)
        found = Conflict(entity, undo.uid, veld, merge.heads(known, veld), session.now())
        onderwerp, verdacht = _subject(session, reader, found)
    session.require(*_right(Handeling.WIJZIGEN, found, verdacht), onderwerp)

    def work(w: Writer) -> None:
        heads = merge.heads(geschiedenis.history(w, entity, undo.uid), veld)
        if [head.change_id for head in heads] != [keuze]:
            raise UserError("ongedaan_te_laat")
        for value in undo.values["waarden"]:
            changes.log_fields(w, entity, undo.uid, {veld: value}, HERROEPEN, {veld: (keuze,)})
        _settle(w, session, entity, undo.uid, veld)
        audit.append_line(
            w, Actie.WIJZIGEN, entity, undo.uid, velden=(veld,), reden_code="CONFLICT_TERUG", reden_tekst=reden
        )

    session.write(work)
    return Done(_touched(entity, undo.uid), undo.uid)


def _card(session: Session, reader: Reader, key: tuple[str, str], found: Sequence[Conflict]) -> ConflictKaart:
    entity, uid = key
    known = {change.change_id: change for change in geschiedenis.history(reader, entity, uid)}
    fields = []
    for conflict in found:
        onderwerp, verdacht = _subject(session, reader, conflict)
        if not _may(session, Handeling.LEZEN, conflict, onderwerp, verdacht):
            continue
        values = _values(session, conflict, known)
        fields.append(
            ConflictVeld(
                f"{uid}:{conflict.veld}",
                conflict.veld,
                values,
                _apart_m(conflict),
                _may(session, Handeling.WIJZIGEN, conflict, onderwerp, verdacht),
            )
        )
    return ConflictKaart(entity, uid, tuple(fields), **_title(reader, entity, uid, known))


def _title(reader: Reader, entity: str, uid: str, known: Mapping[str, Change]) -> dict[str, Any]:
    record = meldingen.get_melding(reader, uid) if entity == ENTITY else None
    if record is not None:
        m = record.melding
        return {"moment": m.gebeurd_van, "soort": m.soort, "plaats": m.plaats}
    return {"naam": str(merge.record_values(list(known.values())).get("naam", ""))}


def _values(session: Session, conflict: Conflict, known: Mapping[str, Change]) -> tuple[ConflictWaarde, ...]:
    """Mine first, then those of others; of equal values only the first head, for there is nothing to choose."""
    found: list[ConflictWaarde] = []
    seen: list[str] = []
    for head in conflict.koppen:
        value = merge.value_of(head, conflict.veld)
        if (text := merge.canonical(value)) in seen:
            continue
        seen.append(text)
        made = _origin(head, conflict.veld, known)
        found.append(
            ConflictWaarde(
                head.change_id,
                value,
                made.user == session.actor.account,
                made.device == session.store.meta.device,
                Hlc.parse(made.hlc).moment(),
                head is conflict.koppen[0],
                "" if head.reason in (GEKOZEN, HERROEPEN) else head.reason,
            )
        )
    return tuple(sorted(found, key=lambda one: (not one.eigen, not one.dit_apparaat, -one.moment.timestamp())))


def _origin(head: Change, veld: str, known: Mapping[str, Change]) -> Change:
    """Who gave a value first: taking a choice back writes it again in the name of who takes back."""
    if head.reason != HERROEPEN:
        return head
    value = merge.canonical(merge.value_of(head, veld))
    for choice in (known[base] for base in head.base_change_ids if base in known):
        for older in (known[base] for base in choice.base_change_ids if base in known):
            if merge.canonical(merge.value_of(older, veld)) == value:
                return _origin(older, veld, known)
    return head


def _chosen(values: Sequence[ConflictWaarde], waarde: str) -> ConflictWaarde:
    by_id = [one for one in values if one.change_id == waarde]
    if by_id:
        return by_id[0]
    if waarde not in (MIJN, HUN):
        raise UserError("waarde_onbekend", waarde=waarde[:60])
    mine, theirs = sides(values)
    side = mine if waarde == MIJN else theirs
    if not side:
        raise UserError("waarde_onbekend", waarde=waarde)
    if len(side) > 1:
        raise UserError("waarde_dubbel")
    return side[0]


def _find(reader: Reader, uid: str, veld: str) -> Conflict:
    found = [one for one in conflicten.list_conflicts(reader) if (one.uid, one.veld) == (uid, veld)]
    if not found:
        raise UserError("conflict_onbekend")
    return found[0]


def _settle(w: Writer, session: Session, entity: str, uid: str, veld: str) -> None:
    """Have the row show what the log says now; a text that came with it is guarded as if it were typed."""
    rijen.restore(w, entity, uid)
    record = meldingen.get_melding(w, uid) if entity == ENTITY and veld in GUARDED else None
    if record is not None and (suspect := is_suspect(session, record.melding)) != record.tekst_verdacht:
        meldingen.update_melding(w, uid, {}, tekst_verdacht=suspect)


def _subject(session: Session, reader: Reader, conflict: Conflict) -> tuple[Onderwerp, bool]:
    """The record as the table of rights looks at it, and whether its texts are flagged."""
    record: MeldingRecord | None = meldingen.get_melding(reader, conflict.uid) if conflict.entity == ENTITY else None
    if record is not None:
        return onderwerp_of(session, record), record.tekst_verdacht
    known = geschiedenis.history(reader, conflict.entity, conflict.uid)
    makers = [change.user for change in known if change.field == CREATE_FIELD]
    return Onderwerp(eigen=session.actor.account in makers), False


def _right(handeling: Handeling, conflict: Conflict, verdacht: bool) -> tuple[Handeling, Entiteit, Veldgroep]:
    entiteit = entiteit_of(conflict.entity)
    if entiteit is None:
        raise UserError("conflict_onbekend")
    lapses = any(merge.value_of(head, conflict.veld) == str(Status.VERVALLEN) for head in conflict.koppen)
    if handeling is Handeling.WIJZIGEN and conflict.veld == "status" and lapses:
        handeling = Handeling.VERVALLEN
    flagged = verdacht and handeling is Handeling.LEZEN
    return handeling, entiteit, veldgroep_of(conflict.entity, conflict.veld, verdacht=flagged)


def _may(session: Session, handeling: Handeling, conflict: Conflict, onderwerp: Onderwerp, verdacht: bool) -> bool:
    return may(session.actor, *_right(handeling, conflict, verdacht), onderwerp, session.now(), GEKOZEN)


def _apart_m(conflict: Conflict) -> float | None:
    if conflict.veld != POSITIE:
        return None
    places = [merge.value_of(head, POSITIE) for head in conflict.koppen]
    known = [p for p in places if isinstance(p, dict) and isinstance(p.get("lon"), int | float)]
    if len(known) < 2:
        return None
    first, *rest = known
    return max(distance_m(first["lon"], first["lat"], p["lon"], p["lat"]) for p in rest)


def _log_reading(w: Writer, cards: Sequence[ConflictKaart]) -> None:
    for card in cards:
        names = [veld.veld for veld in card.velden]
        audit.append_line(w, Actie.RAADPLEGEN, card.entity, card.uid, velden=names, reden_code="CONFLICT")


def _touched(entity: str, uid: str) -> Changes:
    if entity == ENTITY:
        return Changes(meldingen=frozenset({uid}))
    flags = {_KINDS[entity]: True} if entity in _KINDS else {"alles": True}
    return Changes(**flags)  # type: ignore[arg-type]
