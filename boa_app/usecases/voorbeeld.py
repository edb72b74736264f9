"""The example store: a whole fictitious municipality, made through the same store as real work, marked as example.

It is built beside its place and moved there with the database last, so a kill leaves no store or a complete one.
"""

from __future__ import annotations

import hashlib
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.gebied import Gebied
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import Melding, check_melding
from boa_app.domain.moments import Clock, to_local
from boa_app.domain.ronde import Plek, Ronde
from boa_app.domain.schouw import Schouw
from boa_app.mapdata.pakket import Kaartpakket
from boa_app.mapdata.voorbeeld import build_example_package
from boa_app.paths import maps_folder
from boa_app.store import audit, gebieden, imports, jops, rondes, schouwen
from boa_app.store import meldingen as store_meldingen
from boa_app.store.backup import FOLDER_NAME as BACKUPS
from boa_app.store.backup import list_backups
from boa_app.store.lock import StoreLock
from boa_app.store.opening import KEYFILE_NAME, LOCK_NAME, open_store, store_exists
from boa_app.store.session import Writer
from boa_app.store.store import DATABASE_NAME
from boa_app.usecases.opening import KAARTPAKKET, make_store
from boa_app.usecases.session import Session
from boa_app.usecases.voorbeeldgebieden import make_gebieden
from boa_app.usecases.voorbeeldmeldingen import Recept, make_meldingen, totals_per_year
from boa_app.usecases.voorbeeldrondes import attach_to_rondes, make_jops, make_plekken, make_rondes, make_schouwen
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams

GEMEENTE_CODE, GEMEENTE_NAAM = "GM0353", "IJsselstein"
FIRST_YEAR, LAST_YEAR = 1995, 2100
MAX_MELDINGEN = 2_000_000
LOGGED_SINGLY = 20
BUILDING, MOVING = ".voorbeeld-", "verplaatst"
_PARTS = (KAARTPAKKET, KEYFILE_NAME, DATABASE_NAME)


@dataclass(frozen=True, slots=True)
class Voorbeeldverslag:
    """What was made. per_jaar: year -> number of meldingen by local date."""

    meldingen: int
    per_jaar: dict[int, int]
    jops: int
    schouwen: int


@dataclass(frozen=True, slots=True)
class _Inhoud:
    meldingen: list[Melding]
    jops: list[Jop]
    plekken: list[Plek]
    rondes: list[Ronde]
    schouwen: list[Schouw]
    gebieden: list[Gebied]


def maak_voorbeeld(
    folder: Path, passphrase: str, lijsten: Codelijsten, clock: Clock, *, jaren: tuple[int, int] | None = None,
    aantal: int | None = None, zaad: int = 1, kdf: KdfParams = DEFAULT_KDF, opnieuw: bool = False,
) -> Voorbeeldverslag:  # fmt: skip
    """Make an example store in a folder; the same zaad gives the same content for every year that is over.

    jaren: first and last year, by default 2019 up to now. aantal: meldingen in all instead of the IVP's numbers.
    opnieuw: replace an example store that is there. Raises UserError jaren_ongeldig, aantal_ongeldig(max),
    opslag_bestaat_al(map), geen_voorbeeld(map); as store.opening.create_store.
    """
    now = clock()
    first, last = jaren or (2019, to_local(now).year)
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise UserError("jaren_ongeldig", van=FIRST_YEAR, tot=LAST_YEAR)
    if aantal is not None and not 0 <= aantal <= MAX_MELDINGEN:
        raise UserError("aantal_ongeldig", max=MAX_MELDINGEN)
    with ExitStack() as stack:
        stack.enter_context(_cleared_place(folder, passphrase, clock, opnieuw=opnieuw))
        building = _make_building_folder(folder)
        stack.callback(shutil.rmtree, building, ignore_errors=True)
        pakket = build_example_package(building / KAARTPAKKET, maps_folder() / "voorbeeld.toml")
        session, _ = make_store(
            building, passphrase, lijsten, clock, gemeente_code=GEMEENTE_CODE, gemeente_naam=GEMEENTE_NAAM,
            voorbeeld=True, kdf=kdf,
        )  # fmt: skip
        with ExitStack() as opened:
            opened.callback(session.close)
            per_jaar, inhoud = _make_content(session, pakket, (first, last), aantal, zaad)
            _store_content(session, inhoud)
        _move_into_place(building, folder)
    return Voorbeeldverslag(len(inhoud.meldingen), per_jaar, len(inhoud.jops), len(inhoud.schouwen))


def _make_content(
    session: Session, pakket: Kaartpakket, jaren: tuple[int, int], aantal: int | None, zaad: int
) -> tuple[dict[int, int], _Inhoud]:
    now = session.now()
    places = _read_toml("voorbeeld.toml")["plek"]
    tabel = _read_toml("voorbeeld-meldingen.toml")
    random = Random(zaad)  # noqa: S311 - chance that must repeat, not secrets
    made_jops = make_jops(tabel, pakket, now, random)
    in_use = next(jop.uid for jop in made_jops if jop.status is JopStatus.ACTIEF)
    recept = Recept(tabel, {plek["naam"]: plek.get("drukte", 0) for plek in places}, pakket, in_use)
    per_jaar, meldingen = {}, []
    for year, count in totals_per_year(recept, jaren, now, aantal).items():
        made = make_meldingen(recept, year, count, zaad, now)
        per_jaar[year] = len(made)
        meldingen += made
    plekken = make_plekken(pakket, made_jops, now, random)
    walked = make_rondes(tabel, plekken, meldingen, session.actor.account, now, random)
    meldingen = attach_to_rondes(meldingen, walked)
    made_schouwen = make_schouwen(tabel, pakket, now, random)
    made_gebieden = make_gebieden(tabel, pakket, now, random)
    _check(meldingen, session.lijsten, now)
    return per_jaar, _Inhoud(meldingen, made_jops, plekken, walked, made_schouwen, made_gebieden)


