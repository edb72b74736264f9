"""Making and opening a centre: whole or not at all, upgraded with a backup, never by an older program."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.server import bestand, openen, schema
from boa_app.server.openen import RANDOM_KDF, Plaats, file_version, open_centrale, read_geheim
from boa_app.server.schema import Kolom, Tabel
from boa_app.vault.keyfile import unlock_keyfile
from tests.server.identiteit import GEMEENTE, START
from tests.server.installatie import SECRET, maak_installatie


def test_a_centre_is_made_once_and_its_recovery_code_is_told_once(tmp_path: Path) -> None:
    plaats = maak_installatie(tmp_path).plaats
    with open_centrale(plaats, GEMEENTE, START) as first:
        code, instance = first.herstelcode, first.db.execute("SELECT waarde FROM instellingen WHERE naam = 'centrale'")
    assert len(code) == 29
    with open_centrale(plaats, GEMEENTE, START) as second:
        assert second.herstelcode == ""
        assert second.db.execute("SELECT waarde FROM instellingen WHERE naam = 'centrale'") == instance
    # The same code opens the file too.
    assert unlock_keyfile(plaats.sleutel, code) == unlock_keyfile(plaats.sleutel, SECRET)
    assert code.encode() not in plaats.bestand.read_bytes()


def test_two_commands_at_once_make_one_centre(tmp_path: Path) -> None:
    plaats, codes = maak_installatie(tmp_path).plaats, []

    def make() -> None:
        with open_centrale(plaats, GEMEENTE, START) as centrale:
            codes.append(centrale.herstelcode)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(len(code) for code in codes) == [0, 0, 0, 29]


def test_what_a_kill_left_of_a_making_is_begun_anew(tmp_path: Path) -> None:
    plaats = maak_installatie(tmp_path).plaats
    for name in ("nieuw", "nieuw-wal", "sleutel"):
        plaats.naast(name).write_bytes(b"half")
    with open_centrale(plaats, GEMEENTE, START) as centrale:
        assert centrale.herstelcode
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {
        "centrale.boa",
        "centrale.boa.sleutel",
        "centrale.boa.slot",
        "centrale.boa.sleutel-apart-20261120T120000",
    }


def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program one step further."""
    step = (Tabel("proef", (Kolom("gemeente_code"), Kolom("naam")), ("gemeente_code", "naam")),)
    for module in (schema, bestand.schema):
        monkeypatch.setattr(module, "STAPPEN", (*schema.STAPPEN[:1], step))
        monkeypatch.setattr(module, "VERSIE", 2)
    monkeypatch.setattr(openen, "VERSIE", 2)


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installatie = maak_installatie(tmp_path)
    with installatie.open() as open_:
        open_.centrum.account("Ann")
    newer(monkeypatch)
    with installatie.open() as open_:
        assert [row["naam"] for row in open_.rows("accounts")] == ["Ann"]
        assert open_.rows("proef") == []
    key = unlock_keyfile(installatie.plaats.sleutel, SECRET)
    (copy,) = tmp_path.glob("*.kopie")
    assert (file_version(copy, key), file_version(installatie.plaats.bestand, key)) == (1, 2)
    assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o600


def test_an_older_program_leaves_a_newer_file_alone(tmp_path: Path) -> None:
    installatie = maak_installatie(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        newer(patch)
        with installatie.open():
            pass
    before = installatie.plaats.bestand.read_bytes()
    with pytest.raises(BoaError, match="centrale_nieuwer") as caught, installatie.open():
        pass
    assert caught.value.fields == {"versie": 2, "kent": 1}
    assert installatie.plaats.bestand.read_bytes() == before


@pytest.mark.parametrize(
    ("break_it", "code"),
    [
        (lambda plaats: plaats.sleutel.unlink(), "sleutelbestand_ontbreekt"),
        (lambda plaats: plaats.sleutel.write_text("{}"), "sleutelbestand_beschadigd"),
        (lambda plaats: plaats.bestand.write_bytes(b"x" * 8192), "bestand_beschadigd"),
    ],
)
def test_what_is_broken_is_said(tmp_path: Path, break_it: object, code: str) -> None:
    installatie = maak_installatie(tmp_path)
    with installatie.open():
        pass
    break_it(installatie.plaats)  # type: ignore[operator]
    with pytest.raises(BoaError, match=code), installatie.open():
        pass


def test_a_short_secret_makes_nothing(tmp_path: Path) -> None:
    plaats = Plaats(tmp_path / "c.boa", "", "kort", RANDOM_KDF)
    with pytest.raises(BoaError, match="wachtwoord_te_kort"), open_centrale(plaats, GEMEENTE, START):
        pass
    assert not plaats.bestand.exists()
    assert not plaats.sleutel.exists()


def test_a_secret_of_a_file_is_for_its_owner_and_long_enough(tmp_path: Path) -> None:
    path = tmp_path / "geheim"
    with pytest.raises(BoaError, match="geheimbestand_ontbreekt"):
        read_geheim(path, make=False)
    made = read_geheim(path, make=True)
    assert len(made) == openen.RANDOM_LENGTH
    assert read_geheim(path, make=True) == made
    path.write_text("kort\n", encoding="utf-8")
    with pytest.raises(BoaError, match="geheimbestand_leeg"):
        read_geheim(path, make=False)
    if os.name != "nt":
        path.chmod(0o604)
        with pytest.raises(BoaError, match="geheimbestand_open"):
            read_geheim(path, make=False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_a_credential_of_systemd_may_show_a_right_of_the_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "boa-centrale"
    path.write_text(SECRET, encoding="utf-8")
    path.chmod(0o440)
    with pytest.raises(BoaError, match="geheimbestand_open"):
        read_geheim(path, make=False)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_geheim(path, make=False) == SECRET
