"""The opening screen: open work, due places, darkness."""

from __future__ import annotations

from datetime import timedelta

from boa_app.domain.moments import to_local
from boa_app.domain.roles import Rol
from boa_app.domain.ronde import Bevinding, Plek
from boa_app.store import audit, rondes
from boa_app.store.session import Writer
from boa_app.usecases.concepten import bewaar_concept, verwijder_concept
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.rondes import bezoek_plek, start_ronde
from boa_app.usecases.session import Session
from boa_app.usecases.vandaag import vandaag
from tests.samples import SetClock, a_melding, as_role

NAMES = ("Plein", "Halte", "Sportpark")


def _add_plekken(session: Session) -> list[Plek]:
    places = [Plek(f"0192f8a0-0000-7000-8000-00000000000{i}", name, 5.01, 52.01, "", 2) for i, name in enumerate(NAMES)]

    def work(writer: Writer) -> None:
        for place in places:
            rondes.insert_plek(writer, place)
        audit.append_line(writer, "VERZAMELEN", "plek")

    session.store.write_now(work)
    return places


def test_an_empty_store_has_an_empty_day(session: Session) -> None:
    seen = vandaag(session)
    assert (seen.concepten, seen.nakijken, seen.aan_de_beurt, seen.recent, seen.open_ronde) == ((), (), (), (), None)


def test_places_are_due_by_their_own_rhythm_never_visited_ones_first(session: Session, clock: SetClock) -> None:
    plein, halte, sportpark = _add_plekken(session)
    start_ronde(session)
    bezoek_plek(session, plein.uid, Bevinding.RUSTIG)
    clock.forward(days=1)
    bezoek_plek(session, halte.uid, Bevinding.NIEMAND)
    assert [turn.plek.naam for turn in vandaag(session).aan_de_beurt] == ["Sportpark"]
    clock.forward(days=2)
    due = [(turn.plek.naam, turn.dagen_te_laat) for turn in vandaag(session).aan_de_beurt]
    assert due == [("Sportpark", None), ("Plein", 1), ("Halte", 0)]
    assert vandaag(session).plekken == 3
    assert sportpark.elke_dagen == 2


def test_drafts_flagged_text_and_recent_work(session: Session, clock: SetClock) -> None:
    draft = bewaar_concept(session, {"soort": "GEL-MUZ"}).uid
    flagged = register_melding(session, a_melding(clock, feiten="jan@voorbeeld.nl")).uid
    seen = vandaag(session)
    assert [concept.uid for concept in seen.concepten] == [draft]
    assert [row.uid for row in seen.nakijken] == [flagged] == [row.uid for row in seen.recent]
    assert seen.ongesynchroniseerd == 1
    assert vandaag(as_role(session, Rol.BOA)).nakijken == (), "flagged text goes no further than author and teamleider"
    verwijder_concept(session, draft)
    assert vandaag(session).concepten == ()


def test_dark_from_sunset_to_the_next_sunrise(session: Session, clock: SetClock) -> None:
    seen = vandaag(session)
    assert seen.zon_onder is not None and seen.zon_op is not None
    # De Bilt on 20 November 2026: sun sets about 16:39, rises about 8:10 the next day (KNMI tables).
    assert abs(to_local(seen.zon_onder) - to_local(clock()).replace(hour=16, minute=39)) < timedelta(minutes=4)
    assert abs(to_local(seen.zon_op) - to_local(clock() + timedelta(days=1)).replace(hour=8, minute=11)) < timedelta(
        minutes=5
    )
    clock.forward(hours=6)
    after_midnight = vandaag(session)
    assert after_midnight.zon_onder == seen.zon_onder, "at a quarter to four the running evening is still yesterday's"
