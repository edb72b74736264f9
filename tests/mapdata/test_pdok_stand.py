"""How far a download is survives a stop; a damaged state is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.pdok_stand import Stand, lees_stand, schrijf_stand, voeg_toe

STAND = Stand("key", '"e"', "Mon", "f00", ["https://x/1", "https://x/2"], 120, 3, 2, False, 1_792_000_000)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    schrijf_stand(tmp_path / "s.json", STAND)
    assert lees_stand(tmp_path / "s.json", "key") == STAND
    assert lees_stand(tmp_path / "s.json", "another question") is None
    assert lees_stand(tmp_path / "none.json", "key") is None


@pytest.mark.parametrize(
    "change",
    [
        {"versie": 2}, {"bytes": "120"}, {"bytes": -1}, {"wachtrij": "https://x/1"}, {"wachtrij": [1]}, {"klaar": 1},
        {"nieuw": 1}, {"aantal": True},
    ],
)  # fmt: skip
def test_a_damaged_state_is_none(tmp_path: Path, change: dict[str, Any]) -> None:
    path = tmp_path / "s.json"
    schrijf_stand(path, STAND)
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    assert lees_stand(path, "key") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"versie": 1}', "\0" * 100])
def test_a_file_that_is_no_state_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "s.json").write_text(text, encoding="utf-8")
    assert lees_stand(tmp_path / "s.json", "key") is None


def test_what_came_after_the_counted_bytes_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "data"
    assert voeg_toe(path, 0, b"one\n") == 4
    assert voeg_toe(path, 4, b"two\n") == 8
    path.write_bytes(path.read_bytes() + b"half a li")
    assert voeg_toe(path, 8, b"three\n") == 14
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    assert voeg_toe(path, 0, b"new\n") == 4
    assert path.read_bytes() == b"new\n"


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    for write in (lambda: schrijf_stand(tmp_path / "no" / "s", STAND), lambda: voeg_toe(tmp_path / "no" / "d", 0, b"")):
        with pytest.raises(EnvironmentProblem) as caught:
            write()
        assert caught.value.code == "pdok_schijf"
