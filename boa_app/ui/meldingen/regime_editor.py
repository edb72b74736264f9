"""The editor of *Regime*: toezicht or opsporing, and for opsporing the measures with their external registration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.errors import UserError
from boa_app.domain.opsporing import check_registratienummer
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.editor import Editor, FoldList, Shown
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.stepper import Stepper
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.formulier import Verwijzing

MOST_PEOPLE = 50


class RegistrationBlock(QWidget):
    """Number, article and how many persons, for one O-measure.

    Signals:
        verwijzing_changed(Verwijzing): a person filled something in.
    """

    verwijzing_changed = Signal(object)

    def __init__(
        self, themes: ThemeManager, title: str, articles: Sequence[tuple[str, str]], verwijzing: Verwijzing,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.verwijzing = verwijzing
        self.number = QLineEdit(self)
        self.number.setMinimumHeight(px("h-raak"))
        self.number.setAccessibleName(self.tr("{maatregel}: registratienummer").format(maatregel=title))
        self.number.setPlaceholderText(self.tr("registratienummer"))
        self._problem = Label(
            themes, self.tr("Gebruik 2 tot 40 letters, cijfers of . / _ -"), color="fout", size="t-klein", wrap=True
        )
        self.article = FoldList(themes, "file-text", self.tr("Artikel"), self)
        self.article.set_options(articles, self.tr("niet ingevuld"))
        self.count = Stepper(themes, self.tr("Aantal personen"), 1, MOST_PEOPLE, self)
        row = QHBoxLayout()
        row.addWidget(Label(themes, self.tr("Personen"), size="t-klein", color="ink-2"))
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s2"))
        column.addWidget(Label(themes, title, weight="w-vet", wrap=True))
        column.addWidget(self.number)
        column.addWidget(self._problem)
        column.addWidget(self.article)
        column.addLayout(row)
        self._show()
        self.number.textEdited.connect(lambda text: self._change(replace(self.verwijzing, registratienummer=text)))
        self.article.choice_changed.connect(lambda code: self._change(replace(self.verwijzing, artikel=code)))
        self.count.value_changed.connect(lambda value: self._change(replace(self.verwijzing, aantal=value)))

    def _show(self) -> None:
        self.number.setText(self.verwijzing.registratienummer)
        self.article.set_chosen(self.verwijzing.artikel)
        self.count.set_value(self.verwijzing.aantal)
        self._problem.setVisible(not self._is_fine())

    def _is_fine(self) -> bool:
        text = self.verwijzing.registratienummer.strip()
        try:
            return not text or bool(check_registratienummer(text))
        except UserError:
            return False

    def _change(self, verwijzing: Verwijzing) -> None:
        self.verwijzing = verwijzing
        self._problem.setVisible(not self._is_fine())
        self.verwijzing_changed.emit(verwijzing)


class RegimeEditor(Editor):
    """The two hats (domain §1.1). Measures are told to the page, which knows what follows from them.

    Signals:
        maatregelen_changed(list): the O-measures chosen here, in order.
    """

    maatregelen_changed = Signal(list)

    def __init__(
        self, themes: ThemeManager, maatregelen: Sequence[Choice], articles: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(themes, self.tr("Regime"), parent)
        self._articles = tuple(articles)
        self._titles = {choice.code: choice.full_label or choice.label for choice in maatregelen}
        self._blocks: dict[str, RegistrationBlock] = {}
        self.kind = Segment(themes, self.title, [("T", self.tr("Toezicht")), ("O", self.tr("Opsporing"))], self)
        self.kind.choice_changed.connect(self._on_kind_choice_changed)
        strong = self.tr("Persoonsgegevens horen in het boa-registratiesysteem.")
        rest = self.tr("Leg hier alleen code, aantal, artikel en registratienummer vast.")
        self._note = Banner(themes, BannerSpec(BannerKind.INFO, strong, rest, closable=False), self)
        self._about = Label(
            themes, self.tr("Toezicht: er is geen verdenking. Kies Opsporing zodra u iemand als verdachte aanspreekt."),
            color="ink-2", wrap=True,
        )  # fmt: skip
        self.tiles = TileGroup(
            themes, self.tr("Maatregel"), maatregelen, columns=Columns(1, 1, 3), max_chosen=0, parent=self
        )
        self.tiles.choice_changed.connect(self.maatregelen_changed)
        self._room = QVBoxLayout()
        self._room.setSpacing(px("s4"))
        for part in (self.kind, self._about, self._note, self.tiles):
            self.column.addWidget(part)
        self.column.addLayout(self._room)
        self.column.addStretch(1)

    def show_form(self, shown: Shown) -> None:
        super().show_form(shown)
        form = shown.form
        is_o = form.regime == "O"
        self.kind.set_chosen(form.regime)
        self._about.setVisible(not is_o)
        self._note.setVisible(is_o)
        self.tiles.setVisible(is_o)
        chosen = tuple(code for code in form.maatregelen if code in self._titles)
        self.tiles.set_chosen(chosen)
        self._show_blocks(chosen if is_o else ())

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        self.tiles.set_size_class(size_class, low=low)

    def blocks(self) -> tuple[RegistrationBlock, ...]:
        """One block per O-measure, in the order they were chosen."""
        return tuple(self._blocks.values())

    def _show_blocks(self, codes: tuple[str, ...]) -> None:
        if tuple(self._blocks) == codes:
            return
        for block in self._blocks.values():
            self._room.removeWidget(block)
            block.hide()
            block.deleteLater()
        known = {one.maatregel: one for one in self.shown.form.verwijzingen}
        self._blocks = {}
        for code in codes:
            verwijzing = known.get(code, Verwijzing(code))
            block = RegistrationBlock(self.themes, self._titles[code], self._articles, verwijzing, self)
            block.verwijzing_changed.connect(self._on_block_verwijzing_changed)
            self._room.addWidget(block)
            block.show()
            self._blocks[code] = block

    def _on_block_verwijzing_changed(self) -> None:
        self.change(replace(self.shown.form, verwijzingen=tuple(block.verwijzing for block in self.blocks())))

    def _on_kind_choice_changed(self, kind: str) -> None:
        form = self.shown.form
        if kind == "T":
            # Measures of opsporing cannot stay under toezicht.
            self.maatregelen_changed.emit([])
            form = replace(self.shown.form, verwijzingen=())
        self.change(replace(form, regime=kind))
        self.show_form(self.shown)
