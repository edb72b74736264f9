"""The guard at the door: nothing leaves this machine, and every attempt is written down."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

ALLOWED_SCHEMES = frozenset({"boa", "qrc", "data", "blob"})
_LOG = logging.getLogger(__name__)


class Guard(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not local. `blocked` lists the addresses; empty in a healthy program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme() not in ALLOWED_SCHEMES:
            info.block(True)
            self.note(url.toString())

    def note(self, address: str) -> None:
        """Write down an attempt that was refused, here or by the page's own policy."""
        self.blocked.append(address)
        # Without the path: it could carry contents.
        _LOG.error("kaart: verzoek naar buiten geweigerd: %s", address.split("?", 1)[0][:60])
