"""One-time codes on both back ends: short-lived, few, kept as a keyed hash."""

from __future__ import annotations

import pytest

from boa_app.domain.ids import uuid7
from boa_app.server import codes
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.geweigerd import Geweigerd
from boa_app.sync.beheer import Rolperiode
from tests.server.identiteit import LATEST, Centrum, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def test_codes_differ_and_have_twelve_signs_in_groups(centrum: Centrum) -> None:
    account = centrum.account()
    made = [centrum.code(account) for _ in range(codes.MAX_OPEN)]
    assert len(set(made)) == codes.MAX_OPEN
    assert all([len(part) for part in code.split("-")] == [4, 4, 4] for code in made)
    assert not set("".join(made)) & set("ILOU")


def test_no_more_than_a_few_are_open_for_one_account(centrum: Centrum) -> None:
    account = centrum.account()
    for _ in range(codes.MAX_OPEN):
        centrum.code(account)
    with pytest.raises(Geweigerd, match="te_veel_codes") as caught:
        centrum.code(account)
    assert caught.value.status == 429
    assert centrum.code(centrum.account("Ander"))
    centrum.klok.forward(minutes=10)
    assert centrum.code(account)


def test_open_codes_are_listed_without_the_code(centrum: Centrum) -> None:
    account = centrum.account()
    code = centrum.code(account)
    (listed,) = codes.open_codes(centrum.db, centrum.klok())
    assert (listed.account, listed.account_naam) == (account.id, account.naam)
    assert code.replace("-", "") not in repr(listed)
    assert codes.gebruik_code(centrum.db, code, uuid7(centrum.klok()), centrum.klok()) == account.id
    assert codes.open_codes(centrum.db, centrum.klok()) == ()


def test_a_withdrawn_code_lets_nobody_in(centrum: Centrum) -> None:
    code = centrum.code(centrum.account())
    (listed,) = codes.open_codes(centrum.db, centrum.klok())
    with centrum.db.transaction():
        codes.trek_code_in(centrum.db, listed.id, MACHINE, centrum.klok())
    assert codes.gebruik_code(centrum.db, code, uuid7(centrum.klok()), centrum.klok()) is None
    for wrong in (listed.id, "", "%", "\x00", "g" * 16):
        with pytest.raises(Geweigerd, match="aanmeldcode_onbekend"):
            codes.trek_code_in(centrum.db, wrong, MACHINE, centrum.klok())


def test_without_a_role_today_no_code_is_made(centrum: Centrum) -> None:
    waiting = centrum.account(rollen=(Rolperiode("boa", "2027-01-01"),))
    with pytest.raises(Geweigerd, match="account_zonder_rol") as caught:
        centrum.code(waiting)
    assert caught.value.fields == {"vanaf": "2027-01-01"}
    ended = centrum.account("Voorbij", rollen=(Rolperiode("boa", LATEST, "2026-02-01"),))
    with pytest.raises(Geweigerd, match="account_zonder_rol"):
        centrum.code(ended)


def test_a_code_of_another_centre_is_another_code(centrum: Centrum) -> None:
    """The hash is keyed: whoever reads the table cannot try codes without the secret of this centre."""
    code = centrum.code(centrum.account())
    centrum.db.execute("UPDATE instellingen SET waarde = %s WHERE naam = 'geheim'", ["00" * 32])
    assert codes.gebruik_code(centrum.db, code, uuid7(centrum.klok()), centrum.klok()) is None
