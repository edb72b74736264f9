"""Asking for a new kaartpakket: which municipality, from PDOK or from files a person has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.kaartpakket.file_slot import FileSlot
from boa_app.ui.kaartpakket.words import PART_ICONS, KaartWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.text import Label
from boa_app.usecases.kaartpakketbouw import Gemeente, Schatting, Wens
from boa_app.usecases.plaatsindex import fold

PDOK, FILES = "pdok", "bestanden"
SHOWN_GEMEENTEN = 6
ASK_AFTER_MS = 400


class NewForm(QWidget):
    """The form.

    Signals:
        edited(): something was filled in. estimate_requested(Wens): how much is this?
        source_changed(): PDOK or files.
    """

    edited = Signal()
    estimate_requested = Signal(object)
    source_changed = Signal()

    def __init__(self, themes: ThemeManager, words: KaartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._words = themes, words
        self._gemeenten: tuple[Gemeente, ...] = ()
        self._code = ""
        self._rows: list[QWidget] = []
        self._estimated: list[QWidget] = []
        self.source = Segment(
            themes, self.tr("Waar komt het vandaan?"),
            ((PDOK, self.tr("Ophalen bij PDOK")), (FILES, self.tr("Eigen bestanden"))),
        )  # fmt: skip
        self.gemeente = self._line(self.tr("Gemeente"), self.tr("naam of code, bijvoorbeeld GM0353"))
        self.naam = self._line(self.tr("Naam van het kaartpakket"), self.tr("bijvoorbeeld: Centrum en Zuid"))
        self.note = Label(themes, color="ink-2", wrap=True)
        self.slots: dict[str, FileSlot] = {}
        self._ask = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask.timeout.connect(self._on_ask_timeout)
        self._build()
        self.source.choice_changed.connect(self._on_source_choice_changed)
        self.gemeente.textEdited.connect(self._on_gemeente_text_edited)
        self.naam.textEdited.connect(lambda _text: self.edited.emit())

    def begin(self, code: str, naam: str) -> None:
        """Ask for a new one; code and name of the municipality of this store to begin with."""
        self._code = code
        self.gemeente.setText(naam)
        self.naam.clear()
        for slot in self.slots.values():
            slot.clear()
        self.source.set_chosen(PDOK)
        self.show_estimate(None)
        self._on_source_choice_changed(PDOK)

    def set_gemeenten(self, found: Sequence[Gemeente]) -> None:
        """What can be chosen; without it a code can be typed."""
        self._gemeenten = tuple(found)
        self._offer()

    def wens(self) -> Wens:
        """What is asked for, so far as it is filled in."""
        if self.source.chosen() == PDOK:
            return Wens(gemeente=self._code, naam="", online=True)
        naam, path = self.naam.text().strip(), {key: slot.path for key, slot in self.slots.items()}
        code = "" if naam else self._code
        return Wens(code, naam, path["osm"], path["buurten"], path["tegels"], path["adressen"])

    def missing(self) -> str:
        """What must be filled in first; empty when it can be made."""
        if self.source.chosen() == PDOK:
            return "" if self._code else self.tr("Kies eerst een gemeente")
        return "" if any(slot.path for slot in self.slots.values()) else self.tr("Kies eerst een bestand")

    def show_estimate(self, found: Schatting | None, problem: str = "") -> None:
        """How much there is to fetch; problem: why that is not known."""
        for row in self._estimated:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._estimated = []
        self.note.setText(problem)
        self.note.setVisible(bool(problem))
        if found is None:
            return
        total = InfoRow(self._themes, "download")
        total.set_fact(
            self.tr("Samen ongeveer {grootte}, {tijd}").format(
                grootte=self._words.size(found.bytes), tijd=self._words.duration(found.seconden)
            ),
            self.tr("U kunt ondertussen gewoon doorwerken."),
        )
        rows = [total]
        for naam, part in found.onderdelen.items():
            row = InfoRow(self._themes, PART_ICONS.get(naam, "package"))
            count = formats.number(part.aantal, self._words.language)
            row.set_fact(f"{self._words.part(naam)} · {count}", self._words.size(part.bytes))
            rows.append(row)
        for place, row in enumerate(rows):
            self._column.insertWidget(self._column.indexOf(self.note) + 1 + place, row)
            row.show()
        self._estimated = list(rows)

    def offered(self) -> tuple[ListRow, ...]:
        """The municipalities to choose from, in order."""
        return tuple(row for row in self._rows if isinstance(row, ListRow))

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        head.setSpacing(px("s2"))
        head.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        self._gemeente_name = Label(self._themes, self.tr("Gemeente"), weight="w-vet")
        self._files_name = Label(
            self._themes, self.tr("Kies wat u heeft. Wat u niet kiest, ontbreekt later op de kaart."), color="ink-2",
            wrap=True,
        )  # fmt: skip
        head.addWidget(self._gemeente_name)
        head.addWidget(self.gemeente)
        head.addWidget(self._files_name)
        self._naam_name = Label(self._themes, self.tr("Naam"), weight="w-vet")
        head.addWidget(self._naam_name)
        head.addWidget(self.naam)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        for key, icon, name, kinds, endings in self._kinds():
            slot = FileSlot(self._themes, icon, name, kinds, endings)
            slot.changed.connect(self.edited)
            self.slots[key] = slot
            self._column.addWidget(slot)
        self.note.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self._column.addWidget(self.note)

    def _kinds(self) -> tuple[tuple[str, str, str, str, str], ...]:
        return (
            ("osm", "route", self.tr("Straten"), self.tr("OpenStreetMap (.osm.pbf, .osm.gz) of NWB (.gpkg)"),
             "*.pbf *.osm *.gz *.bz2 *.gpkg *.straten *.json"),
            ("buurten", "layout-grid", self.tr("Grenzen en buurten"), self.tr("CBS (.gpkg of .geojson), RD of WGS84"),
             "*.gpkg *.geojson *.json"),
            ("tegels", "layers", self.tr("Basiskaart"), self.tr("MBTiles of PMTiles"), "*.mbtiles *.pmtiles"),
            ("adressen", "map-pin", self.tr("Adressen"), self.tr("BAG (.csv, .gpkg) of .geojson"),
             "*.csv *.gpkg *.geojson *.json *.txt"),
        )  # fmt: skip

    def _line(self, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        return field

    def _offer(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        wanted = fold(self.gemeente.text())
        if self.source.chosen() != PDOK or not self.gemeente.hasFocus() or not wanted:
            return
        hits = [one for one in self._gemeenten if wanted in fold(one.naam) or wanted == one.code.casefold()]
        hits.sort(key=lambda one: (not fold(one.naam).startswith(wanted), one.naam))
        for place, one in enumerate(hits[:SHOWN_GEMEENTEN]):
            row = ListRow(self._themes, RowData("landmark", one.naam, one.code))
            row.clicked.connect(lambda _checked=False, chosen=one: self._choose(chosen))
            self._column.insertWidget(1 + place, row)
            row.show()
            self._rows.append(row)

    def _choose(self, gemeente: Gemeente) -> None:
        self._code = gemeente.code
        self.gemeente.setText(gemeente.naam)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()
        self.edited.emit()
        self._ask.start()

    def _on_gemeente_text_edited(self, text: str) -> None:
        typed = text.strip()
        same = [one.code for one in self._gemeenten if fold(one.naam) == fold(typed)]
        self._code = typed.upper() if _is_code(typed) else same[0] if same else ""
        self._offer()
        self.show_estimate(None)
        self.edited.emit()
        if self._code:
            self._ask.start()

    def _on_source_choice_changed(self, source: str) -> None:
        is_pdok = source == PDOK
        of_pdok: tuple[QWidget, ...] = (self._gemeente_name, self.gemeente)
        of_files: tuple[QWidget, ...] = (self._files_name, self._naam_name, self.naam, *self.slots.values())
        for part in of_pdok:
            part.setVisible(is_pdok)
        for part in of_files:
            part.setVisible(not is_pdok)
        self.show_estimate(None)
        self._offer()
        self.edited.emit()
        self.source_changed.emit()
        if is_pdok and self._code:
            self._ask.start()

    def _on_ask_timeout(self) -> None:
        if self.source.chosen() == PDOK and self._code and self.isVisible():
            self.estimate_requested.emit(self.wens())


def files_of(wens: Wens) -> tuple[Path, ...]:
    """The files a wish names."""
    return tuple(path for path in (wens.osm, wens.buurten, wens.tegels, wens.adressen, wens.gebieden) if path)


def _is_code(text: str) -> bool:
    return len(text) == 6 and text[:2].upper() == "GM" and text[2:].isdecimal()
