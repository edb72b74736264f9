"""A log with a row for everything a right can depend on, and what the table of rights says of each row: the cases that
both back ends and row-level security are held against."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import (
    OVERAL,
    Actor,
    Bereik,
    Handeling,
    Onderwerp,
    Rol,
    Veldgroep,
    find_rechten,
    may,
)
from boa_app.domain.velden import SOORTEN, entiteit_of
from boa_app.server.backend import Backend, Logrij, Recordstand, Toegang, Wijze
from boa_app.server.db import Db

GEMEENTE = "GM0353"
NU = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
MIJN_BUURT, ANDER_BUURT = "BU03530001", "BU03530002"
ANDER = "account-ander"
# On both sides of every term of the table: 14, 90 days, one year, five years.
LEEFTIJDEN = tuple(timedelta(days=days) for days in (0, 13, 15, 89, 91, 364, 366, 5 * 365 - 1, 5 * 365 + 1))
BUURTEN = (MIJN_BUURT, ANDER_BUURT, OVERAL, "")


def account_of(rol: Rol) -> str:
    return f"account-{rol}"


def toegang_of(rol: Rol) -> Toegang:
    """The account of a role; its werkgebied is one buurt, whatever the role."""
    return Toegang(GEMEENTE, account_of(rol), str(rol), rol, frozenset({MIJN_BUURT}), f"toestel-{rol}", 1)


def add_account(
    db: Db, account: str, rol: str, *, buurten: str | None = json.dumps([MIJN_BUURT]), begin: str = "2026-01-01",
    einde: str = "", status: str = "actief",
) -> None:  # fmt: skip
    """A row of accounts as identities keep it."""
    db.execute(
        "INSERT INTO accounts (gemeente_code, account, naam, status, rol, begin, einde, buurten, oidc_sub, epoch,"
        " versie, gemaakt_op, gemaakt_door, beeindigd_op)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', 1, 1, %s, '', '')",
        [db.gemeente_code, account, account, status, rol, begin, einde, buurten, to_iso(NU)],
    )


def log_row(seq: int, soort: str, groep: str, eigenaar: str, buurt: str, sinds: datetime, **other: object) -> Logrij:
    """A row of the log as a create leaves it."""
    row = Logrij(
        seq, uuid7(NU), groep, soort, uuid7(NU), "*", '{"status":"actief"}', "[]", "1763671320000-0000-toestel", "", 0,
        "toestel", eigenaar, 1, "", to_iso(NU), "sync", "toestel", 1, "", eigenaar, buurt, to_iso(sinds),
    )  # fmt: skip
    return row._replace(**other)


def all_rows() -> Iterator[Logrij]:
    """Every kind × group × owner × buurt × age."""
    owners = (ANDER, *(account_of(rol) for rol in Rol))
    numbers = itertools.count(1)
    for at, (soort, groep, buurt, age) in enumerate(product(SOORTEN, Veldgroep, BUURTEN, LEEFTIJDEN)):
        # Every role owns something of everything, in turn; of CODES each owns something of every buurt and age.
        for owner in owners if groep is Veldgroep.CODES else (ANDER, owners[1 + at % len(Rol)]):
            yield log_row(next(numbers), soort, str(groep), owner, buurt, NU - age)


def fill(backend: Backend, rows: list[Logrij]) -> None:
    """Accounts of every role, and these rows with their records."""
    db = backend.db(GEMEENTE)
    with db.transaction():
        for rol in Rol:
            add_account(db, account_of(rol), str(rol))
    put(backend, rows)


def put(backend: Backend, rows: list[Logrij]) -> None:
    """These rows with their records, as the centre itself."""
    with backend.schrijfbeurt(GEMEENTE) as beurt:
        beurt.reserve(len(rows))
        beurt.put_records([record_of(row) for row in rows])
        beurt.insert_rows(rows)


def record_of(row: Logrij) -> Recordstand:
    return Recordstand(
        row.entity, row.uid, row.eigenaar, row.buurt, row.sinds, 0, "actief", "", 5.04, 52.02, row.received_at
    )


@dataclass(frozen=True, slots=True)
class Leeswijze:
    """How is read: to keep it, or online without and with a reason."""

    wijze: Wijze
    reden: str = ""


LEESWIJZEN = (Leeswijze(Wijze.TOESTEL), Leeswijze(Wijze.ONLINE), Leeswijze(Wijze.ONLINE, "vraag van de raad"))


def may_read(toegang: Toegang, row: Logrij, leeswijze: Leeswijze) -> bool:
    """What the table of rights says of a row of the log, by its own words."""
    entiteit, groep = entiteit_of(row.entity), Veldgroep(row.veldgroep)
    if entiteit is None or groep is Veldgroep.AANTALLEN:
        return False
    sinds = from_iso(row.sinds)
    onderwerp = Onderwerp(row.eigenaar == toegang.account, row.buurt, sinds=sinds)
    if leeswijze.wijze is Wijze.ONLINE:
        return may(toegang.actor, Handeling.LEZEN, entiteit, groep, onderwerp, NU, leeswijze.reden)
    age = NU - sinds
    for recht in find_rechten(toegang.rol, entiteit, groep, Handeling.LEZEN):
        young = all(limit is None or age <= limit for limit in (recht.hooguit, recht.op_toestel))
        if young and _reaches(recht.bereik, toegang.actor, onderwerp):
            return True
    return False


def _reaches(bereik: Bereik, actor: Actor, onderwerp: Onderwerp) -> bool:
    if bereik is Bereik.GEMEENTE:
        return True
    if bereik is Bereik.EIGEN:
        return onderwerp.eigen
    inside = actor.buurten is None or onderwerp.buurt in actor.buurten | {OVERAL}
    return bereik is Bereik.WERKGEBIED and (onderwerp.eigen or inside)
