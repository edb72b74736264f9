from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import MeldingRecord
from boa_app.domain.roles import Actor, Rol
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.panel import FotoPanel
from boa_app.usecases.fotos import FotoDoel
from boa_app.usecases.meldingen_lezen import toon_melding
from tests.ui.fotos.photos import add_photo, first_melding
from tests.ui.look import assert_look


@pytest.fixture
def panel(qtbot: QtBot, ui: UiContext) -> Iterator[FotoPanel]:
    made = FotoPanel(ui)
    qtbot.addWidget(made)
    made.resize(700, 160)
    yield made
    ui.tasks.cancel_queries()


def record(ui: UiContext) -> MeldingRecord:
    return toon_melding(ui.session, first_melding(ui))


def test_photos_of_a_melding_and_the_way_to_add_one(qtbot: QtBot, ui: UiContext, panel: FotoPanel, photo: Path) -> None:
    uids = tuple(add_photo(ui, photo, FotoDoel(melding=first_melding(ui))) for _ in range(2))
    shown = record(ui)
    panel.show_record(shown, "dossier")
    qtbot.waitUntil(lambda: panel.strip.uids() == uids)
    assert_look(panel)
    with qtbot.waitSignal(panel.foto_opened) as opened:
        qtbot.mouseClick(panel.strip.knoppen()[1], Qt.MouseButton.LeftButton)
    kijk = opened.args[0]
    assert (kijk.uids, kijk.uid, kijk.reden, kijk.mag_weg) == (uids, uids[1], "dossier", True)
    panel.strip.pick = lambda _parent: [photo]
    with qtbot.waitSignal(panel.foto_requested) as asked:
        qtbot.mouseClick(panel.strip.add, Qt.MouseButton.LeftButton)
    assert asked.args[0].doel == FotoDoel(melding=shown.uid)
    assert asked.args[0].met_plek is None
    panel.clear()
    assert panel.strip.uids() == ()


def test_without_photos_it_offers_to_add_one(ui: UiContext, panel: FotoPanel) -> None:
    panel.show_record(record(ui), "")
    assert panel.isVisibleTo(panel.parentWidget())
    assert panel.strip.add.isVisibleTo(panel)
    assert not panel.strip.hint.isVisibleTo(panel)


def test_it_is_not_there_for_who_may_neither_see_nor_add(ui: UiContext, panel: FotoPanel) -> None:
    shown = record(ui)
    ui.session = replace(ui.session, actor=Actor("ander", Rol.BOA))
    panel.show_record(shown, "")
    assert panel.isHidden()


def test_an_answer_for_another_melding_is_left(qtbot: QtBot, ui: UiContext, panel: FotoPanel, photo: Path) -> None:
    add_photo(ui, photo, FotoDoel(melding=first_melding(ui)))
    panel.show_record(record(ui), "")
    panel.clear()
    ui.tasks.wait_for_queries()
    qtbot.waitUntil(lambda: not ui.tasks._open)
    assert panel.strip.uids() == ()
