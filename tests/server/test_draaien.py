"""Where the centre may listen, and how."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError
from boa_app.domain.moments import utc_now
from boa_app.server.draaien import Luister, check_luister, serve
from tests.certificaat import maak_certificaat
from tests.server.installatie import maak_installatie


@pytest.mark.parametrize(
    "luister", [Luister(), Luister("::1"), Luister("localhost"), Luister("0.0.0.0", proxy="10.0.0.1")], ids=str
)
def test_this_machine_and_a_proxy_may_speak_plainly(luister: Luister) -> None:
    check_luister(luister)


def test_others_only_with_a_certificate_that_can_be_used(tmp_path: Path) -> None:
    cert, key = maak_certificaat(tmp_path)
    check_luister(Luister("0.0.0.0", cert=cert, key=key))
    (tmp_path / "ander").mkdir()
    _, other = maak_certificaat(tmp_path / "ander")
    for luister, code in (
        (Luister("0.0.0.0"), "tls_nodig"),
        (Luister("boa.example.nl"), "tls_nodig"),
        (Luister(cert=cert), "tls_onvolledig"),
        (Luister(key=key), "tls_onvolledig"),
        (Luister(cert=cert, key=other), "tls_certificaat_onjuist"),
        (Luister(cert=key, key=cert), "tls_certificaat_onjuist"),
    ):
        with pytest.raises(BoaError, match=code):
            check_luister(luister)


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken, maak_installatie(tmp_path).open() as open_:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BoaError, match="poort_bezet") as caught:
            serve(open_.centrale, Luister(port=port), utc_now, lambda address, number: None)
        assert caught.value.fields == {"host": "127.0.0.1", "poort": str(port)}


def test_what_stays_is_left_alone_by_the_collector() -> None:
    """In a process of its own: the tests go on with their own collector."""
    program = (
        "import gc; from boa_app.server.draaien import keep_what_stays; before = gc.get_threshold()[0];"
        " keep_what_stays(); assert gc.isenabled() and gc.get_freeze_count() > 10_000;"
        " assert gc.get_threshold()[0] > before"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
