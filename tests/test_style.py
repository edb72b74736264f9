"""How the code is written, as far as it can be measured: size of functions, where SQL lives, what tests may not do."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "boa_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FUNCTION = 60
SQL_FOLDERS = ("store", "server", "mapdata", "exchange", "vault")
SQL = re.compile(
    r"^\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|"
    r"create\s+(virtual\s+|temp\s+)?(table|index|view|trigger)|pragma\s|alter\s+table|drop\s+(table|view))",
    re.IGNORECASE | re.DOTALL,
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines, from ``def`` to the last line, without the docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            has_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            told = (first.end_lineno or 0) - first.lineno + 1 if has_text else 0
            yield f"{name_of(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1 - told


def test_functions_are_short() -> None:
    lengths = dict(found for path in SOURCES for found in functions(path))
    too_long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert not too_long
    assert statistics.median(lengths.values()) <= 10
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= 30


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.parts[len(ROOT.parts) + 1] not in SQL_FOLDERS], ids=name_of
)
def test_sql_lives_in_the_storing_folders_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.match(node.value), f"line {node.lineno}"


def test_every_module_has_future_annotations_and_only_the_command_line_prints() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if len(ast.parse(text).body) > 1 and path.name != "__init__.py":
            assert "from __future__ import annotations" in text, name_of(path)
        if not name_of(path).startswith("boa_app/cli"):
            assert not re.search(r"^\s*print\(", text, re.MULTILINE), name_of(path)


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_a_test_waits_for_signals_and_mocks_nothing(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("time.sleep", "sleep", "QTest.qWait", "qtbot.wait"), f"line {node.lineno}: {called}"
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            assert not any(name.startswith("unittest.mock") or name == "mock" for name in names), f"line {node.lineno}"


def test_a_test_without_a_module_of_its_name_says_what_it_holds() -> None:
    for path in TESTS:
        module = ROOT / "boa_app" / path.relative_to(ROOT / "tests").with_name(path.name.removeprefix("test_"))
        assert module.is_file() or ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), name_of(path)


def test_the_first_screens_import_neither_store_nor_arrays() -> None:
    """What the unlock screen does not show is loaded while the person types the password."""
    pytest.importorskip("PySide6")
    heavy = "folium pandas geopandas scipy.stats numpy shapely pyproj"
    store = "sqlite_utils sqlcipher3 PySide6.QtWebEngineCore"
    code = (
        "import sys, boa_app.app, boa_app.ui.ontgrendelen.screen\n"
        "sys.stdout.write(' '.join(name for name in sys.argv[1:] if name in sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, *heavy.split(), *store.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == ""
