"""The rail: the jobs of this role, day or night, and always Vergrendelen at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import CENTRE, LEFT, paint_ring, paint_text, text_width


class RailItem(BoaButton):
    """Icon above a word; `row` puts the word beside it, as the menu of a small window does."""

    def __init__(
        self, themes: ThemeManager, icon: str, text: str, *, row: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, parent)
        self._icon = icon
        self._row = row
        self._height = px("h-raak") if row else px("h-rail-knop")
        self._active = False
        self._top_line = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_item(icon, text)

    def set_item(self, icon: str, text: str) -> None:
        """Another icon and word."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_active(self, active: bool) -> None:
        """Mark as the page in front."""
        self._active = active
        self.setAccessibleDescription(self.tr("huidig scherm") if active else "")
        self.update()

    def is_active(self) -> bool:
        """True for the page in front."""
        return self._active

    def set_top_line(self, *, shown: bool) -> None:
        """Draw a line above it, where the foot begins under the rail."""
        self._top_line = shown
        self.update()

    def set_height(self, height: int) -> None:
        """Another height, for a low window."""
        self._height = height
        self.updateGeometry()

    def content_size(self) -> QSize:
        words = text_width(self.theme.font("t-klein", "w-half"), self.text())
        if self._row:
            return QSize(words + px("i-rail") + px("s3") + 2 * px("s4"), self._height)
        return QSize(max(px("h-raak"), words), self._height)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        lit = self._active or self.is_pressed() or self.is_hovered()
        painter.fillRect(rect, theme.color("rail-on" if lit else "rail"))
        if self._active:
            painter.fillRect(QRectF(0, 0, px("lijn-accent"), rect.height()), theme.color("focus-op-rail"))
        if self._top_line:
            painter.fillRect(QRectF(0, 0, rect.width(), px("lijn-1")), theme.color("rail-line"))
        color = theme.color("focus-op-rail" if self._active else "rail-ink")
        font = theme.font("t-klein", "w-vet" if self._active else "w-half")
        if self._row:
            paint_icon(
                painter, self._icon, QPointF(px("s4") + px("i-rail") / 2, rect.center().y()), px("i-rail"), color
            )
            words = rect.adjusted(px("s4") + px("i-rail") + px("s3"), 0, -px("s2"), 0)
            paint_text(painter, words, self.text(), theme.font("t-tekst", "w-half"), color, LEFT)
        else:
            top = rect.top() + (rect.height() - px("i-rail") - px("haar") - px("l-klein")) / 2
            paint_icon(painter, self._icon, QPointF(rect.center().x(), top + px("i-rail") / 2), px("i-rail"), color)
            words = QRectF(0, top + px("i-rail") + px("haar"), rect.width(), px("l-klein"))
            paint_text(painter, words, self.text(), font, color, CENTRE)
        if self.shows_ring():
            paint_ring(painter, theme, rect, "focus-op-rail", "")


class Rail(QWidget):
    """The column of items, or the same items as the menu of a small window.

    Signals:
        page_chosen(str): the key of the page asked for.
        night_toggled(): day or night asked for.
        lock_requested(): lock now.
        help_requested(): only from the menu, where the top bar has no room for it.
    """

    page_chosen = Signal(str)
    night_toggled = Signal()
    lock_requested = Signal()
    help_requested = Signal()

    def __init__(self, themes: ThemeManager, *, menu: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._menu = menu
        self._low = False
        self.setProperty("vlak", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if not menu:
            # The items adapt to the height, so their wish must not decide it.
            self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addStretch(1)
        self._night = RailItem(themes, "moon", self.tr("Nacht"), row=menu)
        self._night.clicked.connect(self.night_toggled)
        self._column.addWidget(self._night)
        if menu:
            self._add_menu_items()
        else:
            self.setFixedWidth(px("b-rail"))
        themes.theme_changed.connect(self._show_night)
        self._show_night()

    def add_item(self, key: str, icon: str, label: str) -> None:
        """Add a job under the others."""
        item = RailItem(self._themes, icon, label, row=self._menu)
        item.clicked.connect(lambda: self.page_chosen.emit(key))
        self._column.insertWidget(len(self._items), item)
        self._items[key] = item
        self.set_low(low=self._low)

    def set_active(self, key: str) -> None:
        """Mark the page in front; a page without an item leaves all unmarked."""
        for item_key, item in self._items.items():
            item.set_active(item_key == key)

    def set_low(self, *, low: bool) -> None:
        """Make the items lower, so that all stay in sight in a low window."""
        self._low = low
        if self._menu:
            return
        items = (*self._items.values(), self._night)
        wanted = px("h-rail-knop-laag" if low else "h-rail-knop")
        # Many jobs in a low window: all shrink a little, none disappears.
        height = max(px("h-raak"), min(wanted, self.height() // len(items)))
        for item in items:
            item.set_height(height)

    def minimumSizeHint(self) -> QSize:
        if self._menu:
            return super().minimumSizeHint()
        return QSize(px("b-rail"), (len(self._items) + 1) * px("h-raak"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_low(low=self._low)

    def items(self) -> tuple[RailItem, ...]:
        """The items of pages, top to bottom."""
        return tuple(self._items.values())

    def _add_menu_items(self) -> None:
        for icon, text, signal in (
            ("circle-question-mark", self.tr("Hulp"), self.help_requested),
            ("lock", self.tr("Vergrendelen"), self.lock_requested),
        ):
            item = RailItem(self._themes, icon, text, row=True)
            item.clicked.connect(signal)
            self._column.addWidget(item)

    def _show_night(self) -> None:
        dark = self._themes.theme.is_dark
        self._night.set_item("sun" if dark else "moon", self.tr("Dag") if dark else self.tr("Nacht"))
