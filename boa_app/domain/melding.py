"""The Melding: what one boa saw or was told, at group level, never a person (design §3)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any, Self

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.ids import is_uuid
from boa_app.domain.moments import from_iso, to_iso

MAX_TEXT = 4000
MAX_PLAATS = 200
FUTURE_TOLERANCE = timedelta(minutes=10)
EARLIEST = datetime.fromisoformat("1990-01-01T00:00:00+00:00")


class Status(StrEnum):
    """Life of a melding: nothing is deleted in the field, it becomes ``vervallen`` with a reason."""

    ACTIEF = "actief"
    VERVALLEN = "vervallen"


class PlaatsBron(StrEnum):
    """Where the position came from."""

    GPS = "gps"
    KAART = "kaart"
    ADRES = "adres"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Melding:
    """One melding. Field names are the names everywhere: column, JSON key, import, export.

    gebeurd_van, gebeurd_tot: aware UTC; a moment when gebeurd_tot is None, else a window, both ends inclusive.
    lon, lat: WGS84 degrees. nauwkeurigheid_m: radius in metres, None when unknown. soort: the main code; soorten: the
    further codes in order, without the main one. maatregelen: in the order they were taken. incident: uid shared by the
    meldingen of one event. feiten and duiding: facts and judgement apart (Wpg art. 4 lid 3). ernst: "" when not set.
    doorverwezen_naar: uid of a Jop. bron: "eigen" or the name of an import profile; bron_categorie: its own label.
    """

    gebeurd_van: datetime
    lon: float
    lat: float
    soort: str
    gebeurd_tot: datetime | None = None
    nauwkeurigheid_m: float | None = None
    plaats_bron: PlaatsBron = PlaatsBron.KAART
    plaats: str = ""
    locatietype: str = ""
    soorten: tuple[str, ...] = ()
    ernst: str = ""
    groepsgrootte: str = ""
    leeftijd: tuple[str, ...] = ()
    aanleiding: str = "EIGEN"
    herkomst: str = "ZELF"
    feiten: str = ""
    duiding: str = ""
    maatregelen: tuple[str, ...] = ()
    resultaat: str = ""
    doorverwezen_naar: str = ""
    groep: str = ""
    incident: str = ""
    met_collega: bool = False
    gericht_tegen_medewerker: bool = False
    regime: str = "T"
    ronde: str = ""
    fotos: tuple[str, ...] = ()
    status: Status = Status.ACTIEF
    bron: str = "eigen"
    bron_categorie: str = ""

    def to_values(self) -> dict[str, Any]:
        """All fields as JSON values: times as ISO text, tuples as lists, enums as text."""
        values = dict(zip(MELDING_VELDEN, _values_of(self), strict=True))
        # Saving asks this several times, and most fields are JSON values already.
        for name in _CONVERTED:
            values[name] = _to_json(values[name])
        return values

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Self:
        """A melding of JSON values; missing fields take their default, unknown keys raise.

        Raises UserError: veld_onbekend(veld), veld_ontbreekt(veld), veld_ongeldig(veld).
        """
        for name in values:
            if name not in MELDING_VELDEN:
                raise UserError("veld_onbekend", veld=str(name)[:40])
        for name in VERPLICHT:
            if values.get(name) in (None, ""):
                raise UserError("veld_ontbreekt", veld=name)
        return cls(**{name: parse_veld(name, value) for name, value in values.items()})

    def with_values(self, values: dict[str, Any]) -> Self:
        """This melding with some fields replaced by JSON values. Raises as from_values."""
        for name in values:
            if name not in MELDING_VELDEN:
                raise UserError("veld_onbekend", veld=str(name)[:40])
        return replace(self, **{name: parse_veld(name, value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class MeldingRecord:
    """A melding with what the store knows of it.

    nr: small integer of this store only, for map and list; never leaves the device. gemaakt_op, gewijzigd_op: aware
    UTC by the device's clock. eerste_verwerking_op: from when every retention term runs. tekst_verdacht: the guard
    hit and nobody cleared it. gesynchroniseerd_op: None while the centre has not acknowledged it. koppen: field of the
    log -> change ids of its heads when it was read for one person; an edit is based on these, not on later ones.
    """

    uid: str
    nr: int
    gemeente_code: str
    melding: Melding
    gemaakt_door: str
    gemaakt_op: datetime
    gewijzigd_op: datetime
    eerste_verwerking_op: datetime
    tekst_verdacht: bool = False
    gesynchroniseerd_op: datetime | None = None
    koppen: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)


MELDING_VELDEN: tuple[str, ...] = tuple(one.name for one in fields(Melding))
VERPLICHT = ("gebeurd_van", "lon", "lat", "soort")
_MOMENTS = {"gebeurd_van", "gebeurd_tot"}
_NUMBERS = {"lon", "lat", "nauwkeurigheid_m"}
_LISTS = {"soorten", "leeftijd", "maatregelen", "fotos"}
_FLAGS = {"met_collega", "gericht_tegen_medewerker"}
_ENUMS: dict[str, type[StrEnum]] = {"plaats_bron": PlaatsBron, "status": Status}
_CONVERTED = (*sorted(_MOMENTS), *sorted(_LISTS), *_ENUMS)
_values_of = attrgetter(*MELDING_VELDEN)
_OPTIONAL = {"gebeurd_tot", "nauwkeurigheid_m"}
CODE_VELDEN: dict[str, str] = {
    "soort": "soort",
    "ernst": "ernst",
    "groepsgrootte": "groepsgrootte",
    "aanleiding": "aanleiding",
    "herkomst": "herkomst",
    "locatietype": "locatietype",
    "resultaat": "resultaat",
    "regime": "regime",
    "soorten": "soort",
    "leeftijd": "leeftijd",
    "maatregelen": "maatregel",
}
TEKST_VELDEN = ("feiten", "duiding")
_GROEP = re.compile(r"G-\d{4}-\d{2,4}")


def parse_veld(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON values in, field values out
    """One JSON value as the field's own type. Raises UserError veld_ongeldig(veld)."""
    try:
        return _parse(name, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError("veld_ongeldig", veld=name) from error


def _parse(name: str, value: Any) -> Any:  # noqa: ANN401
    if value is None and name in _OPTIONAL:
        return None
    if name in _MOMENTS:
        return _moment(value)
    if name in _NUMBERS:
        return _number(value)
    if name in _LISTS:
        if not isinstance(value, list | tuple):
            raise TypeError(name)
        return tuple(_text(part) for part in value)
    if name in _FLAGS:
        if value not in (True, False, 0, 1):
            raise TypeError(name)
        return bool(value)
    return _ENUMS[name](value) if name in _ENUMS else _text(value)


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError("text")
    value.encode()  # half a surrogate pair from JSON cannot be stored; UnicodeEncodeError is a ValueError
    if "\0" in value:
        raise ValueError("SQLite ends a text at NUL")
    return value


def _moment(value: Any) -> datetime:  # noqa: ANN401
    moment = value if isinstance(value, datetime) else from_iso(_text(value))
    if moment.tzinfo is None:
        raise ValueError("naive")
    return moment


def _number(value: Any) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError("number")
    return float(value)


def _to_json(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, datetime):
        return to_iso(value)
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, StrEnum) else value


