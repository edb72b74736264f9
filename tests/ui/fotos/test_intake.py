from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from boa_app.exchange.fotos import lees_foto
from boa_app.ui.fotos.intake import Bron, from_clipboard, from_mime, from_paths, has_photos


def test_files_keep_their_names(photo: Path, plain: Path) -> None:
    assert from_paths([photo, plain]) == (Bron(photo, "IMG_0001.jpg"), Bron(plain, "IMG_0002.png"))


def test_dropped_files_come_before_anything_else(qapp: QApplication, photo: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo)), QUrl("https://example.org/a.jpg")])
    data.setText("tekst")
    assert has_photos(data)
    assert from_mime(data, "x") == (Bron(photo, "IMG_0001.jpg"),)


def test_an_encoded_picture_stays_as_it_was(qapp: QApplication, photo: Path) -> None:
    data = QMimeData()
    data.setData("image/jpeg", QByteArray(photo.read_bytes()))
    (bron,) = from_mime(data, "van het klembord")
    assert bron == Bron(photo.read_bytes(), "van het klembord")
    assert has_photos(data)


def test_a_bare_picture_is_pasted(qapp: QApplication) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFF3366CC)
    QGuiApplication.clipboard().setImage(picture)
    (bron,) = from_clipboard("van het klembord")
    assert isinstance(bron.inhoud, bytes)
    foto = lees_foto(bron.inhoud, bron.naam)
    assert (foto.breedte, foto.hoogte, foto.rgb[:3]) == (60, 40, b"\x33\x66\xcc")
    QGuiApplication.clipboard().clear()


def test_text_and_addresses_are_no_photos(qapp: QApplication) -> None:
    data = QMimeData()
    data.setText("geen foto")
    data.setUrls([QUrl("https://example.org/a.jpg")])
    assert not has_photos(data)
    assert from_mime(data, "x") == ()
