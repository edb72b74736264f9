"""What a device no longer may hold by its age, or because it had no contact with its centre for too long.

Only what the centre has goes, never what is not sent yet; only with a clock that can be right, and never in a store
without a centre. The centre keeps what goes here: it can be read there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from boa_app.domain.audit import Actie
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling, Rol, Veldgroep, find_rechten
from boa_app.domain.synchronisatie import Toegepast
from boa_app.domain.velden import SOORTEN, velden_of
from boa_app.store import audit, klok, meldingrijen, opruimen, sync_stand, sync_weg
from boa_app.store.meldingen import epoch_s
from boa_app.store.rijen import Herstel
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store
from boa_app.store.sync_blad import in_batches
from boa_app.sync.protocol import Weg

Actor = tuple[str, str] | None
# Looked through at one time for what is too old; there is no index on when something happened.
_SPAN = 20_000
# What wis_gesynchroniseerd takes: a photo whose bytes are only here stays whole.
_SYNCED = (
    "FROM changes WHERE pushed_at IS NOT NULL AND geweigerd = '' AND NOT (entity = 'foto' AND uid IN"
    " (SELECT uid FROM fotos WHERE stand = 'hier' AND status = 'actief'))"
)


@dataclass(frozen=True, slots=True)
class Grens:
    """From which age fields of a melding may not be on a device of this role. velden: empty for the whole record."""

    velden: tuple[str, ...]
    leeftijd: timedelta


def grenzen(rol: Rol) -> tuple[Grens, ...]:
    """What the table of rights says of how long a device of this role holds meldingen, the longest first.

    The codes decide on the record: what is left without them is no melding.
    """
    by_age: dict[timedelta, list[Veldgroep]] = {}
    for groep in Veldgroep:
        ages = [row.op_toestel for row in find_rechten(rol, Entiteit.MELDING, groep, Handeling.LEZEN) if row.op_toestel]
        if ages:
            by_age.setdefault(max(ages), []).append(groep)
    found = []
    for age, groups in sorted(by_age.items(), reverse=True):
        if Veldgroep.CODES in groups:
            found.append(Grens((), age))
        else:
            velden = tuple(sorted(veld for veld, groep in velden_of("melding").items() if groep in groups))
            found += [Grens(velden, age)] * bool(velden)
    whole = min((grens.leeftijd for grens in found if not grens.velden), default=None)
    return tuple(grens for grens in found if not grens.velden or whole is None or grens.leeftijd < whole)


def ruim_oude_op(store: Store, now: datetime, actor: Actor = None) -> Toegepast:
    """Take off this device what is older than its role may hold; nothing without a centre or with a clock in doubt."""
    with store.read() as r:
        toestel = sync_stand.find_toestel(r)
        if toestel is None or toestel.stand is None or not klok.oordeel(r, now).is_zeker:
            return Toegepast()
        rol = Rol(toestel.stand.rol)
        whole, partly = _find_old(r, rol, now)
    told = in_batches(store, whole, _dropping("LEEFTIJD"), actor)
    return told + in_batches(store, partly, sync_weg.apply_weg, actor)


def reden_tot_wissen(r: Reader, now: datetime) -> str:
    """Why the synced rows must go: GEEN_CONTACT for so many days, ROL_VOORBIJ since the day after its last one; "" when
    they may stay, and always with a clock in doubt."""
    toestel = sync_stand.find_toestel(r)
    if toestel is None or toestel.laatste_contact is None or toestel.stand is None or not klok.oordeel(r, now).is_zeker:
        return ""
    if now - toestel.laatste_contact > timedelta(days=toestel.stand.vervaltermijn_dagen):
        return "GEEN_CONTACT"
    # A later role, if there is one, is only known to the centre.
    is_over = toestel.stand.einde and to_local(now).date() > date.fromisoformat(toestel.stand.einde)
    return "ROL_VOORBIJ" if is_over else ""


def wis_gesynchroniseerd(store: Store, actor: Actor = None, *, reden: str) -> Toegepast:
    """Take everything off this device that the centre has; at the next contact a first state brings it back."""
    store.write_now(lambda w: sync_stand.keep_cursor(w, None))
    with store.read() as r:
        rows = r.db.conn.execute(f"SELECT DISTINCT entity, uid {_SYNCED}").fetchall()
    order = {soort: place for place, soort in enumerate(SOORTEN)}
    # What points goes before what is pointed to.
    records = sorted(rows, key=lambda row: order.get(row[0], -1), reverse=True)
    told = in_batches(store, records, _dropping(reden), actor)
    store.write_now(meldingrijen.recall_newest)
    return told


def is_gewist(r: Reader) -> bool:
    """Whether nothing is here that the centre has; a taking off that was cut off is not done."""
    return r.db.conn.execute(f"SELECT 1 {_SYNCED} LIMIT 1").fetchone() is None


def wipe_key(folder: Path, keyfile: str) -> None:
    """Destroy the key of a closed store: what is in it can never be read again. The sealed outbox stays.

    Raises OSError when the key file could not be removed.
    """
    path = folder / keyfile
    with suppress(FileNotFoundError):
        size = path.stat().st_size
        # Best effort against undelete; a disk may have written elsewhere, the recovery slot is in the same file.
        descriptor = os.open(path, os.O_WRONLY)
        try:
            os.write(descriptor, b"\0" * size)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        path.unlink()


def _find_old(r: Reader, rol: Rol, now: datetime) -> tuple[list[tuple[str, str]], list[Weg]]:
    """Records that must go, and fields of others."""
    whole: list[tuple[str, str]] = []
    partly: list[Weg] = []
    last = int(r.db.conn.execute("SELECT coalesce(max(nr), 0) FROM meldingen").fetchone()[0])
    limits = [(grens, epoch_s(now - grens.leeftijd)) for grens in grenzen(rol)]
    if not limits:
        return whole, partly
    youngest = max(before for _, before in limits)
    for at in range(0, last + 1, _SPAN):
        rows = r.db.conn.execute(
            "SELECT uid, gebeurd_s, feiten <> '' OR duiding <> '' OR fotos <> '[]' OR groep <> '' FROM meldingen"
            " WHERE nr >= ? AND nr < ? AND gebeurd_s < ? AND gesynchroniseerd_op IS NOT NULL",
            [at, at + _SPAN, youngest],
        )
        for uid, happened_s, has_more in rows:
            hit = [grens for grens, before in limits if happened_s < before]
            if any(not grens.velden for grens in hit):
                whole.append(("melding", uid))
            elif has_more:
                partly += [Weg(0, "melding", uid, grens.velden) for grens in hit]
                if any("fotos" in grens.velden for grens in hit):
                    whole += [("foto", foto) for foto in sync_weg.fotos_of(r, uid)]
    return whole, partly


def _dropping(reden: str) -> Callable[[Writer, Sequence[tuple[str, str]]], Toegepast]:
    def work(w: Writer, records: Sequence[tuple[str, str]]) -> Toegepast:
        told = Herstel()
        for entity, uid in records:
            sync_weg.drop_record(w, entity, uid, told)
        opruimen.need_shrink(w)
        audit.append_line(w, Actie.WISSEN, "sync", reden_code=reden, reden_tekst=str(told.verwijderd))
        return told.as_result()

    return work
