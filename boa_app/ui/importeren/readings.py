"""From a plan to what the window shows of it: rows to look at and change, and why importing is not possible yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.texts import formats
from boa_app.ui.importeren.guesses import Guess
from boa_app.ui.importeren.preview import CLOSED_ROLES
from boa_app.ui.importeren.words import ImportWords

if TYPE_CHECKING:
    from boa_app.usecases.importplan import BestandPlan, Gok, Importplan, Kolom

FILE_CODE = "bestand"
ROLE = "rol:"
# Always in sight: without the first three nothing can be imported, the others are what people look for.
_ALWAYS = ("datum", "lon", "lat", "plaats", "soort")
_REQUIRED = ("datum", "lon", "lat")
_SHOWN_EXAMPLES = 2
_TABLE, _COLUMNS, _ORDER, _HEADER = "tabel", "kolommen", "volgorde", "kopregel"
# What changes the meaning of a row stands before what only changes how it looks.
_MEANING = ("werkblad", _COLUMNS, _ORDER, "stelsel", "assen", "getallen")


def missing_roles(bestand: BestandPlan) -> tuple[str, ...]:
    """What a table cannot do without and has no column for; one column may hold both parts of a position."""
    if bestand.profiel != _TABLE:
        return ()
    roles = {kolom.rol for kolom in bestand.kolommen}
    has_point = "punt" in roles
    return tuple(role for role in _REQUIRED if role not in roles and not (has_point and role != "datum"))


class Readings(QObject):
    """Makes the rows in one language."""

    def __init__(self, words: ImportWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def guesses(self, plan: Importplan, place: int) -> list[Guess]:
        """Everything about one file of the plan that a person can look at."""
        bestand = plan.bestanden[place]
        found = [self._file(plan, place)] if len(plan.bestanden) > 1 else []
        told = {gok.onderdeel: self._guess(plan, place, gok) for gok in bestand.gokken}
        if told.get(_COLUMNS) and (told[_COLUMNS].state == "zeker" or missing_roles(bestand)):
            # The columns stand below one by one; all together only where they are all there and that is a doubt.
            del told[_COLUMNS]
        roles = self._roles(plan, bestand) if bestand.profiel == _TABLE else [self._known_form(bestand)]
        first = [told.pop(part) for part in _MEANING if part in told]
        found += [*first, *roles, *told.values()]
        # What needs a look comes first; the rest keeps its order.
        return sorted(found, key=lambda guess: guess.state not in ("twijfel", "mist"))

    def first_to_look_at(self, plan: Importplan) -> int:
        """The first file with a doubt in it or a column missing, else the first of all."""
        doubtful = {place for place, _part in plan.twijfels}
        return next(
            (place for place, bestand in enumerate(plan.bestanden) if place in doubtful or missing_roles(bestand)), 0
        )

    def is_incomplete(self, plan: Importplan) -> bool:
        """Whether a column must be pointed out before anything can be counted."""
        return any(missing_roles(bestand) for bestand in plan.bestanden)

    def to_look_at(self, plan: Importplan) -> str:
        """How much still needs a look, for the head of the list."""
        missing = self.is_incomplete(plan)
        count = len({part for _place, part in plan.twijfels if not (missing and part == _COLUMNS)}) + len(
            {role for bestand in plan.bestanden for role in missing_roles(bestand)}
        )
        return self.tr("{aantal} na te kijken").format(aantal=count) if count else ""

    def obstacle(self, plan: Importplan) -> str:
        """Why importing is not possible yet, in few words; empty when it is."""
        missing = [role for bestand in plan.bestanden for role in missing_roles(bestand)]
        if missing:
            # Without what stands in brackets, for which the corner of a small window has no room.
            return self.tr("Kies de kolom {rol}").format(rol=self._words.role(missing[0]).partition(" (")[0])
        doubts = len({part for _place, part in plan.twijfels})
        if doubts:
            text = formats.count_of(doubts, self.tr("punt"), self.tr("punten"), self._words.language)
            return self.tr("Kijk eerst {punten} na").format(punten=text)
        if not plan.totalen.geteld:
            return self.tr("De rijen worden nog geteld")
        if not plan.totalen.toevoegen:
            return self.tr("Er is niets toe te voegen")
        return ""

    def role_choices(self, bestand: BestandPlan) -> list[tuple[str, str]]:
        """What a column can be for, "" for nothing; with the column that has the role now."""
        now = {kolom.rol: kolom.kop for kolom in bestand.kolommen}
        choices = [("", self.tr("Niet gebruiken"))]
        for role in self._words.roles():
            text = self._words.role(role)
            if role in now:
                text = self.tr("{rol} (nu {kolom})").format(rol=text, kolom=now[role])
            choices.append((role, text))
        return choices

    def _file(self, plan: Importplan, place: int) -> Guess:
        choices = tuple((str(number), bestand.naam) for number, bestand in enumerate(plan.bestanden))
        text = self.tr("{nr} van {aantal}").format(nr=place + 1, aantal=len(plan.bestanden))
        return Guess(FILE_CODE, self.tr("Bestand {nr}").format(nr=text), str(place), choices[place][1], "", "", choices)

    def _known_form(self, bestand: BestandPlan) -> Guess:
        """A form that is known as a whole leaves nothing to guess; what it leaves out is said."""
        left_out = {
            "police-uk": self.tr("Alleen de maand is bekend. De bron legt elke plaats op een vast punt in de buurt."),
            "signalen": self.tr("Vrije tekst en gegevens van melders worden nooit ingelezen."),
        }
        text = self._words.source(bestand.profiel)
        return Guess("profiel", self._words.part("profiel"), "", text[:1].upper() + text[1:], left_out[bestand.profiel])

    def _guess(self, plan: Importplan, place: int, gok: Gok) -> Guess:
        choices = []
        for way in gok.alternatieven:
            text, example = self._words.value(gok.onderdeel, way.waarde), self._example(gok.onderdeel, way.voorbeeld)
            if gok.onderdeel == "werkblad" and example.isdecimal():
                example = formats.count_of(int(example), self.tr("rij"), self.tr("rijen"), self._words.language)
            choices.append((way.waarde, f"{text}: {example}" if example else text))
        state = "zeker"
        if (place, gok.onderdeel) in plan.twijfels:
            state = "twijfel"
        elif gok.onderdeel in plan.keuzes.waarden or gok.onderdeel in plan.keuzes.bevestigd:
            state = "gekozen"
        example = ""
        if gok.voorbeeld and gok.onderdeel != _COLUMNS:
            form = self.tr("kolommen: {voorbeeld}") if gok.onderdeel == _HEADER else self.tr("rij: {voorbeeld}")
            example = form.format(voorbeeld=gok.voorbeeld)
        if state == "twijfel":
            example = "\n".join(part for part in (example, self._why(plan, gok)) if part)
        return Guess(
            gok.onderdeel, self._words.part(gok.onderdeel), gok.waarde, self._value(gok), example, state,
            tuple(choices),
        )  # fmt: skip

    def _why(self, plan: Importplan, gok: Gok) -> str:
        """What is in doubt, and what to do where none of the choices is right."""
        if gok.onderdeel == _ORDER:
            return self._why_order(plan, gok)
        reasons = {
            "werkblad": self.tr("Meer bladen bevatten een tabel. Kies het blad met de meldingen."),
            _COLUMNS: self.tr("Een andere kolom kan ook bedoeld zijn. Klopt het niet? Wijzig de kolommen hieronder."),
            "assen": self.tr("De getallen passen ook andersom. Kijk op de kaart waar de rijen liggen."),
            "getallen": self.tr("De punt of komma kan ook duizend betekenen. Kijk op de kaart waar de rijen liggen."),
        }
        return reasons.get(gok.onderdeel, "")

    def _why_order(self, plan: Importplan, gok: Gok) -> str:
        ways = {way.waarde for way in gok.alternatieven}
        if gok.onderdeel in plan.keuzes.waarden:
            return self.tr("Zo kloppen niet alle datums. Kies anders, of splits het bestand per schrijfwijze.")
        if "reeksgetal_1904" in ways:
            return self.tr("Excel telt dagen vanaf 1900, op een oude Mac vanaf 1904. Kies de dag die klopt.")
        if "jaar_eerst" in ways:
            return self.tr("Het jaar heeft twee cijfers en kan vooraan of achteraan staan.")
        return self.tr("Niet elke datum zegt wat de maand is. Staan er twee manieren door elkaar? Splits het bestand.")

    def _example(self, part: str, text: str) -> str:
        """How a row would read: a day in words, so that day and month cannot be mixed up once more."""
        if part != _ORDER:
            return text
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            return text
        return f"{formats.long_date(day, self._words.language)} {day.year}"

    def _value(self, gok: Gok) -> str:
        if gok.onderdeel == _COLUMNS:
            if gok.voorbeeld:
                return self.tr("Gelezen uit {kolommen}").format(kolommen=gok.voorbeeld)
            return ", ".join(self._words.role(part.strip()) for part in gok.waarde.split(","))
        return self._words.value(gok.onderdeel, gok.waarde)

    def _roles(self, plan: Importplan, bestand: BestandPlan) -> list[Guess]:
        by_role = {kolom.rol: kolom for kolom in bestand.kolommen if kolom.rol and kolom.rol not in CLOSED_ROLES}
        missing = missing_roles(bestand)
        wanted = [role for role in self._words.roles() if role in by_role or role in missing]
        needless = ("lon", "lat") if "punt" in by_role else ()
        wanted += [role for role in _ALWAYS if role not in wanted and role not in needless]
        order = self._words.roles()
        return [
            self._role(plan, bestand, role, by_role.get(role)) for role in sorted(wanted, key=order.index)
        ]  # fmt: skip

    def _role(self, plan: Importplan, bestand: BestandPlan, role: str, kolom: Kolom | None) -> Guess:
        choices = [("", self.tr("geen kolom"))]
        for other in bestand.kolommen:
            if other.rol not in CLOSED_ROLES:
                sample = next((text for text in other.voorbeelden if text), "")
                choices.append((other.kop, f"{other.kop}: {sample}" if sample else other.kop))
        state = "mist" if role in missing_roles(bestand) else "gekozen" if role in plan.keuzes.kolommen else ""
        label = self._words.role(role)
        if kolom is None:
            text = self.tr("nog geen kolom") if state == "mist" else self.tr("geen kolom")
            return Guess(f"{ROLE}{role}", label, "", text, "", state, tuple(choices))
        shown = [text for text in kolom.voorbeelden if text][:_SHOWN_EXAMPLES]
        example = self.tr("bijvoorbeeld {waarden}").format(waarden=" · ".join(shown)) if shown else ""
        return Guess(f"{ROLE}{role}", label, kolom.kop, kolom.kop, example, state, tuple(choices))
