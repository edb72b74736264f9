"""One PDF, every way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.ui.kaart.pdf_beeld import print_pdf, printer_names, to_image, to_png

A4 = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(10, 10, 10, 10))


@pytest.fixture
def pdf(qapp: QApplication) -> bytes:
    """A landscape page with a black block in the top left quarter."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(A4)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.fillRect(0, 0, writer.width() // 2, writer.height() // 2, "black")
    painter.end()
    return bytes(data.data())


def test_a_picture_is_the_page_on_white(pdf: bytes) -> None:
    image = QImage.fromData(to_png(pdf, dpi=72))
    assert (image.width(), image.height()) == (pytest.approx(842, abs=1), pytest.approx(595, abs=1))
    assert image.pixelColor(100, 100).name() == "#000000" and image.pixelColor(700, 500).name() == "#ffffff"


def test_what_is_no_pdf_is_no_picture(qapp: QApplication) -> None:
    with pytest.raises(EnvironmentProblem, match="afdruk_mislukt"):
        to_image(b"geen pdf", 72)


def test_a_printer_gets_the_page_whole(pdf: bytes, tmp_path: Path) -> None:
    """Printed into a file, for this machine need not have a printer; read back as paper."""
    path = tmp_path / "papier.pdf"
    print_pdf(pdf, A4, "", to_file=str(path))
    document = QPdfDocument()
    document.load(str(path))
    assert document.pageCount() == 1 and document.pagePointSize(0).width() == pytest.approx(842, abs=2)
    document.close()
    image = to_image(path.read_bytes(), 72)
    assert image.pixelColor(100, 100).name() == "#000000" and image.pixelColor(700, 500).name() == "#ffffff"


def test_a_printer_that_is_not_there_is_named(pdf: bytes) -> None:
    assert "bestaat niet" not in printer_names()
    with pytest.raises(UserError, match="printer_ontbreekt"):
        print_pdf(pdf, A4, "bestaat niet")
