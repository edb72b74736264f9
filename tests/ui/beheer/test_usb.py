"""A file that was brought on a stick: the answer stands beside it, a refusal is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.beheer.usb import UsbBringer
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from tests.ui.beheer.conftest import WAIT_MS


def test_what_is_no_package_is_refused(qtbot: QtBot, ui: UiContext, work: BeheerWerk, tmp_path: Path) -> None:
    bringer = UsbBringer(ui, work)
    file = tmp_path / "werk.boaz"
    file.write_bytes(b"geen pakket")
    with qtbot.waitSignal(work.act_failed, timeout=WAIT_MS) as caught:
        bringer.bring(file)
    assert caught.args[0].code == "usb_geen_pakket"
    assert [path.name for path in tmp_path.glob("*boaz*")] == ["werk.boaz"]


def test_the_window_asks_which_file(qtbot: QtBot, ui: UiContext, work: BeheerWerk, tmp_path: Path) -> None:
    bringer, window = UsbBringer(ui, work), QWidget()
    qtbot.addWidget(window)
    bringer.ask(window)
    dialog = window.findChildren(QFileDialog)[0]
    with qtbot.waitSignal(work.act_failed, timeout=WAIT_MS) as caught:
        dialog.fileSelected.emit(str(tmp_path / "weg.boaz"))
    assert caught.args[0].code == "usb_onleesbaar"
    dialog.reject()
