"""Upgrading says what it will do, makes a backup first, and does nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.server import bestand, bijwerken, openen, postgres_schema, reservekopie, schema
from boa_app.server.bijwerken import Bijgewerkt, werk_bij
from boa_app.server.herstel import herstel
from boa_app.server.schema import Kolom, Tabel
from tests.server.identiteit import GEMEENTE, START
from tests.server.installatie import maak_installatie


def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program one step further."""
    step = (Tabel("proef", (Kolom("gemeente_code"), Kolom("naam")), ("gemeente_code", "naam")),)
    for module in (schema, postgres_schema):
        monkeypatch.setattr(module, "STAPPEN", (*schema.STAPPEN[:1], step))
    for module in (schema, bestand.schema, openen, postgres_schema, bijwerken, reservekopie):
        monkeypatch.setattr(module, "VERSIE", 2)


def test_a_file_says_what_opening_it_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installatie = maak_installatie(tmp_path)
    assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=None) == Bijgewerkt([1])
    with installatie.open():
        pass
    assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=None) == Bijgewerkt([])
    newer(monkeypatch)
    assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=None) == Bijgewerkt([2], str(tmp_path))


@pytest.mark.postgres
def test_an_older_database_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, postgres_dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    installatie = maak_installatie(tmp_path, postgres_dsn)
    assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=None) == Bijgewerkt([1])
    with installatie.open() as open_:
        open_.centrum.account("Ann")
    with monkeypatch.context() as patch:
        newer(patch)
        with pytest.raises(BoaError, match="centrale_ouder"), installatie.open():
            pass
        target = tmp_path / "vooraf.kopie"
        assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=target) == Bijgewerkt([2], str(target))
        assert werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=target) == Bijgewerkt([])
        back = maak_installatie(tmp_path / "terug")
        patch.setattr("boa_app.server.herstel.VERSIE", 2)
        herstel(back.plaats, target, GEMEENTE.code, START, lijst=None)
        with back.open() as open_:
            assert [row["naam"] for row in open_.rows("accounts")] == ["Ann"]
    with pytest.raises(BoaError, match="centrale_nieuwer"), installatie.open():
        pass


@pytest.mark.postgres
def test_a_backup_is_not_written_over(tmp_path: Path, postgres_dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    installatie = maak_installatie(tmp_path, postgres_dsn)
    with installatie.open():
        pass
    newer(monkeypatch)
    (tmp_path / "vooraf").write_bytes(b"x")
    with pytest.raises(BoaError, match="kopie_bestaat_al"):
        werk_bij(installatie.plaats, GEMEENTE.code, START, kopie=tmp_path / "vooraf")
