"""Where photos come from: a chosen file, files dropped on the window, the clipboard. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from boa_app.domain.foto import Streek
from boa_app.usecases.changes import Done
from boa_app.usecases.fotos import FotoDoel

EXTENSIONS = ("jpg", "jpeg", "png", "webp", "heic", "heif")
_ENCODED = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif")


@dataclass(frozen=True, slots=True)
class Bron:
    """One photo that was pointed out and is not read yet: a file, or bytes of the clipboard. naam: for a person."""

    inhoud: Path | bytes
    naam: str


@dataclass(frozen=True, slots=True)
class FotoOpdracht:
    """Photos to cover and store, one after another. on_stored: told after each one. met_plek: told (lon, lat) when a
    person wants the place of a photo for the melding; None when there is nothing to place. strokes: what covered the
    first one already, before the window locked."""

    bronnen: tuple[Bron, ...]
    doel: FotoDoel
    on_stored: Callable[[Done], None]
    met_plek: Callable[[float, float], None] | None = None
    strokes: tuple[Streek, ...] = ()


@dataclass(frozen=True, slots=True)
class FotoKijk:
    """Photos to look at. uids: of one melding or draft in order; uid: the first to show. reden: that opened the
    melding. mag_weg: the actor may take them away."""

    uids: tuple[str, ...]
    uid: str
    reden: str = ""
    mag_weg: bool = False


def choose_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """The files a person chooses in the dialog of the platform. kinds: the words before the list of endings."""
    endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in EXTENSIONS)
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds} ({endings})")
    return [Path(name) for name in chosen]


def from_paths(paths: Sequence[Path]) -> tuple[Bron, ...]:
    """Files as they are called."""
    return tuple(Bron(path, path.name) for path in paths)


def has_photos(data: QMimeData) -> bool:
    """Whether there is anything to take: files on this computer or a picture."""
    return bool(_local_files(data)) or data.hasImage() or any(data.hasFormat(kind) for kind in _ENCODED)


def from_mime(data: QMimeData, name: str) -> tuple[Bron, ...]:
    """The photos in what was dropped or pasted; name: what a picture without a file is called."""
    files = _local_files(data)
    if files:
        return from_paths(files)
    for kind in _ENCODED:
        if data.hasFormat(kind):
            # As it was encoded: Qt would turn it into pixels without turning it upright.
            return (Bron(bytes(data.data(kind).data()), name),)
    picture = data.imageData()
    return (Bron(_as_png(picture), name),) if isinstance(picture, QImage) and not picture.isNull() else ()


def from_clipboard(name: str) -> tuple[Bron, ...]:
    """The photos on the clipboard, none when there are none."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return () if data is None else from_mime(data, name)


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def _as_png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
