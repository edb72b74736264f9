"""Choices for streets: set them by hand, take them back to what the source says, forget what no longer fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Status
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, has_any, may
from boa_app.domain.straatkeuze import Keuze, Straatkeuze, check_straatkeuze
from boa_app.domain.text_guard import Verdenking, guard_label
from boa_app.store import audit, straatkeuzes
from boa_app.store.session import Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    # Only for types: it brings the network, which an undo of a melding has no need of.
    from boa_app.usecases.straatnet import Straatnet

ENTITY = straatkeuzes.ENTITY
UNDONE = "ongedaan gemaakt"
_ALLOWED = frozenset({Verdenking.BIJZONDER})


def may_choose(session: Session) -> bool:
    """Whether this role sets streets at all; there are no streets that only some of them set."""
    return has_any(session.actor.rol, Entiteit.STRAATKEUZE, Handeling.MAKEN)


def may_read_keuzes(session: Session) -> bool:
    """Whether this role sees the choices."""
    return has_any(session.actor.rol, Entiteit.STRAATKEUZE, Handeling.LEZEN)


def lijst_keuzes(session: Session) -> tuple[Straatkeuze, ...]:
    """All choices that have not lapsed, oldest first, whatever network is in use."""
    session.require(Handeling.LEZEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    with session.store.read() as reader:
        return tuple(straatkeuzes.list_straatkeuzes(reader))


def zet_keuze(session: Session, net: Straatnet, segmenten: Collection[int], keuze: Keuze, reden: str = "") -> Done:
    """Let this hold for these segments from now on, also after the network is imported anew.

    A choice that is there already becomes this one; one of somebody else whose reason is not ours to change lapses, and
    a new one takes its place. Raises UserError geen_recht, straatkeuze_persoon and as check_straatkeuze.
    """
    session.require(Handeling.MAKEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    reden = reden.strip()
    if reden:
        session.require(Handeling.MAKEN, Entiteit.STRAATKEUZE, Veldgroep.FEITEN)
        _refuse_person(session, reden)
    made = {segment: _new(session, net, segment, keuze, reden) for segment in sorted(set(segmenten))}
    for one in made.values():
        check_straatkeuze(one)

    def work(writer: Writer) -> list[Undo]:
        own = straatkeuzes.own_uids(writer, session.actor.account)
        inside = _inside(net, made) | _just_made(writer, net, made)
        kept = {
            next(iter(found)): one
            for one, found in inside.items()
            if len(found) == 1 and _may_rewrite(session, one, own)
        }
        rewritten = {one.uid for one in kept.values()}
        undos = [undo for one in inside if one.uid not in rewritten for undo in _lapse(writer, one.uid)]
        for segment, fresh in made.items():
            if segment in kept:
                undos += _change(writer, kept[segment].uid, {"keuze": str(keuze), "reden": reden}, "")
            else:
                undos.append(_insert(writer, fresh))
        return undos

    return _done(session.write(work))


def zet_standaard(session: Session, net: Straatnet, segmenten: Collection[int]) -> Done:
    """Take the choices on these segments away: what the source says holds again.

    A choice made on a longer piece goes on for the rest of it. Raises UserError geen_recht.
    """
    session.require(Handeling.VERVALLEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    wanted = set(segmenten)
    there = {one.uid: one for segment in wanted for one in net.geldend.alle_op.get(segment, ())}
    rest = [
        _new(session, net, segment, one.keuze, one.reden)
        for one in there.values()
        for segment in sorted(net.geldend.stukken[one.uid] - wanted)
    ]

    def work(writer: Writer) -> list[Undo]:
        undos = [undo for uid in there for undo in _lapse(writer, uid)]
        return undos + [_insert(writer, one) for one in rest]

    return _done(session.write(work))


def laat_keuzes_vervallen(session: Session, uids: Sequence[str]) -> Done:
    """Let choices lapse, those that no longer fit for instance. Raises UserError geen_recht."""
    session.require(Handeling.VERVALLEN, Entiteit.STRAATKEUZE, Veldgroep.CODES)
    return _done(session.write(lambda writer: [undo for uid in uids for undo in _lapse(writer, uid)]))


def maak_straatkeuzes_ongedaan(session: Session, undo: Undo, reden: str = UNDONE) -> Done:
    """Take an act on streets back; that is itself a change with its own undo.

    Raises UserError ongedaan_te_laat when one of them was changed since, geen_recht.
    """
    parts = undo.delen or (undo,)
    lapses = any(part.values.get("status") == str(Status.VERVALLEN) for part in parts)
    session.require(
        Handeling.VERVALLEN if lapses else Handeling.WIJZIGEN, Entiteit.STRAATKEUZE, Veldgroep.CODES
    )  # fmt: skip

    def work(writer: Writer) -> list[Undo]:
        for part in parts:
            found = straatkeuzes.get_straatkeuze(writer, part.uid)
            now = found.to_values() if found is not None else {}
            if any(now.get(name) != value for name, value in part.na.items()):
                raise UserError("ongedaan_te_laat")
        return [one for part in parts for one in _change(writer, part.uid, part.values, reden)]

    return _done(session.write(work))


def _new(session: Session, net: Straatnet, segment: int, keuze: Keuze, reden: str) -> Straatkeuze:
    netwerk = net.netwerk
    return Straatkeuze(
        uuid7(session.now()), keuze, netwerk.namen[segment], str(int(netwerk.weg_id[segment])), netwerk.lijn(segment),
        reden,
    )  # fmt: skip


def _inside(net: Straatnet, segmenten: Collection[int]) -> dict[Straatkeuze, frozenset[int]]:
    """The choices that hold on these segments and nowhere else, oldest first, with where; one on a longer piece is left
    to the rest of it, a newer one overrules it here."""
    wanted, stukken = set(segmenten), net.geldend.stukken
    there = {one.uid: one for segment in wanted for one in net.geldend.alle_op.get(segment, ())}
    return {there[uid]: stukken[uid] for uid in sorted(there) if stukken[uid] <= wanted}


def _just_made(writer: Writer, net: Straatnet, made: Mapping[int, Straatkeuze]) -> dict[Straatkeuze, frozenset[int]]:
    """Choices on just these pieces that came in after the network was looked at: two touches in a row, a sync."""
    pieces = {(one.weg_id, one.lijn): segment for segment, one in made.items()}
    return {
        one: frozenset({pieces[one.weg_id, one.lijn]})
        for one in straatkeuzes.list_straatkeuzes(writer)
        if one.uid not in net.geldend.stukken and (one.weg_id, one.lijn) in pieces
    }


def _insert(writer: Writer, fresh: Straatkeuze) -> Undo:
    straatkeuzes.insert_straatkeuze(writer, fresh)
    audit.append_line(writer, Actie.VERZAMELEN, ENTITY, fresh.uid, velden=("keuze", "lijn"))
    gone, there = {"status": str(Status.VERVALLEN)}, {"status": str(Status.ACTIEF)}
    return Undo(UndoSoort.STRAATKEUZE, fresh.uid, gone, there)


def _may_rewrite(session: Session, keuze: Straatkeuze, own: Collection[str]) -> bool:
    subject = Onderwerp(eigen=keuze.uid in own)
    actor, now = session.actor, session.now()
    return may(actor, Handeling.WIJZIGEN, Entiteit.STRAATKEUZE, Veldgroep.FEITEN, subject, now)


def _lapse(writer: Writer, uid: str) -> list[Undo]:
    return _change(writer, uid, {"status": str(Status.VERVALLEN)}, "")


def _change(writer: Writer, uid: str, values: dict[str, Any], reden: str) -> list[Undo]:
    old = straatkeuzes.get_straatkeuze(writer, uid)
    if old is None:
        raise UserError("straatkeuze_onbekend")
    before, made = old.to_values(), old.with_values(values)
    changed = straatkeuzes.update_straatkeuze(writer, made, reden)
    if not changed:
        return []
    audit.append_line(writer, Actie.WIJZIGEN, ENTITY, uid, velden=changed, reden_tekst=reden)
    after = made.to_values()
    was, now = ({name: values[name] for name in changed} for values in (before, after))
    return [Undo(UndoSoort.STRAATKEUZE, uid, was, now)]


def _done(undos: Iterable[Undo]) -> Done:
    parts = tuple(undos)
    if not parts:
        return Done(Changes())
    undo = parts[0] if len(parts) == 1 else Undo(UndoSoort.STRAATKEUZE, parts[0].uid, delen=parts)
    return Done(Changes(straatkeuzes=True), parts[0].uid, undo)


def _refuse_person(session: Session, reden: str) -> None:
    known = session.plaatsen.known_names
    if reden.lower() not in known and any(hit.soort not in _ALLOWED for hit in guard_label(reden, known)):
        raise UserError("straatkeuze_persoon")
