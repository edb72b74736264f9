"""What the stand-in for PDOK serves: real borders, addresses and streets of the test data, put in IJsselstein."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from boa_app.analysis.crs import to_rd, to_wgs84

GEMEENTE = "GM0353"
# The middle of IJsselstein in RD; what comes from elsewhere is moved there.
_MIDDLE_RD = (131_400.0, 448_000.0)
Feature = dict[str, Any]


class Pdokdata:
    """Features by kind, as the services give them: CBS and NWB in WGS84, BAG in RD."""

    def __init__(self, shared: Path) -> None:
        borders = shared / "boundaries"
        self.gemeenten = [
            _cbs(feature, gemeentecode=_prop(feature, "statcode"), gemeentenaam=_prop(feature, "statnaam"))
            for feature in _load(borders / "ijsselstein_and_neighbours_gemeenten_2022_wgs84.geojson")
        ]
        self.wijken = [
            _cbs(feature, wijkcode=_prop(feature, "statcode"), wijknaam=_prop(feature, "statnaam"), **_hier())
            for feature in _load(borders / "ijsselstein_wijk_2024_wgs84.geojson")
        ]
        self.buurten = [
            _cbs(
                feature, buurtcode=_prop(feature, "statcode"), buurtnaam=_prop(feature, "statnaam"),
                wijkcode=_prop(feature, "wkcode"), aantal_inwoners=_prop(feature, "inwoners"), **_hier(),
            )
            for feature in _load(borders / "ijsselstein_buurten_2024_wgs84.geojson")
        ]  # fmt: skip
        self.wegvakken = _wegvakken(shared / "streets" / "graphs")
        self.adressen = _adressen(shared / "streets" / "utrecht_rivierenwijk" / "addresses.geojson")

    @functools.cached_property
    def gpkg(self) -> bytes:
        """The GeoPackage of all borders, in RD."""
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "wijkenbuurten.gpkg"
            for layer in ("gemeenten", "wijken", "buurten"):
                _write_layer(path, layer, getattr(self, layer))
            return path.read_bytes()


def gekeerd(feature: Feature) -> Feature:
    """The same with the axes turned."""
    return _mapped(feature, lambda first, second: [second, first])


def in_rd(feature: Feature) -> Feature:
    """The same in RD, unasked."""
    return _mapped(feature, lambda lon, lat: [float(axis) for axis in to_rd(lon, lat)])


def ander_stelsel(feature: Feature) -> Feature:
    """The same in RD where WGS84 was asked, and the other way round."""
    if feature["geometry"]["type"] != "Point":
        return in_rd(feature)
    return _mapped(feature, lambda x, y: [float(axis) for axis in to_wgs84(x, y)])


@functools.cache
def tegel(stijl: str, zoom: int, x: int, y: int, uitgave: int) -> bytes:
    """A tile with its own address painted on it."""
    from PIL import Image, ImageDraw

    ground = {"standaard": "#e9eee1", "grijs": "#dddddd", "pastel": "#f3ecff"}[stijl]
    image = Image.new("RGB", (256, 256), ground)
    paint = ImageDraw.Draw(image)
    paint.rectangle((0, 0, 255, 255), outline="#888888")
    paint.text((90, 120), f"{zoom}/{x}/{y} u{uitgave}", fill="#222222")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def adres_doc(feature: Feature) -> dict[str, Any]:
    """An address as the Locatieserver tells it."""
    found, (lon, lat) = feature["properties"], to_wgs84(*feature["geometry"]["coordinates"])
    house = f"{found['huisnummer']}{found['huisletter'] or ''}"
    doc = {
        "id": f"adr-{found['identificatie']}", "type": "adres", "straatnaam": found["openbare_ruimte"],
        "weergavenaam": f"{found['openbare_ruimte']} {house}, {found['postcode']} IJsselstein",
        "huisnummer": found["huisnummer"], "huisletter": found["huisletter"], "postcode": found["postcode"],
        "woonplaatsnaam": found["woonplaats"], "gemeentecode": "0353",
        "adresseerbaarobject_id": found["identificatie"], "centroide_ll": f"POINT({lon:.8f} {lat:.8f})",
    }  # fmt: skip
    return {name: value for name, value in doc.items() if value is not None}


def gemeente_doc(number: int) -> dict[str, str]:
    """One of 342 municipalities; number 200 is the real one."""
    code, naam = ("0353", "IJsselstein") if number == 200 else (f"{number + 1000}", f"Proefgemeente {number}")
    return {
        "id": f"gem-{code}", "type": "gemeente", "gemeentecode": code, "gemeentenaam": naam,
        "centroide_ll": "POINT(5.04 52.02)",
    }  # fmt: skip


def gzipbom() -> bytes:
    """Some hundred thousand bytes that become far more than any page may hold."""
    packer = zlib.compressobj(6, wbits=31)
    block = b" " * 1024 * 1024
    return b"".join(packer.compress(block) for _ in range(96)) + packer.flush()


BODIES = {
    "html": b"<!DOCTYPE html><html><body>Meld u aan bij dit netwerk</body></html>",
    "leeg": b"",
    "geenjson": b"geen json",
    "diep": b"[" * 200_000,
}


def _load(path: Path) -> list[Feature]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def _prop(feature: Feature, name: str) -> Any:
    return feature["properties"][name]


def _hier() -> dict[str, str]:
    return {"gemeentecode": GEMEENTE, "gemeentenaam": "IJsselstein"}


def _cbs(feature: Feature, **properties: Any) -> Feature:
    ident = next(value for name, value in properties.items() if name.endswith("code"))
    return {
        "type": "Feature", "id": ident, "properties": {**properties, "water": "NEE"}, "geometry": feature["geometry"]
    }  # fmt: skip


def _wegvakken(folder: Path) -> list[Feature]:
    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))

    nodes = {row["node"]: (float(row["x"]), float(row["y"])) for row in rows("osdorp_seg1_nodes.csv")}
    moved = dict(zip(nodes, _to_ijsselstein(np.array(list(nodes.values()))), strict=True))
    found = []
    for number, edge in enumerate(rows("osdorp_seg1_edges.csv")):
        ends = [moved[edge["u"]], moved[edge["v"]]]
        lon, lat = to_wgs84(*np.array(ends).T)
        properties = {
            "wvkId": 600_000 + number, "sttNaam": f"Proefstraat {number // 20}", "gmeId": 353, "bstCode": "RB",
            "jteIdBeg": int(edge["u"]), "jteIdEnd": int(edge["v"]), "wegbehsrt": "G", "gmeNaam": "IJsselstein",
        }  # fmt: skip
        line = [[round(float(a), 7), round(float(b), 7)] for a, b in zip(lon, lat, strict=True)]
        found.append(
            {
                "type": "Feature", "id": f"w{number}", "properties": properties,
                "geometry": {"type": "LineString", "coordinates": line},
            }
        )  # fmt: skip
    return found


def _adressen(path: Path) -> list[Feature]:
    source = _load(path)
    places = np.array([feature["geometry"]["coordinates"][:2] for feature in source])
    moved = _to_ijsselstein(np.column_stack(to_rd(*places.T)))
    found = []
    for number, (feature, at) in enumerate(zip(source, moved, strict=True)):
        street, house = (
            _prop(feature, "street"),
            re.match(r"(\d+)\s*-?\s*([A-Za-z]?)\s*-?(.*)", _prop(feature, "housenumber")),
        )
        assert house is not None
        properties = {
            "identificatie": f"0353010000{number:06d}", "openbare_ruimte": street, "huisnummer": int(house[1]),
            "huisletter": house[2] or None, "toevoeging": house[3][:4] or None,
            "postcode": feature["properties"].get("postcode"),
            "woonplaats": "IJsselstein", "gebruiksdoel": "woonfunctie" if number % 9 else "winkelfunctie,woonfunctie",
            "status": "Verblijfsobject in gebruik", "oppervlakte": 80 + number % 60, "bouwjaar": 1931,
        }  # fmt: skip
        found.append(
            {
                "type": "Feature", "id": f"verblijfsobject.{number}", "properties": properties,
                "geometry": {"type": "Point", "coordinates": [round(float(value), 3) for value in at]},
            }
        )  # fmt: skip
    return found


def _to_ijsselstein(points_rd: np.ndarray) -> np.ndarray:
    return points_rd - (points_rd.min(axis=0) + points_rd.max(axis=0)) / 2 + _MIDDLE_RD


def _mapped(feature: Feature, change: Any) -> Feature:
    def walk(part: Any) -> Any:
        return [walk(item) for item in part] if isinstance(part[0], list) else change(*part[:2])

    geometry = {**feature["geometry"], "coordinates": walk(feature["geometry"]["coordinates"])}
    return {**feature, "geometry": geometry}


def _write_layer(path: Path, layer: str, features: list[Feature]) -> None:
    import pyogrio.raw
    import shapely
    from shapely.geometry import shape

    names = sorted({name for feature in features for name in feature["properties"]})
    shapes = [
        shapely.MultiPolygon([s] if (s := shape(in_rd(f)["geometry"])).geom_type == "Polygon" else s) for f in features
    ]
    columns = [np.array([str(f["properties"].get(name, "")) for f in features], dtype=object) for name in names]
    pyogrio.raw.write(
        path, geometry=shapely.to_wkb(shapes), field_data=columns, fields=names, crs="EPSG:28992",
        geometry_type="MultiPolygon", driver="GPKG", layer=layer, append=path.exists(),
    )  # fmt: skip
