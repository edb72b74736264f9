"""The error tree carries codes and fields, never a sentence."""

from __future__ import annotations

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError


@pytest.mark.parametrize(("kind", "exit_code"), [(UserError, 2), (EnvironmentProblem, 3)])
def test_known_problem_has_code_fields_and_exit_code(kind: type[BoaError], exit_code: int) -> None:
    error = kind("veld_ongeldig", veld="lon", max=3)
    assert isinstance(error, BoaError)
    assert (error.code, error.fields, error.exit_code) == ("veld_ongeldig", {"veld": "lon", "max": 3}, exit_code)
    assert str(error) == "veld_ongeldig"


def test_a_field_may_be_named_code() -> None:
    assert UserError("x", code="y").fields == {"code": "y"}
