"""Rounds that go wrong: whatever is lost, cut, stopped or changed halfway, the next round makes both sides equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.roles import Rol
from boa_app.server import toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.dienst import TERUGGEZET
from boa_app.server.instellingen import write_extra
from boa_app.server.oidc import Identiteitsprovider
from boa_app.server.opschoning import schoon_op
from boa_app.store import meldingen, rijen, sync_blad, sync_stand, sync_uit
from boa_app.store.session import Reader
from boa_app.sync.protocol import MAX_PUSH, SCHEMA_VERSION
from boa_app.usecases.aanmelden import aanmeldstatus
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.opening import open_session
from boa_app.usecases.synchroniseren import Voortgang, laatste_bon, onderhoud, run_sync, syncstand
from boa_app.usecases.syncmaat import Pakketmaat
from tests.apparaten import Apparaat, Opstelling, opstelling
from tests.centrale import GEMEENTE, IN_WEST, OOST, WEST
from tests.identiteitsprovider import CLIENT, start_provider
from tests.samples import PASSPHRASE, SetClock, load_lijsten

ROUND = 8


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


class Crash(BaseException):
    """The process ends here."""


class Trouble(httpx.BaseTransport):
    """Lets requests through but the one of this number: that, or its answer, is spoilt."""

    def __init__(self, number: int, spoil: Callable[[httpx.BaseTransport, httpx.Request], httpx.Response]) -> None:
        self._inner, self._number, self._spoil = httpx.HTTPTransport(), number, spoil
        self.seen: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.seen.append(request.url.path)
        if len(self.seen) - 1 == self._number:
            return self._spoil(self._inner, request)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def lost(inner: httpx.BaseTransport, request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("lost")


def answer_lost(inner: httpx.BaseTransport, request: httpx.Request) -> httpx.Response:
    inner.handle_request(request).read()
    raise httpx.ReadTimeout("answer lost")


def crash(inner: httpx.BaseTransport, request: httpx.Request) -> httpx.Response:
    inner.handle_request(request).read()
    raise Crash


def cut(part: float) -> Callable[[httpx.BaseTransport, httpx.Request], httpx.Response]:
    """The answer breaks off after this part of its bytes, and the line does not say so."""

    def spoil(inner: httpx.BaseTransport, request: httpx.Request) -> httpx.Response:
        response = inner.handle_request(request)
        body = b"".join(response.iter_raw())
        response.close()
        headers = [(name, value) for name, value in response.headers.raw if name.lower() != b"content-length"]
        return httpx.Response(
            response.status_code, headers=headers, stream=httpx.ByteStream(body[: int(len(body) * part)])
        )

    return spoil


def _records(reader: Reader) -> list[tuple[object, ...]]:
    sql = "SELECT uid, ernst, feiten, groepsgrootte, status, tekst_verdacht FROM meldingen ORDER BY uid"
    return list(reader.db.conn.execute(sql))


def _state(device: Apparaat) -> list[tuple[object, ...]]:
    with device.session.store.read() as reader:
        return _records(reader)


def _work(veld: Opstelling, een: Apparaat, ander: Apparaat, old: str, number: int) -> None:
    """New work of both: that of the other is at the centre, that of the first still here."""
    veld.clock.forward(minutes=20)
    ander.meld(feiten=f"Muziek op het plein, {number}.")
    ander.sync()
    een.meld(feiten=f"Groep bij de bank, {number}.")
    wijzig_melding(een.session, old, {"ernst": str(1 + number % 4), "groepsgrootte": f"G{1 + number % 3}"})


def _settle(een: Apparaat, ander: Apparaat) -> None:
    """After the trouble one round of each makes all equal: nothing missing, nothing double, no false conflict."""
    bon = een.sync().bon
    assert bon.is_gelijk, (bon.status, bon.regels)
    ander.sync()
    assert een.sync().bon.is_gelijk
    assert _state(een) == _state(ander)
    with een.session.store.read() as reader:
        assert sync_uit.count_unsent(reader) == 0
        assert reader.db.conn.execute("SELECT count(*) - count(DISTINCT change_id) FROM changes").fetchone()[0] == 0
    assert syncstand(een.session).conflicten == syncstand(ander.session).conflicten == 0


@pytest.mark.parametrize(
    "spoil",
    [lost, answer_lost, cut(0.0), cut(0.5), cut(0.97)],
    ids=["lost", "answer lost", "cut at once", "cut halfway", "cut late"],
)
def test_a_line_that_fails_at_any_message_loses_and_doubles_nothing(
    veld: Opstelling, spoil: Callable[[httpx.BaseTransport, httpx.Request], httpx.Response]
) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    old = een.meld(ernst="1")
    veld.sync_all()
    failed = 0
    for number in range(ROUND):
        _work(veld, een, ander, old, number)
        line = Trouble(number, spoil)
        try:
            een.sync(line)
            assert number >= len(line.seen), "the trouble passed unnoticed"
        except EnvironmentProblem as problem:
            failed += 1
            bon = laatste_bon(een.session)
            assert bon is not None
            assert (bon.status, bon.code) == (BonStatus.ONDERBROKEN, problem.code)
        _settle(een, ander)
        assert len(_state(een)) == 3 + 2 * number
    assert failed >= 6, "each message of a round met its trouble"


def test_a_process_that_ends_at_any_message_goes_on_at_the_next_start(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    old = een.meld(ernst="1")
    veld.sync_all()
    crashed = 0
    for number in range(ROUND):
        _work(veld, een, ander, old, number)
        line = Trouble(number, crash)
        try:
            een.sync(line)
            assert number >= len(line.seen)
        except Crash:
            crashed += 1
            folder, kaart, plaatsen = een.session.store.folder, een.session.kaart, een.session.plaatsen
            een.session.close()
            opened = open_session(folder, PASSPHRASE, load_lijsten(), een.clock)
            een.session = replace(opened, kaart=kaart, plaatsen=plaatsen)
        _settle(een, ander)
        assert len(_state(een)) == 3 + 2 * number
    assert crashed >= 6


def test_a_round_goes_over_one_connection_in_few_messages(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    line = Trouble(-1, lost)
    een.meld()
    een.sync(line)
    assert line.seen == [f"/v1/{name}" for name in ("stand", "push", "pull", "bon")], "the token still held"


@pytest.mark.parametrize("steps", [1, 2, 4, 6])
def test_stopping_at_any_step_leaves_everything_whole(veld: Opstelling, steps: int) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    old = een.meld(ernst="1")
    veld.sync_all()
    _work(veld, een, ander, old, 2)
    told: list[Voortgang] = []
    try:
        een.sync(progress=told.append, cancelled=lambda: len(told) >= steps)
    except UserError as stopped:
        assert stopped.code == "sync_afgebroken"
    _settle(een, ander)
    assert len(_state(een)) == 3


def test_only_one_round_at_a_time(veld: Opstelling) -> None:
    een = veld.apparaat()
    seen: list[str] = []

    def again(_: Voortgang) -> None:
        if not seen:
            with pytest.raises(UserError) as refused:
                run_sync(een.session)
            seen.append(refused.value.code)

    een.sync(progress=again)
    assert seen == ["sync_loopt"]


def test_a_save_goes_on_while_a_round_runs(veld: Opstelling) -> None:
    een = veld.apparaat()
    made: list[str] = []
    een.sync(progress=lambda _: made.append(een.meld()))
    assert made
    assert syncstand(een.session).onverzonden + len(_state(een)) >= len(made)
    een.sync()
    assert syncstand(een.session).onverzonden == 0


def test_answers_are_taken_over_in_parts_a_save_can_wait_for_and_a_crash_between_them_loses_nothing(
    veld: Opstelling,
) -> None:
    een = veld.apparaat()
    for _ in range(MAX_PUSH // 2):
        een.meld()
    parts: list[int] = []

    def stop_between(step: Voortgang) -> None:
        if step.stap == "sturen" and step.gedaan:
            parts.append(step.gedaan)
            if len(parts) == 1:
                raise Crash

    with pytest.raises(Crash):
        een.sync(progress=stop_between)
    left = syncstand(een.session).onverzonden
    assert 0 < left < MAX_PUSH // 2, "the first part stands, the rest is sent again"
    bon = een.sync(progress=stop_between).bon
    assert bon.is_gelijk and syncstand(een.session).onverzonden == 0
    with een.session.store.read() as reader:
        told = reader.db.conn.execute("SELECT reden_tekst FROM audit WHERE reden_code = 'VERZONDEN'").fetchall()
    assert sum(int(count) for (count,) in told) >= MAX_PUSH // 2
    assert max(int(count) for (count,) in told) <= MAX_PUSH // 4


def test_a_narrower_werkgebied_takes_the_others_records_away(veld: Opstelling) -> None:
    een, ander = veld.apparaat(buurten=(OOST, WEST)), veld.apparaat("Noor Vos", buurten=(OOST, WEST))
    west = ander.meld(lon=IN_WEST[0], lat=IN_WEST[1])
    east = ander.meld()
    veld.sync_all()
    own = een.meld(lon=IN_WEST[0], lat=IN_WEST[1])
    veld.centrale.wijzig("Sam de Wit", buurten=(OOST,))
    result = een.sync()
    assert result.actor_gewijzigd
    assert result.changes.alles
    assert een.session.actor.buurten == {OOST}
    held = {row[0] for row in _state(een)}
    assert held == {east, own}, "his own work was sent first and stays; the other's in West goes"
    veld.centrale.wijzig("Sam de Wit", buurten=(OOST, WEST))
    een.sync()
    assert {row[0] for row in _state(een)} == {east, own, west}


def test_another_role_is_taken_over_from_the_centre(veld: Opstelling) -> None:
    een = veld.apparaat()
    uid = een.meld(feiten="Groep bij de bank.")
    een.sync()
    assert een.session.actor.rol is Rol.BOA
    veld.centrale.wijzig("Sam de Wit", rol="teamleider", buurten=None)
    assert een.sync().actor_gewijzigd
    assert (een.session.actor.rol, aanmeldstatus(een.session).rol) == (Rol.TEAMLEIDER, "teamleider")
    assert [row[0] for row in _state(een)] == [uid]
    assert not een.sync().actor_gewijzigd


def test_a_purge_is_carried_out_and_confirmed_also_of_unsent_work(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Ina Bos", "teamleider", None)
    uid = een.meld(feiten="Iets dat weg moet.")
    veld.sync_all()
    wijzig_melding(ander.session, uid, {"ernst": "3"})
    with veld.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
        schoon_op(beurt, [("melding", uid)], (), "handmatig", MACHINE, veld.clock())
    veld.sync_all()
    for device in (een, ander):
        assert _state(device) == []
        with device.session.store.read() as reader:
            values = reader.db.conn.execute("SELECT DISTINCT value FROM changes WHERE uid = ?", [uid]).fetchall()
        assert {value for (value,) in values} <= {"{}", "null"}
    confirmed = veld.centrale.db.execute("SELECT device FROM opschoning_toestel", [])
    assert {row["device"] for row in confirmed} == {device.session.store.meta.device for device in veld.devices}


def test_a_revoked_device_loses_its_key_and_keeps_its_outbox(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld(feiten="Nog niet verstuurd.")
    toestellen.trek_in(veld.centrale.db, een.session.store.meta.device, "verloren", MACHINE, veld.clock())
    folder = een.session.store.folder
    result = een.sync()
    assert (result.bon.status, result.bon.code) == (BonStatus.INGETROKKEN, "toestel_ingetrokken")
    assert not (folder / "sleutel.json").exists()
    assert list((folder / "uitgaand").iterdir()), "what was not sent lies sealed"
    with pytest.raises(BoaError):
        open_session(folder, PASSPHRASE, load_lijsten(), veld.clock)


@pytest.mark.parametrize(("ahead_s", "told_s"), [(0, 0), (30, 0), (900, 900), (-7200, -7200)])
def test_a_clock_that_is_wrong_is_told(veld: Opstelling, ahead_s: int, told_s: int) -> None:
    een = veld.apparaat()
    right = veld.clock
    object.__setattr__(veld.centrale.dienst, "clock", lambda: right() - timedelta(seconds=ahead_s))
    een.sync()
    assert syncstand(een.session).klok_afwijking_s == told_s


def test_a_program_that_is_too_old_sends_and_fetches_nothing(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    ander.meld()
    ander.sync()
    een.meld()
    object.__setattr__(veld.centrale.dienst, "min_schema", SCHEMA_VERSION + 1)
    bon = een.sync().bon
    assert (bon.status, bon.nog_hier, len(_state(een))) == (BonStatus.ALLEEN_GESTUURD, 0, 1)
    object.__setattr__(veld.centrale.dienst, "min_schema", 1)
    assert een.sync().bon.status is BonStatus.GELUKT
    assert len(_state(een)) == 2


def test_a_token_that_ended_is_renewed_by_itself(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    with een.session.store.read() as reader:
        kept = sync_stand.get(reader, "token")
    spoilt = {**kept, "token": "x" * 40}
    een.session.store.write_now(lambda w: sync_stand.put(w, "token", spoilt))
    assert een.sync().bon.is_gelijk
    veld.clock.forward(minutes=20)
    assert een.sync().bon.is_gelijk


def test_one_change_that_spoils_a_message_does_not_hold_up_the_others(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    uids = [een.meld() for _ in range(5)]
    een.session.store.write_now(
        lambda w: w.db.conn.execute("UPDATE changes SET device = ? WHERE uid = ?", ["x" * 70_000, uids[2]])
    )
    bon = een.sync().bon
    assert (bon.nog_hier, bon.geweigerd) == (0, 1)
    assert {line.naam: line.hier for line in bon.regels}["melding"] == 4


def test_after_two_weeks_without_contact_what_was_synced_goes_and_comes_back(veld: Opstelling) -> None:
    een = veld.apparaat()
    synced = een.meld()
    een.sync()
    veld.clock.forward(days=10)
    assert not onderhoud(een.session).alles
    unsent = een.meld()
    een.session.store.write_now(lambda w: sync_stand.put(w, "klok", None))
    veld.clock.forward(days=5)
    assert onderhoud(een.session).alles
    assert [row[0] for row in _state(een)] == [unsent]
    een.sync()
    assert {row[0] for row in _state(een)} == {synced, unsent}


def test_a_large_first_state_comes_in_whole(veld: Opstelling) -> None:
    een = veld.apparaat()
    for number in range(60):
        een.meld(ernst=str(1 + number % 4))
    een.sync()
    leider = veld.apparaat("Ina Bos", "teamleider", None)
    told: list[Voortgang] = []
    bon = leider.sync(progress=told.append).bon
    assert bon.is_gelijk
    assert bon.beginstand >= 60
    assert [step.stap for step in told][:1] == ["contact"]
    assert max(step.gedaan for step in told if step.stap == "ophalen") == bon.beginstand
    with leider.session.store.read() as reader:
        assert meldingen.count(reader) == 60


def test_after_a_restore_at_the_centre_confirmed_work_is_sent_again(tmp_path: Path) -> None:
    """The centre of the backup knows the devices and nothing of what they sent since."""
    clock = SetClock()
    with opstelling(tmp_path, clock) as veld:
        een = veld.apparaat()
        before = een.meld(feiten="Van voor de reservekopie.")
        een.sync()
        changes = veld.centrale.db.execute("SELECT count(*) AS n FROM changes", [])[0]["n"]
        after = een.meld(feiten="Van erna.")
        een.sync()
        _put_back(veld, after)
        assert veld.centrale.db.execute("SELECT count(*) AS n FROM changes", [])[0]["n"] == changes
        bon = een.sync().bon
        assert bon.is_gelijk, bon.regels
        assert {row[0] for row in _state(een)} == {before, after}
        leider = veld.apparaat("Ina Bos", "teamleider", None)
        leider.sync()
        assert {row[0] for row in _state(leider)} == {before, after}


def _put_back(veld: Opstelling, uid: str) -> None:
    """What a restore does: records of after the backup are unknown, every epoch is higher, devices are told."""
    db, code = veld.centrale.db, GEMEENTE.code
    with db.transaction():
        for table in ("changes", "records"):
            db.execute(f"DELETE FROM {table} WHERE gemeente_code = %s AND uid = %s", [code, uid])
        db.execute("UPDATE accounts SET epoch = epoch + 1000 WHERE gemeente_code = %s", [code])
        write_extra(db, TERUGGEZET, "terug-1")


def test_a_person_signs_in_where_the_municipality_asks_for_it(tmp_path: Path) -> None:
    with start_provider() as provider, opstelling(tmp_path) as veld:
        een = veld.apparaat()
        provider.clock = veld.clock
        own = Identiteitsprovider(provider.url, CLIENT, veld.clock)
        object.__setattr__(veld.centrale.dienst, "oidc", own)
        een.meld()
        refused = een.sync().bon
        assert (refused.status, refused.code, refused.nog_hier) == (BonStatus.AANMELDEN, "oidc_nodig", 1)
        assert een.sync(open_browser=provider.browser).bon.is_gelijk
        een.meld()
        assert een.sync().bon.is_gelijk, "it holds for a shift"
        veld.clock.forward(hours=13)
        assert een.sync().bon.status is BonStatus.AANMELDEN
        provider.user = "iemand-anders"
        other = een.sync(open_browser=provider.browser).bon
        assert (other.status, other.code) == (BonStatus.MISLUKT, "oidc_ander_account")


def test_after_a_broken_line_one_round_still_sends_everything(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    for _ in range(25):
        een.meld()
    een.session.store.write_now(lambda w: sync_stand.put(w, Pakketmaat.NAAM, 10))
    bon = een.sync().bon
    assert bon.nog_hier == 0
    assert bon.is_gelijk, bon


def test_a_device_whose_revocation_was_cut_off_loses_its_key_at_the_next_opening(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    folder = een.session.store.folder
    # The centre said so, and the process ended before the key was gone.
    een.session.store.write_now(sync_stand.revoke)
    with pytest.raises(UserError) as told:
        onderhoud(een.session)
    assert told.value.code == "toestel_ingetrokken"
    assert not (folder / "sleutel.json").exists()
    assert list((folder / "uitgaand").glob("*.boaz"))


def test_taking_off_what_was_synced_goes_on_where_it_was_cut_off(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.meld()
    een.sync()
    een.session.store.write_now(lambda w: sync_stand.keep_cursor(w, None))  # and the process ended
    een.session.store.write_now(lambda w: sync_stand.put(w, "klok", None))
    veld.clock.forward(days=15)
    assert onderhoud(een.session).alles
    assert _state(een) == []
    assert not onderhoud(een.session).alles, "there is nothing left to take"


def test_opening_after_an_upgrade_makes_rows_of_what_could_only_be_kept(
    veld: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = veld.apparaat()
    uid = een.meld()
    een.sync()
    # A row an older version could not make.
    een.session.store.write_now(lambda w: rijen.drop_row(w, "melding", uid))
    een.session.store.write_now(lambda w: rijen.wait(w, "melding", uid))
    assert _state(een) == []
    monkeypatch.setattr(sync_blad, "SCHEMA_VERSION", sync_blad.SCHEMA_VERSION + 1)
    assert uid in onderhoud(een.session).meldingen
    assert [row[0] for row in _state(een)] == [uid]
