"""The editor of *Wanneer*: now, a moment, or from–to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QSize, Qt, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from boa_app.domain.melding import FUTURE_TOLERANCE
from boa_app.domain.moments import to_local
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.meldingen.editor import Editor, Shown
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.buttons import IconKnop, Knop
from boa_app.ui.widgets.segment import Segment
from boa_app.ui.widgets.text import Label
from boa_app.usecases.formulier import Formulier, local_moment

STEP = timedelta(minutes=5)
DAY = timedelta(days=1)
NU, MOMENT, WINDOW = "nu", "moment", "venster"


class TimeField(QTimeEdit):
    """A time to type. Qt asks three pixels more than the style sheet gives a field; the sheet decides."""

    def minimumSizeHint(self) -> QSize:
        return QSize(px("b-stapper-waarde"), px("h-raak"))


class DateField(QDateEdit):
    """A date to type."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px("h-raak"))


class MomentField(QWidget):
    """Time with five minutes back and on, date with a day back and on; both can be typed too.

    Signals:
        moment_changed(datetime): another moment, aware UTC.
    """

    moment_changed = Signal(object)

    def __init__(self, themes: ThemeManager, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: datetime | None = None
        self.less = Knop(themes, self.tr("−5 min"), parent=self)
        self.more = Knop(themes, self.tr("+5 min"), parent=self)
        self.time = TimeField(self)
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("{naam}: tijd").format(naam=title))
        self.date = DateField(self)
        self.date.setDisplayFormat("dd-MM-yyyy")
        self.date.setAccessibleName(self.tr("{naam}: datum").format(naam=title))
        self.earlier = IconKnop(themes, "chevron-left", self.tr("{naam}: dag eerder").format(naam=title), self)
        self.later = IconKnop(themes, "chevron-right", self.tr("{naam}: dag later").format(naam=title), self)
        for field in (self.time, self.date):
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px("s1"))
        column.addWidget(Label(themes, title, weight="w-vet"))
        column.addLayout(_row(self.less, self.time, self.more))
        column.addLayout(_row(self.earlier, self.date, self.later))
        self.less.clicked.connect(lambda: self._step(-STEP))
        self.more.clicked.connect(lambda: self._step(STEP))
        self.earlier.clicked.connect(lambda: self._step(-DAY))
        self.later.clicked.connect(lambda: self._step(DAY))
        self.time.timeChanged.connect(self._on_typed)
        self.date.dateChanged.connect(self._on_typed)

    def set_moment(self, moment: datetime) -> None:
        """Show a moment on Dutch clocks, without a signal."""
        self._moment = moment
        local = to_local(moment)
        for field in (self.time, self.date):
            field.blockSignals(True)
        self.time.setTime(QTime(local.hour, local.minute))
        self.date.setDate(QDate(local.year, local.month, local.day))
        for field in (self.time, self.date):
            field.blockSignals(False)

    def _step(self, step: timedelta) -> None:
        if self._moment is not None:
            self.set_moment(self._moment + step)
            self.moment_changed.emit(self._moment)

    def _on_typed(self) -> None:
        day, clock = self.date.date(), self.time.time()
        self._moment = local_moment(day.year(), day.month(), day.day(), clock.hour(), clock.minute())
        self.moment_changed.emit(self._moment)


def _row(left: QWidget, middle: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px("s2"))
    row.addWidget(left)
    row.addWidget(middle, 1)
    row.addWidget(right)
    return row


class WhenEditor(Editor):
    """Now, a moment, or a window."""

    def __init__(self, themes: ThemeManager, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Wanneer"), parent)
        self._now = now
        options = [(NU, self.tr("Nu")), (MOMENT, self.tr("Tijdstip")), (WINDOW, self.tr("Van–tot"))]
        self.kind = Segment(themes, self.title, options, self)
        self.kind.choice_changed.connect(self._on_kind_choice_changed)
        self.ago = [
            (Knop(themes, text, parent=self), timedelta(minutes=minutes))
            for text, minutes in (
                (self.tr("Kwartier geleden"), 15), (self.tr("Half uur geleden"), 30), (self.tr("Een uur geleden"), 60),
            )
        ]  # fmt: skip
        self.van = MomentField(themes, self.tr("Van"), self)
        self.tot = MomentField(themes, self.tr("Tot"), self)
        self.van.moment_changed.connect(self._on_van_moment_changed)
        self.tot.moment_changed.connect(self._on_tot_moment_changed)
        self._future = Banner(
            themes, BannerSpec(BannerKind.LET, self.tr("Dit tijdstip ligt in de toekomst."), closable=False), self
        )
        self._turned = Banner(
            themes, BannerSpec(BannerKind.LET, self.tr("Het einde ligt voor het begin."), closable=False), self
        )
        self.column.addWidget(self.kind)
        for knop, span in self.ago:
            knop.clicked.connect(lambda _checked=False, back=span: self._set_ago(back))
            self.column.addWidget(knop)
        for part in (self.van, self.tot, self._future, self._turned):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_form(self, shown: Shown) -> None:
        super().show_form(shown)
        form, now = shown.form, self._now()
        kind = NU if form.is_nu(now) else MOMENT if form.gebeurd_tot is None else WINDOW
        self.kind.set_chosen(kind)
        van = form.moment(now)
        self.van.set_moment(van)
        self.tot.set_moment(form.gebeurd_tot or van)
        for knop, _span in self.ago:
            knop.setVisible(kind != WINDOW)
        self.van.setVisible(kind != NU)
        self.tot.setVisible(kind == WINDOW)
        last = max(van, form.gebeurd_tot or van)
        self._future.setVisible(last > now + FUTURE_TOLERANCE)
        self._turned.setVisible(form.gebeurd_tot is not None and form.gebeurd_tot < van)

    def set_size_class(self, size_class: SizeClass, *, low: bool) -> None:
        # Minus, time and plus just fit beside each other in the narrow column.
        side = px("s2" if size_class is SizeClass.SMAL else "s3")
        self.column.setContentsMargins(side, px("s3"), side, px("s3"))

    def _on_kind_choice_changed(self, kind: str) -> None:
        form, now = self.shown.form, self._now()
        van = form.moment(now).replace(second=0, microsecond=0)
        if kind == NU:
            self._show(replace(form, gebeurd_van=None, gebeurd_tot=None, begonnen_op=now))
        elif kind == MOMENT:
            self._show(replace(form, gebeurd_van=van, gebeurd_tot=None))
        else:
            # A window mostly ends now and began a while ago.
            self._show(replace(form, gebeurd_van=van - timedelta(minutes=30), gebeurd_tot=van))

    def _set_ago(self, back: timedelta) -> None:
        moment = (self._now() - back).replace(second=0, microsecond=0)
        self._show(replace(self.shown.form, gebeurd_van=moment, gebeurd_tot=None))

    def _on_van_moment_changed(self, moment: datetime) -> None:
        self._show(replace(self.shown.form, gebeurd_van=moment))

    def _on_tot_moment_changed(self, moment: datetime) -> None:
        self._show(replace(self.shown.form, gebeurd_tot=moment))

    def _show(self, form: Formulier) -> None:
        self.change(form)
        self.show_form(self.shown)
