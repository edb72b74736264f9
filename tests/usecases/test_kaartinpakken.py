"""Packing: what is on disk is what goes in, and nothing is left of what does not succeed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.manifest import MANIFEST
from boa_app.mapdata.onderdelen import FILES
from boa_app.sync.kaartbestand import DELEN, read_kop, vingerafdruk
from boa_app.usecases import kaartinpakken
from boa_app.usecases.kaartinpakken import Tekenaar, lees_tekenaar, line_of, pak_in_met
from boa_app.vault.zegel import generate_signing_key, verify
from tests.kaartmappen import MADE_ON, maak_kaartmap

KEY = generate_signing_key()
TEKENAAR = Tekenaar(KEY.prive, "IJsselstein, Laptop")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return maak_kaartmap(tmp_path / "kaart", tegels=3)


def test_a_file_can_hold_everything_a_kaartpakket_can() -> None:
    assert set(DELEN) == {MANIFEST, *(name for names in FILES.values() for name in names)}


def test_what_is_in_the_folder_is_in_the_file(map_: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart", progress=lambda *at: told.append(at))
    with made.bestand.open("rb") as file:
        kop = read_kop(file, verify)
        contents = {deel.naam: file.read(deel.bytes) for deel in kop.inhoud.delen}
    assert contents == {path.name: path.read_bytes() for path in map_.iterdir()}
    inhoud = kop.inhoud
    assert (inhoud.naam, inhoud.gemeente_code, inhoud.gemaakt_op) == ("IJsselstein", "GM0353", MADE_ON)
    assert (inhoud.ondertekenaar, inhoud.maker) == (KEY.publiek, TEKENAAR.maker)
    assert made.bytes == made.bestand.stat().st_size == kop.bytes
    assert made.vingerafdruk == vingerafdruk(KEY.publiek)
    assert {"omtrek", "buurten", "basiskaart"} <= set(made.onderdelen)
    assert told[-1][0] == told[-1][1] > 0
    assert KEY.prive not in repr(TEKENAAR)


def test_strange_files_in_the_folder_stay_there(map_: Path, tmp_path: Path) -> None:
    (map_ / "dagboek.txt").write_text("van mij", encoding="utf-8")
    made = pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart")
    assert b"van mij" not in made.bestand.read_bytes()


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["buurten.geojson", "basiskaart.mbtiles"])
def test_a_damaged_kaartpakket_is_not_handed_on(map_: Path, tmp_path: Path, name: str) -> None:
    _flip(map_ / name)
    with pytest.raises(EnvironmentProblem) as caught:
        pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart")
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_beschadigd", {"onderdeel": Path(name).stem})
    assert not (tmp_path / "k.boakaart").exists()


def test_a_folder_that_is_none_or_lacks_a_part_is_told(map_: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kaartpakket_ontbreekt"):
        pak_in_met(TEKENAAR, tmp_path, tmp_path / "k.boakaart")
    (map_ / "buurten.geojson").unlink()
    with pytest.raises(EnvironmentProblem, match="kaartpakket_beschadigd"):
        pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart")


def test_a_file_that_changes_under_way_is_noticed(map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sum stands before it; what is copied must still be that."""
    real: Callable[..., object] = kaartinpakken._pass_on

    def changed(path: Path, count: object, target: BinaryIO | None = None) -> object:
        if target is not None and path.name == "basiskaart.mbtiles":
            _flip(path)
        return real(path, count, target)

    monkeypatch.setattr(kaartinpakken, "_pass_on", changed)
    with pytest.raises(EnvironmentProblem, match="kaartpakket_beschadigd"):
        pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kaart"]


def test_stopping_leaves_the_old_file_as_it_was(map_: Path, tmp_path: Path) -> None:
    target = tmp_path / "k.boakaart"
    target.write_bytes(b"van gisteren")
    seen: list[int] = []

    def stop() -> bool:
        seen.append(1)
        return len(seen) > 7

    with pytest.raises(UserError, match="kaartbestand_afgebroken"):
        pak_in_met(TEKENAAR, map_, target, cancelled=stop)
    assert target.read_bytes() == b"van gisteren"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["k.boakaart", "kaart"]


def test_too_large_a_part_is_told(map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kaartinpakken, "DELEN", {**DELEN, "basiskaart.mbtiles": 1000})
    with pytest.raises(UserError, match="kaartbestand_te_groot"):
        pak_in_met(TEKENAAR, map_, tmp_path / "k.boakaart")


def test_nowhere_to_write_is_told(map_: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt"):
        pak_in_met(TEKENAAR, map_, tmp_path / "nergens" / "k.boakaart")


def test_the_key_without_a_store_is_made_once_and_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "map" / "kaartsleutel"
    first = lees_tekenaar(path, "Gemeente")
    assert lees_tekenaar(path, "Gemeente") == first
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"zz" * 32, b"ab", b"\xff\xfe", "é".encode()])
def test_a_key_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kaartsleutel"
    path.write_bytes(content)
    with pytest.raises(UserError, match="kaartbestand_sleutel"):
        lees_tekenaar(path, "Gemeente")


def test_words_are_kept_to_what_a_header_holds() -> None:
    assert line_of("IJssel\nstein\u202e") == "IJsselstein"
    assert len(line_of("x" * 500)) == 120
