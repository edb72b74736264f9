"""Who comes in, and who does not: codes, signatures and tokens that are wrong, late, used, stolen or revoked."""

from __future__ import annotations

import dataclasses
import threading

import pytest

from boa_app.domain.ids import uuid7
from boa_app.server import aanmelden, audit, identiteiten, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import AccountWijziging, Beeindiging, Rolperiode
from boa_app.sync.protocol import signing_text
from boa_app.vault.zegel import sign
from tests.server.identiteit import LATEST, Centrum, Toestelhouder, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def refused(code: str, act: object, *given: object) -> Geweigerd:
    with pytest.raises(Geweigerd) as caught:
        act(*given)  # type: ignore[operator]
    assert caught.value.code == code
    return caught.value


def test_a_code_binds_a_device_to_its_account_and_tells_who_it_is(centrum: Centrum) -> None:
    account, holder = centrum.account(buurten=("BU03530101",)), Toestelhouder(uuid7(centrum.klok()))
    answer = aanmelden.meld_aan(centrum.dienst, holder.aanmelding(centrum.code(account)))
    stand = answer.stand
    assert answer.centrale == centrum.dienst.instellingen.centrale
    assert (stand.account, stand.naam, stand.rol, stand.buurten) == (account.id, "A. de Boer", "boa", ("BU03530101",))
    assert (stand.gemeente_code, stand.gemeente_naam, stand.vervaltermijn_dagen) == ("GM0353", "IJsselstein", 14)
    assert len(stand.uitwissel_sleutel) == len(stand.herstel_sleutel) == 64


def test_a_code_may_be_read_out_and_typed_with_any_spacing_and_look_alikes(centrum: Centrum) -> None:
    code = centrum.code(centrum.account()).replace("-", " ").replace("0", "o").replace("1", "l").lower()
    assert aanmelden.meld_aan(centrum.dienst, Toestelhouder(uuid7(centrum.klok())).aanmelding(code))


def test_a_code_serves_one_device_but_its_answer_may_be_lost(centrum: Centrum) -> None:
    account = centrum.account()
    code, holder = centrum.code(account), Toestelhouder(uuid7(centrum.klok()))
    first = aanmelden.meld_aan(centrum.dienst, holder.aanmelding(code))
    assert aanmelden.meld_aan(centrum.dienst, holder.aanmelding(code)) == first
    refused("code_onjuist", aanmelden.meld_aan, centrum.dienst, Toestelhouder(uuid7(centrum.klok())).aanmelding(code))
    other_keys = Toestelhouder(holder.device)
    refused("toestel_bestaat", aanmelden.meld_aan, centrum.dienst, other_keys.aanmelding(code))
    assert len(toestellen.lijst_toestellen(centrum.db)) == 1


def test_a_code_holds_ten_minutes(centrum: Centrum) -> None:
    account = centrum.account()
    code = centrum.code(account)
    centrum.klok.forward(minutes=10)
    refused("code_onjuist", aanmelden.meld_aan, centrum.dienst, Toestelhouder(uuid7(centrum.klok())).aanmelding(code))


@pytest.mark.parametrize("code", ["", "0000-0000-0000", "x" * 5000, "'; DROP TABLE codes; --", "\0"])
def test_a_wrong_code_is_refused_and_written_down_without_it(centrum: Centrum, code: str) -> None:
    holder = Toestelhouder(uuid7(centrum.klok()))
    refused("code_onjuist", aanmelden.meld_aan, centrum.dienst, holder.aanmelding(code))
    last = centrum.regels()[-1]
    assert (last["actie"], last["resultaat"], last["reden_code"]) == ("AANMELD_MISLUKT", "GEWEIGERD", "code_onjuist")


@pytest.mark.parametrize(
    "wrong",
    [{"device": "x"}, {"naam": " "}, {"naam": "a\nb"}, {"teken_sleutel": "00"}, {"uitwissel_sleutel": "G" * 64}],
)
def test_a_device_without_a_proper_id_name_or_key_is_refused(centrum: Centrum, wrong: dict[str, str]) -> None:
    asked = Toestelhouder(uuid7(centrum.klok())).aanmelding(centrum.code(centrum.account()))
    refused("toestel_ongeldig", aanmelden.meld_aan, centrum.dienst, dataclasses.replace(asked, **wrong))


