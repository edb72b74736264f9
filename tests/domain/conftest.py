"""Properties are about values, not speed: a busy build machine must not fail them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("boa_app", deadline=None)
settings.load_profile("boa_app")
