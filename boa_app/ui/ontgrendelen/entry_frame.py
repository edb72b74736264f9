"""The frame before a store is open: the same night-blue L and yellow corner, and one card in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from boa_app.ui.frame.focus_order import go_to_stop, next_stop
from boa_app.ui.frame.model import CornerAction, SizeClass, is_low, size_class_for
from boa_app.ui.frame.rail import Rail
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Corner
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label


class EntryFrame(QWidget):
    """Holds one card at a time and the one next step."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._action: CornerAction | None = None
        self.setProperty("vlak", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(themes, parent=self)
        self.rail.night_toggled.connect(themes.switch)
        self._cards = QStackedWidget()
        self._foot = QWidget()
        self.corner = Corner(themes, self._foot)
        self.corner.clicked.connect(self._on_corner_clicked)
        self._first = Label(themes, weight="w-vet", color="focus-op-rail")
        self._second = Label(themes, color="rail-ink")
        self._build()

    def add_card(self, card: QWidget) -> None:
        """Add a card; show it with `show_card`."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px("s4"), px("s4"), px("s4"), px("s4"))
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)
        card.setMaximumWidth(px("b-lijst") + 3 * px("s7"))
        scroll = ScrollBox(holder)
        card.setProperty("kaart", scroll)
        self._cards.addWidget(scroll)

    def show_card(self, card: QWidget) -> None:
        """Bring one card to the front."""
        self._cards.setCurrentWidget(card.property("kaart"))

    def set_corner(self, action: CornerAction) -> None:
        """The next step; with a reason it is off and the reason stands beside it."""
        self._action = action
        self._show_corner()

    def set_foot(self, first: str, second: str) -> None:
        """What holds now, in the foot."""
        self._first.setText(first)
        self._second.setText(second)
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        regions = (self.rail, self._cards, self._foot)
        stop = next_stop(regions, self.window().focusWidget(), forward=forward, last=self.corner)
        if stop is None:
            return super().focusNextPrevChild(forward)
        go_to_stop(stop, forward=forward)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._cards, 1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)
        self._foot.setProperty("vlak", "rail")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(px("s6"), 0, 0, 0)
        row.setSpacing(px("s3"))
        self._icon = IconLabel(self._themes, "lock", "i-rail", "rail-ink")
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._first)
        words.addWidget(self._second)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self.corner)

    def _fit(self) -> None:
        small = size_class_for(self.width(), self.height()) is SizeClass.KLEIN
        low = is_low(self.width(), self.height())
        self.rail.setVisible(not small)
        self.rail.set_low(low=low)
        height = px("h-voet-klein" if small else "h-voet-laag" if low else "h-voet")
        self._foot.setFixedHeight(height)
        self.corner.setFixedSize(px("b-hoek-klein" if small else "b-hoek"), height)
        self._second.setVisible(not small and bool(self._second.text()))
        self._show_corner()

    def _show_corner(self) -> None:
        action = self._action
        if action is None:
            return
        small = size_class_for(self.width(), self.height()) is SizeClass.KLEIN
        title = action.short_title or action.title if small else action.title
        self.corner.set_action(action.icon, title, action.shortcut, small=small, step=action.step)
        self.corner.setEnabled(not action.reason)
        self.corner.setAccessibleName(action.title)
        self.corner.setAccessibleDescription(action.reason)

    def _on_corner_clicked(self) -> None:
        if self._action is not None and not self._action.reason:
            self._action.on_trigger()
