"""A bonnetje, what waits and where the centre is, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.domain.errors import BoaError
from boa_app.domain.moments import to_local
from boa_app.texts import error_sentence, formats
from boa_app.ui.sync.bonnetje import BonBeeld, BonRegel
from boa_app.usecases.synchroniseren import Syncstand, Voortgang

FOTOS, OPGEHAALD, WIJZIGINGEN = "fotos", "opgehaald", "wijzigingen"
_FIRST = ("melding", WIJZIGINGEN, "ronde")
_CUT_OFF = (BonStatus.BEZIG, BonStatus.ONDERBROKEN, BonStatus.MISLUKT)
MINUTE_S = 60
RUNS_OUT_SOON = timedelta(days=4)


class SyncWords(QObject):
    """Says it in one language; a QObject only for its words."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def bon(self, bon: Bonnetje) -> BonBeeld:
        """A bonnetje as it is drawn."""
        name = self.tr("Bonnetje {nr}").format(nr=f"{bon.nr:04d}") if bon.nr else self.tr("Bonnetje")
        verdict, more = self._verdict(bon)
        icon = "clock-arrow-up" if not bon.is_gelijk and bon.status is BonStatus.GELUKT else ""
        return BonBeeld(
            name, self._when(bon), verdict, more, bon.is_gelijk, self._lines(bon), self._checks(bon),
            self.tr("Op dit apparaat is niets vervangen voordat de centrale het bevestigde."), icon,
        )  # fmt: skip

    def step(self, progress: Voortgang) -> tuple[str, str]:
        """A step of the sync, and its numbers."""
        steps = {
            "contact": self.tr("Contact met de centrale"),
            "sturen": self.tr("Wijzigingen sturen"),
            "fotos": self.tr("Foto's sturen en ophalen"),
            "ophalen": self.tr("Nieuws ophalen"),
            "opschonen": self.tr("Opschonen wat weg moet"),
            "bevestigen": self.tr("Tellingen vergelijken"),
        }
        done = formats.number(progress.gedaan, self.language)
        numbers = done if progress.gedaan else ""
        if progress.totaal:
            total = formats.number(progress.totaal, self.language)
            numbers = self.tr("{gedaan} van {totaal}").format(gedaan=done, totaal=total)
        return steps.get(progress.stap, self.tr("Bezig")), numbers

    def contact(self, stand: Syncstand | None, now: datetime, problem: BoaError | None) -> str:
        """How it is with the centre, in one line."""
        if stand is None or not stand.aangemeld:
            return self.tr("Nog niet aangemeld bij een centrale")
        if stand.laatste_contact is None:
            return self.tr("Aangemeld, nog geen contact gehad")
        when = self.moment(stand.laatste_contact, now)
        if problem is not None:
            return self.tr("Geen verbinding, laatste contact {wanneer}").format(wanneer=when)
        return self.tr("Laatste contact {wanneer}").format(wanneer=when)

    def moment(self, at: datetime, now: datetime) -> str:
        """The time alone for today, else with its day."""
        if to_local(at).date() == to_local(now).date():
            return formats.time(at)
        return formats.moment(at, self.language, to_local(now).date())

    def clock_off(self, seconds: int) -> tuple[str, str]:
        """The clock of this device against that of the centre; positive: ahead."""
        minutes = formats.count_of(
            max(1, round(abs(seconds) / MINUTE_S)), self.tr("minuut"), self.tr("minuten"), self.language
        )
        told = self.tr("De klok loopt {tijd} voor") if seconds > 0 else self.tr("De klok loopt {tijd} achter")
        return told.format(tijd=minutes), self.tr("Zet de tijd van dit apparaat goed.")

    def runs_out(self, at: datetime | None, now: datetime) -> tuple[str, str] | None:
        """When synced records leave for want of contact; None while that is far away."""
        if at is None or at - now > RUNS_OUT_SOON:
            return None
        days = max(0, (at - now).days)
        left = formats.count_of(days, self.tr("dag"), self.tr("dagen"), self.language)
        what = self.tr("Zonder contact gaat weg wat al bij de centrale staat. Niet verzonden werk blijft.")
        return self.tr("Nog {dagen} zonder contact").format(dagen=left), what

    def photos_here(self, count: int) -> str:
        """How many photos the centre does not have."""
        return formats.count_of(count, self.tr("foto staat nog hier"), self.tr("foto's staan nog hier"), self.language)

    def _when(self, bon: Bonnetje) -> str:
        begin = to_local(bon.begonnen_op)
        day = f"{formats.list_date(begin.date(), self.language).split()[0]} {formats.date_nl(begin, self.language)}"
        parts = [day, formats.time(bon.begonnen_op)]
        if bon.klaar_op is not None:
            parts.append(self._lasted((bon.klaar_op - bon.begonnen_op).total_seconds()))
        return ", ".join(parts)

    def _lasted(self, seconds: float) -> str:
        if seconds < MINUTE_S:
            return self.tr("duur {seconden} s").format(seconden=max(1, round(seconds)))
        return self.tr("duur {minuten} min").format(minuten=round(seconds / MINUTE_S))

    def _verdict(self, bon: Bonnetje) -> tuple[str, str]:
        here = self._still_here(bon)
        if bon.status is BonStatus.GELUKT and bon.code:
            words = error_sentence(BoaError(bon.code), self.language)
            return words.wat, words.doen
        if bon.status is BonStatus.GELUKT:
            return self._verdict_of_ended(bon, here)
        if bon.status in _CUT_OFF:
            why = error_sentence(BoaError(bon.code), self.language).wat if bon.code else ""
            what = self.tr("Wat aankwam, blijft daar. De rest gaat vanzelf mee.")
            return why or self.tr("De verbinding brak af."), here or what
        told = {
            BonStatus.ALLEEN_GESTUURD: (
                self.tr("Uw werk is verstuurd. Ophalen kan nog niet."),
                self.tr("Dit programma is ouder dan de centrale. Vraag uw beheerder om de nieuwe versie."),
            ),
            BonStatus.AANMELDEN: (
                self.tr("Meld u eerst aan bij uw gemeente."),
                self.tr("Kies Synchroniseren. De aanmelding opent in uw browser."),
            ),
            BonStatus.INGETROKKEN: (
                self.tr("Dit apparaat is ingetrokken."),
                self.tr("Niet verzonden werk staat verzegeld klaar. Vraag uw beheerder wat u doet."),
            ),
            BonStatus.UITGESTELD: (
                self.tr("Uw rechten veranderden intussen."), self.tr("De volgende keer gaat het verder."),
            ),
        }  # fmt: skip
        return told[bon.status]

    def _verdict_of_ended(self, bon: Bonnetje, here: str) -> tuple[str, str]:
        photos = next((line for line in bon.regels if line.naam == FOTOS), None)
        if bon.fotos_nog_hier and photos is not None and photos.hier:
            text = self.tr("{aantal} van {totaal} foto's zijn aangekomen.").format(
                aantal=formats.number(photos.centrale, self.language), totaal=formats.number(photos.hier, self.language)
            )
            return text, here
        if bon.nog_hier or bon.fotos_nog_hier:
            return self.tr("Nog niet alles is aangekomen."), here
        if not bon.is_gelijk:
            what = self.tr("Uw gegevens staan hier nog. Blijft dit zo, meld het dan uw beheerder.")
            return self.tr("De tellingen zijn niet gelijk."), what
        if bon.beginstand:
            count = formats.number(bon.beginstand, self.language)
            return self.tr("Dit apparaat is bijgewerkt."), self.tr("{aantal} wijzigingen kwamen als begin mee.").format(
                aantal=count
            )
        if not any(line.hier for line in bon.regels):
            return self.tr("Er was niets nieuws."), self.tr("Beide kanten zijn gelijk.")
        return self.tr("Alles is aangekomen."), self.tr("Beide kanten telden hetzelfde.")

    def _still_here(self, bon: Bonnetje) -> str:
        if bon.fotos_nog_hier == 1 and not bon.nog_hier:
            return self.tr("1 foto staat nog hier en gaat vanzelf mee.")
        parts = []
        if bon.nog_hier:
            parts.append(formats.count_of(bon.nog_hier, self.tr("wijziging"), self.tr("wijzigingen"), self.language))
        if bon.fotos_nog_hier:
            parts.append(formats.count_of(bon.fotos_nog_hier, self.tr("foto"), self.tr("foto's"), self.language))
        if not parts:
            return ""
        if parts == ["1 " + self.tr("wijziging")]:
            return self.tr("1 wijziging staat nog hier en gaat vanzelf mee.")
        return self.tr("{wat} staan nog hier en gaan vanzelf mee.").format(wat=self.tr(" en ").join(parts))

    def _lines(self, bon: Bonnetje) -> tuple[BonRegel, ...]:
        order = sorted(bon.regels, key=self._place)
        return tuple(self._line(line) for line in order)

    def _place(self, line: Bonregel) -> tuple[int, str]:
        if line.naam in _FIRST:
            return _FIRST.index(line.naam), ""
        last = {FOTOS: 8, OPGEHAALD: 9}
        return last.get(line.naam, 5), line.naam

    def _line(self, line: Bonregel) -> BonRegel:
        note = ""
        if line.hier > line.centrale:
            count = formats.number(line.hier - line.centrale, self.language)
            note = self.tr("{aantal} nog hier").format(aantal=count)
        elif not line.is_gelijk:
            note = self.tr("niet gelijk")
        return BonRegel(self._kind(line.naam), line.hier, line.centrale, note, apart=line.naam == OPGEHAALD)

    def _kind(self, name: str) -> str:
        kinds = {
            "melding": self.tr("Meldingen"),
            WIJZIGINGEN: self.tr("Wijzigingen"),
            "ronde": self.tr("Rondes"),
            "bezoek": self.tr("Bezoeken"),
            "plek": self.tr("Plekken"),
            "jop": self.tr("JOP's"),
            "gebied": self.tr("Gebieden"),
            "schouw": self.tr("Schouwen"),
            "straatkeuze": self.tr("Keuzes voor straten"),
            "foto": self.tr("Gegevens van foto's"),
            "opsporingsverwijzing": self.tr("Registratienummers"),
            FOTOS: self.tr("Foto's"),
            OPGEHAALD: self.tr("Opgehaald"),
        }
        return kinds.get(name, name.capitalize())

    def _checks(self, bon: Bonnetje) -> tuple[tuple[str, str], ...]:
        checks: list[tuple[str, str]] = []
        if bon.controlegetal and bon.controlegetal == bon.controlegetal_centrale:
            checks.append((self.tr("Controlegetal, beide kanten"), bon.controlegetal))
        elif bon.controlegetal and bon.controlegetal_centrale:
            checks.append((self.tr("Controlegetal hier"), bon.controlegetal))
            checks.append((self.tr("Controlegetal centrale"), bon.controlegetal_centrale))
        else:
            checks.append((self.tr("Controlegetal"), self.tr("volgt na contact")))
        photos = next((line for line in bon.regels if line.naam == FOTOS), None)
        if photos is not None and bon.fotos_nog_hier:
            last = formats.number(photos.hier, self.language)
            checks.append((self.tr("Controlegetal foto's"), self.tr("volgt na foto {nummer}").format(nummer=last)))
        return tuple(checks)


def joined(parts: Sequence[str]) -> str:
    """With commas, empty parts left out."""
    return ", ".join(part for part in parts if part)
