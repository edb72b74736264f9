"""What a melding, a draft and a place that is due look like as a row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import evening_date
from boa_app.texts import formats
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.tag import TagKind

if TYPE_CHECKING:
    from boa_app.usecases.overzicht import MeldingRij
    from boa_app.usecases.synchroniseren import Syncstand
    from boa_app.usecases.vandaag import Beurt

LATE_IS_RED_FROM_DAYS = 3
OTHER = "ANDERS"


class Concept(Protocol):
    """What a row tells of a draft."""

    @property
    def inhoud(self) -> Mapping[str, Any]:
        """The form as it was left."""

    @property
    def gewijzigd_op(self) -> datetime:
        """When, aware UTC."""


class RowMaker(QObject):
    """Makes rows in one language; a QObject only for its words."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language = lijsten, language

    def when(self, moment: datetime, now: datetime, tot: datetime | None = None) -> str:
        """The time alone for this evening, with the day before it for earlier ones; the dates of a long window."""
        today = evening_date(now)
        return formats.happened(moment, tot, self._language, today, with_day=evening_date(moment) != today)

    def melding(self, rij: MeldingRij, now: datetime) -> RowData:
        """A melding: what, how many, when and where."""
        soort = self._lijsten["soort"]
        name = soort.kort(rij.soort, self._language)
        group = self._lijsten["groepsgrootte"].kort(rij.groepsgrootte, self._language) if rij.groepsgrootte else ""
        if rij.soort == OTHER and rij.bron_categorie:
            # An imported record keeps the word of its own source; "anders" would say less.
            name = rij.bron_categorie
        elif rij.soort == "GEEN":
            name = self.tr("Niemand aangetroffen")
        elif group:
            name = self.tr("{soort}, groep {grootte}").format(soort=name, grootte=group.lower())
        return RowData(
            icon=soort.get(rij.soort).icoon if rij.soort in soort else "ellipsis",
            name=name,
            meta=", ".join(part for part in (self.when(rij.moment, now, rij.tot), rij.plaats) if part),
            tag=self.tr("vervallen") if rij.vervallen else "",
            tag_icon="ban" if rij.vervallen else "",
            bars=int(rij.ernst) if rij.ernst.isdigit() else 0,
        )

    def flagged(self, rij: MeldingRij, now: datetime) -> RowData:
        """A melding whose text may name a person."""
        soort = self._lijsten["soort"].kort(rij.soort, self._language)
        meta = self.tr("{wanneer}, er staat misschien een naam in").format(wanneer=self.when(rij.moment, now, rij.tot))
        name = self.tr("Tekst nakijken: {soort}").format(soort=soort.lower())
        return RowData(icon="shield", name=name, meta=meta, chevron=True)

    def concept(self, concept: Concept, now: datetime) -> RowData:
        """A draft: when it was left, and what it is about."""
        codes = concept.inhoud.get("soorten") or ()
        soort = self._lijsten["soort"].kort(str(codes[0]), self._language) if codes else self.tr("nog geen soort")
        name = self.tr("Concept van {wanneer}: {soort}").format(
            wanneer=self.when(concept.gewijzigd_op, now), soort=soort.lower()
        )
        place = str(concept.inhoud.get("plaats") or "")
        missing = "" if concept.inhoud.get("resultaat") else self.tr("nog geen resultaat gekozen")
        return RowData(
            icon="pencil", name=name, meta=", ".join(part for part in (place, missing) if part), chevron=True
        )

    def syncing(self, stand: Syncstand) -> tuple[RowData, ...]:
        """What syncing asks of this person: choices first, then what the centre has not yet."""
        if not stand.aangemeld:
            return ()
        one = self.tr("1 conflict"), self.tr("1 geweigerde wijziging"), self.tr("1 nog niet gesynchroniseerd")
        more = (
            self.tr("{aantal} conflicten"), self.tr("{aantal} geweigerde wijzigingen"),
            self.tr("{aantal} nog niet gesynchroniseerd"),
        )  # fmt: skip
        metas = (
            self.tr("kies welke waarde geldt"), self.tr("maak een correctie of laat los"),
            self.tr("gaat vanzelf mee zodra er verbinding is"),
        )  # fmt: skip
        counts = (stand.conflicten, stand.geweigerd, stand.onverzonden)
        icons = ("git-compare", "octagon-alert", "cloud-upload")
        return tuple(
            RowData(
                icon=icon,
                name=single if count == 1 else plural.format(aantal=formats.number(count, self._language)),
                meta=meta,
                chevron=True,
            )
            for count, icon, single, plural, meta in zip(counts, icons, one, more, metas, strict=True)
            if count
        )

    def turn(self, turn: Beurt, number: int, now: datetime) -> RowData:
        """A place that is due."""
        late = turn.dagen_te_laat
        if turn.laatste is None:
            return RowData(
                number=str(number), name=turn.plek.naam, meta=self.tr("nog niet bezocht"), tag=self.tr("nieuw")
            )
        meta = self.tr("laatst {wanneer}").format(wanneer=self.when(turn.laatste, now))
        if not late:
            return RowData(number=str(number), name=turn.plek.naam, meta=meta, tag=self.tr("vandaag"))
        kind = TagKind.FOUT if late >= LATE_IS_RED_FROM_DAYS else TagKind.LET
        tag = self.tr("1 dag te laat") if late == 1 else self.tr("{dagen} dagen te laat").format(dagen=late)
        return RowData(number=str(number), name=turn.plek.naam, meta=meta, tag=tag, tag_kind=kind, tag_icon="clock")
