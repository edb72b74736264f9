from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from boa_app.domain.moments import utc_now
from boa_app.server.fotos import MAX_FOTO_BYTES
from boa_app.sync.protocol import Change
from tests.centrale import IN_OOST, OOST, WEST, Centrale, Toestel, start_centrale
from tests.server.wijzigingen import Maker

BYTES = bytes(range(256)) * 4000
SHA = hashlib.sha256(BYTES).hexdigest()


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


@pytest.fixture
def sam(centrale: Centrale) -> Toestel:
    return centrale.toestel("Sam", buurten=(OOST,))


def with_foto(centrale: Centrale, toestel: Toestel, sha256: str = SHA) -> Change:
    made = Maker(utc_now, toestel.account, toestel.device)
    melding = made.melding(IN_OOST)
    foto = made.create("foto", {"bij": melding.uid, "bij_soort": "melding", "sha256": sha256, "sleutel": "00"})
    with centrale.client(toestel) as client:
        answer = client.post("/v1/push", content=msgspec.json.encode(made.push(melding, foto)))
    assert [one["uitslag"] for one in answer.json()["antwoorden"]] == ["genomen", "genomen"]
    return foto


def url_of(foto: Change, sha256: str = SHA) -> str:
    return f"/v1/foto/{sha256}?uid={foto.uid}"


def test_a_photo_goes_up_and_comes_down_by_its_row(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    tim = centrale.toestel("Tim", "teamleider")
    with centrale.client(sam) as client:
        assert client.head(url_of(foto)).status_code == 404
        answer = client.put(url_of(foto), content=BYTES)
        assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(BYTES)))
        again = client.put(url_of(foto), content=BYTES)
        assert again.status_code == 200
        head = client.head(url_of(foto))
        assert (head.headers["upload-offset"], head.headers["upload-complete"]) == (str(len(BYTES)), "?1")
    with centrale.client(tim) as client:
        assert client.get(url_of(foto)).content == BYTES


def test_it_goes_on_where_the_line_broke(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    host, port = centrale.url.removeprefix("http://").split(":")
    token = sam.token
    with socket.create_connection((host, int(port))) as line:
        head = (
            f"PUT {url_of(foto)} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            f"Upload-Offset: 0\r\nContent-Length: {len(BYTES)}\r\n\r\n"
        )
        line.sendall(head.encode() + BYTES[:400_000])
    with centrale.client(sam) as client:
        # What came is kept when the server notices that the line is gone; until then the photo is busy.
        answer = client.put(url_of(foto), content=b"", headers={"Upload-Offset": "999999"})
        while answer.json()["code"] == "foto_bezig":
            answer = client.put(url_of(foto), content=b"", headers={"Upload-Offset": "999999"})
        assert (answer.status_code, answer.json()["code"]) == (409, "foto_plaats")
        place = int(answer.headers["upload-offset"])
        assert 0 < place <= 400_000
        head_now = client.head(url_of(foto))
        assert (head_now.headers["upload-offset"], head_now.headers["upload-complete"]) == (str(place), "?0")
        done = client.put(url_of(foto), content=BYTES[place:], headers={"Upload-Offset": str(place)})
    assert done.status_code == 201


def test_a_part_that_says_there_is_more_waits_for_it(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    whole = {"Upload-Length": str(len(BYTES))}
    with centrale.client(sam) as client:
        first = client.put(url_of(foto), content=BYTES[:500], headers=whole)
        assert (first.status_code, first.headers["upload-offset"]) == (202, "500")
        last = client.put(url_of(foto), content=BYTES[500:], headers={**whole, "Upload-Offset": "500"})
    assert last.status_code == 201


def test_other_bytes_than_the_row_names_are_refused(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    with centrale.client(sam) as client:
        answer = client.put(url_of(foto), content=b"iets anders")
        assert (answer.status_code, answer.json()["code"]) == (422, "foto_beschadigd")
        assert client.head(url_of(foto)).status_code == 404
        assert client.put(url_of(foto), content=BYTES).status_code == 201


def test_too_large_a_photo_is_refused_while_it_comes(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    with centrale.client(sam) as client:
        answer = client.put(url_of(foto), content=b"x" * (MAX_FOTO_BYTES + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "bericht_te_groot")


@pytest.mark.parametrize("method", ["HEAD", "GET", "PUT"])
def test_who_may_not_see_the_row_hears_that_there_is_nothing(centrale: Centrale, sam: Toestel, method: str) -> None:
    foto = with_foto(centrale, sam)
    with centrale.client(sam) as client:
        assert client.put(url_of(foto), content=BYTES).status_code == 201
    others = (
        ("Kim", "boa", (OOST,)),
        ("Wes", "boa", (WEST,)),
        ("Lea", "schouwleider", None),
        ("Bep", "beheerder", None),
    )
    for naam, rol, buurten in others:
        with centrale.client(centrale.toestel(naam, rol, buurten)) as client:
            answer = client.request(method, url_of(foto), content=BYTES if method == "PUT" else None)
            assert answer.status_code == 404, naam


def test_a_hash_alone_opens_nothing(centrale: Centrale, sam: Toestel) -> None:
    foto = with_foto(centrale, sam)
    own = with_foto(centrale, sam, "f" * 64)
    with centrale.client(sam) as client:
        client.put(url_of(foto), content=BYTES)
        assert client.get(f"/v1/foto/{SHA}?uid={own.uid}").status_code == 404
        assert client.get(f"/v1/foto/{SHA}").status_code == 422
        assert client.get(f"/v1/foto/..%2f..%2fcentrale.db?uid={foto.uid}").status_code in (404, 422)
    assert httpx.get(centrale.url + url_of(foto)).status_code == 401
