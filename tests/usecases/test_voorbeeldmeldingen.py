"""Made-up meldingen: exact totals, plausible evenings, the same for the same seed, nothing the form would refuse."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.incident import distance_m, may_be_same_group
from boa_app.domain.melding import Melding, check_melding
from boa_app.domain.moments import Dagdeel, dagdeel_at, to_local
from boa_app.domain.text_guard import guard_text
from boa_app.mapdata.voorbeeld import draw_example
from boa_app.paths import maps_folder, resource
from boa_app.usecases.voorbeeldmeldingen import Recept, make_meldingen, totals_per_year

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
JOP = "01a20758-292b-7d8e-91b7-584a2265b1f5"


@pytest.fixture(scope="module")
def recept() -> Recept:
    tabel = tomllib.loads((maps_folder() / "voorbeeld-meldingen.toml").read_text(encoding="utf-8"))
    plan = tomllib.loads((maps_folder() / "voorbeeld.toml").read_text(encoding="utf-8"))
    drukte = {plek["naam"]: plek.get("drukte", 0) for plek in plan["plek"]}
    return Recept(tabel, drukte, draw_example(maps_folder() / "voorbeeld.toml"), JOP)


@pytest.fixture(scope="module")
def meldingen(recept: Recept) -> list[Melding]:
    totals = totals_per_year(recept, (2019, 2026), NOW, None)
    return [m for year, count in totals.items() for m in make_meldingen(recept, year, count, 1, NOW)]


def test_totals_are_those_of_the_plan(recept: Recept) -> None:
    totals = totals_per_year(recept, (2019, 2027), NOW, None)
    assert [totals[year] for year in (2019, 2020, 2021, 2022)] == [258, 533, 260, 235]
    assert 150 < totals[2026] < 236
    assert totals[2027] == 0


@pytest.mark.parametrize("count", [0, 1, 50, 12_345])
def test_a_wanted_sum_is_met_exactly(recept: Recept, count: int) -> None:
    totals = totals_per_year(recept, (2019, 2026), NOW, count)
    assert sum(totals.values()) == count
    assert min(totals.values()) >= 0


def test_every_year_gets_its_number(meldingen: list[Melding]) -> None:
    local = Counter(to_local(melding.gebeurd_van).year for melding in meldingen)
    assert [local[year] for year in (2019, 2020, 2021, 2022)] == [258, 533, 260, 235]
    assert Counter(melding.gebeurd_van.year for melding in meldingen) == local


def test_a_past_year_is_the_same_whenever_it_is_made(recept: Recept) -> None:
    first = make_meldingen(recept, 2021, 260, 1, NOW)
    assert make_meldingen(recept, 2021, 260, 1, NOW + timedelta(days=400)) == first
    assert make_meldingen(recept, 2021, 260, 2, NOW) != first


def test_the_form_would_accept_each(meldingen: list[Melding]) -> None:
    lijsten = load_codelijsten(resource("codelijsten"))
    for melding in meldingen:
        check_melding(melding, lijsten, NOW)
        assert melding.gebeurd_van < NOW
        assert guard_text(melding.feiten) == ()


def test_evenings_weekends_summer(meldingen: list[Melding]) -> None:
    parts = Counter(dagdeel_at(melding.gebeurd_van) for melding in meldingen)
    assert parts[Dagdeel.AVOND] + parts[Dagdeel.LAAT] > 0.55 * len(meldingen)
    assert parts[Dagdeel.OCHTEND] < 0.05 * len(meldingen)
    local = [to_local(melding.gebeurd_van) for melding in meldingen]
    assert sum(at.weekday() in (4, 5) for at in local) > 0.33 * len(local)
    assert sum(at.month in (5, 6, 7, 8) for at in local) > 0.36 * len(local)


def test_calls_on_one_event_lie_together(meldingen: list[Melding]) -> None:
    events: dict[str, list[Melding]] = {}
    for melding in meldingen:
        if melding.incident:
            events.setdefault(melding.incident, []).append(melding)
    assert len(events) > 100
    near = 0
    for calls in events.values():
        assert len(calls) > 1
        first, *others = calls
        pairs = [(distance_m(first.lon, first.lat, c.lon, c.lat), c) for c in others]
        near += all(may_be_same_group(d, first.gebeurd_van, c.gebeurd_van) for d, c in pairs)
    assert near > 0.9 * len(events)


def test_the_jop_draws_meldingen_away_and_is_used(meldingen: list[Melding]) -> None:
    around = Counter(to_local(m.gebeurd_van).year for m in meldingen if m.plaats in ("JOP Zeemanlaan", "Zeemanlaan"))
    assert around[2021] + around[2020] > 2 * (around[2023] + around[2024])
    referred = [m for m in meldingen if m.doorverwezen_naar]
    assert referred
    assert all(m.doorverwezen_naar == JOP and "JOP" in m.maatregelen for m in referred)
    assert min(m.gebeurd_van for m in referred) > datetime(2022, 5, 15, tzinfo=UTC)


def test_some_are_recent_some_are_windows_some_found_nobody(meldingen: list[Melding]) -> None:
    assert sum(m.gebeurd_van > NOW - timedelta(days=5) for m in meldingen) >= 5
    assert 0.08 < sum(m.gebeurd_tot is not None for m in meldingen) / len(meldingen) < 0.3
    nobody = [m for m in meldingen if m.soort == "GEEN"]
    assert nobody
    assert min(to_local(m.gebeurd_van).year for m in nobody) >= 2023


def test_just_after_new_year_there_is_no_time_for_many(recept: Recept) -> None:
    early = datetime(2026, 1, 1, 4, 0, tzinfo=UTC)
    made = make_meldingen(recept, 2026, 3, 1, early)
    assert all(m.gebeurd_van < early for m in made)
    assert make_meldingen(recept, 2026, 3, 1, datetime(2026, 1, 1, 0, 30, tzinfo=UTC)) == []
