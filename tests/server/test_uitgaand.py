"""An outbox that somebody brought, opened with the recovery code, goes in once and says what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.server.uitgaand import lees_uitgaand
from boa_app.sync.usb import PURPOSE_OUTBOX, SUFFIX, Heen, pack_heen
from boa_app.vault.zegel import seal_to, sign
from tests.server.identiteit import Toestelhouder
from tests.server.installatie import Installatie, Open, maak_installatie
from tests.server.wijzigingen import Maker


def seal(open_: Open, holder: Toestelhouder, account: str, feiten: str) -> bytes:
    """What a device leaves behind with one melding in it."""
    klok, own = open_.centrum.klok, open_.centrum.dienst.instellingen
    maker = Maker(klok, account, holder.device)
    push = maker.push(maker.melding(feiten=feiten))
    brief = Heen(uuid7(klok()), own.centrale, holder.device, account, to_iso(klok()), (push,))
    package = pack_heen(brief, {}, lambda content: sign(holder.teken.prive, content))
    return seal_to(own.herstel, package, PURPOSE_OUTBOX)


def test_files_and_folders_go_in_once_and_others_are_named(tmp_path: Path) -> None:
    installatie: Installatie = maak_installatie(tmp_path / "centrale")
    with installatie.open() as open_:
        code = open_.centrale.herstelcode
        account = open_.centrum.account()
        holder = open_.centrum.toestel(account)
        outbox = tmp_path / "usb" / "uitgaand"
        outbox.mkdir(parents=True)
        (outbox / f"een{SUFFIX}").write_bytes(seal(open_, holder, account.id, "nooit verzonden"))
        (outbox / f"stuk{SUFFIX}").write_bytes(b"x")
        (outbox / "iets anders.txt").write_bytes(b"x")
        told = lees_uitgaand(open_.centrale, [tmp_path / "usb"], code, installatie.klok)
        assert (told["bestanden"], told["genomen"], told["geweigerd"]) == (2, 1, 0)
        assert told["niet_gelezen"] == [{"bestand": f"stuk{SUFFIX}", "code": "usb_geen_pakket"}]
        assert open_.bekend("nooit verzonden")
        before = len(open_.rows("changes"))
        lees_uitgaand(open_.centrale, [outbox / f"een{SUFFIX}"], code, installatie.klok)
        assert len(open_.rows("changes")) == before
        wrong = lees_uitgaand(
            open_.centrale, [outbox / f"een{SUFFIX}"], "ABCDE-FGHJK-MNPQR-STVWX-YZ012", installatie.klok
        )
        assert wrong["niet_gelezen"] == [{"bestand": f"een{SUFFIX}", "code": "usb_vreemd"}]
        with pytest.raises(BoaError, match="bestand_ontbreekt"):
            lees_uitgaand(open_.centrale, [tmp_path / "nergens"], code, installatie.klok)
