"""The heat layer of a map: its tiles in the colours of the theme, and its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from boa_app.mapping.warmte import GRENZEN, Tegel, Warmtetegels
from boa_app.texts import formats

if TYPE_CHECKING:
    # Only for types: the map loads before numpy's heavier parts do.
    from boa_app.ui.map.view import MapView
    from boa_app.usecases.warmte import Warmte

NAME = "warmte"
# The page may still be reading the one before.
_KEPT = 2


class HeatLayer(QObject):
    """What heat a map shows. What is on the screen stays until the new tiles are there."""

    def __init__(self, view: MapView, language: str = "nl") -> None:
        super().__init__(view)
        self._view, self._language = view, language
        self._warmte: Warmte | None = None
        self._tegels: Warmtetegels | None = None
        self._urls: list[str] = []
        self._is_sent = False
        view.themes.theme_changed.connect(self._on_themes_theme_changed)
        view.map_painted.connect(self._on_view_map_painted)

    @property
    def warmte(self) -> Warmte | None:
        """What is shown."""
        return self._warmte

    @property
    def is_behind(self) -> bool:
        """Whether the page has still to paint what was given last."""
        return self._is_sent and self._view.is_ready

    def show(self, warmte: Warmte) -> None:
        """Show this surface."""
        self._warmte, self._tegels = warmte, Warmtetegels(warmte.dichtheid)
        self._send()

    def clear(self) -> None:
        """No heat and no legend for it."""
        self._warmte = self._tegels = None
        self._is_sent = False
        self._view.tell("set_warmte", "", None)

    def legend(self, warmte: Warmte) -> dict[str, Any]:
        """What stands in the legend."""
        sentences = [
            self.tr("Hoe roder, hoe vaker hier is gemeld."),
            self.tr("De kaart telt meldingen, niet wat niemand meldde."),
        ]
        if warmte.aantal == 0:
            sentences = [self.tr("Geen meldingen om warmte van te maken.")]
        elif warmte.is_kort:
            sentences.append(self.tr("Korter dan 4 weken: gerekend over 4 weken."))
        return {
            "titel": self.tr("Meldingen per ha per jaar"),
            "maat": self.tr("sigma {meter} m").format(meter=round(warmte.dichtheid.sigma_m)),
            "klassen": [
                {"kleur": f"var(--h{number})", "tekst": formats.number(limit, self._language)}
                for number, limit in enumerate(GRENZEN, start=1)
            ],
            "zinnen": sentences,
        }

    def _send(self) -> None:
        maps, tegels, warmte = self._view.maps, self._tegels, self._warmte
        if maps is None or tegels is None or warmte is None:
            return
        theme = self._view.themes.theme
        kleuren = tuple(theme.hex(f"h{number}") for number in range(1, len(GRENZEN) + 1))
        url = maps.tiles.put(NAME, lambda z, x, y: tegels.png(Tegel(z, x, y), kleuren))
        self._urls.append(url)
        self._is_sent = True
        self._view.tell("set_warmte", url, self.legend(warmte))

    def _on_view_map_painted(self, what: str) -> None:
        if what == NAME:
            self._is_sent = False
        maps = self._view.maps
        while what == NAME and maps is not None and len(self._urls) > _KEPT:
            maps.tiles.drop(self._urls.pop(0))

    def _on_themes_theme_changed(self) -> None:
        self._send()
