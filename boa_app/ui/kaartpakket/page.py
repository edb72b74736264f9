"""*Kaartpakketten*: what is on this device and how old, another one in use, making, handing over and taking in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec
from boa_app.ui.frame.page import Page
from boa_app.ui.kaartpakket.part import PAKKET_KEY, PakketPart
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.kaartpakket.work import KaartWerk
from boa_app.ui.theme import px
from boa_app.usecases.kaartbestand import SUFFIX


class KaartpakkettenPage(Page):
    """The page.

    Signals:
        session_made(Session): another kaartpakket is in use; make the pages anew.
        streets_requested(): set streets by hand.
        back_requested(): done here.
    """

    session_made = Signal(object)
    streets_requested = Signal()
    back_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None, *, diensten: Any = None) -> None:  # noqa: ANN401
        """diensten: other places than PDOK's own."""
        super().__init__(parent)
        self._ui = ui
        self.work = KaartWerk(ui, self, diensten=diensten)
        self.part = PakketPart(ui, self.work, KaartWords(ui.language, self))
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self.part)
        self.part.step_changed.connect(self.frame_changed)
        self.work.session_made.connect(self.session_made)
        self.work.act_failed.connect(self._on_work_act_failed)
        self._arrange()

    def title(self) -> str:
        return self.tr("Kaartpakketten")

    def context(self) -> str:
        kaart = self._ui.session.kaart
        return self.tr("In gebruik: {naam}").format(naam=kaart.naam) if kaart else self.tr("Er is geen in gebruik")

    def foot(self) -> FootSpec:
        take = FootAction(
            "file-up", self.tr("Bestand openen"), self._ask_file, self.tr("een .boakaart van een ander"), "Ctrl+O",
            self.tr("Openen"), reason=self.part.busy_reason(),
        )  # fmt: skip
        streets = FootAction(
            "route", self.tr("Straten instellen"), self.streets_requested.emit, self.tr("wat een schouw moet lopen"),
            "", self.tr("Straten"), reason=self._why_no_streets(),
        )  # fmt: skip
        return FootSpec((take, streets), self._corner())

    def page_shown(self) -> None:
        self.part.take_keyboard()
        self.work.read()

    def page_hidden(self) -> None:
        self._ui.page_errors_settled.emit(PAKKET_KEY)

    def apply_size_class(self) -> None:
        self._arrange()

    def open_file(self, path: Path) -> None:
        """Look into one signed file, to take it in."""
        self.part.look_into(path)

    def _corner(self) -> CornerAction:
        return self.part.corner()

    def _arrange(self) -> None:
        margin = px("s3") if self.is_low else px("s4")
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self.part.arrange(self.size_class, low=self.is_low)

    def _why_no_streets(self) -> str:
        kaart = self._ui.session.kaart
        return "" if kaart is not None and kaart.netwerk is not None else self.tr("geen stratennet")

    def _ask_file(self) -> None:
        self._ask(self.tr("Kaartpakket openen"), self.open_file)

    def _ask(self, title: str, on_chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Kaartpakket (*{einde})").format(einde=SUFFIX), self.tr("Alle bestanden (*)")])
        dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_work_act_failed(self, error: BoaError) -> None:
        if self.isVisible():
            self._ui.show_page_error(error, PAKKET_KEY)
