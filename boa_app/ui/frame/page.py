"""The base of every page: it tells the frame its title, foot and corner, and is told how much room there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.ui.frame.model import FootSpec, SizeClass, TopAction


class Page(QWidget):
    """One screen inside the frame. Call `frame_changed.emit()` when title, context, foot or top actions changed.

    Signals:
        frame_changed(): ask the frame to read title, context, foot and top actions again.
    """

    frame_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_class = SizeClass.NORMAAL
        self._low = False
        self._given: list[TopAction] = []

    @property
    def size_class(self) -> SizeClass:
        """The room the window gives now."""
        return self._size_class

    @property
    def is_low(self) -> bool:
        """True when the window is lower than 760, whatever its width."""
        return self._low

    def title(self) -> str:
        """The noun in the top bar."""
        return ""

    def context(self) -> str:
        """The one line beside the title."""
        return ""

    def foot(self) -> FootSpec:
        """Secondary actions and the yellow corner."""
        return FootSpec()

    def top_actions(self) -> tuple[TopAction, ...]:
        """Icon buttons of this page in the top bar, for what is hidden in a small window."""
        return ()

    @property
    def given_actions(self) -> tuple[TopAction, ...]:
        """Icon buttons the window gave this page, before its own."""
        return tuple(self._given)

    def give_action(self, action: TopAction) -> None:
        """Put a way out of this page in the top bar, for a window that knows where it leads."""
        self._given.append(action)
        self.frame_changed.emit()

    def page_shown(self) -> None:
        """Called after the page came to the front."""

    def page_hidden(self) -> None:
        """Called after another page came to the front."""

    def may_leave(self) -> bool:
        """Asked before the arrow back or Esc takes this page away; a page that says no asks the person itself."""
        return True

    def set_size_class(self, size_class: SizeClass, *, low: bool = False) -> None:
        """Called by the frame when the room changes; override `apply_size_class` to act on it."""
        if (size_class, low) == (self._size_class, self._low):
            return
        self._size_class, self._low = size_class, low
        self.apply_size_class()

    def apply_size_class(self) -> None:
        """Rearrange for `size_class` and `is_low`."""
