"""Areas: draw, change, let lapse, take back. Team leads and administrators make them, who logs meldingen reads them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.gebied import Gebied, GebiedSoort, Rings, check_gebied
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Status
from boa_app.domain.roles import Entiteit, Handeling, Rol, has_any
from boa_app.domain.text_guard import Treffer, Verdenking, guard_label
from boa_app.store import audit, gebieden
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.session import Session

ENTITY = gebieden.ENTITY
UNDONE = "ongedaan gemaakt"
Corners = Sequence[tuple[float, float]]
# An area is no measure against one person: what points at one has no place here. A street may be called after somebody,
# and words on descent or belief are in names of streets too.
_ALLOWED = frozenset({Verdenking.BIJZONDER})


def maak_gebied(
    session: Session, naam: str, soort: GebiedSoort, ringen: Sequence[Corners], *, besluit: str = "",
    geldig_van: date | None = None, geldig_tot: date | None = None,
) -> Done:  # fmt: skip
    """Store a new area. ringen: corners (lon, lat) as drawn; they are closed here.

    Raises UserError geen_recht, gebied_persoon and as check_gebied.
    """
    session.require(Handeling.MAKEN, Entiteit.GEBIED)
    uid = uuid7(session.now())
    values = {
        "naam": naam, "soort": soort, "ringen": ringen, "besluit": besluit, "geldig_van": geldig_van,
        "geldig_tot": geldig_tot,
    }  # fmt: skip
    made = Gebied(uid, "", soort, ()).with_values(values)
    check_gebied(made)
    _refuse_person(session, made, values)

    def work(writer: Writer) -> None:
        gebieden.insert_gebied(writer, made)
        audit.append_line(writer, Actie.VERZAMELEN, ENTITY, uid, velden=_filled(made))

    session.write(work)
    undo = Undo(UndoSoort.GEBIED, uid, {"status": str(Status.VERVALLEN)}, {"status": str(Status.ACTIEF)})
    return Done(Changes(gebieden=True), uid, undo)


def wijzig_gebied(session: Session, uid: str, values: dict[str, Any], reden: str = "") -> Done:
    """Change fields, given as JSON values by name; what is equal is left out.

    Raises UserError geen_recht, gebied_onbekend, gebied_persoon, veld_onbekend(veld), veld_ongeldig(veld),
    veld_niet_wijzigbaar(veld) for the status, and as check_gebied.
    """
    if "status" in values:
        raise UserError("veld_niet_wijzigbaar", veld="status")
    session.require(Handeling.WIJZIGEN, Entiteit.GEBIED)
    return _change(session, uid, values, reden)


def laat_gebied_vervallen(session: Session, uid: str, reden: str) -> Done:
    """Let an area lapse with a reason. Raises UserError reden_nodig, geen_recht, gebied_onbekend."""
    if not reden.strip():
        raise UserError("reden_nodig", entiteit=ENTITY)
    session.require(Handeling.VERVALLEN, Entiteit.GEBIED)
    return _change(session, uid, {"status": str(Status.VERVALLEN)}, reden.strip())


def maak_gebied_ongedaan(session: Session, undo: Undo, reden: str = UNDONE) -> Done:
    """Take an act on an area back; that is itself a change with its own undo.

    Raises UserError ongedaan_te_laat when it was changed since, geen_recht.
    """
    session.require(Handeling.VERVALLEN if "status" in undo.values else Handeling.WIJZIGEN, Entiteit.GEBIED)
    return _change(session, undo.uid, undo.values, reden, undo.na)


def lijst_gebieden(session: Session) -> tuple[Gebied, ...]:
    """The areas that have not lapsed, by name; those whose dates are over included."""
    session.require(Handeling.LEZEN, Entiteit.GEBIED)
    with session.store.read() as reader:
        return tuple(gebieden.list_gebieden(reader))


def rings_for_filter(session: Session, reader: Reader) -> dict[str, Rings]:
    """The rings of every area by uid; none for a role that may not read them."""
    if not may_read_gebieden(session.actor.rol):
        return {}
    return gebieden.active_rings(reader)


def may_read_gebieden(rol: Rol) -> bool:
    """Whether a role sees areas at all; there are no areas that only some of them see."""
    return has_any(rol, Entiteit.GEBIED, Handeling.LEZEN)


def _change(session: Session, uid: str, values: dict[str, Any], reden: str, na: dict[str, Any] | None = None) -> Done:
    def work(writer: Writer) -> Undo | None:
        old = gebieden.get_gebied(writer, uid)
        if old is None:
            raise UserError("gebied_onbekend")
        before = old.to_values()
        if any(before[name] != value for name, value in (na or {}).items()):
            raise UserError("ongedaan_te_laat")
        if old.status is Status.VERVALLEN and "status" not in values:
            raise UserError("gebied_onbekend")
        made = old.with_values(values)
        check_gebied(made)
        _refuse_person(session, made, values)
        changed = gebieden.update_gebied(writer, made, reden)
        if not changed:
            return None
        audit.append_line(writer, Actie.WIJZIGEN, ENTITY, uid, velden=changed, reden_tekst=reden)
        after = made.to_values()
        return Undo(
            UndoSoort.GEBIED, uid, {name: before[name] for name in changed}, {name: after[name] for name in changed}
        )

    undo = session.write(work)
    return Done(Changes(gebieden=undo is not None), uid, undo)


def _refuse_person(session: Session, gebied: Gebied, setting: Collection[str]) -> None:
    """setting: the fields that are being set. An older area that names somebody can still be changed and voided."""
    known = session.plaatsen.known_names
    for veld in ("naam", "besluit"):
        text = str(getattr(gebied, veld))
        if veld not in setting or text.lower() in known:
            continue
        hits = (hit for hit in guard_label(text, known) if hit.soort not in _ALLOWED)
        if any(not (veld == "besluit" and _is_plain_date(text, hit)) for hit in hits):
            raise UserError("gebied_persoon")


def _is_plain_date(text: str, hit: Treffer) -> bool:
    """A decision has a date; only one that is said to be of a birth is."""
    return hit.soort is Verdenking.GEBOORTEDATUM and text[hit.begin].isdigit()


def _filled(gebied: Gebied) -> list[str]:
    return [name for name, value in gebied.to_values().items() if value not in ("", None)]
