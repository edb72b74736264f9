"""Two officers who logged one event offline are offered that it may be one, once, and never when it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.zelfde_incident import maak_een_incident, mogelijk_zelfde, niet_hetzelfde
from tests.apparaten import Apparaat, Opstelling, opstelling


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def _both_logged(veld: Opstelling, **second: object) -> tuple[Apparaat, Apparaat, str, str]:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    veld.sync_all()
    first = een.meld()
    veld.clock.forward(minutes=20)
    other = ander.meld(**{"lat": 52.0201, **second})
    veld.sync_all()
    return een, ander, first, other


def test_both_are_offered_the_pair(veld: Opstelling) -> None:
    een, ander, first, other = _both_logged(veld)
    for device, own in ((een, first), (ander, other)):
        (pair,) = mogelijk_zelfde(device.session)
        assert (pair.een.uid, pair.ander.uid) == (first, other)
        assert [side.uid for side in (pair.een, pair.ander) if side.eigen] == [own]
        assert pair.afstand_m == pytest.approx(11.1, abs=0.2)


@pytest.mark.parametrize("second", [{"lat": 52.0206}, {"soort": "GEEN"}])
def test_what_is_too_far_or_found_nobody_is_not_offered(veld: Opstelling, second: dict[str, object]) -> None:
    een, ander, _, _ = _both_logged(veld, **second)
    assert mogelijk_zelfde(een.session) == mogelijk_zelfde(ander.session) == ()


def test_two_of_one_person_are_no_pair(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.meld()
    een.meld()
    assert mogelijk_zelfde(een.session) == ()


def test_joined_they_count_once_everywhere_and_can_be_parted(veld: Opstelling) -> None:
    een, ander, first, other = _both_logged(veld)
    done = maak_een_incident(ander.session, first, other)
    assert mogelijk_zelfde(ander.session) == ()
    veld.sync_all()
    assert mogelijk_zelfde(een.session) == ()
    assert toon_melding(een.session, other).melding.incident == first
    assert done.undo is not None
    maak_ongedaan(ander.session, done.undo)
    assert len(mogelijk_zelfde(ander.session)) == 1


def test_a_team_lead_joins_two_of_others(veld: Opstelling) -> None:
    _both_logged(veld)
    leider = veld.apparaat("Ina Bos", "teamleider", None)
    leider.sync()
    (pair,) = mogelijk_zelfde(leider.session)
    maak_een_incident(leider.session, pair.een.uid, pair.ander.uid)
    assert mogelijk_zelfde(leider.session) == ()


def test_not_the_same_is_remembered(veld: Opstelling) -> None:
    een, ander, first, other = _both_logged(veld)
    niet_hetzelfde(een.session, other, first)
    assert mogelijk_zelfde(een.session) == ()
    assert len(mogelijk_zelfde(ander.session)) == 1


def test_after_two_weeks_nobody_is_asked(veld: Opstelling) -> None:
    een, _, _, _ = _both_logged(veld)
    veld.clock.forward(days=15)
    assert mogelijk_zelfde(een.session) == ()
