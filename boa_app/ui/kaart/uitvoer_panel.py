"""What goes out, how and where to: the panel beside the map. It asks; the link beside it does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import error_sentence
from boa_app.ui.kaart.afdruk import Papier
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.filter_chip import FilterChip
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.text import Label
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg

MAX_REDEN = 200
LIGGEND, STAAND = "liggend", "staand"


@dataclass(frozen=True, slots=True)
class Gekozen:
    """What a person chose."""

    inhoud: Inhoud
    uitweg: Uitweg
    papier: Papier
    liggend: bool
    reden: str
    ontvanger: str
    printer: str


class UitvoerPanel(QWidget):
    """Asks what, how and for whom.

    Signals:
        choice_changed(): the next step may be another one. overwrite_confirmed(): write over the existing file.
        other_name_requested(): ask the place again.
    """

    choice_changed = Signal()
    overwrite_confirmed = Signal()
    other_name_requested = Signal()

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._is_precise = False
        self._folder = Path()
        self._period = ""
        self.inhoud = Segment(
            themes, self.tr("Wat op de kaart staat"),
            (
                (Inhoud.TEAM, self.tr("Team")),
                (Inhoud.OPENBAAR, self.tr("Openbaar")),
                (Inhoud.SCHERM, self.tr("Zoals nu")),
            ),
        )  # fmt: skip
        self.uitweg = Segment(
            themes, self.tr("Waarheen"),
            ((Uitweg.PDF, "PDF"), (Uitweg.PNG, "PNG"), (Uitweg.HTML, "HTML"), (Uitweg.PRINTER, self.tr("Printer"))),
        )  # fmt: skip
        self.papier = Segment(themes, self.tr("Papier"), ((Papier.A4, "A4"), (Papier.A3, "A3")))
        self.richting = Segment(
            themes, self.tr("Richting"), ((LIGGEND, self.tr("Liggend")), (STAAND, self.tr("Staand")))
        )
        self.printer = FilterChip(themes, self.tr("Printer"), ())
        self.explanation = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.form_note = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.warning = Label(themes, size="t-klein", weight="w-vet", color="let", wrap=True)
        self.reden, self.ontvanger = QLineEdit(), QLineEdit()
        self.told = Label(themes, weight="w-vet", wrap=True)
        self.overwrite = Knop(themes, self.tr("Overschrijven"), kind=ButtonKind.GEVAAR)
        self.other_name = Knop(themes, self.tr("Andere naam"))
        self.open_folder = Knop(themes, self.tr("Map openen"), "folder-open")
        self._build(themes)
        self._connect()
        self.set_precise(is_precise=False)
        self.clear_outcome()

    def chosen(self) -> Gekozen:
        """What stands there now."""
        return Gekozen(
            Inhoud(self.inhoud.chosen()), Uitweg(self.uitweg.chosen()), Papier(self.papier.chosen()),
            self.richting.chosen() == LIGGEND, self.reden.text().strip() if self._is_precise else "",
            self.ontvanger.text().strip() if self._is_precise else "", "".join(self.printer.chosen()),
        )  # fmt: skip

    def set_precise(self, *, is_precise: bool) -> None:
        """Whether the layers as they are now show where single meldingen were."""
        self._is_precise = is_precise
        self._fit()

    def set_period(self, period: str) -> None:
        """The whole fixed periods a map for the team is of, in words."""
        self._period = period
        self._fit()

    def set_printers(self, names: tuple[str, ...]) -> None:
        """The printers there are, the usual one first."""
        self.printer.set_options([(name, name) for name in names])
        self.printer.set_chosen(names[:1])
        self._fit()

    def set_uitweg(self, uitweg: Uitweg) -> None:
        """Choose a way out, as Ctrl+P does."""
        self.uitweg.set_chosen(uitweg)
        self._fit()

    def show_busy(self) -> None:
        """It is being made."""
        self._say(self.tr("De kaart wordt opgemaakt…"), "ink")

    def show_error(self, error: BoaError) -> None:
        """Say what went wrong, what is safe and what to do."""
        self._say(str(error_sentence(error, self._language)), "fout")
        for code, field in (("uitvoer_reden_nodig", self.reden), ("uitvoer_ontvanger_nodig", self.ontvanger)):
            if error.code == code:
                field.setFocus()

    def show_exists(self, path: Path) -> None:
        """Ask about a file that is there already."""
        told = self.tr("{bestand} bestaat al. Overschrijven?").format(bestand=path.name)
        self._say(told, "let")
        self.overwrite.show()
        self.other_name.show()
        self.other_name.setFocus()

    def show_cancelled(self) -> None:
        """No place was chosen."""
        self._say(self.tr("Niets opgeslagen: u koos geen plek."), "ink-2")

    def show_saved(self, path: Path) -> None:
        """It is on disk."""
        told = self.tr("Opgeslagen: {bestand} in {map}").format(bestand=path.name, map=str(path.parent))
        self._say(told, "ok")
        self._folder = path.parent
        self.open_folder.show()

    def show_printed(self, printer: str) -> None:
        """It went to the printer."""
        self._say(self.tr("Naar de printer gestuurd: {printer}").format(printer=printer), "ok")

    def clear_outcome(self) -> None:
        """Nothing happened yet."""
        for part in (self.told, self.overwrite, self.other_name, self.open_folder):
            part.hide()

    def _build(self, themes: ThemeManager) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s2"))
        self._head(themes, column, self.tr("Wat op de kaart staat"))
        column.addWidget(self.inhoud)
        column.addWidget(self.explanation)
        column.addWidget(self.warning)
        self._reason = QWidget()
        fields = QVBoxLayout(self._reason)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(px("s1"))
        for name, field in ((self.tr("Reden"), self.reden), (self.tr("Ontvanger"), self.ontvanger)):
            self._head(themes, fields, name)
            field.setAccessibleName(name)
            field.setMaxLength(MAX_REDEN)
            fields.addWidget(field)
        column.addWidget(self._reason)
        self._head(themes, column, self.tr("Waarheen"))
        column.addWidget(self.uitweg)
        column.addWidget(self.form_note)
        column.addWidget(self.printer)
        self._paper = QWidget()
        paper = QVBoxLayout(self._paper)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(px("s2"))
        self._head(themes, paper, self.tr("Papier"))
        paper.addWidget(self.papier)
        paper.addWidget(self.richting)
        column.addWidget(self._paper)
        for part in (self.told, self.overwrite, self.other_name, self.open_folder):
            column.addWidget(part)
        column.addStretch(1)

    def _head(self, themes: ThemeManager, column: QVBoxLayout, text: str) -> None:
        column.addWidget(Label(themes, text, size="t-klein", color="ink-2"))

    def _connect(self) -> None:
        for segment in (self.inhoud, self.uitweg, self.papier, self.richting):
            segment.choice_changed.connect(self._on_choice_changed)
        self.overwrite.clicked.connect(self.overwrite_confirmed)
        self.other_name.clicked.connect(self.other_name_requested)
        self.open_folder.clicked.connect(self._on_open_folder_clicked)

    def _fit(self) -> None:
        """Show what belongs to the choices, and say what they mean."""
        inhoud, as_screen = Inhoud(self.inhoud.chosen()), self.inhoud.chosen() == Inhoud.SCHERM
        html = next(part for part in self.uitweg.parts() if part.code == Uitweg.HTML)
        html.setVisible(not as_screen)
        if as_screen and self.uitweg.chosen() == Uitweg.HTML:
            self.uitweg.set_chosen(Uitweg.PDF)
        uitweg = Uitweg(self.uitweg.chosen())
        self.explanation.setText(self._explain(inhoud))
        self.warning.setText(
            self.tr(
                "Punten en warmte wijzen precies aan waar is gemeld. Vul in waarvoor en voor wie; het wordt gelogd."
            )
        )
        needs_reason = as_screen and self._is_precise
        self.warning.setVisible(needs_reason)
        self._reason.setVisible(needs_reason)
        self.form_note.setText(self.tr("Eén bestand dat zonder internet in elke browser opent."))
        self.form_note.setVisible(uitweg is Uitweg.HTML)
        self.printer.setVisible(uitweg is Uitweg.PRINTER and bool(self.printer.chosen()))
        self._paper.setVisible(uitweg is not Uitweg.HTML)

    def _explain(self, inhoud: Inhoud) -> str:
        if inhoud is Inhoud.TEAM:
            told = self.tr("Vakken van 5 of meer meldingen, met het aantal erin. Voor gebruik binnen de gemeente.")
            return f"{told} {self._explain_period()}"
        if inhoud is Inhoud.OPENBAAR:
            return self.tr(
                "Vakken in drie kleuren, zonder aantallen, over de laatste vaste periode. Uw filters gelden hier niet. "
                "Deze kaart mag naar buiten."
            )
        return self.tr("De lagen zoals ze nu op de kaart staan.")

    def _explain_period(self) -> str:
        """Why it is not the filter of the screen."""
        if not self._period:
            return ""
        period = self.tr("Periode op de kaart: {periode}.").format(periode=self._period)
        why = self.tr(
            "Alleen vaste perioden en gekozen buurten gelden. Uit twee kaarten die weinig verschillen, "
            "is één melding af te leiden."
        )
        return f"{period} {why}"

    def _say(self, text: str, color: str) -> None:
        self.clear_outcome()
        self.told.setText(text)
        self.told.set_color(color)
        self.told.show()

    def _on_choice_changed(self, _code: str) -> None:
        self.clear_outcome()
        self._fit()
        self.choice_changed.emit()

    def _on_open_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
