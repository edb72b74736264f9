"""A real server on loopback that speaks the services of PDOK, well and, on demand, badly.

Good: OGC API features with links to the next page, WFS by box with startIndex and hits (it ignores CQL_FILTER, as the
real one does), base map tiles, a GeoPackage with Range, the Locatieserver; all with ETag and 304, all refusing
parameters they do not know. Bad: what Stoornis lists, for any part of it.
"""

from __future__ import annotations

import gzip
import http.server
import json
import re
import socket
import threading
import zlib
from dataclasses import dataclass
from email.utils import formatdate
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from tests.pdokdata import (
    BODIES,
    Feature,
    Pdokdata,
    adres_doc,
    ander_stelsel,
    gekeerd,
    gemeente_doc,
    gzipbom,
    in_rd,
    tegel,
)

JAREN = (2022, 2023, 2024, 2025)
_OGC = {"f", "limit", "bbox", "cursor", "gemeentecode", "crs"}
_WFS = {
    "service", "version", "request", "typenames", "bbox", "outputformat", "srsname", "count", "startindex",
    "resulttype", "cql_filter",
}  # fmt: skip
_LOCATIE = {
    "suggest": {"q", "fq", "rows", "start", "fl"}, "free": {"q", "fq", "rows", "start", "fl"},
    "lookup": {"id", "fl"}, "reverse": {"lat", "lon", "X", "Y", "distance", "type", "rows", "fl"},
}  # fmt: skip
_MB = 1024 * 1024


@dataclass
class Stoornis:
    """What goes wrong with requests whose address holds ``deel``: after ``na`` good ones, ``keer`` times (-1: always).

    soort: a status ("429", "500"…), hangt, druppelt, knip (waarde bytes), half, html, leeg, geenjson, diep, gzipbom,
    gzipstuk, zstd, groot, elders (waarde: where to), lus; of a page: weg or hernoemd (waarde: field), crs, assen,
    eindeloos, zelfde, herhaalt, vreemd_volgende, lijst, geometrie.
    """

    deel: str
    soort: str
    waarde: str = ""
    keer: int = -1
    na: int = 0


