"""The columns of list and map, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.store import kolommen, meldingen
from boa_app.usecases.meldingen import laat_vervallen, register_melding, wijzig_melding
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session

ABSENT = "0192f8a0-0000-7000-8000-000000000000"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_sample_session(tmp_path / "opslag", SetClock())
    yield opened
    opened.close()


def test_moments_windows_and_lapsed_rows(session: Session) -> None:
    clock = SetClock()
    until = clock() - timedelta(minutes=10)
    window = register_melding(session, a_melding(clock, gebeurd_van=until - timedelta(hours=1), gebeurd_tot=until)).uid
    moment = register_melding(session, a_melding(clock, ernst="2"), zelfde_groep_als=window).uid
    laat_vervallen(session, moment, "dubbel")
    account, now_s, until_s = session.actor.account, int(clock().timestamp()), int(until.timestamp())
    with session.store.read() as reader:
        roots = kolommen.roots_of(reader, {window, moment, ABSENT})
        nrs = {record.uid: record.nr for record in meldingen.get_by_nr(reader, [1, 2])}
        rows = {row[0]: row for piece in kolommen.pieces(reader, account) for row in piece}
        few = kolommen.columns_for(reader, {moment}, account)
        (other,) = kolommen.columns_for(reader, {moment}, "someone else")
        most = kolommen.about_how_many(reader)
    assert roots == {window: (window, nrs[window]), moment: (window, nrs[window]), ABSENT: (ABSENT, None)}
    own = ("GEL-STEM", "", "EIGEN", "", 1, "", 1, now_s)
    assert rows[nrs[window]][3:] == (until_s - 3600, until_s, *own)
    assert rows[nrs[moment]][3:] == (now_s, now_s, "GEL-STEM", "2", "EIGEN", "", 0, window, 1, now_s)
    assert few == [rows[nrs[moment]]]
    assert other[-2] == 0
    assert len(nrs) == 2 <= most


def test_an_event_joined_to_another_is_followed_to_the_end(session: Session) -> None:
    clock = SetClock()
    a, b, c, d = (register_melding(session, a_melding(clock)).uid for _ in range(4))
    for uid, incident in ((c, a), (a, b)):
        wijzig_melding(session, uid, {"incident": incident})
    with session.store.read() as reader:
        nr = meldingen.get_melding(reader, b).nr
        assert kolommen.roots_of(reader, [a, b, c, d]) == {a: (b, nr), b: (b, nr), c: (b, nr), d: (d, nr + 2)}
        assert kolommen.members_of(reader, [b]) == {a, b, c} and kolommen.members_of(reader, [d]) == {d}
    # Two called after each other: one event still, and no search without an end.
    wijzig_melding(session, b, {"incident": c})
    with session.store.read() as reader:
        assert len({root for root, _nr in kolommen.roots_of(reader, [a, b, c]).values()}) == 1
        assert kolommen.members_of(reader, [c]) == {a, b, c}


def test_many_come_in_pieces(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SetClock()
    for _ in range(5):
        register_melding(session, a_melding(clock))
    monkeypatch.setattr(kolommen, "PIECE", 2)
    with session.store.read() as reader:
        assert [len(piece) for piece in kolommen.pieces(reader, session.actor.account)] == [2, 2, 1]


def test_reading_goes_on_after_memory_was_given_back(session: Session) -> None:
    register_melding(session, a_melding(SetClock()))
    with session.store.read() as reader:
        assert len(list(kolommen.pieces(reader, ""))) == 1
        kolommen.give_back(reader)
        assert len(list(kolommen.pieces(reader, ""))) == 1
