"""What an import says to a person: the words for how a file was read, and for what becomes of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from boa_app.texts import formats
from boa_app.texts.catalogue import label, sentence
from boa_app.ui.widgets.tag import TagKind

if TYPE_CHECKING:
    from boa_app.usecases.importplan import BestandPlan, Importplan, VoorbeeldRij

# What a reader needs before it can do anything, and what stands in the summary of one line.
SUMMED_UP = ("scheidingsteken", "volgorde", "stelsel")


class Sign(NamedTuple):
    """A word with its look; colour never says it alone."""

    word: str
    kind: TagKind
    icon: str


class ImportWords(QObject):
    """Words for the codes of the import; a QObject only for its language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._parts = self._part_words()
        self._values = self._value_words()
        self._roles = self._role_words()

    def number(self, value: int) -> str:
        """1.240."""
        return formats.number(value, self.language)

    def part(self, code: str) -> str:
        """What a guess is about."""
        return self._parts.get(code, code)

    def value(self, part: str, code: str) -> str:
        """What was guessed, in words; a code without words is shown as it is: a sheet, a row number."""
        if part == "kopregel":
            return self.tr("rij {rij}").format(rij=code) if code not in ("", "0") else self.tr("geen")
        return self._values.get((part, code.lower() if part == "codering" else code), code)

    def role(self, code: str) -> str:
        """What a column is for."""
        return self._roles.get(code, code)

    def roles(self) -> tuple[str, ...]:
        """Every role in the order of the screen."""
        return tuple(self._roles)

    def outcome(self, code: str) -> Sign:
        """What becomes of a row."""
        known = {
            "toevoegen": Sign(self.tr("toevoegen"), TagKind.OK, "plus"),
            "bestaand": Sign(self.tr("bestaat al"), TagKind.NEUTRAAL, "check"),
            "overslaan": Sign(self.tr("overslaan"), TagKind.NEUTRAAL, "arrow-right"),
            "afkeuren": Sign(self.tr("afgekeurd"), TagKind.FOUT, "circle-alert"),
        }
        return known.get(code, Sign(code, TagKind.NEUTRAAL, "info"))

    def sign_of(self, row: VoorbeeldRij) -> Sign:
        """What becomes of a row; nobody can tell while a column it needs is still to be chosen."""
        if str(row.uitkomst) == "afkeuren" and not row.reden:
            return Sign(self.tr("nog te kiezen"), TagKind.NEUTRAAL, "circle-dashed")
        return self.outcome(str(row.uitkomst))

    def reason(self, code: str) -> str:
        """Why a row is rejected, as a sentence."""
        return sentence(f"afkeur_{code}", self.language) if code else ""

    def status(self, code: str) -> Sign:
        """How an earlier import stands."""
        known = {
            "klaar": Sign(self.tr("klaar"), TagKind.OK, "check"),
            "bezig": Sign(self.tr("bezig"), TagKind.LET, "clock"),
            "gepauzeerd": Sign(self.tr("gepauzeerd"), TagKind.LET, "pause"),
            "afgebroken": Sign(self.tr("afgebroken"), TagKind.LET, "square"),
            "ongedaan": Sign(self.tr("ongedaan gemaakt"), TagKind.NEUTRAAL, "undo-2"),
        }
        return known.get(code, Sign(code, TagKind.NEUTRAAL, "info"))

    def source(self, profile: str) -> str:
        """What kind of file it is."""
        known = {
            "police-uk": self.tr("een bestand van data.police.uk"),
            "signalen": self.tr("een uitvoer van Signalen"),
            "tabel": self.tr("een tabel"),
        }
        return known.get(profile, profile)

    def summary(self, plan: Importplan) -> str:
        """The whole guess in one sentence."""
        rows = sum(bestand.regels for bestand in plan.bestanden)
        counted = formats.count_of(rows, self.tr("rij"), self.tr("rijen"), self.language)
        if not plan.totalen.geteld:
            counted = self.tr("ten minste {rijen}").format(rijen=counted)
        first = plan.bestanden[0]
        parts = [counted, *self._summed_up(first)]
        if len(plan.bestanden) == 1:
            return self.tr("Dit is {bron} met {kenmerken}.").format(
                bron=self.source(first.profiel), kenmerken=", ".join(parts)
            )
        return self.tr("Dit zijn {aantal} bestanden met samen {kenmerken}.").format(
            aantal=self.number(len(plan.bestanden)), kenmerken=", ".join(parts)
        )

    def totals(self, counts: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
        """Per outcome its number with its word, in fixed order; the first always, the others when there are any."""
        words = {
            "toevoegen": self.tr("toevoegen"),
            "bestaand": self.tr("bestaat al") if counts.get("bestaand") == 1 else self.tr("bestaan al"),
            "overslaan": self.tr("overslaan"),
            "afkeuren": self.tr("afgekeurd"),
        }
        told = [(code, f"{self.number(counts[code])} {word}") for code, word in words.items() if code in counts]
        return tuple((code, text) for code, text in told if counts[code] or code in ("toevoegen", "afkeuren"))

    def notes(self, plan: Importplan) -> list[str]:
        """What a person should know although nothing has to be settled."""
        told = self.counted_notes(plan.totalen.geweerd, plan.totalen.klokwissel)
        for bestand in plan.bestanden:
            for code, nr in (("import_wacht", bestand.wacht), ("import_eerder", bestand.eerder)):
                if nr:
                    told.append(sentence(code, self.language, bestand=bestand.naam, nr=nr))
        return told

    def counted_notes(self, geweerd: int, klokwissel: int) -> list[str]:
        """The same about rows, before and after an import."""
        counts = {"import_geweerd": geweerd, "import_klokwissel": klokwissel}
        return [sentence(code, self.language, aantal=self.number(count)) for code, count in counts.items() if count]

    def names(self, names: Sequence[str]) -> str:
        """Names of files, or their number when there are many."""
        if len(names) == 1:
            return names[0]
        return self.tr("{naam} en {aantal} meer").format(naam=names[0], aantal=self.number(len(names) - 1))

    def _summed_up(self, bestand: BestandPlan) -> list[str]:
        guesses = {gok.onderdeel: gok.waarde for gok in bestand.gokken}
        if bestand.profiel != "tabel":
            return []
        known = [(part, guesses[part]) for part in SUMMED_UP if guesses.get(part)]
        return [self._short(part, value) for part, value in known]

    def _short(self, part: str, value: str) -> str:
        short = {
            ("volgorde", "dag_eerst"): self.tr("Nederlandse datums"),
            ("volgorde", "maand_eerst"): self.tr("Amerikaanse datums"),
            ("volgorde", "jaar_eerst"): self.tr("datums met het jaar vooraan"),
            ("stelsel", "rd"): self.tr("RD-coördinaten"),
            ("stelsel", "wgs84"): self.tr("lengte- en breedtegraden"),
        }
        return short.get((part, value), self.value(part, value))

    def _part_words(self) -> dict[str, str]:
        return {
            "werkblad": self.tr("Werkblad"),
            "codering": self.tr("Tekens en accenten"),
            "scheidingsteken": self.tr("Tussen de kolommen"),
            "kopregel": self.tr("Kopregel"),
            "volgorde": self.tr("Volgorde van dag en maand"),
            "getallen": self.tr("Getallen"),
            "stelsel": self.tr("X en Y"),
            "assen": self.tr("Volgorde van X en Y"),
            "kolommen": self.tr("Kolommen"),
            "profiel": self.tr("Soort bestand"),
        }

    def _value_words(self) -> dict[tuple[str, str], str]:
        return {
            ("codering", "utf-8"): "UTF-8",
            ("codering", "utf-8-sig"): "UTF-8",
            ("codering", "utf-16"): "UTF-16",
            ("codering", "utf-16-le"): "UTF-16",
            ("codering", "utf-16-be"): "UTF-16",
            ("codering", "cp1252"): self.tr("Windows, West-Europa"),
            ("codering", "cp850"): self.tr("oud Windows (DOS)"),
            ("codering", "iso-8859-15"): self.tr("West-Europa (ISO)"),
            ("scheidingsteken", ";"): self.tr("puntkomma"),
            ("scheidingsteken", ","): self.tr("komma"),
            ("scheidingsteken", "\t"): self.tr("tab"),
            ("scheidingsteken", "|"): self.tr("staande streep"),
            ("volgorde", "dag_eerst"): self.tr("dag, maand, jaar"),
            ("volgorde", "maand_eerst"): self.tr("maand, dag, jaar (Amerikaans)"),
            ("volgorde", "jaar_eerst"): self.tr("jaar, maand, dag"),
            ("volgorde", "reeksgetal"): self.tr("dagen van Excel, vanaf 1900"),
            ("volgorde", "reeksgetal_1904"): label("importgok", "reeksgetal_1904", self.language),
            ("getallen", "komma"): self.tr("decimale komma"),
            ("getallen", "punt"): self.tr("decimale punt"),
            ("getallen", "komma_duizend"): self.tr("decimale komma, punt bij duizend"),
            ("getallen", "punt_duizend"): self.tr("decimale punt, komma bij duizend"),
            ("stelsel", "rd"): self.tr("RD-coördinaten (meters)"),
            ("stelsel", "wgs84"): self.tr("lengte- en breedtegraden"),
            ("assen", "lon_lat"): self.tr("zoals de kolommen heten"),
            ("assen", "lat_lon"): self.tr("verwisseld"),
        }

    def _role_words(self) -> dict[str, str]:
        return {
            "datum": self.tr("Datum"),
            "tijd": self.tr("Tijd"),
            "einddatum": self.tr("Einddatum"),
            "eindtijd": self.tr("Eindtijd"),
            "lon": self.tr("X (lengtegraad)"),
            "lat": self.tr("Y (breedtegraad)"),
            "punt": self.tr("X en Y in één kolom"),
            "plaats": self.tr("Straat"),
            "soort": self.tr("Soort"),
            "ernst": self.tr("Ernst"),
            "groepsgrootte": self.tr("Groepsgrootte"),
            "aanleiding": self.tr("Aanleiding"),
            "locatietype": self.tr("Soort plek"),
            "resultaat": self.tr("Resultaat"),
            "id": self.tr("Eigen nummer"),
        }
