"""After an upgrade of the centre: what newer devices brought before is recognised now.

Fields and kinds a version does not know are kept under ALLES, where hardly anybody sees them: no device may ever be
kept from bringing its work. Once they are known, their rows are cut by the groups they belong to, their records get the
attributes rights depend on, and all of it gets new places, so that whoever may see it pulls it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from boa_app.domain.roles import Veldgroep
from boa_app.domain.velden import entiteit_of, veldgroep_of
from boa_app.server.backend import Lediging, Logrij, Recordsleutel, Recordstand, Schrijfbeurt, Verplaatsing
from boa_app.server.instellingen import read_extra, write_extra
from boa_app.server.koppen import winning_values
from boa_app.server.plaats import OUDER_SOORT, Buurtvinder, scope_velden, stand_of, with_ouder
from boa_app.server.snijden import dump, row_groep, split_values
from boa_app.server.verplaatsen import groep_of
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION

_BATCH = 500
_DONE = "schema_herkend"
_KEPT = "SELECT DISTINCT entity, uid FROM changes WHERE gemeente_code = %s AND veldgroep = %s ORDER BY entity, uid"


def herken(beurt: Schrijfbeurt, vinder: Buurtvinder, version: int = SCHEMA_VERSION) -> int:
    """Do it once for this version of the messages; gives how many records were recognised."""
    if read_extra(beurt.db, _DONE) == str(version):
        return 0
    kept = beurt.db.execute(_KEPT, [beurt.gemeente_code, str(Veldgroep.ALLES)])
    keys = [(row["entity"], row["uid"]) for row in kept if entiteit_of(row["entity"]) is not None]
    count = sum(_recognise(beurt, keys[at : at + _BATCH], vinder) for at in range(0, len(keys), _BATCH))
    write_extra(beurt.db, _DONE, str(version))
    return count


def _recognise(beurt: Schrijfbeurt, keys: Sequence[Recordsleutel], vinder: Buurtvinder) -> int:
    by_record: defaultdict[Recordsleutel, list[Logrij]] = defaultdict(list)
    for row in beurt.find_rows(keys):
        by_record[row.entity, row.uid].append(row)
    known = {key: rows for key, rows in by_record.items() if any(map(_is_known_now, rows))}
    records = beurt.find_records(known)
    fresh = {key: _stand(beurt, records[key], rows, vinder) for key, rows in known.items()}
    beurt.put_records(list(fresh.values()))
    for key, rows in known.items():
        _cut_and_move(beurt, rows, fresh[key])
    return len(known)


def _is_known_now(row: Logrij) -> bool:
    if row.veldgroep != Veldgroep.ALLES:
        return False
    names = msgspec.json.decode(row.value) if row.field == CREATE_FIELD else (row.field,)
    return any(veldgroep_of(row.entity, name) is not Veldgroep.ALLES for name in names)


def _stand(beurt: Schrijfbeurt, old: Recordstand, rows: Sequence[Logrij], vinder: Buurtvinder) -> Recordstand:
    values = winning_values(rows, scope_velden(old.entity))
    made = datetime.fromtimestamp(int(rows[0].hlc[:13]) / 1000, UTC)
    stand = stand_of(old.entity, old.uid, values, rows[0].account, made, old.create_received_at, vinder)
    key = (OUDER_SOORT.get(stand.entity, ""), stand.ouder)
    return with_ouder(stand, beurt.find_records([key]).get(key)) if stand.ouder else stand


def _cut_and_move(beurt: Schrijfbeurt, rows: Sequence[Logrij], stand: Recordstand) -> None:
    """All rows of the record to new places, those that were kept whole cut on the way."""
    cut = {row.seq: _parts(row, stand) for row in rows if row.field == CREATE_FIELD and _is_known_now(row)}
    beurt.empty_rows([Lediging(seq, *reversed(parts[0])) for seq, parts in cut.items()])
    added = [(row, part) for row in rows for part in cut.get(row.seq, ())[1:]]
    first = beurt.reserve(len(rows) + len(added))
    scope = stand.eigenaar, stand.buurt, stand.sinds
    beurt.move_rows([
        Verplaatsing(row.seq, first + at, cut[row.seq][0][0] if row.seq in cut else _groep_now(row, stand), *scope)
        for at, row in enumerate(rows)
    ])  # fmt: skip
    beurt.insert_rows([
        row._replace(
            seq=first + len(rows) + at, veldgroep=groep, value=value, via="", eigenaar=scope[0], buurt=scope[1],
            sinds=scope[2],
        )
        for at, (row, (groep, value)) in enumerate(added)
    ])  # fmt: skip


def _parts(row: Logrij, stand: Recordstand) -> list[tuple[str, str]]:
    """(veldgroep, value) of each row a create becomes."""
    groups = split_values(row.entity, msgspec.json.decode(row.value)).values()
    return [(row_groep(row.entity, next(iter(values), ""), bool(stand.verdacht)), dump(values)) for values in groups]


def _groep_now(row: Logrij, stand: Recordstand) -> str:
    if _is_known_now(row):
        return row_groep(row.entity, row.field, bool(stand.verdacht))
    return groep_of(row, stand)
