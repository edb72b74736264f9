"""A kaartpakket in the making: what is done stays done, what was there stays until the very end."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata import bouw as b
from boa_app.mapdata.bouw import Bouw, Stap, open_bouw
from boa_app.mapdata.manifest import Bron, Manifest, Waarschuwing, read_manifest
from boa_app.mapdata.onderdelen import Vormen
from boa_app.mapdata.pakket import load_pakket, write_pakket, write_vormen
from tests.samples import small_kaart

BEGAN = "2026-11-20T20:42:00.000Z"


def begin(folder: Path) -> Bouw:
    return open_bouw(folder, {"gemeente": "GM0353"}, BEGAN)


def one_step(bouw: Bouw, vinger: str = "v1") -> Stap:
    parts = write_vormen(bouw.pakket, Vormen(buurten=small_kaart().buurten), "")
    return Stap(
        tuple(parts.values()),
        (Bron("CBS", "2024", "CC BY 4.0", "© CBS", ("buurten",)),),
        (Waarschuwing("onderdeel_elders", {"onderdeel": "straten", "ander": "buurten"}),),
        (5.0, 52.0, 5.1, 52.1),
        "IJsselstein",
        "GM0353",
        vinger,
    )


def test_a_step_that_is_done_is_found_again_by_whoever_goes_on(tmp_path: Path) -> None:
    first = begin(tmp_path / ".bouw-x")
    stap = one_step(first)
    first.finish("grenzen", stap)
    again = open_bouw(tmp_path / ".bouw-x", {"gemeente": "GM0353"}, "2026-11-21T08:00:00.000Z")
    assert again.done("grenzen", "v1") == stap
    assert again.begonnen_op == BEGAN
    assert again.done("grenzen", "v2") is None, "made of something else"
    assert again.done("straten", "v1") is None


@pytest.mark.parametrize("damage", ["gone", "shorter"])
def test_a_step_whose_file_is_not_what_it_was_is_done_again(tmp_path: Path, damage: str) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    bouw.finish("grenzen", one_step(bouw))
    path = bouw.pakket / "buurten.geojson"
    path.unlink() if damage == "gone" else path.write_bytes(b"{")
    assert bouw.done("grenzen", "v1") is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"wens":[],"begonnen_op":1,"stappen":{}}', b"\0" * 99, b"[" * 99_999]
)
def test_a_state_that_cannot_be_read_is_a_fresh_start(tmp_path: Path, content: bytes) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    bouw.finish("grenzen", one_step(bouw))
    (bouw.folder / b.STAAT).write_bytes(content)
    assert begin(tmp_path / ".bouw-x").stappen == {}


def test_a_step_that_is_forgotten_leaves_no_file(tmp_path: Path) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    bouw.finish("grenzen", one_step(bouw))
    bouw.forget("grenzen")
    bouw.forget("grenzen")
    assert list(bouw.pakket.iterdir()) == []
    assert begin(tmp_path / ".bouw-x").stappen == {}


def manifest_of(stap: Stap) -> Manifest:
    return Manifest("GM0353", "IJsselstein", BEGAN, onderdelen={part.naam: part for part in stap.onderdelen})


def test_it_is_complete_when_all_of_it_reads_back_and_holds_nothing_else(tmp_path: Path) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    stap = one_step(bouw)
    (bouw.pakket / "half.deel").write_bytes(b"rest of a step that failed")
    bouw.complete(manifest_of(stap))
    assert {path.name for path in bouw.pakket.iterdir()} == {"manifest.json", "buurten.geojson"}
    assert load_pakket(bouw.pakket).buurten == small_kaart().buurten


def test_what_does_not_read_back_is_not_complete(tmp_path: Path) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    stap = one_step(bouw)
    (bouw.pakket / "buurten.geojson").write_bytes(b"x" * stap.onderdelen[0].bytes)
    with pytest.raises(EnvironmentProblem) as caught:
        bouw.complete(manifest_of(stap))
    assert caught.value.fields == {"onderdeel": "buurten"}


def complete(folder: Path, naam: str) -> Path:
    write_pakket(folder, replace(small_kaart(), naam=naam))
    return folder


def test_the_new_one_comes_in_the_place_of_the_old(tmp_path: Path) -> None:
    target = complete(tmp_path / "kaart", "Oud")
    b.swap_in(complete(tmp_path / ".bouw-kaart" / "pakket", "Nieuw"), target)
    assert load_pakket(target).naam == "Nieuw"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".bouw-kaart", "kaart"]


def test_a_swap_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    target = complete(tmp_path / "kaart", "Oud")
    with pytest.raises(EnvironmentProblem, match="opslag_fout"):
        b.swap_in(tmp_path / "is er niet", target)
    assert load_pakket(target).naam == "Oud"


def test_a_kill_between_the_two_renames_is_put_right(tmp_path: Path) -> None:
    complete(tmp_path / ".oud-kaart", "Oud")
    b.check_target(tmp_path / "kaart")
    assert load_pakket(tmp_path / "kaart").naam == "Oud"


def test_a_folder_with_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    b.check_target(tmp_path / "foto")
    (tmp_path / "foto" / "vakantie.jpg").write_bytes(b"1")
    (tmp_path / "bestand").write_bytes(b"1")
    for name in ("foto", "bestand"):
        with pytest.raises(UserError, match="kaartpakket_map_vol"):
            b.check_target(tmp_path / name)


def test_a_mark_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_bytes(b"een")
    first = b.fingerprint(path, "GM0353", None)
    assert b.fingerprint(path, "GM0353", None) == first != b.fingerprint(path, "GM0321", None)
    os.utime(path, ns=(1, 1))
    assert b.fingerprint(path, "GM0353", None) != first


def test_a_source_that_is_not_there_or_empty_is_named(tmp_path: Path) -> None:
    (tmp_path / "leeg.osm").write_bytes(b"")
    for name, code in (("leeg.osm", "leeg"), ("weg.osm", "ontbreekt"), ("", "ontbreekt")):
        with pytest.raises(UserError, match=f"kaartpakket_bestand_{code}"):
            b.fingerprint(tmp_path / name)


def test_a_warning_never_holds_a_folder_of_the_maker(tmp_path: Path) -> None:
    error = EnvironmentProblem("map_alleen_lezen", map=str(tmp_path), bestand="a.osm")
    assert b.as_warning("straten", error).velden == {"bestand": "a.osm", "onderdeel": "straten"}


def test_what_can_go_on_is_listed_by_when_it_began(tmp_path: Path) -> None:
    open_bouw(tmp_path / ".bouw-b", {"naam": "b"}, "2026-11-21T00:00:00.000Z")
    open_bouw(tmp_path / ".bouw-a", {"naam": "a"}, "2026-11-22T00:00:00.000Z")
    (tmp_path / ".bouw-leeg").mkdir()
    assert [bouw.wens["naam"] for bouw in b.list_bouwen(tmp_path)] == ["b", "a"]
    assert b.list_bouwen(tmp_path / "niets") == ()


def test_a_complete_one_is_taken_apart_again_only_by_its_manifest(tmp_path: Path) -> None:
    bouw = begin(tmp_path / ".bouw-x")
    bouw.complete(manifest_of(one_step(bouw)))
    assert read_manifest(bouw.pakket).naam == "IJsselstein"
    begin(tmp_path / ".bouw-x")
    with pytest.raises(UserError, match="kaartpakket_ontbreekt"):
        read_manifest(bouw.pakket)
