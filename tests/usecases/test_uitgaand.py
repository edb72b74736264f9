"""Carrying the sealed outbox: without a passphrase, unread, and as often as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.store import uitgaand
from boa_app.store.opening import KEYFILE_NAME
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.session import Session
from boa_app.usecases.uitgaand import Gekopieerd, draag_uitgaand, kopieer_uitgaand, uitgaandstand
from tests.samples import SetClock, a_melding
from tests.store.enrolled import enrol
from tests.store.test_uitgaand import seal_all


def test_what_lies_here_is_counted_and_carried(session: Session, clock: SetClock, tmp_path: Path) -> None:
    assert not uitgaandstand(session).kan_verzegelen
    enrol(session.store)
    register_melding(session, a_melding(clock))
    seal_all(session.store)
    stand = uitgaandstand(session)
    assert (stand.bestanden, stand.vreemd, stand.te_sturen, stand.kan_verzegelen) == (1, 0, 1, True)
    assert stand.bytes > 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert kopieer_uitgaand(session, stick) == Gekopieerd(stick, 1)
    (carried,) = stick.iterdir()
    assert carried.read_bytes() == (session.store.folder / uitgaand.FOLDER_NAME / carried.name).read_bytes()
    assert kopieer_uitgaand(session, stick) == Gekopieerd(stick, 0, 1)


def test_it_can_be_carried_when_the_key_is_gone(session: Session, clock: SetClock, tmp_path: Path) -> None:
    enrol(session.store)
    register_melding(session, a_melding(clock))
    seal_all(session.store)
    folder = session.store.folder
    session.close()
    (folder / KEYFILE_NAME).unlink()
    stick = tmp_path / "stick"
    stick.mkdir()
    assert draag_uitgaand(folder, stick).bestanden == 1


def test_a_copy_that_was_cut_is_made_again(session: Session, clock: SetClock, tmp_path: Path) -> None:
    enrol(session.store)
    register_melding(session, a_melding(clock))
    seal_all(session.store)
    stick = tmp_path / "stick"
    stick.mkdir()
    kopieer_uitgaand(session, stick)
    (carried,) = stick.iterdir()
    whole = carried.read_bytes()
    carried.write_bytes(whole[:50])
    assert kopieer_uitgaand(session, stick).bestanden == 1
    assert carried.read_bytes() == whole


def test_an_empty_outbox_and_a_folder_that_is_not_there(session: Session, clock: SetClock, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="uitgaand_leeg"):
        draag_uitgaand(session.store.folder, tmp_path)
    enrol(session.store)
    register_melding(session, a_melding(clock))
    seal_all(session.store)
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt"):
        kopieer_uitgaand(session, tmp_path / "weg")
