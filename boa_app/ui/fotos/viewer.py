"""The page *Foto*: one photo of a melding or draft, large; looking at it is logged."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.canvas import FotoCanvas
from boa_app.ui.fotos.intake import FotoKijk
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec
from boa_app.ui.frame.page import Page
from boa_app.ui.tasks import Task
from boa_app.usecases.changes import Done
from boa_app.usecases.fotos import GetoondeFoto, laat_foto_vervallen, toon_foto


class FotoKijkPage(Page):
    """Shows one photo at a time.

    Signals:
        closed(): enough seen, or there is nothing to see.
    """

    closed = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._kijk = FotoKijk((), "")
        self._getoond: GetoondeFoto | None = None
        self._reading: Task[GetoondeFoto] | None = None
        self.canvas = FotoCanvas(ui.themes, self.tr("De foto"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    def show_foto(self, kijk: FotoKijk) -> None:
        """Read and show a photo."""
        self._kijk, self._getoond = kijk, None
        self.canvas.set_picture(QImage())
        self.frame_changed.emit()
        session, uid, reden = self._ui.session, kijk.uid, kijk.reden
        self._reading = self._ui.tasks.query(
            lambda: toon_foto(session, uid, reden), self._on_read, self._on_refused, self
        )

    @property
    def shown(self) -> GetoondeFoto | None:
        """The photo on the screen."""
        return self._getoond

    def title(self) -> str:
        return self.tr("Foto")

    def context(self) -> str:
        parts = []
        if len(self._kijk.uids) > 1:
            number = self._kijk.uids.index(self._kijk.uid) + 1
            parts.append(self.tr("{nummer} van {aantal}").format(nummer=number, aantal=len(self._kijk.uids)))
        if self._getoond is not None and self._getoond.foto.genomen_op is not None:
            moment = formats.moment(self._getoond.foto.genomen_op, self._ui.language)
            parts.append(self.tr("genomen {moment}").format(moment=moment))
        return ", ".join(parts)

    def foot(self) -> FootSpec:
        actions = []
        if self._kijk.mag_weg and self._kijk.uid:
            actions.append(
                FootAction("ban", self.tr("Foto weghalen"), self._take_away, self.tr("wordt na een dag gewist"), "",
                           self.tr("Weghalen"))
            )  # fmt: skip
        if len(self._kijk.uids) > 1:
            actions.append(
                FootAction("chevron-right", self.tr("Volgende foto"), self._show_next, "", "", self.tr("Volgende"))
            )
        return FootSpec(tuple(actions), CornerAction("arrow-left", self.tr("Terug"), self.closed.emit, self.tr("Esc")))

    def page_shown(self) -> None:
        if not self._kijk.uid:
            QTimer.singleShot(0, self, self.closed.emit)
        elif self._reading is None:
            self.show_foto(self._kijk)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_hidden(self) -> None:
        """Nothing of the photo stays in memory."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._getoond = None
        self.canvas.set_picture(QImage())

    def _on_read(self, getoond: GetoondeFoto) -> None:
        self._getoond = getoond
        self.canvas.set_picture(QImage.fromData(getoond.jpeg))
        self.frame_changed.emit()

    def _show_next(self) -> None:
        uids = self._kijk.uids
        following = uids[(uids.index(self._kijk.uid) + 1) % len(uids)]
        self.show_foto(FotoKijk(uids, following, self._kijk.reden, self._kijk.mag_weg))

    def _take_away(self) -> None:
        session, uid = self._ui.session, self._kijk.uid
        self._ui.run(lambda: laat_foto_vervallen(session, uid), self, self._on_gone)

    def _on_gone(self, done: Done) -> None:
        self._ui.show_notice(self.tr("De foto is weggehaald en wordt na een dag gewist."), done.undo)
        self.closed.emit()

    def _on_refused(self, error: BoaError) -> None:
        self._ui.show_error(error)
