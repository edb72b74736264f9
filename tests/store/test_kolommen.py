"""The columns of list and map, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.store import kolommen
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session


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
    with session.store.read() as reader:
        nrs = kolommen.nrs_for(reader, {window, moment, "0192f8a0-0000-7000-8000-000000000000"})
        rows = {row[0]: row for row in kolommen.columns(reader)}
        few = list(kolommen.columns_for(reader, {moment}))
    account, now_s = session.actor.account, int(clock().timestamp())
    until_s = int(until.timestamp())
    assert rows[nrs[window]][3:] == (until_s - 3600, until_s, "GEL-STEM", "", 1, "", account, now_s)
    assert rows[nrs[moment]][3:] == (now_s, None, "GEL-STEM", "2", 0, window, account, now_s)
    assert few == [rows[nrs[moment]]]
    assert len(nrs) == 2
