"""Areas of the example: good ones, the same every time, and one that is over."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from random import Random

from boa_app.mapdata.voorbeeld import draw_example
from boa_app.paths import maps_folder
from boa_app.usecases.voorbeeldgebieden import make_gebieden

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def test_areas_lie_in_the_town_and_one_is_over() -> None:
    pakket = draw_example(maps_folder() / "voorbeeld.toml")
    tabel = tomllib.loads((maps_folder() / "voorbeeld-meldingen.toml").read_text(encoding="utf-8"))
    made = make_gebieden(tabel, pakket, NOW, Random(1))
    assert [(gebied.naam, gebied.soort) for gebied in made] == [
        ("Cameratoezicht Plein", "CAMERA"),
        ("Alcoholverbod Kloosterplantsoen", "VERBOD"),
        ("Werkgebied Noord", "WERKGEBIED"),
        ("Zomerfeest Sportpark", "EVENEMENT"),
    ]
    assert [gebied.naam for gebied in made if gebied.is_over(date(2026, 11, 20))] == ["Zomerfeest Sportpark"]
    sizes = {gebied.naam: gebied.area_m2() for gebied in made}
    assert 20_000 < sizes["Cameratoezicht Plein"] < 100_000
    assert 500_000 < sizes["Werkgebied Noord"] < 5_000_000
    west, east = (pick(lon for lon, _ in pakket.omtrek[0]) for pick in (min, max))
    assert all(west < lon < east for gebied in made for ring in gebied.ringen for lon, _ in ring)
    assert make_gebieden(tabel, pakket, NOW, Random(1)) == made
    assert make_gebieden(tabel, pakket, datetime(2020, 1, 1, tzinfo=UTC), Random(1)) == []
