"""The receiver of this window: on only while somebody needs a place, judged fix by fix, never a track."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPositioning import QGeoPositionInfo, QGeoPositionInfoSource, QNmeaPositionInfoSource

from boa_app.domain.fix import BeoordeeldeFix, Fix, FixKeeper
from boa_app.domain.moments import Clock
from boa_app.ui.gps.feed import Feed, FileFeed, SerialFeed
from boa_app.usecases.gps import RANGE_ERROR_M, GpsBron, GpsInstelling

_CHECK_MS = 5000
_OWN_PLUGINS = ("nmea", "positionpoll")


class GpsToestand(StrEnum):
    """What the receiver is doing."""

    UIT = "uit"
    ZOEKT = "zoekt"
    BEZIG = "bezig"
    KLAAR = "klaar"
    FOUT = "fout"


class GpsService(QObject):
    """Positions for the form, the map and the page *Plaatsbepaling*.

    Signals:
        fix_taken(BeoordeeldeFix): a fix came in, or the last one grew old.
        toestand_changed(): `toestand` or `fout` is another one now.
    """

    fix_taken = Signal(object)
    toestand_changed = Signal()

    def __init__(
        self, clock: Clock, parent: QObject | None = None, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """seconds: a clock that only runs on, whatever is done to that of the device."""
        super().__init__(parent)
        self._clock, self._seconds = clock, seconds
        self._instelling = GpsInstelling(GpsBron.UIT)
        self._is_chosen = False
        self._keeper = FixKeeper()
        self._owners: set[int] = set()
        self._feed: Feed | None = None
        self._source: QGeoPositionInfoSource | None = None
        self._closed: list[tuple[QGeoPositionInfoSource | None, Feed | None]] = []
        self.toestand, self.fout = GpsToestand.UIT, ""
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def instelling(self) -> GpsInstelling:
        """The source in force."""
        return self._instelling

    @property
    def is_off(self) -> bool:
        """True when no source is chosen."""
        return self._instelling.bron is GpsBron.UIT

    @property
    def sentences(self) -> tuple[int, int]:
        """How many sentences came in since the receiver was switched on, and how many of them were skipped because
        their checksum did not agree."""
        return self._keeper.sentences, self._keeper.broken

    def current(self) -> BeoordeeldeFix | None:
        """The last fix as it is worth now."""
        if self.toestand is GpsToestand.UIT:
            return None
        return self._keeper.current(self._clock(), self._seconds())

    def set_stored(self, instelling: GpsInstelling) -> None:
        """Begin with what the store holds, unless a person chose in the meantime."""
        if not self._is_chosen:
            self.set_instelling(instelling)

    def set_instelling(self, instelling: GpsInstelling) -> None:
        """Take another source; running, it begins anew."""
        self._instelling, self._is_chosen = instelling, True
        if self._owners:
            self._close()
            self._open()

    def use(self, owner: QObject) -> None:
        """Somebody needs positions from now on, until `leave`."""
        if id(owner) not in self._owners:
            self._owners.add(id(owner))
            if len(self._owners) == 1:
                self._open()

    def leave(self, owner: QObject) -> None:
        """No longer needed; the last one switches the receiver off. Idempotent."""
        if id(owner) in self._owners:
            self._owners.discard(id(owner))
            if not self._owners:
                self._close()

    def close(self) -> None:
        """Switch off for good, when the store is locked."""
        self._owners.clear()
        self._close()
        self._drop_closed()

    def _open(self) -> None:
        setting = self._instelling
        if setting.bron is GpsBron.UIT:
            return
        self._set_toestand(GpsToestand.ZOEKT)
        if setting.bron is GpsBron.SYSTEEM:
            self._source = _system_source(self)
            if self._source is None:
                self._set_toestand(GpsToestand.FOUT, "gps_geen_systeembron")
                return
        else:
            is_serial = setting.bron is GpsBron.SERIEEL
            feed = SerialFeed(setting.poort, setting.baud, self) if is_serial else FileFeed(Path(setting.bestand), self)
            self._feed = feed
            feed.sentence_counted.connect(lambda whole: self._keeper.count_sentence(whole=whole))
            feed.failed.connect(lambda code: self._set_toestand(GpsToestand.FOUT, code))
            feed.ended.connect(lambda: self._set_toestand(GpsToestand.KLAAR))
            self._source = nmea = QNmeaPositionInfoSource(QNmeaPositionInfoSource.UpdateMode.RealTimeMode, self)
            nmea.setUserEquivalentRangeError(RANGE_ERROR_M)
            nmea.setDevice(feed.pipe)
        self._source.positionUpdated.connect(self._on_source_position_updated)
        self._source.errorOccurred.connect(self._on_source_error_occurred)
        self._source.startUpdates()
        if self._feed is not None:
            self._feed.start()
        self._timer.start()

    def _close(self) -> None:
        self._timer.stop()
        if self._feed is not None:
            self._feed.stop()
        if self._source is not None:
            self._source.positionUpdated.disconnect(self._on_source_position_updated)
            self._source.errorOccurred.disconnect(self._on_source_error_occurred)
            self._source.stopUpdates()
        self._closed.append((self._source, self._feed))
        # Not here: it may be one of their signals that led to this.
        QTimer.singleShot(0, self, self._drop_closed)
        self._source = self._feed = None
        self._keeper.clear()
        self._set_toestand(GpsToestand.UIT)

    def _drop_closed(self) -> None:
        for source, feed in self._closed:
            # The source before the pipe it reads: Qt's reader holds on to a part of it.
            for one in (source, feed):
                if one is not None:
                    shiboken6.delete(one)
        self._closed.clear()

    def _set_toestand(self, toestand: GpsToestand, fout: str = "") -> None:
        if (toestand, fout) != (self.toestand, self.fout):
            self.toestand, self.fout = toestand, fout
            self.toestand_changed.emit()

    def _on_source_position_updated(self, info: QGeoPositionInfo) -> None:
        self._set_toestand(GpsToestand.BEZIG)
        self.fix_taken.emit(self._keeper.take(to_fix(info, self._clock()), self._seconds()))

    def _on_source_error_occurred(self, error: QGeoPositionInfoSource.Error) -> None:
        kinds = QGeoPositionInfoSource.Error
        if error is kinds.AccessError:
            self._set_toestand(GpsToestand.FOUT, "gps_geen_toegang")
        elif error is kinds.ClosedError:
            self._set_toestand(GpsToestand.FOUT, "gps_poort_weg")

    def _on_timer_timeout(self) -> None:
        """Say it when the last fix is too old to use."""
        last = self.current()
        if last is not None and not last.is_goed:
            self.fix_taken.emit(last)


def to_fix(info: QGeoPositionInfo, now: datetime) -> Fix:
    """Qt's position as ours; what it does not say is None."""
    kinds = QGeoPositionInfo.Attribute
    place = info.coordinate()
    stamp = info.timestamp()
    return Fix(
        now, place.longitude(), place.latitude(),
        nauwkeurigheid_m=_attribute(info, kinds.HorizontalAccuracy), snelheid_ms=_attribute(info, kinds.GroundSpeed),
        gps_tijd=datetime.fromtimestamp(stamp.toMSecsSinceEpoch() / 1000, UTC) if stamp.isValid() else None,
    )  # fmt: skip


def _attribute(info: QGeoPositionInfo, kind: QGeoPositionInfo.Attribute) -> float | None:
    return float(info.attribute(kind)) if info.hasAttribute(kind) else None


def _system_source(parent: QObject) -> QGeoPositionInfoSource | None:
    """The location service of the system by its name: Qt's own choice may be a plugin that cannot work."""
    names = [name for name in QGeoPositionInfoSource.availableSources() if name not in _OWN_PLUGINS]
    for name in names:
        source = QGeoPositionInfoSource.createSource(name, parent)
        if source is not None:
            return source
    return None
