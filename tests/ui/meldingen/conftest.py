"""The melding form in a real frame, on a real store, with a hand that touches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import MeldingRecord
from boa_app.store import meldingen
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.widgets.tile import Tile
from tests.ui.frames import framed

HERE = (5.0405, 52.0205)


class Hand:
    """Touches what a person would touch, and reads what became of it."""

    def __init__(self, qtbot: QtBot, ui: UiContext, window: MainFrame, page: MeldenPage) -> None:
        self.qtbot, self.ui, self.window, self.page = qtbot, ui, window, page

    def touch(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget.accessibleName()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tile(self, key: str, code: str) -> Tile:
        tiles = self.page.view.groups.group(key).tiles.tiles()
        return next(tile for tile in tiles if tile.choice.code == code)

    def choose(self, key: str, code: str) -> None:
        self.touch(self.tile(key, code))

    def open(self, row: str) -> None:
        self.touch(self.page.view.rows.row(row))

    def back(self) -> None:
        self.touch(self.page.view.panels[self.page.view.open_editor_key].back)

    def new(self, soort: str = "") -> None:
        self.page.start_new(soort)
        self.wait_for_start()

    def wait_for_start(self) -> None:
        self.qtbot.waitUntil(lambda: self.page._start is not None)

    def put_pin(self, lon: float = HERE[0], lat: float = HERE[1]) -> None:
        """As the map tells it when somebody touches it."""
        self.page.view.map.place_chosen.emit(lon, lat)

    def save(self) -> MeldingRecord:
        """Touch the yellow corner and read what the store has now."""
        with self.qtbot.waitSignal(self.page.melding_saved) as saved:
            self.touch(self.window.foot.corner)
        return self.read(saved.args[0].uid)

    def read(self, uid: str) -> MeldingRecord:
        with self.ui.session.store.read() as reader:
            record = meldingen.get_melding(reader, uid)
        assert record is not None
        return record

    def count(self) -> int:
        with self.ui.session.store.read() as reader:
            return meldingen.count(reader)


@pytest.fixture
def hand(qtbot: QtBot, ui: UiContext) -> Iterator[Hand]:
    # The rules of the form need no map; the look and the pin are tested with one.
    ui.maps = None
    yield from make_hand(qtbot, ui)


@pytest.fixture
def map_hand(qtbot: QtBot, ui: UiContext) -> Iterator[Hand]:
    yield from make_hand(qtbot, ui)


@pytest.fixture
def each_hand(qtbot: QtBot, each_ui: UiContext) -> Iterator[Hand]:
    yield from make_hand(qtbot, each_ui)


def make_hand(qtbot: QtBot, ui: UiContext) -> Iterator[Hand]:
    """The form on this context, in a frame, with what it begins with read."""
    page = MeldenPage(ui)
    with framed(qtbot, ui, page) as window:
        made = Hand(qtbot, ui, window, page)
        made.new()
        yield made
        ui.tasks.cancel_queries()
