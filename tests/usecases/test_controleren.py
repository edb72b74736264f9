"""Checking a store: whole, damaged kaartpakket, broken chain, no right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.codelijsten import Codelijsten, load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.paths import resource
from boa_app.usecases.controleren import controleer
from boa_app.usecases.opening import make_store, open_session
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def _lijsten() -> Codelijsten:
    return load_codelijsten(resource("codelijsten"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _ = make_store(
        tmp_path, "wachtwoord", _lijsten(), lambda: NOW, gemeente_code="GM0353", gemeente_naam="X",
        kdf=KdfParams(64, 1, 1),
    )  # fmt: skip
    yield made
    made.close()


def test_a_whole_store_has_nothing_to_tell(session: Session) -> None:
    assert controleer(session) == ()


def test_a_row_without_its_change_is_found(session: Session) -> None:
    session.store.write_now(
        lambda w: w.db.conn.execute("INSERT INTO meldingen_tekst (rowid, plaats, feiten) VALUES (7, 'a', '')")
    )
    (point,) = controleer(session)
    assert (point.code, point.fields["soort"]) == ("aantal_verschilt", "tekstindex")


def test_a_broken_kaartpakket_is_found(session: Session, tmp_path: Path) -> None:
    session.close()
    (tmp_path / "kaartpakket").mkdir()
    (tmp_path / "kaartpakket" / "manifest.json").write_text("{", encoding="utf-8")
    again = open_session(tmp_path, "wachtwoord", _lijsten(), lambda: NOW)
    try:
        assert [point.code for point in controleer(again)] == ["kaartpakket_beschadigd"]
    finally:
        again.close()


def test_needs_the_right(session: Session) -> None:
    with pytest.raises(UserError) as caught:
        controleer(replace(session, actor=Actor("x", Rol.BELEID)))
    assert caught.value.code == "geen_recht"
