"""Syncing and the shell: what the foot says, when a notice comes, and when a session must end.

A notice comes only when something asks attention; a session that must end waits until a melding is out of hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec
from boa_app.usecases.synchroniseren import Syncuitslag

if TYPE_CHECKING:
    from boa_app.ui.shell import Shell
    from boa_app.ui.sync.service import SyncService

NOTICE, PAGE, USB_PAGE, OLDER_PAGE = "sync", "synchroniseren", "synchroniseren_usb", "ouder"
MAPS_PAGE = "kaartpakketten"
REVOKED_CODE = "toestel_ingetrokken"
# While one of these is in front, a person is logging.
_LOGGING = ("melden", "foto_nieuw")


class SyncLink(QObject):
    """One per shell.

    Signals:
        lock_wanted(BoaError): lock now and say why.
    """

    lock_wanted = Signal(object)

    def __init__(self, ui: UiContext, shell: Shell) -> None:
        super().__init__(shell)
        self._frame = shell
        self._ending: BoaError | None = None
        self._waiting: BannerSpec | None = None
        self._asked = 0
        self._sync: SyncService = ui.sync
        self._sync.round_ended.connect(self._on_round_ended)
        self._sync.stand_changed.connect(self._on_stand_changed)
        self._sync.shut.connect(self._on_shut)
        shell.page_changed.connect(self._on_frame_page_changed)

    def wire(self, page: Page) -> None:
        """Connect what was meant on a page that was just built."""
        if isinstance(page, SynchroniserenPage):
            page.melding_opened.connect(self._frame.open_melding)
            page.usb_requested.connect(self._on_page_usb_requested)
            page.maps_requested.connect(lambda: self._frame.show_page(MAPS_PAGE))
        if isinstance(page, KaartPage) and self._sync.is_enrolled and self._frame.has_page(OLDER_PAGE):
            name = self.tr("Oudere meldingen opvragen")
            page.add_top_action(TopAction("history", name, lambda: self._frame.show_page(OLDER_PAGE)))
        if isinstance(page, DetailPage):
            page.conflict_opened.connect(self.show_record)

    def show(self) -> None:
        """Synchroniseren, with what asks a choice in front."""
        self._frame.show_page(PAGE)
        page = self._frame.real_page(PAGE)
        if isinstance(page, SynchroniserenPage):
            page.show_conflicts()

    def show_record(self, uid: str) -> None:
        """The conflictenmand with this record in front."""
        self.show()
        page = self._frame.real_page(PAGE)
        if isinstance(page, SynchroniserenPage):
            page.show_record(uid)

    def sync_now(self) -> None:
        """A round from wherever one is, with the page that tells how it goes."""
        self._frame.show_page(PAGE)
        self._sync.sync_now()

    def asking(self) -> int:
        """How many conflicts and refusals wait for a person."""
        stand = self._sync.stand
        return 0 if stand is None else stand.conflicten + stand.geweigerd

    def _on_stand_changed(self) -> None:
        before, self._asked = self._asked, self.asking()
        if before and not self._asked:
            self._waiting = None
            self._frame.clear_banner(NOTICE)
        elif self._asked > before and self._frame.current_key != PAGE and self._sync.has_synced:
            self._tell(self.tr("Er is iets dat om uw keuze vraagt."), self.tr("Uw gegevens zijn veilig."))

    def _on_round_ended(self, outcome: Syncuitslag, by_hand: bool) -> None:
        if outcome.bon.status is BonStatus.AANMELDEN and not by_hand and self._frame.current_key != PAGE:
            what = self.tr("Kies Synchroniseren als het u uitkomt.")
            self._tell(self.tr("De centrale vraagt u opnieuw aan te melden."), what)

        if outcome.verloren:
            what = self.tr("Niet verzonden wijzigingen van vernietigde gegevens zijn weg: {aantal}.")
            self._tell(what.format(aantal=outcome.verloren), self.tr("Vraag uw beheerder naar de reden."))

    def _tell(self, what: str, more: str) -> None:
        button = BannerButton(self.tr("Bekijken"), self.show, "refresh-cw")
        self._waiting = BannerSpec(BannerKind.LET, what, more, (button,), NOTICE)
        self._act_when_free(self._frame.current_key)

    def _on_shut(self, error: BoaError) -> None:
        self._ending = error
        self._act_when_free(self._frame.current_key)

    def _act_when_free(self, key: str) -> None:
        """Nothing moves under the hand of who is logging; only a device that was withdrawn locks at once."""
        error, notice = self._ending, self._waiting
        if key in _LOGGING and (error is None or error.code != REVOKED_CODE):
            return
        self._waiting = None
        if error is not None:
            self._ending = None
            self.lock_wanted.emit(error)
        elif notice is not None:
            self._frame.show_banner(notice)

    def _on_page_usb_requested(self) -> None:
        if self._frame.has_page(USB_PAGE):
            self._frame.show_page(USB_PAGE)

    def _on_frame_page_changed(self, key: str) -> None:
        if key == PAGE:
            # Here it stands in full.
            self._waiting = None
            self._frame.clear_banner(NOTICE)
        self._act_when_free(key)
