"""A PDF as a picture, and a PDF on a printer: the same sheet for every way out."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.ui.theme import Theme

PNG_DPI = 200
# A printer is asked for its own resolution, but a picture of more than this would not fit in memory for A3.
_PRINT_DPI_MOST = 300
_POINTS_PER_INCH = 72


def to_png(pdf: bytes, dpi: int = PNG_DPI) -> bytes:
    """The first page as PNG. Any thread. Raises EnvironmentProblem afdruk_mislukt."""
    image = to_image(pdf, dpi)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # bytes are refused at run time
        raise EnvironmentProblem("afdruk_mislukt")
    return bytes(data.data())


def to_image(pdf: bytes, dpi: int) -> QImage:
    """The first page on white. Raises EnvironmentProblem afdruk_mislukt."""
    # Both must live as long as the document reads from them.
    data = QByteArray(pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.pageCount() < 1:
        raise EnvironmentProblem("afdruk_mislukt")
    points = document.pagePointSize(0)
    size = QSize(*(round(side * dpi / _POINTS_PER_INCH) for side in (points.width(), points.height())))
    drawn = document.render(0, size)
    document.close()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Theme("licht").color("surface"))
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


def printer_names() -> tuple[str, ...]:
    """The printers of this device, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def print_pdf(pdf: bytes, layout: QPageLayout, name: str, *, to_file: str = "") -> None:
    """Put the first page on a printer. to_file: print into this file instead, for who has no printer.

    Raises UserError printer_ontbreekt, EnvironmentProblem printer_werkt_niet(printer), afdruk_mislukt.
    """
    if not to_file and name not in QPrinterInfo.availablePrinterNames():
        raise UserError("printer_ontbreekt")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if to_file:
        printer.setOutputFileName(to_file)
    else:
        printer.setPrinterName(name)
    printer.setResolution(min(printer.resolution(), _PRINT_DPI_MOST))
    whole = QPageLayout(layout)
    whole.setMargins(QMarginsF(0, 0, 0, 0))
    printer.setPageLayout(whole)
    printer.setFullPage(True)
    image = to_image(pdf, printer.resolution())
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentProblem("printer_werkt_niet", printer=name)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRect(0, 0, paper.width(), paper.height()), image)
    painter.end()
