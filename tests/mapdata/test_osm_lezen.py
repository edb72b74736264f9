from __future__ import annotations

import bz2
import gzip
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.osm import import_osm
from boa_app.mapdata.osm_inhoud import never, unheard
from boa_app.mapdata.osm_lezen import read_osm
from boa_app.mapdata.osm_soort import Soort
from boa_app.mapdata.wegregels import Reden
from tests.mapdata.osm_tekst import osm_xml, write_osm

NODES = {1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (0, 100), 5: (200, 0)}
STREET = (90, (1, 2, 5), {"highway": "residential", "name": "Laan &amp; Co"})


def test_ways_may_stand_before_their_nodes(tmp_path: Path) -> None:
    path = write_osm(tmp_path, NODES, [STREET], ways_first=True)
    assert import_osm(path).netwerk.namen == ("Laan & Co",)


@pytest.mark.parametrize(("pack", "soort"), [(gzip.compress, Soort.XML_GZ), (bz2.compress, Soort.XML_BZ2)])
def test_packed_text_is_read_and_tells_its_day(tmp_path: Path, pack: object, soort: Soort) -> None:
    text = osm_xml(NODES, [STREET]).replace(
        '<osm version="0.6">', '<osm version="0.6"><meta osm_base="2025-03-09T20:00:00Z"/>'
    )
    path = tmp_path / "x"
    path.write_bytes(pack(text.encode()))  # type: ignore[operator]
    found = read_osm(path, soort, None, unheard, never)
    assert (found.bron_datum, len(found.wegen.wegen)) == ("2025-03-09", 1)


def test_file_that_is_not_sorted_is_read_once_each_without_its_relations(tmp_path: Path) -> None:
    house = (97, (1, 2, 3, 1), {"building": "yes", "addr:street": "Laan", "addr:housenumber": "3"})
    lane = (91, (2, 3), {"highway": "path"})
    path = write_osm(tmp_path, NODES, [house, STREET, lane, STREET, (92, (1, 3, 1), {"landuse": "grass"})])
    found = import_osm(path)
    assert sorted(set(found.netwerk.weg_id.tolist())) == [90, 91]
    assert len(found.netwerk) == 3
    assert ([one.soort for one in found.vlakken], [one.huisnummer for one in found.adressen]) == (["pand"], [3])


def test_relations_give_areas_with_holes_and_addresses_on_them(tmp_path: Path) -> None:
    inner = {11: (30, 30), 12: (60, 30), 13: (60, 60)}
    halves = [(92, (1, 2, 3), {}), (93, (3, 4, 1), {}), (94, (11, 12, 13, 11), {})]
    tags = {"type": "multipolygon", "building": "yes", "addr:street": "Laan", "addr:housenumber": "7"}
    members = ((92, "outer"), (93, "outer"), (94, "inner"))
    path = write_osm(tmp_path, NODES | inner, [STREET, *halves], relations=[(5, members, tags)])
    found = import_osm(path)
    (house,) = found.vlakken
    assert (house.soort, len(house.rings)) == ("pand", 2)
    assert [one.huisnummer for one in found.adressen] == [7]


def test_area_that_crosses_itself_is_counted_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write_osm(tmp_path, NODES, [STREET, (95, (1, 3, 2, 4, 1), {"landuse": "grass"})])
    found = import_osm(path)
    assert found.overgeslagen.get(Reden.VLAK_STUK, 0) + len(found.vlakken) == 1
    assert found.netwerk.namen == ("Laan & Co",)


def test_door_and_house_with_one_address_are_one(tmp_path: Path) -> None:
    told = {"addr:street": "Laan", "addr:housenumber": "7", "addr:city": "IJsselstein"}
    path = write_osm(tmp_path, NODES, [STREET, (96, (1, 2, 3, 1), {"building": "yes", **told})], node_tags={5: told})
    (one,) = import_osm(path).adressen
    assert (one.huisnummer, one.woonplaats) == (7, "IJsselstein")


def test_same_street_and_number_in_two_villages_are_two(tmp_path: Path) -> None:
    told = {"addr:street": "Kerkstraat", "addr:housenumber": "1"}
    path = write_osm(tmp_path, NODES | {7: (9000, 0)}, [STREET], node_tags={5: told, 7: told})
    assert len(import_osm(path).adressen) == 2


def test_stopping_is_noticed_in_every_pass(tmp_path: Path) -> None:
    path = write_osm(tmp_path, NODES, [STREET], node_tags={5: {"addr:street": "Laan", "addr:housenumber": "1"}})
    heard: list[float] = []
    import_osm(path, progress=heard.append)
    assert heard == sorted(heard) and heard[-1] == 1.0 and len(heard) >= 5
    for limit in range(1, 4):
        asked: list[int] = []
        with pytest.raises(UserError, match="straten_gestopt"):
            import_osm(path, cancelled=lambda seen=asked, end=limit: len(seen) >= end or bool(seen.append(1)))  # type: ignore[misc]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.999])
def test_cut_off_files_of_the_real_kinds_are_told(shared_data: Path, tmp_path: Path, share: float) -> None:
    for name in ("liechtenstein.osm.pbf", "krautsand.osm.gz"):
        whole = (shared_data / "streets" / name).read_bytes()
        path = tmp_path / name
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(UserError, match="straten_bestand_beschadigd"):
            import_osm(path)


def test_flipped_bytes_are_told_or_harmless(shared_data: Path, tmp_path: Path) -> None:
    whole = (shared_data / "streets" / "amsterdam_valhalla.osm.pbf").read_bytes()
    for at in range(100, len(whole), 3000):
        path = tmp_path / "stuk.pbf"
        path.write_bytes(whole[:at] + bytes(byte ^ 0xFF for byte in whole[at : at + 40]) + whole[at + 40 :])
        with pytest.raises(UserError, match="straten_bestand_beschadigd"):
            import_osm(path)
