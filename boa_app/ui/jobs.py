"""The pages of the program: who is offered which, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.ui.beheer.page import BeheerPage
from boa_app.ui.context import UiContext
from boa_app.ui.fotos.page import FotoPage
from boa_app.ui.fotos.viewer import FotoKijkPage
from boa_app.ui.frame.page import Page
from boa_app.ui.gps.page import GpsPage
from boa_app.ui.help.page import HelpPage
from boa_app.ui.importeren.page import ImporterenPage
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.ui.kaartpakket.straten import StratenPage
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.rondes.page import RondesPage
from boa_app.ui.sync.older_page import OuderPage
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.ui.sync.usb import UsbPage
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.ui.waarbenik.page import WaarBenIkPage
from boa_app.usecases.beheer import heeft_centrale


@dataclass(frozen=True, slots=True)
class Job:
    """A page. needs: the rights of which any one offers it; without any it is for everybody. is_way_in: it can be
    opened by its name; a page about one thing, a melding or a photo, cannot. also_alone: without a centre everybody
    may open it, for then there is nobody else."""

    key: str
    icon: str
    label: str
    make: Callable[[], Page]
    needs: tuple[tuple[Entiteit, Handeling], ...] = ()
    in_rail: bool = False
    is_way_in: bool = True
    also_alone: bool = False


class Jobs(QObject):
    """The pages for one session."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def offered(self) -> tuple[Job, ...]:
        """Those of the role of the actor, in the order of the rail."""
        rol, is_alone = self._ui.session.actor.rol, not heeft_centrale(self._ui.session)
        found = []
        for job in self._all():
            if not job.needs or any(has_any(rol, *need) for need in job.needs):
                found.append(job)
            elif job.also_alone and is_alone:
                found.append(replace(job, in_rail=False))
        return tuple(found)

    def _all(self) -> tuple[Job, ...]:
        ui = self._ui
        read = ((Entiteit.MELDING, Handeling.LEZEN),)
        make = ((Entiteit.MELDING, Handeling.MAKEN),)
        take_in = ((Entiteit.MELDING, Handeling.IMPORTEREN),)
        walk = ((Entiteit.RONDE, Handeling.MAKEN),)
        look = (*read, (Entiteit.JOP, Handeling.LEZEN))
        streets = ((Entiteit.STRAATKEUZE, Handeling.LEZEN),)
        manage = ((Entiteit.ACCOUNT, Handeling.LEZEN), (Entiteit.AUDIT, Handeling.LEZEN))
        return (
            Job("vandaag", "house", self.tr("Vandaag"), lambda: VandaagPage(ui), in_rail=True),
            Job("kaart", "map", self.tr("Kaart"), lambda: KaartPage(ui), look, in_rail=True),
            Job("rondes", "route", self.tr("Rondes"), lambda: RondesPage(ui), walk, in_rail=True),
            Job("melden", "plus", self.tr("Nieuwe melding"), lambda: MeldenPage(ui), make),
            Job("melding", "list", self.tr("Melding"), lambda: DetailPage(ui), read, is_way_in=False),
            Job("waar-ben-ik", "map-pin", self.tr("Waar ben ik"), lambda: WaarBenIkPage(ui)),
            Job("gps", "locate-fixed", self.tr("Plaatsbepaling"), lambda: GpsPage(ui), make),
            Job("foto_nieuw", "camera", self.tr("Foto toevoegen"), lambda: FotoPage(ui), make, is_way_in=False),
            Job("foto", "image", self.tr("Foto"), lambda: FotoKijkPage(ui), read, is_way_in=False),
            Job("kaartpakketten", "layers", self.tr("Kaartpakketten"), lambda: KaartpakkettenPage(ui)),
            Job("straten", "footprints", self.tr("Straten instellen"), lambda: StratenPage(ui), streets),
            Job("importeren", "file-up", self.tr("Importeren"), lambda: ImporterenPage(ui), take_in),
            Job("synchroniseren", "refresh-cw", self.tr("Synchroniseren"), lambda: SynchroniserenPage(ui)),
            Job("ouder", "history", self.tr("Oudere meldingen"), lambda: OuderPage(ui), read),
            Job("synchroniseren_usb", "usb", self.tr("Meenemen op USB"), lambda: UsbPage(ui)),
            Job("beheer", "settings", self.tr("Beheer"), lambda: BeheerPage(ui), manage, in_rail=True, also_alone=True),
            Job("hulp", "book-open", self.tr("Hulp"), lambda: HelpPage(ui)),
        )
