"""A kaartpakket: there and back, damaged, newer, absent."""

from __future__ import annotations

import json
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


def test_absent(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_pakket(tmp_path)
    assert caught.value.code == "kaartpakket_ontbreekt"


def test_newer_is_refused(pakket: Kaartpakket, tmp_path: Path) -> None:
    write_pakket(tmp_path, pakket)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {"versie": 2}), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_pakket(tmp_path)
    assert (caught.value.code, caught.value.fields) == ("kaartpakket_nieuwer", {"versie": 2, "kent": 1})


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


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"versie": "een"}'])
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
