"""Several meldingen on one spot, which no coming nearer can part: touched on the map, they stand alone in the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.texts import formats

if TYPE_CHECKING:
    from boa_app.ui.kaart.page import KaartPage


class PileLink(QObject):
    """Narrows the filter to a pile, beside what it already says; the cross of its chip brings the rest back."""

    def __init__(self, page: KaartPage, language: str) -> None:
        super().__init__(page)
        self._page, self._language = page, language
        page.map.pile_selected.connect(self._on_map_pile_selected)

    def _on_map_pile_selected(self, nrs: list[int]) -> None:
        count = formats.number(len(nrs), self._language)
        words = self.tr("{aantal} op één plek").format(aantal=count)
        found = frozenset(nrs)
        if self._page.selection.wanted.nrs != found:
            self._page.filters.set_filter(replace(self._page.selection.wanted, nrs=found), words=words)
        self._page.chosen.choose(nrs[0])
        self._page.show_list()
