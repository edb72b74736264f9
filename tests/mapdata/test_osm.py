"""Real extracts of OpenStreetMap through the whole import."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.netwerk import read_netwerk, read_straten, write_netwerk
from boa_app.mapdata.osm import OsmUitkomst, import_osm
from boa_app.mapdata.wegregels import Klasse, Reden
from tests.mapdata.osm_tekst import write_osm
from tests.mapdata.straatnetten import at


@pytest.fixture(scope="module")
def bayreuth(shared_data: Path) -> OsmUitkomst:
    return import_osm(shared_data / "streets" / "north-bayreuth.osm.gz")


def test_north_bayreuth_has_the_size_others_counted(bayreuth: OsmUitkomst) -> None:
    telling = bayreuth.netwerk.telling
    assert (telling.knopen, telling.segmenten) == (2713, 3461)
    assert bayreuth.bron_datum == "2014-11-05"
    assert sum(stuk.km for stuk in bayreuth.stukken) == pytest.approx(telling.km, abs=0.05)
    assert sum(stuk.knopen for stuk in bayreuth.stukken) == telling.knopen


def test_lengths_agree_with_the_derived_graph(bayreuth: OsmUitkomst, shared_data: Path) -> None:
    """The list is of another selection of ways, in whole metres; where both have an edge, the lengths agree."""
    folder = shared_data / "streets" / "graphs"
    with (folder / "north_bayreuth_nodes.csv").open(encoding="utf-8") as file:
        spots = {row["node"]: (float(row["x"]), float(row["y"])) for row in csv.DictReader(file)}
    netwerk = bayreuth.netwerk
    node_at = {tuple(spot): number for number, spot in enumerate(netwerk.knopen.tolist())}
    mine: dict[tuple[int, int], set[int]] = {}
    for van, naar, metres in zip(netwerk.van.tolist(), netwerk.naar.tolist(), netwerk.lengte_m.tolist(), strict=True):
        mine.setdefault((min(van, naar), max(van, naar)), set()).add(round(metres))
    agreed = both = 0
    with (folder / "north_bayreuth_edges.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ends = [node_at.get((round(x * 1e7), round(y * 1e7))) for x, y in (spots[row["u"]], spots[row["v"]])]
            found = mine.get((min(ends), max(ends))) if None not in ends else None  # type: ignore[type-var]
            if found:
                both += 1
                agreed += any(abs(metres - int(row["length_m"])) <= 1 for metres in found)
    assert both > 600
    assert agreed > 0.98 * both


def test_krautsand_is_in_pieces_and_all_of_them_are_there(shared_data: Path, tmp_path: Path) -> None:
    found = import_osm(shared_data / "streets" / "krautsand.osm.gz")
    assert len(found.stukken) == 4
    assert sum(stuk.knopen for stuk in found.stukken) == found.netwerk.telling.knopen == len(found.netwerk.knopen)
    write_netwerk(tmp_path / "k.straten", found.netwerk)
    assert len(read_netwerk(tmp_path / "k.straten")) == len(found.netwerk)


def test_liechtenstein_gives_streets_ground_and_addresses(shared_data: Path, tmp_path: Path) -> None:
    found = import_osm(shared_data / "streets" / "liechtenstein.osm.pbf")
    assert found.bron_datum == "2015-07-27"
    assert {"water", "groen", "bebouwd", "bedrijf", "pand"} <= set(found.vlakken.kinds)  # type: ignore[attr-defined]
    assert len(found.adressen) > 900
    assert any(line.soort == "rail" for line in found.netwerk.lijnen)
    write_netwerk(tmp_path / "l.straten", found.netwerk)
    straten = read_straten(tmp_path / "l.straten")
    assert len(straten) == len({straat.naam for straat in straten}) > 800


def test_border_cuts_everything_and_names_what_fell_away(shared_data: Path, bayreuth: OsmUitkomst) -> None:
    lon, lat = np.median(bayreuth.netwerk.knopen, axis=0) / 1e7
    ring = tuple((lon + x * 0.01, lat + y * 0.007) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)))
    found = import_osm(shared_data / "streets" / "north-bayreuth.osm.gz", grens=(ring,))
    assert 0 < found.netwerk.telling.km < bayreuth.netwerk.telling.km / 2
    assert found.overgeslagen[Reden.BUITEN_GRENS] > 500
    assert 0 < len(found.vlakken) < len(bayreuth.vlakken)
    assert 0 < len(found.adressen) < len(bayreuth.adressen)
    # Half a kilometre, and the rest of a street that reaches in.
    near = np.abs(found.netwerk.punten / 1e7 - (lon, lat))
    assert np.quantile(near[:, 1], 0.95) < 0.007 + 0.006


def test_closed_paths_are_kept_closed_so_that_people_can_open_them(bayreuth: OsmUitkomst) -> None:
    closed = bayreuth.netwerk.klasse == Klasse.VERBODEN
    assert closed.sum() > 50
    assert len(np.unique(bayreuth.netwerk.weg_id[closed])) == bayreuth.overgeslagen[Reden.GEEN_TOEGANG]


def test_file_without_a_way_to_walk_is_told(tmp_path: Path) -> None:
    path = write_osm(tmp_path, {1: (0, 0), 2: (90, 0)}, [(9, (1, 2), {"highway": "motorway"})])
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_osm(path)
    street = write_osm(tmp_path, {1: (0, 0), 2: (90, 0)}, [(9, (1, 2), {"highway": "path"})])
    far = tuple(at(90_000 + x, y) for x, y in ((0, 0), (9, 0), (9, 9), (0, 0)))
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_osm(street, grens=(far,))


def test_foreign_kinds_are_refused_here(shared_data: Path) -> None:
    with pytest.raises(UserError, match="straten_bestand_vreemd"):
        import_osm(shared_data / "streets" / "osdpm_segment_1.gpkg")
