"""Areas in words: the line of a list, the facts of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from boa_app.domain.gebied import Gebied, GebiedSoort
from boa_app.texts import formats, label
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.tag import TagKind

ICONS = {
    GebiedSoort.WERKGEBIED: "map",
    GebiedSoort.CAMERA: "cctv",
    GebiedSoort.VERBOD: "ban",
    GebiedSoort.KVO: "shield",
    GebiedSoort.EVENEMENT: "calendar-days",
    GebiedSoort.AANDACHT: "eye",
}


@dataclass(frozen=True, slots=True)
class GebiedWords:
    """Words in one language on one day."""

    language: str
    today: date

    def kind(self, gebied: Gebied) -> str:
        """What it is for."""
        return label("gebied_soort", gebied.soort, self.language)

    def validity(self, gebied: Gebied) -> str:
        """When it is in force."""
        van, tot = gebied.geldig_van, gebied.geldig_tot
        if van and tot:
            return formats.date_range(van, tot, self.language)
        if tot:
            until = QCoreApplication.translate("GebiedWords", "t/m {datum}")
            return until.format(datum=formats.date_nl(tot, self.language))
        if van:
            since = QCoreApplication.translate("GebiedWords", "vanaf {datum}")
            return since.format(datum=formats.date_nl(van, self.language))
        return QCoreApplication.translate("GebiedWords", "zonder einddatum")

    def size(self, gebied: Gebied) -> str:
        """How large it is."""
        return formats.area(gebied.area_m2(), self.language)

    def row(self, gebied: Gebied) -> RowData:
        """Its line in the list."""
        is_over = gebied.is_over(self.today)
        tag = ""
        if is_over:
            tag = QCoreApplication.translate("GebiedWords", "verlopen")
        elif not gebied.holds_on(self.today):
            tag = QCoreApplication.translate("GebiedWords", "gaat nog in")
        return RowData(
            icon=ICONS[gebied.soort],
            name=gebied.naam,
            meta=f"{self.kind(gebied)} · {self.size(gebied)}",
            tag=tag,
            tag_kind=TagKind.NEUTRAAL,
            chevron=True,
            accessible=gebied.naam,
        )
