"""Tiles as the base map in a real page: colours of the theme, two schemas, names once, gaps filled, pans exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from boa_app.mapdata.pakket import Straat, Vlak
from boa_app.ui.kaart.afdruk import Afdrukker, Blad, Inhoudbron, Papier
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.state import Command
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.tegels import Basiskaart
from tests.tegelmaker import AREA, EXTENT, LINE, make_tile
from tests.ui.map.maps import EAST, MIDDLE, WEST, Lagen, evaluate, inspect, picture, shown_map

pytestmark = pytest.mark.webengine
HALF = ((0, 0), (EXTENT // 2, 0), (EXTENT // 2, EXTENT), (0, EXTENT))
ROWS = (500, 1500, 2500, 3500)
ROADS = [((0, row), (EXTENT, row)) for row in ROWS]
# Beside each other in every tile: water left, land right, and main streets with a name across, one always in sight.
SCHEMAS = {
    "openmaptiles": {
        "water": [(AREA, HALF, {"class": "lake"})],
        "transportation": [(LINE, road, {"class": "primary"}) for road in ROADS],
        "transportation_name": [
            (LINE, road, {"class": "primary", "name": "Hoofdstraat", "name:nl": "Grote Straat"}) for road in ROADS
        ],
    },
    "protomaps": {
        "earth": [(AREA, ((0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)), {"kind": "earth"})],
        "water": [(AREA, HALF, {"kind": "lake"})],
        "roads": [
            (LINE, road, {"kind": "major_road", "kind_detail": "primary", "name:nl": "Grote Straat"}) for road in ROADS
        ],
    },
}  # fmt: skip
Tile = Callable[[int, int, int], bytes | None]


@pytest.fixture(autouse=True)
def closed_desk(map_profile: MapProfile) -> Iterator[None]:
    """No thread of the pool outlives its test."""
    yield
    map_profile.forget_data()
    assert map_profile.tiles.failed == 0


@dataclass(frozen=True, eq=False)
class Tegellagen(Lagen):
    """The square municipality on tiles."""

    basiskaart: Basiskaart | None = None


def vector(schema: str = "openmaptiles", tegel: Tile | None = None) -> Basiskaart:
    data = make_tile(SCHEMAS.get(schema, {"lijnen": [(LINE, ROADS[0], {})]}))
    found = tegel or (lambda z, x, y: data)
    grens = (4.0, 51.0, 6.0, 53.0)
    return Basiskaart("vector", "mvt", schema, 0, 14, grens, "application/vnd.mapbox-vector-tile", found)


def raster(colour: str, *, formaat: str = "png", maxzoom: int = 16) -> Basiskaart:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    data = bytes(buffer.data().data())
    return Basiskaart("raster", formaat, "", 0, maxzoom, (4.0, 51.0, 6.0, 53.0), "image/png", lambda z, x, y: data)


def show(qtbot: QtBot, view: MapView, basiskaart: Basiskaart | None, zoom: float = 16, **parts: Any) -> Tegellagen:
    lagen = Tegellagen(**{"jops": (), "schouwen": (), "basiskaart": basiskaart, **parts})
    view.center_on(*MIDDLE, zoom)
    put(qtbot, view, lagen)
    return lagen


def put(qtbot: QtBot, view: MapView, lagen: Tegellagen) -> None:
    with qtbot.waitSignal(view.map_painted, check_params_cb=lambda what: what == "scene", timeout=15_000):
        view.set_lagen(lagen)
    wait_drawn(qtbot, view)


def wait_drawn(qtbot: QtBot, view: MapView) -> None:
    qtbot.waitUntil(lambda: not evaluate(qtbot, view, "Boa.isBaseBusy()"), timeout=15_000)


def in_tile(qtbot: QtBot, view: MapView, across: float, down: float, zoom: int = 14) -> tuple[int, int]:
    """Where a part (0..1) of the tile in the middle of the window lies on the screen."""
    script = (
        f"(() => {{ const n = 2 ** {zoom}, c = Boa.map.project(Boa.map.getCenter(), 0).divideBy(256 / n).floor();"
        f"const p = c.add([{across}, {down}]).multiplyBy(256 / n);"
        "const at = Boa.map.latLngToContainerPoint(Boa.map.unproject(p, 0)); return [at.x, at.y]; })()"
    )
    x, y = evaluate(qtbot, view, script)
    return round(x), round(y)


def wait_colour(qtbot: QtBot, view: MapView, at: tuple[int, int], wanted: QColor, tolerance: int = 4) -> None:
    def is_there() -> bool:
        found = picture(view).pixelColor(*at)
        pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[misc]
        return all(abs(a - b) <= tolerance for a, b in pairs)

    qtbot.waitUntil(is_there, timeout=15_000)


def names_drawn(qtbot: QtBot, view: MapView) -> list[str]:
    script = (
        "(() => { const said = [], own = CanvasRenderingContext2D.prototype, real = own.fillText;"
        "own.fillText = function (text, ...at) { said.push(text); return real.call(this, text, ...at); };"
        "Boa.map.eachLayer((layer) => layer instanceof Boa.Labels && layer.redraw());"
        "own.fillText = real; return said; })()"
    )
    return list(evaluate(qtbot, view, script))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_both_schemas_wear_the_colours_of_the_theme(
    qtbot: QtBot, map_profile: MapProfile, each_theme: ThemeManager, schema: str
) -> None:
    theme = each_theme.theme
    with shown_map(qtbot, map_profile, each_theme) as view:
        show(qtbot, view, vector(schema), 15, vlakken=(), straten=(), buurten=(), omtrek=())
        wait_colour(qtbot, view, in_tile(qtbot, view, 0.25, 0.4), theme.color("k-water"))
        wait_colour(qtbot, view, in_tile(qtbot, view, 0.75, 0.4), theme.color("k-land"))
        rows = [in_tile(qtbot, view, 0, row / EXTENT)[1] for row in ROWS]
        seen = next(row for row in rows if 60 < row < 420)
        image = picture(view)
        along = [image.pixelColor(x, seen).rgb() for x in range(20, 560)]
        # Its name and a crossing border lie on it; most of it is street.
        assert along.count(theme.color("k-hoofd").rgb()) > 200
        assert "Grote Straat" in names_drawn(qtbot, view) and "Hoofdstraat" not in names_drawn(qtbot, view)


def test_day_and_night_are_switched_while_it_is_shown(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, vector(), 15, vlakken=(), straten=(), buurten=(), omtrek=())
        at = in_tile(qtbot, view, 0.25, 0.4)
        wait_colour(qtbot, view, at, themes.theme.color("k-water"))
        themes.set_choice("donker")
        wait_colour(qtbot, view, at, themes.theme.color("k-water"))
        themes.set_choice("licht")
        wait_colour(qtbot, view, at, themes.theme.color("k-water"))


@pytest.mark.parametrize("zoom", [12.0, 13.25, 15.75, 17.0, 19.0])
def test_every_zoom_between_and_beyond_shows_the_tile_that_belongs_there(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, zoom: float
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, vector(), zoom, vlakken=(), straten=(), buurten=(), omtrek=())
        deep = min(14, -int(-zoom // 1) - 1)
        evaluate(qtbot, view, "(Boa.map.panBy([0, -20], {animate: false}), 0)")
        side = evaluate(qtbot, view, f"256 * 2 ** (Boa.map.getZoom() - {deep})")
        # The border between water and land, one step to each side of it.
        x, y = in_tile(qtbot, view, 0.5, 0.4, deep)
        evaluate(qtbot, view, f"(Boa.map.panBy([{x - 320}, {y - 240}], {{animate: false}}), 0)")
        wait_drawn(qtbot, view)
        step = min(60, round(side / 8))
        wait_colour(qtbot, view, (320 - step, 240), themes.theme.color("k-water"))
        wait_colour(qtbot, view, (320 + step, 240), themes.theme.color("k-land"))


def test_names_of_streets_stand_there_once(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    own = Straat("Lange Laan", "straat", (((WEST, 52.0087), (EAST, 52.0087)),))
    with shown_map(qtbot, map_profile, themes) as view:
        # Not covered by the tiles, so the street is sent along; where there is a tile it is not drawn.
        far = replace(vector(), grens=(5.0, 52.0, 5.01, 52.01))
        show(qtbot, view, far, 16, straten=(own,))
        assert "Grote Straat" in names_drawn(qtbot, view)
        assert "Lange Laan" not in names_drawn(qtbot, view) and "Het Midden" in names_drawn(qtbot, view)
        show(qtbot, view, None, 16, straten=(own,))
        qtbot.waitUntil(lambda: "Lange Laan" in names_drawn(qtbot, view), timeout=15_000)
        assert "Grote Straat" not in names_drawn(qtbot, view)


def test_where_there_is_no_tile_our_own_streets_are_drawn(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    own = Straat("Lange Laan", "hoofd", (((WEST, MIDDLE[1]), (EAST, MIDDLE[1])),))
    nothing = replace(vector(tegel=lambda z, x, y: None), grens=(5.0, 52.0, 5.01, 52.01))
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, nothing, 16, straten=(own,), vlakken=(), buurten=(), omtrek=())
        wait_colour(qtbot, view, (60, 240), themes.theme.color("k-hoofd"))
        assert "Lange Laan" in names_drawn(qtbot, view)
    assert (map_profile.tiles.failed, map_profile.tiles.unreadable) == (0, 0)


def test_tiles_that_begin_deep_leave_the_town_to_us(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    own = Straat("Lange Laan", "hoofd", (((WEST, MIDDLE[1]), (EAST, MIDDLE[1])),))
    deep = replace(vector(), minzoom=14)
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, deep, 13.75, straten=(own,), vlakken=(), buurten=(), omtrek=())
        wait_colour(qtbot, view, (200, 240), themes.theme.color("k-hoofd"))
        assert "Grote Straat" not in names_drawn(qtbot, view)
        view.center_on(*MIDDLE, 15)
        wait_drawn(qtbot, view)
        wait_colour(qtbot, view, in_tile(qtbot, view, 0.25, 0.4), themes.theme.color("k-water"))
        assert "Lange Laan" not in names_drawn(qtbot, view)


def test_houses_that_the_tiles_leave_out_are_ours(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    lon, lat = MIDDLE
    house = Vlak("pand", (((lon - 9e-4, lat - 9e-4), (lon + 9e-4, lat - 9e-4), (lon + 9e-4, lat + 9e-4),
                           (lon - 9e-4, lat + 9e-4), (lon - 9e-4, lat - 9e-4)),))  # fmt: skip
    land = make_tile({"transportation": [(LINE, ((0, 0), (EXTENT, 0)), {"class": "minor"})]})
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, vector(tegel=lambda z, x, y: land), 17, vlakken=(house,), buurten=(), omtrek=())
        wait_colour(qtbot, view, (320, 240), themes.theme.color("k-pand"))


def test_a_pan_shows_what_a_fresh_drawing_shows(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, vector(), 15.25, vlakken=(), straten=(), buurten=(), omtrek=())
        read = (
            "(() => { let found = null; Boa.map.eachLayer((layer) => { if (layer.store) found = layer; });"
            "const { width, height } = found._container;"
            "return Array.from(found._ctx.getImageData(0, 0, width, height).data.filter((_, i) => i % 101 === 0)); })()"
        )
        for step in ([37, 0], [-120, 55], [0, -200], [64, 64]):
            evaluate(qtbot, view, f"(Boa.map.panBy({step}, {{animate: false}}), 0)")
            wait_drawn(qtbot, view)
        slid = evaluate(qtbot, view, read)
        evaluate(qtbot, view, "(Boa.map.eachLayer((layer) => layer.store && layer.redraw()), 0)")
        fresh = evaluate(qtbot, view, read)
        apart = sum(abs(a - b) > 40 for a, b in zip(slid, fresh, strict=True))
        assert len(slid) == len(fresh) and apart <= len(fresh) // 1000
        assert view.page is not None
        # Reading back twice is what a browser warns about; the map itself never does.
        view.page.errors.clear()


def test_a_schema_nobody_knows_leaves_the_map_as_it_was(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, vector("onbekend"), 16, buurten=(), omtrek=())
        assert inspect(qtbot, view)["basiskaart"]["soort"] == ""
        x, y = evaluate(qtbot, view, "(({x, y}) => [x, y])(Boa.map.latLngToContainerPoint([52.0112, 5.0215]))")
        wait_colour(qtbot, view, (round(x), round(y)), themes.theme.color("k-water"))


def test_pictures_are_the_base_by_day_and_readable_by_night(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, raster("#F0EDE0"), 16, vlakken=(), buurten=(), omtrek=(), straten=())
        wait_colour(qtbot, view, (320, 200), QColor("#F0EDE0"))
        themes.set_choice("donker")
        qtbot.waitUntil(lambda: picture(view).pixelColor(320, 200).lightness() < 80, timeout=15_000)
        themes.set_choice("licht")
        wait_colour(qtbot, view, (320, 200), QColor("#F0EDE0"))
        # Deeper than the pictures go they are enlarged.
        view.center_on(*MIDDLE, 19)
        wait_colour(qtbot, view, (320, 200), QColor("#F0EDE0"))


def test_pictures_too_coarse_for_a_street_lie_below_our_own(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    own = Straat("Lange Laan", "hoofd", (((WEST, MIDDLE[1]), (EAST, MIDDLE[1])),))
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, raster("#A0C0A0", maxzoom=4), 16, straten=(own,), vlakken=(), buurten=(), omtrek=())
        wait_colour(qtbot, view, (60, 240), themes.theme.color("k-hoofd"))
        wait_colour(qtbot, view, (300, 140), QColor("#A0C0A0"))
        assert "Lange Laan" in names_drawn(qtbot, view)
        view.center_on(*MIDDLE, 6)
        wait_colour(qtbot, view, (300, 240), QColor("#A0C0A0"))


def test_a_photograph_gets_our_names_of_streets(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    own = Straat("Lange Laan", "hoofd", (((WEST, MIDDLE[1]), (EAST, MIDDLE[1])),))
    with shown_map(qtbot, map_profile, themes) as view:
        show(qtbot, view, raster("#F0EDE0"), 16, straten=(own,), buurten=())
        assert "Lange Laan" not in names_drawn(qtbot, view)
        show(qtbot, view, raster("#405040", formaat="jpg"), 16, straten=(own,), buurten=())
        assert "Lange Laan" in names_drawn(qtbot, view)


def test_other_layers_change_and_the_tiles_are_not_asked_again(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    asked: list[tuple[int, int, int]] = []
    data = make_tile(SCHEMAS["openmaptiles"])

    def tegel(z: int, x: int, y: int) -> bytes:
        asked.append((z, x, y))
        return data

    with shown_map(qtbot, map_profile, themes) as view:
        lagen = show(qtbot, view, vector(tegel=tegel), 16)
        assert asked and len(set(asked)) == len(asked)
        before = len(asked)
        put(qtbot, view, replace(lagen, jops=Lagen().jops))
        assert len(asked) == before
        assert inspect(qtbot, view)["basiskaart"] == {"soort": "vector", "getekend": True}


def test_a_page_made_anew_shows_the_tiles_again(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    lagen = Tegellagen(jops=(), schouwen=(), vlakken=(), straten=(), buurten=(), omtrek=(), basiskaart=vector())
    for _ in range(2):
        with shown_map(qtbot, map_profile, themes, MapOptions()) as view:
            view.center_on(*MIDDLE, 15)
            put(qtbot, view, lagen)
            wait_colour(qtbot, view, in_tile(qtbot, view, 0.25, 0.4), themes.theme.color("k-water"))


def test_streets_cut_at_crossings_become_one_line(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:

        def joined(*lines: list[int]) -> list[list[int]]:
            made = ", ".join(f"Int32Array.from({line})" for line in lines)
            return sorted(evaluate(qtbot, view, f"Boa.joinLines([{made}]).map((line) => Array.from(line))"))

        assert joined([0, 0, 1, 0], [2, 0, 1, 0], [2, 0, 3, 1]) in (
            [[0, 0, 1, 0, 2, 0, 3, 1]],
            [[3, 1, 2, 0, 1, 0, 0, 0]],
        )
        # A fork stays a fork, a ring a ring, and a line alone what it was.
        assert len(joined([0, 0, 5, 5], [5, 5, 9, 9], [5, 5, 9, 0])) == 3
        (ring,) = joined([0, 0, 4, 0], [4, 0, 4, 4], [4, 4, 0, 0])
        assert len(ring) == 8 and ring[:2] == ring[-2:]
        assert joined([7, 7, 8, 8]) in ([[7, 7, 8, 8]], [[8, 8, 7, 7]])
        assert joined() == []


SET_UP: dict[str, Any] = {
    "texts": {"taal": "nl", "kaart": "Kaart", "pin": "", "in": "", "uit": "", "hier": "", "alles": "", "routes": "",
              "jop": "JOP", "hol": "Niemand", "legenda": "Legenda"},
    "layers": [], "hidden": [], "zoom": False, "scale": False, "locate": False, "overview": False,
}  # fmt: skip


@pytest.mark.parametrize("basiskaart", [vector(), raster("#D8E9F2")], ids=["vector", "raster"])
def test_the_tiles_are_on_paper_with_their_maker(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, basiskaart: Basiskaart
) -> None:
    lagen = Tegellagen(jops=(), schouwen=(), vlakken=(), straten=(), buurten=(), omtrek=(), basiskaart=basiskaart)
    commands = (Command("set_up", (SET_UP,)), Command("set_scene", (map_profile.share_scene(lagen),)))
    west, south, east, north = MIDDLE[0] - 0.01, MIDDLE[1] - 0.006, MIDDLE[0] + 0.01, MIDDLE[1] + 0.006
    sheet = Blad(
        Papier.A4, True, "Kaart", "", "", (), "Schaal 1 : {schaal}", "© Tegelmaker", (west, south, east, north),
        frozenset(), None, {},
    )  # fmt: skip
    printer = Afdrukker(map_profile, Inhoudbron(commands), sheet)
    with qtbot.waitSignal(printer.pdf_made, timeout=60_000) as made:
        printer.start()
    printer.release()
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(bytes(made.args[0]))  # type: ignore[index]
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    image = document.render(0, QSize(600, 424))
    document.close()
    # On paper water is the palest blue, and half of every tile is water; the picture is of that colour all over.
    wanted = QColor("#D8E9F2").getRgb()[:3]  # type: ignore[index]
    spots = [image.pixelColor(x, y).getRgb()[:3] for x in range(20, 580, 7) for y in range(80, 300, 7)]  # type: ignore[index]
    blue = sum(all(abs(a - b) <= 4 for a, b in zip(spot, wanted, strict=True)) for spot in spots)
    assert blue > len(spots) // 4
