"""The protected grid as one HTML file that opens anywhere without a network, and holds no place of any melding.

    folium.Map (bare, in metres) ── scripts and styles inlined ──> + lines of the kaartpakket + squares ──> CSP by hash

Everything stands on the RD grid: Leaflet counts in metres from an origin on whole kilometres, so the file holds no
degree of anything. Squares are multiples of 100 m; the lines come from the kaartpakket, whole metres. The policy in
the file lets it load nothing and run nothing but the scripts hashed here.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.bescherming import Raster
from boa_app.analysis.crs import to_rd
from boa_app.mapping.assets import find_asset
from boa_app.mapping.scene import LagenLike, Ring, bounds_of
from boa_app.paths import resource

# 1 : 10 000 at 96 pixels per inch, in metres per pixel; Leaflet's zoom in metres is minus its logarithm.
_NEAREST_M = 10_000 * 0.0254 / 96
ZOOM_HOOGST = math.floor(-math.log2(_NEAREST_M) * 4) / 4
_KM = 1000
# Streets of a whole province would make a file nobody can mail.
_MOST_STREETS = 20_000
_PICTURE = re.compile(r"data:image/[\w+]+;base64,[\w+/=]+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INLINE = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL) for name in ("script", "style")}


@dataclass(frozen=True, slots=True)
class Kaarttekst:
    """The words on the page, in its language. klassen: minder, gemiddeld, meer. kolommen: of
    the list: buurt, square, class, number. merk: on example data, else empty."""

    taal: str
    titel: str
    filter: str
    merk: str
    zinnen: Sequence[str]
    legenda: str
    klassen: Sequence[str]
    weinig: str
    gemaakt: str
    lijst: str
    kolommen: Sequence[str]
    buiten: str
    kaart: str
    inzoomen: str
    uitzoomen: str


def make_html(raster: Raster, lagen: LagenLike, tekst: Kaarttekst, *, cijfers: bool) -> str:
    """The whole file as text.

    cijfers: the number of incidents in each square, for the team; otherwise classes only. Raises EnvironmentProblem
    onderdeel_ontbreekt(onderdeel).
    """
    origin = _origin(raster)
    data = _data(raster, lagen, tekst, origin, cijfers=cijfers)
    page, urls = _bare_page(data["beeld"])
    scripts = [_without_addresses(find_asset(url)) for url in urls if url.endswith(".js")]
    # Leaflet's own pictures (layers, markers) are not used; an address in its style would be asked for.
    styles = [_without_pictures(find_asset(url)) for url in urls if url.endswith(".css")]
    styles += [_read("theme", "tokens.css"), _read("map", "beschermd.css")]
    body, map_script = _split(page)
    text = _document(
        tekst, body, _table(raster, lagen, tekst, cijfers=cijfers), lagen.attributie, styles=styles,
        scripts=[*scripts, map_script, _read("js", "uitvoer", "beschermd.js")], data=data,
    )  # fmt: skip
    return text.replace("<!-- policy -->", f'<meta http-equiv="Content-Security-Policy" content="{_policy(text)}">', 1)


def _bare_page(view: Sequence[float]) -> tuple[str, list[str]]:
    """What folium makes of an empty map in metres, and the outside addresses it names."""
    import folium  # 0.8 s, and only here

    middle = [(view[1] + view[3]) / 2, (view[0] + view[2]) / 2]
    made = folium.Map(
        location=middle, zoom_start=-5, tiles=None, crs="Simple", zoom_control=False, attributionControl=False,
        zoomSnap=0.25, minZoom=-12, maxZoom=ZOOM_HOOGST,
    )  # fmt: skip
    # folium draws a random id; a fixed one gives the same file every time.
    made._id = "boa"
    made.default_js = [entry for entry in made.default_js if entry[0] == "leaflet"]
    made.default_css = [entry for entry in made.default_css if entry[0] == "leaflet_css"]
    urls = [url for _, url in [*made.default_js, *made.default_css]]
    return made.get_root().render().replace("\r\n", "\n"), urls


def _split(page: str) -> tuple[str, str]:
    """The map's own element and the script that makes it, out of folium's page."""
    element = re.search(r'<div class="folium-map"[^>]*></div>', page)
    scripts = [script for script in _INLINE["script"].findall(page) if "L.map(" in script]
    if element is None or len(scripts) != 1:
        raise ValueError("folium")
    return element.group(0), scripts[0]


def _document(
    tekst: Kaarttekst, body: str, table: str, attribution: str, *, styles: Sequence[str], scripts: Sequence[str],
    data: dict[str, Any],
) -> str:  # fmt: skip
    esc = html.escape
    sentences = "".join(f"<p>{esc(zin)}</p>" for zin in tekst.zinnen)
    mark = f'<p class="merk">{esc(tekst.merk)}</p>' if tekst.merk else ""
    # "<" as an escape: no text in the data can end its element.
    inside = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{esc(tekst.taal)}" data-thema="licht">',
            '<head><!-- policy --><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
            f"<title>{esc(tekst.titel)}</title>",
            *(f"<style>{style}</style>" for style in styles),
            "</head>",
            f"<body><main><h1>{esc(tekst.titel)}</h1><p>{esc(tekst.filter)}</p>{mark}",
            f'<div class="kaart">{body}</div>{_legend(tekst)}{sentences}',
            table,
            f'<p class="bron">{esc(tekst.gemaakt)} · {esc(attribution)}</p></main>',
            f'<script type="application/json" id="gegevens">{inside}</script>',
            *(f"<script>{script}</script>" for script in scripts),
            "</body></html>\n",
        )
    )


def _legend(tekst: Kaarttekst) -> str:
    rows = [(f"vak klasse-{index}", word) for index, word in enumerate(tekst.klassen, 1)]
    rows.append(("vak weinig", tekst.weinig))
    items = "".join(
        f'<li><svg aria-hidden="true"><rect class="{name}" width="22" height="22"/></svg>{html.escape(word)}</li>'
        for name, word in rows
    )
    return f'<ul class="legenda"><li>{html.escape(tekst.legenda)}</li>{items}</ul>'


def _table(raster: Raster, lagen: LagenLike, tekst: Kaarttekst, *, cijfers: bool) -> str:
    """The same squares as a list, for who cannot see the map; by buurt, then most first."""
    names = _buurt_names(raster, lagen, tekst.buiten)
    counts = raster.aantal if cijfers else np.zeros_like(raster.aantal)
    order = sorted(
        range(len(names)), key=lambda at: (names[at] == tekst.buiten, names[at], -raster.klasse[at], -counts[at])
    )
    rows = []
    for at in order:
        side, word = raster.zijde_m[at], tekst.klassen[int(raster.klasse[at]) - 1]
        number = f'<td class="getal">{counts[at]}</td>' if cijfers else ""
        cells = f"<td>{html.escape(names[at])}</td><td>{side} × {side} m</td><td>{html.escape(word)}</td>{number}"
        rows.append(f"<tr>{cells}</tr>")
    heads = [f'<th scope="col">{html.escape(word)}</th>' for word in tekst.kolommen[:3]]
    if cijfers:
        heads.append(f'<th scope="col" class="getal">{html.escape(tekst.kolommen[3])}</th>')
    table = f"<table><tr>{''.join(heads)}</tr>{''.join(rows)}</table>"
    return f"<details><summary>{html.escape(tekst.lijst)}</summary>{table}</details>"


def _buurt_names(raster: Raster, lagen: LagenLike, outside: str) -> list[str]:
    """The buurt in which the middle of each square lies."""
    from boa_app.analysis.gebied import assign_polygons

    rings = [[[(x, y) for x, y in _metres(ring)] for ring in buurt.rings] for buurt in lagen.buurten]
    middle_x, middle_y = raster.x_m + raster.zijde_m / 2, raster.y_m + raster.zijde_m / 2
    found = assign_polygons(middle_x, middle_y, rings)
    return [lagen.buurten[index].naam if index >= 0 else outside for index in found]


def _data(
    raster: Raster, lagen: LagenLike, tekst: Kaarttekst, origin: tuple[int, int], *, cijfers: bool
) -> dict[str, Any]:
    squares = [
        {"vak": [int(x) - origin[0], int(y) - origin[1], int(side)], "klasse": int(klasse),
         "tekst": str(int(count)) if cijfers else ""}
        for x, y, side, klasse, count in zip(
            raster.x_m, raster.y_m, raster.zijde_m, raster.klasse, raster.aantal, strict=True)
    ]  # fmt: skip
    few = [
        [int(x) - origin[0], int(y) - origin[1], raster.start_m]
        for x, y in zip(raster.te_weinig_x_m, raster.te_weinig_y_m, strict=True)
    ]
    straten = [straat for straat in lagen.straten if straat.naam][:_MOST_STREETS]
    return {
        "beeld": _view(squares, few, lagen, origin),
        "zoom_hoogst": ZOOM_HOOGST,
        "vakken": squares,
        "weinig": few,
        "omtrek": _flat(lagen.omtrek, origin),
        "vlakken": [
            {"soort": vlak.soort, "ringen": _flat(vlak.rings, origin)} for vlak in lagen.vlakken if vlak.soort != "pand"
        ],
        "buurten": [
            {"naam": buurt.naam, "ringen": _flat(buurt.rings, origin), "midden": _middle(buurt.rings, origin)}
            for buurt in lagen.buurten
        ],
        "straten": [{"soort": straat.soort, "lijnen": _flat(straat.lines, origin)} for straat in straten],
        "woorden": {"kaart": tekst.kaart, "in": tekst.inzoomen, "uit": tekst.uitzoomen},
    }


def _origin(raster: Raster) -> tuple[int, int]:
    """A corner on whole kilometres below and left of every square."""
    xs, ys = ([*raster.x_m, *raster.te_weinig_x_m], [*raster.y_m, *raster.te_weinig_y_m])
    return int(min(xs)) // _KM * _KM, int(min(ys)) // _KM * _KM


def _view(
    squares: Sequence[dict[str, Any]], few: Sequence[Sequence[int]], lagen: LagenLike, origin: tuple[int, int]
) -> list[int]:
    """West, south, east, north of all squares and of where people live."""
    boxes = np.array([*(square["vak"] for square in squares), *few], dtype=np.int64)
    corners = [*boxes[:, :2], *(boxes[:, :2] + boxes[:, 2:])]
    box = bounds_of(lagen)
    if box is not None:
        corners += list(_metres(((box[0], box[1]), (box[2], box[3]))) - np.array(origin))
    west, south = np.min(corners, axis=0)
    east, north = np.max(corners, axis=0)
    return [int(west), int(south), int(east), int(north)]


def _metres(line: Ring) -> NDArray[np.int64]:
    lon, lat = np.array(line, dtype=np.float64).T
    x, y = to_rd(lon, lat)
    return np.rint(np.stack((x, y), axis=1)).astype(np.int64)


def _flat(lines: Sequence[Ring], origin: tuple[int, int]) -> list[list[int]]:
    return [(_metres(line) - np.array(origin)).ravel().tolist() for line in lines]


def _middle(rings: Sequence[Ring], origin: tuple[int, int]) -> list[int]:
    """A place for the name: the centre of the largest ring."""
    import shapely

    largest = max((shapely.Polygon(_metres(ring)) for ring in rings), key=lambda polygon: polygon.area)
    point = largest.representative_point()
    return [round(point.x) - origin[0], round(point.y) - origin[1]]


def _without_addresses(script: str) -> str:
    # Marker pictures and the credit of Leaflet's own control are not on this page; what is not there is not asked for.
    return _PICTURE.sub("", script).replace("https://leafletjs.com", "#")


def _without_pictures(style: str) -> str:
    return re.sub(r"url\([^)]*\)", "none", _COMMENT.sub("", style))


def _read(*parts: str) -> str:
    return resource(*parts).read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(page: str) -> str:
    """Nothing may be loaded; only what is hashed here may run. Styles set by Leaflet go through the script."""
    hashes = {name: " ".join(_hash(part) for part in pattern.findall(page)) for name, pattern in _INLINE.items()}
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes['script']}",
            f"style-src {hashes['style']}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
