"""The two cards of *Plaatsbepaling*: where the position comes from, and what comes in now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtSerialPort import QSerialPortInfo
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boa_app.domain.fix import BeoordeeldeFix, Oordeel, clock_difference
from boa_app.texts import formats, label
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.gps.service import GpsService, GpsToestand
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.gps import BAUDS, GpsBron, GpsInstelling

KMH_PER_MS = 3.6
MINUTES_PER_DAY = 24 * 60
_TAG_OF_TOESTAND = {
    GpsToestand.UIT: TagKind.NEUTRAAL, GpsToestand.ZOEKT: TagKind.LET, GpsToestand.BEZIG: TagKind.OK,
    GpsToestand.KLAAR: TagKind.NEUTRAAL, GpsToestand.FOUT: TagKind.FOUT,
}  # fmt: skip


class SourcePanel(Panel):
    """Choose the source.

    Signals:
        instelling_chosen(GpsInstelling): a complete choice.
    """

    instelling_chosen = Signal(object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, "", "", parent)
        self.set_title(self.tr("Bron"))
        self._themes = themes
        self._shown = GpsInstelling(GpsBron.UIT)
        self.bron = TileGroup(
            themes, self.tr("Waar komt uw plaats vandaan?"),
            [
                Choice(GpsBron.UIT, self.tr("Uit")),
                Choice(GpsBron.SYSTEEM, self.tr("Dit apparaat zelf")),
                Choice(GpsBron.SERIEEL, self.tr("Ontvanger op een poort")),
                Choice(GpsBron.BESTAND, self.tr("Opname afspelen")),
            ],
            columns=Columns(2, 2, 2), parent=self,
        )  # fmt: skip
        self.poort = TileGroup(themes, self.tr("Poort"), [], columns=Columns(2, 2, 2), parent=self)
        self.baud = TileGroup(
            themes, self.tr("Snelheid (baud)"), [Choice(str(baud), str(baud)) for baud in BAUDS],
            columns=Columns(4, 4, 4), parent=self,
        )  # fmt: skip
        self.no_ports = Label(themes, self.tr("Geen poort gevonden. Sluit de ontvanger aan."), color="ink-2", wrap=True)
        self.again = Knop(themes, self.tr("Opnieuw zoeken"), "refresh-cw")
        self.file = Knop(themes, self.tr("Opname kiezen…"), "file-up")
        self.file_name = Label(themes, color="ink-2", wrap=True)
        self._build()
        self.bron.choice_changed.connect(self._on_bron_choice_changed)
        self.poort.choice_changed.connect(lambda codes: self._offer(poort=codes[0] if codes else ""))
        self.baud.choice_changed.connect(lambda codes: self._offer(baud=int(codes[0]) if codes else BAUDS[1]))
        self.again.clicked.connect(self._show_ports)
        self.file.clicked.connect(self._choose_file)

    def show_instelling(self, instelling: GpsInstelling) -> None:
        """Show the setting in force."""
        self._shown = instelling
        self.bron.set_chosen([str(instelling.bron)])
        self.baud.set_chosen([str(instelling.baud)])
        self.file_name.setText(Path(instelling.bestand).name)
        self._show_ports()

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """More or fewer columns."""
        for group in (self.bron, self.poort, self.baud):
            group.set_size_class(size_class, low=low)

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        inside.setSpacing(px("s3"))
        left = Qt.AlignmentFlag.AlignLeft
        words = self.tr("Alleen een melding bewaart een plaats. Uw looproute wordt nergens vastgelegd.")
        inside.addWidget(self.bron)
        for part in (self.poort, self.no_ports, self.baud, self.file_name):
            inside.addWidget(part)
        inside.addWidget(self.again, 0, left)
        inside.addWidget(self.file, 0, left)
        inside.addWidget(Label(self._themes, words, color="ink-2", wrap=True))
        inside.addStretch(1)
        self.body.addLayout(inside)

    def _show_ports(self) -> None:
        names = [info.portName() for info in QSerialPortInfo.availablePorts()]
        if self._shown.poort and self._shown.poort not in names:
            names.append(self._shown.poort)
        self.poort.set_choices([Choice(name, name) for name in names])
        self.poort.set_chosen([self._shown.poort] if self._shown.poort else [])
        is_serial, is_file = self._shown.bron is GpsBron.SERIEEL, self._shown.bron is GpsBron.BESTAND
        self.poort.setVisible(is_serial and bool(names))
        self.no_ports.setVisible(is_serial and not names)
        for part, shown in ((self.baud, is_serial), (self.again, is_serial), (self.file, is_file)):
            part.setVisible(shown)
        self.file_name.setVisible(is_file and bool(self.file_name.text()))

    def _on_bron_choice_changed(self, codes: list[str]) -> None:
        bron = GpsBron(codes[0]) if codes else GpsBron.UIT
        shown = self._shown
        self._shown = GpsInstelling(bron, shown.poort, shown.baud, shown.bestand)
        self._show_ports()
        if bron is GpsBron.BESTAND and not shown.bestand:
            self._choose_file()
        else:
            self._offer()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Opname kiezen"), "", self.tr("Opname (*.nmea *.log *.txt *.gpx);;Alle bestanden (*)")
        )
        if path:
            self.file_name.setText(Path(path).name)
            self._offer(bestand=path)

    def _offer(self, *, poort: str | None = None, baud: int | None = None, bestand: str | None = None) -> None:
        old = self._shown
        self._shown = GpsInstelling(
            old.bron, old.poort if poort is None else poort, old.baud if baud is None else baud,
            old.bestand if bestand is None else bestand,
        )  # fmt: skip
        needed = {GpsBron.SERIEEL: self._shown.poort, GpsBron.BESTAND: self._shown.bestand}
        if needed.get(old.bron, "-"):
            self.instelling_chosen.emit(self._shown)
        self._show_ports()


class NowPanel(Panel):
    """What the receiver says now, and what it is worth."""

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, "", "", parent)
        self.set_title(self.tr("Nu"))
        self._language = language
        self.state = Tag(themes)
        self.lines = Label(themes, wrap=True)
        self.advice = Label(themes, color="ink-2", wrap=True)
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        inside.setSpacing(px("s2"))
        inside.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.lines)
        inside.addWidget(self.advice)
        self.body.addLayout(inside)

    def show_now(self, gps: GpsService, found: BeoordeeldeFix | None) -> None:
        """The state in a word, the figures, and what helps."""
        words = {
            GpsToestand.UIT: self.tr("Uit"), GpsToestand.ZOEKT: self.tr("Zoekt de satellieten"),
            GpsToestand.BEZIG: self.tr("Plaats bekend"), GpsToestand.KLAAR: self.tr("Opname afgelopen"),
            GpsToestand.FOUT: self.tr("Geen ontvanger"),
        }  # fmt: skip
        kind, word = _TAG_OF_TOESTAND[gps.toestand], words[gps.toestand]
        if gps.toestand is GpsToestand.BEZIG and found is not None and not found.is_goed:
            kind, word = TagKind.LET, label("oordeel", found.oordeel, self._language).capitalize()
        self.state.set_tag(kind, word)
        self.lines.setText("\n".join(self._figures(gps, found)))
        # The clock of a recorded walk is that of its own day.
        is_live = gps.instelling.bron is not GpsBron.BESTAND
        self.advice.setText(self._advice(found, is_live=is_live))

    def _figures(self, gps: GpsService, found: BeoordeeldeFix | None) -> list[str]:
        if found is None:
            return self._skipped(gps)
        fix = found.fix
        lines = [f"{formats.number(fix.lat, self._language, 5)}, {formats.number(fix.lon, self._language, 5)}"]
        if fix.nauwkeurigheid_m is not None:
            lines.append(self.tr("nauwkeurig tot ± {meters} m").format(meters=round(fix.nauwkeurigheid_m)))
        if fix.snelheid_ms is not None:
            lines.append(self.tr("{snelheid} km/u").format(snelheid=round(fix.snelheid_ms * KMH_PER_MS)))
        return lines + self._skipped(gps)

    def _skipped(self, gps: GpsService) -> list[str]:
        """How many sentences were not whole; a single one in a long walk is told too."""
        total, broken = gps.sentences
        if not broken:
            return []
        words = self.tr("{aantal} van {totaal} regels kwam geschonden binnen en is overgeslagen")
        counts = [formats.number(count, self._language) for count in (broken, total)]
        return [words.format(aantal=counts[0], totaal=counts[1])]

    def _advice(self, found: BeoordeeldeFix | None, *, is_live: bool) -> str:
        if found is None:
            return ""
        ahead = clock_difference(found.fix)
        if ahead is not None and is_live:
            minutes = abs(ahead.total_seconds()) / 60
            if minutes > 2 * MINUTES_PER_DAY:
                days = formats.number(round(minutes / MINUTES_PER_DAY), self._language)
                return self.tr("De klok van dit apparaat wijkt {dagen} dagen af van de gps.").format(dagen=days)
            shown = formats.number(round(minutes), self._language)
            return self.tr("De klok van dit apparaat wijkt {minuten} minuten af van de gps.").format(minuten=shown)
        # The first place is confirmed by the next second: nobody has to move for that.
        if not found.is_goed and found.oordeel is not Oordeel.ONBEVESTIGD:
            return self.tr("Deze plaats wordt niet vanzelf gebruikt. Ga onder een vrije hemel staan.")
        return ""
