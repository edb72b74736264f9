from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.netwerk import (
    Klasse,
    Netwerk,
    check_netwerk,
    is_netwerk,
    read_netwerk,
    read_straten,
    read_tekenlijnen,
    write_netwerk,
)
from boa_app.mapdata.netwerk_vorm import Tekenlijn, to_whole
from tests.mapdata.straatnetten import at, net


@pytest.fixture
def netwerk() -> Netwerk:
    made = net(
        [(0, 0), (50, 5), (100, 0)], [(100, 0), (100, 80)], [(100, 0), (160, 0)], [(0, 0), (0, 40)],
        names=("Zeemanlaan", "", "Zeemanlaan", "Geheim"), ids=(11, 12, 13, 14),
        klassen=(Klasse.VERPLICHT, Klasse.VERBINDING, Klasse.VERPLICHT, Klasse.VERBODEN),
    )  # fmt: skip
    rail = Tekenlijn("", "rail", to_whole(np.array([at(0, 200), at(90, 200)])))
    return replace(
        made, soorten=("residential", "footway", "primary", "path"), kenmerken=('{"lit":"yes"}', "{}", "{}", "{}"),
        overgeslagen={"autoweg": 3}, lijnen=(rail,),
    )  # fmt: skip


@pytest.fixture
def path(netwerk: Netwerk, tmp_path: Path) -> Path:
    found = tmp_path / "netwerk.straten"
    write_netwerk(found, netwerk)
    return found


def test_what_was_written_is_read_back_to_the_last_bit(netwerk: Netwerk, path: Path) -> None:
    found = read_netwerk(path)
    for name in Netwerk.__slots__:
        mine, other = getattr(netwerk, name), getattr(found, name)
        if isinstance(mine, np.ndarray):
            assert mine.dtype == other.dtype, name
            assert np.array_equal(mine, other), name
        elif name != "lijnen":
            assert mine == other, name
    assert np.array_equal(found.lijnen[0].punten, netwerk.lijnen[0].punten)
    assert list(path.parent.iterdir()) == [path]
    check_netwerk(path)


def test_empty_network_can_be_written(tmp_path: Path) -> None:
    write_netwerk(tmp_path / "leeg.straten", net())
    assert len(read_netwerk(tmp_path / "leeg.straten")) == 0


def test_tables_can_be_read_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        row = db.execute(
            "select van, naar, naam, soort, klasse, weg_id, kenmerken from segmenten where id = 0"
        ).fetchone()
        assert row == (0, 1, "Zeemanlaan", "residential", "verplicht", 11, '{"lit":"yes"}')
        assert db.execute("select * from overgeslagen").fetchall() == [("autoweg", 3)]
        assert [nr for nr, *_ in db.execute("select nr, knopen, km from stukken")] == [1]
        lon, lat = db.execute("select lon, lat from knopen where id = 0").fetchone()
        assert (lon, lat) == pytest.approx(at(0, 0), abs=1e-7)


def test_named_streets_are_one_each_and_closed_ones_are_not_shown(path: Path) -> None:
    (street,) = read_straten(path)
    assert (street.naam, street.soort, len(street.lines)) == ("Zeemanlaan", "hoofd", 2)
    assert street.lines[0][1] == pytest.approx(at(50, 5), abs=1e-7)


def test_what_has_no_name_is_drawn_by_kind(path: Path) -> None:
    assert [(line.naam, line.soort, len(line.lines)) for line in read_tekenlijnen(path)] == [
        ("", "pad", 1),
        ("", "rail", 1),
    ]


def test_writing_replaces_only_when_all_is_there(netwerk: Netwerk, path: Path) -> None:
    before = path.read_bytes()
    broken = replace(netwerk, namen=("te", "weinig"))
    with pytest.raises(ValueError, match="zip"):
        write_netwerk(path, broken)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    write_netwerk(path, replace(netwerk, bron_datum="2027-01-01"))
    assert read_netwerk(path).bron_datum == "2027-01-01"


