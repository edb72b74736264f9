"""One source: its profile, its guesses, its rows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.exchange.bron import inspect_source
from boa_app.exchange.kolommen import Kolomwijzer
from boa_app.exchange.rijen import Lezing
from boa_app.usecases.importlezing import Bronlezing
from tests.exchange.signalenzip import signal, write_zip
from tests.samples import load_lijsten

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
STREET = "Crime ID,Month,Longitude,Latitude,Location,Crime type\n,2023-01,-2.5,51.4,X,Anti-social behaviour\n"


def _lezing(path: Path, profiel: str = "auto", **told: object) -> Bronlezing:
    wijzer = Kolomwijzer(**told)  # type: ignore[arg-type]
    return Bronlezing(inspect_source(path), profiel, wijzer, None, load_lijsten(), NOW)


def _rows(lezing: Bronlezing) -> tuple[int, int]:
    with lezing.rows(Lezing("f")) as (batches, position):
        found = sum(len(batch) for batch in batches)
        return found, position()


def _file(folder: Path, text: str) -> Path:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return folder / "t.csv"


def test_the_profile_is_told_by_the_file(tmp_path: Path) -> None:
    street, size = _lezing(_file(tmp_path, STREET)), len(STREET)
    assert (street.bron, street.gokken, _rows(street)) == ("police-uk", (), (1, size))
    table = _lezing(_file(tmp_path, "datum;lon;lat\n13-2-2026;5,04;52,02\n"))
    assert (table.bron, table.vorm.delimiter, _rows(table)[0]) == ("tabel", ";", 1)
    signals = _lezing(write_zip(tmp_path / "s.zip", [signal(1), signal(2)]))
    assert (signals.bron, _rows(signals)) == ("signalen", (2, signals.source.size))


@pytest.mark.parametrize("profiel", ["signalen", "tabel"])
def test_a_profile_that_does_not_fit(tmp_path: Path, profiel: str) -> None:
    path = write_zip(tmp_path / "s.zip", [signal(1)]) if profiel == "tabel" else _file(tmp_path, STREET)
    with pytest.raises(UserError) as caught:
        _ = _lezing(path, profiel).bron
    assert caught.value.code == "profiel_past_niet"


def test_doubt_is_refused_until_told(tmp_path: Path) -> None:
    path = _file(tmp_path, "date,lon,lat\n01/02/2026,5.04,52.02\n")
    with pytest.raises(UserError) as caught:
        _lezing(path).refuse_doubt()
    assert caught.value.fields["keuzes"] == "dag_eerst, maand_eerst"
    _lezing(path, bevestigd=frozenset({"volgorde"})).refuse_doubt()


def test_a_code_that_does_not_exist_is_found_before_the_first_row(tmp_path: Path) -> None:
    for path in (_file(tmp_path, STREET), write_zip(tmp_path / "s.zip", [signal(1)])):
        with pytest.raises(UserError) as caught:
            _rows(_lezing(path, soorten={"x": "onzin"}))
        assert caught.value.code == "code_onbekend"
