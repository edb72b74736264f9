"""A kaartpakket: there and back, damaged, newer, absent."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.pakket import Bron, Buurt, Kaartpakket, Plaatspunt, Straat, Vlak, load_pakket, write_pakket

RING = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0))
HOLE = ((5.02, 52.01), (5.03, 52.01), (5.03, 52.02), (5.02, 52.01))


@pytest.fixture
def pakket() -> Kaartpakket:
    return Kaartpakket(
        gemeente_code="GM0353",
        naam="Proef",
        omtrek=(RING,),
        buurten=(Buurt("BU03530001", "Één", (RING, HOLE)),),
        straten=(Straat("'t Pad", "pad", (((5.0, 52.0), (5.01, 52.01)),)),),
        vlakken=(Vlak("water", (RING, HOLE), "Plas"),),
        plekken=(Plaatspunt("Plein", 5.05, 52.05, "PLEIN", 2),),
        bronnen=(Bron("a", "2026", "CC0", "© A"), Bron("b", "2026", "CC0", "© A"), Bron("c", "2026", "CC0", "© C")),
        voorbeeld=True,
    )


def test_there_and_back(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path / "pak", pakket)
    assert load_pakket(tmp_path / "pak") == pakket


def test_attribution_names_each_source_once(pakket: Kaartpakket) -> None:
    assert pakket.attributie == "© A | © C"


def test_large_parts_stay_in_their_files(pakket: Kaartpakket, tmp_path: Path) -> None:
    """300,000 addresses and the tiles of a city cost nothing at a start; only their size and head are looked at."""
    write_pakket(tmp_path, pakket)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    for part, name in (("adressen", "adressen.sqlite"), ("basiskaart", "basiskaart.mbtiles")):
        with (tmp_path / name).open("wb") as file:
            file.write(b"SQLite format 3\0")
            file.truncate(300_000_000)
        manifest["onderdelen"][part] = {"bestand": name, "bytes": 300_000_000, "sha256": "0" * 64, "aantal": 300_000}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    tracemalloc.start()
    loaded = load_pakket(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert loaded.adressen == tmp_path / "adressen.sqlite" and loaded.basiskaart == tmp_path / "basiskaart.mbtiles"
    assert peak < 5_000_000
    with pytest.raises(EnvironmentProblem):
        load_pakket(tmp_path, thorough=True)


def test_the_first_format_is_still_read(pakket: Kaartpakket, tmp_path: Path) -> None:
    """Written by hand as the program wrote it then: five parts, no sizes."""
    write_pakket(tmp_path, pakket)
    now = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    names = {
        "omtrek": "omtrek",
        "buurten": "buurten",
        "straten": "straatlijnen",
        "vlakken": "vlakken",
        "plekken": "plekken",
    }
    old = {key: now[key] for key in ("gemeente_code", "naam", "voorbeeld")} | {
        "versie": 1,
        "bronnen": [{key: value for key, value in bron.items() if key != "onderdelen"} for bron in now["bronnen"]],
        "onderdelen": list(names),
        "sha256": {name: now["onderdelen"][part]["sha256"] for name, part in names.items()},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(old), encoding="utf-8")
    assert load_pakket(tmp_path, thorough=True) == pakket
    (tmp_path / "straten.geojson").write_bytes(b"{}")
    with pytest.raises(EnvironmentProblem) as caught:
        load_pakket(tmp_path)
    assert caught.value.fields == {"onderdeel": "straten"}


def test_absent(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_pakket(tmp_path)
    assert caught.value.code == "kaartpakket_ontbreekt"


def test_newer_is_refused(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, pakket)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {"versie": 3}), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_pakket(tmp_path)
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_nieuwer", {"versie": 3, "kent": 2})


def test_changed_part_is_damage(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, pakket)
    with (tmp_path / "straten.geojson").open("ab") as file:
        file.write(b" ")
    with pytest.raises(EnvironmentProblem) as caught:
        load_pakket(tmp_path)
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_beschadigd", {"onderdeel": "straten"})


def test_missing_part_is_damage(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, pakket)
    (tmp_path / "buurten.geojson").unlink()
    with pytest.raises(EnvironmentProblem):
        load_pakket(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"versie": "een"}', '{"versie": Infinity}', "[" * 100_000])
def test_broken_manifest_is_damage(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(EnvironmentProblem) as caught:
        load_pakket(tmp_path)
    assert caught.value.code == "kaartpakket_beschadigd"


def test_manifest_without_name_is_damage(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, pakket)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    del manifest["naam"]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(EnvironmentProblem):
        load_pakket(tmp_path)


def _replace_part(folder: Path, part: str, text: str) -> None:
    """Another content with a sum that fits, as a careless maker of pakketten would deliver it."""
    (folder / f"{part}.geojson").write_text(text, encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    name = "straatlijnen" if part == "straten" else part
    manifest["onderdelen"][name] |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), "bytes": len(text.encode())}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _with(pakket: Kaartpakket, part: str, folder: Path) -> str:
    write_pakket(folder, pakket)
    return (folder / f"{part}.geojson").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("buurten", json.dumps(RING, separators=(",", ":")), "[[5,52],[5.1,52]]"),
        ("buurten", "5.02", "NaN"),
        ("buurten", "52.1", "95.0"),
        ("buurten", "\u00c9\u00e9n", "\\ud800"),
        ("omtrek", "Polygon", "Point"),
        ("straten", "[5.01,52.01]", "[]"),
        ("vlakken", '"Plas"', "null"),
        ("plekken", '"elke_dagen":2', '"elke_dagen":Infinity'),
        ("plekken", '"elke_dagen":2', '"elke_dagen":-2'),
        ("plekken", '"properties"', '"eigenschappen"'),
    ],
)
def test_shapes_that_would_break_a_map_are_damage(
    pakket: Kaartpakket, tmp_path: Path, part: str, old: str, new: str
) -> None:
    text = _with(pakket, part, tmp_path)
    assert old in text
    _replace_part(tmp_path, part, text.replace(old, new))
    with pytest.raises(EnvironmentProblem) as caught:
        load_pakket(tmp_path)
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_beschadigd", {"onderdeel": part})


@pytest.mark.parametrize("text", ["[" * 100_000, '{"features": {}}', '{"features": [[]]}', "[]"])
def test_parts_that_are_no_collection_are_damage(pakket: Kaartpakket, tmp_path: Path, text: str) -> None:
    write_pakket(tmp_path, pakket)
    _replace_part(tmp_path, "buurten", text)
    with pytest.raises(EnvironmentProblem) as caught:
        load_pakket(tmp_path)
    assert caught.value.fields == {"onderdeel": "buurten"}


def test_one_code_for_two_buurten_is_damage(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, replace(pakket, buurten=pakket.buurten * 2))
    with pytest.raises(EnvironmentProblem):
        load_pakket(tmp_path)


def test_part_that_is_too_large_is_damage(pakket: Kaartpakket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pakket(tmp_path, pakket)
    monkeypatch.setattr("boa_app.mapdata.pakket.PART_LIMIT_BYTES", 10)
    with pytest.raises(EnvironmentProblem):
        load_pakket(tmp_path)
