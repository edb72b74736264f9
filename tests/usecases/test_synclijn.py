"""A line is made for who is signed up, and closed when it is no longer needed."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.store import sync_stand
from boa_app.store.sync_stand import Toestel
from boa_app.sync.transport import Transport
from boa_app.usecases.session import Session
from boa_app.usecases.synclijn import open_line, sign_in_with


def _enrol(session: Session) -> None:
    toestel = Toestel("http://127.0.0.1:9", "c", session.store.meta.device, "00" * 32, "11" * 32)
    session.store.write_now(lambda w: sync_stand.keep_toestel(w, toestel))


def test_only_a_device_that_belongs_to_a_centre_has_a_line(session: Session) -> None:
    with pytest.raises(UserError, match="niet_aangemeld"), open_line(session):
        pass
    _enrol(session)
    with open_line(session) as line:
        assert line.server == "http://127.0.0.1:9"
    session.store.write_now(sync_stand.revoke)
    with pytest.raises(UserError, match="toestel_ingetrokken"), open_line(session):
        pass


def test_a_line_that_is_given_is_used_and_left_open(session: Session) -> None:
    _enrol(session)
    with Transport("http://127.0.0.1:9") as own:
        with open_line(session, own, lambda: True) as line:
            assert line is own
            assert line.cancelled()
        assert sign_in_with(own, None) is None
        assert sign_in_with(own, print) is not None
