"""A list with its detail: the list at the left and what is about the chosen one beside it; small: one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.ui.frame.model import CornerAction, SizeClass
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Line, Panel
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel, RowList
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState

# Below so many there is nothing to search.
SEARCH_FROM = 9


class ListPanel(Panel):
    """Rows to choose from, with a field to find one where there are many.

    Signals:
        chosen(str): a person chose the row of this id.
    """

    chosen = Signal(str)

    def __init__(self, themes: ThemeManager, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, title, icon, parent)
        self._rows: tuple[tuple[str, RowData], ...] = ()
        self._ids: tuple[str, ...] = ()
        self._chosen = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Zoek op naam"))
        self.search.setAccessibleName(self.tr("Zoek op naam"))
        self.search.textChanged.connect(self._on_search_text_changed)
        self._search_box = QWidget()
        inside = QVBoxLayout(self._search_box)
        inside.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        inside.addWidget(self.search)
        self._model = PlainRowModel(parent=self)
        self.list = RowList(themes, title)
        self.list.set_rows(self._model)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_chosen)
        self.empty = EmptyState(themes)
        for part in (self._search_box, self.list, self.empty):
            self.body.addWidget(part)
        self._show()

    def set_rows(self, rows: Sequence[tuple[str, RowData]]) -> None:
        """Show these, by id; what was chosen and is still there stays chosen."""
        self._rows = tuple(rows)
        self.set_right_text(str(len(rows)) if rows else "")
        self._search_box.setVisible(len(rows) >= SEARCH_FROM)
        self._show()

    def set_chosen(self, uid: str) -> None:
        """Choose from the program, without a signal; "" for none."""
        self._chosen = uid
        self.list.set_chosen(self._ids.index(uid) if uid in self._ids else -1)

    def ids(self) -> tuple[str, ...]:
        """What is listed now, in order."""
        return self._ids

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        shown = [one for one in self._rows if wanted in f"{one[1].name} {one[1].meta}".casefold()]
        self._ids = tuple(uid for uid, _ in shown)
        self._model.set_rows([row for _, row in shown])
        self.list.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.set_chosen(self._chosen)

    def _on_search_text_changed(self) -> None:
        self._show()

    def _on_list_row_chosen(self, row: int) -> None:
        if 0 <= row < len(self._ids):
            self._chosen = self._ids[row]
            self.chosen.emit(self._chosen)


class DetailPanel(Panel):
    """Facts or a form that scroll, and a row of verbs below.

    Signals:
        back_requested(): in a small window, back to the list.
    """

    back_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, " ", "", parent)
        self._parts: list[QWidget] = []
        self.back = Knop(themes, self.tr("Terug naar de lijst"), "arrow-left", kind=ButtonKind.TEKST)
        self.back.clicked.connect(self.back_requested)
        self.back.hide()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = ScrollBox(content)
        self._foot = QWidget()
        self._verbs = QHBoxLayout(self._foot)
        self._verbs.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self._verbs.setSpacing(px("s2"))
        self._foot_line = Line()
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._is_small = False
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._foot_line)
        self.body.addWidget(self._foot)
        self.set_verbs(())

    def show_parts(self, title: str, parts: Sequence[QWidget], verbs: Sequence[Knop] = ()) -> None:
        """Show these under each other in place of what stood there. Parts used before are kept, others go."""
        self.set_title(title)
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            if old not in parts and not old.property("blijft"):
                old.deleteLater()
        self._parts = list(parts)
        for place, part in enumerate(parts, start=1):
            self._column.insertWidget(place, part)
            part.show()
        self.set_verbs(verbs)
        self._scroll.verticalScrollBar().setValue(0)

    def set_verbs(self, verbs: Sequence[Knop]) -> None:
        """The buttons below; the first ones at the left, dangerous ones at the right."""
        while self._verbs.count():
            item = self._verbs.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old not in verbs:
                old.hide()
                old.deleteLater()
        calm = [verb for verb in verbs if not verb.property("gevaar")]
        for verb in calm:
            self._verbs.addWidget(verb)
        self._verbs.addStretch(1)
        for verb in verbs:
            if verb not in calm:
                self._verbs.addWidget(verb)
            verb.show()
        self._foot.setVisible(bool(verbs))
        self._foot_line.setVisible(bool(verbs) and not self._is_small)

    def set_small(self, *, small: bool) -> None:
        """Where there is no height to lose, the way back and the verbs scroll along with the rest."""
        self.back.setVisible(small)
        if small == self._is_small:
            return
        self._is_small = small
        if small:
            self._column.insertWidget(self._column.count() - 1, self._foot)
        else:
            self.body.addWidget(self._foot)
        self._foot_line.setVisible(not small and self._verbs.count() > 1)


class Part(QWidget):
    """A list with its detail.

    Signals:
        step_changed(): the foot is another one now. room_changed(): in a small window the other panel is in front.
    """

    step_changed = Signal()
    room_changed = Signal()

    def __init__(self, panel: ListPanel, detail: DetailPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel, self.detail = panel, detail
        self._is_small = self._is_inside = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px("s4"))
        self._row.addWidget(panel)
        self._row.addWidget(detail, 1)
        detail.back_requested.connect(lambda: self.go_inside(inside=False))

    def corner(self) -> CornerAction:
        """The next step."""
        raise NotImplementedError

    def arrange(self, size_class: SizeClass, *, low: bool) -> None:
        """In a small window one panel at a time, the list first."""
        self._is_small = size_class is SizeClass.KLEIN
        wide = px("b-kaartkolom") if size_class is SizeClass.SMAL else px("b-lijst") + px("s1")
        self.panel.setMinimumWidth(0 if self._is_small else wide)
        self.panel.setMaximumWidth(16777215 if self._is_small else wide)
        self._row.setSpacing(px("s3") if low else px("s4"))
        self.go_inside(inside=self._is_inside)

    def go_inside(self, *, inside: bool) -> None:
        """In a small window show the detail in place of the list, or the list again."""
        self._is_inside = inside
        self.panel.setVisible(not (self._is_small and inside))
        self.detail.setVisible(not self._is_small or inside)
        self.detail.set_small(small=self._is_small)
        self.room_changed.emit()

    @property
    def takes_all(self) -> bool:
        """Whether the detail has a small window for itself."""
        return self._is_small and self._is_inside
