"""The editor of *Aanleiding*: why the boa was there or looked; one touch and it closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.editor import Editor, Shown
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup


class ReasonEditor(Editor):
    """All values of the list; what came from somebody else also sets where it was heard (Wpg art. 3)."""

    def __init__(self, themes: ThemeManager, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Aanleiding"), parent)
        self.tiles = TileGroup(themes, self.tr("Waarom keek u hier?"), choices, columns=Columns(1, 1, 2), parent=self)
        self.tiles.choice_changed.connect(self._on_tiles_choice_changed)
        self.column.addWidget(self.tiles)
        self.column.addStretch(1)

    def show_form(self, shown: Shown) -> None:
        super().show_form(shown)
        self.tiles.set_chosen([shown.form.aanleiding])

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        self.tiles.set_size_class(size_class, low=low)

    def _on_tiles_choice_changed(self, codes: list[str]) -> None:
        if codes:
            self.change(replace(self.shown.form, aanleiding=codes[0]))
        self.closed.emit()
