"""Beheer: accounts, devices, codes and who sees what, as parts of one page; without a centre it says how to get one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError, EnvironmentProblem
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.texts import error_sentence, label
from boa_app.ui.beheer.accounts import AccountsPart
from boa_app.ui.beheer.codes import CodesPart
from boa_app.ui.beheer.devices import DevicesPart
from boa_app.ui.beheer.matrix_part import MatrixPart
from boa_app.ui.beheer.usb import UsbBringer
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec
from boa_app.ui.frame.page import Page
from boa_app.ui.theme import px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.list_detail import Part
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.states import SHOW_AFTER_MS, ErrorState, ProgressPanel
from boa_app.usecases.beheer import Beheerbeeld, heeft_centrale

ACCOUNTS, TOESTELLEN, CODES, MATRIX = "accounts", "toestellen", "codes", "matrix"


class BeheerPage(Page):
    """The page.

    Signals:
        connect_requested(): sign this device up at a centre.
    """

    connect_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._can_manage = has_any(ui.session.actor.rol, Entiteit.ACCOUNT, Handeling.LEZEN)
        self._enrolled: bool | None = None
        self._problem: BoaError | None = None
        themes = ui.themes
        self.work = BeheerWerk(ui, self)
        self.usb = UsbBringer(ui, self.work, self)
        words = BeheerWords(ui.language, self)
        self.accounts = AccountsPart(ui, self.work, words)
        self.devices = DevicesPart(ui, self.work, words)
        self.codes = CodesPart(ui, self.work, words)
        self.matrix = MatrixPart(ui, self.work, ui.language)
        self.parts: dict[str, Part] = {MATRIX: self.matrix}
        if self._can_manage:
            self.parts = {
                ACCOUNTS: self.accounts, TOESTELLEN: self.devices, CODES: self.codes, MATRIX: self.matrix,
            }  # fmt: skip
        names = {
            ACCOUNTS: self.tr("Accounts"), TOESTELLEN: self.tr("Toestellen"), CODES: self.tr("Codes"),
            MATRIX: self.tr("Wie ziet wat"),
        }  # fmt: skip
        self.choice = Segment(themes, self.tr("Onderdeel"), [(key, names[key]) for key in self.parts])
        self.progress = ProgressPanel(themes)
        self.error = ErrorState(themes)
        self.story = self._make_story()
        self._patience = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._patience.timeout.connect(self.frame_changed)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Beheer")

    def context(self) -> str:
        if self._enrolled is False:
            return self.tr("Zonder centrale")
        if self._is_slow:
            return self.tr("De centrale wordt gevraagd")
        return self._ui.session.store.meta.gemeente_naam

    def foot(self) -> FootSpec:
        if self._enrolled is False:
            return self._foot_alone()
        if self._problem is not None and self._stack.currentWidget() is self._error_panel:
            again = CornerAction("refresh-cw", self.tr("Opnieuw proberen"), self.read, "F5", self.tr("Opnieuw"))
            return FootSpec((), again)
        part = self._part()
        refresh = FootAction("refresh-cw", self.tr("Verversen"), self.read, self.tr("vraag het opnieuw"), "F5")
        if self._is_slow:
            refresh = FootAction("x", self.tr("Niet wachten"), self._stop_waiting, self.tr("op de centrale"), "F5")
        usb = FootAction(
            "usb", self.tr("USB inlezen"), lambda: self.usb.ask(self), self.tr("van een ander toestel"), "",
            self.tr("USB"),
        )  # fmt: skip
        return FootSpec((refresh, usb) if self._can_manage else (refresh,), part.corner())

    def page_shown(self) -> None:
        session = self._ui.session
        self._ui.tasks.query(lambda: heeft_centrale(session), self._on_enrolled, self._ui.show_error, self)

    def page_hidden(self) -> None:
        self.codes.forget_code()
        self.work.stop()

    def may_leave(self) -> bool:
        if not self.accounts.holds_work():
            return True
        self._ui.show_notice(self.tr("Sla het account eerst op, of kies Annuleren."))
        self.show_part(ACCOUNTS)
        return False

    def apply_size_class(self) -> None:
        self._arrange()

    def show_part(self, key: str) -> None:
        """One of the parts in front."""
        if key in self.parts:
            self.choice.set_chosen(key)
            self._on_choice_changed(key)

    def read(self) -> None:
        """Ask the centre how everything stands."""
        self._problem = None
        self._ui.page_errors_settled.emit("beheer")
        self.progress.start(self.tr("De centrale wordt gevraagd"))
        if self._can_manage and self._enrolled:
            self.work.read()
        self.matrix.read()

    def show_beeld(self, beeld: Beheerbeeld) -> None:
        """Show everything as the centre told it."""
        self._problem = None
        self._stack.setCurrentWidget(self._work_area)
        for part in (self.accounts, self.devices, self.codes):
            part.show_beeld(beeld)
        self.frame_changed.emit()

    def _make_story(self) -> Panel:
        panel = Panel(self._ui.themes, self.tr("U werkt zonder centrale"), "cloud-off")
        rol = label("rol", str(self._ui.session.actor.rol), self._ui.language)
        facts = (
            ("user", self.tr("U bent de enige gebruiker, als {rol}").format(rol=rol),
             self.tr("Accounts, toestellen en codes zijn er pas met een centrale.")),
            ("landmark", self.tr("1. Zet de centrale neer"),
             self.tr("Op een computer van de gemeente: boa-app centraal start. Zie docs/centrale.md.")),
            ("key-round", self.tr("2. Maak daar de eerste code"),
             self.tr("boa-app centraal gebruiker toevoegen, en dan: boa-app centraal toestel code.")),
            ("cloud-upload", self.tr("3. Meld dit apparaat aan"),
             self.tr("Kies Aanmelden bij de centrale. Alles van dit apparaat gaat eerst mee; er gaat niets verloren.")),
        )  # fmt: skip
        for icon, name, meta in facts:
            row = InfoRow(self._ui.themes, icon)
            row.set_fact(name, meta)
            panel.body.addWidget(row)
        panel.body.addStretch(1)
        return panel

    def _build(self) -> None:
        themes = self._ui.themes
        self._parts = QStackedWidget()
        for part in self.parts.values():
            self._parts.addWidget(part)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px("s2"))
        head.addWidget(self.choice)
        head.addStretch(1)
        self._work_area, self._error_panel, self._wait = QWidget(), Panel(themes), Panel(themes)
        self._area = QVBoxLayout(self._work_area)
        self._area.setContentsMargins(0, 0, 0, 0)
        self._area.addWidget(self._head)
        self._area.addWidget(self._parts, 1)
        self._error_panel.body.addWidget(self.error)
        self._wait.body.addWidget(self.progress)
        self._wait.body.addStretch(1)
        self._stack = QStackedWidget()
        for widget in (self._wait, self._work_area, self._error_panel, self.story):
            self._stack.addWidget(widget)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._stack)
        self._arrange()

    def _connect(self) -> None:
        self.choice.choice_changed.connect(self._on_choice_changed)
        self.accounts.code_requested.connect(self._on_part_code_requested)
        self.devices.code_requested.connect(self._on_part_code_requested)
        self.work.beeld_read.connect(self.show_beeld)
        self.work.read_failed.connect(self._on_work_read_failed)
        self.work.act_failed.connect(self._on_work_act_failed)
        self.work.busy_changed.connect(self._on_work_busy_changed)
        self.progress.cancel_requested.connect(self._on_progress_cancel_requested)
        for part in self.parts.values():
            part.step_changed.connect(self.frame_changed)
            part.room_changed.connect(self._fit_choice)

    def _arrange(self) -> None:
        margin = px("s3") if self.is_low else px("s4")
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self._area.setSpacing(px("s3"))
        for part in self.parts.values():
            part.arrange(self.size_class, low=self.is_low)

    @property
    def _is_slow(self) -> bool:
        """A question has been out long enough to say so."""
        return self.work.is_busy and not self._patience.isActive()

    def _stop_waiting(self) -> None:
        """What was asked may still have happened: the next reading tells."""
        self.work.stop()
        self._ui.show_notice(self.tr("Er wordt niet meer gewacht. Ververs om te zien wat er gebeurd is."))

    def _fit_choice(self) -> None:
        """The parts to choose from, where there are several and room."""
        self._head.setVisible(len(self.parts) > 1 and bool(self._enrolled) and not self._part().takes_all)

    def _part(self) -> Part:
        return self.parts[self.choice.chosen()]

    def _foot_alone(self) -> FootSpec:
        """Without a centre: how to get one, and the table of rights, which needs none."""
        if self._stack.currentWidget() is self.story:
            table = FootAction("shield", self.tr("Wie ziet wat"), self._show_table_alone, self.tr("per rol"))
            step = CornerAction(
                "cloud-upload", self.tr("Aanmelden"), self.connect_requested.emit, "Ctrl+Return", self.tr("Aanmelden")
            )
            return FootSpec((table,), step)
        story = FootAction("cloud-off", self.tr("Zonder centrale"), self._show_story, self.tr("hoe het verder gaat"))
        return FootSpec((story,), self.matrix.corner())

    def _show_table_alone(self) -> None:
        self.show_part(MATRIX)
        self._stack.setCurrentWidget(self._work_area)
        self.matrix.read()

    def _show_story(self) -> None:
        self._stack.setCurrentWidget(self.story)
        self.frame_changed.emit()

    def _on_enrolled(self, enrolled: bool) -> None:
        if not enrolled and self._enrolled is False:
            return
        self._enrolled = enrolled
        if not enrolled:
            self._show_story()
            return
        self._fit_choice()
        if self._stack.currentWidget() is self.story:
            self._stack.setCurrentWidget(self._wait)
        self.read()
        self.frame_changed.emit()

    def _on_choice_changed(self, key: str) -> None:
        self._parts.setCurrentWidget(self.parts[key])
        self._fit_choice()
        self.frame_changed.emit()

    def _on_part_code_requested(self, account: str) -> None:
        self.show_part(CODES)
        if account:
            self.codes.choose(account)

    def _on_work_read_failed(self, error: BoaError) -> None:
        if error.code == "sync_afgebroken":
            return
        self._problem = error
        words = error_sentence(error, self._ui.language)
        doen = words.doen
        if isinstance(error, EnvironmentProblem):
            doen = self.tr("Beheer heeft verbinding nodig. Kijk het netwerk na en probeer het opnieuw.")
        elif error.code == "oidc_nodig":
            doen = self.tr("Kies Synchroniseren en meld u daar aan bij de gemeente; kom dan hier terug.")
        self.error.set_message(
            words.wat, f"{words.veilig} {doen}".strip(), self.tr("Opnieuw proberen"), "refresh-cw", self.read
        )
        self._stack.setCurrentWidget(self._error_panel)
        self.frame_changed.emit()

    def _on_work_act_failed(self, error: BoaError) -> None:
        """The list may be older than what the centre knows."""
        if error.code in ("account_gewijzigd", "account_onbekend", "toestel_onbekend", "aanmeldcode_onbekend"):
            self.work.read()

    def _on_work_busy_changed(self) -> None:
        if self.work.is_busy:
            if not self._patience.isActive():
                self._patience.start()
        else:
            self._patience.stop()
            self.progress.stop()
            if self._stack.currentWidget() is self._wait and self._problem is None and self.matrix.matrix is not None:
                self._stack.setCurrentWidget(self._work_area)
            self.frame_changed.emit()

    def _on_progress_cancel_requested(self) -> None:
        self.work.stop()
        self._on_work_read_failed(EnvironmentProblem("centrale_traag"))
