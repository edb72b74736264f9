"""The line to PDOK: the same connection as to the centre, with the proxy and the certificates of the system.

mapdata knows only that there is a transport; this is where it gets the real one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boa_app.mapdata.locatieserver import Locatieserver
    from boa_app.mapdata.ophalen import Lijn
    from boa_app.mapdata.pdok import Pdok
    from boa_app.mapdata.pdok_diensten import Diensten

Cancelled = Callable[[], bool]


def open_pdok(folder: Path, *, cancelled: Cancelled, diensten: Diensten | None = None) -> Pdok:
    """PDOK with a folder for what comes in, to be closed by ``with``. cancelled: ends any waiting within a third of
    a second. diensten: other places than PDOK's own. Raises UserError adres_onveilig."""
    from boa_app.mapdata.pdok import Pdok

    return Pdok(folder, _lijn(), cancelled=cancelled, diensten=diensten)


def open_locatieserver(*, cancelled: Cancelled, diensten: Diensten | None = None) -> Locatieserver:
    """The Locatieserver, for single questions of somebody who waits. Raises UserError adres_onveilig."""
    from boa_app.mapdata.locatieserver import ANSWER_S, Locatieserver
    from boa_app.mapdata.ophalen import Ophaler
    from boa_app.mapdata.pdok_diensten import Diensten as Plaatsen
    from boa_app.mapdata.pdok_tempo import Tempo

    where = diensten or Plaatsen()
    ophaler = Ophaler(
        _lijn(), cancelled=cancelled, eigen=where.eigen, answer_s=ANSWER_S, tries=1, tempo=Tempo(pauze_s=0.05)
    )  # fmt: skip
    return Locatieserver(ophaler, where.locatie)


def _lijn() -> Lijn:
    from boa_app.sync.lijn import make_line

    return lambda host, cancelled: make_line(host, cancelled=cancelled)
