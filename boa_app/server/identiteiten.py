"""Accounts: who somebody is, which role he has when, and over which buurten.

A change of role, werkgebied or end raises ``epoch``: his devices then push first and take the first state again.
A role that begins or ends by the calendar does so at the first request of that day (``actualiseer``), without a clock
that has to run.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.ids import is_uuid, uuid7
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol
from boa_app.server import audit
from boa_app.server.audit import Wie
from boa_app.server.db import Db, Row
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.rolperioden import check_perioden, dag_van, eerste_na, periode_op
from boa_app.sync.beheer import MAX_NAAM, Account, AccountWijziging, Beeindiging, NieuwAccount, Rolperiode, Toestand

ACTIEF = "actief"
MAX_REDEN, MAX_BUURTEN, MAX_OIDC = 500, 1000, 255

_COLUMNS = "account, naam, rol, buurten, begin, einde, status, epoch, oidc_sub, gemaakt_op, versie, beeindigd_op"
_ALL = f"SELECT {_COLUMNS} FROM accounts WHERE gemeente_code = %s ORDER BY naam, account"  # noqa: S608 - own names
_ONE = f"SELECT {_COLUMNS} FROM accounts WHERE gemeente_code = %s AND account = %s"  # noqa: S608 - own names
_BY_NAME = f"SELECT {_COLUMNS} FROM accounts WHERE gemeente_code = %s AND naam = %s AND status = 'actief'"  # noqa: S608
_BY_OIDC = "SELECT account FROM accounts WHERE gemeente_code = %s AND oidc_sub = %s AND status = 'actief'"
_INSERT = (
    "INSERT INTO accounts (gemeente_code, account, naam, status, rol, begin, einde, buurten, oidc_sub, epoch, versie, "
    "gemaakt_op, gemaakt_door, beeindigd_op) VALUES (%s, %s, %s, 'actief', '', '', '', %s, %s, 1, 1, %s, %s, '')"
)
_UPDATE = (
    "UPDATE accounts SET naam = %s, buurten = %s, oidc_sub = %s, epoch = epoch + %s, versie = versie + 1 "
    "WHERE gemeente_code = %s AND account = %s AND versie = %s AND status = 'actief' RETURNING account"
)
_SET_ROL = (
    "UPDATE accounts SET rol = %s, begin = %s, einde = %s, epoch = epoch + 1 WHERE gemeente_code = %s AND account = %s"
)
_SET_OIDC = "UPDATE accounts SET oidc_sub = %s WHERE gemeente_code = %s AND account = %s"
_END = (
    "UPDATE accounts SET status = 'beeindigd', rol = '', beeindigd_op = %s, epoch = epoch + 1, "
    "versie = versie + 1 WHERE gemeente_code = %s AND account = %s AND status = 'actief' RETURNING account"
)
_ROLLEN = "SELECT account, rol, begin, einde FROM rollen WHERE gemeente_code = %s ORDER BY account, nr"
_ROLLEN_OF = "SELECT rol, begin, einde FROM rollen WHERE gemeente_code = %s AND account = %s ORDER BY nr"
_CLEAR_ROLLEN = "DELETE FROM rollen WHERE gemeente_code = %s AND account = %s"
_ADD_ROL = (
    "INSERT INTO rollen (gemeente_code, account, nr, rol, begin, einde, toegekend_op, toegekend_door, reden) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_TOESTELLEN = (
    "SELECT account, count(*) AS aantal FROM toestellen WHERE gemeente_code = %s AND ingetrokken_op = '' "
    "GROUP BY account"
)
_KNOWN_BUURTEN = "SELECT DISTINCT code FROM buurten WHERE gemeente_code = %s"


def maak_account(db: Db, nieuw: NieuwAccount, wie: Wie, now: datetime) -> Account:
    """Add an account.

    Raises Geweigerd: account_naam_ongeldig(max), account_bestaat_al(naam), oidc_bestaat_al, buurt_onbekend(buurt),
    werkgebied_ongeldig, and what check_perioden raises.
    """
    db.lock("accounts")
    naam, perioden = _checked_naam(nieuw.naam), check_perioden(nieuw.rollen)
    buurten, oidc = _checked_buurten(db, nieuw.buurten), _checked_oidc(nieuw.oidc)
    _refuse_double(db, "", naam, oidc)
    account, reden = uuid7(now), schone_reden(nieuw.reden)
    db.execute(_INSERT, [db.gemeente_code, account, naam, _json(buurten), oidc, to_iso(now), wie.account])
    _put_perioden(db, account, perioden, wie, now, reden)
    actualiseer(db, account, now)
    velden = ("naam", "rollen", "buurten", *(("oidc",) if oidc else ()))
    audit.append_line(db, now, wie, Actie.AUTORISATIE, "account", account, velden=velden, reden_tekst=reden)
    return lees_account(db, account, now)


def wijzig_account(db: Db, account: str, wijziging: AccountWijziging, wie: Wie, now: datetime) -> Account:
    """Replace an account by what it becomes; what changes in role or werkgebied raises its epoch.

    Raises Geweigerd: account_onbekend, account_beeindigd, account_gewijzigd, laatste_beheerder, and as maak_account.
    """
    db.lock("accounts")
    old = lees_account(db, account, now)
    if old.toestand is Toestand.BEEINDIGD:
        raise Geweigerd(409, "account_beeindigd")
    naam, perioden = _checked_naam(wijziging.naam), check_perioden(wijziging.rollen)
    buurten, oidc = _checked_buurten(db, wijziging.buurten), _checked_oidc(wijziging.oidc)
    _refuse_double(db, account, naam, oidc)
    new = (naam, perioden, buurten, oidc)
    changed = [
        name
        for name, before, after in zip(
            ("naam", "rollen", "buurten", "oidc"), (old.naam, old.rollen, old.buurten, old.oidc), new, strict=True
        )
        if before != after
    ]
    moved = int("buurten" in changed)
    params = [naam, _json(buurten), oidc, moved, db.gemeente_code, account, wijziging.versie]
    if not db.execute(_UPDATE, params):
        raise Geweigerd(409, "account_gewijzigd")
    reden = schone_reden(wijziging.reden)
    _put_perioden(db, account, perioden, wie, now, reden)
    actualiseer(db, account, now)
    _refuse_without_beheerder(db, old.rol, now)
    audit.append_line(db, now, wie, Actie.AUTORISATIE, "account", account, velden=changed, reden_tekst=reden)
    return lees_account(db, account, now)


def beeindig_account(db: Db, account: str, einde: Beeindiging, wie: Wie, now: datetime) -> Account:
    """End an account for good; its devices are revoked by the caller (toestellen.trek_alle_in).

    Raises Geweigerd: account_onbekend, account_beeindigd, reden_ontbreekt, laatste_beheerder.
    """
    db.lock("accounts")
    old, reden = lees_account(db, account, now), check_reden(einde.reden)
    if not db.execute(_END, [to_iso(now), db.gemeente_code, account]):
        raise Geweigerd(409, "account_beeindigd")
    _refuse_without_beheerder(db, old.rol, now)
    audit.append_line(db, now, wie, Actie.AUTORISATIE, "account", account, velden=("status",), reden_tekst=reden)
    return lees_account(db, account, now)


def actualiseer(db: Db, account: str, now: datetime) -> Row | None:
    """Let the role of today hold: the row of accounts as it is now, None when there is no such account.

    Writes only on the day something begins or ends.
    """
    rows = db.execute(_ONE, [db.gemeente_code, account])
    if not rows or rows[0]["status"] != ACTIEF:
        return rows[0] if rows else None
    row, known = rows[0], periode_op(_perioden_of(db, account), dag_van(now))
    holds = (known.rol, known.begin, known.einde) if known else ("", "", "")
    if holds == (row["rol"], row["begin"], row["einde"]):
        return row
    db.execute(_SET_ROL, [*holds, db.gemeente_code, account])
    return db.execute(_ONE, [db.gemeente_code, account])[0]


def lees_account(db: Db, account: str, now: datetime) -> Account:
    """One account. Raises Geweigerd 404 account_onbekend."""
    rows = db.execute(_ONE, [db.gemeente_code, account]) if is_uuid(account) else []
    if not rows:
        raise Geweigerd(404, "account_onbekend")
    counts = {row["account"]: int(row["aantal"]) for row in db.execute(_TOESTELLEN, [db.gemeente_code])}
    return _account(rows[0], _perioden_of(db, account), counts, now)


def lijst_accounts(db: Db, now: datetime) -> tuple[Account, ...]:
    """All accounts by name, ended ones too."""
    perioden: dict[str, list[Rolperiode]] = {}
    for row in db.execute(_ROLLEN, [db.gemeente_code]):
        perioden.setdefault(row["account"], []).append(Rolperiode(row["rol"], row["begin"], row["einde"]))
    counts = {row["account"]: int(row["aantal"]) for row in db.execute(_TOESTELLEN, [db.gemeente_code])}
    return tuple(
        _account(row, tuple(perioden.get(row["account"], ())), counts, now)
        for row in db.execute(_ALL, [db.gemeente_code])
    )


def vind_account(db: Db, naam: str, now: datetime) -> Account:
    """The account that has this name and was not ended. Raises Geweigerd 404 account_onbekend."""
    rows = db.execute(_BY_NAME, [db.gemeente_code, _checked_naam(naam)])
    if not rows:
        raise Geweigerd(404, "account_onbekend")
    return lees_account(db, rows[0]["account"], now)


def volgende_rol(db: Db, account: str, now: datetime) -> str:
    """The day on which a role begins that does not hold yet, "" without one."""
    found = eerste_na(_perioden_of(db, account), dag_van(now))
    return found.begin if found else ""


def oidc_van(db: Db, account: str) -> str:
    """To whom at the identity provider an account is tied, "" to nobody yet."""
    return str(db.execute(_ONE, [db.gemeente_code, account])[0]["oidc_sub"])


def koppel_oidc(db: Db, account: str, subject: str, wie: Wie, now: datetime) -> bool:
    """Tie an account to somebody at the identity provider; False when he is another account already."""
    db.lock("accounts")
    if any(row["account"] != account for row in db.execute(_BY_OIDC, [db.gemeente_code, subject])):
        return False
    if oidc_van(db, account) != subject:
        db.execute(_SET_OIDC, [subject, db.gemeente_code, account])
        audit.append_line(db, now, wie, Actie.AUTORISATIE, "account", account, velden=("oidc",))
    return True


def buurten_van(row: Row) -> tuple[str, ...] | None:
    """The werkgebied of a row of accounts, None for the whole municipality."""
    return None if row["buurten"] is None else tuple(json.loads(row["buurten"]))


def check_reden(text: str) -> str:
    """A reason somebody gave. Raises Geweigerd 422 reden_ontbreekt."""
    clean = schone_reden(text)
    if not clean:
        raise Geweigerd(422, "reden_ontbreekt")
    return clean


def schone_reden(text: str) -> str:
    """A reason on one line, cut to what fits."""
    return " ".join("".join(" " if unicodedata.category(char)[0] == "C" else char for char in text).split())[:MAX_REDEN]


def check_tekst(text: str, max_length: int) -> str | None:
    """One line of text without control characters, None when it is none."""
    clean = unicodedata.normalize("NFC", text).strip()
    ok = 0 < len(clean) <= max_length and all(unicodedata.category(char)[0] != "C" for char in clean)
    return clean if ok else None


def _checked_naam(text: str) -> str:
    naam = check_tekst(text, MAX_NAAM)
    if naam is None:
        raise Geweigerd(422, "account_naam_ongeldig", max=MAX_NAAM)
    return naam


def _checked_oidc(text: str) -> str:
    clean = check_tekst(text, MAX_OIDC) if text.strip() else ""
    if clean is None:
        raise Geweigerd(422, "oidc_ongeldig")
    return clean


def _checked_buurten(db: Db, given: Sequence[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    buurten = tuple(sorted(set(given)))
    if not 0 < len(buurten) <= MAX_BUURTEN or any(check_tekst(code, 20) != code for code in buurten):
        raise Geweigerd(422, "werkgebied_ongeldig")
    known = {row["code"] for row in db.execute(_KNOWN_BUURTEN, [db.gemeente_code])}
    # Before the buurten are loaded nobody can tell.
    for code in buurten if known else ():
        if code not in known:
            raise Geweigerd(422, "buurt_onbekend", buurt=code)
    return buurten


def _refuse_double(db: Db, account: str, naam: str, oidc: str) -> None:
    if any(row["account"] != account for row in db.execute(_BY_NAME, [db.gemeente_code, naam])):
        raise Geweigerd(409, "account_bestaat_al", naam=naam)
    if oidc and any(row["account"] != account for row in db.execute(_BY_OIDC, [db.gemeente_code, oidc])):
        raise Geweigerd(409, "oidc_bestaat_al")


def _refuse_without_beheerder(db: Db, old_rol: str, now: datetime) -> None:
    """Nobody locks the municipality out of its own centre."""
    if old_rol != Rol.BEHEERDER:
        return
    if not any(one.rol == Rol.BEHEERDER for one in lijst_accounts(db, now)):
        raise Geweigerd(409, "laatste_beheerder")


def _put_perioden(
    db: Db, account: str, perioden: Sequence[Rolperiode], wie: Wie, now: datetime, reden: str
) -> None:  # fmt: skip
    db.execute(_CLEAR_ROLLEN, [db.gemeente_code, account])
    db.execute_many(
        _ADD_ROL,
        [
            [
                db.gemeente_code, account, nr, one.rol, one.begin, one.einde, to_iso(now), wie.account, reden,
            ]
            for nr, one in enumerate(perioden, 1)
        ],
    )  # fmt: skip


def _perioden_of(db: Db, account: str) -> tuple[Rolperiode, ...]:
    rows = db.execute(_ROLLEN_OF, [db.gemeente_code, account])
    return tuple(Rolperiode(row["rol"], row["begin"], row["einde"]) for row in rows)


def _account(row: Row, perioden: tuple[Rolperiode, ...], counts: dict[str, int], now: datetime) -> Account:
    dag = dag_van(now)
    ended = row["status"] != ACTIEF
    holds = None if ended else periode_op(perioden, dag)
    if ended:
        toestand = Toestand.BEEINDIGD
    elif holds:
        toestand = Toestand.ACTIEF
    else:
        toestand = Toestand.WACHT if eerste_na(perioden, dag) else Toestand.VERLOPEN
    return Account(
        row["account"], row["naam"], toestand, holds.rol if holds else "", perioden, buurten_van(row), row["oidc_sub"],
        int(row["versie"]), row["gemaakt_op"], row["beeindigd_op"], counts.get(row["account"], 0),
    )  # fmt: skip


def _json(buurten: Sequence[str] | None) -> str | None:
    return None if buurten is None else json.dumps(list(buurten))
