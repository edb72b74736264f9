"""The door for files from sticks: who may come in, and how much."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from boa_app.server import routes_usb
from tests.centrale import start_centrale


def test_nobody_without_a_token_and_nothing_that_is_no_package(tmp_path: Path) -> None:
    with start_centrale(tmp_path) as centrale:
        answer = httpx.post(centrale.url + "/v1/usb", content=b"x", timeout=30)
        assert (answer.status_code, answer.json()["code"]) == (401, "token_ongeldig")
        with centrale.client(centrale.toestel()) as client:
            for content in (b"", b"zomaar iets", b"BOAZ" + bytes(100)):
                answer = client.post("/v1/usb", content=content)
                assert answer.status_code == 422
                assert answer.json()["code"] in ("usb_geen_pakket", "usb_beschadigd")


def test_a_body_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes_usb, "_MAX_BYTES", 1000)
    with start_centrale(tmp_path) as centrale, centrale.client(centrale.toestel()) as client:
        answer = client.post("/v1/usb", content=bytes(2000))
        assert (answer.status_code, answer.json()["code"]) == (413, "usb_te_groot")
        # Of somebody unknown nothing is kept at all.
        answer = httpx.post(centrale.url + "/v1/usb", content=bytes(2000), timeout=30)
        assert (answer.status_code, answer.json()["code"]) == (401, "token_ongeldig")
