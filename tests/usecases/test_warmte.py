"""Which meldingen make heat, and over how much time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from boa_app.analysis.crs import to_rd
from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.mapdata.pakket import Rings, Vlak
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, refresh, select
from boa_app.usecases.session import Session
from boa_app.usecases.warmte import MIN_DAGEN, Warmte, Warmtebron, make_masker, span_days
from tests.samples import SetClock, a_melding, as_role, small_kaart

HALF_YEAR = Filter(weken=26)


def _heat(session: Session, wanted: Filter = HALF_YEAR, bron: Warmtebron | None = None) -> Warmte:
    selectie = select(load_overzicht(session), wanted, session.now())
    return (bron or Warmtebron()).maak(session, selectie, wanted)


def _value(warmte: Warmte, lon: float, lat: float) -> float:
    x, y = (np.atleast_1d(part) for part in to_rd(lon, lat))
    return float(warmte.dichtheid.sample(x, y)[0])


def test_incidents_count_once_at_the_place_reported_first(session: Session, clock: SetClock) -> None:
    first = register_melding(session, a_melding(clock, lon=5.01, gebeurd_van=clock() - timedelta(hours=3))).uid
    for hours in (2, 1):
        moment = clock() - timedelta(hours=hours)
        register_melding(session, a_melding(clock, lon=5.03, gebeurd_van=moment, incident=first))
    warmte = _heat(session)
    assert warmte.aantal == 1
    assert _value(warmte, 5.01, 52.01) > 0.4
    assert _value(warmte, 5.03, 52.01) == 0


@pytest.mark.parametrize(
    "values", [{"soort": "GEEN"}, *({"aanleiding": code} for code in ("HOTSPOT", "GEPLAND", "JOP", "SCHOUW"))]
)
def test_visits_and_own_attention_make_no_heat(session: Session, clock: SetClock, values: dict[str, str]) -> None:
    register_melding(session, a_melding(clock, **values))
    assert _heat(session).aantal == 0
    register_melding(session, a_melding(clock))
    assert _heat(session).aantal == 1


def test_lapsed_ones_make_no_heat_also_when_they_are_shown(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    laat_vervallen(session, uid, "dubbel")
    assert _heat(session, Filter(weken=26, met_vervallen=True)).aantal == 0


def test_the_filter_decides_and_a_save_is_followed(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock, soort="ALC"))
    overzicht, bron = load_overzicht(session), Warmtebron()
    drunk = Filter(weken=26, soorten=frozenset({"ALC"}))
    noise = Filter(weken=26, soorten=frozenset({"GEL-MUZ"}))
    assert [bron.maak(session, select(overzicht, w, clock()), w).aantal for w in (drunk, noise)] == [1, 0]
    uid = register_melding(session, a_melding(clock, soort="GEL-MUZ")).uid
    refresh(overzicht, session, Changes(meldingen=frozenset({uid})))
    assert [bron.maak(session, select(overzicht, w, clock()), w).aantal for w in (drunk, noise)] == [1, 1]
    bron.forget()
    assert bron.maak(session, select(overzicht, noise, clock()), noise).aantal == 1


def test_per_year_of_the_period(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    half, whole = _heat(session), _heat(session, Filter(weken=52))
    assert (half.dagen, whole.dagen, half.is_kort) == (182, 364, False)
    assert _value(half, 5.01, 52.01) == pytest.approx(2 * _value(whole, 5.01, 52.01), rel=1e-5)


def test_a_few_days_are_counted_as_four_weeks_and_said_so(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    day = Filter(van=date(2026, 11, 20), tot=date(2026, 11, 20))
    warmte = _heat(session, day)
    assert (warmte.dagen, warmte.is_kort) == (MIN_DAGEN, True)
    assert _value(warmte, 5.01, 52.01) < 4


def test_an_open_period_spans_what_there_is(session: Session, clock: SetClock) -> None:
    today = date(2026, 11, 20)
    assert span_days(select(load_overzicht(session), Filter(), clock()), Filter(), today) == 1
    for moment in (datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 11, 19, 20, tzinfo=UTC)):
        register_melding(session, a_melding(clock, gebeurd_van=moment))
    selectie = select(load_overzicht(session), Filter(), clock())
    assert span_days(selectie, Filter(), today) == (date(2026, 11, 19) - date(2026, 1, 5)).days + 1
    assert span_days(selectie, Filter(van=date(2026, 11, 1)), today) == 19
    assert span_days(selectie, Filter(tot=date(2026, 1, 6)), today) == 2


def test_who_may_read_no_melding_sees_no_heat(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    selectie = select(load_overzicht(session), HALF_YEAR, clock())
    with pytest.raises(UserError, match="geen_recht"):
        Warmtebron().maak(as_role(session, Rol.SCHOUWLEIDER), selectie, HALF_YEAR)
    assert Warmtebron().maak(as_role(session, Rol.BOA), selectie, HALF_YEAR).aantal == 1


def test_at_the_border_of_the_kaartpakket_nothing_is_missing(session: Session, clock: SetClock) -> None:
    # The outline of the small town ends at 52.02; the street beyond it is another municipality's.
    register_melding(session, a_melding(clock, lon=5.01, lat=52.0199))
    bron = Warmtebron()
    with_border, plain = _heat(session, bron=bron), _heat(replace(session, kaart=None))
    assert _value(with_border, 5.01, 52.0199) == pytest.approx(2 * _value(plain, 5.01, 52.0199), rel=0.15)
    assert _value(with_border, 5.01, 52.04) == 0
    # One mask for each kaartpakket, and plain density again where there is none.
    assert _heat(session, bron=bron).dichtheid._masker is with_border.dichtheid._masker
    without = _heat(replace(session, kaart=None), bron=bron)
    assert _value(without, 5.01, 52.0199) == _value(plain, 5.01, 52.0199)


def test_what_is_told_far_outside_the_kaartpakket_has_its_own_heat(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock, lon=5.30, lat=52.10))
    here, plain = _heat(session), _heat(replace(session, kaart=None))
    assert _value(here, 5.30, 52.10) == _value(plain, 5.30, 52.10) > 0.4


def test_beside_open_water_heat_is_that_of_the_land(session: Session, clock: SetClock) -> None:
    kaart = small_kaart()
    # Only the south bank is land.
    lake = ((5.0, 52.01), (5.04, 52.01), (5.04, 52.03), (5.0, 52.03), (5.0, 52.01))
    wet = replace(session, kaart=replace(kaart, vlakken=(Vlak("water", (lake,)), Vlak("groen", (kaart.omtrek[0],)))))
    register_melding(session, a_melding(clock, lon=5.02, lat=52.0099))
    assert _value(_heat(wet), 5.02, 52.0099) > 1.7 * _value(_heat(session), 5.02, 52.0099)


def test_an_outline_that_is_no_municipality_gives_no_mask() -> None:
    kaart = small_kaart()
    world = ((0.0, 45.0), (12.0, 45.0), (12.0, 58.0), (0.0, 58.0), (0.0, 45.0))
    nowhere = ((float("inf"), 52.0), (5.0, float("nan")))
    shapes: tuple[Rings, ...] = ((), ((),), (world,), (nowhere,))
    for omtrek in shapes:
        assert make_masker(replace(kaart, omtrek=omtrek)) is None
    # One place is a cell of which nothing is inside: everything counts plainly.
    point = make_masker(replace(kaart, omtrek=(((5.0, 52.0),) * 4,)))
    assert point is None or point.inside(20, 69) is None or not np.any(point.inside(20, 69))
