"""The zip of Signalen: eleven CSV files, of which four are read (domain §9.3, §10).

signals ─ location_id ─► locations · category_assignment_id ─► categories · status_id ─► statuses

The texts, notes, reporters and handlers in it are never opened or kept. The column ``lat`` of locations holds the
longitude and ``lng`` the latitude; whether that is so here too is told by the values.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from boa_app.analysis.crs import to_wgs84
from boa_app.domain.errors import UserError
from boa_app.domain.melding import EARLIEST, FUTURE_TOLERANCE, MAX_PLAATS, Melding, PlaatsBron
from boa_app.exchange.csvrijen import TeVeelKapot, read_rows
from boa_app.exchange.datums import Volgorde, read_window
from boa_app.exchange.getallen import Stelsel, read_number, read_pair, within_netherlands
from boa_app.exchange.rijen import (
    BATCH,
    WITHHELD,
    Lezing,
    OnbruikbareRij,
    Reden,
    Rij,
    Teksten,
    Woorden,
    kept_word,
    key_with_id,
)

PROFIEL = "signalen"
HOOFDCATEGORIE = "overlast-van-en-door-personen-of-groepen"
# The suggestions of domain §10; "" is left out, as is everything outside the main category that is not here.
SOORTEN: Mapping[str, str] = {
    "jongerenoverlast": "ANDERS",
    "overige-overlast-door-personen": "ANDERS",
    "drank-en-drugsoverlast": "ALC",
    "overlast-door-afsteken-vuurwerk": "VUUR",
    "vuurwerkoverlast": "VUUR",
    "wildplassen-poepen-overgeven": "WILD",
    "geluidsoverlast-door-personen": "GEL-STEM",
    "personen-op-het-water": "WATER",
    "daklozen-bedelen": "",
    "overlast-van-taxis-bussen-en-fietstaxis": "",
    "loslopende-agressieve-honden": "",
}
GROEPSGROOTTE = {"1-3": "G2", "4-6": "G3", "7_of_meer": "G3", "onbekend": "GX"}
# A split signal lives on in its children, a cancelled one did not happen.
_NO_MELDING = frozenset({"s", "a"})
_MELDING_TYPES = frozenset({"", "SIG"})
# What is never read in, by the names of the columns of signals.
PERSONS = frozenset({"reporter_id", "image", "upload"})
TEXTS = frozenset({"text", "text_extra", "extra_properties"})
HIDDEN = PERSONS | TEXTS
REQUIRED = {
    "signals": ("id", "incident_date_start", "location_id", "category_assignment_id"),
    "locations": ("id", "lat", "lng"),
    "categories": ("id", "sub_slug"),
}


@dataclass(frozen=True, slots=True)
class _Plek:
    """A row of locations: the two numbers as they stand and the street without its number."""

    lat: str
    lng: str
    straat: str


@dataclass(frozen=True, slots=True)
class Export:
    """What the signals refer to. header: of signals. swapped: lat holds the longitude, as it does by itself."""

    plekken: Mapping[str, _Plek]
    categorieen: Mapping[str, tuple[str, str]]
    statussen: Mapping[str, str]
    header: tuple[str, ...]
    swapped: bool


def load_export(path: Path, naam: str) -> Export:
    """Everything but the signals themselves. Raises UserError signalen_onvolledig(bestand, onderdeel),
    bestand_onleesbaar(bestand), tabel_onleesbaar(bestand, rij)."""
    # What is packed in a way nobody here knows, or behind a password.
    with _readable(naam, OSError, NotImplementedError, RuntimeError), zipfile.ZipFile(path) as archive:
        plekken = {
            row["id"]: _Plek(row["lat"].strip(), row["lng"].strip(), _street(row.get("address", "")))
            for row in _records(archive, "locations", naam)
        }
        words = Woorden(frozenset(), SOORTEN)
        categorieen = {
            row["id"]: (words.of(row["sub_slug"]), row.get("main_slug", "").strip())
            for row in _records(archive, "categories", naam)
        }
        statussen = {row["id"]: row.get("state", "").strip() for row in _records(archive, "statuses", naam)}
        with _rows(archive, "signals", naam, _ignore) as rows:
            header = tuple(cell.strip() for cell in next(rows, (1, []))[1])
    _check_columns("signals", header, naam)
    return Export(plekken, categorieen, statussen, header, _is_swapped(plekken.values()))


@contextmanager
def open_signals(path: Path, naam: str, broken: Callable[[int], None]) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """Number and cells of the rows of signals, header included. Raises UserError tabel_onleesbaar(bestand, rij)."""
    with _readable(naam), zipfile.ZipFile(path) as archive, _rows(archive, "signals", naam, broken) as rows:
        yield rows


_DAMAGED: tuple[type[Exception], ...] = (zipfile.BadZipFile, EOFError, zlib.error)


@contextmanager
def _readable(naam: str, *more: type[Exception]) -> Iterator[None]:
    """more: only where nobody else's work runs inside."""
    try:
        yield
    except TeVeelKapot as error:
        raise UserError("tabel_onleesbaar", bestand=naam, rij=error.rij) from error
    except _DAMAGED + more as error:
        raise UserError("bestand_onleesbaar", bestand=naam) from error


