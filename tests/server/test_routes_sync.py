from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import zstandard

from boa_app.domain.moments import utc_now
from boa_app.server.bericht import MAX_BODY_BYTES
from boa_app.sync.bon import digest
from boa_app.sync.protocol import Push
from tests.centrale import IN_OOST, IN_WEST, OOST, WEST, Centrale, Toestel, start_centrale
from tests.server.wijzigingen import Maker


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


def maker(toestel: Toestel) -> Maker:
    return Maker(utc_now, toestel.account, toestel.device)


def send(client: httpx.Client, push: Push, *, packed: bool = False) -> Any:
    body, headers = msgspec.json.encode(push), {"Content-Type": "application/json"}
    if packed:
        body, headers["Content-Encoding"] = zstandard.ZstdCompressor().compress(body), "zstd"
    answer = client.post("/v1/push", content=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()["antwoorden"]


def pull(client: httpx.Client, na: int = 0) -> Any:
    epoch = client.get("/v1/stand").json()["epoch"]
    answer = client.get("/v1/pull", params={"na": na, "epoch": epoch, "sync": "s"})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("packed", [False, True])
def test_what_one_pushes_another_pulls_with_the_keys_of_his_rights(centrale: Centrale, packed: bool) -> None:
    sam, kim = centrale.toestel("Sam", buurten=(OOST,)), centrale.toestel("Kim", buurten=(OOST,))
    made = maker(sam)
    change = made.melding(IN_OOST, feiten="Vier jongeren", duiding="Zoals elke vrijdag", plaats="Plein")
    with centrale.client(sam) as client:
        assert [one["uitslag"] for one in send(client, made.push(change), packed=packed)] == ["genomen"]
        assert pull(client)["changes"] == []
    with centrale.client(kim) as client:
        page = pull(client)
    (received,) = page["changes"]
    value = received["change"]["value"]
    assert value["feiten"] == "Vier jongeren"
    assert value["positie"]["lon"] == IN_OOST[0]
    assert value["soort"] == "GEL-STEM"
    assert "duiding" not in value
    assert "groep" not in value
    assert page["cursor"] >= received["seq"]
    assert page["meer"] is False


def test_nothing_of_another_werkgebied_is_pulled(centrale: Centrale) -> None:
    sam, kim = centrale.toestel("Sam", buurten=(OOST,)), centrale.toestel("Kim", buurten=(WEST,))
    made = maker(sam)
    with centrale.client(sam) as client:
        send(client, made.push(made.melding(IN_OOST)))
    with centrale.client(kim) as client:
        assert pull(client)["changes"] == []
        assert client.get("/v1/begin").json()["changes"] == []


def test_the_first_state_holds_own_work_too_and_only_heads(centrale: Centrale) -> None:
    sam = centrale.toestel("Sam", buurten=(OOST,))
    made = maker(sam)
    first = made.melding(IN_OOST)
    second = made.edit(first, "soort", "VUUR")
    third = made.edit(second, "soort", "ANDERS")
    with centrale.client(sam) as client:
        send(client, made.push(first, second, third))
        page = client.get("/v1/begin").json()
        assert [one["change"]["change_id"] for one in page["changes"]] == [first.change_id, third.change_id]
        assert "soort" not in page["changes"][0]["change"]["value"]
        last = client.get("/v1/begin", params={"na": page["volgende"], "stand": page["stand"]}).json()
    assert (last["changes"], last["volgende"]) == ([], "")


def test_a_second_push_of_the_same_gets_the_same_answers_and_stores_nothing(centrale: Centrale) -> None:
    sam = centrale.toestel("Sam")
    made = maker(sam)
    push = made.push(made.melding(IN_OOST), made.edit(made.melding(IN_OOST), "soort", "VUUR"))
    with centrale.client(sam) as client:
        first, again = send(client, push), send(client, push)
    assert first == again
    assert [one["uitslag"] for one in first] == ["genomen", "geweigerd"]
    assert first[1]["code"] == "record_onbekend"
    assert centrale.db.execute("SELECT count(DISTINCT change_id) AS n FROM changes") == [{"n": 1}]


def test_both_sides_count_the_same_receipt(centrale: Centrale) -> None:
    sam, kim = centrale.toestel("Sam"), centrale.toestel("Kim")
    made = maker(sam)
    push = made.push(made.melding(IN_OOST), made.melding(IN_WEST), made.create("schouw", {"naam": "Ronde"}))
    with centrale.client(sam) as client:
        send(client, push)
        vraag = {
            "sync": push.sync, "gestuurd": {}, "opgehaald": {"aantal": 0, "controle": ""}, "van": 0, "tot": 0,
            "fotos": {"aantal": 0, "controle": ""},
        }  # fmt: skip
        bon = client.post("/v1/bon", json=vraag).json()
        again = client.post("/v1/bon", json=vraag).json()
    assert bon["gestuurd"]["melding"] == msgspec.to_builtins(digest(c.change_id for c in push.changes[:2]))
    assert bon["gestuurd"]["schouw"]["aantal"] == 1
    assert bon["nr"] == again["nr"] == 1
    with centrale.client(kim) as client:
        page = pull(client)
        vraag = {**vraag, "sync": "x", "tot": page["cursor"]}
        counted = client.post("/v1/bon", json=vraag).json()["opgehaald"]
    assert counted == msgspec.to_builtins(digest(one["change"]["change_id"] for one in page["changes"]))
    assert counted["aantal"] == 2


def test_an_old_epoch_an_old_cursor_and_an_old_program_are_told_so(centrale: Centrale) -> None:
    sam = centrale.toestel("Sam", buurten=(OOST,))
    with centrale.client(sam) as client:
        before = client.get("/v1/stand").json()["epoch"]
        centrale.wijzig("Sam", buurten=(WEST,))
        answer = client.get("/v1/pull", params={"na": 0, "epoch": before, "sync": "s"})
    assert (answer.status_code, answer.json()["code"]) == (409, "epoch_verschilt")
    assert answer.json()["velden"]["epoch"] > before


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'{"sync": 1, "changes": []}', b'{"sync": "a", "changes": [{}]}', b"\xff\xfe",
        b'{"sync": "a", "changes": ' + b"[" * 100_000, b'{"sync":"\\ud800","changes":[]}',
    ],
)  # fmt: skip
def test_what_is_no_push_is_refused_and_never_an_error(centrale: Centrale, body: bytes) -> None:
    with centrale.client(centrale.toestel()) as client:
        answer = client.post("/v1/push", content=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "bericht_ongeldig")


