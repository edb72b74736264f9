"""Reading meldingen online that are too old to be on this device; nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.melding import MELDING_VELDEN
from boa_app.domain.moments import from_iso, local_zone, to_iso
from boa_app.domain.positie import from_log
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.store import audit
from boa_app.sync import merge
from boa_app.sync.protocol import CREATE_FIELD, Beginblad, Change
from boa_app.usecases.centraletoken import vraag_centrale
from boa_app.usecases.meldingregels import ENTITY
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class OudeMelding:
    """A melding as the centre holds it, only the fields this role may read. velden: JSON values by name, lon and lat
    apart. eigen: made by the actor."""

    uid: str
    moment: datetime
    velden: dict[str, Any]
    eigen: bool


def vraag_ouder(
    session: Session, van: date, tot: date, reden: str, *, limiet: int = 500,
    cancelled: Callable[[], bool] | None = None, transport: Transport | None = None,
) -> tuple[OudeMelding, ...]:  # fmt: skip
    """The meldingen of these days, bounds inclusive, newest first; logged at both ends with the reason.

    Raises UserError niet_aangemeld, reden_nodig, dagen_omgekeerd, geen_recht; EnvironmentProblem as run_sync.
    """
    if not reden.strip():
        raise UserError("reden_nodig", entiteit=ENTITY)
    if van > tot:
        raise UserError("dagen_omgekeerd")
    if not has_any(session.actor.rol, Entiteit.MELDING, Handeling.LEZEN):
        session.require(Handeling.LEZEN, Entiteit.MELDING)
    zone = local_zone()
    begin = to_iso(datetime.combine(van, time.min, zone))
    end = to_iso(datetime.combine(tot + timedelta(days=1), time.min, zone))

    def ask(line: Transport) -> list[OudeMelding]:
        found: list[OudeMelding] = []
        na = ""
        while True:
            page = line.ouder(ENTITY, begin, end, reden.strip(), na)
            found += _read(session, page)
            na = page.volgende
            if not na or len(found) >= limiet:
                return found

    found = vraag_centrale(session, ask, cancelled=cancelled, transport=transport)
    session.write(lambda w: audit.append_line(w, Actie.RAADPLEGEN, "ouder", reden_tekst=reden.strip()))
    return tuple(sorted(found, key=lambda one: one.moment, reverse=True)[:limiet])


def _read(session: Session, page: Beginblad) -> list[OudeMelding]:
    by_uid: dict[str, list[Change]] = {}
    for received in page.changes:
        by_uid.setdefault(received.change.uid, []).append(received.change)
    found = []
    for uid, log in by_uid.items():
        values = from_log(merge.record_values(merge.unite(log)), MELDING_VELDEN)
        moment = values.get("gebeurd_van")
        if isinstance(moment, str):
            own = any(one.field == CREATE_FIELD and one.user == session.actor.account for one in log)
            found.append(OudeMelding(uid, from_iso(moment), values, own))
    return found
