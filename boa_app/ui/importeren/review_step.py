"""The second step: how the file is read at the left, what becomes of its rows at the right, on a table and on a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.importeren.guesses import GuessPanel
from boa_app.ui.importeren.mapping import MappingPanel
from boa_app.ui.importeren.position_map import PositionMap
from boa_app.ui.importeren.preview import PreviewTable
from boa_app.ui.importeren.readings import FILE_CODE, ROLE, Readings
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.filter_chip import ChoiceList
from boa_app.ui.widgets.panel import Line, Panel
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label

if TYPE_CHECKING:
    from boa_app.usecases.importplan import Importplan

READ, KINDS, ROWS, MAP = "herkend", "soorten", "rijen", "kaart"


class ReviewStep(QWidget):
    """Look, and put right.

    Signals:
        value_chosen(str, str): a guess (its part) and its other value.
        confirmed(str): the guess about this part is right.
        column_chosen(str, str): a role and the column it now is, "" for none.
        role_chosen(str, str): a column and what it is now for, "" for nothing.
        kind_chosen(str, str): a word of the source and our kind, "" for leaving it out.
        go_on_requested(int): go on with the paused import of this file instead.
    """

    value_chosen = Signal(str, str)
    confirmed = Signal(str)
    column_chosen = Signal(str, str)
    role_chosen = Signal(str, str)
    kind_chosen = Signal(str, str)
    go_on_requested = Signal(int)

    def __init__(self, ui: UiContext, words: ImportWords, readings: Readings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._readings = words, readings
        self._plan: Importplan | None = None
        self._place = 0
        self._waiting = 0
        self._asked_column = ""
        self._size_class = SizeClass.NORMAAL
        themes = ui.themes
        self.summary = Label(themes, size="t-titel", weight="w-vet", wrap=True)
        self.meta = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.known = Tag(themes)
        self.totals = Label(themes, weight="w-vet", wrap=True)
        self.counting = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.go_on = Knop(themes, "", "play")
        self.go_on.setMinimumHeight(px("h-raak"))
        self.go_on.hide()
        choices = ((READ, self.tr("Herkend")), (KINDS, self.tr("Soorten")))
        self.sides = Segment(themes, self.tr("Wat u nakijkt"), choices)
        small = (*choices, (ROWS, self.tr("Rijen")), (MAP, self.tr("Kaart")))
        self.parts = Segment(themes, self.tr("Wat u nakijkt"), small)
        self.guesses = GuessPanel(themes, self.tr("Zo is het gelezen"), "eye")
        self.kinds = MappingPanel(themes, ui.session.lijsten["soort"], words)
        self.table = PreviewTable(themes, words)
        self.rows = Panel(themes)
        self.map = PositionMap(ui, words)
        self.roles = ChoiceList(themes, self.tr("Waar is deze kolom voor"), self)
        self._build()
        self._connect()

    def show_plan(self, plan: Importplan, *, fresh: bool) -> None:
        """Show how the files are read. fresh: other files than before, so begin at the first that needs a look."""
        self._plan = plan
        before = self._place
        if fresh or self._place >= len(plan.bestanden):
            self._place = self._readings.first_to_look_at(plan)
        if fresh:
            self._choose_part(READ)
        bestand = plan.bestanden[self._place]
        self.summary.setText(self._words.summary(plan))
        self.guesses.intro.setText(self.summary.text())
        self.meta.setText(self._words.names([found.naam for found in plan.bestanden]))
        self.known.set_tag(TagKind.TINT, self.tr("onthouden indeling") if plan.vorm_bekend else "", "save")
        self.known.setVisible(plan.vorm_bekend)
        self.guesses.set_guesses(self._readings.guesses(plan, self._place))
        self.guesses.set_right_text(self._readings.to_look_at(plan))
        self.kinds.set_kinds(plan.soorten)
        self.table.set_file(bestand, keep_place=not fresh and before == self._place)
        self.map.set_file(bestand)
        self._waiting = next((found.wacht for found in plan.bestanden if found.wacht), 0)
        self.go_on.setText(self.tr("Verder met import {nr}").format(nr=self._waiting))
        self.go_on.setVisible(bool(self._waiting))
        self._show_totals(plan)
        self._apply()

    def show_counting(self, done: int, total: int) -> None:
        """How far the counting is."""
        plan = self._plan
        if plan is not None and not plan.totalen.geteld and not self._readings.is_incomplete(plan):
            part = int(100 * min(done, total) / total) if total else 0
            self.counting.setText(self.tr("Alle rijen worden geteld: {deel} %").format(deel=part))

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """Both sides, or in a small window one part at a time."""
        self._size_class = size_class
        margin = px("s3") if low else px("s4")
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._outer.setSpacing(px("s3"))
        is_small = size_class is SizeClass.KLEIN
        self._left.setMaximumWidth(px("b-venster") * 4)
        self._left.setMinimumWidth(0)
        if not is_small:
            self._left.setFixedWidth(px("b-paneel" if size_class is SizeClass.SMAL else "b-lijst"))
        self._apply()

    def take_focus(self) -> None:
        """Put the keyboard on what needs a look first, else on the rows."""
        doubtful = next((row.right for row in self.guesses.rows.values() if row.guess.state == "twijfel"), None)
        missing = next((row.change for row in self.guesses.rows.values() if row.guess.state == "mist"), None)
        part: QWidget = self.parts if self._size_class is SizeClass.KLEIN else self.table
        (doubtful or missing or part).setFocus(Qt.FocusReason.PopupFocusReason)

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.map.release()

    def _build(self) -> None:
        self._head = QWidget()
        words = QVBoxLayout(self._head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px("s1"))
        words.addWidget(self.summary)
        line = QHBoxLayout()
        line.setSpacing(px("s2"))
        line.addWidget(self.meta, 1)
        line.addWidget(self.known)
        words.addLayout(line)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px("s2"))
        for widget in (self.sides, self.guesses, self.kinds):
            left.addWidget(widget, 0 if widget is self.sides else 1)
        self._told = QFrame()
        # The table gives way, not the words and the way on.
        self._told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        told.setSpacing(0)
        told.addWidget(self.totals)
        told.addWidget(self.counting)
        told.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.body.addWidget(self._told)
        self.rows.body.addWidget(Line())
        self.rows.body.addWidget(self.table, 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px("s3"))
        right.addWidget(self.rows, 3)
        right.addWidget(self.map, 2)
        self._body = QHBoxLayout()
        self._body.setSpacing(px("s3"))
        self._body.addWidget(self._left)
        self._body.addWidget(self._right, 1)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._head)
        self._outer.addWidget(self.parts)
        self._outer.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.sides.choice_changed.connect(self._choose_part)
        self.parts.choice_changed.connect(self._choose_part)
        self.guesses.value_chosen.connect(self._on_guesses_value_chosen)
        self.guesses.confirmed.connect(self.confirmed)
        self.kinds.kind_chosen.connect(self.kind_chosen)
        self.go_on.clicked.connect(lambda: self.go_on_requested.emit(self._waiting))
        self.table.row_chosen.connect(self.map.choose)
        self.table.role_requested.connect(self._on_table_role_requested)
        self.map.row_chosen.connect(self._on_map_row_chosen)
        self.roles.code_chosen.connect(self._on_roles_code_chosen)

    def _choose_part(self, part: str) -> None:
        self.parts.set_chosen(part)
        if part in (READ, KINDS):
            self.sides.set_chosen(part)
        self._apply()

    def _apply(self) -> None:
        is_small, part = self._size_class is SizeClass.KLEIN, self.parts.chosen()
        side = part if is_small else self.sides.chosen()
        self._head.setVisible(not is_small)
        self.guesses.set_compact(compact=is_small)
        self.parts.setVisible(is_small)
        self.sides.setVisible(not is_small)
        self.guesses.setVisible(side == READ)
        self.kinds.setVisible(side == KINDS)
        self._left.setVisible(not is_small or part in (READ, KINDS))
        self._right.setVisible(not is_small or part in (ROWS, MAP))
        self.rows.setVisible(not is_small or part == ROWS)
        # An empty map says nothing; in a small window its place says what is missing.
        self.map.setVisible(part == MAP if is_small else self.map.has_places)

    def _show_totals(self, plan: Importplan) -> None:
        totalen = plan.totalen
        counts = {
            "toevoegen": totalen.toevoegen,
            "bestaand": totalen.bestaand,
            "overslaan": totalen.overslaan,
            "afkeuren": totalen.afkeuren,
        }
        rows = formats.count_of(totalen.gelezen, self.tr("rij"), self.tr("rijen"), self._words.language)
        if self._readings.is_incomplete(plan):
            self.totals.setText(self.tr("Elke rij heeft een datum en een plaats nodig"))
            self.counting.setText(self.tr("Kies welke kolommen dat zijn. Daarna wordt alles geteld."))
        elif totalen.geteld:
            parts = [text for _code, text in self._words.totals(counts)]
            if totalen.buiten:
                outside = self.tr("{aantal} buiten de gemeente")
                parts.append(outside.format(aantal=self._words.number(totalen.buiten)))
            self.totals.setText(" · ".join(parts))
            counted = self.tr("samen {rijen}, allemaal geteld").format(rijen=rows)
            self.counting.setText("\n".join((counted, *self._words.notes(plan))))
        else:
            self.totals.setText(self.tr("Nog niet alles is geteld"))
            self.show_counting(0, 0)

    def _on_guesses_value_chosen(self, code: str, value: str) -> None:
        if code == FILE_CODE:
            self._place = int(value)
            if self._plan is not None:
                self.show_plan(self._plan, fresh=False)
                self.table.scrollToTop()
        elif code.startswith(ROLE):
            self.column_chosen.emit(code.removeprefix(ROLE), value)
        else:
            self.value_chosen.emit(code, value)

    def _on_table_role_requested(self, column: int, corner: QPoint) -> None:
        if self._plan is None:
            return
        bestand = self._plan.bestanden[self._place]
        self._asked_column = bestand.kolommen[column].kop
        self.roles.set_options(self._readings.role_choices(bestand))
        self.roles.set_chosen((bestand.kolommen[column].rol,))
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.roles.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.roles.height())))
        self.roles.move(corner)
        self.roles.show()
        chosen = [row for row in self.roles.rows() if row.isChecked()] or list(self.roles.rows())
        chosen[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_roles_code_chosen(self, role: str) -> None:
        self.roles.hide()
        self.role_chosen.emit(self._asked_column, role)

    def _on_map_row_chosen(self, rij: int) -> None:
        self.table.choose(rij)
        self.map.choose(rij)
