"""Where the services of PDOK live, and the addresses of single requests to them.

Sources and traps: pages hold at most 1000, a WFS does not page beyond feature 50,000, unknown parameters are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

PAGE = 1000
WFS_END = 50_000
RD = "EPSG:28992"
Bbox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Diensten:
    """Base addresses. {jaar}, {stijl}, {z}, {x} and {y} are filled in."""

    cbs: str = "https://api.pdok.nl/cbs/wijken-en-buurten-{jaar}/ogc/v1"
    cbs_bestand: str = "https://service.pdok.nl/cbs/wijkenbuurten/{jaar}/atom/downloads/wijkenbuurten_{jaar}.gpkg"
    nwb: str = "https://api.pdok.nl/rws/nationaal-wegenbestand-wegen/ogc/v1"
    nwb_wfs: str = "https://service.pdok.nl/rws/nwbwegen/wfs/v1_0"
    bag_wfs: str = "https://service.pdok.nl/lv/bag/wfs/v2_0"
    tegels: str = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/{stijl}/EPSG:3857/{z}/{x}/{y}.png"
    locatie: str = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
    eigen: tuple[str, ...] = ()

    @classmethod
    def op(cls, basis: str) -> Self:
        """The same paths at another place, such as a mirror inside the municipality."""
        texts = {
            item.name: basis.rstrip("/") + urlsplit(str(item.default)).path
            for item in fields(cls)
            if item.name != "eigen"
        }
        return cls(**texts, eigen=(basis,))


def ogc_vraag(base: str, collectie: str, **params: str | int) -> str:
    """The first page of an OGC API collection."""
    return f"{base}/collections/{collectie}/items?{urlencode({'f': 'json', 'limit': PAGE, **params})}"


def wfs_vraag(base: str, soort: str, bbox_rd: Bbox, start: int = 0) -> str:
    """One page of a WFS in RD: there x and y cannot be taken for each other, in EPSG:4326 they can."""
    params = {"outputFormat": "application/json", "srsName": RD, "count": PAGE, "startIndex": start}
    return f"{base}?{urlencode(_wfs(soort, bbox_rd) | params)}"


def wfs_telling(base: str, soort: str, bbox_rd: Bbox) -> str:
    """The request that only counts."""
    return f"{base}?{urlencode(_wfs(soort, bbox_rd) | {'resultType': 'hits'})}"


def met_params(url: str, **params: str | int) -> str:
    """The same request with other values for these parameters."""
    parts = urlsplit(url)
    pairs = dict(parse_qsl(parts.query)) | {name: str(value) for name, value in params.items()}
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def param(url: str, name: str) -> str:
    """The value of one parameter, "" when absent."""
    return dict(parse_qsl(urlsplit(url).query)).get(name, "")


def bbox_tekst(bbox_rd: Bbox) -> str:
    """A box as a WFS takes it."""
    return ",".join(f"{value:.0f}" for value in bbox_rd) + f",{RD}"


def _wfs(soort: str, bbox_rd: Bbox) -> dict[str, str | int]:
    return {
        "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": soort, "bbox": bbox_tekst(bbox_rd),
    }  # fmt: skip
