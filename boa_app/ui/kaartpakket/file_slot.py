"""One file that may be given: what kind, which one was chosen, choosing it and taking it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop, Knop
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.text import Label


class FileSlot(QWidget):
    """A row with a kind of file.

    Signals:
        changed(): another file, or none.
    """

    changed = Signal()

    def __init__(
        self, themes: ThemeManager, icon: str, name: str, kinds: str, endings: str, parent: QWidget | None = None
    ) -> None:
        """endings: as the window for files takes them, ``*.a *.b``."""
        super().__init__(parent)
        self._kinds, self._endings, self._title = kinds, endings, name
        self.path: Path | None = None
        self.name = Label(themes, name, weight="w-vet")
        self.meta = Label(themes, kinds, size="t-klein", color="ink-2", wrap=True)
        self.choose = Knop(themes, self.tr("Kiezen…"), "folder-open")
        self.choose.setAccessibleName(self.tr("{soort} kiezen").format(soort=name))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove = IconKnop(themes, "x", self.tr("{soort} toch niet").format(soort=name))
        self.remove.clicked.connect(self._on_remove_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        row.setSpacing(px("s3"))
        row.addWidget(IconLabel(themes, icon, "i-knop", "ink"))
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        self.clear()

    def set_path(self, path: Path) -> None:
        """This file."""
        self.path = path
        self.meta.setText(path.name)
        self.remove.show()
        self.changed.emit()

    def clear(self) -> None:
        """No file; without a signal."""
        self.path = None
        self.meta.setText(self._kinds)
        self.remove.hide()

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self._title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._kinds} ({self._endings})", self.tr("Alle bestanden (*)")])
        dialog.fileSelected.connect(lambda name: self.set_path(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove_clicked(self) -> None:
        self.clear()
        self.changed.emit()
