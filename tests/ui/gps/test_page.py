"""*Plaatsbepaling* as a person uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boa_app.ui.gps.page import GpsPage
from boa_app.ui.gps.service import GpsToestand
from boa_app.ui.shell import Shell
from boa_app.usecases.gps import GpsBron, lees_instelling
from tests.ui.gps.walks import standing
from tests.ui.look import WINDOWS, assert_look, resize_window


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> Iterator[GpsPage]:
    shell.show_page("gps")
    made = shell.real_page("gps")
    assert isinstance(made, GpsPage)
    qtbot.waitUntil(lambda: not shell.context.tasks.is_busy, timeout=15_000)
    yield made


def _choose(page: GpsPage, code: str) -> None:
    next(tile for tile in page.source.bron.tiles() if tile.choice.code == code).click()


def test_a_recording_is_chosen_kept_and_shown(
    qtbot: QtBot, shell: Shell, page: GpsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = standing(tmp_path / "ronde.nmea", 300)
    # The file chooser belongs to the system; what it answers is ours to handle.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(walk), ""))
    _choose(page, GpsBron.BESTAND)
    qtbot.waitUntil(lambda: page.now.state.accessibleName() == "Plaats bekend", timeout=15_000)
    assert page.source.file_name.text() == "ronde.nmea"
    assert "nauwkeurig tot ±" in page.now.lines.text()
    assert "52,02030" in page.now.lines.text()
    assert lees_instelling(shell.context.session).bestand == str(walk)
    shell.show_page("vandaag")
    assert shell.context.gps.toestand is GpsToestand.UIT


def test_no_port_says_what_to_do(page: GpsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtSerialPort import QSerialPortInfo

    monkeypatch.setattr(QSerialPortInfo, "availablePorts", staticmethod(list))
    _choose(page, GpsBron.SERIEEL)
    assert page.source.no_ports.isVisible()
    assert page.source.baud.isVisible()
    assert not page.source.file.isVisible()


@pytest.mark.parametrize("size", WINDOWS)
def test_it_looks_right_at_every_size(qtbot: QtBot, shell: Shell, page: GpsPage, size: tuple[int, int]) -> None:
    _choose(page, GpsBron.SERIEEL)
    resize_window(shell, *size)
    assert_look(shell)
