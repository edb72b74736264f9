"""dev.py: the door works on a bare Python, knows what is missing and stops what it starts."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
linux_only = pytest.mark.skipif(not dev.IS_LINUX, reason="system packages and Xvfb are for Linux")


def _bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python that sees nothing but its own standard library."""
    return subprocess.run([sys.executable, "-I", "-S", *arguments], capture_output=True, text=True)


def test_help_works_on_a_bare_python() -> None:
    answer = _bare(str(ROOT / "dev.py"), "--help")
    assert answer.returncode == 0
    for command in ("run", "test", "check", "bench", "lock"):
        assert command in answer.stdout


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    names = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    names |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)


def test_unknown_options_are_refused_except_for_the_test_runner() -> None:
    assert _bare(str(ROOT / "dev.py"), "lock", "--verzonnen").returncode == 2


def test_a_display_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "IS_LINUX", True)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not dev.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.has_display()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(dev, "IS_LINUX", False)
    assert dev.has_display()


@linux_only
def test_missing_parts_without_root_print_the_command_and_exit_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    parts = [dev.SystemPart("libbestaatniet.so.9", ("libbestaatniet9",)), dev.SystemPart("libc.so.6", ("libc6",))]
    with pytest.raises(SystemExit) as stopped:
        dev.need_system_parts(parts)
    assert stopped.value.code == dev.ENVIRONMENT_MISSING
    assert "sudo apt-get install --no-install-recommends libbestaatniet9\n" in capsys.readouterr().err


@linux_only
def test_present_parts_ask_for_nothing() -> None:
    dev.need_system_parts([dev.SystemPart("libc.so.6", ("libc6",)), dev.SystemPart("sh", ("dash",))])


def test_a_step_is_repeated_until_it_succeeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    source = tmp_path / "lock"
    source.write_text("een\n", encoding="utf-8")
    with pytest.raises(SystemExit), dev._stamped("packages", source) as stale:
        assert stale
        raise SystemExit(3)
    with dev._stamped("packages", source) as stale:
        assert stale
    source.write_bytes(b"een\r\n")
    with dev._stamped("packages", source) as stale:
        assert not stale, "other line ends are the same contents"
    source.write_text("twee\n", encoding="utf-8")
    with dev._stamped("packages", source) as stale:
        assert stale


@pytest.mark.skipif(not dev.shutil.which("Xvfb"), reason="no Xvfb installed")
def test_thevirtual_screen_ends_with_its_use() -> None:
    with dev.virtual_screen() as environment:
        number = environment["DISPLAY"].removeprefix(":")
        assert number.isdecimal()
        socket = Path(f"/tmp/.X11-unix/X{number}")
        assert socket.exists()
    assert not socket.exists()


def test_an_example_of_another_version_is_set_apart_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOA_APP_MAP", str(tmp_path))
    monkeypatch.delenv("BOA_APP_WACHTWOORD", raising=False)
    folder = tmp_path / "voorbeeld"
    folder.mkdir()
    (folder / "boa.db").write_bytes(b"of another version")
    (folder / "sleutel.json").write_text('{"versie": 1, "slots": []}', encoding="utf-8")
    made = dev._example_store()
    assert made == folder and not dev._is_unreadable(folder)
    (aside,) = (path for path in tmp_path.iterdir() if path.name.startswith("voorbeeld-"))
    assert (aside / "boa.db").read_bytes() == b"of another version"


@linux_only
def test_postgres_is_found_off_the_path_and_only_with_postgis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "POSTGRES_FOLDERS", ((f"{tmp_path}/{{}}/bin", f"{tmp_path}/{{}}/extension"),))
    (part,) = dev.SERVER_PARTS
    assert dev.find_postgres() is None and not dev._is_present(part)
    for version in (14, 15, 16, 17):
        for file in ("bin/initdb", "extension/postgis.control"):
            if (version, file) != (17, "extension/postgis.control"):
                (tmp_path / str(version) / file).parent.mkdir(parents=True)
                (tmp_path / str(version) / file).touch()
    assert dev.find_postgres() == tmp_path / "16" / "bin" and dev._is_present(part)


@linux_only
def test_the_package_of_this_release_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "POSTGRES_FOLDERS", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _fake_apt_cache(tmp_path, monkeypatch, "postgresql-16-postgis-3")
    with pytest.raises(SystemExit) as stopped:
        dev.need_system_parts(dev.server_parts())
    assert stopped.value.code == dev.ENVIRONMENT_MISSING
    assert "install --no-install-recommends postgresql-16-postgis-3\n" in capsys.readouterr().err


@linux_only
def test_a_release_without_a_fit_postgres_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "POSTGRES_FOLDERS", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _fake_apt_cache(tmp_path, monkeypatch, "postgresql-14-postgis-3")
    assert dev.server_parts() == ()
    assert "PostgreSQL 15" in capsys.readouterr().out


def _fake_apt_cache(folder: Path, monkeypatch: pytest.MonkeyPatch, known: str) -> None:
    """A machine whose release knows one package."""
    program = folder / "apt-cache"
    program.write_text(f'#!/bin/sh\n[ "$2" = {known} ] && echo "  Candidate: 1"\nexit 0\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
