"""USB inlezen: a sealed file of another device goes unread to the centre, and its answer comes back as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from boa_app.ui.beheer.work import BeheerWerk
from boa_app.usecases.beheer import breng_usb
from boa_app.usecases.usb import ANSWER_SUFFIX, SUFFIX

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext


class UsbBringer(QObject):
    """Asks which file, then brings it; the answer is written beside it.

    Signals:
        chosen(Path): a person chose this file.
    """

    chosen = Signal(Path)

    def __init__(self, ui: UiContext, work: BeheerWerk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui, self._work = ui, work
        self.chosen.connect(self.bring)

    def ask(self, parent: QWidget) -> None:
        """Which file."""
        dialog = QFileDialog(parent, self.tr("Kies het bestand op de USB-stick"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        every = self.tr("Alle bestanden (*)")
        dialog.setNameFilters([self.tr("Verzegeld bestand (*{einde})").format(einde=SUFFIX), every])
        dialog.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring(self, path: Path) -> None:
        """Bring it; an answer of an earlier time gives way to the newer one."""
        session, answer = self._ui.session, path.with_suffix(ANSWER_SUFFIX)
        self._ui.page_errors_settled.emit("beheer")
        if not self._work.is_busy:
            self._work.ask(
                lambda stop: breng_usb(session, path, answer, cancelled=stop),
                self._on_brought,
                self._work.act_failed.emit,
            )

    def _on_brought(self, answer: Path) -> None:
        said = self.tr("Ingelezen. Breng {bestand} terug naar het toestel.")
        self._ui.show_notice(said.format(bestand=answer.name))
