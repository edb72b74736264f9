"""Beheer against a real centre: accounts, devices, codes, buurten, and files brought by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.roles import Actor, Rol
from boa_app.server.geweigerd import Geweigerd
from boa_app.store import audit
from boa_app.sync.beheer import Account
from boa_app.usecases.beheer import (
    Accountinvoer,
    Rolperiode,
    Toestand,
    beeindig_account,
    breng_usb,
    heeft_centrale,
    herstel_account,
    huidige_periode,
    lees_beheer,
    lees_logboek,
    maak_account,
    maak_code,
    nieuwe_perioden,
    stuur_buurten,
    trek_code_in,
    trek_toestel_in,
    vandaag,
    wijzig_account,
)
from boa_app.usecases.session import Session
from tests.aangemeld import meld_sessie_aan
from tests.centrale import OOST, WEST, Centrale, start_centrale
from tests.ui.small_store import make_session

DAG = date(2026, 11, 20)


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path / "centrale") as started:
        yield started


@pytest.fixture
def plain(tmp_path: Path, centrale: Centrale) -> Iterator[Session]:
    """A store whose clock is the one of the centre, signed up nowhere yet."""
    session = make_session(tmp_path / "opslag", centrale.dienst.clock)
    yield session
    session.close()


@pytest.fixture
def session(plain: Session, centrale: Centrale) -> Session:
    return meld_sessie_aan(plain, centrale, "Bea Beheer", Rol.BEHEERDER)


def invoer(session: Session, **values: object) -> Accountinvoer:
    return replace(Accountinvoer("Sam de Wit", "boa", vandaag(session)), **values)  # type: ignore[arg-type]


def test_a_new_account_is_there_for_the_next_reading(session: Session) -> None:
    made = maak_account(session, invoer(session, naam="  Sam   de Wit ", buurten=(OOST,)))
    beeld = lees_beheer(session)
    assert made in beeld.accounts
    assert (made.naam, made.rol, made.buurten, made.toestand) == ("Sam de Wit", "boa", (OOST,), Toestand.ACTIEF)
    assert {buurt.code for buurt in beeld.buurten} == {OOST, WEST}
    assert beeld.eigen == session.actor.account
    assert any(one.id == beeld.eigen_toestel for one in beeld.toestellen)


def test_a_change_ends_the_old_role_and_can_be_taken_back(session: Session, centrale: Centrale) -> None:
    before = centrale.account("Sam de Wit", "boa", (OOST,))
    changed = wijzig_account(session, before, invoer(session, rol="jeugdboa", buurten=None))
    assert [one.rol for one in changed.rollen] == ["boa", "jeugdboa"]
    assert changed.buurten is None
    assert huidige_periode(changed, vandaag(session)) == changed.rollen[1]
    back = herstel_account(session, changed, before)
    assert (back.rollen, back.buurten, back.rol) == (before.rollen, (OOST,), "boa")


def test_who_changed_first_wins_and_the_other_hears_it(session: Session, centrale: Centrale) -> None:
    seen = centrale.account()
    wijzig_account(session, seen, invoer(session, naam="Sam Wit"))
    with pytest.raises(UserError) as refused:
        wijzig_account(session, seen, invoer(session, naam="Sam Zwart"))
    assert refused.value.code == "account_gewijzigd"


def test_ending_an_account_revokes_its_devices(session: Session, centrale: Centrale) -> None:
    toestel = centrale.toestel()
    assert beeindig_account(session, toestel.account, "uit dienst").toestand is Toestand.BEEINDIGD
    devices = {one.id: one for one in lees_beheer(session).toestellen}
    assert devices[toestel.device].ingetrokken_op


def test_a_device_is_revoked_with_a_reason_only(session: Session, centrale: Centrale) -> None:
    toestel = centrale.toestel()
    with pytest.raises(UserError, match="reden_ontbreekt"):
        trek_toestel_in(session, toestel.device, "  ")
    assert trek_toestel_in(session, toestel.device, "gestolen").reden == "gestolen"
    with pytest.raises(Geweigerd) as refused:
        _ = toestel.token
    assert refused.value.code == "toestel_ingetrokken"


def test_nobody_shuts_himself_out(session: Session) -> None:
    beeld = lees_beheer(session)
    with pytest.raises(UserError, match="eigen_account"):
        beeindig_account(session, beeld.eigen, "weg")
    with pytest.raises(UserError, match="eigen_toestel"):
        trek_toestel_in(session, beeld.eigen_toestel, "weg")


def test_a_code_is_given_once_and_can_be_withdrawn(session: Session, centrale: Centrale) -> None:
    code = maak_code(session, centrale.account().id)
    assert len(code.code) == 14
    beeld = lees_beheer(session)
    assert [one.id for one in beeld.codes] == [code.id]
    assert code.code not in str(beeld)
    assert trek_code_in(session, code.id) == ()
    with pytest.raises(UserError, match="aanmeldcode_onbekend"):
        trek_code_in(session, code.id)


def test_the_buurten_of_the_kaartpakket_go_to_the_centre(session: Session) -> None:
    assert session.kaart is not None
    loaded = stuur_buurten(session)
    assert {one.code for one in loaded} == {one.code for one in session.kaart.buurten}
    assert {one.naam for one in loaded} == {one.naam for one in session.kaart.buurten}
    with pytest.raises(UserError, match="buurten_ontbreken"):
        stuur_buurten(replace(session, kaart=None))


def test_acts_stand_in_the_audit_log_without_content(session: Session, centrale: Centrale) -> None:
    maak_account(session, invoer(session, naam="Geheime Naam"))
    maak_code(session, centrale.account().id)
    with session.store.read() as reader:
        lines = list(audit.lines(reader))
    assert [line["object_type"] for line in lines[-2:]] == ["account", "code"]
    assert "Geheime" not in str(lines)


def test_other_roles_hear_no_before_anything_is_asked(session: Session) -> None:
    boa = replace(session, actor=Actor("x", Rol.BOA))
    acts = [
        lambda: lees_beheer(boa), lambda: maak_account(boa, invoer(boa)), lambda: beeindig_account(boa, "x", "y"),
        lambda: maak_code(boa, "x"), lambda: trek_toestel_in(boa, "x", "y"), lambda: stuur_buurten(boa),
        lambda: lees_logboek(boa), lambda: trek_code_in(boa, "x"),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(UserError, match="geen_recht"):
            act()


def test_the_privacy_officer_reads_the_log_of_the_centre(plain: Session, centrale: Centrale) -> None:
    officer = meld_sessie_aan(plain, centrale, "Pim Privacy", Rol.PRIVACY)
    page = lees_logboek(officer)
    assert page.gebroken_bij == 0
    assert any(line.actie == "RAADPLEGEN" for line in lees_logboek(officer).regels)


def test_without_a_centre_nothing_is_asked(plain: Session) -> None:
    alone = replace(plain, actor=Actor("x", Rol.BEHEERDER))
    assert not heeft_centrale(alone)
    with pytest.raises(UserError, match="niet_aangemeld"):
        lees_beheer(alone)


def test_a_centre_that_is_away_is_an_environment_problem(tmp_path: Path) -> None:
    with start_centrale(tmp_path / "centrale") as centrale:
        session = meld_sessie_aan(make_session(tmp_path / "opslag"), centrale, "Bea", Rol.BEHEERDER)
    with pytest.raises(EnvironmentProblem, match="centrale_onbereikbaar"):
        lees_beheer(session)
    session.close()


def test_a_file_that_is_no_package_is_refused_and_nothing_written(session: Session, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "werk.boausb").write_bytes(b"geen pakket")
    with pytest.raises(UserError, match="usb_geen_pakket"):
        breng_usb(session, stick / "werk.boausb", stick / "antwoord.boa")
    assert [path.name for path in stick.iterdir()] == ["werk.boausb"]
    with pytest.raises(UserError, match="usb_onleesbaar"):
        breng_usb(session, stick / "weg.boausb", stick / "antwoord.boa")


def perioden(*given: tuple[str, str, str]) -> tuple[Rolperiode, ...]:
    return tuple(Rolperiode(*one) for one in given)


@pytest.mark.parametrize(
    ("before", "begin", "einde", "after"),
    [
        ((), DAG, None, (("boa", "2026-11-20", ""),)),
        (
            (("beleid", "2026-01-01", ""),), DAG, None,
            (("beleid", "2026-01-01", "2026-11-19"), ("boa", "2026-11-20", "")),
        ),
        ((("boa", "2026-01-01", ""),), date(2026, 1, 1), date(2026, 12, 31), (("boa", "2026-01-01", "2026-12-31"),)),
        (
            (("beleid", "2025-01-01", "2025-12-31"), ("boa", "2026-12-01", "")), DAG, date(2026, 12, 31),
            (("beleid", "2025-01-01", "2025-12-31"), ("boa", "2026-11-20", "2026-12-31")),
        ),
    ],
)  # fmt: skip
def test_a_role_takes_the_place_of_what_came_after_its_begin(
    before: tuple[tuple[str, str, str], ...], begin: date, einde: date | None, after: tuple[tuple[str, str, str], ...]
) -> None:
    asked = Accountinvoer("Sam", "boa", begin, einde)
    assert nieuwe_perioden(perioden(*before), asked, DAG) == perioden(*after)


def test_what_is_over_does_not_change_and_an_end_comes_after_its_begin() -> None:
    over = perioden(("boa", "2025-01-01", "2025-12-31"))
    with pytest.raises(UserError, match="rolperiode_verleden"):
        nieuwe_perioden(over, Accountinvoer("Sam", "boa", date(2025, 6, 1)), DAG)
    with pytest.raises(UserError, match="rolperiode_ongeldig"):
        nieuwe_perioden((), Accountinvoer("Sam", "boa", DAG, date(2026, 11, 19)), DAG)
    with pytest.raises(UserError, match="rol_ontbreekt"):
        nieuwe_perioden((), Accountinvoer("Sam", "", DAG), DAG)


def test_the_role_shown_is_that_of_today_else_the_next_else_the_last() -> None:
    def account(*given: tuple[str, str, str]) -> Account:
        return Account("a", "Sam", "actief", "", perioden(*given), None, "", 1, "", "", 0)

    both = (("boa", "2026-01-01", "2026-12-31"), ("beleid", "2027-01-01", ""))
    assert huidige_periode(account(*both), DAG) == Rolperiode(*both[0])
    assert huidige_periode(account(both[1]), DAG) == Rolperiode(*both[1])
    assert huidige_periode(account(both[0]), date(2028, 1, 1)) == Rolperiode(*both[0])
    assert huidige_periode(account(), DAG) is None
