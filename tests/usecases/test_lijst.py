"""The list as values: newest first, no texts, one audit line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import Melding
from boa_app.domain.roles import Actor, Rol
from boa_app.paths import resource
from boa_app.store import audit
from boa_app.usecases.lijst import lijst_meldingen
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.opening import make_store
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import KdfParams

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    lijsten = load_codelijsten(resource("codelijsten"))
    made, _ = make_store(
        tmp_path, "wachtwoord", lijsten, lambda: NOW, gemeente_code="GM0353", gemeente_naam="X", kdf=KdfParams(64, 1, 1)
    )
    for days in (3, 1, 2):
        register_melding(
            made, Melding(NOW - timedelta(days=days), 5.04, 52.02, "HANG", feiten="Geheim", plaats="Plein")
        )
    yield made
    made.close()


def test_newest_first_without_texts(session: Session) -> None:
    rows = list(lijst_meldingen(session, Filter()))
    assert [row["gebeurd_van"][:10] for row in rows] == ["2026-11-19", "2026-11-18", "2026-11-17"]
    assert rows[0]["plaats"] == "Plein"
    assert not {"feiten", "duiding", "groep"} & rows[0].keys()
    with session.store.read() as reader:
        logged = [line for line in audit.lines(reader) if line["actie"] == "COMBINEREN"]
    assert len(logged) == 1


def test_limit_filter_and_lapsed(session: Session) -> None:
    assert len(list(lijst_meldingen(session, Filter(), limit=2))) == 2
    (row,) = lijst_meldingen(session, Filter(van=date(2026, 11, 19)))
    laat_vervallen(session, row["uid"], "dubbel")
    assert list(lijst_meldingen(session, Filter(van=date(2026, 11, 19)))) == []
    (lapsed,) = lijst_meldingen(session, Filter(van=date(2026, 11, 19), met_vervallen=True))
    assert lapsed["status"] == "vervallen"


def test_needs_the_right(session: Session) -> None:
    with pytest.raises(UserError) as caught:
        list(lijst_meldingen(replace(session, actor=Actor("x", Rol.SCHOUWLEIDER)), Filter()))
    assert caught.value.code == "geen_recht"
