"""What has to go: records outside the rights, records a first state did not hold, and what a purge order wipes.

              values in the log      row    what is not sent yet
weg           gone, for the centre   gone   stays, and is sent
              has them
opschoning    emptied, ids stay      gone   emptied too: a purge wins, and it is told
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from boa_app.domain.audit import Actie
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import audit, concepten, rijen, sync_stand, uitgaand
from boa_app.store.geschiedenis import empty_log, log_of, take_keys
from boa_app.store.rijen import Herstel
from boa_app.store.session import Reader, Writer
from boa_app.sync.protocol import CREATE_FIELD, Opschoning, Weg

_ORDERS = "opgeschoond"


def apply_weg(w: Writer, weg: Sequence[Weg]) -> Toegepast:
    """Take records, or fields of them, off this device; what is not sent yet stays."""
    told = Herstel()
    for one in weg:
        if one.velden:
            _forget_fields(w, one.entity, one.uid, one.velden, told)
        else:
            drop_record(w, one.entity, one.uid, told)
    if weg:
        audit.append_line(w, Actie.SYNC, "sync", reden_code="WEG", reden_tekst=str(len(weg)))
    return told.as_result()


def drop_record(w: Writer, entity: str, uid: str, told: Herstel) -> bool:
    """Take one record off this device, its photos too; what is not sent yet stays. False when all of it is unsent, or
    when it is a photo whose bytes are: that goes once they are sent."""
    rows = log_of(w, entity, uid)
    if (entity == "foto" and _goes_later(w, uid)) or not any(row.is_synced for row in rows):
        return False
    w.db.conn.execute(
        "DELETE FROM changes WHERE uid = ? AND entity = ? AND pushed_at IS NOT NULL AND geweigerd = ''", [uid, entity]
    )
    _drop_shown(w, entity, uid, told)
    if any(not row.is_synced for row in rows):
        rijen.wait(w, entity, uid, rijen.WEG)
    if entity == "melding":
        for foto in fotos_of(w, uid):
            drop_record(w, "foto", foto, told)
    return True


def drop_stale(w: Writer, entity: str, uid: str, begin_nr: int, told: Herstel) -> None:
    """Take away what the centre had of a record and a first state did not hold."""
    if entity == "foto" and _goes_later(w, uid):
        return
    w.db.conn.execute(
        "DELETE FROM changes WHERE uid = ? AND entity = ? AND pushed_at IS NOT NULL AND geweigerd = ''"
        " AND begin_nr IS NOT ?",
        [uid, entity, begin_nr],
    )
    rows = log_of(w, entity, uid)
    if any(row.change.field == CREATE_FIELD for row in rows):
        rijen.restore(w, entity, uid, told)
        return
    _drop_shown(w, entity, uid, told)
    if rows:
        rijen.wait(w, entity, uid, rijen.WEG)


def apply_opschoning(w: Writer, orders: Sequence[Opschoning]) -> Toegepast:
    """Carry out purge orders; each is remembered as done until the centre knows. One audit line per order."""
    told = Herstel()
    for order in orders:
        told.verloren += empty_log(w, order.entity, order.uid, order.velden)
        if order.velden:
            rijen.restore(w, order.entity, order.uid, told)
        else:
            if order.entity == "melding":
                for foto in fotos_of(w, order.uid):
                    told.verloren += empty_log(w, "foto", foto)
                    _drop_shown(w, "foto", foto, told)
            _drop_shown(w, order.entity, order.uid, told)
        _forget_in_drafts(w, order.uid)
        audit.append_line(
            w, Actie.WISSEN, order.entity, order.uid, velden=order.velden, reden_code=order.code or "OPSCHONING"
        )
    if told.verloren:
        uitgaand.forget_sealed(w)
    done = {*sync_stand.get(w, _ORDERS, []), *(order.nr for order in orders)}
    if orders:
        sync_stand.put(w, _ORDERS, sorted(done))
    return told.as_result()


def done_orders(r: Reader) -> tuple[str, ...]:
    """The purge orders that were carried out and that the centre does not know of yet."""
    return tuple(sync_stand.get(r, _ORDERS, []))


def forget_orders(w: Writer, nrs: Collection[str]) -> None:
    """The centre knows that these were carried out."""
    sync_stand.put(w, _ORDERS, [nr for nr in done_orders(w) if nr not in set(nrs)])


def _drop_shown(w: Writer, entity: str, uid: str, told: Herstel) -> None:
    """Take away all of a record but its log."""
    if entity == "foto":
        row = w.db.conn.execute("SELECT sha256 FROM fotos WHERE uid = ?", [uid]).fetchone()
        told.bestanden += [row[0]] if row else []
    told.verwijderd += rijen.drop_row(w, entity, uid)
    told.conflicten_weg += w.db.conn.execute(
        "DELETE FROM conflicten WHERE entity = ? AND uid = ?", [entity, uid]
    ).rowcount
    w.db.conn.execute("DELETE FROM sync_wacht WHERE entity = ? AND uid = ?", [entity, uid])
    told.touch(entity, uid)


def _forget_fields(w: Writer, entity: str, uid: str, velden: Collection[str], told: Herstel) -> None:
    rows = [row for row in log_of(w, entity, uid) if row.is_synced]
    gone = [(row.seq,) for row in rows if row.change.field in velden]
    w.db.conn.executemany("DELETE FROM changes WHERE seq = ?", gone)
    take_keys(w, rows, velden)
    rijen.restore(w, entity, uid, told)


def drop_sent_fotos(w: Writer) -> Toegepast:
    """Take away the photos that had to go and of which the centre has the bytes now."""
    told = Herstel()
    rows = w.db.conn.execute(
        "SELECT uid FROM sync_wacht JOIN fotos USING (uid) WHERE entity = 'foto' AND ouder = ? AND stand <> 'hier'",
        [rijen.WEG],
    ).fetchall()
    for (foto,) in rows:
        drop_record(w, "foto", foto, told)
    return told.as_result()


def _goes_later(w: Writer, foto: str) -> bool:
    """Whether the bytes of a photo are only here; then it is noted as one that goes once they are sent."""
    sql = "SELECT 1 FROM fotos WHERE uid = ? AND stand = 'hier' AND status = 'actief'"
    if w.db.conn.execute(sql, [foto]).fetchone() is None:
        return False
    rijen.wait(w, "foto", foto, rijen.WEG)
    return True


def fotos_of(r: Reader, melding: str) -> list[str]:
    """The photos of a melding."""
    sql = "SELECT uid FROM fotos WHERE bij = ? AND bij_soort = 'melding'"
    return [uid for (uid,) in r.db.conn.execute(sql, [melding])]


def _forget_in_drafts(w: Writer, uid: str) -> None:
    """A draft that was to belong to the event of a wiped melding is a draft of its own."""
    for draft in concepten.list_concepten(w):
        if draft.inhoud.get("incident") == uid:
            rest = {name: value for name, value in draft.inhoud.items() if name != "incident"}
            concepten.save_concept(w, draft.uid, rest, soort=draft.soort)
