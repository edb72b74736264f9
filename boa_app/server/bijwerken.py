"""Bringing an installation to this version of the program: a backup first, then the steps that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.server.bestand import BestandBackend
from boa_app.server.kopieer import columns_of, copy_rows, postgres_bron
from boa_app.server.openen import Plaats, file_version, translated
from boa_app.server.reservekopie import DATABASE, KEY, maak_sleutel, schrijf_kopie
from boa_app.server.schema import VERSIE
from boa_app.vault.keyfile import unlock_keyfile


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """stappen: the versions that are gone through. kopie: where the backup is, "" when there was nothing to lose."""

    stappen: list[int]
    kopie: str = ""


def werk_bij(plaats: Plaats, gemeente_code: str, now: datetime, *, rol: str = "", kopie: Path | None) -> Bijgewerkt:
    """Back up and migrate. rol: login role of PostgreSQL that may serve from now on. A file is backed up and migrated
    by whoever opens it next: that is said here.

    Raises UserError kopie_bestaat_al(bestand), wachtwoord_nodig; EnvironmentProblem as the back end.
    """
    with translated(plaats.bestand):
        plaats.bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _database(plaats, gemeente_code, now, rol, kopie) if plaats.dsn else _file(plaats)


def _file(plaats: Plaats) -> Bijgewerkt:
    version = 0
    if plaats.bestand.exists():
        version = file_version(plaats.bestand, unlock_keyfile(plaats.sleutel, plaats.geheim))
    saved = str(plaats.bestand.parent) if 0 < version < VERSIE else ""
    return Bijgewerkt(list(range(version + 1, VERSIE + 1)), saved)


def _database(plaats: Plaats, gemeente_code: str, now: datetime, rol: str, kopie: Path | None) -> Bijgewerkt:
    from boa_app.server.postgres_schema import migrate

    if not 0 < _database_version(plaats.dsn) < VERSIE:
        return Bijgewerkt(migrate(plaats.dsn, poolrol=rol))
    target = kopie or plaats.naast(f"voor-v{VERSIE}-{now:%Y%m%dT%H%M%S}.kopie")
    if target.exists():
        raise UserError("kopie_bestaat_al", bestand=target.name)
    schrijf_kopie(plaats, gemeente_code, target, now, lambda folder: _collect(plaats, gemeente_code, folder))
    return Bijgewerkt(migrate(plaats.dsn, poolrol=rol), str(target))


def _database_version(dsn: str) -> int:
    from boa_app.server.postgres_schema import check_version, connect

    with connect(dsn) as connection:
        try:
            check_version(connection)
        except EnvironmentProblem as problem:
            if problem.code != "centrale_ouder":
                raise
            return int(problem.fields["versie"])
    return VERSIE


def _collect(plaats: Plaats, gemeente_code: str, folder: Path) -> None:
    """What is in the older tables, in a file of this version: what later steps add is empty in it."""
    copy = BestandBackend(folder / DATABASE, maak_sleutel(plaats, folder / KEY))
    try:
        with postgres_bron(plaats.dsn, gemeente_code) as bron:
            copy_rows(bron, copy.db(gemeente_code), bron.shared(columns_of(copy)))
    finally:
        copy.close()
