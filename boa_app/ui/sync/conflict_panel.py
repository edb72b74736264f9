"""The conflictenmand: one record at a time, each field with its sides; nothing is chosen for the user."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.context import UiContext
from boa_app.ui.sync.conflict_map import ConflictMap
from boa_app.ui.sync.conflict_parts import ColumnHead, ConflictBeeld, FieldRow, PlaceMark, name_width
from boa_app.ui.sync.side_tile import SideGroup
from boa_app.ui.theme import px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import IconLabel, Line, Panel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label


class ConflictPanel(Panel):
    """One record of the basket.

    Signals:
        decided(object): {key of a field: code of a side} for this record; only the fields that were chosen.
        next_requested(), later_requested().
    """

    decided = Signal(object)
    next_requested = Signal()
    later_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, parent=parent)
        self._ui = ui
        self._narrow = False
        self._beeld: ConflictBeeld | None = None
        self._choices: dict[str, str] = {}
        self._groups: dict[str, SideGroup | ConflictMap] = {}
        self._rows: list[FieldRow] = []
        self.meta = Label(ui.themes, size="t-klein", color="ink-2", wrap=True)
        self.place = PlaceMark(ui.themes)
        self.next = Knop(ui.themes, self.tr("Volgende"))
        self.later = Knop(ui.themes, self.tr("Later"))
        self.decide = Knop(ui.themes, "", kind=ButtonKind.HOOFD)
        self.info = Label(ui.themes, wrap=True)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns_indent = QWidget()
        self._full_height = False
        self.none = EmptyState(ui.themes)
        self.map = ConflictMap(ui, self)
        self.map.side_chosen.connect(self._on_map_side_chosen)
        self.next.clicked.connect(self.next_requested)
        self.later.clicked.connect(self.later_requested)
        self.decide.clicked.connect(self._on_decide_clicked)
        self._make()
        self.show_nothing()

    @property
    def beeld(self) -> ConflictBeeld | None:
        """What is shown, None for an empty basket."""
        return self._beeld

    def show_nothing(self) -> None:
        """The basket is empty."""
        self._beeld = None
        self._show_parts(has_conflict=False)
        self.none.set_message(
            self.tr("Geen conflicten"),
            self.tr("Wijzigen u en een collega hetzelfde veld? Dan kiest u hier welke waarde geldt."),
        )

    def show_conflict(self, beeld: ConflictBeeld, nr: int, total: int) -> None:
        """Show a record; what was chosen of it already stays chosen."""
        is_same = self._beeld is not None and self._beeld.key == beeld.key
        kept = self._choices if is_same else {}
        self._beeld = beeld
        self._choices = {
            field.key: kept[field.key]
            for field in beeld.velden
            if kept.get(field.key) in {side.code for side in field.zijden}
        }
        self.meta.setText(beeld.titel)
        self.place.set_text(self.tr("{nr} van {totaal}").format(nr=nr, totaal=total))
        self.next.setVisible(total > 1)
        self._fill(beeld)
        self._show_parts(has_conflict=True)
        # 1 van 1 tells nothing, and in a narrow window it costs a row.
        self.place.setVisible(total > 1)
        self._show_count()

    def choose(self, key: str, code: str) -> None:
        """As if a person touched that side of a field."""
        self._choices[key] = code
        part = self._groups[key]
        part.set_chosen(code)
        self._show_count()

    def forget_choices(self) -> None:
        """Nothing is chosen any more."""
        self._choices = {}
        for part in self._groups.values():
            part.set_chosen("")
        self._show_count()

    def chosen(self) -> dict[str, str]:
        """What is chosen now, by field."""
        return dict(self._choices)

    def groups(self) -> dict[str, SideGroup]:
        """The tiles by field, those of the map too."""
        found = {key: part.group if isinstance(part, ConflictMap) else part for key, part in self._groups.items()}
        return {key: group for key, group in found.items() if group is not None}

    def set_arrangement(self, *, narrow: bool, full_height: bool) -> None:
        """narrow: names above their sides; full_height: the page scrolls, not the panel."""
        self._narrow = narrow
        self._head_row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._foot_row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._columns_indent.setFixedWidth(0 if narrow else name_width() + px("s2"))
        for row in self._rows:
            row.set_narrow(narrow=narrow)
        self._full_height = full_height
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.map.release()

    def _make(self) -> None:
        themes = self._ui.themes
        words = QHBoxLayout()
        words.setSpacing(px("s3"))
        words.addWidget(IconLabel(themes, "git-compare"))
        words.addWidget(Label(themes, self.tr("Conflictenmand"), size="t-tegel", weight="w-vet"))
        words.addWidget(self.meta, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.place)
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        self._head_row.setContentsMargins(px("s3"), px("s1"), px("s1"), px("s1"))
        self._head_row.setSpacing(px("s2"))
        self._head_row.addLayout(words, 1)
        self._head_row.addLayout(buttons)
        self.body.addLayout(self._head_row)
        self.body.addWidget(Line())
        self._content = QWidget()
        inside = self._inside = QVBoxLayout(self._content)
        inside.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        inside.setSpacing(px("s2"))
        heads = QHBoxLayout()
        heads.setSpacing(0)
        heads.addWidget(self._columns_indent)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(px("s2"))
        heads.addLayout(self._columns, 1)
        inside.addLayout(heads)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(px("s2"))
        inside.addLayout(self._fields, 1)
        self._scroll = ScrollBox(self._content)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.none, 1)
        self.map.hide()
        self._make_foot()
        self.set_arrangement(narrow=False, full_height=False)

    def _make_foot(self) -> None:
        self._foot = QWidget()
        said = QHBoxLayout()
        said.setSpacing(px("s2"))
        said.addWidget(IconLabel(self._ui.themes, "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.info, 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(px("s2"))
        verbs.addWidget(self.later)
        verbs.addWidget(self.decide)
        self._foot_row.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self._foot_row.setSpacing(px("s3"))
        self._foot_row.addLayout(said, 1)
        self._foot_row.addLayout(verbs)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(self._foot_row)
        self.body.addWidget(self._foot)

    def _show_parts(self, *, has_conflict: bool) -> None:
        self._scroll.setVisible(has_conflict)
        self._foot.setVisible(has_conflict)
        self.place.setVisible(has_conflict)
        self.meta.setVisible(has_conflict)
        self.none.setVisible(not has_conflict)
        if not has_conflict:
            self.next.hide()
        name = self.tr("Conflictenmand")
        self.setAccessibleName(name if self._beeld is None else f"{name}, {self._beeld.titel}")

    def _fill(self, beeld: ConflictBeeld) -> None:
        self._clear()
        for kolom in beeld.kolommen:
            self._columns.addWidget(ColumnHead(self._ui.themes, kolom, self._content), 1)
        for field in beeld.velden:
            content: SideGroup | ConflictMap
            if field.plaatsen:
                content = self.map
                content.show_sides(field.naam, field.zijden, field.plaatsen)
                content.show()
            else:
                content = SideGroup(self._ui.themes, field.naam, field.zijden, self._content)
                content.side_chosen.connect(lambda code, key=field.key: self._take(key, code))
            self._groups[field.key] = content
            self.groups()[field.key].set_open(is_open=field.is_open)
            if field.key in self._choices:
                content.set_chosen(self._choices[field.key])
            row = FieldRow(self._ui.themes, field, content, self._content)
            row.set_narrow(narrow=self._narrow)
            self._rows.append(row)
            self._fields.addWidget(row, 1 if field.plaatsen else 0)
            row.show()
        if not any(field.plaatsen for field in beeld.velden):
            self._fields.addStretch(1)
        self._fit_height()

    def _clear(self) -> None:
        # The map is used again: making another costs a page.
        self.map.setParent(self)
        self.map.hide()
        for layout in (self._columns, self._fields):
            while layout.count():
                item = layout.takeAt(0)
                old = item.widget() if item is not None else None
                if old is not None:
                    old.hide()
                    old.deleteLater()
        self._groups, self._rows = {}, []

    def _show_count(self) -> None:
        total = 0 if self._beeld is None else sum(field.is_open for field in self._beeld.velden)
        count = len(self._choices)
        self.decide.setEnabled(bool(count))
        self.decide.set_label(self.tr("Vastleggen, {nr} van {totaal}").format(nr=count, totaal=total))
        self.info.setText(
            self.tr(
                "Beide waarden blijven in de geschiedenis. Uw keuze gaat mee bij de volgende keer en is te herroepen."
            )
            if count
            else self.tr("Kies per veld welke waarde geldt. Wat u niet kiest, blijft hier staan.")
        )

    def _fit_height(self) -> None:
        """Where the page scrolls: all the height the words need at this width."""
        needed = self._inside.totalHeightForWidth(self.width()) if self._full_height and self._beeld else 0
        self._scroll.setMinimumHeight(max(0, needed))

    def _take(self, key: str, code: str) -> None:
        self._choices[key] = code
        self._show_count()

    def _on_map_side_chosen(self, code: str) -> None:
        for key, part in self._groups.items():
            if part is self.map:
                self._take(key, code)

    def _on_decide_clicked(self) -> None:
        if self._choices:
            self.decided.emit(dict(self._choices))