def test_two_devices_at_once_with_one_code_and_one_of_them_wins(centrum: Centrum) -> None:
    code, came = centrum.code(centrum.account()), []

    def enter(holder: Toestelhouder) -> None:
        try:
            aanmelden.meld_aan(centrum.dienst, holder.aanmelding(code))
            came.append("in")
        except Geweigerd as refusal:
            came.append(refusal.code)

    threads = [threading.Thread(target=enter, args=[Toestelhouder(uuid7(centrum.klok()))]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == ["code_onjuist"] * 5 + ["in"]


def test_a_signature_gives_a_token_and_the_token_tells_who(centrum: Centrum) -> None:
    account = centrum.account(buurten=("BU03530101",))
    holder = centrum.toestel(account)
    toegang = centrum.wie(holder.token(centrum.dienst))
    assert (toegang.account, toegang.device, toegang.rol) == (account.id, holder.device, "boa")
    assert toegang.buurten == frozenset({"BU03530101"})


def test_a_token_ends_after_a_quarter_of_an_hour(centrum: Centrum) -> None:
    token = centrum.toestel().token(centrum.dienst)
    centrum.klok.forward(minutes=14.9)
    centrum.wie(token)
    centrum.klok.forward(minutes=0.2)
    assert refused("token_verlopen", centrum.wie, token).status == 401


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Bearer x", "Basic x", "Bearer " + "x" * 9999, "Bearer \0é"]
)
def test_another_header_is_no_token(centrum: Centrum, header: str | None) -> None:
    assert refused("token_ongeldig", aanmelden.wie, centrum.dienst, header).status == 401


def test_a_nonce_is_used_once_also_by_a_wrong_signature(centrum: Centrum) -> None:
    holder = centrum.toestel()
    asked = holder.vraag(centrum.dienst)
    aanmelden.vraag_token(centrum.dienst, asked)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, asked)
    spoilt = holder.vraag(centrum.dienst)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, dataclasses.replace(spoilt, handtekening="00"))
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, spoilt)


def test_a_nonce_ends_after_a_minute_and_only_ours_count(centrum: Centrum) -> None:
    holder = centrum.toestel()
    late = holder.vraag(centrum.dienst)
    centrum.klok.forward(seconds=61)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, late)
    nonce = aanmelden.geef_uitdaging(centrum.dienst).nonce
    for wrong in (
        "",
        "zz",
        "00" * 38,
        nonce[:-2] + ("00" if nonce[-2:] != "00" else "01"),
        nonce.upper(),
        nonce + "é",
        "\ud800",
    ):
        text = signing_text(centrum.dienst.instellingen.centrale, holder.device, wrong) if wrong.isascii() else b""
        asked = dataclasses.replace(late, nonce=wrong, handtekening=sign(holder.teken.prive, text))
        refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, asked)


def test_a_signature_of_another_device_or_for_another_centre_is_refused(centrum: Centrum) -> None:
    account = centrum.account()
    mine, theirs = centrum.toestel(account), centrum.toestel(account)
    stolen = dataclasses.replace(theirs.vraag(centrum.dienst), device=mine.device)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, stolen)
    nonce = aanmelden.geef_uitdaging(centrum.dienst).nonce
    elsewhere = sign(mine.teken.prive, signing_text(uuid7(centrum.klok()), mine.device, nonce))
    asked = dataclasses.replace(mine.vraag(centrum.dienst, nonce), handtekening=elsewhere)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, asked)


@pytest.mark.parametrize("device", ["", "x", "\0", "0190-", "é"])
def test_an_unknown_device_hears_the_same_as_a_wrong_signature(centrum: Centrum, device: str) -> None:
    asked = dataclasses.replace(centrum.toestel().vraag(centrum.dienst), device=device)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, asked)
    unknown = Toestelhouder(uuid7(centrum.klok()))
    refused("aanmelding_onjuist", unknown.token, centrum.dienst)


