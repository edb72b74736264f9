from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.netwerk import write_netwerk
from boa_app.mapdata.straten_in import import_straten
from boa_app.mapdata.wegregels import Klasse, Reden
from tests.mapdata.straatnetten import at, net


@pytest.mark.parametrize(
    ("name", "bron"),
    [
        ("krautsand.osm.gz", "osm"),
        ("amsterdam_valhalla.osm.pbf", "osm"),
        ("utrecht_rivierenwijk/osm-raw.json", "osm"),
        ("osdpm_segment_1.gpkg", "voetnet"),
    ],
)
def test_every_street_file_comes_in_by_one_door_under_any_name(
    shared_data: Path, tmp_path: Path, name: str, bron: str
) -> None:
    path = tmp_path / "zonder-naam"
    path.write_bytes((shared_data / "streets" / name).read_bytes())
    heard: list[float] = []
    found = import_straten(path, progress=heard.append)
    assert found.netwerk.bron == bron
    assert found.netwerk.telling.segmenten > 0
    assert heard == sorted(heard) and heard[-1] == 1.0


def test_network_of_this_program_comes_in_again_and_is_cut(tmp_path: Path) -> None:
    whole = net([(0, 0), (90, 0)], [(9000, 0), (9090, 0)], names=("hier", "ver"))
    path = tmp_path / "n.straten"
    write_netwerk(path, replace(whole, overgeslagen={"autoweg": 2}, bron_datum="2026-01-02"))
    found = import_straten(path)
    assert (found.netwerk.namen, found.overgeslagen, found.bron_datum) == (
        ("hier", "ver"),
        {"autoweg": 2},
        "2026-01-02",
    )
    ring = tuple(at(*spot) for spot in ((0, -50), (90, -50), (90, 50), (0, -50)))
    cut = import_straten(path, grens=(ring,))
    assert (cut.netwerk.namen, cut.overgeslagen) == (("hier",), {"autoweg": 2, Reden.BUITEN_GRENS: 1})
    write_netwerk(path, replace(whole, klasse=np.full(2, Klasse.VERBODEN, dtype=np.uint8)))
    with pytest.raises(UserError, match="straten_geen_wegen"):
        import_straten(path)


def test_broken_and_foreign_files_are_told_by_their_own_code(shared_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "x"
    for content, code in (
        (b"", "straten_bestand_leeg"),
        (b"hallo", "straten_bestand_vreemd"),
        ((shared_data / "tiles" / "heidelberg.mbtiles").read_bytes(), "straten_bestand_vreemd"),
        ((shared_data / "streets" / "osdpm_segment_2.gpkg").read_bytes()[:300_000], "straten_bestand_beschadigd"),
    ):
        path.write_bytes(content)
        with pytest.raises(UserError) as told:
            import_straten(path)
        assert told.value.code == code
