"""Addresses of requests: at PDOK or at another place, with known parameters only."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from boa_app.mapdata.pdok_diensten import Diensten, met_params, ogc_vraag, param, wfs_telling, wfs_vraag

BOX = (130_000.0, 446_000.0, 132_000.0, 448_000.0)


def test_every_service_moves_to_another_place_with_its_path() -> None:
    own, here = Diensten(), Diensten.op("http://127.0.0.1:5/")
    assert here.eigen == ("http://127.0.0.1:5/",)
    for name in ("cbs", "cbs_bestand", "nwb", "nwb_wfs", "bag_wfs", "tegels", "locatie"):
        there, then = str(getattr(own, name)), str(getattr(here, name))
        assert there.startswith("https://")
        assert urlsplit(there).hostname in ("api.pdok.nl", "service.pdok.nl")
        assert then == "http://127.0.0.1:5" + urlsplit(there).path
    assert here.tegels.format(stijl="grijs", z=1, x=2, y=3).endswith("/grijs/EPSG:3857/1/2/3.png")


def test_a_first_page() -> None:
    url = ogc_vraag("https://api.pdok.nl/x/ogc/v1", "buurten", gemeentecode="GM0353")
    assert urlsplit(url).path == "/x/ogc/v1/collections/buurten/items"
    assert parse_qs(urlsplit(url).query) == {"f": ["json"], "limit": ["1000"], "gemeentecode": ["GM0353"]}


def test_a_page_of_a_wfs_is_asked_in_rd() -> None:
    url = wfs_vraag("https://service.pdok.nl/w", "bag:pand", BOX, 2000)
    found = parse_qs(urlsplit(url).query)
    assert found["bbox"] == ["130000,446000,132000,448000,EPSG:28992"]
    assert (found["startIndex"], found["count"], found["srsName"]) == (["2000"], ["1000"], ["EPSG:28992"])
    assert parse_qs(urlsplit(wfs_telling("https://service.pdok.nl/w", "bag:pand", BOX)).query)["resultType"] == ["hits"]


def test_a_parameter_is_read_and_changed() -> None:
    url = wfs_vraag("https://service.pdok.nl/w", "bag:pand", BOX)
    assert param(met_params(url, startIndex=3000), "startIndex") == "3000"
    assert param(met_params(url, startIndex=3000), "bbox") == param(url, "bbox")
    assert param(url, "resultType") == ""
