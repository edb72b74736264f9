"""The tour is walked as a process in tests/ui/test_walk.py; here that it does not begin without an open window."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from boa_app.ui.walk_camera import Camera, WalkFailed
from boa_app.ui.walk_tour import Tour
from boa_app.ui.window import MainWindow


def test_a_tour_without_an_open_session_says_so() -> None:
    tour = Tour(cast("MainWindow", SimpleNamespace(shell=None)), cast("Camera", None))
    with pytest.raises(WalkFailed, match="no open session"):
        tour.run()
