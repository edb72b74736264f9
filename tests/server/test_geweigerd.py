"""A refusal carries code, fields and status, and nothing else."""

from __future__ import annotations

from boa_app.domain.errors import UserError
from boa_app.server.geweigerd import Geweigerd


def test_a_refusal_is_an_error_of_the_user_with_a_status() -> None:
    refusal = Geweigerd(403, "geen_recht", rol="boa")
    assert isinstance(refusal, UserError)
    assert (refusal.status, refusal.code, refusal.fields, str(refusal)) == (
        403,
        "geen_recht",
        {"rol": "boa"},
        "geen_recht",
    )
