"""Lines of a receiver on their way to Qt: each is checked and counted, and only whole ones pass.

serial port ─┐
             ├─> check_line ─> count ─> buffer that QNmeaPositionInfoSource reads
file, paced ─┘      (of GPX the sentences a receiver would have sent)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort

from boa_app.domain.errors import UserError
from boa_app.usecases.gps import LONGEST, Regel, check_line, has_place
from boa_app.usecases.gpsopname import lees_opname, split_epochs

# A receiver sends once a second; a recorded walk is played back at that pace.
EPOCH_MS = 1000
_MAX_WAITING = 64 * 1024


class NmeaPipe(QIODevice):
    """What was written into it can be read from it, once; for readers that want a device."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = bytearray()
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def put(self, line: bytes) -> None:
        """Add a line; the oldest go when nobody reads."""
        self._waiting += line.strip() + b"\r\n"
        if len(self._waiting) > _MAX_WAITING:
            del self._waiting[: self._waiting.index(b"\n", len(self._waiting) - _MAX_WAITING) + 1]
        self.readyRead.emit()

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return len(self._waiting) + super().bytesAvailable()

    def canReadLine(self) -> bool:
        return b"\n" in self._waiting or super().canReadLine()

    def readData(self, most: int) -> bytes:
        taken = bytes(self._waiting[:most])
        del self._waiting[:most]
        return taken

    def readLineData(self, most: int) -> bytes:
        end = self._waiting.find(b"\n") + 1
        return self.readData(min(most, end or len(self._waiting)))

    def writeData(self, data: bytes | bytearray | memoryview[int], maxSize: int) -> int:
        del data, maxSize
        return -1


class Feed(QObject):
    """Checks lines and passes the whole ones on.

    Signals:
        sentence_counted(bool): a sentence came in; True when it was whole.
        failed(str): no more lines will come: the error code.
        ended(): the recorded walk is over.
    """

    sentence_counted = Signal(bool)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pipe = NmeaPipe(self)

    def take(self, line: bytes) -> None:
        """One line as the receiver sent it."""
        kind = check_line(line)
        if kind is Regel.GEEN:
            return
        self.sentence_counted.emit(kind is Regel.HEEL)
        # Qt takes a place from any whole sentence, also from one that says it does not know.
        if kind is Regel.HEEL and has_place(line):
            self.pipe.put(line)

    def start(self) -> None:
        """Begin; a failure comes through `failed`."""

    def stop(self) -> None:
        """No more lines. Idempotent."""


class FileFeed(Feed):
    """Plays a recorded walk: every second the lines of one epoch."""

    def __init__(self, path: Path, parent: QObject | None = None, *, epoch_ms: int = EPOCH_MS) -> None:
        super().__init__(parent)
        self._path = path
        self._epochs: Iterator[list[bytes]] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(epoch_ms)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        try:
            self._epochs = split_epochs(lees_opname(self._path))
        except UserError as problem:
            self.failed.emit(problem.code)
            return
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        epoch = next(self._epochs, None)
        if epoch is None:
            self.stop()
            self.ended.emit()
            return
        for line in epoch:
            self.take(line)


class SerialFeed(Feed):
    """Reads a serial port: a USB receiver, or the GPS of a rugged laptop."""

    def __init__(self, port: str, baud: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_line = bytearray()
        self._serial = QSerialPort(port, self)
        self._serial.setBaudRate(baud)
        self._serial.readyRead.connect(self._on_serial_ready_read)
        self._serial.errorOccurred.connect(self._on_serial_error_occurred)

    def start(self) -> None:
        self._serial.open(QIODevice.OpenModeFlag.ReadOnly)

    def stop(self) -> None:
        if self._serial.isOpen():
            self._serial.close()

    def _on_serial_ready_read(self) -> None:
        self._open_line += bytes(self._serial.readAll().data())
        *lines, rest = bytes(self._open_line).split(b"\n")
        # Noise without a line end must not grow for ever.
        self._open_line = bytearray(rest[-LONGEST:])
        for line in lines:
            self.take(line)

    def _on_serial_error_occurred(self, error: QSerialPort.SerialPortError) -> None:
        if error is QSerialPort.SerialPortError.NoError:
            return
        missing = QSerialPort.SerialPortError.DeviceNotFoundError
        self.failed.emit("gps_poort_weg" if error in (missing, QSerialPort.SerialPortError.ResourceError)
                         else "gps_poort_bezet")  # fmt: skip
