"""The centre as an administrator meets it: real processes, real certificates, a real file and a real PostgreSQL."""

from __future__ import annotations

import json
import os
import re
import signal
import ssl
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from boa_app.sync.protocol import signing_text
from boa_app.vault.zegel import generate_keypair, generate_signing_key, sign
from tests.certificaat import maak_certificaat

SECRET = "een lang geheim"
RANDOM = "dGhpcyBpcyBvbmx5IGEgdGVzdCBidXQgbG9uZyBlbm91Z2g"


@dataclass
class Plek:
    """Where the commands of one test find their centre."""

    folder: Path
    options: tuple[str, ...] = ()
    # By default a key file of its own: what is long and random needs no slow derivation.
    secret: str = ""

    @property
    def key(self) -> tuple[str, str]:
        self.folder.mkdir(exist_ok=True)
        path = self.folder / "geheim"
        if not path.exists():
            path.write_text(RANDOM, encoding="utf-8")
            path.chmod(0o600)
        return "--sleutelbestand", str(path)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        environment = dict(os.environ, BOA_APP_MAP=str(self.folder), PYTHONWARNINGS="error")
        environment.pop("BOA_APP_WACHTWOORD", None)
        environment.pop("BOA_APP_DB", None)
        if self.secret:
            environment["BOA_APP_WACHTWOORD"] = self.secret
        options = self.options if self.secret or "--sleutelbestand" in self.options else (*self.options, *self.key)
        command = [sys.executable, "-m", "boa_app", "centraal", *arguments, *options]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", env=environment
        )

    def run(self, *arguments: str) -> tuple[int, Any, str]:
        """Exit code, the one JSON document, and what was said on stderr."""
        process = self.start(*arguments, "--json")
        told, said = process.communicate(timeout=100)
        return process.returncode, json.loads(told) if told else None, said

    def ok(self, *arguments: str) -> Any:
        code, document, said = self.run(*arguments)
        assert code == 0, said
        return document

    @contextmanager
    def serving(self, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
        process = self.start("start", "--port", "0", "--json", *arguments)
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            assert line, process.communicate(timeout=60)[1]
            yield process, json.loads(line)["adres"]
        finally:
            process.kill()
            process.communicate(timeout=60)


@pytest.fixture
def plek(tmp_path: Path) -> Plek:
    return Plek(tmp_path)


def sign_up(client: httpx.Client, code: str) -> dict[str, str]:
    """Sign a device up and give the header of its first token."""
    teken, uitwissel, device = generate_signing_key(), generate_keypair(), uuid7(utc_now())
    asked = {
        "code": code, "device": device, "naam": "Laptop", "teken_sleutel": teken.publiek,
        "uitwissel_sleutel": uitwissel.publiek,
    }  # fmt: skip
    answer = client.post("/v1/aanmelden", json=asked)
    assert answer.status_code == 200, answer.text
    centrale = answer.json()["centrale"]
    nonce = client.post("/v1/uitdaging").json()["nonce"]
    text = signing_text(centrale, device, nonce)
    token = client.post("/v1/token", json={"device": device, "nonce": nonce, "handtekening": sign(teken.prive, text)})
    assert token.status_code == 200, token.text
    return {"Authorization": f"Bearer {token.json()['token']}", "device": device}


def test_from_nothing_to_a_device_that_signs_in(plek: Plek) -> None:
    code, document, said = plek.run("gebruiker", "toevoegen", "S. de Wit", "--rol", "beheerder")
    assert (code, list(document)) == (0, ["id"])
    assert re.search(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){4}", said), "the recovery code is shown once"
    made = plek.ok("toestel", "code", "S. de Wit")
    assert list(made) == ["code"]
    with plek.serving() as (_, address), httpx.Client(base_url=address, timeout=30) as client:
        headers = sign_up(client, made["code"])
        assert client.get("/v1/stand", headers=headers).json()["naam"] == "S. de Wit"
        # Commands work while the centre runs, and count at once.
        assert plek.ok("gebruiker", "toevoegen", "K. Kim", "--rol", "boa")["id"]
        names = [one["naam"] for one in client.get("/v1/beheer/accounts", headers=headers).json()["accounts"]]
        assert names == ["K. Kim", "S. de Wit"]
        assert plek.ok("toestel", "intrekken", headers["device"]) == {"id": headers["device"]}
        refused = client.get("/v1/stand", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (401, "toestel_ingetrokken")


def test_it_stops_in_order_when_asked_and_a_kill_leaves_no_lock(plek: Plek) -> None:
    with plek.serving() as (process, _):
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0
        told = [json.loads(line)["wat"] for line in said.splitlines() if line.startswith("{")]
        assert (told[0], told[-1]) == ("begin", "einde")
        assert not {"programmafout", "huishouding_mislukt"} & set(told)
    with plek.serving() as (process, address):
        httpx.post(f"{address}/v1/uitdaging", timeout=30)
        process.kill()
        process.communicate(timeout=60)
    with plek.serving() as (_, address):
        health = httpx.get(f"{address}/v1/gezond", timeout=30).json()
        assert health["status"] == "goed"
    assert plek.ok("controleer") == {"bevindingen": []}


def test_a_certificate_of_its_own(plek: Plek, tmp_path: Path) -> None:
    cert, key = maak_certificaat(tmp_path)
    with plek.serving("--tls-cert", str(cert), "--tls-key", str(key)) as (_, address):
        assert address.startswith("https://")
        context = ssl.create_default_context(cafile=str(cert))
        assert httpx.get(f"{address}/v1/gezond", verify=context, timeout=30).status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}/v1/gezond", timeout=30)
        old = ssl.create_default_context(cafile=str(cert))
        old.minimum_version = ssl.TLSVersion.TLSv1_2
        assert httpx.get(f"{address}/v1/gezond", verify=old, timeout=30).http_version == "HTTP/1.1"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--host", "0.0.0.0"), "tls_nodig"),
        (("--tls-cert", "nergens.pem"), "tls_onvolledig"),
        (("--tls-cert", "nergens.pem", "--tls-key", "nergens.pem"), "tls_certificaat_onjuist"),
        (("--oidc-uitgever", "https://login.example.nl"), "oidc_onvolledig"),
        (("--oidc-uitgever", "http://login.example.nl", "--oidc-client", "boa_app"), "oidc_adres_onjuist"),
        (("--port", "70000"), "opdracht_onjuist"),
    ],
)
def test_what_is_not_safe_does_not_start(plek: Plek, arguments: tuple[str, ...], code: str) -> None:
    exit_code, document, said = plek.run("start", *arguments)
    assert (exit_code, document) == (2, None)
    assert said.startswith(f"{code}: ")
    assert not (plek.folder / "centrale").exists(), "nothing was made for a command that is refused"


