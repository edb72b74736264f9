"""Street-level crime files of data.police.uk (domain §9.2): month only, points snapped to anonymous map points.

The fast way in: one pass of the csv module, no data frame; what is the same for many rows is made once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from math import isfinite
from types import MappingProxyType
from typing import TextIO

from boa_app.domain.errors import UserError
from boa_app.domain.melding import EARLIEST, FUTURE_TOLERANCE, MAX_PLAATS, Melding, PlaatsBron
from boa_app.exchange.bron import Bronbestand, open_source
from boa_app.exchange.csvrijen import TeVeelKapot, read_rows
from boa_app.exchange.datums import month_window
from boa_app.exchange.rijen import BATCH, WITHHELD, Lezing, Reden, Rij, Sleutels, Teksten, Woorden, kept_word

PROFIEL = "police-uk"
# The kind that is nuisance; all others are crimes.
OVERLAST = "Anti-social behaviour"
REQUIRED = ("Month", "Longitude", "Latitude", "Location", "Crime type")
# The outcome of a case changes from download to download; what happened where does not.
IDENTITY = ("Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "Crime type")
ID_COLUMN = "Crime ID"
MAX_TEMPLATES = 2000
NO_CODES: Mapping[str, str] = MappingProxyType({})


def is_police_uk(header: list[str]) -> bool:
    """Whether a header is that of a street file."""
    return {"Month", "Crime type", "Longitude", "Latitude"} <= set(header)


def header_of(source: Bronbestand) -> tuple[str, ...]:
    """The names of the columns of a street file."""
    with open_source(source) as (text, _):
        rows = read_rows(text, ",", lambda rij: None)
        return tuple(name.strip() for name in next(rows, (1, []))[1])


def read_police_uk(
    text: TextIO, lezing: Lezing, soort: str | None, now: datetime, soorten: Mapping[str, str] = NO_CODES, *,
    alleen_overlast: bool = False,
) -> Iterator[list[Rij]]:  # fmt: skip
    """Usable rows in batches, counting into lezing. soort: only rows of this Crime type, the others are skipped.

    soorten: Crime type -> our code, "" for leaving out. alleen_overlast: leave out every other kind than OVERLAST that
    has no code. Raises UserError kolom_ontbreekt(bestand, kolom), tabel_onleesbaar(bestand, rij).
    """
    rows = read_rows(text, ",", lezing.reject_broken)
    try:
        column = _columns(next(rows, (1, []))[1], lezing.bestand)
        codes = {label.casefold(): code for label, code in soorten.items()}
        reader = _Reader(column, lezing, now, codes)
        wanted = None if soort is None else soort.strip().casefold()
        left_out = {label for label, code in codes.items() if not code}
        taken = {OVERLAST.casefold(), *codes} - left_out if alleen_overlast else None
        words, kijker, choosing = reader.words, lezing.kijker, wanted is not None or bool(left_out) or alleen_overlast
        kind_at, needed, batch = column["Crime type"], max(column[name] for name in REQUIRED), []
        for rij, cells in rows:
            if not any(cells):
                continue
            lezing.gelezen += 1
            if kijker is not None:
                kijker.see(rij, tuple(cells), words.of(cells[kind_at]) if len(cells) > kind_at else "")
            if len(cells) <= needed:
                lezing.reject(rij, "", Reden.RIJ_ONVOLLEDIG)
            elif choosing and _is_left_out(words.of(cells[kind_at]).casefold(), wanted, left_out, taken):
                lezing.skip(rij)
            elif (found := reader.read(rij, cells)) is not None:
                batch.append(found)
                if len(batch) == BATCH:
                    yield batch
                    batch = []
    except TeVeelKapot as error:
        raise UserError("tabel_onleesbaar", bestand=lezing.bestand, rij=error.rij) from error
    if batch:
        yield batch


def _is_left_out(label: str, wanted: str | None, left_out: Collection[str], taken: Collection[str] | None) -> bool:
    """wanted: the only label. left_out: those that are not read in. taken: the only ones that are, all when None."""
    return label in left_out or (wanted is not None and label != wanted) or (taken is not None and label not in taken)


def _columns(header: list[str], bestand: str) -> dict[str, int]:
    column = {name.strip(): place for place, name in enumerate(header)}
    for name in REQUIRED:
        if name not in column:
            raise UserError("kolom_ontbreekt", bestand=bestand, kolom=name)
    return column


class _Reader:
    """Reads one row at a time with the checks of check_melding, which the tests hold it to."""

    def __init__(self, column: dict[str, int], lezing: Lezing, now: datetime, codes: Mapping[str, str]) -> None:
        self.month, self.lon, self.lat = column["Month"], column["Longitude"], column["Latitude"]
        self.place, self.kind = column["Location"], column["Crime type"]
        self.id = column.get(ID_COLUMN, -1)
        self.identity = [column[name] for name in IDENTITY if name in column]
        self.lezing, self.now, self.keys = lezing, now, Sleutels()
        self.texts, self.codes, self.words = Teksten(MAX_PLAATS), codes, Woorden(lezing.plaatsen)
        self.templates: dict[str, Melding] = {}
        self.window = lru_cache(maxsize=None)(self._window)

    def read(self, rij: int, cells: list[str]) -> Rij | None:
        window = self.window(cells[self.month])
        if isinstance(window, Reden):
            self.lezing.reject(rij, "Month", window)
            return None
        lon_text, lat_text = cells[self.lon], cells[self.lat]
        if not lon_text or not lat_text:
            self.lezing.reject(rij, "Latitude" if lon_text else "Longitude", Reden.POSITIE_ONTBREEKT)
            return None
        try:
            lon, lat = float(lon_text), float(lat_text)
        except ValueError:
            lon = lat = float("nan")
        if not (isfinite(lon) and isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
            self.lezing.reject(rij, "Longitude", Reden.POSITIE_ONGELDIG)
            return None
        if lon == 0 and lat == 0:
            self.lezing.reject(rij, "Longitude", Reden.POSITIE_NUL)
            return None
        plaats, label = self.texts.clean(cells[self.place]), self.words.of(cells[self.kind])
        self.lezing.geweerd += self.words.withheld and label == WITHHELD
        template = self.templates.get(label) or self._template(label)
        own = (window[0], window[1], lon, lat, plaats)
        return Rij(template, self.keys.key_of(self._identity(cells)), own, rij)

    def _template(self, label: str) -> Melding:
        if len(self.templates) > MAX_TEMPLATES:
            self.templates.clear()
        made = self.templates[label] = Melding(
            gebeurd_van=EARLIEST,
            lon=0,
            lat=0,
            soort=self.codes.get(label.casefold()) or "ANDERS",
            plaats_bron=PlaatsBron.IMPORT,
            aanleiding="MELD-POL",
            herkomst="DOC",
            bron=PROFIEL,
            bron_categorie=kept_word(label, MAX_PLAATS),
        )
        return made

    def _identity(self, cells: list[str]) -> str:
        own = cells[self.id] if 0 <= self.id < len(cells) else ""
        return own or "\x1f".join([cells[place] for place in self.identity if place < len(cells)])

    def _window(self, month: str) -> tuple[datetime, datetime] | Reden:
        if not month.strip():
            return Reden.DATUM_ONTBREEKT
        try:
            start, end = month_window(month.strip())
        except ValueError:
            return Reden.DATUM_ONGELDIG
        if start > self.now + FUTURE_TOLERANCE:
            return Reden.DATUM_IN_TOEKOMST
        if start < EARLIEST:
            return Reden.DATUM_TE_OUD
        return start, min(end, self.now.astimezone(UTC))
