"""Every component in every state, in both themes: for developers, for the tests, and to lay beside the pictures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boa_app.ui.theme import THEME_NAMES, ThemeManager, ThemeName, px
from boa_app.ui.widgets.banner import Banner, BannerButton, BannerKind, BannerSpec
from boa_app.ui.widgets.buttons import ButtonKind, Corner, IconKnop, Knop
from boa_app.ui.widgets.detail_row import DetailRow
from boa_app.ui.widgets.ernst_bars import ErnstBars
from boa_app.ui.widgets.filter_chip import FilterChip
from boa_app.ui.widgets.paint import Box, paint_box, paint_text
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.scales import GroupSign, ScaleBar, Step
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.states import EmptyState, ErrorState
from boa_app.ui.widgets.stepper import Stepper
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice, Tile, TileForm
from boa_app.ui.widgets.tile_group import Columns, TileGroup

_SWATCHES = (
    ("ground", "surface", "line-strong", "ink", "ink-2", "rail"),
    ("keuze", "keuze-tint", "geel", "ok", "let", "fout"),
)


@dataclass(frozen=True, slots=True)
class Pose:
    """A state held for the picture, that otherwise needs a finger."""

    hovered: bool = False
    pressed: bool = False
    ring: bool = False
    chosen: bool = False
    order: int = 0
    enabled: bool = True


class PosedTile(Tile):
    """A tile that holds a pose."""

    def __init__(self, themes: ThemeManager, pose: Pose) -> None:
        self._pose = pose
        super().__init__(themes, Choice("GEL-MUZ", "Muziek", "music", "Geluid: muziek"), TileForm.HOOG)
        self.set_form(TileForm.HOOG, px("h-tegel-hoog"))
        self.set_chosen(pose.chosen, pose.order)
        self.setEnabled(pose.enabled)

    def is_hovered(self) -> bool:
        return self._pose.hovered

    def is_pressed(self) -> bool:
        return self._pose.pressed

    def shows_ring(self) -> bool:
        return self._pose.ring


class PosedRow(ListRow):
    """A row with the focus ring."""

    def shows_ring(self) -> bool:
        return True


class Swatch(QWidget):
    """A colour with its name and value."""

    def __init__(self, themes: ThemeManager, color: str) -> None:
        super().__init__()
        self._themes, self._color = themes, color
        self.setAccessibleName(color)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px("b-stapper-waarde"), px("i-hoek") + 2 * px("l-klein") + px("s1"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._themes.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_box(painter, theme, rect, Box(fill="surface", radius="r-tag"))
        painter.fillRect(QRectF(0, 0, rect.width(), px("i-hoek")), theme.color(self._color))
        paint_box(painter, theme, rect, Box(edge="line", radius="r-tag"))
        for line, text in enumerate((self._color, theme.hex(self._color))):
            box = QRectF(px("s2"), px("i-hoek") + line * px("l-klein"), rect.width() - px("s2"), px("l-klein"))
            paint_text(painter, box, text, theme.font("t-klein"), theme.color("ink"))
        painter.end()


class GalleryColumn(QWidget):
    """All components in one theme. The theme is put on this part only, so that two can stand side by side."""

    def __init__(self, name: ThemeName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = ThemeManager(name, self)
        self.themes.dress(self)
        self.setProperty("vlak", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px("s5"), px("s5"), px("s5"), px("s5"))
        self._column.setSpacing(px("s3"))
        self._column.addWidget(self._text(self.tr("Dag") if name == "licht" else self.tr("Nacht"), "t-kop", "w-vet"))
        self._add_colors()
        self._add_type()
        self._add_tiles()
        self._add_buttons()
        self._add_filters()
        self._add_lists()
        self._add_states()
        self._add_scales()
        self._column.addStretch(1)

    def _text(self, text: str, size: str = "t-tekst", weight: str = "w-gewoon", color: str = "ink") -> Label:
        return Label(self.themes, text, size=size, weight=weight, color=color)

    def _head(self, text: str) -> None:
        self._column.addWidget(self._text(text, weight="w-vet", color="ink-2"))

    def _row(self, widgets: Sequence[QWidget], *, stretch: bool = True) -> None:
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self._column.addLayout(row)

    def _add_colors(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(px("s2"))
        for y, line in enumerate(_SWATCHES):
            for x, color in enumerate(line):
                grid.addWidget(Swatch(self.themes, color), y, x)
        self._column.addLayout(grid)

    def _add_type(self) -> None:
        samples = (
            ("235", "t-groot", "w-vet", "ink"),
            ("Kop 24", "t-kop", "w-vet", "ink"),
            ("Titel 20", "t-titel", "w-vet", "ink"),
            ("Tegel 18", "t-tegel", "w-half", "ink"),
            ("Tekst 16, 20-11-2026", "t-tekst", "w-gewoon", "ink"),
            ("Klein 14, de kleinste", "t-klein", "w-gewoon", "ink-2"),
        )
        self._row([self._text(text, size, weight, color) for text, size, weight, color in samples])

    def _add_tiles(self) -> None:
        self._head(self.tr("Tegel: rust, aanwijzen, druk, gekozen, volgorde, focus, gekozen met focus, uit"))
        poses = (
            Pose(),
            Pose(hovered=True),
            Pose(pressed=True),
            Pose(chosen=True),
            Pose(chosen=True, order=2),
            Pose(ring=True),
            Pose(chosen=True, ring=True),
            Pose(enabled=False),
        )
        self._row([PosedTile(self.themes, pose) for pose in poses], stretch=False)
        levels = (("1", "1 Licht", "stopt na aanspreken"), ("2", "2 Hinderlijk", "vaker, meer melders"))
        choices = [Choice(code, label, explanation=why, bars=int(code)) for code, label, why in levels]
        group = TileGroup(self.themes, self.tr("Ernst"), choices, form=TileForm.ERNST, columns=Columns(2, 2))
        group.set_chosen(["2"])
        self._column.addWidget(group)
        names = (("AANSPR", "Aangesproken", "message-circle"), ("JOP", "Naar JOP", "warehouse"))
        more = [Choice(code, label, icon) for code, label, icon in names]
        more += [Choice(str(number), "Afval opgeruimd", "trash-2") for number in range(4)]
        group = TileGroup(
            self.themes,
            self.tr("Maatregel"),
            more,
            columns=Columns(4, 4),
            max_chosen=0,
            first_count=3,
            hint=self.tr("meer mogelijk, in volgorde"),
        )
        group.set_chosen(["AANSPR", "JOP"])
        group.set_right_text(self.tr("naar JOP Zeemanlaan, 900 m lopen"))
        self._column.addWidget(group)

    def _add_buttons(self) -> None:
        corner = Corner(self.themes)
        corner.set_action("check", self.tr("Opslaan"), "Ctrl+S")
        stepper = Stepper(self.themes, self.tr("Groepen"), 1, 6)
        stepper.set_value(3)
        off = Knop(self.themes, self.tr("Knop uit"))
        off.setEnabled(False)
        self._row(
            [
                corner,
                Knop(self.themes, self.tr("Hoofdknop"), kind=ButtonKind.HOOFD),
                Knop(self.themes, self.tr("Knop")),
                off,
                Knop(self.themes, self.tr("Tekstknop"), kind=ButtonKind.TEKST),
                Knop(self.themes, self.tr("Verwijderen"), "trash-2", kind=ButtonKind.GEVAAR),
                IconKnop(self.themes, "circle-question-mark", self.tr("Hulp")),
            ]
        )
        field = QLineEdit(self.tr("Kloosterpad"))
        field.setAccessibleName(self.tr("Straat"))
        # A style sheet on a part of the window stops the inheritance of fonts; on the application it does not.
        field.setFont(self.themes.theme.font())
        self._row([stepper, field], stretch=False)

    def _add_filters(self) -> None:
        period = FilterChip(self.themes, self.tr("Periode"), (("26", self.tr("Laatste 26 weken")),))
        period.set_chosen(["26"])
        soort = FilterChip(self.themes, self.tr("Soort"), (("A", "Muziek"), ("B", "Stemgeluid")), multi=True)
        segment = Segment(self.themes, self.tr("As"), (("tijd", self.tr("Tijd")), ("meters", self.tr("Meters"))))
        tags = (
            Tag(self.themes, TagKind.OK, self.tr("opgelost"), "check"),
            Tag(self.themes, TagKind.LET, self.tr("1 dag te laat"), "clock"),
            Tag(self.themes, TagKind.FOUT, self.tr("geweigerd"), "circle-alert"),
            Tag(self.themes, TagKind.NEUTRAAL, self.tr("toeval"), "equal-approximately"),
        )
        self._row([period, soort, segment])
        self._row([*tags, ErnstBars(self.themes, 3)])

    def _add_lists(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        panel = Panel(self.themes, self.tr("Open voor u"), "list-checks")
        panel.set_right_text("3")
        chosen = ListRow(self.themes, RowData("speech", self.tr("Gekozen rij"), "20:58, Kloosterpad", bars=2))
        chosen.set_chosen(chosen=True)
        late = RowData("users", self.tr("Rij in rust"), "20:15, Plein", tag="te laat", tag_kind=TagKind.FOUT)
        focus = PosedRow(self.themes, RowData("rocket", self.tr("Rij met focus"), "21:05, Plein", bars=3))
        detail = DetailRow(self.themes, "clock", self.tr("Wanneer"))
        detail.set_value("nu, 21:42", "gps ± 6 m")
        for widget in (chosen, ListRow(self.themes, late), focus, detail):
            panel.body.addWidget(widget)
        row.addWidget(panel, 1)
        banners = QVBoxLayout()
        banners.setSpacing(px("s2"))
        for spec in self._banner_specs():
            banners.addWidget(Banner(self.themes, spec))
        banners.addStretch(1)
        row.addLayout(banners, 1)
        self._column.addLayout(row)

    def _banner_specs(self) -> tuple[BannerSpec, ...]:
        undo = BannerButton(self.tr("Ongedaan maken"), self.update, "undo-2")
        return (
            BannerSpec(BannerKind.OK, self.tr("Melding opgeslagen."), buttons=(undo,), closable=False),
            BannerSpec(BannerKind.INFO, self.tr("2020 was een coronajaar.")),
            BannerSpec(BannerKind.LET, self.tr("Sluispad ligt niet in het plan.")),
            BannerSpec(
                BannerKind.FOUT,
                self.tr("De schijf is vol."),
                self.tr("Uw melding blijft open. Maak ruimte vrij en kies Opslaan."),
            ),
        )

    def _add_states(self) -> None:
        empty = EmptyState(self.themes)
        empty.set_message(
            self.tr("Nog geen rondes"),
            self.tr("Start een ronde, dan ziet u hier waar u bent geweest."),
            self.tr("Ronde starten"),
            "play",
        )
        error = ErrorState(self.themes)
        error.set_message(
            self.tr("Centrale niet bereikbaar"),
            self.tr("Uw werk staat veilig op dit apparaat. We proberen het over 2 minuten weer."),
            self.tr("Nu proberen"),
            "refresh-cw",
        )
        bar = QProgressBar()
        bar.setRange(0, 3178)
        bar.setValue(1240)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Voortgang"))
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addWidget(self._text(self.tr("Kaartpakket maken"), "t-tegel", "w-vet"))
        column.addWidget(self._text(self.tr("Straten, 1.240 van 3.178"), color="ink-2"))
        column.addWidget(bar)
        column.addWidget(Knop(self.themes, self.tr("Annuleren")), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        for widget in (empty, error, busy):
            panel = Panel(self.themes)
            panel.body.addWidget(widget)
            row.addWidget(panel, 1)
        self._column.addLayout(row)

    def _add_scales(self) -> None:
        self._head(self.tr("Warmte: meldingen per ha per jaar (grenzen eronder, nooit tekst in de kleur)"))
        limits = ("0,25", "0,5", "1", "2", "4", self.tr("8 of meer"))
        self._column.addWidget(
            ScaleBar(self.themes, [Step(f"h{n + 1}", limit=limit) for n, limit in enumerate(limits)])
        )
        self._head(self.tr("Aantallen in de weekkalender"))
        counts = ("0", "1–2", "3–4", "5–6", "7–8", "9 +")
        dark = self.themes.theme.is_dark
        inks = ("ink", "ink", "ink", "surface", "surface", "surface") if dark else ("ink",) * 3 + ("keuze-ink",) * 3
        steps = [Step(f"c{n}", word, ink) for n, (word, ink) in enumerate(zip(counts, inks, strict=True))]
        self._column.addWidget(ScaleBar(self.themes, steps))
        self._head(self.tr("Verandering: rustiger, te weinig, drukker"))
        changes = (("d-2", "− −"), ("d-1", "−"), ("d0", self.tr("te weinig")), ("d1", "+"), ("d2", "+ +"))
        edges = ("d-2", "d2")
        steps = [Step(color, word, "surface" if color in edges else "ink") for color, word in changes]
        self._column.addWidget(ScaleBar(self.themes, steps))
        self._head(self.tr("Groepen: kleur, letter en lijnpatroon"))
        names = ("Blauw", "Oranje", "Groen", "Paars", "Grijs", "Inkt")
        signs = [GroupSign(self.themes, letter, name) for letter, name in zip("ABCDEF", names, strict=True)]
        self._row(signs, stretch=False)


class Gallery(QWidget):
    """One or both themes side by side."""

    def __init__(self, names: Sequence[ThemeName] = THEME_NAMES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.columns = [GalleryColumn(name) for name in names]
        for column in self.columns:
            row.addWidget(column, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a picture of the gallery; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m boa_app.ui.gallery", description=__doc__)
    parser.add_argument("--uit", type=Path, required=True, help="PNG to write")
    parser.add_argument("--thema", choices=(*THEME_NAMES, "beide"), default="beide")
    options = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    names: Sequence[ThemeName] = THEME_NAMES if options.thema == "beide" else (options.thema,)
    gallery = Gallery(names)
    gallery.resize(gallery.sizeHint())
    gallery.show()
    app.processEvents()
    written = gallery.grab().save(str(options.uit))
    gallery.close()
    return 0 if written else 3


if __name__ == "__main__":
    sys.exit(main())
