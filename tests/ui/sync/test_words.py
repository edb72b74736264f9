"""What a bonnetje says: every way a round can end, and never that all is well while it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.bonnetje import Bonregel, BonStatus
from boa_app.domain.errors import EnvironmentProblem
from boa_app.ui.sync.words import SyncWords, joined
from boa_app.usecases.synchroniseren import Syncstand, Voortgang
from tests.ui.sync import beelden

WORDS = SyncWords("nl")


def test_the_bonnetje_of_the_picture() -> None:
    told = WORDS.bon(beelden.photo_waits())
    assert told.kop == "Bonnetje 0412"
    assert told.wanneer == "vr 20-11-2026, 21:47, duur 14 s"
    assert told.oordeel == "159 van 160 foto's zijn aangekomen."
    assert told.meer == "1 foto staat nog hier en gaat vanzelf mee."
    assert not told.goed
    assert [line.naam for line in told.regels] == ["Meldingen", "Wijzigingen", "Rondes", "Foto's", "Opgehaald"]
    assert [line.note for line in told.regels] == ["", "", "", "1 nog hier", ""]
    assert told.controle == (
        ("Controlegetal, beide kanten", "7F3A C219"),
        ("Controlegetal foto's", "volgt na foto 160"),
    )


def test_everything_arrived() -> None:
    told = WORDS.bon(beelden.bon())
    assert (told.oordeel, told.goed) == ("Alles is aangekomen.", True)
    nothing = WORDS.bon(beelden.bon(regels=(Bonregel("wijzigingen", 0, 0), Bonregel("opgehaald", 0, 0))))
    assert (nothing.oordeel, nothing.goed) == ("Er was niets nieuws.", True)


@pytest.mark.parametrize("status", [status for status in BonStatus if status is not BonStatus.GELUKT])
def test_a_round_that_did_not_end_well_is_never_green(status: BonStatus) -> None:
    told = WORDS.bon(beelden.bon(status=status, nr=0, klaar_op=None))
    assert not told.goed
    assert told.oordeel.endswith(".")
    assert told.meer
    assert told.kop == "Bonnetje"
    assert told.wanneer == "vr 20-11-2026, 21:47"


def test_a_broken_round_says_why_and_that_the_rest_waits() -> None:
    told = WORDS.bon(beelden.bon(status=BonStatus.ONDERBROKEN, code="centrale_onbereikbaar", nog_hier=3))
    assert told.oordeel == "De centrale is niet bereikbaar."
    assert told.meer.startswith("3 wijzigingen staan nog hier en gaan vanzelf mee.")


def test_an_answer_by_hand_that_brought_not_everything_is_not_green() -> None:
    told = WORDS.bon(beelden.bon(code="usb_meer_klaar"))
    assert told.oordeel == "Er staat meer klaar dan in dit antwoord paste."
    assert told.meer == "Schrijf nog een bestand en haal daarmee de rest op."
    assert not told.goed


@pytest.mark.parametrize(
    ("nog_hier", "fotos", "said"),
    [
        (1, 0, "1 wijziging staat nog hier en gaat vanzelf mee."),
        (2, 0, "2 wijzigingen staan nog hier en gaan vanzelf mee."),
        (0, 2, "2 foto's staan nog hier en gaan vanzelf mee."),
        (1, 1, "1 wijziging en 1 foto staan nog hier en gaan vanzelf mee."),
    ],
)
def test_what_is_still_here_is_counted(nog_hier: int, fotos: int, said: str) -> None:
    assert WORDS.bon(beelden.bon(nog_hier=nog_hier, fotos_nog_hier=fotos)).meer == said


def test_equal_numbers_of_other_things_are_not_equal() -> None:
    lines = (Bonregel("melding", 3, 3, "aa", "bb"),)
    told = WORDS.bon(beelden.bon(regels=lines, controlegetal="AAAA", controlegetal_centrale="BBBB"))
    assert told.oordeel == "De tellingen zijn niet gelijk."
    assert told.regels[0].note == "niet gelijk"
    assert not told.regels[0].is_equal
    assert told.controle == (("Controlegetal hier", "AAAA"), ("Controlegetal centrale", "BBBB"))


def test_a_long_round_lasts_minutes() -> None:
    told = WORDS.bon(beelden.bon(klaar_op=beelden.BEGIN + timedelta(seconds=170)))
    assert told.wanneer.endswith("duur 3 min")


def test_without_an_answer_there_is_no_number_to_compare() -> None:
    told = WORDS.bon(beelden.bon(controlegetal_centrale=""))
    assert told.controle == (("Controlegetal", "volgt na contact"),)


def test_steps_tell_their_numbers() -> None:
    assert WORDS.step(Voortgang("sturen", 500, 1200)) == ("Wijzigingen sturen", "500 van 1.200")
    assert WORDS.step(Voortgang("ophalen", 40)) == ("Nieuws ophalen", "40")
    assert WORDS.step(Voortgang("contact")) == ("Contact met de centrale", "")


def test_the_contact_in_one_line() -> None:
    stand = beelden.STAND
    assert WORDS.contact(None, beelden.NOW, None) == "Nog niet aangemeld bij een centrale"
    assert WORDS.contact(Syncstand(True), beelden.NOW, None) == "Aangemeld, nog geen contact gehad"
    assert WORDS.contact(stand, beelden.NOW, None) == "Laatste contact 21:47"
    later = WORDS.contact(stand, beelden.NOW + timedelta(days=1), EnvironmentProblem("centrale_onbereikbaar"))
    assert later == "Geen verbinding, laatste contact vr 20-11 21:47"


def test_photos_here() -> None:
    assert WORDS.photos_here(1) == "1 foto staat nog hier"
    assert WORDS.photos_here(2) == "2 foto's staan nog hier"


def test_joined() -> None:
    assert joined(("a", "", "b")) == "a, b"
