"""The way of the Tab key through a window: region by region, and within a region as one reads.

Qt follows the order in which parts were made; pages are built in the pauses and rearrange themselves with the room they
get, so that order says nothing about the picture. Here the places on the screen decide. A map is one stop: see MapDoor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from boa_app.ui.theme import px

_MAP_CLASS = "QWebEngineView"


def next_stop(
    regions: Sequence[QWidget], current: QWidget | None, *, forward: bool, last: QWidget | None = None
) -> QWidget | None:
    """The part that Tab (or Shift+Tab) reaches from the current one; None when there is no other.

    last: comes at the end wherever it lies. From nowhere, or from what holds the regions, the way begins at its end.
    """
    parts = [part for region in regions for part in _parts_of(region)]
    if last in parts:
        parts.remove(last)
        parts.append(last)
    here = map_around(current) or current
    if here not in parts:
        if here is not None and not all(here.isAncestorOf(region) for region in regions):
            return None
        return next((part for part in (parts if forward else reversed(parts)) if _is_stop(part)), None)
    start, step = parts.index(here), 1 if forward else -1
    way = (parts[(start + step * distance) % len(parts)] for distance in range(1, len(parts)))
    return next((part for part in way if _is_stop(part)), None)


def go_to_stop(stop: QWidget, *, forward: bool) -> None:
    """Give a part the focus, with its ring, and bring it in sight."""
    # A map gets it as from the front, both ways: its first part is the map itself, which the arrow keys move.
    from_front = forward or is_map(stop)
    stop.setFocus(Qt.FocusReason.TabFocusReason if from_front else Qt.FocusReason.BacktabFocusReason)
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()


def is_map(part: QWidget) -> bool:
    """True for a page of WebEngine. By name: the way in uses this file too, and may not load WebEngine."""
    return part.inherits(_MAP_CLASS)


def map_around(part: QWidget | None) -> QWidget | None:
    """The map that this part belongs to, or is."""
    while part is not None and not is_map(part):
        part = part.parentWidget()
    return part


def _parts_of(region: QWidget) -> Iterator[QWidget]:
    """Everything in sight within a region as one reads; what lies in one panel stays together."""
    children = [part for part in region.children() if isinstance(part, QWidget)]
    for part in _as_read([part for part in children if part.isVisible() and not part.isWindow()]):
        yield part
        if not is_map(part):
            yield from _parts_of(part)


def _as_read(parts: list[QWidget]) -> list[QWidget]:
    """Row by row from the top, each row from the left."""
    waiting = sorted(parts, key=lambda part: (part.y(), part.x()))
    ordered: list[QWidget] = []
    while waiting:
        row = [part for part in waiting if _share_row(waiting[0], part)]
        ordered += sorted(row, key=lambda part: (part.x(), part.y()))
        waiting = [part for part in waiting if part not in row]
    return ordered


def _share_row(first: QWidget, other: QWidget) -> bool:
    """Beside each other: tops level, or each has its middle within the height of the other (a label and its field)."""
    if abs(first.y() - other.y()) <= px("s2"):
        return True
    one, two = first.geometry(), other.geometry()
    return one.top() <= two.center().y() <= one.bottom() and two.top() <= one.center().y() <= two.bottom()


def _is_stop(part: QWidget) -> bool:
    if is_map(part):
        # It hands the focus on to the part that draws the page, which is not among the parts.
        return part.isEnabled()
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    # A part with a proxy only hands the focus on; the proxy is among the parts itself.
    return takes_tab and part.isEnabled() and part.focusProxy() is None
