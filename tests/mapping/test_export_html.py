"""The protected map as a file: it holds squares, and nothing of any melding."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from boa_app.analysis.bescherming import Raster
from boa_app.analysis.crs import to_rd, to_wgs84
from boa_app.mapping.export_html import ZOOM_HOOGST, Kaarttekst, make_html
from boa_app.mapping.page import find_outside_urls
from boa_app.usecases.beschermd import beschermd_raster
from boa_app.usecases.kaart import KaartLagen, kaart_lagen
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, select
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session

TEKST = Kaarttekst(
    taal="nl", titel="Meldingen <IJsselstein>", filter="heel 2026 & alle soorten", merk="Voorbeeldgegevens",
    zinnen=("Vakjes met minder dan 5 meldingen zijn verborgen.",), legenda="Meldingen",
    klassen=("minder", "gemiddeld", "meer"), weinig="te weinig", gemaakt="Gemaakt op 20-11-2026", lijst="Als lijst",
    kolommen=("Buurt", "Vak", "Druk", "Aantal"), buiten="buiten de buurten", kaart="Kaart", inzoomen="In",
    uitzoomen="Uit",
)  # fmt: skip
TEXT = "achter het zwembad riep iemand dat hij terugkwam"


class Page(HTMLParser):
    """What a browser would make of it: elements with their attributes, and the texts of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, Any] = {}
        self._is_data = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._is_data = dict(attrs).get("id") == "gegevens"

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.data = json.loads(data)
            self._is_data = False


@pytest.fixture
def town(tmp_path: Path, clock: SetClock) -> Any:
    """A store with some 120 meldingen around a few places and some alone, all with texts."""
    session = make_sample_session(tmp_path / "opslag", clock)
    random = np.random.default_rng(7)
    places = [(5.01, 52.01), (5.03, 52.008), (5.012, 52.015)]
    for number in range(60):
        lon, lat = places[number % 3] if number < 50 else (5.02, 52.01)
        spread = 0.0008 if number < 50 else 0.009
        register_melding(
            session,
            a_melding(
                clock, gebeurd_van=clock() - timedelta(days=70),
                lon=lon + float(random.normal(0, spread)), lat=lat + float(random.normal(0, spread / 2)),
                feiten=TEXT, plaats="Zeemanlaan 12",
            ),
        )  # fmt: skip
    yield session
    session.close()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


def _made(session: Session, *, cijfers: bool) -> tuple[str, Raster, KaartLagen]:
    made = beschermd_raster(session, load_overzicht(session), Filter())
    lagen = kaart_lagen(session)
    return make_html(made.raster, lagen, TEKST, cijfers=cijfers), made.raster, lagen


@pytest.mark.parametrize("cijfers", [True, False])
def test_no_coordinate_text_or_id_of_any_melding_is_in_the_file(town: Session, *, cijfers: bool) -> None:
    text, _raster, _lagen = _made(town, cijfers=cijfers)
    chosen = select(load_overzicht(town), Filter(), town.now())
    for lon, lat in zip(chosen.lon, chosen.lat, strict=True):
        for value in (lon, lat):
            for decimals in range(4, 8):
                assert f"{value:.{decimals}f}" not in text
    x, y = chosen.rd()
    for place in zip(np.rint(x).astype(int), np.rint(y).astype(int), strict=True):
        assert not re.search(rf"\b{place[0]}\b.{{0,3}}\b{place[1]}\b", text)
    with town.store.read() as reader:
        uids = [row[0] for row in reader.db.execute("SELECT uid FROM meldingen").fetchall()]
    assert len(uids) == 60
    for secret in (*uids, TEXT, "zwembad", "Zeemanlaan 12"):
        assert secret not in text


