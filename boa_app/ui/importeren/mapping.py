"""Which word of the source is which of our kinds: every word with its number of rows, and a searchable list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijst
from boa_app.texts import formats
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.filter_chip import ChoiceRow
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel, RowList
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.tag import TagKind

if TYPE_CHECKING:
    from boa_app.usecases.importplan import SoortRegel

# Rows with this word are left out.
NOT_READ = ""


class KindChooser(QFrame):
    """A list of kinds with a field to search in it. Arrows move, Enter chooses, Escape closes.

    Signals:
        code_chosen(str): a kind, or "" for leaving these rows out.
    """

    code_chosen = Signal(str)

    def __init__(self, themes: ThemeManager, options: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(self.tr("Soort kiezen"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Zoek een soort"))
        self.field.setAccessibleName(self.tr("Zoek een soort"))
        self.field.setMinimumHeight(px("h-raak"))
        self.rows = [ChoiceRow(themes, code, text) for code, text in options]
        content = QWidget()
        content.setProperty("vlak", "surface")
        stack = QVBoxLayout(content)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for row in self.rows:
            row.clicked.connect(self._on_row_clicked)
            row.installEventFilter(self)
            stack.addWidget(row)
        stack.addStretch(1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_field_text_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s2"), px("s2"), px("s2"), px("s2"))
        column.setSpacing(px("s2"))
        column.addWidget(self.field)
        column.addWidget(ScrollBox(content), 1)
        self.resize(px("b-lijst"), px("h-keuzelijst") + px("h-raak"))

    def open_at(self, corner: QPoint, screen_of: QWidget, chosen: str) -> None:
        """Show at this place of the screen, within it, with the keyboard in the search field."""
        room = screen_of.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.field.clear()
        for row in self.rows:
            row.setChecked(row.code == chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def found(self) -> list[ChoiceRow]:
        """The kinds that fit what was typed."""
        return [row for row in self.rows if not row.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._walk(watched, event.key()):
            return True
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, key: int) -> bool:
        found = self.found()
        if watched is self.field:
            if key == Qt.Key.Key_Down and found:
                found[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found:
                found[0].click()
                return True
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is None or watched not in found:
            return False
        goal = found.index(watched) + step
        target: QWidget = found[goal] if 0 <= goal < len(found) else self.field if goal < 0 else found[-1]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_field_text_changed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in self.rows:
            row.setVisible(wanted in row.text().casefold() or wanted == row.code.casefold())

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            self.hide()
            self.code_chosen.emit(row.code)


class MappingPanel(Panel):
    """The words of the source, the most frequent first, each with the kind it becomes.

    Signals:
        kind_chosen(str, str): word of the source, and our code or "" for leaving its rows out.
    """

    kind_chosen = Signal(str, str)

    def __init__(
        self, themes: ThemeManager, lijst: Codelijst, words: ImportWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Woorden van de bron"), "list-checks", parent)
        self._lijst, self._words = lijst, words
        self._regels: tuple[SoortRegel, ...] = ()
        self._asked = ""
        self.model = PlainRowModel(parent=self)
        self.rows = RowList(themes, self.tr("Woorden van de bron"))
        self.rows.set_rows(self.model)
        self.empty = EmptyState(themes)
        self.empty.set_message(
            self.tr("Geen kolom met een soort"),
            self.tr("Alle rijen komen binnen als Anders. Kies bij Herkend de kolom met de soort."),
        )
        options = [(NOT_READ, self.tr("Niet inlezen")), *((c.code, self._name(c.code)) for c in lijst.codes)]
        self.chooser = KindChooser(themes, options, self)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.empty, 1)
        self.chooser.code_chosen.connect(self._on_chooser_code_chosen)
        self.rows.row_opened.connect(self.ask)
        self.rows.clicked.connect(self._on_rows_clicked)
        self.set_kinds(())

    def set_kinds(self, regels: Sequence[SoortRegel]) -> None:
        """Show these words; the place in the list stays."""
        self._regels = tuple(sorted(regels, key=lambda regel: (-regel.aantal, regel.label)))
        place, chosen = self.rows.verticalScrollBar().value(), self.rows.chosen_row()
        self.model.set_rows([self._row(regel) for regel in self._regels])
        self.rows.verticalScrollBar().setValue(place)
        if 0 <= chosen < len(self._regels):
            self.rows.set_chosen(chosen)
        self.rows.setVisible(bool(self._regels))
        self.empty.setVisible(not self._regels)
        self.set_right_text(self._words.number(len(self._regels)) if self._regels else "")

    def ask(self, row: int) -> None:
        """Open the list of kinds for a word."""
        if self.chooser.isVisible() or not 0 <= row < len(self._regels):
            return
        self._asked = self._regels[row].label
        box = self.rows.visualRect(self.model.index(row))
        corner = self.rows.viewport().mapToGlobal(box.bottomLeft())
        self.chooser.open_at(corner, self.rows, self._regels[row].soort)

    def _row(self, regel: SoortRegel) -> RowData:
        rows = formats.count_of(regel.aantal, self.tr("rij"), self.tr("rijen"), self._words.language)
        name = regel.label or self.tr("(leeg)")
        if regel.soort == NOT_READ:
            return RowData("arrow-right", name, rows, self.tr("niet inlezen"), TagKind.NEUTRAAL, chevron=True)
        kind = TagKind.NEUTRAAL if regel.soort == "ANDERS" else TagKind.TINT
        icon = self._lijst.get(regel.soort).icoon if regel.soort in self._lijst else "ellipsis"
        return RowData(icon, name, rows, self._short(regel.soort), kind, chevron=True)

    def _name(self, code: str) -> str:
        return self._lijst.label(code, self._words.language)

    def _short(self, code: str) -> str:
        return self._lijst.kort(code, self._words.language)

    def _on_rows_clicked(self, index: QModelIndex) -> None:
        self.ask(index.row())

    def _on_chooser_code_chosen(self, code: str) -> None:
        now = next((regel.soort for regel in self._regels if regel.label == self._asked), None)
        if now is not None and code != now:
            self.kind_chosen.emit(self._asked, code)
