"""What a person said about files to import: the same things a columns file tells, in a form that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.kolommen import CHOICES, NAMES, Kolomwijzer

# What can be said about a file, besides its columns and codes.
ONDERDELEN = ("werkblad", "codering", "scheidingsteken", "kopregel", "volgorde", "getallen", "stelsel", "assen")


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What was corrected or confirmed.

    waarden: onderdeel -> value, which counts as confirmed. kolommen: field -> name in the header, "" for no column.
    soorten: label of the source -> our code, "" for leaving out. bevestigd: guesses that are right as they are.
    soort: only rows with this label, "" for all. profiel: auto, police-uk, signalen or tabel.
    """

    waarden: Mapping[str, str] = field(default_factory=dict)
    kolommen: Mapping[str, str] = field(default_factory=dict)
    soorten: Mapping[str, str] = field(default_factory=dict)
    bevestigd: frozenset[str] = frozenset()
    soort: str = ""
    profiel: str = "auto"

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "waarden": dict(self.waarden), "kolommen": dict(self.kolommen), "soorten": dict(self.soorten),
            "bevestigd": sorted(self.bevestigd), "soort": self.soort, "profiel": self.profiel,
        }  # fmt: skip


def keuzes_from_json(data: Mapping[str, Any]) -> Keuzes:
    """The choices that were kept; what is missing is not chosen."""
    return Keuzes(
        waarden=dict(data.get("waarden", {})),
        kolommen=dict(data.get("kolommen", {})),
        soorten=dict(data.get("soorten", {})),
        bevestigd=frozenset(data.get("bevestigd", ())),
        soort=str(data.get("soort", "")),
        profiel=str(data.get("profiel", "auto")),
    )


def wijzer_of(keuzes: Keuzes) -> Kolomwijzer:
    """The choices as the readers want them. Raises UserError keuze_ongeldig(wat, waarde)."""
    told = keuzes.waarden
    for name, value in told.items():
        if name not in ONDERDELEN or (name in CHOICES and value not in CHOICES[name]):
            raise UserError("keuze_ongeldig", wat=name[:40], waarde=value[:40])
    if unknown := set(keuzes.kolommen) - set(NAMES):
        raise UserError("keuze_ongeldig", wat="kolommen", waarde=", ".join(sorted(unknown))[:40])
    order, kopregel = told.get("volgorde", ""), told.get("kopregel", "0")
    if not kopregel.isdecimal():
        raise UserError("keuze_ongeldig", wat="kopregel", waarde=kopregel[:40])
    if order and order not in tuple(map(str, Volgorde)):
        raise UserError("keuze_ongeldig", wat="volgorde", waarde=order[:40])
    return Kolomwijzer(
        kolommen=keuzes.kolommen,
        soorten=keuzes.soorten,
        scheidingsteken=told.get("scheidingsteken", ""),
        codering=told.get("codering", ""),
        volgorde=Volgorde(order) if order else None,
        kopregel=int(kopregel),
        werkblad=told.get("werkblad", ""),
        getallen=told.get("getallen", ""),
        stelsel=told.get("stelsel", ""),
        assen=told.get("assen", ""),
        bevestigd=keuzes.bevestigd | frozenset(told),
    )
