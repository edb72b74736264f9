from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from boa_app.domain.foto import FotoStand
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.intake import Bron
from boa_app.ui.fotos.strip import FotoStrip
from boa_app.usecases.fotos import FotoDoel, GetoondeFoto, miniaturen
from tests.ui.fotos.photos import add_photo, drop, files_in_hand, first_melding
from tests.ui.look import assert_look


@pytest.fixture
def strip(qtbot: QtBot, ui: UiContext) -> FotoStrip:
    made = FotoStrip(ui.themes)
    qtbot.addWidget(made)
    made.resize(340, 260)
    made.show()
    return made


def test_thumbnails_stand_in_rows_and_open(qtbot: QtBot, ui: UiContext, strip: FotoStrip, photo: Path) -> None:
    melding = first_melding(ui)
    uids = [add_photo(ui, photo, FotoDoel(melding=melding)) for _ in range(5)]
    strip.set_fotos(miniaturen(ui.session, melding))
    qtbot.waitUntil(lambda: strip.knoppen()[4].y() > strip.knoppen()[0].y())
    assert strip.uids() == tuple(uids)
    assert_look(strip)
    assert "2 van 5" in strip.knoppen()[1].accessibleName()
    with qtbot.waitSignal(strip.photo_opened) as opened:
        qtbot.mouseClick(strip.knoppen()[3], Qt.MouseButton.LeftButton)
    assert opened.args == [uids[3]]
    strip.set_fotos(())
    assert strip.knoppen() == ()


def test_a_photo_that_is_on_its_way_says_so_and_does_not_open(
    qtbot: QtBot, ui: UiContext, strip: FotoStrip, photo: Path
) -> None:
    melding = first_melding(ui)
    for _ in range(2):
        add_photo(ui, photo, FotoDoel(melding=melding))
    first, second = miniaturen(ui.session, melding)
    strip.set_fotos((first, GetoondeFoto(replace(second.foto, stand=FotoStand.VOLGT), b"")))
    waiting = strip.knoppen()[1]
    assert waiting.accessibleName() == "Foto 2 van 2 volgt nog"
    assert strip.ready_uids() == (first.foto.uid,)
    with qtbot.assertNotEmitted(strip.photo_opened):
        qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    image, ink = waiting.grab().toImage(), ui.themes.theme.color("ink-2")
    assert any(image.pixelColor(x, y) == ink for x in range(image.width()) for y in range(image.height()))
    assert_look(strip)


def test_a_file_is_chosen(qtbot: QtBot, strip: FotoStrip, photo: Path) -> None:
    strip.pick = lambda _parent: [photo]
    with qtbot.waitSignal(strip.photos_given) as given:
        qtbot.mouseClick(strip.add, Qt.MouseButton.LeftButton)
    assert given.args == [(Bron(photo, photo.name),)]
    strip.pick = lambda _parent: []
    with qtbot.assertNotEmitted(strip.photos_given):
        qtbot.mouseClick(strip.add, Qt.MouseButton.LeftButton)


def test_a_picture_is_pasted(qtbot: QtBot, strip: FotoStrip) -> None:
    QGuiApplication.clipboard().setImage(QImage(30, 20, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(strip.photos_given):
        qtbot.keyClick(strip.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()


def test_a_file_is_dropped(qtbot: QtBot, strip: FotoStrip, photo: Path) -> None:
    with qtbot.waitSignal(strip.photos_given) as given:
        assert drop(strip, files_in_hand(photo))
    assert given.args == [(Bron(photo, photo.name),)]
    text = QMimeData()
    text.setText("tekst")
    assert not drop(strip, text)


def test_who_may_only_look_adds_nothing(qtbot: QtBot, strip: FotoStrip, photo: Path) -> None:
    strip.set_may_add(may_add=False)
    assert not strip.add.isVisible()
    with qtbot.assertNotEmitted(strip.photos_given):
        assert not drop(strip, files_in_hand(photo))
        strip.paste()
