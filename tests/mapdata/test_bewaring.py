"""Several kaartpakketten beside one store: which is in use, what is replaced, what is swept."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata import bewaring
from boa_app.mapdata.bewaring import ACTIEF, FOLDER, OUD, VERVANGEN
from boa_app.mapdata.pakket import load_pakket, write_pakket
from tests.samples import small_kaart

NOW_S = 2_000_000_000.0


def put(root: Path, sleutel: str, naam: str = "IJsselstein", code: str = "GM0353") -> Path:
    folder = root / OUD if sleutel == OUD else root / FOLDER / sleutel
    write_pakket(folder, replace(small_kaart(), naam=naam, gemeente_code=code, voorbeeld=False))
    return folder


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert bewaring.list_sleutels(tmp_path) == ()
    assert bewaring.find_actief(tmp_path) is None
    bewaring.sweep(tmp_path, NOW_S)
    assert list(tmp_path.iterdir()) == []


def test_the_only_one_is_in_use_and_of_more_the_chosen_one(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    assert bewaring.find_actief(tmp_path) == "ijsselstein"
    put(tmp_path, "houten", "Houten", "GM0321")
    assert bewaring.find_actief(tmp_path) is None
    bewaring.write_actief(tmp_path, "houten")
    assert bewaring.find_actief(tmp_path) == "houten"
    put(tmp_path, OUD)
    assert bewaring.find_actief(tmp_path) == "houten"
    assert bewaring.list_sleutels(tmp_path) == ("houten", "ijsselstein", OUD)
    bewaring.remove_pakket(tmp_path, "houten")
    assert bewaring.find_actief(tmp_path) == OUD, "a choice that is gone falls back"


@pytest.mark.parametrize(
    "content", [b"", b"../..\n", b"/etc", b"actief", b"\xff\xfe", b"x" * 5000, b"HOUTEN", b"houten\nx"]
)
def test_a_choice_that_cannot_be_read_is_no_choice(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, "houten", "Houten")
    put(tmp_path, "ijsselstein")
    (tmp_path / FOLDER / ACTIEF).write_bytes(content)
    assert bewaring.find_actief(tmp_path) is None


@pytest.mark.parametrize(
    "sleutel", ["", ".", "..", "../opslag", ".bouw-houten", "actief", "weg", "Houten", "houten/../houten"]
)
def test_only_what_is_listed_has_a_folder(tmp_path: Path, sleutel: str) -> None:
    put(tmp_path, "houten", "Houten")
    (tmp_path / FOLDER / ".bouw-houten").mkdir()
    with pytest.raises(UserError, match="kaartpakket_onbekend"):
        bewaring.folder_of(tmp_path, sleutel)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_no_kaartpakket(tmp_path: Path) -> None:
    real = put(tmp_path / "elders", "houten", "Houten")
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "houten").symlink_to(real)
    assert bewaring.list_sleutels(tmp_path) == ()


def received(root: Path, naam: str = "IJsselstein", code: str = "GM0353") -> Path:
    folder = root / FOLDER / ".bouw-nieuw"
    write_pakket(folder, replace(small_kaart(), naam=naam, gemeente_code=code, voorbeeld=False))
    return folder


def test_a_first_one_is_in_use_at_once(tmp_path: Path) -> None:
    assert bewaring.place_pakket(tmp_path, received(tmp_path)) == "ijsselstein"
    assert bewaring.find_actief(tmp_path) == "ijsselstein"


def test_a_new_one_takes_the_place_of_the_one_of_that_name_and_the_old_goes_at_the_next_start(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    put(tmp_path, "houten", "Houten", "GM0321")
    bewaring.write_actief(tmp_path, "ijsselstein")
    with (tmp_path / FOLDER / "ijsselstein" / "straten.geojson").open("rb"):
        assert bewaring.place_pakket(tmp_path, received(tmp_path)) == "ijsselstein-2"
        assert load_pakket(tmp_path / FOLDER / "ijsselstein").naam == "IJsselstein", "still readable for who uses it"
    assert bewaring.find_actief(tmp_path) == "ijsselstein-2"
    assert bewaring.list_sleutels(tmp_path) == ("houten", "ijsselstein-2")
    bewaring.sweep(tmp_path, NOW_S)
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [ACTIEF, "houten", "ijsselstein-2"]


def test_another_municipality_leaves_the_choice_alone(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    bewaring.write_actief(tmp_path, "ijsselstein")
    bewaring.place_pakket(tmp_path, received(tmp_path, "Houten", "GM0321"))
    assert bewaring.find_actief(tmp_path) == "ijsselstein"


def test_the_single_one_of_an_earlier_version_is_replaced_too(tmp_path: Path) -> None:
    put(tmp_path, OUD)
    assert bewaring.place_pakket(tmp_path, received(tmp_path)) == "ijsselstein"
    assert bewaring.list_sleutels(tmp_path) == (bewaring.find_actief(tmp_path),) == ("ijsselstein",)
    bewaring.sweep(tmp_path, NOW_S)
    assert not (tmp_path / OUD).exists()


def test_an_example_is_never_replaced(tmp_path: Path) -> None:
    write_pakket(tmp_path / OUD, small_kaart())
    bewaring.place_pakket(tmp_path, received(tmp_path))
    assert bewaring.list_sleutels(tmp_path) == ("ijsselstein", OUD)
    assert bewaring.find_actief(tmp_path) == OUD


def test_what_is_damaged_gets_no_place(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    folder = received(tmp_path)
    (folder / "straten.geojson").write_bytes(b"{}")
    with pytest.raises(EnvironmentProblem, match="kaartpakket_beschadigd"):
        bewaring.place_pakket(tmp_path, folder)
    assert bewaring.list_sleutels(tmp_path) == ("ijsselstein",)


def test_files_the_manifest_does_not_name_do_not_come_along(tmp_path: Path) -> None:
    folder = received(tmp_path)
    (folder / "meer.exe").write_bytes(b"MZ")
    (folder / "map").mkdir()
    sleutel = bewaring.place_pakket(tmp_path, folder)
    assert {path.suffix for path in (tmp_path / FOLDER / sleutel).iterdir()} == {".json", ".geojson"}


def test_sweep_takes_what_was_left_behind_and_nothing_else(tmp_path: Path) -> None:
    base = tmp_path / FOLDER
    put(tmp_path, "houten", "Houten")
    for name in (".weg-a", ".oud-b", ".bouw-oud", ".bouw-nieuw", ".bouw-ontvangen-0123"):
        (base / name).mkdir()
        (base / name / "iets").write_bytes(b"1")
    (base / ".komt-1.boakaart.deel").write_bytes(b"half")
    for name, days in ((".bouw-oud", 31), (".bouw-nieuw", 29)):
        os.utime(base / name, (NOW_S - days * 86_400,) * 2)
    bewaring.sweep(tmp_path, NOW_S)
    assert sorted(path.name for path in base.iterdir()) == [".bouw-nieuw", ".komt-1.boakaart.deel", "houten"]


def test_what_was_replaced_by_something_that_is_gone_stays(tmp_path: Path) -> None:
    folder = put(tmp_path, "houten", "Houten")
    (folder / VERVANGEN).write_text("houten-2\n", encoding="utf-8")
    bewaring.sweep(tmp_path, NOW_S)
    assert load_pakket(folder).naam == "Houten"
    assert bewaring.list_sleutels(tmp_path) == ("houten",), "on disk and out of sight it would never go"


def test_one_that_was_replaced_twice_between_two_starts_goes_too(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    for expected in ("ijsselstein-2", "ijsselstein-3"):
        assert bewaring.place_pakket(tmp_path, received(tmp_path)) == expected
        assert bewaring.list_sleutels(tmp_path) == (expected,)
    bewaring.sweep(tmp_path, NOW_S)
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [ACTIEF, "ijsselstein-3"]


def test_the_only_one_stays_in_use_when_a_second_comes(tmp_path: Path) -> None:
    put(tmp_path, "ijsselstein")
    bewaring.place_pakket(tmp_path, received(tmp_path, "Houten", "GM0321"))
    assert bewaring.find_actief(tmp_path) == "ijsselstein"


@pytest.mark.parametrize(
    ("naam", "sleutel"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("../..", "gemeente"),
        ("", "gemeente"),
        ("Kaartpakket", "kaartpakket-2"),
        ("Actief", "actief-2"),
        ("NUL", "nul-2"),
        ("x" * 500, "x" * 60),
    ],
)
def test_a_sleutel_is_a_plain_folder_name(tmp_path: Path, naam: str, sleutel: str) -> None:
    assert bewaring.free_sleutel(tmp_path, naam) == sleutel


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "schijf_vol"), (errno.EROFS, "map_alleen_lezen"), (errno.EIO, "opslag_fout")],
)
def test_a_disk_that_fails_is_told_as_everywhere(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(BoaError) as caught, bewaring.writing_to(tmp_path):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == code
