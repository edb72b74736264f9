"""What asks attention, refused changes and pairs in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from boa_app.domain.errors import BoaError
from boa_app.domain.moments import to_local
from boa_app.texts import error_sentence, formats, label
from boa_app.ui.map.zijden import Zijde
from boa_app.ui.sync.conflict_parts import Kolom
from boa_app.ui.sync.conflict_words import ConflictWords
from boa_app.ui.sync.pair_panel import PaarBeeld
from boa_app.ui.sync.rejected_panel import GeweigerdBeeld
from boa_app.ui.sync.words import joined
from boa_app.usecases.geweigerd import GeweigerdKaart
from boa_app.usecases.kaartophalen import Aanbod
from boa_app.usecases.meldingregels import ENTITY
from boa_app.usecases.zelfde_incident import Paar, PaarKant

MINUTE_S = 60
# On its own this code speaks of an act that was not done; a refused change was made and waits.
_SAID_AS = {"geen_recht": "geweigerd_geen_recht"}


class AttentionWords(QObject):
    """Says it in the language of the conflict words it borrows."""

    def __init__(self, words: ConflictWords, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._language = words, language

    def rejected_name(self, kaart: GeweigerdKaart) -> str:
        """Geweigerd: wijziging van 17-11."""
        day = formats.list_date(to_local(kaart.gemaakt_op).date(), self._language).split()[-1]
        if kaart.veld == "*":
            thing = label("entiteit", kaart.entity, self._language)
            return self.tr("Geweigerd: {ding} van {dag}").format(ding=thing, dag=day)
        return self.tr("Geweigerd: wijziging van {dag}").format(dag=day)

    def why(self, kaart: GeweigerdKaart) -> str:
        """The reason in one sentence."""
        return error_sentence(self._reason(kaart), self._language).wat

    def offer_meta(self, aanbod: Aanbod) -> str:
        """IJsselstein, gemaakt op 20-11-2026."""
        day = formats.date_nl(to_local(aanbod.gemaakt_op).date(), self._language)
        return self.tr("{naam}, gemaakt op {dag}").format(naam=aanbod.naam, dag=day)

    def rejected(self, kaart: GeweigerdKaart, now: datetime) -> GeweigerdBeeld:
        """One refused change with everything one needs to decide."""
        words = error_sentence(self._reason(kaart), self._language)
        title = self._words.title_of(kaart.entity, kaart.moment, kaart.soort, kaart.plaats, now)
        mine = self._words.value(kaart.veld, kaart.waarde)
        if kaart.veld == "*" and kaart.entity != ENTITY:
            mine = title
        elif kaart.veld != "*":
            mine = f"{self._words.name(kaart.veld)}: {mine}"
        counts = self.tr("niets, dit staat niet bij de centrale")
        if kaart.nu is not None:
            counts = self._words.value(kaart.veld, kaart.nu)
        lines = (
            (self.tr("Wat u vastlegde"), mine),
            (self.tr("Wanneer"), self._words.at(kaart.gemaakt_op, now)),
            (self.tr("Wat nu geldt"), counts),
            (self.tr("Waarom geweigerd"), words.wat),
            (self.tr("Wat veilig is"), words.veilig),
            (self.tr("Wat u kunt doen"), words.doen),
        )
        act = self.tr("Laat los: dan geldt wat er nu staat. Uw waarde blijft in de geschiedenis.")
        if kaart.mag_correctie:
            act = self.tr("Een correctie met een reden gaat opnieuw mee. Laat u los, dan geldt wat er nu staat.")
        shown = tuple((name, value) for name, value in lines if value)
        return GeweigerdBeeld(kaart.change_id, title, shown, act, kaart.mag_correctie)

    def pair_meta(self, paar: Paar) -> str:
        """Plein 21:05, ook door een collega gemeld."""
        place = paar.ander.plaats or paar.een.plaats
        when = formats.time(paar.een.moment)
        spot = f"{place} {when}".strip()
        return self.tr("{plek}, ook door een collega gemeld").format(plek=spot)

    def pair(self, paar: Paar, now: datetime) -> PaarBeeld:
        """Two meldingen side by side."""
        sides = (paar.een, paar.ander)
        apart = abs((paar.ander.moment - paar.een.moment).total_seconds())
        far, between = formats.distance(paar.afstand_m, self._language), round(apart / MINUTE_S)
        title = self.tr("Ze liggen {afstand} uit elkaar, in dezelfde minuut.").format(afstand=far)
        if between:
            minutes = formats.count_of(between, self.tr("minuut"), self.tr("minuten"), self._language)
            title = self.tr("Ze liggen {afstand} en {tijd} uit elkaar.").format(afstand=far, tijd=minutes)
        lines = (
            (self.tr("Wanneer"), *(self._words.at(side.moment, now) for side in sides)),
            (self.tr("Soort"), *(self._words.value("soort", side.soort) for side in sides)),
            (self.tr("Plaats"), *(side.plaats or self.tr("zonder naam") for side in sides)),
            (self.tr("Groepsgrootte"), *(self._words.value("groepsgrootte", side.groepsgrootte) for side in sides)),
        )
        regels = tuple((name, one, other) for name, one, other in lines)
        letters = self._letters(sides)
        places = tuple(
            Zijde(side.uid, letter, joined((self._whose(side), side.plaats)), side.lon, side.lat, side.eigen)
            for side, letter in zip(sides, letters, strict=True)
        )
        columns = tuple(
            Kolom(self._whose(side), self.tr("teken {letter} op de kaart").format(letter=letter), side.eigen)
            for side, letter in zip(sides, letters, strict=True)
        )
        return PaarBeeld(paar.een.uid, paar.ander.uid, title, (columns[0], columns[1]), regels, (places[0], places[1]))

    def _reason(self, kaart: GeweigerdKaart) -> BoaError:
        return BoaError(_SAID_AS.get(kaart.code, kaart.code))

    def _whose(self, side: PaarKant) -> str:
        return self.tr("Uw melding") if side.eigen else self.tr("Melding van een collega")

    def _letters(self, sides: tuple[PaarKant, PaarKant]) -> tuple[str, str]:
        if sides[0].eigen == sides[1].eigen:
            return "1", "2"
        mine, theirs = self.tr("M", "letter of mine"), self.tr("H", "letter of theirs")
        return (mine, theirs) if sides[0].eigen else (theirs, mine)
