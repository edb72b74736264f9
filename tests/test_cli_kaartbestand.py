"""Handing a kaartpakket over on the command line, each end with a key of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boa_app.mapdata.pakket import load_pakket
from tests.kaartmappen import maak_kaartmap


def run(home: Path, *arguments: str) -> tuple[int, Any, str]:
    """Exit code, the one JSON document, and what was said on stderr, in the name of a user with this folder."""
    done = subprocess.run(
        [sys.executable, "-m", "boa_app", "kaartpakket", *arguments, "--json"], stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=100, check=False,
        env=dict(os.environ, BOA_APP_MAP=str(home), PYTHONWARNINGS="error"),
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr


@pytest.fixture
def made(tmp_path: Path) -> dict[str, Any]:
    map_ = maak_kaartmap(tmp_path / "kaart", tegels=2)
    code, document, said = run(tmp_path / "een", "inpakken", str(map_), "--naar", str(tmp_path / "k.boakaart"))
    assert (code, said) == (0, "")
    return dict(document)


def test_from_one_user_to_another(tmp_path: Path, made: dict[str, Any]) -> None:
    assert (made["maker"], made["bytes"]) == ("IJsselstein", (tmp_path / "k.boakaart").stat().st_size)
    target = tmp_path / "nieuw"
    unpack = ("uitpakken", made["bestand"], "--naar", str(target))
    code, document, said = run(tmp_path / "twee", *unpack)
    assert (code, document, said.split(":")[0]) == (2, None, "kaartbestand_onbekende_maker")
    assert made["vingerafdruk"] in said
    assert "\n" not in said.strip()
    code, document, said = run(tmp_path / "twee", *unpack, "--vertrouw", made["vingerafdruk"])
    assert (code, said) == (0, "")
    assert (document["gemeente"], document["naam"], document["map"]) == ("GM0353", "IJsselstein", str(target))
    assert "basiskaart" in document["onderdelen"]
    load_pakket(target, thorough=True)
    assert not (tmp_path / "twee" / "opslag").exists(), "no store is made"


def test_ones_own_file_needs_no_fingerprint(tmp_path: Path, made: dict[str, Any]) -> None:
    code, _, said = run(tmp_path / "een", "uitpakken", made["bestand"], "--naar", str(tmp_path / "nieuw"))
    assert (code, said) == (0, "")


def test_a_second_file_is_of_the_same_maker(tmp_path: Path, made: dict[str, Any]) -> None:
    arguments = ("inpakken", str(tmp_path / "kaart"), "--naar", str(tmp_path / "k2.boakaart"), "--maker", "Bea")
    code, again, _ = run(tmp_path / "een", *arguments)
    assert (code, again["maker"], again["vingerafdruk"]) == (0, "Bea", made["vingerafdruk"])


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "kaartbestand_onleesbaar"), (b"", "kaartbestand_vreemd"), (b"MZ" + bytes(99), "kaartbestand_vreemd")],
)
def test_a_foreign_file_is_told(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "f.boakaart"
    if content is not None:
        path.write_bytes(content)
    exit_code, document, said = run(tmp_path, "uitpakken", str(path), "--naar", str(tmp_path / "nieuw"))
    assert (exit_code, document, said.split(":")[0]) == (2, None, code)
    assert not (tmp_path / "nieuw").exists()


def test_a_damaged_one_leaves_nothing(tmp_path: Path, made: dict[str, Any]) -> None:
    path = Path(made["bestand"])
    path.write_bytes(path.read_bytes()[:-1])
    target = str(tmp_path / "nieuw")
    exit_code, _, said = run(tmp_path / "een", "uitpakken", str(path), "--naar", target)
    assert (exit_code, said.split(":")[0]) == (2, "kaartbestand_beschadigd")
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_without_a_kaartpakket_is_told(tmp_path: Path) -> None:
    exit_code, _, said = run(tmp_path, "inpakken", str(tmp_path), "--naar", str(tmp_path / "k.boakaart"))
    assert (exit_code, said.split(":")[0]) == (2, "kaartpakket_ontbreekt")
    assert not (tmp_path / "kaartsleutel").exists()
