"""What the form begins with, on a real store: the previous melding, where the boa was, street texts, drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.roles import Rol
from boa_app.domain.ronde import Bevinding, Plek
from boa_app.store import audit, rondes
from boa_app.store.writer import Writer
from boa_app.usecases.concepten import bewaar_concept
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.formulier_start import (
    DEFAULT_STRAATTEKSTEN,
    MAX_STRAATTEKSTEN,
    bewaar_straatteksten,
    load_start,
    mag_bestuurlijk,
    open_concept,
)
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.rondes import bezoek_plek, start_ronde
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role


def test_an_empty_store_knows_no_place_and_no_previous_melding(session: Session) -> None:
    start = load_start(session)
    assert (start.vorige, start.voorstel, start.jops, start.ronde) == (None, None, (), "")
    assert start.straatteksten == DEFAULT_STRAATTEKSTEN
    assert 5.0 < start.centrum[0] < 5.04
    assert start.mag_groep


def test_the_place_of_just_now_is_proposed_and_that_of_three_hours_ago_is_not(
    session: Session, clock: SetClock
) -> None:
    register_melding(session, a_melding(clock, plaats="Walkade"))
    clock.forward(minutes=20)
    voorstel = load_start(session).voorstel
    assert voorstel is not None
    assert (voorstel.plaats, voorstel.uit) == ("Walkade", "melding")
    clock.forward(hours=3)
    start = load_start(session)
    assert start.voorstel is None
    assert start.vorige is not None


def test_where_nobody_was_found_is_where_the_boa_is(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock, plaats="Walkade"))
    clock.forward(minutes=50)
    nobody = Formulier().kies_plek(5.03, 52.02, plaats="Zeemanlaan").niemand()
    register_melding(session, nobody.to_melding(clock()))
    start = load_start(session)
    assert start.voorstel is not None
    assert start.voorstel.plaats == "Zeemanlaan"
    assert start.vorige is not None, "what was found before is still what one repeats"
    assert start.vorige.melding.plaats == "Walkade"


def test_a_visit_after_the_melding_is_where_the_boa_is(session: Session, clock: SetClock) -> None:
    plek = Plek(uuid7(clock()), "Plantsoen", 5.015, 52.005)

    def work(writer: Writer) -> None:
        rondes.insert_plek(writer, plek)
        audit.append_line(writer, "VERZAMELEN", "plek", plek.uid)

    session.store.write_now(work)
    start_ronde(session)
    register_melding(session, a_melding(clock))
    clock.forward(minutes=5)
    bezoek_plek(session, plek.uid, Bevinding.RUSTIG)
    start = load_start(session)
    assert start.voorstel is not None
    assert (start.voorstel.plaats, start.voorstel.uit) == ("Plantsoen", "bezoek")
    assert start.ronde != ""


def test_street_texts_are_kept_without_doubles_and_empty_lines(session: Session) -> None:
    assert bewaar_straatteksten(session, (" Een. ", "", "Twee.", "Een.")) == ("Een.", "Twee.")
    assert load_start(session).straatteksten == ("Een.", "Twee.")
    assert len(bewaar_straatteksten(session, tuple(str(n) for n in range(99)))) == MAX_STRAATTEKSTEN


def test_a_draft_opens_with_the_melding_it_corrects(session: Session, clock: SetClock) -> None:
    uid = register_melding(session, a_melding(clock)).uid
    form = replace(Formulier().kies_plek(5.01, 52.01).kies_soorten(["HANG"]), bewerkt=uid)
    concept = bewaar_concept(session, form.to_concept()).uid
    opened = open_concept(session, concept)
    assert opened.formulier == form
    assert opened.record is not None
    assert opened.record.uid == uid
    laat_vervallen(session, uid, "dubbel")
    assert open_concept(session, concept).record is None
    with pytest.raises(UserError, match="concept_onbekend"):
        open_concept(session, "0197f1c0-0000-7000-8000-000000000001")


def test_only_a_teamleider_chooses_bestuurlijke_measures_and_a_boa_links_no_group(session: Session) -> None:
    assert mag_bestuurlijk(session)
    boa = as_role(session, Rol.BOA)
    assert not mag_bestuurlijk(boa)
    assert not load_start(boa).mag_groep
    assert load_start(as_role(session, Rol.JEUGDBOA)).mag_groep
    with pytest.raises(UserError, match="geen_recht"):
        load_start(as_role(session, Rol.SCHOUWLEIDER))
