"""Loading buurten is logged, whole or not at all; a werkgebied is named by code or name."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.buurtbeheer import laad_buurten, lijst_buurten, vind_codes
from tests.centrale import OOST, WEST, buurten_geojson
from tests.server.identiteit import maak_centrum


def test_loading_replaces_and_is_logged(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    assert [one.code for one in laad_buurten(centrum.db, buurten_geojson(), MACHINE, centrum.klok())] == [OOST, WEST]
    assert [one.code for one in lijst_buurten(centrum.db)] == [OOST, WEST]
    line = centrum.regels()[-1]
    assert (line["object_type"], line["object_id"]) == ("buurten", "2")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"features": []}', b"[" * 5000])
def test_what_cannot_be_read_leaves_what_was_there(backend: Backend, content: bytes) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    laad_buurten(centrum.db, buurten_geojson(), MACHINE, centrum.klok())
    with pytest.raises(UserError, match="buurten_ongeldig"):
        laad_buurten(centrum.db, content, MACHINE, centrum.klok())
    assert len(lijst_buurten(centrum.db)) == 2


def test_a_werkgebied_is_found_by_code_or_name(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    assert vind_codes(centrum.db, []) is None
    assert vind_codes(centrum.db, ["BU1, BU2"]) == ("BU1", "BU2")
    laad_buurten(centrum.db, buurten_geojson(), MACHINE, centrum.klok())
    assert vind_codes(centrum.db, [OOST.lower(), WEST]) == (OOST, WEST)
    with pytest.raises(UserError, match="buurt_onbekend"):
        vind_codes(centrum.db, ["Elders"])
