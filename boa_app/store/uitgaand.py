"""The sealed outbox: unsent changes and photos, once more, in files that only the municipality's recovery key opens.

uitgaand/<device>-<nr>.boaz   a package of sync.usb, signed by this device, sealed to the public recovery key

It outlives the key of this store, and whoever finds it can carry it in unread. The writer makes the files in idle
moments, right after a commit; a kill in between is caught up with at the next opening, because what was sealed is
remembered in the store. Only files this store remembers are ever removed, and only once the centre has what is in
them or newer files hold it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from boa_app.store import fotos, sync_stand, sync_uit
from boa_app.store.problems import from_os_error
from boa_app.store.session import Reader, Writer
from boa_app.store.sync_stand import Toestelstand
from boa_app.sync.protocol import MAX_PUSH, Change, Push, Stand
from boa_app.sync.usb import PURPOSE_OUTBOX, SUFFIX, FotoDeel, Heen, pack_heen
from boa_app.vault.files import sync_folder, write_atomically
from boa_app.vault.zegel import ZegelError, seal_to, sign

FOLDER_NAME = "uitgaand"
_NAME = "uitgaand"
# Below this many changes a file is made again with what came after it: else every save would leave a file.
_SMALL = 100
_FIRST_HIDDEN = "SELECT min(eerste_seq) FROM imports WHERE status NOT IN ('klaar', 'afgebroken', 'ongedaan')"


@dataclass(frozen=True, slots=True)
class _Bestand:
    """A file with changes: of seqs above van up to tot."""

    naam: str
    van: int
    tot: int
    aantal: int


@dataclass(frozen=True, slots=True)
class _Stand:
    """What was sealed. gezien, gezien_id: the end of the log then; the number of a last row that went is given out
    again, so the number alone says nothing. verborgen: where the first unfinished
    import began. fotos: file by sha256. oud: files to remove once all is sealed again. sleutel: the recovery key."""

    sleutel: str = ""
    bestanden: tuple[_Bestand, ...] = ()
    gezien: int = 0
    gezien_id: str = ""
    verborgen: int | None = None
    fotos: dict[str, str] = field(default_factory=dict)
    oud: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """What lies in the folder. vreemd: files this store did not make, left by an earlier one."""

    bestanden: tuple[Path, ...]
    vreemd: tuple[Path, ...]


def list_outbox(folder: Path, device: str) -> Uitgaand:
    """The sealed files, oldest first. folder: of the store."""
    found = sorted((folder / FOLDER_NAME).glob("*" + SUFFIX))
    own = tuple(path for path in found if path.name.startswith(device))
    return Uitgaand(own, tuple(path for path in found if path not in own))


def entities_of(r: Reader, change_ids: Sequence[str]) -> dict[str, str]:
    """The kind of record each of these changes is about, of those that are in the log. Looks through all of the log."""
    rows = r.db.conn.execute(
        "SELECT change_id, entity FROM changes WHERE change_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(change_ids))],
    )
    return {str(change_id): str(entity) for change_id, entity in rows}


def mark_carried(w: Writer, sha256s: Sequence[str]) -> None:
    """The centre has the bytes of these photos."""
    w.db.conn.execute(
        "UPDATE fotos SET stand = 'centrale' WHERE stand = 'hier' AND sha256 IN (SELECT value FROM json_each(?))",
        [json.dumps(list(sha256s))],
    )


def seal_step(w: Writer, folder: Path) -> bool:
    """Bring the outbox one file nearer to what is unsent; gives whether there may be more to do.

    Raises EnvironmentProblem schijf_vol, map_alleen_lezen(map), opslag_fout(soort).
    """
    toestel = sync_stand.find_toestel(w)
    if toestel is None or toestel.stand is None or not toestel.stand.herstel_sleutel:
        return False
    try:
        return _step(w, folder, toestel, toestel.stand)
    except ZegelError:
        # A key that is none: nothing can be sealed, and the store still has everything.
        return False


def _step(w: Writer, folder: Path, toestel: Toestelstand, stand: Stand) -> bool:
    before = _load(w)
    state = _noticed(w, before, stand.herstel_sleutel)
    state, sealed = _seal_changes(w, state, folder, toestel, stand)
    if not sealed:
        state, sealed = _seal_foto(w, state, folder, toestel, stand)
    if not sealed:
        state = _without_sent(w, state)
        _remove(folder, state.oud)
        state = replace(state, oud=())
    if state != before:
        _keep(w, state)
    return sealed


def forget_sealed(w: Writer) -> None:
    """What is unsent was emptied by a purge: all of it is sealed again, and then the files of before go."""
    state = _load(w)
    gone = (*state.oud, *(file.naam for file in state.bestanden), *state.fotos.values())
    _keep(w, _Stand(state.sleutel, oud=gone))


def _noticed(w: Writer, state: _Stand, sleutel: str) -> _Stand:
    """The state as far as it still holds: for this key and this log, with imports finished since in their place."""
    if state.sleutel != sleutel:
        gone = (*state.oud, *(file.naam for file in state.bestanden), *state.fotos.values())
        state = _Stand(sleutel, oud=gone)
    if state.gezien and _id_at(w, state.gezien) != state.gezien_id:
        state = _again_from(state, 0)
    if not _covers(state, sync_uit.unsent_since(w, 0, 1)):
        state = _again_from(state, 0)
    hidden = w.db.conn.execute(_FIRST_HIDDEN).fetchone()[0]
    if hidden != state.verborgen and state.verborgen is not None:
        state = _again_from(state, state.verborgen)
    return replace(state, verborgen=hidden)


def _covers(state: _Stand, first: Sequence[tuple[int, Change]]) -> bool:
    """Whether the oldest unsent change is in a file or still to be looked at. After a backup at the centre was put back
    changes that were long sent are unsent again."""
    return not first or first[0][0] > (state.bestanden[0].van if state.bestanden else state.gezien)


def _again_from(state: _Stand, seq: int) -> _Stand:
    """Everything from a place in the log on is sealed again."""
    kept = tuple(file for file in state.bestanden if file.tot < seq)
    again = tuple(file.naam for file in state.bestanden if file.tot >= seq)
    return replace(state, bestanden=kept, gezien=0, gezien_id="", oud=(*state.oud, *again))


def _id_at(r: Reader, seq: int) -> str:
    row = r.db.conn.execute("SELECT change_id FROM changes WHERE seq = ?", [seq]).fetchone()
    return str(row[0]) if row else ""


def _seal_changes(
    w: Writer, state: _Stand, folder: Path, toestel: Toestelstand, stand: Stand
) -> tuple[_Stand, bool]:  # fmt: skip
    last = int(w.db.conn.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])
    if last <= state.gezien:
        return state, False
    kept = state.bestanden
    end = kept[-1].tot if kept else 0
    if not sync_uit.unsent_since(w, end, 1):
        return replace(state, gezien=last, gezien_id=_id_at(w, last)), False
    if kept and kept[-1].aantal < _SMALL:
        state = replace(state, oud=(*state.oud, kept[-1].naam))
        kept = kept[:-1]
        end = kept[-1].tot if kept else 0
    rows = sync_uit.unsent_since(w, end, MAX_PUSH)
    naam = _seal(w, folder, toestel, stand, [change for _, change in rows], ())
    state = replace(state, bestanden=(*kept, _Bestand(naam, end, rows[-1][0], len(rows))))
    if len(rows) < MAX_PUSH:
        state = replace(state, gezien=last, gezien_id=_id_at(w, last))
    return state, True


def _seal_foto(
    w: Writer, state: _Stand, folder: Path, toestel: Toestelstand, stand: Stand
) -> tuple[_Stand, bool]:  # fmt: skip
    waiting = fotos_hier(w)
    gone = {sha256 for sha256 in state.fotos if sha256 not in waiting}
    if gone:
        old = (*state.oud, *(state.fotos[sha256] for sha256 in sorted(gone)))
        state = replace(state, fotos={k: v for k, v in state.fotos.items() if k not in gone}, oud=old)
    for sha256, uid in waiting.items():
        content = None if sha256 in state.fotos else read_sealed(folder, sha256)
        if content is not None:
            naam = _seal(w, folder, toestel, stand, (), ((uid, sha256, content),))
            return replace(state, fotos={**state.fotos, sha256: naam}), True
    return state, False


def fotos_hier(r: Reader) -> dict[str, str]:
    """The photos the centre has not: uid by sha256."""
    rows = r.db.conn.execute(
        "SELECT sha256, uid FROM fotos WHERE stand = 'hier' AND bij_soort = 'melding' ORDER BY rowid"
    )
    return {str(sha256): str(uid) for sha256, uid in rows}


def read_sealed(folder: Path, sha256: str) -> bytes | None:
    """The sealed bytes of a photo, None when they cannot be read now: that must not keep the rest back."""
    with suppress(OSError):
        return fotos.file_of(folder, sha256).read_bytes()
    return None


def _seal(
    w: Writer, folder: Path, toestel: Toestelstand, stand: Stand, changes: Sequence[Change],
    photos: Sequence[tuple[str, str, bytes]],
) -> str:  # fmt: skip
    """The name of a new file with these. photos: uid, sha256, sealed bytes."""
    nr = w.new_id()
    own = toestel.toestel
    brief = Heen(
        nr, own.centrale, own.device, stand.account, w.now_iso, (Push(nr, tuple(changes)),) if changes else (),
        tuple(FotoDeel(uid, sha256, len(content)) for uid, sha256, content in photos),
    )  # fmt: skip
    package = pack_heen(
        brief, {sha256: content for _, sha256, content in photos}, lambda message: sign(own.teken_sleutel, message)
    )
    sealed = seal_to(stand.herstel_sleutel, package, PURPOSE_OUTBOX)
    place = folder / FOLDER_NAME
    naam = f"{own.device}-{nr}{SUFFIX}"
    try:
        if not place.is_dir():
            place.mkdir(mode=0o700, exist_ok=True)
            sync_folder(folder)
        write_atomically(place / naam, sealed)
    except OSError as error:
        raise from_os_error(error, folder) from error
    return naam


def _without_sent(w: Writer, state: _Stand) -> _Stand:
    """Without the files of which the centre has everything."""
    first = sync_uit.unsent_since(w, 0, 1)
    sent = tuple(file for file in state.bestanden if not first or file.tot < first[0][0])
    if not sent:
        return state
    kept = tuple(file for file in state.bestanden if file not in sent)
    return replace(state, bestanden=kept, oud=(*state.oud, *(file.naam for file in sent)))


def _remove(folder: Path, names: Sequence[str]) -> None:
    for naam in names:
        with suppress(OSError):
            (folder / FOLDER_NAME / naam).unlink(missing_ok=True)


def _load(r: Reader) -> _Stand:
    kept: dict[str, Any] = sync_stand.get(r, _NAME, {})
    if not kept:
        return _Stand()
    files = tuple(_Bestand(*file) for file in kept["bestanden"])
    return _Stand(
        kept["sleutel"], files, kept["gezien"], kept["gezien_id"], kept["verborgen"], kept["fotos"], tuple(kept["oud"])
    )  # fmt: skip


def _keep(w: Writer, state: _Stand) -> None:
    files = [[file.naam, file.van, file.tot, file.aantal] for file in state.bestanden]
    sync_stand.put(
        w,
        _NAME,
        {
            "sleutel": state.sleutel, "bestanden": files, "gezien": state.gezien, "gezien_id": state.gezien_id,
            "verborgen": state.verborgen, "fotos": state.fotos, "oud": list(state.oud),
        },
    )  # fmt: skip
