"""The foot under the form: what the left thumb and the right thumb do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from boa_app.domain.melding import MeldingRecord
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec
from boa_app.ui.meldingen.wording import Wording


@dataclass(frozen=True, slots=True)
class FootActs:
    """What the buttons do."""

    save: Callable[[], None]
    log_niemand: Callable[[], None]
    repeat_previous: Callable[[], None]


class FormFoot(QObject):
    """Makes the foot for a new melding and for a correction."""

    def __init__(self, acts: FootActs, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._wording = acts, wording

    def for_new(self, vorige: MeldingRecord | None) -> FootSpec:
        """vorige: what *Herhaal vorige* repeats, None when there is nothing."""
        niemand = FootAction(
            "circle-slash", self.tr("Niemand aangetroffen"), self._acts.log_niemand,
            self.tr("slaat meteen op, met Ongedaan maken"), short_title=self.tr("Niemand aangetroffen"),
        )  # fmt: skip
        herhaal = FootAction(
            "repeat", self.tr("Herhaal vorige"), self._acts.repeat_previous, self._wording.vorige(vorige),
            short_title=self.tr("Vorige"), reason="" if vorige else self.tr("nog geen melding"),
        )  # fmt: skip
        return FootSpec((niemand, herhaal), CornerAction("check", self.tr("Opslaan"), self._acts.save, "Ctrl+S"))

    def for_correction(self) -> FootSpec:
        """A stored melding is being changed."""
        corner = CornerAction(
            "check", self.tr("Wijziging opslaan"), self._acts.save, "Ctrl+S", self.tr("Opslaan")
        )  # fmt: skip
        return FootSpec((), corner)
