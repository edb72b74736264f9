"""The words on maps that leave the program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from boa_app.domain.gebied import GebiedSoort
from boa_app.usecases.beschermd import Publiek, beschermd_raster, openbaar_raster
from boa_app.usecases.gebieden import maak_gebied
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.kaarttekst import beschermde_zinnen, blad_tekst, maak_kaart_html, raster_voor_kaart
from boa_app.usecases.kaartuitvoer import Inhoud, Uitweg, Vraag
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding


def _vraag(inhoud: Inhoud, wanted: Filter | None = None, lagen: frozenset[str] = frozenset()) -> Vraag:
    return Vraag(Uitweg.PDF, inhoud, wanted or Filter(weken=26), 6, lagen)


def test_a_sheet_says_what_when_and_for_whom(session: Session) -> None:
    lagen = kaart_lagen(session)
    exact = blad_tekst(session, _vraag(Inhoud.SCHERM, lagen=frozenset({"punten"})), lagen)
    assert exact.titel == "Meldingen jeugdoverlast, IJsselstein"
    assert exact.filter == "Laatste 26 weken (23-05 t/m 20-11-2026) · hele dag · alle soorten"
    assert exact.zinnen[0].startswith("Alleen voor het team.")
    assert exact.stand == "Stand per 20-11-2026 21:42 · eigen tekening" and exact.schaal.endswith("1 : {schaal}")
    assert exact.merk == "", "this store holds no invented data"
    assert blad_tekst(session, _vraag(Inhoud.SCHERM, lagen=frozenset({"jops"})), lagen).zinnen == ()
    assert blad_tekst(session, _vraag(Inhoud.SCHERM), lagen, language="en").titel.endswith("meldingen, IJsselstein")


def test_a_protected_sheet_says_what_it_leaves_out(session: Session, clock: SetClock) -> None:
    for days in (70, 150):
        for _ in range(6):
            register_melding(session, a_melding(clock, gebeurd_van=clock() - timedelta(days=days)))
    lagen, overzicht = kaart_lagen(session), load_overzicht(session)
    public = openbaar_raster(session, overzicht)
    clock.forward(hours=5)
    outside = blad_tekst(session, _vraag(Inhoud.OPENBAAR, public.wanted), lagen, public)
    assert outside.filter == "01-07 t/m 30-09-2026 · hele dag · alle soorten"
    assert outside.stand.startswith("Vastgesteld op 20-11-2026 21:42 · "), "not of the moment it is made again"
    assert outside.zinnen[:3] == (
        "Vakjes met minder dan 5 meldingen zijn samengevoegd of verborgen, zodat niemand te herleiden is.",
        "Vaste periode (kwartaal), vastgesteld op 20-11-2026 21:42. Wat later is gemeld of verbeterd, staat er niet "
        "in.",
        "Vakken van 400 meter of groter, want adressen ontbreken in het kaartpakket.",
    )
    team = beschermd_raster(session, overzicht, Filter(weken=26, buurten=frozenset({"BU03530001"})))
    told = beschermde_zinnen(team)
    assert told[1].startswith("2 vaste perioden (kwartaal), opgeteld.") and "5 of meer" in told[1]
    assert told[3].startswith("Alleen vakken waarvan het midden") and told[-1].endswith("binnen de gemeente.")
    known = replace(team, raster=replace(team.raster, met_adressen=True))
    assert not any("adressen" in zin for zin in beschermde_zinnen(known))
    assert all(zin not in told for zin in beschermde_zinnen(team, "en"))


def test_areas_of_the_filter_are_told_by_name(session: Session) -> None:
    ring = ((5.0, 52.0), (5.01, 52.0), (5.01, 52.01), (5.0, 52.0))
    uid = maak_gebied(session, "Lagedijk", GebiedSoort.KVO, [ring]).uid
    wanted = Filter(van=date(2026, 1, 1), tot=date(2026, 12, 31), gebieden=frozenset({uid}))
    told = blad_tekst(session, _vraag(Inhoud.TEAM, wanted), kaart_lagen(session)).filter
    assert told == "Heel 2026 · hele dag · alle soorten · Lagedijk"


def test_the_file_and_the_sheet_say_the_same(session: Session, clock: SetClock) -> None:
    for _ in range(6):
        register_melding(session, a_melding(clock, gebeurd_van=clock() - timedelta(days=70)))
    made = beschermd_raster(session, load_overzicht(session), Filter(weken=26))
    data, legend = raster_voor_kaart(made)
    assert [vak["tekst"] for vak in data["vakken"]] == ["6"] and legend["klassen"] == ["minder", "gemiddeld", "meer"]
    text = maak_kaart_html(session, made, kaart_lagen(session)).decode("utf-8")
    expected = ("01-07 t/m 30-09-2026", "binnen de gemeente", legend["titel"], "Vastgesteld op 20-11", "want adressen")
    for words in expected:
        assert words in text
    assert made.publiek is Publiek.TEAM
