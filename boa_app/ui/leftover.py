"""What a lock came in between of, told after unlocking: a photo that was being covered, an import that ran."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.texts import formats
from boa_app.ui.context import UiContext, ignore
from boa_app.ui.fotos.intake import FotoOpdracht, from_paths
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.fotos.rest import FotoKeeper, FotoRest
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.importeren.page import ImporterenPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec
from boa_app.usecases.concepten import lijst_concepten
from boa_app.usecases.fotos import FotoDoel
from boa_app.usecases.importeren import ImportRegel, lijst_imports

if TYPE_CHECKING:
    from boa_app.ui.shell import Shell
    from boa_app.usecases.concepten import Concept

KEY = "import_na_slot"
# Moments in the store are whole seconds.
_SLACK = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What was under way at locking. It lives in memory until the same account unlocks; it holds nothing of a melding.

    account: whose it is. locked_at: aware UTC. importing: an import ran.
    """

    account: str
    locked_at: datetime
    foto: FotoRest | None = None
    importing: bool = False


class ImportTold(QObject):
    """Says what became of an import that the lock came in between of."""

    def __init__(self, ui: UiContext, frame: MainFrame, show_import: Callable[[], None]) -> None:
        super().__init__(frame)
        self._ui, self._frame, self._show_import = ui, frame, show_import

    def tell(self, locked_at: datetime) -> None:
        """Look it up and say it."""
        session = self._ui.session

        def found(regels: tuple[ImportRegel, ...]) -> None:
            # It ended or paused by the lock itself; cut off, it has no end.
            ours = [regel for regel in regels if regel.klaar_op is None or regel.klaar_op >= locked_at - _SLACK]
            if ours:
                self._frame.show_banner(self._spec(ours[0]))

        self._ui.tasks.query(lambda: lijst_imports(session), found, self._ui.show_error, self)

    def _spec(self, regel: ImportRegel) -> BannerSpec:
        to_import = BannerButton(self.tr("Naar Importeren"), self._show_import)
        if regel.status == "klaar":
            count = formats.number(regel.aantallen.get("toegevoegd", 0), self._ui.language)
            sentence = self.tr("De import van {naam} is klaar.").format(naam=regel.naam)
            text = self.tr("Toegevoegd terwijl het scherm op slot was: {aantal}.").format(aantal=count)
            return BannerSpec(BannerKind.INFO, sentence, text, (to_import,), KEY)
        sentence = self.tr("De import van {naam} stopte toen het scherm op slot ging.").format(naam=regel.naam)
        text = self.tr("Er is niets verloren en er is nog niets van te zien. Ga verder bij Importeren.")
        return BannerSpec(BannerKind.LET, sentence, text, (to_import,), KEY)


class AfterLock(QObject):
    """Between the shell that locks and the one that opens next."""

    def __init__(self, ui: UiContext, shell: Shell) -> None:
        super().__init__(shell)
        self._ui, self._shell = ui, shell
        self.fotos = FotoKeeper(shell, partial(shell.built_page, "foto_nieuw", FotoPage))
        self.fotos.resumed.connect(self._on_fotos_resumed)

    def leftover(self) -> Leftover:
        """What is under way now, to be told when this account unlocks again."""
        session, page = self._ui.session, self._shell.built_page("importeren", ImporterenPage)
        importing = page is not None and page.work.is_importing
        return Leftover(session.actor.account, session.now(), self.fotos.rest(), importing)

    def take_up(self, left: Leftover) -> None:
        """Tell what the lock came in between of; what was somebody else's is nobody's business here."""
        if left.account != self._ui.session.actor.account:
            return
        if left.foto is not None:
            self.fotos.offer(left.foto)
        if left.importing:
            ImportTold(self._ui, self._shell, partial(self._shell.show_page, "importeren")).tell(left.locked_at)

    def _on_fotos_resumed(self, rest: FotoRest) -> None:
        if rest.melding:
            self._shell.open_melding(rest.melding)
            doel = FotoDoel(melding=rest.melding)
            self._shell.cover_fotos(FotoOpdracht(from_paths(rest.paths), doel, ignore, strokes=rest.strokes))
            return
        session = self._ui.session
        self._ui.tasks.query(
            lambda: lijst_concepten(session), partial(self._open_form, rest), self._ui.show_error, self
        )

    def _open_form(self, rest: FotoRest, concepten: tuple[Concept, ...]) -> None:
        form = self._shell.real_page("melden")
        if not isinstance(form, MeldenPage):
            return
        # A form with nothing but the photo was no draft yet.
        is_kept = any(concept.uid == rest.concept for concept in concepten)
        form.start_new(concept=rest.concept if is_kept else None)
        self._shell.show_page("melden")
        form.fotos.resume(rest if is_kept else replace(rest, concept=form.draft.own_uid))
