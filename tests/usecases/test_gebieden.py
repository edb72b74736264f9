"""Areas as people make them: rights, log, undo, and the filter that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.gebied import Gebied, GebiedSoort
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases.changes import Undo, UndoSoort
from boa_app.usecases.gebieden import (
    laat_gebied_vervallen,
    lijst_gebieden,
    maak_gebied,
    may_read_gebieden,
    wijzig_gebied,
)
from boa_app.usecases.meldingen import maak_ongedaan, register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, refresh, select
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role

CORNERS = ((5.005, 52.005), (5.015, 52.005), (5.015, 52.015), (5.005, 52.015))
ELSEWHERE = ((5.025, 52.005), (5.035, 52.005), (5.035, 52.015))


def _made(session: Session, **values: object) -> Gebied:
    kept = {"naam": "Binnenstad", "soort": GebiedSoort.CAMERA, "ringen": (CORNERS,), **values}
    done = maak_gebied(session, **kept)  # type: ignore[arg-type]
    assert done.changes.gebieden
    return next(gebied for gebied in lijst_gebieden(session) if gebied.uid == done.uid)


def _audit(session: Session) -> list[tuple[object, ...]]:
    with session.store.read() as reader:
        return [
            (line["actie"], line["velden"], line["reden_tekst"], line["resultaat"])
            for line in audit.lines(reader) if line["object_type"] == "gebied"
        ]  # fmt: skip


def test_a_drawn_area_is_closed_stored_and_logged(session: Session) -> None:
    made = _made(session, besluit="B 2026-14", geldig_van=date(2026, 1, 1))
    assert made.ringen == ((*CORNERS, CORNERS[0]),) and made.geldig_tot is None
    assert _audit(session) == [("VERZAMELEN", "naam,soort,ringen,besluit,geldig_van,status", "", "OK")]


def test_a_change_tells_what_changed_and_can_be_taken_back(session: Session) -> None:
    made = _made(session)
    done = wijzig_gebied(session, made.uid, {"naam": "Plein", "soort": "CAMERA", "ringen": [ELSEWHERE]}, "verplaatst")
    assert _audit(session)[-1] == ("WIJZIGEN", "naam,ringen", "verplaatst", "OK")
    assert done.undo is not None and done.undo.soort is UndoSoort.GEBIED
    back = maak_ongedaan(session, done.undo)
    assert lijst_gebieden(session) == (made,)
    assert back.undo is not None
    maak_ongedaan(session, back.undo)
    assert lijst_gebieden(session)[0].naam == "Plein"


def test_no_change_is_no_line(session: Session) -> None:
    made = _made(session)
    done = wijzig_gebied(session, made.uid, {"naam": made.naam, "ringen": [list(CORNERS)]})
    assert not done.changes.gebieden and done.undo is None and len(_audit(session)) == 1


def test_making_and_voiding_are_taken_back(session: Session) -> None:
    made = maak_gebied(session, "Binnenstad", GebiedSoort.CAMERA, [CORNERS])
    assert made.undo is not None
    maak_ongedaan(session, made.undo)
    assert lijst_gebieden(session) == ()
    kept = _made(session, naam="Noord")
    gone = laat_gebied_vervallen(session, kept.uid, "besluit ingetrokken")
    assert lijst_gebieden(session) == () and gone.undo is not None
    assert _audit(session)[-1] == ("WIJZIGEN", "status", "besluit ingetrokken", "OK")
    maak_ongedaan(session, gone.undo)
    assert lijst_gebieden(session) == (kept,)


def test_taking_back_never_wipes_what_somebody_did_since(session: Session) -> None:
    made = _made(session)
    done = wijzig_gebied(session, made.uid, {"naam": "Plein"})
    wijzig_gebied(session, made.uid, {"naam": "Pleinen"})
    assert done.undo is not None
    with pytest.raises(UserError, match="ongedaan_te_laat"):
        maak_ongedaan(session, done.undo)


def test_voiding_needs_a_reason_and_a_lapsed_one_is_gone(session: Session) -> None:
    made = _made(session)
    with pytest.raises(UserError, match="reden_nodig"):
        laat_gebied_vervallen(session, made.uid, " ")
    laat_gebied_vervallen(session, made.uid, "weg")
    for uid in (made.uid, "onbekend"):
        with pytest.raises(UserError, match="gebied_onbekend"):
            wijzig_gebied(session, uid, {"naam": "x"})


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"naam": ""}, "gebied_naam_nodig"),
        ({"ringen": ((CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3]),)}, "gebied_kruist"),
        ({"naam": "Bel 06-12345678"}, "gebied_persoon"),
        ({"besluit": "zie jan@voorbeeld.nl"}, "gebied_persoon"),
        ({"naam": "Gebiedsverbod Jan Jansen"}, "gebied_persoon"),
        ({"naam": "Verbod Sharona"}, "gebied_persoon"),
        ({"naam": "Verbod 14-05-2008"}, "gebied_persoon"),
        ({"naam": "Plein AB-12-CD"}, "gebied_persoon"),
        ({"besluit": "Tegen Jan de Vries"}, "gebied_persoon"),
        ({"besluit": "Betrokkene geboren 01-02-2008"}, "gebied_persoon"),
        ({"besluit": "Auto AB-12-CD"}, "gebied_persoon"),
        ({"besluit": "bsn 123456782"}, "gebied_persoon"),
    ],
)
def test_what_is_no_area_or_points_at_a_person_is_refused(
    session: Session, values: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        _made(session, **values)
    assert lijst_gebieden(session) == () and _audit(session) == []


def test_a_decision_has_dates_and_numbers_and_a_name_is_a_street(session: Session) -> None:
    assert _made(session, naam="Jan van Goyenlaan", besluit="B&W 12-11-2026, nr. 2026-04512").besluit
    assert _made(session, naam="Sint Jan Kerk", besluit="Raadsbesluit 12-06-2018").besluit
    assert _made(session, naam="Zeemanlaan en 't Hofje", besluit="APV artikel 2:78, Z-2026-14").besluit


def test_a_street_that_is_called_after_somebody_is_a_street(session: Session) -> None:
    streets = tuple(replace(straat, naam=naam) for straat, naam in zip(
        session.kaart.straten, ("Piet Paaltjens", "Sanne de Meent"), strict=True))  # type: ignore[union-attr]  # fmt: skip
    kaart = replace(session.kaart, straten=streets)  # type: ignore[type-var]
    here = replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))
    for naam in ("Piet Paaltjens", "Camera Sanne de Meent"):
        assert _made(here, naam=naam).naam == naam
    with pytest.raises(UserError, match="gebied_persoon"):
        _made(session, naam="Piet Paaltjens")


def test_an_older_area_that_names_somebody_can_be_voided(session: Session) -> None:
    made = _made(session)
    session.write(lambda w: w.db.execute("UPDATE gebieden SET naam = 'Verbod Jan Jansen'"))
    wijzig_gebied(session, made.uid, {"besluit": "B 2026-14"})
    with pytest.raises(UserError, match="gebied_persoon"):
        wijzig_gebied(session, made.uid, {"naam": "Verbod Piet Jansen"})
    laat_gebied_vervallen(session, made.uid, "noemt een persoon")
    assert lijst_gebieden(session) == ()


@pytest.mark.parametrize("rol", Rol)
def test_the_table_of_rights_decides(session: Session, rol: Rol) -> None:
    made = _made(session)
    other = as_role(session, rol)
    makers = {Rol.TEAMLEIDER, Rol.BEHEERDER}
    readers = makers | {Rol.BOA, Rol.JEUGDBOA, Rol.BELEID}
    assert may_read_gebieden(rol) is (rol in readers)
    acts = (
        lambda: maak_gebied(other, "X", GebiedSoort.KVO, [CORNERS]),
        lambda: wijzig_gebied(other, made.uid, {"naam": f"Naam {rol}"}),
        lambda: maak_ongedaan(other, Undo(UndoSoort.GEBIED, made.uid, {"besluit": "B"})),
        lambda: laat_gebied_vervallen(other, made.uid, "weg"),
    )
    for act in acts:
        if rol in makers:
            act()
        else:
            with pytest.raises(UserError, match="geen_recht"):
                act()
    if rol in readers:
        lijst_gebieden(other)
    else:
        with pytest.raises(UserError, match="geen_recht"):
            lijst_gebieden(other)
    assert load_overzicht(other).gebieden.keys() <= (
        {g.uid for g in lijst_gebieden(session)} if rol in readers else set()
    )


def test_only_the_status_is_not_changed_this_way(session: Session) -> None:
    made = _made(session)
    with pytest.raises(UserError, match="veld_niet_wijzigbaar"):
        wijzig_gebied(session, made.uid, {"status": "vervallen"})


def test_the_filter_follows_the_areas(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    overzicht = load_overzicht(session)
    made = maak_gebied(session, "West", GebiedSoort.AANDACHT, [CORNERS])
    refresh(overzicht, session, made.changes)
    wanted = Filter(gebieden=frozenset({made.uid}))
    assert select(overzicht, wanted, session.now()).nrs.size == 1
    moved = wijzig_gebied(session, made.uid, {"ringen": [ELSEWHERE]})
    refresh(overzicht, session, moved.changes)
    assert select(overzicht, wanted, session.now()).nrs.size == 0
    seen = replace(wanted, gebieden=frozenset())
    assert select(overzicht, seen, session.now()).nrs.size == 1
