"""Street choices between devices through a real centre: what each role gets, two that differ, and a purge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.roles import Rol
from boa_app.domain.straatkeuze import Keuze
from boa_app.server.audit import MACHINE
from boa_app.server.opschoning import schoon_op
from boa_app.usecases.conflicten import kies, lijst_conflicten
from boa_app.usecases.session import Session
from boa_app.usecases.straatkeuzes import lijst_keuzes, zet_keuze
from boa_app.usecases.straatnet import Straatnet, lees_straatnet
from boa_app.usecases.synchroniseren import syncstand
from tests.apparaten import Apparaat, Opstelling, opstelling
from tests.centrale import GEMEENTE
from tests.usecases.test_straatnet import with_network


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    with opstelling(tmp_path) as made:
        yield made


def told(device: Apparaat) -> list[tuple[str, str, str]]:
    return [(str(one.keuze), one.naam, one.reden) for one in lijst_keuzes(device.session)]


def network(device: Apparaat, folder: Path) -> tuple[Session, Straatnet]:
    there = with_network(device.session, folder)
    return there, lees_straatnet(there)


def choose(device: Apparaat, folder: Path, street: int, keuze: Keuze, reden: str = "") -> str:
    there, net = network(device, folder)
    return zet_keuze(there, net, net.regels[street].segmenten, keuze, reden).uid


def test_everybody_walks_by_the_same_streets_and_only_some_know_why(veld: Opstelling, tmp_path: Path) -> None:
    ina = veld.apparaat("Ina Bos", "teamleider", None)
    wil, sam = veld.apparaat("Wil de Boer", "schouwleider", None), veld.apparaat()
    beleid = veld.apparaat("Bea Kok", "beleid", None)
    choose(ina, tmp_path, 2, Keuze.VERBODEN, "hek dicht na klachten")
    choose(wil, tmp_path, 3, Keuze.VERPLICHT, "losse tegels")
    veld.sync_all()
    both = [("verboden", "", "hek dicht na klachten"), ("verplicht", "", "losse tegels")]
    assert sorted(told(ina)) == sorted(told(sam)) == both
    assert sorted(told(wil)) == [("verboden", "", ""), both[1]]
    assert sorted(told(beleid)) == [("verboden", "", ""), ("verplicht", "", "")]
    for device in (ina, wil, sam, beleid):
        assert device.sync().bon.is_gelijk
        _there, net = network(device, tmp_path)
        assert {str(net.keuze(one)) for one in net.regels[2].segmenten} == {"verboden"}


def test_the_reason_of_another_never_reaches_the_device_of_who_leads_a_schouw(veld: Opstelling, tmp_path: Path) -> None:
    ina, wil = veld.apparaat("Ina Bos", "teamleider", None), veld.apparaat("Wil de Boer", "schouwleider", None)
    uid = choose(ina, tmp_path, 2, Keuze.VERBODEN, "hek dicht na klachten")
    veld.sync_all()
    with wil.session.store.read() as reader:
        values = reader.db.conn.execute("SELECT value, reason FROM changes WHERE uid = ?", [uid]).fetchall()
    assert values and not any("klachten" in value + reason for value, reason in values)


def test_who_leads_a_schouw_changes_what_another_set(veld: Opstelling, tmp_path: Path) -> None:
    ina, wil = veld.apparaat("Ina Bos", "teamleider", None), veld.apparaat("Wil de Boer", "schouwleider", None)
    choose(ina, tmp_path, 2, Keuze.VERBODEN, "hek dicht")
    veld.sync_all()
    choose(wil, tmp_path, 2, Keuze.VERPLICHT)
    veld.sync_all()
    assert told(ina) == told(wil) == [("verplicht", "", "")]
    assert wil.sync().bon.is_gelijk


def test_a_boa_sends_none(veld: Opstelling, tmp_path: Path) -> None:
    """What a device may not make, the centre does not take: the same table decides."""
    sam, ina = veld.apparaat(), veld.apparaat("Ina Bos", "teamleider", None)
    there = with_network(sam.session, tmp_path)
    forged = replace(there, actor=replace(there.actor, rol=Rol.TEAMLEIDER))
    zet_keuze(forged, lees_straatnet(forged), [0], Keuze.MAG)
    veld.sync_all()
    assert told(ina) == [] and syncstand(sam.session).geweigerd == 1


def test_two_that_differ_are_a_conflict_to_choose_from(veld: Opstelling, tmp_path: Path) -> None:
    ina, jo = veld.apparaat("Ina Bos", "teamleider", None), veld.apparaat("Jo Smit", "teamleider", None)
    uid = choose(ina, tmp_path, 2, Keuze.VERBODEN)
    veld.sync_all()
    choose(ina, tmp_path, 2, Keuze.MAG)
    veld.clock.forward(minutes=3)
    choose(jo, tmp_path, 2, Keuze.VERPLICHT)
    veld.sync_all()
    assert told(ina) == told(jo)
    (found,) = lijst_conflicten(ina.session)
    assert (found.entity, found.uid, [one.veld for one in found.velden]) == ("straatkeuze", uid, ["keuze"])
    (field,) = found.velden
    mine = next(one for one in field.waarden if one.eigen)
    done = kies(ina.session, field.id, mine.change_id)
    assert done.changes.straatkeuzes
    veld.sync_all()
    assert told(ina) == told(jo) == [("mag", "", "")]
    assert lijst_conflicten(jo.session) == lijst_conflicten(ina.session) == ()


def test_two_made_without_knowing_of_each_other_agree_on_every_device(veld: Opstelling, tmp_path: Path) -> None:
    ina, jo = veld.apparaat("Ina Bos", "teamleider", None), veld.apparaat("Jo Smit", "teamleider", None)
    choose(ina, tmp_path, 2, Keuze.VERBODEN)
    veld.clock.forward(minutes=3)
    choose(jo, tmp_path, 2, Keuze.MAG)
    veld.sync_all()
    for device in (ina, jo):
        _there, net = network(device, tmp_path)
        assert {str(net.keuze(one)) for one in net.regels[2].segmenten} == {"mag"}
        assert len(net.geldend.dubbel) == 1
    choose(ina, tmp_path, 2, Keuze.VERPLICHT)
    veld.sync_all()
    for device in (ina, jo):
        _there, net = network(device, tmp_path)
        assert net.geldend.dubbel == () and net.regels[2].keuze == "verplicht"


def test_a_purge_takes_a_choice_from_every_device(veld: Opstelling, tmp_path: Path) -> None:
    ina, sam = veld.apparaat("Ina Bos", "teamleider", None), veld.apparaat()
    uid = choose(ina, tmp_path, 2, Keuze.VERBODEN, "weg ermee")
    veld.sync_all()
    with veld.centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
        schoon_op(beurt, [("straatkeuze", uid)], (), "handmatig", MACHINE, veld.clock())
    veld.sync_all()
    for device in (ina, sam):
        assert told(device) == []
        with device.session.store.read() as reader:
            values = reader.db.conn.execute("SELECT DISTINCT value FROM changes WHERE uid = ?", [uid]).fetchall()
        assert {value for (value,) in values} <= {"{}", "null"}
