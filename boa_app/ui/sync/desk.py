"""What the page of syncing reads and does: the bonnetje, conflicts, refusals and pairs, and the answers to them.

One reading gives a Bureau; each answer is a command with its undo. Nothing here is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boa_app.domain.bonnetje import Bonnetje
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.usecases import conflicten, geweigerd, zelfde_incident
from boa_app.usecases.aanmelden import Aanmeldstatus, aanmeldstatus
from boa_app.usecases.changes import Changes, Done, Undo
from boa_app.usecases.conflicten import ConflictKaart
from boa_app.usecases.geweigerd import GeweigerdKaart
from boa_app.usecases.kaartophalen import Aanbod, nieuw_op_centrale
from boa_app.usecases.plaats import plaats_bij
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import laatste_bon
from boa_app.usecases.zelfde_incident import Paar


@dataclass(frozen=True, slots=True)
class Bureau:
    """Everything on the page but the counts. straten: where the positions in conflict lie, by (lon, lat). aanbod: a
    newer kaartpakket of the centre."""

    status: Aanmeldstatus
    bon: Bonnetje | None
    conflicten: tuple[ConflictKaart, ...]
    geweigerd: tuple[GeweigerdKaart, ...]
    paren: tuple[Paar, ...]
    straten: Mapping[tuple[float, float], str]
    aanbod: Aanbod | None = None


def read_desk(session: Session) -> Bureau:
    """Read the page; what the role may not read is empty. On a thread of the pool: streets are looked up."""
    status = aanmeldstatus(session)
    if not status.aangemeld:
        return Bureau(status, None, (), (), (), {})
    may_read = has_any(session.actor.rol, Entiteit.MELDING, Handeling.LEZEN)
    cards = conflicten.lijst_conflicten(session)
    return Bureau(
        status,
        laatste_bon(session),
        cards,
        geweigerd.lijst_geweigerd(session),
        zelfde_incident.mogelijk_zelfde(session) if may_read else (),
        _streets(session, cards),
        nieuw_op_centrale(session),
    )


def _streets(session: Session, cards: tuple[ConflictKaart, ...]) -> dict[tuple[float, float], str]:
    values = [one.waarde for card in cards for veld in card.velden for one in veld.waarden if veld.veld == "positie"]
    spots = {(float(value["lon"]), float(value["lat"])) for value in values if isinstance(value, dict)}
    return {spot: plaats_bij(session, *spot).straat for spot in spots}


def decide(session: Session, choices: Mapping[str, str]) -> Done:
    """Choose a value for each of these fields of one record: conflict id to change id. One undo for all."""
    return joined([conflicten.kies(session, conflict, change) for conflict, change in choices.items()])


def joined(acts: list[Done]) -> Done:
    """Several acts on one record as one."""
    changes = Changes(
        meldingen=frozenset().union(*(act.changes.meldingen for act in acts)),
        rondes=any(act.changes.rondes for act in acts),
        plekken=any(act.changes.plekken for act in acts),
        jops=any(act.changes.jops for act in acts),
        schouwen=any(act.changes.schouwen for act in acts),
        gebieden=any(act.changes.gebieden for act in acts),
        straatkeuzes=any(act.changes.straatkeuzes for act in acts),
        alles=any(act.changes.alles for act in acts),
    )
    undos = [act.undo for act in acts if act.undo is not None]
    return Done(changes, acts[-1].uid, _one_undo(undos) if len(undos) == len(acts) else None)


def _one_undo(undos: list[Undo]) -> Undo:
    first = undos[0]
    return first if len(undos) == 1 else Undo(first.soort, first.uid, delen=tuple(undos))
