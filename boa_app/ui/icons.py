"""Icons of the one set, drawn sharp at any scale in the colour of the text beside them."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from boa_app.paths import resource

_RATIOS = (1.0, 1.5, 2.0, 3.0)


@cache
def icon_source(name: str) -> str:
    """The SVG text of an icon, with currentColor still in it. Raises FileNotFoundError for an unknown name."""
    return resource("built", "icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=2048)
def icon_image(name: str, size: int, color_name: str, ratio: float = 1.0, *, strong: bool = False) -> QImage:
    """One icon as an image of size x size logical pixels. An image, because a pixmap may not outlive the program."""
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = icon_source(name).replace("currentColor", color_name)
    if strong:
        svg = svg.replace('stroke-width="2"', 'stroke-width="3"')
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def make_icon(name: str, size: int, color: QColor) -> QIcon:
    """An icon for widgets that paint icons themselves, with a picture for every common scale."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(QPixmap.fromImage(icon_image(name, size, color.name(), ratio)))
    return made


def paint_icon(
    painter: QPainter, name: str, centre: QPointF, size: int, color: QColor, *, strong: bool = False
) -> None:
    """Draw an icon around a point, on whole pixels so that its lines stay crisp; strong beside bold words."""
    ratio = painter.device().devicePixelRatio()
    corner = QPointF(round(centre.x() - size / 2), round(centre.y() - size / 2))
    painter.drawImage(corner, icon_image(name, size, color.name(), ratio, strong=strong))
