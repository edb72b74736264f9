"""The devices of accounts: which keys may sign in, and which were revoked.

Whoever changes a device holds the log first: ending an account writes a line for each of its devices in turn, while any
of them may be asking for its token.
"""

from __future__ import annotations

import re
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.ids import is_uuid
from boa_app.domain.moments import to_iso
from boa_app.server import audit
from boa_app.server.audit import Wie
from boa_app.server.db import Db, Row
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.identiteiten import check_reden, check_tekst
from boa_app.sync.beheer import MAX_NAAM, Toestel
from boa_app.sync.protocol import Aanmelding

_KEY = re.compile("[0-9a-f]{64}")
_SELECT = (
    "SELECT t.device, t.account, a.naam AS account_naam, t.naam, t.aangemeld_op, t.laatste_contact, t.ingetrokken_op, "
    "t.reden, t.gewist_op FROM toestellen t JOIN accounts a "
    "ON a.gemeente_code = t.gemeente_code AND a.account = t.account WHERE t.gemeente_code = %s"
)
_ALL = f"{_SELECT} ORDER BY t.laatste_contact DESC, t.device"
_ONE = f"{_SELECT} AND t.device = %s"
_KEYS = (
    "SELECT device, account, teken_sleutel, uitwissel_sleutel, ingetrokken_op, oidc_tot FROM toestellen "
    "WHERE gemeente_code = %s AND device = %s"
)
_SIGNS = "SELECT device FROM toestellen WHERE gemeente_code = %s AND teken_sleutel = %s AND ingetrokken_op = ''"
_INSERT = (
    "INSERT INTO toestellen (gemeente_code, device, account, naam, teken_sleutel, uitwissel_sleutel, aangemeld_op, "
    "laatste_contact, oidc_tot, ingetrokken_op, ingetrokken_door, reden, gewist_op) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', '', '', '', '') "
    "ON CONFLICT (gemeente_code, device) DO NOTHING RETURNING device"
)
_REVOKE = (
    "UPDATE toestellen SET ingetrokken_op = %s, ingetrokken_door = %s, reden = %s "
    "WHERE gemeente_code = %s AND device = %s AND ingetrokken_op = '' RETURNING device"
)
_OF_ACCOUNT = "SELECT device FROM toestellen WHERE gemeente_code = %s AND account = %s AND ingetrokken_op = ''"
_TOLD = "UPDATE toestellen SET gewist_op = %s WHERE gemeente_code = %s AND device = %s AND gewist_op = ''"
_SEEN = "UPDATE toestellen SET laatste_contact = %s WHERE gemeente_code = %s AND device = %s"
_SET_OIDC = "UPDATE toestellen SET oidc_tot = %s WHERE gemeente_code = %s AND device = %s"


def check_aanmelding(vraag: Aanmelding) -> Aanmelding:
    """The same with a clean name. Raises Geweigerd 422 toestel_ongeldig."""
    naam = check_tekst(vraag.naam, MAX_NAAM)
    keys = (vraag.teken_sleutel, vraag.uitwissel_sleutel)
    if naam is None or not is_uuid(vraag.device) or not all(_KEY.fullmatch(key) for key in keys):
        raise Geweigerd(422, "toestel_ongeldig")
    return Aanmelding(vraag.code, vraag.device, naam, *keys)


def voeg_toe(db: Db, account: str, vraag: Aanmelding, now: datetime) -> bool:
    """Bind a device to an account; False when the id is taken by other keys or another account."""
    moment = to_iso(now)
    values = [vraag.device, account, vraag.naam, vraag.teken_sleutel, vraag.uitwissel_sleutel, moment, moment]
    if db.execute(_INSERT, [db.gemeente_code, *values]):
        return True
    row = sleutels_van(db, vraag.device)
    same = (account, vraag.teken_sleutel, vraag.uitwissel_sleutel, "")
    names = ("account", "teken_sleutel", "uitwissel_sleutel", "ingetrokken_op")
    return row is not None and tuple(row[name] for name in names) == same


def sleutels_van(db: Db, device: str) -> Row | None:
    """device, account, teken_sleutel, uitwissel_sleutel, ingetrokken_op and oidc_tot of a device, None when unknown."""
    rows = db.execute(_KEYS, [db.gemeente_code, device])
    return rows[0] if rows else None


def is_teken_sleutel(db: Db, sleutel: str) -> bool:
    """Whether this is the signing key of a device that was not revoked."""
    return bool(db.execute(_SIGNS, [db.gemeente_code, sleutel]))


def lijst_toestellen(db: Db) -> tuple[Toestel, ...]:
    """All devices, last heard of first."""
    return tuple(_toestel(row) for row in db.execute(_ALL, [db.gemeente_code]))


def lees_toestel(db: Db, device: str) -> Toestel:
    """One device. Raises Geweigerd 404 toestel_onbekend."""
    rows = db.execute(_ONE, [db.gemeente_code, device]) if is_uuid(device) else []
    if not rows:
        raise Geweigerd(404, "toestel_onbekend")
    return _toestel(rows[0])


def trek_in(db: Db, device: str, reden: str, wie: Wie, now: datetime) -> Toestel:
    """Revoke a device: from now on it gets nothing but the order to destroy its key. Doing it twice changes nothing.

    Raises Geweigerd: toestel_onbekend, reden_ontbreekt.
    """
    clean = check_reden(reden)
    lees_toestel(db, device)
    audit.hold(db)
    if db.execute(_REVOKE, [to_iso(now), wie.account, clean, db.gemeente_code, device]):
        audit.append_line(
            db, now, wie, Actie.AUTORISATIE, "toestel", device, velden=("ingetrokken",),
            reden_tekst=clean,
        )  # fmt: skip
    return lees_toestel(db, device)


def trek_alle_in(db: Db, account: str, reden: str, wie: Wie, now: datetime) -> None:
    """Revoke all devices of an account."""
    for row in db.execute(_OF_ACCOUNT, [db.gemeente_code, account]):
        trek_in(db, row["device"], reden, wie, now)


def noteer_wissen(db: Db, device: str, now: datetime) -> None:
    """Remember when a revoked device heard that it must destroy its key."""
    audit.hold(db)
    db.execute(_TOLD, [to_iso(now), db.gemeente_code, device])


def noteer_contact(db: Db, device: str, now: datetime) -> None:
    """Remember when a device was last heard of."""
    audit.hold(db)
    db.execute(_SEEN, [to_iso(now), db.gemeente_code, device])


def noteer_oidc(db: Db, device: str, tot: datetime) -> None:
    """Remember until when the sign-in at the identity provider holds for this device."""
    audit.hold(db)
    db.execute(_SET_OIDC, [to_iso(tot), db.gemeente_code, device])


def _toestel(row: Row) -> Toestel:
    return Toestel(
        row["device"], row["account"], row["account_naam"], row["naam"], row["aangemeld_op"], row["laatste_contact"],
        row["ingetrokken_op"], row["reden"], row["gewist_op"],
    )  # fmt: skip
