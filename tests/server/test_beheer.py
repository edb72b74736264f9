"""What beheer does beyond its routes: an ended account takes its devices along, and each act is in the audit log."""

from __future__ import annotations

import pytest

from boa_app.domain.roles import Entiteit, Handeling
from boa_app.server import beheer
from boa_app.server.backend import Backend, Toegang
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import Beeindiging, Intrekking, NieuwAccount, NieuweCode, Rolperiode
from tests.server.identiteit import LATEST, Centrum, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def enter(centrum: Centrum, rol: str) -> Toegang:
    toegang: Toegang = centrum.wie(centrum.toestel(centrum.account(f"De {rol}", rol)).token(centrum.dienst))
    return toegang


def test_each_act_is_logged_with_who_did_it_and_without_what_it_says(centrum: Centrum) -> None:
    chief = enter(centrum, "beheerder")
    made = beheer.maak_account(
        centrum.dienst, chief, NieuwAccount("Sam Geheim", (Rolperiode("boa", LATEST),), None, "sub", "nieuw")
    )
    beheer.maak_code(centrum.dienst, chief, NieuweCode(made.id))
    device = centrum.toestel(made).device
    beheer.trek_toestel_in(centrum.dienst, chief, device, Intrekking("kwijt"))
    beheer.beeindig_account(centrum.dienst, chief, made.id, Beeindiging("weg"))
    lines = [line for line in centrum.regels() if line["actor_id"] == chief.account and line["actie"] == "AUTORISATIE"]
    assert [line["object_type"] for line in lines] == ["account", "code", "toestel", "account"]
    assert {line["apparaat_id"] for line in lines} == {chief.device}
    assert "Sam Geheim" not in repr(lines)


def test_an_ended_account_ends_its_devices_too(centrum: Centrum) -> None:
    chief, account = enter(centrum, "beheerder"), centrum.account()
    token = centrum.toestel(account).token(centrum.dienst)
    assert beheer.beeindig_account(centrum.dienst, chief, account.id, Beeindiging("weg")).toestellen == 0
    with pytest.raises(Geweigerd, match="toestel_ingetrokken"):
        centrum.wie(token)


def test_a_refused_act_changes_nothing(centrum: Centrum) -> None:
    boa, before = enter(centrum, "boa"), len(centrum.regels())
    with pytest.raises(Geweigerd, match="geen_recht") as caught:
        beheer.maak_account(centrum.dienst, boa, NieuwAccount("X", (Rolperiode("beheerder", LATEST),)))
    assert caught.value.fields == {"rol": "boa", "handeling": "maken", "entiteit": "account"}
    assert len(centrum.regels()) == before


def test_a_broken_chain_is_shown_to_who_looks_at_the_log(centrum: Centrum) -> None:
    reader = enter(centrum, "privacy")
    assert beheer.lees_audit(centrum.dienst, reader, 0, 5).gebroken_bij == 0
    centrum.db.execute("DELETE FROM audit WHERE gemeente_code = %s AND seq = 2", ["GM0353"])
    assert beheer.lees_audit(centrum.dienst, reader, 0, 5).gebroken_bij == 2
    assert beheer.lees_audit(centrum.dienst, reader, 4, 5).gebroken_bij == 0


def test_what_is_asked_of_the_table_of_rights_is_said(centrum: Centrum) -> None:
    beheer.eis(centrum.dienst, enter(centrum, "beheerder"), Handeling.MAKEN, Entiteit.ACCOUNT)
    for rol in ("teamleider", "privacy", "schouwleider"):
        with pytest.raises(Geweigerd, match="geen_recht"):
            beheer.lees_accounts(centrum.dienst, enter(centrum, rol))
