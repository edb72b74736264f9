"""Where a search result leads: a melding to its page, everything else to Kaart, as a filter or as a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boa_app.usecases.filters import lijst_filters
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.zoeknamen import Vondst, Vondstsoort

if TYPE_CHECKING:
    from boa_app.ui.kaart.page import KaartPage
    from boa_app.usecases.session import Session

PLACE_ZOOM = 17


class Leads:
    """Takes results to their pages. show_kaart: brings Kaart to the front and gives it; None without the right."""

    def __init__(
        self, session: Session, open_melding: Callable[[str], None], show_kaart: Callable[[], KaartPage | None]
    ) -> None:
        self._session, self._open_melding, self._show_kaart = session, open_melding, show_kaart

    def go(self, found: Vondst) -> None:
        """Go where this leads."""
        if found.soort is Vondstsoort.MELDING:
            self._open_melding(found.sleutel)
            return
        kaart = self._show_kaart()
        if kaart is None:
            return
        if found.soort is Vondstsoort.GEBIED:
            kaart.gebieden.open_gebied(found.sleutel)
            return
        wanted, period = self._filter(found)
        if wanted is not None:
            kaart.show_filter(wanted, period)
        if found.lon is not None and found.lat is not None:
            kaart.show_place(found.lon, found.lat, PLACE_ZOOM)

    def show_all(self, nrs: frozenset[int], words: str) -> None:
        """Show just these meldingen."""
        kaart = self._show_kaart()
        if kaart is not None:
            kaart.show_only(nrs, words)

    def export(self) -> None:
        """The panel of Kaart for what goes out."""
        kaart = self._show_kaart()
        if kaart is not None and kaart.uitvoer is not None:
            kaart.uitvoer.open()

    def print_map(self) -> None:
        """The same, with the printer chosen."""
        kaart = self._show_kaart()
        if kaart is not None and kaart.uitvoer is not None:
            kaart.uitvoer.print()

    def open_areas(self) -> None:
        """The list of areas on Kaart."""
        kaart = self._show_kaart()
        if kaart is not None:
            kaart.gebieden.open_list()

    def _filter(self, found: Vondst) -> tuple[Filter | None, str | None]:
        """The filter this stands for, with the code of its period."""
        code = frozenset({found.sleutel})
        if found.soort is Vondstsoort.DATUM:
            return Filter(van=found.dag, tot=found.dag), None
        if found.soort is Vondstsoort.BUURT:
            return Filter(buurten=code), None
        if found.soort is Vondstsoort.SOORT:
            return Filter(soorten=code), None
        if found.soort is Vondstsoort.FILTER:
            kept = next((one for one in lijst_filters(self._session) if one.uid == found.sleutel), None)
            return (kept.filter, kept.periode or None) if kept is not None else (None, None)
        return None, None
