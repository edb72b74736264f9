"""The words on maps that leave the program."""

from __future__ import annotations

from datetime import date

from boa_app.domain.gebied import GebiedSoort
from boa_app.usecases.beschermd import Publiek, beschermd_raster
from boa_app.usecases.gebieden import maak_gebied
from boa_app.usecases.kaart import kaart_lagen
from boa_app.usecases.kaarttekst import blad_tekst, maak_kaart_html, raster_voor_kaart
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
    team = blad_tekst(session, _vraag(Inhoud.TEAM), lagen).zinnen
    outside = blad_tekst(session, _vraag(Inhoud.OPENBAAR), lagen).zinnen
    assert "minder dan 5" in outside[0] and team[:2] == outside and "binnen de gemeente" in team[2]
    assert blad_tekst(session, _vraag(Inhoud.TEAM), lagen, "en").titel == "Youth nuisance meldingen, IJsselstein"


def test_areas_of_the_filter_are_told_by_name(session: Session) -> None:
    ring = ((5.0, 52.0), (5.01, 52.0), (5.01, 52.01), (5.0, 52.0))
    uid = maak_gebied(session, "Lagedijk", GebiedSoort.KVO, [ring]).uid
    wanted = Filter(van=date(2026, 1, 1), tot=date(2026, 12, 31), gebieden=frozenset({uid}))
    told = blad_tekst(session, _vraag(Inhoud.TEAM, wanted), kaart_lagen(session)).filter
    assert told == "Heel 2026 · hele dag · alle soorten · Lagedijk"


def test_the_file_and_the_sheet_say_the_same(session: Session, clock: SetClock) -> None:
    for _ in range(6):
        register_melding(session, a_melding(clock))
    made = beschermd_raster(session, load_overzicht(session), Filter(weken=26))
    data, legend = raster_voor_kaart(made)
    assert [vak["tekst"] for vak in data["vakken"]] == ["6"] and legend["klassen"] == ["minder", "gemiddeld", "meer"]
    text = maak_kaart_html(session, made, kaart_lagen(session)).decode("utf-8")
    for words in ("Laatste 26 weken (23-05 t/m 20-11-2026)", "binnen de gemeente", legend["titel"], "Gemaakt op 20-11"):
        assert words in text
    assert made.publiek is Publiek.TEAM
