"""The way of the Tab key through a window: region by region in reading order.

Qt puts every part that is made later at the end of its chain, behind the foot. Here the regions decide, and Qt's chain
only within a region.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_stop(regions: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> QWidget | None:
    """The part that Tab (or Shift+Tab) reaches from the current one; None when there is no other."""
    parts = [part for region in regions for part in _chain(region)]
    if current is None or current not in parts:
        return None
    step = 1 if forward else -1
    start = parts.index(current)
    for distance in range(1, len(parts)):
        part = parts[(start + step * distance) % len(parts)]
        if _is_stop(part):
            return part
    return None


def _chain(region: QWidget) -> list[QWidget]:
    """What lies in a region, in Qt's order."""
    found: list[QWidget] = []
    part = region.nextInFocusChain()
    while part is not None and part is not region:
        if region.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found


def _is_stop(part: QWidget) -> bool:
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    # A part with a proxy only hands the focus on; the proxy is in the chain itself.
    return takes_tab and part.isVisible() and part.isEnabled() and part.focusProxy() is None
