"""One-time codes: how a device gets to belong to an account. Ten minutes, one device, kept as a keyed hash only.

A code is twelve signs of Crockford's alphabet, 60 bits: with ten minutes and the limits of limieten.py nobody guesses
one, and it can be read out over a phone.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import datetime, timedelta

from boa_app.domain.audit import Actie
from boa_app.domain.moments import to_iso
from boa_app.server import audit, identiteiten
from boa_app.server.audit import Wie
from boa_app.server.db import Db
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.instellingen import read_instellingen
from boa_app.sync.beheer import Aanmeldcode, OpenCode, Toestand

GELDIG = timedelta(minutes=10)
MAX_OPEN = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_LENGTH, _GROUP = 12, 4
_ID_LENGTH = 16
_ID = re.compile("[0-9a-f]{16}")

_INSERT = (
    "INSERT INTO codes (gemeente_code, code_hash, account, gemaakt_op, gemaakt_door, tot, gebruikt_op, device) "
    "VALUES (%s, %s, %s, %s, %s, %s, '', '')"
)
_FORGET = "DELETE FROM codes WHERE gemeente_code = %s AND tot < %s"
_OPEN = (
    "SELECT c.code_hash, c.account, a.naam, c.gemaakt_op, c.tot FROM codes c JOIN accounts a "
    "ON a.gemeente_code = c.gemeente_code AND a.account = c.account "
    "WHERE c.gemeente_code = %s AND c.gebruikt_op = '' AND c.tot > %s ORDER BY c.tot, c.code_hash"
)
_WITHDRAW = (
    "DELETE FROM codes WHERE gemeente_code = %s AND substr(code_hash, 1, 16) = %s AND gebruikt_op = '' "
    "RETURNING account"
)
_USE = (
    "UPDATE codes SET gebruikt_op = %s, device = %s WHERE gemeente_code = %s AND code_hash = %s AND tot > %s "
    "AND (gebruikt_op = '' OR device = %s) RETURNING account"
)


def maak_code(db: Db, account: str, wie: Wie, now: datetime) -> Aanmeldcode:
    """A fresh code for one device of an account.

    Raises Geweigerd: account_onbekend, account_zonder_rol, te_veel_codes(max).
    """
    found = identiteiten.lees_account(db, account, now)
    if found.toestand is not Toestand.ACTIEF:
        raise Geweigerd(409, "account_zonder_rol", vanaf=identiteiten.volgende_rol(db, account, now))
    db.execute(_FORGET, [db.gemeente_code, to_iso(now - timedelta(days=1))])
    if sum(one.account == account for one in open_codes(db, now)) >= MAX_OPEN:
        raise Geweigerd(429, "te_veel_codes", max=MAX_OPEN)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    hashed, tot = _hash(db, code), to_iso(now + GELDIG)
    db.execute(_INSERT, [db.gemeente_code, hashed, account, to_iso(now), wie.account, tot])
    audit.append_line(db, now, wie, Actie.AUTORISATIE, "code", hashed[:_ID_LENGTH], ontvanger=account)
    groups = "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))
    return Aanmeldcode(hashed[:_ID_LENGTH], groups, account, tot)


def open_codes(db: Db, now: datetime) -> tuple[OpenCode, ...]:
    """The codes that hold now, soonest to end first."""
    rows = db.execute(_OPEN, [db.gemeente_code, to_iso(now)])
    return tuple(
        OpenCode(row["code_hash"][:_ID_LENGTH], row["account"], row["naam"], row["gemaakt_op"], row["tot"])
        for row in rows
    )


def trek_code_in(db: Db, code_id: str, wie: Wie, now: datetime) -> None:
    """Let a code hold no longer. Raises Geweigerd 404 aanmeldcode_onbekend."""
    if not _ID.fullmatch(code_id) or not db.execute(_WITHDRAW, [db.gemeente_code, code_id]):
        raise Geweigerd(404, "aanmeldcode_onbekend")
    audit.append_line(db, now, wie, Actie.AUTORISATIE, "code", code_id, velden=("ingetrokken",))


def gebruik_code(db: Db, code: str, device: str, now: datetime) -> str | None:
    """Use a code up for a device: its account, None when it does not hold.

    The same device may come back with it until it ends, for the first answer may have been lost on the way.
    """
    moment = to_iso(now)
    params = [moment, device, db.gemeente_code, _hash(db, normal_code(code)), moment, device]
    rows = db.execute(_USE, params)
    return str(rows[0]["account"]) if rows else None


def normal_code(text: str) -> str:
    """A code as typed or read out: signs that look alike are one, spaces and dashes nothing."""
    return "".join(char for char in text.upper().translate(_MISREAD) if char in _ALPHABET)


def _hash(db: Db, code: str) -> str:
    geheim = bytes.fromhex(read_instellingen(db).geheim)
    return hmac.new(geheim, b"aanmeldcode\n" + code.encode(), hashlib.sha256).hexdigest()
