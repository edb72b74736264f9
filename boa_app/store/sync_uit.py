"""What the centre does not have yet: which changes are to be sent, and what its answers do to log and rows.

    log by seq:   1 … geduwd_tot      all sent, refused, received or never to be sent
                  geduwd_tot + 1 …    may hold unsent ones; here unsent looks
                  1 … geteld_tot      counted: so many of them are unsent; what comes behind is counted when asked

No index tells what is unsent, because every save and every import would pay for it. Both bounds move in the transaction
of an answer and in idle moments of the writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boa_app.domain.audit import Actie, Resultaat
from boa_app.store import audit, rijen, sync_stand
from boa_app.store.geschiedenis import CHANGE_COLUMNS, VISIBLE, to_change
from boa_app.store.session import Reader, Writer
from boa_app.sync.protocol import MAX_PUSH, Antwoord, Change, Uitslag

_PUSHED, _COUNTED, _COUNT = "geduwd_tot", "geteld_tot", "geteld"
_UNSENT = "pushed_at IS NULL AND geweigerd = ''"
# So many changes are counted in one idle moment, and so many may be left to be counted by whoever asks.
_COUNT_ROWS, _LEAVE_ROWS = 8000, 500
_LOOK_ROWS = 4 * MAX_PUSH


@dataclass(frozen=True, slots=True)
class Geweigerd:
    """A change the centre refused and nobody acted on yet. code: why, a key of texts."""

    change: Change
    code: str


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """What a batch of answers came to. genomen: entity and change id of each change taken now. geweigerd: ids refused
    now. meldingen, soorten: records that show something else, and kinds."""

    genomen: tuple[tuple[str, str], ...] = ()
    geweigerd: tuple[str, ...] = ()
    meldingen: frozenset[str] = frozenset()
    soorten: frozenset[str] = frozenset()


def unsent(r: Reader, limit: int = MAX_PUSH) -> list[Change]:
    """The oldest changes to send, in the order they were made; none that was refused, none of an unfinished import."""
    return [change for _, change in unsent_since(r, 0, limit)]


def unsent_since(r: Reader, seq: int, limit: int = MAX_PUSH) -> list[tuple[int, Change]]:
    """The oldest changes to send behind a place in the log, each with its place."""
    sql = (
        f"SELECT {CHANGE_COLUMNS}, seq FROM changes WHERE seq > ? AND {_UNSENT} AND {VISIBLE}"  # noqa: S608 - own words
        " ORDER BY seq LIMIT ?"
    )
    rows = r.db.conn.execute(sql, [max(seq, _bound(r, _PUSHED)), limit])
    return [(int(row[11]), to_change(row)) for row in rows]


def count_unsent(r: Reader) -> int:
    """How many changes are to be sent."""
    counted_to = _bound(r, _COUNTED)
    behind = f"SELECT count(*) FROM changes WHERE seq > ? AND {_UNSENT} AND {VISIBLE}"  # noqa: S608 - own words
    rest = r.db.conn.execute(behind, [max(counted_to, _bound(r, _PUSHED))]).fetchone()[0]
    return int(sync_stand.get(r, _COUNT, 0)) + int(rest)


def count_on(w: Writer) -> int:
    """Count some more of the log, for count_unsent to be quick; gives how many changes it looked at, 0 without a
    centre.

    Stops before an import that is not finished: its changes count at once when it is.
    """
    if not sync_stand.is_enrolled(w):
        return 0
    begin = max(_bound(w, _COUNTED), _bound(w, _PUSHED))
    last, first_hidden = w.db.conn.execute(
        "SELECT (SELECT coalesce(max(seq), 0) FROM changes), (SELECT min(eerste_seq) FROM imports"
        " WHERE status NOT IN ('klaar', 'afgebroken', 'ongedaan'))"
    ).fetchone()
    until = min(last, begin + _COUNT_ROWS, last if first_hidden is None else first_hidden - 1)
    if until - begin < _LEAVE_ROWS:
        return 0
    found = w.db.conn.execute(
        f"SELECT count(*) FROM changes WHERE seq > ? AND seq <= ? AND {_UNSENT}",  # noqa: S608 - own words
        [begin, until],
    ).fetchone()[0]
    unsent_so_far = int(sync_stand.get(w, _COUNT, 0)) + int(found)
    sync_stand.put(w, _COUNT, unsent_so_far)
    sync_stand.put(w, _COUNTED, until)
    if not unsent_so_far:
        # All of a first state is received: nobody needs to look through it for what is unsent.
        sync_stand.put(w, _PUSHED, until)
    return int(until - begin)


def acknowledge(w: Writer, antwoorden: Sequence[Antwoord], now: str) -> Verwerkt:
    """Take the answers of the centre over; one that was taken over before does nothing. now: the centre's, ISO UTC."""
    waiting = _find_waiting(w, {antwoord.change_id for antwoord in antwoorden})
    found = [(*waiting[a.change_id], a) for a in antwoorden if a.change_id in waiting]
    taken = [one for one in found if one[3].uitslag is Uitslag.GENOMEN]
    refused = [one for one in found if one[3].uitslag is not Uitslag.GENOMEN]
    nr = sync_stand.begin_nr(w)
    w.db.conn.executemany(
        "UPDATE changes SET pushed_at = ?, begin_nr = coalesce(?, begin_nr), hlc = iif(? = '', hlc, ?) WHERE seq = ?",
        [(now, nr, a.hlc, a.hlc, seq) for seq, _, _, a in taken],
    )
    w.db.conn.executemany(
        "UPDATE changes SET pushed_at = ?, geweigerd = ? WHERE seq = ?",
        [(now, a.code or "geweigerd", seq) for seq, _, _, a in refused],
    )
    _count_off(w, [seq for seq, *_ in found])
    _move_bound(w)
    # A refusal takes a value back, another clock may change which of two is shown; otherwise the rows stay.
    other = {(entity, uid) for _, entity, uid, a in found if a.hlc or a.uitslag is not Uitslag.GENOMEN}
    for entity, uid in sorted(other):
        rijen.restore(w, entity, uid)
    rijen.mark_synced(w, {(entity, uid) for _, entity, uid, _ in found} - other)
    if found:
        _log_answers(w, len(taken), len(refused))
    return Verwerkt(
        tuple((entity, a.change_id) for _, entity, _, a in taken), tuple(a.change_id for *_, a in refused),
        frozenset(uid for entity, uid in other if entity == "melding"), frozenset(entity for entity, _ in other),
    )  # fmt: skip


