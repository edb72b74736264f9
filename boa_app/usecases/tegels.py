"""The tiles of the kaartpakket in use: opened on first use, kept as long as the session."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.errors import BoaError
from boa_app.mapdata.tegels import Tegelbron, open_tegels

if TYPE_CHECKING:
    from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Basiskaart:
    """The tiles below the map. soort: raster or vector; schema of vector tiles: openmaptiles, protomaps or onbekend.

    grens: west, south, east, north of the tiles that are there. tegel: z, x, y to the content, None where there is no
    tile; any thread. Raises UserError tegels_beschadigd when the file fails.
    """

    soort: str
    formaat: str
    schema: str
    minzoom: int
    maxzoom: int
    grens: tuple[float, float, float, float]
    mime: str
    tegel: Callable[[int, int, int], bytes | None] = field(compare=False)


class Tegellade:
    """Holds the one file of tiles in use. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._bron: Tegelbron | None = None
        self._problem: BoaError | None = None

    def open(self, path: Path | None) -> Tegelbron | None:
        """The tiles of this file, None when they cannot be used: `problem` then says why."""
        with self._lock:
            if path != self._path:
                self._close()
                self._path = path
                try:
                    self._bron = open_tegels(path) if path is not None else None
                except BoaError as problem:
                    self._problem = problem
            return self._bron

    @property
    def problem(self) -> BoaError | None:
        """Why the last file could not be opened."""
        return self._problem

    def close(self) -> None:
        """Let go of the file, so that it can be moved or removed. Idempotent."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        bron, self._bron, self._path, self._problem = self._bron, None, None, None
        if bron is not None:
            bron.close()


def tegelbron(session: Session) -> Tegelbron | None:
    """The tiles of the kaartpakket in use; None without, or when they cannot be used."""
    return session.tegels.open(session.kaart.basiskaart if session.kaart is not None else None)


def find_basiskaart(session: Session) -> Basiskaart | None:
    """What the map draws below everything, or None."""
    bron = tegelbron(session)
    if bron is None:
        return None
    return Basiskaart(
        bron.soort, bron.formaat, bron.schema, bron.minzoom, bron.maxzoom, bron.grens, bron.mime, bron.tile
    )


def join_attributie(session: Session) -> str:
    """The line that must stand on every map: of the kaartpakket, and of its tiles when those say something more."""
    bron = tegelbron(session)
    own = session.kaart.attributie if session.kaart is not None else ""
    more = bron.attributie if bron is not None else ""
    return " | ".join(part for part in (own, "" if more in own else more) if part)
