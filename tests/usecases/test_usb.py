"""Syncing by hand, end to end: a real store, a real file, a real centre, and no line between them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.foto import Werkfoto
from boa_app.store import sync_stand, sync_weg
from boa_app.usecases import fotos as photos
from boa_app.usecases.fotos import FotoDoel
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.synchroniseren import laatste_bon, syncstand
from boa_app.usecases.usb import lees_antwoord, schrijf_usb, usbstand
from tests.apparaten import Apparaat, Opstelling, opstelling
from tests.samples import SetClock, make_sample_session


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def breng(device: Apparaat, stick: Path, carrier: Apparaat | None = None) -> Path:
    """Somebody takes the file to the centre; gives where the answer is."""
    with token_client(carrier or device) as client:
        response = client.post("/v1/usb", content=stick.read_bytes())
    assert response.status_code == 200, response.text
    answer = stick.with_name("antwoord.boaz-antwoord")
    answer.write_bytes(response.content)
    return answer


def token_client(device: Apparaat):  # type: ignore[no-untyped-def]
    """A line of the carrier to the centre, with a bearer his device signed for."""
    import httpx

    from boa_app.server import aanmelden
    from boa_app.sync.protocol import TokenVraag, signing_text
    from boa_app.vault.zegel import sign

    with device.session.store.read() as reader:
        found = sync_stand.find_toestel(reader)
    assert found is not None
    own, dienst = found.toestel, device.centrale.dienst
    nonce = aanmelden.geef_uitdaging(dienst).nonce
    signature = sign(own.teken_sleutel, signing_text(own.centrale, own.device, nonce))
    token = aanmelden.vraag_token(dienst, TokenVraag(own.device, nonce, signature)).token
    return httpx.Client(base_url=device.centrale.url, headers={"Authorization": f"Bearer {token}"}, timeout=30)


def a_photo(device: Apparaat, melding: str) -> None:
    werk = Werkfoto(bytes([200, 30, 40]) * (80 * 60), 80, 60)
    photos.voeg_foto_toe(device.session, werk, (), FotoDoel(melding=melding), nagekeken=True)


def test_work_goes_out_and_new_records_come_back_without_a_line(veld: Opstelling, tmp_path: Path) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    ander.sync()
    een.sync()
    theirs = ander.meld(feiten="Groep bij de bank.")
    ander.sync()
    mine = een.meld(feiten="Groep bij het plein.")
    written = schrijf_usb(een.session, tmp_path / "werk.boaz")
    assert (written.wijzigingen, written.fotos, written.wijzigingen_over) == (1, 0, 0)
    assert syncstand(een.session).onverzonden == 1, "nothing counts as sent before the answer"
    result = lees_antwoord(een.session, breng(een, written.bestand))
    assert result.bon.is_gelijk, result.bon
    assert {line.naam: (line.hier, line.centrale) for line in result.bon.regels} == {
        "melding": (1, 1), "opgehaald": (1, 1), "fotos": (0, 0),
    }  # fmt: skip
    assert result.bon.controlegetal == result.bon.controlegetal_centrale
    assert result.changes.meldingen >= {theirs}
    assert toon_melding(een.session, theirs).melding.feiten == "Groep bij de bank."
    assert syncstand(een.session).onverzonden == 0
    assert laatste_bon(een.session) == result.bon
    ander.sync()
    assert toon_melding(ander.session, mine).melding.feiten == "Groep bij het plein."


def test_a_device_that_never_synced_gets_its_first_state_by_hand(veld: Opstelling, tmp_path: Path) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    theirs = een.meld()
    een.sync()
    own = ander.meld()
    result = lees_antwoord(ander.session, breng(ander, schrijf_usb(ander.session, tmp_path / "w.boaz").bestand))
    assert result.bon.is_gelijk, result.bon
    assert result.bon.beginstand > 0
    assert toon_melding(ander.session, theirs)
    assert toon_melding(ander.session, own)
    assert ander.sync().bon.beginstand == 0, "the line goes on where the stick ended"


def test_photos_go_along(veld: Opstelling, tmp_path: Path) -> None:
    een, ander = veld.apparaat(), veld.apparaat(rol="boa")
    een.sync()
    uid = een.meld()
    a_photo(een, uid)
    written = schrijf_usb(een.session, tmp_path / "w.boaz")
    assert written.fotos == 1
    result = lees_antwoord(een.session, breng(een, written.bestand))
    assert result.bon.is_gelijk, result.bon
    assert result.bon.fotos_nog_hier == 0
    ander.sync()
    assert syncstand(ander.session).fotos_volgen == 0
    assert len(photos.miniaturen(ander.session, uid)) == 1


def test_a_file_brought_twice_and_an_answer_read_twice_change_nothing(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    stick = schrijf_usb(een.session, tmp_path / "w.boaz").bestand
    first = lees_antwoord(een.session, breng(een, stick))
    wijzig_melding(een.session, uid, {"ernst": "3"})
    again = lees_antwoord(een.session, breng(een, stick))
    assert (again.bon.nr, [r.is_gelijk for r in again.bon.regels]) == (first.bon.nr, [True, True])
    assert again.bon.nog_hier == 1, "the edit after it is still to be sent"
    assert een.sync().bon.is_gelijk
    (row,) = een.centrale.db.execute("SELECT count(*) AS n FROM changes WHERE uid = %s AND field = '*'", [uid])
    ids = een.centrale.db.execute("SELECT DISTINCT change_id FROM changes WHERE uid = %s AND field = '*'", [uid])
    assert row["n"] >= 1 and len(ids) == 1


def test_work_that_went_over_the_line_meanwhile_is_not_doubled(veld: Opstelling, tmp_path: Path) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    een.sync()
    een.meld()
    answer = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    ander.meld()
    ander.sync()
    een.sync()
    before = cursor(een)
    result = lees_antwoord(een.session, answer)
    assert cursor(een) == before, "an overtaken answer moves nothing back"
    assert result.bon.status is BonStatus.GELUKT
    assert een.sync().bon.is_gelijk


def cursor(device: Apparaat) -> int | None:
    with device.session.store.read() as reader:
        found = sync_stand.find_toestel(reader)
    assert found is not None
    return found.cursor


def test_an_answer_of_a_centre_that_was_put_back_has_the_rest_sent_again(veld: Opstelling, tmp_path: Path) -> None:
    from boa_app.server.dienst import TERUGGEZET
    from boa_app.server.instellingen import write_extra

    een = veld.apparaat()
    een.meld()
    een.sync()
    een.meld()
    stick = schrijf_usb(een.session, tmp_path / "w.boaz").bestand
    write_extra(veld.centrale.db, TERUGGEZET, "backup van gisteren")
    result = lees_antwoord(een.session, breng(een, stick))
    assert result.bon.nog_hier == 1, "what was sent before is unsent again, what came by hand is there"
    assert een.sync().bon.is_gelijk


def test_an_answer_from_before_the_centre_was_put_back_confirms_nothing(veld: Opstelling, tmp_path: Path) -> None:
    """It says that the centre has what it lost since: that work must go out again all the same."""
    from boa_app.server.dienst import TERUGGEZET
    from boa_app.server.instellingen import write_extra

    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    answer = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    db = veld.centrale.db
    with db.transaction():
        for table in ("changes", "records"):
            db.execute(f"DELETE FROM {table} WHERE uid = %s", [uid])
        write_extra(db, TERUGGEZET, "backup van gisteren")
    veld.clock.forward(minutes=5)
    stop_after_the_stand(een)
    with pytest.raises(UserError) as told:
        lees_antwoord(een.session, answer)
    assert told.value.code == "usb_antwoord_verlopen"
    assert syncstand(een.session).onverzonden == 1
    assert een.sync().bon.is_gelijk
    assert db.execute("SELECT 1 FROM records WHERE uid = %s", [uid])


def stop_after_the_stand(device: Apparaat) -> None:
    """A round that heard how the centre stands, and then the line broke."""
    import httpx

    class Breaking(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith("/push"):
                raise httpx.ConnectError("lost")
            return super().handle_request(request)

    with pytest.raises(EnvironmentProblem):
        device.sync(Breaking())


def test_what_does_not_fit_in_one_answer_is_told(
    veld: Opstelling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boa_app.server import usb

    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    ander.meld()
    ander.sync()
    uid = een.meld()
    monkeypatch.setattr(usb, "_MAX_PAGES_BYTES", 10)
    result = lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand))
    assert result.bon.code == "usb_beginstand_te_groot"
    assert (result.bon.nog_hier, cursor(een)) == (0, None)
    assert toon_melding(een.session, uid)
    assert een.sync().bon.is_gelijk
    ander.meld()
    ander.sync()
    veld.clock.forward(minutes=1)
    result = lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w2.boaz").bestand))
    assert result.bon.code == "usb_meer_klaar"
    monkeypatch.undo()
    veld.clock.forward(minutes=1)
    result = lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w3.boaz").bestand))
    assert result.bon.code == ""


def purge(veld: Opstelling, uid: str) -> None:
    from boa_app.server.audit import MACHINE
    from boa_app.server.opschoning import schoon_op
    from tests.centrale import GEMEENTE

    with veld.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
        schoon_op(beurt, [("melding", uid)], (), "handmatig", MACHINE, veld.clock())


def confirmed(veld: Opstelling) -> list[str]:
    return [row["device"] for row in veld.centrale.db.execute("SELECT device FROM opschoning_toestel")]


def test_purge_orders_come_and_are_confirmed_by_hand(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    een.sync()
    purge(veld, uid)
    lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand))
    with pytest.raises(UserError):
        toon_melding(een.session, uid)
    assert confirmed(veld) == []
    veld.clock.forward(minutes=1)
    lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w2.boaz").bestand))
    assert confirmed(veld) == [een.session.store.meta.device]
    with een.session.store.read() as reader:
        assert sync_weg.done_orders(reader) == ()


def test_an_old_answer_does_not_bring_back_what_went(veld: Opstelling, tmp_path: Path) -> None:
    """The pages of an answer only follow on the cursor they were made for."""
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    een.sync()
    old = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    uid = ander.meld()
    ander.sync()
    een.sync()
    veld.centrale.wijzig("Sam de Wit", buurten=("BU03530002",))
    een.sync()
    lees_antwoord(een.session, old)
    with pytest.raises(UserError):
        toon_melding(een.session, uid)


def test_who_may_bring_the_file_of_another(veld: Opstelling, tmp_path: Path) -> None:
    een, boa = veld.apparaat(), veld.apparaat("Noor Vos")
    leider = veld.apparaat("Els Bos", "teamleider", None)
    een.meld()
    stick = schrijf_usb(een.session, tmp_path / "w.boaz").bestand
    with token_client(boa) as client:
        response = client.post("/v1/usb", content=stick.read_bytes())
    assert (response.status_code, response.json()["code"]) == (403, "usb_niet_van_u")
    assert lees_antwoord(een.session, breng(een, stick, leider)).bon.is_gelijk


def test_the_answer_for_another_device_is_refused(veld: Opstelling, tmp_path: Path) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    answer = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    with pytest.raises(UserError, match="usb_ander_toestel"):
        lees_antwoord(ander.session, answer)
    with pytest.raises(UserError, match="usb_ander_toestel"):
        lees_antwoord(een.session, tmp_path / "w.boaz")


def test_nobody_can_forge_an_answer(veld: Opstelling, tmp_path: Path) -> None:
    """Whoever knows the public key of a device could else make it believe that its work had arrived."""
    from boa_app.sync.usb import PURPOSE_ANSWER, unpack_terug
    from boa_app.vault.zegel import generate_keypair, open_with, public_of, seal_to

    een = veld.apparaat()
    een.meld()
    answer = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    with een.session.store.read() as reader:
        found = sync_stand.find_toestel(reader)
    assert found is not None and found.stand is not None
    own = found.toestel
    package = open_with(own.uitwissel_sleutel, answer.read_bytes(), PURPOSE_ANSWER, found.stand.uitwissel_sleutel)
    assert unpack_terug(package).device == own.device
    forger = generate_keypair()
    answer.write_bytes(seal_to(public_of(own.uitwissel_sleutel), package, PURPOSE_ANSWER, forger.prive))
    with pytest.raises(UserError, match="usb_beschadigd"):
        lees_antwoord(een.session, answer)
    assert syncstand(een.session).onverzonden == 1


def test_the_file_of_a_revoked_device_is_refused_at_the_centre(veld: Opstelling, tmp_path: Path) -> None:
    from boa_app.server import toestellen
    from boa_app.server.audit import MACHINE

    een, leider = veld.apparaat(), veld.apparaat("Els Bos", "teamleider", None)
    een.meld()
    stick = schrijf_usb(een.session, tmp_path / "w.boaz").bestand
    toestellen.trek_in(veld.centrale.db, een.session.store.meta.device, "gestolen", MACHINE, veld.clock())
    with token_client(leider) as client:
        response = client.post("/v1/usb", content=stick.read_bytes())
    assert (response.status_code, response.json()["code"]) == (401, "toestel_ingetrokken")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "usb_geen_antwoord"), (b"zomaar een bestand", "usb_geen_antwoord"), (b"BOAZ", "usb_beschadigd"),
     (b"BOAZ\x09" + bytes(200), "usb_nieuwer_antwoord")],
)  # fmt: skip
def test_what_is_no_answer_is_told_apart(veld: Opstelling, tmp_path: Path, content: bytes, code: str) -> None:
    een = veld.apparaat()
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(UserError, match=code):
        lees_antwoord(een.session, tmp_path / "a")


def test_files_that_cannot_be_had(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    with pytest.raises(UserError, match="usb_onleesbaar"):
        lees_antwoord(een.session, tmp_path / "weg")
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt"):
        schrijf_usb(een.session, tmp_path / "geen map" / "w.boaz")
    with pytest.raises((UserError, EnvironmentProblem)):
        schrijf_usb(een.session, tmp_path)
    assert not list(tmp_path.glob("*.nieuw"))


def test_without_a_centre(tmp_path: Path) -> None:
    session = make_sample_session(tmp_path / "los", SetClock())
    try:
        assert not usbstand(session).aangemeld
        (tmp_path / "a").write_bytes(b"x")
        for attempt in (
            lambda: schrijf_usb(session, tmp_path / "w.boaz"), lambda: lees_antwoord(session, tmp_path / "a"),
        ):  # fmt: skip
            with pytest.raises(UserError, match="niet_aangemeld"):
                attempt()
    finally:
        session.close()


def test_the_page_tells_what_was_written_and_answered(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    een.meld()
    assert usbstand(een.session).te_sturen == 1
    stick = schrijf_usb(een.session, tmp_path / "w.boaz").bestand
    (kept,) = usbstand(een.session).laatste
    assert (kept.bestand, kept.wijzigingen, kept.beantwoord_op) == ("w.boaz", 1, None)
    lees_antwoord(een.session, breng(een, stick))
    (kept,) = usbstand(een.session).laatste
    assert kept.beantwoord_op is not None
    assert usbstand(een.session).te_sturen == 0


def test_a_round_that_runs_is_not_disturbed(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    answer = breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand)
    with een.session.store.sync_gate, pytest.raises(UserError, match="sync_loopt"):
        lees_antwoord(een.session, answer)
    assert lees_antwoord(een.session, answer).bon.status is BonStatus.GELUKT


def test_refused_work_comes_back_as_refused(veld: Opstelling, tmp_path: Path) -> None:
    een = veld.apparaat()
    een.sync()
    een.meld()
    veld.centrale.wijzig("Sam de Wit", rol="beleid")
    result = lees_antwoord(een.session, breng(een, schrijf_usb(een.session, tmp_path / "w.boaz").bestand))
    assert result.bon.geweigerd == 1
    assert syncstand(een.session).geweigerd == 1
    assert result.actor_gewijzigd


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Apparaat, Path, bytes, bytes]]:
    """A device with a file and its answer."""
    folder = tmp_path_factory.mktemp("usb")
    with opstelling(folder) as veld:
        een = veld.apparaat()
        een.meld()
        stick = schrijf_usb(een.session, folder / "w.boaz").bestand
        answer = breng(een, stick)
        yield een, folder, stick.read_bytes(), answer.read_bytes()
        shutil.rmtree(folder, ignore_errors=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_a_damaged_file_or_answer_changes_nothing(
    files: tuple[Apparaat, Path, bytes, bytes], data: st.DataObject
) -> None:
    een, folder, stick, answer = files
    for content in (stick, answer):
        damaged = bytearray(content)
        if data.draw(st.booleans()):
            damaged = damaged[: data.draw(st.integers(0, len(content) - 1))]
        else:
            bit = data.draw(st.integers(0, 8 * len(content) - 1))
            damaged[bit // 8] ^= 1 << bit % 8
        if content is answer:
            (folder / "stuk").write_bytes(bytes(damaged))
            with pytest.raises(UserError):
                lees_antwoord(een.session, folder / "stuk")
        else:
            with token_client(een) as client:
                response = client.post("/v1/usb", content=bytes(damaged))
            assert response.status_code == 422
            assert response.json()["code"].startswith("usb_")
    assert syncstand(een.session).onverzonden == 1
