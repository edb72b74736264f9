"""A titled grid of tiles: one choice, or several in order, with the rest behind the last tile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice, Tile, TileForm

_HEIGHTS: dict[TileForm, tuple[str, str, str]] = {
    TileForm.HOOG: ("h-tegel-hoog", "h-tegel-hoog-laag", "h-tegel-hoog-smal"),
    TileForm.RIJ: ("h-tegel", "h-tegel-laag", "h-tegel-smal"),
    TileForm.ERNST: ("h-tegel-ernst", "h-tegel-ernst-laag", "h-tegel-ernst-smal"),
}
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a group per room: a normal window, a narrow one, a small one."""

    normal: int
    smal: int
    klein: int = 3

    def of(self, size_class: SizeClass) -> int:
        """The number of columns in a size class."""
        if size_class is SizeClass.KLEIN:
            return self.klein
        return self.smal if size_class is SizeClass.SMAL else self.normal


class TileGroup(QWidget):
    """A group of tiles under a title. Tab enters and leaves it, arrows move in it, space and Enter choose.

    max_chosen: 1 is a single choice; more is an ordered choice; 0 is ordered without a limit.
    ordered False: several may be chosen, each with a check, where order says nothing.
    first_count: tiles shown before the last tile, which opens the rest in the same grid; 0 shows all.

    Signals:
        choice_changed(list): the chosen codes in order, after a person chose.
        opened(): the rest was opened or closed, so the height is another one.
    """

    choice_changed = Signal(list)
    opened = Signal()

    def __init__(
        self,
        themes: ThemeManager,
        title: str,
        choices: Sequence[Choice],
        *,
        form: TileForm = TileForm.RIJ,
        columns: Columns | None = None,
        max_chosen: int = 1,
        first_count: int = 0,
        hint: str = "",
        ordered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._ordered = ordered and max_chosen != 1
        self._form, self._columns = form, columns or Columns(4, 4)
        self._max_chosen, self._first_count = max_chosen, first_count
        self._size_class, self._low = SizeClass.NORMAAL, False
        self._chosen: list[str] = []
        self._is_open = False
        self._tiles: list[Tile] = []
        self._more = Tile(themes, Choice("", ""), form, self)
        self._more.setCheckable(False)
        self._more.clicked.connect(self._on_more_clicked)
        self._more.installEventFilter(self)
        self._build(title, hint)
        self.setAccessibleName(title)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show another list of values; what was chosen and is still there stays chosen."""
        for tile in self._tiles:
            tile.setParent(None)
            tile.deleteLater()
        self._tiles = [Tile(self._themes, choice, self._form, self) for choice in choices]
        for tile in self._tiles:
            tile.clicked.connect(self._on_tile_clicked)
            tile.installEventFilter(self)
        known = {choice.code for choice in choices}
        self._chosen = [code for code in self._chosen if code in known]
        self._lay_out()
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """The chosen codes in order."""
        return tuple(self._chosen)

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Choose from the program, without a signal; opens the rest when a chosen code is in it."""
        known = {tile.choice.code for tile in self._tiles}
        self._chosen = [code for code in codes if code in known]
        if any(self._is_in_rest(code) for code in self._chosen):
            self._is_open = True
        self._lay_out()
        self._show_chosen()

    def set_open(self, *, is_open: bool) -> None:
        """Show the rest or hide it, without a signal; a chosen code in it keeps it open."""
        self._is_open = is_open or any(self._is_in_rest(code) for code in self._chosen)
        self._lay_out()

    def set_right_text(self, text: str) -> None:
        """A short consequence of the choice at the right of the title, such as where a group was sent."""
        self._right.setText(text)
        self._right.setVisible(bool(text))

    def set_size_class(self, size_class: SizeClass, *, low: bool = False) -> None:
        """Take the heights and columns that fit the window."""
        self._size_class, self._low = size_class, low
        # A small window has no room beside the title; the hint stays as the tooltip of the group.
        self._hint.setVisible(bool(self._hint.text()) and size_class is not SizeClass.KLEIN)
        self._lay_out()

    def tiles(self) -> tuple[Tile, ...]:
        """The tiles in the order of the code list."""
        return tuple(self._tiles)

    def focus_first(self) -> None:
        """Put the keyboard on the chosen tile, else on the first."""
        self._entry().setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, Tile):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move_focus(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _build(self, title: str, hint: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px("s2"))
        head.addWidget(Label(self._themes, title, weight="w-vet"))
        self._hint = Label(self._themes, hint, size="t-klein", color="ink-2", parent=self)
        self._hint.setVisible(bool(hint))
        head.addWidget(self._hint)
        head.addStretch(1)
        self._right = Label(self._themes, size="t-klein", weight="w-vet", color="link", parent=self)
        self._right.setVisible(False)
        head.addWidget(self._right)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px("s2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s1"))
        column.addLayout(head)
        column.addLayout(self._grid)

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        columns = self._columns.of(self._size_class)
        shown = self._shown_tiles()
        for index, tile in enumerate(shown):
            self._grid.addWidget(tile, index // columns, index % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        for tile in (*self._tiles, self._more):
            tile.setVisible(tile in shown)
            self._fit(tile)
        self._order_focus(shown)

    def _fit(self, tile: Tile) -> None:
        height = px(self._height_token())
        tight = self._size_class in (SizeClass.SMAL, SizeClass.KLEIN)
        if not tight:
            tile.set_form(self._form, height)
        elif self._form is TileForm.HOOG and self._size_class is SizeClass.SMAL:
            tile.set_form(TileForm.RIJ, height, size="t-tekst")
        else:
            size = "t-tekst" if self._size_class is SizeClass.SMAL else "t-tegel"
            tile.set_form(TileForm.RIJ, height, icon=False, explanation=False, size=size)

    def _height_token(self) -> str:
        if self._size_class is SizeClass.KLEIN:
            return "h-tegel-klein"
        normal, low, narrow = _HEIGHTS[self._form]
        if self._size_class is SizeClass.SMAL:
            return narrow
        return low if self._low else normal

    def _shown_tiles(self) -> list[Tile]:
        if not self._first_count or len(self._tiles) <= self._first_count + 1:
            return list(self._tiles)
        label = self.tr("Minder") if self._is_open else self.tr("Alle {aantal}").format(aantal=len(self._tiles))
        full = self.tr("Minder keuzes tonen") if self._is_open else self.tr("Alle keuzes tonen")
        self._more.set_choice(Choice("", label, "layout-grid", full), quiet=True)
        return [*(self._tiles if self._is_open else self._tiles[: self._first_count]), self._more]

    def _is_in_rest(self, code: str) -> bool:
        rest = self._tiles[self._first_count :] if self._first_count else []
        return any(tile.choice.code == code for tile in rest)

    def _show_chosen(self) -> None:
        for tile in self._tiles:
            code = tile.choice.code
            order = self._chosen.index(code) + 1 if code in self._chosen and self._ordered else 0
            tile.set_chosen(code in self._chosen, order)
        self._order_focus(self._shown_tiles())

    def _entry(self) -> Tile:
        chosen = [tile for tile in self._tiles if tile.isChecked() and not tile.isHidden()]
        return (chosen or self._tiles or [self._more])[0]

    def _order_focus(self, shown: Sequence[Tile]) -> None:
        """One stop for Tab per group, as with radio buttons; the arrows do the rest."""
        entry = self._entry()
        for tile in shown:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is entry else Qt.FocusPolicy.ClickFocus)

    def _move_focus(self, tile: Tile, right: int, down: int) -> None:
        shown = self._shown_tiles()
        columns = self._columns.of(self._size_class)
        goal = shown.index(tile) + right + down * columns
        if 0 <= goal < len(shown):
            shown[goal].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if not isinstance(tile, Tile):
            return
        self._choose(tile.choice.code)

    def _choose(self, code: str) -> None:
        if code in self._chosen:
            self._chosen.remove(code)
        elif self._max_chosen == 1:
            self._chosen = [code]
        elif self._max_chosen and len(self._chosen) >= self._max_chosen:
            # The main code stays; the newest takes the place of the last.
            self._chosen[-1] = code
        else:
            self._chosen.append(code)
        self._show_chosen()
        self.choice_changed.emit(list(self._chosen))

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        had_focus = self._more.hasFocus()
        self._lay_out()
        if had_focus:
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()
