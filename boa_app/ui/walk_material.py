"""What the walk takes along in its hand: a table to read in, a photo and a recorded walk, all made up here."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import reduce
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from boa_app.domain.moments import to_local
from boa_app.ui.theme import Theme

# In the middle of the town of the example.
LON, LAT = 5.0432, 52.0203
# In so many days in a row there is always one after the twelfth: it tells day from month.
ROWS, DAYS, SECONDS = 40, 15, 30
PHOTO_WIDTH, PHOTO_HEIGHT = 1200, 900


def write_table(path: Path, now: datetime) -> Path:
    """Nuisance of the last days with Dutch dates and decimal commas, the last row without a date."""
    kinds = ("Geluid", "Afval", "Vernieling", "Hangjeugd")
    today = to_local(now).date()
    lines = ["Datum;Tijd;Soort;Lengtegraad;Breedtegraad"]
    for number in range(ROWS):
        lon, lat = (f"{value + number % 7 * 0.0011:.5f}".replace(".", ",") for value in (LON, LAT))
        day = (today - timedelta(days=1 + number % DAYS)).strftime("%d-%m-%Y")
        lines.append(f"{day};{20 + number % 3}:15;{kinds[number % len(kinds)]};{lon};{lat}")
    lines.append(f"onbekend;21:00;Geluid;{LON};{LAT}".replace(".", ","))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def draw_photo(path: Path) -> Path:
    """A square at dusk with a bench, and somebody whose face has to go."""
    dusk = Theme("donker")
    picture = QImage(PHOTO_WIDTH, PHOTO_HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(dusk.color("surface-2"))
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    for token, shape in (
        ("k-bebouwd", QRectF(0, 560, PHOTO_WIDTH, 340)),
        ("line-strong", QRectF(330, 590, 540, 40)),
        ("line-strong", QRectF(370, 630, 30, 110)),
        ("line-strong", QRectF(800, 630, 30, 110)),
        ("rail", QRectF(560, 420, 120, 180)),
    ):
        painter.fillRect(shape, dusk.color(token))
    painter.setBrush(dusk.color("let"))
    painter.drawEllipse(face_of(PHOTO_WIDTH, PHOTO_HEIGHT))
    painter.end()
    picture.save(str(path), "PNG")  # type: ignore[call-overload]
    return path


def face_of(width: float, height: float) -> QRectF:
    """Where the face is in the photo, shown at this size."""
    return QRectF(0.475 * width, 0.36 * height, 0.085 * width, 0.13 * height)


def write_recording(path: Path, now: datetime) -> Path:
    """A receiver that stands still for half a minute from now on, as NMEA sentences."""
    east = f"{int(LON):03d}{(LON - int(LON)) * 60:07.4f},E"
    north = f"{int(LAT):02d}{(LAT - int(LAT)) * 60:07.4f},N"
    lines = []
    for second in range(SECONDS):
        moment = now + timedelta(seconds=second)
        time, day = moment.strftime("%H%M%S.00"), moment.strftime("%d%m%y")
        lines += [
            _sentence("GPGSA,A,3,04,05,09,12,,,,,,,,,2.5,0.9,2.1"),
            _sentence(f"GPGGA,{time},{north},{east},1,08,0.9,4.0,M,42.2,M,,"),
            _sentence(f"GPRMC,{time},A,{north},{east},0.50,0.00,{day},,,A"),
        ]
    path.write_text("\r\n".join(lines), encoding="ascii")
    return path


def _sentence(body: str) -> str:
    return f"${body}*{reduce(lambda total, sign: total ^ ord(sign), body, 0):02X}"
