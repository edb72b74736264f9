"""Every asset folium names is here as text; nothing of it needs a network."""

from __future__ import annotations

import subprocess
import sys

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapping.assets import boa_url, find_asset, read_offline_assets

LEAFLET = "https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.js"


def test_every_address_of_folium_and_its_plugins_is_in_the_data() -> None:
    import folium.plugins
    from folium.elements import JSCSSMixin

    known = read_offline_assets()
    todo, named = [JSCSSMixin], set()
    while todo:
        cls = todo.pop()
        todo += cls.__subclasses__()
        for kind in ("default_js", "default_css"):
            named |= {url for _name, url in vars(cls).get(kind, ())}
    assert folium.plugins.__name__ and len(named) > 50
    assert sorted(url for url in named if url.startswith("http") and url not in known) == []


def test_leaflet_asks_for_no_icon_file() -> None:
    assert find_asset(LEAFLET).endswith("L.Icon.Default.imagePath='';")


def test_an_asset_that_is_not_there_is_a_missing_part() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        find_asset("https://example.invalid/x.js")
    assert caught.value.code == "onderdeel_ontbreekt"


def test_outside_addresses_become_local_ones() -> None:
    assert boa_url("https://host.example/a/b.js") == "boa://map/cdn/host.example/a/b.js"
    assert boa_url("boa://map/a.js") == "boa://map/a.js"


def test_reading_the_data_imports_neither_folium_nor_the_package_that_changes_it() -> None:
    code = (
        "import sys; from boa_app.mapping.assets import read_offline_assets; read_offline_assets();"
        "print([name for name in ('folium', 'offlinefolium', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
