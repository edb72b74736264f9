from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.foto import FotoBij, FotoStand
from boa_app.domain.moments import to_iso
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.store import (
    audit,
    concepten,
    conflicten,
    fotos,
    geschiedenis,
    meldingen,
    opsporing,
    sync_blad,
    sync_uit,
    sync_weg,
)  # fmt: skip
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.sync.protocol import Antwoord, Beginblad, Opschoning, Uitslag, Weg
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.photos import a_foto
from tests.store.samples import START, HandClock, a_melding, change, register
from tests.store.wijzigingen import Verleden

JPEG = b"\xff\xd8 beeld \xff\xd9" * 40


@pytest.fixture
def two(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Store, Store]]:
    stores = new_device(tmp_path / "a", clock, 1), new_device(tmp_path / "b", clock, 2)
    yield stores
    for store in stores:
        store.close()


def page(centrum: Centrum, na: int = 10**9, **parts: object) -> sync_blad.Blad:
    return replace(centrum.page(), changes=(), **parts)  # type: ignore[arg-type]


def weg(uid: str, *velden: str, entity: str = "melding") -> tuple[Weg, ...]:
    return (Weg(1000, entity, uid, velden),)


def order(uid: str, *velden: str, entity: str = "melding", nr: str = "o1") -> tuple[Opschoning, ...]:
    return (Opschoning(1000, nr, entity, uid, velden, "melding_tekst"),)


def shared(two: tuple[Store, Store], **values: object) -> tuple[Centrum, str]:
    centrum = Centrum()
    uid = register(two[0], a_melding(**values)).uid
    centrum.sync(*two)
    return centrum, uid


def test_a_record_that_goes_leaves_nothing_and_can_come_back(two: tuple[Store, Store]) -> None:
    theirs = two[1]
    centrum, uid = shared(two, feiten="muziek bij de bank", plaats="Park")
    before = rows(theirs)
    told = sync_blad.take_page(theirs, page(centrum, weg=weg(uid)))
    assert (told.verwijderd, told.meldingen) == (1, {uid})
    assert get(theirs, uid) is None
    with theirs.read() as r:
        assert geschiedenis.log_of(r, "melding", uid) == []
    whole(theirs)
    sync_blad.take_page(theirs, centrum.page())
    assert rows(theirs) == before
    whole(theirs)


def test_unsent_work_on_a_record_that_goes_is_still_sent_and_then_nothing_is_left(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two, ernst="1")
    change(theirs, uid, {"ernst": "2"})
    sync_blad.take_page(theirs, page(centrum, weg=weg(uid)))
    assert get(theirs, uid) is None
    whole(theirs)
    with theirs.read() as r:
        assert [one.value for one in sync_uit.unsent(r)] == ["2"]
    centrum.push(theirs)
    with theirs.read() as r:
        assert geschiedenis.log_of(r, "melding", uid) == []
        assert r.db.execute("SELECT count(*) FROM sync_wacht").fetchone() == (0,)
    sync_blad.take_page(mine, centrum.page())
    found = get(mine, uid)
    assert found is not None and found.melding.ernst == "2"


def test_what_was_never_sent_never_goes(two: tuple[Store, Store]) -> None:
    mine, _ = two
    uid = register(mine, a_melding()).uid
    sync_blad.take_page(mine, page(Centrum(), weg=weg(uid)))
    assert get(mine, uid) is not None


def test_fields_that_go_leave_the_rest(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two, feiten="Jan de Vries", duiding="vermoeden", plaats="Park")
    change(mine, uid, {"feiten": "Jan de Vries weer"})
    centrum.sync(mine, theirs)
    sync_blad.take_page(theirs, page(centrum, weg=weg(uid, "feiten", "duiding")))
    found = get(theirs, uid)
    assert found is not None
    assert (found.melding.feiten, found.melding.duiding, found.melding.plaats) == ("", "", "Park")
    with theirs.read() as r:
        assert "Jan" not in str(geschiedenis.log_of(r, "melding", uid))
    whole(theirs)


def test_without_its_place_a_melding_has_no_row_until_the_place_is_back(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two)
    sync_blad.take_page(theirs, page(centrum, weg=weg(uid, "positie")))
    assert get(theirs, uid) is None
    whole(theirs)
    sync_blad.take_page(theirs, centrum.page())
    assert rows(mine) == rows(theirs)


