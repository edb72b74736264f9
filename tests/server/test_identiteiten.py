"""Accounts on both back ends: one role at a time, an epoch that tells of every change of what somebody may see."""

from __future__ import annotations

from typing import Any

import pytest

from boa_app.domain.errors import UserError
from boa_app.server import audit, identiteiten, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.buurtbeheer import laad_buurten
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import Account, AccountWijziging, Beeindiging, NieuwAccount, Rolperiode, Toestand
from tests.centrale import OOST, buurten_geojson
from tests.server.identiteit import LATEST, Centrum, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def change(centrum: Centrum, account: Account, **other: Any) -> Account:
    values: dict[str, Any] = {
        "versie": account.versie, "naam": account.naam, "rollen": account.rollen, "buurten": account.buurten,
        "oidc": account.oidc,
    }  # fmt: skip
    with centrum.db.transaction():
        wijziging = AccountWijziging(**values | other)
        return identiteiten.wijzig_account(centrum.db, account.id, wijziging, MACHINE, centrum.klok())


def epoch(centrum: Centrum, account: Account) -> int:
    return int(centrum.db.execute("SELECT epoch FROM accounts WHERE account = %s", [account.id])[0]["epoch"])


def refused(code: str, act: Any, *given: Any, **named: Any) -> None:
    with pytest.raises(UserError) as caught:
        act(*given, **named)
    assert caught.value.code == code


def test_an_account_is_as_it_was_made(centrum: Centrum) -> None:
    made = centrum.account("Ann  van Dam", "teamleider", buurten=(OOST, OOST), oidc="sub-1")
    assert (made.naam, made.rol, made.buurten, made.oidc) == ("Ann  van Dam", "teamleider", (OOST,), "sub-1")
    assert (made.toestand, made.versie, made.toestellen) == (Toestand.ACTIEF, 1, 0)
    assert identiteiten.lijst_accounts(centrum.db, centrum.klok()) == (made,)
    assert centrum.regels()[-1]["velden"] == "naam,rollen,buurten,oidc"


@pytest.mark.parametrize("naam", ["", "  ", "x" * 101, "a\nb", "a\x00b", "\u202eabc"])
def test_a_name_is_one_line_of_text(centrum: Centrum, naam: str) -> None:
    refused("account_naam_ongeldig", centrum.account, naam)


def test_names_and_persons_are_one_each_until_an_account_ends(centrum: Centrum) -> None:
    first = centrum.account("Ann", oidc="sub-1")
    refused("account_bestaat_al", centrum.account, " Ann ")
    refused("oidc_bestaat_al", centrum.account, "Bob", oidc="sub-1")
    with centrum.db.transaction():
        identiteiten.beeindig_account(centrum.db, first.id, Beeindiging("weg"), MACHINE, centrum.klok())
    assert centrum.account("Ann", oidc="sub-1").id != first.id


def test_a_change_of_scope_raises_the_epoch_and_another_does_not(centrum: Centrum) -> None:
    made = centrum.account(buurten=(OOST,))
    start = epoch(centrum, made)
    renamed = change(centrum, made, naam="Ander")
    assert epoch(centrum, made) == start
    moved = change(centrum, renamed, buurten=None)
    assert epoch(centrum, made) == start + 1
    ended = change(centrum, moved, rollen=(Rolperiode("boa", LATEST, "2026-12-31"),))
    assert epoch(centrum, made) == start + 2
    other = change(centrum, ended, rollen=(Rolperiode("jeugdboa", LATEST),))
    assert epoch(centrum, made) == start + 3
    assert (other.rol, other.versie) == ("jeugdboa", made.versie + 4)


def test_two_beheerders_do_not_undo_each_other(centrum: Centrum) -> None:
    made = centrum.account()
    change(centrum, made, naam="Eerst")
    refused("account_gewijzigd", change, centrum, made, naam="Daarna")
    assert identiteiten.lees_account(centrum.db, made.id, centrum.klok()).naam == "Eerst"


def test_the_last_beheerder_stays(centrum: Centrum) -> None:
    one = centrum.account("Een", "beheerder")
    refused("laatste_beheerder", change, centrum, one, rollen=(Rolperiode("boa", LATEST),))
    ending = Beeindiging("weg")
    with pytest.raises(Geweigerd, match="laatste_beheerder"), centrum.db.transaction():
        identiteiten.beeindig_account(centrum.db, one.id, ending, MACHINE, centrum.klok())
    assert identiteiten.lees_account(centrum.db, one.id, centrum.klok()).toestand is Toestand.ACTIEF
    centrum.account("Twee", "beheerder")
    assert change(centrum, one, rollen=(Rolperiode("boa", LATEST),)).rol == "boa"


