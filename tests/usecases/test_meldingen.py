"""Logging, changing, lapsing, taking back and reading meldingen on a real store."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.melding import Status
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Rol
from boa_app.store import audit, changes, concepten, jops, meldingen
from boa_app.store.session import Writer
from boa_app.usecases.concepten import bewaar_concept, lijst_concepten
from boa_app.usecases.meldingen import (
    herstel_melding,
    laat_vervallen,
    maak_ongedaan,
    register_melding,
    wijzig_melding,
)
from boa_app.usecases.meldingen_lezen import (
    find_same_group,
    geschiedenis,
    toon_melding,
    verwijzingen_bij,
)
from boa_app.usecases.meldingregels import check_text
from boa_app.usecases.rondes import start_ronde
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role

UNKNOWN = "0192f8a0-0000-7000-8000-000000000001"


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
    with session.store.read() as reader:
        assert meldingen.count(reader) == 0


def test_a_moment_in_the_future_or_a_reversed_window_is_refused(session: Session, clock: SetClock) -> None:
    with pytest.raises(UserError, match="moment_in_toekomst"):
        register_melding(session, a_melding(clock, gebeurd_van=clock() + timedelta(hours=1)))
    with pytest.raises(UserError, match="venster_omgekeerd"):
        register_melding(session, a_melding(clock, gebeurd_tot=clock() - timedelta(hours=1)))


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
    register_melding(session, a_melding(clock, soort="GEEN"))
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
    def add_jop(writer: Writer) -> None:
        jops.insert_jop(writer, Jop(UNKNOWN, "JOP-1", "Schuttersweg", JopStatus.ACTIEF, 5.02, 52.02))
        audit.append_line(writer, "VERZAMELEN", "jop", UNKNOWN)

    session.store.write_now(add_jop)
    with pytest.raises(UserError, match="jop_zonder_maatregel"):
        register_melding(session, a_melding(clock, doorverwezen_naar=UNKNOWN))
    uid = register_melding(session, a_melding(clock, doorverwezen_naar=UNKNOWN, maatregelen=("JOP",))).uid
    assert toon_melding(session, uid).melding.doorverwezen_naar == UNKNOWN
    wijzig_melding(session, uid, {"maatregelen": []})
    assert toon_melding(session, uid).melding.doorverwezen_naar == "", "it goes with its measure"
    with pytest.raises(UserError, match="jop_zonder_maatregel"):
        wijzig_melding(session, uid, {"doorverwezen_naar": UNKNOWN})


@pytest.mark.parametrize(
    "values",
    [{"ronde": UNKNOWN}, {"incident": UNKNOWN}, {"doorverwezen_naar": UNKNOWN, "maatregelen": ("JOP",)}],
)
def test_a_reference_to_nothing_is_refused(session: Session, clock: SetClock, values: dict[str, Any]) -> None:
    veld = next(iter(values))
    with pytest.raises(UserError, match="verwijzing_onbekend") as caught:
        register_melding(session, a_melding(clock, **values))
    assert caught.value.fields == {"veld": veld}
    uid = register_melding(session, a_melding(clock)).uid
    with pytest.raises(UserError, match="verwijzing_onbekend"):
        wijzig_melding(session, uid, {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()})
    assert toon_melding(session, uid).melding == a_melding(clock)


def test_an_event_is_another_melding_or_shared_with_one(session: Session, clock: SetClock) -> None:
    first = register_melding(session, a_melding(clock)).uid
    second = register_melding(session, a_melding(clock, incident=first)).uid
    third = register_melding(session, a_melding(clock)).uid
    for uid in (first, second, third):
        with pytest.raises(UserError, match="verwijzing_onbekend"):
            wijzig_melding(session, uid, {"incident": uid})
    wijzig_melding(session, third, {"incident": first})
    assert toon_melding(session, third).melding.incident == first


@pytest.mark.parametrize(
    "values",
    [
        {"soort": "HANG", "soorten": ("GEEN",)},
        {"soort": "GEEN", "soorten": ("HANG",)},
        {"soort": "GEEN", "groepsgrootte": "G5"},
        {"soort": "GEEN", "maatregelen": ("OBS", "AANSPR")},
    ],
)
def test_nobody_found_goes_with_nothing_else(session: Session, clock: SetClock, values: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="geen_past_niet"):
        register_melding(session, a_melding(clock, **values))
    quiet = a_melding(clock, soort="GEEN", groepsgrootte="G0", maatregelen=("GEEN", "OBS"), resultaat="R7")
    uid = register_melding(session, quiet).uid
    with pytest.raises(UserError, match="geen_past_niet"):
        wijzig_melding(session, uid, {"groepsgrootte": "G3"})


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
