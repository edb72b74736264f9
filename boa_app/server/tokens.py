"""Short tokens: a nonce to sign, and the bearer it gives.

A nonce carries its own end and a seal of the centre, so that asking for one writes nothing; the one that was used is
remembered until it would have ended. Tokens and nonces are kept as SHA-256 only: both are random enough for that.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from boa_app.domain.ids import epoch_ms
from boa_app.domain.moments import to_iso
from boa_app.server.db import Db, Row
from boa_app.sync.protocol import Token, Uitdaging

TOKEN_GELDIG = timedelta(minutes=15)
NONCE_GELDIG = timedelta(minutes=1)
_RANDOM, _MOMENT, _SEAL = 16, 6, 16
_NONCE_LENGTH = _RANDOM + _MOMENT + _SEAL
# An ended token is kept a day, so that a device hears that it ended and not that it never was.
_REMEMBERED = timedelta(days=1)

_USE = (
    "INSERT INTO uitdagingen (gemeente_code, nonce_hash, tot) VALUES (%s, %s, %s) "
    "ON CONFLICT (gemeente_code, nonce_hash) DO NOTHING RETURNING nonce_hash"
)
_FORGET_NONCES = "DELETE FROM uitdagingen WHERE gemeente_code = %s AND tot < %s"
_INSERT = (
    "INSERT INTO tokens (gemeente_code, token_hash, device, account, gemaakt_op, tot) VALUES (%s, %s, %s, %s, %s, %s)"
)
_FORGET_TOKENS = "DELETE FROM tokens WHERE gemeente_code = %s AND tot < %s"
_FIND = (
    "SELECT t.token_hash, t.device, t.tot, d.account, d.ingetrokken_op FROM tokens t JOIN toestellen d "
    "ON d.gemeente_code = t.gemeente_code AND d.device = t.device WHERE t.gemeente_code = %s AND t.token_hash = %s"
)


def maak_uitdaging(geheim: str, now: datetime) -> Uitdaging:
    """A nonce that can be checked without having been stored."""
    moment = epoch_ms(now + NONCE_GELDIG)
    body = secrets.token_bytes(_RANDOM) + moment.to_bytes(_MOMENT, "big")
    return Uitdaging((body + _seal(geheim, body)).hex())


def gebruik_uitdaging(db: Db, geheim: str, nonce: str, now: datetime) -> bool:
    """Use a nonce up; False when it is not ours, has ended or was used before."""
    try:
        raw = bytes.fromhex(nonce)
    except ValueError:
        return False
    body, seal = raw[:-_SEAL], raw[-_SEAL:]
    if len(raw) != _NONCE_LENGTH or nonce != raw.hex() or not hmac.compare_digest(seal, _seal(geheim, body)):
        return False
    moment = int.from_bytes(body[_RANDOM:], "big")
    if moment <= epoch_ms(now):
        return False
    return verbruik(db, nonce, now, now + NONCE_GELDIG)


def verbruik(db: Db, text: str, now: datetime, tot: datetime) -> bool:
    """Use something up that may be used once; False when it was used before. tot: until when to remember it."""
    db.execute(_FORGET_NONCES, [db.gemeente_code, to_iso(now)])
    return bool(db.execute(_USE, [db.gemeente_code, _hash(text), to_iso(tot)]))


def geef_token(db: Db, device: str, account: str, now: datetime) -> Token:
    """A fresh bearer for a device."""
    db.execute(_FORGET_TOKENS, [db.gemeente_code, to_iso(now - _REMEMBERED)])
    token, tot = secrets.token_urlsafe(32), to_iso(now + TOKEN_GELDIG)
    db.execute(_INSERT, [db.gemeente_code, _hash(token), device, account, to_iso(now), tot])
    return Token(token, tot)


def vind_token(db: Db, token: str) -> Row | None:
    """device, account, tot and ingetrokken_op for a bearer, also when it has ended; None when it never was."""
    hashed = _hash(token)
    rows = db.execute(_FIND, [db.gemeente_code, hashed])
    return rows[0] if rows and hmac.compare_digest(rows[0]["token_hash"], hashed) else None


def _seal(geheim: str, body: bytes) -> bytes:
    return hmac.new(bytes.fromhex(geheim), b"uitdaging\n" + body, hashlib.sha256).digest()[:_SEAL]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
