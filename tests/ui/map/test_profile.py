"""One profile for all maps: nothing on disk, one scene for all, closed in the right order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWebEngineCore import QWebEngineProfile
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapView
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import Lagen, shown_map

pytestmark = pytest.mark.webengine


def test_it_keeps_nothing_on_disk(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        assert view.page is not None
        profile = view.page.profile()
        assert profile.isOffTheRecord()
        assert profile.httpCacheType() == QWebEngineProfile.HttpCacheType.NoCache
        assert profile.persistentCookiesPolicy() == QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        assert not profile.storageName()
        assert not [path for path in Path(profile.persistentStoragePath() or "/nergens").glob("**/*") if path.is_file()]


def test_all_maps_share_one_scene(map_profile: MapProfile) -> None:
    first = Lagen()
    map_profile.forget_data()
    url = map_profile.share_scene(first)
    assert map_profile.share_scene(first) == url
    assert len({url, *(map_profile.share_scene(Lagen()) for _ in range(5))}) == 6
    # The newest, and the one before it for a page that is still reading.
    assert len(map_profile.shelf) == 2
    map_profile.forget_data()
    assert len(map_profile.shelf) == 0


def test_two_maps_at_once_and_a_profile_that_closes_them(qtbot: QtBot, themes: ThemeManager) -> None:
    maps = MapProfile()
    maps.warm_up(themes.theme.name, themes.theme.color("k-land"))
    views = [MapView(maps, themes), MapView(maps, themes)]
    assert [view.page is not None and view.page.parent() is view for view in views] == [True, True]
    lagen = Lagen()
    painted: list[str] = []
    for view in views:
        view.show()
        view.set_lagen(lagen)
        view.map_painted.connect(painted.append)
    qtbot.waitUntil(lambda: painted == ["scene", "scene"], timeout=20_000)
    qtbot.waitUntil(lambda: all(view.is_ready for view in views), timeout=20_000)
    maps.close()
    maps.close()
    assert all(view.page is None for view in views)
    assert maps.guard.blocked == [] and maps.handler.missed == []
    for view in views:
        view.close()
        view.deleteLater()


def test_a_page_loaded_before_its_map_takes_what_the_map_was_told(qtbot: QtBot, themes: ThemeManager) -> None:
    maps = MapProfile()
    maps.warm_up(themes.theme.name, themes.theme.color("k-land"))
    spare = maps._spare
    assert spare is not None and spare.is_opened
    qtbot.waitUntil(lambda: spare.is_announced, timeout=20_000)
    view = MapView(maps, themes)
    view.set_lagen(Lagen())
    with qtbot.waitSignals([view.map_ready, view.map_painted], timeout=20_000):
        view.show()
    assert view.page is spare and view.is_ready
    maps.close()
    view.close()
    view.deleteLater()
