"""Ties the picks, the bar below the list and the acts on many together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from boa_app.domain.errors import BoaError
from boa_app.ui.kaart.bulk_bar import BulkBar
from boa_app.ui.kaart.bulk_words import BulkWords
from boa_app.ui.kaart.picks import Picks
from boa_app.usecases import bulk
from boa_app.usecases.bulk import BulkDone, Cancelled, Progress
from boa_app.usecases.changes import Done

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.page import KaartPage
    from boa_app.ui.tasks import Task

LOOK_EVERY_MS = 100
Act = Callable[[Progress, Cancelled], BulkDone]


class BulkLink(QObject):
    """Adds picking and acts on many to Kaart."""

    def __init__(self, ui: UiContext, page: KaartPage) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        self._task: Task[Done] | None = None
        # Replaced whole by the thread that works, read by the timer here.
        self._at = (0, 0)
        self.picks = Picks(page.list.rows, page.model, self)
        self.bar = BulkBar(ui.themes, ui.language, page.list)
        self._words = BulkWords(ui.language, self)
        self._watch = QTimer(self, interval=LOOK_EVERY_MS)
        self._watch.timeout.connect(lambda: self.bar.show_progress(*self._at))
        page.list.foot.addWidget(self.bar)
        self._connect()

    def _connect(self) -> None:
        bar, picks = self.bar, self.picks
        picks.picks_changed.connect(self._on_picks_picks_changed)
        self._page.list.menu.picking_requested.connect(picks.begin)
        bar.all_requested.connect(picks.pick_all)
        bar.closed.connect(self._on_bar_closed)
        bar.lapse_requested.connect(self._on_bar_lapse_requested)
        bar.incident_requested.connect(self._on_bar_incident_requested)
        bar.ernst_requested.connect(self._on_bar_ernst_requested)
        bar.export_requested.connect(self._on_bar_export_requested)
        bar.stop_requested.connect(self._on_bar_stop_requested)

    def _run(self, act: Act, told: str) -> None:
        if self._task is not None:
            return

        def tell(done: int, total: int) -> None:
            self._at = (done, total)

        self._at = (0, self.picks.count())
        self.bar.start_progress()
        self._watch.start()
        self._task = self._ui.run_long(
            lambda task: act(tell, lambda: task.is_cancelled or self._wants_stop), self,
            lambda done: self._on_done(done, told), self._on_error,
        )  # fmt: skip

    _wants_stop = False

    def _end(self) -> None:
        self._task, self._wants_stop = None, False
        self._watch.stop()
        self.bar.stop_progress()

    def _on_done(self, done: Done, told: str) -> None:
        self._end()
        if not isinstance(done, BulkDone):
            return
        # What was left as it was stays picked, so that one sees which those are.
        self.picks.drop()
        self.picks.set_picked(np.array(done.verslag.gebleven, dtype=np.int64))
        if done.verslag.fout is not None:
            self._ui.show_error(done.verslag.fout)
        if done.verslag.fout is None or done.undo is not None:
            self._ui.show_notice(self._words.done(done.verslag, told), done.undo)

    def _on_error(self, error: BoaError) -> None:
        self._end()
        self._ui.show_error(error)

    def _on_picks_picks_changed(self) -> None:
        self.bar.set_export(possible=self._page.uitvoer is not None)
        self.bar.set_count(self.picks.count(), is_on=self.picks.is_on)

    def _on_bar_closed(self) -> None:
        self.picks.drop()
        self._page.list.rows.setFocus()

    def _on_bar_lapse_requested(self, reason: str) -> None:
        session, nrs = self._ui.session, self.picks.nrs()
        self._run(
            lambda progress, cancelled: bulk.laat_alle_vervallen(
                session, nrs, reason, progress=progress, cancelled=cancelled
            ),
            self.tr("vervallen"),
        )

    def _on_bar_incident_requested(self) -> None:
        session, nrs = self._ui.session, self.picks.nrs()
        self._run(
            lambda progress, cancelled: bulk.maak_een_incident(session, nrs, progress=progress, cancelled=cancelled),
            self.tr("bij het incident gezet"),
        )

    def _on_bar_ernst_requested(self, ernst: str) -> None:
        session, nrs = self._ui.session, self.picks.nrs()
        self._run(
            lambda progress, cancelled: bulk.zet_ernst(session, nrs, ernst, progress=progress, cancelled=cancelled),
            self.tr("van ernst veranderd"),
        )

    def _on_bar_export_requested(self) -> None:
        nrs = frozenset(self.picks.nrs())
        self.picks.drop()
        self._page.show_only(nrs, self.tr("Gekozen meldingen"))
        if self._page.uitvoer is not None:
            self._page.uitvoer.open()

    def _on_bar_stop_requested(self) -> None:
        self._wants_stop = True
