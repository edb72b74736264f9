"""How the parts of the form lie in the window: map and rows left, tiles right; in a small window one at a time.

wide                                   small (under 900 or 560)
┌ map ────┐ ┌ soort ───────────┐       ┌ strip ┐ ┌ soort ────────┐     ┌ map or editor ──────┐
├ question┤ ├ ernst, groep     ┤       │ soort │ ├ … resultaat   ┤  or │                     │
└ rows ───┘ └ maatregel, result┘       └ plek  ┘ └ question, rows┘     └ back ───────────────┘
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.choices import options, tile_choices
from boa_app.ui.meldingen.editor import Editor, EditorPanel, Shown
from boa_app.ui.meldingen.groups import GroupColumn
from boa_app.ui.meldingen.more_editor import MoreEditor
from boa_app.ui.meldingen.place_map import PlaceMap
from boa_app.ui.meldingen.reason_editor import ReasonEditor
from boa_app.ui.meldingen.regime_editor import RegimeEditor
from boa_app.ui.meldingen.rows import FormRows
from boa_app.ui.meldingen.same_group import SameGroupPanel
from boa_app.ui.meldingen.strip import GroupStrip
from boa_app.ui.meldingen.when_editor import WhenEditor
from boa_app.ui.meldingen.where_editor import WhereEditor
from boa_app.ui.meldingen.wording import Wording
from boa_app.ui.theme import px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.usecases.formulier_start import mag_bestuurlijk
from boa_app.usecases.meldingregels import check_text
from boa_app.usecases.plaatsindex import PlaatsHier

PLEK = "plek"
_COLUMN = {SizeClass.RUIM: "b-kaartkolom-ruim", SizeClass.SMAL: "b-kaartkolom-smal"}


class FormView(QWidget):
    """The parts and their arrangement; what the form means is the page's work.

    Signals:
        arrangement_changed(): map or editor opened or closed.
    """

    arrangement_changed = Signal()

    def __init__(self, ui: UiContext, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui, self._themes = ui, ui.themes
        self._size_class, self._low = SizeClass.NORMAAL, False
        self._editor = ""
        self._map_open = False
        self.wording = Wording(ui.session.lijsten, ui.language, self)
        self.map = PlaceMap(ui.maps, ui.themes, ui.language, self)
        self.question = SameGroupPanel(ui.themes, self)
        self.rows = FormRows(ui.themes, self)
        self.ask_place = self._banner(BannerKind.LET, self.tr("Waar was het?"))
        self.miss_place = self._banner(BannerKind.FOUT, self.tr("Kies eerst de plek."))
        self.back = Knop(ui.themes, self.tr("Terug naar het formulier"), "arrow-left", parent=self)
        self.back.clicked.connect(lambda: self.open_map(is_open=False))
        # Made in reading order, which is the order of the Tab key: the left column with its editors, then the groups.
        self._make_editors(day)
        self.reason = QLineEdit(self)
        self.reason.setMinimumHeight(px("h-raak"))
        self.reason.setAccessibleName(self.tr("Reden van de wijziging"))
        self.reason.setPlaceholderText(self.tr("Reden van de wijziging"))
        self.groups = GroupColumn(
            ui.themes, ui.session.lijsten, ui.language, day, with_bestuurlijk=mag_bestuurlijk(ui.session), parent=self
        )
        self.groups.above.addWidget(self.reason)
        self.strip = GroupStrip(ui.themes, self._strip_titles(), self)
        self.box = ScrollBox(self.groups, self)
        self._build()
        self._connect()
        self._arrange()

    def editor(self, key: str) -> Editor:
        """The editor of a row."""
        return self.panels[key].editor

    @property
    def open_editor_key(self) -> str:
        """The editor in sight, "" when there is none."""
        return self._editor

    @property
    def is_map_open(self) -> bool:
        """True while the map fills a small window."""
        return self._map_open

    def show_form(self, shown: Shown, here: PlaatsHier, now: datetime) -> None:
        """Show the form everywhere."""
        form = shown.form
        rows = self.wording.rows(form, here, now)
        if form.voorstel is not None and self._size_class is SizeClass.SMAL:
            # No room for the note beside the name: that the place is only proposed comes first.
            rows["waar"] = (", ".join(reversed(rows["waar"])), "")
        self.rows.set_values(rows)
        self.strip.set_values(self.wording.strip(form, here, now))
        self.groups.show_form(form)
        self.groups.group("maatregel").tiles.set_right_text(self.wording.jop(form, shown.start))
        self.reason.setVisible(bool(form.bewerkt))
        if form.plek is not None:
            self.miss_place.hide()
        self.ask_place.setVisible(form.plek is None and self.miss_place.isHidden())
        if self._editor:
            self.editor(self._editor).show_form(shown)

    def open_editor(self, key: str, shown: Shown) -> None:
        """Show the editor of a row instead of the rows."""
        panel = self.panels[key]
        panel.editor.show_form(shown)
        if isinstance(panel.editor, WhereEditor):
            panel.editor.clear_search()
        self._stack.setCurrentWidget(panel)
        self._editor, self._map_open = key, False
        self._arrange()
        panel.back.setFocus(Qt.FocusReason.MouseFocusReason)

    def close_editor(self) -> None:
        """Back to the rows."""
        if self._editor:
            row = self.rows.row(self._editor)
            self._editor = ""
            self._arrange()
            row.setFocus(Qt.FocusReason.MouseFocusReason)

    def open_map(self, *, is_open: bool) -> None:
        """Fill a small window with the map, or go back."""
        self._map_open = is_open
        self._editor = ""
        self._arrange()

    def reset(self) -> None:
        """As for a new form: nothing open, at the top."""
        self._editor, self._map_open = "", False
        self.miss_place.hide()
        self.question.hide()
        self.reason.clear()
        self.groups.close_rest()
        self.groups.set_missing_soort("")
        self.box.verticalScrollBar().setValue(0)
        self.strip.set_active("soort")
        self._arrange()

    def show_missing(self, names: tuple[str, ...]) -> None:
        """Mark what is missing and bring the first of it in view."""
        self.close_editor()
        self.open_map(is_open=False)
        if "soort" in names:
            self.groups.set_missing_soort(self.tr("Kies eerst wat er was."))
        if "waar" in names:
            self.ask_place.hide()
            self.miss_place.show()
        self.go_to("soort" if "soort" in names else PLEK)

    def go_to(self, key: str) -> None:
        """Bring a group in view; PLEK stands for the rows."""
        if key == PLEK and self._size_class is not SizeClass.KLEIN:
            return
        self._settle()
        self.box.show_top_of(self._lower if key == PLEK else self.groups.group(key))
        self.strip.set_active(key)

    def advance(self, key: str) -> None:
        """After the first touch in a group: in a small window the next one comes in view."""
        keys = [name for name, _title in self._strip_titles()]
        if self._size_class is SizeClass.KLEIN:
            self.go_to(keys[keys.index(key) + 1])

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """Take the arrangement that fits."""
        self._size_class, self._low = size_class, low
        if size_class is not SizeClass.KLEIN:
            self._map_open = False
        self.groups.set_size_class(size_class, low=low)
        for panel in self.panels.values():
            panel.editor.set_size_class(size_class, low=low)
        self.rows.set_shows_icons(size_class is not SizeClass.SMAL)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _strip_titles(self) -> list[tuple[str, str]]:
        return [
            ("soort", self.tr("Soort")), ("ernst", self.tr("Ernst")), ("groepsgrootte", self.tr("Groep")),
            ("maatregel", self.tr("Maatregel")), ("resultaat", self.tr("Resultaat")), (PLEK, self.tr("Plek en tijd")),
        ]  # fmt: skip

    def _banner(self, kind: BannerKind, strong: str) -> Banner:
        has_streets = self._ui.session.kaart is not None
        streets, known = self.tr("Tik op de kaart of typ een straat."), self.tr("Typ een plek of coördinaten.")
        text = streets if has_streets else known
        banner = Banner(self._themes, BannerSpec(kind, strong, text, closable=False), self)
        banner.hide()
        return banner

    def _make_editors(self, day: date) -> None:
        ui, lijsten, language = self._ui, self._ui.session.lijsten, self._ui.language
        measures = tile_choices(lijsten["maatregel"], language, day)
        o_measures = [one for one in measures if lijsten["maatregel"].get(one.code).regime == "O"]
        self.when = WhenEditor(ui.themes, ui.session.now)
        kaart = ui.session.kaart
        has_addresses = kaart is not None and kaart.adressen is not None
        self.where = WhereEditor(ui.themes, has_streets=kaart is not None, has_addresses=has_addresses)
        self.why = ReasonEditor(ui.themes, tile_choices(lijsten["aanleiding"], language, day))
        self.regime = RegimeEditor(ui.themes, o_measures, options(lijsten["wettelijk_artikel"], language, day))
        self.more = MoreEditor(
            ui.themes, tile_choices(lijsten["leeftijd"], language, day), options(lijsten["locatietype"], language, day),
            options(lijsten["herkomst"], language, day), lambda text: check_text(ui.session, text), language,
        )  # fmt: skip
        editors: dict[str, Editor] = {
            "wanneer": self.when, "waar": self.where, "aanleiding": self.why, "regime": self.regime, "meer": self.more,
        }  # fmt: skip
        self.panels = {key: EditorPanel(ui.themes, editor, self) for key, editor in editors.items()}

    def _build(self) -> None:
        self._lower = QWidget(self)
        self._lower.setProperty("vlak", "surface")
        self._lower.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lower = _column(self._lower)
        for below in (self.ask_place, self.miss_place, self.question, self.rows):
            lower.addWidget(below)
        lower.addStretch(1)
        self._stack = QStackedWidget(self)
        for panel in self.panels.values():
            self._stack.addWidget(panel)
        self._left = QWidget(self)
        self._left.setProperty("vlak", "surface")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left_column = _column(self._left)
        self._left_column.addWidget(self.map, 1)
        self._left_column.addWidget(self._lower)
        self._left_column.addWidget(self._stack, 2)
        self._left_column.addWidget(self.back)
        self._line = Line(vertical=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, stretch in ((self._left, 0), (self.strip, 0), (self._line, 0), (self.box, 1)):
            row.addWidget(part, stretch)

    def _connect(self) -> None:
        self.strip.group_requested.connect(self.go_to)
        self.box.verticalScrollBar().valueChanged.connect(self._on_scroll_value_changed)
        for panel in self.panels.values():
            panel.closed.connect(self.close_editor)

    def _arrange(self) -> None:
        small = self._size_class is SizeClass.KLEIN
        covers = small and (bool(self._editor) or self._map_open)
        keeps_map = not self._editor or self.panels[self._editor].editor.keeps_map
        if small:
            self.groups.below.addWidget(self._lower)
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(self.maximumWidth())
        else:
            self._left_column.insertWidget(1, self._lower)
            self._left.setFixedWidth(px(_COLUMN.get(self._size_class, "b-kaartkolom")))
        row_height = px("h-tegel-laag" if self._low else "h-tegel")
        self.rows.setMinimumHeight(5 * row_height)
        self._left.setVisible(covers or not small)
        self.map.setVisible(self._map_open if small else keeps_map)
        self._stack.setVisible(bool(self._editor))
        self._lower.setVisible(small or not self._editor)
        self.back.setVisible(self._map_open)
        self.strip.setVisible(small and not covers)
        self._line.setVisible(not covers)
        self.box.setVisible(not covers)
        self._settle()
        self.arrangement_changed.emit()

    def _settle(self) -> None:
        """In a small window the last part must be able to reach the top of the view."""
        room = self.box.viewport().height() - px("s3") if self._size_class is SizeClass.KLEIN else 0
        self._lower.setMinimumHeight(max(0, room))
        layout = self.groups.layout()
        if layout is not None:
            layout.activate()

    def _on_scroll_value_changed(self, value: int) -> None:
        if self._size_class is not SizeClass.KLEIN:
            return
        tops = {group.key: group.mapTo(self.groups, group.rect().topLeft()).y() for group in self.groups.groups()}
        tops[PLEK] = self._lower.mapTo(self.groups, self._lower.rect().topLeft()).y()
        passed = [key for key, top in tops.items() if top <= value + px("s6")]
        self.strip.set_active(passed[-1] if passed else "soort")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
