"""Where the pages about the map itself lead: kaartpakketten, setting streets by hand, and waar ben ik."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boa_app.ui.frame.model import TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.ui.kaartpakket.straten import StratenPage
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.ui.waarbenik.page import WaarBenIkPage

if TYPE_CHECKING:
    from boa_app.ui.shell import Shell

KAARTPAKKETTEN, STRATEN, HIER = "kaartpakketten", "straten", "waar-ben-ik"


def wire_map_pages(shell: Shell, page: Page) -> None:
    """Connect what a person meant on one of these pages."""
    if isinstance(page, KaartpakkettenPage):
        page.session_made.connect(lambda session: shell.session_replaced.emit(session, KAARTPAKKETTEN))
        page.streets_requested.connect(partial(shell.show_page, STRATEN))
    if isinstance(page, StratenPage):
        page.pakket_requested.connect(partial(shell.show_page, KAARTPAKKETTEN))
        page.back_requested.connect(shell.go_back)
    if isinstance(page, WaarBenIkPage):
        page.back_requested.connect(shell.go_back)
        page.settings_requested.connect(partial(shell.show_page, "gps"))
    if isinstance(page, VandaagPage | KaartPage | MeldenPage):
        name = QCoreApplication.translate("WaarBenIkPage", "Waar ben ik")
        page.give_action(TopAction("map-pin", name, partial(shell.show_page, HIER)))
    if isinstance(page, KaartPage):
        name = QCoreApplication.translate("KaartpakkettenPage", "Kaartpakketten")
        page.add_top_action(TopAction("layers", name, partial(shell.show_page, KAARTPAKKETTEN)))
