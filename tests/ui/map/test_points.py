"""The points of a map in a real page: their number always adds up, and what a filter or a save sends gives the same
picture as sending everything."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from boa_app.mapping.points import encode_points
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapView
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.overzicht import Selectie
from boa_app.usecases.stand import DEGREE, KINDS, Columns, Stand, empty_stand, put_in
from tests.ui.map.maps import (
    MIDDLE,
    Lagen,
    click,
    double_click,
    evaluate,
    has_colour,
    inspect,
    picture,
    shown_map,
    wait_painted,
)

NOBODY = 3
BOXES = (
    "[[0, 0, 640, 480, 15], [40.5, -12, 300, 300, 12.25], [-300, 100, 900, 700, 17], [7, 7, 1800, 1300, 18.75],"
    " [0, 0, 900, 700, 13.5], [0, 0, 900, 700, 13.5, true], [0, 0, 1900, 1200, 11, true], [0, 0, 900, 700, 16, true]]"
)
# For each box of the window round a place: how many points lie in it by counting one by one, and what the discs say.
COUNT = """(() => {
  const points = Boa.decodePoints(Uint8Array.from(atob("%s"), (c) => c.charCodeAt(0)).buffer);
  points.shown.forEach((_, i) => { points.shown[i] = i %% %d === 0 ? 0 : 1; });
  return %s.map(([dx, dy, width, height, zoom, sparse = false]) => {
    const scale = 256 * 2 ** zoom;
    const view = { zoom, scale, width, height, sparse,
      left: %r * scale - width / 2 + dx, top: %r * scale - height / 2 + dy };
    const { discs, grid } = Boa.cluster(points, view);
    let inside = 0;
    for (let i = 0; i < points.length; i += 1) {
      const column = Math.floor((points.x[i] / 2 ** 32 * scale - grid.left) / grid.cell);
      const row = Math.floor((points.y[i] / 2 ** 32 * scale - grid.top) / grid.cell);
      inside += points.shown[i] === 1 && column >= 0 && column < grid.columns && row >= 0 && row < grid.rows ? 1 : 0;
    }
    const members = discs.map((disc) => Boa.membersOf(points, grid, disc));
    return {
      inside,
      counted: discs.reduce((sum, disc) => sum + disc.count, 0),
      members: new Set(members.flat()).size,
      fits: discs.every((disc, i) => members[i].length === disc.count && members[i][0] === disc.first),
      radii: discs.every((disc) => disc.count === 1 ? disc.radius === 6 : disc.radius >= 13 && disc.radius <= 22),
      apart: discs.length,
      touching: discs.filter((disc, i) => discs.some((other, j) => j > i &&
        Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius + 4)).length,
    };
  });
})()"""

HELD = """(() => {
  const { nrs, x, y, forms, shown } = Boa.api.points_held();
  return Object.fromEntries(Object.entries({ nrs, x, y, forms, shown }).map(([k, held]) => [k, Array.from(held)]));
})()"""


# Whether what was drawn piece by piece is, pixel for pixel, what drawing all gives.
AS_WHOLE = """(() => {
  let layer = null;
  Boa.map.eachLayer((found) => { layer = found instanceof Boa.Points ? found : layer; });
  const canvas = document.querySelector(".leaflet-boaPunten-pane canvas");
  const pixels = () => {
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext("2d", { willReadFrequently: true });
    ctx.drawImage(canvas, 0, 0);
    return ctx.getImageData(0, 0, copy.width, copy.height).data;
  };
  const before = pixels();
  layer.redraw();
  const after = pixels();
  return [before.some((value) => value > 0), before.every((value, i) => value === after[i])];
})()"""


def _columns(rows: list[tuple[int, int, float, float, int, bool]]) -> Columns:
    """nr, moment, lon, lat, soort and whether it is not lapsed, as columns."""
    out: Columns = {name: np.zeros(len(rows), dtype=kind) for name, kind in KINDS.items()}
    nr, van_s, lon, lat, soort, actief = zip(*rows, strict=True) if rows else ((),) * 6
    out["nr"][:], out["van_s"][:], out["soort"][:], out["actief"][:] = nr, van_s, soort, actief
    out["lon"][:], out["lat"][:] = (np.rint(np.array(part) * DEGREE) for part in (lon, lat))
    out["zichtbaar"][:] = True
    return out


def _selection(stand: Stand, shown: NDArray[np.bool_]) -> Selectie:
    rows = np.flatnonzero(shown)
    return Selectie(stand, rows.astype(np.int32), stand.columns["nr"][rows].astype(np.int64))


def _in_page(qtbot: QtBot, view: MapView) -> dict[str, list[int]]:
    return dict(evaluate(qtbot, view, HELD))


@pytest.mark.parametrize("seed", range(4))
def test_discs_add_up_to_the_points_in_view(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, seed: int
) -> None:
    import base64

    draw = np.random.default_rng(seed)
    spread = 10.0 ** draw.uniform(-4, 0, 3000)
    lon, lat = 5.02 + draw.normal(0, 1, 3000) * spread, 52.01 + draw.normal(0, 1, 3000) * spread
    # Piles: the same place for many, some of them on the border of a cell.
    lon[::7], lat[::7] = lon[0], lat[0]
    packed = base64.b64encode(encode_points(np.arange(3000), lon, lat)).decode()
    x, y = 5.02 / 360 + 0.5, 0.5 - float(np.arcsinh(np.tan(np.radians(52.01)))) / (2 * np.pi)
    with shown_map(qtbot, map_profile, themes) as view:
        views = evaluate(qtbot, view, COUNT % (packed, seed + 2, BOXES, x, y))
    assert any(found["inside"] for found in views)
    for found in views:
        assert found["counted"] == found["inside"] == found["members"], found
        assert found["fits"] and found["radii"], found
        assert found["apart"] <= max(found["inside"], 1), found
        assert found["touching"] == 0, "a disc and its rim of 2 px lie clear of every other"


def test_heat_far_away_leaves_fewer_discs(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    """All of them still counted, and near by each melding keeps its own dot."""
    draw = np.random.default_rng(3)
    lon, lat = draw.uniform(5.005, 5.035, 400), draw.uniform(52.002, 52.018, 400)
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points(np.arange(400), lon, lat)
        view.center_on(*MIDDLE, 14)
        wait_painted(qtbot, view, "punten")
        counts = {}
        for zoom in (14, 17):
            view.center_on(*MIDDLE, zoom)
            for heat in (False, True):
                evaluate(qtbot, view, f"(Boa.api.set_layer('warmte', {str(heat).lower()}), 1)")
                qtbot.waitUntil(lambda zoom=zoom: inspect(qtbot, view)["zoom"] == zoom)
                discs = inspect(qtbot, view)["discs"]
                counts[zoom, heat] = (len(discs), sum(disc[2] for disc in discs))
                assert evaluate(qtbot, view, AS_WHOLE) == [True, True]
    assert counts[14, True][0] < 0.6 * counts[14, False][0], counts
    assert counts[14, True][1] == counts[14, False][1] == 400
    assert counts[17, True] == counts[17, False]


def test_a_save_and_a_filter_send_little_and_show_the_same(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    draw = np.random.default_rng(7)

    def row(nr: int) -> tuple[int, int, float, float, int, bool]:
        place = draw.uniform(5.005, 5.035), draw.uniform(52.002, 52.018)
        return nr, int(draw.integers(0, 20)), *place, int(draw.integers(0, 5)), bool(draw.random() < 0.8)

    stand = put_in(empty_stand(), _columns([row(nr) for nr in range(1, 200)]))
    said: list[str] = []
    with shown_map(qtbot, map_profile, themes) as view, shown_map(qtbot, map_profile, themes) as whole:
        for one in (view, whole):
            one.center_on(*MIDDLE, 14)
        run = view.run
        view.run = lambda function, *arguments: (said.append(function), run(function, *arguments))[1]  # type: ignore[method-assign]
        for step in range(12):
            if step % 3:
                for _ in range(1 + step % 2):  # now and then a change nobody saw between
                    stand = put_in(stand, _columns([row(int(nr)) for nr in draw.integers(1, 220, 1 + step % 4)][:1]))
            shown = draw.random(stand.size) < draw.random()
            said.clear()
            view.points.show(_selection(stand, shown), (NOBODY,))
            assert ("set_points" in said) == (step == 0), said
            whole.points.set_points((), (), ())
            whole.points.show(_selection(stand, shown), (NOBODY,))
            wanted = stand.columns["nr"].tolist()
            qtbot.waitUntil(lambda wanted=wanted, shown=shown: _has(_in_page(qtbot, whole), wanted, shown))
            qtbot.waitUntil(lambda: _in_page(qtbot, view) == _in_page(qtbot, whole))
            assert inspect(qtbot, view)["discs"] == inspect(qtbot, whole)["discs"]
            assert evaluate(qtbot, view, AS_WHOLE)[1], step


def _has(found: dict[str, Any], nrs: list[int], shown: NDArray[np.bool_]) -> bool:
    return bool(found["nrs"] == nrs and found["shown"] == shown.astype(int).tolist())


def test_one_save_is_one_small_message(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    """The filter leaves the new one in: nothing but that point has to be told."""
    stand = put_in(empty_stand(), _columns([(1, 1, 5.01, 52.01, 0, True), (2, 2, 5.03, 52.01, 0, True)]))
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.points.show(_selection(stand, np.ones(2, dtype=np.bool_)))
        wait_painted(qtbot, view, "punten")
        said: list[str] = []
        run = view.run
        view.run = lambda function, *arguments: (said.append(function), run(function, *arguments))[1]  # type: ignore[method-assign]
        stand = put_in(stand, _columns([(3, 3, *MIDDLE, 0, True)]))
        view.points.show(_selection(stand, np.ones(3, dtype=np.bool_)))
        assert said == ["change_points"]
        qtbot.waitUntil(lambda: len(inspect(qtbot, view)["discs"]) == 3)
        assert evaluate(qtbot, view, AS_WHOLE) == [True, True]
        view.points.show(_selection(stand, np.ones(3, dtype=np.bool_)))
        assert said == ["change_points"], "the same again is nothing to tell"


def test_what_one_may_not_see_does_not_leave_the_program(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    columns = _columns([(1, 1, 5.01, 52.01, 0, True), (2, 2, 5.03, 52.01, 0, True)])
    columns["zichtbaar"][:] = [True, False]
    stand = put_in(empty_stand(), columns)
    with shown_map(qtbot, map_profile, themes) as view:
        view.points.show(_selection(stand, stand.columns["zichtbaar"]))
        wait_painted(qtbot, view, "punten")
        held = _in_page(qtbot, view)
    assert (held["nrs"], held["x"][0], held["y"][0], held["shown"]) == ([-1, 1], 0, 0, [0, 1])


def test_a_page_made_anew_gets_the_points_of_now(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    stand = put_in(empty_stand(), _columns([(1, 1, 5.01, 52.01, 0, True), (2, 2, 5.03, 52.01, 0, True)]))
    with shown_map(qtbot, map_profile, themes) as view:
        view.points.show(_selection(stand, np.ones(2, dtype=np.bool_)))
        wait_painted(qtbot, view, "punten")
        stand = put_in(stand, _columns([(2, 2, *MIDDLE, 0, False)]))
        view.points.show(_selection(stand, np.ones(2, dtype=np.bool_)))
        view._reload()
        qtbot.waitUntil(lambda: view.is_ready, timeout=20_000)
        wait_painted(qtbot, view, "punten")
        assert (_in_page(qtbot, view)["nrs"], _in_page(qtbot, view)["forms"]) == ([2, 1], [2, 0])


def test_many_on_one_spot_are_told_together(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points(range(5, 25), [MIDDLE[0]] * 20, [MIDDLE[1]] * 20)
        view.center_on(*MIDDLE, 13)
        wait_painted(qtbot, view, "punten")
        ((x, y, count),) = inspect(qtbot, view)["discs"]
        assert count == 20
        touched: list[int] = []
        view.point_selected.connect(touched.append)
        with qtbot.waitSignal(view.pile_selected, timeout=15_000) as piled:
            click(view, x, y)
        assert piled.args == [list(range(5, 25))]
        assert inspect(qtbot, view)["zoom"] == 13, "coming nearer would part nothing"
        with qtbot.assertNotEmitted(view.pile_selected, wait=300):
            double_click(view, x + 300, y + 200)
        assert touched == []


def test_dots_have_three_forms_on_the_screen(qtbot: QtBot, map_profile: MapProfile, each_theme: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, each_theme) as view:
        view.set_lagen(Lagen())
        view.set_points([1, 2, 3], [5.01, 5.02, 5.03], [52.003] * 3, [0, 1, 2])
        wait_painted(qtbot, view, "punten")
        places = sorted(inspect(qtbot, view)["discs"])
        dot, rim = (each_theme.theme.color(name) for name in ("k-stip", "k-stip-rand"))
        full, hollow, struck = places
        qtbot.waitUntil(lambda: has_colour(picture(view), dot, full[0], full[1], 0), timeout=15_000)
        shown = picture(view)
        assert has_colour(shown, rim, hollow[0], hollow[1], 0)
        assert has_colour(shown, dot, hollow[0] - 5, hollow[1], 1)
        assert has_colour(shown, dot, struck[0], struck[1], 1)
        assert has_colour(shown, rim, struck[0] - 2, struck[1] - 2, 1)


def test_100000_points_count_up(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    random = np.random.default_rng(1)
    lon, lat = random.uniform(5.005, 5.035, 100_000), random.uniform(52.002, 52.018, 100_000)
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points(np.arange(100_000), lon, lat)
        wait_painted(qtbot, view, "punten")
        qtbot.waitUntil(lambda: sum(disc[2] for disc in inspect(qtbot, view)["discs"]) == 100_000)
        assert len(inspect(qtbot, view)["discs"]) < 500
