"""From code and fields to the sentence somebody reads.

Field values that are codes themselves (veld, rol, entiteit, handeling, lijst) are shown by their label. A code
without a sentence is a bug that a test finds; here it still gives a sentence, for an error must never hide behind
another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from boa_app.texts.entry import Fout, Zin
from boa_app.texts.formats import number
from boa_app.texts.fouten_adressen import FOUTEN as _ADRESSEN
from boa_app.texts.fouten_beheer import FOUTEN as _BEHEER
from boa_app.texts.fouten_centrale import FOUTEN as _CENTRALE
from boa_app.texts.fouten_fotos import FOUTEN as _FOTOS
from boa_app.texts.fouten_gegevens import FOUTEN as _GEGEVENS
from boa_app.texts.fouten_gps import FOUTEN as _GPS
from boa_app.texts.fouten_import import FOUTEN as _IMPORT
from boa_app.texts.fouten_invoer import FOUTEN as _INVOER
from boa_app.texts.fouten_kaart import FOUTEN as _KAART
from boa_app.texts.fouten_kaartbestand import FOUTEN as _KAARTBESTAND
from boa_app.texts.fouten_kaartpakket import FOUTEN as _KAARTPAKKET
from boa_app.texts.fouten_looppakket import FOUTEN as _LOOPPAKKET
from boa_app.texts.fouten_opslag import FOUTEN as _OPSLAG
from boa_app.texts.fouten_pdok import FOUTEN as _PDOK
from boa_app.texts.fouten_sessie import FOUTEN as _SESSIE
from boa_app.texts.fouten_straatkeuzes import FOUTEN as _STRAATKEUZES
from boa_app.texts.fouten_straten import FOUTEN as _STRATEN
from boa_app.texts.fouten_sync import FOUTEN as _SYNC
from boa_app.texts.fouten_uitvoer import FOUTEN as _UITVOER
from boa_app.texts.fouten_usb import FOUTEN as _USB
from boa_app.texts.fouten_weigering import FOUTEN as _WEIGERING
from boa_app.texts.fouten_zoeken import FOUTEN as _ZOEKEN
from boa_app.texts.labels import LABELS
from boa_app.texts.zinnen import ZINNEN

LANGUAGES = ("nl", "en")
ERRORS: Mapping[str, Fout] = {
    **_ADRESSEN,
    **_CENTRALE,
    **_UITVOER,
    **_OPSLAG,
    **_GEGEVENS,
    **_IMPORT,
    **_INVOER,
    **_FOTOS,
    **_GPS,
    **_KAART,
    **_KAARTBESTAND,
    **_KAARTPAKKET,
    **_PDOK,
    **_STRAATKEUZES,
    **_ZOEKEN,
    **_STRATEN,
    **_SYNC,
    **_USB,
    **_LOOPPAKKET,
    **_SESSIE,
    **_WEIGERING,
    **_BEHEER,
}
UNKNOWN = "onbekende_fout"
FieldValue = str | int | float
# Years, versions and numbers of rows and lines: names, not amounts.
_PLAIN = {"van", "tot", "versie", "kent", "rij", "regel", "nr", "jaar"}


class KnownProblem(Protocol):
    """What an error of the domain looks like from here: texts/ imports nothing of the program."""

    code: str
    fields: dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class Uitleg:
    """An error as people read it: what happened, what is safe, what to do (may be empty)."""

    wat: str
    veilig: str
    doen: str

    def __str__(self) -> str:
        """All on one line, for the command line and a log."""
        return " ".join(part for part in (self.wat, self.veilig, self.doen) if part)


def sentence(code: str, language: str = "nl", **fields: FieldValue) -> str:
    """The sentence of a code with its fields filled in; the code itself when there is none."""
    entry = ZINNEN.get(code)
    if entry is None:
        return str(error_sentence_of(code, fields, language)) if code in ERRORS else code
    return _fill(entry.en if language == "en" else entry.nl, fields, language)


def error_sentence(error: KnownProblem, language: str = "nl") -> Uitleg:
    """The three parts for a BoaError."""
    return error_sentence_of(error.code, error.fields, language)


def error_sentence_of(code: str, fields: Mapping[str, FieldValue], language: str = "nl") -> Uitleg:
    """The three parts for a code and its fields."""
    if code not in ERRORS:
        code, fields = UNKNOWN, {"code": code}
    parts = ERRORS[code].en if language == "en" else ERRORS[code].nl
    return Uitleg(*(_fill(part, fields, language) for part in parts))


def label(kind: str, code: str, language: str = "nl") -> str:
    """The word for a code: kind ``veld``, ``rol``, ``entiteit``…; the code itself when there is none."""
    entry = LABELS.get(kind, {}).get(code)
    if entry is None:
        return code
    return entry.en if language == "en" else entry.nl


class _Fields(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _fill(template: str, fields: Mapping[str, FieldValue], language: str) -> str:
    shown = _Fields({name: _show(name, value, language) for name, value in fields.items()})
    text = template.format_map(shown).replace(" ()", "")  # a field that is empty takes its brackets along
    return text[:1].upper() + text[1:]


def _show(name: str, value: FieldValue, language: str) -> str:
    if isinstance(value, str):
        return label(name, value, language)
    return str(value) if name in _PLAIN else number(value, language)


__all__ = ["ERRORS", "LABELS", "LANGUAGES", "ZINNEN", "Uitleg", "Zin", "error_sentence", "label", "sentence"]
