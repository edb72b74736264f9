"""What a device is told about itself and its centre."""

from __future__ import annotations

import dataclasses

from boa_app.server.backend import Backend
from boa_app.server.dienst import TERUGGEZET
from boa_app.server.inrichten import vervang_herstelcode
from boa_app.server.instellingen import write_extra
from boa_app.sync.beheer import Rolperiode
from tests.server.identiteit import LATEST, maak_centrum


def test_the_stand_is_of_this_account_and_this_moment(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"), horizon=lambda: 7)
    rollen = (Rolperiode("boa", LATEST, "2026-12-31"),)
    holder = centrum.toestel(centrum.account(rollen=rollen, buurten=("BU03530002", "BU03530001")))
    toegang = centrum.wie(holder.token(centrum.dienst))
    stand = centrum.dienst.stand_van(toegang)
    assert stand.buurten == ("BU03530001", "BU03530002")
    assert (stand.einde, stand.horizon, stand.nu, stand.teruggezet) == ("2026-12-31", 7, "2026-11-20T12:00:00.000Z", "")
    vervang_herstelcode(centrum.db, centrum.klok())
    write_extra(centrum.db, TERUGGEZET, "x")
    later = centrum.dienst.stand_van(toegang)
    assert later.herstel_sleutel != stand.herstel_sleutel
    assert dataclasses.replace(later, herstel_sleutel=stand.herstel_sleutel, teruggezet="") == stand
