"""The bare page: whole, the same every time, without data, and closed to everything that is not boa://."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from boa_app.mapping import page
from boa_app.paths import resource


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kaart")
    page.build_page(folder)
    return folder


def test_it_has_everything_and_again_gives_the_same(built: Path, tmp_path: Path) -> None:
    page.build_page(tmp_path)
    page.build_page(tmp_path)
    files = {path.name: path.read_bytes() for path in built.iterdir()}
    assert sorted(files) == ["boa.js", "kaart.css", "kaart.html", "leaflet.css", "leaflet.js"]
    assert files == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_the_installed_page_is_made_of_these_sources(built: Path) -> None:
    installed = resource("built", "map")
    stale = [path.name for path in built.iterdir() if (installed / path.name).read_bytes() != path.read_bytes()]
    assert stale == [], "run: python hatch_build.py"


def test_no_address_leaves_this_machine(built: Path) -> None:
    html = (built / page.PAGE_NAME).read_text(encoding="utf-8")
    assert page.find_outside_urls(html) == []
    assert page.find_outside_urls((built / "kaart.css").read_text(encoding="utf-8")) == []
    assert page.find_outside_urls((built / "boa.js").read_text(encoding="utf-8")) == []
    assert set(re.findall(r'(?:src|href)="([^"]+)"', html)) == {
        "boa://map/qwebchannel.js",
        "boa://map/tokens.css",
        "boa://map/leaflet.js",
        "boa://map/leaflet.css",
        "boa://map/kaart.css",
        "boa://map/boa.js",
    }


def test_an_outside_address_is_seen_in_each_form() -> None:
    text = 'a="https://x.example/y" b="//cdn.example/z" c="boa://map/ok.js" d="http://www.w3.org/2000/svg"'
    assert page.find_outside_urls(text) == ["https://x.example", "//cdn.example"]


def test_the_policy_allows_boa_and_the_hashed_inline_parts_only(built: Path) -> None:
    html = (built / page.PAGE_NAME).read_text(encoding="utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert found is not None
    policy = found.group(1)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy and "http" not in policy and "data:" not in policy and "*" not in policy
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(inline) == 2
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    # First thing in the head: what stands before it would not be held by it.
    assert html.index("Content-Security-Policy") < html.index("<script") < html.index("boa.js")


def test_it_holds_no_data(built: Path) -> None:
    html = (built / page.PAGE_NAME).read_text(encoding="utf-8")
    assert "marker" not in html and "geo" not in html.lower().replace("geometry", "")


def test_every_script_is_strict_and_none_is_left_out() -> None:
    folder = resource("js")
    assert sorted(page.SCRIPTS) == sorted(path.name for path in folder.glob("*.js"))
    for name in page.SCRIPTS:
        text = (folder / name).read_text(encoding="utf-8")
        assert '"use strict";' in text, name
        assert len(text.splitlines()) < 400, name
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", text), f"{name}: a colour"


def test_the_drawer_of_base_maps_is_there_with_its_licence_and_needs_nothing_the_policy_forbids() -> None:
    folder = resource("built", "basiskaart")
    script = (folder / "protomaps-leaflet.js").read_text(encoding="utf-8")
    assert "protomapsL" in script and "sourceMappingURL" not in script
    assert not re.search(r"\beval\(|new Function\b", script)
    assert "Redistribution" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
