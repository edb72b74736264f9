"""A backup is made while the centre works, is whole or not there, and outdated ones are destroyed."""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.server.openen import Plaats
from boa_app.server.reservekopie import DATABASE, KEY, MANIFEST, maak_kopie, maak_sleutel
from boa_app.vault.keyfile import unlock_keyfile
from tests.server.installatie import SECRET, maak_installatie


def test_it_holds_rows_key_and_photos_and_nothing_readable(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "centrale")
    target = tmp_path / "kopie"
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        melding = maker.melding(feiten="geheime tekst")
        open_.push(toegang, maker, melding)
        open_.foto(toegang, maker, melding, b"verzegeld")
        assert maak_kopie(open_.centrale, target, installatie.klok())["onderdelen"] == 3
        # It goes on while a change is under way.
        open_.push(toegang, maker, maker.melding())
    with zipfile.ZipFile(target) as bundle:
        names = bundle.namelist()
    assert {DATABASE, KEY, MANIFEST} < set(names)
    assert sum(name.startswith("fotos/blobs/") for name in names) == 1
    assert b"geheime tekst" not in target.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("kopie", "centrale")] == []


def test_in_a_folder_it_gets_a_name_and_what_is_too_old_goes(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "centrale")
    folder = tmp_path / "kopie"
    folder.mkdir()
    (folder / "andermans bestand.kopie").write_bytes(b"x")
    with installatie.open() as open_:
        first = Path(maak_kopie(open_.centrale, folder, installatie.klok())["bestand"])
        old = (installatie.klok.now).timestamp()
        os.utime(first, (old, old))
        installatie.klok.forward(days=35)
        assert maak_kopie(open_.centrale, folder, installatie.klok())["vernietigd"] == 0
        assert first.exists()
        installatie.klok.forward(days=1)
        assert maak_kopie(open_.centrale, folder, installatie.klok())["vernietigd"] == 1
    assert not first.exists()
    assert (folder / "andermans bestand.kopie").exists()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path / "centrale")
    (tmp_path / "kopie").write_bytes(b"van iemand anders")
    with installatie.open() as open_, pytest.raises(BoaError, match="kopie_bestaat_al"):
        maak_kopie(open_.centrale, tmp_path / "kopie", installatie.klok())
    assert (tmp_path / "kopie").read_bytes() == b"van iemand anders"


def test_a_backup_of_postgresql_needs_a_secret_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(BoaError, match="wachtwoord_nodig"):
        maak_sleutel(Plaats(tmp_path / "c", "postgresql://x"), tmp_path / "sleutel")
    plaats = maak_installatie(tmp_path, "postgresql://x").plaats
    assert maak_sleutel(plaats, tmp_path / "sleutel") == unlock_keyfile(tmp_path / "sleutel", SECRET)
