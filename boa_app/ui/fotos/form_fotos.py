"""Photos on the form: added to its draft at once, so that a crash costs none, and given to the melding by saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from boa_app.domain.foto import Streek
from boa_app.domain.melding import PlaatsBron
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.intake import Bron, FotoKijk, FotoOpdracht, from_mime, from_paths, has_photos
from boa_app.ui.fotos.rest import FotoRest
from boa_app.ui.fotos.strip import FotoStrip
from boa_app.ui.meldingen.draft import DraftKeeper
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.fotos import FotoDoel, GetoondeFoto, mag_foto_maken, miniaturen_concept

_PASTE = QKeySequence.StandardKey.Paste


class FormFotos(QObject):
    """Between the strip in *Mag ook*, the draft and the page where a photo is covered.

    Signals:
        form_changed(Formulier): the form has other photos, or the place of one.
        foto_requested(FotoOpdracht): cover and store these.
        foto_opened(FotoKijk): show this one.
    """

    form_changed = Signal(object)
    foto_requested = Signal(object)
    foto_opened = Signal(object)

    def __init__(
        self, ui: UiContext, strip: FotoStrip, draft: DraftKeeper, read: Callable[[], Formulier], page: QWidget
    ) -> None:
        """read: the form now. page: photos may be dropped anywhere on it."""
        super().__init__(page)
        self._ui, self._strip, self._draft, self._read = ui, strip, draft, read
        self._shown: tuple[str, ...] = ()
        # The draft that has had photos: one that is taken away may come back.
        self._with_fotos = ""
        # Photos that a lock came in between of, until their draft is on the form again.
        self._resumed: FotoRest | None = None
        may_add = mag_foto_maken(ui.session)
        strip.setVisible(may_add)
        strip.set_may_add(may_add=may_add)
        strip.photos_given.connect(self._on_strip_photos_given)
        strip.photo_opened.connect(self._on_strip_photo_opened)
        page.setAcceptDrops(may_add)
        page.installEventFilter(self)
        ui.data_changed.connect(self._on_ui_data_changed)

    def show_form(self, form: Formulier) -> None:
        """Show the photos of the form."""
        if self._resumed is not None and self._resumed.concept == self._draft.own_uid:
            # Once the form itself stands.
            QTimer.singleShot(0, self, self._go_on)
        if form.fotos == self._shown:
            return
        self._shown = form.fotos
        if form.fotos:
            self._with_fotos = self._draft.own_uid
            self._load()
        else:
            self._strip.set_fotos(())

    def resume(self, rest: FotoRest) -> None:
        """Go on with these photos as soon as the draft with this name is on the form."""
        self._resumed = rest
        if rest.concept == self._draft.own_uid:
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Dropped beside the strip, on the form itself, a photo is meant for this melding just as well.
        if isinstance(event, QDropEvent) and has_photos(event.mimeData()):
            if event.type() is QEvent.Type.Drop:
                self._strip.give(from_mime(event.mimeData(), self.tr("de gesleepte foto")))
            event.acceptProposedAction()
            return True
        # A field with text takes the key itself; anywhere else on the form it means a photo.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.matches(_PASTE):
            self._strip.paste()
            return True
        return super().eventFilter(watched, event)

    def _load(self) -> None:
        session, concept = self._ui.session, self._draft.own_uid
        self._ui.tasks.query(
            lambda: miniaturen_concept(session, concept), lambda found: self._on_loaded(concept, found),
            self._ui.show_error, self,
        )  # fmt: skip

    def _on_loaded(self, concept: str, found: tuple[GetoondeFoto, ...]) -> None:
        if concept != self._draft.own_uid:
            return
        self._strip.set_fotos(found)
        self._shown = self._strip.uids()
        form = self._read()
        if form.fotos != self._shown:
            self.form_changed.emit(replace(form, fotos=self._shown))

    def _go_on(self) -> None:
        rest, self._resumed = self._resumed, None
        if rest is not None:
            self._request(from_paths(rest.paths), rest.strokes)

    def _request(self, bronnen: tuple[Bron, ...], strokes: tuple[Streek, ...] = ()) -> None:
        concept = self._draft.own_uid
        doel = FotoDoel(concept=concept, inhoud=self._read().to_concept())
        self.foto_requested.emit(
            FotoOpdracht(bronnen, doel, lambda done: self._on_stored(concept, done), self._take_place, strokes)
        )

    def _on_strip_photos_given(self, bronnen: tuple[Bron, ...]) -> None:
        self._request(bronnen)

    def _on_stored(self, concept: str, done: Done) -> None:
        # Meanwhile another form may have been opened; the photo then waits with its own draft.
        if concept == self._draft.own_uid:
            self._draft.mark_stored()
            form = self._read()
            self.form_changed.emit(replace(form, fotos=(*form.fotos, done.uid)))

    def _take_place(self, lon: float, lat: float) -> None:
        self.form_changed.emit(self._read().kies_plek(lon, lat, PlaatsBron.GPS))

    def _on_strip_photo_opened(self, uid: str) -> None:
        self.foto_opened.emit(FotoKijk(self._strip.uids(), uid, mag_weg=True))

    def _on_ui_data_changed(self, changes: Changes) -> None:
        # Taking a photo away, or taking that back, happens on its own page.
        if changes.concepten and self._draft.own_uid == self._with_fotos:
            self._load()
