"""What the row of each kind takes from the values of the log, and which values this version can read.

A value it cannot read, of a newer version or wiped, gives way to an older one that it can, or to what the column holds
when nothing was set. A record that lacks what a row cannot do without has no row; its changes wait in the log.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from operator import itemgetter
from typing import Any, Final

from boa_app.domain.foto import FotoBij
from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.jop import JopStatus
from boa_app.domain.melding import PlaatsBron, Status
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.positie import POSITIE
from boa_app.domain.ronde import Bevinding
from boa_app.domain.straatkeuze import MAX_PUNTEN, MIN_PUNTEN, Keuze
from boa_app.store.changes import dump_value
from boa_app.sync import merge
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.vault.aesgcm import KEY_BYTES

# What to_iso gives, as nearly every moment in a log is written.
_CANONICAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_SHA256 = re.compile("[0-9a-f]{64}")
_Lees = Callable[[Any], Any]


class _Nodig:
    """Marks a column without which there is no row."""


NODIG: Final = _Nodig()


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. veld: the field of the log; lees: its cell of the JSON value, raises KeyError, TypeError, ValueError
    or OverflowError for one it cannot read; anders: the cell when nothing readable was set."""

    naam: str
    veld: str
    lees: _Lees
    anders: Any = NODIG


@dataclass(frozen=True, slots=True)
class Vorm:
    """The row of one kind. ouders: column -> the table its value must be a uid of."""

    tabel: str
    kolommen: tuple[Kolom, ...]
    ouders: Mapping[str, str]


def tekst(value: Any) -> str:  # noqa: ANN401 - JSON values in, cells out; so for all readers
    """A text SQLite can hold."""
    if type(value) is not str or "\0" in value:
        raise TypeError("text")
    if not value.isascii():
        value.encode()  # half a surrogate pair cannot be stored; UnicodeEncodeError is a ValueError
    return value


def moment(value: Any) -> str:  # noqa: ANN401
    """A moment, in the form in which text order is time order."""
    text = tekst(value)
    parsed = from_iso(text)
    return text if _CANONICAL.fullmatch(text) else to_iso(parsed)


def _moment_of_niet(value: Any) -> str | None:  # noqa: ANN401
    return None if value is None else moment(value)


def _dag(value: Any) -> str:  # noqa: ANN401
    return date.fromisoformat(tekst(value)).isoformat()


def _dag_of_niet(value: Any) -> str | None:  # noqa: ANN401
    return None if value is None else _dag(value)


def _heel(value: Any) -> int:  # noqa: ANN401
    if type(value) is not int or not -(2**62) < value < 2**62:
        raise TypeError("integer")
    return value


def _vlag(value: Any) -> int:  # noqa: ANN401
    if value not in (True, False):
        raise TypeError("flag")
    return int(value)


def _getal(value: Any) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError("number")
    return float(value)


def _lijst(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, list | tuple):
        raise TypeError("list")
    return dump_value([tekst(part) for part in value])


def _sleutel(value: Any) -> bytes:  # noqa: ANN401
    key = bytes.fromhex(tekst(value))
    if len(key) != KEY_BYTES:
        raise ValueError("key")
    return key


def _sha256(value: Any) -> str:  # noqa: ANN401
    # The name of a file: nothing else may ever become one.
    if not _SHA256.fullmatch(tekst(value)):
        raise ValueError("sha256")
    return str(value)


def _een_van(kind: type[StrEnum]) -> _Lees:
    known = frozenset(str(one) for one in kind)

    def lees(value: Any) -> str:  # noqa: ANN401
        if value not in known:
            raise ValueError("unknown code")
        return str(value)

    return lees


def _graden(naam: str, grens: float) -> _Lees:
    def lees(value: Any) -> float:  # noqa: ANN401
        degrees = _getal(value[naam])
        if abs(degrees) > grens:
            raise ValueError("outside the earth")
        return degrees

    return lees


def _nauwkeurigheid(value: Any) -> float | None:  # noqa: ANN401
    radius = value.get("nauwkeurigheid_m")
    return None if radius is None else _getal(radius)


def _plaats_bron(value: Any) -> str:  # noqa: ANN401
    return str(PlaatsBron(value.get("plaats_bron", "kaart")))


def _ringen(value: Any) -> str:  # noqa: ANN401
    return dump_value([_lijn(ring) for ring in value])


def _lijn(value: Any) -> list[list[float]]:  # noqa: ANN401
    return [[_getal(lon), _getal(lat)] for lon, lat in value]


