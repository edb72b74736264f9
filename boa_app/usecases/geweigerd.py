"""Changes the centre refused: they stay here, visible, until a person makes a correction or lets them go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.melding import MELDING_VELDEN, Status
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import Handeling, Onderwerp
from boa_app.domain.velden import entiteit_of, veldgroep_of
from boa_app.store import audit, changes, geschiedenis, meldingen, rijen, sync_uit
from boa_app.store.session import Reader, Writer
from boa_app.store.sync_uit import Geweigerd
from boa_app.sync import merge
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.meldingen import herstel_melding, laat_vervallen, wijzig_melding
from boa_app.usecases.meldingregels import ENTITY
from boa_app.usecases.session import Session

# What a reason, or a role that came since, can put right.
_CORRECTABLE = frozenset({"correctie_nodig", "geen_recht"})


@dataclass(frozen=True, slots=True)
class GeweigerdKaart:
    """One refused change. veld ``*``: the whole record was refused. code: the reason, a key of texts with three parts.
    nu: the value that counts meanwhile, None when the record is not there. mag_correctie: making it again with a
    reason can help."""

    change_id: str
    entity: str
    uid: str
    veld: str
    waarde: Any
    nu: Any
    code: str
    gemaakt_op: datetime
    mag_correctie: bool
    moment: datetime | None = None
    soort: str = ""
    plaats: str = ""


def lijst_geweigerd(session: Session) -> tuple[GeweigerdKaart, ...]:
    """The refused changes of the actor nobody acted on yet, oldest first; that is logged."""
    with session.store.read() as reader:
        found = [one for one in sync_uit.list_rejected(reader) if one.change.user == session.actor.account]
        cards = tuple(_card(reader, one) for one in found)
    if cards:
        session.write(lambda w: _log_reading(w, cards))
    return cards


def maak_correctie(session: Session, change_id: str, reden: str) -> Done:
    """Make the change again, with a reason and on what counts now; the refused one is settled.

    Raises UserError geweigerd_onbekend, correctie_kan_niet, correctie_reden_nodig, geen_recht, and as wijzig_melding.
    """
    if not reden.strip():
        raise UserError("correctie_reden_nodig")
    with session.store.read() as reader:
        refused = _find(session, reader, change_id)
        if not _card(reader, refused).mag_correctie:
            raise UserError("correctie_kan_niet")
    again = _again_melding if refused.change.entity == ENTITY else _again
    done = again(session, refused, reden.strip())
    session.write(lambda w: _settle(w, refused))
    return done


def laat_los(session: Session, change_id: str) -> Done:
    """Settle a refused change: the value of the centre stays. It remains in the history. Raises UserError
    geweigerd_onbekend."""
    with session.store.read() as reader:
        refused = _find(session, reader, change_id)
    session.write(lambda w: _settle(w, refused))
    return Done(_touched(refused), refused.change.uid)


def _card(reader: Reader, refused: Geweigerd) -> GeweigerdKaart:
    change = refused.change
    values = merge.record_values(geschiedenis.history(reader, change.entity, change.uid))
    record = meldingen.get_melding(reader, change.uid) if change.entity == ENTITY else None
    told = {}
    if record is not None:
        told = {"moment": record.melding.gebeurd_van, "soort": record.melding.soort, "plaats": record.melding.plaats}
    can = refused.code in _CORRECTABLE and change.field != CREATE_FIELD and change.field in values
    return GeweigerdKaart(
        change.change_id, change.entity, change.uid, change.field, change.value, values.get(change.field), refused.code,
        Hlc.parse(change.hlc).moment(), can, **told,  # type: ignore[arg-type]
    )  # fmt: skip


def _again_melding(session: Session, refused: Geweigerd, reden: str) -> Done:
    change = refused.change
    if change.field == "status":
        lapse = laat_vervallen if change.value == str(Status.VERVALLEN) else herstel_melding
        return lapse(session, change.uid, reden)
    values = dict(change.value) if change.field == POSITIE else {change.field: change.value}
    if not values.keys() <= set(MELDING_VELDEN):
        raise UserError("correctie_kan_niet")
    return wijzig_melding(session, change.uid, values, reden)


def _again(session: Session, refused: Geweigerd, reden: str) -> Done:
    change = refused.change
    entiteit = entiteit_of(change.entity)
    if entiteit is None:
        raise UserError("correctie_kan_niet")
    with session.store.read() as reader:
        makers = {one.user for one in geschiedenis.history(reader, change.entity, change.uid)[:1]}
    subject = Onderwerp(eigen=session.actor.account in makers)
    session.require(Handeling.WIJZIGEN, entiteit, veldgroep_of(change.entity, change.field), subject, reden)

    def work(w: Writer) -> None:
        changes.log_fields(w, change.entity, change.uid, {change.field: change.value}, reden)
        rijen.restore(w, change.entity, change.uid)
        audit.append_line(
            w, Actie.WIJZIGEN, change.entity, change.uid, velden=(change.field,), reden_code="CORRECTIE",
            reden_tekst=reden,
        )  # fmt: skip

    session.write(work)
    return Done(_touched(refused), change.uid)


def _find(session: Session, reader: Reader, change_id: str) -> Geweigerd:
    for one in sync_uit.list_rejected(reader):
        if one.change.change_id == change_id and one.change.user == session.actor.account:
            return one
    raise UserError("geweigerd_onbekend")


def _settle(w: Writer, refused: Geweigerd) -> None:
    change = refused.change
    if sync_uit.settle_rejected(w, change.change_id):
        audit.append_line(
            w, Actie.WIJZIGEN, change.entity, change.uid, velden=(change.field,), reden_code="GEWEIGERD_AFGEHANDELD"
        )


def _log_reading(w: Writer, cards: tuple[GeweigerdKaart, ...]) -> None:
    for card in cards:
        audit.append_line(w, Actie.RAADPLEGEN, card.entity, card.uid, velden=(card.veld,), reden_code="GEWEIGERD")


def _touched(refused: Geweigerd) -> Changes:
    if refused.change.entity == ENTITY:
        return Changes(meldingen=frozenset({refused.change.uid}))
    return Changes(alles=True)
