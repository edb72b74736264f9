"""The foot: secondary actions, the state of the world and the yellow corner, always at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boa_app.ui.frame.model import FootAction, FootSpec, SizeClass, StateItem
from boa_app.ui.frame.rail import RailItem
from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.buttons import Corner
from boa_app.ui.widgets.paint import CENTRE, paint_disc, paint_ring, paint_text, text_width

# What gives way when the foot is too narrow: first the words of the later states, then of the first, then subtitles,
# then long titles; then the states stand under each other as one, then without its icon, at last only as icons.
_FULL, _FIRST_IN_WORDS, _STATES_SHORT, _NO_SUBTITLES, _SHORT_TITLES, _STACKED, _WORDS_ONLY, _ICONS = range(8)


class FootItem(BoaButton):
    """Icon (or number in a disc) with two lines, on the dark foot."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon = self._badge = self._first = self._second = ""
        self._strong_first = self._tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_action(self, action: FootAction, level: int) -> None:
        """Show a secondary action in the room of this level."""
        self._icon = action.icon
        self._strong_first = True
        self._tight = level >= _SHORT_TITLES
        self._first = action.short_title or action.title if level >= _SHORT_TITLES else action.title
        self._second = action.reason or action.subtitle or action.shortcut if level < _NO_SUBTITLES else ""
        self.setEnabled(not action.reason)
        self.setAccessibleName(action.title)
        self.setAccessibleDescription(action.reason or action.subtitle)
        self.setToolTip(", ".join(part for part in (action.title, action.reason, action.shortcut) if part))
        self.updateGeometry()

    def set_state(self, item: StateItem, level: int, *, is_first: bool) -> None:
        """Show a part of the state of the world; in little room only icon and number."""
        self._strong_first = False
        self._tight = level >= _SHORT_TITLES
        stacked = level in (_STACKED, _WORDS_ONLY) and not item.badge
        narrow = (level >= _STATES_SHORT and not stacked) or (level == _FIRST_IN_WORDS and not is_first)
        self._icon, self._badge = "" if stacked and level == _WORDS_ONLY else item.icon, item.badge
        as_icon = level == _ICONS or bool(item.badge)
        self._first = item.first if not narrow else "" if as_icon else item.short
        self._second = "" if narrow else item.second
        words = item.words or " ".join(part for part in (item.badge, item.first, item.second) if part)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def shown_words(self) -> str:
        """What the eye reads on it; icon and number stand beside that."""
        return " ".join(part for part in (self._first, self._second) if part)

    def content_size(self) -> QSize:
        words = max(text_width(self._first_font(), self._first), text_width(self._second_font(), self._second))
        sign = self._sign_size()
        gap = self._gap() if self._first and sign else 0
        return QSize(sign + gap + (words if self._first else 0) + 2 * self._pad(), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        if self.is_pressed() or self.is_hovered():
            painter.fillRect(rect, theme.color("rail-on"))
        ink = theme.color("rail-ink" if self.isEnabled() else "line-strong")
        strong = theme.color("focus-op-rail" if self.isEnabled() else "rail-ink")
        sign = self._sign_size()
        centre = QPointF(rect.left() + self._pad() + sign / 2, rect.center().y())
        if self._badge:
            paint_disc(painter, theme, centre, sign, "tel")
            box = QRectF(centre.x() - sign / 2, centre.y() - sign / 2, sign, sign)
            paint_text(painter, box, self._badge, theme.font("t-tekst", "w-zwaar"), theme.color("tel-ink"), CENTRE)
        elif self._icon:
            paint_icon(painter, self._icon, centre, px("i-rail"), strong if self._strong_first else ink)
        left = rect.left() + self._pad() + (sign + self._gap() if sign else 0)
        words = QRectF(left, rect.top(), rect.right() - left - px("s1"), rect.height())
        if not self._second:
            paint_text(painter, words, self._first, self._first_font(), strong)
        else:
            second = px("l-klein") if self._strong_first else px("s5") - px("s1")
            top = rect.center().y() - (px("l-tekst") + second) / 2
            line = QRectF(words.left(), top, words.width(), px("l-tekst"))
            paint_text(painter, line, self._first, self._first_font(), strong)
            line = QRectF(words.left(), top + px("l-tekst"), words.width(), second)
            paint_text(painter, line, self._second, self._second_font(), ink)
        if self.shows_ring():
            paint_ring(painter, theme, rect, "focus-op-rail", "")

    def _sign_size(self) -> int:
        return px("i-tel") if self._badge else px("i-rail") if self._icon else 0

    def _gap(self) -> int:
        if self._tight:
            return px("s2" if self._strong_first else "s1")
        return px("s3" if self._strong_first else "s2")

    def _pad(self) -> int:
        return px("s3" if self._tight else "s4")

    def _first_font(self) -> QFont:
        if not self._icon:
            return self.theme.font("t-klein", "w-vet")
        return self.theme.font("t-tegel" if self._strong_first and not self._tight else "t-tekst", "w-vet")

    def _second_font(self) -> QFont:
        return self.theme.font("t-klein" if self._strong_first or not self._icon else "t-tekst", "w-half")


class FootLine(QWidget):
    """A standing line between the parts of the foot."""

    def __init__(self, themes: ThemeManager, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._short = short
        self.setFixedWidth(px("lijn-1"))
        themes.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        inset = px("s3") if self._short else 0
        painter.fillRect(self.rect().adjusted(0, inset, 0, -inset), self._themes.theme.color("rail-line"))
        painter.end()


class Foot(QWidget):
    """Vergrendelen, actions, states, corner. It rearranges itself until everything fits.

    Signals:
        lock_requested(): Vergrendelen was pressed.
    """

    lock_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._spec = FootSpec()
        self._states: tuple[StateItem, ...] = ()
        self._size_class = SizeClass.NORMAAL
        self._shortcuts: list[QShortcut] = []
        # The key that took the step before this one: only that key can be pressed twice by accident.
        self._pressed_key = ""
        self._parts: list[QWidget] = []
        self._level = -1
        self.setProperty("vlak", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Never shown: it tells how wide an item would be, without building the whole foot to find out.
        self._ruler = FootItem(themes, self)
        self._ruler.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._lock = RailItem(themes, "lock", self.tr("Vergrendelen"), parent=self)
        self._lock.setFixedWidth(px("b-rail"))
        self._lock.set_top_line(shown=True)
        self._lock.clicked.connect(self.lock_requested)
        self._corner = Corner(themes, self)
        self._corner.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._corner.clicked.connect(self._on_corner_clicked)
        self._row.addWidget(self._lock)
        self._row.addStretch(1)
        self._row.addWidget(self._corner)
        self.set_size_class(SizeClass.NORMAAL, low=False)

    @property
    def corner(self) -> Corner:
        """The yellow corner, so that a test or walk can press it."""
        return self._corner

    def set_spec(self, spec: FootSpec) -> None:
        """Show the actions and the corner of a page, with their keys."""
        self._spec = spec
        self._level = -1
        self._show_corner()
        if spec.corner is None or spec.corner.shortcut != self._pressed_key:
            self._pressed_key = ""
        self._make_shortcuts()
        self._fit()

    def set_states(self, states: tuple[StateItem, ...]) -> None:
        """Show the state of the world."""
        if states != self._states:
            self._states = states
            self._level = -1
            self._fit()

    def set_mirrored(self, *, mirrored: bool) -> None:
        """Put the corner at the left for left hands."""
        turned = QHBoxLayout.Direction.RightToLeft if mirrored else QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(turned)

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """Take the height that fits the window; a small one has Vergrendelen in the menu."""
        self._size_class = size_class
        small = size_class is SizeClass.KLEIN
        height = px("h-voet-klein" if small else "h-voet-laag" if low else "h-voet")
        self.setFixedHeight(height)
        self._lock.set_height(height)
        self._lock.setVisible(not small)
        self._show_corner()
        self._level = -1
        self._fit()

    def action_items(self) -> tuple[FootItem, ...]:
        """The secondary actions shown, left to right."""
        parts = [part for part in self._parts if isinstance(part, FootItem)]
        return tuple(parts[: len(self._spec.actions)])

    def state_items(self) -> tuple[FootItem, ...]:
        """The states shown, left to right."""
        parts = [part for part in self._parts if isinstance(part, FootItem)]
        return tuple(parts[len(self._spec.actions) :])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._level = -1
            self._fit()

    def _show_corner(self) -> None:
        corner = self._spec.corner
        self._corner.setVisible(corner is not None)
        small = self._size_class is SizeClass.KLEIN
        self._corner.setFixedWidth(px("b-hoek-klein" if small else "b-hoek"))
        if corner is None:
            return
        text = corner.short_title or corner.title if small else corner.title
        self._corner.set_action(corner.icon, text, corner.shortcut, small=small, reason=corner.reason, step=corner.step)
        self._corner.setEnabled(not corner.reason)
        self._corner.setToolTip(", ".join(part for part in (corner.title, corner.reason, corner.shortcut) if part))
        self._corner.setAccessibleName(corner.title)
        self._corner.setAccessibleDescription(corner.reason)

    def _make_shortcuts(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        corner = self._spec.corner
        wanted = [(a.shortcut, a.on_trigger) for a in self._spec.actions if a.shortcut and not a.reason]
        if corner is not None and corner.shortcut and not corner.reason:
            wanted.append((corner.shortcut, self._on_corner_key))
        self._shortcuts = []
        for key, act in wanted:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)

    def _on_corner_key(self) -> None:
        corner = self._spec.corner
        if corner is not None and (self._corner.is_settled or corner.shortcut != self._pressed_key):
            self._pressed_key = corner.shortcut
            self._corner.click()

    def _on_corner_clicked(self) -> None:
        if self._spec.corner is not None:
            self._spec.corner.on_trigger()

    def _fit(self) -> None:
        """Use the fullest level whose parts fit in the width; rebuild only when the level changes."""
        first = {SizeClass.SMAL: _STATES_SHORT, SizeClass.KLEIN: _SHORT_TITLES}.get(self._size_class, _FULL)
        for level in range(first, _ICONS + 1):
            if self._needed(level) <= self.width() or level == _ICONS:
                if level != self._level:
                    self._level = level
                    self._fill(level)
                return

    def _needed(self, level: int) -> int:
        lock = px("b-rail") if self._size_class is not SizeClass.KLEIN else 0
        corner = self._corner.minimumWidth() if self._spec.corner is not None else 0
        states = self._shown_states(level)
        width = (len(self._spec.actions) + max(0, len(states) - 1)) * px("lijn-1")
        for action in self._spec.actions:
            self._ruler.set_action(action, level)
            width += self._ruler.sizeHint().width()
        for index, state in enumerate(states):
            self._ruler.set_state(state, level, is_first=index == 0)
            width += self._ruler.sizeHint().width()
        return lock + corner + width

    def _shown_states(self, level: int) -> list[StateItem]:
        if level in (_STACKED, _WORDS_ONLY):
            return [*_stack(self._states), *(item for item in self._states if item.badge)]
        if level == _FIRST_IN_WORDS:
            return [item for index, item in enumerate(self._states) if index == 0 or item.short or item.badge]
        return [item for item in self._states if level == _FULL or item.short or item.badge]

    def _fill(self, level: int) -> None:
        for part in self._parts:
            self._row.removeWidget(part)
            part.setParent(None)
            part.deleteLater()
        self._parts = self._make_parts(level)
        for index, part in enumerate(self._parts):
            self._row.insertWidget(1 + index, part)
            part.show()

    def _make_parts(self, level: int) -> list[QWidget]:
        parts: list[QWidget] = []
        for action in self._spec.actions:
            item = FootItem(self._themes, self)
            item.set_action(action, level)
            item.clicked.connect(action.on_trigger)
            parts += [item, FootLine(self._themes, parent=self)]
        shown = self._shown_states(level)
        for index, state in enumerate(shown):
            if index:
                parts.append(FootLine(self._themes, short=True, parent=self))
            item = FootItem(self._themes, self)
            item.set_state(state, level, is_first=index == 0)
            item.clicked.connect(state.on_trigger)
            parts.append(item)
        return parts


def _stack(states: Sequence[StateItem]) -> list[StateItem]:
    """The short words of the states as two lines of one item; it tells them in full to who cannot see them."""
    short = [item for item in states if item.short and not item.badge]
    if len(short) < 2:
        return short
    first, *others = short
    words = ", ".join(f"{item.first} {item.second}" for item in short)
    return [replace(first, first=first.short, second=", ".join(item.short for item in others), words=words)]
