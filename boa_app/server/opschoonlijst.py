"""What must never come back from a backup: orders to destroy, revoked devices, ended accounts.

One JSON object per line in a file beside the centre, so outside every backup; ids only, never a value. Lines are only
ever added: putting back an old backup would otherwise undo both the destroying and the memory of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import to_iso
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.db import Db
from boa_app.server.fotos import Fotomap
from boa_app.server.fotowissen import wis_onbekende
from boa_app.server.opschoning import schoon_op
from boa_app.vault.files import write_atomically

BATCH = 200
_ORDERS = "SELECT nr, entity, uid, velden, code FROM opschoningen WHERE gemeente_code = %s ORDER BY seq"
_DEVICES = "SELECT device FROM toestellen WHERE gemeente_code = %s AND ingetrokken_op <> '' ORDER BY device"
_ACCOUNTS = "SELECT account FROM accounts WHERE gemeente_code = %s AND status <> 'actief' ORDER BY account"
_REVOKE = (
    "UPDATE toestellen SET ingetrokken_op = %s, reden = 'herstel' "
    "WHERE gemeente_code = %s AND device = %s AND ingetrokken_op = ''"
)
_END = (
    "UPDATE accounts SET status = 'beeindigd', rol = '', beeindigd_op = %s "
    "WHERE gemeente_code = %s AND account = %s AND status = 'actief'"
)


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that stays so. soort: opschoning, toestel or account. nr: what tells it from another one; entity, uid,
    velden and code only of an opschoning."""

    soort: str
    nr: str
    entity: str = ""
    uid: str = ""
    velden: tuple[str, ...] = ()
    code: str = ""


def lees_lijst(path: Path) -> dict[str, Regel]:
    """The lines by nr, none when there is no file. Raises UserError opschoonlijst_onleesbaar(bestand)."""
    try:
        with path.open(encoding="utf-8") as file:
            found = [_regel(json.loads(line)) for line in file if line.strip()]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise EnvironmentProblem("opslag_fout", soort=type(error).__name__) from error
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("opschoonlijst_onleesbaar", bestand=path.name) from error
    return {one.nr: one for one in found}


def werk_lijst_bij(db: Db, path: Path) -> int:
    """Add what is not in the file yet; gives how many lines it has. Raises as lees_lijst, OSError."""
    known = lees_lijst(path)
    current = {one.nr: one for one in _lines_of(db)}
    if current.keys() <= known.keys() and path.exists():
        return len(known)
    every = (known | current).values()
    schrijf_lijst(path, every)
    return len(every)


def schrijf_lijst(path: Path, every: Iterable[Regel]) -> None:
    """Write all lines so that a power cut leaves the old or the new list. Raises OSError."""
    write_atomically(path, "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in every).encode())


def voer_lijst_uit(backend: Backend, db: Db, fotos: Fotomap, lijst: Iterable[Regel], now: datetime) -> int:
    """Do everything on the list that this centre does not know of yet; gives how many orders were carried out."""
    known = {one.nr for one in _lines_of(db)}
    todo = [one for one in lijst if one.nr not in known]
    orders = sorted((one for one in todo if one.soort == "opschoning"), key=_form)
    for (velden, code), same in groupby(orders, key=_form):
        keys = [(one.entity, one.uid) for one in same]
        for start in range(0, len(keys), BATCH):
            part = keys[start : start + BATCH]
            with backend.schrijfbeurt(db.gemeente_code) as beurt:
                schoon_op(beurt, part, velden, code, MACHINE, now)
    for one in todo:
        if one.soort in ("toestel", "account"):
            db.execute(_REVOKE if one.soort == "toestel" else _END, [to_iso(now), db.gemeente_code, one.nr])
    wis_onbekende(db, fotos)
    return len(orders)


def _form(one: Regel) -> tuple[tuple[str, ...], str]:
    return one.velden, one.code


def _lines_of(db: Db) -> list[Regel]:
    here = [db.gemeente_code]
    return [
        *(
            Regel("opschoning", row["nr"], row["entity"], row["uid"], tuple(json.loads(row["velden"])), row["code"])
            for row in db.execute(_ORDERS, here)
        ),
        *(Regel("toestel", row["device"]) for row in db.execute(_DEVICES, here)),
        *(Regel("account", row["account"]) for row in db.execute(_ACCOUNTS, here)),
    ]


def _regel(given: dict[str, Any]) -> Regel:
    values = {name: given[name] for name in ("soort", "nr", "entity", "uid", "code")}
    if not all(isinstance(value, str) for value in values.values()) or not isinstance(given["velden"], list):
        raise TypeError("regel")
    return Regel(velden=tuple(str(veld) for veld in given["velden"]), **values)
