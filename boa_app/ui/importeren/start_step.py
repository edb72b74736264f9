"""Choosing a file, by button or by letting it fall on the page, and the imports before this one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.paint import Box, paint_box
from boa_app.ui.widgets.panel import IconLabel, Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.tag import Tag
from boa_app.ui.widgets.text import Label

if TYPE_CHECKING:
    from boa_app.usecases.importeren import ImportRegel


class DropArea(QWidget):
    """Where a file may fall, with the button for who has no mouse.

    Signals:
        choose_requested(): open the window for files.
    """

    choose_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._is_over = False
        self.title = Label(themes, self.tr("Sleep hier een bestand naartoe"), size="t-titel", weight="w-vet", wrap=True)
        kinds = self.tr("CSV, TXT, Excel (XLSX, XLS), ODS of een zip van Signalen. Meer bestanden tegelijk mag.")
        self.kinds = Label(themes, kinds, color="ink-2", wrap=True)
        stays = self.tr("Het bestand blijft waar het is. U ziet eerst wat er gebeurt; daarna kiest u Importeren.")
        self.stays = Label(themes, stays, size="t-klein", color="ink-2", wrap=True)
        self.choose = Knop(themes, self.tr("Bestand kiezen"), "file-up")
        self.choose.clicked.connect(self.choose_requested)
        words = QVBoxLayout()
        words.setSpacing(px("s1"))
        for label in (self.title, self.kinds, self.stays):
            words.addWidget(label)
        words.addSpacing(px("s2"))
        words.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(px("s5"), px("s5"), px("s5"), px("s5"))
        row.setSpacing(px("s4"))
        row.addWidget(IconLabel(themes, "file-up", "i-hoek"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(self.title.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        themes.theme_changed.connect(self.update)

    def set_over(self, *, is_over: bool) -> None:
        """Show that letting go here is right."""
        self._is_over = is_over
        self.title.setText(self.tr("Laat los om te bekijken") if is_over else self.tr("Sleep hier een bestand naartoe"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        look = Box(fill="surface", edge="line-strong", width="lijn-2", radius="r-tegel", dashed=True)
        if self._is_over:
            look = Box(fill="keuze-tint", edge="keuze-lijn", width="lijn-2", radius="r-tegel")
        paint_box(painter, self._themes.theme, QRectF(self.rect()), look)
        painter.end()


class EarlierRow(QWidget):
    """One earlier import.

    Signals:
        go_on_requested(), undo_requested(), forget_requested().
    """

    go_on_requested = Signal()
    undo_requested = Signal()
    forget_requested = Signal()

    def __init__(
        self, themes: ThemeManager, words: ImportWords, regel: ImportRegel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.nr = regel.nr
        sign = words.status(str(regel.status))
        self.tag = Tag(themes, sign.kind, sign.word, sign.icon)
        self.name = Label(themes, regel.naam, weight="w-vet", wrap=True)
        self.meta = Label(themes, self._meta(words, regel), size="t-klein", color="ink-2", wrap=True)
        self.buttons: dict[str, Knop] = {}
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.meta)
        first = QHBoxLayout()
        first.setSpacing(px("s3"))
        first.addLayout(texts, 1)
        first.addWidget(self.tag)
        line = QHBoxLayout()
        line.setSpacing(px("s2"))
        self._line = QHBoxLayout()
        self._line.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self._line.setSpacing(px("s2"))
        self._line.addLayout(first, 1)
        self._line.addLayout(line)
        if regel.mag_verder:
            self._add(themes, line, "verder", self.tr("Verder gaan"), "play", self.go_on_requested.emit)
            self._add(themes, line, "weg", self.tr("Weggooien"), "trash-2", self.forget_requested.emit)
        elif str(regel.status) == "klaar" and "gebleven" not in regel.aantallen:
            self._add(themes, line, "ongedaan", self.tr("Ongedaan maken"), "undo-2", self.undo_requested.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(Line())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_narrow(self, *, narrow: bool) -> None:
        """Buttons under the words in a small window."""
        down, beside = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else beside)

    def _meta(self, words: ImportWords, regel: ImportRegel) -> str:
        day = formats.moment(regel.begonnen_op, words.language)
        kept = regel.aantallen.get("gebleven")
        if kept is not None:
            stayed = formats.count_of(kept, self.tr("melding"), self.tr("meldingen"), words.language)
            return self.tr("{wanneer}, ongedaan gemaakt; {aantal} gebleven").format(wanneer=day, aantal=stayed)
        added, read = regel.aantallen.get("toegevoegd"), regel.aantallen.get("gelezen")
        if added is None:
            return f"{day}, {words.status(str(regel.status)).word}"
        counted = formats.count_of(added, self.tr("melding"), self.tr("meldingen"), words.language)
        if read is None:
            return f"{day}, {counted}"
        text = self.tr("{wanneer}, {aantal} uit {rijen} rijen")
        return text.format(wanneer=day, aantal=counted, rijen=words.number(read))

    def _add(
        self, themes: ThemeManager, line: QHBoxLayout, key: str, text: str, icon: str, act: object
    ) -> None:  # fmt: skip
        knop = Knop(themes, text, icon, kind=ButtonKind.GEWOON)
        knop.setAccessibleName(f"{text}: {self.name.text()}")
        knop.clicked.connect(act)
        self.buttons[key] = knop
        line.addWidget(knop)


class EarlierPanel(StackPanel):
    """The imports before this one, newest first.

    Signals:
        go_on_requested(int), undo_requested(int), forget_requested(int): number of the import.
    """

    go_on_requested = Signal(int)
    undo_requested = Signal(int)
    forget_requested = Signal(int)

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Eerdere imports"), "history", parent)
        self._words = words
        self._narrow = False
        self.rows: list[EarlierRow] = []

    def set_narrow(self, *, narrow: bool) -> None:
        """Buttons under the words in a small window."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow=narrow)

    def set_imports(self, regels: Sequence[ImportRegel]) -> None:
        """Show these."""
        self.rows = [EarlierRow(self._themes, self._words, regel) for regel in regels]
        for row in self.rows:
            row.set_narrow(narrow=self._narrow)
            row.go_on_requested.connect(lambda nr=row.nr: self.go_on_requested.emit(nr))
            row.undo_requested.connect(lambda nr=row.nr: self.undo_requested.emit(nr))
            row.forget_requested.connect(lambda nr=row.nr: self.forget_requested.emit(nr))
        if self.rows:
            self.set_widgets(self.rows)
            return
        empty = EmptyState(self._themes)
        empty.set_message(
            self.tr("Nog niets geïmporteerd"),
            self.tr("Elke import staat straks hier. U kunt hem later in één keer ongedaan maken."),
        )
        self.set_widgets([empty])


class StartStep(QWidget):
    """The first step: a file, and what came before."""

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = DropArea(themes)
        self.earlier = EarlierPanel(themes, words)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self.area)
        self._column.addWidget(self.earlier, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollBox(content))
        self.set_arrangement(small=False, tight=False)

    def set_arrangement(self, *, small: bool, tight: bool) -> None:
        """The list scrolls in its panel, in a small window with the page; smaller margins where it is low."""
        margin = px("s3") if tight else px("s4")
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(margin)
        self.earlier.set_narrow(narrow=small)
        self.earlier.set_full_height(small)
