"""Rondes: start, visit, stop. Visits are the denominator of every rate; there is no track."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.store import audit, rondes
from boa_app.store.session import Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.session import Session

ENTITY = "ronde"


@dataclass(frozen=True, slots=True)
class PlekStand:
    """A fixed place and its last visit; laatste None: never visited."""

    plek: Plek
    laatste: datetime | None
    bevinding: Bevinding | None


def start_ronde(session: Session) -> Done:
    """Begin a ronde now. Raises UserError ronde_loopt_al."""
    session.require(Handeling.MAKEN, Entiteit.RONDE)
    now = session.now()
    ronde = Ronde(uuid7(now), now, None, session.actor.account)

    def work(writer: Writer) -> None:
        if rondes.open_ronde(writer, session.actor.account) is not None:
            raise UserError("ronde_loopt_al")
        rondes.insert_ronde(writer, ronde)
        audit.append_line(writer, Actie.VERZAMELEN, ENTITY, ronde.uid, velden=("begin",))

    session.write(work)
    return Done(Changes(rondes=True), ronde.uid)


def stop_ronde(session: Session) -> Done:
    """End the open ronde now. Raises UserError geen_ronde."""
    session.require(Handeling.WIJZIGEN, Entiteit.RONDE)
    now = session.now()

    def work(writer: Writer) -> str:
        ronde = rondes.open_ronde(writer, session.actor.account)
        if ronde is None:
            raise UserError("geen_ronde")
        # A clock that was set back must not make a ronde end before it began.
        rondes.end_ronde(writer, ronde.uid, max(now, ronde.begin))
        audit.append_line(writer, Actie.WIJZIGEN, ENTITY, ronde.uid, velden=("einde",))
        return ronde.uid

    return Done(Changes(rondes=True), session.write(work))


def bezoek_plek(session: Session, plek_uid: str, bevinding: Bevinding) -> Done:
    """Tick a visit to a place in the open ronde. Raises UserError geen_ronde, plek_onbekend."""
    session.require(Handeling.MAKEN, Entiteit.RONDE)
    now = session.now()

    def work(writer: Writer) -> str:
        ronde = rondes.open_ronde(writer, session.actor.account)
        if ronde is None:
            raise UserError("geen_ronde")
        if plek_uid not in {plek.uid for plek in rondes.list_plekken(writer)}:
            raise UserError("plek_onbekend")
        bezoek = Bezoek(uuid7(now), ronde.uid, plek_uid, now, bevinding)
        rondes.insert_bezoek(writer, bezoek)
        audit.append_line(writer, Actie.VERZAMELEN, "bezoek", bezoek.uid, velden=("plek", "bevinding"))
        return bezoek.uid

    uid = session.write(work)
    return Done(Changes(rondes=True, plekken=True), uid, Undo(UndoSoort.BEZOEK, uid))


def lapse_bezoek(session: Session, uid: str, reden: str) -> Done:
    """Take a visit of an own ronde back: it lapses, it is not deleted. Raises UserError bezoek_onbekend, geen_recht."""

    def work(writer: Writer) -> None:
        bezoek = rondes.get_bezoek(writer, uid)
        ronde = None if bezoek is None else rondes.get_ronde(writer, bezoek.ronde)
        if ronde is None:
            raise UserError("bezoek_onbekend")
        if ronde.medewerker != session.actor.account:
            raise UserError("geen_recht", rol=str(session.actor.rol), handeling="vervallen", entiteit="ronde")
        rondes.remove_bezoek(writer, uid, reden)
        audit.append_line(writer, Actie.WIJZIGEN, "bezoek", uid, velden=("status",), reden_tekst=reden)

    session.require(Handeling.VERVALLEN, Entiteit.RONDE)
    session.write(work)
    return Done(Changes(rondes=True, plekken=True), uid)


def open_ronde(session: Session) -> Ronde | None:
    """The ronde that is being walked, with its visits."""
    with session.store.read() as reader:
        return rondes.open_ronde(reader, session.actor.account)


def lijst_rondes(session: Session, limit: int = 50) -> tuple[Ronde, ...]:
    """The last rondes, newest first; who walked is left out for everybody but the walker."""
    session.require(Handeling.LEZEN, Entiteit.RONDE, Veldgroep.CODES)
    with session.store.read() as reader:
        listed = rondes.list_rondes(reader, limit)
    return tuple(ronde if _may_know_walker(session, ronde) else replace(ronde, medewerker="") for ronde in listed)


def _may_know_walker(session: Session, ronde: Ronde) -> bool:
    onderwerp = Onderwerp(eigen=ronde.medewerker == session.actor.account, sinds=ronde.begin)
    return may(session.actor, Handeling.LEZEN, Entiteit.RONDE, Veldgroep.MEDEWERKER, onderwerp, session.now())


def plekken(session: Session) -> tuple[PlekStand, ...]:
    """The fixed places with their last visit, in order of name."""
    session.require(Handeling.LEZEN, Entiteit.RONDE, Veldgroep.CODES)
    with session.store.read() as reader:
        visits = rondes.last_visits(reader)
        listed = rondes.list_plekken(reader)
    return tuple(PlekStand(plek, *visits.get(plek.uid, (None, None))) for plek in sorted(listed, key=lambda p: p.naam))