def soort_of(slug: str, main: str, told: Mapping[str, str]) -> str:
    """Our code for a category, "" when it is left out."""
    if slug in told:
        return told[slug]
    return SOORTEN.get(slug, "ANDERS" if main == HOOFDCATEGORIE else "")


def read_signalen(
    rows: Iterator[tuple[int, list[str]]], export: Export, lezing: Lezing, soort: str | None, now: datetime,
    soorten: Mapping[str, str],
) -> Iterator[list[Rij]]:  # fmt: skip
    """Usable rows in batches, counting into lezing. rows: as open_signals gives them. soorten: slug -> told code."""
    reader = _Reader(export, lezing, now, soorten)
    wanted = None if soort is None else soort.strip().casefold()
    batch: list[Rij] = []
    for rij, cells in rows:
        if rij == 1 or not any(map(str.strip, cells)):
            continue
        lezing.gelezen += 1
        row = dict(zip(export.header, cells, strict=False))
        slug, main = export.categorieen.get(row.get("category_assignment_id", "").strip(), ("", ""))
        if lezing.kijker is not None:
            lezing.kijker.see(rij, reader.shown(cells), slug)
        if not reader.is_wanted(row, slug, main) or (wanted is not None and slug.casefold() != wanted):
            lezing.skip(rij)
            continue
        try:
            batch.append(reader.read(rij, row, slug, main))
            lezing.geweerd += slug == WITHHELD
        except OnbruikbareRij as problem:
            lezing.reject(rij, problem.kolom, problem.reden)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Reader:
    """Reads one signal at a time."""

    def __init__(self, export: Export, lezing: Lezing, now: datetime, soorten: Mapping[str, str]) -> None:
        self.export, self.lezing, self.now, self.told = export, lezing, now, soorten
        self.texts = Teksten(MAX_PLAATS)
        self.template = lru_cache(maxsize=2000)(self._template)
        self.hidden = frozenset(at for at, name in enumerate(export.header) if name in HIDDEN)

    def shown(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row for a preview, without what is never read in."""
        return tuple("" if at in self.hidden else cell for at, cell in enumerate(cells))

    def is_wanted(self, row: Mapping[str, str], slug: str, main: str) -> bool:
        """Whether it is a melding of a kind that is read in."""
        state = self.export.statussen.get(row.get("status_id", "").strip(), "")
        kind = row.get("type", "").strip()
        return state not in _NO_MELDING and kind in _MELDING_TYPES and bool(soort_of(slug, main, self.told))

    def read(self, rij: int, row: Mapping[str, str], slug: str, main: str) -> Rij:
        """The row as a melding. Raises OnbruikbareRij."""
        van, tot = self._window(row)
        plek = self.export.plekken.get(row["location_id"].strip())
        lon, lat = self._position(plek)
        uuid = (row.get("signal_uuid", "") or row.get("uuid", "") or row["id"]).strip()
        template = self.template(slug, main, _group_size(row.get("extra_properties", "")))
        plaats = self.texts.clean(plek.straat if plek else "")
        return Rij(template, key_with_id(f"{PROFIEL}\x1f{uuid}"), (van, tot, lon, lat, plaats), rij)

    def _window(self, row: Mapping[str, str]) -> tuple[datetime, datetime | None]:
        text = row["incident_date_start"].strip()
        if not text:
            raise OnbruikbareRij("incident_date_start", Reden.DATUM_ONTBREEKT)
        van, tot = _read(text, "incident_date_start")
        if van > self.now + FUTURE_TOLERANCE:
            raise OnbruikbareRij("incident_date_start", Reden.DATUM_IN_TOEKOMST)
        if van < EARLIEST:
            raise OnbruikbareRij("incident_date_start", Reden.DATUM_TE_OUD)
        if end := row.get("incident_date_end", "").strip():
            ended = _read(end, "incident_date_end")
            tot = ended[1] or ended[0]
            if tot < van:
                raise OnbruikbareRij("incident_date_end", Reden.VENSTER_OMGEKEERD)
        if tot is None:
            return van, None
        tot = min(tot, max(van, self.now))
        return van, None if tot == van else tot

    def _position(self, plek: _Plek | None) -> tuple[float, float]:
        if plek is None or not plek.lat or not plek.lng:
            raise OnbruikbareRij("location_id", Reden.POSITIE_ONTBREEKT)
        try:
            a, b = read_number(plek.lat), read_number(plek.lng)
        except ValueError as error:
            raise OnbruikbareRij("location_id", Reden.POSITIE_ONGELDIG) from error
        if a == 0 or b == 0:
            raise OnbruikbareRij("location_id", Reden.POSITIE_NUL)
        found = read_pair(a, b, swapped=not self.export.swapped)
        if found is None:
            raise OnbruikbareRij("location_id", Reden.POSITIE_ONGELDIG)
        if found[0] is Stelsel.RD:
            lon, lat = to_wgs84([found[1]], [found[2]])
            return round(float(lon[0]), 7), round(float(lat[0]), 7)
        return round(found[1], 7), round(found[2], 7)

    def _template(self, slug: str, main: str, groepsgrootte: str) -> Melding:
        return Melding(
            gebeurd_van=EARLIEST,
            lon=0,
            lat=0,
            soort=soort_of(slug, main, self.told),
            plaats_bron=PlaatsBron.IMPORT,
            groepsgrootte=groepsgrootte,
            aanleiding="MELD-INW",
            herkomst="DOC",
            bron=PROFIEL,
            bron_categorie=kept_word(slug, MAX_PLAATS),
        )


def _read(text: str, kolom: str) -> tuple[datetime, datetime | None]:
    try:
        return read_window(text, Volgorde.DAG_EERST)
    except (ValueError, OverflowError) as error:
        raise OnbruikbareRij(kolom, Reden.DATUM_ONGELDIG) from error


def _group_size(extra: str) -> str:
    """The group size from the one answer about numbers; the other answers are not looked at."""
    if "extra_personen_overig" not in extra:
        return ""
    try:
        answers = json.loads(extra)
    except ValueError:
        return ""
    for one in answers if isinstance(answers, list) else []:
        if isinstance(one, dict) and one.get("id") == "extra_personen_overig":
            answer = one.get("answer")
            given = answer.get("id") if isinstance(answer, dict) else answer
            return GROEPSGROOTTE.get(str(given), "")
    return ""


def _street(address: str) -> str:
    """The street of an address; never its number (domain §1.8)."""
    try:
        found = json.loads(address) if address.strip().startswith("{") else None
    except ValueError:
        return ""
    return str(found.get("openbare_ruimte") or "") if isinstance(found, dict) else ""


def _is_swapped(plekken: Iterable[_Plek]) -> bool:
    straight = swapped = 0
    for plek in plekken:
        try:
            a, b = read_number(plek.lat), read_number(plek.lng)
        except ValueError:
            continue
        swapped += within_netherlands(a, b)
        straight += within_netherlands(b, a)
    return swapped >= straight


def _records(archive: zipfile.ZipFile, part: str, naam: str) -> Iterator[dict[str, str]]:
    if _find(archive, part) is None and part not in REQUIRED:
        return
    with _rows(archive, part, naam, _ignore) as rows:
        header = [cell.strip() for cell in next(rows, (1, []))[1]]
        _check_columns(part, header, naam)
        for _, cells in rows:
            if len(cells) >= len(header):
                yield dict(zip(header, cells, strict=False))


def _check_columns(part: str, header: Sequence[str], naam: str) -> None:
    for column in REQUIRED.get(part, ()):
        if column not in header:
            raise UserError("signalen_onvolledig", bestand=naam, onderdeel=f"{part}.csv: {column}")


def _find(archive: zipfile.ZipFile, part: str) -> str | None:
    return next((name for name in archive.namelist() if name.rsplit("/", 1)[-1].lower() == f"{part}.csv"), None)


@contextmanager
def _rows(
    archive: zipfile.ZipFile, part: str, naam: str, broken: Callable[[int], None]
) -> Iterator[Iterator[tuple[int, list[str]]]]:  # fmt: skip
    found = _find(archive, part)
    if found is None:
        raise UserError("signalen_onvolledig", bestand=naam, onderdeel=f"{part}.csv")
    with archive.open(found) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
        first = text.readline()
        delimiter = max((",", ";", "\t"), key=first.count)
        yield read_rows(_with_first(first, text), delimiter, broken)


def _with_first(first: str, rest: io.TextIOWrapper) -> Iterator[str]:
    yield first
    yield from rest


def _ignore(rij: int) -> None:
    """A broken row beside the signals leaves a signal without place or kind, which is told there."""
