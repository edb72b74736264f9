"""The state of the world in the foot: what is kept on this device, what the centre has not, and what asks a choice."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from boa_app.domain.moments import to_local
from boa_app.texts import formats, label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import StateItem
from boa_app.ui.meldingen.draft import DraftState
from boa_app.usecases.synchroniseren import Syncstand


class States(QObject):
    """Words and icons of the states."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def centre(self) -> StateItem:
        """Without a centre the one user has a role, and the screen says which (design §7)."""
        rol = label("rol", str(self._ui.session.actor.rol), self._ui.language)
        who = self.tr("u bent {rol}").format(rol=rol)
        return StateItem("centrale", "cloud-off", self.tr("Zonder centrale"), who, self.tr("zonder centrale"))

    def sync(self, stand: Syncstand | None, *, is_running: bool) -> tuple[StateItem, ...]:
        """What the centre has not yet, and what asks a person to choose; without a centre who one is."""
        if stand is None or not stand.aangemeld:
            return (self.centre(),)
        return (self._unsent(stand, is_running=is_running), *self._asking(stand))

    def _unsent(self, stand: Syncstand, *, is_running: bool) -> StateItem:
        if stand.onverzonden:
            # Also while a round runs: on a line that hangs the number is what one wants to know.
            icon = "refresh-cw" if is_running else "cloud-upload"
            count = formats.number(stand.onverzonden, self._ui.language)
            first = self.tr("{aantal} nog niet").format(aantal=count)
            return StateItem("centrale", icon, first, self.tr("gesynchroniseerd"), count)
        if is_running:
            return StateItem("centrale", "refresh-cw", self.tr("Bezig met"), self.tr("synchroniseren"), "…")
        if stand.fotos_hier:
            first = formats.count_of(stand.fotos_hier, self.tr("foto"), self.tr("foto's"), self._ui.language)
            count = formats.number(stand.fotos_hier, self._ui.language)
            return StateItem("centrale", "cloud-upload", first, self.tr("nog hier"), count)
        if stand.laatste_contact is None:
            return StateItem("centrale", "cloud-off", self.tr("Nog geen"), self.tr("contact gehad"), "0")
        since = self.tr("laatst {tijd}").format(tijd=self._since(stand.laatste_contact))
        return StateItem("centrale", "cloud-check", self.tr("Alles bij de centrale"), since, self.tr("alles"))

    def _since(self, contact: datetime) -> str:
        """The time of today; of another day its date, for the time alone would pass for today's."""
        if to_local(contact).date() == to_local(self._ui.session.now()).date():
            return formats.time(contact)
        return formats.list_date(to_local(contact).date(), self._ui.language)

    def _asking(self, stand: Syncstand) -> tuple[StateItem, ...]:
        total = stand.conflicten + stand.geweigerd
        if not total:
            return ()
        badge = formats.number(total, self._ui.language)
        if not stand.geweigerd:
            word = self.tr("conflict") if total == 1 else self.tr("conflicten")
            return (StateItem("conflicten", "git-compare", word, self.tr("kies welke geldt"), "", badge),)
        if not stand.conflicten:
            return (
                StateItem("geweigerd", "octagon-alert", self.tr("geweigerd"), self.tr("vraagt aandacht"), "", badge),
            )
        both = self.tr("vragen om"), self.tr("uw aandacht")
        return (StateItem("conflicten", "git-compare", *both, "", badge),)

    def busy(self) -> StateItem:
        """A command has been running for a moment."""
        return StateItem("opslag", "hard-drive-download", self.tr("Bezig met"), self.tr("opslaan"), "…")

    def stored(self, draft: DraftState, current_key: str) -> StateItem:
        """What of the work is on disk. What is not kept says so on every page, what is kept only on the form."""
        icon, here, kept = "hard-drive-download", self.tr("op dit apparaat"), self.tr("bewaard")
        not_kept = (self.tr("Concept"), self.tr("nog niet bewaard"))
        if draft is DraftState.MISLUKT:
            return StateItem("opslag", "octagon-alert", *not_kept, self.tr("niet bewaard"))
        if draft is DraftState.NIET_BEWAARD:
            # For half a second after each touch: about as wide as what follows, so that the foot stays still.
            return StateItem("opslag", icon, *not_kept, self.tr("nog niet"))
        if draft is DraftState.BEWAARD and current_key == "melden":
            return StateItem("opslag", icon, self.tr("Concept bewaard"), here, kept)
        return StateItem("opslag", icon, self.tr("Opgeslagen"), here, kept)
