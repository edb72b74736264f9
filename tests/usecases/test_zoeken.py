"""Search anything: what a text can mean, for whom, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.melding import Melding
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases.filters import bewaar_filter
from boa_app.usecases.meldingen import laat_vervallen, register_melding
from boa_app.usecases.overzicht import Filter, Overzicht, load_overzicht, select
from boa_app.usecases.session import Session
from boa_app.usecases.zoeken import Zoekuitslag, log_zoek, zoek
from boa_app.usecases.zoeknamen import Opdracht, Vondstsoort
from tests.samples import SetClock, a_melding, as_role
from tests.store.test_zoeken import HOSTILE

LONG = "Toen wij aankwamen stond er een groepje bij het hek, een oude fiets lag in het water en niemand wist van wie"


def _make(session: Session, clock: SetClock, **values: object) -> str:
    clock.forward(seconds=1)
    return register_melding(session, a_melding(clock, **values)).uid


def _meldingen(uitslag: Zoekuitslag) -> list[str]:
    return [one.sleutel for groep in uitslag.groepen if groep.soort is Vondstsoort.MELDING for one in groep.vondsten]


def _overzicht(session: Session) -> Overzicht:
    return load_overzicht(session)


def test_meldingen_newest_first_with_the_words_around(session: Session, clock: SetClock) -> None:
    first = _make(session, clock, feiten=LONG)
    second = _make(session, clock, plaats="Fietspad")
    uitslag = zoek(session, "fiets", _overzicht(session))
    assert _meldingen(uitslag) == [second, first] and uitslag.nrs.tolist() == [2, 1]
    found = uitslag.vondsten()
    assert found[0].fragment == "" and found[1].fragment.startswith("… ") and "oude fiets lag" in found[1].fragment
    assert found[0].rij is not None and found[0].rij.plaats == "Fietspad"


def test_all_of_them_as_a_filter(session: Session, clock: SetClock) -> None:
    for number in range(8):
        _make(session, clock, feiten="fiets" if number % 2 else "bank")
    overzicht = _overzicht(session)
    uitslag = zoek(session, "fiets", overzicht, limit=2)
    groep = uitslag.groepen[0]
    assert (groep.soort, len(groep.vondsten), groep.aantal) == (Vondstsoort.MELDING, 2, 4)
    kept = select(overzicht, Filter(nrs=frozenset(uitslag.nrs.tolist())), session.now())
    assert kept.nrs.tolist() == uitslag.nrs.tolist() == [8, 6, 4, 2]


def test_lapsed_and_flagged_ones_are_not_found(session: Session, clock: SetClock) -> None:
    lapsed = _make(session, clock, feiten="fiets")
    laat_vervallen(session, lapsed, "dubbel")
    _make(session, clock, feiten="fiets van Jan de Vries, 06-12345678")
    assert zoek(session, "fiets", _overzicht(session)).nrs.size == 0


def test_facts_that_need_a_reason_are_not_found_by_their_words(session: Session, clock: SetClock) -> None:
    _make(session, clock, feiten="fiets", plaats="Havenpad")
    clock.forward(days=400)
    overzicht = _overzicht(session)
    assert select(overzicht, Filter(), session.now()).nrs.size == 1, "still on the map"
    assert zoek(session, "fiets", overzicht).nrs.size == 0
    by_place = zoek(session, "havenpad", overzicht)
    assert by_place.nrs.tolist() == [1] and by_place.vondsten()[0].fragment == ""
    assert zoek(session, "havenpad fiets", overzicht).nrs.size == 0


def test_only_who_may_see_them(session: Session, clock: SetClock) -> None:
    _make(session, clock, feiten="fiets")
    _make(session, clock, feiten="fiets", lon=5.03)
    west = as_role(session, Rol.BOA, frozenset({"BU03530001"}))
    assert zoek(west, "fiets", _overzicht(west)).nrs.tolist() == [1]
    for rol in (Rol.SCHOUWLEIDER, Rol.BELEID, Rol.BEHEERDER, Rol.PRIVACY, Rol.UITVOERDER):
        other = as_role(session, rol)
        kinds = {groep.soort for groep in zoek(other, "fiets", _overzicht(other)).groepen}
        assert not kinds & {Vondstsoort.MELDING, Vondstsoort.DATUM, Vondstsoort.SOORT, Vondstsoort.FILTER}, rol


def test_days_places_commands_and_kept_filters(session: Session) -> None:
    overzicht, new = _overzicht(session), Opdracht("nieuw", "Nieuwe melding")
    bewaar_filter(session, "Vuurwerk centrum", Filter(soorten=frozenset({"VUUR"})))

    def kinds(text: str) -> list[Vondstsoort]:
        return [groep.soort for groep in zoek(session, text, overzicht, opdrachten=(new,)).groepen]

    assert kinds("") == [Vondstsoort.OPDRACHT, Vondstsoort.FILTER]
    assert kinds("vuurwerk") == [Vondstsoort.FILTER, Vondstsoort.SOORT]
    assert kinds("20-11") == [Vondstsoort.DATUM] and kinds("52,02 5,04") == [Vondstsoort.COORDINATEN]
    assert kinds("nieuwe") == [Vondstsoort.OPDRACHT]


def test_a_single_letter_asks_no_full_text(session: Session, clock: SetClock) -> None:
    _make(session, clock, feiten="fiets")
    assert zoek(session, "f", _overzicht(session)).nrs.size == 0


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_gives_an_answer(session: Session, typed: str) -> None:
    assert zoek(session, typed, _overzicht(session)).tekst == typed


def test_of_a_search_only_numbers_are_kept(session: Session, clock: SetClock) -> None:
    _make(session, clock, feiten="fiets van Pietersen gezien")
    log_zoek(session, zoek(session, "fiets pietersen", _overzicht(session)))
    with session.store.read() as reader:
        line = list(audit.lines(reader))[-1]
    assert (line["actie"], line["reden_code"]) == ("COMBINEREN", "zoeken")
    assert str(line["reden_tekst"]).startswith("woorden=2 treffers=") and "pieter" not in str(line).lower()


def test_one_saved_a_moment_ago_waits_for_the_overview(session: Session, clock: SetClock) -> None:
    overzicht = _overzicht(session)
    _make(session, clock, feiten="fiets")
    assert zoek(session, "fiets", overzicht).nrs.size == 0
    assert zoek(session, "fiets", _overzicht(session)).nrs.size == 1
    moment = Melding(clock() - timedelta(days=1), 5.01, 52.01, "HANG", feiten="fiets eerder")
    register_melding(session, moment)
    assert zoek(session, "fiets", _overzicht(session)).nrs.tolist() == [1, 2], "by when it happened"


def test_a_day_tells_how_many_meldingen_it_has(session: Session, clock: SetClock) -> None:
    for _ in range(3):
        _make(session, clock)
    laat_vervallen(session, _make(session, clock), "dubbel")
    overzicht = _overzicht(session)
    day = overzicht.stand.columns["dag"][0].astype("datetime64[D]").item()
    today = zoek(session, f"{day.day}-{day.month}-{day.year}", overzicht).vondsten()[0]
    before = zoek(session, f"{day.day}-{day.month}-{day.year - 1}", overzicht).vondsten()[0]
    kept = select(overzicht, Filter(van=day, tot=day), session.now())
    assert (today.dag, today.aantal, before.aantal) == (day, kept.nrs.size, 0)
    assert today.aantal == 3