def check_melding(melding: Melding, lijsten: Codelijsten, now: datetime) -> None:
    """Refuse what no melding may hold; a suspicious text is the guard's work, not refused here.

    Raises UserError: code_onbekend, veld_ontbreekt(veld), veld_ongeldig(veld), moment_in_toekomst, venster_omgekeerd,
    tekst_te_lang(veld, max), dubbele_code(veld), regime_past_niet.
    """
    if not melding.soort:
        raise UserError("veld_ontbreekt", veld="soort")
    _check_place(melding)
    _check_window(melding, now)
    _check_codes(melding, lijsten)
    _check_texts(melding)


def _check_codes(melding: Melding, lijsten: Codelijsten) -> None:
    for name, lijst in CODE_VELDEN.items():
        value = getattr(melding, name)
        for code in value if isinstance(value, tuple) else (value,) * bool(value):
            lijsten.check(lijst, code)
        if isinstance(value, tuple) and len(set(value)) != len(value):
            raise UserError("dubbele_code", veld=name)
    if melding.soort in melding.soorten:
        raise UserError("dubbele_code", veld="soorten")
    if melding.regime != "O" and any(lijsten["maatregel"].get(code).regime == "O" for code in melding.maatregelen):
        raise UserError("regime_past_niet")


def _check_texts(melding: Melding) -> None:
    if melding.groep and not _GROEP.fullmatch(melding.groep):
        raise UserError("veld_ongeldig", veld="groep")
    for name in ("doorverwezen_naar", "incident", "ronde"):
        if (value := getattr(melding, name)) and not is_uuid(value):
            raise UserError("veld_ongeldig", veld=name)
    for name, limit in (
        ("feiten", MAX_TEXT),
        ("duiding", MAX_TEXT),
        ("plaats", MAX_PLAATS),
        ("bron_categorie", MAX_PLAATS),
    ):
        if len(getattr(melding, name)) > limit:
            raise UserError("tekst_te_lang", veld=name, max=limit)


def _check_place(melding: Melding) -> None:
    if not (-180 <= melding.lon <= 180 and -90 <= melding.lat <= 90):
        raise UserError("veld_ongeldig", veld="lon" if not -180 <= melding.lon <= 180 else "lat")
    if melding.lon == 0 and melding.lat == 0:
        raise UserError("veld_ongeldig", veld="lon")
    if melding.nauwkeurigheid_m is not None and not 0 <= melding.nauwkeurigheid_m <= 100_000:
        raise UserError("veld_ongeldig", veld="nauwkeurigheid_m")


def _check_window(melding: Melding, now: datetime) -> None:
    if (
        melding.gebeurd_van > now + FUTURE_TOLERANCE
        or (melding.gebeurd_tot or melding.gebeurd_van) > now + FUTURE_TOLERANCE
    ):
        raise UserError("moment_in_toekomst")
    if melding.gebeurd_van < EARLIEST:
        raise UserError("veld_ongeldig", veld="gebeurd_van")
    if melding.gebeurd_tot is not None and melding.gebeurd_tot < melding.gebeurd_van:
        raise UserError("venster_omgekeerd")