def _check(meldingen: Sequence[Melding], lijsten: Codelijsten, now: datetime) -> None:
    # What the screen would refuse must not come in by another door, not even as an example.
    for melding in meldingen:
        check_melding(melding, lijsten, now)


def _store_content(session: Session, inhoud: _Inhoud) -> None:
    def work(writer: Writer) -> None:
        for jop in inhoud.jops:
            jops.insert_jop(writer, jop)
        for plek in inhoud.plekken:
            rondes.insert_plek(writer, plek)
        for ronde in inhoud.rondes:
            rondes.insert_ronde(writer, ronde)
        for schouw in inhoud.schouwen:
            schouwen.insert_schouw(writer, schouw)
        for gebied in inhoud.gebieden:
            gebieden.insert_gebied(writer, gebied)
        audit.append_line(writer, Actie.VERZAMELEN, "voorbeeld", velden=("jop", "plek", "ronde", "schouw", "gebied"))

    session.write(work)
    earlier, last = inhoud.meldingen[:-LOGGED_SINGLY], inhoud.meldingen[-LOGGED_SINGLY:]
    nr = session.write(lambda w: imports.begin_import(w, "voorbeeld", "", "voorbeeld"))
    added = imports.add_all(session.store, nr, (imports.ImportRow(melding, "") for melding in earlier))
    session.write(lambda w: imports.finish_import(w, nr, {"toegevoegd": added}))
    session.write(lambda w: _log_singly(w, last))


def _log_singly(writer: Writer, last: Sequence[Melding]) -> None:
    """The newest ones as if logged one by one, so that *herhaal vorige* repeats the newest."""
    for melding in last:
        uid = writer.new_id()
        store_meldingen.insert_melding(writer, uid, melding)
        audit.append_line(writer, Actie.VERZAMELEN, "melding", uid, velden=("*",), regime=melding.regime)


@contextmanager
def _cleared_place(folder: Path, passphrase: str, clock: Clock, *, opnieuw: bool) -> Iterator[None]:
    """Hold the folder while an example is made in it, sure that nothing of anybody else is there."""
    proven = _prove_example(folder, passphrase, clock, opnieuw=opnieuw) if store_exists(folder) else ""
    with _locked(folder):
        # Between the proof and the lock another process could have put another store here: that has another key.
        if (proven or store_exists(folder)) and proven != _digest_of_key(folder):
            raise UserError("opslag_bestaat_al", map=str(folder))
        if not proven:
            _refuse_remains(folder)
        yield


def _prove_example(folder: Path, passphrase: str, clock: Clock, *, opnieuw: bool) -> str:
    """The digest of the key of a store that says of itself that it is an example; the passphrase proves who asks."""
    if not opnieuw:
        raise UserError("opslag_bestaat_al", map=str(folder))
    digest = _digest_of_key(folder)
    store = open_store(folder, passphrase, clock)
    store.close()
    if not store.meta.voorbeeld:
        raise UserError("geen_voorbeeld", map=str(folder))
    return digest


def _refuse_remains(folder: Path) -> None:
    """A key or a backup without its database may be all that somebody has left; those of a killed move are ours."""
    digest = _digest_of_key(folder)
    ours = {line for path in folder.glob(f"{BUILDING}*/{MOVING}") for line in path.read_text(encoding="utf-8").split()}
    if list_backups(folder) or (digest and digest not in ours):
        raise UserError("opslag_bestaat_al", map=str(folder))


def _digest_of_key(folder: Path) -> str:
    """Tells key files apart; "" when there is none."""
    path = folder / KEYFILE_NAME
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError as error:
        raise EnvironmentProblem("map_alleen_lezen", map=str(folder)) from error


def _make_building_folder(folder: Path) -> Path:
    try:
        for left in folder.glob(f"{BUILDING}*"):
            shutil.rmtree(left, ignore_errors=True)
        return Path(mkdtemp(prefix=BUILDING, dir=folder))
    except OSError as error:
        raise EnvironmentProblem("map_alleen_lezen", map=str(folder)) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Nobody else opens or makes a store here meanwhile. Raises EnvironmentProblem opslag_in_gebruik."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = StoreLock(folder / LOCK_NAME)
    except OSError as error:
        raise EnvironmentProblem("map_alleen_lezen", map=str(folder)) from error
    try:
        yield
    finally:
        lock.release()


def _move_into_place(building: Path, folder: Path) -> None:
    try:
        # Whoever comes after a kill must know the keys that may lie here without their database.
        keys = f"{_digest_of_key(folder)}\n{_digest_of_key(building)}\n"
        (building / MOVING).write_text(keys, encoding="utf-8")
        for name in (BACKUPS, KAARTPAKKET):
            shutil.rmtree(folder / name, ignore_errors=True)
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm"):
            (folder / name).unlink(missing_ok=True)
        for name in _PARTS:
            (building / name).replace(folder / name)
    except OSError as error:
        raise EnvironmentProblem("map_alleen_lezen", map=str(folder)) from error


def _read_toml(name: str) -> Mapping[str, Any]:
    with (maps_folder() / name).open("rb") as file:
        return tomllib.load(file)
