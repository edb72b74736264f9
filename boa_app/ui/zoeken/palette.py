"""The search field over the window with what it found below it. Not a dialog: a touch beside it or Escape closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.panel import IconLabel, Line
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel, RowList
from boa_app.ui.widgets.text import Label

MAX_TYPED = 400
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Palette(QWidget):
    """Covers its parent; shows a field and rows.

    Signals:
        text_changed(str): something else was typed.
        row_opened(int): Enter, or a touch on a row.
        closed(): it went away; the focus is back where it was.
    """

    text_changed = Signal(str)
    row_opened = Signal(int)
    closed = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._back: QWidget | None = None
        self._model = PlainRowModel(parent=self)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Zoek alles"))
        self.edit.setPlaceholderText(self.tr("Zoek een melding, plek, dag, filter of opdracht"))
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.textChanged.connect(self.text_changed)
        self.edit.installEventFilter(self)
        self.cross = IconKnop(themes, "x", self.tr("Zoeken sluiten"))
        self.cross.clicked.connect(self.close_palette)
        self.rows = RowList(themes, self.tr("Gevonden"))
        self.rows.set_rows(self._model)
        # The field keeps the focus: one types on while the arrows walk through the rows.
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.clicked.connect(lambda index: self._open(index.row()))
        self.note = Label(themes, color="ink-2", wrap=True)
        self._panel = QFrame(self)
        self._build(themes)
        parent.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while it covers the window."""
        return self.isVisible()

    def open_palette(self) -> None:
        """Show it with an empty field; opened once more, what was typed is marked to be typed over."""
        if not self.isVisible():
            self._back = self.window().focusWidget()
            self.edit.clear()
            self._place()
            self.show()
            self.raise_()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Put it away; the focus goes back where it was, if that is still there."""
        if not self.isVisible():
            return
        back, self._back = self._back, None
        self.hide()
        # A foot that was made anew took its buttons with it.
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def set_rows(self, rows: Sequence[RowData], note: str = "") -> None:
        """Show these, the first one that is no heading chosen; note: a sentence below them."""
        self._model.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        # First the room, then the row: scrolling in too little room would leave the first one half hidden.
        self._place()
        self._choose(next((row for row, data in enumerate(rows) if not data.heading), -1))
        self.rows.scrollToTop()

    def set_note(self, note: str) -> None:
        """Another sentence below the same rows."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._place()

    def chosen_row(self) -> int:
        """The row that Enter opens, -1 when there is none."""
        return self.rows.chosen_row()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # Esc closes this first; only then is it the window's key for going back.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.close_palette()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        del event
        self.close_palette()

    def focusNextPrevChild(self, forward: bool) -> bool:
        del forward
        other = self.cross if self.edit.hasFocus() else self.edit
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _build(self, themes: ThemeManager) -> None:
        self._panel.setProperty("vlak", "paneel")
        head = QHBoxLayout()
        head.setContentsMargins(px("s3"), px("s2"), px("s2"), px("s2"))
        head.setSpacing(px("s2"))
        head.addWidget(IconLabel(themes, "search"))
        head.addWidget(self.edit, 1)
        head.addWidget(self.cross)
        self.note.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(*(4 * [px("lijn-1")]))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.rows, 1)
        column.addWidget(self.note)

    def _place(self) -> None:
        """Cover the window; the panel is as high as its rows, within the window."""
        around = self.parentWidget()
        if around is None:
            return
        self.setGeometry(around.rect())
        is_small = self.width() < px("b-venster") + px("s7")
        margin = 0 if is_small else px("s2")
        width = self.width() if is_small else px("b-venster")
        self._panel.resize(width, self._panel.height())
        wanted = px("h-raak") + 2 * px("s2") + 5 * px("lijn-1")
        if self._model.row_count():
            wanted += self.rows.verticalHeader().length()
        if self.note.isVisibleTo(self._panel):
            wanted += max(self.note.heightForWidth(width - 2 * px("lijn-1")), px("h-raak"))
        height = min(wanted, self.height() - margin - (0 if is_small else px("s5")))
        self._panel.setGeometry((self.width() - width) // 2, margin, width, height)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.chosen_row())
            return True
        if key not in _STEPS:
            return False
        places = [row for row in range(self._model.row_count()) if not self._model.row_data(row).heading]
        if places:
            here = places.index(self.chosen_row()) if self.chosen_row() in places else -1
            self._choose(places[max(0, min(here + _STEPS[key], len(places) - 1))])
        return True

    def _choose(self, row: int) -> None:
        self.rows.set_chosen(row)
        if row >= 0:
            # The heading that stays in sight lies over the topmost row.
            hidden = px("h-dagkop") - self.rows.visualRect(self._model.index(row)).top()
            if hidden > 0:
                bar = self.rows.verticalScrollBar()
                bar.setValue(bar.value() - hidden)
        # The focus stays in the field, so a reader hears there which row is chosen.
        self.edit.setAccessibleDescription(self._model.row_data(row).spoken() if row >= 0 else "")

    def _open(self, row: int) -> None:
        is_row = 0 <= row < self._model.row_count()
        if not is_row or not self._model.row_data(row).heading:
            self.row_opened.emit(row if is_row else -1)
