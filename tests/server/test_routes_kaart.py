"""Kaartpakketten over a real line: who may have them, going on anywhere, and keeping nobody else waiting."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from boa_app.domain.roles import Rol
from boa_app.server import audit, routes_kaart, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.kaartpakketten import Kaartenmap, kaartsleutel, zet
from boa_app.sync.kaartbestand import Kaartkop, vingerafdruk
from tests.centrale import Centrale, Toestel, start_centrale
from tests.kaartbestanden import BYTES, MAKER, schrijf_kaartbestand


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


@pytest.fixture
def sam(centrale: Centrale) -> Toestel:
    return centrale.toestel("Sam")


def put(centrale: Centrale, size: int = 0, **more: str) -> Kaartkop:
    own = kaartsleutel(centrale.db).publiek
    kaarten = Kaartenmap(centrale.kaarten, lambda: own)
    contents = {**BYTES, "basiskaart.mbtiles": bytes(size)} if size else BYTES
    path = schrijf_kaartbestand(centrale.fotos / "k.boakaart", contents=contents, **more)
    with path.open("rb") as file:
        return zet(centrale.db, kaarten, file, centrale.dienst.clock(), vingerafdruk(MAKER.publiek))


def whole(centrale: Centrale, kop: Kaartkop) -> bytes:
    return (centrale.kaarten / f"{kop.id}.boakaart").read_bytes()


@pytest.mark.parametrize("rol", list(Rol))
def test_every_role_has_the_map_of_its_municipality(centrale: Centrale, rol: Rol) -> None:
    kop = put(centrale)
    with centrale.client(centrale.toestel(f"Iemand {rol}", str(rol))) as client:
        told = client.get("/v1/kaartpakketten").json()["pakketten"]
        assert [one["id"] for one in told] == [kop.id]
        answer = client.get(f"/v1/kaartpakket/{kop.id}")
    assert (answer.status_code, answer.headers["etag"]) == (200, f'"{kop.id}"')
    assert answer.content == whole(centrale, kop)


def test_the_stand_tells_of_the_newest_without_another_question(centrale: Centrale, sam: Toestel) -> None:
    with centrale.client(sam) as client:
        assert client.get("/v1/stand").json()["kaart"] is None
        kop = put(centrale)
        stand = client.get("/v1/stand").json()
    assert stand["kaart"]["id"] == kop.id
    assert stand["kaart_sleutel"] == kop.inhoud.ondertekenaar


def test_without_a_token_or_with_a_revoked_device_there_is_nothing(centrale: Centrale, sam: Toestel) -> None:
    kop = put(centrale)
    paths = ("/v1/kaartpakketten", f"/v1/kaartpakket/{kop.id}")
    with centrale.client() as client:
        assert [client.get(path).status_code for path in paths] == [401, 401]
    with centrale.client(sam) as client:
        assert client.get(paths[1]).status_code == 200
        with centrale.db.transaction():
            toestellen.trek_in(centrale.db, sam.device, "kwijt", MACHINE, centrale.dienst.clock())
        refused = [client.get(path) for path in paths]
    assert [(one.status_code, one.json()["code"]) for one in refused] == [(401, "toestel_ingetrokken")] * 2


@pytest.mark.parametrize("begin", [1, 5, 100, 5000, 1_000_000, 2_048_000])
def test_it_goes_on_from_any_byte(centrale: Centrale, sam: Toestel, begin: int) -> None:
    kop = put(centrale)
    with centrale.client(sam) as client:
        answer = client.get(
            f"/v1/kaartpakket/{kop.id}", headers={"Range": f"bytes={begin}-", "If-Range": f'"{kop.id}"'}
        )
    assert answer.status_code == 206
    assert answer.headers["content-range"] == f"bytes {begin}-{kop.bytes - 1}/{kop.bytes}"
    assert answer.content == whole(centrale, kop)[begin:]


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=5-", "If-Range": '"iets anders"'}, {"Range": "bytes=5-9"}, {"Range": "bytes=-5"},
        {"Range": "bytes=0-1,5-9"}, {"Range": "stuks=5-"}, {"Range": "bytes=abc-"}, {"Range": f"bytes={'9' * 30}-"},
    ],
)  # fmt: skip
def test_what_it_does_not_do_gives_the_whole(centrale: Centrale, sam: Toestel, headers: dict[str, str]) -> None:
    kop = put(centrale)
    with centrale.client(sam) as client:
        answer = client.get(f"/v1/kaartpakket/{kop.id}", headers=headers)
    assert (answer.status_code, len(answer.content)) == (200, kop.bytes)


def test_beyond_the_end_there_is_nothing(centrale: Centrale, sam: Toestel) -> None:
    kop = put(centrale)
    with centrale.client(sam) as client:
        answer = client.get(f"/v1/kaartpakket/{kop.id}", headers={"Range": f"bytes={kop.bytes}-"})
        other = client.get(f"/v1/kaartpakket/{'a' * 64}")
        strange = client.get("/v1/kaartpakket/..%2f..%2fcentrale.db")
    assert (answer.status_code, answer.json()) == (416, {"code": "kaart_plaats", "velden": {"plaats": kop.bytes}})
    assert (other.status_code, other.json()["code"]) == (404, "kaart_onbekend")
    assert strange.status_code in (404, 422)


def test_one_line_of_audit_for_a_file_however_often_the_line_broke(centrale: Centrale, sam: Toestel) -> None:
    kop = put(centrale)
    with centrale.client(sam) as client:
        client.get(f"/v1/kaartpakket/{kop.id}")
        for begin in (100, 200):
            client.get(f"/v1/kaartpakket/{kop.id}", headers={"Range": f"bytes={begin}-"})
    lines = [line for line in audit.lines(centrale.db) if line["object_type"] == "kaartpakket"]
    assert [line["actie"] for line in lines] == ["VERZAMELEN", "RAADPLEGEN"]


LARGE = 24 * 1024 * 1024


def _ask(centrale: Centrale, kop: Kaartkop, token: str) -> socket.socket:
    """A device that asks and takes nothing but the first bytes."""
    host, port = centrale.url.removeprefix("http://").split(":")
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect((host, int(port)))
    head = f"GET /v1/kaartpakket/{kop.id} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n"
    line.sendall(head.encode())
    assert line.recv(12) == b"HTTP/1.1 200"
    return line


def test_who_takes_nothing_keeps_no_other_waiting(centrale: Centrale, sam: Toestel) -> None:
    kop = put(centrale, LARGE)
    kim = centrale.toestel("Kim")
    token = sam.token
    lines = [_ask(centrale, kop, token) for _ in range(routes_kaart.MAX_PER_TOESTEL)]
    try:
        with centrale.client(sam) as client, centrale.client(kim) as other:
            busy = client.get(f"/v1/kaartpakket/{kop.id}", headers={"Authorization": f"Bearer {token}"})
            assert (busy.status_code, busy.json()["code"]) == (429, "te_vaak")
            assert busy.headers["retry-after"] == str(routes_kaart.WACHT_S)
            assert client.get("/v1/stand").status_code == 200
            assert other.get(f"/v1/kaartpakket/{kop.id}").content == whole(centrale, kop)
    finally:
        for line in lines:
            line.close()
    # The places come free when the devices are gone.
    with centrale.client(sam) as client:
        while (answer := client.get(f"/v1/kaartpakket/{kop.id}")).status_code == 429:
            pass
    assert len(answer.content) == kop.bytes


def test_no_more_than_so_many_at_once(centrale: Centrale, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes_kaart, "MAX_TEGELIJK", 1)
    kop = put(centrale, LARGE)
    line = _ask(centrale, kop, centrale.toestel("Sam").token)
    try:
        with centrale.client(centrale.toestel("Kim")) as client:
            assert client.get(f"/v1/kaartpakket/{kop.id}").status_code == 429
    finally:
        line.close()


def test_who_is_silent_too_long_gives_his_place_away(
    centrale: Centrale, sam: Toestel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes_kaart, "STIL_S", 0.05)
    monkeypatch.setattr(routes_kaart, "MAX_TEGELIJK", 1)
    kop = put(centrale, LARGE)
    line = _ask(centrale, kop, sam.token)
    try:
        with centrale.client(centrale.toestel("Kim")) as client:
            # 429 until the silent one lost his place; then Kim gets hers.
            while client.head("/v1/gezond").status_code == 405:
                with client.stream("GET", f"/v1/kaartpakket/{kop.id}") as answer:
                    if answer.status_code == 200:
                        break
    finally:
        line.close()
    assert answer.status_code == 200


def test_a_file_that_was_removed_while_it_goes_out_ends_whole(centrale: Centrale, sam: Toestel) -> None:
    """Its bytes stay until the last reader is done; on Windows removing waits."""
    kop = put(centrale, LARGE)
    content = whole(centrale, kop)
    with centrale.client(sam) as client, client.stream("GET", f"/v1/kaartpakket/{kop.id}") as answer:
        pieces = answer.iter_bytes(65536)
        first = next(pieces)
        (centrale.kaarten / f"{kop.id}.boakaart").unlink()
        assert first + b"".join(pieces) == content


def test_a_file_that_was_cut_while_it_goes_out_is_noticed(centrale: Centrale, sam: Toestel) -> None:
    kop = put(centrale, LARGE)
    with (
        centrale.client(sam) as client,
        pytest.raises(httpx.RemoteProtocolError),
        client.stream("GET", f"/v1/kaartpakket/{kop.id}") as answer,
    ):
        pieces = answer.iter_bytes(65536)
        next(pieces)
        with (centrale.kaarten / f"{kop.id}.boakaart").open("rb+") as file:
            file.truncate(LARGE // 2)
        list(pieces)


def test_pushes_go_on_while_many_fetch(centrale: Centrale) -> None:
    """Fetching shares a pool of threads with the rest of the service."""
    kop = put(centrale, LARGE)
    devices = [centrale.toestel(f"Toestel {n}") for n in range(6)]
    done: list[int] = []

    def fetch(toestel: Toestel) -> None:
        with centrale.client(toestel) as client:
            done.append(len(client.get(f"/v1/kaartpakket/{kop.id}").content))

    threads = [threading.Thread(target=fetch, args=(toestel,)) for toestel in devices]
    with centrale.client(centrale.toestel("Kim")) as client:
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert client.get("/v1/stand").status_code == 200
    assert done == [kop.bytes] * len(devices)
