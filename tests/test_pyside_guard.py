"""Guards against PySide6 releases that lose references to None and abort Python 3.10 and 3.11."""

from __future__ import annotations

import sys

import pytest

QtCore = pytest.importorskip("PySide6.QtCore")


def test_void_calls_keep_the_references_to_none() -> None:
    target = QtCore.QObject()
    before = sys.getrefcount(None)
    for _ in range(50):
        target.setObjectName("a")
    assert sys.getrefcount(None) > before - 25
