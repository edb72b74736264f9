"""Small files a kaartpakket is made of, written by the tests themselves: two buurten, three streets, four addresses.

Everything lies in the squares of tests.samples.small_kaart (5.00–5.04, 52.00–52.02) unless it is moved.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from pathlib import Path

WEST, MIDDLE, EAST, SOUTH, NORTH = 5.00, 5.02, 5.04, 52.00, 52.02
STREETS = {
    "Zeemanlaan": ("residential", [(5.001, 52.01), (5.01, 52.01), (5.019, 52.01)]),
    "'t Hofje": ("pedestrian", [(5.01, 52.01), (5.01, 52.015)]),
    "Dorpsstraat": ("tertiary", [(5.019, 52.01), (5.03, 52.01), (5.039, 52.01)]),
}
HOUSES = [
    ("Zeemanlaan", "12", 5.005, 52.0102),
    ("Zeemanlaan", "14a", 5.006, 52.0102),
    ("Dorpsstraat", "3", 5.03, 52.0102),
]


def write_osm(path: Path, move_deg: float = 0.0) -> Path:
    """OpenStreetMap XML with the streets, the houses and a pond; move_deg: this far to the east."""
    nodes: dict[tuple[float, float], int] = {}
    body: list[str] = []

    def node(at: tuple[float, float]) -> int:
        return nodes.setdefault(at, len(nodes) + 1)

    for nr, (name, (kind, line)) in enumerate(STREETS.items(), start=100):
        refs = "".join(f'<nd ref="{node(at)}"/>' for at in line)
        body.append(f'<way id="{nr}" version="1">{refs}<tag k="highway" v="{kind}"/><tag k="name" v="{name}"/></way>')
    pond = [(5.025, 52.003), (5.028, 52.003), (5.028, 52.006), (5.025, 52.003)]
    refs = "".join(f'<nd ref="{node(at)}"/>' for at in pond)
    body.append(f'<way id="200" version="1">{refs}<tag k="natural" v="water"/><tag k="name" v="Plas"/></way>')
    houses = [
        f'<node id="{900 + nr}" version="1" lat="{lat}" lon="{lon + move_deg:.7f}"><tag k="addr:street" v="{street}"/>'
        f'<tag k="addr:housenumber" v="{number}"/><tag k="addr:postcode" v="3401 AB"/></node>'
        for nr, (street, number, lon, lat) in enumerate(HOUSES)
    ]
    points = [
        f'<node id="{nr}" version="1" lat="{lat}" lon="{lon + move_deg:.7f}"/>' for (lon, lat), nr in nodes.items()
    ]
    text = "".join(['<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">', *points, *houses, *body, "</osm>"])
    path.write_text(text, encoding="utf-8")
    return path


def write_buurten(path: Path, gemeente: str = "GM0353") -> Path:
    """Two buurten as CBS delivers them, GeoJSON in WGS84."""
    digits = gemeente[2:]

    def square(west: float, east: float) -> list[list[list[float]]]:
        return [[[west, SOUTH], [east, SOUTH], [east, NORTH], [west, NORTH], [west, SOUTH]]]

    features = [
        {
            "type": "Feature",
            "properties": {
                "buurtcode": f"BU{digits}000{nr}", "buurtnaam": naam, "wijkcode": f"WK{digits}00",
                "gemeentecode": gemeente, "gemeentenaam": "IJsselstein", "jaar": 2024,
            },
            "geometry": {"type": "Polygon", "coordinates": square(west, east)},
        }
        for nr, naam, west, east in ((1, "West", WEST, MIDDLE), (2, "Oost", MIDDLE, EAST))
    ]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def write_adressen(path: Path) -> Path:
    """Four addresses of the BAG as a table in RD, one of them outside every buurt."""
    rows = ["openbareruimtenaam;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaatsnaam;lon;lat"]
    rows += [f"{street};{number.rstrip('a')};{'a' if number.endswith('a') else ''};;3401AB;IJsselstein;{lon};{lat}"
             for street, number, lon, lat in HOUSES]  # fmt: skip
    rows.append("Verweg;1;;;3401ZZ;Elders;5.2;52.2")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def write_tegels(path: Path, x: int = 8419) -> Path:
    """MBTiles with one picture over the buurten (zoom 14), whose bounds are not those it says."""
    row = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", row), (b"IDAT", zlib.compress(b"\0\xee\xee\xee")), (b"IEND", b"")]
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(
        "create table metadata (name text, value text);"
        "create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
        "create unique index tile_index on tiles (zoom_level, tile_column, tile_row);"
    )
    facts = {"name": "proef", "format": "png", "minzoom": "14", "maxzoom": "14", "bounds": "-180,-85,180,85"}
    facts["attribution"] = "© Proefkaart"
    db.executemany("insert into metadata values (?, ?)", facts.items())
    for column in (x, x + 1, x + 2):
        db.execute("insert into tiles values (14, ?, ?, ?)", (column, 2**14 - 1 - 5411, picture))
    db.commit()
    db.close()
    return path


def write_gebieden(path: Path) -> Path:
    """One area with a rule."""
    ring = [[5.005, 52.005], [5.015, 52.005], [5.015, 52.015], [5.005, 52.015], [5.005, 52.005]]
    feature = {
        "type": "Feature",
        "properties": {"naam": "Centrum", "soort": "VERBOD", "besluit": "2026-12"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path
