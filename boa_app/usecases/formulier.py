"""The melding form without a window: what is chosen, what follows from it, what is missing, how it becomes a Melding.

A Formulier is a value: every act gives a new one, so that a draft, a test and the screen see the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from boa_app.domain.codelijsten import Codelijst
from boa_app.domain.errors import UserError
from boa_app.domain.fix import Fix
from boa_app.domain.incident import distance_m
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import MELDING_VELDEN, Melding, MeldingRecord, PlaatsBron, parse_veld
from boa_app.domain.moments import from_iso, local_zone, to_iso
from boa_app.domain.opsporing import Opsporingsverwijzing

GEEN_SOORT, GEEN_MAATREGEL, NIEMAND, GEEN_GROEP = "GEEN", "GEEN", "R7", "G0"
JOP_MAATREGEL = "JOP"
NU_TOLERANCE = timedelta(minutes=10)
# Longer ago and outside a ronde nobody stands where he stood.
SAME_PLACE = timedelta(hours=2)
# A proposed place nobody touched is a guess, and is stored as one.
VOORSTEL_M = 100.0
_PLACE = ("lon", "lat", "plaats_bron", "plaats", "plaats_zelf", "nauwkeurigheid_m", "voorstel")
_CARRIED = ("groepsgrootte", "leeftijd", "locatietype")
_OWN_KEYS = ("begonnen_op", "plaats_zelf", "zelfde_groep_als", "niet_zelfde", "verwijzingen", "bewerkt", "jop_zelf")


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """The external registration of one O-measure as it stands on the form; without a number it is not stored."""

    maatregel: str
    registratienummer: str = ""
    artikel: str = ""
    aantal: int = 1


@dataclass(frozen=True, slots=True)
class Plaatsvoorstel:
    """A place to start from: where the boa was last, or is. uit: "melding", "bezoek" or "gps"; moment: when that was,
    aware UTC."""

    lon: float
    lat: float
    plaats: str
    moment: datetime
    uit: str


@dataclass(frozen=True, slots=True)
class Formulier:
    """Everything on the form. soorten: the main one first. gebeurd_van None: now. lon, lat None: no place chosen yet.

    begonnen_op: when the first choice was made. voorstel: where the place comes from when nobody chose it. plaats_zelf:
    the name of the place was typed, so a moved pin keeps it. niet_zelfde: meldingen said to be another group.
    fotos: those that were sealed with the draft; saving gives them to the melding.
    jop_zelf: a person chose the JOP. bewerkt: uid of the melding being changed, "" for a new one.
    """

    begonnen_op: datetime | None = None
    soorten: tuple[str, ...] = ()
    ernst: str = ""
    groepsgrootte: str = ""
    maatregelen: tuple[str, ...] = ()
    resultaat: str = ""
    gebeurd_van: datetime | None = None
    gebeurd_tot: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    plaats_bron: PlaatsBron = PlaatsBron.KAART
    plaats: str = ""
    plaats_zelf: bool = False
    nauwkeurigheid_m: float | None = None
    voorstel: Plaatsvoorstel | None = None
    aanleiding: str = "EIGEN"
    regime: str = "T"
    herkomst: str = "ZELF"
    locatietype: str = ""
    leeftijd: tuple[str, ...] = ()
    feiten: str = ""
    duiding: str = ""
    met_collega: bool = False
    gericht_tegen_medewerker: bool = False
    doorverwezen_naar: str = ""
    jop_zelf: bool = False
    groep: str = ""
    incident: str = ""
    ronde: str = ""
    zelfde_groep_als: str = ""
    niet_zelfde: tuple[str, ...] = ()
    verwijzingen: tuple[Verwijzing, ...] = ()
    bewerkt: str = ""
    fotos: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        """The main code, "" when none is chosen."""
        return self.soorten[0] if self.soorten else ""

    @property
    def plek(self) -> tuple[float, float] | None:
        """(lon, lat) of the place, None when there is none."""
        return None if self.lon is None or self.lat is None else (self.lon, self.lat)

    def missing(self) -> tuple[str, ...]:
        """What must still be chosen before it can be stored: "soort" and "waar", in the order of the form."""
        return tuple(name for name, there in (("soort", self.soorten), ("waar", self.plek)) if not there)

    def kies_soorten(self, codes: Sequence[str]) -> Self:
        """Choose kinds in order. *GEEN* stands alone and fills what follows from it; another kind takes that back."""
        if GEEN_SOORT in codes and GEEN_SOORT not in self.soorten:
            return replace(
                self, soorten=(GEEN_SOORT,), ernst="", groepsgrootte=GEEN_GROEP, maatregelen=(GEEN_MAATREGEL,),
                resultaat=NIEMAND, doorverwezen_naar="",
            )  # fmt: skip
        left = tuple(code for code in codes if code != GEEN_SOORT) if len(codes) > 1 else tuple(codes)
        if GEEN_SOORT in self.soorten and GEEN_SOORT not in left:
            return replace(self._without_niemand(), soorten=left)
        return replace(self, soorten=left)

    def _without_niemand(self) -> Self:
        kept = tuple(code for code in self.maatregelen if code != GEEN_MAATREGEL)
        size = "" if self.groepsgrootte == GEEN_GROEP else self.groepsgrootte
        return replace(
            self, groepsgrootte=size, maatregelen=kept, resultaat="" if self.resultaat == NIEMAND else self.resultaat
        )

    def kies_maatregelen(self, codes: Sequence[str], lijst: Codelijst, jops: Sequence[Jop] = ()) -> Self:
        """Choose measures in order. An O-measure sets the regime; *naar JOP* refers to the nearest JOP in use."""
        had_o, has_o = has_opsporing(self.maatregelen, lijst), has_opsporing(codes, lijst)
        regime = "O" if has_o else "T" if had_o else self.regime
        verwijzingen = tuple(one for one in self.verwijzingen if one.maatregel in codes)
        changed = replace(self, maatregelen=tuple(codes), regime=regime, verwijzingen=verwijzingen)
        if GEEN_MAATREGEL in codes and GEEN_MAATREGEL not in self.maatregelen:
            changed = replace(
                changed, resultaat=changed.resultaat or NIEMAND, groepsgrootte=changed.groepsgrootte or GEEN_GROEP
            )  # fmt: skip
        return changed.with_nearest_jop(jops)

    def with_nearest_jop(self, jops: Sequence[Jop]) -> Self:
        """Refer to the nearest JOP in use, unless a person chose one; nothing when the measure is not chosen."""
        if JOP_MAATREGEL not in self.maatregelen:
            return replace(self, doorverwezen_naar="", jop_zelf=False)
        if self.jop_zelf or not jops:
            return self
        nearest = next(iter(jops_by_distance(jops, self.plek)), None)
        return replace(self, doorverwezen_naar=nearest[0].uid if nearest else "")

    def kies_plek(self, lon: float, lat: float, bron: PlaatsBron = PlaatsBron.KAART, plaats: str = "") -> Self:
        """A place chosen by a person; a typed name of the place stays, one that came with the old position goes."""
        name = plaats or (self.plaats if self.plaats_zelf else "")
        return replace(
            self, lon=lon, lat=lat, plaats_bron=bron, plaats=name, voorstel=None, nauwkeurigheid_m=None,
            zelfde_groep_als="",
        )  # fmt: skip

    def with_voorstel(self, voorstel: Plaatsvoorstel | None) -> Self:
        """Start from where the boa was last, when no place is chosen yet."""
        if voorstel is None or self.plek is not None:
            return self
        return replace(
            self, lon=voorstel.lon, lat=voorstel.lat, plaats=voorstel.plaats, voorstel=voorstel,
            nauwkeurigheid_m=VOORSTEL_M,
        )  # fmt: skip

    def with_fix(self, fix: Fix) -> Self:
        """Start from where the receiver says one is, until something is chosen: one may fill in elsewhere."""
        if self.begonnen_op is not None or (self.plek is not None and self.voorstel is None):
            return self
        here = Plaatsvoorstel(fix.lon, fix.lat, "", fix.ontvangen, "gps")
        return replace(
            self, lon=fix.lon, lat=fix.lat, plaats="", plaats_bron=PlaatsBron.GPS, voorstel=here,
            nauwkeurigheid_m=fix.nauwkeurigheid_m,
        )  # fmt: skip

    def kies_hier(self, fix: Fix) -> Self:
        """The place of the receiver, because a person asked for it."""
        return replace(self.kies_plek(fix.lon, fix.lat, PlaatsBron.GPS), nauwkeurigheid_m=fix.nauwkeurigheid_m)

    def herhaal(self, vorige: MeldingRecord, now: datetime, ronde: str = "") -> Self:
        """Fill kinds, group size, age and kind of place as in the previous melding, and its place when that was this
        ronde or just now. Time, measures, result, seriousness and texts are those of this event: never copied."""
        old = vorige.melding
        known = {name: getattr(old, name) for name in _CARRIED}
        filled = replace(self, soorten=(old.soort, *old.soorten), **known)
        if self.plek is not None or not is_recent(old, now, ronde):
            return filled
        return filled.with_voorstel(Plaatsvoorstel(old.lon, old.lat, old.plaats, old.gebeurd_van, "melding"))

    def niemand(self) -> Self:
        """A check here and now that found nobody: place, time and reason of this form, nothing else of it."""
        kept = (
            "begonnen_op",
            "gebeurd_van",
            "gebeurd_tot",
            "aanleiding",
            "locatietype",
            "met_collega",
            "ronde",
            *_PLACE,
        )
        return type(self)(**{name: getattr(self, name) for name in kept}).kies_soorten([GEEN_SOORT])

    def has_content(self, begin: Formulier) -> bool:
        """Whether a person chose or wrote anything since begin; a proposed place and a street name are no choice."""
        ignored = {"begonnen_op", "voorstel", "ronde"} | (set(_PLACE) if self.voorstel is not None else {"plaats"})
        if self.plaats_zelf:
            ignored -= {"plaats", "plaats_zelf"}
        return any(getattr(self, name) != getattr(begin, name) for name in _ALL_FIELDS - ignored)

    def begin(self, now: datetime) -> Self:
        """Remember when the first choice was made."""
        return self if self.begonnen_op is not None else replace(self, begonnen_op=now)

    def moment(self, now: datetime) -> datetime:
        """When it happened. *Nu* is now, unless the form was begun more than ten minutes ago: then it was then."""
        if self.gebeurd_van is not None:
            return self.gebeurd_van
        return self.begonnen_op if self.begonnen_op is not None and not self.is_nu(now) else now

    def is_nu(self, now: datetime) -> bool:
        """Whether the time on the form still runs along with the clock."""
        return self.gebeurd_van is None and (self.begonnen_op is None or now - self.begonnen_op <= NU_TOLERANCE)

    def to_melding(self, now: datetime) -> Melding:
        """The melding as filled in. Raises UserError veld_ontbreekt(veld) when soort or place is missing."""
        if not self.soort or self.plek is None:
            raise UserError("veld_ontbreekt", veld="soort" if not self.soort else "lon")
        names = [name for name in MELDING_VELDEN if name in _TOLD and name not in ("gebeurd_van", "soorten")]
        return Melding(
            gebeurd_van=self.moment(now), soort=self.soort, soorten=self.soorten[1:],
            **{name: getattr(self, name) for name in names},
        )  # fmt: skip

    def stored_verwijzingen(self) -> tuple[Opsporingsverwijzing, ...]:
        """The external registrations that have a number."""
        return tuple(
            Opsporingsverwijzing("", "", one.maatregel, one.registratienummer.strip(), one.artikel, one.aantal)
            for one in self.verwijzingen if one.registratienummer.strip()
        )  # fmt: skip

    def changes_to(self, melding: Melding, now: datetime) -> dict[str, Any]:
        """The JSON values of the fields that differ from a stored melding."""
        mine, stored = self.to_melding(now).to_values(), melding.to_values()
        names = (_TOLD | {"soort"}) & set(mine)
        return {name: mine[name] for name in mine if name in names and mine[name] != stored[name]}

    def to_concept(self) -> dict[str, Any]:
        """JSON values for a draft: fields of the melding under their own names, the rest beside them; soorten holds the
        main code too."""
        values: dict[str, Any] = {
            name: _to_json(getattr(self, name)) for name in (*MELDING_VELDEN, *_OWN_KEYS) if name in _FORM_FIELDS
        }
        values["verwijzingen"] = [[v.maatregel, v.registratienummer, v.artikel, v.aantal] for v in self.verwijzingen]
        return values

    @classmethod
    def from_concept(cls, inhoud: Mapping[str, Any]) -> Self:
        """The form of a draft. What this version does not understand is left out: a draft always opens."""
        known: dict[str, Any] = {}
        for name in _FORM_FIELDS & set(inhoud) - {"soorten", "verwijzingen"}:
            value = _read(name, inhoud[name])
            if value is not None:
                known[name] = value
        soorten = tuple(dict.fromkeys(code for code in _texts(inhoud.get("soorten")) if code))
        return cls(soorten=soorten, verwijzingen=_read_verwijzingen(inhoud.get("verwijzingen")), **known)

    @classmethod
    def from_record(cls, record: MeldingRecord) -> Self:
        """The form of a stored melding, to change it."""
        melding = record.melding
        names = [name for name in MELDING_VELDEN if name in _TOLD and name != "soorten"]
        return cls(
            soorten=(melding.soort, *melding.soorten), bewerkt=record.uid, plaats_zelf=bool(melding.plaats),
            jop_zelf=JOP_MAATREGEL in melding.maatregelen, **{name: getattr(melding, name) for name in names},
        )  # fmt: skip


_ALL_FIELDS = frozenset(field.name for field in fields(Formulier))
_FORM_FIELDS = _ALL_FIELDS - {"voorstel"}
# What the form itself tells of a melding; photos are no words of the form, they follow their draft.
_TOLD = _FORM_FIELDS - {"fotos"}


def local_moment(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    """Aware UTC of a date and time on Dutch clocks; an hour that exists twice is the first of the two."""
    return datetime(year, month, day, hour, minute, tzinfo=local_zone()).astimezone(UTC)


def has_opsporing(codes: Iterable[str], lijst: Codelijst) -> bool:
    """Whether one of the measures belongs to regime O."""
    return any(code in lijst and lijst.get(code).regime == "O" for code in codes)


def jops_by_distance(jops: Sequence[Jop], plek: tuple[float, float] | None) -> list[tuple[Jop, float]]:
    """The JOP's in use with their metres as the crow flies, nearest first; none without a place."""
    if plek is None:
        return []
    reach = [(jop, distance_m(*plek, jop.lon, jop.lat)) for jop in jops if jop.status is JopStatus.ACTIEF]
    return sorted(reach, key=lambda pair: pair[1])


