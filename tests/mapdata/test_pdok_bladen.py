"""Pages become one file: two editions never mix, what is here is not asked again, and every way of paging ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata import pdok_bladen
from boa_app.mapdata.pdok_bladen import Reeks, haal_reeks, volgende_ogc, volgende_wfs
from boa_app.mapdata.pdok_diensten import Diensten, ogc_vraag, param, wfs_vraag
from boa_app.mapdata.pdok_lezen import lees_features
from boa_app.mapdata.pdok_schema import ADRESSEN, BUURTEN, WEGVAKKEN
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]
HERE = (120_000.0, 440_000.0, 140_000.0, 456_000.0)


def wegen(proef: Proef) -> Reeks:
    return Reeks(
        WEGVAKKEN, [ogc_vraag(Diensten.op(proef.server.basis).nwb, "wegvakken", bbox="4,51,6,53")], volgende_ogc
    )


def adressen(proef: Proef) -> Reeks:
    url = wfs_vraag(Diensten.op(proef.server.basis).bag_wfs, "bag:verblijfsobject", HERE)
    return Reeks(ADRESSEN, [url], volgende_wfs("bag:verblijfsobject"))


def haal(proef: Proef, reeks: Reeks, meld: Callable[[int, int], None] = lambda *_: None) -> list[dict[str, Any]]:
    proef.folder.mkdir(exist_ok=True)
    with proef.ophaler() as ophaler:
        path = haal_reeks(ophaler, proef.folder, "deel", reeks, meld)
    assert path is not None
    return list(lees_features(path))


def ids(features: list[dict[str, Any]], name: str = "wvk_id") -> list[Any]:
    return [feature["properties"][name] for feature in features]


def test_pages_come_in_their_order_and_are_told(proef: Proef) -> None:
    proef.server.blad = 500
    told: list[tuple[int, int]] = []
    found = haal(proef, wegen(proef), lambda *step: told.append(step))
    assert ids(found) == [feature["properties"]["wvkId"] for feature in proef.server.data.wegvakken]
    assert told[0] == (500, 0)
    assert told[-1] == (len(found), 0)
    haal(proef, wegen(proef)._replace(aantal=4000), lambda *step: told.append(step))
    assert told[-1] == (len(found), 4000)


def test_an_edition_that_comes_out_on_the_way_is_taken_whole(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pages are the same in both: only the stamp tells them apart."""
    server, old = proef.server, proef.server.data.wegvakken
    server.blad = 500
    monkeypatch.setattr(server.data, "wegvakken", old)

    def meld(done: int, _: int) -> None:
        if done == 1500 and server.uitgave == 1:
            server.uitgave = 2
            server.data.wegvakken = old[:1000] + old[1400:]

    found = haal(proef, wegen(proef), meld)
    assert ids(found) == [feature["properties"]["wvkId"] for feature in old[:1000] + old[1400:]]


def test_an_edition_that_came_out_since_the_last_visit_is_taken_whole(proef: Proef) -> None:
    server = proef.server
    server.blad = 500
    server.stoor("wegvakken/items", "403", na=3)
    with pytest.raises(EnvironmentProblem):
        haal(proef, wegen(proef))
    server.herstel()
    server.uitgave = 2
    server.vragen.clear()
    assert len(haal(proef, wegen(proef))) == len(server.data.wegvakken)
    pages = [param(url, "cursor") for url in server.vragen]
    assert {"500", "1000"} <= set(pages), "pages of the edition before were kept"


