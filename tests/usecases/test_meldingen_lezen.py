"""Reading one melding, its history and its registrations: logged, and no further than the table of rights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit
from boa_app.usecases.meldingen import laat_vervallen, register_melding, wijzig_melding
from boa_app.usecases.meldingen_lezen import (
    find_same_group,
    geschiedenis,
    toon_melding,
    velden_in_conflict,
    verwijzingen_bij,
)
from boa_app.usecases.session import Session
from tests.apparaten import opstelling
from tests.samples import SetClock, a_melding, as_role


def read_lines(session: Session) -> list[tuple[object, object, object, object]]:
    with session.store.read() as reader:
        return [
            (line["object_type"], line["object_id"], line["reden_tekst"], line["regime"])
            for line in audit.lines(reader)
            if line["actie"] == "RAADPLEGEN"
        ]


def test_every_reading_is_a_line_with_its_reason(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    toon_melding(session, uid, "controle")
    geschiedenis(session, uid)
    assert read_lines(session) == [("melding", uid, "controle", "T"), ("geschiedenis", uid, "", "T")]


def test_unknown_melding_is_refused_and_not_logged(session: Session) -> None:
    for call in (toon_melding, geschiedenis, verwijzingen_bij):
        with pytest.raises(UserError, match="melding_onbekend"):
            call(session, "0192f8a0-0000-7000-8000-000000000009")
    assert read_lines(session) == []


def test_record_comes_with_the_heads_it_was_read_at(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    first = toon_melding(session, uid).koppen
    wijzig_melding(session, uid, {"ernst": "2"})
    second = toon_melding(session, uid).koppen
    assert first["soort"] == second["soort"]
    assert first["ernst"] != second["ernst"]


def test_history_tells_old_and_new_newest_first(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    clock.forward(minutes=1)
    wijzig_melding(session, uid, {"ernst": "2"})
    clock.forward(minutes=1)
    wijzig_melding(session, uid, {"lon": 5.011}, "verkeerd getikt")
    place, ernst, create = geschiedenis(session, uid)
    assert (ernst.veld, ernst.oud, ernst.nieuw, ernst.wie) == ("ernst", "", "2", session.actor.account)
    assert (place.veld, place.oud["lon"], place.nieuw["lon"], place.reden) == (
        "positie",
        5.01,
        5.011,
        "verkeerd getikt",
    )
    assert (create.veld, create.oud) == ("*", None)
    assert create.wanneer < ernst.wanneer < place.wanneer


def test_flagged_text_stays_with_author_and_teamleider_also_after_it_was_rewritten(
    session: Session, clock: SetClock
) -> None:
    author = as_role(session, Rol.BOA, account="boa-1")
    other = as_role(session, Rol.BOA, account="boa-2")
    uid = register_melding(author, a_melding(clock, feiten="Sprak met Kevin.", plaats="bij dhr. Jansen")).uid
    assert toon_melding(other, uid).melding.feiten == ""
    assert toon_melding(author, uid).melding.feiten == toon_melding(session, uid).melding.feiten == "Sprak met Kevin."
    wijzig_melding(author, uid, {"feiten": "Sprak met de groep.", "plaats": "Plein"})
    assert toon_melding(other, uid).melding.feiten == "Sprak met de groep."
    shown = repr(geschiedenis(other, uid))
    assert "Kevin" not in shown
    assert "Jansen" not in shown
    assert "Sprak met de groep." in shown
    for reader in (author, session):
        assert "Kevin" in repr(geschiedenis(reader, uid))


def test_registration_is_read_by_author_and_teamleider_only(session: Session, clock: SetClock) -> None:
    author = as_role(session, Rol.BOA, account="boa-1")
    melding = a_melding(clock, regime="O", maatregelen=("PV",))
    number = Opsporingsverwijzing("", "", "PV", "PL-2026-1")
    uid = register_melding(author, melding, verwijzingen=(number,)).uid
    for reader in (author, session):
        assert [found.registratienummer for found in verwijzingen_bij(reader, uid)] == ["PL-2026-1"]
    assert [line[0] for line in read_lines(session)] == ["opsporingsverwijzing", "opsporingsverwijzing"]
    with pytest.raises(UserError, match="geen_recht"):
        verwijzingen_bij(as_role(session, Rol.JEUGDBOA, account="boa-2"), uid)


def test_same_group_is_near_in_place_and_time_and_told_in_codes(session: Session, clock: SetClock) -> None:
    near = register_melding(session, a_melding(clock, groepsgrootte="G3")).uid
    nearest = register_melding(session, a_melding(clock, lat=52.0103)).uid
    register_melding(session, a_melding(clock, soort="GEEN"))
    register_melding(session, a_melding(clock, lat=52.02))
    lapsed = register_melding(session, a_melding(clock)).uid
    laat_vervallen(session, lapsed, "Vergissing")
    hits = find_same_group(session, 5.01, 52.01035, clock())
    assert [hit.uid for hit in hits] == [nearest, near]
    assert hits[1].groepsgrootte == "G3"
    assert hits[0].afstand_m < hits[1].afstand_m < 50
    clock.forward(hours=2, minutes=1)
    assert find_same_group(session, 5.01, 52.01035, clock()) == ()


def test_same_group_outside_the_own_area_is_not_told(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    east = as_role(session, Rol.BOA, frozenset({"BU03530002"}))
    assert find_same_group(east, 5.01, 52.01, clock()) == ()


def test_the_fields_in_conflict_are_those_the_reader_may_see(tmp_path: Path) -> None:
    with opstelling(tmp_path) as veld:
        een, ander = veld.apparaat("Sam de Wit", "teamleider", None), veld.apparaat("Noor Vos", "teamleider", None)
        uid = een.meld(ernst="1", duiding="Groep praat")
        assert velden_in_conflict(een.session, uid) == ()
        veld.sync_all()
        for device, value in ((een, "3"), (ander, "2")):
            wijzig_melding(device.session, uid, {"ernst": value, "duiding": f"Groep van {value}"})
        veld.sync_all()
        assert velden_in_conflict(een.session, uid) == ("duiding", "ernst")
        boa = replace(een.session, actor=Actor("iemand", Rol.BOA))
        assert velden_in_conflict(boa, uid) == ("ernst",)
