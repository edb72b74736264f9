"""The frame that holds the window: rail, top bar, banners, the page in front, foot; it follows the room there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from boa_app.ui.frame.banners import BannerColumn
from boa_app.ui.frame.focus_order import go_to_stop, next_stop
from boa_app.ui.frame.foot import Foot
from boa_app.ui.frame.map_door import MapDoor
from boa_app.ui.frame.model import SizeClass, StateItem, is_low, size_class_for
from boa_app.ui.frame.page import Page
from boa_app.ui.frame.rail import Rail
from boa_app.ui.frame.top_bar import TopBar
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerSpec
from boa_app.ui.widgets.scroll import ScrollBox


class PageStack(QStackedWidget):
    """The pages. It asks no room itself: a page that needs much must not push the foot out of the window."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class MainFrame(QWidget):
    """Everything around a page.

    Signals:
        lock_requested(): lock the store now.
        help_requested(): help for the page in front.
        night_toggled(): day or night was asked for; the frame has switched already, store the wish.
        page_changed(str): the key of the page that came to the front.
    """

    lock_requested = Signal()
    help_requested = Signal()
    night_toggled = Signal()
    page_changed = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._pages: dict[str, Page] = {}
        self._in_rail: set[str] = set()
        self._trail: list[str] = []
        self._current = ""
        self._size_class = SizeClass.NORMAAL
        self._low = False
        self.setProperty("vlak", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(themes, parent=self)
        self.menu = Rail(themes, menu=True)
        # Over the page, and scrolling: a role with many jobs has more of them than a small window has room.
        self._menu_box = ScrollBox(self.menu, self)
        self.top_bar = TopBar(themes, self)
        self.foot = Foot(themes, self)
        self._stack = PageStack(self)
        # Made before what covers the page: menu and search stay on top of a banner that comes.
        self._banner_column = BannerColumn(themes, self)
        self._door = MapDoor(self, self.focusNextPrevChild)
        self._build()
        self._connect()
        self._menu_box.hide()

    @property
    def size_class(self) -> SizeClass:
        """The room the window gives now."""
        return self._size_class

    @property
    def current_key(self) -> str:
        """Key of the page in front; empty before the first."""
        return self._current

    def add_page(self, key: str, icon: str, label: str, page: Page, *, in_rail: bool = True) -> None:
        """Add a page; one that is not in the rail gets an arrow back."""
        self._pages[key] = page
        self._stack.addWidget(page)
        page.set_size_class(self._size_class, low=self._low)
        page.frame_changed.connect(self._on_page_frame_changed)
        if in_rail:
            self._in_rail.add(key)
            self.rail.add_item(key, icon, label)
            self.menu.add_item(key, icon, label)

    def page(self, key: str) -> Page:
        """The page behind a key."""
        return self._pages[key]

    def has_page(self, key: str) -> bool:
        """Whether there is a page behind this key."""
        return key in self._pages

    def show_page(self, key: str) -> None:
        """Bring a page to the front. Pages of the rail start a new trail for the arrow back."""
        self._close_menu()
        if key == self._current:
            return
        if key in self._in_rail:
            self._trail = []
        elif self._current:
            self._trail.append(self._current)
        self._bring(key)

    def go_back(self) -> None:
        """Return to the page this one was opened from, when it lets go."""
        if self._trail and self._pages[self._current].may_leave():
            self._bring(self._trail.pop())

    def is_behind(self, key: str) -> bool:
        """True when the arrow back leads to this page, at once or in the end."""
        return key in self._trail

    def focus_first(self) -> None:
        """The keyboard to the first control of the page, as one reads."""
        stop = next_stop((self._stack,), None, forward=True)
        if stop is not None:
            go_to_stop(stop, forward=True)

    def set_states(self, states: tuple[StateItem, ...]) -> None:
        """Show the state of the world in the foot."""
        self.foot.set_states(states)

    def set_example(self, *, is_example: bool) -> None:
        """Mark every screen as made-up data."""
        self.top_bar.set_example(is_example=is_example)

    def set_left_handed(self, *, left_handed: bool) -> None:
        """Mirror rail and foot."""
        turned = QHBoxLayout.Direction.RightToLeft if left_handed else QHBoxLayout.Direction.LeftToRight
        self._middle.setDirection(turned)
        self.foot.set_mirrored(mirrored=left_handed)

    def show_banner(self, spec: BannerSpec) -> Banner:
        """Show what happened above the page; the same key replaces the earlier banner."""
        return self._banner_column.add(spec)

    def clear_banner(self, key: str) -> None:
        """Take away the banner with this key, if it is there."""
        self._banner_column.clear(key)

    def banners(self) -> tuple[Banner, ...]:
        """The banners of this page and of all, oldest first; in a small window only the newest is in sight."""
        return self._banner_column.banners()

    def minimumSizeHint(self) -> QSize:
        return QSize(px("b-venster"), px("h-venster"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_size_class()
        self._banner_column.set_room(self.height() // 2, small=self._size_class is SizeClass.KLEIN)
        self._place_menu()

    def focusNextPrevChild(self, forward: bool) -> bool:
        regions: tuple[QWidget, ...] = (self.rail, self.top_bar, self._banner_column, self._stack, self.foot)
        if self.menu.isVisible():
            regions = (self._menu_box,)
        stop = next_stop(regions, self.window().focusWidget(), forward=forward, last=self.foot.corner)
        if stop is None:
            return super().focusNextPrevChild(forward)
        go_to_stop(stop, forward=forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.menu.isVisible():
            self._close_menu()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A touch beside the open menu closes it; the touch itself still reaches what it was meant for.
        if event.type() is QEvent.Type.MouseButtonPress and watched is self._stack:
            self._close_menu()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._banner_column)
        right.addWidget(self._stack, 1)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.rail)
        self._middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        # The window may become smaller than this arrangement: only then does the next one take over.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._middle, 1)
        column.addWidget(self.foot)
        self._stack.installEventFilter(self)

    def _connect(self) -> None:
        for rail in (self.rail, self.menu):
            rail.page_chosen.connect(self.show_page)
            rail.night_toggled.connect(self._on_rail_night_toggled)
        self.menu.lock_requested.connect(self.lock_requested)
        self.menu.help_requested.connect(self.help_requested)
        self.foot.lock_requested.connect(self.lock_requested)
        self.top_bar.back_requested.connect(self.go_back)
        self.top_bar.help_requested.connect(self.help_requested)
        self.top_bar.menu_requested.connect(self._on_top_bar_menu_requested)

    def _bring(self, key: str) -> None:
        before = self._pages.get(self._current)
        self._current = key
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        for rail in (self.rail, self.menu):
            rail.set_active(key)
        self._read_page()
        self._banner_column.set_page(key)
        if before is not None:
            before.page_hidden()
        page.page_shown()
        self.page_changed.emit(key)

    def _read_page(self) -> None:
        page = self._pages[self._current]
        self.top_bar.set_title(page.title(), page.context())
        self.top_bar.set_back(visible=bool(self._trail))
        self.top_bar.set_actions(page.top_actions())
        self.foot.set_spec(page.foot())

    def _take_size_class(self) -> None:
        size_class = size_class_for(self.width(), self.height())
        low = is_low(self.width(), self.height())
        if (size_class, low) == (self._size_class, self._low):
            return
        self._size_class, self._low = size_class, low
        self.rail.setVisible(size_class is not SizeClass.KLEIN)
        self.rail.set_low(low=low)
        self.top_bar.set_size_class(size_class)
        self.foot.set_size_class(size_class, low=low)
        self._close_menu()
        for page in self._pages.values():
            page.set_size_class(size_class, low=low)
        if self._current:
            self._read_page()

    def _place_menu(self) -> None:
        top = self.mapFromGlobal(self.top_bar.mapToGlobal(QPoint(0, self.top_bar.height()))).y()
        self._menu_box.setGeometry(0, top, px("b-menu"), self.height() - top)

    def _close_menu(self) -> None:
        self._menu_box.hide()

    def _on_page_frame_changed(self) -> None:
        if self._current and self.sender() is self._pages[self._current]:
            self._read_page()

    def _on_rail_night_toggled(self) -> None:
        self._themes.switch()
        self._close_menu()
        self.night_toggled.emit()

    def _on_top_bar_menu_requested(self) -> None:
        if self.menu.isVisible():
            self._close_menu()
            return
        self._place_menu()
        self._menu_box.show()
        self._menu_box.raise_()
        self.menu.items()[0].setFocus(Qt.FocusReason.PopupFocusReason)