def _lijncel(value: Any) -> str:  # noqa: ANN401
    line = _lijn(value)
    if not MIN_PUNTEN <= len(line) <= MAX_PUNTEN or any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in line):
        raise ValueError("line")
    return dump_value(line)


def _groepen(value: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """Letter and route of each group, not a cell."""
    return tuple((tekst(group["letter"]), dump_value(_lijn(group["route"]))) for group in value)


_STATUS = Kolom("status", "status", _een_van(Status), "actief")
_LON, _LAT = Kolom("lon", POSITIE, _graden("lon", 180)), Kolom("lat", POSITIE, _graden("lat", 90))


def _tekst(naam: str, anders: Any = "") -> Kolom:  # noqa: ANN401
    return Kolom(naam, naam, tekst, anders)


MELDING = Vorm(
    "meldingen",
    (
        Kolom("gebeurd_van", "gebeurd_van", moment), _LON, _LAT, _tekst("soort", NODIG),
        Kolom("gebeurd_tot", "gebeurd_tot", _moment_of_niet, None),
        Kolom("nauwkeurigheid_m", POSITIE, _nauwkeurigheid, None), Kolom("plaats_bron", POSITIE, _plaats_bron, "kaart"),
        _tekst("plaats"), _tekst("locatietype"), Kolom("soorten", "soorten", _lijst, "[]"), _tekst("ernst"),
        _tekst("groepsgrootte"), Kolom("leeftijd", "leeftijd", _lijst, "[]"), _tekst("aanleiding", "EIGEN"),
        _tekst("herkomst", "ZELF"), _tekst("feiten"), _tekst("duiding"),
        Kolom("maatregelen", "maatregelen", _lijst, "[]"), _tekst("resultaat"), _tekst("doorverwezen_naar"),
        _tekst("groep"), _tekst("incident"), Kolom("met_collega", "met_collega", _vlag, 0),
        Kolom("gericht_tegen_medewerker", "gericht_tegen_medewerker", _vlag, 0), _tekst("regime", "T"),
        _tekst("ronde"), Kolom("fotos", "fotos", _lijst, "[]"), _STATUS, _tekst("bron", "eigen"),
        _tekst("bron_categorie"), Kolom("tekst_verdacht", "tekst_verdacht", _vlag, 0), _tekst("bron_sleutel"),
        Kolom("eerste_verwerking_op", "eerste_verwerking_op", moment, None),
    ),
    {},
)  # fmt: skip
VORMEN: Mapping[str, Vorm] = {
    "melding": MELDING,
    "opsporingsverwijzing": Vorm(
        "opsporingsverwijzingen",
        (
            _tekst("melding", NODIG), _tekst("maatregel", NODIG), _tekst("registratienummer", NODIG),
            _tekst("artikel"), Kolom("aantal", "aantal", _heel, 1),
        ),
        {"melding": "meldingen"},
    ),
    "jop": Vorm(
        "jops",
        (
            _tekst("code"), _tekst("naam", NODIG), Kolom("status", "status", _een_van(JopStatus), "actief"), _LON, _LAT,
            _tekst("type"), Kolom("plaatsingsdatum", "plaatsingsdatum", _dag_of_niet, None),
            Kolom("proef_tot", "proef_tot", _dag_of_niet, None),
        ),
        {},
    ),
    "plek": Vorm(
        "plekken",
        (_tekst("naam", NODIG), _LON, _LAT, _tekst("jop"), Kolom("elke_dagen", "elke_dagen", _heel, 3), _STATUS),
        {},
    ),
    "ronde": Vorm(
        "rondes",
        (
            Kolom("begin", "begin", moment), Kolom("einde", "einde", _moment_of_niet, None), _tekst("medewerker"),
            _STATUS,
        ),
        {},
    ),
    "bezoek": Vorm(
        "bezoeken",
        (
            _tekst("ronde", NODIG), _tekst("plek", NODIG), Kolom("moment", "moment", moment),
            Kolom("bevinding", "bevinding", _een_van(Bevinding)), _STATUS,
        ),
        {"ronde": "rondes", "plek": "plekken"},
    ),
    "schouw": Vorm(
        "schouwen",
        (
            _tekst("naam", NODIG), Kolom("datum", "datum", _dag), _tekst("soort"), _tekst("status"),
            Kolom("groepen", "groepen", _groepen, ()),
        ),
        {},
    ),
    "gebied": Vorm(
        "gebieden",
        (
            _tekst("naam", NODIG), Kolom("soort", "soort", _een_van(GebiedSoort)), Kolom("ringen", "ringen", _ringen),
            _tekst("besluit"), Kolom("geldig_van", "geldig_van", _dag_of_niet, None),
            Kolom("geldig_tot", "geldig_tot", _dag_of_niet, None), _STATUS,
        ),
        {},
    ),
    "straatkeuze": Vorm(
        "straatkeuzes",
        (
            Kolom("keuze", "keuze", _een_van(Keuze)), _tekst("naam"), _tekst("weg_id"),
            Kolom("lijn", "lijn", _lijncel), _tekst("reden"), _STATUS,
        ),
        {},
    ),
    "foto": Vorm(
        "fotos",
        (
            Kolom("bij_soort", "bij_soort", _een_van(FotoBij)), _tekst("bij", NODIG),
            Kolom("sha256", "sha256", _sha256),
            Kolom("sleutel", "sleutel", _sleutel), Kolom("breedte", "breedte", _heel), Kolom("hoogte", "hoogte", _heel),
            Kolom("bytes", "bytes", _heel), Kolom("genomen_op", "genomen_op", _moment_of_niet, None),
            _tekst("bijschrift"), _STATUS, Kolom("eerste_verwerking_op", "eerste_verwerking_op", moment, None),
        ),
        {},
    ),
}  # fmt: skip
# In a first state of 100,000 meldingen these are nearly always read already.
_STEADY = tuple(
    kolom for kolom in MELDING.kolommen if kolom.lees in (_vlag, _lijst, _STATUS.lees) or kolom.naam in
    "soort locatietype ernst groepsgrootte aanleiding herkomst resultaat regime bron bron_categorie groep".split()
)  # fmt: skip
_CHANGING = tuple(kolom for kolom in MELDING.kolommen if kolom not in _STEADY)
_steady_of = itemgetter(*(kolom.veld for kolom in _STEADY if kolom.lees is not _lijst))
_lists_of = itemgetter(*(kolom.veld for kolom in _STEADY if kolom.lees is _lijst))
_MOST_STEADY = 4096
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_steady: dict[tuple[Any, ...], dict[str, Any]] = {}
_UNREADABLE = (KeyError, TypeError, ValueError, OverflowError, AttributeError)


def made_at(hlc: str) -> str:
    """When a change was made by its clock, as text of to_iso. hlc: canonical text of a clock."""
    moment_utc = _EPOCH + timedelta(milliseconds=int(hlc[:13]))
    # As to_iso, which would convert what is UTC already; a first state asks this for every record.
    return moment_utc.isoformat(timespec="milliseconds")[:-6] + "Z"


def read_cells(vorm: Vorm, changes: Sequence[Change]) -> dict[str, Any] | None:
    """The cells of a row by column, None when what a row cannot do without is missing.

    changes: those of one record that count, with at least its create.
    """
    only = changes[0] if len(changes) == 1 else None
    values = only.value if only is not None and only.field == CREATE_FIELD else merge.record_values(changes)
    steady = _steady_cells(values) if vorm is MELDING and only is not None else None
    cells = dict(steady or {})
    for kolom in _CHANGING if steady else vorm.kolommen:
        cell = kolom.anders
        if kolom.veld in values:
            try:
                cell = kolom.lees(values[kolom.veld])
            except _UNREADABLE:
                cell = _read_older(kolom, changes)
        if cell is NODIG:
            return None
        cells[kolom.naam] = cell
    return cells


def _steady_cells(values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The cells of the columns that come back in many meldingen, read once for each set of values; None when there is
    something unusual about them."""
    try:
        key = (*_steady_of(values), *map(tuple, _lists_of(values)))
        found = _steady.get(key)
        if found is None:
            found = {kolom.naam: kolom.lees(values[kolom.veld]) for kolom in _STEADY}
            if len(_steady) >= _MOST_STEADY:
                _steady.clear()
            _steady[key] = found
    except _UNREADABLE:
        return None
    return found


def _read_older(kolom: Kolom, changes: Sequence[Change]) -> Any:  # noqa: ANN401
    """The cell of the newest value this version can read: first among the heads, then among all."""
    on_field = [
        change for change in changes
        if change.field == kolom.veld or (change.field == CREATE_FIELD and kolom.veld in change.value)
    ]  # fmt: skip
    newest = sorted(on_field, key=lambda change: (change.hlc, change.change_id), reverse=True)
    for change in (*merge.heads(changes, kolom.veld), *newest):
        try:
            return kolom.lees(merge.value_of(change, kolom.veld))
        except _UNREADABLE:
            continue
    return kolom.anders