def test_a_body_that_unpacks_to_more_than_is_kept_is_refused_before_it_is_in_memory(centrale: Centrale) -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(b" " * (200 * 1024 * 1024))
    assert len(bomb) < 100_000
    with centrale.client(centrale.toestel()) as client:
        answer = client.post("/v1/push", content=bomb, headers={"Content-Encoding": "zstd"})
        assert (answer.status_code, answer.json()["code"]) == (413, "bericht_te_groot")
        answer = client.post("/v1/push", content=b"no frame", headers={"Content-Encoding": "zstd"})
        assert answer.status_code == 422
        answer = client.post("/v1/push", content=b"{}", headers={"Content-Encoding": "gzip"})
        assert answer.status_code == 415


def test_a_page_is_packed_when_the_device_takes_that(centrale: Centrale) -> None:
    sam, kim = centrale.toestel("Sam"), centrale.toestel("Kim")
    made = maker(sam)
    with centrale.client(sam) as client:
        send(client, made.push(*(made.melding(IN_OOST) for _ in range(20))))
    with centrale.client(kim) as client:
        plain = client.get("/v1/begin", headers={"Accept-Encoding": "identity"})
        packed = client.get("/v1/begin", headers={"Accept-Encoding": "zstd"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "zstd"
    assert packed.json() == plain.json()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/stand"), ("POST", "/v1/push"), ("GET", "/v1/pull?na=0&epoch=1"), ("GET", "/v1/begin"),
        ("POST", "/v1/bon"), ("POST", "/v1/opschoning"), ("GET", "/v1/ouder?van=2026-01-01&tot=2026-02-01"),
    ],
)  # fmt: skip
def test_nobody_comes_in_without_a_token(centrale: Centrale, method: str, path: str) -> None:
    with centrale.client() as client:
        answer = client.request(method, path, content=b"{}" if method == "POST" else None)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_ongeldig")


@pytest.mark.parametrize("path", ["/v1/push", "/v1/bon", "/v1/opschoning"])
def test_a_body_is_kept_only_of_who_has_a_token(centrale: Centrale, path: str) -> None:
    # Of a known device it would be refused for its size.
    with centrale.client() as client:
        answer = client.post(path, content=bytes(MAX_BODY_BYTES + 1))
    assert (answer.status_code, answer.json()["code"]) == (401, "token_ongeldig")
