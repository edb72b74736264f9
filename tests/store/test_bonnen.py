"""Bonnetjes: kept as they ended, one row per round also when it broke off, gone after their term."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.store import bonnen
from boa_app.store.session import Writer
from boa_app.usecases.session import Session
from tests.samples import SetClock, make_sample_session

T = TypeVar("T")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def session(tmp_path: Path, clock: SetClock):  # type: ignore[no-untyped-def]
    opened = make_sample_session(tmp_path / "opslag", clock)
    yield opened
    opened.close()


def _write(session: Session, work: Callable[[Writer], T]) -> T:
    return session.store.write_now(work)


def _last(session: Session) -> Bonnetje | None:
    with session.store.read() as reader:
        return bonnen.last_bon(reader)


def test_a_bonnetje_comes_back_as_it_was_kept(session: Session, clock: SetClock) -> None:
    begun = clock()
    _write(session, lambda w: bonnen.begin_bon(w, "ronde 1"))
    assert _last(session) is None, "a round that runs is no answer yet"
    clock.forward(seconds=14)
    bon = Bonnetje(
        "ronde 1", begun, clock(), BonStatus.GELUKT, 412, (Bonregel("melding", 2, 1, "ab", "cd"),), 3, 1, 2,
        "7F3A C219", "0000 0000", "centrale_traag",
    )  # fmt: skip
    _write(session, lambda w: bonnen.end_bon(w, bon))
    assert _last(session) == bon


def test_a_round_that_goes_on_keeps_its_row(session: Session, clock: SetClock) -> None:
    begun = clock()
    _write(session, lambda w: bonnen.begin_bon(w, "ronde 1"))
    clock.forward(minutes=5)
    _write(session, lambda w: bonnen.begin_bon(w, "ronde 1"))
    with session.store.read() as reader:
        (bon,) = bonnen.list_bonnen(reader)
    assert (bon.begonnen_op, bon.status, bon.klaar_op) == (begun, BonStatus.BEZIG, None)


def test_another_round_says_that_the_one_before_broke_off(session: Session, clock: SetClock) -> None:
    _write(session, lambda w: bonnen.begin_bon(w, "ronde 1"))
    clock.forward(minutes=5)
    _write(session, lambda w: bonnen.begin_bon(w, "ronde 2"))
    with session.store.read() as reader:
        assert [bon.status for bon in bonnen.list_bonnen(reader)] == [BonStatus.BEZIG, BonStatus.ONDERBROKEN]
        first = bonnen.find_bon(reader, "ronde 1")
        assert bonnen.find_bon(reader, "ronde 3") is None
    assert first is not None
    assert first.klaar_op == clock()


def test_bonnetjes_go_after_half_a_year(session: Session, clock: SetClock) -> None:
    for number in (1, 2):
        _write(session, lambda w, number=number: bonnen.begin_bon(w, f"ronde {number}"))  # type: ignore[misc]
        clock.forward(days=184)
    with session.store.read() as reader:
        assert [bon.sync for bon in bonnen.list_bonnen(reader)] == ["ronde 2"]


@pytest.mark.parametrize(
    ("change", "equal"),
    [
        ({}, True),
        ({"nog_hier": 1}, False),
        ({"fotos_nog_hier": 1}, False),
        ({"status": BonStatus.ALLEEN_GESTUURD}, False),
        ({"regels": (Bonregel("fotos", 160, 159),)}, False),
        ({"regels": (Bonregel("fotos", 160, 160, "ab", "cd"),)}, False),
    ],
)
def test_equal_is_only_what_both_sides_counted_and_left_nothing(
    change: dict[str, object], equal: bool, clock: SetClock
) -> None:
    bon = Bonnetje("r", clock(), clock(), BonStatus.GELUKT, regels=(Bonregel("melding", 1, 1, "ab", "ab"),))
    assert replace(bon, **change).is_gelijk is equal  # type: ignore[arg-type]
