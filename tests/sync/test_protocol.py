"""The change as it goes into the log."""

from __future__ import annotations

from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION, Change, oidc_nonce, signing_text


def test_change_carries_the_schema_it_was_made_with() -> None:
    change = Change("c", "d", "u", "melding", "m", CREATE_FIELD, {"soort": "HANG"}, (), "0")
    assert (change.schema_version, change.reason) == (SCHEMA_VERSION, "")


def test_a_token_is_signed_for_one_centre_one_device_one_nonce() -> None:
    assert (
        len({signing_text(*parts) for parts in (("c", "d", "n"), ("c", "d", "m"), ("c", "e", "n"), ("e", "d", "n"))})
        == 4
    )


def test_nonce_of_a_sign_in_serves_one_device_at_one_centre() -> None:
    toeval = "00ff"
    nonces = {oidc_nonce(centrale, device, toeval) for centrale in ("c1", "c2") for device in ("d1", "d2")}
    assert len(nonces) == 4
    assert all(nonce.startswith(toeval + ".") for nonce in nonces)
