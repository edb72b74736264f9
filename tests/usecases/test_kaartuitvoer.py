"""Ways out of the program: rights, reasons, the log, and files that are whole or not there."""

from __future__ import annotations

import errno
import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.roles import Rol
from boa_app.store import audit
from boa_app.texts.filterzin import filterzin
from boa_app.usecases.kaartuitvoer import (
    Inhoud,
    Uitweg,
    Vraag,
    filter_woorden,
    log_mislukt,
    mag_uitvoeren,
    schrijf_uitvoer,
    sta_uitvoer_toe,
)
from boa_app.usecases.overzicht import Filter
from boa_app.usecases.session import Session
from tests.samples import as_role

POINTS = frozenset({"punten", "buurten"})


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _last(session: Session) -> dict[str, object]:
    with session.store.read() as reader:
        return list(audit.lines(reader))[-1]


def test_points_and_heat_need_reason_and_recipient_and_are_logged_first(session: Session) -> None:
    for lagen in (POINTS, frozenset({"warmte"})):
        vraag = Vraag(Uitweg.PDF, Inhoud.SCHERM, Filter(van=date(2026, 5, 1)), 118, lagen)
        with pytest.raises(UserError, match="uitvoer_reden_nodig"):
            sta_uitvoer_toe(session, vraag)
        with pytest.raises(UserError, match="uitvoer_ontvanger_nodig"):
            sta_uitvoer_toe(session, Vraag(Uitweg.PDF, Inhoud.SCHERM, Filter(), 118, lagen, reden="overleg"))
        asked = Vraag(Uitweg.PDF, Inhoud.SCHERM, vraag.wanted, 118, lagen, " groepsaanpak ", " jongerenwerk ")
        sta_uitvoer_toe(session, asked)
        line = _last(session)
        assert (line["actie"], line["object_type"], line["velden"]) == ("EXPORT", "melding", "lon,lat,soort")
        assert (line["reden_tekst"], line["ontvanger"]) == ("groepsaanpak (2026-05-01.. aantal=118)", "jongerenwerk")
        assert (line["resultaat"], line["reden_code"]) == ("OK", "scherm_pdf")


def test_the_protected_grid_needs_no_reason_but_is_logged(session: Session) -> None:
    sta_uitvoer_toe(session, Vraag(Uitweg.HTML, Inhoud.OPENBAAR, Filter(), 80))
    line = _last(session)
    assert (line["actie"], line["object_type"], line["velden"]) == ("EXPORT", "raster", "aantal")
    sta_uitvoer_toe(session, Vraag(Uitweg.PRINTER, Inhoud.SCHERM, Filter(), 0, frozenset({"buurten", "jops"})))
    line = _last(session)
    assert (line["actie"], line["object_type"], line["velden"]) == ("PRINT", "kaart", "")


def test_a_failed_way_out_is_logged_as_such(session: Session) -> None:
    log_mislukt(session, Vraag(Uitweg.PNG, Inhoud.TEAM, Filter(), 80))
    assert _last(session)["resultaat"] == "FOUT"


@pytest.mark.parametrize(
    ("rol", "points", "grid", "bare"),
    [
        (Rol.TEAMLEIDER, True, True, True),
        (Rol.BELEID, False, True, True),
        (Rol.BOA, False, False, True),
        (Rol.SCHOUWLEIDER, False, False, True),
    ],
)
def test_rights_come_from_the_one_table(session: Session, rol: Rol, *, points: bool, grid: bool, bare: bool) -> None:
    other = as_role(session, rol)
    for inhoud, lagen, wanted in (
        (Inhoud.SCHERM, POINTS, points),
        (Inhoud.TEAM, frozenset(), grid),
        (Inhoud.OPENBAAR, frozenset(), grid),
        (Inhoud.SCHERM, frozenset({"jops"}), bare),
    ):
        assert mag_uitvoeren(other.actor, inhoud, lagen, other.now()) is wanted
        vraag = Vraag(Uitweg.PDF, inhoud, Filter(), 1, lagen, "reden", "ontvanger")
        if wanted:
            sta_uitvoer_toe(other, vraag)
            continue
        with pytest.raises(UserError, match="geen_recht"):
            sta_uitvoer_toe(other, vraag)
        assert _last(session)["resultaat"] == "GEWEIGERD"


def test_a_file_is_written_whole_and_an_existing_one_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "kaart.pdf"
    assert schrijf_uitvoer(path, b"een") == path
    with pytest.raises(UserError, match="uitvoer_bestaat"):
        schrijf_uitvoer(path, b"twee")
    assert path.read_bytes() == b"een"
    schrijf_uitvoer(path, b"twee", overschrijven=True)
    assert path.read_bytes() == b"twee" and _files(tmp_path) == ["kaart.pdf"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt") as caught:
        schrijf_uitvoer(tmp_path / "weg" / "kaart.pdf", b"x")
    assert caught.value.fields["map"] == str(tmp_path / "weg")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(UserError, match="uitvoer_niet_schrijfbaar"):
        schrijf_uitvoer(tmp_path / "kaart.pdf", b"x")
    tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "uitvoer_schijf_vol"),
        (errno.EROFS, "uitvoer_niet_schrijfbaar"),
        (errno.EIO, "uitvoer_mislukt"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence_and_no_half_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    old = tmp_path / "kaart.pdf"
    old.write_bytes(b"oud")

    def full(_file: int) -> None:
        raise OSError(number, "disk")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BoaError, match=code):
        schrijf_uitvoer(old, b"nieuw" * 1000, overschrijven=True)
    assert old.read_bytes() == b"oud" and _files(tmp_path) == ["kaart.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_really_full_disk(tmp_path: Path) -> None:
    """The part file is /dev/full, so the very write fails."""
    path = tmp_path / "kaart.pdf"
    (tmp_path / f".kaart.pdf.{os.getpid()}.deel").symlink_to("/dev/full")
    with pytest.raises(BoaError, match="uitvoer_schijf_vol"):
        schrijf_uitvoer(path, b"x" * 100_000)
    assert _files(tmp_path) == []


def test_a_filter_in_words(session: Session) -> None:
    wanted = Filter(
        weken=26, soorten=frozenset({"AFVAL"}), buurten=frozenset({"BU03530001"}), gebieden=frozenset({"u1"}),
        groepsgrootten=frozenset({"G3"}), ernst=frozenset({"2"}), nrs=frozenset({3}),
    )  # fmt: skip
    woorden = filter_woorden(session, wanted, {"u1": "Lagedijk"})
    afval, groep = session.lijsten["soort"].kort("AFVAL"), session.lijsten["groepsgrootte"].kort("G3")
    assert filterzin(woorden) == (
        f"Laatste 26 weken (23-05 t/m 20-11-2026) · hele dag · {afval} · ernst 2 · groep {groep} · West · Lagedijk"
        " · zoekresultaat"
    )
