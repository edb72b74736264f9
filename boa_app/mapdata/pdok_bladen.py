"""Fetching a collection page by page into one file, a feature a line, that can be cut anywhere and goes on there.

    ask the first page ──same edition as the file──► go on at the queue ──empty──► ask the first page once more
            └──another edition, another question, no file──► begin anew            └──changed meanwhile──► begin anew

Two editions never mix: an edition is known by its ETag or Last-Modified and by what its first page holds. Without a
stamp of the service what is here counts for a day.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_antwoord import Antwoord, lees_json
from boa_app.mapdata.pdok_diensten import PAGE, WFS_END, met_params, param, wfs_vraag
from boa_app.mapdata.pdok_schema import Collectie, gewijzigd, lees_features
from boa_app.mapdata.pdok_stand import Stand, lees_stand, schrijf_stand, voeg_toe

Meld = Callable[[int, int], None]
Volgende = Callable[[str, Mapping[str, Any], int], list[str]]
MOST_PAGES = 4000
MOST_BYTES = 4 * 1024**3
_UNSTAMPED_S = 86_400


class Reeks(NamedTuple):
    """What is to be fetched: the first requests, and which ones follow from a page (its request, body and count).

    houd: which features are kept; a service may ignore a filter. aantal: how many are expected, 0 when unknown.
    """

    soort: Collectie
    vragen: Sequence[str]
    volgende: Volgende
    houd: Callable[[Mapping[str, Any]], bool] = lambda _: True
    aantal: int = 0


class _Blad(NamedTuple):
    antwoord: Antwoord
    body: dict[str, Any]
    features: list[dict[str, Any]]


class _Bijgewerkt(Exception):
    """The service brought out another edition while this one was being fetched."""


def haal_reeks(ophaler: Ophaler, folder: Path, naam: str, reeks: Reeks, meld: Meld) -> Path | None:
    """The file with all features, one GeoJSON feature a line; None when the service does not know the collection.

    naam: of the files in folder. Raises as Ophaler.haal, EnvironmentProblem pdok_gewijzigd(onderdeel, veld),
    pdok_bijgewerkt, pdok_schijf.
    """
    loop = _Loop(ophaler, folder, naam, reeks, meld)
    for _ in range(2):
        try:
            return loop.haal()
        except _Bijgewerkt:
            loop.vergeet()
    raise EnvironmentProblem("pdok_bijgewerkt", onderdeel=reeks.soort.naam)


def volgende_ogc(_url: str, body: Mapping[str, Any], _count: int) -> list[str]:
    """The link to the next page of an OGC API."""
    links = body.get("links", [])
    found = [link for link in links if isinstance(link, dict) and link.get("rel") == "next"]
    return [str(found[0].get("href", ""))] if found else []


def volgende_wfs(soort: str) -> Volgende:
    """The next page of a WFS, four quarters of its box where paging ends.

    A page shorter than asked need not be the last one (a server has a limit of its own): it goes on until a page is
    empty, or until the number of hits in the answer is reached.
    """

    def volgende(url: str, body: Mapping[str, Any], count: int) -> list[str]:
        start = int(param(url, "startIndex")) + count
        matched = body.get("numberMatched", body.get("totalFeatures"))
        if not count or (isinstance(matched, int) and start >= matched):
            return []
        if start + PAGE <= WFS_END:
            return [met_params(url, startIndex=start)]
        west, south, east, north = (float(value) for value in param(url, "bbox").split(",")[:4])
        mid_x, mid_y = round((west + east) / 2), round((south + north) / 2)
        base = url.split("?", 1)[0]
        quarters = (
            (west, south, mid_x, mid_y), (mid_x, south, east, mid_y), (west, mid_y, mid_x, north),
            (mid_x, mid_y, east, north),
        )  # fmt: skip
        return [wfs_vraag(base, soort, quarter) for quarter in quarters]

    return volgende


class _Loop:
    def __init__(self, ophaler: Ophaler, folder: Path, naam: str, reeks: Reeks, meld: Meld) -> None:
        self._ophaler, self._reeks, self._meld = ophaler, reeks, meld
        self._data, self._stand_path = folder / f"{naam}.ndjson", folder / f"{naam}.stand.json"
        self._sleutel = hashlib.sha256("\n".join(reeks.vragen).encode()).hexdigest()
        self._naam = reeks.soort.naam
        self._previous: list[dict[str, Any]] = []

    def haal(self) -> Path | None:
        stand = self._stand()
        if stand is None:
            return None
        self._vertel(stand)
        before = stand.bladen
        while stand.wachtrij:
            self._een_blad(stand)
            self._vertel(stand)
        if stand.bladen > before and self._eerste(stand) is not None:
            raise _Bijgewerkt
        if not stand.klaar:
            stand.klaar = True
            schrijf_stand(self._stand_path, stand)
        return self._data

    def vergeet(self) -> None:
        self._previous = []
        self._stand_path.unlink(missing_ok=True)

    def _nu(self) -> int:
        return int(self._ophaler.tempo.klok())

    def _vertel(self, stand: Stand) -> None:
        self._meld(stand.aantal, max(stand.aantal, self._reeks.aantal) if self._reeks.aantal else 0)

    def _stand(self) -> Stand | None:
        """How far it is, of the edition that is there now."""
        known = lees_stand(self._stand_path, self._sleutel)
        if known is not None and self._counts(known):
            first = self._eerste(known)
            if first is None:
                return known
        else:
            first = self._eerste(Stand(self._sleutel))
        assert first is not None  # noqa: S101 - an empty state is never the same edition
        if first.antwoord.status == 404:
            return None
        stand = Stand(
            self._sleutel, first.antwoord.etag, first.antwoord.gewijzigd, _vinger(first), list(self._reeks.vragen),
            sinds=self._nu(),
        )  # fmt: skip
        self._neem(stand, first)
        return stand

    def _counts(self, stand: Stand) -> bool:
        """Whether this is worth going on with, and the disk has what it says, down to the last line feed."""
        if not (stand.etag or stand.gewijzigd) and abs(self._nu() - stand.sinds) > _UNSTAMPED_S:
            return False
        try:
            with self._data.open("rb") as file:
                if stand.bytes:
                    file.seek(stand.bytes - 1)
                return not stand.bytes or file.read(1) == b"\n"
        except OSError:
            return False

    def _eerste(self, known: Stand) -> _Blad | None:
        """The first page, None when it is still of the same edition."""
        url = self._reeks.vragen[0]
        blad = self._vraag(url, known.etag, known.gewijzigd)
        if blad.antwoord.status == 304:
            if known.vinger:
                return None
            raise EnvironmentProblem("pdok_onleesbaar", onderdeel=self._naam)
        if blad.antwoord.status == 404 or known.vinger != _vinger(blad):
            return blad
        stamp = _stempel(blad.antwoord.etag, blad.antwoord.gewijzigd)
        if _stempel(known.etag, known.gewijzigd) == stamp:
            return None
        # The same page under another stamp: another edition, or a service that stamps every answer anew.
        again = self._vraag(url)
        if _stempel(again.antwoord.etag, again.antwoord.gewijzigd) == stamp:
            return blad
        known.etag = known.gewijzigd = ""
        return None

    def _een_blad(self, stand: Stand) -> None:
        try:
            blad = self._vraag(stand.wachtrij[0])
        except EnvironmentProblem as problem:
            if problem.code == "pdok_fout" and problem.fields["status"] == 400:
                # A link of an earlier visit that the service no longer knows.
                raise _Bijgewerkt from problem
            raise
        if blad.antwoord.status != 200:
            raise _Bijgewerkt
        self._neem(stand, blad)

    def _vraag(self, url: str, etag: str = "", gewijzigd_op: str = "") -> _Blad:
        antwoord, body = self._ophaler.haal(url, self._naam, lees_json, etag=etag, gewijzigd=gewijzigd_op)
        features = lees_features(body, self._reeks.soort) if antwoord.status == 200 else []
        return _Blad(antwoord, body, features)

    def _neem(self, stand: Stand, blad: _Blad) -> None:
        """Take a page over: data on disk first, then the state."""
        url = stand.wachtrij[0]
        follow = self._reeks.volgende(url, blad.body, len(blad.features))
        if url in follow or (blad.features and blad.features == self._previous):
            # A service that does not heed what is asked would hand out pages for ever.
            raise gewijzigd(self._reeks.soort, "next")
        self._previous = blad.features
        kept = [feature for feature in blad.features if self._reeks.houd(feature["properties"])]
        lines = "".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + "\n" for feature in kept)
        if stand.bladen >= MOST_PAGES or stand.bytes + len(lines) > MOST_BYTES:
            raise EnvironmentProblem("pdok_te_groot", onderdeel=self._naam)
        stand.bytes = voeg_toe(self._data, stand.bytes, lines.encode())
        stand.aantal, stand.bladen = stand.aantal + len(kept), stand.bladen + 1
        stand.wachtrij[:1] = follow
        schrijf_stand(self._stand_path, stand)


def _vinger(blad: _Blad) -> str:
    """What stands for an edition when the service says nothing of it; time stamps and links change by themselves."""
    whole = json.dumps([blad.features, blad.body.get("numberMatched")], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def _stempel(etag: str, gewijzigd_op: str) -> str:
    """What tells editions apart; an ETag without what a packing server adds to it."""
    return etag.removeprefix("W/").strip('"').removesuffix("-gzip") or gewijzigd_op
