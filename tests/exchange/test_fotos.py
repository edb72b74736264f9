from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PIL.ImageCms import ImageCmsProfile, createProfile

from boa_app.domain.errors import UserError
from boa_app.domain.foto import CEL_PX, MAX_ZIJDE_PX, MINIATUUR_PX, Streek, Werkfoto, bedekte_cellen
from boa_app.exchange import fotos
from boa_app.exchange.fotos import COVER, lees_foto, maak_opslagfoto
from tests.exchange.photo_bytes import SECRET, all_told, bomb_png, corners, encoded

NOTHING = frozenset[tuple[int, int]]()
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def pixels(foto: Werkfoto) -> np.ndarray[Any, Any]:
    return np.frombuffer(foto.rgb, np.uint8).reshape(foto.hoogte, foto.breedte, 3).astype(int)


def quarters(foto: Werkfoto) -> list[tuple[int, ...]]:
    """The colours in the middle of the four quarters, each channel to its nearest end."""
    shown, w, h = pixels(foto), foto.breedte, foto.hoogte
    spots = ((h // 4, w // 4), (h // 4, 3 * w // 4), (3 * h // 4, w // 4), (3 * h // 4, 3 * w // 4))
    return [tuple(255 if value > 127 else 0 for value in shown[spot]) for spot in spots]


def likeness(first: Werkfoto, second: Werkfoto) -> float:
    """Correlation of the pixels of two pictures of one size, 1 for the same."""
    assert (first.breedte, first.hoogte) == (second.breedte, second.hoogte)
    return float(np.corrcoef(pixels(first).ravel(), pixels(second).ravel())[0, 1])


def refusal(bron: Path | bytes, naam: str = "") -> UserError:
    with pytest.raises(UserError) as refused:
        lees_foto(bron, naam)
    return refused.value


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_ends_upright(orientation: int) -> None:
    held = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    scene = corners()
    seen = scene if held is None else scene.transpose(held)
    foto = lees_foto(all_told(seen, orientation))
    assert (foto.breedte, foto.hoogte) == (64, 48)
    assert quarters(foto) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("kind", ["landscape", "portrait"])
def test_the_eight_files_of_a_kind_look_alike(shared_data: Path, kind: str) -> None:
    eight = [lees_foto(shared_data / "photos" / "orientation" / f"{kind}_{n}.jpg") for n in range(1, 9)]
    for foto in eight[1:]:
        assert likeness(eight[0], foto) > 0.95
    # The measure tells a picture from the same one upside down.
    first = eight[0]
    turned = Werkfoto(pixels(first)[::-1, ::-1].astype(np.uint8).tobytes(), first.breedte, first.hoogte)
    assert likeness(first, turned) < 0.7


def test_time_and_place_of_the_camera_are_offered() -> None:
    foto = lees_foto(all_told())
    assert foto.genomen_op == datetime(2026, 11, 20, 20, 42, 7, tzinfo=UTC)
    assert foto.plek == pytest.approx((5.0405, 52.0205))


def test_camera_without_offset_runs_on_dutch_time_and_place_is_read_from_a_real_one(shared_data: Path) -> None:
    foto = lees_foto(shared_data / "photos" / "gps" / "DSCN0010.jpg")
    assert foto.genomen_op == datetime(2008, 10, 22, 14, 28, 39, tzinfo=UTC)
    assert foto.plek == pytest.approx((11.885127, 43.467448), abs=1e-6)


@pytest.mark.parametrize(
    ("exif", "gps"),
    [
        ({0x9003: "0000:00:00 00:00:00"}, {}),
        ({0x9003: "gisteren"}, {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}),
        ({}, {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (5.0, 0.0, 0.0)}),
        ({}, {1: "N", 2: (52.0, 0.0), 3: "E", 4: (5.0, 0.0, 0.0)}),
        ({}, {2: (52.0, 0.0, 0.0), 4: (5.0, 0.0, 0.0)}),
    ],
)
def test_time_and_place_that_cannot_be_are_left_out(exif: dict[int, Any], gps: dict[int, Any]) -> None:
    told = Image.Exif()
    told.get_ifd(0x8769).update(exif)
    told.get_ifd(0x8825).update(gps)
    foto = lees_foto(encoded(corners(), exif=told))
    assert (foto.genomen_op, foto.plek) == (None, None)


def test_damaged_exif_costs_nothing_but_itself() -> None:
    whole = all_told()
    at = whole.index(b"Exif\0\0") + 6
    foto = lees_foto(whole[:at] + b"\xff" * 40 + whole[at + 40 :])
    assert (foto.breedte, foto.hoogte, foto.plek) == (64, 48, None)


def test_nothing_beside_the_pixels_comes_through() -> None:
    source = all_told()
    assert source.count(SECRET) > 20
    stored = maak_opslagfoto(lees_foto(source), NOTHING)
    for jpeg in (stored.jpeg, stored.miniatuur):
        assert SECRET not in jpeg
        with Image.open(io.BytesIO(jpeg)) as opened:
            assert not opened.getexif()
            assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        assert segments(jpeg) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
        assert jpeg.endswith(b"\xff\xd9")
        assert jpeg.count(b"\xff\xd8\xff") == 1


def segments(jpeg: bytes) -> set[int]:
    """The markers of a JPEG before its pixels."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found | {0xDA}


def test_covered_cells_are_of_one_colour_in_picture_and_thumbnail() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (600, 800, 3), np.uint8)
    foto = Werkfoto(noise.tobytes(), 800, 600)
    cells = bedekte_cellen([Streek(((200.0, 200.0), (500.0, 400.0)), 120)], 800, 600)
    stored = maak_opslagfoto(foto, cells)
    shown = np.asarray(Image.open(io.BytesIO(stored.jpeg))).astype(int)
    for column, row in cells:
        cell = shown[row * CEL_PX : (row + 1) * CEL_PX, column * CEL_PX : (column + 1) * CEL_PX]
        # Colour is stored in blocks of 16 pixels, so at the edge the neighbour colours the cover; never the reverse.
        assert np.abs(cell.mean(axis=2) - np.mean(COVER)).max() < 60
    inner = shown[280:320, 330:370]
    assert np.abs(inner - COVER).max() <= 4
    assert inner.std(axis=(0, 1)).max() < 2
    small = np.asarray(Image.open(io.BytesIO(stored.miniatuur))).astype(int)
    assert small.shape == (180, MINIATUUR_PX, 3)
    assert np.abs(small[88:92, 103:107] - COVER).max() <= 12
    # What is under the brush leaves no trace: other pixels there give the very same file.
    other = noise.copy()
    for column, row in cells:
        other[row * CEL_PX : (row + 1) * CEL_PX, column * CEL_PX : (column + 1) * CEL_PX] = 255
    assert maak_opslagfoto(Werkfoto(other.tobytes(), 800, 600), cells) == stored


def test_a_cell_at_the_edge_of_an_odd_size_is_covered_to_the_edge() -> None:
    foto = lees_foto(encoded(corners(61, 45), "PNG"))
    stored = maak_opslagfoto(foto, frozenset({(7, 5)}))
    shown = np.asarray(Image.open(io.BytesIO(stored.jpeg))).astype(int)
    assert np.abs(shown[42:45, 58:61] - COVER).max() < 40


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(encoded(corners(mode="CMYK")), [RED, GREEN, BLUE, WHITE], id="cmyk jpeg"),
        pytest.param(encoded(corners(), progressive=True), [RED, GREEN, BLUE, WHITE], id="progressive"),
        pytest.param(encoded(corners(mode="P"), "PNG"), [RED, GREEN, BLUE, WHITE], id="palette png"),
        pytest.param(encoded(corners(), "WEBP", lossless=True), [RED, GREEN, BLUE, WHITE], id="webp"),
        pytest.param(
            encoded(corners().convert("P"), "PNG", transparency=corners().convert("P").getpixel((0, 0))),
            [WHITE, GREEN, BLUE, WHITE], id="palette with transparency",
        ),
        pytest.param(
            encoded(corners(), "PNG", transparency=(255, 0, 0)), [WHITE, GREEN, BLUE, WHITE], id="transparent colour"
        ),
        pytest.param(encoded(corners().convert("1"), "PNG"), None, id="one bit"),
        pytest.param(encoded(corners().convert("LA"), "PNG"), None, id="grey with alpha"),
    ],
)  # fmt: skip
def test_colours_of_every_kind_of_file(content: bytes, expected: list[tuple[int, ...]] | None) -> None:
    foto = lees_foto(content)
    assert (foto.breedte, foto.hoogte) == (64, 48)
    assert expected is None or quarters(foto) == expected


def test_transparent_parts_become_white() -> None:
    picture = corners().convert("RGBA")
    picture.putalpha(Image.new("L", picture.size, 0))
    assert set(quarters(lees_foto(encoded(picture, "PNG")))) == {WHITE}


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    ramp = np.tile(np.linspace(0, 65535, 64).astype(np.uint16), (48, 1))
    row = pixels(lees_foto(encoded(Image.fromarray(ramp), "PNG")))[20, :, 0]
    assert row[0] < 4
    assert row[-1] > 250
    assert abs(row[32] - 128) < 6


def test_only_the_first_frame_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (64, 48), colour) for colour in (RED, GREEN)]
    for kind in ("PNG", "WEBP"):
        animated = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        assert set(quarters(lees_foto(animated))) == {RED}


def test_large_photo_becomes_small_with_its_shape() -> None:
    foto = lees_foto(encoded(corners(5000, 3000)))
    assert (foto.breedte, foto.hoogte) == (MAX_ZIJDE_PX, 1229)
    assert quarters(foto) == [RED, GREEN, BLUE, WHITE]
    line = lees_foto(encoded(Image.new("RGB", (30_000, 2), RED), "PNG"))
    assert (line.breedte, line.hoogte) == (MAX_ZIJDE_PX, 1)


def test_heif_is_read(shared_data: Path) -> None:
    foto = lees_foto(shared_data / "photos" / "samplefilehub.heif")
    assert (foto.breedte, foto.hoogte) == (640, 426)
    assert pixels(foto).std() > 20


def test_heif_without_its_codec_is_refused(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    assert refusal(shared_data / "photos" / "samplefilehub.heif").code == "foto_heif_niet_leesbaar"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "bestand_leeg", id="empty"),
        pytest.param(b"een brief, geen foto" * 20, "foto_soort_onbekend", id="text"),
        pytest.param(encoded(corners(), "GIF"), "foto_soort_onbekend", id="gif"),
        pytest.param(encoded(corners(), "BMP"), "foto_soort_onbekend", id="bmp"),
        pytest.param(b"%PDF-1.7", "foto_soort_onbekend", id="pdf"),
        pytest.param(b"\xff\xd8\xff", "foto_onleesbaar", id="jpeg of three bytes"),
        pytest.param(b"\xff\xd8\xff\xe0" + b"\0" * 300, "foto_onleesbaar", id="jpeg of zeros"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 300, "foto_onleesbaar", id="png of zeros"),
        pytest.param(b"RIFF\x40\0\0\0WEBPVP8 " + b"\0" * 60, "foto_onleesbaar", id="webp of zeros"),
        pytest.param(b"\0\0\0\x18ftypheic" + b"\0" * 300, "foto_onleesbaar", id="heif of zeros"),
    ],
)
def test_what_is_no_photo_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    error = refusal(content, "IMG_1.jpg")
    assert (error.code, error.fields["bestand"]) == (code, "IMG_1.jpg")
    path = tmp_path / "IMG_2.jpg"
    path.write_bytes(content)
    error = refusal(path)
    assert (error.code, error.fields["bestand"]) == (code, "IMG_2.jpg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_cut_off_anywhere_is_refused_whole(kind: str) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 256, (96, 128, 3), np.uint8))
    whole = encoded(noise, kind)
    for cut in range(0, len(whole) - 64, len(whole) // 23):
        assert refusal(whole[:cut]).code in ("foto_onleesbaar", "foto_soort_onbekend", "bestand_leeg"), cut


def test_a_heif_cut_off_anywhere_is_refused_or_whole(shared_data: Path) -> None:
    whole = (shared_data / "photos" / "samplefilehub.heif").read_bytes()
    for part in range(10):
        assert refusal(whole[: len(whole) * part // 11]).code in (
            "foto_onleesbaar", "foto_soort_onbekend", "bestand_leeg",
        )  # fmt: skip


def test_turned_bits_never_raise_anything_else() -> None:
    random = np.random.default_rng(7)
    for whole in (all_told(), encoded(corners(), "PNG"), encoded(corners(), "WEBP")):
        for _ in range(40):
            bad = bytearray(whole)
            for at in random.integers(12, min(len(bad), 2000), 12):
                bad[at] = int(random.integers(0, 256))
            try:
                lees_foto(bytes(bad))
            except UserError as error:
                assert error.code.startswith("foto_")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert refusal(tmp_path / "weg.jpg").code == "bestand_ontbreekt"
    assert refusal(tmp_path).code == "foto_soort_onbekend"
    assert refusal(Path("a\0b.jpg")).code == "bestand_onleesbaar"
    if sys.platform.startswith("linux"):
        os.mkfifo(tmp_path / "pijp.jpg")
        assert refusal(tmp_path / "pijp.jpg").code == "foto_soort_onbekend"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "dicht.jpg"
    path.write_bytes(all_told())
    path.chmod(0)
    assert refusal(path).code == "bestand_onleesbaar"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.jpg"
    with path.open("wb") as file:
        file.truncate(fotos.MAX_BYTES + 1)
    error = refusal(path)
    assert (error.code, error.fields["max_mb"]) == ("foto_bestand_te_groot", 60)


def test_more_pixels_than_fit_are_refused_by_kind() -> None:
    for content, most in (
        (bomb_png(9000, 6000), 50), (encoded(Image.new("L", (11_000, 9_500))), 100),
        (encoded(Image.new("L", (8_000, 7_000)), progressive=True), 50),
        (encoded(Image.new("RGB", (6_000, 5_000)), "WEBP"), 25), (bomb_png(70_000, 1), 50),
    ):  # fmt: skip
        error = refusal(content)
        assert (error.code, error.fields["max_mp"]) == ("foto_te_veel_pixels", most)


_MEASURE = """
import sys, threading
from pathlib import Path
from boa_app.domain.errors import UserError
from boa_app.exchange.fotos import lees_foto, maak_opslagfoto
from tests.exchange.photo_bytes import corners, encoded
def status(name):
    lines = Path('/proc/self/status').read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) // 1024
lees_foto(encoded(corners()))
Path('/proc/self/clear_refs').write_text('5')
before = status('VmRSS')
try:
    maak_opslagfoto(lees_foto(Path(sys.argv[1])), frozenset())
    outcome = 'gelezen'
except UserError as error:
    outcome = error.code
print(outcome, status('VmHWM') - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is read from /proc")
@pytest.mark.parametrize(
    ("make", "expected", "most_mb"),
    [
        pytest.param(lambda: encoded(Image.new("RGB", (11_500, 8_600), (90, 90, 90))), "gelezen", 120, id="jpeg 99 MP"),
        pytest.param(lambda: bomb_png(20_000, 20_000), "foto_te_veel_pixels", 20, id="png 400 MP"),
        pytest.param(lambda: encoded(corners(6_000, 4_000), "WEBP", quality=30), "gelezen", 450, id="webp 24 MP"),
        pytest.param(lambda: encoded(corners(8_000, 6_000), progressive=True), "gelezen", 260, id="progressive 48 MP"),
        pytest.param(lambda: bomb_png(8_000, 6_000), "gelezen", 260, id="png 48 MP"),
    ],
)
def test_memory_stays_bounded(make: Any, expected: str, most_mb: int, tmp_path: Path) -> None:
    path = tmp_path / "groot"
    path.write_bytes(make())
    assert path.stat().st_size < fotos.MAX_BYTES
    answer = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    outcome, peak_mb = answer.stdout.split()
    assert outcome == expected
    assert int(peak_mb) <= most_mb


def test_a_profile_of_colours_is_dropped() -> None:
    profile = ImageCmsProfile(createProfile("sRGB")).tobytes()
    stored = maak_opslagfoto(lees_foto(encoded(corners(), icc_profile=profile)), NOTHING)
    assert b"ICC_PROFILE" not in stored.jpeg
