"""The pages of the program: who is offered which, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.fotos.viewer import FotoKijkPage
from boa_app.ui.frame.page import Page
from boa_app.ui.gps.page import GpsPage
from boa_app.ui.help.page import HelpPage
from boa_app.ui.importeren.page import ImporterenPage
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.rondes.page import RondesPage
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.ui.vandaag.page import VandaagPage


@dataclass(frozen=True, slots=True)
class Job:
    """A page. needs: the rights of which any one offers it; without any it is for everybody. is_way_in: it can be
    opened by its name; a page about one thing, a melding or a photo, cannot."""

    key: str
    icon: str
    label: str
    make: Callable[[], Page]
    needs: tuple[tuple[Entiteit, Handeling], ...] = ()
    in_rail: bool = False
    is_way_in: bool = True


class Jobs(QObject):
    """The pages for one session."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def offered(self) -> tuple[Job, ...]:
        """Those of the role of the actor, in the order of the rail."""
        rol = self._ui.session.actor.rol
        return tuple(
            job for job in self._all() if not job.needs or any(has_any(rol, *need) for need in job.needs)
        )  # fmt: skip

    def _all(self) -> tuple[Job, ...]:
        ui = self._ui
        read = ((Entiteit.MELDING, Handeling.LEZEN),)
        make = ((Entiteit.MELDING, Handeling.MAKEN),)
        take_in = ((Entiteit.MELDING, Handeling.IMPORTEREN),)
        walk = ((Entiteit.RONDE, Handeling.MAKEN),)
        look = (*read, (Entiteit.JOP, Handeling.LEZEN))
        return (
            Job("vandaag", "house", self.tr("Vandaag"), lambda: VandaagPage(ui), in_rail=True),
            Job("kaart", "map", self.tr("Kaart"), lambda: KaartPage(ui), look, in_rail=True),
            Job("rondes", "route", self.tr("Rondes"), lambda: RondesPage(ui), walk, in_rail=True),
            Job("melden", "plus", self.tr("Nieuwe melding"), lambda: MeldenPage(ui), make),
            Job("melding", "list", self.tr("Melding"), lambda: DetailPage(ui), read, is_way_in=False),
            Job("gps", "locate-fixed", self.tr("Plaatsbepaling"), lambda: GpsPage(ui), make),
            Job("foto_nieuw", "camera", self.tr("Foto toevoegen"), lambda: FotoPage(ui), make, is_way_in=False),
            Job("foto", "image", self.tr("Foto"), lambda: FotoKijkPage(ui), read, is_way_in=False),
            Job("importeren", "file-up", self.tr("Importeren"), lambda: ImporterenPage(ui), take_in),
            Job("synchroniseren", "refresh-cw", self.tr("Synchroniseren"), lambda: SynchroniserenPage(ui)),
            Job("hulp", "book-open", self.tr("Hulp"), lambda: HelpPage(ui)),
        )
