"""Where requests may go, how often, and that a limit of time holds for all of it."""

from __future__ import annotations

import http.server
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.ophalen import Ophaler, is_loopback
from boa_app.mapdata.pdok_antwoord import Antwoord, lees_json
from tests.certificaat import maak_certificaat
from tests.pdokproef import Proef, lijn, pdokdata, proef

__all__ = ["pdokdata", "proef"]
GEMEENTEN = "/cbs/wijken-en-buurten-2024/ogc/v1/collections/gemeenten/items?f=json&limit=10"


def body(antwoord: Antwoord) -> bytes:
    return antwoord.body


@pytest.mark.parametrize(
    "url",
    [
        "http://api.pdok.nl/x", "https://pdok.nl.example.org/x", "https://notpdok.nl/x", "https://api.pdok.nl:8443/x",
        "https://someone:secret@api.pdok.nl/x", "https://127.0.0.1/x", "http://127.0.0.1:1/x", "ftp://api.pdok.nl/x",
        "https:///x", "/x", "", "https://[::1", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_pdok_are_not_asked(url: str, proef: Proef) -> None:
    with proef.ophaler() as ophaler, pytest.raises(EnvironmentProblem) as caught:
        ophaler.haal(url, "buurten", body)
    assert caught.value.code == "pdok_elders"
    assert "secret" not in str(caught.value.fields)
    assert ophaler.verzoeken == 0


@pytest.mark.parametrize("base", ["http://mirror.example.org", "http://10.0.0.1:80", "ftp://127.0.0.1", "127.0.0.1"])
def test_a_base_without_tls_is_this_machine_only(base: str) -> None:
    with pytest.raises(UserError) as caught:
        Ophaler(lijn, cancelled=lambda: False, eigen=(base,))
    assert caught.value.code == "adres_onveilig"


def test_a_base_that_is_no_address() -> None:
    with pytest.raises(UserError) as caught:
        Ophaler(lijn, cancelled=lambda: False, eigen=("https://[::1",))
    assert caught.value.code == "adres_ongeldig"


def test_a_base_elsewhere_with_tls_is_allowed() -> None:
    Ophaler(lijn, cancelled=lambda: False, eigen=("https://kaart.gemeente.example",)).close()


def test_a_redirect_within_the_service_is_followed(proef: Proef) -> None:
    proef.server.stoor("oud=1", "elders", GEMEENTEN)
    with proef.ophaler() as ophaler:
        _, found = ophaler.haal(f"{proef.server.basis}/x?oud=1", "gemeenten", lees_json)
    assert len(found["features"]) == 8
    assert ophaler.verzoeken == 2


def test_waits_grow_and_the_wish_of_the_service_goes_first(proef: Proef) -> None:
    proef.server.stoor("gemeenten", "500", keer=2)
    proef.server.stoor("gemeenten", "429", "9", keer=1)
    with proef.ophaler() as ophaler:
        ophaler.haal(proef.server.basis + GEMEENTEN, "gemeenten", lees_json)
    rests = [wait for wait in proef.klok.gewacht if wait > 0.5]
    assert rests == [1.0, 2.0, 9.0]


def test_a_service_that_wants_a_long_rest_gets_it(proef: Proef) -> None:
    proef.server.stoor("gemeenten", "429", "3600")
    with proef.ophaler() as ophaler, pytest.raises(EnvironmentProblem) as caught:
        ophaler.haal(proef.server.basis + GEMEENTEN, "gemeenten", lees_json)
    assert caught.value.code == "pdok_druk"
    assert caught.value.fields["wacht_s"] == 3600
    assert (ophaler.verzoeken, proef.klok.gewacht) == (1, [])


def test_time_for_all_of_it_together(proef: Proef) -> None:
    """A service that hangs would otherwise be waited for as long as one answer may take, and then again."""
    proef.server.stoor("gemeenten", "hangt")
    with proef.ophaler(answer_s=100.0) as ophaler, pytest.raises(EnvironmentProblem) as caught:
        ophaler.haal(proef.server.basis + GEMEENTEN, "gemeenten", lees_json, binnen_s=0.2)
    assert caught.value.code == "pdok_traag"


def test_stopped_before_it_began_nothing_goes_out(proef: Proef) -> None:
    with proef.ophaler(cancelled=lambda: True) as ophaler, pytest.raises(UserError) as caught:
        ophaler.haal(proef.server.basis + GEMEENTEN, "gemeenten", lees_json)
    assert caught.value.code == "pdok_afgebroken"
    assert proef.server.vragen == []


def test_what_is_here_is_told_and_work_of_another_line_counts(proef: Proef) -> None:
    with proef.ophaler() as ophaler:
        first = ophaler.haal(proef.server.basis + GEMEENTEN, "gemeenten", lambda antwoord: antwoord)
        again = ophaler.haal(
            proef.server.basis + GEMEENTEN, "gemeenten", lambda antwoord: antwoord.status, etag=first.etag
        )
        assert again == 304
        by_date = ophaler.haal(
            proef.server.basis + GEMEENTEN, "gemeenten", lambda antwoord: antwoord.status, gewijzigd=first.gewijzigd
        )
        assert by_date == 200
        assert proef.server.koppen[-1]["If-Modified-Since"] == first.gewijzigd
        other = ophaler.tweede()
        other.haal(proef.server.basis + GEMEENTEN, "gemeenten", body)
        before = ophaler.verzoeken, ophaler.bytes
        ophaler.tel_mee(other)
        other.close()
    assert ophaler.verzoeken == before[0] + 1
    assert ophaler.bytes == before[1] + other.bytes
    assert other.bytes > 1000


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("localhost", True), ("127.0.0.1", True), ("[::1]", True), ("api.pdok.nl", False), ("10.0.0.1", False)],
)
def test_this_machine_is_known(host: str, is_here: bool) -> None:
    assert is_loopback(host) is is_here


@pytest.fixture
def own_tls(tmp_path: Path) -> Iterator[str]:
    """A server with a certificate nobody vouches for."""
    certificate, key = maak_certificaat(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    class Quiet(http.server.ThreadingHTTPServer):
        daemon_threads = False

        def handle_error(self, request: object, client_address: object) -> None:
            """The client hangs up: that is the test."""

    with Quiet(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"https://localhost:{server.server_address[1]}"
        server.shutdown()
        thread.join(10)


def test_a_certificate_nobody_vouches_for_ends_it(own_tls: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "localhost")
    with (
        Ophaler(lijn, cancelled=lambda: False, eigen=(own_tls,)) as ophaler,
        pytest.raises(EnvironmentProblem) as caught,
    ):
        ophaler.haal(f"{own_tls}/x", "gemeenten", body)
    assert caught.value.code == "pdok_certificaat"
