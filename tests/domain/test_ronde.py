"""A Ronde holds visits, no track; its findings are the code list."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.paths import resource


def test_findings_are_the_code_list() -> None:
    codes = load_codelijsten(resource("codelijsten"))["ronde_bevinding"].codes
    assert [code.code for code in codes] == [str(bevinding) for bevinding in Bevinding]


def test_it_holds_no_track() -> None:
    names = {field.name for thing in (Ronde, Bezoek) for field in fields(thing)}
    assert not names & {"lon", "lat", "track", "route"}


def test_open_ronde_has_no_end_and_no_visits() -> None:
    ronde = Ronde("r", datetime(2026, 11, 20, tzinfo=UTC), None, "a")
    assert (ronde.einde, ronde.bezoeken) == (None, ())
    assert Plek("p", "Plein", 5.0, 52.0).elke_dagen == 3
