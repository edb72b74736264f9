"""One WebEngine profile for all maps: off the record, nothing on disk, the guard at its door."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile

from boa_app.mapping.scene import LagenLike, SceneEncoder, find_basiskaart
from boa_app.ui.map.answers import Shelf
from boa_app.ui.map.guard import Guard
from boa_app.ui.map.page import MapPage
from boa_app.ui.map.scheme import SCHEME, BoaSchemeHandler
from boa_app.ui.map.tegels import TileDesk

# The first part of the address of tiles.
TILES = "basis"


class _Releasable(Protocol):
    def release(self) -> None: ...


class MapProfile(QObject):
    """Makes map pages and keeps what they share. One per program; close it before the QApplication ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guard = Guard(self)
        self.shelf = Shelf()
        self.handler = BoaSchemeHandler(self.shelf, self)
        self._profile: QWebEngineProfile | None = None
        self._spare: MapPage | None = None
        self._views: weakref.WeakSet[_Releasable] = weakref.WeakSet()
        # The one in use, and the one before it: a page may still be reading that.
        self._scenes: list[tuple[LagenLike, str, str]] = []
        self._encoder = SceneEncoder()

    @property
    def tiles(self) -> TileDesk:
        """Who draws which tiles."""
        return self.handler.tiles

    def warm_up(self, theme_name: str, ground: QColor) -> None:
        """Start WebEngine and load one bare page while somebody types a passphrase: the first map is there at once.

        The page holds no data; it waits for the first make_page.
        """
        if self._spare is None:
            self._spare = MapPage(self._open_profile(), self.guard, self)
            self._spare.renderProcessTerminated.connect(self._on_spare_render_process_terminated)
            self._spare.open(theme_name, ground)

    def make_page(self, parent: QObject) -> MapPage:
        """A page that may have been opened already: `MapPage.is_opened` tells."""
        page, self._spare = self._spare, None
        if page is None:
            return MapPage(self._open_profile(), self.guard, parent)
        page.renderProcessTerminated.disconnect(self._on_spare_render_process_terminated)
        page.setParent(parent)
        return page

    def share_scene(self, lagen: LagenLike) -> str:
        """The address of a scene. All maps show the same one, so it is made and kept once."""
        if not self._scenes or self._scenes[-1][0] is not lagen:
            tiles = self._tile_url(lagen)
            self._scenes.append((lagen, self.shelf.put(self._encoder.encode(lagen, tiles), ".json"), tiles))
            old, self._scenes = self._scenes[:-2], self._scenes[-2:]
            in_use = {tiles for _, _, tiles in self._scenes}
            for _lagen, url, old_tiles in old:
                self.shelf.drop(url)
                if old_tiles not in in_use:
                    self.tiles.drop(old_tiles)
        return self._scenes[-1][1]

    def add_view(self, view: _Releasable) -> None:
        """Remember a view, to close it before the profile goes."""
        self._views.add(view)

    def forget_data(self) -> None:
        """Drop all data of a session; for locking. Views are released by then."""
        self._scenes.clear()
        self._encoder = SceneEncoder()
        self.shelf.clear()
        self.tiles.close()

    def close(self) -> None:
        """Close every view that is still there, then the profile: Qt warns in any other order. Idempotent."""
        for view in _valid(list(self._views)):
            view.release()
        self.forget_data()
        self._drop_spare()
        if self._profile is not None:
            shiboken6.delete(self._profile)
            self._profile = None

    def _tile_url(self, lagen: LagenLike) -> str:
        """Where the tiles of these layers are to be had. The same tiles keep their address, and the page what it has
        drawn of them, when only the other layers are new."""
        basiskaart = find_basiskaart(lagen)
        if basiskaart is None:
            return ""
        for known, _, url in self._scenes:
            same = find_basiskaart(known)
            if same is not None and same.tegel == basiskaart.tegel:
                return url
        return self.tiles.put(TILES, basiskaart.tegel, basiskaart.mime)

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            shiboken6.delete(spare)

    def _on_spare_render_process_terminated(self) -> None:
        # Nobody saw it; the next map makes a page of its own. Not deleted inside its own signal.
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.deleteLater()

    def _open_profile(self) -> QWebEngineProfile:
        if self._profile is None:
            # Without a storage name Qt keeps nothing on disk.
            profile = QWebEngineProfile(self)
            profile.setUrlRequestInterceptor(self.guard)
            profile.installUrlSchemeHandler(SCHEME, self.handler)
            profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
            profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
            profile.setSpellCheckEnabled(False)
            profile.downloadRequested.connect(_refuse_download)
            self._profile = profile
        return self._profile


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def _valid(views: Iterable[_Releasable]) -> list[_Releasable]:
    return [view for view in views if shiboken6.isValid(view)]