def test_behind_a_proxy_plain_http_is_said_explicitly(plek: Plek) -> None:
    with plek.serving("--host", "0.0.0.0", "--achter-proxy") as (_, address):
        port = address.rsplit(":", 1)[1]
        assert httpx.get(f"http://127.0.0.1:{port}/v1/gezond", timeout=30).status_code == 200


def test_the_key_may_be_in_a_file_for_the_owner_only(plek: Plek, tmp_path: Path) -> None:
    secret = tmp_path / "nieuw geheim"
    plek.options = ("--sleutelbestand", str(secret))
    assert plek.ok("gebruiker", "toevoegen", "A", "--rol", "boa")
    if os.name != "nt":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        secret.chmod(0o640)
        assert plek.run("gebruiker", "lijst")[2].startswith("geheimbestand_open: ")
        secret.chmod(0o600)
    assert [one["naam"] for one in plek.ok("gebruiker", "lijst")["accounts"]] == ["A"]
    secret.unlink()
    exit_code, _, said = plek.run("gebruiker", "lijst")
    assert (exit_code, said.split(":")[0]) == (2, "geheimbestand_ontbreekt")


def test_a_passphrase_opens_it_and_nothing_else_does(plek: Plek) -> None:
    plek.secret = "kort"
    assert plek.run("gebruiker", "lijst")[2].startswith("wachtwoord_te_kort: ")
    plek.secret = SECRET
    assert plek.ok("gebruiker", "lijst") == {"accounts": []}
    plek.secret = "een ander geheim"
    exit_code, _, said = plek.run("gebruiker", "lijst")
    assert (exit_code, said.split(":")[0]) == (2, "wachtwoord_onjuist")


