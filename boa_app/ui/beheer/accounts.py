"""Accounts: who works with the program, in which role, from when to when and where."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.beheer.account_form import AccountForm
from boa_app.ui.beheer.confirm import ConfirmForm
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk, Stop
from boa_app.ui.frame.model import CornerAction, SizeClass
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.banner import Banner, BannerButton, BannerKind, BannerSpec
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.list_detail import DetailPanel, ListPanel, Part
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.beheer import (
    Account,
    Accountinvoer,
    Beheerbeeld,
    Toestand,
    beeindig_account,
    herstel_account,
    maak_account,
    stuur_buurten,
    vandaag,
    wijzig_account,
)

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext


class _Mode(Enum):
    LEZEN = "lezen"
    NIEUW = "nieuw"
    WIJZIGEN = "wijzigen"
    EINDE = "einde"


class AccountsPart(Part):
    """The accounts.

    Signals:
        code_requested(str): a code for a device of this account.
    """

    code_requested = Signal(str)

    def __init__(self, ui: UiContext, work: BeheerWerk, words: BeheerWords, parent: QWidget | None = None) -> None:
        themes = ui.themes
        super().__init__(ListPanel(themes, "", "users"), DetailPanel(themes), parent)
        self._ui, self._work, self._words = ui, work, words
        self._beeld: Beheerbeeld | None = None
        self._chosen, self._mode = "", _Mode.LEZEN
        self._said: Banner | None = None
        self.panel.set_title(self.tr("Accounts"))
        self.panel.empty.set_message(
            self.tr("Nog geen accounts"), self.tr("Maak voor iedere medewerker een account met een rol.")
        )
        self.form = AccountForm(themes, words.language)
        self.form.setProperty("blijft", True)
        self.form.hide()
        self.form.edited.connect(self.step_changed)
        self.form.submitted.connect(self._on_form_submitted)
        self.form.buurten_requested.connect(self._on_form_buurten_requested)
        self.panel.chosen.connect(self._on_panel_chosen)
        work.act_failed.connect(self._on_work_act_failed)
        work.busy_changed.connect(self.step_changed)
        self._show()

    def corner(self) -> CornerAction:
        busy = self.tr("De centrale wordt gevraagd") if self._work.is_busy else ""
        if self._mode in (_Mode.NIEUW, _Mode.WIJZIGEN):
            return CornerAction(
                "check", self.tr("Account opslaan"), self.form.submit, "Ctrl+S", self.tr("Opslaan"),
                busy or self.form.missing(),
            )  # fmt: skip
        if self._mode is _Mode.EINDE:
            return CornerAction("arrow-left", self.tr("Niet beëindigen"), self._cancel, "", self.tr("Terug"))
        return CornerAction("user-plus", self.tr("Nieuw account"), self.new_account, "Ctrl+N", self.tr("Nieuw"))

    def show_beeld(self, beeld: Beheerbeeld) -> None:
        """Show the accounts; a form that is open stays as it is."""
        self._beeld = beeld
        today = vandaag(self._ui.session)
        rows = [(one.id, self._words.account_row(one, beeld, today)) for one in _ordered(beeld.accounts)]
        self.panel.set_rows(rows)
        self.panel.set_chosen(self._chosen)
        if self._mode is _Mode.LEZEN:
            self._show()
        elif self.holds_work():
            self.form.offer(beeld.buurten)

    def new_account(self) -> None:
        """The form, empty."""
        if self._beeld is None:
            return
        self._mode, self._chosen = _Mode.NIEUW, ""
        self.panel.set_chosen("")
        self._say(None)
        self._show_form(self.tr("Nieuw account"))
        self.form.begin_new(self._beeld.buurten, vandaag(self._ui.session), has_oidc=self._beeld.oidc_nodig)

    def arrange(self, size_class: SizeClass, *, low: bool) -> None:
        self.form.set_size_class(size_class, low=low)
        super().arrange(size_class, low=low)

    def holds_work(self) -> bool:
        """Whether a form is open that somebody may have typed in."""
        return self._mode in (_Mode.NIEUW, _Mode.WIJZIGEN)

    def _account(self) -> Account | None:
        found = [] if self._beeld is None else [one for one in self._beeld.accounts if one.id == self._chosen]
        return found[0] if found else None

    def _show(self) -> None:
        account = self._account()
        if account is None:
            nothing = EmptyState(self._ui.themes)
            nothing.set_message(
                self.tr("Kies een account"), self.tr("Hier ziet u rol, werkgebied en toestellen. Of maak een nieuw.")
            )
            self.detail.show_parts(self.tr("Account"), [nothing])
        else:
            said = [] if self._said is None else [self._said]
            self.detail.show_parts(account.naam, [*said, *self._facts(account)], self._verbs(account))
        self.step_changed.emit()

    def _facts(self, account: Account) -> list[QWidget]:
        beeld, words = self._beeld, self._words
        if beeld is None:
            return []
        names = {buurt.code: buurt.naam for buurt in beeld.buurten}
        _, state = words.state(account)
        devices = [one.naam for one in beeld.toestellen if one.account == account.id and not one.ingetrokken_op]
        facts = [
            ("user", words.role_line(account, vandaag(self._ui.session)).capitalize(), state),
            ("map", words.area(account.buurten, names, most=12), self.tr("Werkgebied")),
            ("laptop", ", ".join(devices) or self.tr("Geen toestel"), self.tr("Toestellen")),
            ("history", "\n".join(words.period(one) for one in reversed(account.rollen)) or "–", self.tr("Rollen")),
        ]
        if account.oidc:
            facts.append(("key-round", account.oidc, self.tr("Aanmeldnaam bij de gemeente")))
        if account.beeindigd_op:
            ended = words.moment(account.beeindigd_op, self._ui.session.now())
            facts.append(("ban", ended, self.tr("Beëindigd")))
        rows: list[QWidget] = []
        for icon, name, meta in facts:
            row = InfoRow(self._ui.themes, icon)
            row.set_fact(name, meta)
            rows.append(row)
        return rows

    def _verbs(self, account: Account) -> list[Knop]:
        if account.toestand == Toestand.BEEINDIGD:
            return []
        change = Knop(self._ui.themes, self.tr("Wijzigen"), "pencil")
        change.clicked.connect(self._change)
        verbs = [change]
        if account.toestand == Toestand.ACTIEF:
            code = Knop(self._ui.themes, self.tr("Code maken"), "key-round")
            code.clicked.connect(lambda: self.code_requested.emit(account.id))
            verbs.append(code)
        if self._beeld is not None and account.id != self._beeld.eigen:
            end = Knop(self._ui.themes, self.tr("Beëindigen"), "ban", kind=ButtonKind.GEVAAR)
            end.setProperty("gevaar", True)
            end.clicked.connect(self._ask_end)
            verbs.append(end)
        return verbs

    def _show_form(self, title: str) -> None:
        cancel = Knop(self._ui.themes, self.tr("Annuleren"))
        cancel.clicked.connect(self._cancel)
        self.detail.show_parts(title, [self.form], [cancel])
        self.go_inside(inside=True)
        self.step_changed.emit()

    def _change(self) -> None:
        account, beeld = self._account(), self._beeld
        if account is None or beeld is None:
            return
        self._mode = _Mode.WIJZIGEN
        self._say(None)
        self._show_form(self.tr("{naam} wijzigen").format(naam=account.naam))
        self.form.begin_change(account, beeld.buurten, vandaag(self._ui.session), has_oidc=beeld.oidc_nodig)

    def _ask_end(self) -> None:
        account = self._account()
        if account is None:
            return
        self._mode = _Mode.EINDE
        facts = (
            ("ban", self.tr("{naam} kan niet meer aanmelden").format(naam=account.naam),
             self.tr("Dit is niet terug te draaien. Komt deze persoon terug, maak dan een nieuw account.")),
            ("laptop", self.tr("Alle toestellen van dit account worden ingetrokken"),
             self.tr("Bij het eerste contact maakt het toestel zijn gegevens onleesbaar.")),
            ("shield-check", self.tr("Werk blijft bewaard"),
             self.tr("Wat al verstuurd is, blijft. Wat nog niet verstuurd is, blijft verzegeld op het toestel staan.")),
        )  # fmt: skip
        confirm = ConfirmForm(self._ui.themes, facts, self.tr("bijvoorbeeld: uit dienst"))
        end = confirm.act(self.tr("Account beëindigen"), lambda reden: self._end(account, reden))
        cancel = Knop(self._ui.themes, self.tr("Annuleren"))
        cancel.clicked.connect(self._cancel)
        self.detail.show_parts(self.tr("{naam} beëindigen").format(naam=account.naam), [confirm], [cancel, end])
        confirm.begin()
        self.step_changed.emit()

    def _end(self, account: Account, reden: str) -> None:
        session = self._ui.session
        done = self.tr("{naam} is beëindigd.").format(naam=account.naam)
        self._do(lambda stop: beeindig_account(session, account.id, reden, cancelled=stop), done)

    def _on_form_submitted(self, invoer: Accountinvoer) -> None:
        session, before = self._ui.session, self._account()
        if before is None:
            done = self.tr("Account gemaakt. Maak nu een code voor het toestel.")
            self._do(lambda stop: maak_account(session, invoer, cancelled=stop), done)
        else:
            done = self.tr("Account gewijzigd.")
            self._do(lambda stop: wijzig_account(session, before, invoer, cancelled=stop), done, before)

    def _on_form_buurten_requested(self) -> None:
        session, said = self._ui.session, self.tr("De buurten staan nu op de centrale.")
        if not self._work.is_busy:
            self._work.act(
                lambda stop: stuur_buurten(session, cancelled=stop), lambda _buurten: self._ui.show_notice(said)
            )

    def _do(self, act: Callable[[Stop], Account], said: str, before: Account | None = None) -> None:
        if self._work.is_busy:
            return

        def done(after: Account) -> None:
            self._mode, self._chosen = _Mode.LEZEN, after.id
            undo = () if before is None else (BannerButton(
                self.tr("Ongedaan maken"), lambda: self._take_back(after, before), "undo-2"
            ),)  # fmt: skip
            self._say(BannerSpec(BannerKind.OK, said, buttons=undo))

        self._work.act(act, done)

    def _take_back(self, after: Account, before: Account) -> None:
        session = self._ui.session
        done = self.tr("Het account is weer zoals het was.")
        self._do(lambda stop: herstel_account(session, after, before, cancelled=stop), done)

    def _say(self, spec: BannerSpec | None) -> None:
        """A sentence above the facts, in place of the one before, which goes with the next showing."""
        if self._said is not None:
            self._said.hide()
            self._said.setProperty("blijft", False)
            self._said = None
        if spec is not None:
            said = self._said = Banner(self._ui.themes, spec)
            said.setProperty("blijft", True)
            said.closed.connect(lambda: self._say(None) if self._said is said else None)

    def _cancel(self) -> None:
        self._mode = _Mode.LEZEN
        self.form.clear_problem()
        self.go_inside(inside=bool(self._chosen))
        self._show()

    def _on_panel_chosen(self, account: str) -> None:
        if account != self._chosen:
            self._say(None)
        self._chosen, self._mode = account, _Mode.LEZEN
        self._show()
        self.go_inside(inside=True)

    def _on_work_act_failed(self, error: BoaError) -> None:
        if not self.isVisible():
            return
        if self.holds_work():
            self.form.show_error(error)
        else:
            self._ui.show_page_error(error, "beheer")


def _ordered(accounts: tuple[Account, ...]) -> list[Account]:
    """By name, those that ended last."""
    return sorted(accounts, key=lambda one: (one.toestand == Toestand.BEEINDIGD, one.naam.casefold(), one.id))
