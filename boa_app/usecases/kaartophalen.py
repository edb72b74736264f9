"""A newer kaartpakket of the centre: that it is there, fetching it, and having it beside the store to choose.

stand of a round ─► Aanbod ─► kaartpakketten/.komt-<id>.boakaart.deel ─► whole, signed by the centre ─► its place

A line may break and the program may end at any byte: what came stays, and fetching goes on there. Nothing is chosen for
anybody: the one in use stays in use.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.moments import from_iso
from boa_app.mapdata import bewaring
from boa_app.mapdata.manifest import read_manifest
from boa_app.store import sync_stand
from boa_app.sync.protocol import Stand
from boa_app.usecases.centraletoken import vraag_centrale
from boa_app.usecases.kaartbestand import neem_over
from boa_app.usecases.kaartinpakken import Cancelled, Progress, told
from boa_app.usecases.kaartuitpakken import disk_of, geopend, need_room
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

_COMING, _PART = ".komt-", ".boakaart.deel"
_ID = re.compile("[0-9a-f]{64}")
# Waits before going on after a line that broke; whenever more came, they begin anew.
AGAIN_S = (0.5, 2.0, 5.0)
_BROKEN = frozenset({"verbinding_verbroken", "centrale_traag"})
_SLICE_S = 0.1


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A kaartpakket the centre has and this store has not. bytes: to fetch in all; opgehaald: of them here already.
    gemaakt_op: aware UTC."""

    id: str
    naam: str
    maker: str
    gemaakt_op: datetime
    bytes: int
    opgehaald: int = 0


def nieuw_op_centrale(session: Session) -> Aanbod | None:
    """The newest kaartpakket of this municipality at the centre, when it is newer than all that are here.

    As the centre told in the last round; asks nothing of the line.
    """
    stand = _stand(session)
    offered = stand.kaart if stand is not None else None
    code = session.store.meta.gemeente_code
    if offered is None or not _ID.fullmatch(offered.id) or offered.gemeente_code != code:
        return None
    try:
        made_on = from_iso(offered.gemaakt_op)
    except ValueError:
        return None
    if any(made_on <= own for own in _made_here(session.store.folder, code)):
        return None
    here = _size(_part(session, offered.id))
    return Aanbod(offered.id, offered.naam, offered.maker, made_on, offered.bytes, min(here, offered.bytes))


def haal_op(
    session: Session, aanbod: Aanbod, *, progress: Progress | None = None, cancelled: Cancelled | None = None,
    transport: Transport | None = None,
) -> str:  # fmt: skip
    """Fetch it, go on where it stopped before, and put it beside the store; gives its sleutel, to choose it with.

    Raises UserError niet_aangemeld, toestel_ingetrokken, oidc_nodig, kaart_onbekend (the centre has it no longer),
    kaartbestand_afgebroken, kaartbestand_beschadigd, kaartbestand_bezig; EnvironmentProblem of the line, of the disk,
    kaartbestand_schijf_vol(nodig_mb). What came stays, unless it is damaged.
    """
    with _alone(session):
        part = _part(session, aanbod.id)
        with bewaring.writing_to(part.parent):
            part.parent.mkdir(parents=True, exist_ok=True)
            _sweep(part.parent, keep=part.name)
            # What is to come, and as much again once it is unpacked.
            need_room(part.parent, 2 * aanbod.bytes - min(_size(part), aanbod.bytes))
        hear = told(aanbod.bytes, progress, cancelled)
        ask = partial(vraag_centrale, session, partial(_fetch, aanbod, part, hear), cancelled=cancelled,
                      transport=transport)  # fmt: skip
        try:
            _until_whole(ask, part, aanbod, cancelled)
            return _take_in(session, aanbod, part, cancelled)
        except UserError as refusal:
            if refusal.code in ("kaartbestand_beschadigd", "kaartbestand_vreemd", "kaart_onbekend"):
                part.unlink(missing_ok=True)
            if refusal.code == "sync_afgebroken":
                raise UserError("kaartbestand_afgebroken") from refusal
            raise


