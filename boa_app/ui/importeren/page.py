"""Importeren: one page in four steps.

choose a file ──> look and put right ──> busy (the rest of the program goes on) ──> bonnetje
      ^──────────────────┴── other file         └─ paused: listed below the first step ─┘
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.importeren.corrections import Corrections
from boa_app.ui.importeren.done_step import DoneStep
from boa_app.ui.importeren.files import FileWindow, dropped_files
from boa_app.ui.importeren.outcome import Outcome
from boa_app.ui.importeren.readings import Readings
from boa_app.ui.importeren.refusals import in_window, refused_folder
from boa_app.ui.importeren.review_step import ReviewStep
from boa_app.ui.importeren.running_step import RunningStep
from boa_app.ui.importeren.start_step import StartStep
from boa_app.ui.importeren.taking_back import TakingBack
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.importeren.work import ImportWork
from boa_app.ui.widgets.states import ProgressPanel
from boa_app.usecases import importeren, importplan
from boa_app.usecases.importplan import Importplan

if TYPE_CHECKING:
    from boa_app.usecases.importeren import ImportRegel, Importverslag, Verslag

START, LOOKING, REVIEW, RUNNING, DONE = range(5)
# By this key the window knows the page.
KEY = "importeren"


class ImporterenPage(Page):
    """The whole import.

    Signals:
        melding_requested(str): a new melding, while an import runs.
        map_requested(object, str): show these nrs (frozenset[int]) on the map; the name of where they came from.
    """

    melding_requested = Signal(str)
    map_requested = Signal(object, str)

    def __init__(self, ui: UiContext, files: FileWindow | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui, self._files = ui, files or FileWindow(self)
        self._words = ImportWords(ui.language, self)
        self._readings = Readings(self._words, self)
        self.work = ImportWork(ui, self)
        self.plan: Importplan | None = None
        self._fixes = Corrections()
        self.start = StartStep(ui.themes, self._words)
        self.looking = ProgressPanel(ui.themes)
        self.review = ReviewStep(ui, self._words, self._readings)
        self.running = RunningStep(ui.themes, self._words)
        self.done = DoneStep(ui.themes, self._words)
        self.taking_back = TakingBack(ui, self._words)
        self.outcome = Outcome(ui, self.done, self._files, self)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Importeren")

    def context(self) -> str:
        if self.step in (REVIEW, DONE) and self.plan is not None:
            return self._words.names([bestand.naam for bestand in self.plan.bestanden])
        return {START: self.tr("Kies een bestand"), RUNNING: self.tr("Bezig")}.get(self.step, "")

    def foot(self) -> FootSpec:
        other = FootAction("file-up", self.tr("Ander bestand"), self.choose_files, "", "Ctrl+O", self.tr("Ander"))
        if self.step == RUNNING:
            new = self.tr("Nieuwe melding")
            corner = CornerAction("plus", new, lambda: self.melding_requested.emit(""), "Ctrl+N", self.tr("Melding"))
            return FootSpec((), corner)
        if self.step == DONE:
            return FootSpec((other,), self.outcome.corner())
        if self.step == REVIEW and self.plan is not None:
            keep = FootAction(
                "save", self.tr("Indeling onthouden"), self._keep_form, self.tr("voor dit soort bestanden"), "",
                self.tr("Onthouden"),
            )  # fmt: skip
            reason = self._readings.obstacle(self.plan)
            corner = CornerAction(
                "download", self.tr("Importeren"), self._begin, "Ctrl+Enter", self.tr("Importeren"), reason
            )
            return FootSpec((other, keep) if self._can_keep() else (other,), corner)
        choose = self.tr("Bestand kiezen")
        return FootSpec((), CornerAction("file-up", choose, self.choose_files, "Ctrl+O", self.tr("Kiezen")))

    def page_shown(self) -> None:
        self.review.map.load_layers()
        self._read_imports()

    def apply_size_class(self) -> None:
        narrow = self.size_class in (SizeClass.SMAL, SizeClass.KLEIN)
        self.start.set_arrangement(small=self.size_class is SizeClass.KLEIN, tight=self.is_low)
        self.review.set_size_class(self.size_class, low=self.is_low)
        self.running.set_tight(tight=self.is_low)
        self.done.set_arrangement(narrow=narrow, tight=self.is_low)

    @property
    def report(self) -> Importverslag | None:
        """How the last import ended; None before one, and after it was taken back."""
        return self.outcome.report

    @property
    def step(self) -> int:
        """Which of the steps is in front."""
        return self._stack.currentIndex()

    def choose_files(self) -> None:
        """Let the person choose files."""
        if not self.work.is_importing:
            self._files.ask_sources(self, self.take_files)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Find out what these files are. Nothing is imported before a person says so."""
        if not paths or self.work.is_importing:
            return
        self._ui.page_errors_settled.emit(KEY)
        if (refusal := refused_folder(paths)) is not None:
            self._ui.show_page_error(refusal, KEY)
            return
        self._fixes = Corrections(paths)
        self.plan = None
        self.looking.start(self.tr("Het bestand wordt bekeken"))
        self._go(LOOKING)
        self._look_again()

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.review.release()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.work.is_importing and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.start.area.set_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        del event
        self.start.area.set_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.area.set_over(is_over=False)
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._stack = QStackedLayout()
        # The moving bar stands in a widget of its own: the panel hides itself until looking takes long.
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.looking)
        column.addStretch(1)
        for part in (self.start, waiting, self.review, self.running, self.done):
            self._stack.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.taking_back)
        outer.addLayout(self._stack, 1)
        self.apply_size_class()

    def _connect(self) -> None:
        start, work, review = self.start, self.work, self.review
        start.area.choose_requested.connect(self.choose_files)
        start.earlier.go_on_requested.connect(self._go_on)
        start.earlier.undo_requested.connect(self.taking_back.ask)
        start.earlier.forget_requested.connect(work.throw_away)
        self.looking.cancel_requested.connect(self._look_no_more)
        review.value_chosen.connect(self._on_review_value_chosen)
        review.confirmed.connect(self._on_review_confirmed)
        review.column_chosen.connect(self._on_review_column_chosen)
        review.role_chosen.connect(self._on_review_role_chosen)
        review.kind_chosen.connect(self._on_review_kind_chosen)
        review.go_on_requested.connect(self._go_on)
        self.running.pause_requested.connect(self._pause)
        self.running.stop_requested.connect(self._stop)
        self.done.save_requested.connect(self.outcome.save_rejects)
        self.outcome.map_requested.connect(self.map_requested)
        self.outcome.corner_changed.connect(self.frame_changed)
        self.done.undo_requested.connect(self._take_back_this)
        self.done.next_requested.connect(self.choose_files)
        self.taking_back.agreed.connect(work.take_back)
        work.plan_found.connect(self._on_work_plan_found)
        work.look_failed.connect(self._on_work_look_failed)
        work.counted.connect(self._on_work_counted)
        work.progressed.connect(self._on_work_progressed)
        work.import_ended.connect(self._on_work_import_ended)
        work.import_stopped.connect(self._on_work_import_stopped)
        work.import_failed.connect(self._on_work_import_failed)
        work.undone.connect(self._on_work_undone)
        work.undo_failed.connect(self._ui.show_error)

    def _go(self, step: int) -> None:
        before = self.step
        self._stack.setCurrentIndex(step)
        self.frame_changed.emit()
        if step != before and self.isVisible():
            self._take_focus(step)

    def _take_focus(self, step: int) -> None:
        """The control that had the keyboard went with its step; without this it lands anywhere in the window."""
        if step == REVIEW:
            self.review.take_focus()
            return
        entries: dict[int, QWidget] = {
            START: self.start.area.choose, RUNNING: self.running.pause, DONE: self.done.next,
        }  # fmt: skip
        if step in entries:
            entries[step].setFocus(Qt.FocusReason.PopupFocusReason)

    def _read_imports(self) -> None:
        session = self._ui.session

        def read() -> tuple[ImportRegel, ...]:
            return importeren.lijst_imports(session)

        self._ui.tasks.query(read, self.start.earlier.set_imports, self._ui.show_error, self)

    def _look_again(self) -> None:
        self.work.look(self._fixes.paths, self._fixes.choices, first=True)

    def _on_review_value_chosen(self, part: str, value: str) -> None:
        self._fixes.put(waarden={part: value})
        self._look_again()

    def _on_review_confirmed(self, part: str) -> None:
        self._fixes.confirm(part)
        self._look_again()

    def _on_review_column_chosen(self, role: str, column: str) -> None:
        self._fixes.put(kolommen={role: column})
        self._look_again()

    def _on_review_role_chosen(self, column: str, role: str) -> None:
        if self.plan is not None:
            self._fixes.give_role(self.plan, column, role)
            self._look_again()

    def _on_review_kind_chosen(self, label: str, code: str) -> None:
        self._fixes.put(soorten={label: code})
        self._look_again()

    def _look_no_more(self) -> None:
        self.work.look_no_more()
        self.looking.stop()
        self._go(START)

    def _begin(self) -> None:
        if self.plan is None or self._readings.obstacle(self.plan):
            return
        names = self._words.names([bestand.naam for bestand in self.plan.bestanden])
        self._run(names, self.plan.totalen.gelezen, partial(self.work.start, self.plan))

    def _go_on(self, nr: int) -> None:
        if not self.work.is_importing:
            row = next((row for row in self.start.earlier.rows if row.nr == nr), None)
            self.plan = None
            self._run("" if row is None else row.name.text(), 0, partial(self.work.go_on, nr))

    def _run(self, names: str, rows: int, start: Callable[[], None]) -> None:
        self.running.begin(names, rows)
        start()
        self._go(RUNNING)

    def _pause(self) -> None:
        self.running.show_ending(self.tr("Wordt gepauzeerd …"))
        self.work.pause()

    def _stop(self) -> None:
        self.running.show_ending(self.tr("Wordt gestopt; er blijft niets van achter …"))
        self.work.stop()

    def _can_keep(self) -> bool:
        return self.plan is not None and any(bestand.profiel == "tabel" for bestand in self.plan.bestanden)

    def _keep_form(self) -> None:
        session, plan = self._ui.session, self.plan
        if plan is None:
            return

        def told(_: object) -> None:
            self._ui.show_notice(self.tr("Onthouden. Bestanden met deze kolommen worden voortaan zo gelezen."))

        self._ui.tasks.query(lambda: importplan.bewaar_vorm(session, plan), told, self._ui.show_error, self)

    def _take_back_this(self) -> None:
        if self.report is not None and self.report.nrs:
            self.taking_back.ask(*self.report.nrs)

    def _on_work_plan_found(self, plan: Importplan) -> None:
        fresh = self.plan is None
        self.plan = plan
        self._fixes.accept()
        self.looking.stop()
        self.review.show_plan(plan, fresh=fresh)
        self._go(REVIEW)

    def _on_work_look_failed(self, error: BoaError) -> None:
        self.looking.stop()
        self._ui.show_page_error(self._in_window(error), KEY)
        if self.plan is None:
            self._go(START)
            return
        # A correction that cannot be: what stood there before still holds, and is shown again.
        if self._fixes.revert():
            self.work.look(self._fixes.paths, self._fixes.choices, first=False)
        self.review.show_plan(self.plan, fresh=False)

    def _on_work_counted(self, done: int, total: int) -> None:
        if self.step == LOOKING:
            self.looking.set_progress("", done, total)
        self.review.show_counting(done, total)

    def _on_work_progressed(self, done: int, total: int) -> None:
        if not self.running.is_ending:
            self.running.set_progress(done, total)

    def _on_work_import_ended(self, report: Importverslag) -> None:
        if report.status != "klaar":
            self._leave_running(self.tr("De import is gepauzeerd. Verder gaan kan hieronder."))
            return
        self.outcome.show_report(report, self.running.title.text())
        self._go(DONE)
        self._read_imports()
        if not self.isVisible():
            self._ui.show_notice(self.tr("Import klaar. {zin}").format(zin=self.done.receipt.verdict.text.text()))

    def _on_work_import_stopped(self) -> None:
        sentence = self.tr("De import is gestopt. Er is niets van toegevoegd.")
        if self.plan is not None and len(self.plan.bestanden) > 1:
            sentence = self.tr("De import is gestopt. Bestanden die al klaar waren, staan in de lijst.")
        self._leave_running(sentence)

    def _on_work_import_failed(self, error: BoaError) -> None:
        error = self._in_window(error)
        # Who works on another page hears it there.
        if self.isVisible():
            self._ui.show_page_error(error, KEY)
        else:
            self._ui.show_error(error)
        self._read_imports()
        self._go(START if self.plan is None else REVIEW)

    def _in_window(self, error: BoaError) -> BoaError:
        return in_window(error, self._fixes.paths, self._words.part)

    def _leave_running(self, sentence: str) -> None:
        self._ui.show_notice(sentence)
        self._read_imports()
        self._go(START)

    def _on_work_undone(self, outcome: Verslag | None) -> None:
        self.taking_back.tell(outcome)
        self._read_imports()
        if self.step == DONE:
            self.outcome.forget()
            self._go(START)
