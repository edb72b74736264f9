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
    volgorde = "dag_eerst"   # or maand_eerst, jaar_eerst, reeksgetal, reeksgetal_1904
    kopregel = 4
    werkblad = "Blad2"
    getallen = "komma"       # or punt, komma_duizend, punt_duizend
    stelsel = "rd"           # or wgs84
    assen = "lon_lat"        # or lat_lon
    bevestigd = ["kolommen"] # guesses that are right although the file leaves doubt
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
from boa_app.exchange.getallen import Stelsel
from boa_app.exchange.positiegok import ASSEN, GETALLEN

# Per field the names it goes by, best first; compared without case, accents and punctuation.
NAMES: dict[str, tuple[str, ...]] = {
    "datum": (
        "gebeurd_van", "pleegdatum", "pleegdatum begin", "datum incident", "incidentdatum", "incident datum",
        "datum voorval", "datum gebeurtenis", "datum overlast", "incident_date_start", "incident date",
        "date of incident", "occurrence date", "begindatum", "datum begin", "datumtijd", "datum tijd", "datum", "date",
        "datetime", "date time", "meldingsdatum", "datum melding", "timestamp", "tijdstempel", "begin", "start",
        "month", "maand", "created_at",
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
        "offense type", "type", "soort incident", "maatschappelijke klasse", "incidentsoort", "overlastsoort",
    ),
    "plaats": ("plaats", "locatie", "location", "straat", "straatnaam", "adres", "openbareruimte", "street"),
    "punt": (
        "punt", "point", "geometry", "geometrie", "geom", "the geom", "wkt", "shape", "centroide ll", "coordinaten",
        "coordinates", "coordinaat", "lat lon", "latlon", "lat lng", "lat long", "lon lat", "gps", "gps positie",
        "positie", "location point", "geopoint", "geo point",
    ),
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
# Names that say that it happened then; another date beside one of those is only a question when it says so too.
_HAPPENED = re.compile(
    r"\b(gebeurd|pleegdatum|incident|incidentdatum|voorval|gebeurtenis|occurrence|occurred|begindatum|datum begin)\b"
)
# Names of other moments in the life of a record.
_HANDLED = re.compile(
    r"\b(melding\w*|gemeld|reported|report|aangifte\w*|registratie\w*|geregistreerd|ingevoerd|invoer\w*|created"
    r"|aangemaakt|eind\w*|end|tot|until|gewijzigd|wijziging\w*|mutatie\w*|afhandel\w*|afgehandeld|sluit\w*|updated"
    r"|closed|modified|export\w*|peildatum)\b"
)
# Never read in, whatever a person says: the product keeps nothing about persons, and no free text of others.
PERSON, FREE_TEXT = "persoonsgegevens", "vrije_tekst"
_PERSON = re.compile(
    r"\b(naam|name|voornaam|achternaam|tussenvoegsel|voorletters|initialen|bsn|burgerservicenummer|sofinummer"
    r"|geboortedatum|geboorte|geboren|birth|dob|geslacht|gender|sex|ethnicity|nationaliteit|telefoon|telefoonnummer"
    r"|tel|phone|mobiel|mobile|e mail|email|mail|emailadres|kenteken|license plate|melder|melders|aangever|verdachte"
    r"|slachtoffer|betrokkene|betrokkenen|getuige|suspect|victim|witness|reporter|medewerker|verbalisant|iban)\b"
)
_FREE_TEXT = re.compile(
    r"\b(omschrijving|toelichting|opmerking|opmerkingen|notitie|notities|beschrijving|tekst|text|description|remarks"
    r"|comment|comments|notes|feiten|relaas|mutatie|bijzonderheden)\b"
)
# Looser than NAMES, for what carries a known word among others; a pattern must fit one column only to be believed.
_LOOSE = {
    "datum": r"\b(datum|date|pleegdatum|datumtijd|tijdstempel|timestamp|begindatum|startdatum)\b",
    "lon": r"\b(lon|lng|longitude|lengtegraad)\b|^(rd )?x\b|\bx (coord\w*|rd)\b|\bx$|^xco\w*|^rdx$",
    "lat": r"\b(lat|latitude|breedtegraad)\b|^(rd )?y\b|\by (coord\w*|rd)\b|\by$|^yco\w*|^rdy$",
    "soort": r"\b(soort|categorie|category|overlasttype|incidenttype|type)\b",
}
_ENDS = re.compile(r"\b(eind|einde|end|tot|until|invoer|gewijzigd|mutatie|afhandel\w*|sluit\w*|updated|closed)\b")
CODED = ("ernst", "groepsgrootte", "aanleiding", "locatietype", "resultaat")


@dataclass(frozen=True, slots=True)
class Kolomwijzer:
    """How to read a table, as far as a person told it.

    kolommen: field -> name in the header, "" for no column, else guessed. soorten: label -> code, "" for leaving out.
    kopregel: row of the header or 0. bevestigd: guesses a person agreed with.
    """

    kolommen: Mapping[str, str] = field(default_factory=dict)
    soorten: Mapping[str, str] = field(default_factory=dict)
    scheidingsteken: str = ""
    codering: str = ""
    volgorde: Volgorde | None = None
    kopregel: int = 0
    werkblad: str = ""
    getallen: str = ""
    stelsel: str = ""
    assen: str = ""
    bevestigd: frozenset[str] = frozenset()


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
            kolommen=kolommen,
            soorten=soorten,
            scheidingsteken=str(settings.get("scheidingsteken", "")),
            codering=str(settings.get("codering", "")),
            volgorde=None if order is None else Volgorde(order),
            kopregel=int(settings.get("kopregel", 0)),
            werkblad=str(settings.get("werkblad", "")),
            bevestigd=frozenset(map(str, settings.get("bevestigd", ()))),
            **{name: _one_of(settings, name, allowed) for name, allowed in CHOICES.items()},
        )
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld="instellingen") from error


