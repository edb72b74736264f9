"""By hand, as an administrator does it: real commands, a real store, and files in between."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.moments import utc_now
from boa_app.usecases.aanmelden import meld_aan, sessie_van
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import run_sync, syncstand
from boa_app.usecases.uitgaand import draag_uitgaand
from boa_app.usecases.usb import lees_antwoord, schrijf_usb
from tests.samples import SetClock, a_melding, make_sample_session
from tests.store.test_uitgaand import seal_all
from tests.test_cli_centraal import Plek


class Geval:
    """A centre made by commands and a device that signed up and then lost its line."""

    def __init__(self, folder: Path) -> None:
        self.plek = Plek(folder / "centrale")
        process = self.plek.start("gebruiker", "toevoegen", "Sam de Wit", "--rol", "boa", "--json")
        _, said = process.communicate(timeout=100)
        assert process.returncode == 0, said
        self.herstelcode = next(word.strip(".") for word in said.split() if word.count("-") == 4)
        self.clock = SetClock()
        self.clock.now = utc_now()
        self.session: Session = make_sample_session(folder / "toestel", self.clock)
        code = self.plek.ok("toestel", "code", "Sam de Wit")["code"]
        with self.plek.serving() as (_, address):
            meld_aan(self.session, address, code, naam="Laptop")
            self.session = sessie_van(self.session)
            run_sync(self.session)

    def meld(self) -> None:
        from boa_app.usecases.meldingen import register_melding

        register_melding(self.session, a_melding(self.clock))


@pytest.fixture
def geval(tmp_path: Path) -> Iterator[Geval]:
    made = Geval(tmp_path)
    yield made
    made.session.close()


def test_a_stick_goes_to_the_centre_and_back(geval: Geval, tmp_path: Path) -> None:
    geval.meld()
    stick = schrijf_usb(geval.session, tmp_path / "werk.boaz").bestand
    answer = tmp_path / "antwoord"
    told = geval.plek.ok("usb", str(stick), "--naar", str(answer))
    assert told == {"wijzigingen": 1, "fotos": 0, "antwoord": str(answer)}
    assert lees_antwoord(geval.session, answer).bon.is_gelijk
    code, _, said = geval.plek.run("usb", str(answer), "--naar", str(tmp_path / "x"))
    assert (code, said.split(":")[0]) == (2, "usb_vreemd")


def test_an_outbox_is_taken_in_with_the_recovery_code(
    geval: Geval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geval.meld()
    seal_all(geval.session.store)
    # A stick may hold the folders of several devices.
    stick = tmp_path / "stick"
    one = stick / "toestel-sam"
    one.mkdir(parents=True)
    draag_uitgaand(geval.session.store.folder, one)
    code, _, said = geval.plek.run("uitgaand", str(stick))
    assert (code, said.split(":")[0]) == (2, "herstelcode_nodig")
    monkeypatch.setitem(os.environ, "BOA_APP_HERSTELCODE", geval.herstelcode)
    told = geval.plek.ok("uitgaand", str(stick))
    assert told == {"bestanden": 1, "genomen": 1, "geweigerd": 0, "fotos": 0, "bevindingen": []}
    (stick / "half.boaz").write_bytes(b"half")
    code, told, _ = geval.plek.run("uitgaand", str(stick))
    assert (code, told["genomen"]) == (2, 1)
    assert told["bevindingen"] == [{"bestand": "half.boaz", "code": "usb_geen_pakket"}]
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert geval.plek.run("uitgaand", str(empty))[2].startswith("uitgaand_leeg")
    assert syncstand(geval.session).onverzonden == 1
