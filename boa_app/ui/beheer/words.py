"""How Beheer names things: a role with its days, a werkgebied, when a device was last heard of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject

from boa_app.domain.moments import from_iso
from boa_app.texts import formats, label
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.beheer import Account, Beheerbeeld, OpenCode, Rolperiode, Toestand, Toestel, huidige_periode

SHOWN_BUURTEN = 2


class BeheerWords(QObject):
    """The words, for one language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def account_row(self, account: Account, beeld: Beheerbeeld, today: date) -> RowData:
        """An account in the list."""
        kind, word = self.state(account)
        meta = self.role_line(account, today)
        if account.id == beeld.eigen:
            meta = self.tr("u · {rol}").format(rol=meta)
        tag = "" if account.toestand == Toestand.ACTIEF else word
        return RowData("user", account.naam, meta, tag, kind)

    def device_row(self, toestel: Toestel, beeld: Beheerbeeld, now: datetime) -> RowData:
        """A device in the list."""
        tag, kind = "", TagKind.NEUTRAAL
        if toestel.ingetrokken_op:
            tag, kind = self.tr("ingetrokken"), TagKind.NEUTRAAL
        elif toestel.id == beeld.eigen_toestel:
            tag, kind = self.tr("dit toestel"), TagKind.TINT
        meta = f"{toestel.account_naam}, {self.moment(toestel.laatste_contact, now)}"
        return RowData("laptop", toestel.naam, meta, tag, kind)

    def code_account_row(self, account: Account, beeld: Beheerbeeld, today: date) -> RowData:
        """An account in the list of who can get a code."""
        count = len(self.codes_of(account, beeld))
        tag = "" if not count else self.tr("1 code open") if count == 1 else self.tr("{aantal} codes open").format(
            aantal=count
        )  # fmt: skip
        return RowData("user", account.naam, self.role_line(account, today), tag, TagKind.LET, "key-round")

    def codes_of(self, account: Account, beeld: Beheerbeeld) -> tuple[OpenCode, ...]:
        """The codes of an account that hold now."""
        return tuple(code for code in beeld.codes if code.account == account.id)

    def state(self, account: Account) -> tuple[TagKind, str]:
        """How an account stands, as a tag."""
        words = {
            Toestand.ACTIEF: (TagKind.OK, self.tr("actief")), Toestand.WACHT: (TagKind.LET, self.tr("begint later")),
            Toestand.VERLOPEN: (TagKind.LET, self.tr("rol voorbij")),
            Toestand.BEEINDIGD: (TagKind.NEUTRAAL, self.tr("beëindigd")),
        }  # fmt: skip
        return words[Toestand(account.toestand)]

    def role_line(self, account: Account, today: date) -> str:
        """The role of today or the next one, and until when."""
        period = huidige_periode(account, today)
        if period is None:
            return self.tr("geen rol")
        rol = label("rol", period.rol, self.language)
        if not period.einde:
            return rol
        return self.tr("{rol} t/m {dag}").format(rol=rol, dag=self.day(period.einde))

    def period(self, period: Rolperiode) -> str:
        """A role with both its days."""
        rol = label("rol", period.rol, self.language)
        if not period.einde:
            return self.tr("{rol} vanaf {begin}").format(rol=rol, begin=self.day(period.begin))
        begin, einde = self.day(period.begin), self.day(period.einde)
        return self.tr("{rol} van {begin} t/m {einde}").format(rol=rol, begin=begin, einde=einde)

    def area(self, buurten: tuple[str, ...] | None, names: Mapping[str, str], most: int = SHOWN_BUURTEN) -> str:
        """A werkgebied: the names of the first few, how many more."""
        if buurten is None:
            return self.tr("Hele gemeente")
        known = sorted(names.get(code, code) for code in buurten)
        if len(known) <= most:
            return ", ".join(known)
        more = len(known) - most
        told = self.tr("en 1 andere") if more == 1 else self.tr("en {aantal} andere").format(aantal=more)
        return f"{', '.join(known[:most])} {told}"

    def day(self, iso: str) -> str:
        """An ISO day as people read it."""
        return formats.date_nl(date.fromisoformat(iso), self.language)

    def moment(self, iso: str, now: datetime) -> str:
        """An ISO moment as people read it; a dash without one."""
        return formats.moment(from_iso(iso), self.language, now.date()) if iso else formats.EN_DASH
