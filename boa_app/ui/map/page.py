"""One map page: it stays where it is, opens nothing, gets no permission, and its script errors are bugs."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEnginePermission, QWebEngineProfile, QWebEngineSettings

from boa_app.ui.map.answers import HOST, PAGE_URL
from boa_app.ui.map.bridge import MapBridge
from boa_app.ui.map.guard import Guard

BRIDGE_NAME = "brug"
_LOG = logging.getLogger(__name__)
_OFF = (
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.ShowScrollBars,
)


class MapPage(QWebEnginePage):
    """The page with its bridge. `errors` lists what its scripts complained about; empty in a healthy program.

    is_opened: it was told to load. is_announced: it takes commands.
    """

    def __init__(self, profile: QWebEngineProfile, guard: Guard, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._guard = guard
        self.errors: list[str] = []
        self.is_opened = self.is_announced = False
        self.bridge = MapBridge(self)
        self.bridge.announced.connect(self._on_bridge_announced)
        self.bridge.blocked.connect(lambda event: guard.note(event.adres))
        self._channel = QWebChannel(self)
        self._channel.registerObject(BRIDGE_NAME, self.bridge)
        self.setWebChannel(self._channel)
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(QWebEngineSettings.WebAttribute.WebRTCPublicInterfacesOnly, True)
        self.permissionRequested.connect(self._on_permission_requested)

    def open(self, theme_name: str, ground: QColor) -> None:
        """Load the page in a theme; until it is drawn the ground has the colour of land, not white."""
        self.is_opened = True
        self.setBackgroundColor(ground)
        self.load(QUrl(f"{PAGE_URL}?thema={theme_name}"))

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation_type: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        del navigation_type
        wanted = QUrl(url)
        if is_main_frame and wanted.scheme() == "boa" and wanted.host() == HOST:
            return True
        self._guard.note(wanted.toString())
        return False

    def createWindow(self, window_type: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        del window_type
        return None

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        if level != QWebEnginePage.JavaScriptConsoleMessageLevel.InfoMessageLevel:
            self.errors.append(message)
            _LOG.error("kaart: script %s regel %d: %s", source.rsplit("/", 1)[-1], line, message[:200])

    def _on_bridge_announced(self) -> None:
        self.is_announced = True

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()
