"""The streets as a list beside the map: the same as on it, to be searched and walked by key."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.texts import formats, label
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import RowList, RowModel
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.tag import TagKind
from boa_app.ui.widgets.text import Label
from boa_app.usecases.plaatsindex import fold
from boa_app.usecases.straatnet import GEMENGD, Straatnet, Straatregel

ICONS = {str(Keuze.VERPLICHT): "footprints", str(Keuze.MAG): "link-2", str(Keuze.VERBODEN): "ban", GEMENGD: "layers"}


class Welke(StrEnum):
    """Which rows the list shows."""

    ALLE = "alle"
    GEZET = "gezet"
    LOS = "los"


class StraatWoorden(QObject):
    """Streets in words, in one language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def name(self, regel: Straatregel) -> str:
        """What a person calls it; a path without a name goes by the street it comes out on."""
        if regel.naam:
            return regel.naam
        return self.tr("Pad bij {straat}").format(straat=regel.bij) if regel.bij else self.tr("Pad zonder naam")

    def outcome(self, keuze: str) -> str:
        """What holds, in one word."""
        return self.tr("Gemengd") if keuze == GEMENGD else label("straatkeuze", keuze, self.language)

    def size(self, regel: Straatregel) -> str:
        """How long, in how many pieces."""
        far = formats.distance(regel.lengte_m, self.language)
        count = len(regel.segmenten)
        if count == 1:
            return far
        pieces = formats.count_of(count, self.tr("stuk"), self.tr("stukken"), self.language)
        return self.tr("{lengte} in {stukken}").format(lengte=far, stukken=pieces)

    def row(self, regel: Straatregel) -> RowData:
        """The street as a row."""
        meta = f"{self.outcome(regel.keuze)}, {formats.distance(regel.lengte_m, self.language)}"
        tag = self.tr("met de hand") if regel.gezet else ""
        return RowData(ICONS[regel.keuze], self.name(regel), meta, tag, TagKind.NEUTRAAL)

    def loose_row(self, keuze: Straatkeuze) -> RowData:
        """A choice that fits no street any more."""
        name = keuze.naam or self.tr("Pad zonder naam")
        return RowData(ICONS[str(keuze.keuze)], name, self.outcome(str(keuze.keuze)), self.tr("past niet"), TagKind.LET)


class StratenModel(RowModel):
    """Rows of a network without a copy of them: only the numbers of those that are shown."""

    def __init__(self, words: StraatWoorden, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._net: Straatnet | None = None
        self._los: tuple[Straatkeuze, ...] = ()
        self._rows: list[int] = []
        self._shows_loose = False

    def show(self, net: Straatnet, rows: Sequence[int]) -> None:
        """Show these streets of a network."""
        self.beginResetModel()
        self._net, self._rows, self._shows_loose = net, list(rows), False
        self.endResetModel()

    def show_loose(self, keuzes: Sequence[Straatkeuze]) -> None:
        """Show choices that fit nothing."""
        self.beginResetModel()
        self._los, self._rows, self._shows_loose = tuple(keuzes), list(range(len(keuzes))), True
        self.endResetModel()

    @property
    def shows_loose(self) -> bool:
        """Whether the rows are loose choices instead of streets."""
        return self._shows_loose

    def street_at(self, row: int) -> int:
        """The number of the street, or of the loose choice, in a row."""
        return self._rows[row]

    def row_of(self, street: int) -> int:
        """The row of a street; -1 when it is not shown."""
        return self._rows.index(street) if street in self._rows and not self._shows_loose else -1

    def row_count(self) -> int:
        return len(self._rows)

    def row_data(self, row: int) -> RowData:
        if self._shows_loose:
            return self._words.loose_row(self._los[self._rows[row]])
        return self._words.row(self._net.regels[self._rows[row]]) if self._net is not None else RowData()


class StratenLijst(QWidget):
    """Search field, which rows, and the rows.

    Signals:
        street_chosen(int): open this street, by its place in Straatnet.regels.
        street_marked(int): walked past it by key; show where it is.
        loose_chosen(int): this choice, by its place in Geldend.los.
    """

    street_chosen = Signal(int)
    street_marked = Signal(int)
    loose_chosen = Signal(int)

    def __init__(self, themes: ThemeManager, words: StraatWoorden, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._net: Straatnet | None = None
        self._folded: list[str] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Zoek een straat"))
        self.search.setAccessibleName(self.tr("Zoek een straat"))
        self.search.setClearButtonEnabled(True)
        names = ((Welke.ALLE, self.tr("Alle")), (Welke.GEZET, self.tr("Gezet")), (Welke.LOS, self.tr("Past niet")))
        self.which = Segment(themes, self.tr("Welke straten"), [(str(code), name) for code, name in names])
        self.count = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.model = StratenModel(words, self)
        self.list = RowList(themes, self.tr("Straten"))
        self.list.set_rows(self.model)
        self.empty = EmptyState(themes)
        self._build()
        self.search.textChanged.connect(self._show)
        self.which.choice_changed.connect(self._show)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(index.row()))

    def show_net(self, net: Straatnet) -> None:
        """Show a network, or what holds in it now."""
        if self._net is None or net.netwerk is not self._net.netwerk:
            self._folded = [fold(f"{one.naam} {one.bij}") for one in net.regels]
        self._net = net
        self._show()

    def set_chosen(self, street: int) -> None:
        """Mark a street without a signal, -1 none."""
        self.list.set_chosen(self.model.row_of(street) if street >= 0 else -1)

    def _build(self) -> None:
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s2"))
        inside.setSpacing(px("s2"))
        for part in (self.search, self.which, self.count):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)

    def _show(self) -> None:
        net = self._net
        if net is None:
            return
        which = Welke(self.which.chosen())
        if which is Welke.LOS:
            self.model.show_loose(net.geldend.los)
        else:
            wanted = fold(self.search.text())
            self.model.show(net, [
                row for row, text in enumerate(self._folded)
                if wanted in text and (which is Welke.ALLE or net.regels[row].gezet)
            ])  # fmt: skip
        self.search.setEnabled(which is not Welke.LOS)
        self._tell_count(which)

    def _tell_count(self, which: Welke) -> None:
        count = self.model.row_count()
        self.count.setText(
            formats.count_of(count, self.tr("keuze"), self.tr("keuzes"), self._words.language)
            if which is Welke.LOS
            else formats.count_of(count, self.tr("straat of pad"), self.tr("straten en paden"), self._words.language)
        )
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        title, text = {
            Welke.ALLE: (
                self.tr("Niets gevonden"),
                self.tr("Zoek op een deel van de naam, of tik de straat op de kaart."),
            ),
            Welke.GEZET: (
                self.tr("Nog niets met de hand gezet"),
                self.tr("Kies een straat en zet haar op verplicht, mag of verboden."),
            ),
            Welke.LOS: (
                self.tr("Alle keuzes passen"),
                self.tr("Past een keuze na een nieuw kaartpakket nergens meer, dan staat zij hier."),
            ),
        }[which]
        self.empty.set_message(title, text)

    def _on_list_row_chosen(self, row: int) -> None:
        # Arrows walk along the list: only Enter and a touch open.
        if 0 <= row < self.model.row_count() and not self.model.shows_loose:
            self.street_marked.emit(self.model.street_at(row))

    def _open(self, row: int) -> None:
        if 0 <= row < self.model.row_count():
            signal = self.loose_chosen if self.model.shows_loose else self.street_chosen
            signal.emit(self.model.street_at(row))
