"""Two devices and a centre: what one logs the other gets, once, and both sides count the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import UserError
from boa_app.usecases.lijst import lijst_meldingen
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.synchroniseren import laatste_bon, lijst_bonnen, run_sync, syncstand
from tests.apparaten import Opstelling, opstelling
from tests.samples import SetClock, make_sample_session


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def test_what_one_device_logs_appears_on_the_other(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    uid = een.meld(feiten="Groep bij de bank.")
    sent = een.sync()
    assert sent.bon.is_gelijk, [sent.bon.status, sent.bon.regels]
    assert [(line.naam, line.hier, line.centrale) for line in sent.bon.regels if line.naam == "melding"] == [
        ("melding", 1, 1)
    ]
    got = ander.sync()
    assert got.bon.is_gelijk, got.bon
    assert got.changes.alles or uid in got.changes.meldingen
    shown = toon_melding(ander.session, uid)
    assert shown.melding.feiten == "Groep bij de bank."
    assert shown.gemaakt_door == een.session.actor.account


def test_a_second_round_moves_nothing_and_counts_the_same(veld: Opstelling) -> None:
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    een.meld()
    veld.sync_all()
    again = ander.sync()
    assert again.bon.is_gelijk
    assert all(line.hier == 0 for line in again.bon.regels if line.naam in ("melding", "opgehaald"))
    assert again.bon.beginstand == 0
    assert len(list(lijst_meldingen(ander.session, Filter()))) == 1


def test_without_a_centre_there_is_nothing_to_sync(tmp_path: Path) -> None:
    session = make_sample_session(tmp_path / "los", SetClock())
    with pytest.raises(UserError, match="niet_aangemeld"):
        run_sync(session)
    assert not syncstand(session).aangemeld
    assert laatste_bon(session) is None
    session.close()


def test_the_foot_counts_what_waits(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    uid = een.meld()
    assert (syncstand(een.session).onverzonden, syncstand(een.session).aangemeld) == (1, True)
    wijzig_melding(een.session, uid, {"ernst": "3"})
    assert syncstand(een.session).onverzonden == 2
    een.sync()
    stand = syncstand(een.session)
    assert (stand.onverzonden, stand.laatste_contact) == (0, veld.clock())


def test_every_round_has_its_bonnetje(veld: Opstelling) -> None:
    een = veld.apparaat()
    een.sync()
    veld.clock.forward(minutes=5)
    last = een.sync().bon
    assert laatste_bon(een.session) == last
    assert [bon.status for bon in lijst_bonnen(een.session)] == [BonStatus.GELUKT, BonStatus.GELUKT]
    assert last.nr == lijst_bonnen(een.session)[1].nr + 1
    assert last.controlegetal == last.controlegetal_centrale
