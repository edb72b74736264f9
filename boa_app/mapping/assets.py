"""The scripts and style sheets folium names, as local texts: folium-offline read as data, never imported.

Only needed while the bare map page is made (set-up, packaging); the running program serves what came out of it.
"""

from __future__ import annotations

import ast
import importlib.util
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from boa_app.domain.errors import EnvironmentProblem

BOA_HOST = "boa://map/"
_VARIABLE = "_res"
# Leaflet's packaged script embeds its icons; without this line a default marker asks for a file that is not there.
_LEAFLET_TAIL = ";L.Icon.Default.imagePath='';"


@cache
def read_offline_assets() -> dict[str, str]:
    """Every asset by the address folium uses for it. Raises EnvironmentProblem onderdeel_ontbreekt(onderdeel)."""
    texts: dict[str, str] = {}
    for node in ast.parse(_elements_file().read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            target = node.targets[0]
            if isinstance(target.value, ast.Name) and target.value.id == _VARIABLE:
                texts[ast.literal_eval(target.slice)] = ast.literal_eval(node.value)
    return texts


def find_asset(url: str) -> str:
    """The text of one asset, ready to be served. Raises EnvironmentProblem onderdeel_ontbreekt(onderdeel)."""
    texts = read_offline_assets()
    if url not in texts:
        raise EnvironmentProblem("onderdeel_ontbreekt", onderdeel=url)
    return texts[url] + _LEAFLET_TAIL if url.endswith("/leaflet.js") else texts[url]


def boa_url(url: str) -> str:
    """The local address of an outside one: the same host and path below boa://map/cdn/."""
    parts = urlsplit(url)
    return f"{BOA_HOST}cdn/{parts.netloc}{parts.path}" if parts.scheme in ("http", "https") else url


def _elements_file() -> Path:
    # The package rewrites folium when it is imported, so only its place is asked for.
    spec = importlib.util.find_spec("offlinefolium")
    if spec is None or spec.origin is None:
        raise EnvironmentProblem("onderdeel_ontbreekt", onderdeel="folium-offline")
    return Path(spec.origin).with_name("elements.py")
