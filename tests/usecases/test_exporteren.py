"""Protected squares as data: the rules of the protected map, its log line, and no place of any melding."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases.beschermd import Publiek
from boa_app.usecases.exporteren import exporteer_vakken, formaat_van, vind_buurten
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role


@pytest.fixture
def filled(session: Session, clock: SetClock) -> Session:
    for lon in (5.01, 5.03):
        for number in range(6):
            at = clock() - timedelta(days=70)
            register_melding(session, a_melding(clock, gebeurd_van=at, lon=lon + number * 1e-5, feiten="bij de vijver"))
    return session


def _lines(session: Session) -> list[dict[str, object]]:
    with session.store.read() as reader:
        return [line for line in audit.lines(reader) if line["actie"] == "EXPORT"]


def test_squares_of_whole_periods_and_nothing_of_a_melding(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "uit.geojson"
    verslag = exporteer_vakken(filled, path, Filter(van=date(2026, 9, 1), tot=date(2026, 9, 12)), Publiek.TEAM)
    assert (verslag.rijen, verslag.van, verslag.tot) == (2, date(2026, 7, 1), date(2026, 9, 30))
    text = path.read_text(encoding="utf-8")
    made = json.loads(text)
    assert [feature["properties"]["aantal"] for feature in made["features"]] == [6, 6]
    assert (made["van"], made["tot"], made["toelichting"]) == ("2026-07-01", "2026-09-30", list(verslag.zinnen))
    for secret in ("vijver", "5.01001", "5.03001", "5.0100", "52.0100"):
        assert secret not in text
    line = _lines(filled)[-1]
    assert (line["object_type"], line["reden_code"], line["resultaat"]) == ("raster", "team_geojson", "OK")


def test_outside_gets_classes_only_and_the_same_bytes_later(filled: Session, tmp_path: Path, clock: SetClock) -> None:
    paths = tmp_path / "een.csv", tmp_path / "twee.csv"
    exporteer_vakken(filled, paths[0], Filter(), Publiek.OPENBAAR)
    register_melding(filled, a_melding(clock, gebeurd_van=clock() - timedelta(days=70)))
    clock.forward(days=1)
    exporteer_vakken(filled, paths[1], Filter(van=date(2020, 1, 1)), Publiek.OPENBAAR)
    one, other = (path.read_bytes() for path in paths)
    assert one == other and b"aantal" not in one and b"gemiddeld" in one


def test_buurten_by_name_or_code(filled: Session, tmp_path: Path) -> None:
    assert vind_buurten(filled, ["oost", "BU03530001"]) == {"BU03530001", "BU03530002"}
    wanted = Filter(buurten=vind_buurten(filled, ["Oost"]))
    assert exporteer_vakken(filled, tmp_path / "oost.csv", wanted, Publiek.TEAM).rijen == 1
    with pytest.raises(UserError, match="export_buurt"):
        vind_buurten(filled, ["Noord"])


def test_what_goes_wrong_leaves_no_file(filled: Session, tmp_path: Path) -> None:
    for name in ("uit.xlsx", "uit.gpkg", "uit"):
        with pytest.raises(UserError, match="export_formaat"):
            formaat_van(tmp_path / name)
    with pytest.raises(UserError, match="geen_recht"):
        exporteer_vakken(as_role(filled, Rol.BOA), tmp_path / "uit.csv", Filter(), Publiek.TEAM)
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt"):
        exporteer_vakken(filled, tmp_path / "weg" / "uit.csv", Filter(), Publiek.TEAM)
    assert _lines(filled)[-1]["resultaat"] == "FOUT"
    assert not list(tmp_path.glob("uit*"))
