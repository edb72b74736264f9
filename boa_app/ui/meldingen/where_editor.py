"""The editor of *Waar*: type a street, a place or coordinates; name the place; say how exact it is."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.melding import MAX_PLAATS, PlaatsBron
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.editor import Editor, Shown
from boa_app.ui.meldingen.place_row import PlaceRow
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.plaatsindex import Plaats

# Finding takes a few milliseconds, also with the addresses of a whole gemeente; this only joins keys struck at once.
SEARCH_AFTER_MS = 30
UNKNOWN = "-"
_NO, _YES = "nee", "ja"
ACCURACIES_M = (10, 50, 100)


class Pdok(Enum):
    """What PDOK can add to what was found here."""

    NIET_NODIG = auto()
    UIT = auto()
    NIET_VERSTUURD = auto()
    ZOEKT = auto()
    GEVRAAGD = auto()
    ONBEREIKBAAR = auto()


class WhereEditor(Editor):
    """Search, suggestions, name and accuracy.

    Signals:
        search_requested(str): find places for this text; answer with `show_places`.
        place_chosen(): a place was taken from the list.
        pdok_changed(bool): whether addresses may be sought at PDOK too.
        locate_requested(): the place of the receiver, please. settings_requested(): choose another receiver.
    """

    search_requested = Signal(str)
    place_chosen = Signal()
    pdok_changed = Signal(bool)
    locate_requested = Signal()
    settings_requested = Signal()
    keeps_map = True

    def __init__(
        self, themes: ThemeManager, parent: QWidget | None = None, *, has_streets: bool = True,
        has_addresses: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(themes, self.tr("Waar"), parent)
        self._places: tuple[Plaats, ...] = ()
        self._rows: list[PlaceRow] = []
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(SEARCH_AFTER_MS)
        self.search: QLineEdit = self._search_line(has_streets=has_streets, has_addresses=has_addresses)
        self._searching.timeout.connect(lambda: self.search_requested.emit(self.search.text()))
        self.search.textEdited.connect(lambda _text: self._searching.start())
        self.search.returnPressed.connect(self._on_search_return_pressed)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self._nothing = Label(themes, "", color="ink-2", wrap=True)
        self._nothing.hide()
        self._make_pdok(themes)
        self.name = self._line(self.tr("Omschrijving van de plek"), self.tr("bijvoorbeeld: achter de sporthal"))
        self.name.setMaxLength(MAX_PLAATS)
        self.name.textEdited.connect(self._on_name_text_edited)
        self.accuracy = TileGroup(
            themes, self.tr("Nauwkeurigheid"),
            [Choice(UNKNOWN, self.tr("Onbekend"))] + [Choice(str(m), f"± {m} m") for m in ACCURACIES_M],
            columns=Columns(2, 2, 4), parent=self,
        )  # fmt: skip
        self.accuracy.choice_changed.connect(self._on_accuracy_choice_changed)
        self.column.addWidget(Label(themes, self.tr("Tik op de kaart of typ hier."), weight="w-vet", wrap=True))
        self.column.addWidget(self.search)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._found)
        self.column.addWidget(self.pdok)
        self.column.addWidget(self._pdok_note)
        self.column.addWidget(Label(themes, self.tr("Omschrijving"), weight="w-vet"))
        self.column.addWidget(self.name)
        self.column.addWidget(self.accuracy)
        self._add_receiver(themes)
        self.column.addStretch(1)

    def _search_line(self, *, has_streets: bool, has_addresses: bool) -> QLineEdit:
        """Promises only what can be found: streets come with a kaartpakket, house numbers with its address book."""
        if has_addresses:
            name = self.tr("Zoek een adres, straat, plek of coördinaten")
            return self._line(name, self.tr("straat 12, 3401 AB of 52,021 5,039"))
        if has_streets:
            return self._line(self.tr("Zoek een straat, plek of coördinaten"), self.tr("straat, plek of 52,021 5,039"))
        return self._line(self.tr("Zoek een plek, JOP of coördinaten"), self.tr("plek, JOP of 52,021 5,039"))

    def _make_pdok(self, themes: ThemeManager) -> None:
        """The setting stands where it is wanted: below a search that found nothing."""
        self.pdok = TileGroup(
            themes, self.tr("Zoek ook bij PDOK als er verbinding is"),
            [Choice(_NO, self.tr("Nee")), Choice(_YES, self.tr("Ja"))], columns=Columns(2, 2, 2), parent=self,
        )  # fmt: skip
        self.pdok.choice_changed.connect(lambda codes: self.pdok_changed.emit(codes == [_YES]))
        self._pdok_note = Label(
            themes, self.tr("PDOK krijgt alleen het adres dat u typt."), size="t-klein", color="ink-2", wrap=True
        )
        self._show_pdok(shown=False)

    def _show_pdok(self, *, shown: bool) -> None:
        for part in (self.pdok, self._pdok_note):
            part.setVisible(shown)

    def _add_receiver(self, themes: ThemeManager) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        here = Knop(themes, self.tr("Mijn plaats (gps)"), "locate-fixed")
        here.clicked.connect(self.locate_requested)
        other = Knop(themes, self.tr("Plaatsbepaling instellen"), "settings")
        other.clicked.connect(self.settings_requested)
        self.column.addWidget(here, 0, left)
        self.column.addWidget(other, 0, left)

    def show_form(self, shown: Shown) -> None:
        super().show_form(shown)
        form = shown.form
        if self.name.text() != form.plaats:
            self.name.setText(form.plaats)
        metres = form.nauwkeurigheid_m
        self.accuracy.set_chosen([UNKNOWN if metres is None else str(round(metres))])
        self.accuracy.set_right_text("" if metres is None else f"± {round(metres)} m")

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        self.accuracy.set_size_class(size_class, low=low)
        self.pdok.set_size_class(size_class, low=low)

    def clear_search(self) -> None:
        """Forget what was typed and found, when the editor opens."""
        self.search.clear()
        self._nothing.hide()
        self._show_pdok(shown=False)
        self._show_rows(())

    def show_places(self, text: str, places: tuple[Plaats, ...], pdok: Pdok = Pdok.NIET_NODIG) -> None:
        """The answer to a search; an answer to an older text is left alone."""
        if text != self.search.text():
            return
        sought = bool(text.strip())
        self._nothing.setText(self._told(places, pdok))
        self._nothing.setVisible(sought and (not places or pdok is Pdok.GEVRAAGD))
        self.pdok.set_chosen([_NO if pdok is Pdok.UIT else _YES])
        self._show_pdok(shown=sought and pdok is not Pdok.NIET_NODIG)
        self._show_rows(places)

    def _told(self, places: tuple[Plaats, ...], pdok: Pdok) -> str:
        """What stands below the field when the own places had nothing."""
        if places:
            return self.tr("Gevonden bij PDOK:")
        if pdok is Pdok.ZOEKT:
            return self.tr("Niets in uw adresboek. Zoeken bij PDOK …")
        if pdok is Pdok.ONBEREIKBAAR:
            return self.tr("Niets in uw adresboek, en PDOK is nu niet bereikbaar. Tik op de kaart of typ anders.")
        if pdok is Pdok.NIET_VERSTUURD:
            return self.tr("Niets gevonden. Dit lijkt geen adres, dus het is niet naar PDOK gestuurd.")
        return self.tr("Niets gevonden. Tik op de kaart of typ anders.")

    def suggestions(self) -> tuple[PlaceRow, ...]:
        """The rows of what was found."""
        return tuple(self._rows)

    def _show_rows(self, places: tuple[Plaats, ...]) -> None:
        for row in self._rows:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._places, self._rows = places, []
        kinds = {
            "straat": ("route", self.tr("straat")), "plek": ("map-pin", self.tr("plek")),
            "coordinaten": ("locate-fixed", self.tr("punt")), "adres": ("house", self.tr("adres")),
        }  # fmt: skip
        for place in places:
            icon, kind = kinds.get(place.bron, ("map-pin", place.bron))
            row = PlaceRow(self.themes, icon, place.naam, " · ".join(part for part in (kind, place.meta) if part), self)
            row.clicked.connect(lambda _checked=False, chosen=place: self._choose(chosen))
            self._found.addWidget(row)
            row.show()
            self._rows.append(row)

    def _choose(self, place: Plaats) -> None:
        is_point = place.bron == "coordinaten"
        form = replace(self.shown.form, plaats_zelf=False)
        bron = PlaatsBron.KAART if is_point else PlaatsBron.ADRES
        self.change(form.kies_plek(place.lon, place.lat, bron, "" if is_point else place.plaats or place.naam))
        self.clear_search()
        self.show_form(self.shown)
        self.place_chosen.emit()

    def _on_search_return_pressed(self) -> None:
        if self._places:
            self._choose(self._places[0])
        else:
            self._searching.stop()
            self.search_requested.emit(self.search.text())

    def _on_name_text_edited(self, text: str) -> None:
        self.change(replace(self.shown.form, plaats=text, plaats_zelf=bool(text.strip())))

    def _on_accuracy_choice_changed(self, codes: list[str]) -> None:
        metres = float(codes[0]) if codes and codes[0] != UNKNOWN else None
        self.change(replace(self.shown.form, nauwkeurigheid_m=metres))
        self.show_form(self.shown)

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setMinimumHeight(px("h-raak"))
        return line