def test_what_stands_under_a_record_goes_with_its_row_and_comes_back_with_it(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two)

    def refer(w: Writer) -> None:
        opsporing.insert_verwijzing(w, Opsporingsverwijzing(w.new_id(), uid, "HALT", "PL-1"))
        audit.append_line(w, "VERZAMELEN", "opsporingsverwijzing")

    mine.write_now(refer)
    centrum.sync(mine, theirs)
    assert rows(mine) == rows(theirs)
    sync_blad.take_page(theirs, page(centrum, weg=weg(uid)))
    assert rows(theirs)["opsporingsverwijzingen"] == []
    whole(theirs)
    sync_blad.take_page(theirs, replace(centrum.page(), changes=(centrum.log[0],)))
    assert rows(mine) == rows(theirs)


def test_a_purge_empties_values_everywhere_and_ids_stay(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two, feiten="muziek bij de bank")
    change(mine, uid, {"feiten": "harde muziek"})
    centrum.sync(mine, theirs)
    for store in two:
        with store.read() as r:
            ids = [row.change.change_id for row in geschiedenis.log_of(r, "melding", uid)]
        sync_blad.take_page(store, page(centrum, opschoning=order(uid)))
        sync_blad.take_page(store, page(centrum, opschoning=order(uid)))
        assert get(store, uid) is None
        with store.read() as r:
            left = geschiedenis.log_of(r, "melding", uid)
            assert [row.change.change_id for row in left] == ids
            assert {str(row.change.value) for row in left} <= {"{}", "None"}
            assert sync_weg.done_orders(r) == ("o1",)
        store.write_now(lambda w: sync_weg.forget_orders(w, ["o1"]))
        with store.read() as r:
            assert sync_weg.done_orders(r) == ()
            assert [line["reden_code"] for line in audit.lines(r)][-1] == "melding_tekst"
        whole(store)
    sync_blad.take_page(theirs, centrum.page())
    assert get(theirs, uid) is None, "what was wiped is not brought back"


def test_a_purge_of_fields_leaves_the_record_and_later_values_count(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two, feiten="muziek", ernst="1")
    change(mine, uid, {"feiten": "harde muziek"})
    centrum.sync(mine, theirs)
    sync_blad.take_page(theirs, page(centrum, opschoning=order(uid, "feiten", "duiding")))
    found = get(theirs, uid)
    assert found is not None and (found.melding.feiten, found.melding.ernst) == ("", "1")
    with theirs.read() as r:
        assert "muziek" not in str(geschiedenis.log_of(r, "melding", uid))
        assert conflicten.count(r) == 0
    change(theirs, uid, {"feiten": "rustig nu"})
    found = get(theirs, uid)
    assert found is not None and found.melding.feiten == "rustig nu"
    whole(theirs)


def test_a_purge_wins_of_unsent_edits_and_tells(two: tuple[Store, Store]) -> None:
    theirs = two[1]
    centrum, uid = shared(two, ernst="1")
    change(theirs, uid, {"feiten": "nog niet verstuurd"})
    told = sync_blad.take_page(theirs, page(centrum, opschoning=order(uid)))
    assert told.verloren == 1
    with theirs.read() as r:
        assert sync_uit.unsent(r) == []
        assert sync_uit.count_unsent(r) == 0
        (lost,) = sync_uit.list_rejected(r)
        assert (lost.code, lost.change.value) == ("record_gewist", None)
    assert get(theirs, uid) is None
    whole(theirs)


def test_a_draft_keeps_its_work_when_the_event_it_was_for_is_wiped(two: tuple[Store, Store]) -> None:
    mine, _ = two
    centrum, uid = shared(two)
    mine.write_now(lambda w: concepten.save_concept(w, "c", {"incident": uid, "feiten": "van mij"}))
    sync_blad.take_page(mine, page(centrum, opschoning=order(uid)))
    with mine.read() as r:
        (draft,) = concepten.list_concepten(r)
    assert draft.inhoud == {"feiten": "van mij"}


def with_photo(store: Store, melding: str) -> str:
    foto, sealed = a_foto(store, melding, JPEG, FotoBij.MELDING)

    def work(w: Writer) -> None:
        fotos.insert_foto(w, foto, sealed.sleutel, b"klein")
        meldingen.update_melding(w, melding, {"fotos": [foto.uid]})
        audit.append_line(w, "VERZAMELEN", "foto", foto.uid)

    store.write_now(work)
    return foto.uid


