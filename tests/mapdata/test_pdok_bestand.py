"""One big file: on from the last byte of the same edition, the whole of another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata import pdok_bestand
from boa_app.mapdata.grenzen import read_grenzen
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]
CUT = 100_000


def half(proef: Proef) -> None:
    """Leave a file that broke off."""
    proef.server.stoor(".gpkg", "knip", str(CUT), keer=1)
    proef.server.stoor(".gpkg", "403")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        pdok.haal_grenzen_bestand(2024)
    proef.server.herstel()
    proef.server.koppen.clear()


def whole(proef: Proef) -> Path:
    with proef.open() as pdok:
        path = pdok.haal_grenzen_bestand(2024)
    assert path is not None
    assert path.read_bytes() == proef.server.data.gpkg
    return path


def test_all_borders_of_the_country_can_be_read(proef: Proef) -> None:
    found = read_grenzen(whole(proef), gemeente=GEMEENTE)
    assert (found.naam, len(found.buurten)) == ("IJsselstein", 31)


def test_the_rest_is_asked_and_no_more(proef: Proef) -> None:
    half(proef)
    assert 0 < (proef.folder / "wijkenbuurten-2024.deel").stat().st_size <= CUT
    whole(proef)
    (head,) = proef.server.koppen
    assert head["Range"].startswith("bytes=")
    assert head["If-Range"].startswith('"u1-')


def test_of_another_edition_the_whole_comes(proef: Proef) -> None:
    half(proef)
    part = proef.folder / "wijkenbuurten-2024.deel"
    part.write_bytes(part.read_bytes()[:200] + b"\0" * 300)
    proef.server.uitgave = 2
    whole(proef)


def test_a_line_that_breaks_again_and_again_gets_there(proef: Proef) -> None:
    proef.server.stoor(".gpkg", "knip", "50000", keer=3)
    whole(proef)
    asked = [head.get("Range", "") for head in proef.server.koppen]
    assert len(asked) == 4
    assert asked[0] == ""
    assert all(asked[1:])


def test_without_a_stamp_the_whole_comes_again(proef: Proef) -> None:
    proef.server.zonder_etag = True
    half(proef)
    whole(proef)
    assert "Range" not in proef.server.koppen[0]
    whole(proef)


def test_a_year_there_is_not(proef: Proef) -> None:
    with proef.open() as pdok:
        assert pdok.haal_grenzen_bestand(2031) is None
        assert pdok.haal_grenzen_bestand(2031) is None


def test_a_finished_file_that_went_is_fetched_again(proef: Proef) -> None:
    whole(proef).unlink()
    whole(proef)


@pytest.mark.parametrize("damage", ["{", '{"versie": 1}'])
def test_a_damaged_state_begins_anew(proef: Proef, damage: str) -> None:
    half(proef)
    (proef.folder / "wijkenbuurten-2024.stand.json").write_text(damage, encoding="utf-8")
    whole(proef)
    assert "Range" not in proef.server.koppen[0]


def test_a_file_has_a_size(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdok_bestand, "FILE_BYTES", 50_000)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_grenzen_bestand(2024)
    assert caught.value.code == "pdok_te_groot"
    assert not (proef.folder / "wijkenbuurten-2024.gpkg").exists()


def test_stopped_or_broken_there_is_no_file_of_that_name(proef: Proef) -> None:
    half(proef)
    assert not (proef.folder / "wijkenbuurten-2024.gpkg").exists()