def test_an_ended_account_stays_ended(centrum: Centrum) -> None:
    made = centrum.account()
    with centrum.db.transaction():
        ended = identiteiten.beeindig_account(
            centrum.db, made.id, Beeindiging(" uit\ndienst "), MACHINE, centrum.klok()
        )
    assert (ended.toestand, ended.rol) == (Toestand.BEEINDIGD, "")
    assert ended.beeindigd_op
    assert centrum.regels()[-1]["reden_tekst"] == "uit dienst"
    refused("account_beeindigd", change, centrum, ended)
    refused(
        "account_beeindigd", identiteiten.beeindig_account, centrum.db, made.id, Beeindiging("x"), MACHINE,
        centrum.klok(),
    )  # fmt: skip
    refused(
        "reden_ontbreekt", identiteiten.beeindig_account, centrum.db, made.id, Beeindiging(" "), MACHINE,
        centrum.klok(),
    )  # fmt: skip


def test_a_role_holds_from_its_day_to_its_day(centrum: Centrum) -> None:
    later = centrum.account("Later", rollen=(Rolperiode("boa", "2026-11-25"),))
    assert (later.toestand, later.rol) == (Toestand.WACHT, "")
    assert identiteiten.volgende_rol(centrum.db, later.id, centrum.klok()) == "2026-11-25"
    over = centrum.account("Voorbij", rollen=(Rolperiode("boa", LATEST, "2026-11-19"),))
    assert (over.toestand, identiteiten.volgende_rol(centrum.db, over.id, centrum.klok())) == (Toestand.VERLOPEN, "")
    before = epoch(centrum, later)
    centrum.klok.forward(days=5)
    row = identiteiten.actualiseer(centrum.db, later.id, centrum.klok())
    assert row is not None
    assert (row["rol"], row["begin"], row["epoch"]) == ("boa", "2026-11-25", before + 1)
    identiteiten.actualiseer(centrum.db, later.id, centrum.klok())
    assert epoch(centrum, later) == before + 1


def test_a_werkgebied_is_of_buurten_that_are_there(centrum: Centrum) -> None:
    refused("werkgebied_ongeldig", centrum.account, "Leeg", buurten=())
    refused("werkgebied_ongeldig", centrum.account, "Raar", buurten=("a\nb",))
    laad_buurten(centrum.db, buurten_geojson(), MACHINE, centrum.klok())
    refused("buurt_onbekend", centrum.account, "Elders", buurten=("BU99999999",))
    assert centrum.account("Oost", buurten=(OOST,)).buurten == (OOST,)


@pytest.mark.parametrize("account", ["", "x", "\x00", "01890000-0000-7000-8000-000000000000"])
def test_what_is_no_account_is_unknown(centrum: Centrum, account: str) -> None:
    refused("account_onbekend", identiteiten.lees_account, centrum.db, account, centrum.klok())
    assert identiteiten.vind_account(centrum.db, centrum.account("Ann").naam, centrum.klok()).naam == "Ann"
    refused("account_onbekend", identiteiten.vind_account, centrum.db, "Bob", centrum.klok())


def test_a_person_is_tied_to_one_account(centrum: Centrum) -> None:
    one, two = centrum.account("Een"), centrum.account("Twee")
    with centrum.db.transaction():
        assert identiteiten.koppel_oidc(centrum.db, one.id, "sub", MACHINE, centrum.klok())
        assert identiteiten.koppel_oidc(centrum.db, one.id, "sub", MACHINE, centrum.klok())
        assert not identiteiten.koppel_oidc(centrum.db, two.id, "sub", MACHINE, centrum.klok())
    assert [identiteiten.oidc_van(centrum.db, one.id), identiteiten.oidc_van(centrum.db, two.id)] == ["sub", ""]
    assert sum(line["velden"] == "oidc" for line in centrum.regels()) == 1


def test_a_new_account_that_is_refused_leaves_nothing(centrum: Centrum) -> None:
    nieuw = NieuwAccount("Ann", (Rolperiode("boa", LATEST),), ("x" * 30,))
    with pytest.raises(Geweigerd), centrum.db.transaction():
        identiteiten.maak_account(centrum.db, nieuw, MACHINE, centrum.klok())
    assert identiteiten.lijst_accounts(centrum.db, centrum.klok()) == ()
    assert audit.check_chain(centrum.db) is None


def test_the_devices_of_an_account_are_counted(centrum: Centrum) -> None:
    made = centrum.account()
    holder = centrum.toestel(made)
    centrum.toestel(made)
    with centrum.db.transaction():
        toestellen.trek_in(centrum.db, holder.device, "kwijt", MACHINE, centrum.klok())
    assert identiteiten.lees_account(centrum.db, made.id, centrum.klok()).toestellen == 1