def ruim_op(session: Session) -> None:
    """At opening: take away what was fetched of something the centre no longer offers."""
    aanbod = nieuw_op_centrale(session)
    _sweep(session.store.folder / bewaring.FOLDER, keep=_part(session, aanbod.id).name if aanbod else "")


def _until_whole(ask: Callable[[], None], part: Path, aanbod: Aanbod, cancelled: Cancelled | None) -> None:
    waits = iter(AGAIN_S)
    while (before := _size(part)) < aanbod.bytes:
        try:
            ask()
        except EnvironmentProblem as problem:
            if problem.code not in _BROKEN:
                raise
            if _size(part) > before:
                waits = iter(AGAIN_S)
            wait = next(waits, None)
            if wait is None:
                raise
            _rest(wait, cancelled)
        else:
            if _size(part) < aanbod.bytes:
                # The centre says it is whole, and it is not as long as the centre says.
                raise UserError("kaartbestand_beschadigd")


def _fetch(aanbod: Aanbod, part: Path, hear: Callable[[int], None], line: Transport) -> None:
    from boa_app.sync.kaartlijn import haal_kaart

    with (
        haal_kaart(line, aanbod.id, _size(part)) as (begin, pieces),
        bewaring.writing_to(part),
        disk_of(aanbod.bytes),
        part.open("r+b" if part.exists() else "wb") as file,
    ):
        file.truncate(begin)
        file.seek(begin)
        done = begin
        for piece in pieces:
            done += len(piece)
            if done > aanbod.bytes:
                raise UserError("kaartbestand_beschadigd")
            file.write(piece)
            hear(done)
        file.flush()
        os.fsync(file.fileno())


def _take_in(session: Session, aanbod: Aanbod, part: Path, cancelled: Cancelled | None) -> str:
    """Only what the own centre signed comes over the line, and exactly what was asked for."""
    stand = _stand(session)
    with geopend(part) as (source, kop):
        if kop.id != aanbod.id or stand is None or kop.inhoud.ondertekenaar != stand.kaart_sleutel:
            raise UserError("kaartbestand_beschadigd")
        # A person said yes to this one; whether it is newer was seen when it was offered.
        sleutel = neem_over(session, source, kop, ook_ouder=True, cancelled=cancelled)
    part.unlink(missing_ok=True)
    return sleutel


def _stand(session: Session) -> Stand | None:
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    return known.stand if known is not None and not known.ingetrokken else None


def _made_here(root: Path, gemeente_code: str) -> Iterator[datetime]:
    for sleutel in bewaring.list_sleutels(root):
        with suppress(BoaError, ValueError):
            manifest = read_manifest(bewaring.folder_of(root, sleutel))
            if manifest.gemeente_code == gemeente_code and manifest.gemaakt_op and not manifest.voorbeeld:
                yield from_iso(manifest.gemaakt_op)


def _part(session: Session, kaart: str) -> Path:
    return session.store.folder / bewaring.FOLDER / f"{_COMING}{kaart}{_PART}"


def _sweep(folder: Path, keep: str) -> None:
    for path in folder.glob(f"{_COMING}*{_PART}"):
        if path.name != keep:
            with suppress(OSError):
                path.unlink()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _alone(session: Session) -> Iterator[None]:
    if not session.store.kaart_gate.acquire(blocking=False):
        raise UserError("kaartbestand_bezig")
    try:
        yield
    finally:
        session.store.kaart_gate.release()


def _rest(wait_s: float, cancelled: Cancelled | None) -> None:
    until = time.monotonic() + wait_s
    while (left := until - time.monotonic()) > 0:
        if cancelled is not None and cancelled():
            raise UserError("kaartbestand_afgebroken")
        time.sleep(min(_SLICE_S, left))
