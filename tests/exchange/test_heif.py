from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest

from boa_app import cli
from boa_app.domain.errors import UserError
from boa_app.exchange import heif
from boa_app.exchange.heif import answer_parent, lees_apart


@pytest.fixture
def sample(shared_data: Path) -> bytes:
    return (shared_data / "photos" / "samplefilehub.heif").read_bytes()


def test_the_program_knows_the_flag_it_starts_itself_with() -> None:
    assert cli.PHOTO_CHILD == heif.FLAG


def test_what_the_child_says_is_the_photo(sample: bytes) -> None:
    out = io.BytesIO()
    assert answer_parent(io.BytesIO(sample), out) == 0
    head, rgb = out.getvalue().split(b"\n", 1)
    told = json.loads(head)
    foto = lees_apart(sample, "a.heic")
    assert (foto.breedte, foto.hoogte, foto.rgb) == (told["breedte"], told["hoogte"], rgb)
    assert (foto.breedte, foto.hoogte) == (640, 426)


def test_what_the_child_refuses_is_told_with_the_name_of_the_file() -> None:
    with pytest.raises(UserError) as refused:
        lees_apart(b"\0\0\0\x18ftypheic" + b"\0" * 300, "IMG_4.heic")
    assert (refused.value.code, refused.value.fields) == ("foto_onleesbaar", {"bestand": "IMG_4.heic"})


def test_damage_that_ends_the_child_leaves_this_process_alive(sample: bytes) -> None:
    random, ended = np.random.default_rng(7), 0
    for _ in range(24):
        bad = bytearray(sample)
        for at in random.integers(12, 2000, 12):
            bad[at] = int(random.integers(0, 256))
        try:
            lees_apart(bytes(bad), "IMG_5.heic")
        except UserError as error:
            assert error.code.startswith("foto_")
            ended += 1
    assert ended


def test_a_child_that_cannot_start_means_no_photo(sample: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heif.sys, "executable", "/er/is/hier/niets")
    with pytest.raises(UserError) as refused:
        lees_apart(sample, "IMG_6.heic")
    assert refused.value.code == "foto_onleesbaar"


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heif.sys, "frozen", True, raising=False)
    assert heif._command() == [heif.sys.executable, heif.FLAG]
