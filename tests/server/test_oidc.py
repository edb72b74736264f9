"""Where the municipality asks for its own sign-in: a device comes in with both, and with nobody else's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.server import aanmelden, identiteiten
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.oidc import Identiteitsprovider
from boa_app.sync.oidc_login import get_id_token
from boa_app.sync.protocol import oidc_nonce
from tests.identiteitsprovider import CLIENT, Provider, start_provider
from tests.server.identiteit import Centrum, Klok, Toestelhouder, maak_centrum, open_bestand


@pytest.fixture
def provider() -> Iterator[Provider]:
    with start_provider(Klok()) as made:
        yield made


@pytest.fixture
def centrum(tmp_path: Path, provider: Provider) -> Iterator[Centrum]:
    backend = open_bestand(tmp_path)
    made = maak_centrum(backend.db("GM0353"))
    made.klok = provider.clock  # type: ignore[assignment]
    oidc = Identiteitsprovider(provider.url, CLIENT, provider.clock)
    made.dienst = type(made.dienst)(made.db, provider.clock, oidc)
    yield made
    backend.close()


def nonce(centrum: Centrum, holder: Toestelhouder) -> str:
    return oidc_nonce(centrum.dienst.instellingen.centrale, holder.device, "0011")


def refused(centrum: Centrum, holder: Toestelhouder, id_token: str = "") -> str:
    with pytest.raises(Geweigerd) as caught:
        aanmelden.vraag_token(centrum.dienst, holder.vraag(centrum.dienst, id_token=id_token))
    return caught.value.code


def test_the_signature_of_the_device_alone_is_not_enough(centrum: Centrum, provider: Provider) -> None:
    holder = centrum.toestel()
    with pytest.raises(Geweigerd) as caught:
        holder.token(centrum.dienst)
    assert (caught.value.status, caught.value.code) == (401, "oidc_nodig")
    assert caught.value.fields == {"uitgever": provider.url, "client": CLIENT}


def test_a_sign_in_ties_the_account_and_holds_for_a_shift(centrum: Centrum, provider: Provider) -> None:
    account = centrum.account()
    holder = centrum.toestel(account)
    assert holder.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, holder)))
    assert identiteiten.lees_account(centrum.db, account.id, centrum.klok()).oidc == "sam"
    centrum.klok.forward(hours=11.9)
    assert holder.token(centrum.dienst)
    centrum.klok.forward(hours=0.2)
    assert refused(centrum, holder) == "oidc_nodig"


def test_an_id_token_serves_once(centrum: Centrum, provider: Provider) -> None:
    holder = centrum.toestel()
    text = provider.id_token(nonce(centrum, holder))
    holder.token(centrum.dienst, id_token=text)
    assert refused(centrum, holder, text) == "oidc_onjuist"


def test_somebody_else_may_not_sign_in_on_this_device(centrum: Centrum, provider: Provider) -> None:
    account = centrum.account()
    holder, second = centrum.toestel(account), centrum.toestel(account)
    holder.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, holder)))
    provider.user = "kim"
    assert refused(centrum, holder, provider.id_token(nonce(centrum, holder))) == "oidc_ander_account"
    provider.user = "sam"
    assert second.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, second)))
    other = centrum.toestel(centrum.account("K. Kim"))
    assert refused(centrum, other, provider.id_token(nonce(centrum, other))) == "oidc_ander_account"


def test_an_id_token_of_another_device_is_refused(centrum: Centrum, provider: Provider) -> None:
    account = centrum.account()
    mine, theirs = centrum.toestel(account), centrum.toestel(account)
    assert refused(centrum, mine, provider.id_token(nonce(centrum, theirs))) == "oidc_onjuist"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "http://127.0.0.1:1"}, {"iss": None}, {"aud": "iemand_anders"}, {"aud": None}, {"sub": None},
        {"sub": ""}, {"nonce": "0011"}, {"nonce": None}, {"nonce": 5}, {"exp": 1}, {"exp": None}, {"iat": 1},
        {"iat": None}, {"iat": "gisteren"}, {"nbf": 4102444800}, {"aud": [CLIENT, "ander"], "azp": "ander"},
    ],
    ids=str,
)  # fmt: skip
def test_a_claim_that_is_wrong_refuses_the_sign_in(
    centrum: Centrum, provider: Provider, changes: dict[str, object]
) -> None:
    holder = centrum.toestel()
    assert refused(centrum, holder, provider.id_token(nonce(centrum, holder), **changes)) == "oidc_onjuist"


def test_a_token_without_its_signature_is_refused(centrum: Centrum, provider: Provider) -> None:
    holder = centrum.toestel()
    head, body, seal = provider.id_token(nonce(centrum, holder)).split(".")
    none = "eyJhbGciOiJub25lIn0"
    for text in ("x", "a.b.c", f"{none}.{body}.", f"{none}.{body}.{seal}", f"{head}.{body}.", "x" * 20_000, "é"):
        assert refused(centrum, holder, text) == "oidc_onjuist"


def test_keys_are_kept_and_asked_again_when_they_changed(centrum: Centrum, provider: Provider) -> None:
    holder = centrum.toestel()
    holder.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, holder)))
    holder.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, holder), jti="2"))
    assert provider.asked == 1
    provider.renew_key()
    # Whoever sends us unknown keys must not make us ask the provider all the time.
    assert refused(centrum, holder, provider.id_token(nonce(centrum, holder))) == "oidc_onjuist"
    assert provider.asked == 1
    centrum.klok.forward(minutes=2)
    assert holder.token(centrum.dienst, id_token=provider.id_token(nonce(centrum, holder)))
    assert provider.asked == 2


def test_a_provider_that_does_not_answer_is_said_and_nothing_is_let_in(centrum: Centrum, provider: Provider) -> None:
    gone = Identiteitsprovider("http://127.0.0.1:9", CLIENT, centrum.klok)
    centrum.dienst = type(centrum.dienst)(centrum.db, centrum.klok, gone)
    holder = centrum.toestel()
    assert refused(centrum, holder, provider.id_token(nonce(centrum, holder))) == "oidc_onbereikbaar"


@pytest.mark.parametrize("address", ["http://login.example.nl", "ftp://127.0.0.1", "", "127.0.0.1"])
def test_a_provider_without_tls_is_for_this_machine_only(address: str) -> None:
    with pytest.raises(UserError, match="oidc_adres_onjuist"):
        Identiteitsprovider(address, CLIENT, Klok())


@pytest.mark.filterwarnings("ignore::authlib.deprecate.AuthlibDeprecationWarning")
def test_the_program_signs_in_through_the_browser_and_comes_in(centrum: Centrum, provider: Provider) -> None:
    holder = centrum.toestel()
    text = get_id_token(
        provider.url, CLIENT, centrum.dienst.instellingen.centrale, holder.device,
        lambda address: threading.Thread(target=provider.browser, args=[address]).start(), lambda: False,
    )  # fmt: skip
    assert centrum.wie(holder.token(centrum.dienst, id_token=text)).device == holder.device
