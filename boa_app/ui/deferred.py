"""A page that is built when there is time, or at the latest when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.ui.frame.model import FootSpec, TopAction
from boa_app.ui.frame.page import Page


class DeferredPage(Page):
    """Stands in the frame for the real page: building all pages at once would keep the first one waiting.

    Signals:
        built(): the real page is there now; connect to its signals.
    """

    built = Signal()

    def __init__(self, make: Callable[[], Page], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._title = make, title
        self._real: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_built(self) -> bool:
        """True once the real page exists."""
        return self._real is not None

    def real(self) -> Page:
        """The page itself, built now if it was not yet."""
        if self._real is None:
            self._real = self._make()
            self._column.addWidget(self._real)
            self._real.set_size_class(self.size_class, low=self.is_low)
            self._real.frame_changed.connect(self.frame_changed)
            self.built.emit()
        return self._real

    def title(self) -> str:
        return self._title if self._real is None else self._real.title()

    def context(self) -> str:
        return "" if self._real is None else self._real.context()

    def foot(self) -> FootSpec:
        return FootSpec() if self._real is None else self._real.foot()

    def top_actions(self) -> tuple[TopAction, ...]:
        return () if self._real is None else (*self._real.given_actions, *self._real.top_actions())

    def page_shown(self) -> None:
        self.real().page_shown()
        self.frame_changed.emit()

    def page_hidden(self) -> None:
        if self._real is not None:
            self._real.page_hidden()

    def may_leave(self) -> bool:
        return self._real is None or self._real.may_leave()

    def apply_size_class(self) -> None:
        if self._real is not None:
            self._real.set_size_class(self.size_class, low=self.is_low)
