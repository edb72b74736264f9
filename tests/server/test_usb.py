"""Outbox files at the centre: read with the recovery key, from any device it ever knew, in any order, once or often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.foto import Werkfoto
from boa_app.server import identiteiten, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.fotos import Fotomap
from boa_app.server.inrichten import herstel_prive
from boa_app.server.onderdelen import Onderdelen
from boa_app.server.usb import Uitgaandverslag, Usbbalie
from boa_app.store.uitgaand import FOLDER_NAME
from boa_app.sync.beheer import Beeindiging
from boa_app.usecases import fotos as photos
from boa_app.usecases.fotos import FotoDoel
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.synchroniseren import syncstand
from tests.apparaten import Apparaat, Opstelling, opstelling
from tests.centrale import HERSTELCODE, luister, maak_centrale
from tests.samples import SetClock
from tests.store.test_uitgaand import seal_all


@pytest.fixture
def veld(tmp_path: Path, backend: Backend) -> Iterator[Opstelling]:
    """Both back ends: row-level security asks for a role of today, which a lost device may not have any more."""
    clock = SetClock()
    with luister(maak_centrale(backend, tmp_path / "centrale", clock)) as centrale:
        made = Opstelling(tmp_path, clock, centrale)
        yield made
        for device in made.devices:
            device.session.close()


def balie(veld: Opstelling) -> Usbbalie:
    delen = Onderdelen(veld.centrale.backend, veld.centrale.dienst)
    return Usbbalie(delen, Fotobalie(delen, Fotomap(veld.centrale.fotos)))


def outbox(device: Apparaat) -> list[bytes]:
    """What lies sealed on a device, as anyone can carry it."""
    seal_all(device.session.store)
    folder = device.session.store.folder / FOLDER_NAME
    return [path.read_bytes() for path in sorted(folder.glob("*.boaz"))]


def read(veld: Opstelling, files: list[bytes], code: str = HERSTELCODE) -> Uitgaandverslag:
    return balie(veld).read_outbox(files, herstel_prive(code))


def taken(veld: Opstelling) -> set[str]:
    return {row["uid"] for row in veld.centrale.db.execute("SELECT DISTINCT uid FROM changes WHERE entity = 'melding'")}


def test_work_of_a_lost_device_is_saved_by_its_outbox(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    een.sync()
    uid = een.meld()
    wijzig_melding(een.session, uid, {"ernst": "3"})
    files = outbox(een)
    assert read(veld, files) == Uitgaandverslag(1, genomen=2)
    assert taken(veld) == {uid}
    assert read(veld, files) == Uitgaandverslag(1, genomen=2), "twice is as once"
    ander.sync()
    assert syncstand(een.session).onverzonden == 2
    assert een.sync().bon.is_gelijk, "and the device itself may still come"


def test_a_photo_comes_after_what_it_belongs_to_in_whatever_order_files_are_read(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    werk = Werkfoto(bytes([200, 30, 40]) * (80 * 60), 80, 60)
    photos.voeg_foto_toe(een.session, werk, (), FotoDoel(melding=uid), nagekeken=True)
    files = outbox(een)
    assert len(files) == 2
    report = read(veld, [*reversed(files)])
    assert (report.genomen > 0, report.fotos, report.fouten) == (True, 1, {})
    rows = veld.centrale.db.execute("SELECT volledig FROM fotos WHERE sha256 <> ''")
    assert [row["volledig"] for row in rows] == [1]


def test_a_revoked_device_and_an_account_that_ended_lose_nothing(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    files = outbox(een)
    account = identiteiten.lees_account(veld.centrale.db, een.session.actor.account, veld.clock())
    toestellen.trek_in(veld.centrale.db, een.session.store.meta.device, "gestolen", MACHINE, veld.clock())
    identiteiten.beeindig_account(veld.centrale.db, account.id, Beeindiging("uit dienst"), MACHINE, veld.clock())
    assert read(veld, files) == Uitgaandverslag(1, genomen=1)
    assert taken(veld) == {uid}


def test_one_bad_file_keeps_no_other_back(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    een.sync()
    ander.sync()
    mine, theirs = een.meld(), ander.meld()
    (first,), (second,) = outbox(een), outbox(ander)
    report = read(veld, [b"zomaar iets", first, first[:-1], second])
    assert report == Uitgaandverslag(4, genomen=2, fouten={0: "usb_geen_pakket", 2: "usb_beschadigd"})
    assert taken(veld) == {mine, theirs}


def test_another_recovery_code_opens_nothing(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    report = read(veld, outbox(een), "00000-00000-00000-00000-00000")
    assert report == Uitgaandverslag(1, fouten={0: "usb_vreemd"})
    assert taken(veld) == set()


def test_a_package_of_an_unknown_device_or_another_centre_is_refused(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    files = outbox(een)
    with opstelling(tmp_path / "elders") as elders:
        assert read(elders, files).fouten == {0: "usb_vreemd"}
    veld.centrale.db.execute(
        "UPDATE toestellen SET teken_sleutel = %s WHERE device = %s", ["00" * 32, een.session.store.meta.device]
    )
    assert read(veld, files).fouten == {0: "usb_toestel_onbekend"}


def test_what_was_brought_is_in_the_audit_log(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    read(veld, outbox(een))
    rows = veld.centrale.db.execute("SELECT actie, object_type FROM audit WHERE object_type = 'uitgaand'")
    assert [(row["actie"], row["object_type"]) for row in rows] == [("SYNC", "uitgaand")]