def resend_all(w: Writer) -> int:
    """Have everything this device made be sent again: the centre was put back to a backup and may lack any of it.

    Gives how many changes. Photos of which the bytes are here follow. Sending twice does no harm.
    """
    own = "device = ? AND pushed_at IS NOT NULL AND geweigerd = ''"
    w.db.conn.execute(
        f"UPDATE meldingen SET gesynchroniseerd_op = NULL WHERE uid IN (SELECT uid FROM changes WHERE {own})",  # noqa: S608
        [w.device],
    )
    w.db.conn.execute(
        f"UPDATE fotos SET stand = 'hier' WHERE stand = 'centrale' AND uid IN (SELECT uid FROM changes WHERE {own})",  # noqa: S608
        [w.device],
    )
    count = w.db.conn.execute(f"UPDATE changes SET pushed_at = NULL WHERE {own}", [w.device]).rowcount  # noqa: S608
    sync_stand.forget(w, _PUSHED, _COUNTED, _COUNT)
    audit.append_line(w, Actie.SYNC, "sync", reden_code="OPNIEUW", reden_tekst=str(count))
    return int(count)


def list_rejected(r: Reader) -> list[Geweigerd]:
    """What the centre refused and nobody acted on yet, oldest first."""
    rows = r.db.conn.execute(
        f"SELECT {CHANGE_COLUMNS}, geweigerd FROM changes WHERE geweigerd <> '' AND afgehandeld_op IS NULL"  # noqa: S608
        " ORDER BY seq"
    )
    return [Geweigerd(to_change(row), row[11]) for row in rows]


def count_rejected(r: Reader) -> int:
    """How many changes wait for somebody to act on the refusal."""
    sql = "SELECT count(*) FROM changes WHERE geweigerd <> '' AND afgehandeld_op IS NULL"
    return int(r.db.conn.execute(sql).fetchone()[0])


def settle_rejected(w: Writer, change_id: str) -> bool:
    """Somebody acted on a refusal: the change now counts for nothing and its value goes; its id and bases stay.

    False when there is none of that id to act on. Of a record that was refused as a whole the row goes too.
    """
    row = w.db.conn.execute(
        "SELECT seq, entity, uid FROM changes WHERE geweigerd <> '' AND afgehandeld_op IS NULL AND change_id = ?",
        [change_id],
    ).fetchone()
    if row is None:
        return False
    seq, entity, uid = row
    w.db.conn.execute(
        "UPDATE changes SET afgehandeld_op = ?, value = iif(field = '*', '{}', 'null'), reason = '' WHERE seq = ?",
        [w.now_iso, seq],
    )
    rijen.restore(w, entity, uid)
    return True


def _find_waiting(w: Writer, wanted: set[str]) -> dict[str, tuple[int, str, str]]:
    """Place, entity and uid of the unsent changes among these."""
    found: dict[str, tuple[int, str, str]] = {}
    seq = _bound(w, _PUSHED)
    sql = f"SELECT seq, entity, uid, change_id FROM changes WHERE seq > ? AND {_UNSENT} ORDER BY seq LIMIT ?"  # noqa: S608
    while len(found) < len(wanted):
        rows = w.db.conn.execute(sql, [seq, _LOOK_ROWS]).fetchall()
        if not rows:
            break
        found |= {change_id: (at, entity, uid) for at, entity, uid, change_id in rows if change_id in wanted}
        seq = rows[-1][0]
    return found


def _count_off(w: Writer, seqs: Iterable[int]) -> None:
    counted_to = _bound(w, _COUNTED)
    gone = sum(seq <= counted_to for seq in seqs)
    if gone:
        sync_stand.put(w, _COUNT, max(0, int(sync_stand.get(w, _COUNT, 0)) - gone))


def _move_bound(w: Writer) -> None:
    """Move the bound up to the first change that is still to be sent."""
    row = w.db.conn.execute(
        f"SELECT min(seq) FROM (SELECT seq FROM changes WHERE seq > ? AND {_UNSENT} ORDER BY seq LIMIT 1)",  # noqa: S608
        [_bound(w, _PUSHED)],
    ).fetchone()
    first = row[0]
    if first is None:
        first = w.db.conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM changes").fetchone()[0]
    sync_stand.put(w, _PUSHED, int(first) - 1)


def _log_answers(w: Writer, taken: int, refused: int) -> None:
    if taken:
        audit.append_line(w, Actie.SYNC, "sync", reden_code="VERZONDEN", reden_tekst=str(taken))
    if refused:
        audit.append_line(
            w, Actie.SYNC, "sync", reden_code="GEWEIGERD", reden_tekst=str(refused), resultaat=Resultaat.GEWEIGERD
        )


def _bound(r: Reader, naam: str) -> int:
    return int(sync_stand.get(r, naam, 0))
