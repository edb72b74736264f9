"""The way in, card by card: unlock; or the first time welcome, make, recovery code."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from boa_app.domain.errors import BoaError, EnvironmentProblem
from boa_app.ui.ontgrendelen.card import Card
from boa_app.ui.ontgrendelen.entry_frame import EntryFrame
from boa_app.ui.ontgrendelen.opener import Opened, Opener, has_store
from boa_app.ui.ontgrendelen.unlock_card import UnlockCard
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from boa_app.ui.ontgrendelen.make_card import MakeCard
    from boa_app.ui.ontgrendelen.opener import NewStore
    from boa_app.ui.ontgrendelen.recovery_card import RecoveryCard
    from boa_app.ui.ontgrendelen.welcome_card import WelcomeCard


class EntryScreen(EntryFrame):
    """Everything before the session.

    Signals:
        session_opened(Opened): the store is open and its columns are in memory.
    """

    session_opened = Signal(object)

    def __init__(self, opener: Opener, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._opener = opener
        self._folder = opener.start.folder
        self._made: Opened | None = None
        self.refused_by_system = False
        self._card: Card | None = None
        self.start()

    # The cards are made when they are first needed: most starts show one of them.

    @cached_property
    def unlock(self) -> UnlockCard:
        """The card that asks for the passphrase."""
        card = UnlockCard(self._themes, self._opener.start.language)
        card.unlock_requested.connect(self._on_unlock_requested)
        card.other_requested.connect(self._on_other_requested)
        self._adopt(card)
        return card

    @cached_property
    def welcome(self) -> WelcomeCard:
        """The card of the first time."""
        from boa_app.ui.ontgrendelen.welcome_card import WelcomeCard

        card = WelcomeCard(self._themes)
        card.make_requested.connect(self._on_make_asked)
        card.example_requested.connect(self._on_example_requested)
        self._adopt(card)
        return card

    @cached_property
    def make(self) -> MakeCard:
        """The card that asks what a new store needs."""
        from boa_app.ui.ontgrendelen.make_card import MakeCard

        card = MakeCard(self._themes)
        card.back_requested.connect(self.start)
        card.make_requested.connect(self._on_make_requested)
        self._adopt(card)
        return card

    @cached_property
    def recovery(self) -> RecoveryCard:
        """The card with the recovery code."""
        from boa_app.ui.ontgrendelen.recovery_card import RecoveryCard

        card = RecoveryCard(self._themes)
        card.kept.connect(self._on_recovery_kept)
        self._adopt(card)
        return card

    def start(self) -> None:
        """Begin at the card that fits: unlock when there is a store, else welcome."""
        if has_store(self._folder):
            is_example = self._folder == self._opener.start.example_folder
            can_switch = self._opener.start.folder != self._opener.start.example_folder
            self.unlock.set_store(is_example=is_example, has_other=can_switch)
            self._show(self.unlock)
            self.unlock.start()
        else:
            self._show(self.welcome)

    def focus_card(self) -> None:
        """Put the keyboard where the next thing is typed; on a card without a field at the next step."""
        fields = self._fields()
        empty = [field for field in fields if not field.text()]
        for target in (*empty, *fields, self.corner):
            if target.isEnabled():
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What a card asked before it was part of a window is forgotten; without this the keyboard is at Nacht.
        self.focus_card()

    def show_problem(self, error: BoaError) -> None:
        """Say on the card in front what went wrong."""
        if self._card is not None:
            self._tell(self._card, error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Fields take Enter themselves; this is for the cards without one.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._has_field():
            self.corner.click()
            return
        super().keyPressEvent(event)

    def _has_field(self) -> bool:
        return bool(self._fields())

    def _fields(self) -> list[QLineEdit]:
        return [] if self._card is None else self._card.findChildren(QLineEdit)

    def _adopt(self, card: Card) -> None:
        self.add_card(card)
        card.step_changed.connect(self._show_step)

    def _show(self, card: Card) -> None:
        self._card = card
        self.show_card(card)
        self._show_step()
        self.focus_card()

    def _show_step(self) -> None:
        if self._card is None:
            return
        step = self._card.step()
        self.set_corner(step)
        safe = self.tr("Versleuteld op dit apparaat")
        self.set_foot(step.reason or safe, safe if step.reason else "")

    def _on_unlock_requested(self, secret: str) -> None:
        self.unlock.set_busy(busy=True)
        self._opener.open(self._folder, secret, self._on_opened, self._on_unlock_refused)

    def _on_opened(self, opened: Opened) -> None:
        self.refused_by_system = False
        if "unlock" in vars(self):
            self.unlock.set_busy(busy=False)
            self.unlock.forget()
        if "welcome" in vars(self):
            self.welcome.set_busy(busy=False)
        self.session_opened.emit(opened)

    def _on_unlock_refused(self, error: BoaError) -> None:
        self.refused_by_system = isinstance(error, EnvironmentProblem)
        self.unlock.show_error(error)

    def _on_other_requested(self) -> None:
        start = self._opener.start
        self._folder = start.folder if self._folder == start.example_folder else start.example_folder
        if self._folder == start.example_folder and not has_store(self._folder):
            self._show(self.welcome)
            self._on_example_requested()
            return
        self.start()

    def _on_make_asked(self) -> None:
        self._show(self.make)
        self.make.start()

    def _on_make_requested(self, new: NewStore) -> None:
        self.make.set_busy(busy=True)
        self._opener.make(self._folder, new, self._on_made, self._on_make_refused)

    def _on_made(self, opened: Opened) -> None:
        self._made = opened
        self.make.start()
        self.recovery.set_code(opened.herstelcode)
        self._show(self.recovery)

    def _on_make_refused(self, error: BoaError) -> None:
        self.make.set_busy(busy=False)
        self._tell(self.make, error)

    def _on_recovery_kept(self) -> None:
        self.recovery.set_code("")
        opened, self._made = self._made, None
        if opened is not None:
            self._on_opened(opened)

    def _on_example_requested(self) -> None:
        self._folder = self._opener.start.example_folder
        self.welcome.set_busy(busy=True)
        self._opener.open_example(self._folder, self._on_opened, self._on_example_refused)

    def _on_example_refused(self, error: BoaError) -> None:
        self._folder = self._opener.start.folder
        self.welcome.set_busy(busy=False)
        self._tell(self.welcome, error)

    def _tell(self, card: Card, error: BoaError) -> None:
        self.refused_by_system = isinstance(error, EnvironmentProblem)
        from boa_app.texts import error_sentence

        words = error_sentence(error, self._opener.start.language)
        card.show_problem(BannerKind.FOUT, words.wat, f"{words.veilig} {words.doen}".strip())
