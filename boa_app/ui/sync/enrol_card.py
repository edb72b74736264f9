"""Aanmelden bij de centrale: address, one-time code, and the certificate of a centre with its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from boa_app.domain.errors import BoaError
from boa_app.texts import error_sentence
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.card import Card
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.banner import BannerKind
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.text import Label

# Going on is no advice for who signs up: here the address or the line is what to look at.
_NO_LINE = {"centrale_onbereikbaar": "aanmelden_onbereikbaar"}
MAX_ADDRESS, MAX_CODE, MAX_NAME = 300, 40, 60


@dataclass(frozen=True, slots=True)
class AanmeldVraag:
    """What a person filled in. naam: of the device, "" takes that of the computer. ca: the certificate of the centre,
    None for what the system trusts."""

    adres: str
    code: str
    naam: str
    ca: Path | None


class CertificateWindow(QObject):
    """The system's window to choose a certificate; the answer comes later, or never."""

    def ask(self, parent: QWidget, on_chosen: Callable[[Path], None]) -> None:
        """One file."""
        dialog = QFileDialog(parent, self.tr("Certificaat kiezen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificaat (*.pem *.crt *.cer)"), self.tr("Alle bestanden (*)")])
        dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class EnrolCard(Card):
    """The form.

    Signals:
        enrol_requested(AanmeldVraag): sign this device up.
    """

    enrol_requested = Signal(object)

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._language = language
        self._busy = False
        self._ca: Path | None = None
        self.files = CertificateWindow(self)
        self.add_heading(
            self.tr("Aanmelden bij de centrale"), self.tr("Vraag uw beheerder om het adres en een eenmalige code.")
        )
        self.adres, self.code, self.naam = QLineEdit(), QLineEdit(), QLineEdit()
        for field, most in ((self.adres, MAX_ADDRESS), (self.code, MAX_CODE), (self.naam, MAX_NAME)):
            field.setMaxLength(most)
            field.textChanged.connect(self._on_field_text_changed)
            field.returnPressed.connect(self._on_field_return_pressed)
        self.adres.setPlaceholderText("https://centrale.gemeente.nl")
        self.naam.setPlaceholderText(self.tr("bijvoorbeeld tablet 3"))
        self.add_field(self.tr("Adres van de centrale"), self.adres)
        self.add_field(self.tr("Eenmalige code"), self.code)
        self.add_field(self.tr("Naam van dit apparaat"), self.naam)
        self.column.addSpacing(px("s2"))
        self.choose = Knop(themes, self.tr("Certificaat kiezen"), "file-up")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.without = Knop(themes, self.tr("Zonder certificaat"), "x", kind=ButtonKind.TEKST)
        self.without.clicked.connect(lambda: self._take_certificate(None))
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        row.addWidget(self.choose)
        row.addWidget(self.without)
        row.addStretch(1)
        self.column.addLayout(row)
        self.certificate = self.add_note("")
        self.add_problem_place()
        self._take_certificate(None)

    def step(self) -> CornerAction:
        reason = ""
        if self._busy:
            reason = self.tr("Bezig met aanmelden")
        elif not self.adres.text().strip():
            reason = self.tr("Vul eerst het adres in")
        elif not self.code.text().strip():
            reason = self.tr("Vul eerst de code in")
        return CornerAction(
            "cloud-upload", self.tr("Aanmelden"), self._ask, "Ctrl+Return", self.tr("Aanmelden"), reason
        )

    def set_busy(self, *, busy: bool) -> None:
        """While the centre is asked the fields wait; what was typed stays."""
        self._busy = busy
        for field in (self.adres, self.code, self.naam, self.choose, self.without):
            field.setEnabled(not busy)
        self.step_changed.emit()

    def show_error(self, error: BoaError) -> None:
        """Say why it did not work; what was typed stays, and the keyboard is where it is put right."""
        code = _NO_LINE.get(error.code)
        words = error_sentence(error if code is None else BoaError(code), self._language)
        self.show_problem(BannerKind.FOUT, words.wat, f"{words.veilig} {words.doen}".strip())
        self.set_busy(busy=False)
        (self.code if code is None else self.adres).setFocus()

    def _ask(self) -> None:
        self.clear_problem()
        adres, code, naam = (field.text().strip() for field in (self.adres, self.code, self.naam))
        self.enrol_requested.emit(AanmeldVraag(adres, code, naam, self._ca))

    def _take_certificate(self, path: Path | None) -> None:
        self._ca = path
        self.without.setVisible(path is not None)
        self.certificate.setText(
            self.tr("Alleen nodig als uw beheerder een certificaatbestand gaf.")
            if path is None
            else self.tr("Certificaat: {bestand}").format(bestand=path.name)
        )

    def _on_choose_clicked(self) -> None:
        self.files.ask(self, self._take_certificate)

    def _on_field_text_changed(self) -> None:
        self.step_changed.emit()

    def _on_field_return_pressed(self) -> None:
        if not self.step().reason:
            self._ask()


class EnrolStory(Panel):
    """What signing up does, before anybody does it."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Wat er gebeurt"), "info", parent)
        self.now = Label(themes, weight="w-half", wrap=True)
        self.now.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s1"))
        self.body.addWidget(self.now)
        steps = (
            ("cloud-upload", self.tr("Uw werk gaat eerst mee"),
             self.tr("Alles wat op dit apparaat staat, gaat naar de centrale. Pas daarna verandert hier iets.")),
            ("user", self.tr("U krijgt uw eigen rol"),
             self.tr("De beheerder gaf u een rol. Dit apparaat toont daarna wat bij die rol hoort.")),
            ("git-compare", self.tr("Niemand raakt iets kwijt"),
             self.tr("Wijzigde een collega hetzelfde? Dan ziet u beide waarden en kiest u.")),
            ("cloud-off", self.tr("U blijft zonder netwerk werken"),
             self.tr("Alles staat versleuteld op dit apparaat. Verzenden gaat vanzelf zodra er verbinding is.")),
        )  # fmt: skip
        for icon, name, text in steps:
            row = InfoRow(themes, icon)
            row.set_fact(name, text)
            self.body.addWidget(row)
        self.body.addStretch(1)

    def set_now(self, sentence: str) -> None:
        """How things are without a centre."""
        self.now.setText(sentence)
