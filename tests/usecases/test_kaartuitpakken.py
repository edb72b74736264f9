"""Unpacking: every byte checked, nothing left of what is refused, nothing outside the folder."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata.manifest import MANIFEST
from boa_app.mapdata.pakket import load_pakket
from boa_app.sync.kaartbestand import Kaartdeel
from boa_app.usecases import kaartuitpakken
from boa_app.usecases.kaartinpakken import Tekenaar, pak_in_met
from boa_app.usecases.kaartuitpakken import pak_uit_naar
from boa_app.vault.zegel import generate_signing_key
from tests.kaartbestanden import schrijf_kaartbestand
from tests.kaartmappen import maak_kaartmap

KEY = generate_signing_key()
REFUSED = {"kaartbestand_vreemd", "kaartbestand_nieuwer", "kaartbestand_beschadigd"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kaart")
    map_ = maak_kaartmap(folder / "kaart", tegels=2)
    return pak_in_met(Tekenaar(KEY.prive, "IJsselstein"), map_, folder / "k.boakaart").bestand


def test_what_was_packed_comes_out_and_loads(file: Path, tmp_path: Path) -> None:
    manifest = pak_uit_naar(file, tmp_path / "nieuw", eigen=KEY.publiek)
    pakket = load_pakket(tmp_path / "nieuw", thorough=True)
    assert (manifest.naam, pakket.gemeente_code, len(pakket.buurten)) == ("IJsselstein", "GM0353", 2)
    assert pakket.basiskaart is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nieuw"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_changed_byte_leaves_nothing(file: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1) | st.integers(0, 3000))
    content[place] ^= data.draw(st.integers(1, 255))
    _refused(bytes(content), tmp_path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_file_that_was_cut_or_runs_on_leaves_nothing(file: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = file.read_bytes()
    _refused(content[: data.draw(st.integers(0, len(content) - 1))], tmp_path)
    _refused(content + data.draw(st.binary(min_size=1, max_size=9)), tmp_path)


def _refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "k.boakaart"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        pak_uit_naar(path, tmp_path / "nieuw", eigen=KEY.publiek)
    assert caught.value.code in REFUSED
    assert sorted(one.name for one in tmp_path.iterdir()) == ["k.boakaart"]


def test_an_unknown_maker_is_named(file: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        pak_uit_naar(file, tmp_path / "nieuw")
    assert caught.value.code == "kaartbestand_onbekende_maker"
    assert list(tmp_path.iterdir()) == []
    pak_uit_naar(file, tmp_path / "nieuw", vertrouw=str(caught.value.fields["vingerafdruk"]))
    assert (tmp_path / "nieuw" / MANIFEST).is_file()


def test_what_is_in_the_way_stays(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "map"
    target.mkdir()
    (target / "van mij").write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="kaartpakket_map_vol"):
        pak_uit_naar(file, target, eigen=KEY.publiek)
    assert [path.name for path in target.iterdir()] == ["van mij"]
    (target / "van mij").unlink()
    pak_uit_naar(file, target, eigen=KEY.publiek)
    assert (target / MANIFEST).is_file()


Usage = namedtuple("Usage", "total used free")


def test_a_full_disk_is_told_before_anything_is_copied(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 9, 1))
    with pytest.raises(EnvironmentProblem) as caught:
        pak_uit_naar(file, tmp_path / "nieuw", eigen=KEY.publiek)
    assert (caught.value.code, caught.value.fields) == ("kaartbestand_schijf_vol", {"nodig_mb": 1})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "kaartbestand_schijf_vol"), (errno.EROFS, "map_alleen_lezen"), (errno.EIO, "opslag_fout")],
)
def test_a_disk_that_fails_on_the_way_leaves_nothing(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    real: Callable[..., object] = kaartuitpakken._new_file

    def failing(folder: Path, deel: Kaartdeel) -> object:
        if deel.naam == "basiskaart.mbtiles":
            raise OSError(number, "stuk")
        return real(folder, deel)

    monkeypatch.setattr(kaartuitpakken, "_new_file", failing)
    with pytest.raises(EnvironmentProblem, match=code):
        pak_uit_naar(file, tmp_path / "nieuw", eigen=KEY.publiek)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_beside_it_is_left_alone(file: Path, tmp_path: Path) -> None:
    for name in ("kaart.nieuw", "kaart.deel", ".kaart"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vakantie.jpg").write_bytes(b"1")
    pak_uit_naar(file, tmp_path / "kaart", eigen=KEY.publiek)
    assert len(list(tmp_path.glob("*/vakantie.jpg"))) == 3


def test_into_the_folder_one_is_in(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    pak_uit_naar(file, Path(), eigen=KEY.publiek)
    assert (tmp_path / "hier" / MANIFEST).is_file()


def test_stopping_leaves_nothing(file: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kaartbestand_afgebroken"):
        pak_uit_naar(file, tmp_path / "nieuw", eigen=KEY.publiek, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def _contents(folder: Path) -> dict[str, bytes]:
    names = [MANIFEST, *sorted(path.name for path in folder.iterdir() if path.name != MANIFEST)]
    return {name: (folder / name).read_bytes() for name in names}


@pytest.mark.parametrize("change", ["gemeente_code", "naam", "gemaakt_op", "weg", "erbij", "geen_json"])
def test_a_header_that_says_something_else_than_the_manifest_is_refused(tmp_path: Path, change: str) -> None:
    """Signed as a whole, by somebody trusted: what is chosen by the header must still be what is in it."""
    contents = _contents(maak_kaartmap(tmp_path / "kaart"))
    more: dict[str, str] = {}
    if change == "weg":
        contents.pop("omtrek.geojson")
    elif change == "erbij":
        contents["gebieden.geojson"] = b"{}"
    elif change == "geen_json":
        contents[MANIFEST] = b"{"
    else:
        more[change] = {"gemaakt_op": "2027-01-01T00:00:00.000Z"}.get(change, "Elders")
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", KEY, contents, **more)
    with pytest.raises(BoaError) as caught:
        pak_uit_naar(path, tmp_path / "nieuw", eigen=KEY.publiek)
    assert caught.value.code in ("kaartbestand_beschadigd", "kaartpakket_beschadigd")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["k.boakaart", "kaart"]


def test_signed_and_still_no_map_is_refused(tmp_path: Path) -> None:
    """The sums are right, the contents are none."""
    contents = _contents(maak_kaartmap(tmp_path / "kaart"))
    manifest = json.loads(contents[MANIFEST])
    contents["buurten.geojson"] = b'{"features": 3}'
    manifest["onderdelen"]["buurten"] |= {
        "bytes": len(contents["buurten.geojson"]),
        "sha256": hashlib.sha256(contents["buurten.geojson"]).hexdigest(),
    }
    contents[MANIFEST] = json.dumps(manifest).encode()
    path = schrijf_kaartbestand(tmp_path / "k.boakaart", KEY, contents)
    with pytest.raises(EnvironmentProblem, match="kaartpakket_beschadigd"):
        pak_uit_naar(path, tmp_path / "nieuw", eigen=KEY.publiek)
    assert not (tmp_path / "nieuw").exists()
