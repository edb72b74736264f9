"""How the page of kaartpakketten names things: parts, ages, sizes, times, what went wrong with a part."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from boa_app.domain.errors import BoaError, FieldValue, UserError
from boa_app.domain.moments import from_iso
from boa_app.texts import error_sentence, formats
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.kaartpakketten import DeelInfo, PakketInfo

# Streets and borders change; after so long the map is called old.
OLD_DAYS = 365
_MB, _GB, _MINUTE_S, _HOUR_S = 1_000_000, 1_000_000_000, 60, 3600
PART_ICONS = {
    "omtrek": "landmark", "wijken": "layout-grid", "buurten": "layout-grid", "straten": "route", "adressen": "map-pin",
    "vlakken": "waves", "plekken": "map-pin", "gebieden": "pentagon", "straatlijnen": "route", "basiskaart": "layers",
    "grenzen": "landmark",
}  # fmt: skip


class KaartWords(QObject):
    """The words, for one language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def part(self, naam: str) -> str:
        """A part of a kaartpakket as a person calls it."""
        names = {
            "omtrek": self.tr("Gemeentegrens"), "wijken": self.tr("Wijken"), "buurten": self.tr("Buurten"),
            "straten": self.tr("Stratennet"), "adressen": self.tr("Adressen"), "vlakken": self.tr("Water en groen"),
            "plekken": self.tr("Plekken"), "gebieden": self.tr("Gebieden"), "straatlijnen": self.tr("Straten"),
            "basiskaart": self.tr("Basiskaart"), "grenzen": self.tr("Grenzen en buurten"),
        }  # fmt: skip
        return names.get(naam, naam)

    def row(self, info: PakketInfo) -> RowData:
        """A kaartpakket in the list."""
        meta = f"{self.made(info)} · {self.size(info.grootte_bytes)}"
        tag, kind, icon = "", TagKind.NEUTRAAL, ""
        if info.problemen:
            tag, kind, icon = self.tr("werkt niet"), TagKind.FOUT, "circle-alert"
        elif info.actief:
            tag, kind, icon = self.tr("in gebruik"), TagKind.OK, "check"
        elif info.leeftijd_dagen is not None and info.leeftijd_dagen > OLD_DAYS:
            tag, kind, icon = self.tr("oud"), TagKind.LET, "clock"
        return RowData("map", info.naam, meta, tag, kind, icon)

    def made(self, info: PakketInfo) -> str:
        """When a kaartpakket was made."""
        if info.voorbeeld:
            return self.tr("getekend voorbeeld")
        try:
            day = from_iso(info.gemaakt_op).date()
        except ValueError:
            return self.tr("datum onbekend")
        return self.tr("gemaakt op {dag}").format(dag=formats.date_nl(day, self.language))

    def part_name(self, deel: DeelInfo) -> str:
        """A part with how much is in it."""
        if deel.aantal <= 1:
            return self.part(deel.naam)
        return f"{self.part(deel.naam)} · {formats.number(deel.aantal, self.language)}"

    def part_meta(self, deel: DeelInfo) -> str:
        """How old a part is and how large."""
        return " · ".join(part for part in (self.stand(deel.stand), self.size(deel.bytes)) if part)

    def stand(self, stand: str) -> str:
        """The day or year of a source; empty when it says none."""
        if not stand:
            return ""
        try:
            day = formats.date_nl(date.fromisoformat(stand), self.language)
        except ValueError:
            day = stand
        return self.tr("stand {dag}").format(dag=day)

    def age(self, dagen: int | None) -> str:
        """How long ago, in words; empty when not known."""
        if dagen is None:
            return ""
        if dagen < 1:
            return self.tr("vandaag")
        if dagen == 1:
            return self.tr("gisteren")
        months = dagen // 30
        if months < 2:
            return self.tr("{dagen} dagen oud").format(dagen=dagen)
        return self.tr("{maanden} maanden oud").format(maanden=months)

    def size(self, count: int) -> str:
        """So many bytes."""
        if count >= _GB:
            return f"{formats.number(count / _GB, self.language, 1)} GB"
        if count >= _MB:
            return f"{formats.number(round(count / _MB), self.language)} MB"
        return f"{formats.number(max(1, round(count / 1000)), self.language)} kB"

    def duration(self, seconden: float) -> str:
        """About so long."""
        if seconden < _MINUTE_S:
            return self.tr("minder dan een minuut")
        minutes = round(seconden / _MINUTE_S)
        if seconden < _HOUR_S:
            return formats.count_of(minutes, self.tr("minuut"), self.tr("minuten"), self.language)
        hours = formats.number(seconden / _HOUR_S, self.language, 1)
        return self.tr("{uren} uur").format(uren=hours)

    def why(self, code: str, velden: dict[str, FieldValue]) -> tuple[str, str]:
        """What is wrong with a part, and what to do."""
        words = error_sentence(UserError(code, **velden), self.language)
        return words.wat, words.doen

    def problem(self, error: BoaError) -> tuple[str, str]:
        """What happened, and what to do."""
        words = error_sentence(error, self.language)
        return words.wat, f"{words.veilig} {words.doen}".strip()
