"""Below *Bewaarde filters*: the kept ones, throwing one away, and keeping what is chosen now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, IconKnop, Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.text import Label
from boa_app.usecases.filters import MAX_NAME, BewaardFilter


class SavedPopup(QFrame):
    """The kept filters with what each leaves, and a name for a new one.

    Signals:
        filter_chosen(BewaardFilter): show this one.
        filter_dropped(str): keep it no longer; its uid.
        filter_named(str): keep what is chosen now under this name.
    """

    filter_chosen = Signal(object)
    filter_dropped = Signal(str)
    filter_named = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._themes = themes
        self.rows: list[ListRow] = []
        self.crosses: list[IconKnop] = []
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(self.tr("Bewaarde filters"))
        self.empty = Label(themes, self.tr("Nog geen filters bewaard."), color="ink-2", wrap=True)
        self.empty.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self._content = QWidget()
        self._content.setProperty("vlak", "surface")
        self._list = QVBoxLayout(self._content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Naam van het filter"))
        self.name.setPlaceholderText(self.tr("Naam voor deze keuze"))
        self.name.setMaxLength(MAX_NAME)
        self.keep = Knop(themes, self.tr("Bewaren"), "save", kind=ButtonKind.HOOFD)
        self.hint = Label(themes, self.tr("Kies eerst een filter, dan kunt u het bewaren."), color="ink-2", wrap=True)
        self._build()
        self.name.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)

    def set_filters(self, filters: Sequence[tuple[BewaardFilter, str]], *, can_keep: bool) -> None:
        """Show these, each with its words. can_keep: there is something chosen to keep."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.empty:
                widget.hide()
                widget.deleteLater()
        self.rows, self.crosses = [], []
        for saved, words in filters:
            self._list.addWidget(self._row(saved, words))
        self._list.addWidget(self.empty)
        self.empty.setVisible(not filters)
        for part in (self.name, self.keep):
            part.setVisible(can_keep)
        self.hint.setVisible(not can_keep)

    def open_under(self, part: QWidget) -> None:
        """Show below a part, at its right edge, within the screen."""
        self.name.clear()
        room = part.screen().availableGeometry()
        wanted = self._content.sizeHint().height() + px("h-raak") + 2 * px("s3") + px("s2")
        self.resize(min(px("b-lijst"), room.width()), min(wanted, room.height()))
        corner = part.mapToGlobal(QPoint(part.width() - self.width(), part.height() + px("s1")))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        first: QWidget = self.rows[0] if self.rows else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollBox(self._content), 1)
        column.addWidget(Line())
        row = QHBoxLayout()
        row.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        row.setSpacing(px("s2"))
        for part in (self.name, self.hint):
            row.addWidget(part, 1)
        row.addWidget(self.keep)
        column.addLayout(row)

    def _row(self, saved: BewaardFilter, words: str) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, px("s1"), 0)
        line.setSpacing(px("s1"))
        row = ListRow(self._themes, RowData(icon="star", name=saved.naam, meta=words))
        row.setToolTip(words)
        cross = IconKnop(self._themes, "x", self.tr("{naam} niet meer bewaren").format(naam=saved.naam))
        row.clicked.connect(lambda: self._choose(saved))
        cross.clicked.connect(lambda: self._drop(saved.uid))
        line.addWidget(row, 1)
        line.addWidget(cross)
        self.rows.append(row)
        self.crosses.append(cross)
        return holder

    def _choose(self, saved: BewaardFilter) -> None:
        self.hide()
        self.filter_chosen.emit(saved)

    def _drop(self, uid: str) -> None:
        self.hide()
        self.filter_dropped.emit(uid)

    def _on_keep_clicked(self) -> None:
        naam = self.name.text().strip()
        if not naam:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.filter_named.emit(naam)
