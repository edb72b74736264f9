"""The rules all use cases on meldingen share, where the ways around them were tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from boa_app.domain.codelijsten import Codelijst, Codelijsten
from boa_app.domain.errors import UserError
from boa_app.domain.melding import Status
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Rol
from boa_app.store import audit, changes
from boa_app.sync.merge import is_conflict
from boa_app.usecases.changes import Undo, UndoSoort
from boa_app.usecases.concepten import bewaar_concept, lijst_concepten, verwijder_concept
from boa_app.usecases.meldingen import maak_ongedaan, register_melding, wijzig_melding
from boa_app.usecases.meldingen_lezen import find_same_group, geschiedenis, toon_melding, verwijzingen_bij
from boa_app.usecases.overzicht import load_overzicht, rows_for
from boa_app.usecases.rondes import start_ronde
from boa_app.usecases.session import Session
from boa_app.usecases.vandaag import vandaag
from tests.samples import SetClock, a_melding, as_role

PV = Opsporingsverwijzing("", "", "PV", "PV-2026/0451", "APV-2:48", 2)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"status": Status.VERVALLEN}, "veld_niet_wijzigbaar"),
        ({"bron": "police-uk"}, "veld_niet_wijzigbaar"),
        ({"fotos": ("a",)}, "veld_niet_wijzigbaar"),
        ({"soort": ""}, "veld_ontbreekt"),
        ({"groep": "Jan de Vries"}, "veld_ongeldig"),
        ({"maatregelen": ("PV",), "regime": "T"}, "regime_past_niet"),
    ],
)
def test_what_a_new_melding_may_not_bring_along(
    session: Session, clock: SetClock, values: dict[str, Any], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        register_melding(session, a_melding(clock, **values))
    assert caught.value.code == code


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PV, registratienummer="Jan de Vries 451"),
        replace(PV, registratienummer="123456782"),
        replace(PV, registratienummer="geen"),
        replace(PV, aantal=-5),
        replace(PV, aantal=1000),
        replace(PV, artikel="verzonnen"),
        replace(PV, maatregel="AANSPR"),
    ],
)
def test_a_registration_holds_a_number_and_nothing_of_a_person(
    session: Session, clock: SetClock, wrong: Opsporingsverwijzing
) -> None:
    with pytest.raises(UserError):
        register_melding(session, a_melding(clock, regime="O", maatregelen=("PV",)), verwijzingen=(wrong,))
    assert load_overzicht(session).count() == 0


def test_a_registration_given_with_an_edit_is_kept_and_its_draft_goes(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    draft = bewaar_concept(session, {"bewerkt": uid}).uid
    wijzig_melding(session, uid, {"regime": "O", "maatregelen": ["PV"]}, verwijzingen=(PV,), concept=draft)
    (found,) = verwijzingen_bij(session, uid)
    assert (found.registratienummer, found.melding) == ("PV-2026/0451", uid)
    assert lijst_concepten(session) == ()


def test_an_edit_is_based_on_what_the_person_saw(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, ernst="1")).uid
    seen = toon_melding(session, uid)
    clock.forward(minutes=1)
    wijzig_melding(session, uid, {"ernst": "3"})  # a colleague's value comes in meanwhile
    clock.forward(minutes=1)
    wijzig_melding(session, uid, {"ernst": "2"}, koppen=seen.koppen)
    with session.store.read() as reader:
        log = changes.history(reader, "melding", uid)
    assert is_conflict(log, "ernst"), "never overwritten unseen"
    wijzig_melding(session, uid, {"ernst": "4"}, koppen=toon_melding(session, uid).koppen)
    with session.store.read() as reader:
        assert not is_conflict(changes.history(reader, "melding", uid), "ernst"), "choosing names all heads"


def test_an_undo_goes_by_the_same_checks_and_never_wipes_later_work(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, ernst="1")).uid
    done = wijzig_melding(session, uid, {"ernst": "2"})
    wijzig_melding(session, uid, {"ernst": "4"})
    assert done.undo is not None
    with pytest.raises(UserError, match="ongedaan_te_laat"):
        maak_ongedaan(session, done.undo)
    assert toon_melding(session, uid).melding.ernst == "4"
    for values in ({"lon": 0.0, "lat": 0.0}, {"bron": "x"}, {"ernst": "9"}):
        with pytest.raises(UserError):
            maak_ongedaan(session, Undo(UndoSoort.MELDING, uid, values))
    boa = as_role(session, Rol.BOA, account=session.actor.account)
    for values in ({"groep": "G-2026-03"}, {"maatregelen": ["GEBV"]}):
        with pytest.raises(UserError, match="geen_recht"):
            maak_ongedaan(boa, Undo(UndoSoort.MELDING, uid, values))


def test_a_boa_does_not_take_a_measure_of_the_teamleider_away(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, maatregelen=("GEBV", "AANSPR"))).uid
    boa = as_role(session, Rol.BOA, account=session.actor.account)
    with pytest.raises(UserError, match="geen_recht"):
        wijzig_melding(boa, uid, {"maatregelen": ["AANSPR"]})
    wijzig_melding(boa, uid, {"maatregelen": ["GEBV"]})


def test_the_history_asks_the_same_reason_and_is_logged(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, feiten="feit")).uid
    clock.forward(days=400)
    with pytest.raises(UserError, match="reden_nodig"):
        geschiedenis(session, uid)
    assert geschiedenis(session, uid, "klacht")
    with session.store.read() as reader:
        lines = [(line["actie"], line["object_type"], line["resultaat"]) for line in audit.lines(reader)]
    assert ("RAADPLEGEN", "geschiedenis", "OK") in lines
    assert ("AUTORISATIE", "melding", "GEWEIGERD") in lines, "a refusal is a line too"


def test_a_suggestion_holds_codes_only(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock, feiten="feit", duiding="oordeel", groep="G-2026-03"))
    (hit,) = find_same_group(as_role(session, Rol.BOA), 5.01, 52.01, clock())
    assert not {"feit", "oordeel", "G-2026-03"} & set(map(str, (getattr(hit, name) for name in hit.__slots__)))
    assert find_same_group(as_role(session, Rol.BOA, frozenset({"BU03530002"})), 5.01, 52.01, clock()) == ()


def test_lists_hold_only_what_the_role_may_read(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    elsewhere = as_role(session, Rol.BOA, frozenset({"BU03530002"}))
    assert rows_for(elsewhere, [1]) == [] and vandaag(elsewhere).recent == ()
    leider = vandaag(as_role(session, Rol.SCHOUWLEIDER))
    assert (leider.recent, leider.concepten, leider.nakijken, leider.aan_de_beurt) == ((), (), (), ())
    clock.forward(days=366)
    assert rows_for(as_role(session, Rol.BOA), [1]) == []
    assert len(rows_for(session, [1])) == 1


def test_flagged_text_goes_no_further_than_author_and_teamleider(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, feiten="Bel 06-12345678", plaats="bij jan@voorbeeld.nl")).uid
    boa = toon_melding(as_role(session, Rol.BOA), uid).melding
    assert (boa.feiten, boa.plaats) == ("", "")
    assert rows_for(as_role(session, Rol.BOA), [1])[0].plaats == ""
    assert toon_melding(session, uid).melding.feiten == "Bel 06-12345678"


@pytest.mark.parametrize(
    ("plaats", "verdacht"),
    [
        ("Jan van Goyenlaan 12", False),
        ("Zeemanlaan", False),
        ("bij Jan de Vries", True),
        ("06-12345678", True),
        ("", False),
    ],
)
def test_the_guard_reads_the_place_too(session: Session, clock: SetClock, plaats: str, verdacht: bool) -> None:
    uid = register_melding(session, a_melding(clock, plaats=plaats)).uid
    assert toon_melding(session, uid).tekst_verdacht is verdacht


def test_drafts_are_for_who_may_log(session: Session) -> None:
    uid = bewaar_concept(session, {"feiten": "feit"}).uid
    leider = as_role(session, Rol.SCHOUWLEIDER)
    for act in (lambda: lijst_concepten(leider), lambda: verwijder_concept(leider, uid)):
        with pytest.raises(UserError, match="geen_recht"):
            act()


def test_a_closed_code_is_not_chosen_any_more_but_stays_where_it_was(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, soort="LACH")).uid
    day = clock().date()
    closed = tuple(
        replace(code, geldig_tot=day - timedelta(days=1)) if code.code == "LACH" else code
        for code in session.lijsten["soort"].codes
    )
    lists = Codelijsten({**session.lijsten.lijsten, "soort": Codelijst("soort", closed)})
    later = replace(session, lijsten=lists)
    with pytest.raises(UserError, match="code_gesloten"):
        register_melding(later, a_melding(clock, soort="LACH"))
    wijzig_melding(later, uid, {"ernst": "2"})
    register_melding(later, a_melding(clock, soort="LACH", gebeurd_van=clock() - timedelta(days=3)))


def test_an_old_melding_does_not_join_the_ronde_of_tonight(session: Session, clock: SetClock) -> None:
    start_ronde(session)
    uid = register_melding(session, a_melding(clock, gebeurd_van=clock() - timedelta(days=200))).uid
    assert toon_melding(session, uid).melding.ronde == ""


def test_the_log_names_the_actor_not_the_store(session: Session, clock: SetClock) -> None:
    boa = as_role(session, Rol.BOA, account="boa-7")
    uid = register_melding(boa, a_melding(clock)).uid
    assert toon_melding(boa, uid).gemaakt_door == "boa-7"
    with session.store.read() as reader:
        last = list(audit.lines(reader))[-1]
        (create,) = changes.history(reader, "melding", uid)
    assert (last["actor_id"], last["actor_role"], create.user) == ("boa-7", "boa", "boa-7")


def test_an_error_repeats_no_content(session: Session, clock: SetClock) -> None:
    with pytest.raises(UserError) as caught:
        register_melding(session, a_melding(clock, soort="Jan de Vries, Zeemanlaan 3"))
    assert "Vries" not in str(caught.value.fields)
