"""What leaves the centre: pages of the pull, the first state, older records, receipts.

A back end hands over what falls under the rules of reading; a guard holds every row against the table of rights once
more. Rows of one change go out as one change, with the keys of the groups this account may see.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from boa_app.domain.errors import UserError
from boa_app.domain.velden import SOORTEN
from boa_app.server.backend import Leesbeurt, Logrij, Opschoonrij, Recordstand, Toegang, Wegrij, Wijze
from boa_app.server.beleid import Leeswacht, fields_of, leesregels
from boa_app.sync.protocol import CREATE_FIELD, MAX_PAGE, Beginblad, Blad, Change, Ontvangen, Opschoning, Weg

# A record of a first state is a handful of rows; with its pages as large as those of the pull.
_RECORDS_PER_PAGE = MAX_PAGE // 4


def pull(beurt: Leesbeurt, toegang: Toegang, na: int, now: datetime, limit: int = MAX_PAGE) -> Blad:
    """The page after cursor ``na``, without what the device brought itself."""
    regels = leesregels(toegang, now)
    wacht = Leeswacht(regels, toegang.account)
    tot = beurt.last_seq()
    rows = beurt.list_rows(regels, na, tot, limit + 1, zonder=toegang.device)
    meer = len(rows) > limit
    if meer:
        rows = _whole_changes(rows[:limit])
        tot = rows[-1].seq
    return Blad(
        tuple(_received(row for row in rows if _may_leave(wacht, row))),
        tuple(_gone(beurt, wacht, na, tot)),
        tuple(_orders(beurt, wacht, na, tot)), max(tot, na), meer, toegang.epoch,
    )  # fmt: skip


def begin(beurt: Leesbeurt, toegang: Toegang, na: str, stand: int, now: datetime) -> Beginblad:
    """A page of the first state: kind after kind in the order a device can store them, heads only.

    na: "" or ``volgende`` of the page before; stand: 0, or that of the first page. Raises UserError cursor_ongeldig.
    """
    regels = leesregels(toegang, now)
    stand = stand or beurt.last_seq()
    return _state_page(beurt, toegang, regels, na, stand, SOORTEN, ("", ""))


def ouder(
    beurt: Leesbeurt, toegang: Toegang, soort: str, van: str, tot: str, reden: str, na: str, now: datetime
) -> Beginblad:
    """Records of one kind with van <= sinds < tot, to be looked at and not kept. Raises UserError cursor_ongeldig."""
    regels = leesregels(toegang, now, Wijze.ONLINE, reden)
    return _state_page(beurt, toegang, regels, na, beurt.last_seq(), (soort,), (van, tot))


def _state_page(
    beurt: Leesbeurt, toegang: Toegang, regels: Sequence[Any], na: str, stand: int, soorten: Sequence[str],
    periode: tuple[str, str],
) -> Beginblad:  # fmt: skip
    wacht = Leeswacht(regels, toegang.account)
    soort, uid = _place(na, soorten)
    rows: list[Logrij] = []
    while not rows:
        rows = beurt.list_heads(regels, soort, uid, stand, _RECORDS_PER_PAGE, van=periode[0], tot_sinds=periode[1])
        following = soorten.index(soort) + 1
        if not rows and following == len(soorten):
            break
        if not rows:
            soort, uid = soorten[following], ""
    volgende = f"{soort}:{rows[-1].uid}" if rows else ""
    changes = tuple(_received((row for row in rows if _may_leave(wacht, row)), strip=True))
    # A count goes through all of it: on the first page only.
    totaal = beurt.count_heads(regels, stand) if periode == ("", "") and not na else 0
    return Beginblad(changes, volgende, stand, toegang.epoch, totaal)


def _place(na: str, soorten: Sequence[str]) -> tuple[str, str]:
    if not na:
        return soorten[0], ""
    soort, _, uid = na.partition(":")
    if soort not in soorten or len(uid) > 80 or "\x00" in uid:
        raise UserError("cursor_ongeldig")
    return soort, uid


def _whole_changes(rows: list[Logrij]) -> list[Logrij]:
    """Without the rows of a last change that may go on after the page; unless the page holds nothing else."""
    last = rows[-1].change_id
    kept = [row for row in rows if row.change_id != last]
    return kept if kept and kept[-1].seq < min(row.seq for row in rows if row.change_id == last) else rows


def _may_leave(wacht: Leeswacht, row: Logrij) -> bool:
    return wacht.may_see(row.entity, row.veldgroep, row.eigenaar, row.buurt, row.sinds)


def _received(rows: Iterable[Logrij], *, strip: bool = False) -> Iterable[Ontvangen]:
    """The changes of rows, at the place of their last row. strip: without the keys that were replaced."""
    grouped: dict[str, list[Logrij]] = {}
    for row in rows:
        grouped.setdefault(row.change_id, []).append(row)
    found = [_one(those, strip) for those in grouped.values()]
    return found if strip else sorted(found, key=lambda one: one.seq)


def _one(rows: Sequence[Logrij], strip: bool) -> Ontvangen:
    first = rows[0]
    bases = tuple(json.loads(first.base_change_ids)) if first.base_change_ids != "[]" else ()
    change = Change(
        first.change_id, first.device, first.account, first.entity, first.uid, first.field, _value(rows, strip),
        bases, first.hlc, first.schema_version, first.reason,
    )  # fmt: skip
    return Ontvangen(rows[-1].seq, change)


def _value(rows: Sequence[Logrij], strip: bool) -> Any:  # noqa: ANN401 - JSON text as it is stored
    """The value as text that goes out as it is: nothing is parsed that is not changed."""
    if rows[0].field != CREATE_FIELD:
        return msgspec.Raw(rows[0].value.encode())
    texts = [_stripped(row) if strip and row.vervangen else row.value for row in rows]
    return msgspec.Raw(("{" + ",".join(text[1:-1] for text in texts if text != "{}") + "}").encode())


def _stripped(row: Logrij) -> str:
    gone = set(row.vervangen.split())
    kept = {name: value for name, value in json.loads(row.value).items() if name not in gone}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _gone(beurt: Leesbeurt, wacht: Leeswacht, na: int, tot: int) -> Iterable[Weg]:
    """What an account could see before a record moved, and cannot see as the record is now."""
    rows = beurt.list_weg(na, tot)
    now = beurt.find_records({(row.entity, row.uid) for row in rows}) if rows else {}
    for row in rows:
        stand = now.get((row.entity, row.uid))
        before = _groups(wacht, row.entity, *_scope_of(row))
        after = (
            _groups(wacht, row.entity, stand.verdacht, stand.eigenaar, stand.buurt, stand.sinds)
            if stand
            else set[str]()
        )
        if before and not after:
            yield Weg(row.seq, row.entity, row.uid)
        elif before - after:
            yield Weg(row.seq, row.entity, row.uid, tuple(sorted(before - after)))


def _scope_of(row: Wegrij | Recordstand) -> tuple[int, str, str, str]:
    return row.verdacht, row.eigenaar, row.buurt, row.sinds


def _groups(wacht: Leeswacht, soort: str, verdacht: int, eigenaar: str, buurt: str, sinds: str) -> set[str]:
    """The fields of such a record an account may see."""
    groups = wacht.groepen(soort, eigenaar, buurt, sinds)
    if soort != "melding":
        return set(fields_of(soort, groups))
    hidden = {"feiten", "duiding"}
    texts = hidden if verdacht and "verdacht" in groups else set[str]()
    return (set(fields_of(soort, groups - {"verdacht"})) - (hidden if verdacht else set())) | texts


def _orders(beurt: Leesbeurt, wacht: Leeswacht, na: int, tot: int) -> Iterable[Opschoning]:
    """Orders for what this account can have had; how long ago does not matter, since it is about destroying."""
    for row in beurt.list_opschoning(na, tot):
        if _concerns(wacht, row):
            yield Opschoning(row.seq, row.nr, row.entity, row.uid, tuple(json.loads(row.velden)), row.code)


def _concerns(wacht: Leeswacht, row: Opschoonrij) -> bool:
    return bool(fields_of(row.entity, wacht.groepen(row.entity, row.eigenaar, row.buurt, "9")))