def test_a_revoked_device_hears_it_with_its_token_and_with_its_signature_and_nobody_else_does(centrum: Centrum) -> None:
    account = centrum.account()
    holder, other = centrum.toestel(account), centrum.toestel(account)
    token = holder.token(centrum.dienst)
    with centrum.db.transaction():
        toestellen.trek_in(centrum.db, holder.device, "verloren", MACHINE, centrum.klok())
    assert toestellen.lees_toestel(centrum.db, holder.device).gewist_op == ""
    impostor = dataclasses.replace(other.vraag(centrum.dienst), device=holder.device)
    refused("aanmelding_onjuist", aanmelden.vraag_token, centrum.dienst, impostor)
    assert refused("toestel_ingetrokken", centrum.wie, token).status == 401
    refused("toestel_ingetrokken", holder.token, centrum.dienst)
    assert toestellen.lees_toestel(centrum.db, holder.device).gewist_op
    assert centrum.wie(other.token(centrum.dienst)).device == other.device


def test_a_revoked_device_does_not_come_back_with_a_new_code(centrum: Centrum) -> None:
    account = centrum.account()
    holder = centrum.toestel(account)
    with centrum.db.transaction():
        toestellen.trek_in(centrum.db, holder.device, "verloren", MACHINE, centrum.klok())
    refused("toestel_bestaat", aanmelden.meld_aan, centrum.dienst, holder.aanmelding(centrum.code(account)))


def test_an_ended_account_takes_its_devices_along(centrum: Centrum) -> None:
    account = centrum.account()
    holder = centrum.toestel(account)
    token, code = holder.token(centrum.dienst), centrum.code(account)
    with centrum.db.transaction():
        identiteiten.beeindig_account(centrum.db, account.id, Beeindiging("uit dienst"), MACHINE, centrum.klok())
        toestellen.trek_alle_in(centrum.db, account.id, "uit dienst", MACHINE, centrum.klok())
    refused("toestel_ingetrokken", centrum.wie, token)
    refused("code_onjuist", aanmelden.meld_aan, centrum.dienst, Toestelhouder(uuid7(centrum.klok())).aanmelding(code))


def test_a_role_that_ended_lets_nobody_in_but_leaves_the_device(centrum: Centrum) -> None:
    rollen = (Rolperiode("boa", LATEST, "2026-11-20"), Rolperiode("jeugdboa", "2026-11-25"))
    holder = centrum.toestel(centrum.account(rollen=rollen))
    before = centrum.wie(holder.token(centrum.dienst))
    token = holder.token(centrum.dienst)
    # 23:05 UTC is the next day in the Netherlands.
    centrum.klok.forward(hours=10, minutes=55)
    token = holder.token(centrum.dienst)
    centrum.klok.forward(minutes=10)
    assert refused("account_zonder_rol", centrum.wie, token).fields == {"vanaf": "2026-11-25"}
    refused("account_zonder_rol", holder.token, centrum.dienst)
    centrum.klok.forward(days=5)
    after = centrum.wie(holder.token(centrum.dienst))
    assert (before.rol, after.rol) == ("boa", "jeugdboa")
    assert after.epoch > before.epoch


def test_a_change_of_role_or_werkgebied_counts_for_a_token_that_is_out(centrum: Centrum) -> None:
    account = centrum.account()
    token = centrum.toestel(account).token(centrum.dienst)
    before = centrum.wie(token)
    change = AccountWijziging(account.versie, account.naam, (Rolperiode("schouwleider", LATEST),), ("BU03530101",))
    with centrum.db.transaction():
        identiteiten.wijzig_account(centrum.db, account.id, change, MACHINE, centrum.klok())
    after = centrum.wie(token)
    assert (after.rol, after.buurten) == ("schouwleider", frozenset({"BU03530101"}))
    assert after.epoch > before.epoch


def test_no_code_token_nonce_or_signature_is_kept_anywhere(centrum: Centrum) -> None:
    account, holder = centrum.account(), Toestelhouder(uuid7(centrum.klok()))
    code = centrum.code(account)
    aanmelden.meld_aan(centrum.dienst, holder.aanmelding(code))
    asked = holder.vraag(centrum.dienst)
    token = aanmelden.vraag_token(centrum.dienst, asked)
    tables = ("accounts", "rollen", "toestellen", "codes", "tokens", "uitdagingen", "audit")
    kept = repr([centrum.db.execute(f"SELECT * FROM {name}") for name in tables])
    for secret in (code, code.replace("-", ""), token.token, asked.nonce, asked.handtekening, holder.teken.prive):
        assert secret not in kept
    assert audit.check_chain(centrum.db) is None
