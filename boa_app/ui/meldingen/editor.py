"""What the editors of one row share: they get the form, give a changed form, and stand under a head with *Terug*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.detail_row import DetailRow
from boa_app.ui.widgets.paint import paint_ring, paint_text
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.formulier_start import FormulierStart


@dataclass(frozen=True, slots=True)
class Shown:
    """What an editor shows. start None: not read yet."""

    form: Formulier
    start: FormulierStart | None


class Editor(QWidget):
    """Edits a part of the form.

    Signals:
        form_changed(Formulier): the form as it must be now.
        closed(): the choice is made, close the editor.
    """

    form_changed = Signal(object)
    closed = Signal()
    keeps_map = False

    def __init__(self, themes: ThemeManager, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.title = title
        self.shown = Shown(Formulier(), None)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self.column.setSpacing(px("s3"))

    def show_form(self, shown: Shown) -> None:
        """Show the form, without a signal."""
        self.shown = shown

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """Take the columns that fit."""

    def change(self, form: Formulier) -> None:
        """Tell the changed form."""
        self.shown = Shown(form, self.shown.start)
        self.form_changed.emit(form)


class EditorPanel(QWidget):
    """One editor under its title, scrolling, with the way back.

    Signals:
        closed(): back to the rows.
    """

    closed = Signal()

    def __init__(self, themes: ThemeManager, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.back = Knop(themes, self.tr("Terug"), "arrow-left", kind=ButtonKind.TEKST, parent=self)
        self.back.clicked.connect(self.closed)
        editor.closed.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, px("s3"), 0)
        head.setSpacing(px("s2"))
        head.addWidget(self.back)
        head.addWidget(Label(themes, editor.title, size="t-tegel", weight="w-vet"))
        head.addStretch(1)
        self.box = ScrollBox(editor, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(parent=self))
        column.addWidget(self.box, 1)


class TextRow(BoaButton):
    """An icon with one line of text: an option, a quick sentence."""

    def __init__(self, themes: ThemeManager, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon = icon
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def content_size(self) -> QSize:
        return QSize(px("b-label"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        fill = "keuze-tint" if self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        painter.fillRect(rect, theme.color(fill))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        centre = QPointF(rect.left() + px("s3") + px("i-rij") / 2, rect.center().y())
        paint_icon(painter, self._icon, centre, px("i-rij"), theme.color("link"))
        left = rect.left() + 2 * px("s3") + px("i-rij")
        words = QRectF(left, rect.top(), rect.right() - left - px("s1"), rect.height())
        paint_text(painter, words, self.text(), theme.font("t-tekst"), theme.color("ink"))
        if self.shows_ring():
            paint_ring(painter, theme, rect, radius="")


class FoldList(QWidget):
    """A row with the chosen value; touching it shows the options under it, choosing one folds it again.

    Signals:
        choice_changed(str): the code chosen; "" when the chosen one was touched again.
    """

    choice_changed = Signal(str)

    def __init__(self, themes: ThemeManager, icon: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._options: tuple[tuple[str, str], ...] = ()
        self._chosen = self._empty = ""
        self.head = DetailRow(themes, icon, label, self)
        self.head.clicked.connect(self._on_head_clicked)
        self._rows: list[TextRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)

    def set_options(self, options: Sequence[tuple[str, str]], empty: str = "") -> None:
        """Offer (code, text) pairs; empty is shown while none is chosen."""
        if (tuple(options), empty) != (self._options, self._empty):
            self._options, self._empty = tuple(options), empty
            self.fold()
            self.set_chosen(self._chosen)

    def set_chosen(self, code: str) -> None:
        """Show a choice, without a signal."""
        self._chosen = code
        self.head.set_value(dict(self._options).get(code, code) or self._empty)

    def rows(self) -> tuple[TextRow, ...]:
        """The options in sight."""
        return tuple(self._rows)

    def fold(self) -> None:
        """Hide the options."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _unfold(self) -> None:
        for code, text in self._options:
            row = TextRow(self._themes, "circle-check" if code == self._chosen else "circle", text, self)
            row.clicked.connect(lambda _checked=False, chosen=code: self._choose(chosen))
            self._column.addWidget(row)
            row.show()
            self._rows.append(row)
        if self._rows and self.head.shows_ring():
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, code: str) -> None:
        self._chosen = "" if code == self._chosen else code
        self.set_chosen(self._chosen)
        self.fold()
        self.head.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choice_changed.emit(self._chosen)

    def _on_head_clicked(self) -> None:
        if self._rows:
            self.fold()
        else:
            self._unfold()
