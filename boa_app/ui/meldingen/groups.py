"""The five groups of tiles of the form, under each other, each able to say that it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.choices import ernst_choices, tile_choices
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerButton, BannerKind, BannerSpec
from boa_app.ui.widgets.tile import Choice, TileForm
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.formulier import Formulier

GROUP_KEYS = ("soort", "ernst", "groepsgrootte", "maatregel", "resultaat")
SOORT_TILES, MAATREGEL_TILES = 11, 7


class FormGroup(QWidget):
    """A group of tiles with room for one sentence about it."""

    def __init__(self, themes: ThemeManager, key: str, tiles: TileGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.key, self.tiles = key, tiles
        self._banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px("s2"))
        self._column.addWidget(tiles)

    def set_note(self, kind: BannerKind, strong: str, text: str = "", button: BannerButton | None = None) -> None:
        """Say something about this group between title and tiles; an empty sentence takes it away."""
        spec = BannerSpec(kind, strong, text, (button,) if button else (), closable=False)
        if self._banner is not None:
            if (self._banner.spec.kind, self._banner.spec.strong) == (kind, strong):
                return
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if strong:
            self._banner = Banner(self._themes, spec, self)
            self._column.insertWidget(0, self._banner)
            self._banner.show()

    def note(self) -> Banner | None:
        """The sentence shown now."""
        return self._banner


class GroupColumn(QWidget):
    """The groups. `below` is the layout for what follows them in a small window, `above` for what precedes them.

    Signals:
        choice_changed(str, list): a person chose in the group of this key.
        registration_requested(): the person wants to fill in the external registration.
    """

    choice_changed = Signal(str, list)
    registration_requested = Signal()

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, day: date, *, with_bestuurlijk: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._themes, self._lijsten, self._language, self._day = themes, lijsten, language, day
        self._with_bestuurlijk = with_bestuurlijk
        self._kept: dict[str, tuple[str, ...]] = {}
        self._groups: dict[str, FormGroup] = {}
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px("s4"), px("s2"), px("s4"), px("s3"))
        self._column.setSpacing(px("s2"))
        self._build()

    def groups(self) -> tuple[FormGroup, ...]:
        """The groups from top to bottom."""
        return tuple(self._groups.values())

    def group(self, key: str) -> FormGroup:
        """The group of a key."""
        return self._groups[key]

    def show_form(self, form: Formulier) -> None:
        """Show what is chosen."""
        chosen = {
            "soort": form.soorten, "ernst": (form.ernst,), "groepsgrootte": (form.groepsgrootte,),
            "maatregel": form.maatregelen, "resultaat": (form.resultaat,),
        }  # fmt: skip
        for key, codes in chosen.items():
            wanted = tuple(code for code in codes if code)
            self._keep(key, wanted)
            tiles = self._groups[key].tiles
            if tiles.chosen() != wanted:
                tiles.set_chosen(wanted)
        if form.soorten:
            self.set_missing_soort("")
        self._show_regime(form)

    def close_rest(self) -> None:
        """Hide the rest behind *Alle 23* again, for a new form."""
        for key in ("soort", "maatregel"):
            tiles = self._groups[key].tiles
            tiles.set_chosen(())
            tiles.set_open(is_open=False)

    def set_missing_soort(self, sentence: str) -> None:
        """Say that the kind is missing; empty when it is there."""
        self._groups["soort"].set_note(BannerKind.FOUT, sentence)

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """Pass the room on to the tiles."""
        # Seven sizes of group beside the map leave no more at the right than this.
        right = {SizeClass.SMAL: "s3", SizeClass.KLEIN: "s2"}.get(size_class, "s4")
        left = "s2" if size_class is SizeClass.KLEIN else "s4"
        self._column.setContentsMargins(px(left), px("s2"), px(right), px("s3"))
        for group in self._groups.values():
            group.tiles.set_size_class(size_class, low=low)

    def _keep(self, key: str, codes: tuple[str, ...]) -> None:
        """Show a stored value that is no tile (*niemand aangetroffen*) or was closed since, instead of hiding it."""
        shown = {tile.choice.code for tile in self._groups[key].tiles.tiles()}
        extra = tuple(code for code in codes if code not in shown)
        held = self._kept.get(key, ())
        if extra or (held and not set(held) & set(codes)):
            self._kept[key] = extra
            self._groups[key].tiles.set_choices(self._choices(key, extra))

    def _choices(self, key: str, keep: Sequence[str] = ()) -> tuple[Choice, ...]:
        lijst = self._lijsten[key]
        if key == "ernst":
            return ernst_choices(lijst, self._language, self._day)
        only = key in ("groepsgrootte", "resultaat")
        found = tile_choices(lijst, self._language, self._day, keep=keep, tiles_only=only)
        if key != "maatregel" or self._with_bestuurlijk:
            return found
        return tuple(one for one in found if one.code in keep or lijst.get(one.code).regime != "B")

    def _build(self) -> None:
        tall, flat, bars = TileForm.HOOG, TileForm.RIJ, TileForm.ERNST
        first = self.tr("de eerste is de hoofdsoort, een tweede mag")
        several = self.tr("meer mogelijk, in volgorde")
        tiles = {
            "soort": self._tiles("soort", self.tr("Soort"), tall, Columns(6, 4), first, SOORT_TILES),
            "ernst": self._tiles("ernst", self.tr("Ernst"), bars, Columns(4, 4, 2)),
            "groepsgrootte": self._tiles("groepsgrootte", self.tr("Groepsgrootte"), flat, Columns(7, 7)),
            "maatregel": self._tiles(
                "maatregel", self.tr("Maatregel"), flat, Columns(4, 4, 2), several, MAATREGEL_TILES
            ),
            "resultaat": self._tiles("resultaat", self.tr("Resultaat"), flat, Columns(4, 4, 2)),
        }
        for layout in (self.above, self.below):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px("s2"))
        self._column.addLayout(self.above)
        for index, (key, made) in enumerate(tiles.items()):
            if index:
                self._column.addStretch(1)
            group = FormGroup(self._themes, key, made, self)
            made.choice_changed.connect(lambda codes, name=key: self.choice_changed.emit(name, codes))
            self._groups[key] = group
            self._column.addWidget(group)
        self._column.addLayout(self.below)

    def _tiles(
        self, key: str, title: str, form: TileForm, columns: Columns, hint: str = "", first_count: int = 0
    ) -> TileGroup:
        return TileGroup(
            self._themes, title, self._choices(key), form=form, columns=columns, max_chosen=0 if first_count else 1,
            first_count=first_count, hint=hint, parent=self,
        )  # fmt: skip

    def _show_regime(self, form: Formulier) -> None:
        """On an O-measure: what belongs here and what does not (domain §4)."""
        lijst = self._lijsten["maatregel"]
        asks = any(code in lijst and lijst.get(code).regime == "O" for code in form.maatregelen)
        button = BannerButton(self.tr("Registratienummer"), self.registration_requested.emit)
        strong = self.tr("Persoonsgegevens horen in het boa-registratiesysteem.")
        rest = self.tr("Leg hier alleen code, aantal, artikel en registratienummer vast.")
        self._groups["maatregel"].set_note(BannerKind.INFO, strong if asks else "", rest, button)
