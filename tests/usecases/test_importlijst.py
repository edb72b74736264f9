"""Where the list of rejected rows may go: never over something else, and known before anything is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.exchange.rijen import Afkeur, Reden, write_rejects
from boa_app.usecases.importlijst import choose_place, set_lists_apart, write_list

ROW = Afkeur("a.csv", 2, "lon", Reden.POSITIE_NUL)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "bron" / "a.csv"
    path.parent.mkdir()
    path.write_text("datum,lon,lat\n", encoding="utf-8")
    return path


def _code(wanted: Path | None, source: Path, store: Path) -> str:
    with pytest.raises((UserError, EnvironmentProblem)) as caught:
        choose_place(wanted, source, store)
    return caught.value.code


def test_beside_the_source_leaves_no_trace_by_looking(source: Path, tmp_path: Path) -> None:
    place = choose_place(None, source, tmp_path)
    assert place == source.parent / "a.csv.afgekeurd.csv"
    assert not place.exists()


def test_with_the_store_when_something_else_lies_beside_the_source(source: Path, tmp_path: Path) -> None:
    (source.parent / "a.csv.afgekeurd.csv").write_text("van een ander", encoding="utf-8")
    assert choose_place(None, source, tmp_path) == tmp_path / "a.csv.afgekeurd.csv"
    (tmp_path / "a.csv.afgekeurd.csv").mkdir()
    assert _code(None, source, tmp_path) == "afgekeurd_niet_schrijfbaar"


def test_never_over_another_file(source: Path, tmp_path: Path) -> None:
    assert _code(source, source, tmp_path) == "afgekeurd_bezet"
    (tmp_path / "boa.db").write_bytes(b"\x00" * 64)
    assert _code(tmp_path / "boa.db", source, tmp_path) == "afgekeurd_bezet"
    assert _code(tmp_path, source, tmp_path) == "afgekeurd_bezet"
    assert _code(tmp_path / "weg" / "l.csv", source, tmp_path) == "afgekeurd_niet_schrijfbaar"


def test_over_an_empty_file_or_an_earlier_list(source: Path, tmp_path: Path) -> None:
    wanted = tmp_path / "l.csv"
    wanted.touch()
    assert choose_place(wanted, source, tmp_path) == wanted
    write_rejects(wanted, [ROW])
    assert choose_place(wanted, source, tmp_path) == wanted


def test_written_when_there_is_something_in_it_or_it_was_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "l.csv"
    assert write_list(place, [], None) == ""
    assert not place.exists()
    assert write_list(place, [], place) == str(place)
    assert write_list(place, [ROW], None) == str(place)
    with pytest.raises(EnvironmentProblem) as caught:
        write_list(tmp_path / "weg" / "l.csv", [ROW], None)
    assert caught.value.code == "afgekeurd_niet_geschreven"


def test_lists_apart(source: Path, tmp_path: Path) -> None:
    write_rejects(tmp_path / "l.csv", [ROW])
    gone = tmp_path / "weg.csv"
    assert set_lists_apart([source, tmp_path / "l.csv", gone]) == ([source, gone], [tmp_path / "l.csv"])
