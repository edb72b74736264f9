"""A recorded walk read through at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.fix import Oordeel
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.usecases import gpsopname
from boa_app.usecases.gpsopname import beoordeel_opname, lees_opname, split_epochs
from boa_app.usecases.session import Session
from tests.samples import as_role
from tests.ui.gps.walks import second, sentence, write_walk

WEST, OOST = (5.01, 52.01), (5.03, 52.01)
WHOLE = b"$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10"


def test_lines_of_one_second_stay_together() -> None:
    later = WHOLE.replace(b"161229", b"161230")
    gsv = b"$GPGSV,3,3,12"
    assert list(split_epochs(b"\n".join([gsv, WHOLE, gsv, later, gsv]))) == [[gsv, WHOLE, gsv], [later, gsv]]


def test_a_walk_on_the_map(session: Session, tmp_path: Path) -> None:
    walk = [second(n, *(WEST if n < 20 else OOST)) for n in range(40)]
    # From one buurt to the other in a second: a receiver that jumped, until it holds.
    found = beoordeel_opname(session, write_walk(tmp_path / "w.nmea", walk))
    assert (found.regels, found.geschonden) == (120, 0)
    assert dict(found.plaatsen) == {Oordeel.ONBEVESTIGD: 1, Oordeel.GOED: 37, Oordeel.SPRONG: 2}
    assert dict(found.buurten) == {"BU03530001": 20, "BU03530002": 20}
    assert dict(found.straten) == {"Zeemanlaan": 20, "'t Hofje": 20}


def test_broken_sentences_are_counted_and_skipped(session: Session, tmp_path: Path) -> None:
    walk = [second(n, *WEST) for n in range(40)]
    for lines in walk[10:13]:
        lines[1:] = [line[:-2] + "zz" for line in lines[1:]]
    found = beoordeel_opname(session, write_walk(tmp_path / "w.nmea", walk))
    assert (found.regels, found.geschonden) == (120, 6)
    assert sum(found.plaatsen.values()) == 37


def test_gpx_too_and_its_accuracy_is_not_made_up(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "w.gpx"
    points = "".join(f'<trkpt lat="{WEST[1]}" lon="{WEST[0]}"/>' for _ in range(5))
    path.write_text(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>", encoding="utf-8")
    found = beoordeel_opname(session, path)
    assert dict(found.plaatsen) == {Oordeel.NAUWKEURIGHEID_ONBEKEND: 5}
    assert dict(found.buurten) == {"BU03530001": 5}


def test_nothing_of_it_is_kept(session: Session, tmp_path: Path) -> None:
    def log() -> int:
        with session.store.read() as reader:
            return len(list(audit.lines(reader)))

    before = log()
    beoordeel_opname(session, write_walk(tmp_path / "w.nmea", [second(n, *WEST) for n in range(9)]))
    assert log() == before


def test_past_midnight_without_a_date(session: Session, tmp_path: Path) -> None:
    lines = [second(n, *WEST)[:2] for n in range(6)]
    walk = [[line.replace("2042", "2359" if n < 3 else "0000") for line in one] for n, one in enumerate(lines)]
    walk = [[sentence(line[1:-3]) for line in one] for one in walk]
    found = beoordeel_opname(session, write_walk(tmp_path / "w.nmea", walk))
    assert found.plaatsen[Oordeel.GOED] == 5


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "gps_bestand_onleesbaar"), (b"x" * 99, "gps_bestand_te_groot"), (b"<html>", "gpx_onleesbaar"),
     (b"<gpx/>", "gpx_zonder_wandeling")],
)  # fmt: skip
def test_what_is_no_recording_is_told(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, code: str
) -> None:
    monkeypatch.setattr(gpsopname, "MAX_BYTES", 50)
    path = tmp_path / "w.nmea"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=code):
        lees_opname(path)
    with pytest.raises(UserError, match=code):
        beoordeel_opname(session, path)


def test_who_makes_no_meldingen_has_no_receiver(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="geen_recht"):
        beoordeel_opname(as_role(session, Rol.SCHOUWLEIDER), tmp_path / "w.nmea")
