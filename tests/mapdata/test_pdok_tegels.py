"""The base map: an MBTiles file that fills up, goes on after a stop, and holds one edition only."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata import pdok_tegels
from boa_app.mapdata.pdok_antwoord import Antwoord
from boa_app.mapdata.pdok_gebied import tegel_bbox
from boa_app.mapdata.pdok_tegels import lees_tegel
from boa_app.mapdata.tegels import open_tegels
from tests.pdokdata import GEMEENTE, tegel
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]
ZOOM = 13


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as database:
        return list(database.execute(query))


def test_every_tile_is_at_its_place_and_the_file_says_what_it_is(proef: Proef) -> None:
    steps: list[tuple[int, int]] = []
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, stijl="grijs", maxzoom=ZOOM, meld=lambda *step: steps.append(step))
        wanted = pdok.gebied(GEMEENTE).tegels(10, ZOOM)
    found = {
        (z, x, 2**z - 1 - row): data  # type: ignore[operator]
        for z, x, row, data in rows(path, "SELECT * FROM tiles")
    }
    assert found == {tile: tegel("grijs", *tile, 1) for tile in wanted}
    assert steps[-1] == (len(wanted), len(wanted))
    assert steps == sorted(steps)
    facts = dict(rows(path, "SELECT * FROM metadata"))
    assert (facts["format"], facts["minzoom"], facts["maxzoom"]) == ("png", "10", str(ZOOM))
    assert facts["attribution"] == "Kaartgegevens © Kadaster"
    west, south, east, north = (float(value) for value in str(facts["bounds"]).split(","))
    deepest = [tegel_bbox(*tile) for tile in wanted if tile[0] == ZOOM]
    assert west == pytest.approx(min(box[0] for box in deepest), abs=1e-6)
    assert north == pytest.approx(max(box[3] for box in deepest), abs=1e-6)
    assert south < 52.0 < north
    assert east > 5.07
    assert rows(path, "PRAGMA application_id") == [(0x4D504258,)]


def test_the_reader_of_base_maps_takes_it(proef: Proef) -> None:
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, maxzoom=12)
        zoom, x, y = pdok.gebied(GEMEENTE).tegels(12, 12)[0]
    with contextlib.closing(open_tegels(path)) as bron:
        assert (bron.minzoom, bron.maxzoom) == (10, 12)
        assert bron.tile(zoom, x, y) == tegel("standaard", zoom, x, y, 1)


def test_styles_stand_side_by_side(proef: Proef) -> None:
    with proef.open() as pdok:
        first, second = (pdok.haal_tegels(GEMEENTE, stijl=stijl, maxzoom=11) for stijl in ("standaard", "pastel"))
    assert first != second
    assert first.is_file()


class Gestopt(BaseException):
    """The process ends here; nothing of the program may catch it."""


def test_what_is_in_is_not_fetched_again(proef: Proef) -> None:
    def meld(done: int, _: int) -> None:
        if done == 20:
            raise Gestopt

    with proef.open() as pdok, pytest.raises(Gestopt):
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM, meld=meld)
    proef.server.vragen.clear()
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
        total = len(pdok.gebied(GEMEENTE).tegels(10, ZOOM))
    # The one tile that tells the edition is asked each time.
    assert proef.server.gevraagd("wmts") <= total - 20 + 1
    assert len(rows(path, "SELECT 1 FROM tiles")) == total


def test_an_older_half_is_thrown_away(proef: Proef) -> None:
    proef.server.stoor("/12/", "403", na=3)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
    proef.server.herstel()
    proef.server.uitgave = 2
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
        for zoom, x, y in pdok.gebied(GEMEENTE).tegels(10, ZOOM):
            row = 2**zoom - 1 - y
            query = f"SELECT tile_data FROM tiles WHERE (zoom_level, tile_column, tile_row) = ({zoom}, {x}, {row})"
            assert rows(path, query) == [(tegel("standaard", zoom, x, y, 2),)]


def test_a_newer_edition_replaces_a_finished_one(proef: Proef) -> None:
    with proef.open() as pdok:
        old = pdok.haal_tegels(GEMEENTE, maxzoom=11).read_bytes()
        proef.server.uitgave = 2
        assert pdok.haal_tegels(GEMEENTE, maxzoom=11).read_bytes() != old


def test_a_stamp_that_changed_over_the_same_tile_is_no_edition(proef: Proef) -> None:
    proef.server.losse_etag = True
    with proef.open() as pdok:
        pdok.haal_tegels(GEMEENTE, maxzoom=11)
        asked = proef.server.gevraagd("wmts")
        pdok.haal_tegels(GEMEENTE, maxzoom=11)
    assert proef.server.gevraagd("wmts") == asked + 1


def test_a_damaged_half_is_begun_anew_at_the_next_try(proef: Proef) -> None:
    proef.server.stoor("/12/", "403", na=3)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        pdok.haal_tegels(GEMEENTE, maxzoom=12)
    proef.server.herstel()
    half = next(proef.folder.glob("basiskaart*.deel"))
    half.write_bytes(b"no database at all, but as long as one" * 200)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_tegels(GEMEENTE, maxzoom=12)
    assert caught.value.code == "pdok_schijf"
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, maxzoom=12)
        assert len(rows(path, "SELECT 1 FROM tiles")) == len(pdok.gebied(GEMEENTE).tegels(10, 12))


def test_tiles_there_are_not_are_left_out_and_not_asked_again(proef: Proef) -> None:
    proef.server.stoor("/12/2105/", "404")
    proef.server.stoor("/13/", "403", na=3)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem):
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
    proef.server.herstel()
    proef.server.vragen.clear()
    with proef.open() as pdok:
        path = pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
    assert proef.server.gevraagd("/12/2105/") == 0
    assert rows(path, "SELECT 1 FROM tiles WHERE zoom_level = 12 AND tile_column = 2105") == []
    assert rows(path, "SELECT name FROM sqlite_master WHERE name = 'afwezig'") == []


def test_a_style_that_went_is_named(proef: Proef) -> None:
    proef.server.stoor("wmts", "404")
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_tegels(GEMEENTE, maxzoom=12)
    assert caught.value.fields == {"onderdeel": "basiskaart", "veld": "standaard"}


def test_the_whole_country_is_not_asked_in_tiles(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdok_tegels, "MOST_TILES", 20)
    with proef.open() as pdok, pytest.raises(EnvironmentProblem) as caught:
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
    assert caught.value.code == "pdok_te_groot"
    assert proef.server.gevraagd("wmts") == 0


def test_stopping_leaves_no_line_open(proef: Proef) -> None:
    stop = threading.Event()

    def meld(done: int, _: int) -> None:
        if done >= 5:
            stop.set()

    with proef.open(cancelled=stop.is_set) as pdok, pytest.raises(UserError) as caught:
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM, meld=meld)
    assert caught.value.code == "pdok_afgebroken"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("boa-tegels")]


def test_one_line_that_fails_ends_the_other_one_too(proef: Proef) -> None:
    """The other line hangs on a tile for as long as an answer may take; nobody waits for it."""
    proef.server.stoor("/11/", "hangt", keer=1)
    proef.server.stoor("/11/", "403")
    with proef.open(answer_s=100.0) as pdok, pytest.raises(BoaError) as caught:
        pdok.haal_tegels(GEMEENTE, maxzoom=ZOOM)
    assert caught.value.code == "pdok_fout"


WHOLE = tegel("standaard", 10, 526, 337, 1)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        WHOLE[:-1],
        WHOLE[: len(WHOLE) // 2],
        b"\xff\xd8\xff\xe0" + WHOLE,
        WHOLE[:16] + b"\0\0\x40\0" + WHOLE[20:],
    ],
)
def test_what_is_no_whole_tile_is_not_taken(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"png|size"):
        lees_tegel(Antwoord(200, body, "", ""))
    assert lees_tegel(Antwoord(200, WHOLE, "", "")) == WHOLE
    assert lees_tegel(Antwoord(404, body, "", "")) is None
