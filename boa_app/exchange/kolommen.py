"""Which column of a table is what: guessed from its name, or told by a file.

A telling file (``--kolommen F.toml``)::

    [kolommen]          field = "name in the header"
    datum = "Pleegdatum"
    lon = "X"
    lat = "Y"
    soort = "Categorie"
    [soorten]           the source's own label = our code
    "Geluid jongeren" = "GEL-STEM"
    [instellingen]      all optional
    scheidingsteken = ";"
    codering = "cp1252"
    volgorde = "dag_eerst"   # or maand_eerst
    kopregel = 4
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.exchange.datums import Volgorde

# Per field the names it goes by, best first; compared without case, accents and punctuation.
NAMES: dict[str, tuple[str, ...]] = {
    "datum": (
        "gebeurd_van", "begindatum", "datum begin", "pleegdatum", "pleegdatum begin", "incident_date_start",
        "datumtijd", "datum tijd", "datum", "meldingsdatum", "datum melding", "date", "datetime", "date time",
        "timestamp", "tijdstempel", "begin", "start", "month", "maand", "created_at",
    ),
    "tijd": ("begintijd", "tijd", "tijdstip", "time", "aanvangstijd", "tijd begin"),
    "einddatum": (
        "gebeurd_tot", "einddatum", "datum eind", "datum einde", "pleegdatum eind", "incident_date_end", "eind",
        "einde", "end", "end date",
    ),
    "eindtijd": ("eindtijd", "tijd eind", "tijd einde", "end time"),
    "lon": (
        "lon", "lng", "long", "longitude", "lengtegraad", "lengte", "wgs84 lon", "x", "x rd", "rd x", "x coordinaat",
        "xcoordinaat", "xcoord",
    ),
    "lat": (
        "lat", "latitude", "breedtegraad", "breedte", "wgs84 lat", "y", "y rd", "rd y", "y coordinaat", "ycoordinaat",
        "ycoord",
    ),
    "soort": (
        "soort", "soort melding", "soort overlast", "subcategorie", "categorie", "category", "crime type",
        "offense type", "type", "soort incident",
    ),
    "plaats": ("plaats", "locatie", "location", "straat", "straatnaam", "adres", "openbareruimte", "street"),
    "id": (
        "uid", "uuid", "id", "meldingnummer", "meldingsnummer", "registratienummer", "zaaknummer", "incidentnummer",
        "crime id", "case number",
    ),
    "ernst": ("ernst",),
    "groepsgrootte": ("groepsgrootte",),
    "aanleiding": ("aanleiding",),
    "locatietype": ("locatietype",),
    "resultaat": ("resultaat",),
}  # fmt: skip
REQUIRED = ("datum", "lon", "lat")
CODED = ("ernst", "groepsgrootte", "aanleiding", "locatietype", "resultaat")


@dataclass(frozen=True, slots=True)
class Kolomwijzer:
    """How to read a table. kolommen: field -> name in the header, else guessed. kopregel: row of the header or 0."""

    kolommen: Mapping[str, str] = field(default_factory=dict)
    soorten: Mapping[str, str] = field(default_factory=dict)
    scheidingsteken: str = ""
    codering: str = ""
    volgorde: Volgorde | None = None
    kopregel: int = 0


def load_kolomwijzer(path: Path) -> Kolomwijzer:
    """Read a telling file. Raises UserError kolommenbestand_ongeldig(bestand, veld), bestand_ontbreekt(bestand)."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except FileNotFoundError as error:
        raise UserError("bestand_ontbreekt", bestand=path.name) from error
    except (OSError, ValueError, RecursionError) as error:
        raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld="") from error
    kolommen, soorten = _texts(path, data, "kolommen"), _texts(path, data, "soorten")
    settings = data.get("instellingen", {})
    for name in kolommen:
        if name not in NAMES:
            raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld=name[:40])
    try:
        order = settings.get("volgorde")
        return Kolomwijzer(
            kolommen,
            soorten,
            str(settings.get("scheidingsteken", "")),
            str(settings.get("codering", "")),
            None if order is None else Volgorde(order),
            int(settings.get("kopregel", 0)),
        )
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld="instellingen") from error


def find_columns(header: Sequence[str], wijzer: Kolomwijzer) -> dict[str, int]:
    """Per field the place of its column; a told name must be there, guessed ones may be absent.

    Raises UserError kolom_onbekend(kolom).
    """
    plain = [normalise(name) for name in header]
    found: dict[str, int] = {}
    for name, told in wijzer.kolommen.items():
        if normalise(told) not in plain:
            raise UserError("kolom_onbekend", kolom=told[:60])
        found[name] = plain.index(normalise(told))
    for name, candidates in NAMES.items():
        if name in found:
            continue
        place = next((plain.index(known) for known in map(normalise, candidates) if known in plain), None)
        if place is not None and place not in found.values():
            found[name] = place
    return found


def is_header(cells: Sequence[str], wijzer: Kolomwijzer) -> bool:
    """Whether a row can be the header: it names a date and a position."""
    try:
        found = find_columns(cells, wijzer)
    except UserError:
        return False
    return all(name in found for name in REQUIRED)


def normalise(name: str) -> str:
    """A column name for comparing: lower case, no accents, every other sign a space."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def _texts(path: Path, data: Mapping[str, object], section: str) -> dict[str, str]:
    part = data.get(section, {})
    if not isinstance(part, dict) or not all(isinstance(value, str) for value in part.values()):
        raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld=section)
    return dict(part)
