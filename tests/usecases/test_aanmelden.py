"""Signing up: keys that stay here, an account that comes from the centre, and work from before that goes along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.roles import Rol
from boa_app.store import audit, meldingen, sync_stand
from boa_app.sync.transport import Transport
from boa_app.usecases.aanmelden import aanmeldstatus, meld_aan, sessie_van
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.opening import open_session
from boa_app.usecases.rondes import start_ronde, stop_ronde
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import run_sync, syncstand
from tests.apparaten import Opstelling, opstelling
from tests.centrale import OOST, start_centrale
from tests.samples import PASSPHRASE, SetClock, a_melding, load_lijsten, make_sample_session


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


@pytest.fixture
def los(tmp_path: Path) -> Iterator[Session]:
    """A store without a centre."""
    session = make_sample_session(tmp_path / "los", SetClock())
    yield session
    session.close()


def test_account_role_and_werkgebied_come_from_the_centre(veld: Opstelling) -> None:
    een = veld.apparaat(buurten=(OOST,))
    status = aanmeldstatus(een.session)
    assert (status.aangemeld, status.naam, status.rol, status.buurten) == (True, "Sam de Wit", "boa", (OOST,))
    assert status.vervalt_op is not None
    assert (status.vervalt_op - veld.clock()).days == 14
    actor = een.session.actor
    assert (actor.account, actor.rol, actor.buurten) == (veld.centrale.accounts["Sam de Wit"].id, Rol.BOA, {OOST})
    folder = een.session.store.folder
    een.session.close()
    een.session = open_session(folder, PASSPHRASE, load_lijsten(), veld.clock)
    assert een.session.actor == actor, "and so it is at the next start"


def test_work_from_before_goes_along_as_of_the_account(veld: Opstelling) -> None:
    made: list[str] = []

    def before(session: Session) -> None:
        start_ronde(session)
        made.append(register_melding(session, a_melding(veld.clock, lon=5.05, lat=52.02, feiten="Van eerder.")).uid)
        stop_ronde(session)

    een = veld.apparaat(before=before)
    record = toon_melding(een.session, made[0])
    assert record.gemaakt_door == een.session.actor.account
    bon = een.sync().bon
    assert bon.is_gelijk
    assert (bon.geweigerd, bon.nog_hier) == (0, 0)
    leider = veld.apparaat("Ina Bos", "teamleider", None)
    leider.sync()
    assert toon_melding(leider.session, made[0]).gemaakt_door == een.session.actor.account


def test_a_session_from_before_writes_in_the_name_of_the_account(veld: Opstelling) -> None:
    """A form that was open while the device signed up."""
    kept: list[Session] = []
    een = veld.apparaat(before=kept.append)
    uid = register_melding(kept[0], a_melding(veld.clock, lon=5.05, lat=52.02)).uid
    assert toon_melding(een.session, uid).gemaakt_door == een.session.actor.account
    assert een.sync().bon.geweigerd == 0


def test_the_private_keys_never_leave_the_store(veld: Opstelling) -> None:
    sent: list[bytes] = []

    class Listening(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(bytes(str(request.url), "ascii") + request.read())
            return super().handle_request(request)

    session = make_sample_session(veld.folder / "luister", veld.clock)
    line = Transport(veld.centrale.url, inner=Listening())
    meld_aan(session, veld.centrale.url, veld.centrale.code(), transport=line)
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
        assert audit.check_chain(reader) is None
    assert known is not None
    for key in (known.toestel.teken_sleutel, known.toestel.uitwissel_sleutel):
        assert len(key) == 64
        assert not any(key.encode() in body for body in sent)
    session.close()


def test_a_lost_answer_is_asked_again_with_the_same_code(veld: Opstelling) -> None:
    class Losing(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            super().handle_request(request).read()
            raise httpx.ReadError("lost")

    session = make_sample_session(veld.folder / "verlies", veld.clock)
    code = veld.centrale.code()
    with pytest.raises(EnvironmentProblem, match="verbinding_verbroken"):
        line = Transport(veld.centrale.url, inner=Losing(), again_s=())
        meld_aan(session, veld.centrale.url, code, transport=line)
    assert not aanmeldstatus(session).aangemeld
    assert meld_aan(session, veld.centrale.url, code).aangemeld
    session.close()


def test_what_cannot_be_is_refused(veld: Opstelling, los: Session) -> None:
    url = veld.centrale.url
    for code, given in (("code_onjuist", "  "), ("code_onjuist", "AAAA-BBBB-CCCC")):
        with pytest.raises(UserError, match=code):
            meld_aan(los, url, given)
    for code, address in (("adres_ongeldig", "centrale"), ("adres_onveilig", "http://centrale.example")):
        with pytest.raises(UserError, match=code):
            meld_aan(los, address, "A")
    used = veld.centrale.code()
    meld_aan(los, url, used)
    with pytest.raises(UserError, match="al_aangemeld"):
        meld_aan(los, url, veld.centrale.code())
    other = make_sample_session(veld.folder / "ander", veld.clock)
    with pytest.raises(UserError, match="code_onjuist"):
        meld_aan(other, url, used)
    other.close()


def test_example_data_go_to_no_real_centre(los: Session) -> None:
    los.store.meta = replace(los.store.meta, voorbeeld=True)
    with pytest.raises(UserError, match="voorbeeld_niet_aanmelden"):
        meld_aan(los, "https://centrale.example", "A")


def test_a_centre_of_another_municipality_takes_an_empty_store_only(veld: Opstelling, los: Session) -> None:
    for store in (los.store,):
        store.meta = replace(store.meta, gemeente_code="GM0001", gemeente_naam="Elders")
    with pytest.raises(UserError, match="gemeente_anders"):
        meld_aan(los, veld.centrale.url, veld.centrale.code())
    empty = replace(los, kaart=None)
    meld_aan(empty, veld.centrale.url, veld.centrale.code())
    assert (los.store.meta.gemeente_code, los.store.meta.gemeente_naam) == ("GM0353", "IJsselstein")
    uid = register_melding(sessie_van(empty), a_melding(SetClock())).uid
    with los.store.read() as reader:
        assert (
            reader.db.conn.execute("SELECT gemeente_code FROM meldingen WHERE uid = ?", [uid]).fetchone()[0] == "GM0353"
        )


def test_another_centre_gets_all_that_the_first_one_took(veld: Opstelling) -> None:
    een = veld.apparaat()
    uid = een.meld()
    een.sync()
    een.session.store.write_now(sync_stand.revoke)
    with start_centrale(veld.folder / "tweede", veld.clock) as second:
        meld_aan(een.session, second.url, second.code("Sam de Wit", "boa", (OOST,)))
        een.session = sessie_van(een.session)
        assert syncstand(een.session).onverzonden == 1
        run_sync(een.session)
        assert second.db.execute("SELECT 1 FROM records WHERE uid = %s", [uid])
    with een.session.store.read() as reader:
        assert meldingen.get_melding(reader, uid) is not None
