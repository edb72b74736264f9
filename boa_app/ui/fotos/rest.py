"""A photo that is not stored yet: asked about before it is left, offered again afterwards, also after locking.

Esc, arrow back ──> strokes made? ask on the page : leave ──> "Foto niet bewaard", back by one touch
lock ──> FotoRest: where the file stands and the strokes ──> unlock ──> "Verder met de foto"

Of the picture itself nothing is kept over a lock, in memory or on disk: it may show faces that nobody covered yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boa_app.domain.foto import Streek
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec

if TYPE_CHECKING:
    from boa_app.ui.fotos.page import FotoPage

PAGE, KEY = "foto_nieuw", "foto"


@dataclass(frozen=True, slots=True)
class FotoRest:
    """What is known of photos that a lock came in between of.

    paths: files still to be covered and stored, the one in hand first. strokes: what covered that one. melding,
    concept: where they belong. lost: how many came from the clipboard; of those there is nothing any more.
    """

    paths: tuple[Path, ...]
    strokes: tuple[Streek, ...] = ()
    melding: str = ""
    concept: str = ""
    lost: int = 0


class FotoKeeper(QObject):
    """Sees to it that no photo goes without a word.

    Signals:
        resumed(FotoRest): the person goes on with it.
    """

    resumed = Signal(object)

    def __init__(self, frame: MainFrame, find_page: Callable[[], FotoPage | None]) -> None:
        """find_page: the page where photos are covered, None while it is not built."""
        super().__init__(frame)
        self._frame, self._find_page = frame, find_page
        self._is_told = False
        frame.page_changed.connect(self._on_frame_page_changed)

    def rest(self) -> FotoRest | None:
        """What a lock must remember; None when no photo is under way."""
        page = self._find_page()
        return None if page is None else page.rest()

    def ask(self) -> None:
        """There are strokes: leaving asks first."""
        stay = BannerButton(self.tr("Verder met de foto"), self._stay)
        leave = BannerButton(self.tr("Foto niet bewaren"), self._forget)
        sentence, text = self.tr("De foto is nog niet bewaard."), self.tr("Wat u afdekte staat er nog op.")
        self._frame.show_banner(BannerSpec(BannerKind.LET, sentence, text, (stay, leave), KEY, page=PAGE))

    def offer(self, rest: FotoRest) -> None:
        """After unlocking: what became of the photo, and the way on with it."""
        sentence = self.tr("De foto was nog niet bewaard toen het scherm op slot ging.")
        if not rest.paths:
            lost = self.tr("Wat u invulde is bewaard. De foto kwam van het klembord: voeg hem opnieuw toe.")
            self._frame.show_banner(BannerSpec(BannerKind.LET, sentence, lost, key=KEY))
            return
        safe = self.tr("Wat u invulde en wat u afdekte is er nog. Ga verder met de foto.")
        if rest.lost:
            safe = self.tr("Wat u invulde is bewaard. Foto's van het klembord niet: voeg die opnieuw toe.")
        buttons = (
            BannerButton(self.tr("Verder met de foto"), lambda: self.resumed.emit(rest)),
            BannerButton(self.tr("Foto niet bewaren"), _nothing),
        )
        self._frame.show_banner(BannerSpec(BannerKind.LET, sentence, safe, buttons, KEY, closable=False))

    def _stay(self) -> None:
        page = self._find_page()
        if page is not None:
            page.take_focus()

    def _forget(self) -> None:
        page = self._find_page()
        if page is not None:
            page.forget()

    def _back(self) -> None:
        self._frame.show_page(PAGE)

    def _on_frame_page_changed(self, key: str) -> None:
        page = self._find_page()
        if key == PAGE:
            self._is_told = False
            self._frame.clear_banner(KEY)
        elif page is not None and page.has_unsaved and not self._is_told and not self._frame.is_behind(PAGE):
            # From the help on top of it the arrow leads back; from everywhere else this does.
            self._is_told = True
            button = BannerButton(self.tr("Terug naar de foto"), self._back)
            text = self.tr("Wat u invulde blijft staan.")
            spec = BannerSpec(BannerKind.LET, self.tr("Foto niet bewaard."), text, (button,), KEY)
            self._frame.show_banner(spec).closed.connect(self._on_banner_closed)

    def _on_banner_closed(self) -> None:
        # The cross: nobody wants it any more, so an uncovered picture need not stay in memory.
        if self._frame.current_key != PAGE:
            self._forget()


def _nothing() -> None:
    """The answer is enough: nothing of the photo is kept."""
