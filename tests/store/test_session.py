from __future__ import annotations

from datetime import timedelta
from typing import cast

from boa_app.store.session import Reader, Writer
from boa_app.sync.clock import Hlc
from boa_app.vault.sqlcipher import Database
from tests.store.samples import DEVICE, META, START

NO_DATABASE = cast("Database", None)


def _writer(last: Hlc | None = None) -> Writer:
    return Writer(NO_DATABASE, START, META, "sessie", last, 0, "0")


def test_a_writer_knows_who_where_and_when() -> None:
    w = _writer()
    assert isinstance(w, Reader)
    assert (w.account, w.rol, w.device) == ("boa1", "teamleider", DEVICE)
    assert w.owned() == ("GM0353", "2026-11-20T20:42:00.000Z", "boa1", "2026-11-20T20:42:00.000Z")
    assert w.new_id() != w.new_id()


def test_the_clock_never_runs_backward() -> None:
    ahead = Hlc(int((START + timedelta(days=1)).timestamp() * 1000), 7, DEVICE)
    w = _writer(ahead)
    texts = [str(ahead), w.next_hlc(), w.next_hlc()]
    assert texts == sorted(set(texts))
    assert Hlc.parse(texts[-1]) == w.last_hlc
