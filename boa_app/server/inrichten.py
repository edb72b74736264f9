"""Setting up a municipality at a centre: its id and keys, made once.

The recovery key opens what devices sealed before they could send it. Its private half is nowhere: it follows from the
recovery code, which is shown when it is made and never again.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.ids import uuid7
from boa_app.server import audit
from boa_app.server.db import Db
from boa_app.server.instellingen import Instellingen, is_ingericht, write_instelling, write_instellingen
from boa_app.vault.zegel import generate_keypair, public_of

# Crockford's base 32, 125 bits in five groups: as the recovery code of a store, and read from paper in the same way.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_LENGTH, _GROUP = 25, 5


@dataclass(frozen=True, slots=True)
class Gemeente:
    """Whose centre it is."""

    code: str
    naam: str


def nieuwe_herstelcode() -> str:
    """A fresh recovery code to print."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def herstel_prive(herstelcode: str) -> str:
    """The private X25519 key of a recovery code, hex, however it was typed."""
    clean = "".join(char for char in herstelcode.upper().translate(_MISREAD) if char in _ALPHABET)
    return hmac.new(b"boa_app herstelsleutel 1", clean.encode(), hashlib.sha256).hexdigest()


def richt_in(db: Db, gemeente: Gemeente, herstelcode: str, now: datetime) -> bool:
    """Set a municipality up; False when it was set up before, and nothing changes."""
    with db.transaction():
        db.lock("inrichten")
        if is_ingericht(db):
            return False
        pair = generate_keypair()
        write_instellingen(
            db,
            Instellingen(
                uuid7(now), gemeente.naam, secrets.token_hex(32), pair.prive, pair.publiek,
                public_of(herstel_prive(herstelcode)),
            ),
        )  # fmt: skip
        audit.append_line(db, now, audit.MACHINE, Actie.SLEUTEL, "centrale", velden=Instellingen.__slots__)
    return True


def vervang_herstelcode(db: Db, now: datetime) -> str:
    """A new recovery code; devices seal to it from their next sync on. The old one opens what was sealed to it."""
    code = nieuwe_herstelcode()
    with db.transaction():
        write_instelling(db, "herstel", public_of(herstel_prive(code)))
        audit.append_line(db, now, audit.MACHINE, Actie.SLEUTEL, "centrale", velden=("herstel",))
    return code
