"""The state of the world in the foot: what is kept on this device, and whether there is a centre."""

from __future__ import annotations

from PySide6.QtCore import QObject

from boa_app.texts import label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import StateItem
from boa_app.ui.meldingen.draft import DraftState


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
