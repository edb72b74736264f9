from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.server import audit
from boa_app.server.backend import Backend
from boa_app.server.beoordeling import MAX_VALUE_CHARS
from boa_app.sync.clock import MAX_AHEAD, Hlc, next_hlc
from boa_app.sync.protocol import SCHEMA_VERSION, Antwoord, Change, Push, Uitslag
from tests.centrale import IN_OOST, OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def push(wereld: Wereld, *changes: Change, sync: str = "ronde-1") -> list[Antwoord]:
    return list(wereld.delen.push(wereld.sam, Push(sync, changes)).antwoorden)


def rows(wereld: Wereld, where: str = "1 = 1") -> list[dict[str, Any]]:
    return wereld.centrale.db.execute(f"SELECT * FROM changes WHERE {where} ORDER BY seq")


def test_the_order_of_places_has_no_holes_and_no_doubles(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    for _ in range(3):
        push(wereld, *(made.melding(IN_OOST, feiten="f") for _ in range(4)))
    assert [row["seq"] for row in rows(wereld)] == list(range(1, 37))


def test_a_doubled_change_in_one_push_is_one_change_with_two_answers(wereld: Wereld) -> None:
    change = wereld.maker(wereld.sam).melding(IN_OOST)
    first, second = push(wereld, change, change)
    assert first == second == Antwoord(change.change_id, Uitslag.GENOMEN)
    assert len({row["change_id"] for row in rows(wereld)}) == 1


def test_a_round_that_was_broken_counts_in_the_round_that_heard_of_it(wereld: Wereld) -> None:
    change = wereld.maker(wereld.sam).melding(IN_OOST)
    push(wereld, change, sync="ronde-1")
    push(wereld, change, sync="ronde-2")
    assert {row["sync"] for row in rows(wereld)} == {"ronde-2"}


def test_the_change_of_another_account_is_refused_also_when_its_id_is_known(wereld: Wereld) -> None:
    change = wereld.maker(wereld.sam).melding(IN_OOST)
    push(wereld, change)
    kim = wereld.delen.push(wereld.kim, Push("ronde-1", (change, wereld.maker(wereld.sam).melding(IN_OOST))))
    assert [(one.uitslag, one.code) for one in kim.antwoorden] == [(Uitslag.GEWEIGERD, "account_onjuist")] * 2


def test_what_is_based_on_a_refused_change_stands_on_what_that_stood_on(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    refused = made.edit(melding, "groep", "G-2026-01")
    again = made.edit(refused, "groep", "G-2026-02")
    last = made.edit(again, "soort", "VUUR", bases=(again.change_id, melding.change_id))
    answers = push(wereld, melding, refused, again, last)
    assert [one.code for one in answers] == ["", "geen_recht", "geen_recht", ""]
    assert rows(wereld, "field = 'soort'")[0]["base_change_ids"] == f'["{melding.change_id}"]'
    # Later too, when the refused one is only remembered.
    later = made.edit(again, "ernst", "3", bases=(refused.change_id,))
    push(wereld, later)
    assert rows(wereld, "field = 'ernst'")[0]["base_change_ids"] == f'["{melding.change_id}"]'
    # And when only the last of a row of refused ones is named.
    push(wereld, made.edit(again, "resultaat", "WEG", bases=(again.change_id,)))
    assert rows(wereld, "field = 'resultaat'")[0]["base_change_ids"] == f'["{melding.change_id}"]'


def test_a_refusal_is_remembered_without_its_value(wereld: Wereld) -> None:
    change = wereld.maker(wereld.sam).melding(IN_OOST, groep="G-2026-0999", feiten="geheim")
    assert [one.code for one in push(wereld, change)] == ["geen_recht"]
    assert [one.code for one in push(wereld, change)] == ["geen_recht"]
    kept = wereld.centrale.db.execute("SELECT * FROM geweigerd")
    assert len(kept) == 1
    assert "0999" not in str(kept)
    assert "geheim" not in str(kept)
    lines = [line for line in audit.lines(wereld.centrale.db) if line["resultaat"] == "GEWEIGERD"]
    assert [(line["object_id"], line["reden_code"]) for line in lines] == [(change.uid, "geen_recht")]


def test_a_clock_that_runs_ahead_is_held_back_flagged_and_told(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    first, second = made.melding(IN_OOST), made.melding(IN_OOST)
    ahead = [
        replace(one, hlc=str(next_hlc(None, wereld.klok() + timedelta(days=400), "toestel-sam")))
        for one in (first, second)
    ]
    answers = push(wereld, *ahead)
    stored = {row["change_id"]: row for row in rows(wereld)}
    for change, told in zip(ahead, answers, strict=True):
        row = stored[change.change_id]
        assert (row["hlc"], row["claimed_hlc"], row["klok_afwijkend"]) == (told.hlc, change.hlc, 1)
        assert Hlc.parse(told.hlc).moment() <= wereld.klok() + MAX_AHEAD
    assert answers[0].hlc < answers[1].hlc
    assert [one.hlc for one in push(wereld, *ahead)] == [one.hlc for one in answers]
    near = replace(made.melding(IN_OOST), hlc=str(next_hlc(None, wereld.klok() + timedelta(minutes=4), "toestel-sam")))
    assert push(wereld, near)[0].hlc == ""


def test_too_large_a_value_is_refused_and_the_rest_taken(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    large, small = made.melding(IN_OOST, feiten="x" * MAX_VALUE_CHARS), made.melding(IN_OOST)
    assert [one.code for one in push(wereld, large, small)] == ["te_groot", ""]


def test_a_record_cannot_be_made_twice_or_changed_before_it_is_made(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST)
    edit = made.edit(melding, "soort", "VUUR")
    assert [one.code for one in push(wereld, edit)] == ["record_onbekend"]
    assert [one.code for one in push(wereld, melding, made.melding(IN_OOST, uid=melding.uid))] == [
        "",
        "wijziging_ongeldig",
    ]


def test_work_of_a_newer_version_is_kept_and_seen_by_nobody_yet(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    newer = replace(made.create("iets_nieuws", {"veld": 1}), schema_version=SCHEMA_VERSION + 1)
    extra = made.melding(IN_OOST, veld_van_later="x")
    assert [one.code for one in push(wereld, newer, extra)] == ["", ""]
    assert [row["value"] for row in rows(wereld, "veldgroep = 'alles' AND entity = 'melding'")] == [
        '{"veld_van_later":"x"}'
    ]
    for who in (wereld.sam, wereld.kim, wereld.tim):
        state = wereld.delen.begin(who, "", 0)
        assert {one.change.entity for one in state.changes} == {"melding"}
        assert b"veld_van_later" not in bytes(state.changes[0].change.value)


def test_the_audit_tells_how_many_of_which_kind_and_the_chain_holds(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    melding = made.melding(IN_OOST, feiten="niet in het log")
    push(wereld, melding, made.melding(IN_OOST), made.edit(melding, "feiten", "ook niet"))
    lines = [line for line in audit.lines(wereld.centrale.db) if line["object_type"] == "melding"]
    assert [(line["actie"], line["velden"]) for line in lines] == [("VERZAMELEN", "aantal=2"), ("WIJZIGEN", "aantal=1")]
    assert audit.check_chain(wereld.centrale.db) is None
    assert "niet" not in str(lines)


def test_a_push_is_whole_or_not_there(wereld: Wereld) -> None:
    backend = wereld.centrale.backend
    change = wereld.maker(wereld.sam).melding(IN_OOST)
    with pytest.raises(EnvironmentProblem), backend.schrijfbeurt("GM0353") as beurt:
        from boa_app.server.buurten import Vinder
        from boa_app.server.verwerking import bereid_voor, verwerk

        verwerk(beurt, wereld.sam, bereid_voor(Push("s", (change,)), Vinder([])), wereld.klok())
        raise EnvironmentProblem("schijf_vol")
    assert rows(wereld) == []
    assert wereld.centrale.db.execute("SELECT * FROM records") == []
    assert [one.code for one in push(wereld, change)] == [""]
    assert rows(wereld)[0]["seq"] == 1
    assert rows(wereld)[0]["buurt"] == OOST


def test_a_photo_moved_to_a_melding_of_another_is_refused_by_both_back_ends(wereld: Wereld) -> None:
    sam, kim = wereld.maker(wereld.sam), wereld.maker(wereld.kim)
    mine, theirs = sam.melding(IN_OOST), kim.melding(IN_OOST)
    wereld.push(wereld.kim, theirs)
    photo = sam.create("foto", {"bij_soort": "melding", "bij": mine.uid, "sha256": "ab" * 32, "status": "actief"})
    push(wereld, mine, photo)
    assert [one.code for one in push(wereld, sam.edit(photo, "bij", theirs.uid))] == ["geen_recht"]


def test_text_a_column_cannot_hold_is_refused_and_the_rest_goes_in(wereld: Wereld) -> None:
    sam = wereld.maker(wereld.sam)
    melding = sam.melding(IN_OOST)
    answers = push(wereld, melding, sam.edit(melding, "soort", "A\x00"), sam.edit(melding, "incident", "\x00"))
    assert [one.code for one in answers] == ["", "wijziging_ongeldig", "wijziging_ongeldig"]
