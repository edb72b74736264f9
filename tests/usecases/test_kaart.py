"""What each role is shown on the map, with and without a kaartpakket."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.roles import Rol
from boa_app.domain.ronde import Plek
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.store import audit, jops, rondes, schouwen
from boa_app.store.session import Writer
from boa_app.usecases.gebieden import maak_gebied
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role, small_kaart

JOP = Jop(
    "0192f8a0-0000-7000-8000-000000000001", "JOP-1", "Zeemanlaan", JopStatus.ACTIEF, 5.01, 52.01,
    "BANK", date(2022, 5, 1), date(2023, 5, 1),
)  # fmt: skip
SCHOUW = Schouw(
    "0192f8a0-0000-7000-8000-000000000002", "Achterveld", date(2022, 10, 5), "avond", "gelopen",
    (SchouwGroep("A", ((5.0, 52.0), (5.01, 52.01), (5.0, 52.0))),),
)  # fmt: skip


@pytest.fixture
def filled(session: Session) -> Session:
    def fill(writer: Writer) -> None:
        jops.insert_jop(writer, JOP)
        schouwen.insert_schouw(writer, SCHOUW)
        audit.append_line(writer, Actie.VERZAMELEN, "jop", JOP.uid)

    session.write(fill)
    return session


def test_teamleider_sees_all_layers(filled: Session) -> None:
    lagen = kaart_lagen(filled)
    kaart = small_kaart()
    assert (lagen.naam, lagen.omtrek, lagen.buurten, lagen.straten) == (
        "IJsselstein", kaart.omtrek, kaart.buurten, kaart.straten,
    )  # fmt: skip
    assert lagen.jops == (JOP,)
    assert lagen.schouwen == (SCHOUW,)
    assert lagen.attributie == "eigen tekening"
    assert lagen.pakket
    assert not lagen.voorbeeld, "the store decides whether the data are an example, not the map"


def test_without_kaartpakket_the_name_and_the_things_of_the_store_stay(filled: Session) -> None:
    lagen = kaart_lagen(replace(filled, kaart=None))
    assert (lagen.naam, lagen.pakket, lagen.omtrek, lagen.straten, lagen.attributie) == (
        "IJsselstein",
        False,
        (),
        (),
        "",
    )
    assert lagen.jops == (JOP,)


@pytest.mark.parametrize("rol", [Rol.BOA, Rol.JEUGDBOA])
def test_boa_sees_jops_and_no_schouw_of_somebody_else(filled: Session, rol: Rol) -> None:
    lagen = kaart_lagen(as_role(filled, rol))
    assert lagen.jops == (JOP,)
    assert lagen.schouwen == ()


def test_schouwleider_sees_where_a_jop_is_and_nothing_more(filled: Session) -> None:
    lagen = kaart_lagen(as_role(filled, Rol.SCHOUWLEIDER))
    assert lagen.jops == (replace(JOP, code="", type="", plaatsingsdatum=None, proef_tot=None),)
    assert lagen.schouwen == ()


@pytest.mark.parametrize("rol", [Rol.UITVOERDER, Rol.BEHEERDER, Rol.PRIVACY])
def test_roles_without_a_right_see_the_ground_only(filled: Session, rol: Rol) -> None:
    lagen = kaart_lagen(as_role(filled, rol))
    assert (lagen.jops, lagen.schouwen) == ((), ())
    assert lagen.buurten


def test_without_kaartpakket_own_places_are_there_to_go_by(session: Session, clock: SetClock) -> None:
    for _ in range(2):
        register_melding(session, a_melding(clock, lon=5.02, lat=52.02, plaats=""))
    plein = Plek("0192f8a0-0000-7000-8000-000000000003", "Het Plein", 5.03, 52.03)

    def fill(writer: Writer) -> None:
        rondes.insert_plek(writer, plein)
        audit.append_line(writer, Actie.VERZAMELEN, "plek", plein.uid)

    session.write(fill)
    assert kaart_lagen(session).bekend == ()
    plek, own = kaart_lagen(replace(session, kaart=None)).bekend
    assert (plek.naam, plek.moment) == ("Het Plein", None)
    assert (own.naam, own.lon, own.lat, own.moment is None) == ("", 5.02, 52.02, False)


def test_areas_are_on_the_map_of_who_may_read_them_and_an_old_one_says_so(session: Session) -> None:
    corners = ((5.005, 52.005), (5.015, 52.005), (5.015, 52.015))
    maak_gebied(session, "Plein", GebiedSoort.CAMERA, [corners])
    maak_gebied(session, "Feest", GebiedSoort.EVENEMENT, [corners], geldig_tot=date(2026, 11, 19))
    shown = kaart_lagen(session).gebieden
    assert [(gebied.naam, gebied.soort, gebied.geldig) for gebied in shown] == [
        ("Feest", "EVENEMENT", False),
        ("Plein", "CAMERA", True),
    ]
    assert shown[0].ringen == ((*corners, corners[0]),)
    assert len(kaart_lagen(as_role(session, Rol.BOA)).gebieden) == 2
    assert kaart_lagen(as_role(session, Rol.SCHOUWLEIDER)).gebieden == ()
