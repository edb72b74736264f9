"""The form of an account: name, role with its days, werkgebied, and who he is at the municipality's sign-in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.roles import Rol
from boa_app.texts import error_sentence, formats, label
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.beheer import MAX_NAAM, Account, Accountinvoer, Buurt, huidige_periode

ALLES, BUURTEN = "alles", "buurten"
MAX_REDEN, MAX_OIDC = 500, 255
# As much of a name as a tile of three beside each other holds.
TILE_SIGNS = 18


class AccountForm(QWidget):
    """Asks for an account, or for a change of one.

    Signals:
        edited(): something was filled in. submitted(Accountinvoer): store it.
        buurten_requested(): give the centre the buurten of this device.
    """

    edited = Signal()
    buurten_requested = Signal()
    submitted = Signal(object)

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._language = themes, language
        self._problem: Banner | None = None
        self.naam, self.begin, self.einde, self.oidc, self.reden = (QLineEdit() for _ in range(5))
        roles = [Choice(rol, label("rol", rol, language).capitalize()) for rol in Rol]
        self.rol = TileGroup(themes, self.tr("Rol"), roles, columns=Columns(3, 2, 2), parent=self)
        self.gebied = Segment(
            themes, self.tr("Werkgebied"), ((ALLES, self.tr("Hele gemeente")), (BUURTEN, self.tr("Buurten kiezen")))
        )
        self.buurten = TileGroup(
            themes, self.tr("Buurten"), [], columns=Columns(3, 2, 2), max_chosen=0, ordered=False, parent=self
        )
        self.no_buurten = EmptyState(themes)
        self.no_buurten.set_message(
            self.tr("De centrale kent nog geen buurten"),
            self.tr("Stuur ze één keer. Daarna kiest u hier het werkgebied."),
            self.tr("Buurten van dit kaartpakket sturen"), "map", self.buurten_requested.emit,
        )  # fmt: skip
        self._has_oidc = False
        self._build()
        self._connect()

    def begin_new(self, buurten: Sequence[Buurt], today: date, *, has_oidc: bool) -> None:
        """Ask for a new account."""
        self._begin(buurten, has_oidc=has_oidc)
        self.naam.clear()
        self.rol.set_chosen([])
        self.begin.setText(formats.date_nl(today, "nl"))
        self.einde.clear()
        self.oidc.clear()
        self._choose_area(None)
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_change(self, account: Account, buurten: Sequence[Buurt], today: date, *, has_oidc: bool) -> None:
        """Show an account to change."""
        self._begin(buurten, has_oidc=has_oidc)
        period = huidige_periode(account, today)
        self.naam.setText(account.naam)
        self.rol.set_chosen([period.rol] if period else [])
        begin = date.fromisoformat(period.begin) if period else today
        is_over = period is not None and period.einde != "" and period.einde < today.isoformat()
        self.begin.setText(formats.date_nl(today if is_over else begin, "nl"))
        einde = period.einde if period and not is_over else ""
        self.einde.setText(formats.date_nl(date.fromisoformat(einde), "nl") if einde else "")
        self.oidc.setText(account.oidc)
        self._choose_area(account.buurten)
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, buurten: Sequence[Buurt]) -> None:
        """Offer these as werkgebied; those chosen stay chosen."""
        self.buurten.set_choices([_tile(one) for one in sorted(buurten, key=lambda one: one.naam)])
        self._fit_area()

    def missing(self) -> str:
        """What must be filled in first, empty when it can be stored."""
        if not self.naam.text().strip():
            return self.tr("Vul eerst een naam in")
        if not self.rol.chosen():
            return self.tr("Kies eerst een rol")
        if self.gebied.chosen() == BUURTEN and not self.buurten.chosen():
            return self.tr("Kies eerst een buurt")
        return ""

    def submit(self) -> None:
        """Give what was filled in, or say which date is none."""
        dates = []
        for field in (self.begin, self.einde):
            try:
                dates.append(formats.read_date(field.text()))
            except ValueError:
                dates.append(None)
            if dates[-1] is None and (field is self.begin or field.text().strip()):
                self._show(self.tr("Dit is geen datum."), self.tr("Typ de dag als 20-11-2026."))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        begin, einde = dates
        if begin is not None:
            buurten = self.buurten.chosen() if self.gebied.chosen() == BUURTEN else None
            self.clear_problem()
            self.submitted.emit(
                Accountinvoer(
                    self.naam.text(), self.rol.chosen()[0], begin, einde, buurten, self.oidc.text(), self.reden.text()
                )
            )

    def show_error(self, error: BoaError) -> None:
        """Say why it was not stored; what was filled in stays."""
        words = error_sentence(error, self._language)
        self._show(
            words.wat, f"{words.veilig} {words.doen}".strip() if not isinstance(error, UserError) else words.doen
        )

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        if self._problem is not None:
            self._place.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        """More or fewer columns."""
        for group in (self.rol, self.buurten):
            group.set_size_class(size_class, low=low)

    def _build(self) -> None:
        for field, most in ((self.naam, MAX_NAAM), (self.oidc, MAX_OIDC), (self.reden, MAX_REDEN)):
            field.setMaxLength(most)
        for field in (self.begin, self.einde):
            field.setMaxLength(20)
            field.setPlaceholderText(self.tr("dd-mm-jjjj"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addLayout(self._field(self.tr("Naam"), self.naam))
        column.addWidget(self.rol)
        dates = QGridLayout()
        dates.setSpacing(px("s3"))
        dates.addLayout(self._field(self.tr("Rol vanaf"), self.begin), 0, 0)
        dates.addLayout(self._field(self.tr("Tot en met (leeg: zonder einde)"), self.einde), 0, 1)
        column.addLayout(dates)
        column.addWidget(Label(self._themes, self.tr("Werkgebied"), weight="w-vet"))
        column.addWidget(self.gebied, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.buurten)
        column.addWidget(self.no_buurten)
        self._oidc_box = QWidget()
        inside = QVBoxLayout(self._oidc_box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._field(self.tr("Aanmeldnaam bij de gemeente (leeg: bij de eerste keer)"), self.oidc))
        column.addWidget(self._oidc_box)
        column.addLayout(self._field(self.tr("Reden (mag leeg; komt in het logboek)"), self.reden))
        column.addStretch(1)

    def _connect(self) -> None:
        for field in (self.naam, self.begin, self.einde, self.oidc, self.reden):
            field.textChanged.connect(lambda _text: self.edited.emit())
            field.returnPressed.connect(self._on_field_return_pressed)
        self.rol.choice_changed.connect(lambda _codes: self.edited.emit())
        self.buurten.choice_changed.connect(lambda _codes: self.edited.emit())
        self.gebied.choice_changed.connect(lambda _code: self._on_gebied_choice_changed())

    def _begin(self, buurten: Sequence[Buurt], *, has_oidc: bool) -> None:
        self.clear_problem()
        self._has_oidc = has_oidc
        self._oidc_box.setVisible(has_oidc)
        self.reden.clear()
        self.offer(buurten)

    def _choose_area(self, buurten: tuple[str, ...] | None) -> None:
        self.gebied.set_chosen(ALLES if buurten is None else BUURTEN)
        self.buurten.set_chosen(buurten or ())
        self._fit_area()

    def _fit_area(self) -> None:
        wanted = self.gebied.chosen() == BUURTEN
        self.buurten.setVisible(wanted and bool(self.buurten.tiles()))
        self.no_buurten.setVisible(wanted and not self.buurten.tiles())

    def _field(self, name: str, field: QLineEdit) -> QVBoxLayout:
        field.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(px("s1"))
        column.addWidget(Label(self._themes, name, size="t-klein", color="ink-2", wrap=True))
        column.addWidget(field)
        return column

    def _show(self, strong: str, text: str) -> None:
        self.clear_problem()
        self._problem = Banner(self._themes, BannerSpec(BannerKind.FOUT, strong, text, closable=False), self)
        self._place.addWidget(self._problem)
        self._problem.show()

    def _on_gebied_choice_changed(self) -> None:
        self._fit_area()
        self.edited.emit()

    def _on_field_return_pressed(self) -> None:
        if not self.missing():
            self.submit()


def _tile(buurt: Buurt) -> Choice:
    """A buurt as a tile; what does not fit is in its tooltip and for a screen reader."""
    name = buurt.naam
    short = name if len(name) <= TILE_SIGNS else f"{name[: TILE_SIGNS - 1].rstrip()}…"
    return Choice(buurt.code, short, full_label=name)
