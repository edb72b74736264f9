"""Older meldingen are read at the centre, with a reason, and nothing of them stays here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.store import meldingen
from boa_app.usecases.ouder import vraag_ouder
from boa_app.usecases.synchroniseren import onderhoud
from tests.apparaten import Opstelling, opstelling


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def test_what_is_too_old_for_the_device_is_read_online(veld: Opstelling) -> None:
    boa = veld.apparaat()
    uid = boa.meld(feiten="Groep bij de bank.", ernst="2")
    boa.sync()
    day = veld.clock().date()
    veld.clock.forward(days=100)
    boa.sync()
    onderhoud(boa.session)
    with boa.session.store.read() as reader:
        assert meldingen.get_melding(reader, uid) is None, "a boa's device holds 90 days"
    (found,) = vraag_ouder(boa.session, day, day, "vraag van de raad")
    assert (found.uid, found.eigen, found.velden["ernst"]) == (uid, True, "2")
    assert found.velden["lon"] == pytest.approx(5.05)
    with boa.session.store.read() as reader:
        assert meldingen.count(reader) == 0
        rows = reader.db.conn.execute("SELECT count(*) FROM changes WHERE uid = ? AND pushed_at IS NOT NULL", [uid])
        assert rows.fetchone()[0] == 0, "nothing of it is kept"
    assert vraag_ouder(boa.session, day - timedelta(days=9), day - timedelta(days=1), "vraag") == ()


def test_a_reason_and_a_period_are_asked(veld: Opstelling) -> None:
    boa = veld.apparaat()
    day = date(2026, 1, 1)
    with pytest.raises(UserError, match="reden_nodig"):
        vraag_ouder(boa.session, day, day, " ")
    with pytest.raises(UserError, match="dagen_omgekeerd"):
        vraag_ouder(boa.session, day, day - timedelta(days=1), "vraag")
