"""Lines on their way from a file or a port, through the check, into the pipe that Qt reads."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boa_app.ui.gps import feed as feed_module
from boa_app.ui.gps.feed import Feed, FileFeed, NmeaPipe, SerialFeed
from boa_app.usecases import gpsopname

WHOLE = b"$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10"


def test_the_pipe_gives_each_line_once(qapp: QObject) -> None:
    pipe = NmeaPipe(qapp)
    pipe.put(WHOLE)
    pipe.put(b"$B")
    assert pipe.canReadLine()
    assert bytes(pipe.readLine().data()) == WHOLE + b"\r\n"
    assert bytes(pipe.readAll().data()) == b"$B\r\n"
    assert not pipe.canReadLine()


def test_a_pipe_nobody_reads_stays_small(qapp: QObject) -> None:
    pipe = NmeaPipe(qapp)
    for _ in range(5000):
        pipe.put(WHOLE)
    assert pipe.bytesAvailable() <= feed_module._MAX_WAITING
    assert bytes(pipe.readLine().data()) == WHOLE + b"\r\n"


def test_only_whole_sentences_pass(qapp: QObject) -> None:
    feed, counted = Feed(), []
    feed.sentence_counted.connect(counted.append)
    for line in (b"# walk", WHOLE, WHOLE[:-1] + b"1", b""):
        feed.take(line)
    assert counted == [True, False]
    assert bytes(feed.pipe.readAll().data()) == WHOLE + b"\r\n"


def test_a_recording_plays_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "wandeling.nmea"
    path.write_bytes(b"\n".join([WHOLE, WHOLE.replace(b"29.4", b"30.4"), WHOLE]))
    feed = FileFeed(path, epoch_ms=1)
    counted: list[bool] = []
    feed.sentence_counted.connect(counted.append)
    with qtbot.waitSignal(feed.ended, timeout=15_000):
        feed.start()
    assert counted == [True, False, True]


@pytest.mark.parametrize(("content", "code"), [(None, "gps_bestand_onleesbaar"), (b"x" * 100, "gps_bestand_te_groot")])
def test_a_recording_that_cannot_be_played(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, code: str
) -> None:
    monkeypatch.setattr(gpsopname, "MAX_BYTES", 50)
    path = tmp_path / "weg.nmea"
    if content is not None:
        path.write_bytes(content)
    feed = FileFeed(path)
    with qtbot.waitSignal(feed.failed, timeout=15_000) as told:
        feed.start()
    assert told.args == [code]


def test_a_walk_in_gpx_plays_as_a_receiver_would_have_told_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "wandeling.gpx"
    points = "".join(f'<trkpt lat="52.02{n}" lon="5.04"/>' for n in range(3))
    path.write_text(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>", encoding="utf-8")
    feed = FileFeed(path, epoch_ms=1)
    counted: list[bool] = []
    feed.sentence_counted.connect(counted.append)
    with qtbot.waitSignal(feed.ended, timeout=15_000):
        feed.start()
    assert counted == [True] * 6
    assert b"5201.2600,N" in bytes(feed.pipe.readAll().data())


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo terminal stands in for the port")
def test_a_serial_port(qtbot: QtBot) -> None:
    import pty

    near, far = pty.openpty()
    feed = SerialFeed(os.ttyname(far), 9600)
    feed.start()
    with qtbot.waitSignal(feed.sentence_counted, timeout=15_000) as told:
        # In two pieces: a sentence ends where its line does.
        os.write(near, WHOLE[:20])
        os.write(near, WHOLE[20:] + b"\r\n")
    assert told.args == [True]
    assert WHOLE in bytes(feed.pipe.readAll().data())
    with qtbot.waitSignal(feed.failed, timeout=15_000) as told:
        os.close(near)
        os.close(far)
    assert told.args[0] in ("gps_poort_weg", "gps_poort_bezet")
    feed.stop()


def test_a_port_that_is_not_there(qtbot: QtBot) -> None:
    feed = SerialFeed("bestaat-niet", 9600)
    with qtbot.waitSignal(feed.failed, timeout=15_000) as told:
        feed.start()
    assert told.args == ["gps_poort_weg"]
