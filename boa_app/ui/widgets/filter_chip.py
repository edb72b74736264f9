"""A filter: its name above its value; touch opens the choices, the cross takes the filter away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.paint import Box, paint_box, paint_ring, paint_text, text_width
from boa_app.ui.widgets.scroll import ScrollBox

_SHOWN = 2


class ChoiceRow(BoaButton):
    """One choice in the list that a chip opens."""

    def __init__(self, themes: ThemeManager, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.code = code
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        # The chip decides what is chosen.
        return

    def content_size(self) -> QSize:
        words = text_width(self.theme.font("t-tekst", "w-vet"), self.text())
        return QSize(words + px("i-rij") + 4 * px("s3"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isChecked()
        fill = "keuze-tint" if on or self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        painter.fillRect(rect, self.theme.color(fill))
        ink = self.theme.color("ink")
        if on:
            centre = QPointF(rect.left() + px("s3") + px("i-rij") / 2, rect.center().y())
            paint_icon(painter, "check", centre, px("i-rij"), ink)
        words = rect.adjusted(2 * px("s3") + px("i-rij"), 0, -px("s3"), 0)
        paint_text(painter, words, self.text(), self.theme.font("t-tekst", "w-vet" if on else "w-gewoon"), ink)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, radius="")


class ChoiceList(QFrame):
    """The choices of a chip under it. Arrows move, space and Enter choose, Escape closes.

    Signals:
        code_chosen(str): a choice was touched.
    """

    code_chosen = Signal(str)

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._themes = themes
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(name)
        self._rows: list[ChoiceRow] = []
        content = QWidget()
        content.setProperty("vlak", "surface")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollBox(content))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show other choices."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [ChoiceRow(self._themes, code, text) for code, text in options]
        for row in self._rows:
            row.clicked.connect(self._on_row_clicked)
            row.installEventFilter(self)
            self._column.addWidget(row)
        widest = max((row.sizeHint().width() for row in self._rows), default=0) + px("b-schuif")
        height = len(self._rows) * px("h-raak") + 2
        self.resize(max(px("b-keuzelijst"), widest), min(px("h-keuzelijst"), height))

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Mark what is chosen."""
        chosen = set(codes)
        for row in self._rows:
            row.setChecked(row.code in chosen)

    def rows(self) -> tuple[ChoiceRow, ...]:
        """The choices, top to bottom."""
        return tuple(self._rows)

    def open_under(self, widget: QWidget, *, by_key: bool = False) -> None:
        """Show under a chip, within the screen; opened by a key, the focus ring shows at once."""
        corner = widget.mapToGlobal(QPoint(0, widget.height() + px("s1")))
        room = widget.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        chosen = [row for row in self._rows if row.isChecked()]
        if self._rows:
            reason = Qt.FocusReason.OtherFocusReason if by_key else Qt.FocusReason.PopupFocusReason
            (chosen or self._rows)[0].setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, ChoiceRow):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                goal = self._rows.index(watched) + step
                if 0 <= goal < len(self._rows):
                    self._rows[goal].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            self.code_chosen.emit(row.code)


