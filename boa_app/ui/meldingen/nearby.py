"""What is around the pin: the street, and meldingen of perhaps the same group; asked anew when pin or time moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord
from boa_app.domain.moments import evening_date
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.meldingen.form_view import FormView
from boa_app.usecases.formulier import GEEN_SOORT, Formulier
from boa_app.usecases.meldingen_lezen import ZelfdeGroep, find_same_group
from boa_app.usecases.plaats import plaats_bij
from boa_app.usecases.plaatsindex import PlaatsHier

ASK_AFTER_MS = 150
Answer = tuple[PlaatsHier, tuple[ZelfdeGroep, ...]]


class Nearby(QObject):
    """Asks in the background and puts the answer into the view.

    Signals:
        form_changed(Formulier): a person answered *zelfde groep?*.
        street_found(str): the street at the pin, "" when there is none.
    """

    form_changed = Signal(object)
    street_found = Signal(str)

    def __init__(self, ui: UiContext, view: FormView, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._view = ui, view
        self.here = PlaatsHier()
        self._form = Formulier()
        self._record: MeldingRecord | None = None
        self._hits: tuple[ZelfdeGroep, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        view.question.answered.connect(self._on_question_answered)
        view.question.answer_withdrawn.connect(self._on_question_answer_withdrawn)

    def reset(self, record: MeldingRecord | None) -> None:
        """For another form; record: the melding being corrected, which is never its own neighbour."""
        self._timer.stop()
        self.here, self._hits, self._asked, self._record = PlaatsHier(), (), (), record
        self._view.map.set_neighbours((), ())

    def look(self, form: Formulier) -> None:
        """Show what is known and ask again when place or time is another one."""
        self._form = form
        key = (form.plek, form.gebeurd_van)
        if form.plek is not None and key != self._asked:
            if not self._asked or self._asked[0] != form.plek:
                self.here = PlaatsHier()
            self._asked = key
            self._timer.start()
        self._show()

    def _ask(self) -> None:
        if self._form.plek is None:
            return
        session, (lon, lat) = self._ui.session, self._form.plek
        moment: datetime = self._form.moment(session.now())
        key = self._asked

        def work() -> Answer:
            return plaats_bij(session, lon, lat, evening_date(moment)), find_same_group(session, lon, lat, moment)

        self._ui.tasks.query(work, lambda answer: self._on_answer(key, answer), self._on_failed, self)

    def _on_failed(self, error: BoaError) -> None:
        self._ui.show_error(error)

    def _on_answer(self, key: tuple[object, ...], answer: Answer) -> None:
        if key != self._asked:
            return
        self.here, hits = answer
        own = self._record.uid if self._record else ""
        self._hits = tuple(hit for hit in hits if hit.uid != own)
        labels = [formats.time(hit.moment) for hit in self._hits]
        self._view.map.set_neighbours(self._hits, labels)
        self.street_found.emit(self.here.straat)

    def _show(self) -> None:
        question, form = self._view.question, self._form
        hits = self._hits if form.plek is not None and form.soort != GEEN_SOORT else ()
        same = next((hit for hit in hits if self._is_same(hit)), None)
        open_hits = [hit for hit in hits if hit.uid not in form.niet_zelfde]
        if same is not None:
            question.confirm(self._view.wording.same_group(same))
        elif open_hits:
            question.ask(self._view.wording.same_group(open_hits[0]))
        question.setVisible(same is not None or bool(open_hits))

    def _is_same(self, hit: ZelfdeGroep) -> bool:
        if hit.uid == self._form.zelfde_groep_als:
            return True
        incident = self._form.incident
        return bool(incident) and incident in (hit.uid, hit.incident)

    def _on_question_answered(self, yes: bool) -> None:
        hits = [hit for hit in self._hits if hit.uid not in self._form.niet_zelfde]
        if not hits:
            return
        if not yes:
            declined = tuple(dict.fromkeys((*self._form.niet_zelfde, *(hit.uid for hit in hits))))
            self.form_changed.emit(replace(self._form, niet_zelfde=declined))
            return
        same = hits[0]
        if self._record is not None:
            self.form_changed.emit(replace(self._form, incident=same.incident or same.uid))
        else:
            self.form_changed.emit(replace(self._form, zelfde_groep_als=same.uid))

    def _on_question_answer_withdrawn(self) -> None:
        self.form_changed.emit(replace(self._form, zelfde_groep_als="", incident=""))
