"""Codes: a one-time code for a device of somebody, shown once, large, with what to do with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError
from boa_app.domain.moments import from_iso
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.list_detail import DetailPanel, ListPanel, Part
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label
from boa_app.usecases.beheer import Aanmeldcode, Account, Beheerbeeld, Toestand, maak_code, trek_code_in, vandaag

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext

TICK_MS = 1000


class CodeCard(QWidget):
    """The code itself with how long it holds, and what to do with it."""

    def __init__(self, themes: ThemeManager, code: Aanmeldcode, naam: str, server: str) -> None:
        super().__init__()
        self._until = from_iso(code.tot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px("s3"), 0, 0)
        column.setSpacing(px("s1"))
        self.code = Label(themes, code.code, size="t-groot", weight="w-zwaar")
        self.left = Label(themes, weight="w-vet", color="let", wrap=True)
        once = Label(
            themes, self.tr("U ziet deze code maar één keer. Hij geldt voor één toestel."), color="ink-2", wrap=True
        )
        for words in (self.code, self.left, once):
            words.setContentsMargins(px("s3"), 0, px("s3"), 0)
            column.addWidget(words)
        steps = (
            ("laptop", self.tr("1. Open het programma op het toestel"), self.tr("Kies daar Synchroniseren.")),
            ("link-2", self.tr("2. Vul het adres in: {adres}").format(adres=server),
             self.tr("Precies zo, ook het begin.")),
            ("key-round", self.tr("3. Typ de code over"), self.tr("Streepjes en hoofdletters maken niet uit.")),
            ("circle-check", self.tr("4. Kies Aanmelden"),
             self.tr("Het toestel van {naam} staat daarna onder Toestellen.").format(naam=naam)),
        )  # fmt: skip
        for icon, name, meta in steps:
            row = InfoRow(themes, icon)
            row.set_fact(name, meta)
            column.addWidget(row)

    def show_left(self, now: datetime) -> bool:
        """Say how long it still holds; False when it does not any more."""
        seconds = max(0, round((self._until - now).total_seconds()))
        if seconds:
            minutes = f"{seconds // 60}:{seconds % 60:02d}"
            self.left.setText(self.tr("Nog {minuten} minuten geldig").format(minuten=minutes))
        else:
            self.left.setText(self.tr("Deze code geldt niet meer. Maak een nieuwe."))
            self.left.set_color("fout")
        return seconds > 0


class CodesPart(Part):
    """One-time codes."""

    def __init__(self, ui: UiContext, work: BeheerWerk, words: BeheerWords, parent: QWidget | None = None) -> None:
        super().__init__(ListPanel(ui.themes, "", "key-round"), DetailPanel(ui.themes), parent)
        self._ui, self._work, self._words = ui, work, words
        self._beeld: Beheerbeeld | None = None
        self._chosen = ""
        self.card: CodeCard | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick_timeout)
        self.panel.set_title(self.tr("Code voor"))
        self.panel.empty.set_message(
            self.tr("Niemand heeft nu een rol"), self.tr("Maak eerst een account onder Accounts.")
        )
        self.panel.chosen.connect(self.choose)
        work.act_failed.connect(self._on_work_act_failed)
        work.busy_changed.connect(self.step_changed)
        self._show()

    def corner(self) -> CornerAction:
        if self.card is not None:
            return CornerAction("check", self.tr("Klaar met code"), self._forget, "Ctrl+Return", self.tr("Klaar"))
        reason = "" if self._account() else self.tr("Kies eerst een account")
        if self._work.is_busy:
            reason = self.tr("De centrale wordt gevraagd")
        return CornerAction(
            "key-round", self.tr("Code maken"), self._make, "Ctrl+Return", self.tr("Code maken"), reason
        )

    def show_beeld(self, beeld: Beheerbeeld) -> None:
        """Show who can get a code; a code on the screen stays."""
        self._beeld = beeld
        today = vandaag(self._ui.session)
        able = sorted(
            (one for one in beeld.accounts if one.toestand == Toestand.ACTIEF), key=lambda one: one.naam.casefold()
        )
        self.panel.set_rows([(one.id, self._words.code_account_row(one, beeld, today)) for one in able])
        self.panel.set_chosen(self._chosen)
        if self.card is None:
            self._show()

    def choose(self, account: str) -> None:
        """A code for a device of this account is wanted."""
        if account != self._chosen:
            self.card = None
        self._chosen = account
        self.panel.set_chosen(account)
        if self.card is None:
            self._show()
        self.go_inside(inside=bool(account))

    def forget_code(self) -> None:
        """Nobody looks any more: the code goes from the screen and from memory."""
        if self.card is not None:
            self._forget()

    def _account(self) -> Account | None:
        found = [] if self._beeld is None else [one for one in self._beeld.accounts if one.id == self._chosen]
        return found[0] if found else None

    def _show(self) -> None:
        account, beeld = self._account(), self._beeld
        self._tick.stop()
        parts: list[QWidget] = []
        if account is None or beeld is None:
            nothing = EmptyState(self._ui.themes)
            nothing.set_message(
                self.tr("Kies van wie het toestel is"),
                self.tr("Met de code meldt een nieuw toestel zich één keer aan. Een code geldt tien minuten."),
            )
            self.detail.show_parts(self.tr("Eenmalige code"), [nothing])
            self.step_changed.emit()
            return
        for code in self._words.codes_of(account, beeld):
            parts.append(self._open_code(code.id, code.tot))
        if not parts:
            row = InfoRow(self._ui.themes, "key-round")
            row.set_fact(
                self.tr("Geen code open"), self.tr("Maak de code als u bij het toestel bent of aan de telefoon.")
            )
            parts = [row]
        self.detail.show_parts(account.naam, parts)
        self.step_changed.emit()

    def _open_code(self, code: str, until: str) -> QWidget:
        moment = self._words.moment(until, self._ui.session.now())
        row = InfoRow(self._ui.themes, "key-round")
        row.set_fact(
            self.tr("Een code staat open tot {moment}").format(moment=moment),
            self.tr("Niet meer te tonen. Kwijt? Trek hem in en maak een nieuwe."),
        )
        withdraw = Knop(self._ui.themes, self.tr("Intrekken"), "x")
        withdraw.clicked.connect(lambda: self._withdraw(code))
        layout = row.layout()
        if layout is not None:
            layout.addWidget(withdraw)
        return row

    def _make(self) -> None:
        account, session = self._account(), self._ui.session
        if account is not None and not self._work.is_busy:
            self._work.act(
                lambda stop: maak_code(session, account.id, cancelled=stop), lambda code: self._show_code(account, code)
            )

    def _show_code(self, account: Account, code: Aanmeldcode) -> None:
        server = self._beeld.server if self._beeld is not None else ""
        self.card = CodeCard(self._ui.themes, code, account.naam, server)
        self.card.show_left(self._ui.session.now())
        title = self.tr("Code voor {naam}").format(naam=account.naam)
        self.detail.show_parts(title, [self.card])
        self._tick.start()
        self.go_inside(inside=True)
        self.step_changed.emit()

    def _withdraw(self, code: str) -> None:
        session, said = self._ui.session, self.tr("De code is ingetrokken.")
        if not self._work.is_busy:
            self._work.act(
                lambda stop: trek_code_in(session, code, cancelled=stop), lambda _left: self._ui.show_notice(said)
            )

    def _forget(self) -> None:
        self.card = None
        self._show()
        self._work.read()

    def _on_tick_timeout(self) -> None:
        if self.card is None or not self.card.show_left(self._ui.session.now()):
            self._tick.stop()

    def _on_work_act_failed(self, error: BoaError) -> None:
        if self.isVisible():
            self._ui.show_page_error(error, "beheer")