CHOICES = {"getallen": tuple(GETALLEN), "stelsel": tuple(map(str, Stelsel)), "assen": ASSEN}


def _one_of(settings: Mapping[str, object], name: str, allowed: Sequence[str]) -> str:
    told = str(settings.get(name, ""))
    if told and told not in allowed:
        raise ValueError(name)
    return told


def find_columns(header: Sequence[str], wijzer: Kolomwijzer) -> dict[str, int]:
    """Per field the place of its column; a told name must be there, guessed ones may be absent.

    Raises UserError kolom_onbekend(kolom).
    """
    plain = [normalise(name) for name in header]
    found: dict[str, int] = {}
    for name, told in wijzer.kolommen.items():
        if not told:
            continue
        if normalise(told) not in plain:
            raise UserError("kolom_onbekend", kolom=told[:60])
        found[name] = plain.index(normalise(told))
    for name, candidates in NORMAL_NAMES.items():
        if name in found or name in wijzer.kolommen:
            continue
        place = next((plain.index(known) for known in candidates if known in plain), None)
        if place is not None and place not in found.values():
            found[name] = place
    _add_loose(plain, wijzer, found)
    if "lon" in found and "lat" in found and "punt" not in wijzer.kolommen:
        found.pop("punt", None)
    return found


def _add_loose(plain: Sequence[str], wijzer: Kolomwijzer, found: dict[str, int]) -> None:
    """Columns that carry a known word among others, when exactly one does."""
    for name, pattern in _LOOSE.items():
        if name in found or name in wijzer.kolommen:
            continue
        free = [place for place, told in enumerate(plain) if place not in found.values() and not withheld(told)]
        fitting = [place for place in free if re.search(pattern, plain[place])]
        if name == "datum":
            fitting = [place for place in fitting if not _ENDS.search(plain[place])]
        if len(fitting) == 1:
            found[name] = fitting[0]


def is_rival(name: str, chosen: str) -> bool:
    """Whether a column of dates may be meant as well as the chosen one. Both normalised."""
    if _HAPPENED.search(chosen) and not _HAPPENED.search(name):
        return False
    return bool(_HAPPENED.search(name)) or not _HANDLED.search(name) or bool(_HANDLED.search(chosen))


def withheld(name: str) -> str:
    """Why a column is never read in: PERSON, FREE_TEXT or "". name: normalised."""
    if _PERSON.search(name):
        return PERSON
    return FREE_TEXT if _FREE_TEXT.search(name) else ""


def missing_fields(columns: Mapping[str, int]) -> list[str]:
    """The fields a table must have and has not; one column with the whole position is as good as two."""
    needed = ("datum",) if "punt" in columns else REQUIRED
    return [name for name in needed if name not in columns]


def is_header(cells: Sequence[str], wijzer: Kolomwijzer) -> bool:
    """Whether a row can be the header: it names a date and a position."""
    try:
        found = find_columns(cells, wijzer)
    except UserError:
        return False
    return not missing_fields(found)


def normalise(name: str) -> str:
    """A column name for comparing: lower case, no accents, every other sign a space."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


NORMAL_NAMES = {field_: tuple(map(normalise, names)) for field_, names in NAMES.items()}


def _texts(path: Path, data: Mapping[str, object], section: str) -> dict[str, str]:
    part = data.get(section, {})
    if not isinstance(part, dict) or not all(isinstance(value, str) for value in part.values()):
        raise UserError("kolommenbestand_ongeldig", bestand=path.name, veld=section)
    return dict(part)
