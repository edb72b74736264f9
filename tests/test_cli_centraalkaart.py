"""Kaartpakketten at the centre as an administrator handles them: real commands beside a running centre."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from boa_app.sync.kaartbestand import vingerafdruk
from tests.kaartbestanden import MAKER, schrijf_kaartbestand
from tests.test_cli_centraal import Plek, sign_up


@pytest.fixture
def plek(tmp_path: Path) -> Plek:
    return Plek(tmp_path / "centrale")


def test_from_a_file_to_a_device_while_the_centre_runs(plek: Plek, tmp_path: Path) -> None:
    path = schrijf_kaartbestand(tmp_path / "ijsselstein.boakaart")
    plek.ok("gebruiker", "toevoegen", "Sam", "--rol", "boa")
    code = plek.ok("toestel", "code", "Sam")["code"]
    with plek.serving() as (_, address), httpx.Client(base_url=address, timeout=30) as client:
        headers = sign_up(client, code)
        exit_code, document, said = plek.run("kaartpakket", "zet", str(path))
        assert (exit_code, document) == (2, None)
        assert said.startswith("kaartbestand_onbekende_maker: ")
        assert vingerafdruk(MAKER.publiek) in said
        made = plek.ok("kaartpakket", "zet", str(path), "--vertrouw", vingerafdruk(MAKER.publiek))
        assert (made["naam"], made["gemeente"]) == ("IJsselstein", "GM0353")
        assert made["vingerafdruk"] != vingerafdruk(MAKER.publiek)
        told = client.get("/v1/stand", headers=headers).json()["kaart"]
        assert told["id"] == made["id"]
        answer = client.get(f"/v1/kaartpakket/{made['id']}", headers=headers)
        assert len(answer.content) == made["bytes"]
        assert [one["id"] for one in plek.ok("kaartpakket", "lijst")["kaartpakketten"]] == [made["id"]]
        assert plek.ok("kaartpakket", "weg", made["id"][:12]) == {"id": made["id"]}
        assert client.get("/v1/stand", headers=headers).json()["kaart"] is None
    assert plek.ok("kaartpakket", "lijst") == {"kaartpakketten": []}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "kaartbestand_onleesbaar"),
        (b"", "kaartbestand_vreemd"),
        (b"PK\x03\x04" + bytes(50), "kaartbestand_vreemd"),
    ],
)
def test_what_is_no_kaartbestand_is_said(plek: Plek, tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "k.boakaart"
    if content is not None:
        path.write_bytes(content)
    exit_code, document, said = plek.run("kaartpakket", "zet", str(path))
    assert (exit_code, document, said.splitlines()[-1].split(":")[0]) == (2, None, code)


def test_what_is_not_there_cannot_be_removed(plek: Plek) -> None:
    for name in ("", "a", "a" * 64, "../centrale.boa"):
        exit_code, _, said = plek.run("kaartpakket", "weg", name)
        assert (exit_code, said.splitlines()[-1].split(":")[0]) == (2, "kaart_onbekend")


def test_a_strange_file_in_the_folder_is_told(plek: Plek) -> None:
    plek.ok("kaartpakket", "lijst")
    folder = plek.folder / "centrale" / "centrale.boa.kaarten"
    folder.mkdir()
    (folder / "los.boakaart").write_bytes(b"x")
    exit_code, document, _ = plek.run("kaartpakket", "lijst")
    assert exit_code == 2
    assert document["bevindingen"] == [{"bestand": "los.boakaart", "code": "kaartbestand_beschadigd"}]
