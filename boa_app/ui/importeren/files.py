"""The system's windows to choose files and a place to save. They run no loop of their own, so locking still works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

ENDINGS = ("csv", "txt", "tsv", "xlsx", "xls", "ods", "zip", "gz", "oud")


class FileWindow(QObject):
    """Asks for files. The answer comes later, or never."""

    def ask_sources(self, parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
        """Files to read in."""
        endings = " ".join(f"*.{ending}" for ending in ENDINGS)
        filters = [self.tr("Tabellen ({eindes})").format(eindes=endings), self.tr("Alle bestanden (*)")]
        dialog = QFileDialog(parent, self.tr("Bestand kiezen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(filters)
        dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
        self._open(dialog)

    def ask_target(self, parent: QWidget, name: str, on_chosen: Callable[[Path], None]) -> None:
        """A place to save a file with this name."""
        dialog = QFileDialog(parent, self.tr("Lijst bewaren"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("CSV-bestand (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def dropped_files(data: QMimeData) -> Sequence[Path]:
    """The files and folders of this computer among what was dragged; links to the internet are none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.exists()]
