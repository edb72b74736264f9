"""Who sees what, as data: the table of rights of domain.roles and who holds which role today."""

from __future__ import annotations

from datetime import datetime, timedelta

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import RECHTEN, Recht
from boa_app.server.db import Db
from boa_app.server.identiteiten import lijst_accounts
from boa_app.server.instellingen import read_instellingen
from boa_app.server.rolperioden import dag_van, periode_op
from boa_app.sync.beheer import Account, Matrix, MatrixAccount, MatrixRegel, Toestand


def maak_matrix(db: Db, now: datetime) -> Matrix:
    """The whole matrix of this moment."""
    dag = dag_van(now)
    people = tuple(_account(one, dag) for one in lijst_accounts(db, now) if one.toestand is Toestand.ACTIEF)
    naam = read_instellingen(db).gemeente_naam
    return Matrix(tuple(_regel(row) for row in RECHTEN), people, to_iso(now), db.gemeente_code, naam)


def _account(account: Account, dag: str) -> MatrixAccount:
    holds = periode_op(account.rollen, dag)
    begin, einde = (holds.begin, holds.einde) if holds else ("", "")
    return MatrixAccount(account.id, account.naam, account.rol, account.buurten, begin, einde)


def _regel(row: Recht) -> MatrixRegel:
    return MatrixRegel(
        str(row.rol), str(row.entiteit), str(row.veldgroep), str(row.handeling), str(row.bereik), _dagen(row.hooguit),
        _dagen(row.reden_vanaf), _dagen(row.op_toestel),
    )  # fmt: skip


def _dagen(term: timedelta | None) -> int | None:
    return None if term is None else term.days
