from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Rol
from boa_app.store import geschiedenis, schoonmaak, sync_stand, sync_uit
from boa_app.store.opening import KEYFILE_NAME, open_store
from boa_app.store.store import Store
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.enrolled import enrol
from tests.store.samples import PASSPHRASE, START, HandClock, a_melding, change, register
from tests.store.test_sync_weg import with_photo

DAY = timedelta(days=1)


@pytest.fixture
def device(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = new_device(tmp_path / "a", clock, 1)
    yield opened
    opened.close()


def happened(store: Store, days_ago: int, **values: object) -> str:
    return register(store, a_melding(gebeurd_van=START - days_ago * DAY, **values)).uid


def test_what_the_table_of_rights_says_of_each_role() -> None:
    assert schoonmaak.grenzen(Rol.BOA) == (schoonmaak.Grens((), 90 * DAY),)
    whole_record, texts = schoonmaak.grenzen(Rol.TEAMLEIDER)
    assert (whole_record.velden, whole_record.leeftijd) == ((), 5 * 365 * DAY)
    assert texts.leeftijd == 90 * DAY
    assert set(texts.velden) == {"feiten", "duiding", "fotos"}
    assert schoonmaak.grenzen(Rol.BELEID) == ()


def test_a_boa_holds_ninety_days_of_what_the_centre_has(device: Store, clock: HandClock) -> None:
    enrol(device, rol="boa")
    old, new = happened(device, 91), happened(device, 89)
    Centrum().push(device)
    unsent = happened(device, 400)
    edited = happened(device, 200)
    told = schoonmaak.ruim_oude_op(device, clock.now)
    assert (told.verwijderd, told.meldingen) == (1, {old})
    assert [get(device, uid) is None for uid in (old, new, unsent, edited)] == [True, False, False, False]
    assert schoonmaak.ruim_oude_op(device, clock.now).verwijderd == 0
    whole(device)


def test_a_record_with_an_unsent_edit_stays(device: Store, clock: HandClock) -> None:
    enrol(device, rol="boa")
    uid = happened(device, 91)
    Centrum().push(device)
    change(device, uid, {"ernst": "2"})
    assert schoonmaak.ruim_oude_op(device, clock.now).verwijderd == 0
    Centrum().push(device)
    assert schoonmaak.ruim_oude_op(device, clock.now).verwijderd == 1
    with device.read() as r:
        assert geschiedenis.log_of(r, "melding", uid) == []


def test_a_teamleider_keeps_codes_and_points_without_texts_and_photos(device: Store, clock: HandClock) -> None:
    enrol(device, rol="teamleider")
    uid = happened(device, 91, feiten="muziek", duiding="vermoeden", ernst="3")
    photo = with_photo(device, uid)
    Centrum().push(device)
    device.write_now(lambda w: w.db.conn.execute("UPDATE fotos SET stand = 'centrale' WHERE uid = ?", [photo]))
    schoonmaak.ruim_oude_op(device, clock.now)
    found = get(device, uid)
    assert found is not None
    assert (found.melding.feiten, found.melding.duiding, found.melding.fotos) == ("", "", ())
    assert found.melding.ernst == "3"
    assert rows(device)["fotos"] == []
    assert not [path for path in (device.folder / "fotos").rglob("*") if path.is_file()]
    whole(device)


def test_without_a_centre_or_with_a_clock_in_doubt_nothing_goes(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    uid = happened(store, 400)
    Centrum().push(store)
    assert schoonmaak.ruim_oude_op(store, clock.now).verwijderd == 0, "no stand of a centre yet"
    enrol(store, rol="boa")
    far = clock.now + 300 * DAY
    with store.read() as r:
        assert schoonmaak.reden_tot_wissen(r, far) == ""
    assert schoonmaak.ruim_oude_op(store, far).verwijderd == 0
    assert get(store, uid) is not None
    store.close()


def test_after_fourteen_days_without_contact_only_unsent_work_is_left(tmp_path: Path, clock: HandClock) -> None:
    store, other = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    enrol(store, rol="boa")
    centrum = Centrum()
    shared = happened(other, 1)
    centrum.sync(other, store)
    own = happened(store, 2)
    change(store, shared, {"ernst": "2"})
    with store.read() as r:
        assert schoonmaak.reden_tot_wissen(r, clock.now + 14 * DAY - timedelta(hours=1)) == ""
        assert schoonmaak.reden_tot_wissen(r, clock.now + 14 * DAY + timedelta(hours=1)) == "GEEN_CONTACT"
        unsent = sync_uit.unsent(r)
        assert not schoonmaak.is_gewist(r)
    schoonmaak.wis_gesynchroniseerd(store, reden="GEEN_CONTACT")
    assert get(store, shared) is None
    assert get(store, own) is not None
    with store.read() as r:
        assert sync_uit.unsent(r) == unsent
        assert schoonmaak.is_gewist(r)
    whole(store)
    centrum.sync(store, other)
    found = get(other, shared)
    assert found is not None and found.melding.ernst == "2"
    store.close()
    other.close()


def test_the_last_day_of_a_role_counts_and_the_day_after_it_does_not(device: Store, clock: HandClock) -> None:
    last = (to_local(clock.now) + 2 * DAY).date()
    enrol(device, rol="boa", einde=last.isoformat())
    happened(device, 1)
    Centrum().push(device)
    with device.read() as r:
        assert schoonmaak.reden_tot_wissen(r, clock.now + 2 * DAY) == ""
        assert schoonmaak.reden_tot_wissen(r, clock.now + 3 * DAY) == "ROL_VOORBIJ"


def test_without_its_key_a_store_cannot_be_opened_and_the_outbox_stays(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    store.write_now(sync_stand.revoke)
    with store.read() as r:
        toestel = sync_stand.find_toestel(r)
        assert toestel is not None and toestel.ingetrokken
    store.close()
    outbox = store.folder / "uitgaand" / "x.boaz"
    outbox.parent.mkdir()
    outbox.write_bytes(b"verzegeld")
    schoonmaak.wipe_key(store.folder, KEYFILE_NAME)
    schoonmaak.wipe_key(store.folder, KEYFILE_NAME)
    assert outbox.read_bytes() == b"verzegeld"
    with pytest.raises(EnvironmentProblem) as told:
        open_store(store.folder, PASSPHRASE, clock)
    assert told.value.code == "sleutelbestand_ontbreekt"
