"""Nonces and bearers on both back ends: made without writing, used once, gone in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.server import tokens
from boa_app.server.backend import Backend
from tests.server.identiteit import Centrum, maak_centrum

SECRET = "ab" * 32


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def count(centrum: Centrum, table: str) -> int:
    return len(centrum.db.execute(f"SELECT 1 AS een FROM {table}"))


def test_asking_for_a_nonce_writes_nothing(centrum: Centrum) -> None:
    made = {tokens.maak_uitdaging(SECRET, centrum.klok()).nonce for _ in range(50)}
    assert len(made) == 50
    assert count(centrum, "uitdagingen") == 0


def test_a_nonce_is_good_once_within_a_minute_under_its_own_secret(centrum: Centrum) -> None:
    nonce = tokens.maak_uitdaging(SECRET, centrum.klok()).nonce
    use = tokens.gebruik_uitdaging
    assert not use(centrum.db, "cd" * 32, nonce, centrum.klok())
    assert use(centrum.db, SECRET, nonce, centrum.klok())
    assert not use(centrum.db, SECRET, nonce, centrum.klok())
    late = tokens.maak_uitdaging(SECRET, centrum.klok()).nonce
    assert not use(centrum.db, SECRET, late, centrum.klok() + timedelta(minutes=1))


def test_used_nonces_and_old_tokens_are_forgotten(centrum: Centrum) -> None:
    holder = centrum.toestel()
    for _ in range(3):
        holder.token(centrum.dienst)
    assert (count(centrum, "uitdagingen"), count(centrum, "tokens")) == (3, 3)
    centrum.klok.forward(days=2)
    holder.token(centrum.dienst)
    assert (count(centrum, "uitdagingen"), count(centrum, "tokens")) == (1, 1)


def test_something_is_used_up_once_until_it_is_forgotten(centrum: Centrum) -> None:
    now = centrum.klok()
    until = now + timedelta(hours=1)
    assert tokens.verbruik(centrum.db, "iets", now, until)
    assert not tokens.verbruik(centrum.db, "iets", now + timedelta(minutes=59), until)
    assert tokens.verbruik(centrum.db, "iets anders", now, until)


def test_a_token_that_never_was_is_not_found(centrum: Centrum) -> None:
    token = centrum.toestel().token(centrum.dienst).token
    found = tokens.vind_token(centrum.db, token)
    assert found is not None
    assert found["ingetrokken_op"] == ""
    for wrong in ("", token[:-1], token + "x", "\x00", "\ud800"):
        assert tokens.vind_token(centrum.db, wrong) is None
