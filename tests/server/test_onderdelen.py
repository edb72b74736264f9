from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.moments import to_iso
from boa_app.server import audit
from boa_app.server.backend import Backend
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen, is_sync
from boa_app.sync.bon import LEEG
from boa_app.sync.protocol import MAX_PUSH, BonVraag, Push
from tests.centrale import IN_OOST, maak_centrale
from tests.server.test_lezen import Klok, Wereld


@pytest.fixture
def wereld(backend: Backend, tmp_path: Path) -> Wereld:
    klok = Klok()
    return Wereld(maak_centrale(backend, tmp_path, klok), klok)


def lines(wereld: Wereld) -> list[dict[str, object]]:
    return list(audit.lines(wereld.centrale.db))


@pytest.mark.parametrize("text", ["", "a b", "a\x00", "x" * 81, "é", "a;b"])
def test_the_id_of_a_round_is_plain(wereld: Wereld, text: str) -> None:
    assert not is_sync(text)
    with pytest.raises(Geweigerd):
        wereld.delen.push(wereld.sam, Push(text, ()))
    with pytest.raises(Geweigerd):
        wereld.delen.bon(wereld.sam, BonVraag(text, {}, LEEG, 0, 0, LEEG))


def test_a_push_holds_no_more_than_is_agreed(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    one = made.melding(IN_OOST)
    with pytest.raises(Geweigerd) as error:
        wereld.delen.push(wereld.sam, Push("s", (one,) * (MAX_PUSH + 1)))
    assert error.value.code == "bericht_ongeldig"
    assert wereld.delen.push(wereld.sam, Push("s", ())).antwoorden == ()


def test_older_records_are_read_with_a_reason_and_that_is_written_down(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    old = wereld.klok.now - timedelta(days=200)
    wereld.push(wereld.sam, made.melding(IN_OOST, gebeurd_van=to_iso(old)), made.melding(IN_OOST))
    period = (to_iso(old - timedelta(days=1)), to_iso(old + timedelta(days=1)))
    assert wereld.delen.begin(wereld.kim, "", 0).changes[0].change.change_id == made.made[1].change_id
    page = wereld.delen.ouder(wereld.kim, "melding", period, "klacht van een bewoner", "")
    assert [one.change.change_id for one in page.changes] == [made.made[0].change_id]
    line = lines(wereld)[-1]
    assert (line["actie"], line["reden_tekst"], line["actor_id"]) == (
        "RAADPLEGEN",
        "klacht van een bewoner",
        wereld.kim.account,
    )
    assert wereld.delen.ouder(wereld.wes, "melding", period, "nieuwsgierig", "").changes == ()


def test_beyond_a_year_the_team_leader_needs_a_reason(wereld: Wereld) -> None:
    old = wereld.klok.now - timedelta(days=500)
    wereld.push(wereld.sam, wereld.maker(wereld.sam).melding(IN_OOST, gebeurd_van=to_iso(old)))
    period = (to_iso(old - timedelta(days=1)), to_iso(old + timedelta(days=1)))
    for nothing in (" ", "\u200b", "\t\x07"):
        assert wereld.delen.ouder(wereld.tim, "melding", period, nothing, "").changes == ()
    assert len(wereld.delen.ouder(wereld.tim, "melding", period, "Woo-verzoek", "").changes) == 1
    assert wereld.delen.ouder(wereld.kim, "melding", period, "Woo-verzoek", "").changes == ()


def test_who_may_read_nothing_of_a_kind_is_refused(wereld: Wereld) -> None:
    from boa_app.domain.roles import Rol

    leider = wereld.iemand("lea", Rol.SCHOUWLEIDER)
    with pytest.raises(Geweigerd) as error:
        wereld.delen.ouder(leider, "melding", ("2026", "2027"), "x", "")
    assert (error.value.status, error.value.code) == (403, "geen_recht")
    for soort, reden in (("onbekend", ""), ("melding", "\x00")):
        with pytest.raises(Geweigerd):
            wereld.delen.ouder(wereld.sam, soort, ("2026", "2027"), reden, "")


def test_pages_follow_each_other_and_a_made_up_place_is_refused(wereld: Wereld) -> None:
    made = wereld.maker(wereld.sam)
    for _ in range(3):
        wereld.push(wereld.sam, *(made.melding(IN_OOST, feiten="f") for _ in range(MAX_PUSH)))
    seen, na, stand, total = [], "", 0, 0
    while True:
        page = wereld.delen.begin(wereld.kim, na, stand)
        seen += [one.change.change_id for one in page.changes]
        total, na, stand = max(total, page.totaal), page.volgende, page.stand
        if not na:
            break
    assert sorted(seen) == sorted(change.change_id for change in made.made)
    assert total == 3 * 1500
    pulled, cursor = [], 0
    while True:
        blad = wereld.pull(wereld.kim, cursor)
        pulled += [one.change.change_id for one in blad.changes]
        cursor = blad.cursor
        if not blad.meer:
            break
    assert sorted(pulled) == sorted(seen)
    for place in ("onbekend:x", "melding:" + "x" * 100, "x"):
        with pytest.raises(UserError):
            wereld.delen.begin(wereld.kim, place, stand)


def test_an_old_cursor_or_program_is_told_so(wereld: Wereld) -> None:
    dienst = replace(wereld.centrale.dienst, horizon=lambda: 10, min_schema=2)
    delen = Onderdelen(wereld.centrale.backend, dienst)
    for call, code in (
        (lambda: delen.pull(wereld.sam, 5, 1, schema=2), "cursor_te_oud"),
        (lambda: delen.pull(wereld.sam, 50, 2, schema=2), "epoch_verschilt"),
        (lambda: delen.pull(wereld.sam, 50, 1), "programma_te_oud"),
        (lambda: delen.begin(wereld.sam, "", 0), "programma_te_oud"),
    ):
        with pytest.raises(Geweigerd) as error:
            call()
        assert error.value.code == code
    # Whatever its age, a device can always bring its work.
    assert delen.push(wereld.sam, Push("s", (wereld.maker(wereld.sam).melding(IN_OOST),))).antwoorden[0].code == ""


def test_reading_is_written_down_and_an_empty_pull_is_not(wereld: Wereld) -> None:
    wereld.push(wereld.sam, wereld.maker(wereld.sam).melding(IN_OOST))
    before = len(lines(wereld))
    assert wereld.pull(wereld.wes).changes == ()
    assert len(lines(wereld)) == before
    wereld.delen.pull(wereld.kim, 0, 1, "ronde-k")
    line = lines(wereld)[-1]
    assert (line["actie"], line["object_type"], line["object_id"]) == ("SYNC", "pull", "ronde-k")
