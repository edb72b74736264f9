"""Rondes and their visits on a real store."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.domain.ronde import Bevinding, Plek
from boa_app.store import audit, rondes
from boa_app.store.session import Writer
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.rondes import bezoek_plek, lijst_rondes, open_ronde, plekken, start_ronde, stop_ronde
from boa_app.usecases.session import Session
from tests.samples import SetClock, as_role

PLEK = Plek("0192f8a0-0000-7000-8000-0000000000aa", "Kloosterplantsoen", 5.01, 52.01)


@pytest.fixture
def with_plek(session: Session) -> Session:
    def work(writer: Writer) -> None:
        rondes.insert_plek(writer, PLEK)
        audit.append_line(writer, "VERZAMELEN", "plek", PLEK.uid)

    session.store.write_now(work)
    return session


def test_a_ronde_from_start_to_stop(with_plek: Session, clock: SetClock) -> None:
    ronde = start_ronde(with_plek).uid
    with pytest.raises(UserError, match="ronde_loopt_al"):
        start_ronde(with_plek)
    clock.forward(minutes=10)
    done = bezoek_plek(with_plek, PLEK.uid, Bevinding.RUSTIG)
    walking = open_ronde(with_plek)
    assert walking is not None and [visit.bevinding for visit in walking.bezoeken] == [Bevinding.RUSTIG]
    assert plekken(with_plek)[0].bevinding is Bevinding.RUSTIG
    assert done.undo is not None
    maak_ongedaan(with_plek, done.undo)
    assert plekken(with_plek)[0].laatste is None
    bezoek_plek(with_plek, PLEK.uid, Bevinding.NIEMAND)
    clock.forward(minutes=50)
    assert stop_ronde(with_plek).uid == ronde
    (listed,) = lijst_rondes(with_plek)
    assert (listed.einde, len(listed.bezoeken)) == (clock(), 1)
    assert open_ronde(with_plek) is None


def test_without_a_ronde_there_is_no_visit_and_no_stop(with_plek: Session) -> None:
    with pytest.raises(UserError, match="geen_ronde"):
        bezoek_plek(with_plek, PLEK.uid, Bevinding.RUSTIG)
    with pytest.raises(UserError, match="geen_ronde"):
        stop_ronde(with_plek)
    start_ronde(with_plek)
    with pytest.raises(UserError, match="plek_onbekend"):
        bezoek_plek(with_plek, "0192f8a0-0000-7000-8000-0000000000bb", Bevinding.RUSTIG)


def test_a_clock_set_back_does_not_end_a_ronde_before_it_began(with_plek: Session, clock: SetClock) -> None:
    start_ronde(with_plek)
    clock.forward(hours=-3)
    stop_ronde(with_plek)
    (listed,) = lijst_rondes(with_plek)
    assert listed.einde == listed.begin


def test_a_schouwleider_walks_no_ronde(with_plek: Session) -> None:
    with pytest.raises(UserError, match="geen_recht"):
        start_ronde(as_role(with_plek, Rol.SCHOUWLEIDER))