def test_without_a_secret_nothing_is_asked_and_nothing_made(plek: Plek) -> None:
    command = [sys.executable, "-m", "boa_app", "centraal", "gebruiker", "lijst"]
    environment = {name: value for name, value in os.environ.items() if name != "BOA_APP_WACHTWOORD"}
    answer = subprocess.run(
        command, env=environment | {"BOA_APP_MAP": str(plek.folder)}, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, encoding="utf-8", timeout=100,
    )  # fmt: skip
    assert (answer.returncode, answer.stderr.split(":")[0]) == (2, "wachtwoord_nodig")
    assert list(plek.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("gebruiker", "toevoegen", "A", "--rol", "koning"), "opdracht_onjuist"),
        (("gebruiker", "toevoegen", " ", "--rol", "boa"), "account_naam_ongeldig"),
        (("gebruiker", "toevoegen", "A", "--rol", "boa", "--van", "2026-05-01", "--tot", "2026-04-01"),
         "rolperiode_ongeldig"),
        (("toestel", "code", "Niemand"), "account_onbekend"),
        (("toestel", "intrekken", "x"), "toestel_onbekend"),
        (("buurten", "laden", "nergens.geojson"), "bestand_ontbreekt"),
        (("herstel", "nergens.kopie"), "bestand_ontbreekt"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_exit_code_2(plek: Plek, arguments: tuple[str, ...], code: str) -> None:
    plek.ok("gebruiker", "lijst")
    exit_code, document, said = plek.run(*arguments)
    assert (exit_code, document, said.count("\n")) == (2, None, 1)
    assert said.startswith(f"{code}: ")


def test_buurten_are_loaded_and_named_by_code_or_name(plek: Plek, tmp_path: Path) -> None:
    square = [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]
    feature = {
        "type": "Feature", "properties": {"buurtcode": "BU03530001", "buurtnaam": "Binnenstad"},
        "geometry": {"type": "Polygon", "coordinates": square},
    }  # fmt: skip
    path = tmp_path / "buurten.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert plek.ok("buurten", "laden", str(path)) == {"buurten": 1}
    assert plek.ok("buurten", "laden", str(tmp_path)) == {"buurten": 1}
    plek.ok("gebruiker", "toevoegen", "A", "--rol", "boa", "--gebied", "binnenstad")
    plek.ok("gebruiker", "toevoegen", "B", "--rol", "boa", "--gebied", "BU03530001,Binnenstad")
    assert [one["buurten"] for one in plek.ok("gebruiker", "lijst")["accounts"]] == [["BU03530001"]] * 2
    exit_code, _, said = plek.run("gebruiker", "toevoegen", "C", "--rol", "boa", "--gebied", "Elders")
    assert (exit_code, said.split(":")[0]) == (2, "buurt_onbekend")


def test_a_backup_goes_back_into_an_empty_place_and_nowhere_else(plek: Plek, tmp_path: Path) -> None:
    plek.ok("gebruiker", "toevoegen", "A", "--rol", "beheerder")
    copy = tmp_path / "kopie.boa"
    assert plek.ok("reservekopie", "--naar", str(copy))["id"] == "kopie.boa"
    assert plek.run("reservekopie", "--naar", str(copy))[2].startswith("kopie_bestaat_al: ")
    assert plek.run("herstel", str(copy))[2].startswith("centrale_bestaat_al: ")
    other = Plek(tmp_path / "ander")
    assert other.ok("herstel", str(copy))["opschoningen"] == 0
    assert [one["naam"] for one in other.ok("gebruiker", "lijst")["accounts"]] == ["A"]
    assert other.ok("controleer") == {"bevindingen": []}
    assert RANDOM.encode() not in copy.read_bytes()


@pytest.mark.postgres
def test_the_same_commands_on_postgresql(plek: Plek, postgres_dsn: str, tmp_path: Path) -> None:
    plek.options = ("--db", postgres_dsn)
    assert plek.ok("migreer")["stappen"]
    assert plek.ok("migreer")["stappen"] == []
    plek.ok("gebruiker", "toevoegen", "S. de Wit", "--rol", "beheerder")
    code = plek.ok("toestel", "code", "S. de Wit")["code"]
    with plek.serving() as (process, address), httpx.Client(base_url=address, timeout=30) as client:
        headers = sign_up(client, code)
        assert client.get("/v1/stand", headers=headers).json()["rol"] == "beheerder"
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert plek.ok("controleer") == {"bevindingen": []}
    copy = tmp_path / "kopie.boa"
    plek.ok("reservekopie", "--naar", str(copy))
    file = Plek(tmp_path / "bestand")
    file.ok("herstel", str(copy))
    assert [one["naam"] for one in file.ok("gebruiker", "lijst")["accounts"]] == ["S. de Wit"]
    assert len(file.ok("toestel", "lijst")["toestellen"]) == 1
