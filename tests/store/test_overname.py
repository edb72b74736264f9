"""The account of the centre takes over what was made under the store's own one; what the centre has stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.store import audit, overname
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.rondes import start_ronde
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_sample_session(tmp_path / "opslag", SetClock())
    yield opened
    opened.close()


def test_rows_and_unsent_changes_follow_and_the_log_tells(session: Session) -> None:
    own = session.actor.account
    first = register_melding(session, a_melding(SetClock())).uid
    session.store.write_now(lambda w: w.db.conn.execute("UPDATE changes SET pushed_at = 'x' WHERE uid = ?", [first]))
    second = register_melding(session, a_melding(SetClock())).uid
    start_ronde(session)
    session.store.adopt_account("a-1", "boa")
    with session.store.read() as reader:
        assert overname.stored_account(reader) == ("a-1", "boa")
        users = dict(reader.db.conn.execute("SELECT uid, user FROM changes WHERE entity = 'melding'").fetchall())
        assert users == {first: own, second: "a-1"}
        made = reader.db.conn.execute("SELECT DISTINCT gemaakt_door FROM meldingen").fetchall()
        (medewerker,) = reader.db.conn.execute(
            "SELECT json_extract(value, '$.medewerker') FROM changes WHERE entity = 'ronde'"
        ).fetchone()
        assert (made, medewerker) == ([("a-1",)], "a-1")
        assert audit.check_chain(reader) is None
        last = list(audit.lines(reader))[-1]
    assert (last["object_id"], last["reden_tekst"]) == ("a-1", own)
    assert (session.store.meta.account, session.store.meta.rol) == ("a-1", "boa")


def test_a_failure_changes_nothing(session: Session) -> None:
    own = session.store.meta

    def fail(_: object) -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        session.store.adopt_account("a-1", "boa", fail)
    assert session.store.meta == own
    with session.store.read() as reader:
        assert overname.stored_account(reader) == (own.account, own.rol)


def test_only_an_empty_store_may_move_to_another_municipality(session: Session) -> None:
    with session.store.read() as reader:
        assert overname.is_empty(reader)
    session.store.adopt_account("a-1", "boa", gemeente=("GM0001", "Elders"))
    assert session.store.meta.gemeente_code == "GM0001"
    register_melding(session, a_melding(SetClock()))
    with session.store.read() as reader:
        assert not overname.is_empty(reader)
