"""The record of a bug tells where, never what."""

from __future__ import annotations

from pathlib import Path

from boa_app.usecases import bug_log
from boa_app.usecases.bug_log import describe_bug, record_bug


def _fail(secret: str) -> None:
    try:
        int(secret)
    except ValueError as error:
        raise RuntimeError(f"could not read {secret}") from error


def _caught(secret: str) -> BaseException:
    try:
        _fail(secret)
    except RuntimeError as error:
        return error
    raise AssertionError


def test_tells_kind_and_place_but_no_contents() -> None:
    text = describe_bug(_caught("Jan de Tester"))
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_bug_log.py" in text
    assert "Jan" not in text


def test_appends_and_starts_again_when_too_long(tmp_path: Path) -> None:
    first = record_bug(_caught("a"), tmp_path / "log")
    size = first.stat().st_size
    assert record_bug(_caught("a"), tmp_path / "log").stat().st_size == 2 * size
    first.write_bytes(b"x" * (bug_log.MAX_BYTES + 1))
    assert record_bug(_caught("a"), tmp_path / "log").stat().st_size == size


def test_a_folder_that_cannot_be_made_is_no_second_bug(tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("", encoding="utf-8")
    assert not record_bug(_caught("a"), blocked / "log").exists()
