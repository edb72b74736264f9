"""Logging, changing, lapsing, taking back and reading meldingen on a real store."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.melding import PlaatsBron, Status
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Rol
from boa_app.store import audit, changes, concepten
from boa_app.usecases.concepten import bewaar_concept, lijst_concepten
from boa_app.usecases.meldingen import (
    herstel_melding,
    laat_vervallen,
    maak_ongedaan,
    register_melding,
    register_niemand,
    wijzig_melding,
)
from boa_app.usecases.meldingen_lezen import (
    find_same_group,
    geschiedenis,
    toon_melding,
    verwijzingen_bij,
    vorige_melding,
)
from boa_app.usecases.meldingregels import check_text
from boa_app.usecases.rondes import start_ronde
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role


def _actions(session: Session) -> list[tuple[str, str]]:
    with session.store.read() as reader:
        return [(line["actie"], line["object_type"]) for line in audit.lines(reader)]


def test_a_melding_is_read_back_as_it_was_logged(session: Session, clock: SetClock) -> None:
    melding = a_melding(
        clock, soorten=("AFVAL",), ernst="2", groepsgrootte="G3", leeftijd=("L2", "L3"), maatregelen=("AANSPR", "WEG"),
        resultaat="R2", feiten="Vijf tot negen jongeren bij de bank.", duiding="Rustige sfeer.", met_collega=True,
        gebeurd_van=clock() - timedelta(minutes=30), gebeurd_tot=clock(),
    )  # fmt: skip
    done = register_melding(session, melding)
    record = toon_melding(session, done.uid)
    assert record.melding == melding
    assert (record.gemeente_code, record.gemaakt_door) == ("GM0353", session.actor.account)
    assert record.eerste_verwerking_op == record.gemaakt_op == clock()
    assert done.changes.meldingen == {done.uid}
    assert ("VERZAMELEN", "melding") in _actions(session)
    assert ("RAADPLEGEN", "melding") in _actions(session)


def test_the_create_change_holds_all_fields_and_is_the_base_of_the_next(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    wijzig_melding(session, uid, {"ernst": "3"})
    with session.store.read() as reader:
        create, edit = changes.history(reader, "melding", uid)
    assert create.field == "*" and create.value["soort"] == "GEL-STEM" and create.base_change_ids == ()
    assert (edit.field, edit.value, edit.base_change_ids) == ("ernst", "3", (create.change_id,))


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"soort": "NIETS"}, "code_onbekend"),
        ({"lon": 200.0}, "veld_ongeldig"),
        ({"lon": 0.0, "lat": 0.0}, "veld_ongeldig"),
        ({"soorten": ("GEL-STEM",)}, "dubbele_code"),
        ({"feiten": "x" * 5000}, "tekst_te_lang"),
        ({"incident": "geen uid"}, "veld_ongeldig"),
    ],
)
def test_what_no_melding_may_hold_is_refused_and_nothing_is_stored(
    session: Session, clock: SetClock, values: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        register_melding(session, a_melding(clock, **values))
    assert caught.value.code == code
    assert vorige_melding(session) is None


def test_a_moment_in_the_future_or_a_reversed_window_is_refused(session: Session, clock: SetClock) -> None:
    with pytest.raises(UserError, match="moment_in_toekomst"):
        register_melding(session, a_melding(clock, gebeurd_van=clock() + timedelta(hours=1)))
    with pytest.raises(UserError, match="venster_omgekeerd"):
        register_melding(session, a_melding(clock, gebeurd_tot=clock() - timedelta(hours=1)))


def test_niemand_aangetroffen_is_data(session: Session) -> None:
    uid = register_niemand(session, 5.01, 52.01, PlaatsBron.KAART, plaats="Zeemanlaan").uid
    melding = toon_melding(session, uid).melding
    assert (melding.soort, melding.maatregelen, melding.resultaat, melding.groepsgrootte) == (
        "GEEN",
        ("GEEN",),
        "R7",
        "G0",
    )
    assert vorige_melding(session) is None, "a check that found nobody is nothing to repeat"


def test_an_edit_logs_only_what_differs_and_can_be_taken_back(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, ernst="1")).uid
    clock.forward(minutes=1)
    done = wijzig_melding(session, uid, {"ernst": "3", "soort": "GEL-STEM"}, "verkeerd getikt")
    lines = geschiedenis(session, uid)
    assert [(line.veld, line.oud, line.nieuw, line.reden) for line in lines[:1]] == [
        ("ernst", "1", "3", "verkeerd getikt")
    ]
    assert lines[-1].veld == "*" and len(lines) == 2
    assert done.undo is not None
    again = maak_ongedaan(session, done.undo)
    assert toon_melding(session, uid).melding.ernst == "1"
    assert again.undo is not None
    maak_ongedaan(session, again.undo)
    assert toon_melding(session, uid).melding.ernst == "3"
    assert wijzig_melding(session, uid, {"ernst": "3"}).undo is None, "nothing differs, so nothing to take back"


def test_fixed_fields_and_lapsed_meldingen_are_not_edited(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    for name in ("status", "bron", "fotos"):
        with pytest.raises(UserError, match="veld_niet_wijzigbaar"):
            wijzig_melding(session, uid, {name: "x"})
    with pytest.raises(UserError, match="reden_nodig"):
        laat_vervallen(session, uid, "  ")
    done = laat_vervallen(session, uid, "dubbel gelogd")
    assert toon_melding(session, uid).melding.status is Status.VERVALLEN
    with pytest.raises(UserError, match="melding_vervallen"):
        wijzig_melding(session, uid, {"ernst": "2"})
    assert done.undo is not None
    maak_ongedaan(session, done.undo)
    assert toon_melding(session, uid).melding.status is Status.ACTIEF
    laat_vervallen(session, uid, "toch")
    herstel_melding(session, uid)
    assert toon_melding(session, uid).melding.status is Status.ACTIEF


def test_the_undo_of_logging_lets_it_lapse_it_never_deletes(session: Session, clock: SetClock) -> None:
    done = register_melding(session, a_melding(clock))
    assert done.undo is not None
    maak_ongedaan(session, done.undo)
    assert toon_melding(session, done.uid).melding.status is Status.VERVALLEN


def test_zelfde_groep_asks_within_50_m_and_2_h_and_makes_one_incident(session: Session, clock: SetClock) -> None:
    first = register_melding(session, a_melding(clock)).uid
    register_niemand(session, 5.01, 52.01, PlaatsBron.KAART)
    clock.forward(minutes=90)
    near = find_same_group(session, 5.0105, 52.01, clock())
    assert [hit.uid for hit in near] == [first] and 30 < near[0].afstand_m < 40
    assert find_same_group(session, 5.0110, 52.01, clock()) == (), "68 m is too far"
    clock.forward(minutes=31)
    assert find_same_group(session, 5.01, 52.01, clock()) == (), "2 h 1 min is too long"
    second = register_melding(session, a_melding(clock), zelfde_groep_als=first).uid
    third = register_melding(session, a_melding(clock), zelfde_groep_als=second).uid
    assert {toon_melding(session, uid).melding.incident for uid in (second, third)} == {first}
    with pytest.raises(UserError, match="melding_onbekend"):
        register_melding(session, a_melding(clock), zelfde_groep_als="weg")


def test_the_draft_goes_in_the_transaction_that_stores_the_melding(session: Session, clock: SetClock) -> None:
    draft = bewaar_concept(session, {"soort": "HANG"}).uid
    with pytest.raises(UserError):
        register_melding(session, a_melding(clock, soort="NIETS"), concept=draft)
    assert [concept.uid for concept in lijst_concepten(session)] == [draft]
    register_melding(session, a_melding(clock), concept=draft)
    assert lijst_concepten(session) == ()
    with session.store.read() as reader:
        assert concepten.list_concepten(reader) == []


def test_a_registration_number_is_its_own_entity(session: Session, clock: SetClock) -> None:
    verwijzing = Opsporingsverwijzing("", "", "PV", "PV-2026/0451", "APV-2:48", 2)
    uid = register_melding(session, a_melding(clock, regime="O", maatregelen=("PV",)), verwijzingen=(verwijzing,)).uid
    (found,) = verwijzingen_bij(session, uid)
    assert (found.registratienummer, found.melding, found.aantal) == ("PV-2026/0451", uid, 2)
    assert ("RAADPLEGEN", "opsporingsverwijzing") in _actions(session)
    with pytest.raises(UserError, match="geen_recht"):
        verwijzingen_bij(as_role(session, Rol.BOA), uid)
    with pytest.raises(UserError, match="registratienummer_ongeldig"):
        register_melding(
            session, a_melding(clock), verwijzingen=(Opsporingsverwijzing("", "", "PV", "; drop table", ""),)
        )  # fmt: skip


def test_the_referral_to_a_jop_needs_the_measure(session: Session, clock: SetClock) -> None:
    jop = "0192f8a0-0000-7000-8000-000000000001"
    uid = register_melding(session, a_melding(clock, doorverwezen_naar=jop)).uid
    assert toon_melding(session, uid).melding.doorverwezen_naar == ""
    uid = register_melding(session, a_melding(clock, doorverwezen_naar=jop, maatregelen=("JOP",))).uid
    assert toon_melding(session, uid).melding.doorverwezen_naar == jop


def test_the_open_ronde_takes_the_melding_in(session: Session, clock: SetClock) -> None:
    before = register_melding(session, a_melding(clock)).uid
    ronde = start_ronde(session).uid
    after = register_melding(session, a_melding(clock)).uid
    assert toon_melding(session, before).melding.ronde == ""
    assert toon_melding(session, after).melding.ronde == ronde


def test_suspect_text_is_flagged_and_a_clean_one_is_not(session: Session, clock: SetClock) -> None:
    flagged = register_melding(session, a_melding(clock, feiten="Bel 06-12345678")).uid
    clean = register_melding(session, a_melding(clock, feiten="Groep bij de Zeemanlaan, muziek.")).uid
    assert toon_melding(session, flagged).tekst_verdacht
    assert not toon_melding(session, clean).tekst_verdacht
    wijzig_melding(session, flagged, {"feiten": "Zij gingen weg."})
    assert not toon_melding(session, flagged).tekst_verdacht
    assert check_text(session, "jan@voorbeeld.nl")


def test_rights_are_asked_of_everybody(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, feiten="feit", duiding="oordeel", groep="G-2026-03")).uid
    boa = as_role(session, Rol.BOA, frozenset({"BU03530001"}))
    seen = toon_melding(boa, uid).melding
    assert (seen.feiten, seen.duiding, seen.groep) == ("feit", "", "")
    assert all(line.veld not in ("duiding", "groep") for line in geschiedenis(boa, uid))
    with pytest.raises(UserError, match="geen_recht"):
        toon_melding(as_role(session, Rol.BOA, frozenset({"BU03530002"})), uid)
    for rol in (Rol.SCHOUWLEIDER, Rol.BELEID, Rol.UITVOERDER, Rol.BEHEERDER, Rol.PRIVACY):
        with pytest.raises(UserError, match="geen_recht"):
            toon_melding(as_role(session, rol), uid)
        with pytest.raises(UserError, match="geen_recht"):
            register_melding(as_role(session, rol), a_melding(clock))
    with pytest.raises(UserError, match="geen_recht"):
        wijzig_melding(boa, uid, {"ernst": "1"})
    with pytest.raises(UserError, match="geen_recht"):
        register_melding(boa, a_melding(clock, maatregelen=("GEBV",)))
    clock.forward(days=400)
    with pytest.raises(UserError, match="reden_nodig"):
        toon_melding(session, uid)
    assert toon_melding(session, uid, "klacht van bewoner").uid == uid
    with pytest.raises(UserError, match="geen_recht"):
        toon_melding(boa, uid)


def test_the_create_line_of_the_history_holds_nothing_hidden(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock, duiding="oordeel", groep="G-2026-03")).uid
    boa = as_role(session, Rol.BOA)
    (create,) = geschiedenis(boa, uid)
    assert "duiding" not in create.nieuw and "groep" not in create.nieuw
