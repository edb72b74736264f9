"""The clock of the device in a session: judged, doubted, said to be right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from boa_app.domain.klok import KlokStand
from boa_app.usecases.klok import bevestig_klok, lees_klok
from boa_app.usecases.opening import open_session
from boa_app.usecases.session import Session
from tests.samples import PASSPHRASE, SetClock, load_lijsten, make_sample_session


def _again(folder: Path, clock: SetClock) -> Session:
    return open_session(folder, PASSPHRASE, load_lijsten(), clock)


def test_a_fresh_store_has_no_doubt(session: Session) -> None:
    assert lees_klok(session).is_zeker


def test_ahead_is_doubted_until_a_person_says_it_is_right(tmp_path: Path, clock: SetClock) -> None:
    make_sample_session(tmp_path / "o", clock).close()
    used = clock.now
    clock.forward(days=366)
    session = _again(tmp_path / "o", clock)
    found = lees_klok(session)
    assert (found.stand, found.laatst, found.nu, found.dagen) == (KlokStand.VOORUIT, used, clock.now, 366)
    bevestig_klok(session)
    assert lees_klok(session).is_zeker
    session.close()
    clock.forward(days=-366)
    session = _again(tmp_path / "o", clock)
    assert lees_klok(session).stand is KlokStand.ACHTER
    bevestig_klok(session)
    session.close()
    clock.forward(days=1)
    session = _again(tmp_path / "o", clock)
    assert lees_klok(session).is_zeker
    session.close()


def test_an_example_store_never_asks(session: Session, clock: SetClock) -> None:
    session.store.meta = replace(session.store.meta, voorbeeld=True)
    clock.forward(days=500)
    assert lees_klok(session).is_zeker
