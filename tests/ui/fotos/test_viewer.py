from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.store import audit, fotos
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.intake import FotoKijk
from boa_app.ui.fotos.viewer import FotoKijkPage
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.usecases.changes import Undo
from boa_app.usecases.fotos import FotoDoel, miniaturen
from tests.ui.fotos.photos import add_photo, first_melding
from tests.ui.frames import framed, wait_for_layout
from tests.ui.look import WINDOWS, assert_look, resize_window


@pytest.fixture
def page(ui: UiContext) -> FotoKijkPage:
    return FotoKijkPage(ui)


@pytest.fixture
def window(qtbot: QtBot, ui: UiContext, page: FotoKijkPage) -> Iterator[MainFrame]:
    with framed(qtbot, ui, page) as shown:
        yield shown


def looked_at(ui: UiContext) -> list[str]:
    with ui.session.store.read() as reader:
        lines = list(audit.lines(reader))
    return [str(line["object_id"]) for line in lines if (line["actie"], line["object_type"]) == ("RAADPLEGEN", "foto")]


def show(qtbot: QtBot, page: FotoKijkPage, kijk: FotoKijk) -> None:
    page.show_foto(kijk)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.foto.uid == kijk.uid)


def test_each_photo_shown_is_logged(
    qtbot: QtBot, ui: UiContext, page: FotoKijkPage, window: MainFrame, photo: Path, plain: Path
) -> None:
    melding = first_melding(ui)
    first, second = (add_photo(ui, path, FotoDoel(melding=melding)) for path in (photo, plain))
    assert len(miniaturen(ui.session, melding)) == 2
    assert looked_at(ui) == []
    show(qtbot, page, FotoKijk((first, second), first, mag_weg=True))
    assert (page.canvas.picture_size.width(), page.canvas.picture_size.height()) == (800, 600)
    assert page.context().startswith("1 van 2, genomen 20-11-2026")
    qtbot.mouseClick(window.foot.action_items()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.foto.uid == second)
    assert page.context() == "2 van 2"
    assert looked_at(ui) == [first, second]
    for size in WINDOWS:
        resize_window(window, *size)
        wait_for_layout()
        assert_look(page)


def test_taking_away_goes_back_with_a_way_to_undo(
    qtbot: QtBot, ui: UiContext, page: FotoKijkPage, window: MainFrame, photo: Path
) -> None:
    uid = add_photo(ui, photo, FotoDoel(melding=first_melding(ui)))
    show(qtbot, page, FotoKijk((uid,), uid, mag_weg=True))
    undos: list[object] = []
    ui.notice_requested.connect(lambda _words, undo: undos.append(undo))
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(window.foot.action_items()[0], Qt.MouseButton.LeftButton)
    assert [type(undo) for undo in undos] == [Undo]
    assert miniaturen(ui.session, first_melding(ui)) == ()


def test_who_may_only_look_has_no_act(
    qtbot: QtBot, ui: UiContext, page: FotoKijkPage, window: MainFrame, photo: Path
) -> None:
    uid = add_photo(ui, photo, FotoDoel(melding=first_melding(ui)))
    show(qtbot, page, FotoKijk((uid,), uid))
    assert window.foot.action_items() == ()


def test_a_broken_file_is_told(qtbot: QtBot, ui: UiContext, page: FotoKijkPage, window: MainFrame, photo: Path) -> None:
    uid = add_photo(ui, photo, FotoDoel(melding=first_melding(ui)))
    with ui.session.store.read() as reader:
        foto = fotos.get_foto(reader, uid)
    assert foto is not None
    fotos.file_of(ui.session.store.folder, foto.sha256).unlink()
    with qtbot.waitSignal(ui.error_raised) as raised:
        page.show_foto(FotoKijk((uid,), uid))
    assert raised.args[0].code == "foto_ontbreekt"
    assert page.shown is None


def test_leaving_lets_the_picture_go_and_coming_back_reads_it_again(
    qtbot: QtBot, ui: UiContext, page: FotoKijkPage, window: MainFrame, photo: Path
) -> None:
    uid = add_photo(ui, photo, FotoDoel(melding=first_melding(ui)))
    show(qtbot, page, FotoKijk((uid,), uid))
    page.page_hidden()
    assert page.canvas.picture_size.isEmpty()
    page.page_shown()
    qtbot.waitUntil(lambda: page.shown is not None)
    assert looked_at(ui) == [uid, uid]


def test_without_a_photo_in_hand_the_page_goes_back(qtbot: QtBot, page: FotoKijkPage, window: MainFrame) -> None:
    with qtbot.waitSignal(page.closed):
        page.page_shown()
