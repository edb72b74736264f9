from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.centrale import Centrale, start_centrale


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path) as made:
        yield made


def test_it_tells_how_it_is_without_a_token(centrale: Centrale) -> None:
    with centrale.client() as client:
        answer = client.get("/v1/gezond")
    assert answer.status_code == 200
    assert answer.json()["status"] == "goed"


def test_a_device_hears_who_it_is(centrale: Centrale) -> None:
    toestel = centrale.toestel(buurten=("BU03530001",))
    with centrale.client(toestel) as client:
        stand = client.get("/v1/stand").json()
    assert (stand["rol"], stand["buurten"], stand["gemeente_code"]) == ("boa", ["BU03530001"], "GM0353")
