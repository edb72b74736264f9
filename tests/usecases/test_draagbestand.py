"""Files on sticks: full, read-only, pulled out."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.usecases import draagbestand
from boa_app.usecases.draagbestand import lees_draagbestand, schrijf_draagbestand


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "w.boaz"
    for content in (b"eerst", b"later"):
        schrijf_draagbestand(path, content)
        assert path.read_bytes() == content
    assert lees_draagbestand(path, 5) == b"later"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [(errno.ENOSPC, EnvironmentProblem, "uitvoer_schijf_vol"), (errno.EFBIG, EnvironmentProblem, "uitvoer_schijf_vol"),
     (errno.EROFS, UserError, "uitvoer_niet_schrijfbaar"), (errno.EIO, EnvironmentProblem, "uitvoer_mislukt")],
)  # fmt: skip
def test_what_a_stick_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[BoaError], code: str
) -> None:
    """EFBIG: a stick with FAT holds no file over 4 GB."""

    def fail(*_: object) -> None:
        raise OSError(number, "stick")

    monkeypatch.setattr(draagbestand, "write_atomically", fail)
    with pytest.raises(kind, match=code):
        schrijf_draagbestand(tmp_path / "w.boaz", b"x")


def test_a_folder_that_is_not_there_and_a_file_that_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="uitvoer_map_ontbreekt"):
        schrijf_draagbestand(tmp_path / "weg" / "w.boaz", b"x")
    (tmp_path / "groot").write_bytes(bytes(11))
    with pytest.raises(UserError, match="usb_te_groot"):
        lees_draagbestand(tmp_path / "groot", 10)
    with pytest.raises(UserError, match="usb_onleesbaar"):
        lees_draagbestand(tmp_path, 10)
