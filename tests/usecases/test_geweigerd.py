"""What the centre refuses stays here with its reason until somebody makes a correction or lets it go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.usecases.geweigerd import laat_los, lijst_geweigerd, maak_correctie
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.synchroniseren import syncstand
from tests.apparaten import Apparaat, Opstelling, opstelling


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def _refused(veld: Opstelling) -> tuple[Apparaat, str]:
    """A boa edits his melding within a day by the clock of his device, and a day and more after it by the centre's."""
    boa = veld.apparaat()
    uid = boa.meld(ernst="1")
    boa.sync()
    veld.clock.forward(hours=30)
    # The device believes that the centre has it only just now.
    boa.session.store.write_now(
        lambda w: w.db.conn.execute("UPDATE meldingen SET gesynchroniseerd_op = ?", ["2026-11-22T02:00:00.000Z"])
    )
    wijzig_melding(boa.session, uid, {"ernst": "3"})
    result = boa.sync()
    assert result.bon.geweigerd == 1
    assert uid in result.changes.meldingen
    return boa, uid


def test_a_refused_change_waits_for_a_person_and_counts_for_nothing(veld: Opstelling) -> None:
    boa, uid = _refused(veld)
    (card,) = lijst_geweigerd(boa.session)
    assert (card.code, card.uid, card.veld, card.waarde, card.nu) == ("correctie_nodig", uid, "ernst", "3", "1")
    assert (card.mag_correctie, card.soort) == (True, "GEL-STEM")
    assert toon_melding(boa.session, uid).melding.ernst == "1"
    assert syncstand(boa.session).geweigerd == 1
    boa.sync()
    assert len(lijst_geweigerd(boa.session)) == 1, "it is not sent again by itself"


def test_a_correction_with_a_reason_is_taken(veld: Opstelling) -> None:
    boa, uid = _refused(veld)
    (card,) = lijst_geweigerd(boa.session)
    with pytest.raises(UserError, match="correctie_reden_nodig"):
        maak_correctie(boa.session, card.change_id, "  ")
    done = maak_correctie(boa.session, card.change_id, "verkeerd gekozen")
    assert done.changes.meldingen == {uid}
    assert lijst_geweigerd(boa.session) == ()
    result = boa.sync()
    assert (result.bon.geweigerd, result.bon.is_gelijk) == (0, True)
    leider = veld.apparaat("Ina Bos", "teamleider", None)
    leider.sync()
    assert toon_melding(leider.session, uid).melding.ernst == "3"


def test_letting_go_keeps_the_value_of_the_centre(veld: Opstelling) -> None:
    boa, uid = _refused(veld)
    (card,) = lijst_geweigerd(boa.session)
    laat_los(boa.session, card.change_id)
    assert lijst_geweigerd(boa.session) == ()
    assert toon_melding(boa.session, uid).melding.ernst == "1"
    with pytest.raises(UserError, match="geweigerd_onbekend"):
        laat_los(boa.session, card.change_id)
    with pytest.raises(UserError, match="geweigerd_onbekend"):
        maak_correctie(boa.session, card.change_id, "nog eens")


def test_a_refused_record_stays_readable_for_its_maker(veld: Opstelling) -> None:
    """Made as a boa, sent when the account was a schouwleider for whom no melding is to be made."""
    boa = veld.apparaat()
    boa.sync()
    uid = boa.meld(feiten="Groep bij de bank.")
    veld.centrale.wijzig("Sam de Wit", rol="schouwleider", buurten=None)
    result = boa.sync()
    assert result.bon.geweigerd == 1
    (card,) = lijst_geweigerd(boa.session)
    assert (card.uid, card.veld, card.code, card.mag_correctie) == (uid, "*", "geen_recht", False)
    assert card.waarde["feiten"] == "Groep bij de bank."
    with pytest.raises(UserError, match="correctie_kan_niet"):
        maak_correctie(boa.session, card.change_id, "toch")
    laat_los(boa.session, card.change_id)
    assert lijst_geweigerd(boa.session) == ()
