"""The fields of a melding in words: labels, values and the lines of its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.melding import CODE_VELDEN, Melding
from boa_app.domain.moments import from_iso
from boa_app.texts import formats, label

if TYPE_CHECKING:
    from boa_app.usecases.meldingen_lezen import Wijziging

CREATED, PLACE = "*", "positie"
_NUMBERS = ("lon", "lat")
# What a person reads, in this order; the rest is told elsewhere on the page or means nothing to a reader.
SHOWN = (
    "soort", "soorten", "ernst", "groepsgrootte", "leeftijd", "maatregelen", "doorverwezen_naar", "resultaat",
    "plaats", "locatietype", "nauwkeurigheid_m", "aanleiding", "herkomst", "regime", "met_collega",
    "gericht_tegen_medewerker", "feiten", "duiding", "bron_categorie",
)  # fmt: skip
_UNTOLD = frozenset({"bron"})


@dataclass(frozen=True, slots=True)
class Known:
    """Names behind the uids a melding may hold."""

    jops: Mapping[str, str] = field(default_factory=dict)


class DetailWords(QObject):
    """Says fields in one language."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language = lijsten, language

    def title(self, melding: Melding) -> str:
        """What it is about, in one line."""
        soort = self._lijsten["soort"].label(melding.soort, self._language)
        if melding.soort == "GEEN" or not melding.groepsgrootte:
            return soort
        group = self._lijsten["groepsgrootte"].kort(melding.groepsgrootte, self._language).lower()
        return self.tr("{soort}, groep {grootte}").format(soort=soort, grootte=group)

    def when(self, melding: Melding) -> str:
        """Moment or window."""
        return formats.moment_range(melding.gebeurd_van, melding.gebeurd_tot, self._language)

    def name(self, veld: str) -> str:
        """The word for a field, as a heading."""
        word = label("veld", veld, self._language)
        return word[:1].upper() + word[1:]

    def fields(self, melding: Melding, known: Known) -> list[tuple[str, str]]:
        """Label and value of every field that is filled in, in reading order."""
        values = melding.to_values()
        rows = [(self.name(veld), self.value(veld, values[veld], known)) for veld in SHOWN]
        return [(name, value) for name, value in rows if value]

    def value(self, veld: str, value: Any, known: Known) -> str:  # noqa: ANN401 - JSON values
        """One JSON value as a person reads it; empty for nothing."""
        if value in (None, "", [], ()) or value is False:
            return ""
        if veld in CODE_VELDEN:
            lijst = self._lijsten[CODE_VELDEN[veld]]
            codes: Iterable[str] = value if isinstance(value, list | tuple) else (value,)
            return ", ".join(lijst.label(code, self._language) for code in codes)
        if veld in _NUMBERS:
            return formats.number(float(value), self._language, 5)
        told: dict[str, Callable[[], str]] = {
            "met_collega": lambda: self.tr("ja"),
            "gericht_tegen_medewerker": lambda: self.tr("ja"),
            "gebeurd_van": lambda: formats.moment(from_iso(value), self._language),
            "gebeurd_tot": lambda: formats.moment(from_iso(value), self._language),
            "nauwkeurigheid_m": lambda: self._within(float(value)),
            "doorverwezen_naar": lambda: known.jops.get(str(value), self.tr("een JOP")),
            "incident": lambda: self.tr("gekoppeld"),
            "ronde": lambda: self.tr("gekoppeld"),
            "status": lambda: label("status", str(value), self._language),
        }
        return told[veld]() if veld in told else str(value)

    def _within(self, distance_m: float) -> str:
        return self.tr("binnen {afstand}").format(afstand=formats.distance(distance_m, self._language))

    def history(self, lines: Sequence[Wijziging], account: str, known: Known) -> list[tuple[str, str]]:
        """What changed and by whom, newest first."""
        return [(self._sentence(line, known), self._by(line, account)) for line in lines if line.veld not in _UNTOLD]

    def _sentence(self, line: Wijziging, known: Known) -> str:
        if line.veld == CREATED:
            return self.tr("Vastgelegd")
        if line.veld == PLACE:
            return self.tr("Plaats op de kaart verzet")
        if line.veld == "fotos":
            return self._photos(len(line.oud or ()), len(line.nieuw or ()))
        name = self.name(line.veld)
        old, new = self.short(line.veld, line.oud, known), self.short(line.veld, line.nieuw, known)
        if line.veld in ("feiten", "duiding"):
            return self.tr("{veld} aangepast").format(veld=name)
        if not old:
            return self.tr("{veld}: {nieuw}").format(veld=name, nieuw=new)
        if not new:
            return self.tr("{veld}: {oud} weggehaald").format(veld=name, oud=old)
        return self.tr("{veld}: van {oud} naar {nieuw}").format(veld=name, oud=old, nieuw=new)

    def _photos(self, before: int, after: int) -> str:
        """How many came or went; what is on them is told nowhere in words."""
        if after > before:
            return self.tr("Foto toegevoegd") if after == before + 1 else self.tr("Foto's toegevoegd")
        return self.tr("Foto weggehaald") if after == before - 1 else self.tr("Foto's weggehaald")

    def short(self, veld: str, value: Any, known: Known) -> str:  # noqa: ANN401 - JSON values
        """The value with the short words of the lists: two long ones make a line nobody reads."""
        if veld not in CODE_VELDEN or not value:
            return self.value(veld, value, known)
        lijst = self._lijsten[CODE_VELDEN[veld]]
        codes: Iterable[str] = value if isinstance(value, list | tuple) else (value,)
        return ", ".join(lijst.kort(code, self._language) for code in codes)

    def _by(self, line: Wijziging, account: str) -> str:
        who = self.tr("u") if line.wie == account else self.tr("een collega")
        moment = formats.moment(line.wanneer, self._language)
        return ", ".join(part for part in (who, moment, line.reden) if part)