def refused(path: Path) -> set[str]:
    """The codes every reader gives."""
    codes = set()
    for read in (check_netwerk, read_netwerk, read_straten, read_tekenlijnen):
        with pytest.raises(UserError) as told:
            read(path)
        assert told.value.fields["bestand"] == path.name
        codes.add(told.value.code)
    return codes


def test_missing_foreign_and_newer_files_have_their_own_code(path: Path, tmp_path: Path) -> None:
    assert refused(tmp_path / "weg.straten") == {"netwerk_ontbreekt"}
    for content in (b"", b"iets anders" * 50, b"SQLite format 3\0" + bytes(200)):
        path.write_bytes(content)
        assert refused(path) == {"netwerk_vreemd"}
        assert not is_netwerk(content[:100])


def test_newer_version_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 9")
    assert refused(path) == {"netwerk_nieuwer"}


@pytest.mark.parametrize(
    "damage",
    [
        "update segmenten set van = 99 where id = 1",
        "update segmenten set naar = -1 where id = 1",
        "update segmenten set lengte_m = -5 where id = 1",
        "update segmenten set lengte_m = 9e999 where id = 1",
        "update segmenten set klasse = 'iets' where id = 1",
        "update segmenten set geometrie = x'0011' where id = 1",
        "update segmenten set geometrie = 'tekst' where id = 1",
        "update segmenten set geometrie = x'ffffff7fffffff7f0000000000000000' where id = 1",
        "update segmenten set kenmerken = 'geen json' where id = 1",
        "update segmenten set kenmerken = '[1]' where id = 1",
        "delete from segmenten where id = 1",
        "delete from knopen where id = 1",
        "update knopen set lat = 95 where id = 1",
        "update tekenlijnen set geometrie = x'00'",
        "delete from meta",
        "drop table segmenten",
        "update meta set waarde = '1000000000000' where sleutel = 'knopen'",
        "create view meer as select 1",
        "create virtual table meer using rtree(id, a, b)",
    ],
)
def test_damage_inside_is_told_and_never_a_crash(path: Path, damage: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(damage)
        db.commit()
    for read in (check_netwerk, read_netwerk):
        with pytest.raises(UserError) as told:
            read(path)
        assert told.value.code == "netwerk_beschadigd"


@pytest.mark.parametrize("blob", ["x'00'", "'tekst'", "x'ffffff7fffffff7f0000000000000000'"])
@pytest.mark.parametrize("table", ["segmenten", "tekenlijnen"])
def test_drawing_tells_damage_too(path: Path, table: str, blob: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"update {table} set geometrie = {blob}")
        db.commit()
    with pytest.raises(UserError, match="netwerk_beschadigd"):
        read_tekenlijnen(path)


def test_a_view_in_the_place_of_a_table_is_never_asked(path: Path) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"drop table segmenten; create view segmenten as {endless};")
    assert refused(path) == {"netwerk_beschadigd"}


def test_cut_off_and_flipped_files_are_damage(netwerk: Netwerk, path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    for size in (100, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(UserError) as told:
            check_netwerk(path)
        assert told.value.code == "netwerk_beschadigd"
    other = shutil.copy(path, tmp_path / "stuk.straten")
    Path(other).write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with pytest.raises(UserError) as told:
        check_netwerk(Path(other))
    assert told.value.code == "netwerk_beschadigd"


def test_a_full_disk_is_told_as_a_full_disk(netwerk: Netwerk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, connect = path.read_bytes(), sqlite3.connect

    def small(*args: object, **more: object) -> sqlite3.Connection:
        db = connect(*args, **more)  # type: ignore[call-overload]
        # SQLite itself says full when the pages it may have are used up.
        db.execute("pragma max_page_count = 3")
        return db  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(OSError) as told:
        write_netwerk(path, netwerk)
    assert told.value.errno == errno.ENOSPC
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]
