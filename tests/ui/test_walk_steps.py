"""The steps are walked as a process in tests/ui/test_walk.py, and tests/test_main_job.py reads back what they stored;
here that the main job takes the tour along and stops where the window is not open."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from boa_app.ui.walk_camera import Camera, WalkFailed
from boa_app.ui.walk_steps import MainJob
from boa_app.ui.window import MainWindow


def test_a_step_without_an_open_session_says_so() -> None:
    job = MainJob(cast("MainWindow", SimpleNamespace(shell=None)), cast("Camera", None), "")
    with pytest.raises(WalkFailed, match="no open session"):
        job._count()
