"""What a search result looks like as rows under headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.texts import formats, label
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.widgets.row import RowData
from boa_app.usecases.zoeken import Groep, Zoekuitslag
from boa_app.usecases.zoeknamen import Vondst, Vondstsoort

_ICONS = {
    Vondstsoort.FILTER: "star", Vondstsoort.DATUM: "calendar-days", Vondstsoort.PLEK: "map-pin",
    Vondstsoort.JOP: "warehouse", Vondstsoort.GEBIED: "pentagon", Vondstsoort.SCHOUW: "footprints",
    Vondstsoort.BUURT: "map", Vondstsoort.STRAAT: "route", Vondstsoort.ADRES: "house",
    Vondstsoort.COORDINATEN: "locate-fixed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One row and what it opens. vondst None: a heading, or with is_all every melding that was found."""

    row: RowData
    vondst: Vondst | None = None
    is_all: bool = False


class ResultRows(QObject):
    """Makes the rows in one language; a QObject only for its words."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lijsten, self._language = lijsten, language
        self._maker = RowMaker(lijsten, language, self)

    def rows(self, uitslag: Zoekuitslag, icons: dict[str, str], now: datetime) -> list[Found]:
        """Everything found, group by group. icons: of the commands, by key."""
        made: list[Found] = []
        for groep in uitslag.groepen:
            heading = self._heading(groep)
            made.append(Found(RowData(heading=heading, day=heading)))
            made += [
                Found(replace(self._row(one, icons, now), day=heading, chevron=True), one) for one in groep.vondsten
            ]
            if groep.soort is Vondstsoort.MELDING:
                made.append(Found(replace(self._all(groep), day=heading), is_all=True))
        return made

    def _all(self, groep: Groep) -> RowData:
        shown = self.tr("Toon op de kaart en in de lijst")
        if groep.aantal == 1:
            return RowData(icon="map", name=shown, chevron=True)
        count = formats.number(groep.aantal, self._language)
        return RowData(
            icon="map", name=self.tr("Alle {aantal} meldingen").format(aantal=count), meta=shown, chevron=True
        )

    def _heading(self, groep: Groep) -> str:
        words = {
            Vondstsoort.OPDRACHT: self.tr("Opdrachten"),
            Vondstsoort.FILTER: self.tr("Bewaarde filters"),
            Vondstsoort.DATUM: self.tr("Dag"),
            Vondstsoort.MELDING: self.tr("Meldingen"),
            Vondstsoort.PLEK: self.tr("Plekken"),
            Vondstsoort.JOP: self.tr("JOP's"),
            Vondstsoort.GEBIED: self.tr("Gebieden"),
            Vondstsoort.SCHOUW: self.tr("Schouwen"),
            Vondstsoort.BUURT: self.tr("Buurten"),
            Vondstsoort.STRAAT: self.tr("Straten"),
            Vondstsoort.ADRES: self.tr("Adressen"),
            Vondstsoort.COORDINATEN: self.tr("Plaats op de kaart"),
            Vondstsoort.SOORT: self.tr("Soorten"),
        }
        if groep.soort is not Vondstsoort.MELDING:
            return words[groep.soort]
        return f"{words[groep.soort]}, {formats.number(groep.aantal, self._language)}"

    def _row(self, found: Vondst, icons: dict[str, str], now: datetime) -> RowData:
        if found.rij is not None:
            row = self._maker.melding(found.rij, now)
            meta = " · ".join(part for part in (row.meta, found.fragment) if part)
            return replace(row, meta=meta, bars=0)
        if found.soort is Vondstsoort.OPDRACHT:
            return RowData(icon=icons.get(found.sleutel, "arrow-right"), name=found.titel)
        if found.soort is Vondstsoort.SOORT:
            meta = found.meta if found.meta != found.titel else ""
            return RowData(icon=self._lijsten["soort"].get(found.sleutel).icoon, name=found.titel, meta=meta)
        return RowData(icon=_ICONS[found.soort], name=self._name(found), meta=self._meta(found))

    def _name(self, found: Vondst) -> str:
        if found.soort is Vondstsoort.DATUM and found.dag is not None:
            day = formats.long_date(found.dag, self._language)
            return self.tr("Alles van {dag}").format(dag=f"{day} {found.dag.year}")
        return found.titel

    def _meta(self, found: Vondst) -> str:
        if found.aantal is not None:
            if found.aantal == 1:
                return self.tr("1 melding")
            return self.tr("{aantal} meldingen").format(aantal=formats.number(found.aantal, self._language))
        if found.soort is Vondstsoort.SCHOUW and found.dag is not None:
            return formats.date_nl(found.dag, self._language)
        if found.soort is Vondstsoort.GEBIED:
            return label("gebied_soort", found.meta, self._language)
        return found.meta
