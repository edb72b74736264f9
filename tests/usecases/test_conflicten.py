"""Conflicts over two real devices: seen on both once, chosen on one, gone on both; taken back, there again on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.positie import POSITIE
from boa_app.domain.roles import Rol
from boa_app.usecases.changes import UndoSoort
from boa_app.usecases.conflicten import ConflictKaart, herroep_keuze, kies, lijst_conflicten
from boa_app.usecases.meldingen import maak_ongedaan, wijzig_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.synchroniseren import syncstand
from tests.apparaten import Apparaat, Opstelling, opstelling
from tests.samples import as_role


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def _disagree(veld: Opstelling, first: dict[str, object], second: dict[str, object]) -> tuple[Apparaat, Apparaat, str]:
    """A boa and his teamleider each change the boa's melding, neither knowing of the other; both then sync."""
    boa, leider = veld.apparaat(), veld.apparaat("Ina Bos", "teamleider", None)
    uid = boa.meld(ernst="1")
    veld.sync_all()
    wijzig_melding(boa.session, uid, first)
    veld.clock.forward(minutes=3)
    wijzig_melding(leider.session, uid, second)
    veld.sync_all()
    return boa, leider, uid


def _only(device: Apparaat) -> ConflictKaart:
    (card,) = lijst_conflicten(device.session)
    return card


def test_two_values_are_seen_on_both_devices_once(veld: Opstelling) -> None:
    boa, leider, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    for device, mine, theirs in ((boa, "3", "2"), (leider, "2", "3")):
        card = _only(device)
        assert (card.entity, card.uid, card.soort) == ("melding", uid, "GEL-STEM")
        (field,) = card.velden
        assert (field.id, field.veld, field.mag_kiezen) == (f"{uid}:ernst", "ernst", True)
        assert [(one.waarde, one.eigen, one.dit_apparaat) for one in field.waarden] == [
            (mine, True, True), (theirs, False, False),
        ]  # fmt: skip
        shown = toon_melding(device.session, uid).melding.ernst
        assert [one.waarde for one in field.waarden if one.getoond] == [shown] == ["2"], "the later one is shown"
        assert syncstand(device.session).conflicten == 1


def test_the_foot_counts_records_as_the_basket_does(veld: Opstelling) -> None:
    boa, _leider, _uid = _disagree(veld, {"ernst": "3", "groepsgrootte": "G2"}, {"ernst": "2", "groepsgrootte": "G4"})
    card = _only(boa)
    assert [field.veld for field in card.velden] == ["ernst", "groepsgrootte"]
    assert syncstand(boa.session).conflicten == 1


@pytest.mark.parametrize(("side", "value"), [("mijn", "3"), ("hun", "2")])
def test_choosing_on_one_device_settles_it_on_both(veld: Opstelling, side: str, value: str) -> None:
    boa, leider, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    done = kies(boa.session, f"{uid}:ernst", side)
    assert done.changes.meldingen == {uid}
    assert lijst_conflicten(boa.session) == ()
    assert syncstand(boa.session).onverzonden == 1, "also choosing what is shown is a change that goes along"
    veld.sync_all()
    for device in (boa, leider):
        assert lijst_conflicten(device.session) == ()
        assert toon_melding(device.session, uid).melding.ernst == value


def test_a_choice_taken_back_brings_both_values_back_everywhere(veld: Opstelling) -> None:
    boa, leider, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    done = kies(boa.session, f"{uid}:ernst", "mijn")
    veld.sync_all()
    assert done.undo is not None
    assert done.undo.soort is UndoSoort.CONFLICT
    maak_ongedaan(boa.session, done.undo)
    veld.sync_all()
    for device, mine in ((boa, "3"), (leider, "2")):
        (field,) = _only(device).velden
        assert [(one.waarde, one.eigen) for one in field.waarden] == [
            (mine, True),
            ("2" if mine == "3" else "3", False),
        ]
        assert toon_melding(device.session, uid).melding.ernst == "2", "shown is what was shown before the choice"
    kies(leider.session, f"{uid}:ernst", "mijn")
    veld.sync_all()
    assert toon_melding(boa.session, uid).melding.ernst == "2"
    assert lijst_conflicten(boa.session) == ()


def test_a_choice_overtaken_by_an_edit_cannot_be_taken_back(veld: Opstelling) -> None:
    boa, _, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    done = kies(boa.session, f"{uid}:ernst", "mijn")
    wijzig_melding(boa.session, uid, {"ernst": "4"})
    assert done.undo is not None
    with pytest.raises(UserError, match="ongedaan_te_laat"):
        herroep_keuze(boa.session, done.undo)


def test_places_lie_apart_and_are_chosen_whole(veld: Opstelling) -> None:
    boa, _, uid = _disagree(veld, {"lon": 5.0501, "lat": 52.02}, {"lon": 5.05, "lat": 52.0202})
    (field,) = _only(boa).velden
    assert field.veld == POSITIE
    assert field.afstand_m == pytest.approx(23.3, abs=0.5)
    kies(boa.session, field.id, "mijn")
    place = toon_melding(boa.session, uid).melding
    assert (place.lon, place.lat) == (5.0501, 52.02)


def test_several_fields_stand_on_one_card(veld: Opstelling) -> None:
    boa, _, _ = _disagree(veld, {"ernst": "3", "groepsgrootte": "G3"}, {"ernst": "2", "groepsgrootte": "G2"})
    assert sorted(field.veld for field in _only(boa).velden) == ["ernst", "groepsgrootte"]


def test_the_same_value_twice_and_other_fields_are_no_conflict(veld: Opstelling) -> None:
    boa, leider, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "3", "groepsgrootte": "G2"})
    assert lijst_conflicten(boa.session) == lijst_conflicten(leider.session) == ()
    assert toon_melding(boa.session, uid).melding.groepsgrootte == "G2"


def test_what_is_no_conflict_cannot_be_chosen(veld: Opstelling) -> None:
    boa, _, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    for wrong in ("", uid, f"{uid}:soort", "x:ernst"):
        with pytest.raises(UserError, match="conflict_onbekend"):
            kies(boa.session, wrong, "mijn")
    with pytest.raises(UserError, match="waarde_onbekend"):
        kies(boa.session, f"{uid}:ernst", "allebei")


def test_only_who_may_change_the_record_may_choose(veld: Opstelling) -> None:
    boa, _, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    colleague = as_role(boa.session, Rol.BOA)
    (field,) = lijst_conflicten(colleague)[0].velden
    assert not field.mag_kiezen
    with pytest.raises(UserError, match="geen_recht"):
        kies(colleague, f"{uid}:ernst", field.waarden[0].change_id)
    assert lijst_conflicten(as_role(boa.session, Rol.SCHOUWLEIDER)) == ()


def test_a_side_with_two_values_must_be_named(veld: Opstelling) -> None:
    boa, _, uid = _disagree(veld, {"ernst": "3"}, {"ernst": "2"})
    stranger = as_role(boa.session, Rol.TEAMLEIDER)
    with pytest.raises(UserError, match="waarde_onbekend"):
        kies(stranger, f"{uid}:ernst", "mijn")
    with pytest.raises(UserError, match="waarde_dubbel"):
        kies(stranger, f"{uid}:ernst", "hun")
