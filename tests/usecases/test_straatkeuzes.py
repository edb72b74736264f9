"""Setting streets by hand: rights, log, undo, other people's choices, and two devices that agree afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.store import audit, changes, straatkeuzes
from boa_app.usecases.changes import UndoSoort
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.session import Session
from boa_app.usecases.straatkeuzes import (
    laat_keuzes_vervallen,
    lijst_keuzes,
    may_choose,
    may_read_keuzes,
    zet_keuze,
    zet_standaard,
)
from boa_app.usecases.straatnet import Straatnet, lees_straatnet, werk_bij
from tests.samples import SetClock, as_role
from tests.usecases.test_straatnet import with_network


@pytest.fixture
def there(session: Session, tmp_path: Path) -> Session:
    return with_network(session, tmp_path)


@pytest.fixture
def straten(there: Session) -> Straatnet:
    return lees_straatnet(there)


def held(session: Session) -> list[tuple[str, str]]:
    return [(str(one.keuze), one.reden) for one in lijst_keuzes(session)]


def lines(session: Session) -> list[tuple[object, ...]]:
    with session.store.read() as reader:
        return [
            (line["actie"], line["velden"], line["reden_tekst"], line["resultaat"])
            for line in audit.lines(reader) if line["object_type"] == "straatkeuze"
        ]  # fmt: skip


def only(session: Session) -> Straatkeuze:
    (found,) = lijst_keuzes(session)
    return found


def test_a_whole_street_is_set_at_once_and_taken_back_at_once(there: Session, straten: Straatnet) -> None:
    street = straten.regels[0]
    done = zet_keuze(there, straten, street.segmenten, Keuze.VERBODEN, " eigen terrein ")
    assert done.changes.straatkeuzes and done.undo is not None and done.undo.soort is UndoSoort.STRAATKEUZE
    assert held(there) == [("verboden", "eigen terrein")] * 2
    assert {one.lijn for one in lijst_keuzes(there)} == {straten.netwerk.lijn(one) for one in street.segmenten}
    assert lines(there) == [("VERZAMELEN", "keuze,lijn", "", "OK")] * 2
    back = maak_ongedaan(there, done.undo)
    assert held(there) == [] and back.undo is not None
    maak_ongedaan(there, back.undo)
    assert held(there) == [("verboden", "eigen terrein")] * 2


def test_setting_it_again_changes_the_choice_that_is_there(there: Session, straten: Straatnet) -> None:
    (path,) = straten.regels[2].segmenten
    first = zet_keuze(there, straten, [path], Keuze.VERBODEN)
    now = werk_bij(there, straten)
    second = zet_keuze(there, now, [path], Keuze.MAG, "poort open")
    assert second.uid == first.uid and held(there) == [("mag", "poort open")]
    with there.store.read() as reader:
        assert [one.field for one in changes.history(reader, "straatkeuze", first.uid)] == ["*", "keuze", "reden"]
    assert zet_keuze(there, werk_bij(there, now), [path], Keuze.MAG, "poort open").undo is None
    assert first.undo is not None and second.undo is not None
    with pytest.raises(UserError, match="ongedaan_te_laat"):
        # It is another choice by now: taking the first one back would wipe that.
        maak_ongedaan(there, replace(first.undo, na={"keuze": "verboden"}))
    maak_ongedaan(there, second.undo)
    assert held(there) == [("verboden", "")]


def test_back_to_what_the_source_says(there: Session, straten: Straatnet) -> None:
    street = straten.regels[0]
    zet_keuze(there, straten, street.segmenten, Keuze.MAG)
    done = zet_standaard(there, werk_bij(there, straten), street.segmenten)
    assert held(there) == [] and done.undo is not None
    assert werk_bij(there, straten).regels[0].keuze == "verplicht"
    maak_ongedaan(there, done.undo)
    assert len(held(there)) == 2
    assert zet_standaard(there, straten, [straten.regels[3].segmenten[0]]).undo is None


def test_a_choice_on_a_longer_piece_goes_on_for_the_rest(there: Session, straten: Straatnet) -> None:
    one, other = straten.regels[0].segmenten
    net = straten.netwerk
    whole = Straatkeuze("0", Keuze.MAG, "Dorpsstraat", "1", (*net.lijn(one), net.lijn(other)[-1]), "samen")
    there.write(
        lambda w: (straatkeuzes.insert_straatkeuze(w, whole), audit.append_line(w, "VERZAMELEN", "straatkeuze"))
    )
    now = werk_bij(there, straten)
    assert now.geldend.stukken["0"] == {one, other}
    zet_keuze(there, now, [one], Keuze.VERBODEN)
    now = werk_bij(there, now)
    assert (str(now.keuze(one)), str(now.keuze(other))) == ("verboden", "mag")
    zet_standaard(there, now, [one])
    now = werk_bij(there, now)
    assert (str(now.keuze(one)), str(now.keuze(other))) == ("verplicht", "mag")
    assert [found.reden for found in lijst_keuzes(there)] == ["samen"]


def test_who_may_not_choose_only_looks(there: Session, straten: Straatnet) -> None:
    for rol in (Rol.BOA, Rol.JEUGDBOA, Rol.BELEID, Rol.BEHEERDER):
        other = as_role(there, rol)
        assert not may_choose(other)
        with pytest.raises(UserError, match="geen_recht"):
            zet_keuze(other, straten, [0], Keuze.MAG)
        with pytest.raises(UserError, match="geen_recht"):
            zet_standaard(other, straten, [0])
        with pytest.raises(UserError, match="geen_recht"):
            laat_keuzes_vervallen(other, ["k1"])
    assert may_read_keuzes(as_role(there, Rol.BOA)) and not may_read_keuzes(as_role(there, Rol.PRIVACY))
    assert held(there) == []
    assert lines(there)[0][3] == "GEWEIGERD"


def test_who_leads_a_schouw_makes_his_own_in_place_of_one_with_a_reason_of_another(
    there: Session, straten: Straatnet, clock: SetClock
) -> None:
    (path,) = straten.regels[2].segmenten
    zet_keuze(there, straten, [path], Keuze.VERBODEN, "hoofdingang school")
    clock.forward(hours=1)
    leider = as_role(there, Rol.SCHOUWLEIDER, account="wil")
    assert may_choose(leider)
    done = zet_keuze(leider, werk_bij(there, straten), [path], Keuze.VERPLICHT, "gaten in de bestrating")
    assert held(there) == [("verplicht", "gaten in de bestrating")]
    assert done.undo is not None
    maak_ongedaan(leider, done.undo)
    assert held(there) == [("verboden", "hoofdingang school")]


def test_a_reason_names_the_street_and_nobody(there: Session, straten: Straatnet) -> None:
    for reden in ("mevrouw De Vries wil dit", "kenteken AB-123-C", "bel 06 12345678"):
        with pytest.raises(UserError, match="straatkeuze_persoon"):
            zet_keuze(there, straten, [0], Keuze.MAG, reden)
    zet_keuze(there, straten, [0], Keuze.MAG, "Zeemanlaan")
    assert only(there).reden == "Zeemanlaan"
    with pytest.raises(UserError, match="straat_tekst_lang"):
        zet_keuze(there, straten, [0], Keuze.MAG, "x" * 500)


def test_a_loose_choice_is_let_go_and_comes_back(there: Session, straten: Straatnet) -> None:
    zet_keuze(there, straten, [0], Keuze.MAG)
    done = laat_keuzes_vervallen(there, [only(there).uid])
    assert held(there) == [] and done.undo is not None
    maak_ongedaan(there, done.undo)
    assert held(there) == [("mag", "")]
    with pytest.raises(UserError, match="straatkeuze_onbekend"):
        laat_keuzes_vervallen(there, ["nergens"])


def test_two_touches_before_the_first_is_seen_make_one_choice(there: Session, straten: Straatnet) -> None:
    first = zet_keuze(there, straten, [0], Keuze.MAG)
    second = zet_keuze(there, straten, [0], Keuze.VERBODEN)
    assert second.uid == first.uid and held(there) == [("verboden", "")]
