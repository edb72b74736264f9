"""The command line as scripts see it: exit codes, one line per error, no Qt, the real files through a real process."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boa_app import __version__, cli
from boa_app.cli import main
from boa_app.domain.errors import UserError

ROOT = Path(__file__).resolve().parents[1]


def _error(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert re.match(r"[a-z_]+: \S", err)
    return err.split(":")[0]


def _spawn(
    *arguments: str, passphrase: str | None = "wachtwoord", stdin: str | None = None, before: str = ""
) -> subprocess.CompletedProcess[str]:
    """A process of its own without a terminal. before: code that runs first."""
    environment = {name: value for name, value in os.environ.items() if name != "BOA_APP_WACHTWOORD"}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    if passphrase is not None:
        environment["BOA_APP_WACHTWOORD"] = passphrase
    code = f"import sys\n{before}\nfrom boa_app.cli import main\nsys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], input=stdin or "", capture_output=True, encoding="utf-8",
        env=environment, check=False, timeout=100,
    )  # fmt: skip


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--versie"]) == 0
    assert capsys.readouterr().out == f"boa-app {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["voorbeeld", "--help"], ["importeer", "-h"], ["melding", "--help"], ["melding", "toon", "--help"]],
)
def test_help_is_dutch(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("gebruik: boa-app")
    assert "opties:" in out
    assert "options:" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["onzin"],
        ["melding"],
        ["melding", "onzin"],
        ["importeer"],
        ["voorbeeld", "--jaren", "x"],
        ["voorbeeld", "--meldingen", "-3"],
        ["melding", "lijst", "--van", "31-02-2026"],
        ["controleer", "--onzin"],
    ],
)
def test_wrong_command_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert _error(capsys) == "opdracht_onjuist"


@pytest.mark.parametrize(("text", "days"), [("2026-11-20", "2026-11-20"), ("5-3-2026", "2026-03-05")])
def test_days_are_read_both_ways(text: str, days: str) -> None:
    options = cli.make_parser().parse_args(["melding", "lijst", "--van", text])
    assert options.van.isoformat() == days


def test_reading_commands_need_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["melding", "lijst"], ["melding", "toon", "x"], ["controleer"]):
        assert main([*arguments, "--store", str(tmp_path / "leeg")]) == 2
        assert _error(capsys) == "opslag_ontbreekt"
    assert not (tmp_path / "leeg").exists()


def test_a_line_break_in_a_field_stays_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controleer", "--store", f"{tmp_path}/een\ntwee"]) == 2
    assert _error(capsys) == "opslag_ontbreekt"


def test_interrupt_is_no_crash(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert main(["controleer"]) == 2
    assert _error(capsys) == "afgebroken"


def test_a_bug_is_logged_without_contents(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("Kloosterpad 7")
    except ValueError as error:
        cli.report_bug(ValueError, error, None)
    assert _error(capsys) == "programmafout"
    logged = (own_data_folder / "log" / "fouten.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "Kloosterpad" not in logged


def test_a_bug_ends_in_code_1_and_no_traceback() -> None:
    broken = "import boa_app.cli as c\ndef _boom(_):\n    raise ValueError('Kloosterpad 7')\nc._run = _boom"
    done = _spawn("controleer", before=broken)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("programmafout: ")
    assert done.stderr.count("\n") == 1
    assert "Kloosterpad" not in done.stderr


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    done = _spawn("importeer", str(tmp_path / "x.csv"), "--store", str(tmp_path / "o"), passphrase=None)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("wachtwoord_nodig: ")
    assert not (tmp_path / "o").exists()


def test_output_that_nobody_reads_is_no_crash(tmp_path: Path) -> None:
    code = "import sys; from boa_app.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, "melding", "velden", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_window_without_qt_is_a_missing_part() -> None:
    without = (
        "import importlib.util as u\nfind = u.find_spec\nu.find_spec = lambda n: None if n == 'PySide6' else find(n)"
    )
    done = _spawn("--store", "x", before=without)
    assert done.returncode == 3
    assert done.stderr.startswith("onderdeel_ontbreekt: ")


def test_subcommands_import_no_qt_and_nothing_heavy(tmp_path: Path) -> None:
    block = (
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6', 'folium', 'pandas', 'geopandas'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Block())"
    )
    store = str(tmp_path / "o")
    for arguments in (["voorbeeld", "--meldingen", "30"], ["melding", "lijst"], ["controleer"]):
        done = _spawn(*arguments, "--store", store, "--json", before=block)
        assert (done.returncode, done.stderr) == (0, "")
        json.loads(done.stdout)


def test_street_crime_files_add_up_exactly_twice(shared_data: Path, tmp_path: Path) -> None:
    paths = sorted((shared_data / "incidents" / "police_uk_avon").glob("*.csv.gz"))
    total = wanted = usable = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                total += 1
                wanted += row["Crime type"] == "Anti-social behaviour"
                usable += row["Crime type"] == "Anti-social behaviour" and bool(row["Longitude"] and row["Latitude"])
    store = ["--store", str(tmp_path / "o")]
    command = ["importeer", *map(str, paths), "--profiel", "police-uk", "--soort", "Anti-social behaviour", "--json"]
    first, second = (_counts(_spawn(*command, *store, "--afgekeurd", str(tmp_path / "a.csv"))) for _ in range(2))
    rest = {"gelezen": total, "overgeslagen": total - wanted, "afgekeurd": wanted - usable}
    assert first == rest | {"toegevoegd": usable, "bestaand": 0, "afgekeurd_bestand": str(tmp_path / "a.csv")}
    assert second == rest | {"toegevoegd": 0, "bestaand": usable, "afgekeurd_bestand": str(tmp_path / "a.csv")}
    listed = json.loads(_spawn("melding", "lijst", *store, "--json").stdout)
    assert listed["aantal"] == len(listed["meldingen"]) == usable
    assert {row["bron_categorie"] for row in listed["meldingen"]} == {"Anti-social behaviour"}


def _counts(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    counts: dict[str, Any] = json.loads(done.stdout)
    return counts


def test_errors_of_the_parser_are_errors_of_the_user() -> None:
    with pytest.raises(UserError):
        cli.make_parser().error("x")
