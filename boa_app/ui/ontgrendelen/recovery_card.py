"""The recovery code, shown once: without it a forgotten passphrase means lost data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.card import Card
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice, Tile


class RecoveryCard(Card):
    """Shows the code until the person says it is kept.

    Signals:
        kept(): written down or printed; go on.
    """

    kept = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.add_heading(
            self.tr("Uw herstelcode"),
            self.tr("Schrijf deze code op en bewaar hem op een veilige plek, niet bij dit apparaat."),
        )
        self.code = Label(themes, size="t-kop", weight="w-zwaar", wrap=True)
        self.code.setAccessibleName(self.tr("Herstelcode"))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.column.addSpacing(px("s3"))
        self.column.addWidget(self.code)
        self.column.addSpacing(px("s3"))
        self.add_note(
            self.tr("Wachtwoord vergeten? Met deze code opent u de opslag toch. De code komt niet meer terug in beeld.")
        )
        self.print_button = Knop(themes, self.tr("Afdrukken"), "printer")
        self.print_button.clicked.connect(self._on_print_clicked)
        self.column.addWidget(self.print_button)
        self.confirm = Tile(themes, Choice("ja", self.tr("Ik heb de code bewaard"), "check"))
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.column.addWidget(self.confirm)

    def set_code(self, code: str) -> None:
        """Show a code; an empty text forgets it."""
        self.code.setText(code)
        self.confirm.set_chosen(False)

    def step(self) -> CornerAction:
        reason = "" if self.confirm.isChecked() else self.tr("Bewaar eerst de code")
        return CornerAction("arrow-right", self.tr("Beginnen"), self.kept.emit, self.tr("Enter"), "", reason)

    def _on_confirm_clicked(self) -> None:
        self.confirm.set_chosen(not self.confirm.isChecked())
        self.step_changed.emit()

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        painter = QPainter(printer)
        painter.setFont(self._themes.theme.font("t-kop"))
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        painter.drawText(page, int(Qt.TextFlag.TextWordWrap), self.code.text())
        painter.end()