def test_a_service_that_changes_all_the_time_is_given_up(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    server, old = proef.server, proef.server.data.wegvakken
    server.blad = 500
    monkeypatch.setattr(server.data, "wegvakken", old)

    def meld(done: int, _: int) -> None:
        server.uitgave += 1
        server.data.wegvakken = server.data.wegvakken[1:]

    with pytest.raises(EnvironmentProblem) as caught:
        haal(proef, wegen(proef), meld)
    assert caught.value.code == "pdok_bijgewerkt"


def test_stamps_that_are_new_on_every_answer_are_no_editions(proef: Proef) -> None:
    """Some servers make the ETag of the time of day; that must not throw away what came in."""
    server = proef.server
    server.blad, server.losse_etag = 500, True
    server.stoor("wegvakken/items", "403", na=4)
    with pytest.raises(EnvironmentProblem):
        haal(proef, wegen(proef))
    server.herstel()
    server.vragen.clear()
    assert len(haal(proef, wegen(proef))) == len(server.data.wegvakken)
    assert "500" not in {param(url, "cursor") for url in server.vragen}


def test_without_a_stamp_what_is_here_counts_for_a_day(proef: Proef) -> None:
    server = proef.server
    server.blad, server.zonder_etag = 500, True
    haal(proef, wegen(proef))
    server.vragen.clear()
    haal(proef, wegen(proef))
    assert len(server.vragen) == 1
    state = proef.folder / "deel.stand.json"
    state.write_text(state.read_text(encoding="utf-8").replace("1792000000", "1791900000"), encoding="utf-8")
    server.vragen.clear()
    haal(proef, wegen(proef))
    assert len(server.vragen) > 5


def test_without_a_stamp_another_first_page_is_another_edition(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    server = proef.server
    server.blad, server.zonder_etag = 500, True
    old = server.data.wegvakken
    haal(proef, wegen(proef))
    monkeypatch.setattr(server.data, "wegvakken", old[10:])
    assert len(haal(proef, wegen(proef))) == len(old) - 10


@pytest.mark.parametrize("damage", ["tail", "short", "no_data", "state", "middle_of_line"])
def test_a_damaged_half_is_mended_or_fetched_again(proef: Proef, damage: str) -> None:
    server = proef.server
    server.blad = 500
    server.stoor("wegvakken/items", "403", na=4)
    with pytest.raises(EnvironmentProblem):
        haal(proef, wegen(proef))
    server.herstel()
    data, state = proef.folder / "deel.ndjson", proef.folder / "deel.stand.json"
    if damage == "tail":
        data.write_bytes(data.read_bytes() + b'{"type":"Feature","prop')
    elif damage == "short":
        data.write_bytes(data.read_bytes()[:-100])
    elif damage == "no_data":
        data.unlink()
    elif damage == "state":
        state.write_bytes(state.read_bytes()[:-10])
    else:
        found = json.loads(state.read_text(encoding="utf-8"))
        state.write_text(json.dumps(found | {"bytes": found["bytes"] - 7}), encoding="utf-8")
    assert ids(haal(proef, wegen(proef))) == [f["properties"]["wvkId"] for f in server.data.wegvakken]


@pytest.mark.parametrize("status", ["400", "404"])
def test_a_link_the_service_forgot_makes_it_begin_anew(proef: Proef, status: str) -> None:
    server = proef.server
    server.blad = 500
    server.stoor("cursor=1500", status, keer=1)
    assert len(haal(proef, wegen(proef))) == len(server.data.wegvakken)


def test_a_collection_there_is_not(proef: Proef, tmp_path: Path) -> None:
    url = ogc_vraag(Diensten.op(proef.server.basis).cbs.format(jaar=2019), "buurten", gemeentecode=GEMEENTE)
    with proef.ophaler() as ophaler:
        assert haal_reeks(ophaler, tmp_path, "deel", Reeks(BUURTEN, [url], volgende_ogc), lambda *_: None) is None


def test_a_filter_that_is_ignored_is_done_here(proef: Proef) -> None:
    proef.server.filter_genegeerd = True
    url = ogc_vraag(Diensten.op(proef.server.basis).cbs.format(jaar=2024), "buurten", gemeentecode="GM9999")
    reeks = Reeks(BUURTEN, [url], volgende_ogc, houd=lambda properties: properties["gemeentecode"] == "GM9999")
    assert haal(proef, reeks) == []


@pytest.mark.parametrize("zonder_aantal", [False, True])
def test_a_short_page_is_not_taken_for_the_last_one(proef: Proef, zonder_aantal: bool) -> None:
    """The server has a limit below ours: 90 of 1000 asked is not the end."""
    proef.server.blad, proef.server.zonder_aantal = 90, zonder_aantal
    found = haal(proef, adressen(proef))
    assert len(set(ids(found, "identificatie"))) == len(proef.server.data.adressen)
    assert len(found) == len(proef.server.data.adressen)


def test_where_paging_ends_the_box_is_cut_in_four(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdok_bladen, "WFS_END", 1200)
    proef.server.blad, proef.server.wfs_einde = 150, 1300
    found = haal(proef, adressen(proef))
    assert set(ids(found, "identificatie")) == {f["properties"]["identificatie"] for f in proef.server.data.adressen}
    boxes = {param(url, "bbox") for url in proef.server.vragen}
    assert len(boxes) >= 5


def test_an_empty_answer_ends_a_box(proef: Proef) -> None:
    url = wfs_vraag(Diensten.op(proef.server.basis).bag_wfs, "bag:verblijfsobject", (0.0, 310_000.0, 10.0, 310_010.0))
    assert haal(proef, Reeks(ADRESSEN, [url], volgende_wfs("bag:verblijfsobject"))) == []


def test_another_question_begins_anew(proef: Proef) -> None:
    haal(proef, wegen(proef))
    url = ogc_vraag(Diensten.op(proef.server.basis).nwb, "wegvakken", bbox="4,51,6,54")
    proef.server.vragen.clear()
    haal(proef, Reeks(WEGVAKKEN, [url], volgende_ogc))
    assert "54" in proef.server.vragen[0]
    assert len(proef.server.vragen) > 2


def test_too_many_bytes_end_it(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdok_bladen, "MOST_BYTES", 100_000)
    with pytest.raises(EnvironmentProblem) as caught:
        haal(proef, wegen(proef))
    assert caught.value.code == "pdok_te_groot"


def test_a_304_on_a_first_question_is_nonsense(proef: Proef) -> None:
    proef.server.stoor("wegvakken", "304")
    with pytest.raises(EnvironmentProblem) as caught:
        haal(proef, wegen(proef))
    assert caught.value.code == "pdok_onleesbaar"


def test_links_of_another_kind_are_passed_over() -> None:
    assert volgende_ogc("", {"links": ["next", {"rel": "self", "href": "x"}]}, 1) == []
    assert volgende_ogc("", {}, 1) == []
    assert volgende_ogc("", {"links": [{"rel": "next", "href": "y"}]}, 1) == ["y"]
