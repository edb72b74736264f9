"""A grid comes back as it was set, and is set once."""

from __future__ import annotations

from datetime import date, timedelta

from boa_app.analysis.bescherming import maak_raster
from boa_app.usecases.rasterbewaring import Vastgesteld, keep_raster, kept_raster
from boa_app.usecases.session import Session
from tests.samples import SetClock

FIRST = date(2026, 7, 1)


def test_what_was_set_comes_back_and_stays(session: Session, clock: SetClock) -> None:
    raster = maak_raster([132_050.0] * 6 + [132_850.0] * 2, [447_250.0] * 8, adressen=([0.0] * 5, [0.0] * 5))
    later = Vastgesteld(maak_raster([132_050.0] * 9, [447_250.0] * 9), clock() + timedelta(days=1))
    with session.store.read() as reader:
        assert kept_raster(reader, FIRST, 3) is None
    first = session.write(lambda writer: keep_raster(writer, FIRST, 3, Vastgesteld(raster, clock())))
    assert session.write(lambda writer: keep_raster(writer, FIRST, 3, later)).op == first.op == clock()
    with session.store.read() as reader:
        kept = kept_raster(reader, FIRST, 3)
        assert kept_raster(reader, FIRST, 6) is None, "another kind of period is another map"
    assert kept is not None and kept.op == clock()
    for name in type(raster).__slots__:
        one, other = getattr(kept.raster, name), getattr(raster, name)
        assert one.tolist() == other.tolist() if hasattr(one, "tolist") else one == other, name


def test_a_grid_without_squares_comes_back_too(session: Session, clock: SetClock) -> None:
    session.write(lambda writer: keep_raster(writer, FIRST, 3, Vastgesteld(maak_raster([], []), clock())))
    with session.store.read() as reader:
        kept = kept_raster(reader, FIRST, 3)
    assert kept is not None and kept.raster.is_leeg and kept.raster.te_weinig_x_m.size == 0
