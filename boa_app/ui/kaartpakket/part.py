"""The list of kaartpakketten and what is about the chosen one: its facts, a new one, the making, a file to take in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.kaartpakket.detail import PakketFacts
from boa_app.ui.kaartpakket.making import MakingView
from boa_app.ui.kaartpakket.new_form import NewForm
from boa_app.ui.kaartpakket.offer import OFFER_KEY, CentreOffer
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.kaartpakket.work import STOPPED, KaartWerk
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.list_detail import DetailPanel, ListPanel, Part
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases import kaartbestand, kaartpakketten
from boa_app.usecases.kaartbestand import SUFFIX, Kaartbestand
from boa_app.usecases.kaartophalen import Aanbod
from boa_app.usecases.kaartpakketbouw import Gemaakt, Mislukt, Onderbroken, Schatting, Wens
from boa_app.usecases.kaartpakketten import Controle, PakketInfo

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext

PAKKET_KEY = "kaartpakketten"
# In front of the sleutel of what was stopped halfway, so that it is told apart in the list.
_HALF = "half:"


class Front(Enum):
    """What stands in the detail."""

    FACTS = "facts"
    NEW = "new"
    MAKING = "making"
    FILE = "file"
    REMOVE = "remove"


class PakketPart(Part):
    """List and detail."""

    def __init__(self, ui: UiContext, work: KaartWerk, words: KaartWords, parent: QWidget | None = None) -> None:
        super().__init__(ListPanel(ui.themes, "", "map"), DetailPanel(ui.themes), parent)
        self._ui, self._work, self._words = ui, work, words
        self._found: tuple[PakketInfo, ...] = ()
        self._half: tuple[Onderbroken, ...] = ()
        self._failed: dict[str, tuple[Mislukt, ...]] = {}
        self._chosen, self._front = "", Front.FACTS
        self._file: tuple[Path, Kaartbestand] | None = None
        self._wants_keyboard = False
        self.facts = PakketFacts(ui.themes, words, self)
        self.form = NewForm(ui.themes, words, self)
        self.making = MakingView(ui.themes, words, self)
        self.offer = CentreOffer(ui, words, self)
        for kept in (self.form, self.making):
            kept.setProperty("blijft", True)
            kept.hide()
        self.panel.set_title(self.tr("Op dit apparaat"))
        self.panel.empty.set_message(
            self.tr("Nog geen kaartpakket"),
            self.tr("Met een kaartpakket heeft u straten, buurten en adressen bij u, ook zonder verbinding."),
        )
        self.panel.chosen.connect(self._on_panel_chosen)
        self.offer.offer_read.connect(self._show_list)
        self.offer.fetch_requested.connect(self._on_offer_fetch_requested)
        self.form.edited.connect(self.step_changed)
        self.form.estimate_requested.connect(self._on_form_estimate_requested)
        work.list_read.connect(self._on_work_list_read)
        work.progressed.connect(self.making.show_progress)
        work.made.connect(self._on_work_made)
        work.stopped.connect(self._on_work_stopped)
        work.make_failed.connect(self._on_work_make_failed)
        work.busy_changed.connect(self.step_changed)
        self._show()

    def corner(self) -> CornerAction:
        if self._front is Front.NEW:
            return CornerAction(
                "download", self.tr("Kaartpakket maken"), self._make, "Ctrl+Return", self.tr("Maken"),
                reason=self.form.missing(),
            )  # fmt: skip
        if self._front is Front.FILE and self._file is not None:
            words = self.tr("Overnemen") if self._file[1].is_vertrouwd else self.tr("Vertrouwen en overnemen")
            return CornerAction("check", words, self._take_in, "Ctrl+Return", self.tr("Overnemen"))
        if self._front is Front.REMOVE:
            return CornerAction("arrow-left", self.tr("Niet weghalen"), self._show_facts, "", self.tr("Terug"))
        if self._work.is_making and self._front is not Front.MAKING:
            return CornerAction("clock", self.tr("Bezig met maken"), self._show_making, "", self.tr("Bezig"))
        return CornerAction(
            "plus", self.tr("Nieuw kaartpakket"), self._ask_new, "Ctrl+N", self.tr("Nieuw"), reason=self.busy_reason()
        )  # fmt: skip

    def busy_reason(self) -> str:
        """Why nothing new can begin now; empty when it can."""
        return self.tr("er wordt er al een gemaakt") if self._work.is_making else ""

    def take_keyboard(self) -> None:
        """Put the keyboard in the list as soon as there is one, unless it is at work on this page already."""
        focus = QApplication.focusWidget()
        self._wants_keyboard = focus is None or not self.isAncestorOf(focus)

    def look_into(self, path: Path) -> None:
        """Show what one signed file says of itself, and ask whether to take it in."""
        session = self._ui.session

        def shown(found: Kaartbestand) -> None:
            self._file, self._front = (path, found), Front.FILE
            self._show()
            self.go_inside(inside=True)

        self._ui.tasks.query(lambda: kaartbestand.bekijk(session, path), shown, self._work.act_failed.emit, self)

    def _info(self) -> PakketInfo | None:
        return next((one for one in self._found if one.sleutel == self._chosen), None)

    def _stopped_one(self) -> Onderbroken | None:
        return next((one for one in self._half if f"{_HALF}{one.sleutel}" == self._chosen), None)

    def _show(self) -> None:
        shows = {
            Front.NEW: self._show_form, Front.MAKING: self._show_progress, Front.FILE: self._show_file,
            Front.REMOVE: self._show_removing, Front.FACTS: self._show_chosen,
        }  # fmt: skip
        shows[self._front]()
        self.step_changed.emit()

    def _show_form(self) -> None:
        cancel = Knop(self._ui.themes, self.tr("Annuleren"))
        cancel.clicked.connect(self._show_facts)
        self.detail.show_parts(self.tr("Nieuw kaartpakket"), [self.form], [cancel])

    def _show_progress(self) -> None:
        stop = Knop(self._ui.themes, self.tr("Stoppen"), "square", kind=ButtonKind.GEVAAR)
        stop.setProperty("gevaar", True)
        stop.clicked.connect(self._work.stop)
        self.detail.show_parts(self.tr("Kaartpakket maken"), [self.making], [stop])

    def _show_chosen(self) -> None:
        info, half = self._info(), self._stopped_one()
        if info is not None:
            rows = self.facts.rows(info, self._failed.get(info.sleutel, ()))
            self.detail.show_parts(info.naam, rows, self._verbs(info))
        elif half is not None:
            self.detail.show_parts(_name_of(half.wens), self.facts.half_rows(half.klaar), self._half_verbs(half))
        elif self._chosen == OFFER_KEY and self.offer.aanbod is not None:
            self.offer.show_in(self.detail, is_free=not self._work.is_making)
        else:
            nothing = EmptyState(self._ui.themes)
            nothing.set_message(
                self.tr("Kies een kaartpakket"),
                self.tr("Hier ziet u wat erin zit, hoe oud het is en waar het vandaan komt."),
            )
            self.detail.show_parts(self.tr("Kaartpakket"), [nothing])

    def _verbs(self, info: PakketInfo) -> list[Knop]:
        verbs = []
        if not info.actief and not info.problemen:
            use = Knop(self._ui.themes, self.tr("Gebruiken"), "check", kind=ButtonKind.HOOFD)
            use.clicked.connect(lambda: self._use(info.sleutel))
            verbs.append(use)
        check = Knop(self._ui.themes, self.tr("Nakijken"), "shield-check")
        check.clicked.connect(lambda: self._check(info))
        verbs.append(check)
        if not info.problemen:
            hand_over = Knop(self._ui.themes, self.tr("Doorgeven"), "package")
            hand_over.clicked.connect(lambda: self._ask_target(info))
            verbs.append(hand_over)
        if not info.actief:
            remove = Knop(self._ui.themes, self.tr("Weghalen"), "trash-2", kind=ButtonKind.GEVAAR)
            remove.setProperty("gevaar", True)
            remove.clicked.connect(self._ask_removing)
            verbs.append(remove)
        return verbs

    def _half_verbs(self, half: Onderbroken) -> list[Knop]:
        go_on = Knop(self._ui.themes, self.tr("Verder gaan"), "play")
        go_on.clicked.connect(lambda: self._begin(half.wens))
        go_on.setEnabled(not self._work.is_making)
        away = Knop(self._ui.themes, self.tr("Weggooien"), "trash-2", kind=ButtonKind.GEVAAR)
        away.setProperty("gevaar", True)
        away.clicked.connect(lambda: self._work.give_up(half.sleutel))
        return [go_on, away]

    def _show_file(self) -> None:
        if self._file is None:
            self._show_facts()
            return
        path, found = self._file
        cancel = Knop(self._ui.themes, self.tr("Annuleren"))
        cancel.clicked.connect(self._show_facts)
        self.detail.show_parts(found.naam, self.facts.file_rows(path, found), [cancel])

    def _show_removing(self) -> None:
        info = self._info()
        if info is None:
            self._show_facts()
            return
        told = InfoRow(self._ui.themes, "trash-2")
        told.set_fact(
            self.tr("{naam} gaat van dit apparaat af").format(naam=info.naam),
            self.tr("Meldingen blijven staan. U kunt het kaartpakket later opnieuw maken."),
        )
        remove = Knop(self._ui.themes, self.tr("Weghalen"), "trash-2", kind=ButtonKind.GEVAAR)
        remove.setProperty("gevaar", True)
        remove.clicked.connect(lambda: self._remove(info))
        self.detail.show_parts(self.tr("{naam} weghalen").format(naam=info.naam), [told], [remove])

    def _show_facts(self) -> None:
        self._front = Front.FACTS
        self._show()

    def _show_making(self) -> None:
        self._front = Front.MAKING
        self._show()
        self.go_inside(inside=True)

    def _ask_new(self) -> None:
        meta = self._ui.session.store.meta
        self._front = Front.NEW
        self.form.begin(meta.gemeente_code, meta.gemeente_naam)
        self._show()
        self.go_inside(inside=True)
        self._work.ask_gemeenten(self.form.set_gemeenten)

    def _ask_removing(self) -> None:
        self._front = Front.REMOVE
        self._show()

    def _remove(self, info: PakketInfo) -> None:
        self._chosen, self._front = "", Front.FACTS
        gone = self.tr("{naam} is weggehaald.").format(naam=info.naam)
        self._work.remove(info.sleutel, lambda: self._ui.show_notice(gone))

    def _use(self, sleutel: str) -> None:
        if self._work.is_making:
            self._ui.show_notice(self.tr("Wacht tot het nieuwe kaartpakket klaar is, of stop daarmee."))
            return
        self._work.choose(sleutel)

    def _check(self, info: PakketInfo) -> None:
        folder = kaartpakketten.map_van(self._ui.session, info.sleutel)

        def told(found: Controle) -> None:
            if found.bevindingen:
                self._work.act_failed.emit(found.bevindingen[0])
            else:
                self._ui.show_notice(self.tr("{naam} is heel: elk onderdeel klopt.").format(naam=info.naam))

        self._work.act(lambda _stop: kaartpakketten.controleer_kaartpakket(folder), told)

    def _ask_target(self, info: PakketInfo) -> None:
        dialog = QFileDialog(self, self.tr("Kaartpakket doorgeven"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Kaartpakket (*{einde})").format(einde=SUFFIX)])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"{info.sleutel}{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.hand_over(info, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def hand_over(self, info: PakketInfo, path: Path) -> None:
        """Write a kaartpakket as one signed file."""
        session = self._ui.session
        folder = kaartpakketten.map_van(session, info.sleutel)
        self._ui.show_notice(self.tr("{naam} wordt ingepakt.").format(naam=info.naam))
        self._work.act(
            lambda stop: kaartbestand.pak_in(session, folder, path, cancelled=stop),
            lambda made: self._ui.show_notice(
                self.tr("{bestand} is klaar. Vingerafdruk: {vinger}").format(
                    bestand=made.bestand.name, vinger=made.vingerafdruk
                )
            ),
        )

    def _make(self) -> None:
        if not self.form.missing():
            self._begin(self.form.wens())

    def _begin(self, wens: Wens) -> None:
        self.making.begin()
        self._work.make(wens)
        # What goes on is no longer one that was stopped.
        self._work.read()
        self._show_making()

    def _take_in(self) -> None:
        if self._file is not None:
            path, found = self._file
            self.making.begin()
            shown = "" if found.is_vertrouwd else found.vingerafdruk
            self._work.unpack(path, vertrouw=shown, ook_ouder=found.is_ouder)
            self._show_making()

    def _on_offer_fetch_requested(self, aanbod: Aanbod) -> None:
        self.making.begin()
        self._work.fetch(aanbod)
        self._show_making()

    def _on_form_estimate_requested(self, wens: Wens) -> None:
        self.form.show_estimate(None, self.tr("Er wordt gevraagd hoeveel het is…"))

        def shown(found: Schatting) -> None:
            if self.form.wens() == wens:
                self.form.show_estimate(found)

        def failed(error: BoaError) -> None:
            if error.code not in STOPPED and self.form.wens() == wens:
                what, todo = self._words.problem(error)
                self.form.show_estimate(None, f"{what} {todo}")

        self._work.ask_size(wens, shown, failed)

    def _on_panel_chosen(self, sleutel: str) -> None:
        self._chosen = sleutel
        self._show_facts()
        self.go_inside(inside=True)

    def _on_work_list_read(self, found: tuple[PakketInfo, ...], half: tuple[Onderbroken, ...]) -> None:
        self._found = found
        self._half = () if self._work.is_making else half
        self._show_list()
        self.offer.read()

    def _show_list(self) -> None:
        rows = [(info.sleutel, self._words.row(info)) for info in self._found]
        rows += self.offer.rows()
        rows += [
            (f"{_HALF}{one.sleutel}", RowData("package", _name_of(one.wens), self.tr("nog niet af"),
                                              self.tr("gestopt"), TagKind.LET, "pause"))
            for one in self._half
        ]  # fmt: skip
        self.panel.set_rows(rows)
        ids = [sleutel for sleutel, _ in rows]
        self._chosen = self._chosen if self._chosen in ids else next(iter(ids), "")
        self.panel.set_chosen(self._chosen)
        if self._front is Front.FACTS:
            self._show()
        if rows and self._wants_keyboard:
            self._wants_keyboard = False
            self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_work_made(self, made: Gemaakt | str) -> None:
        sleutel = made if isinstance(made, str) else made.sleutel
        if isinstance(made, Gemaakt):
            self._failed[sleutel] = made.mislukt
        self._chosen, self._front, self._file = sleutel, Front.FACTS, None
        self._work.read()
        self._ui.show_notice(self.tr("Het kaartpakket is klaar. Kies Gebruiken om het op de kaart te zien."))

    def _on_work_stopped(self) -> None:
        self._front = Front.FACTS
        # What was done is on disk when the thread has seen it.
        QTimer.singleShot(0, self, self._work.read)
        self._show()

    def _on_work_make_failed(self, error: BoaError) -> None:
        self._front = Front.FACTS
        self._work.read()
        self._show()
        self._ui.show_page_error(error, PAKKET_KEY)


def _name_of(wens: Wens) -> str:
    files = [path for path in (wens.osm, wens.buurten, wens.tegels, wens.adressen) if path]
    return wens.naam or wens.gemeente or (files[0].stem if files else "")
