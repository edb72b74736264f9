"""A centre with a clock the test moves, accounts, and devices that hold real keys: shared by the tests of who may come
in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.server import aanmelden, codes, identiteiten
from boa_app.server.audit import MACHINE
from boa_app.server.bestand import BestandBackend
from boa_app.server.db import Db
from boa_app.server.dienst import Dienst
from boa_app.server.inrichten import Gemeente, richt_in
from boa_app.sync.beheer import Account, NieuwAccount, Rolperiode
from boa_app.sync.protocol import Aanmelding, Token, TokenVraag, signing_text
from boa_app.vault.zegel import Sleutelpaar, generate_keypair, generate_signing_key, sign

GEMEENTE = Gemeente("GM0353", "IJsselstein")
HERSTELCODE = "ABCDE-FGHJK-MNPQR-STVWX-YZ012"
START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATEST = "2026-01-01"


@dataclass
class Klok:
    """A clock that stands still until the test moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@dataclass
class Toestelhouder:
    """A device as it is itself: an id and keys."""

    device: str
    teken: Sleutelpaar = field(default_factory=generate_signing_key)
    uitwissel: Sleutelpaar = field(default_factory=generate_keypair)

    def aanmelding(self, code: str, naam: str = "Laptop 1") -> Aanmelding:
        return Aanmelding(code, self.device, naam, self.teken.publiek, self.uitwissel.publiek)

    def vraag(self, dienst: Dienst, nonce: str | None = None, **other: Any) -> TokenVraag:
        fresh = nonce or aanmelden.geef_uitdaging(dienst).nonce
        text = signing_text(dienst.instellingen.centrale, self.device, fresh)
        return TokenVraag(self.device, fresh, sign(self.teken.prive, text), **other)

    def token(self, dienst: Dienst, **other: Any) -> Token:
        return aanmelden.vraag_token(dienst, self.vraag(dienst, **other))


@dataclass
class Centrum:
    """A set-up centre: its tables, service and clock."""

    dienst: Dienst
    klok: Klok

    @property
    def db(self) -> Db:
        return self.dienst.db

    def account(self, naam: str = "A. de Boer", rol: str = "boa", **other: Any) -> Account:
        perioden = other.pop("rollen", (Rolperiode(rol, LATEST),))
        with self.db.transaction():
            return identiteiten.maak_account(self.db, NieuwAccount(naam, perioden, **other), MACHINE, self.klok())

    def code(self, account: Account) -> str:
        with self.db.transaction():
            return codes.maak_code(self.db, account.id, MACHINE, self.klok()).code

    def toestel(self, account: Account | None = None) -> Toestelhouder:
        """A device that signed up."""
        holder = Toestelhouder(uuid7(self.klok()))
        aanmelden.meld_aan(self.dienst, holder.aanmelding(self.code(account or self.account())))
        return holder

    def wie(self, token: Token) -> Any:
        return aanmelden.wie(self.dienst, f"Bearer {token.token}")

    def regels(self) -> list[dict[str, Any]]:
        return self.db.execute("SELECT * FROM audit ORDER BY seq")


def maak_centrum(db: Db, **other: Any) -> Centrum:
    """Set a municipality up in these tables."""
    klok = Klok()
    richt_in(db, GEMEENTE, HERSTELCODE, klok())
    return Centrum(Dienst(db, klok, **other), klok)


def open_bestand(folder: Path) -> BestandBackend:
    """A fresh encrypted file."""
    return BestandBackend(folder / "centrale.db", "5a" * 32)