def is_recent(melding: Melding, now: datetime, ronde: str) -> bool:
    """Whether the place of an earlier melding may still be where the boa is: this ronde, or at most two hours ago."""
    return bool(ronde and melding.ronde == ronde) or abs(now - melding.gebeurd_van) <= SAME_PLACE


def _to_json(value: Any) -> Any:  # noqa: ANN401 - field values in, JSON values out
    if isinstance(value, datetime):
        return to_iso(value)
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, PlaatsBron) else value


def _read(name: str, value: Any) -> Any:  # noqa: ANN401
    try:
        if name in ("gebeurd_van", "gebeurd_tot", "begonnen_op"):
            return from_iso(value) if isinstance(value, str) else None
        if name == "niet_zelfde":
            return tuple(_texts(value))
        if name in ("plaats_zelf", "jop_zelf"):
            return value is True
        if name in ("zelfde_groep_als", "bewerkt"):
            return value if isinstance(value, str) else None
        return parse_veld(name, value)
    except (UserError, ValueError):
        return None


def _texts(value: object) -> list[str]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def _read_verwijzingen(value: object) -> tuple[Verwijzing, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(
        Verwijzing(str(row[0]), str(row[1]), str(row[2]), row[3])
        for row in rows
        if isinstance(row, list) and len(row) == 4 and isinstance(row[3], int)
    )