class FilterChip(BoaButton):
    """A filter that is at rest or active.

    multi: several choices; the list stays open while choosing.

    Signals:
        choice_changed(list): the chosen codes after a person chose or cleared; empty means no filter.
    """

    choice_changed = Signal(list)

    def __init__(
        self,
        themes: ThemeManager,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        all_text: str = "",
        multi: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(themes, parent)
        self._label, self._multi = label, multi
        self._all_text = all_text or self.tr("Alle")
        self._options = tuple(options)
        self._chosen: list[str] = []
        self._own: tuple[str, str] | None = None
        self._cross = IconKnop(themes, "x", self.tr("{naam}: filter wissen").format(naam=label), self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self._on_cross_clicked)
        self._list = ChoiceList(themes, label, self)
        self._list.code_chosen.connect(self._on_list_code_chosen)
        self._list.set_options(self._options)
        self.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; what was chosen and is still there stays chosen."""
        self._options = tuple(options)
        known = {code for code, _text in options}
        self._chosen = [code for code in self._chosen if code in known]
        self._list.set_options(options)
        self._show()

    def set_own_value(self, code: str, text: str) -> None:
        """Choose a value that is not among the options (dates, a search), without a signal; a choice replaces it."""
        self._own, self._chosen = (code, text), []
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """The chosen codes in the order of the options, or the code of a value of its own."""
        return (self._own[0],) if self._own is not None else tuple(self._chosen)

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Choose from the program, without a signal."""
        wanted = set(codes)
        self._own = None
        self._chosen = [code for code, _text in self._options if code in wanted]
        self._show()

    def is_active(self) -> bool:
        """True when it filters."""
        return bool(self._chosen) or self._own is not None

    def value_text(self) -> str:
        """The value as the chip shows it."""
        if self._own is not None:
            return self._own[1]
        texts = [text for code, text in self._options if code in self._chosen]
        if not texts:
            return self._all_text
        if len(texts) <= _SHOWN:
            return ", ".join(texts)
        return self.tr("{aantal} gekozen").format(aantal=len(texts))

    def choice_list(self) -> ChoiceList:
        """The list it opens."""
        return self._list

    def content_size(self) -> QSize:
        label = text_width(self.theme.font("t-klein"), self._label)
        value = text_width(self.theme.font("t-tekst", "w-vet"), self.value_text())
        sign = px("h-raak") if self.is_active() else px("i-rij") + px("s2") + px("s3")
        return QSize(max(label, value) + px("s3") + sign, px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        if self.is_active():
            box = Box(fill="keuze-tint", edge="keuze-lijn", width="lijn-2")
        elif self.is_pressed() or self._list.isVisible():
            box = Box(fill="keuze-tint", edge="line-strong")
        else:
            box = Box(fill="surface-2" if self.is_hovered() else "surface", edge="line-strong")
        paint_box(painter, theme, rect, box)
        left, right = rect.left() + px("s3"), rect.right() - px("s1")
        if not self.is_active():
            centre = QPointF(right - px("s2") - px("i-rij") / 2, rect.center().y())
            paint_icon(painter, "chevron-down", centre, px("i-rij"), theme.color("ink-2"))
            right = centre.x() - px("i-rij") / 2
        else:
            right = rect.right() - px("h-raak") + px("s1")
        top = rect.center().y() - (px("l-klein") + px("l-tekst")) / 2
        line = QRectF(left, top, right - left, px("l-klein"))
        paint_text(painter, line, self._label, theme.font("t-klein"), theme.color("ink-2"))
        line = QRectF(left, top + px("l-klein"), right - left, px("l-tekst"))
        paint_text(painter, line, self.value_text(), theme.font("t-tekst", "w-vet"), theme.color("ink"))
        if self.shows_ring():
            paint_ring(painter, theme, rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.is_active():
            self._on_cross_clicked()
            return
        if event.key() == Qt.Key.Key_Down:
            self.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cross.setGeometry(self.width() - px("h-raak"), 0, px("h-raak"), px("h-raak"))

    def _show(self) -> None:
        self._cross.setVisible(self.is_active())
        self._list.set_chosen(self._chosen)
        self.setText(self.value_text())
        self.setAccessibleName(f"{self._label}: {self.value_text()}")
        texts = [text for code, text in self._options if code in self._chosen]
        self.setToolTip(self._own[1] if self._own is not None else ", ".join(texts))
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        if not self._options:
            # Nothing to choose from: the touch takes its one value away, as the cross does.
            self._on_cross_clicked()
            return
        self._list.open_under(self, by_key=self.shows_ring())

    def _on_cross_clicked(self) -> None:
        self._chosen, self._own = [], None
        self._show()
        self.choice_changed.emit([])

    def _on_list_code_chosen(self, code: str) -> None:
        self._own = None
        if self._multi:
            chosen = set(self._chosen) ^ {code}
            self._chosen = [known for known, _text in self._options if known in chosen]
        else:
            self._chosen = [] if self._chosen == [code] else [code]
            self._list.hide()
        self._show()
        self.choice_changed.emit(list(self._chosen))