def test_a_photo_is_announced_opens_with_the_key_it_came_with_and_goes_with_its_file(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum, uid = shared(two)
    photo = with_photo(mine, uid)
    centrum.sync(mine, theirs)
    with theirs.read() as r:
        found = fotos.get_foto(r, photo)
        assert found is not None and found.stand is FotoStand.VOLGT
        assert fotos.check_files(r, theirs.folder) == (0, 0, 0)
        sealed = fotos.file_of(mine.folder, found.sha256).read_bytes()
        assert fotos.open_picture(r, photo, sealed) == JPEG
    with mine.read() as r:
        kept = fotos.get_foto(r, photo)
        assert kept is not None and kept.stand is FotoStand.HIER
    sync_blad.take_page(mine, page(centrum, weg=weg(photo, entity="foto")))
    with mine.read() as r:
        assert fotos.get_foto(r, photo) is not None, "its bytes are nowhere else"
    mine.write_now(lambda w: w.db.conn.execute("UPDATE fotos SET stand = 'centrale'"))
    sync_blad.take_page(mine, page(centrum, opschoning=order(uid)))
    with mine.read() as r:
        assert fotos.get_foto(r, photo) is None
    assert not fotos.file_of(mine.folder, found.sha256).exists()
    whole(mine)


def test_a_photo_that_had_to_go_before_its_bytes_were_sent_goes_right_after(two: tuple[Store, Store]) -> None:
    mine = two[0]
    centrum, uid = shared(two)
    photo = with_photo(mine, uid)
    centrum.push(mine)
    sync_blad.take_page(mine, page(centrum, weg=weg(uid)))
    assert get(mine, uid) is None
    told = mine.write_now(sync_weg.drop_sent_fotos)
    assert (told.verwijderd, told.bestanden) == (0, ()), "its bytes are nowhere else yet"
    mine.write_now(lambda w: w.db.conn.execute("UPDATE fotos SET stand = 'centrale'"))
    told = mine.write_now(sync_weg.drop_sent_fotos)
    assert (told.verwijderd, len(told.bestanden)) == (1, 1)
    with mine.read() as r:
        assert fotos.get_foto(r, photo) is None
        assert geschiedenis.log_of(r, "foto", photo) == []
    whole(mine)


def test_a_photo_that_may_be_here_again_stays(two: tuple[Store, Store]) -> None:
    mine = two[0]
    centrum, uid = shared(two)
    photo = with_photo(mine, uid)
    centrum.push(mine)
    sync_blad.take_page(mine, page(centrum, weg=weg(uid)))
    sync_blad.begin_state(mine, 2)
    sync_blad.take_state_page(mine, Beginblad(tuple(centrum.log), "", 1001, 2, 0))
    sync_blad.end_state(mine, 1001)
    mine.write_now(lambda w: w.db.conn.execute("UPDATE fotos SET stand = 'centrale'"))
    assert mine.write_now(sync_weg.drop_sent_fotos).verwijderd == 0
    with mine.read() as r:
        assert fotos.get_foto(r, photo) is not None


def test_a_purge_tells_of_an_unsent_photo_and_of_what_was_refused_also_when_done_again(
    two: tuple[Store, Store],
) -> None:
    mine = two[0]
    centrum, uid = shared(two)
    change(mine, uid, {"feiten": "geweigerd"})
    with mine.read() as r:
        (sent,) = sync_uit.unsent(r)
    refused = [Antwoord(sent.change_id, Uitslag.GEWEIGERD, "record_onbekend")]
    mine.write_now(lambda w: sync_uit.acknowledge(w, refused, to_iso(START)))
    photo = with_photo(mine, uid)
    purge = page(centrum, opschoning=order(uid))
    # Of the melding: what was refused, and the list of photos; and the photo itself.
    assert sync_blad.take_page(mine, purge).verloren == 3
    # The process ended before the cursor moved.
    assert sync_blad.take_page(mine, purge).verloren == 0
    with mine.read() as r:
        lost = {(one.change.uid, one.change.field): one.code for one in sync_uit.list_rejected(r)}
    assert lost == dict.fromkeys(((uid, "feiten"), (uid, "fotos"), (photo, "*")), "record_gewist")


def test_taking_every_record_of_a_history_away_leaves_an_empty_store(two: tuple[Store, Store]) -> None:
    centrum = Centrum()
    centrum.take(Verleden(random.Random(7)).some(80))
    mine, theirs = two
    for store in two:
        sync_blad.take_page(store, centrum.page())
    records = sorted({(one.change.entity, one.change.uid) for one in centrum.log})
    random.Random(8).shuffle(records)
    sync_blad.take_page(mine, page(centrum, weg=tuple(Weg(nr, *record) for nr, record in enumerate(records))))
    orders = tuple(Opschoning(nr, str(nr), *record) for nr, record in enumerate(records))
    sync_blad.take_page(theirs, page(centrum, opschoning=orders))
    for store in two:
        assert all(found == [] for found in rows(store).values())
        with store.read() as r:
            assert conflicten.count(r) == 0
            assert r.db.execute("SELECT count(*) FROM sync_wacht").fetchone() == (0,)
        whole(store)
    with mine.read() as r:
        assert r.db.execute("SELECT count(*) FROM changes").fetchone() == (0,)
