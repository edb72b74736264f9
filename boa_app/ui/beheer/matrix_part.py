"""Wie ziet wat: per role the lines of the table of rights and who has it; to a file for the FG and the auditor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.matrix import Matrixregel, Rechtenmatrix
from boa_app.domain.roles import Rol
from boa_app.texts import label
from boa_app.texts.matrixwoorden import matrixwoord
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.frame.model import CornerAction, SizeClass
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.list_detail import DetailPanel, ListPanel, Part
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.text import Label
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.matrix import exporteer_matrix, houder_woorden, lees_matrix, regel_woorden

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext

_HEADS = ("wat", "velden", "mag", "bereik", "termijnen")


class FileWindow(QObject):
    """The system's window that asks where the file goes; the answer comes later, or never.

    Signals:
        chosen(Path): write it there.
    """

    chosen = Signal(Path)

    def ask(self, parent: QWidget, name: str) -> None:
        """A page to print, or the table."""
        page, table = self.tr("Om te lezen en te printen (*.html)"), self.tr("Tabel (*.csv)")
        dialog = QFileDialog(parent, self.tr("Autorisatiematrix exporteren"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([page, table])
        dialog.selectFile(f"{name}.html")
        dialog.filterSelected.connect(lambda told: dialog.setDefaultSuffix("csv" if told == table else "html"))
        dialog.setDefaultSuffix("html")
        dialog.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class RightsTable(QWidget):
    """The lines of one role, as a table; in a narrow window each line as a block."""

    def __init__(self, themes: ThemeManager, lines: tuple[Matrixregel, ...], language: str, *, wide: bool) -> None:
        super().__init__()
        self._themes = themes
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self._grid.setHorizontalSpacing(px("s4"))
        self._grid.setVerticalSpacing(px("s1"))
        heads = [matrixwoord(f"kop_{name}", language) for name in _HEADS]
        if wide:
            self._add(0, [(text, "w-vet", "ink-2") for text in heads])
        for place, line in enumerate(lines, start=1):
            words = regel_woorden(line, language)
            self._grid.addWidget(Line(), 2 * place - 1, 0, 1, len(_HEADS) if wide else 1)
            if wide:
                self._add(
                    2 * place, [(text, "w-gewoon" if index else "w-vet", "ink") for index, text in enumerate(words)]
                )
            else:
                what, fields, may, reach, terms = words
                text = "\n".join(part for part in (fields, f"{may} · {reach}", terms) if part)
                block = QWidget()
                inside = QGridLayout(block)
                inside.setContentsMargins(0, px("s1"), 0, px("s1"))
                inside.setSpacing(0)
                inside.addWidget(Label(themes, what, weight="w-vet", wrap=True), 0, 0)
                inside.addWidget(Label(themes, text, size="t-klein", color="ink-2", wrap=True), 1, 0)
                self._grid.addWidget(block, 2 * place, 0)
        if wide:
            for column, share in enumerate((4, 6, 5, 4, 5)):
                self._grid.setColumnStretch(column, share)

    def _add(self, row: int, cells: list[tuple[str, str, str]]) -> None:
        for column, (text, weight, color) in enumerate(cells):
            cell = Label(self._themes, text, size="t-klein", weight=weight, color=color, wrap=True)
            cell.setContentsMargins(0, px("s1"), 0, px("s1"))
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)


class MatrixPart(Part):
    """Who sees what."""

    def __init__(self, ui: UiContext, work: BeheerWerk, language: str, parent: QWidget | None = None) -> None:
        super().__init__(ListPanel(ui.themes, "", "shield"), DetailPanel(ui.themes), parent)
        self._ui, self._work, self._language = ui, work, language
        self._chosen, self._wide = str(Rol.BOA), True
        self.matrix: Rechtenmatrix | None = None
        self.files = FileWindow(self)
        self.files.chosen.connect(self._on_files_chosen)
        self.panel.set_title(self.tr("Rollen"))
        self.panel.chosen.connect(self._on_panel_chosen)
        self.detail.set_title(self.tr("Wie ziet wat"))

    def corner(self) -> CornerAction:
        reason = "" if self.matrix else self.tr("De tabel komt zo")
        return CornerAction("download", self.tr("Exporteren"), self._ask_place, "Ctrl+E", self.tr("Exporteren"), reason)

    def read(self) -> None:
        """Ask for the matrix of now."""
        session = self._ui.session
        self._work.ask(lambda stop: lees_matrix(session, cancelled=stop), self.show_matrix, self._work.read_failed.emit)

    def show_matrix(self, matrix: Rechtenmatrix) -> None:
        """Show it, the role that was chosen in front."""
        self.matrix = matrix
        rows = []
        for rol in Rol:
            count = len(matrix.met(rol))
            who = self.tr("1 account") if count == 1 else self.tr("{aantal} accounts").format(aantal=count)
            lines = len(matrix.van(rol))
            told = self.tr("1 regel") if lines == 1 else self.tr("{aantal} regels").format(aantal=lines)
            meta = who if matrix.houders_bekend else told
            name = label("rol", rol, self._language).capitalize()
            rows.append((str(rol), RowData("user", name, meta)))
        self.panel.set_rows(rows)
        self.panel.set_chosen(self._chosen)
        self._show()

    def arrange(self, size_class: SizeClass, *, low: bool) -> None:
        wide = size_class not in (SizeClass.SMAL, SizeClass.KLEIN)
        if wide != self._wide:
            self._wide = wide
            self._show()
        super().arrange(size_class, low=low)

    def _show(self) -> None:
        matrix, rol = self.matrix, Rol(self._chosen)
        if matrix is None:
            return
        parts: list[QWidget] = []
        if matrix.houders_bekend:
            people = "\n".join(f"{one.naam}: {houder_woorden(one, self._language)}" for one in matrix.met(rol))
            who = InfoRow(self._ui.themes, "users")
            who.set_fact(people or self.tr("Niemand heeft deze rol"), self.tr("Wie deze rol nu heeft"))
            parts.append(who)
        parts.append(RightsTable(self._ui.themes, matrix.van(rol), self._language, wide=self._wide))
        told = InfoRow(self._ui.themes, "info")
        told.set_fact(
            self.tr("Wat hier niet staat, wordt geweigerd"),
            self.tr("Het programma en de centrale handelen naar deze ene tabel."),
        )
        parts.append(told)
        self.detail.show_parts(label("rol", rol, self._language).capitalize(), parts)
        self.step_changed.emit()

    def _ask_place(self) -> None:
        if self.matrix is not None:
            day = self.matrix.stand_per.date().isoformat()
            self.files.ask(self, f"autorisatiematrix-{self.matrix.gemeente_code}-{day}")

    def _on_panel_chosen(self, rol: str) -> None:
        self._chosen = rol
        self._show()
        self.go_inside(inside=True)

    def _on_files_chosen(self, path: Path) -> None:
        matrix, session, language = self.matrix, self._ui.session, self._language
        if matrix is None:
            return

        def write() -> Done:
            # The system's window asked already whether an existing file may go.
            exporteer_matrix(session, path, matrix, language=language, overschrijven=True)
            return Done(Changes())

        said = self.tr("De matrix staat in {bestand}.").format(bestand=path.name)
        self._ui.run(write, self, lambda _done: self._ui.show_notice(said), self._on_export_failed)

    def _on_export_failed(self, error: BoaError) -> None:
        self._ui.show_page_error(error, "beheer")
