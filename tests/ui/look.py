"""What the look promises, as checks for any page: touch size, names, text size, spacing, one yellow, nothing cut off.

assert_look(page)                 # all of them on one widget, at its size now
for size in WINDOWS: ...          # the five windows of the screens
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStackedLayout,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from boa_app.ui.theme import Theme, px
from boa_app.ui.widgets.buttons import Corner

WINDOWS = ((1440, 900), (1280, 800), (1280, 720), (1024, 768), (640, 400))
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_SPACES = {0, 1, 2, 4, 8, 12, 16, 24, 32, 48}


def resize_window(window: QWidget, width: int, height: int) -> None:
    """Give a window a size and let its layouts settle."""
    window.resize(width, height)
    if not window.isVisible():
        window.show()
    for _ in range(4):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height), "the window refuses this size"


def visible_children(widget: QWidget) -> Iterator[QWidget]:
    """The widget and everything in it that a person could see, popups left out."""
    if widget.isVisible():
        yield widget
    for child in widget.findChildren(QWidget):
        if child.isVisible() and not child.isWindow() and child.window() is widget.window():
            yield child


def controls(widget: QWidget) -> Iterator[QWidget]:
    """What a person can press or type in. Parts that Qt puts inside a field or map belong to that field."""
    for child in visible_children(widget):
        if isinstance(child, _CONTROLS) and not _inside_field(child):
            yield child


def assert_touch_targets(widget: QWidget) -> None:
    """Every control is at least 44 x 44."""
    least = px("h-raak")
    small = [f"{_name(c)} {c.width()}x{c.height()}" for c in controls(widget) if min(c.width(), c.height()) < least]
    assert not small, f"too small for a glove: {small}"


def assert_accessible_names(widget: QWidget) -> None:
    """Every control has a name for a screen reader."""
    nameless = [_name(c) for c in controls(widget) if not c.accessibleName() and not _own_text(c)]
    assert not nameless, f"no name: {nameless}"


def assert_text_sizes(widget: QWidget) -> None:
    """No text under 14 px, measured in pixels so that a platform's points cannot shrink it."""
    least = px("t-klein")
    for child in visible_children(widget):
        size = child.font().pixelSize()
        shows = (isinstance(child, QLabel) and bool(child.text())) or isinstance(child, _CONTROLS)
        assert not shows or size >= least, f"{_name(child)}: {size} px"


def assert_spacing(widget: QWidget) -> None:
    """Margins and gaps come from the scale."""
    for child in [widget, *widget.findChildren(QWidget)]:
        for layout in _layouts(child.layout()):
            margins = layout.contentsMargins()
            values = {margins.left(), margins.top(), margins.right(), margins.bottom()}
            if layout.count() > 1:
                values.add(max(0, layout.spacing()))
            assert values <= _SPACES, f"{_name(child)}: {sorted(values)} is not on the scale"


def assert_one_yellow(window: QWidget) -> None:
    """Exactly one yellow corner, and no yellow outside it."""
    corners = [child for child in visible_children(window) if isinstance(child, Corner)]
    assert len(corners) == 1, f"{len(corners)} yellow corners"
    corner = QRect(corners[0].mapTo(window, QPoint(0, 0)), corners[0].size())
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatio()
    yellows = {Theme(name).color("geel").rgb() for name in ("licht", "donker")}
    for y in range(0, picture.height(), 3):
        for x in range(0, picture.width(), 3):
            if picture.pixel(x, y) in yellows:
                assert corner.contains(int(x / ratio), int(y / ratio)), f"yellow at {x}, {y}"
    assert picture.pixel(int((corner.left() + 4) * ratio), int((corner.top() + 4) * ratio)) in yellows


def assert_no_clipping(widget: QWidget) -> None:
    """Nothing is smaller than it asks for, and nothing sticks out of what holds it unless that scrolls."""
    problems = [problem for child in visible_children(widget) for problem in _clipping(child, widget)]
    assert not problems, "\n".join(problems)


def assert_look(widget: QWidget) -> None:
    """All checks that hold for any part of a window."""
    assert_touch_targets(widget)
    assert_accessible_names(widget)
    assert_text_sizes(widget)
    assert_spacing(widget)
    assert_no_clipping(widget)


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two colours as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = [value / 255 for value in (color.red(), color.green(), color.blue())]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _clipping(child: QWidget, root: QWidget) -> Iterator[str]:
    if isinstance(child, QScrollBar) or _inside_field(child):
        return
    if isinstance(child, QLabel) and child.text():
        yield from _label_clipping(child)
    elif isinstance(child, _CONTROLS):
        needed = child.minimumSizeHint()
        if child.width() < needed.width() or child.height() < needed.height():
            yield f"{_name(child)}: {child.width()}x{child.height()} needs {needed.width()}x{needed.height()}"
    parent = child.parentWidget()
    if parent is None or child is root or _scrolls(parent) or isinstance(parent, QStackedWidget):
        return
    if not parent.rect().contains(child.geometry()) and child.size().width() and child.size().height():
        yield f"{_name(child)} {child.geometry().getRect()} sticks out of {_name(parent)} {parent.size().toTuple()}"


def _label_clipping(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed:
            yield f"{_name(label)}: {label.height()} high, needs {needed}"
    elif not label.toolTip() and label.width() < label.sizeHint().width():
        yield f"{_name(label)}: {label.width()} wide, needs {label.sizeHint().width()}"


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _inside_field(widget: QWidget) -> bool:
    """True for the line inside a spin box and for whatever a web view builds."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox) or "WebEngine" in parent.metaObject().className():
            return True
        parent = parent.parentWidget()
    return "WebEngine" in widget.metaObject().className()


def _layouts(layout: QLayout | None) -> Iterator[QLayout]:
    if layout is None or isinstance(layout, QStackedLayout):
        return
    yield layout
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None:
            yield from _layouts(item.layout())


def _own_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _name(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} “{str(text)[:40]}”"
