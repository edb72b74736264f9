"""Addresses out of the files of others."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely

from boa_app.analysis.crs import to_rd, to_wgs84
from boa_app.domain.errors import BoaError, UserError
from boa_app.mapdata.adressen import Adres
from boa_app.mapdata.bag import adres_van_bag, lees_adressen
from tests.adresboek import small_addresses, small_book

HEADER = "openbareruimte;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaats;lon;lat"
ROW = "Zeemanlaan;12;a;;3401AB;IJsselstein;5.0405;52.0205"


def read(path: Path, text: str, encoding: str = "utf-8") -> list[Adres]:
    path.write_bytes(text.encode(encoding))
    return lees_adressen(path)


def code_of(path: Path, content: bytes | str) -> tuple[str, dict[str, object]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BoaError) as told:
        lees_adressen(path)
    return told.value.code, dict(told.value.fields)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_tables_in_every_dress(tmp_path: Path, delimiter: str, encoding: str, newline: str) -> None:
    text = newline.join([HEADER.upper(), ROW.replace("Zeemanlaan", "Café-laan"), ROW]).replace(";", delimiter)
    first, second = read(tmp_path / "a.txt", text, encoding)
    assert first.straat == "Café-laan"
    assert second == Adres("Zeemanlaan", 12, "a", "", "3401AB", "IJsselstein", 5.0405, 52.0205)


def test_rd_columns_serve_when_there_are_no_degrees(tmp_path: Path) -> None:
    x, y = (float(value[0]) for value in to_rd([5.0405], [52.0205]))
    text = f"straatnaam;huisnummer;X;Y\nZeemanlaan;12;{x:.3f};{y:.3f}\n".replace(".", ",")
    (adres,) = read(tmp_path / "a.csv", text)
    assert (adres.lon, adres.lat) == (pytest.approx(5.0405, abs=1e-7), pytest.approx(52.0205, abs=1e-7))


@pytest.mark.parametrize(
    ("content", "code", "field"),
    [
        ("", "adressen_leeg", None),
        ("   \n", "adressen_leeg", None),
        (HEADER + "\n", "adressen_leeg", None),
        ("huisnummer;lon;lat\n1;5;52\n", "adressen_kolommen", "straat"),
        ("straat;lon;lat\nA;5;52\n", "adressen_kolommen", "huisnummer"),
        ("straat;huisnummer\nA;5\n", "adressen_kolommen", "lon, lat"),
        ("onzin", "adressen_kolommen", "straat, huisnummer, lon, lat"),
        ("straat;huisnummer;x\nA;5;6\n", "adressen_kolommen", "y"),
        (f"{HEADER}\n{ROW}\nZeemanlaan;14;;;3401", "adressen_afgebroken", None),
        (HEADER.replace("lon;lat", "lat;lon") + f"\n{ROW}\n", "ligging_volgorde", None),
        (HEADER.replace("lon;lat", "x;y") + "\nA;1;;;;;450000;130000\n", "ligging_volgorde", None),
        (f"{HEADER}\nA;1;;;;;560000;6800000\n", "ligging_onbekend", None),
        (f"{HEADER}\nA;geen;;;;;5.0;52.0\n", "adressen_leeg", None),
        (b"PK\x03\x04" + bytes(300), "adressen_bestand", None),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "adressen_bestand", None),
        ('straat;huisnummer;lon;lat\n"A;1;5;52\n', "adressen_bestand", None),
        ('{"features": []}', "adressen_leeg", None),
        ('{"features": [', "geobestand_afgebroken", None),
        (b"SQLite format 3\0" + bytes(20), "geobestand_afgebroken", None),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, content: bytes | str, code: str, field: str | None) -> None:
    told, fields = code_of(tmp_path / "a.csv", content)
    assert (told, fields["bestand"]) == (code, "a.csv")
    if field is not None:
        assert fields["mist"] == field


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        lees_adressen(tmp_path / "weg.csv")
    assert told.value.code == "bestand_onleesbaar"


def test_a_few_rows_without_a_place_do_not_spoil_the_rest(tmp_path: Path) -> None:
    rows = [ROW.replace(";12;", f";{number};") for number in range(1, 40)]
    text = "\n".join([HEADER, *rows, "Zeemanlaan;99;;;;;;", "Zeemanlaan;98;;;;;0;0", "Zeemanlaan;97;;;;;x;y"])
    found = read(tmp_path / "a.csv", text)
    assert {adres.huisnummer for adres in found} - {98} == set(range(1, 40))


@pytest.mark.parametrize(
    ("properties", "is_home"),
    [
        ({"gebruiksdoel": "woonfunctie"}, True),
        ({"gebruiksdoel": "winkelfunctie,woonfunctie"}, True),
        ({"gebruiksdoel": ["kantoorfunctie", "woonfunctie"]}, True),
        ({"gebruiksdoel": "kantoorfunctie"}, False),
        ({"gebruiksdoel": "", "object_type": "LIG"}, True),
        ({"typeadresseerbaarobject": "Standplaats", "woonfunctie": "0"}, True),
        ({"woonfunctie": "1"}, True),
        ({"woonfunctie": "0"}, False),
        ({}, True),
    ],
)
def test_what_is_a_dwelling(properties: dict[str, object], is_home: bool) -> None:
    made = adres_van_bag({"openbare_ruimte_naam": "Zeemanlaan", "huisnummer": 12, **properties}, 5.0, 52.0)
    assert made is not None
    assert made.is_woning is is_home


def test_a_feature_of_the_bag() -> None:
    properties = {
        "openbare_ruimte": "Zeemanlaan", "Huisnummer": 12, "huisletter": None, "toevoeging": "bis",
        "postcode": "3401AB", "woonplaats": "IJsselstein", "identificatie": "0353010000000001",
        "status": "Verblijfsobject in gebruik", "gebruiksdoel": "woonfunctie",
    }  # fmt: skip
    assert adres_van_bag(properties, 5.0, 52.0) == Adres(
        "Zeemanlaan", 12, "", "bis", "3401AB", "IJsselstein", 5.0, 52.0, True, "0353010000000001"
    )
    for gone in ("Verblijfsobject ingetrokken", "Niet gerealiseerd verblijfsobject"):
        assert adres_van_bag(properties | {"status": gone}, 5.0, 52.0) is None
    assert adres_van_bag(properties | {"pandstatus": "Pand gesloopt"}, 5.0, 52.0) is None
    assert adres_van_bag({"naam": "x"}, 5.0, 52.0) is None
    assert adres_van_bag({"straat": "x", "huisnummer": None}, 5.0, 52.0) is None
    kept = adres_van_bag({"straat": "x", "huisnummer": 12.0, "letter": float("nan")}, 5.0, 52.0)
    assert kept is not None and (kept.huisnummer, kept.letter) == (12, "")


def test_geojson_with_written_numbers_gives_every_house(tmp_path: Path) -> None:
    def feature(number: str, at: list[float]) -> dict[str, object]:
        return {
            "type": "Feature", "properties": {"street": "Rijnlaan", "housenumber": number, "city": "Utrecht"},
            "geometry": {"type": "Point", "coordinates": at},
        }  # fmt: skip

    body = {"type": "FeatureCollection", "features": [feature("12-16", [5.1, 52.0]), feature("8-BS", [5.1, 52.1])]}
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(body), encoding="utf-8")
    assert [(adres.huisnummer, adres.toevoeging) for adres in lees_adressen(path)] == [
        (12, ""), (14, ""), (16, ""), (8, "BS"),
    ]  # fmt: skip


def test_a_geopackage_in_rd_and_only_what_lies_inside(tmp_path: Path) -> None:
    path = tmp_path / "bag.gpkg"
    at = [[131_000, 448_000], [132_000, 448_000]]
    columns = [np.array(["Zeemanlaan"] * 2, dtype=object), np.array([12, 14]), np.array([None, "a"], dtype=object)]
    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.points(at)), columns, ["openbare_ruimte_naam", "huisnummer", "huisletter"],
        geometry_type="Point", crs="EPSG:28992", layer="verblijfsobject", driver="GPKG",
    )  # fmt: skip
    first, second = lees_adressen(path)
    assert (first.huisnummer, second.letter) == (12, "a")
    assert first.lon == pytest.approx(float(to_wgs84([131_000], [448_000])[0][0]), abs=1e-9)
    west, south, east, north = first.lon - 0.001, first.lat - 0.001, first.lon + 0.001, first.lat + 0.001
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    assert lees_adressen(path, (ring,)) == [first]
    elsewhere = tuple((lon + 1, lat) for lon, lat in ring)
    assert lees_adressen(path, (elsewhere,)) == [], "a good file of somewhere else is no broken file"


def test_a_book_made_before_is_read_as_it_is(tmp_path: Path) -> None:
    assert sorted(map(repr, lees_adressen(small_book(tmp_path)))) == sorted(map(repr, small_addresses()))


def test_real_tables_of_the_bag(shared_data: Path) -> None:
    full = lees_adressen(shared_data / "tables" / "nlextract_bagadres-full.csv")
    plus = lees_adressen(shared_data / "tables" / "nlextract_bagadresplus.csv")
    assert len(full) == len(plus) == 99
    assert [(a.straat, a.huisnummer, a.toevoeging, a.is_woning) for a in full] == [
        (a.straat, a.huisnummer, a.toevoeging, a.is_woning) for a in plus
    ]
    assert sum(adres.is_woning for adres in full) == 58, "47 + 3 with a woonfunctie, 8 moorings and pitches"
    assert full[0].bag_id == plus[0].bag_id == "0363200000081086"


def test_rd_and_degrees_of_a_real_table_are_one_place(shared_data: Path, tmp_path: Path) -> None:
    source = (shared_data / "tables" / "nlextract_bagadres-full.csv").read_text(encoding="ascii")
    header, _, rest = source.partition("\n")
    renamed = tmp_path / "rd.csv"
    renamed.write_text(header.replace(";lon;lat", ";l1;l2") + "\n" + rest, encoding="ascii")
    own, given = lees_adressen(renamed), lees_adressen(shared_data / "tables" / "nlextract_bagadres-full.csv")
    metres = [
        np.hypot((a.lon - b.lon) * 111_195 * np.cos(np.radians(b.lat)), (a.lat - b.lat) * 111_195)
        for a, b in zip(own, given, strict=True)
    ]
    # Its RD is in whole metres, and was converted by somebody else's grid.
    assert max(metres) < 1.0


def test_real_addresses_of_openstreetmap(shared_data: Path) -> None:
    found = lees_adressen(shared_data / "streets" / "utrecht_rivierenwijk" / "addresses.geojson")
    assert len(found) >= 670
    assert {"Waalstraat", "Jutfaseweg"} <= {adres.straat for adres in found}


@pytest.mark.parametrize(
    "name",
    [
        "tables/nlextract_bronhouders.csv", "tables/nlextract_gemeentenalfabetisch2016.xls", "tiles/heidelberg.mbtiles",
        "streets/osdpm_segment_1.gpkg", "boundaries/ijsselstein_buurten_2024_rd.geojson", "streets/krautsand.osm.gz",
        "tables/c_utf16_tab_usdates.txt",
    ],
)  # fmt: skip
def test_files_of_another_kind_are_told_apart(shared_data: Path, name: str) -> None:
    with pytest.raises(UserError) as told:
        lees_adressen(shared_data / name)
    assert told.value.code in ("adressen_kolommen", "adressen_bestand")
