"""The rules of the house that can be read off the tree: imports, sizes, names and mirrored tests."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "boa_app"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
LONGEST_FILE = 400

# The third column of the table in docs/architecture.md, as far as it names libraries.
LIBRARIES: dict[str, set[str]] = {
    "domain": set(),
    "texts": set(),
    "vault": {"sqlcipher3", "sqlite_utils", "argon2", "cryptography"},
    "analysis": {"numpy", "scipy", "shapely", "pyproj", "geopandas"},
    "routing": {"numpy", "scipy", "pymatching", "numba", "rustworkx"},
    "mapdata": {"numpy", "shapely", "httpx", "osmium", "pmtiles", "pyogrio", "rapidfuzz"},
    "sync": {"httpx", "httpcore", "zstandard", "msgspec", "authlib"},
    "store": {"sqlite_utils", "sqlcipher3", "numpy"},
    "server": {
        "fastapi",
        "starlette",
        "uvicorn",
        "psycopg",
        "psycopg_pool",
        "msgspec",
        "zstandard",
        "authlib",
        "joserfc",
        "shapely",
    },
    "mapping": {"folium", "branca", "numpy", "shapely", "PIL"},
    "exchange": {"numpy", "pandas", "geopandas", "pyogrio", "PIL", "pi_heif", "python_calamine", "typst"},
    "usecases": {"numpy", "shapely", "astral"},
    "ui": {"PySide6", "shiboken6", "numpy"},
    "app": {"PySide6", "shiboken6"},
    "cli": set(),
    "paths": {"platformdirs"},
}
# Slow to import: allowed inside a function that needs it, never while a module is loaded.
ONLY_INSIDE_FUNCTIONS = {
    "folium",
    "branca",
    "pandas",
    "geopandas",
    "pymatching",
    "numba",
    "PIL",
    "pi_heif",
    "python_calamine",
    "typst",
    "astral",
}
QT_PACKAGES = ("ui", "app")


def _owner(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(module: Path) -> Iterator[tuple[str, bool]]:
    """Yield each imported name and whether loading the module imports it."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    lazy = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _is_for_types(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) not in lazy) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, id(node) not in lazy


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_module_imports_only_the_libraries_of_its_row(module: Path) -> None:
    owner = _owner(module)
    allowed = LIBRARIES.get(owner, set()) | set(sys.stdlib_module_names) | {"boa_app"}
    for name, at_load in _imports(module):
        top = name.split(".")[0]
        assert top in allowed, f"{owner} may not import {name}"
        assert not (at_load and (top in ONLY_INSIDE_FUNCTIONS or name.startswith("scipy.stats"))), (
            f"{name}: import late"
        )


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_module_is_short_and_named_after_its_subject(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") < LONGEST_FILE
    assert module.stem not in ("utils", "helpers", "common", "misc")
    assert ast.get_docstring(ast.parse(text)), "a module opens with its role"
    assert not re.search(r"#\s*(TODO|FIXME|XXX)\b", text)
    assert text.isascii() or not any(
        isinstance(node, ast.Name) and not node.id.isascii() for node in ast.walk(ast.parse(text))
    ), "names are ASCII"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_broad_except_only_where_a_crash_is_caught(module: Path) -> None:
    if _name(module) in ("boa_app/app.py", "boa_app/ui/tasks.py"):
        return
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler) and not _raises_again(node):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("Exception", "BaseException", "everything"), f"line {node.lineno}: except {caught}"


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """Tidying up and passing the same error on hides nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_every_module_has_its_test_file() -> None:
    missing = [_name(module) for module in MODULES if _needs_test(module) and not _has_test(module)]
    assert not missing


def _needs_test(module: Path) -> bool:
    return not module.name.startswith("__")


def _has_test(module: Path) -> bool:
    """boa_app/store/meldingen.py is tested by tests/store/test_meldingen.py.

    The parts of one widget family may share a test: boa_app/ui/theme/*.py and tests/ui/test_theme.py.
    """
    inside = module.relative_to(PACKAGE)
    own = ROOT / "tests" / inside.parent / f"test_{inside.name}"
    family = ROOT / "tests" / inside.parent.parent / f"test_{inside.parent.name}.py"
    return own.is_file() or (inside.parts[0] == "ui" and family.is_file())


def test_every_package_loads_without_qt() -> None:
    """Load all that is not window in a Python where PySide6 cannot be imported."""
    names = [
        ".".join(module.relative_to(ROOT).with_suffix("").parts)
        for module in MODULES
        if _owner(module) not in (*QT_PACKAGES, "__init__", "__main__")
    ]
    code = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        "sys.modules['shiboken6'] = None\n"
        f"for name in {[name.removesuffix('.__init__') for name in names]!r}: importlib.import_module(name)\n"
    )
    answer = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.skipif(not (PACKAGE / "app.py").is_file(), reason="no window yet")
def test_starting_the_program_imports_nothing_slow() -> None:
    pytest.importorskip("PySide6")
    code = "import sys, boa_app.app; print([name for name in sys.argv[1:] if name in sys.modules])"
    slow = ["folium", "branca", "pandas", "geopandas", "scipy.stats", "xyzservices"]
    answer = subprocess.run([sys.executable, "-c", code, *slow], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "[]"


def test_locks_hold_hashes_and_no_address() -> None:
    python = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    node = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "--hash=sha256:" in python
    assert not re.search(r"https?://|file:|--index-url|--find-links", python)
    assert '"integrity"' in node
    assert '"resolved"' not in node
