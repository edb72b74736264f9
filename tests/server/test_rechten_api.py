"""The rights as a device meets them, over both back ends: nothing that leaves the service holds a record or a key
outside the table of rights, and a push is answered by it, change by change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.domain.roles import OVERAL, Handeling, Onderwerp, Rol, Veldgroep, may
from boa_app.domain.velden import SOORTEN, entiteit_of, velden_of, veldgroep_of
from boa_app.server import aanmelden
from boa_app.server.backend import Backend, Logrij, Toegang, Wijze
from boa_app.sync.protocol import MAX_PUSH, Change, Push
from tests.centrale import OOST, WEST, Centrale, Toestel, luister, maak_centrale
from tests.server.wereld import ANDER, NU, Leeswijze, log_row, may_read, put
from tests.server.wijzigingen import Maker

AGES = tuple(timedelta(days=days) for days in (1, 60, 200, 500, 6 * 365))
GROEPEN = tuple(groep for groep in Veldgroep if groep is not Veldgroep.AANTALLEN)
_MARK = re.compile(r"\d+!\w+")


@dataclass
class Bezetting:
    """A listening centre with a device for every role, werkgebied Oost."""

    centrale: Centrale
    toestellen: dict[Rol, Toestel]

    def toegang(self, rol: Rol) -> Toegang:
        """Who that device is to the centre."""
        return aanmelden.wie(self.centrale.dienst, self.toestellen[rol].headers["Authorization"])

    def client(self, rol: Rol) -> httpx.Client:
        return self.centrale.client(self.toestellen[rol])

    @property
    def owners(self) -> tuple[str, ...]:
        return ANDER, *(toestel.account for toestel in self.toestellen.values())


@pytest.fixture
def bezetting(backend: Backend, tmp_path: Path) -> Iterator[Bezetting]:
    centrale = maak_centrale(backend, tmp_path, lambda: NU)
    with luister(centrale):
        yield Bezetting(centrale, {rol: centrale.toestel(f"{rol}", str(rol), (OOST,)) for rol in Rol})


def marked_records(bezetting: Bezetting) -> list[Logrij]:
    """Records of every kind × owner × buurt × age, each with a row per group whose value says which record and group
    it is of."""
    rows: list[Logrij] = []
    whole = product(SOORTEN, bezetting.owners, (OOST, WEST, OVERAL, ""), AGES)
    for number, (soort, owner, buurt, age) in enumerate(whole):
        uid, change_id = uuid7(NU), uuid7(NU)
        for groep in GROEPEN:
            value = json.dumps({f"veld_{groep}": f"{number}!{groep}"})
            rows.append(
                log_row(
                    len(rows) + 1, soort, str(groep), owner, buurt, NU - age,
                    uid=uid, change_id=change_id, value=value, via="", device="elders",
                )
            )  # fmt: skip
    return rows


def marks_of(rows: list[Logrij], toegang: Toegang, leeswijze: Leeswijze, soort: str = "") -> set[str]:
    wanted = (row for row in rows if row.entity == soort or not soort)
    return {next(iter(json.loads(row.value).values())) for row in wanted if may_read(toegang, row, leeswijze)}


def read_all(client: httpx.Client, path: str, **asked: Any) -> set[str]:
    """Every mark in any text of all pages."""
    found: set[str] = set()
    while True:
        answer = client.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        found |= set(_MARK.findall(answer.text))
        page = answer.json()
        if path == "/v1/pull":
            if not page["meer"]:
                return found
            asked["na"] = page["cursor"]
        else:
            if not page["volgende"]:
                return found
            asked |= {"na": page["volgende"], **({"stand": page["stand"]} if path == "/v1/begin" else {})}


def test_no_page_holds_a_record_or_a_key_outside_the_rights_and_none_is_missing(bezetting: Bezetting) -> None:
    rows = marked_records(bezetting)
    put(bezetting.centrale.backend, rows)
    kept = Leeswijze(Wijze.TOESTEL)
    for rol in Rol:
        toegang = bezetting.toegang(rol)
        with bezetting.client(rol) as client:
            epoch = client.get("/v1/stand").json()["epoch"]
            wanted = marks_of(rows, toegang, kept)
            assert read_all(client, "/v1/begin") == wanted, rol
            assert read_all(client, "/v1/pull", na=0, epoch=epoch) == wanted, rol


def test_older_records_are_read_online_within_the_term_and_with_a_reason(bezetting: Bezetting) -> None:
    rows = marked_records(bezetting)
    put(bezetting.centrale.backend, rows)
    period = {"van": "2000-01-01T00:00:00.000Z", "tot": to_iso(NU + timedelta(days=1))}
    for rol, soort, reden in product(Rol, ("melding", "opsporingsverwijzing", "jop"), ("", "vraag van de raad")):
        wanted = marks_of(rows, bezetting.toegang(rol), Leeswijze(Wijze.ONLINE, reden), soort)
        with bezetting.client(rol) as client:
            if not wanted:
                answer = client.get("/v1/ouder", params={**period, "entity": soort, "reden": reden})
                assert answer.status_code in (200, 403) and not _MARK.search(answer.text), (rol, soort)
                continue
            assert read_all(client, "/v1/ouder", entity=soort, reden=reden, **period) == wanted, (rol, soort, reden)


VALUES: dict[str, Any] = {
    "positie": {"lon": 5.05, "lat": 52.02, "nauwkeurigheid_m": None, "plaats_bron": "kaart"},
    "status": "afgehandeld",
    "sha256": "ab" * 32,
    "gebeurd_van": to_iso(NU - timedelta(hours=1)),
    "begin": to_iso(NU - timedelta(hours=1)),
    "moment": to_iso(NU - timedelta(hours=1)),
    "tekst_verdacht": True,
}
MUST = {"melding": "gebeurd_van", "ronde": "begin", "bezoek": "moment"}


def _written(soort: str, veld: str) -> Veldgroep:
    """The group a right of writing is asked for: an officer writes his own name on his ronde."""
    groep = veldgroep_of(soort, veld)
    return Veldgroep.ALLES if groep is Veldgroep.MEDEWERKER else groep


def creates(made: Maker, toegang: Toegang) -> Iterator[tuple[Change, bool]]:
    """One of every kind with one filled field of every group, and whether the table allows it."""
    for soort in SOORTEN:
        entiteit = entiteit_of(soort)
        assert entiteit is not None
        for veld in {groep: veld for veld, groep in velden_of(soort).items()}.values():
            must = MUST.get(soort)
            value = {veld: VALUES.get(veld, "x")} | ({must: VALUES[must]} if must else {})
            groups = {_written(soort, name) for name in value}
            allowed = all(
                may(toegang.actor, Handeling.MAKEN, entiteit, groep, Onderwerp(), NU, "-") for groep in groups
            )
            yield made.create(soort, value), allowed


def edits(
    made: Maker, toegang: Toegang, backend: Backend, first_seq: int
) -> tuple[list[tuple[Change, bool]], list[Logrij]]:
    """Every field of every kind, and voiding, on records of every reach and age; a fresh record for each."""
    asked, rows = [], []
    subjects = product((toegang.account, ANDER), (OOST, WEST), (timedelta(days=1), timedelta(days=500)))
    for (owner, buurt, age), soort in product(subjects, SOORTEN):
        entiteit = entiteit_of(soort)
        assert entiteit is not None
        fields = {groep: veld for veld, groep in velden_of(soort).items() if veld != "status"}.values()
        for veld, value in (*((veld, VALUES.get(veld, "x")) for veld in fields), ("status", "vervallen")):
            if veld == "status" and "status" not in velden_of(soort):
                continue
            row = log_row(first_seq + len(rows), soort, "codes", owner, buurt, NU - age, value="{}")
            rows.append(row)
            act = Handeling.VERVALLEN if veld == "status" else Handeling.WIJZIGEN
            subject = Onderwerp(owner == toegang.account, buurt, sinds=NU - age)
            allowed = may(toegang.actor, act, entiteit, _written(soort, veld), subject, NU, "-")
            asked.append((made.change(soort, row.uid, veld, value, (row.change_id,), "correctie"), allowed))
    return asked, rows


def push(client: httpx.Client, changes: list[Change]) -> list[str]:
    answers: list[str] = []
    for at in range(0, len(changes), MAX_PUSH):
        body = msgspec.json.encode(Push(uuid7(NU), tuple(changes[at : at + MAX_PUSH])))
        answer = client.post("/v1/push", content=body)
        assert answer.status_code == 200, answer.text
        answers += [one["code"] or one["uitslag"] for one in answer.json()["antwoorden"]]
    return answers


@pytest.mark.parametrize("rol", Rol)
def test_a_push_is_answered_by_the_table_change_by_change(bezetting: Bezetting, rol: Rol) -> None:
    toegang, backend = bezetting.toegang(rol), bezetting.centrale.backend
    made = Maker(lambda: NU, toegang.account, toegang.device)
    changed, rows = edits(made, toegang, backend, 1)
    put(backend, rows)
    asked = [*creates(made, toegang), *changed]
    with bezetting.client(rol) as client:
        answers = push(client, [change for change, _ in asked])
        again = push(client, [change for change, _ in asked])
    expected = ["genomen" if allowed else "geen_recht" for _, allowed in asked]
    wrong = [
        (change.entity, change.field, answer, wanted)
        for (change, _), answer, wanted in zip(asked, answers, expected, strict=True)
        if answer != wanted
    ]
    assert not wrong
    assert again == answers
    stored = bezetting.centrale.db.execute(
        "SELECT DISTINCT change_id FROM changes WHERE account = %s", [toegang.account]
    )
    own = {row.change_id for row in rows if row.account == toegang.account}
    assert {one["change_id"] for one in stored} - own == {
        change.change_id for (change, _), answer in zip(asked, answers, strict=True) if answer == "genomen"
    }


def test_nobody_pushes_in_the_name_of_another(bezetting: Bezetting) -> None:
    boa, leider = bezetting.toegang(Rol.BOA), bezetting.toegang(Rol.TEAMLEIDER)
    made = Maker(lambda: NU, leider.account, boa.device)
    with bezetting.client(Rol.BOA) as client:
        assert push(client, [made.melding((5.05, 52.02))]) == ["account_onjuist"]
    for name in ("x' or 1=1", "", "account-onbekend"):
        with bezetting.client(Rol.BOA) as client:
            assert push(client, [Maker(lambda: NU, name, boa.device).melding()]) == ["account_onjuist"]
    assert bezetting.centrale.db.execute("SELECT change_id FROM changes") == []
