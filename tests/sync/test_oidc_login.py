"""Signing in in the browser: against a real provider, and every way in which that goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt

from boa_app.domain.errors import BoaError
from boa_app.sync.oidc_login import get_id_token
from boa_app.sync.protocol import oidc_nonce
from tests.identiteitsprovider import CLIENT, Provider, start_provider

DEVICE = "0192f0c0-0000-7000-8000-000000000001"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with start_provider() as started:
        yield started


def _sign_in(
    provider: Provider, browser: Callable[[str], None], *, issuer: str = "", wait_s: float = 15.0,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:  # fmt: skip
    return get_id_token(issuer or provider.url, CLIENT, "centrale", DEVICE, browser, cancelled, wait_s=wait_s)


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(BoaError) as caught:
        call()
    return caught.value.code


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_the_token_is_of_who_signed_in_and_bound_to_this_device(provider: Provider) -> None:
    asked: list[str] = []

    def browser(address: str) -> None:
        asked.append(address)
        provider.browser(address)

    claims = jwt.decode(_sign_in(provider, browser), provider.key, algorithms=["RS256"]).claims
    query = _query(asked[0])
    assert claims["sub"] == provider.user
    assert claims["nonce"] == query["nonce"] == oidc_nonce("centrale", DEVICE, query["nonce"].split(".")[0])
    assert (query["code_challenge_method"], query["scope"]) == ("S256", "openid")
    assert urlsplit(query["redirect_uri"]).hostname == "127.0.0.1"


def test_each_sign_in_is_its_own(provider: Provider) -> None:
    seen: list[dict[str, str]] = []

    def browser(address: str) -> None:
        seen.append(_query(address))
        provider.browser(address)

    _sign_in(provider, browser)
    _sign_in(provider, browser)
    for name in ("state", "nonce", "code_challenge"):
        assert seen[0][name] != seen[1][name]


def test_an_answer_somebody_else_sends_is_passed_over(provider: Provider) -> None:
    statuses: list[int] = []

    def browser(address: str) -> None:
        back = _query(address)["redirect_uri"]
        for query in ({}, {"code": "vals"}, {"code": "vals", "state": "geraden"}):
            statuses.append(httpx.get(back, params=query, timeout=10).status_code)
        provider.browser(address)

    assert _sign_in(provider, browser).count(".") == 2
    assert statuses == [400, 400, 400]


def test_a_refusal_of_the_provider_is_told(provider: Provider) -> None:
    def browser(address: str) -> None:
        query = _query(address)
        answer = {"error": "access_denied", "state": query["state"]}
        assert httpx.get(query["redirect_uri"], params=answer, timeout=10).status_code == 400

    assert _code(lambda: _sign_in(provider, browser)) == "oidc_mislukt"


def test_a_code_that_is_none_is_told(provider: Provider) -> None:
    def browser(address: str) -> None:
        query = _query(address)
        httpx.get(query["redirect_uri"], params={"code": "verzonnen", "state": query["state"]}, timeout=10)

    assert _code(lambda: _sign_in(provider, browser)) in ("oidc_mislukt", "oidc_onbereikbaar")


def test_nobody_signs_in_or_somebody_stops(provider: Provider) -> None:
    assert _code(lambda: _sign_in(provider, lambda _: None, wait_s=0.1)) == "oidc_mislukt"
    stop = threading.Event()
    assert _code(lambda: _sign_in(provider, lambda _: stop.set(), cancelled=stop.is_set)) == "sync_afgebroken"


def test_a_provider_that_is_away_or_not_safe(provider: Provider) -> None:
    assert _code(lambda: _sign_in(provider, print, issuer="http://127.0.0.1:9")) == "oidc_onbereikbaar"
    assert _code(lambda: _sign_in(provider, print, issuer=provider.url + "/elders")) == "oidc_onbereikbaar"
    assert _code(lambda: _sign_in(provider, print, issuer="http://login.example")) == "adres_onveilig"
