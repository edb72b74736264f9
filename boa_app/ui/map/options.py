"""Which controls lie on a map, and the words on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

HIDDEN_LAYERS = ("gebieden", "schouwen")


@dataclass(frozen=True, slots=True)
class MapOptions:
    """Which controls lie on the map.

    layers: names with a word to switch them, in the order of the words: see layer_words. hidden_layers: off at the
    start. locate: the button *Mijn plaats*; overview: the button *Hele kaart*. bare_note: what helps where there is no
    kaartpakket.
    """

    layers: tuple[str, ...] = ()
    hidden_layers: tuple[str, ...] = HIDDEN_LAYERS
    zoom: bool = True
    scale: bool = True
    locate: bool = False
    overview: bool = False
    bare_note: str = ""


def layer_words() -> dict[str, str]:
    """The word on the switch of each layer that can have one."""
    return {
        "punten": QCoreApplication.translate("MapView", "Punten"),
        "warmte": QCoreApplication.translate("MapView", "Warmte"),
        "buurten": QCoreApplication.translate("MapView", "Buurten"),
        "jops": QCoreApplication.translate("MapView", "JOP's"),
        "gebieden": QCoreApplication.translate("MapView", "Gebieden"),
        "schouwen": QCoreApplication.translate("MapView", "Schouwroutes"),
    }


def page_setup(options: MapOptions) -> dict[str, Any]:
    """What the page's set_up takes."""
    words = layer_words()
    return {
        "texts": _texts(),
        "layers": [
            {"naam": name, "tekst": words[name], "aan": name not in options.hidden_layers} for name in options.layers
        ],
        "hidden": [name for name in options.hidden_layers if name not in options.layers],
        "zoom": options.zoom,
        "scale": options.scale,
        "locate": options.locate,
        "overview": options.overview,
    }


def _texts() -> dict[str, str]:
    return {
        # The language these words are in; figures on the map follow it.
        "taal": QCoreApplication.translate("MapView", "nl"),
        "kaart": QCoreApplication.translate(
            "MapView", "Kaart. Verschuif met de pijltjestoetsen, zoom met plus en min."
        ),
        "pin": QCoreApplication.translate("MapView", "Plaats van de melding"),
        "in": QCoreApplication.translate("MapView", "Inzoomen"),
        "uit": QCoreApplication.translate("MapView", "Uitzoomen"),
        "hier": QCoreApplication.translate("MapView", "Mijn plaats"),
        "alles": QCoreApplication.translate("MapView", "Hele kaart"),
        "legenda": QCoreApplication.translate("MapView", "Legenda"),
        "routes": QCoreApplication.translate("MapView", "Schouwroutes per groep"),
        "jop": QCoreApplication.translate("MapView", "JOP"),
        "hol": QCoreApplication.translate("MapView", "Niemand aangetroffen"),
    }