def test_what_is_drawn_is_the_grid_and_the_kaartpakket_and_nothing_else(town: Session) -> None:
    text, raster, lagen = _made(town, cijfers=True)
    data = Page(text).data
    assert set(data) == {
        "beeld",
        "zoom_hoogst",
        "vakken",
        "weinig",
        "omtrek",
        "vlakken",
        "buurten",
        "straten",
        "woorden",
    }
    origin = (int(min([*raster.x_m, *raster.te_weinig_x_m])) // 1000 * 1000,
              int(min([*raster.y_m, *raster.te_weinig_y_m])) // 1000 * 1000)  # fmt: skip
    squares = {(x + origin[0], y + origin[1], side) for x, y, side in (vak["vak"] for vak in data["vakken"])}
    assert squares == set(zip(raster.x_m.tolist(), raster.y_m.tolist(), raster.zijde_m.tolist(), strict=True))
    assert all(value % 100 == 0 for square in squares for value in square)
    assert all(int(vak["tekst"]) >= 5 for vak in data["vakken"])
    assert all(len(vak) == 3 for vak in data["weinig"]), "a hidden square has a place and no number"
    # Every line stands on a corner of the kaartpakket, to the metre it is rounded to.
    known = {
        tuple(np.rint(np.array(to_rd(*position))).astype(int))
        for lines in (lagen.omtrek, *(b.rings for b in lagen.buurten), *(s.lines for s in lagen.straten))
        for line in lines
        for position in line
    }
    drawn = [*data["omtrek"], *(r for b in data["buurten"] for r in b["ringen"]),
             *(r for s in data["straten"] for r in s["lijnen"])]  # fmt: skip
    assert drawn
    for flat in drawn:
        for x, y in zip(flat[::2], flat[1::2], strict=True):
            assert (x + origin[0], y + origin[1]) in known


def test_for_outside_there_is_no_number_of_meldingen(town: Session) -> None:
    text, raster, _lagen = _made(town, cijfers=False)
    page = Page(text)
    assert {vak["tekst"] for vak in page.data["vakken"]} == {""}
    assert {vak["klasse"] for vak in page.data["vakken"]} <= {1, 2, 3}
    table = text[text.index("<table>") : text.index("</table>")]
    assert not [count for count in raster.aantal.tolist() if f">{count}<" in table]
    assert "Aantal" not in table and '<th scope="col">Druk</th>' in table


def test_the_list_tells_the_same_as_the_map(town: Session) -> None:
    text, raster, _lagen = _made(town, cijfers=True)
    table = text[text.index("<table>") : text.index("</table>")]
    told = sorted(int(count) for count in re.findall(r'<td class="getal">(\d+)</td>', table))
    assert told == sorted(raster.aantal.tolist())
    assert "<td>West</td>" in table


def test_it_loads_nothing_and_runs_only_what_is_hashed(town: Session) -> None:
    text, _raster, _lagen = _made(town, cijfers=True)
    page = Page(text)
    assert find_outside_urls(text) == []
    asked = [
        name for _, attributes in page.elements for name in ("src", "href", "srcset", "action") if name in attributes
    ]
    styles = "".join(re.findall("<style>(.*?)</style>", text, re.DOTALL))
    assert asked == [] and set(re.findall(r"url\([^)]*\)|@import", styles)) == {"url(#te-weinig)"}
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a)
    assert policy is not None and policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy and "img-src" not in policy
    assert not [attributes for _, attributes in page.elements if any(name.startswith("on") for name in attributes)]
    # First in the head, so that nothing comes before it.
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script>")


def test_it_can_not_come_nearer_than_one_to_ten_thousand(town: Session) -> None:
    text, _raster, _lagen = _made(town, cijfers=True)
    metres_per_pixel = 2.0**-ZOOM_HOOGST
    assert metres_per_pixel / (0.0254 / 96) >= 10_000
    assert Page(text).data["zoom_hoogst"] == ZOOM_HOOGST


def test_words_are_text_and_never_markup(town: Session) -> None:
    made = beschermd_raster(town, load_overzicht(town), Filter())
    lagen = kaart_lagen(town)
    evil = '</script><script>alert("1")</script>'
    buurten = tuple(replace(buurt, naam=evil) for buurt in lagen.buurten)
    text = make_html(made.raster, replace(lagen, buurten=buurten, attributie=evil), TEKST, cijfers=True)
    assert evil not in text and "Meldingen &lt;IJsselstein&gt;" in text and "heel 2026 &amp; alle soorten" in text
    assert {buurt["naam"] for buurt in Page(text).data["buurten"]} == {evil}


def test_the_same_grid_gives_the_same_file_and_works_without_a_kaartpakket(town: Session) -> None:
    first, raster, lagen = _made(town, cijfers=True)
    assert _made(town, cijfers=True)[0] == first
    bare = replace(lagen, omtrek=(), vlakken=(), buurten=(), straten=())
    text = make_html(raster, bare, TEKST, cijfers=True)
    assert "buiten de buurten" in text
    lon, lat = to_wgs84(raster.x_m, raster.y_m)
    assert not [value for value in (*lon, *lat) if f"{value:.4f}" in text], "squares are metres, not degrees"
