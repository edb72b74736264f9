"""GPX as programs really write it, good and bad; and what a receiver would have sent for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.exchange import gpx
from boa_app.exchange.gpx import Gpxpunt, is_gpx, read_gpx, to_nmea
from boa_app.exchange.nmea import Regel, check_line, epoch_of, read_second

# Points of the track, or of the route where there is no track; None: nobody walked.
WALKS = {
    "Mojstrovka": 184, "around-visnjan-with-car": 104, "cerknicko-jezero": 296, "cerknicko-jezero-no-creator": 296,
    "cerknicko-jezero-with-elevations-zero": 296, "cerknicko-jezero-without-elevations": 296,
    "cerknicko-without-times": 296, "custom_schema_locations": None, "default_schema_locations": None,
    "first_and_last_elevation": 10, "gpx-with-node-with-comments": 1, "gpx1.0_with_all_fields": 1,
    "gpx1.1_with_all_fields": 1, "gpx1.1_with_extensions": None, "gpx1.1_with_extensions_without_namespaces": None,
    "gpx_with_garmin_extension": None, "korita-zbevnica": 871, "route": 55, "track-with-empty-segment": 9,
    "track-with-extremes": 25, "track-with-less-sec-time": 2, "track-with-small-floats": 3,
    "track_with_dilution_errors": 1, "track_with_speed": 3, "unicode": None, "unicode2": None,
    "unicode_with_bom": None, "unicode_with_bom_noencoding": None,
}  # fmt: skip


def walk(points: str) -> bytes:
    return f'<?xml version="1.0"?><gpx><trk><trkseg>{points}</trkseg></trk></gpx>'.encode()


@pytest.mark.parametrize("name", WALKS)
def test_files_of_real_programs(shared_data: Path, name: str) -> None:
    content = (shared_data / "gps" / "gpxpy" / "test_files" / f"{name}.gpx").read_bytes()
    assert is_gpx(content)
    expected = WALKS[name]
    if expected is None:
        with pytest.raises(UserError) as caught:
            read_gpx(content)
        assert caught.value.code in ("gpx_zonder_wandeling", "gpx_onleesbaar")
        return
    found = read_gpx(content)
    assert len(found.punten) + found.overgeslagen == expected


def test_all_files_are_looked_at(shared_data: Path) -> None:
    assert {path.stem for path in (shared_data / "gps" / "gpxpy" / "test_files").glob("*.gpx")} == set(WALKS)


def test_what_a_point_tells() -> None:
    content = walk(
        '<trkpt lat="52.02" lon="5.04"><time>2026-11-20T21:42:00+01:00</time><hdop>1.5</hdop>'
        "<extensions><time>nooit</time></extensions></trkpt>"
        '<trkpt lat="-1e1" lon="5.04"><time>gisteren</time><hdop>-3</hdop></trkpt>'
    )
    assert read_gpx(content).punten == (
        Gpxpunt(5.04, 52.02, datetime(2026, 11, 20, 20, 42, tzinfo=UTC), 1.5),
        Gpxpunt(5.04, -10.0),
    )


def test_positions_that_are_none_are_skipped_and_counted() -> None:
    bad = [f'lat="{lat}" lon="5"' for lat in ("x", "91", "nan", "inf", "")] + ['lat="52"', 'lat="0" lon="0"']
    found = read_gpx(walk("".join(f"<trkpt {one}/>" for one in bad) + '<trkpt lat="52" lon="5"/>'))
    assert (found.punten, found.overgeslagen) == ((Gpxpunt(5.0, 52.0),), len(bad))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<gpx><trk><trkseg>&b;</trkseg></trk></gpx>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx>&a;</gpx>'


@pytest.mark.parametrize(
    "content",
    [b"", b"<", b"<gpx>", walk("<trkpt")[:-30], BOMB.encode(), OUTSIDE.encode(), b"<a>" * 100_000, b"\xff\xfe<\x00g"],
)
def test_what_cannot_be_read_is_said(content: bytes) -> None:
    with pytest.raises(UserError, match="gpx_onleesbaar"):
        read_gpx(content)


def test_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpx, "MAX_POINTS", 3)
    with pytest.raises(UserError, match="gps_bestand_te_groot"):
        read_gpx(walk('<trkpt lat="52" lon="5"/>' * 4))


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error_of_the_program(content: bytes) -> None:
    try:
        read_gpx(b"<gpx><trk><trkseg>" + content)
    except UserError as error:
        assert error.code in ("gpx_onleesbaar", "gpx_zonder_wandeling")


def test_points_of_one_time_are_told_one_after_another() -> None:
    one = Gpxpunt(5.0, 52.0, datetime(2026, 11, 20, 20, 42, tzinfo=UTC))
    lines = to_nmea([one, one, Gpxpunt(5.0, 52.0)]).split(b"\r\n")
    assert [epoch_of(line) for line in lines[::2]] == [b"204200", b"204201", b"204202"]


def test_nmea_is_no_gpx() -> None:
    assert not is_gpx(b"$GPRMC,161229.487,A*10")
    assert not is_gpx(b"")


POINTS = st.builds(
    Gpxpunt, st.floats(-180, 180), st.floats(-90, 90),
    st.none() | st.datetimes(datetime(1980, 1, 6), datetime(2079, 12, 31), timezones=st.just(UTC)),
    st.none() | st.floats(0.1, 99),
)  # fmt: skip


@given(POINTS)
def test_a_receiver_would_have_told_the_same(punt: Gpxpunt) -> None:
    lines = to_nmea([punt]).split(b"\r\n")
    assert [check_line(line) for line in lines] == [Regel.HEEL] * 2
    told = read_second(lines)
    assert told is not None
    assert (told.lon, told.lat) == pytest.approx((punt.lon, punt.lat), abs=1e-6)
    assert told.hdop == (None if punt.hdop is None else pytest.approx(punt.hdop, abs=0.06))
    assert told.tijd is not None
    if punt.tijd is not None:
        assert told.tijd == punt.tijd.replace(microsecond=0)
