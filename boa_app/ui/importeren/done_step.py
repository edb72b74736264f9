"""After an import: the bonnetje, the rows that were refused, and the ways on and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.importeren.receipt import Receipt, ReceiptData
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Line, Panel
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import RowList, RowModel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState

if TYPE_CHECKING:
    from boa_app.usecases.importplan import Afkeur


class RejectModel(RowModel):
    """Rejected rows, however many; the words are made for what is in sight."""

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rejects: Sequence[Afkeur] = ()

    def set_rejects(self, rejects: Sequence[Afkeur]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rejects = rejects
        self.endResetModel()

    def row_count(self) -> int:
        return len(self._rejects)

    def row_data(self, row: int) -> RowData:
        reject = self._rejects[row]
        name = self.tr("Rij {rij}: {reden}").format(
            rij=self._words.number(reject.rij), reden=self._words.reason(str(reject.reden))
        )
        column = self.tr("kolom {kolom}").format(kolom=reject.kolom) if reject.kolom else ""
        return RowData("circle-alert", name, ", ".join(part for part in (column, reject.bestand) if part))


class DoneStep(QWidget):
    """Bonnetje left, refused rows right; under each other where there is less room.

    Signals:
        save_requested(): save the list of refused rows.
        undo_requested(), next_requested().
    """

    save_requested = Signal()
    undo_requested = Signal()
    next_requested = Signal()

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.receipt = Receipt(themes, words)
        self.model = RejectModel(words, self)
        self.rejects = RowList(themes, self.tr("Afgekeurde rijen"))
        self.rejects.set_rows(self.model)
        self.panel = Panel(themes, self.tr("Afgekeurde rijen"), "circle-alert")
        self.none = EmptyState(themes)
        self.save = Knop(themes, self.tr("Lijst bewaren"), "save")
        self.undo = Knop(themes, self.tr("Ongedaan maken"), "undo-2")
        self.next = Knop(themes, self.tr("Nog een bestand"), "file-up")
        self.save.clicked.connect(self.save_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.next.clicked.connect(self.next_requested)
        self._words = words
        self._build()

    def show_outcome(self, data: ReceiptData, rejects: Sequence[Afkeur], *, can_undo: bool) -> None:
        """Show how the import ended."""
        self.receipt.show_receipt(data)
        self.model.set_rejects(rejects)
        self.rejects.setVisible(bool(rejects))
        self._save_line.setVisible(bool(rejects))
        self.save.setVisible(bool(rejects))
        self.none.setVisible(not rejects)
        self.none.set_message(self.tr("Geen afgekeurde rijen"), self.tr("Elke rij had een bruikbare plaats en datum."))
        self.panel.set_right_text(self._words.number(len(rejects)) if rejects else "")
        self.undo.setVisible(can_undo)

    def set_arrangement(self, *, narrow: bool, tight: bool) -> None:
        """Side by side, or under each other where the page scrolls."""
        margin = px("s3") if tight else px("s4")
        self._sides.setContentsMargins(margin, margin, margin, margin)
        self._sides.setSpacing(margin)
        self._sides.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self.panel.setMinimumHeight(px("h-keuzelijst") if narrow else 0)
        self._left.setMaximumWidth(px("b-venster") * 4 if narrow else px("b-kaartkolom-ruim"))

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px("s2"))
        buttons.addWidget(self.undo)
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px("s3"))
        left.addWidget(self.receipt)
        left.addLayout(buttons)
        left.addStretch(1)
        save = QHBoxLayout()
        save.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        save.setSpacing(0)
        save.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        save.addStretch(1)
        self._save_line = QWidget()
        self._save_line.setLayout(save)
        self.panel.body.addWidget(self.rejects, 1)
        self.panel.body.addWidget(Line())
        self.panel.body.addWidget(self._save_line)
        self.panel.body.addWidget(self.none, 1)
        content = QWidget()
        self._sides = QHBoxLayout(content)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self.panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollBox(content))
        self.set_arrangement(narrow=False, tight=False)
