"""``straten`` and ``kaartpakket`` at the command line, as processes of their own: JSON, exit codes, no store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boa_app.mapdata.netwerk import read_netwerk
from boa_app.mapdata.pakket import load_pakket
from tests.kaartbronnen import write_adressen, write_buurten, write_osm, write_tegels

pytestmark = pytest.mark.timeout(300)
# Any line out of this machine would go through here, and end.
NOWHERE = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")


class Cli:
    """Runs commands as processes and gives what they say. data: where stores would be made."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"

    def __call__(self, *words: object, code: int = 0) -> Any:
        done = self.run(*words, "--json")
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        if not done.stdout:
            assert len(done.stderr.strip().splitlines()) == 1, done.stderr
            return done.stderr
        return json.loads(done.stdout)

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "boa_app", *map(str, words)],
            capture_output=True, text=True, encoding="utf-8", timeout=240,
            env=os.environ | NOWHERE | {"BOA_APP_MAP": str(self.data), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


def test_streets_of_a_file_become_a_network(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "net" / "a.straten"
    found = cli("straten", "importeer", write_osm(tmp_path / "a.osm"), "--naar", out)
    assert found == {
        "knopen": 5, "segmenten": 4, "km": pytest.approx(3.166, abs=0.01), "overgeslagen": {},
        "stukken": [{"nr": 1, "knopen": 5, "km": found["km"]}],
    }  # fmt: skip
    netwerk = read_netwerk(out)
    assert (netwerk.telling.knopen, netwerk.telling.segmenten) == (found["knopen"], found["segmenten"])
    assert sum(stuk["km"] for stuk in found["stukken"]) == pytest.approx(found["km"], abs=0.01)
    assert not cli.data.exists(), "no store is opened or made"


def test_a_border_cuts_the_streets(cli: Cli, tmp_path: Path) -> None:
    whole = cli("straten", "importeer", write_osm(tmp_path / "a.osm"), "--naar", tmp_path / "a.straten")
    square = {"type": "Polygon", "coordinates": [[[5, 52], [5.005, 52], [5.005, 52.02], [5, 52.02], [5, 52]]]}
    (tmp_path / "grens.geojson").write_text(json.dumps(square), encoding="utf-8")
    words = ["straten", "importeer", tmp_path / "a.osm", "--naar", tmp_path / "b.straten"]
    cut = cli(*words, "--grens", tmp_path / "grens.geojson")
    assert 0 < cut["km"] < whole["km"]
    buurten = write_buurten(tmp_path / "b.geojson")
    same = cli("straten", "importeer", tmp_path / "a.osm", "--naar", tmp_path / "c.straten", "--grens", buurten)
    assert same["km"] == whole["km"]


@pytest.mark.parametrize(
    ("content", "naar", "code"),
    [
        (b"", "a.straten", "kaartpakket_bestand_leeg"),
        (b"geen kaart", "a.straten", "straten_bestand_vreemd"),
        (None, "a.straten", "kaartpakket_bestand_ontbreekt"),
        (b"geen kaart", "a.gpkg", "straten_naar"),
    ],
)
def test_what_is_no_street_file_is_told_in_one_line(
    cli: Cli, tmp_path: Path, content: bytes | None, naar: str, code: str
) -> None:
    (tmp_path / naar).write_bytes(b"wat hier al stond")
    if content is not None:
        (tmp_path / "a.osm").write_bytes(content)
    said = cli("straten", "importeer", tmp_path / "a.osm", "--naar", tmp_path / naar, code=2)
    assert said.startswith(f"{code}: ")
    assert (tmp_path / naar).read_bytes() == b"wat hier al stond"


def test_a_kaartpakket_of_files_says_what_is_in_it(cli: Cli, tmp_path: Path) -> None:
    found = cli(
        "kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", write_osm(tmp_path / "a.osm"),
        "--buurten", write_buurten(tmp_path / "b.geojson"), "--tegels", write_tegels(tmp_path / "c.mbtiles"),
        "--adressen", write_adressen(tmp_path / "d.csv"),
    )  # fmt: skip
    assert (found["naam"], found["gemeente"], found["versie"]) == ("IJsselstein", "GM0353", 2)
    assert found["bytes"] == sum(part["bytes"] for part in found["onderdelen"].values()) > 0
    for part in found["onderdelen"].values():
        assert (tmp_path / "kaart" / part["bestand"]).stat().st_size == part["bytes"]
    assert found["ontbreekt"] == ["wijken", "plekken", "gebieden"] and found["mislukt"] == []
    assert "© OpenStreetMap-auteurs" in found["attributie"]
    assert {bron["licentie"] for bron in found["bronnen"]} >= {"ODbL 1.0", "CC BY 4.0"}
    assert all(warning["zin"] != warning["code"] for warning in found["waarschuwingen"])
    checked = cli("kaartpakket", "controleer", tmp_path / "kaart")
    assert checked["bevindingen"] == []
    assert {key: checked[key] for key in ("onderdelen", "bronnen", "naam")} == {
        key: found[key] for key in ("onderdelen", "bronnen", "naam")
    }
    assert not cli.data.exists()
    assert load_pakket(tmp_path / "kaart").naam == "IJsselstein"


def test_a_part_that_fails_is_told_and_the_rest_made(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "c.mbtiles").write_bytes(b"geen tegels")
    found = cli(
        "kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", write_osm(tmp_path / "a.osm"),
        "--tegels", tmp_path / "c.mbtiles",
    )  # fmt: skip
    (failed,) = found["mislukt"]
    assert (failed["onderdeel"], failed["code"]) == ("basiskaart", "tegels_vreemd")
    assert "basiskaart" in found["ontbreekt"] and "straten" in found["onderdelen"]


def test_a_damaged_one_is_found_with_exit_code_2(cli: Cli, tmp_path: Path) -> None:
    cli("kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", write_osm(tmp_path / "a.osm"))
    path = tmp_path / "kaart" / "netwerk.straten"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    found = cli("kaartpakket", "controleer", tmp_path / "kaart", code=2)
    assert [(one["code"], one["onderdeel"]) for one in found["bevindingen"]] == [("kaartpakket_beschadigd", "straten")]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["kaartpakket", "maak", "--naar", "nieuw"], 2, "kaartpakket_niets_gevraagd"),
        (["kaartpakket", "maak", "--naar", ".", "--osm", "a.osm"], 2, "kaartpakket_map_vol"),
        (["kaartpakket", "maak", "--naar", "nieuw", "--tegels", "er-niet"], 2, "kaartpakket_bestand_ontbreekt"),
        (["kaartpakket", "maak", "--naar", "nieuw", "--adressen", "a.osm"], 2, "adressen_"),
        (["kaartpakket", "controleer", "nergens"], 2, "kaartpakket_ontbreekt"),
        (["kaartpakket", "maak"], 2, "opdracht_onjuist"),
        (["kaartpakket"], 2, "opdracht_onjuist"),
        (["straten", "importeer", "a.osm"], 2, "opdracht_onjuist"),
    ],
)
def test_what_a_person_can_mend_ends_with_2(
    cli: Cli, tmp_path: Path, words: list[str], code: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_osm(tmp_path / "a.osm")
    assert cli(*words, code=code).startswith(sentence)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.osm"]


def test_without_a_line_pdok_ends_with_3_and_one_line(cli: Cli, tmp_path: Path) -> None:
    said = cli("kaartpakket", "maak", "--naar", tmp_path / "kaart", "--gemeente", "GM0353", code=3)
    assert said.startswith("pdok_onbereikbaar: ")
    assert not (tmp_path / "kaart").exists()


def test_a_person_reads_lines(cli: Cli, tmp_path: Path) -> None:
    done = cli.run("kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", write_osm(tmp_path / "a.osm"))
    assert done.returncode == 0 and done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == f"Kaartpakket A in {tmp_path / 'kaart'}."
    assert any(line.strip().startswith("straten: 4") for line in lines)
    assert any(line.startswith("Niet aanwezig: gemeentegrens, wijken, buurten") for line in lines)
    done = cli.run("straten", "importeer", tmp_path / "a.osm", "--naar", tmp_path / "a.straten")
    assert done.stdout == "In a.straten staan 4 stukken straat, samen 3,17 km.\n"


def test_killed_while_making_the_same_command_goes_on(cli: Cli, tmp_path: Path) -> None:
    """kill -9 as soon as one step is done; what was there stays, and the next one finishes."""
    write_osm(tmp_path / "a.osm")
    cli("kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", tmp_path / "a.osm")
    words = ["kaartpakket", "maak", "--naar", tmp_path / "kaart", "--osm", tmp_path / "a.osm",
             "--tegels", write_tegels(tmp_path / "c.mbtiles"), "--json"]  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "boa_app", *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"BOA_APP_MAP": str(cli.data)},
    )  # fmt: skip
    state = tmp_path / ".bouw-kaart" / "bouw.json"
    while process.poll() is None and not state.exists():
        pass
    process.kill()
    process.wait(60)
    assert load_pakket(tmp_path / "kaart", thorough=True).straten
    found = cli(*words[:-1])
    assert {"straten", "basiskaart"} <= set(found["onderdelen"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.osm", "c.mbtiles", "kaart"]
