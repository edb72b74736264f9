"""A question to the centre: with the token there is, a fresh one when that is refused, never in the name of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import sync_stand
from boa_app.sync.protocol import Stand
from boa_app.sync.transport import Transport
from boa_app.usecases.centraletoken import vraag_centrale
from boa_app.usecases.session import Session
from tests.aangemeld import meld_sessie_aan
from tests.centrale import Centrale, start_centrale
from tests.ui.small_store import make_session


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path / "centrale") as started:
        yield started


@pytest.fixture
def plain(tmp_path: Path, centrale: Centrale) -> Iterator[Session]:
    session = make_session(tmp_path / "opslag", centrale.dienst.clock)
    yield session
    session.close()


@pytest.fixture
def session(plain: Session, centrale: Centrale) -> Session:
    return meld_sessie_aan(plain, centrale, "Sam de Wit", Rol.BOA)


def ask(line: Transport) -> Stand:
    return line.stand()


def test_one_signature_serves_several_questions(session: Session) -> None:
    assert vraag_centrale(session, ask).naam == "Sam de Wit"
    kept = token(session)
    assert vraag_centrale(session, ask).naam == "Sam de Wit"
    assert token(session) == kept != ""


def test_a_refused_token_is_replaced_and_the_question_asked_again(session: Session) -> None:
    vraag_centrale(session, ask)
    session.write(lambda w: sync_stand.put(w, "token", {"token": "0" * 64, "tot": "2999-01-01T00:00:00.000Z"}))
    assert vraag_centrale(session, ask).rol == "boa"
    assert token(session) != "0" * 64


def test_another_refusal_is_told_as_it_is(session: Session) -> None:
    def refuse(_line: Transport) -> None:
        raise UserError("account_gewijzigd")

    with pytest.raises(UserError, match="account_gewijzigd"):
        vraag_centrale(session, refuse)


def test_a_line_of_the_caller_stays_open(session: Session, centrale: Centrale) -> None:
    with Transport(centrale.url) as line:
        vraag_centrale(session, ask, transport=line)
        assert vraag_centrale(session, ask, transport=line).naam == "Sam de Wit"


def test_who_is_not_signed_up_or_revoked_asks_nothing(plain: Session, session: Session) -> None:
    session.write(sync_stand.revoke)
    with pytest.raises(UserError, match="toestel_ingetrokken"):
        vraag_centrale(session, ask)


def test_without_a_centre(plain: Session) -> None:
    with pytest.raises(UserError, match="niet_aangemeld"):
        vraag_centrale(plain, ask)


def token(session: Session) -> str:
    with session.store.read() as reader:
        return str(sync_stand.get(reader, "token", {}).get("token", ""))
