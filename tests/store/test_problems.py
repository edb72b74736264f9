from __future__ import annotations

import errno
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import problems
from boa_app.store.problems import from_database_error, from_os_error


class _Error(Exception):
    def __init__(self, code: int | None, name: str = "SQLITE_X") -> None:
        super().__init__("de tekst doet er niet toe")
        self.sqlite_errorcode, self.sqlite_errorname = code, name


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (13, "schijf_vol"), (8, "map_alleen_lezen"), (8 | 3 << 8, "map_alleen_lezen"), (11, "bestand_beschadigd"),
        (26, "bestand_beschadigd"), (10 | 3 << 8, "opslag_fout"), (14, "opslag_fout"), (5, "opslag_fout"),
    ],
)  # fmt: skip
def test_codes_of_sqlite(tmp_path: Path, code: int, expected: str) -> None:
    problem = from_database_error(_Error(code), tmp_path)
    assert isinstance(problem, EnvironmentProblem)
    assert problem.code == expected


@pytest.mark.parametrize("code", [None, 1, 19, 21])
def test_a_bug_is_no_problem_of_the_environment(tmp_path: Path, code: int | None) -> None:
    assert from_database_error(_Error(code), tmp_path) is None


def test_a_failed_write_on_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problems, "_ALMOST_FULL_BYTES", 1 << 62)
    problem = from_database_error(_Error(10), tmp_path)
    assert problem is not None
    assert problem.code == "schijf_vol"
    gone = from_database_error(_Error(10), tmp_path / "weg")
    assert gone is not None
    assert gone.code == "opslag_fout"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "schijf_vol"), (errno.EFBIG, "schijf_vol"), (errno.EROFS, "map_alleen_lezen"),
        (errno.EACCES, "map_alleen_lezen"), (errno.EIO, "opslag_fout"), (None, "opslag_fout"),
    ],
)  # fmt: skip
def test_codes_of_the_system(tmp_path: Path, number: int | None, expected: str) -> None:
    assert from_os_error(OSError(number, "x"), tmp_path).code == expected
