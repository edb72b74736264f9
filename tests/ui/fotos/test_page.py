from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.store import fotos
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.intake import Bron, FotoOpdracht, from_paths
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.usecases.changes import Done
from boa_app.usecases.fotos import FotoDoel
from tests.ui.fotos.photos import count_photos, first_melding
from tests.ui.frames import framed, wait_for_layout
from tests.ui.look import WINDOWS, assert_look, assert_one_yellow, resize_window


@dataclass
class Desk:
    """The page in a frame, and what it told."""

    qtbot: QtBot
    ui: UiContext
    window: MainFrame
    page: FotoPage
    stored: list[Done] = field(default_factory=list)
    errors: list[BoaError] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def begin(self, *bronnen: Bron, with_place: bool = False, wait: bool = True) -> None:
        place = (lambda lon, lat: self.places.append((lon, lat))) if with_place else None
        doel = FotoDoel(melding=first_melding(self.ui))
        self.page.begin(FotoOpdracht(bronnen, doel, self.stored.append, place))
        if wait:
            self.wait_read()

    def wait_read(self) -> None:
        self.qtbot.waitUntil(lambda: self.page._werk is not None)

    def touch_corner(self) -> None:
        self.qtbot.mouseClick(self.window.foot.corner, Qt.MouseButton.LeftButton)

    def confirm(self) -> None:
        self.qtbot.mouseClick(self.page.check, Qt.MouseButton.LeftButton)


def make_desk(qtbot: QtBot, ui: UiContext) -> Iterator[Desk]:
    page = FotoPage(ui)
    with framed(qtbot, ui, page) as window:
        made = Desk(qtbot, ui, window, page)
        ui.error_raised.connect(made.errors.append)
        ui.notice_requested.connect(lambda words, _undo: made.notices.append(words))
        yield made


@pytest.fixture
def desk(qtbot: QtBot, ui: UiContext) -> Iterator[Desk]:
    yield from make_desk(qtbot, ui)


@pytest.fixture
def each_desk(qtbot: QtBot, each_ui: UiContext) -> Iterator[Desk]:
    yield from make_desk(qtbot, each_ui)


def test_nothing_is_stored_before_somebody_says_that_it_was_checked(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    assert not desk.window.foot.corner.isEnabled()
    desk.touch_corner()
    desk.page.save()
    assert count_photos(desk.ui) == 0
    desk.confirm()
    assert desk.window.foot.corner.isEnabled()
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.touch_corner()
        desk.page.save()
    assert count_photos(desk.ui) == 1
    assert desk.stored[0].undo is not None
    assert len(desk.notices) == 1


def test_a_stroke_of_the_mouse_is_in_the_stored_picture(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    canvas = desk.page.canvas
    middle = canvas.rect().center()
    desk.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle - QPoint(80, 0))
    desk.qtbot.mouseMove(canvas, middle + QPoint(80, 0))
    desk.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(80, 0))
    assert len(canvas.strokes()) == 1
    desk.confirm()
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.touch_corner()
    with desk.ui.session.store.read() as reader:
        foto = fotos.get_foto(reader, desk.stored[0].uid)
        assert foto is not None
        jpeg = fotos.read_picture(reader, desk.ui.session.store.folder, foto)
    from PySide6.QtGui import QImage

    colour = QImage.fromData(jpeg).pixelColor(400, 300)
    assert max(abs(colour.red() - 16), abs(colour.green() - 34), abs(colour.blue() - 44)) <= 6


def test_strokes_by_key_go_back_one_by_one(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    desk.page.canvas.setFocus()
    for _ in range(2):
        desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Space)
    assert len(desk.page.canvas.strokes()) == 2
    back = desk.page.foot().actions[0]
    assert (back.shortcut, back.reason) == ("Ctrl+Z", "")
    for left in (1, 0):
        desk.qtbot.mouseClick(desk.window.foot.action_items()[0], Qt.MouseButton.LeftButton)
        assert len(desk.page.canvas.strokes()) == left
    assert desk.page.foot().actions[0].reason


def test_a_promise_falls_when_a_stroke_is_taken_back(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Space)
    desk.confirm()
    desk.qtbot.keyClick(desk.page.canvas, Qt.Key.Key_Space)
    assert desk.page.check.isChecked()
    desk.page.canvas.undo_stroke()
    assert not desk.page.check.isChecked()
    assert not desk.window.foot.corner.isEnabled()


