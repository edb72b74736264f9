"""The top bar: back or menu, title, one line of context, Voorbeeldgegevens, search, help."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boa_app.ui.frame.model import SizeClass, TopAction
from boa_app.ui.frame.search_slot import SearchSlot
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label

# So many buttons of a page leave no room for a whole search field in a narrow window.
_MANY_ACTIONS = 4


class TopBar(QWidget):
    """Shows where one is. The title keeps its room; the context gives way first.

    Signals:
        back_requested(): the arrow.
        menu_requested(): the menu button of a small window.
        help_requested(): the question mark.
        search_requested(): the search field.
    """

    back_requested = Signal()
    menu_requested = Signal()
    help_requested = Signal()
    search_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._small = self._is_narrow = False
        self._action_count = 0
        self._is_example = False
        self.setProperty("vlak", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._menu = IconKnop(themes, "menu", self.tr("Menu"))
        self._menu.clicked.connect(self.menu_requested)
        self._back = IconKnop(themes, "arrow-left", self.tr("Terug"))
        self._back.clicked.connect(self.back_requested)
        self._title = Label(themes, size="t-titel", weight="w-vet")
        self._context = Label(themes, color="ink-2")
        self._context.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._example = Tag(themes)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px("s2"))
        self.search = SearchSlot(themes)
        self.search.clicked.connect(self.search_requested)
        self._help = IconKnop(themes, "circle-question-mark", self.tr("Hulp"))
        self._help.setToolTip(self.tr("Hulp (F1)"))
        self._help.clicked.connect(self.help_requested)
        self._build()
        self.set_size_class(SizeClass.NORMAAL)
        self.set_back(visible=False)
        self.set_example(is_example=False)

    def set_title(self, title: str, context: str) -> None:
        """Show the noun of the page and its one line."""
        self._title.setText(title)
        self._context.setText(context)
        self._context.setToolTip(context)

    def set_back(self, *, visible: bool) -> None:
        """Show the arrow when there is a page to go back to."""
        self._back.setVisible(visible)
        self._spacer.setVisible(not visible and not self._small)

    def set_example(self, *, is_example: bool) -> None:
        """Mark every screen while the store holds made-up data."""
        self._is_example = is_example
        text = self.tr("Voorbeeld") if self._small else self.tr("Voorbeeldgegevens")
        self._example.set_tag(TagKind.LET, text, edge=True)
        self._example.setVisible(is_example)

    def set_actions(self, actions: tuple[TopAction, ...]) -> None:
        """Show the icon buttons of the page."""
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            knop = IconKnop(self._themes, action.icon, action.name)
            knop.clicked.connect(action.on_trigger)
            self._actions.addWidget(knop)
        self._action_count = len(actions)
        self._fit_search()

    def set_size_class(self, size_class: SizeClass) -> None:
        """In a small window the menu stands at the left, and help moves into it."""
        self._small, self._is_narrow = size_class is SizeClass.KLEIN, size_class is SizeClass.SMAL
        self._menu.setVisible(self._small)
        self._help.setVisible(not self._small)
        self._fit_search()
        self._context.setVisible(not self._small)
        self._gap.setVisible(self._small)
        left, right = (0, px("s1")) if self._small else (px("s2"), px("s3"))
        self._row.setContentsMargins(left, 0, right, 0)
        self.setFixedHeight(px("h-kopbalk-klein" if self._small else "h-kopbalk"))
        self.set_example(is_example=self._is_example)
        self.set_back(visible=not self._back.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Drawn, not laid out: a line in the layout would take the last pixel of a 44 px button.
        painter = QPainter(self)
        line = QRect(0, self.height() - px("lijn-1"), self.width(), px("lijn-1"))
        painter.fillRect(line, self._themes.theme.color("line"))
        painter.end()

    def _fit_search(self) -> None:
        """The field gives way to its sign where there is no room beside the buttons of the page."""
        self.search.set_small(small=self._small or (self._is_narrow and self._action_count >= _MANY_ACTIONS))

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px("s2"), 0, px("s3"), 0)
        self._row.setSpacing(px("s2"))
        # Stands in for the arrow, so that the title starts at the margin of the page.
        self._spacer = QWidget()
        self._spacer.setFixedWidth(0)
        self._gap = QWidget()
        self._gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (self._menu, self._back, self._spacer, self._title):
            self._row.addWidget(widget)
        self._row.addSpacing(px("s1"))
        self._row.addWidget(self._context, 1)
        self._row.addWidget(self._gap, 1)
        self._row.addWidget(self._example)
        self._row.addLayout(self._actions)
        self._row.addWidget(self.search)
        self._row.addWidget(self._help)
        self._themes.theme_changed.connect(self.update)
