"""The kaartpakketten a centre gives its devices: signed files in a folder beside the photos, and nothing else.

    kaarten/<id>.boakaart    whole, checked, signed by this centre, flushed before it got its name
    kaarten/….nieuw          being taken in; swept by the next that is
    kaarten/slot             held by who takes one in

A file tells everything about itself and its name is the hash of what its signature covers, so there is no row to keep
in step with it. What comes in is signed by its maker; the centre checks that and signs it anew, so that a device has to
know one key only: that of its centre.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import from_iso
from boa_app.server import audit, toestellen
from boa_app.server.db import Db
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.instellingen import read_extra, write_extra
from boa_app.server.slot import beurt
from boa_app.sync.kaartbestand import (
    SUFFIX,
    Kaartdeel,
    Kaartkop,
    copy_delen,
    is_vingerafdruk,
    pack_kop,
    read_kop,
    vingerafdruk,
)
from boa_app.sync.protocol import Kaartaanbod
from boa_app.vault.files import rename_durably
from boa_app.vault.zegel import Sleutelpaar, generate_signing_key, sign, verify

# More than a centre ever needs: a few years of one municipality.
MAX_PAKKETTEN = 20
_ID = re.compile("[0-9a-f]{64}")
_BUILDING = ".nieuw"
_PRIVATE, _PUBLIC = "kaartsleutel_prive", "kaartsleutel"


def kaartsleutel(db: Db) -> Sleutelpaar:
    """The key this centre signs kaartpakketten with, made when there was none yet."""
    if not read_extra(db, _PUBLIC):
        with db.transaction():
            db.lock("kaartsleutel")
            if not read_extra(db, _PUBLIC):
                pair = generate_signing_key()
                write_extra(db, _PRIVATE, pair.prive)
                write_extra(db, _PUBLIC, pair.publiek)
    return Sleutelpaar(read_extra(db, _PRIVATE), read_extra(db, _PUBLIC))


def publieke_kaartsleutel(db: Db) -> str:
    """Its public half, hex, for devices; "" while there is none."""
    return read_extra(db, _PUBLIC)


class Kaartenmap:
    """The folder of kaartpakketten of one municipality. Several threads may use it."""

    def __init__(self, folder: Path, publiek: Callable[[], str]) -> None:
        """publiek: gives the public key of this centre; files another key signed are none of its."""
        self._folder, self._publiek = folder, publiek
        self._known: dict[str, Kaartkop] = {}
        self._guard = threading.Lock()

    def lijst(self) -> tuple[Kaartkop, ...]:
        """What is here and whole as far as its size tells, newest first."""
        found = [kop for path in self._paths() if (kop := self._kop_of(path)) is not None]
        return tuple(sorted(found, key=lambda kop: (from_iso(kop.inhoud.gemaakt_op), kop.id), reverse=True))

    def kapot(self) -> tuple[str, ...]:
        """Names of files in the folder that are no kaartpakket of this centre."""
        return tuple(path.name for path in self._paths() if self._kop_of(path) is None)

    def beschadigd(self) -> tuple[str, ...]:
        """The same with every byte read: names of files that are not what was taken in."""
        return tuple(path.name for path in self._paths() if self._kop_of(path) is None or not _is_whole(path))

    def nieuwste(self) -> Kaartaanbod | None:
        """The newest of them."""
        found = self.lijst()
        return aanbod_van(found[0]) if found else None

    def vind(self, kaart: str) -> tuple[Path, Kaartkop]:
        """A file and its header. Raises Geweigerd 404 kaart_onbekend."""
        path = self._folder / f"{kaart}{SUFFIX}"
        kop = self._kop_of(path) if _ID.fullmatch(kaart) else None
        if kop is None:
            raise Geweigerd(404, "kaart_onbekend")
        return path, kop

    def neem(self, source: BinaryIO, kop: Kaartkop, sleutel: Sleutelpaar) -> Kaartkop:
        """Take a file in under the signature of this centre, its header having been read. Twice is harmless.

        Raises UserError kaartbestand_beschadigd, kaartbestand_onleesbaar, kaart_te_veel(max); EnvironmentProblem
        kaartbestand_schijf_vol(nodig_mb), opslag_fout.
        """
        own = replace(kop.inhoud, ondertekenaar=sleutel.publiek)
        head = pack_kop(own, lambda message: sign(sleutel.prive, message))
        with self._alone(kop.bytes):
            if len(self._paths()) >= MAX_PAKKETTEN:
                raise UserError("kaart_te_veel", max=MAX_PAKKETTEN)
            _need_room(self._folder, kop.bytes)
            descriptor, name = tempfile.mkstemp(suffix=_BUILDING, dir=self._folder)
            building = Path(name)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(head)
                    copy_delen(source, kop, lambda deel: _into(file, deel), lambda _: None)
                    file.flush()
                    os.fsync(file.fileno())
                with building.open("rb") as file:
                    made = read_kop(file, verify)
                rename_durably(building, self._folder / f"{made.id}{SUFFIX}")
            finally:
                building.unlink(missing_ok=True)
        return made

    def verwijder(self, kaart: str) -> Kaartkop:
        """Remove one. A device that is fetching it hears that it is gone. Raises Geweigerd 404 kaart_onbekend."""
        path, kop = self.vind(kaart)
        with _disk(0):
            path.unlink(missing_ok=True)
        with self._guard:
            self._known.pop(kaart, None)
        return kop

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{SUFFIX}"))

    def _kop_of(self, path: Path) -> Kaartkop | None:
        """The header of a file of this centre that has its whole size; a name never gets other contents."""
        kaart = path.name.removesuffix(SUFFIX)
        with suppress(OSError, UserError):
            size = path.stat().st_size
            with self._guard:
                kop = self._known.get(kaart)
            if kop is None:
                with path.open("rb") as file:
                    kop = read_kop(file, verify)
                with self._guard:
                    self._known[kaart] = kop
            if (kop.id, kop.bytes, kop.inhoud.ondertekenaar) == (kaart, size, self._publiek()):
                return kop
        return None

    @contextmanager
    def _alone(self, size: int) -> Iterator[None]:
        """Be the only process that takes one in, with what a kill left behind swept away."""
        with _disk(size):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with beurt(self._folder / "slot"):
                for path in self._folder.glob(f"*{_BUILDING}"):
                    path.unlink()
                yield


def kaarten_van(db: Db, folder: Path) -> Kaartenmap:
    """The kaartpakketten of this centre in a folder."""
    return Kaartenmap(folder, lambda: publieke_kaartsleutel(db))


def zet(db: Db, kaarten: Kaartenmap, source: BinaryIO, now: datetime, vertrouw: str = "") -> Kaartkop:
    """Take a kaartpakket in that somebody brought to the centre.

    source: at its beginning. vertrouw: the vingerafdruk of a maker the centre does not know. Raises UserError as
    read_kop, kaartbestand_andere_gemeente(gemeente, verwacht), kaartbestand_onbekende_maker(maker, vingerafdruk), and
    as Kaartenmap.neem.
    """
    kop = read_kop(source, verify)
    inhoud, own = kop.inhoud, kaartsleutel(db)
    if inhoud.gemeente_code != db.gemeente_code:
        raise UserError(
            "kaartbestand_andere_gemeente", gemeente=inhoud.gemeente_code or "-", verwacht=db.gemeente_code
        )  # fmt: skip
    key = inhoud.ondertekenaar
    known = key == own.publiek or toestellen.is_teken_sleutel(db, key)
    if not known and not is_vingerafdruk(vertrouw, key):
        raise UserError("kaartbestand_onbekende_maker", maker=inhoud.maker, vingerafdruk=vingerafdruk(key))
    made = kaarten.neem(source, kop, own)
    with db.transaction():
        audit.append_line(db, now, audit.MACHINE, Actie.VERZAMELEN, "kaartpakket", made.id)
    return made


def haal_weg(db: Db, kaarten: Kaartenmap, kaart: str, now: datetime) -> Kaartkop:
    """Remove a kaartpakket from the centre; devices keep what they have. Raises Geweigerd 404 kaart_onbekend."""
    kop = kaarten.verwijder(kaart)
    with db.transaction():
        audit.append_line(db, now, audit.MACHINE, Actie.WISSEN, "kaartpakket", kop.id)
    return kop


def aanbod_van(kop: Kaartkop) -> Kaartaanbod:
    """How a device hears of it."""
    inhoud = kop.inhoud
    return Kaartaanbod(kop.id, inhoud.naam, inhoud.gemeente_code, inhoud.gemaakt_op, inhoud.maker, kop.bytes)


def _is_whole(path: Path) -> bool:
    with Path(os.devnull).open("wb") as nowhere, suppress(OSError, UserError):
        with path.open("rb") as file:
            copy_delen(file, read_kop(file, verify), lambda deel: _into(nowhere, deel), lambda _: None)
        return True
    return False


@contextmanager
def _into(file: BinaryIO, _: Kaartdeel) -> Iterator[BinaryIO]:
    """All files go one after another into the same one."""
    yield file


def _need_room(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size:
        raise EnvironmentProblem("kaartbestand_schijf_vol", nodig_mb=_megabytes(size))


def _megabytes(size: int) -> int:
    return -(-size // 1024**2)


@contextmanager
def _disk(size: int) -> Iterator[None]:
    import errno

    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise EnvironmentProblem("kaartbestand_schijf_vol", nodig_mb=_megabytes(size)) from error
        raise EnvironmentProblem("opslag_fout", soort=type(error).__name__) from error