def test_each_photo_is_checked_anew_and_broken_ones_are_told(
    desk: Desk, photo: Path, plain: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "brief.jpg"
    broken.write_bytes(b"geen foto")
    desk.begin(*from_paths([photo, broken, plain]))
    assert desk.page.context() == "1 van 3"
    desk.confirm()
    desk.touch_corner()
    desk.qtbot.waitUntil(lambda: desk.page.canvas.picture_size.height() == 900)
    assert [error.code for error in desk.errors] == ["foto_soort_onbekend"]
    assert desk.page.context() == "3 van 3"
    assert not desk.page.check.isChecked()
    assert not desk.window.foot.corner.isEnabled()
    desk.confirm()
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.touch_corner()
    assert count_photos(desk.ui) == 2


def test_a_photo_is_left_out(desk: Desk, photo: Path, plain: Path) -> None:
    desk.begin(*from_paths([photo, plain]))
    desk.qtbot.mouseClick(desk.window.foot.action_items()[1], Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.canvas.picture_size.height() == 900)
    assert count_photos(desk.ui) == 0


def test_when_no_photo_can_be_read_the_page_closes(desk: Desk, tmp_path: Path) -> None:
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.begin(*from_paths([tmp_path / "weg.jpg"]), wait=False)
    assert [error.code for error in desk.errors] == ["bestand_ontbreekt"]


def test_a_refusal_leaves_the_photo_on_the_screen(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    (desk.ui.session.store.folder / "fotos").write_bytes(b"in de weg")
    desk.confirm()
    desk.touch_corner()
    desk.qtbot.waitUntil(lambda: bool(desk.errors))
    assert desk.page._werk is not None
    (desk.ui.session.store.folder / "fotos").unlink()
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.touch_corner()
    assert count_photos(desk.ui) == 1


def test_the_place_of_the_camera_goes_nowhere_unasked(desk: Desk, photo: Path, plain: Path) -> None:
    desk.begin(*from_paths([photo]))
    assert not desk.page.place.isVisible()
    desk.begin(*from_paths([plain]), with_place=True)
    assert not desk.page.place.isVisible()
    desk.begin(*from_paths([photo]), with_place=True)
    assert desk.page.place.isVisible()
    assert desk.places == []
    desk.qtbot.mouseClick(desk.page.place, Qt.MouseButton.LeftButton)
    assert desk.places == [pytest.approx((5.0405, 52.0205))]
    assert not desk.page.place.isVisible()


def test_tools_and_zoom_do_what_they_say(desk: Desk, photo: Path) -> None:
    desk.begin(*from_paths([photo]))
    page, qtbot = desk.page, desk.qtbot
    for knop, zooms in ((page.nearer, True), (page.farther, False), (page.nearer, True), (page.whole, False)):
        qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        assert (page.canvas.zoom > 1) == zooms
    sizes = []
    for code in ("klein", "groot"):
        qtbot.mouseClick(page.tools.tools[code], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton)
        sizes.append(page.canvas.strokes()[-1].dikte_px)
    assert sizes[0] < sizes[1]
    qtbot.mouseClick(page.tools.tools["hand"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton)
    assert len(page.canvas.strokes()) == 2


def test_the_rule_is_told_in_three_short_sentences(desk: Desk) -> None:
    words = desk.page.rule.text()
    assert words.count(".") == 3
    assert "gezicht" in words
    assert "kenteken" in words
    assert "90 dagen" in words


def test_without_a_photo_in_hand_the_page_goes_back(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.page.closed):
        desk.page.page_shown()


@pytest.mark.parametrize("size", WINDOWS)
def test_look(each_desk: Desk, photo: Path, size: tuple[int, int]) -> None:
    each_desk.begin(*from_paths([photo, photo]), with_place=True)
    each_desk.confirm()
    resize_window(each_desk.window, *size)
    wait_for_layout()
    assert_look(each_desk.page)
    assert_one_yellow(each_desk.window)
    assert each_desk.page.canvas.width() >= size[0] // 2
    assert each_desk.page.check.isVisible()
    inside = each_desk.page._side
    assert each_desk.page.tools.mapTo(inside, each_desk.page.tools.rect().bottomRight()).x() < inside.width()
