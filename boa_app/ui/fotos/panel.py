"""The photos on the page of one melding."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.melding import MeldingRecord
from boa_app.ui.context import UiContext, ignore
from boa_app.ui.fotos.intake import Bron, FotoKijk, FotoOpdracht
from boa_app.ui.fotos.strip import FotoStrip
from boa_app.ui.theme import px
from boa_app.ui.widgets.panel import Panel
from boa_app.usecases.fotos import FotoDoel, GetoondeFoto, mag_foto_wijzigen, miniaturen


class FotoPanel(Panel):
    """Thumbnails, and *Foto toevoegen* for who may. Without photos and without that right it is not there.

    Signals:
        foto_requested(FotoOpdracht): cover and store these.
        foto_opened(FotoKijk): show this one.
    """

    foto_requested = Signal(object)
    foto_opened = Signal(object)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, self.tr("Foto's"), "image", parent)
        self._ui = ui
        self._uid = self._reason = ""
        self._may_change = False
        self.strip = FotoStrip(ui.themes, inline=True)
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        inside.addWidget(self.strip)
        self.body.addLayout(inside)
        self.strip.photos_given.connect(self._on_strip_photos_given)
        self.strip.photo_opened.connect(self._on_strip_photo_opened)
        self.hide()

    def show_record(self, record: MeldingRecord, reden: str) -> None:
        """Show the photos of a melding that was read for this reason."""
        self._uid, self._reason = record.uid, reden
        self._may_change = mag_foto_wijzigen(self._ui.session, record)
        self.strip.set_may_add(may_add=self._may_change)
        self.set_right_text(str(len(record.melding.fotos) or ""))
        self.setVisible(bool(record.melding.fotos) or self._may_change)
        if record.melding.fotos == self.strip.ready_uids():
            return
        session, uid = self._ui.session, record.uid
        self._ui.tasks.query(
            lambda: miniaturen(session, uid, reden),
            lambda found: self._on_loaded(uid, found),
            self._ui.show_error,
            self,
        )

    def clear(self) -> None:
        """Show nothing: another melding is being read."""
        self._uid = ""
        self.strip.set_fotos(())
        self.hide()

    def _on_loaded(self, uid: str, found: tuple[GetoondeFoto, ...]) -> None:
        if uid == self._uid:
            self.strip.set_fotos(found)

    def _on_strip_photos_given(self, bronnen: tuple[Bron, ...]) -> None:
        self.foto_requested.emit(FotoOpdracht(bronnen, FotoDoel(melding=self._uid), ignore))

    def _on_strip_photo_opened(self, uid: str) -> None:
        self.foto_opened.emit(FotoKijk(self.strip.ready_uids(), uid, self._reason, self._may_change))
