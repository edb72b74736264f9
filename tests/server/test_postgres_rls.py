"""Writing, from the one table of rights: every role × kind × group × act × subject, as raw SQL on the log under
row-level security, beside what the centre itself decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

import psycopg
import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.roles import Handeling, Onderwerp, Rol, Veldgroep, may
from boa_app.domain.velden import SOORTEN, entiteit_of
from boa_app.server import schema
from boa_app.server.audit import MACHINE, append_line
from boa_app.server.backend import Logrij, Opschoonrij, Wegrij
from boa_app.server.postgres import PostgresBackend
from tests.server.wereld import (
    ANDER,
    ANDER_BUURT,
    GEMEENTE,
    MIJN_BUURT,
    NU,
    account_of,
    fill,
    log_row,
    put,
    toegang_of,
)

pytestmark = pytest.mark.postgres
ACTS = {
    Handeling.MAKEN: {"field": "*", "value": "{}"},
    Handeling.WIJZIGEN: {"field": "naam", "value": '"anders"'},
    Handeling.VERVALLEN: {"field": "status", "value": '"vervallen"'},
}
_COLUMNS = schema.CHANGES.namen
_INSERT = (f"INSERT INTO boa.changes ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})").encode()


def subjects(account: str) -> Iterator[tuple[str, str, timedelta]]:
    """Whose, where, how old."""
    yield account, MIJN_BUURT, timedelta(days=1)
    yield account, ANDER_BUURT, timedelta(days=500)
    yield ANDER, MIJN_BUURT, timedelta(days=1)
    yield ANDER, ANDER_BUURT, timedelta(days=1)
    yield ANDER, MIJN_BUURT, timedelta(days=500)
    yield ANDER, MIJN_BUURT, timedelta(days=6 * 365)


def may_write(rol: Rol, row: Logrij, act: Handeling) -> bool:
    """What the table of rights says, by its own words."""
    entiteit = entiteit_of(row.entity)
    assert entiteit is not None
    actor, own = toegang_of(rol).actor, row.eigenaar == account_of(rol)
    subject = Onderwerp(own, row.buurt, sinds=from_iso(row.sinds))
    # An officer writes his own name; a flagged text is judged as the text it is; a field nobody knows yet as CODES.
    asked = {
        Veldgroep.MEDEWERKER: (Veldgroep.ALLES,),
        Veldgroep.VERDACHT: (Veldgroep.VERDACHT, Veldgroep.FEITEN, Veldgroep.DUIDING),
        Veldgroep.ALLES: (Veldgroep.ALLES, Veldgroep.CODES),
    }.get(Veldgroep(row.veldgroep), (Veldgroep(row.veldgroep),))

    def allows(handeling: Handeling, about: Onderwerp) -> bool:
        return any(may(actor, handeling, entiteit, groep, about, NU, "-") for groep in asked)

    if act is not Handeling.MAKEN:
        return allows(act, subject)
    if not allows(Handeling.MAKEN, Onderwerp()):
        return False
    with_melding = {"foto": Handeling.WIJZIGEN, "opsporingsverwijzing": Handeling.MAKEN}.get(row.entity)
    return own or (with_melding is not None and allows(with_melding, subject))


class Writer:
    """Tries rows as one account, each undone again."""

    def __init__(self, connection: psycopg.Connection, account: str) -> None:
        self.connection = connection
        connection.rollback()
        connection.execute("SET LOCAL ROLE boa_app")
        for name, value in {"gemeente": GEMEENTE, "account": account, "nu": to_iso(NU)}.items():
            connection.execute("SELECT set_config(%s, %s, true)", [f"boa.{name}", value])
        connection.execute("SAVEPOINT leeg")

    def takes(self, row: Logrij, gemeente: str = GEMEENTE) -> bool:
        try:
            self.connection.execute(_INSERT, [gemeente, *row])
        except psycopg.errors.InsufficientPrivilege:
            return False
        finally:
            self.connection.execute("ROLLBACK TO leeg")
        return True


@pytest.fixture
def raw(postgres_backend: PostgresBackend, centrale_dsn: str) -> Iterator[psycopg.Connection]:
    fill(postgres_backend, [])
    with psycopg.connect(centrale_dsn) as connection:
        yield connection


@pytest.mark.parametrize("rol", Rol)
def test_a_row_is_taken_exactly_when_the_table_says_so(raw: psycopg.Connection, rol: Rol) -> None:
    account = account_of(rol)
    writer = Writer(raw, account)
    taken = 0
    for soort, groep, (act, change) in product(SOORTEN, Veldgroep, ACTS.items()):
        if groep is Veldgroep.AANTALLEN:
            continue  # numbers of things are no rows of the log
        for owner, buurt, age in subjects(account):
            row = log_row(1, soort, str(groep), owner, buurt, NU - age, account=account, **change)
            wanted = may_write(rol, row, act)
            assert writer.takes(row) == wanted, (soort, groep, act, owner, buurt, age)
            taken += wanted
    assert bool(taken) == (rol not in (Rol.BELEID, Rol.UITVOERDER, Rol.PRIVACY))


def test_nobody_writes_in_the_name_of_another_or_in_another_municipality(raw: psycopg.Connection) -> None:
    account = account_of(Rol.TEAMLEIDER)
    writer = Writer(raw, account)
    row = log_row(1, "melding", "codes", account, MIJN_BUURT, NU)
    assert writer.takes(row)
    assert not writer.takes(row._replace(account=ANDER))
    assert not writer.takes(row._replace(eigenaar=ANDER))
    assert not writer.takes(row, gemeente="GM0344")
    for name in ("", "x' or 1=1", "account-onbekend"):
        stranger = Writer(raw, name)
        assert not stranger.takes(row._replace(account=name, eigenaar=name)), name


def test_a_kind_of_a_newer_version_is_taken_from_who_has_a_role_and_shown_to_nobody(raw: psycopg.Connection) -> None:
    for rol in Rol:
        account = account_of(rol)
        row = log_row(1, "nieuwsoort", "alles", account, "", NU)
        assert Writer(raw, account).takes(row)
        raw.execute(_INSERT, [GEMEENTE, *row])
        assert raw.execute("SELECT count(*) FROM boa.changes").fetchone() == (0,)
    assert not Writer(raw, "").takes(log_row(1, "nieuwsoort", "alles", "", "", NU))


def test_the_account_of_a_push_is_held_to_it_by_the_database_too(postgres_backend: PostgresBackend) -> None:
    """When a rule above it were forgotten: nothing of the push stays, and it is a problem of the centre."""
    from boa_app.domain.errors import EnvironmentProblem

    fill(postgres_backend, [])
    schouwleider = toegang_of(Rol.SCHOUWLEIDER)
    row = log_row(1, "melding", "codes", schouwleider.account, MIJN_BUURT, NU)
    with (
        pytest.raises(EnvironmentProblem, match="rechten_verschillen"),
        postgres_backend.schrijfbeurt(GEMEENTE, schouwleider, NU) as beurt,
    ):
        beurt.reserve(1)
        beurt.insert_rows([row])
    boa = toegang_of(Rol.BOA)
    with postgres_backend.schrijfbeurt(GEMEENTE, boa, NU) as beurt:
        assert beurt.reserve(1) == 1
        beurt.insert_rows([row._replace(account=boa.account, eigenaar=boa.account)])
    with pytest.raises(EnvironmentProblem), postgres_backend.schrijfbeurt(GEMEENTE, replace(boa, account="x")) as beurt:
        beurt.insert_rows([row._replace(seq=2)])


def test_what_stands_beside_the_log_is_seen_by_the_same_rules(
    postgres_backend: PostgresBackend, raw: psycopg.Connection
) -> None:
    """Positions, what moved, orders to destroy, photos, audit: per role, of one record here and one elsewhere."""
    here, there = (
        log_row(nr, "melding", "punt", ANDER, buurt, NU - timedelta(days=5))
        for nr, buurt in ((1, MIJN_BUURT), (2, ANDER_BUURT))
    )
    fotos = [log_row(nr, "foto", "foto", owner, MIJN_BUURT, NU) for nr, owner in ((3, ANDER), (4, account_of(Rol.BOA)))]
    put(postgres_backend, [here, there, *fotos])
    db = postgres_backend.db(GEMEENTE)
    with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
        beurt.insert_weg([Wegrij(9, "melding", here.uid, ANDER, MIJN_BUURT, here.sinds, 0)])
        beurt.insert_opschoning(
            [Opschoonrij(10, "nr", "melding", there.uid, "[]", "x", ANDER, ANDER_BUURT, to_iso(NU))]
        )
    for row in fotos:
        db.execute(
            "INSERT INTO fotos (gemeente_code, sha256, uid, grootte, ontvangen_op, volledig, device)"
            " VALUES (%s, %s, %s, 1, '', 1, '')",
            [GEMEENTE, row.uid, row.uid],
        )
    append_line(db, NU, MACHINE, Actie.SYNC, "melding")
    uids = {here.uid: "hier", there.uid: "daar", fotos[0].uid: "foto", fotos[1].uid: "eigen foto"}
    found = {}
    for rol in Rol:
        connection = Writer(raw, account_of(rol)).connection
        records = {uids[row[0]] for row in connection.execute("SELECT uid FROM boa.records WHERE entity = 'melding'")}
        seen = {uids[row[0]] for row in connection.execute("SELECT uid FROM boa.fotos")}
        counts = [
            (connection.execute(f"SELECT count(*) FROM boa.{table}".encode()).fetchone() or (0,))[0]
            for table in ("weg", "opschoningen", "audit")
        ]
        found[rol] = (records, seen, *counts)
    everything = {"hier", "daar"}
    assert found == {
        Rol.BOA: ({"hier"}, {"eigen foto"}, 1, 0, 0),
        Rol.JEUGDBOA: (everything, set(), 1, 1, 0),
        Rol.TEAMLEIDER: (everything, {"foto", "eigen foto"}, 1, 1, 0),
        Rol.PRIVACY: (set(), set(), 0, 0, 1),
        **{rol: (set(), set(), 0, 0, 0) for rol in (Rol.SCHOUWLEIDER, Rol.BELEID, Rol.UITVOERDER, Rol.BEHEERDER)},
    }
