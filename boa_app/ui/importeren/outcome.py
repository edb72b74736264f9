"""What there is to do after an import: see it on the map, keep the list of refused rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.importeren.done_step import DoneStep
from boa_app.ui.importeren.files import FileWindow
from boa_app.ui.importeren.receipt import ReceiptData
from boa_app.ui.importeren.refusals import in_window
from boa_app.usecases import importeren
from boa_app.usecases.changes import Changes

if TYPE_CHECKING:
    from boa_app.usecases.importeren import Importverslag


class Outcome(QObject):
    """The report of the last import and the ways on from it.

    Signals:
        map_requested(object, str): show these nrs (frozenset[int]) on the map; the name of where they came from.
        corner_changed(): the way to the map opened.
    """

    map_requested = Signal(object, str)
    corner_changed = Signal()

    def __init__(self, ui: UiContext, step: DoneStep, files: FileWindow, page: QWidget) -> None:
        super().__init__(page)
        self._ui, self._step, self._files, self._page = ui, step, files, page
        self.report: Importverslag | None = None
        self._name = ""
        self._is_map_ready = False
        ui.data_changed.connect(self._on_ui_data_changed)

    def show_report(self, report: Importverslag, name: str) -> None:
        """Show how an import ended; list and map are still being read again at this moment."""
        self.report, self._name, self._is_map_ready = report, name, False
        when = formats.moment(self._ui.session.now(), self._ui.language)
        data = ReceiptData(
            name, when, report.gelezen, report.toegevoegd, report.bestaand, report.overgeslagen, report.afgekeurd,
            report.geweerd, report.klokwissel,
        )  # fmt: skip
        self._step.show_outcome(data, report.rejects, can_undo=bool(report.nrs))

    def forget(self) -> None:
        """It was taken back."""
        self.report = None

    def corner(self) -> CornerAction:
        """The next step: the map, as soon as it knows the new meldingen."""
        reason = "" if self._is_map_ready else self.tr("De kaart wordt bijgewerkt")
        if self.report is None or not self.report.toegevoegd:
            reason = self.tr("Er is niets toegevoegd")
        title = self.tr("Toon op de kaart")
        return CornerAction("map", title, self._show_on_map, "Ctrl+Enter", self.tr("Kaart"), reason)

    def save_rejects(self) -> None:
        """Ask where, and write the list of refused rows there."""
        report = self.report
        if report is None or not report.rejects:
            return

        def save(path: Path) -> None:
            def told(_: object) -> None:
                self._ui.show_notice(self.tr("Lijst bewaard: {bestand}").format(bestand=path.name))

            def fail(error: BoaError) -> None:
                self._ui.show_error(in_window(error, (), str))

            self._ui.tasks.query(lambda: importeren.schrijf_afgekeurd(path, report.rejects), told, fail, self)

        self._files.ask_target(self._page, f"{report.rejects[0].bestand}.afgekeurd.csv", save)

    def _show_on_map(self) -> None:
        session, report, name = self._ui.session, self.report, self._name
        if report is None:
            return

        def show(nrs: frozenset[int]) -> None:
            self.map_requested.emit(nrs, self.tr("Import van {naam}").format(naam=name))

        self._ui.tasks.query(lambda: importeren.nrs_van_import(session, report.nrs), show, self._ui.show_error, self)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles and not self._is_map_ready:
            self._is_map_ready = True
            self.corner_changed.emit()
