"""What a file of OpenStreetMap holds for a kaartpakket, whatever its form was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from boa_app.domain.errors import UserError
from boa_app.mapdata.adressen import Adres
from boa_app.mapdata.osm_vlakken import Vlakken
from boa_app.mapdata.osm_wegen import Wegverzamelaar

ADDRESS = "addr:housenumber"
Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(slots=True)
class Inhoud:
    """What was gathered. adresvlakken: tags and shape (WKB, degrees) of areas with a house number."""

    wegen: Wegverzamelaar
    adressen: list[Adres] = field(default_factory=list)
    adresvlakken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    vlakken: Vlakken = field(default_factory=Vlakken)
    bron_datum: str = ""


def unheard(part: float) -> None:
    """Progress nobody asked for."""


def never() -> bool:
    """No wish to stop."""
    return False


def ask_to_go_on(part: float, progress: Progress, cancelled: Cancelled) -> None:
    """Tell how far it is, from 0 to 1. Raises UserError straten_gestopt when somebody wants it to end."""
    if cancelled():
        raise UserError("straten_gestopt")
    progress(part)
