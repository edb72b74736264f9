"""The boa:// scheme: how the page gets its files and data without any network or port."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from boa_app.ui.map.answers import HOST, Answers, Shelf
from boa_app.ui.map.tegels import TileDesk

SCHEME = b"boa"
_FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
# All our pages are one origin of our own making: one process draws them all, which saves some 60 MB per view. The
# second is a belt beside the guard: no name of any host is ever looked up.
_FLAGS = ("--renderer-process-limit=1", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking")


def register_scheme() -> None:
    """Make boa:// known. Before the QApplication exists, once per process; a second call does nothing."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)
    _add_flags()


def _add_flags() -> None:
    present = os.environ.get(_FLAGS_VARIABLE, "")
    quoted = [f'"{part}"' if " " in part else part for part in _FLAGS if part not in present]
    os.environ[_FLAGS_VARIABLE] = " ".join([present, *quoted]).strip()


class BoaSchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers boa:// requests. `missed` lists what was asked for and is not there: a bug, so tests look at it."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers = Answers(shelf, _read_channel_script())
        self.tiles = TileDesk(self)
        self.missed: list[str] = []

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if url.host() == HOST and self.tiles.answer(job, url.path()):
            return
        answer = self._answers.find(url.host(), url.path())
        if answer is None:
            self.missed.append(url.toString())
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        device: QFile | QBuffer
        if answer.file is not None:
            device = QFile(str(answer.file), job)
        else:
            device = QBuffer(job)
            device.setData(QByteArray(answer.data))
        # Both can be read from any place, so Qt itself answers a question for a part of it.
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        job.setAdditionalResponseHeaders({QByteArray(b"Access-Control-Allow-Origin"): QByteArray(b"boa://map")})
        job.reply(QByteArray(answer.mime.encode("ascii")), device)


def _read_channel_script() -> bytes:
    """The script of QWebChannel, which a page of another scheme may not load from qrc by itself."""
    import PySide6.QtWebChannel  # noqa: F401 - brings the file into the resources

    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data())
