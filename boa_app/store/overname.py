"""Signing up gives this store the account the centre knows: what was made here under its own one becomes that one's.

The audit log keeps what it says; the line that tells of the change joins both names.
"""

from __future__ import annotations

from boa_app.domain.audit import Actie
from boa_app.store import audit
from boa_app.store.session import Reader, Writer

_ROWS = (
    "meldingen", "opsporingsverwijzingen", "plekken", "rondes", "bezoeken", "jops", "schouwen", "gebieden",
    "straatkeuzes", "fotos", "imports",
)  # fmt: skip


def adopt_account(w: Writer, account: str, rol: str) -> None:
    """Make account and role those of this store; rows and changes of the account before follow."""
    before = w.meta.account
    w.db.conn.executemany("UPDATE meta SET waarde = ? WHERE naam = ?", [(account, "account"), (rol, "rol")])
    if account != before:
        _rename(w, before, account)
    audit.append_line(
        w, Actie.AUTORISATIE, "account", account, velden=("account", "rol"), reden_code="OVERNAME", reden_tekst=before
    )


def adopt_gemeente(w: Writer, code: str, naam: str) -> None:
    """Make this the store of another municipality; only while there is nothing in it."""
    w.db.conn.executemany(
        "UPDATE meta SET waarde = ? WHERE naam = ?", [(code, "gemeente_code"), (naam, "gemeente_naam")]
    )


def is_empty(r: Reader) -> bool:
    """Whether nothing was ever logged here."""
    return r.db.conn.execute("SELECT 1 FROM changes UNION ALL SELECT 1 FROM concepten LIMIT 1").fetchone() is None


def stored_account(r: Reader) -> tuple[str, str]:
    """Account and role of this store."""
    found = dict(r.db.conn.execute("SELECT naam, waarde FROM meta WHERE naam IN ('account', 'rol')").fetchall())
    return str(found["account"]), str(found["rol"])


def _rename(w: Writer, before: str, account: str) -> None:
    for table in _ROWS:
        w.db.conn.execute(f"UPDATE {table} SET gemaakt_door = ? WHERE gemaakt_door = ?", [account, before])  # noqa: S608
    w.db.conn.execute("UPDATE rondes SET medewerker = ? WHERE medewerker = ?", [account, before])
    # Only what the centre never saw: what it has stays as it told it.
    w.db.conn.execute("UPDATE changes SET user = ? WHERE user = ? AND pushed_at IS NULL", [account, before])
    w.db.conn.execute(
        "UPDATE changes SET value = json_set(value, '$.medewerker', ?) WHERE entity = 'ronde' AND field = '*'"
        " AND json_extract(value, '$.medewerker') = ? AND pushed_at IS NULL",
        [account, before],
    )
