"""A session whose kaartpakket has a street network, for the pages that show it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from boa_app.mapdata.netwerk import write_netwerk
from boa_app.usecases.session import Session
from tests.ui.small_store import make_session
from tests.usecases.test_straatnet import town


def session_with_streets(folder: Path) -> Session:
    """The small store on a network of two streets of one name, a back path and a lane."""
    session = make_session(folder / "opslag")
    path = folder / "netwerk.straten"
    write_netwerk(path, town())
    assert session.kaart is not None
    return replace(session, kaart=replace(session.kaart, netwerk=path))
