"""The audit log of the centre: who did what when, chained by hash, in the transaction of the act itself (domain §1.3).

Lines stand in the order of commit: whoever writes one holds the log until his transaction ends, so that nobody can be
chained to a line that was rolled back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from boa_app import __version__
from boa_app.domain.audit import CHAINED, GENESIS, Actie, Resultaat, chain_hash, first_broken
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.server.backend import Toegang
from boa_app.server.db import Db, Row

_COLUMNS = (*CHAINED, "hash")
_NUMBERS = ("seq", "clock_offset_ms")
AUDIT_TABEL: tuple[str, ...] = (
    "CREATE TABLE audit ("
    + ", ".join(f"{name} {'BIGINT' if name in _NUMBERS else 'TEXT'} NOT NULL" for name in _COLUMNS)
    + ", PRIMARY KEY (gemeente_code, seq))",
)
_NAMES = ", ".join(_COLUMNS)
_LAST = "SELECT seq, hash FROM audit WHERE gemeente_code = %s ORDER BY seq DESC LIMIT 1"
_INSERT = f"INSERT INTO audit ({_NAMES}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"  # noqa: S608 - own names
_CHAIN = f"SELECT {_NAMES} FROM audit WHERE gemeente_code = %s AND seq > %s ORDER BY seq LIMIT 5000"  # noqa: S608
_PAGE = f"SELECT {_NAMES} FROM audit WHERE gemeente_code = %s AND seq < %s ORDER BY seq DESC LIMIT %s"  # noqa: S608
_COUNT = "SELECT count(*) AS aantal FROM audit WHERE gemeente_code = %s"


@dataclass(frozen=True, slots=True)
class Wie:
    """Who acts, as the log writes it. account "": the machine itself, from its command line or its clock."""

    account: str = ""
    rol: str = "technisch"
    device: str = ""


MACHINE = Wie()


def wie_van(toegang: Toegang) -> Wie:
    """The bearer of a token."""
    return Wie(toegang.account, str(toegang.rol), toegang.device)


@dataclass(frozen=True, slots=True)
class Regel:
    """What a line tells. velden: names of fields, never their values."""

    actie: Actie
    object_type: str
    object_id: str = ""
    velden: Sequence[str] = ()
    reden_code: str = ""
    reden_tekst: str = ""
    ontvanger: str = ""
    grondslag: str = ""
    resultaat: Resultaat = Resultaat.OK
    ts_device: str = ""
    clock_offset_ms: int = 0


def hold(db: Db) -> None:
    """Hold the log until this transaction ends. For who changes rows that others change after a line of theirs: taken
    in one order, first the log and then the rows, two of them never wait for each other."""
    db.lock("audit")


def append_line(
    db: Db, now: datetime, wie: Wie, actie: Actie, object_type: str, object_id: str = "", *,
    velden: Sequence[str] = (), reden_code: str = "", reden_tekst: str = "", ontvanger: str = "", grondslag: str = "",
    resultaat: Resultaat = Resultaat.OK, ts_device: str = "", clock_offset_ms: int = 0,
) -> None:  # fmt: skip
    """Add one line, in the transaction of the act."""
    regel = Regel(
        actie, object_type, object_id, velden, reden_code, reden_tekst, ontvanger, grondslag, resultaat, ts_device,
        clock_offset_ms,
    )  # fmt: skip
    append_lines(db, now, wie, [regel])


def append_lines(db: Db, now: datetime, wie: Wie, regels: Sequence[Regel]) -> None:
    """Add lines in their order, in the transaction of the act: the end of the chain is looked up once for all."""
    if not regels:
        return
    hold(db)
    last = db.execute(_LAST, [db.gemeente_code])
    seq, previous = (int(last[0]["seq"]), str(last[0]["hash"])) if last else (0, GENESIS)
    rows = []
    for at, regel in enumerate(regels, seq + 1):
        line = _line(db.gemeente_code, now, wie, regel) | {"seq": at, "prev_hash": previous}
        line["hash"] = previous = chain_hash(line)
        rows.append([line[name] for name in _COLUMNS])
    db.execute_many(_INSERT, rows)


def _line(gemeente_code: str, now: datetime, wie: Wie, regel: Regel) -> dict[str, object]:
    return {
        "log_id": uuid7(now), "ts_utc": to_iso(now), "ts_device": regel.ts_device or to_iso(now),
        "clock_offset_ms": regel.clock_offset_ms, "actor_id": wie.account, "actor_role": wie.rol,
        "actie": str(regel.actie), "object_type": regel.object_type, "object_id": regel.object_id, "object_versie": "",
        "velden": ",".join(regel.velden), "regime": "T", "reden_code": regel.reden_code,
        "reden_tekst": regel.reden_tekst, "ontvanger": regel.ontvanger, "grondslag": regel.grondslag,
        "resultaat": str(regel.resultaat), "gemeente_code": gemeente_code, "apparaat_id": wie.device,
        "netwerk": "centrale", "app_versie": __version__, "sessie_id": "",
    }  # fmt: skip


def lines(db: Db) -> Iterator[Row]:
    """Every line in order of seq, column by name; read in pages, so that a long log fits in memory."""
    seq = 0
    while page := db.execute(_CHAIN, [db.gemeente_code, seq]):
        yield from page
        seq = int(page[-1]["seq"])


def page_before(db: Db, before: int, count: int) -> list[Row]:
    """At most count lines with a seq below before, newest first."""
    return db.execute(_PAGE, [db.gemeente_code, before, count])


def count_lines(db: Db) -> int:
    """How many lines there are."""
    return int(db.execute(_COUNT, [db.gemeente_code])[0]["aantal"])


def check_chain(db: Db) -> int | None:
    """The seq of the first line that does not follow from the one before it, None when the chain is whole."""
    return first_broken(lines(db))
