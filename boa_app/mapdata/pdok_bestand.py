"""One big file, such as the GeoPackage of CBS with all borders: straight to disk, and on from the last byte.

The rest is only asked of the same edition (If-Range); of another one the whole comes anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.ophalen import Begin, Ophaler
from boa_app.mapdata.pdok_antwoord import Antwoord
from boa_app.mapdata.pdok_bladen import Meld
from boa_app.mapdata.pdok_stand import Stand, lees_stand, schijffout, schrijf_stand

FILE_BYTES = 2 * 1024**3
_SQLITE = b"SQLite format 3\0"


def haal_bestand(ophaler: Ophaler, url: str, target: Path, onderdeel: str, meld: Meld) -> Path | None:
    """The file, None when the service has none. Raises as Ophaler.haal, EnvironmentProblem pdok_schijf; and
    pdok_onleesbaar for what is no GeoPackage."""
    return _Bestand(url, target, onderdeel, meld).haal(ophaler)


class _Bestand:
    def __init__(self, url: str, target: Path, onderdeel: str, meld: Meld) -> None:
        self._url, self._target, self._onderdeel, self._meld = url, target, onderdeel, meld
        self._part = target.with_suffix(".deel")
        self._stand_path = target.with_suffix(".stand.json")
        self._sleutel = hashlib.sha256(url.encode()).hexdigest()
        self._is_absent = False

    def haal(self, ophaler: Ophaler) -> Path | None:
        came = ophaler.stroom(self._url, self._onderdeel, self._ontvang, limit=FILE_BYTES, van=self._van)
        if self._is_absent:
            return None
        if came:
            self._sluit_af()
        return self._target

    def _van(self) -> Begin:
        stand = lees_stand(self._stand_path, self._sleutel)
        if stand is None or not stand.etag:
            return Begin(0, "", False)
        if stand.klaar:
            return Begin(0, stand.etag, _size(self._target) == stand.bytes)
        return Begin(_size(self._part), stand.etag, False)

    def _ontvang(self, begin: int, antwoord: Antwoord, stukken: Iterator[bytes]) -> None:
        if antwoord.status == 404:
            self._is_absent = True
            return
        known = lees_stand(self._stand_path, self._sleutel)
        if begin and (known is None or begin != _size(self._part) or antwoord.etag not in ("", known.etag)):
            self._stand_path.unlink(missing_ok=True)
            raise EnvironmentProblem("pdok_bijgewerkt", onderdeel=self._onderdeel)
        if not begin:
            # If-Range takes a strong tag only; without one the file comes in one go or anew.
            etag = "" if antwoord.etag.startswith("W/") else antwoord.etag
            schrijf_stand(self._stand_path, Stand(self._sleutel, etag=etag, gewijzigd=antwoord.gewijzigd))
            try:
                self._part.unlink(missing_ok=True)
            except OSError as error:
                raise schijffout(error) from error
        total = begin + antwoord.lengte if antwoord.lengte else 0
        for piece in stukken:
            begin = self._schrijf(begin, piece)
            self._meld(begin, total)

    def _schrijf(self, at: int, piece: bytes) -> int:
        if at == 0 and not piece.startswith(_SQLITE[: len(piece)]):
            raise EnvironmentProblem("pdok_onleesbaar", onderdeel=self._onderdeel)
        try:
            with self._part.open("ab" if at else "wb") as file:
                file.write(piece)
        except OSError as error:
            raise schijffout(error) from error
        return at + len(piece)

    def _sluit_af(self) -> None:
        size = _size(self._part)
        if size < len(_SQLITE):
            raise EnvironmentProblem("pdok_onleesbaar", onderdeel=self._onderdeel)
        try:
            with self._part.open("rb+") as file:
                if file.read(len(_SQLITE)) != _SQLITE:
                    raise EnvironmentProblem("pdok_onleesbaar", onderdeel=self._onderdeel)
                os.fsync(file.fileno())
            self._part.replace(self._target)
        except OSError as error:
            raise schijffout(error) from error
        stand = lees_stand(self._stand_path, self._sleutel) or Stand(self._sleutel)
        stand.klaar, stand.bytes = True, size
        schrijf_stand(self._stand_path, stand)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
