"""The device's side at the command line, against a real centre: sign up, log, sync, choose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boa_app.cli import main
from boa_app.cli_opdrachten import PASSPHRASE_VARIABLE
from boa_app.domain.moments import to_iso, utc_now
from tests.centrale import IN_OOST, OOST, Centrale, start_centrale

# Each command opens its store with the real Argon2id.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def centrale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Centrale]:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "een lang wachtwoord")
    with start_centrale(tmp_path / "centrale") as started:
        yield started


class Cli:
    """Runs commands on one store and gives what they say."""

    def __init__(self, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.store, self._capsys = store, capsys

    def __call__(self, *words: str, code: int = 0) -> Any:
        self._capsys.readouterr()
        given = main([*words, "--store", str(self.store), "--json"])
        out, err = self._capsys.readouterr()
        assert given == code, err
        return json.loads(out) if code == 0 else err

    def melding(self, folder: Path, **values: Any) -> Path:
        lon, lat = IN_OOST
        path = folder / "invoer.json"
        content = values or {
            "gebeurd_van": to_iso(utc_now()),
            "lon": lon,
            "lat": lat,
            "soort": "GEL-STEM",
            "ernst": "1",
        }
        path.write_text(json.dumps(content), encoding="utf-8")
        return path


def test_two_stores_and_a_conflict(tmp_path: Path, centrale: Centrale, capsys: pytest.CaptureFixture[str]) -> None:
    boa, leider = Cli(tmp_path / "boa", capsys), Cli(tmp_path / "leider", capsys)
    for cli, code in (
        (boa, centrale.code("Sam de Wit", "boa", (OOST,))), (leider, centrale.code("Ina Bos", "teamleider")),
    ):  # fmt: skip
        status = cli("aanmelden", "--server", centrale.url, "--code", code)
        assert (status["aangemeld"], status["gemeente"]) == (True, "IJsselstein")
    uid = boa("melding", "nieuw", "--invoer", str(boa.melding(tmp_path)))["uid"]
    bon = boa("synchroniseer")
    assert (bon["status"], bon["gelijk"], bon["nog_hier"]) == ("gelukt", True, 0)
    assert {line["naam"]: (line["hier"], line["centrale"]) for line in bon["regels"]}["melding"] == (1, 1)
    assert leider("synchroniseer")["gelijk"]
    assert leider("melding", "toon", uid)["ernst"] == "1"
    for cli, ernst in ((boa, "2"), (leider, "3")):
        cli("melding", "wijzig", uid, "--invoer", str(cli.melding(tmp_path, ernst=ernst)))
    for cli in (boa, leider, boa):
        assert cli("synchroniseer")["gelijk"]
    (found,) = boa("conflicten")["conflicten"]
    assert (found["uid"], found["veld"], found["mijn"], found["hun"]) == (uid, "ernst", "2", "3")
    assert boa("conflict", "kies", found["id"], "--waarde", "mijn")["over"] == 0
    for cli in (boa, leider):
        cli("synchroniseer")
        assert cli("conflicten") == {"conflicten": []}
        assert cli("melding", "toon", uid)["ernst"] == "2"


def test_what_cannot_be_is_refused_in_one_line(
    tmp_path: Path, centrale: Centrale, capsys: pytest.CaptureFixture[str]
) -> None:
    cli = Cli(tmp_path / "opslag", capsys)
    assert cli("synchroniseer", code=2).startswith("opslag_ontbreekt: ")
    assert cli("aanmelden", "--server", "ftp://x", "--code", "A", code=2).startswith("adres_ongeldig: ")
    assert cli("aanmelden", "--server", "http://centrale.example", "--code", "A", code=2).startswith("adres_onveilig: ")
    assert not (cli.store / "boa.db").exists(), "no store is made for an address that cannot be used"
    assert cli("aanmelden", "--server", centrale.url, "--code", "AAAA-BBBB-CCCC", code=2).startswith("code_onjuist: ")
    assert not (cli.store / "boa.db").exists(), "nor for a code that is wrong"
    cli("melding", "nieuw", "--invoer", str(cli.melding(tmp_path)))
    assert cli("synchroniseer", code=2).startswith("niet_aangemeld: ")
    cli("aanmelden", "--server", centrale.url, "--code", centrale.code())
    assert cli("aanmelden", "--server", centrale.url, "--code", "A", code=2).startswith("al_aangemeld: ")
    assert cli("conflict", "kies", "x:ernst", "--waarde", "mijn", code=2).startswith("conflict_onbekend: ")


def test_a_centre_that_is_away_is_the_environment(
    tmp_path: Path, centrale: Centrale, capsys: pytest.CaptureFixture[str]
) -> None:
    cli = Cli(tmp_path / "opslag", capsys)
    said = cli("aanmelden", "--server", "http://127.0.0.1:9", "--code", "AAAA-BBBB-CCCC", code=3)
    assert said.startswith("centrale_onbereikbaar: ")
    assert said.count("\n") == 1
