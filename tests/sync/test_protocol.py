"""The change as it goes into the log."""

from __future__ import annotations

from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION, Change


def test_change_carries_the_schema_it_was_made_with() -> None:
    change = Change("c", "d", "u", "melding", "m", CREATE_FIELD, {"soort": "HANG"}, (), "0")
    assert (change.schema_version, change.reason) == (SCHEMA_VERSION, "")
