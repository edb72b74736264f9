"""Buttons: the filled one, the plain one, the one that is only text, the dangerous one and the square icon."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import Enum
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import CENTRE, RIGHT, Box, paint_box, paint_ring, paint_text, text_width

# A second touch with a glove comes within this time; nobody has read the next step by then.
SETTLE_MS = 600
_PRESSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ButtonKind(Enum):
    """How much weight a button has on its screen."""

    HOOFD = "hoofd"
    GEWOON = "gewoon"
    TEKST = "tekst"
    GEVAAR = "gevaar"


class Knop(BoaButton):
    """A button with a verb and perhaps an icon."""

    def __init__(
        self,
        themes: ThemeManager,
        text: str,
        icon: str = "",
        *,
        kind: ButtonKind = ButtonKind.GEWOON,
        icon_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(themes, parent)
        self._kind = kind
        self._icon = icon
        self._icon_right = icon_right
        self.setText(text)
        self.setAccessibleName(text)

    def set_label(self, text: str, icon: str = "") -> None:
        """Another word on the same button."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def content_size(self) -> QSize:
        width = text_width(self._font(), self.text()) + 2 * px("s4")
        if self._icon:
            width += px("i-rij") + px("s3")
        return QSize(width, px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        paint_box(painter, self.theme, rect, self._box())
        color = self.theme.color(self._ink())
        width = text_width(self._font(), self.text())
        icon_room = px("i-rij") + px("s3") if self._icon else 0
        left = rect.left() + max(px("s3"), (rect.width() - width - icon_room) / 2)
        words = QRectF(left if self._icon_right else left + icon_room, rect.top(), width, rect.height())
        words.setRight(min(words.right(), rect.right() - px("s2")))
        if self._icon:
            x = words.right() + px("s3") + px("i-rij") / 2 if self._icon_right else left + px("i-rij") / 2
            paint_icon(painter, self._icon, QPointF(x, rect.center().y()), px("i-rij"), color)
        paint_text(painter, words, self.text(), self._font(), color)
        if self.shows_ring():
            token = "focus-op-keuze" if self._kind is ButtonKind.HOOFD and self.isEnabled() else "focus"
            paint_ring(painter, self.theme, rect, token)

    def _font(self) -> QFont:
        return self.theme.font("t-tekst", "w-vet")

    def _ink(self) -> str:
        if not self.isEnabled():
            return "uit"
        return {
            ButtonKind.HOOFD: "keuze-ink",
            ButtonKind.GEWOON: "ink",
            ButtonKind.TEKST: "link",
            ButtonKind.GEVAAR: "fout",
        }[self._kind]

    def _box(self) -> Box:
        if not self.isEnabled():
            return Box() if self._kind is ButtonKind.TEKST else Box(fill="ground", edge="uit", dashed=True)
        if self._kind is ButtonKind.HOOFD:
            return Box(fill="keuze", edge="keuze-lijn", width="lijn-2" if self.is_pressed() else "lijn-1")
        if self._kind is ButtonKind.TEKST:
            return Box(fill="keuze-tint" if self.is_pressed() or self.is_hovered() else "")
        edge = "fout" if self._kind is ButtonKind.GEVAAR else "line-strong"
        if self.is_pressed():
            tint = "fout-bg" if self._kind is ButtonKind.GEVAAR else "keuze-tint"
            return Box(fill=tint, edge=edge if edge == "fout" else "keuze-lijn", width="lijn-2")
        return Box(fill="surface-2" if self.is_hovered() else "surface", edge=edge)


class IconKnop(BoaButton):
    """A square with only an icon: back, help, plus, minus, close. Its name is also its tooltip."""

    def __init__(self, themes: ThemeManager, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, name: str) -> None:
        """Another icon with its own name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_pressed() or self.is_hovered():
            paint_box(painter, self.theme, rect, Box(fill="keuze-tint" if self.is_pressed() else "surface-2"))
        color = self.theme.color("ink" if self.isEnabled() else "uit")
        paint_icon(painter, self._icon, rect.center(), px("i-knop"), color)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect)


class Corner(BoaButton):
    """The yellow corner: the one next step of a screen. Nothing else may be yellow.

    Its place stays while its step changes, so the second touch of a double one would take a step that nobody chose:
    for SETTLE_MS after a change it hears no finger, mouse or key. `click()` is for code and always acts.
    """

    def __init__(
        self, themes: ThemeManager, parent: QWidget | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        """clock: seconds that only go forward."""
        super().__init__(themes, parent)
        self._icon = ""
        self._key = self._reason = ""
        self._small = False
        self._clock = clock
        self._step: Hashable = None
        self._changed_at = clock()

    @property
    def is_settled(self) -> bool:
        """False just after it became another step."""
        return (self._clock() - self._changed_at) * 1000 >= SETTLE_MS

    def set_clock(self, clock: Callable[[], float]) -> None:
        """Count by another clock, from now on."""
        self._clock, self._changed_at = clock, clock()

    def set_action(
        self, icon: str, text: str, key: str = "", *, small: bool = False, reason: str = "", step: Hashable = None
    ) -> None:
        """Show a step with its key; small leaves the key to the tooltip and takes a smaller letter. reason: why the
        step cannot be taken yet, in place of the key. step: what makes it another step, its words when not given; that
        a step may be taken at last does not make it another."""
        step = text if step is None else step
        if step != self._step:
            self._step, self._changed_at = step, self._clock()
        # Qt's name for the key; on the key itself and in the manual it is Enter.
        key = key.replace("Return", "Enter")
        self._icon, self._key, self._small, self._reason = icon, key, small, reason
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(key)
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt makes this of a finger too, and of the second press of a double one.
        if self.is_settled:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.is_settled:
            # The step changed under the finger.
            self.setDown(False)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING_KEYS or self.is_settled:
            super().keyPressEvent(event)

    def content_size(self) -> QSize:
        gap = px("s2") if self._small else px("s3")
        icon = px("i-knop") if self._small else px("i-hoek")
        return QSize(text_width(self._font(), self.text()) + icon + gap + 2 * px("s3"), px("h-voet-klein"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isEnabled()
        fill = ("geel-druk" if self.is_pressed() else "geel") if on else "ground"
        painter.fillRect(rect, self.theme.color(fill))
        if not on:
            paint_box(painter, self.theme, rect, Box(edge="uit", dashed=True, radius=""))
        color = self.theme.color("geel-ink" if on else "uit")
        icon, gap = (px("i-knop"), px("s2")) if self._small else (px("i-hoek"), px("s3"))
        width = text_width(self._font(), self.text())
        left = rect.left() + (rect.width() - icon - gap - width) / 2
        # A step that is off says why, in sight below its word: a tooltip is nothing for a finger.
        height = px("l-titel" if self._small else "l-kop")
        middle = rect.center().y() - (px("l-klein") / 2 if self._reason else 0)
        paint_icon(painter, self._icon, QPointF(left + icon / 2, middle), icon, color, strong=True)
        words = QRectF(left + icon + gap, middle - height / 2, width, height)
        if self._reason:
            line = QRectF(rect.left() + px("s2"), words.bottom() + px("haar"), rect.width() - px("s4"), px("l-klein"))
            paint_text(painter, line, self._reason, self.theme.font("t-klein", "w-half"), color, CENTRE)
        paint_text(painter, words, self.text(), self._font(), color)
        if self._key and not self._small and not self._reason:
            corner = rect.adjusted(0, 0, -px("s3"), -px("s1"))
            corner.setTop(corner.bottom() - px("l-klein"))
            paint_text(painter, corner, self._key, self.theme.font("t-klein", "w-half"), color, RIGHT)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, "focus-op-geel", "")

    def _font(self) -> QFont:
        return self.theme.font("t-titel" if self._small else "t-kop", "w-zwaar")
