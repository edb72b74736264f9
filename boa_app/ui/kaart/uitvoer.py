"""Exporteren and Afdrukken on Kaart: from the choice in the panel to the file or the printer.

choose ──> place (the system's window) ──> exists? asked in the panel
   └────────────> worker: grid, rights, audit line ──> HTML: worker writes it
                                                  └──> sheet ──> PDF ──> worker: PNG, write or print
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.moments import to_local
from boa_app.texts.filterzin import periodezin
from boa_app.ui.frame.model import CornerAction, FootAction
from boa_app.ui.kaart.afdruk import Afdrukker, Blad, Inhoudbron
from boa_app.ui.kaart.pdf_beeld import print_pdf, printer_names, to_png
from boa_app.ui.kaart.uitvoer_panel import Gekozen, UitvoerPanel
from boa_app.ui.map.bridge import js_call
from boa_app.ui.map.state import Command
from boa_app.ui.map.warmte import NAME as WARMTE
from boa_app.usecases.beschermd import Beschermd, beschermd_raster, openbaar_raster, vaste_periode
from boa_app.usecases.kaart import KaartLagen
from boa_app.usecases.kaarttekst import Bladtekst, blad_tekst, maak_kaart_html, raster_voor_kaart
from boa_app.usecases.kaartuitvoer import (
    Inhoud,
    Uitweg,
    Vraag,
    filter_woorden,
    log_mislukt,
    mag_uitvoeren,
    schrijf_uitvoer,
    sta_uitvoer_toe,
    wijst_precies_aan,
)

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.page import KaartPage
    from boa_app.usecases.overzicht import Filter, Overzicht
    from boa_app.usecases.session import Session

KEY = "uitvoer"
NOBODY = "GEEN"


@dataclass(frozen=True, slots=True)
class _Opdracht:
    """One way out under way. bron: what lay on the map when rights, reason and filter were settled, so that nothing
    that is chosen meanwhile comes on the sheet. path: None for a printer."""

    gekozen: Gekozen
    vraag: Vraag
    lagen: KaartLagen
    bron: Inhoudbron
    path: Path | None = None
    overschrijven: bool = False


@dataclass(frozen=True, slots=True)
class _Klaar:
    """What the worker found: allowed and logged. tekst None: the file is written already."""

    opdracht: _Opdracht
    beschermd: Beschermd | None
    tekst: Bladtekst | None


def may_export(ui: UiContext) -> bool:
    """Whether this role takes anything out: decides whether the acts are there at all."""
    session = ui.session
    return mag_uitvoeren(session.actor, Inhoud.TEAM, (), session.now())


class SaveWindow(QObject):
    """The system's window for a place to save. It runs no loop of its own, so locking still works."""

    def ask(self, parent: QWidget, name: str, on_chosen: Callable[[Path], None], on_none: Callable[[], None]) -> None:
        """Ask for a place; a name that exists is asked about in the panel."""
        dialog = QFileDialog(parent, self.tr("Opslaan als"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, True)
        ending = name.rsplit(".", 1)[1]
        dialog.setNameFilters([f"{ending.upper()} (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
        dialog.rejected.connect(on_none)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class UitvoerLink(QObject):
    """Puts Exporteren and Afdrukken on the page Kaart."""

    def __init__(self, ui: UiContext, page: KaartPage) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        self._lagen: KaartLagen | None = None
        self._busy: _Opdracht | None = None
        self._waiting: _Opdracht | None = None
        self._printer: Afdrukker | None = None
        self.files = SaveWindow(self)
        self.panel = UitvoerPanel(ui.themes, ui.language)
        page.side.add_panel(KEY, self.tr("Kaart exporteren"), self.panel)
        page.add_foot_action(
            FootAction(
                "download", self.tr("Exporteren"), self.open, self.tr("beschermd, vakken van 5 of meer"),
                short_title=self.tr("Export"),
            )
        )  # fmt: skip
        page.set_corner(KEY, self._corner)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), page)
        self._connect()

    def open(self) -> None:
        """Show what can go out."""
        self.panel.clear_outcome()
        self._fit_layers()
        self._ui.load_lagen(self._take_lagen, self)
        self._page.side.open_panel(KEY)
        self._ask_period()
        self._page.frame_changed.emit()

    def print(self) -> None:
        """Ctrl+P: the panel with the printer chosen; once it is there, the sheet goes to the printer."""
        if self._page.side.open_key == KEY and self.panel.chosen().uitweg is Uitweg.PRINTER:
            self.submit()
            return
        self.open()
        self.panel.set_printers(printer_names())
        self.panel.set_uitweg(Uitweg.PRINTER)
        self._page.frame_changed.emit()

    def submit(self) -> None:
        """The yellow corner: ask a place, or print."""
        gekozen = self.panel.chosen()
        if self._busy is not None or self._lagen is None:
            return
        if gekozen.uitweg is Uitweg.PRINTER:
            if not printer_names():
                self.panel.show_error(UserError("printer_ontbreekt"))
                return
            self._start(self._opdracht(gekozen))
            return
        if not self._has_reasons(gekozen):
            return
        self._ask_place(gekozen)

    def release(self) -> None:
        """Let a sheet under way go, before the map profile does."""
        if self._printer is not None:
            self._printer.release()
            self._printer = None

    def _connect(self) -> None:
        page, panel = self._page, self.panel
        self._shortcut.activated.connect(self.print)
        panel.choice_changed.connect(self._on_panel_choice_changed)
        panel.overwrite_confirmed.connect(self._on_panel_overwrite_confirmed)
        panel.other_name_requested.connect(lambda: self._ask_place(panel.chosen()))
        page.side.panel_opened.connect(lambda _key: page.frame_changed.emit())
        page.side.panel_closed.connect(lambda _key: page.frame_changed.emit())
        page.map.layer_toggled.connect(lambda _name, _on: self._fit_layers())
        page.selection.selection_shown.connect(self._ask_period)

    def _corner(self) -> CornerAction:
        reason = self.tr("even geduld") if self._busy is not None else ""
        if self.panel.chosen().uitweg is Uitweg.PRINTER:
            return CornerAction("printer", self.tr("Afdrukken"), self.submit, reason=reason)
        return CornerAction("download", self.tr("Opslaan als…"), self.submit, "Ctrl+S", self.tr("Opslaan"), reason)

    def _take_lagen(self, lagen: KaartLagen) -> None:
        self._lagen = lagen

    def _fit_layers(self) -> None:
        self.panel.set_precise(is_precise=wijst_precies_aan(Inhoud.SCHERM, self._bron().shown_layers()))

    def _ask_period(self) -> None:
        """Which whole fixed periods the filter comes to: said before anything goes out."""
        ui, wanted = self._ui, self._page.selection.wanted
        if self._page.side.open_key != KEY:
            return
        session, overzicht = ui.session, ui.overzicht

        def show(real: Filter) -> None:
            if wanted == self._page.selection.wanted:
                self.panel.set_period(periodezin(filter_woorden(session, real, language=ui.language), ui.language))

        ui.tasks.query(lambda: vaste_periode(session, overzicht, wanted), show, lambda _error: None, self)

    def _bron(self) -> Inhoudbron:
        page = self._page
        soorten = self._ui.overzicht.soorten
        hollow = soorten.index(NOBODY) if NOBODY in soorten else -1
        return Inhoudbron(page.map.told(), page.selection.selectie, hollow, page.heat.layer.warmte)

    def _has_reasons(self, gekozen: Gekozen) -> bool:
        """The window to choose a place comes only when everything else is there."""
        if gekozen.inhoud is not Inhoud.SCHERM or not wijst_precies_aan(gekozen.inhoud, self._bron().shown_layers()):
            return True
        for value, code in ((gekozen.reden, "uitvoer_reden_nodig"), (gekozen.ontvanger, "uitvoer_ontvanger_nodig")):
            if not value:
                self.panel.show_error(UserError(code))
                return False
        return True

    def _ask_place(self, gekozen: Gekozen) -> None:
        today = to_local(self._ui.session.now()).date()
        kind = self.tr("kaart") if gekozen.inhoud is Inhoud.SCHERM else self.tr("kaart-beschermd")
        name = f"{kind}-{today.isoformat()}.{gekozen.uitweg}"
        self.files.ask(self._page, name, lambda path: self._on_place_chosen(gekozen, path), self.panel.show_cancelled)

    def _on_place_chosen(self, gekozen: Gekozen, path: Path) -> None:
        opdracht = replace(self._opdracht(gekozen), path=path)
        if path.exists():
            self._waiting = opdracht
            self.panel.show_exists(path)
            return
        self._start(opdracht)

    def _opdracht(self, gekozen: Gekozen) -> _Opdracht:
        if self._lagen is None:
            raise RuntimeError("lagen")
        selection = self._page.selection
        bron = self._bron()
        count = 0 if bron.selectie is None else int(bron.selectie.nrs.size)
        vraag = Vraag(
            gekozen.uitweg, gekozen.inhoud, selection.wanted, count, bron.shown_layers(), gekozen.reden,
            gekozen.ontvanger,
        )  # fmt: skip
        return _Opdracht(gekozen, vraag, self._lagen, bron)

    def _start(self, opdracht: _Opdracht) -> None:
        self._busy, self._waiting = opdracht, None
        self.panel.show_busy()
        self._page.frame_changed.emit()
        ui = self._ui
        session, overzicht, language = ui.session, ui.overzicht, ui.language
        ui.tasks.query(
            lambda: _prepare(session, overzicht, opdracht, language), self._on_prepared, self._on_failed, self
        )

    def _on_prepared(self, klaar: _Klaar) -> None:
        if klaar.tekst is None:
            self._done(klaar.opdracht)
            return
        page = self._page.map.page
        if page is None:
            self._fail_logged(klaar.opdracht, EnvironmentProblem("afdruk_mislukt"))
            return
        page.runJavaScript(js_call("get_view"), 0, lambda text: self._lay_out(klaar, text))

    def _lay_out(self, klaar: _Klaar, view: str) -> None:
        maps = self._ui.maps
        if maps is None or klaar.tekst is None or not view:
            self._fail_logged(klaar.opdracht, EnvironmentProblem("afdruk_mislukt"))
            return
        west, south, east, north = json.loads(view)
        opdracht, tekst, gekozen = klaar.opdracht, klaar.tekst, klaar.opdracht.gekozen
        grid, legend = raster_voor_kaart(klaar.beschermd, self._ui.language) if klaar.beschermd else (None, {})
        blad = Blad(
            gekozen.papier, gekozen.liggend, tekst.titel, tekst.filter, tekst.merk, tekst.zinnen, tekst.schaal,
            tekst.stand, (west, south, east, north), opdracht.vraag.lagen, grid, legend,
        )  # fmt: skip
        self._printer = printer = Afdrukker(maps, self._with_legend(opdracht.bron), blad, self)
        printer.pdf_made.connect(lambda pdf: self._on_pdf_made(opdracht, blad, pdf))
        printer.pdf_failed.connect(lambda error: self._fail_logged(opdracht, error))
        printer.start()

    def _with_legend(self, bron: Inhoudbron) -> Inhoudbron:
        """The legend of the heat that goes on the sheet; on the screen an older one may still lie."""
        if bron.warmte is None:
            return bron
        legend = self._page.heat.layer.legend(bron.warmte)
        commands = [
            Command(told.function, (told.arguments[0], legend)) if told.function == "set_warmte" else told
            for told in bron.commands
        ]
        return replace(bron, commands=commands)

    def _on_pdf_made(self, opdracht: _Opdracht, blad: Blad, pdf: bytes) -> None:
        self._drop_printer()
        if opdracht.path is None:
            try:
                print_pdf(pdf, blad.layout(), opdracht.gekozen.printer)
            except BoaError as error:
                self._fail_logged(opdracht, error)
            else:
                self._done(opdracht)
            return
        path, is_png = opdracht.path, opdracht.vraag.uitweg is Uitweg.PNG

        def work() -> _Opdracht:
            data = to_png(pdf) if is_png else pdf
            schrijf_uitvoer(path, data, overschrijven=opdracht.overschrijven)
            return opdracht

        self._ui.tasks.query(work, self._done, lambda error: self._fail_logged(opdracht, error), self)

    def _done(self, opdracht: _Opdracht) -> None:
        self._busy = None
        if opdracht.path is None:
            self.panel.show_printed(opdracht.gekozen.printer)
        else:
            self.panel.show_saved(opdracht.path)
        self._page.frame_changed.emit()

    def _fail_logged(self, opdracht: _Opdracht, error: BoaError) -> None:
        """It was announced in the log and did not leave: the log says so too."""
        session = self._ui.session
        self._drop_printer()
        self._ui.tasks.query(lambda: log_mislukt(session, opdracht.vraag), _nothing, self._ui.show_error, self)
        self._on_failed(error)

    def _on_failed(self, error: BoaError) -> None:
        self._busy = None
        self.panel.show_error(error)
        self._page.frame_changed.emit()

    def _drop_printer(self) -> None:
        printer, self._printer = self._printer, None
        if printer is not None:
            printer.deleteLater()

    def _on_panel_choice_changed(self) -> None:
        if self.panel.chosen().uitweg is Uitweg.PRINTER:
            self.panel.set_printers(printer_names())
        self._fit_layers()
        self._page.frame_changed.emit()

    def _on_panel_overwrite_confirmed(self) -> None:
        if self._waiting is not None:
            self._start(replace(self._waiting, overschrijven=True))


def _grid(session: Session, overzicht: Overzicht, vraag: Vraag) -> Beschermd | None:
    if vraag.inhoud is Inhoud.SCHERM:
        return None
    if vraag.inhoud is Inhoud.OPENBAAR:
        return openbaar_raster(session, overzicht)
    return beschermd_raster(session, overzicht, vraag.wanted)


def _prepare(session: Session, overzicht: Overzicht, opdracht: _Opdracht, language: str) -> _Klaar:
    """On the worker: make the grid, ask the rights and log, and write what needs no sheet."""
    vraag = opdracht.vraag
    beschermd = _grid(session, overzicht, vraag)
    if beschermd is not None:
        vraag = replace(vraag, wanted=beschermd.wanted, aantal=beschermd.raster.getoond)
        opdracht = replace(opdracht, vraag=vraag)
    sta_uitvoer_toe(session, vraag)
    if beschermd is None:
        opdracht = replace(opdracht, bron=_with_heat(session, opdracht))
    if beschermd is None or vraag.uitweg is not Uitweg.HTML or opdracht.path is None:
        return _Klaar(opdracht, beschermd, blad_tekst(session, vraag, opdracht.lagen, beschermd, language))
    try:
        data = maak_kaart_html(session, beschermd, opdracht.lagen, language)
        schrijf_uitvoer(opdracht.path, data, overschrijven=opdracht.overschrijven)
    except BoaError:
        log_mislukt(session, vraag)
        raise
    return _Klaar(opdracht, beschermd, None)


def _with_heat(session: Session, opdracht: _Opdracht) -> Inhoudbron:
    """Heat of the filter that is in the log: what lies on the screen may still be that of the filter before it."""
    bron = opdracht.bron
    if bron.warmte is None or bron.selectie is None or WARMTE not in opdracht.vraag.lagen:
        return bron
    from boa_app.usecases.warmte import Warmtebron  # scipy, and only here

    return replace(bron, warmte=Warmtebron().maak(session, bron.selectie, opdracht.vraag.wanted))


def _nothing(_: object) -> None:
    """The line is written; nothing on the screen depends on it."""
