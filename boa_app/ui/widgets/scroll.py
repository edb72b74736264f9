"""A scrolling area without an edge, that follows a finger and keeps the focused control in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScroller, QWidget


def scroll_by_touch(area: QAbstractScrollArea) -> None:
    """Let a finger push the content; the mouse keeps selecting."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


class ScrollBox(QScrollArea):
    """Scrolls one widget up and down; its width follows the room there is."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Focus belongs to the controls inside; the keys of the area work while one of them has it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("vlak", content.property("vlak") or "geen")
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        scroll_by_touch(self)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        return QSize(width, 0)

    def show_top_of(self, widget: QWidget) -> None:
        """Bring a part to the top of the view, so that the next group of a form stands where the last one was."""
        content = self.widget()
        if content is not None:
            self.verticalScrollBar().setValue(widget.mapTo(content, widget.rect().topLeft()).y())
