"""A panel: a card with a head (icon, title, a word at the right) and whatever the page puts in it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.text import Label


class IconLabel(QLabel):
    """An icon that is only looked at; the word beside it says what it means."""

    def __init__(
        self, themes: ThemeManager, icon: str, size: str = "i-rij", color: str = "ink-2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes, self._icon, self._size, self._color = themes, icon, size, color
        self.setFixedSize(QSize(px(size), px(size)))
        themes.theme_changed.connect(self._draw)
        self._draw()

    def set_icon(self, icon: str, color: str = "") -> None:
        """Another icon, perhaps in another colour."""
        self._icon, self._color = icon, color or self._color
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._themes.icon(self._icon, self._size, self._color).pixmap(self.size(), self._ratio()))

    def _ratio(self) -> float:
        return self.devicePixelRatioF()


class Line(QFrame):
    """A divider of one pixel, lying or standing."""

    def __init__(self, *, vertical: bool = False, vlak: str = "lijn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", vlak)
        if vertical:
            self.setFixedWidth(px("lijn-1"))
        else:
            self.setFixedHeight(px("lijn-1"))


class Panel(QFrame):
    """A white card. `body` is the layout for its content, without margins so that rows reach both edges."""

    def __init__(self, themes: ThemeManager, title: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "paneel")
        self._themes = themes
        column = QVBoxLayout(self)
        # The edge of the card keeps its own pixel, so rows do not paint over it.
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget(self)
        self._icon = IconLabel(themes, icon or "info", parent=self._head)
        self._icon.setVisible(bool(icon))
        self._title = Label(themes, title, size="t-tegel", weight="w-vet")
        self._right = Label(themes, size="t-klein", color="ink-2")
        self._build_head()
        column.addWidget(self._head)
        self._line = Line(parent=self)
        column.addWidget(self._line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Another title; without one the head goes."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._head.setVisible(bool(title))
        self._line.setVisible(bool(title))

    def set_right_text(self, text: str) -> None:
        """The word at the right of the head: a time, a count."""
        self._right.setText(text)

    def _build_head(self) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(px("s3"), 0, px("s3"), 0)
        row.setSpacing(px("s2"))
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._right)
        self._head.setFixedHeight(px("h-raak"))
