"""How a file is read, row by row: what was guessed, how sure that is, how a row then reads, and the other readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.filter_chip import ChoiceList
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing a person can look at and change. choices: code and text; is_open: it must be looked at first.

    state: "zeker", "twijfel", "mist" (nothing was found and it cannot do without), or "" for what needs no judgement.
    """

    code: str
    label: str
    value: str
    text: str
    example: str = ""
    state: str = "zeker"
    choices: tuple[tuple[str, str], ...] = ()


class GuessRow(QWidget):
    """One guess with its tag, *Wijzigen* and, in doubt, *Klopt*.

    Signals:
        value_chosen(str): another reading was chosen.
        confirmed(): the person looked and it is right.
    """

    value_chosen = Signal(str)
    confirmed = Signal()

    def __init__(self, themes: ThemeManager, guess: Guess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(themes, size="t-klein", color="ink-2")
        self._value = Label(themes, weight="w-vet", wrap=True)
        self._example = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.tag = Tag(themes, parent=self)
        self.right = Knop(themes, self.tr("Klopt"), "check", kind=ButtonKind.HOOFD, parent=self)
        self.change = Knop(themes, self.tr("Wijzigen"), parent=self)
        self.choices = ChoiceList(themes, guess.label, self)
        self.right.clicked.connect(self.confirmed)
        self.change.clicked.connect(self._on_change_clicked)
        self.choices.code_chosen.connect(self._on_choices_code_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._build()
        self.set_guess(guess)

    def set_guess(self, guess: Guess) -> None:
        """Show a guess; the same row keeps the keyboard while its value changes."""
        self.guess = guess
        self._label.setText(guess.label)
        self._value.setText(guess.text)
        self._value.set_color("fout" if guess.state == "mist" else "ink")
        self._example.setText(guess.example)
        self._example.setVisible(bool(guess.example))
        self._show_state(guess.state)
        doubtful = guess.state == "twijfel"
        below, beside = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._sides.setDirection(below if doubtful else beside)
        self.right.setVisible(doubtful)
        self.right.setAccessibleName(self.tr("{naam} klopt: {waarde}").format(naam=guess.label, waarde=guess.text))
        self.change.setVisible(len(guess.choices) > 1)
        self.change.setAccessibleName(self.tr("{naam} wijzigen").format(naam=guess.label))
        self.choices.set_options(guess.choices)
        self.choices.set_chosen((guess.value,))
        self.setAccessibleName(f"{guess.label}: {guess.text}")

    def _show_state(self, state: str) -> None:
        words = {
            "zeker": (TagKind.OK, self.tr("zeker"), "check"),
            "twijfel": (TagKind.LET, self.tr("kijk even mee"), "eye"),
            "mist": (TagKind.FOUT, self.tr("kies zelf"), "circle-alert"),
            "gekozen": (TagKind.TINT, self.tr("uw keuze"), "user"),
        }
        kind, text, icon = words.get(state, (TagKind.NEUTRAAL, "", ""))
        self.tag.set_tag(kind, text, icon)
        self.tag.setVisible(bool(text))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px("s2"))
        head.addWidget(self._label)
        head.addWidget(self.tag)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._value)
        words.addWidget(self._example)
        buttons = QHBoxLayout()
        buttons.setSpacing(px("s2"))
        buttons.addWidget(self.right)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        # Buttons beside the words, and below them where there are two: a doubt needs its room.
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(px("s3"), px("s2"), px("s2"), px("s2"))
        self._sides.setSpacing(px("s2"))
        self._sides.addLayout(words, 1)
        self._sides.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._sides)
        column.addWidget(Line())

    def _on_change_clicked(self) -> None:
        self.choices.open_under(self.change, by_key=self.change.shows_ring())

    def _on_choices_code_chosen(self, code: str) -> None:
        self.choices.hide()
        if code != self.guess.value or self.guess.state in ("twijfel", "mist"):
            self.value_chosen.emit(code)


class GuessPanel(StackPanel):
    """Guesses under each other.

    Signals:
        value_chosen(str, str): another reading of a guess was chosen: its code and the value.
        confirmed(str): the guess with this code is right.
    """

    value_chosen = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, themes: ThemeManager, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, title, icon, parent)
        self._full_title = title
        self.rows: dict[str, GuessRow] = {}
        self._intro = QWidget(self)
        self.intro = Label(themes, weight="w-vet", wrap=True)
        line = QVBoxLayout(self._intro)
        line.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        line.setSpacing(0)
        line.addWidget(self.intro)
        self.set_widgets([self._intro])
        self._intro.hide()

    def set_compact(self, *, compact: bool) -> None:
        """In a small window the sentence about the file scrolls with the list, and the head makes room for it."""
        self.set_title("" if compact else self._full_title)
        self._intro.setVisible(compact)

    def set_guesses(self, guesses: Sequence[Guess]) -> None:
        """Show these; a row that stays is kept, and where it must be made anew the keyboard goes along."""
        held = next((code for code, row in self.rows.items() if _has_keyboard(row)), "")
        kept = {guess.code: self._row_for(guess) for guess in guesses}
        if list(kept.items()) != list(self.rows.items()):
            shows_intro = not self._intro.isHidden()
            moved = held in kept and kept[held] is not self.rows[held]
            self.rows = kept
            self.set_widgets([self._intro, *kept.values()])
            self._intro.setVisible(shows_intro)
            if moved:
                kept[held].change.setFocus(Qt.FocusReason.OtherFocusReason)
        for guess in guesses:
            self.rows[guess.code].set_guess(guess)

    def _row_for(self, guess: Guess) -> GuessRow:
        # A doubt has its buttons below: Qt keeps the height of the other arrangement, so such a row is made anew.
        row = self.rows.get(guess.code)
        same = row is not None and (row.guess.state == "twijfel") == (guess.state == "twijfel")
        return row if row is not None and same else self._make(guess)

    def _make(self, guess: Guess) -> GuessRow:
        row = GuessRow(self._themes, guess)
        row.value_chosen.connect(lambda value, code=guess.code: self.value_chosen.emit(code, value))
        row.confirmed.connect(lambda code=guess.code: self.confirmed.emit(code))
        return row


def _has_keyboard(row: GuessRow) -> bool:
    return row.right.hasFocus() or row.change.hasFocus()
