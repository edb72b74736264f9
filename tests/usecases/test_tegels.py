"""The tiles of the kaartpakket in use: opened once, let go with the session, and no map without a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from boa_app.mapdata.tegels import Tegelbron
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.session import Session
from boa_app.usecases.tegels import Tegellade, find_basiskaart, join_attributie, tegelbron
from tests.tegelmaker import LINE, WHOLE, make_tile, write_mbtiles

TILE = make_tile({"transportation": [(LINE, WHOLE, {"class": "minor"})]})


def _with_tiles(session: Session, path: Path | None) -> Session:
    assert session.kaart is not None
    return replace(session, kaart=replace(session.kaart, basiskaart=path), tegels=Tegellade())


def test_the_layers_of_the_map_carry_the_tiles(session: Session, tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {(2, 1, 1): TILE}, {"attribution": "<b>© Tegelmaker</b>"})
    mine = _with_tiles(session, path)
    lagen = kaart_lagen(mine)
    assert lagen.basiskaart is not None
    assert (lagen.basiskaart.soort, lagen.basiskaart.schema, lagen.basiskaart.maxzoom) == ("vector", "openmaptiles", 2)
    assert lagen.basiskaart.tegel(2, 1, 1) == TILE and lagen.basiskaart.tegel(2, 0, 0) is None
    assert mine.kaart is not None
    assert lagen.attributie == f"{mine.kaart.attributie} | © Tegelmaker"
    # The same file: the same tiles, so that the page keeps what it has.
    again = find_basiskaart(mine)
    assert again == lagen.basiskaart and again.tegel == lagen.basiskaart.tegel
    mine.tegels.close()


def test_what_is_said_already_is_not_said_twice(session: Session, tmp_path: Path) -> None:
    assert session.kaart is not None
    path = write_mbtiles(tmp_path / "a.mbtiles", {(2, 1, 1): TILE}, {"attribution": session.kaart.attributie})
    mine = _with_tiles(session, path)
    assert join_attributie(mine) == session.kaart.attributie
    mine.tegels.close()


def test_without_tiles_or_with_broken_ones_the_map_is_as_before(session: Session, tmp_path: Path) -> None:
    assert find_basiskaart(session) is None and session.tegels.problem is None
    path = tmp_path / "a.mbtiles"
    path.write_bytes(b"geen tegels")
    mine = _with_tiles(session, path)
    lagen = kaart_lagen(mine)
    assert lagen.basiskaart is None and lagen.straten == kaart_lagen(session).straten
    assert mine.tegels.problem is not None and mine.tegels.problem.code == "tegels_vreemd"
    without = replace(session, kaart=None, tegels=Tegellade())
    assert find_basiskaart(without) is None and join_attributie(without) == ""


def test_another_file_closes_the_one_before(tmp_path: Path) -> None:
    lade = Tegellade()
    one = lade.open(write_mbtiles(tmp_path / "a.mbtiles", {(2, 1, 1): TILE}))
    assert isinstance(one, Tegelbron) and lade.open(tmp_path / "a.mbtiles") is one
    other = lade.open(write_mbtiles(tmp_path / "b.mbtiles", {(3, 1, 1): TILE}))
    assert other is not None and other.maxzoom == 3
    (tmp_path / "a.mbtiles").unlink()
    lade.close()
    lade.close()
    assert lade.open(None) is None and lade.problem is None


def test_closing_the_session_lets_go_of_the_file(session: Session, tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {(2, 1, 1): TILE})
    mine = _with_tiles(session, path)
    assert tegelbron(mine) is not None
    mine.close()
    path.unlink()
    # A map that is still there asks once more: no tile, and no crash.
    assert tegelbron(mine) is None and mine.tegels.problem is not None
