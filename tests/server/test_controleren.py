"""A check of the centre says what is wrong by code, and nothing when it is whole; on both back ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.server.audit import MACHINE
from boa_app.server.controleren import controleer
from boa_app.server.fotos import Fotomap
from boa_app.server.kaartpakketten import Kaartenmap, kaartsleutel, zet
from boa_app.server.opschoning import bevestig, schoon_op
from boa_app.sync.kaartbestand import vingerafdruk
from tests.kaartbestanden import MAKER, schrijf_kaartbestand
from tests.server.identiteit import GEMEENTE
from tests.server.installatie import Installatie, maak_installatie


@pytest.fixture(params=["bestand", pytest.param("postgres", marks=pytest.mark.postgres)])
def installatie(request: pytest.FixtureRequest, tmp_path: Path) -> Installatie:
    dsn = request.getfixturevalue("postgres_dsn") if request.param == "postgres" else ""
    return maak_installatie(tmp_path, dsn)


def found(installatie: Installatie) -> set[str]:
    with installatie.open() as open_:
        return {one["code"] for one in controleer(open_.centrale, installatie.klok())}


def test_a_whole_centre_has_no_findings_and_each_fault_is_told_apart(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding()
        open_.push(toegang, maker, melding)
        open_.foto(toegang, maker, melding, b"beeld")
    assert found(installatie) == set()
    fotos = Fotomap(installatie.plaats.fotos)
    (sha256,) = fotos.names()
    fotos.remove(sha256)
    assert found(installatie) == {"fotos_ontbreken"}
    with installatie.open() as open_:
        open_.centrale.db.execute("DELETE FROM audit WHERE gemeente_code = %s AND seq = 2", ["GM0353"])
        open_.centrale.db.execute("UPDATE tellers SET stand = 1 WHERE gemeente_code = %s AND naam = 'seq'", ["GM0353"])
        open_.centrale.db.execute("DELETE FROM changes WHERE gemeente_code = %s AND entity = 'melding'", ["GM0353"])
    assert found(installatie) == {
        "fotos_ontbreken", "logboekketen_gebroken", "volgorde_voorbij_teller", "records_zonder_begin",
    }  # fmt: skip


def test_a_kaartpakket_that_rots_on_the_disk_is_found(installatie: Installatie, tmp_path: Path) -> None:
    path = schrijf_kaartbestand(tmp_path / "k.boakaart")
    with installatie.open() as open_, path.open("rb") as file:
        db = open_.centrale.db
        own = kaartsleutel(db).publiek
        kaarten = Kaartenmap(installatie.plaats.kaarten, lambda: own)
        zet(db, kaarten, file, installatie.klok(), vingerafdruk(MAKER.publiek))
    assert found(installatie) == set()
    (kept,) = installatie.plaats.kaarten.glob("*.boakaart")
    with kept.open("rb+") as file:
        file.seek(-1, 2)
        file.write(b"\x00")
    assert found(installatie) == {"kaartpakketten_beschadigd"}


def test_an_order_a_device_in_use_never_confirmed_is_shown_after_two_weeks(installatie: Installatie) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding()
        open_.push(toegang, maker, melding)
        installatie.klok.forward(minutes=1)
        with open_.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
            (nr,) = schoon_op(beurt, [("melding", melding.uid)], (), "handmatig", MACHINE, installatie.klok())
    installatie.klok.forward(days=15)
    assert found(installatie) == set(), "a device that was not heard of since cannot have done it"
    with installatie.open() as open_:
        open_.centrale.db.execute("UPDATE toestellen SET laatste_contact = %s WHERE device = %s",
                                  ["2026-12-05T00:00:00.000Z", toegang.device])  # fmt: skip
    assert found(installatie) == {"opschoning_onbevestigd"}
    with installatie.open() as open_:
        bevestig(open_.centrale.db, toegang.device, [nr], installatie.klok())
    assert found(installatie) == set()


def test_broken_pages_are_told_before_anything_is_counted(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path)
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        open_.push(toegang, maker, *(maker.melding() for _ in range(50)))
        open_.centrale.db.execute("DROP INDEX changes_sync")
        open_.centrale.db.execute("CREATE INDEX changes_sync ON changes (gemeente_code, sync)")
        assert controleer(open_.centrale, installatie.klok()) == []
