"""Each command against a real store."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from boa_app import cli_opdrachten
from boa_app.cli import main
from boa_app.domain.melding import MELDING_VELDEN

MELDING = {"gebeurd_van": "2026-11-20T20:42:00+01:00", "lon": 5.0421, "lat": 52.0208, "soort": "GEL-STEM", "ernst": "2"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli") / "opslag"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOA_APP_WACHTWOORD", "voorbeeld")


def _json(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def _failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.split(":")[0]


def _stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


def test_fields_need_no_store(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOA_APP_WACHTWOORD")
    velden = {veld["naam"]: veld for veld in _json(capsys, "melding", "velden")["velden"]}
    assert tuple(velden) == MELDING_VELDEN
    assert [name for name, veld in velden.items() if veld["verplicht"]] == ["gebeurd_van", "lon", "lat", "soort"]
    assert velden["soorten"]["vorm"] == "codes"
    assert {"code": "HANG", "label": "Rondhangen zonder verdere overlast", "kort": "Rondhangen"} in velden["soort"][
        "codes"
    ]
    assert main(["melding", "velden"]) == 0
    assert "soort (code, verplicht): " in capsys.readouterr().out


def test_a_melding_from_new_to_list(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ["--store", str(store)]
    (tmp_path / "m.json").write_text(json.dumps(MELDING), encoding="utf-8")
    assert main(["melding", "nieuw", "--invoer", str(tmp_path / "m.json"), *there, "--json"]) == 0
    out, err = capsys.readouterr()
    made = json.loads(out)
    # The store was made on the way; its recovery code is shown once, and not in the answer.
    assert err.strip() != ""
    assert (made["soort"], made["ernst"], made["gebeurd_van"]) == ("GEL-STEM", "2", "2026-11-20T19:42:00.000Z")
    assert [line["veld"] for line in made["wijzigingen"]] == ["*"]

    _stdin(monkeypatch, '{"ernst": "3"}')
    changed = _json(capsys, "melding", "wijzig", made["uid"], "--invoer", "-", "--reden", "zwaarder", *there)
    newest = changed["wijzigingen"][0]
    assert (changed["uid"], changed["ernst"]) == (made["uid"], "3")
    assert (newest["veld"], newest["oud"], newest["nieuw"], newest["reden"]) == ("ernst", "2", "3", "zwaarder")

    shown = _json(capsys, "melding", "toon", made["uid"], *there)
    assert shown == changed
    listed = _json(capsys, "melding", "lijst", *there)
    assert listed["aantal"] == 1
    assert listed["meldingen"][0]["uid"] == made["uid"]
    assert _json(capsys, "melding", "lijst", "--soort", "HANG", *there)["meldingen"] == []
    assert main(["melding", "lijst", *there]) == 0
    assert "20-11-2026 20:42  Stemgeluid" in capsys.readouterr().out
    assert main(["melding", "toon", made["uid"], *there]) == 0
    assert f"uid: {made['uid']}" in capsys.readouterr().out
    assert _json(capsys, "controleer", *there) == {"bevindingen": []}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "invoer_ongeldig"),
        ("[]", "invoer_ongeldig"),
        ("{}", "veld_ontbreekt"),
        (json.dumps(MELDING | {"naam": "x"}), "veld_onbekend"),
        (json.dumps(MELDING | {"lon": "oost"}), "veld_ongeldig"),
    ],
)
def test_bad_input_makes_no_store(
    tmp_path: Path, text: str, code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _stdin(monkeypatch, text)
    assert _failed(capsys, "melding", "nieuw", "--invoer", "-", "--store", str(tmp_path / "o")) == code
    assert not (tmp_path / "o").exists()


def test_input_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--store", str(tmp_path / "o")]
    assert _failed(capsys, "melding", "nieuw", "--invoer", str(tmp_path / "weg.json"), *there) == "bestand_ontbreekt"
    assert _failed(capsys, "melding", "nieuw", "--invoer", str(tmp_path), *there) == "bestand_onleesbaar"


def test_example_and_import_into_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--store", str(tmp_path / "o")]
    made = _json(capsys, "voorbeeld", "--meldingen", "40", "--zaad", "3", "--jaren", "2021-2022", *there)
    assert made == {"meldingen": 40, "per_jaar": {"2021": 21, "2022": 19}, "jops": 2, "schouwen": 2}
    assert _failed(capsys, "voorbeeld", *there) == "opslag_bestaat_al"
    table = tmp_path / "t.csv"
    table.write_text("datum;lon;lat\n1-2-2026;5,04;52,02\n;5,04;52,02\n", encoding="utf-8")
    told = _json(capsys, "importeer", str(table), *there)
    expected = {"gelezen": 2, "toegevoegd": 1, "bestaand": 0, "overgeslagen": 0, "afgekeurd": 1}
    assert told == expected | {"afgekeurd_bestand": f"{table}.afgekeurd.csv"}
    assert main(["importeer", str(table), "--droog", *there]) == 0
    assert "1" in capsys.readouterr().out
    assert _failed(capsys, "importeer", str(tmp_path / "weg.csv"), *there) == "bestand_ontbreekt"


def test_no_store_is_made_for_counting_or_for_what_cannot_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, table, bad = tmp_path / "o", tmp_path / "t.csv", tmp_path / "slecht.csv"
    there = ["--store", str(store)]
    table.write_text("datum;lon;lat\n1-2-2026;5,04;52,02\n", encoding="utf-8")
    bad.write_text("naam;getal\na;1\n", encoding="utf-8")
    for arguments, code in (
        (["importeer", str(table), str(tmp_path / "weg.csv")], "bestand_ontbreekt"),
        (["importeer", str(table), str(bad)], "kolommen_niet_gevonden"),
        (["melding", "wijzig", "x", "--invoer", "-"], "opslag_ontbreekt"),
    ):
        _stdin(monkeypatch, "{}")
        assert main([*arguments, *there]) == 2
        err = capsys.readouterr().err
        assert err.startswith(f"{code}: ")
        assert err.count("\n") == 1, "one line, as promised"
    for values, code in (
        ({"soort": "ONZIN"}, "code_onbekend"),
        ({"ronde": "0192f8a0-0000-7000-8000-000000000001"}, "verwijzing_onbekend"),
        ({"soort": "GEEN", "groepsgrootte": "G5"}, "geen_past_niet"),
    ):
        _stdin(monkeypatch, json.dumps(MELDING | values))
        assert _failed(capsys, "melding", "nieuw", "--invoer", "-", *there) == code
    monkeypatch.delenv("BOA_APP_WACHTWOORD")
    counted = _json(capsys, "importeer", str(table), "--droog", *there)
    assert (counted["gelezen"], counted["toegevoegd"], counted["bestaand"]) == (1, 1, 0)
    assert not store.exists()


def test_days_the_wrong_way_round(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--van", "2026-11-20", "--tot", "2026-11-19"]
    assert _failed(capsys, "melding", "lijst", *days, "--store", str(store)) == "dagen_omgekeerd"


def test_what_is_wrong_gives_code_2_and_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--store", str(tmp_path / "o")]
    assert main(["voorbeeld", "--meldingen", "5", *there]) == 0
    (tmp_path / "o" / "kaartpakket" / "straten.geojson").unlink()
    capsys.readouterr()
    (finding,) = _json(capsys, "controleer", *there, code=2)["bevindingen"]
    assert finding["code"] == "kaartpakket_beschadigd"
    assert finding["zin"]


def test_passphrase_is_asked_twice_for_a_new_store(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BOA_APP_WACHTWOORD")
    monkeypatch.setattr(cli_opdrachten, "is_terminal", lambda: True)
    answers = iter(["wachtwoord", "wachtwoort"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    (tmp_path / "m.json").write_text(json.dumps(MELDING), encoding="utf-8")
    arguments = ["melding", "nieuw", "--invoer", str(tmp_path / "m.json"), "--store", str(tmp_path / "o")]
    assert _failed(capsys, *arguments) == "wachtwoorden_verschillen"


@pytest.mark.parametrize("given", [["--store", ""], ["--store="], ["--store", "  "]])
def test_an_empty_folder_name_is_not_the_folder_one_is_in(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["voorbeeld"], ["melding", "lijst"], []):
        assert _failed(capsys, *command, *given) == "map_leeg"
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_or_reason_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ["--store", str(tmp_path / "o")]
    monkeypatch.setattr("os.environ", {"BOA_APP_WACHTWOORD": "wachtwoord\udce9"})
    assert _failed(capsys, "voorbeeld", *there) == "wachtwoord_onleesbaar"
    assert _failed(capsys, "importeer", str(tmp_path / "x.csv"), *there) == "wachtwoord_onleesbaar"
    assert _failed(capsys, "melding", "toon", "x", "--reden", "\udce9", *there) == "tekst_onleesbaar"
    assert _failed(capsys, "melding", "toon", "\udce9", *there) == "tekst_onleesbaar"
    assert not (tmp_path / "o").exists()


def test_input_that_is_too_deep_or_too_large(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there, path = ["--store", str(tmp_path / "o")], tmp_path / "m.json"
    large = '{"feiten": "' + "a" * 1_000_000 + '"}'
    for text, code in (("[" * 100_000, "invoer_ongeldig"), (large, "invoer_te_groot")):
        path.write_text(text, encoding="utf-8")
        assert _failed(capsys, "melding", "nieuw", "--invoer", str(path), *there) == code
        _stdin(monkeypatch, text)
        assert _failed(capsys, "melding", "nieuw", "--invoer", "-", *there) == code
    assert not (tmp_path / "o").exists()


def test_an_earlier_list_is_named_and_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there, table = ["--store", str(tmp_path / "o"), "--json"], tmp_path / "t.csv"
    table.write_text("datum;lon;lat\n;5,04;52,02\n", encoding="utf-8")
    assert main(["importeer", str(table), *there]) == 0
    capsys.readouterr()
    assert main(["importeer", str(table), f"{table}.afgekeurd.csv", *there]) == 0
    out, err = capsys.readouterr()
    expected = {"gelezen": 1, "toegevoegd": 0, "bestaand": 0, "overgeslagen": 0, "afgekeurd": 1}
    assert json.loads(out) == expected | {"afgekeurd_bestand": f"{table}.afgekeurd.csv"}
    assert err.startswith("Overgeslagen: t.csv.afgekeurd.csv ")


def test_imports_are_listed_taken_back_and_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--store", str(tmp_path / "opslag")]
    (tmp_path / "t.csv").write_text("datum;lon;lat\n13-2-2026;5,04;52,02\n", encoding="utf-8")
    assert _json(capsys, "importeer", str(tmp_path / "t.csv"), *there)["toegevoegd"] == 1
    (one,) = _json(capsys, "import", "lijst", *there)["imports"]
    assert (one["bestand"], one["status"], one["aantallen"]["toegevoegd"]) == ("t.csv", "klaar", 1)
    assert main(["import", "lijst", *there]) == 0
    assert "klaar  t.csv" in capsys.readouterr().out
    nr = str(one["nr"])
    assert _failed(capsys, "import", "hervat", nr, *there) == "import_niet_hervatbaar"
    gone = _json(capsys, "import", "ongedaan", nr, *there)
    assert gone == {"verwijderd": 1, "gebleven": 0, "uids": []}
    assert _json(capsys, "melding", "lijst", *there)["aantal"] == 0
    assert _failed(capsys, "import", "ongedaan", nr, *there) == "import_niet_ongedaan"


def test_doubt_is_refused_with_what_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there, path = ["--store", str(tmp_path / "opslag")], tmp_path / "t.csv"
    path.write_text("date,lon,lat\n01/02/2026,5.04,52.02\n", encoding="utf-8")
    assert main(["importeer", str(path), *there]) == 2
    assert "dag_eerst, maand_eerst" in capsys.readouterr().err
    assert not (tmp_path / "opslag").exists()
    (tmp_path / "k.toml").write_text('[instellingen]\nvolgorde = "maand_eerst"\n', encoding="utf-8")
    told = ["--kolommen", str(tmp_path / "k.toml")]
    assert _json(capsys, "importeer", str(path), *told, *there)["toegevoegd"] == 1
    assert _json(capsys, "melding", "lijst", *there)["meldingen"][0]["gebeurd_van"].startswith("2026-01-01T23")


def test_protected_squares_go_out_and_exact_does_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--store", str(tmp_path / "opslag")]
    _json(capsys, "voorbeeld", "--jaren", "2024-2025", "--meldingen", "300", *there)
    out = tmp_path / "vakken.geojson"
    told = _json(
        capsys, "exporteer", "meldingen", "--naar", str(out), "--van", "15-02-2024", "--tot", "2025-11-30", *there
    )
    made = json.loads(out.read_text(encoding="utf-8"))
    assert told["rijen"] == len(made["features"]) > 0 and told["bestand"] == str(out)
    assert (told["van"], told["tot"]) == ("2024-01-01", "2025-12-31")
    assert all(feature["properties"]["aantal"] >= 5 for feature in made["features"])
    assert _failed(capsys, "exporteer", "meldingen", "--naar", str(out), *there) == "uitvoer_bestaat"
    for name, code in (("f.xlsx", "export_formaat"), ("f.gpkg", "export_formaat")):
        assert _failed(capsys, "exporteer", "meldingen", "--naar", str(tmp_path / name), *there) == code
    csv = ["exporteer", "meldingen", "--naar", str(tmp_path / "f.csv")]
    assert _failed(capsys, *csv, "--exact", "--reden", "x", "--ontvanger", "y", *there) == "export_exact"
    assert _failed(capsys, *csv, "--buurt", "Nergens", *there) == "export_buurt"
    assert _failed(capsys, *csv, "--van", "2025-02-01", "--tot", "2025-01-01", *there) == "dagen_omgekeerd"
    assert _failed(capsys, *csv, "--store", str(tmp_path / "weg")) == "opslag_ontbreekt"
    assert not (tmp_path / "f.csv").exists()
    assert main([*csv, "--openbaar", *there]) == 0
    assert "Vakken van 400 meter of groter" in capsys.readouterr().out
    assert b"aantal" not in (tmp_path / "f.csv").read_bytes()
