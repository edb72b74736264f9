"""Below the list while meldingen are picked: how many, what one can do with them, what it asks, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, IconKnop, Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.states import ProgressPanel
from boa_app.ui.widgets.text import Label

MAX_REASON = 200
ERNST = ("1", "2", "3", "4")


class BulkBar(QFrame):
    """One of four: the acts, the reason for vervallen, the ernst, the progress.

    Signals:
        lapse_requested(str): let them lapse, with this reason. incident_requested(). ernst_requested(str).
        export_requested(). all_requested(): pick the whole list. closed(): pick nothing any more.
        stop_requested(): stop what is under way.
    """

    lapse_requested = Signal(str)
    incident_requested = Signal()
    ernst_requested = Signal(str)
    export_requested = Signal()
    all_requested = Signal()
    closed = Signal()
    stop_requested = Signal()

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._language = themes, language
        self._count = 0
        self.setProperty("vlak", "surface-2")
        self.count = Label(themes, weight="w-zwaar")
        self.all = Knop(themes, self.tr("Alles"), kind=ButtonKind.TEKST)
        self.cross = IconKnop(themes, "x", self.tr("Niet meer kiezen"))
        self.lapse = Knop(themes, self.tr("Vervallen"), "ban")
        self.incident = Knop(themes, self.tr("Eén incident"), "users")
        self.ernst = Knop(themes, self.tr("Ernst"), "pencil")
        self.export = Knop(themes, self.tr("Exporteren"), "download")
        self.reason = QLineEdit()
        self.confirm = Knop(themes, self.tr("Laten vervallen"), kind=ButtonKind.GEVAAR)
        self.back = Knop(themes, self.tr("Terug"), kind=ButtonKind.TEKST)
        self.progress = ProgressPanel(themes)
        self._stack = QStackedWidget()
        self._grid = QGridLayout()
        self._build()
        self._connect()
        self.hide()

    def set_count(self, count: int, *, is_on: bool) -> None:
        """How many are picked; is_on False: nothing is being picked, the bar goes."""
        self._count = count
        words = self.tr("{aantal} gekozen").format(aantal=formats.number(count, self._language))
        self.count.setText(words if count else self.tr("Kies meldingen"))
        for knop in (self.lapse, self.ernst, self.export):
            knop.setEnabled(count > 0)
        self.incident.setEnabled(count > 1)
        self.incident.setToolTip("" if count > 1 else self.tr("Kies minstens twee meldingen"))
        is_busy = self._stack.currentIndex() == 3
        if not is_busy:
            self._stack.setCurrentIndex(0)
            self.setVisible(is_on)

    def set_export(self, *, possible: bool) -> None:
        """Whether there is a way out for them."""
        self.export.setVisible(possible)

    def start_progress(self) -> None:
        """An act is under way."""
        self._stack.setCurrentIndex(3)
        self.progress.start(self.tr("Meldingen worden gewijzigd"))

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        words = self.tr("{gedaan} van {totaal}").format(
            gedaan=formats.number(done, self._language), totaal=formats.number(total, self._language)
        )
        self.progress.set_progress(words, done, total)

    def stop_progress(self) -> None:
        """The act ended."""
        self.progress.stop()
        self._stack.setCurrentIndex(0)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._on_escape()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px("s3"), 0, px("s1"), 0)
        head.setSpacing(px("s1"))
        head.addWidget(self.count, 1)
        head.addWidget(self.all)
        head.addWidget(self.cross)
        self._grid.setContentsMargins(px("s3"), 0, px("s3"), px("s2"))
        self._grid.setSpacing(px("s2"))
        acts = QWidget()
        column = QVBoxLayout(acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._grid)
        for page in (acts, self._reason_page(), self._ernst_page(), self._progress_page()):
            self._stack.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(Line())
        around.addWidget(self._stack)
        self._arrange()

    def _reason_page(self) -> QWidget:
        page = QWidget()
        question = self.tr("Waarom vervallen deze meldingen?")
        self.reason.setAccessibleName(question)
        self.reason.setPlaceholderText(self.tr("bijvoorbeeld: dubbel ingevoerd"))
        self.reason.setMaxLength(MAX_REASON)
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        row.addWidget(self.confirm)
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        column.setSpacing(px("s2"))
        column.addWidget(Label(self._themes, question, weight="w-vet"))
        column.addWidget(self.reason)
        column.addLayout(row)
        return page

    def _ernst_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        self.steps = [Knop(self._themes, step) for step in ERNST]
        for knop, step in zip(self.steps, ERNST, strict=True):
            knop.setAccessibleName(self.tr("Ernst {ernst}").format(ernst=step))
            knop.clicked.connect(lambda _checked=False, chosen=step: self.ernst_requested.emit(chosen))
            row.addWidget(knop)
        self._ernst_back = Knop(self._themes, self.tr("Terug"), kind=ButtonKind.TEKST)
        self._ernst_back.clicked.connect(self._on_back_clicked)
        row.addWidget(self._ernst_back)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        column.setSpacing(px("s2"))
        column.addWidget(Label(self._themes, self.tr("Welke ernst krijgen ze?"), weight="w-vet"))
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _progress_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.all.clicked.connect(self.all_requested)
        self.cross.clicked.connect(self.closed)
        self.incident.clicked.connect(self.incident_requested)
        self.export.clicked.connect(self.export_requested)
        self.lapse.clicked.connect(self._on_lapse_clicked)
        self.ernst.clicked.connect(lambda: self._stack.setCurrentIndex(2))
        self.back.clicked.connect(self._on_back_clicked)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.reason.returnPressed.connect(self._on_confirm_clicked)
        self.progress.cancel_requested.connect(self.stop_requested)

    def _arrange(self) -> None:
        """Four beside each other where there is room, else two."""
        columns = 4 if self.width() >= px("b-venster") else 2
        for place, knop in enumerate((self.lapse, self.incident, self.ernst, self.export)):
            self._grid.addWidget(knop, place // columns, place % columns)

    def _on_escape(self) -> None:
        if self._stack.currentIndex() in (1, 2):
            self._on_back_clicked()
        elif self._stack.currentIndex() == 0:
            self.closed.emit()

    def _on_lapse_clicked(self) -> None:
        self.reason.clear()
        self.reason.setProperty("fout", "")
        self._stack.setCurrentIndex(1)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back_clicked(self) -> None:
        self._stack.setCurrentIndex(0)
        self.lapse.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm_clicked(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.lapse_requested.emit(reason)
            return
        self.reason.setPlaceholderText(self.tr("Vul eerst een reden in"))
        self.reason.setProperty("fout", "ja")
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