class Pdokserver:
    """One server; closed by ``with``. blad: how many features a page holds at most. uitgave: edition of all data, may
    be raised any time. vragen: addresses asked so far."""

    def __init__(self, data: Pdokdata, *, blad: int = 1000) -> None:
        self.data, self.blad = data, blad
        self.uitgave = 1
        self.zonder_etag = self.losse_etag = self.filter_genegeerd = self.zonder_aantal = False
        self.jaren = JAREN
        self.wfs_einde = 50_000
        self.vragen: list[str] = []
        self.koppen: list[dict[str, str]] = []
        self.los = threading.Event()
        self.bezig = threading.Event()
        self.tegelijk = self.meeste = 0
        self._stoornissen: list[Stoornis] = []
        self._gate = threading.Lock()
        self._http = _Http(self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), name="pdokserver", daemon=True)
        self._thread.start()

    @property
    def basis(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.los.set()
        self._http.shutdown()
        self._http.close_connections()
        self._http.server_close()
        self._thread.join(10)

    def stoor(self, deel: str, soort: str, waarde: str = "", keer: int = -1, na: int = 0) -> None:
        """From now on."""
        self._stoornissen.append(Stoornis(deel, soort, waarde, keer, na))

    def herstel(self) -> None:
        """No more faults; whatever hangs is let go."""
        self._stoornissen.clear()
        self.los.set()
        self.los = threading.Event()

    def neem(self, url: str) -> Stoornis | None:
        """The fault for a request, counted down."""
        with self._gate:
            for fault in self._stoornissen:
                if fault.deel in url:
                    if fault.na:
                        fault.na -= 1
                    elif fault.keer:
                        fault.keer -= 1
                        return fault
        return None

    def tel(self, step: int) -> None:
        """How many requests are being answered, and the most there ever were."""
        with self._gate:
            self.tegelijk += step
            self.meeste = max(self.meeste, self.tegelijk)

    def gevraagd(self, deel: str) -> int:
        """How many requests had this in their address."""
        return sum(deel in url for url in self.vragen)


class _Http(http.server.ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, pdok: Pdokserver) -> None:
        self.pdok = pdok
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def close_connections(self) -> None:
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what most tests here do."""


class _Weigering(Exception):
    """An address or parameter the service does not know. status: 400 or 404."""

    def __init__(self, status: int) -> None:
        self.status = status


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else every answer waits 40 ms for an acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = 65_536
    server: _Http

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""

    def do_GET(self) -> None:
        pdok = self.server.pdok
        pdok.tel(1)
        try:
            self._bedien(pdok)
        finally:
            pdok.tel(-1)

    def _bedien(self, pdok: Pdokserver) -> None:
        pdok.vragen.append(self.path)
        pdok.koppen.append(dict(self.headers.items()))
        fault = pdok.neem(self.path)
        if fault is not None and self._kwaad(fault):
            return
        try:
            kind, body = self._antwoord(fault)
        except _Weigering as refusal:
            self._stuur(refusal.status, b'{"title":"nee"}', "application/problem+json")
            return
        self._goed(kind, body, fault)

    def _goed(self, kind: str, body: bytes, fault: Stoornis | None) -> None:
        pdok = self.server.pdok
        number = len(pdok.vragen) if pdok.losse_etag else 0
        etag = f'"u{pdok.uitgave}-{zlib.crc32(self.path.encode()) + number:x}"'
        headers = (
            {}
            if pdok.zonder_etag
            else {"ETag": etag, "Last-Modified": formatdate(1.7e9 + pdok.uitgave * 86_400, usegmt=True)}
        )
        if headers and self.headers.get("If-None-Match") == etag:
            self._stuur(304, b"", kind, headers)
            return
        status = 200
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked and self.headers.get("If-Range") == etag and 0 < int(asked[1]) < len(body):
            start = int(asked[1])
            status, headers["Content-Range"] = 206, f"bytes {start}-{len(body) - 1}/{len(body)}"
            body = body[start:]
        if status == 200 and kind != "image/png" and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = gzip.compress(body, 1), "gzip"
        if fault is not None and fault.soort == "gzipstuk":
            body = body[: len(body) // 2]
        if fault is not None and fault.soort == "knip":
            self._knip(body, int(fault.waarde or "1"), headers, status)
        elif fault is not None and fault.soort == "druppelt":
            self._druppel(body, headers, status)
        else:
            self._stuur(status, body, kind, headers)

    def _kwaad(self, fault: Stoornis) -> bool:
        """Whether the fault has answered all by itself."""
        soort = fault.soort
        if soort.isdecimal():
            extra = {"Retry-After": fault.waarde} if fault.waarde else {}
            self._stuur(int(soort), b"<html>busy</html>", "text/html", extra)
        elif soort == "hangt":
            self.server.pdok.bezig.set()
            self.server.pdok.los.wait(60)
            self.close_connection = True
        elif soort in BODIES:
            self._stuur(200, BODIES[soort], "application/json")
        elif soort == "gzipbom":
            self._stuur(200, gzipbom(), "application/json", {"Content-Encoding": "gzip"})
        elif soort == "zstd":
            self._stuur(200, b"\x28\xb5\x2f\xfd\x00", "application/json", {"Content-Encoding": "zstd"})
        elif soort == "groot":
            self._groot()
        elif soort in ("elders", "lus"):
            self._stuur(302, b"", "text/html", {"Location": self.path if soort == "lus" else fault.waarde})
        else:
            return False
        return True

    def _stuur(self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if status == 304 else body)

    def _knip(self, body: bytes, at: int, headers: dict[str, str], status: int) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:at])
        self.wfile.flush()
        self.close_connection = True

    def _druppel(self, body: bytes, headers: dict[str, str], status: int) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            self.server.pdok.bezig.set()
            if self.server.pdok.los.wait(0.02):
                break
        self.close_connection = True

    def _groot(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(4096 * _MB))
        self.end_headers()
        block = b" " * _MB
        while not self.server.pdok.los.is_set():
            self.wfile.write(block)

    def _antwoord(self, fault: Stoornis | None) -> tuple[str, bytes]:
        parts = urlsplit(self.path)
        params = parse_qs(parts.query, keep_blank_values=True)
        path = parts.path
        if found := re.fullmatch(r"/cbs/wijken-en-buurten-(\d{4})/ogc/v1/collections/(\w+)/items", path):
            return self._ogc(self._cbs(int(found[1]), found[2]), params, fault)
        if path == "/rws/nationaal-wegenbestand-wegen/ogc/v1/collections/wegvakken/items":
            return self._ogc(self.server.pdok.data.wegvakken, params, fault)
        if found := re.fullmatch(r"/(rws/nwbwegen|lv/bag)/wfs/v\d_0", path):
            data = self.server.pdok.data
            return self._wfs(data.adressen if "bag" in path else [in_rd(f) for f in data.wegvakken], params, fault)
        if found := re.fullmatch(r"/cbs/wijkenbuurten/(\d{4})/atom/downloads/wijkenbuurten_\1\.gpkg", path):
            self._known(int(found[1]) in self.server.pdok.jaren, 404)
            return "application/geopackage+sqlite3", self.server.pdok.data.gpkg
        if found := re.fullmatch(r"/brt/achtergrondkaart/wmts/v2_0/(\w+)/EPSG:3857/(\d+)/(\d+)/(\d+)\.png", path):
            self._known(found[1] in ("standaard", "grijs", "pastel") and int(found[2]) <= 19, 404)
            return "image/png", tegel(found[1], *(int(value) for value in found.groups()[1:]), self.server.pdok.uitgave)
        if found := re.fullmatch(r"/bzk/locatieserver/search/v3_1/(suggest|lookup|free|reverse)", path):
            self._known(set(params) <= _LOCATIE[found[1]], 400)
            return "application/json", self._locatie(found[1], params)
        raise _Weigering(404)

    def _known(self, is_known: bool, status: int) -> None:
        if not is_known:
            raise _Weigering(status)

    def _cbs(self, jaar: int, collectie: str) -> list[Feature]:
        self._known(jaar in self.server.pdok.jaren and collectie in ("gemeenten", "wijken", "buurten"), 404)
        found: list[Feature] = getattr(self.server.pdok.data, collectie)
        return [f for f in found if jaar > 2022 or f["id"] != "BU03530031"]

    def _ogc(self, features: list[Feature], params: dict[str, list[str]], fault: Stoornis | None) -> tuple[str, bytes]:
        pdok = self.server.pdok
        self._known(set(params) <= _OGC, 400)
        code = params.get("gemeentecode", [""])[0]
        if code and not pdok.filter_genegeerd:
            features = [f for f in features if f["properties"].get("gemeentecode") == code]
        limit, start = min(int(params["limit"][0]), pdok.blad), int(params.get("cursor", ["0"])[0])
        page = features[start : start + limit]
        links: list[dict[str, str]] = [{"rel": "self", "href": pdok.basis + self.path}]
        if start + limit < len(features):
            query = urlencode(
                [*[(k, v) for k, v in parse_qsl(urlsplit(self.path).query) if k != "cursor"], ("cursor", start + limit)]
            )
            links.append({"rel": "next", "href": f"{pdok.basis}{urlsplit(self.path).path}?{query}"})
        body: dict[str, Any] = {
            "type": "FeatureCollection",
            "numberReturned": len(page),
            "links": links,
            "features": page,
        }
        return "application/geo+json", _gestoord(body, fault, pdok.basis + self.path, len(pdok.vragen))

    def _wfs(self, features: list[Feature], params: dict[str, list[str]], fault: Stoornis | None) -> tuple[str, bytes]:
        pdok = self.server.pdok
        lower = {name.lower(): values[0] for name, values in params.items()}
        self._known(set(lower) <= _WFS, 400)
        west, south, east, north = (float(value) for value in lower["bbox"].split(",")[:4])
        inside = [f for f in features if west <= (at := _first(f))[0] <= east and south <= at[1] <= north]
        if lower.get("resulttype") == "hits":
            return "text/xml", f'<wfs:FeatureCollection numberMatched="{len(inside)}" numberReturned="0"/>'.encode()
        start = 0 if fault is not None and fault.soort == "herhaalt" else int(lower.get("startindex", "0"))
        self._known(start + pdok.blad <= pdok.wfs_einde, 400)
        page = inside[start : start + min(int(lower["count"]), pdok.blad)]
        body = {
            "type": "FeatureCollection",
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
        }
        if not pdok.zonder_aantal:
            body["numberMatched"] = len(inside)  # type: ignore[assignment]
        body["features"] = page  # type: ignore[assignment]
        return "application/json", _gestoord(body, fault, pdok.basis + self.path, len(pdok.vragen))

    def _locatie(self, soort: str, params: dict[str, list[str]]) -> bytes:
        data = self.server.pdok.data
        if soort in ("suggest", "lookup"):
            self._known(("q" if soort == "suggest" else "id") in params, 400)
        if "type:gemeente" in params.get("fq", []):
            docs = [gemeente_doc(n) for n in range(342)]
        else:
            docs = [adres_doc(f) for f in data.adressen]
            if "q" in params:
                words = params["q"][0].lower().replace(",", " ").split()
                docs = [doc for doc in docs if all(word in doc["weergavenaam"].lower() for word in words)]
            elif soort == "lookup":
                docs = [doc for doc in docs if doc["id"] == params["id"][0]]
        start, rows = int(params.get("start", ["0"])[0]), int(params.get("rows", ["10"])[0])
        self._known(rows <= 50, 400)
        response = {"numFound": len(docs), "start": start, "docs": docs[start : start + rows]}
        return json.dumps({"response": response}).encode()


def _gestoord(body: dict[str, Any], fault: Stoornis | None, url: str, count: int) -> bytes:
    features, soort = body["features"], fault.soort if fault else ""
    waarde = fault.waarde if fault else ""
    if soort in ("weg", "hernoemd"):
        for number, feature in enumerate(features):
            # The first ones are as agreed: who looks at one feature only takes the rest half.
            if number >= len(features) // 2:
                kept = {name: value for name, value in feature["properties"].items() if name != waarde}
                changed = {f"{waarde}2": feature["properties"][waarde]} if soort == "hernoemd" else {}
                features[number] = {**feature, "properties": kept | changed}
    elif soort in ("crs", "assen"):
        body["features"] = [(ander_stelsel if soort == "crs" else gekeerd)(feature) for feature in features]
    elif soort == "geometrie":
        body["features"] = [{**feature, "geometry": None} for feature in features]
    elif soort in ("eindeloos", "zelfde", "vreemd_volgende"):
        endless = f"{url.partition('&cursor=')[0]}&cursor={count}"
        again = {"eindeloos": endless, "zelfde": url, "vreemd_volgende": waarde}[soort]
        body["links"] = [{"rel": "next", "href": again}]
    elif soort == "herhaalt":
        body.pop("numberMatched", None)
    whole = json.dumps([body] if soort == "lijst" else body).encode()
    return whole[: len(whole) // 2] if soort == "half" else whole


def _first(feature: Feature) -> list[float]:
    at = feature["geometry"]["coordinates"]
    return at[0] if isinstance(at[0], list) else at  # type: ignore[no-any-return]


__all__ = ["JAREN", "Pdokdata", "Pdokserver", "Stoornis"]
