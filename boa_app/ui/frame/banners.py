"""The banners above the page: all of them in a large window, the newest and a line for the others in a small one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.banner import Banner, BannerSpec
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.scroll import ScrollBox


class BannerColumn(QWidget):
    """Holds the banners, each as high as its words need; together never more than the room they are given."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._banners: list[Banner] = []
        self._page = ""
        self._is_small = self._is_open = False
        self._most_px = 0
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._box = ScrollBox(content, self)
        self.more = Knop(themes, "", kind=ButtonKind.TEKST)
        self.more.clicked.connect(self._on_more_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addWidget(self.more)
        self.hide()

    def add(self, spec: BannerSpec) -> Banner:
        """Show what happened; the same key takes the place of the earlier banner."""
        if spec.key:
            self.clear(spec.key)
        banner = Banner(self._themes, spec, self._box.widget())
        banner.closed.connect(self._on_banner_closed)
        self._banners.append(banner)
        self._list.addWidget(banner)
        self._fit()
        return banner

    def clear(self, key: str) -> None:
        """Take away the banner with this key, if it is there."""
        for banner in [found for found in self._banners if found.spec.key == key]:
            self._drop(banner)

    def banners(self) -> tuple[Banner, ...]:
        """Those of the page in front and of every page, oldest first."""
        return tuple(banner for banner in self._banners if banner.spec.page in ("", self._page))

    def set_page(self, key: str) -> None:
        """Another page is in front: what belonged to the one before goes with it."""
        left, self._page = self._page, key
        for banner in [found for found in self._banners if found.spec.page and found.spec.page == left != key]:
            self._drop(banner)
        self._fit()

    def set_room(self, most_px: int, *, small: bool) -> None:
        """How high they may be together; small: one at a time unless a person wants to see them all."""
        self._most_px, self._is_small = most_px, small
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        ours = self.banners()
        self._is_open = self._is_open and len(ours) > 1
        shown = ours if self._is_open or not self._is_small else ours[-1:]
        for banner in self._banners:
            banner.setVisible(banner in shown)
        wanted = sum(banner.fit_to(self.width()) for banner in shown)
        height = min(wanted, self._most_px) if self._most_px else wanted
        hidden = len(ours) - 1
        has_more = self._is_small and hidden > 0
        self._box.setFixedHeight(height)
        self.more.setVisible(has_more)
        self.setFixedHeight(height + (self.more.sizeHint().height() if has_more else 0))
        words = self.tr("minder") if self._is_open else self.tr("nog {aantal}").format(aantal=hidden)
        if self.more.text() != words:
            self.more.set_label(words, "chevron-up" if self._is_open else "chevron-down")
        self.setVisible(bool(ours))

    def _drop(self, banner: Banner) -> None:
        if banner in self._banners:
            self._banners.remove(banner)
            self._list.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
            self._fit()

    def _on_banner_closed(self) -> None:
        banner = self.sender()
        if isinstance(banner, Banner):
            self._drop(banner)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self._fit()
