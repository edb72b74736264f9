"""The bare map page: made by folium during set-up, without any data, whole before the program first runs.

    folium.Map ── render ──> local addresses ──> boa scripts ──> CSP from the hashes ──> kaart.html
                                                                                         + leaflet, boa.js, kaart.css

All layers are put on it live by resources/js. The page may load from boa:// only and run only the scripts hashed here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapping.assets import BOA_HOST, find_asset
from boa_app.paths import resource

PAGE_NAME = "kaart.html"
MAP_ELEMENT = "boa"
# In this order: later ones use earlier ones.
SCRIPTS = (
    "space.js",
    "parts.js",
    "colours.js",
    "canvas_layer.js",
    "lijnen.js",
    "base_map.js",
    "labels.js",
    "point_data.js",
    "clusters.js",
    "points.js",
    "routes.js",
    "markers.js",
    "selection.js",
    "controls.js",
    "legenda.js",
    "warmte.js",
    "raster.js",
    "basisstijl.js",
    "basisnamen.js",
    "basistegels.js",
    "basiskaart.js",
    "afdrukken.js",
    "gebieden.js",
    "straten.js",
    "meten.js",
    "tekenen.js",
    "gereedschap.js",
    "zijden.js",
    "bridge.js",
    "main.js",
)
STYLES = ("kaart.css", "straten.css", "afdruk.css")
# The middle of the Netherlands, until the first layer arrives.
_START = (52.1, 5.3)
_OUTSIDE = re.compile(r"(?:https?:|(?<!boa:))//(?!www\.w3\.org/)[\w.-]+", re.IGNORECASE)
_INLINE = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL) for name in ("script", "style")}


def build_page(folder: Path) -> None:
    """Write the page and everything it loads, except tokens, fonts and icons, which have their own place.

    Raises EnvironmentProblem onderdeel_ontbreekt(onderdeel).
    """
    folder.mkdir(parents=True, exist_ok=True)
    html, assets = render_page()
    for url, name in assets.items():
        _write(folder / name, find_asset(url))
    _write(folder / "boa.js", join_scripts())
    _write(folder / "kaart.css", join_styles())
    _write(folder / PAGE_NAME, html)


def render_page() -> tuple[str, dict[str, str]]:
    """The text of the page, and the outside addresses folium named with the local file name of each."""
    import folium  # 0.8 s, and only here

    made = folium.Map(
        location=_START,
        zoom_start=7,
        tiles=None,
        zoom_control=False,
        # Fractions, so that a municipality fills the window instead of half of it.
        zoomSnap=0.25,
        attributionControl=False,
        # Heat is swapped as a whole; a tile that fades in would flicker.
        fadeAnimation=False,
        keyboardPanDelta=120,
        # Our own double click opens a melding.
        doubleClickZoom=False,
    )
    # folium draws a random id; a fixed one gives the same page, and the same hashes, every time.
    made._id = MAP_ELEMENT
    # jQuery, Bootstrap and two icon fonts would load for nothing.
    made.default_js = [entry for entry in made.default_js if entry[0] == "leaflet"]
    made.default_css = [entry for entry in made.default_css if entry[0] == "leaflet_css"]
    urls = [url for _, url in [*made.default_js, *made.default_css]]
    names = {url: url.rsplit("/", 1)[1] for url in urls}
    html = made.get_root().render().replace("\r\n", "\n")
    for url, name in names.items():
        html = html.replace(f'"{url}"', f'"{BOA_HOST}{name}"')
    return _finish(html), names


def join_scripts() -> str:
    """Our own scripts as one file: one request instead of a dozen while the page loads."""
    folder = resource("js")
    return "".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in SCRIPTS)


def join_styles() -> str:
    """Our own style sheets as one file."""
    return "".join(resource("map", name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in STYLES)


def find_outside_urls(text: str) -> list[str]:
    """Addresses in a text that would leave this machine; names of XML dialects are no addresses."""
    return _OUTSIDE.findall(text)


def content_policy(html: str) -> str:
    """What the page may do: its own inline parts by their hash, the rest from boa:// only, nothing by default."""
    hashes = {name: " ".join(_hash(part) for part in pattern.findall(html)) for name, pattern in _INLINE.items()}
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src boa: {hashes['script']}",
            f"style-src boa: {hashes['style']}",
            "img-src boa:",
            "font-src boa:",
            "connect-src boa:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _finish(html: str) -> str:
    head = (
        '\n    <meta charset="utf-8">'
        f'\n    <script src="{BOA_HOST}qwebchannel.js"></script>'
        f'\n    <link rel="stylesheet" href="{BOA_HOST}tokens.css">'
    )
    tail = f'    <link rel="stylesheet" href="{BOA_HOST}kaart.css">\n</head>'
    html = html.replace("<html>", '<html lang="nl">', 1).replace("</head>", tail, 1)
    html = html.replace("</html>", f'<script src="{BOA_HOST}boa.js"></script>\n</html>', 1)
    policy = f'\n    <meta http-equiv="Content-Security-Policy" content="{content_policy(html)}">'
    html = html.replace("<head>", f"<head>{policy}{head}", 1)
    for url in find_outside_urls(html):
        raise EnvironmentProblem("onderdeel_ontbreekt", onderdeel=url)
    return html


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _write(path: Path, text: str) -> None:
    # Line ends of the platform would change the hashes.
    path.write_text(text, encoding="utf-8", newline="\n")
