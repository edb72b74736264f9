"""How the page of syncing lays its parts out: two columns, or in a small window one that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.theme import px
from boa_app.ui.widgets.scroll import ScrollBox

SETTLED_MS = 200


class TwoColumns(QWidget):
    """A narrow column that scrolls and a wide one beside it; in a small window both under each other in one scroll."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        for part in (left, right):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, part.sizePolicy().verticalPolicy())
        in_left, in_all = QWidget(), QWidget()
        self._left_box, self._all_box = ScrollBox(in_left), ScrollBox(in_all)
        self._row = QHBoxLayout(self)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(self._side)
        self._row.addWidget(self._all_box)
        self._column = QVBoxLayout(in_all)
        self._left_column = QVBoxLayout(in_left)
        for layout in (self._row, self._column, self._left_column, self._side):
            layout.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._side.addWidget(self._left_box)

    def arrange(self, size_class: SizeClass, *, low: bool) -> None:
        """Take the build of this window."""
        margin = px("s3") if low else px("s4")
        small = size_class is SizeClass.KLEIN
        self._all_box.setVisible(small)
        self._left_box.setVisible(not small)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._side.setSpacing(margin)
        self._column.setSpacing(margin)
        if small:
            self._column.addWidget(self._left)
            self._column.addWidget(self._right)
        else:
            wide = px("b-kaartkolom") if size_class is SizeClass.SMAL else px("b-lijst") + px("s5")
            self._left_box.setFixedWidth(wide)
            self._left_column.addWidget(self._left)
            self._side.addWidget(self._right, 1)
        self._left.show()
        self._right.show()

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part in sight where the page scrolls as a whole."""
        if not self._all_box.isHidden():
            # Later: what just became visible has its place only then, and a map made for it a moment after.
            for wait_ms in (0, SETTLED_MS):
                QTimer.singleShot(wait_ms, part, lambda: self._all_box.show_top_of(part))
