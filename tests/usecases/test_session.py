"""The session asks the table of rights and writes in the name of who acts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import YEAR, Entiteit, Handeling, Onderwerp, Rol, Veldgroep
from boa_app.store import audit
from boa_app.usecases.session import Session
from tests.samples import SetClock, as_role


def audit_lines(session: Session) -> list[dict[str, object]]:
    with session.store.read() as reader:
        return list(audit.lines(reader))


def test_allowed_act_passes_without_a_line(session: Session) -> None:
    before = len(audit_lines(session))
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    assert len(audit_lines(session)) == before


def test_refusal_is_raised_and_logged_with_who_and_why(session: Session) -> None:
    other = as_role(session, Rol.SCHOUWLEIDER, account="loper")
    with pytest.raises(UserError) as caught:
        other.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES)
    assert caught.value.code == "geen_recht"
    line = audit_lines(session)[-1]
    assert {name: line[name] for name in ("actie", "resultaat", "object_type", "reden_code", "reden_tekst")} == {
        "actie": "AUTORISATIE",
        "resultaat": "GEWEIGERD",
        "object_type": "melding",
        "reden_code": "geen_recht",
        "reden_tekst": "lezen",
    }
    assert (line["actor_id"], line["actor_role"]) == ("loper", "schouwleider")


def test_older_record_asks_for_a_reason(session: Session, clock: SetClock) -> None:
    older = Onderwerp(eigen=False, sinds=clock() - YEAR - timedelta(days=1))
    teamleider = as_role(session, Rol.TEAMLEIDER)
    with pytest.raises(UserError, match="reden_nodig"):
        teamleider.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES, older)
    teamleider.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES, older, reden="klacht 12")


def test_work_is_written_by_the_actor_and_read_back(session: Session) -> None:
    other = as_role(session, Rol.BOA, account="boa-2")
    account, rol = other.write(lambda writer: (writer.account, writer.rol))
    assert (account, rol) == ("boa-2", "boa")


def test_closing_twice_is_harmless(session: Session) -> None:
    session.close()
    session.close()


def test_time_is_that_of_the_clock(session: Session, clock: SetClock) -> None:
    clock.forward(hours=3)
    assert session.now() == clock.now
