"""The network with the choices on it: streets as people know them, and what holds after an import anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.roles import Rol
from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.mapdata.netwerk import Klasse, Netwerk, write_netwerk
from boa_app.usecases.session import Session
from boa_app.usecases.straatkeuzes import zet_keuze
from boa_app.usecases.straatnet import GEMENGD, keuzes_voor, lees_straatnet, pas_toe, werk_bij
from tests.mapdata.straatnetten import net
from tests.samples import as_role

# A long street in two pieces, a back path that comes out on it, and a street of the same name 3 km away.
LINES = (
    ((0.0, 0.0), (100.0, 0.0)), ((100.0, 0.0), (200.0, 0.0)), ((100.0, 0.0), (100.0, 60.0)),
    ((0.0, 3000.0), (80.0, 3000.0)), ((500.0, 500.0), (520.0, 500.0)),
)  # fmt: skip
NAMES = ("Dorpsstraat", "Dorpsstraat", "", "Dorpsstraat", "")
KLASSEN = (Klasse.VERPLICHT, Klasse.VERPLICHT, Klasse.VERPLICHT, Klasse.VERPLICHT, Klasse.VERBINDING)
IDS = (1, 1, 7, 3, 8)


def town(**changes: object) -> Netwerk:
    values: dict[str, object] = {"names": NAMES, "klassen": KLASSEN, "ids": IDS, **changes}
    return net(*LINES, **values)  # type: ignore[arg-type]


def with_network(session: Session, folder: Path, netwerk: Netwerk | None = None) -> Session:
    path = folder / "netwerk.straten"
    write_netwerk(path, netwerk or town())
    assert session.kaart is not None
    return replace(session, kaart=replace(session.kaart, netwerk=path))


def on(netwerk: Netwerk, segment: int, keuze: Keuze, uid: str = "k1") -> Straatkeuze:
    return Straatkeuze(
        uid, keuze, netwerk.namen[segment], str(int(netwerk.weg_id[segment])), netwerk.lijn(segment)
    )  # fmt: skip


def segment_of(netwerk: Netwerk, weg_id: int) -> list[int]:
    return [row for row, found in enumerate(netwerk.weg_id.tolist()) if found == weg_id]


def test_pieces_of_one_name_near_each_other_are_one_street(session: Session, tmp_path: Path) -> None:
    straten = lees_straatnet(with_network(session, tmp_path))
    told = [(one.naam, one.bij, round(one.lengte_m), one.keuze) for one in straten.regels]
    assert told == [
        ("Dorpsstraat", "", 200, "verplicht"), ("Dorpsstraat", "", 80, "verplicht"),
        ("", "Dorpsstraat", 60, "verplicht"), ("", "", 20, "mag"),
    ]  # fmt: skip
    for row, regel in enumerate(straten.regels):
        assert {int(straten.regel_van[segment]) for segment in regel.segmenten} == {row}
    assert sorted(segment for one in straten.regels for segment in one.segmenten) == list(range(5))


def test_without_a_network_it_says_so(session: Session) -> None:
    with pytest.raises(UserError, match="stratennet_ontbreekt"):
        lees_straatnet(session)
    with pytest.raises(UserError, match="stratennet_ontbreekt"):
        lees_straatnet(replace(session, kaart=None))


def test_who_has_no_map_of_schouwen_sees_no_choices(session: Session, tmp_path: Path) -> None:
    there = with_network(session, tmp_path)
    for rol in (Rol.UITVOERDER, Rol.PRIVACY):
        with pytest.raises(UserError, match="geen_recht"):
            lees_straatnet(as_role(there, rol))
    for rol in (Rol.BOA, Rol.JEUGDBOA, Rol.SCHOUWLEIDER, Rol.BELEID):
        assert lees_straatnet(as_role(there, rol)).regels


def test_a_choice_changes_what_holds_and_only_there(session: Session, tmp_path: Path) -> None:
    there = with_network(session, tmp_path)
    before = lees_straatnet(there)
    (first, second) = before.regels[0].segmenten
    zet_keuze(there, before, [first], Keuze.VERBODEN)
    after = werk_bij(there, before)
    assert (after.keuze(first), after.standaard(first)) == (Keuze.VERBODEN, Keuze.VERPLICHT)
    assert after.keuze(second) is Keuze.VERPLICHT
    assert (after.regels[0].keuze, after.regels[0].gezet) == (GEMENGD, 1)
    assert after.gezet.tolist().count(1) == 1 and before.gezet.sum() == 0
    assert after.netwerk is before.netwerk


def test_choices_are_kept_over_an_import_with_other_numbers_and_other_pieces(session: Session, tmp_path: Path) -> None:
    there = with_network(session, tmp_path)
    before = lees_straatnet(there)
    (path,) = before.regels[2].segmenten
    zet_keuze(there, before, [path], Keuze.MAG)
    zet_keuze(there, before, before.regels[0].segmenten, Keuze.VERBODEN)
    # Turned round, with new ids, and the path cut in two.
    lines = [tuple(reversed(line)) for line in LINES[:2]] + [LINES[3], LINES[4]]
    lines += [((100.0, 0.0), (100.0, 30.0)), ((100.0, 30.0), (100.0, 60.0))]
    again = net(*lines, names=("Dorpsstraat", "Dorpsstraat", "Dorpsstraat", "", "", ""), ids=(41, 42, 43, 44, 45, 46))
    held = lees_straatnet(with_network(session, tmp_path, again))
    assert held.geldend.los == ()
    told = {int(held.netwerk.weg_id[row]): str(held.keuze(row)) for row in range(len(held.netwerk))}
    assert told == {41: "verboden", 42: "verboden", 43: "verplicht", 44: "verplicht", 45: "mag", 46: "mag"}
    assert keuzes_voor(there, again).klasse.tolist() == held.geldend.klasse.tolist()


def test_what_no_longer_fits_is_reported_not_dropped() -> None:
    old = town()
    (path,) = segment_of(old, 7)
    gone = net(*LINES[:2], names=NAMES[:2], ids=IDS[:2])
    held = pas_toe(gone, [on(old, path, Keuze.VERBODEN)])
    assert [one.uid for one in held.los] == ["k1"] and held.per_segment == {}
    assert held.klasse.tolist() == gone.klasse.tolist()


def test_of_two_choices_on_one_piece_the_newest_holds_whatever_their_order() -> None:
    netwerk = town()
    (path,) = segment_of(netwerk, 7)
    made = [on(netwerk, path, Keuze.MAG, "k1"), on(netwerk, path, Keuze.VERBODEN, "k2")]
    for keuzes in (made, made[::-1]):
        held = pas_toe(netwerk, keuzes)
        assert held.per_segment[path].uid == "k2" and held.klasse[path] == Klasse.VERBODEN
        assert [one.uid for one in held.dubbel] == ["k1"]
    same = [made[0], replace(made[1], keuze=Keuze.MAG)]
    assert pas_toe(netwerk, same).dubbel == ()


def test_a_choice_of_a_source_without_numbers_finds_its_street_by_its_line() -> None:
    netwerk = town()
    (path,) = segment_of(netwerk, 7)
    for weg_id in ("", "weg-12", "²", "--7", "9" * 40, "7\n"):
        held = pas_toe(netwerk, [replace(on(netwerk, path, Keuze.MAG), weg_id=weg_id)])
        assert set(held.per_segment) == {path}


def test_an_empty_network_has_no_streets(session: Session, tmp_path: Path) -> None:
    netwerk = town()
    empty = pas_toe(netwerk, [])
    assert empty.klasse.tolist() == netwerk.klasse.tolist() and empty.alle_op == {}
