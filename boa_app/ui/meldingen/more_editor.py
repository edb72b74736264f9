"""The editor of *Mag ook*: everything that may be told and need not be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from boa_app.domain.text_guard import Treffer
from boa_app.texts import formats
from boa_app.ui.fotos.strip import FotoStrip
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.editor import Editor, FoldList, Shown, TextRow
from boa_app.ui.meldingen.guarded_text import GuardedText
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.formulier import JOP_MAATREGEL, jops_by_distance

Options = Sequence[tuple[str, str]]
COLLEGA, TEGEN = "met_collega", "gericht_tegen_medewerker"


class SentenceList(QWidget):
    """The quick sentences of the street, and a field to change them.

    Signals:
        sentence_chosen(str): put this one in the text.
        sentences_changed(tuple): keep this list.
    """

    sentence_chosen = Signal(str)
    sentences_changed = Signal(object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._sentences: tuple[str, ...] = ()
        self._rows: list[TextRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px("s2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(self.tr("Snelle zinnen, één per regel"))
        self.field.setFixedHeight(px("h-kaart-klein"))
        self.field.setTabChangesFocus(True)
        self.edit = Knop(themes, self.tr("Snelle zinnen aanpassen"), "pencil", kind=ButtonKind.TEKST, parent=self)
        self.keep = Knop(themes, self.tr("Zinnen bewaren"), "check", parent=self)
        self.edit.clicked.connect(lambda: self._show_editing(is_editing=True))
        self.keep.clicked.connect(self._on_keep_clicked)
        self._column.addLayout(self._list)
        for part in (self.field, self.keep, self.edit):
            self._column.addWidget(part)
        self._show_editing(is_editing=False)

    def set_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show these sentences."""
        if sentences == self._sentences:
            return
        self._sentences = sentences
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for sentence in sentences:
            row = TextRow(self._themes, "plus", sentence, self)
            row.clicked.connect(lambda _checked=False, text=sentence: self.sentence_chosen.emit(text))
            self._list.addWidget(row)
            row.setVisible(not self.field.isVisible())
            self._rows.append(row)

    def rows(self) -> tuple[TextRow, ...]:
        """One row per sentence."""
        return tuple(self._rows)

    def _show_editing(self, *, is_editing: bool) -> None:
        if is_editing:
            self.field.setPlainText("\n".join(self._sentences))
        self.field.setVisible(is_editing)
        self.keep.setVisible(is_editing)
        self.edit.setVisible(not is_editing)
        for row in self._rows:
            row.setVisible(not is_editing)

    def _on_keep_clicked(self) -> None:
        self._show_editing(is_editing=False)
        self.sentences_changed.emit(tuple(self.field.toPlainText().splitlines()))


class MoreEditor(Editor):
    """Photos, age, kind of place, origin, colleague, JOP, group, facts, judgement.

    Signals:
        sentences_changed(tuple): the quick sentences were edited.
    """

    sentences_changed = Signal(object)

    def __init__(
        self, themes: ThemeManager, leeftijd: Sequence[Choice], locatietype: Options, herkomst: Options,
        check: Callable[[str], Sequence[Treffer]], language: str, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(themes, self.tr("Mag ook"), parent)
        self._language = language
        self.fotos = FotoStrip(themes, self)
        self.leeftijd = TileGroup(
            themes, self.tr("Leeftijd"), leeftijd, columns=Columns(2, 2, 3), max_chosen=0, ordered=False,
            hint=self.tr("geschat"), parent=self,
        )  # fmt: skip
        self.leeftijd.choice_changed.connect(lambda codes: self._set(leeftijd=tuple(codes)))
        self.locatietype = self._fold("map-pin", self.tr("Soort plek"), locatietype, "locatietype")
        self.herkomst = self._fold("eye", self.tr("Herkomst"), herkomst, "herkomst", default="ZELF")
        self.jop = FoldList(themes, "warehouse", self.tr("Naar JOP"), self)
        self.jop.choice_changed.connect(lambda uid: self._set(doorverwezen_naar=uid, jop_zelf=bool(uid)))
        flags = [Choice(COLLEGA, self.tr("Met collega")), Choice(TEGEN, self.tr("Tegen medewerker"))]
        self.flags = TileGroup(
            themes, self.tr("Erbij"), flags, columns=Columns(1, 1, 2), max_chosen=0, ordered=False, parent=self
        )
        self.flags.choice_changed.connect(self._on_flags_choice_changed)
        self.groep_label = Label(themes, self.tr("Groepscode"), weight="w-vet")
        self.groep = QLineEdit(self)
        self.groep.setMinimumHeight(px("h-raak"))
        self.groep.setAccessibleName(self.tr("Groepscode"))
        self.groep.setPlaceholderText("G-2026-03")
        self.groep.textEdited.connect(lambda text: self._set(groep=text.strip()))
        self.feiten = GuardedText(themes, self.tr("Feiten"), self.tr("wat u zag en hoorde"), check, self)
        self.feiten.text_changed.connect(lambda text: self._set(feiten=text))
        self.sentences = SentenceList(themes, self)
        self.sentences.sentence_chosen.connect(self.feiten.add_sentence)
        self.sentences.sentences_changed.connect(self.sentences_changed)
        self.duiding = GuardedText(themes, self.tr("Duiding"), self.tr("uw oordeel, apart van de feiten"), check, self)
        self.duiding.text_changed.connect(lambda text: self._set(duiding=text))
        for part in (
            self.fotos, self.leeftijd, self.locatietype, self.herkomst, self.jop, self.flags, self.groep_label,
            self.groep, self.feiten, self.sentences, self.duiding,
        ):  # fmt: skip
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_form(self, shown: Shown) -> None:
        super().show_form(shown)
        form, start = shown.form, shown.start
        self.leeftijd.set_chosen(form.leeftijd)
        self.locatietype.set_chosen(form.locatietype)
        self.herkomst.set_chosen(form.herkomst)
        self.flags.set_chosen([name for name in (COLLEGA, TEGEN) if getattr(form, name)])
        self.feiten.set_text(form.feiten)
        self.duiding.set_text(form.duiding)
        self._show_jops(shown)
        may_group = bool(start and start.mag_groep)
        self.groep.setVisible(may_group)
        self.groep_label.setVisible(may_group)
        if self.groep.text().strip() != form.groep:
            self.groep.setText(form.groep)
        if start is not None:
            self.sentences.set_sentences(start.straatteksten)

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        self.leeftijd.set_size_class(size_class, low=low)
        self.flags.set_size_class(size_class, low=low)

    def _show_jops(self, shown: Shown) -> None:
        known = jops_by_distance(shown.start.jops if shown.start else (), shown.form.plek)
        self.jop.setVisible(JOP_MAATREGEL in shown.form.maatregelen and bool(known))
        options = [(jop.uid, f"{jop.naam}, {formats.distance(metres, self._language)}") for jop, metres in known]
        self.jop.set_options(options, self.tr("geen"))
        self.jop.set_chosen(shown.form.doorverwezen_naar)

    def _fold(self, icon: str, label: str, options: Options, field: str, default: str = "") -> FoldList:
        fold = FoldList(self.themes, icon, label, self)
        fold.set_options(options, self.tr("niet ingevuld"))
        fold.choice_changed.connect(lambda code: self._set(**{field: code or default}))
        return fold

    def _on_flags_choice_changed(self, codes: list[str]) -> None:
        self._set(met_collega=COLLEGA in codes, gericht_tegen_medewerker=TEGEN in codes)

    def _set(self, **values: Any) -> None:  # noqa: ANN401 - fields of the form
        self.change(replace(self.shown.form, **values))
