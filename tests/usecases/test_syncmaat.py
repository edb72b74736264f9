"""Messages as large as the line takes."""

from __future__ import annotations

from boa_app.store import sync_stand
from boa_app.sync.protocol import MAX_PUSH, Change
from boa_app.usecases.session import Session
from boa_app.usecases.syncmaat import Pakketmaat


def _changes(count: int, size: int = 10) -> list[Change]:
    return [Change(f"c{n}", "d", "u", "melding", "m", "feiten", "x" * size, (), "h") for n in range(count)]


def test_a_message_holds_what_fits_and_always_one() -> None:
    maat = Pakketmaat(MAX_PUSH)
    assert len(maat.take(_changes(600))) == MAX_PUSH
    assert len(maat.take(_changes(300, 10_000))) == 96
    assert len(maat.take(_changes(3, 5_000_000))) == 1
    assert maat.take([]) == []


def test_after_a_break_less_goes_at_once_and_slowly_more_again(session: Session) -> None:
    maat = Pakketmaat(MAX_PUSH)
    for expected in (250, 125, 62, 31, 15, 10, 10):
        session.store.write_now(maat.shrink)
        assert maat.limit == expected
    with session.store.read() as reader:
        assert sync_stand.get(reader, Pakketmaat.NAAM) == 10
    maat.grow()
    assert maat.limit == 20
    maat.halve(3)
    assert maat.limit == 1
    for _ in range(20):
        maat.grow()
    assert maat.limit == MAX_PUSH
