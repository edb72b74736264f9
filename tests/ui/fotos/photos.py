"""What the store holds of photos, and a photo stored without the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from boa_app.store import fotos
from boa_app.ui.context import UiContext
from boa_app.usecases.fotos import FotoDoel, lees, voeg_foto_toe


def first_melding(ui: UiContext) -> str:
    """A melding of the small store, newest first."""
    with ui.session.store.read() as reader:
        return str(reader.db.execute("SELECT uid FROM meldingen ORDER BY nr DESC LIMIT 1").fetchone()[0])


def add_photo(ui: UiContext, path: Path, doel: FotoDoel) -> str:
    """Store a photo without the window."""
    return voeg_foto_toe(ui.session, lees(ui.session, path), (), doel, nagekeken=True).uid


def count_photos(ui: UiContext) -> int:
    """How many rows there are, and as many files."""
    with ui.session.store.read() as reader:
        rows = int(reader.db.execute("SELECT count(*) FROM fotos").fetchone()[0])
    files = [path for path in (ui.session.store.folder / fotos.FOLDER_NAME).rglob("*") if path.is_file()]
    assert len(files) == rows
    return rows


def files_in_hand(path: Path) -> QMimeData:
    """What a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drop this on a widget; gives whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return enter.isAccepted()
