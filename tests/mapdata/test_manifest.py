"""The manifest: there and back, and nothing in it leads out of its folder or is larger than it may be."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.manifest import (
    MANIFEST,
    MANIFEST_LIMIT_BYTES,
    Bron,
    Manifest,
    Onderdeel,
    Waarschuwing,
    check_file,
    encode_manifest,
    parse_manifest,
    read_manifest,
    sum_of,
)

SUM = "a" * 64
WHOLE = Manifest(
    gemeente_code="GM0353",
    naam="IJsselstein",
    gemaakt_op="2026-11-20T20:42:00.000Z",
    grens=(5.0, 52.0, 5.1, 52.1),
    middelpunt=(5.05, 52.05),
    bronnen=(Bron("CBS", "2024", "CC BY 4.0", "© CBS", ("buurten",)), Bron("zonder naam", "", "", "")),
    onderdelen={"buurten": Onderdeel("buurten", "buurten.geojson", 12, SUM, 31, "2024")},
    ontbreekt=("straten",),
    waarschuwingen=(Waarschuwing("onderdeel_elders", {"onderdeel": "straten", "procent": 97}),),
)


def _with(change: Callable[[dict[str, Any]], None]) -> bytes:
    raw = json.loads(encode_manifest(WHOLE))
    change(raw)
    return json.dumps(raw).encode()


def test_there_and_back(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(encode_manifest(WHOLE))
    assert read_manifest(tmp_path) == WHOLE
    assert WHOLE.attributie == "© CBS", "a source without a line adds no empty one"


def test_what_a_later_program_adds_is_left_alone() -> None:
    part = {"bestand": "hoogte.tif", "bytes": 1, "sha256": SUM}
    assert set(parse_manifest(_with(lambda raw: raw["onderdelen"].update(hoogte=part))).onderdelen) == {"buurten"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("bestand", "../../boa.db"),
        ("bestand", "/etc/passwd"),
        ("bestand", "C:\\Windows\\win.ini"),
        ("bestand", "buurten.geojson\0.txt"),
        ("bestand", "straten.geojson"),
        ("bestand", ""),
        ("bestand", None),
        ("bytes", -1),
        ("bytes", 10**30),
        ("bytes", 300 * 1024 * 1024),
        ("bytes", 1.5),
        ("bytes", True),
        ("bytes", "12"),
        ("sha256", "A" * 64),
        ("sha256", "a" * 63),
        ("sha256", "../" + "a" * 61),
        ("aantal", 10**20),
        ("aantal", -5),
        ("stand", 2024),
    ],
)
def test_a_part_names_its_own_file_with_bounded_numbers_or_is_refused(key: str, value: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse_manifest(_with(lambda raw: raw["onderdelen"]["buurten"].update({key: value})))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("onderdelen", {}),
        ("onderdelen", []),
        ("onderdelen", {"buurten": "buurten.geojson"}),
        ("grens", [5, 52, 5.1]),
        ("grens", [5, 52, 5.1, float("inf")]),
        ("grens", [5, 52, 5.1, 1e308]),
        ("bronnen", {"naam": "CBS"}),
        ("bronnen", [{"naam": "CBS"}] * 2000),
        ("bronnen", [{"naam": ["CBS"], "datum": "", "licentie": "", "attributie": ""}]),
        ("waarschuwingen", [{"code": "x", "velden": {"a": {}}}]),
        ("versie", 0),
        ("versie", "2"),
        ("naam", "\ud800"),
        ("naam", None),
    ],
)
def test_what_is_no_manifest_is_refused(key: str, value: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        parse_manifest(_with(lambda raw: raw.update({key: value})))


def test_a_manifest_that_never_ends_is_not_read(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(encode_manifest(WHOLE) + b" " * MANIFEST_LIMIT_BYTES)
    with pytest.raises(EnvironmentProblem, match="kaartpakket_beschadigd"):
        read_manifest(tmp_path)


def test_a_newer_one_is_told_apart_from_damage() -> None:
    with pytest.raises(UserError) as caught:
        parse_manifest(_with(lambda raw: raw.update(versie=3)))
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_nieuwer", {"versie": 3, "kent": 2})


def test_a_file_is_checked_by_size_and_by_sum(tmp_path: Path) -> None:
    (tmp_path / "buurten.geojson").write_bytes(b"twaalf bytes")
    part = Onderdeel("buurten", "buurten.geojson", 12, hashlib.sha256(b"twaalf bytes").hexdigest())
    assert sum_of(check_file(tmp_path, part, sums=True)) == part.sha256
    (tmp_path / "buurten.geojson").write_bytes(b"twaalf Bytes")
    assert check_file(tmp_path, part, sums=False)
    with pytest.raises(ValueError, match="sum"):
        check_file(tmp_path, part, sums=True)
    (tmp_path / "buurten.geojson").write_bytes(b"elf bytes..")
    with pytest.raises(ValueError, match="size"):
        check_file(tmp_path, part, sums=False)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_no_part_of_a_kaartpakket(tmp_path: Path) -> None:
    (tmp_path / "elders").write_bytes(b"twaalf bytes")
    (tmp_path / "buurten.geojson").symlink_to(tmp_path / "elders")
    part = Onderdeel("buurten", "buurten.geojson", 12, hashlib.sha256(b"twaalf bytes").hexdigest())
    with pytest.raises(ValueError, match="size"):
        check_file(tmp_path, part, sums=True)
    (tmp_path / "echt").write_bytes(encode_manifest(WHOLE))
    (tmp_path / MANIFEST).symlink_to(tmp_path / "echt")
    with pytest.raises(EnvironmentProblem):
        read_manifest(tmp_path)
