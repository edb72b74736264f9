"""Toestellen: which devices may sign in, when they were last heard of, and revoking one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.beheer.confirm import ConfirmForm
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.list_detail import DetailPanel, ListPanel, Part
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.beheer import Beheerbeeld, Toestel, trek_toestel_in

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext


class DevicesPart(Part):
    """The devices.

    Signals:
        code_requested(str): another device is to come; "" while it is not said whose.
    """

    code_requested = Signal(str)

    def __init__(self, ui: UiContext, work: BeheerWerk, words: BeheerWords, parent: QWidget | None = None) -> None:
        super().__init__(ListPanel(ui.themes, "", "laptop"), DetailPanel(ui.themes), parent)
        self._ui, self._work, self._words = ui, work, words
        self._beeld: Beheerbeeld | None = None
        self._chosen, self._asks = "", False
        self.panel.set_title(self.tr("Toestellen"))
        self.panel.empty.set_message(
            self.tr("Nog geen toestellen"), self.tr("Maak een code en meld er een toestel mee aan.")
        )
        self.panel.chosen.connect(self._on_panel_chosen)
        work.act_failed.connect(self._on_work_act_failed)
        self._show()

    def corner(self) -> CornerAction:
        if self._asks:
            return CornerAction("arrow-left", self.tr("Niet intrekken"), self._cancel, "", self.tr("Terug"))
        return CornerAction(
            "plus", self.tr("Toestel toevoegen"), lambda: self.code_requested.emit(""), "Ctrl+N", self.tr("Toestel")
        )

    def show_beeld(self, beeld: Beheerbeeld) -> None:
        """Show the devices."""
        self._beeld = beeld
        now = self._ui.session.now()
        rows = [(one.id, self._words.device_row(one, beeld, now)) for one in _ordered(beeld.toestellen)]
        self.panel.set_rows(rows)
        self.panel.set_chosen(self._chosen)
        if not self._asks:
            self._show()

    def _device(self) -> Toestel | None:
        found = [] if self._beeld is None else [one for one in self._beeld.toestellen if one.id == self._chosen]
        return found[0] if found else None

    def _show(self) -> None:
        device = self._device()
        if device is None:
            nothing = EmptyState(self._ui.themes)
            nothing.set_message(
                self.tr("Kies een toestel"), self.tr("Hier ziet u van wie het is en wanneer het contact had.")
            )
            self.detail.show_parts(self.tr("Toestel"), [nothing])
        else:
            self.detail.show_parts(device.naam, self._facts(device), self._verbs(device))
        self.step_changed.emit()

    def _facts(self, device: Toestel) -> list[QWidget]:
        words, now = self._words, self._ui.session.now()
        facts = [
            ("user", device.account_naam, self.tr("Account")),
            ("cloud-check", words.moment(device.laatste_contact, now), self.tr("Laatste contact")),
            ("calendar-days", words.moment(device.aangemeld_op, now), self.tr("Aangemeld")),
        ]
        if device.ingetrokken_op:
            revoked = words.moment(device.ingetrokken_op, now)
            facts.append(("ban", self.tr("Ingetrokken {moment}").format(moment=revoked), device.reden))
            facts.append(self._wiped(device))
        rows: list[QWidget] = []
        for icon, name, meta in facts:
            row = InfoRow(self._ui.themes, icon)
            row.set_fact(name, meta)
            rows.append(row)
        return rows

    def _wiped(self, device: Toestel) -> tuple[str, str, str]:
        """Whether a revoked device heard it."""
        if device.gewist_op:
            moment = self._words.moment(device.gewist_op, self._ui.session.now())
            return ("shield-check", self.tr("Gegevens onleesbaar gemaakt"), self.tr("Opdracht gegeven {moment}").format(
                moment=moment
            ))  # fmt: skip
        return (
            "clock", self.tr("Nog geen contact gehad"),
            self.tr("Bij het eerste contact maakt het toestel zijn gegevens onleesbaar."),
        )  # fmt: skip

    def _verbs(self, device: Toestel) -> list[Knop]:
        if device.ingetrokken_op or self._beeld is None or device.id == self._beeld.eigen_toestel:
            return []
        revoke = Knop(self._ui.themes, self.tr("Intrekken"), "ban", kind=ButtonKind.GEVAAR)
        revoke.setProperty("gevaar", True)
        revoke.clicked.connect(self._ask)
        return [revoke]

    def _ask(self) -> None:
        device = self._device()
        if device is None:
            return
        self._asks = True
        facts = (
            ("ban", self.tr("{naam} krijgt niets meer van de centrale").format(naam=device.naam),
             self.tr("Dit is niet terug te draaien. Met een nieuwe code kan het toestel zich opnieuw aanmelden.")),
            ("laptop", self.tr("Het toestel maakt zijn gegevens onleesbaar"),
             self.tr("Dat gebeurt bij het eerste contact. Tot dan beschermt het wachtwoord de gegevens.")),
            ("shield-check", self.tr("Werk blijft bewaard"),
             self.tr("Wat nog niet verstuurd is, blijft verzegeld op het toestel staan.")),
        )  # fmt: skip
        confirm = ConfirmForm(self._ui.themes, facts, self.tr("bijvoorbeeld: kwijt, gestolen, ingeleverd"))
        revoke = confirm.act(self.tr("Toestel intrekken"), lambda reden: self._revoke(device, reden))
        cancel = Knop(self._ui.themes, self.tr("Annuleren"))
        cancel.clicked.connect(self._cancel)
        self.detail.show_parts(self.tr("{naam} intrekken").format(naam=device.naam), [confirm], [cancel, revoke])
        confirm.begin()
        self.step_changed.emit()

    def _revoke(self, device: Toestel, reden: str) -> None:
        session = self._ui.session
        said = self.tr("{naam} is ingetrokken.").format(naam=device.naam)

        def done(_device: Toestel) -> None:
            self._asks = False
            self._ui.show_notice(said)

        if not self._work.is_busy:
            self._work.act(lambda stop: trek_toestel_in(session, device.id, reden, cancelled=stop), done)

    def _cancel(self) -> None:
        self._asks = False
        self._show()

    def _on_panel_chosen(self, device: str) -> None:
        self._chosen, self._asks = device, False
        self._show()
        self.go_inside(inside=True)

    def _on_work_act_failed(self, error: BoaError) -> None:
        if self.isVisible():
            self._ui.show_page_error(error, "beheer")


def _ordered(devices: tuple[Toestel, ...]) -> list[Toestel]:
    """As the centre tells them, those that were revoked last."""
    return sorted(devices, key=lambda one: bool(one.ingetrokken_op))
