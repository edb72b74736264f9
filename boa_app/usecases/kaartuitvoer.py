"""Maps that leave the program: who may, what is logged before anything is written, and the writing itself.

    vraag ──> sta_uitvoer_toe (rights, reason, audit line) ──> [window or folium makes the bytes] ──> schrijf_uitvoer
                                                                                     └─ failed ──> log_mislukt

A smooth heat map gives back where single incidents were (analysis.md §0.7), so heat is treated like points.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.codelijsten import Codelijst
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Actor, Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.store import audit
from boa_app.store.session import Writer
from boa_app.texts.filterzin import FilterWoorden
from boa_app.usecases.buurten import buurtnamen
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session

# Layers that show where single meldingen were.
PRECIES = frozenset({"punten", "warmte"})
_REASON_ROOM = 500
_NO_SPACE = {errno.ENOSPC, errno.EFBIG} | ({errno.EDQUOT} if hasattr(errno, "EDQUOT") else set())


class Uitweg(StrEnum):
    """Where a map goes; as data: its squares."""

    PDF = "pdf"
    PNG = "png"
    HTML = "html"
    PRINTER = "printer"
    GEOJSON = "geojson"
    CSV = "csv"


class Inhoud(StrEnum):
    """What is on it. SCHERM: the layers as they are on the screen."""

    TEAM = "team"
    OPENBAAR = "openbaar"
    SCHERM = "scherm"


@dataclass(frozen=True, slots=True)
class Vraag:
    """What somebody wants to take out. lagen: what is switched on, only for SCHERM; aantal: meldingen or incidents on
    it; reden, ontvanger: obligatory where single meldingen can be seen."""

    uitweg: Uitweg
    inhoud: Inhoud
    wanted: Filter
    aantal: int
    lagen: frozenset[str] = frozenset()
    reden: str = ""
    ontvanger: str = ""

    @property
    def is_precies(self) -> bool:
        """Whether single meldingen can be seen on it."""
        return wijst_precies_aan(self.inhoud, self.lagen)


def wijst_precies_aan(inhoud: Inhoud, lagen: Collection[str]) -> bool:
    """Whether a map with these layers shows where single meldingen were."""
    return inhoud is Inhoud.SCHERM and not PRECIES.isdisjoint(lagen)


def mag_uitvoeren(actor: Actor, inhoud: Inhoud, lagen: Collection[str], now: datetime) -> bool:
    """Whether the table of rights lets this actor take such a map out."""
    entiteit, veldgroep = _subject(inhoud, lagen)
    handeling = Handeling.LEZEN if entiteit is Entiteit.JOP else Handeling.EXPORTEREN
    return may(actor, handeling, entiteit, veldgroep, Onderwerp(), now)


def sta_uitvoer_toe(session: Session, vraag: Vraag) -> None:
    """Ask the rights, then log what goes out: before anything is made, so that nothing leaves unseen.

    Raises UserError geen_recht, uitvoer_reden_nodig, uitvoer_ontvanger_nodig.
    """
    entiteit, veldgroep = _subject(vraag.inhoud, vraag.lagen)
    # A map without meldingen is what everybody may see.
    session.require(Handeling.LEZEN if entiteit is Entiteit.JOP else Handeling.EXPORTEREN, entiteit, veldgroep)
    if vraag.is_precies and not vraag.reden.strip():
        raise UserError("uitvoer_reden_nodig")
    if vraag.is_precies and not vraag.ontvanger.strip():
        raise UserError("uitvoer_ontvanger_nodig")
    _log(session, vraag, Resultaat.OK)


def log_mislukt(session: Session, vraag: Vraag) -> None:
    """What was announced did not leave after all: the log says so."""
    _log(session, vraag, Resultaat.FOUT)


def schrijf_uitvoer(path: Path, data: bytes, *, overschrijven: bool = False) -> Path:
    """Write the file whole or not at all, and give its path.

    Raises UserError uitvoer_bestaat(bestand), uitvoer_map_ontbreekt(map), uitvoer_niet_schrijfbaar(map),
    EnvironmentProblem uitvoer_schijf_vol(bestand), uitvoer_mislukt(bestand).
    """
    if path.exists() and not overschrijven:
        raise UserError("uitvoer_bestaat", bestand=path.name)
    if not path.parent.is_dir():
        raise UserError("uitvoer_map_ontbreekt", map=str(path.parent))
    part = path.with_name(f".{path.name}.{os.getpid()}.deel")
    try:
        _write_whole(part, data)
        part.replace(path)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        _drop(part)
    return path


def filter_woorden(
    session: Session, wanted: Filter, gebieden: Mapping[str, str] | None = None, language: str = "nl"
) -> FilterWoorden:
    """A filter with names for its codes and days for its weeks, which go stale on paper. gebieden: the names of areas
    by uid; one without a name keeps its place."""
    lijsten = session.lijsten
    van, tot = wanted.period(evening_date(session.now()))
    namen = buurtnamen(session.kaart)
    return FilterWoorden(
        weken=wanted.weken,
        van=van,
        tot=tot,
        soorten=_names(lijsten["soort"], language, wanted.soorten),
        buurten=sorted(namen.get(code, code) for code in wanted.buurten),
        dagdelen=tuple(wanted.dagdelen),
        ernst=sorted(wanted.ernst),
        gebieden=sorted((gebieden or {}).get(uid, "?") for uid in wanted.gebieden),
        aanleidingen=_names(lijsten["aanleiding"], language, wanted.aanleidingen),
        groepsgrootten=_names(lijsten["groepsgrootte"], language, wanted.groepsgrootten),
        met_vervallen=wanted.met_vervallen,
        zoekresultaat=wanted.nrs is not None,
    )


def _subject(inhoud: Inhoud, lagen: Collection[str]) -> tuple[Entiteit, Veldgroep]:
    if inhoud is not Inhoud.SCHERM:
        return Entiteit.RASTER, Veldgroep.AANTALLEN
    return (Entiteit.MELDING, Veldgroep.ALLES) if wijst_precies_aan(inhoud, lagen) else (Entiteit.JOP, Veldgroep.PUNT)


def _log(session: Session, vraag: Vraag, resultaat: Resultaat) -> None:
    entiteit, _ = _subject(vraag.inhoud, vraag.lagen)
    object_type = "kaart" if entiteit is Entiteit.JOP else str(entiteit)
    van, tot = vraag.wanted.period(evening_date(session.now()))
    told = f"({van or ''}..{tot or ''} aantal={vraag.aantal})"
    reden = f"{vraag.reden.strip()[:_REASON_ROOM]} {told}".strip()
    velden = ("lon", "lat", "soort") if vraag.is_precies else ("aantal",) if entiteit is Entiteit.RASTER else ()

    def work(writer: Writer) -> None:
        audit.append_line(
            writer, Actie.PRINT if vraag.uitweg is Uitweg.PRINTER else Actie.EXPORT, object_type, velden=velden,
            reden_code=f"{vraag.inhoud}_{vraag.uitweg}", reden_tekst=reden,
            ontvanger=vraag.ontvanger.strip(), resultaat=resultaat,
        )  # fmt: skip

    session.write(work)


def _names(lijst: Codelijst, language: str, codes: Collection[str]) -> tuple[str, ...]:
    return tuple(lijst.kort(code.code, language) for code in lijst.codes if code.code in codes)


def _write_whole(part: Path, data: bytes) -> None:
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # It could not be made either, or the disk has gone: the error that matters is already on its way.


def _problem(error: OSError, path: Path) -> UserError | EnvironmentProblem:
    if error.errno in _NO_SPACE:
        return EnvironmentProblem("uitvoer_schijf_vol", bestand=path.name)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return UserError("uitvoer_niet_schrijfbaar", map=str(path.parent))
    return EnvironmentProblem("uitvoer_mislukt", bestand=path.name)
