"""One signed file: whole or refused, whatever happened to it on the way; never more than its names, never whole in
memory."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.sync import kaartbestand
from boa_app.sync.kaartbestand import (
    DELEN,
    MANIFEST,
    Kaartdeel,
    Kaartinhoud,
    Kaartkop,
    copy_delen,
    is_vingerafdruk,
    pack_kop,
    read_kop,
    vingerafdruk,
)
from boa_app.vault.zegel import generate_signing_key, sign, verify

KEY, OTHER = generate_signing_key(), generate_signing_key()
CONTENTS = {MANIFEST: b'{"versie": 2}', "buurten.geojson": b"[1, 2]", "netwerk.straten": b"\x00" * 50}


def _deel(naam: str, content: bytes) -> Kaartdeel:
    return Kaartdeel(naam, len(content), hashlib.sha256(content).hexdigest())


INHOUD = Kaartinhoud(
    "IJsselstein", "GM0353", "2026-11-20T21:00:00.000Z", "IJsselstein, Laptop", KEY.publiek,
    tuple(_deel(naam, content) for naam, content in CONTENTS.items()),
)  # fmt: skip


def packed(inhoud: Kaartinhoud = INHOUD) -> bytes:
    return pack_kop(inhoud, lambda message: sign(KEY.prive, message)) + b"".join(CONTENTS.values())


FILE = packed()


def unpacked(content: bytes | BinaryIO) -> tuple[Kaartkop, dict[str, bytes]]:
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    found: dict[str, io.BytesIO] = {}

    @contextmanager
    def target(deel: Kaartdeel) -> Iterator[BinaryIO]:
        found[deel.naam] = io.BytesIO()
        yield found[deel.naam]

    kop = read_kop(source, verify)
    copy_delen(source, kop, target, lambda _: None)
    return kop, {naam: file.getvalue() for naam, file in found.items()}


def test_it_comes_back_whole() -> None:
    kop, found = unpacked(FILE)
    assert (kop.inhoud, found) == (INHOUD, CONTENTS)
    assert kop.bytes == len(FILE)


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_any_changed_byte_is_refused(place: int, flip: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= flip
    with pytest.raises(UserError) as caught:
        unpacked(bytes(changed))
    assert caught.value.code in {"kaartbestand_vreemd", "kaartbestand_nieuwer", "kaartbestand_beschadigd"}


def test_every_single_byte_is_covered() -> None:
    """Not one in a sample: each of them."""
    for place in range(len(FILE)):
        changed = bytearray(FILE)
        changed[place] ^= 1
        with pytest.raises(UserError):
            unpacked(bytes(changed))


@given(st.integers(0, len(FILE) - 1))
def test_a_file_that_was_cut_is_refused(length: int) -> None:
    with pytest.raises(UserError) as caught:
        unpacked(FILE[:length])
    assert caught.value.code in {"kaartbestand_vreemd", "kaartbestand_beschadigd"}


def test_bytes_behind_it_are_refused() -> None:
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        unpacked(FILE + b"x")


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bundle:
        bundle.writestr("../../autoexec.bat", "x")
    return made.getvalue()


@pytest.mark.parametrize("content", [b"", b"BOA", _zip(), b"MZ" + bytes(200), b"BOAU\x01" + bytes(50), b"\xff" * 900])
def test_what_is_something_else_is_called_so(content: bytes) -> None:
    with pytest.raises(UserError, match="kaartbestand_vreemd"):
        unpacked(content)


def test_a_newer_version_is_told() -> None:
    with pytest.raises(UserError) as caught:
        unpacked(FILE[:4] + b"\x02" + FILE[5:])
    assert (caught.value.code, caught.value.fields) == ("kaartbestand_nieuwer", {"versie": 2, "kent": 1})


def test_a_signature_of_somebody_else_is_none() -> None:
    forged = pack_kop(INHOUD, lambda message: sign(OTHER.prive, message)) + b"".join(CONTENTS.values())
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        unpacked(forged)


def test_a_signature_for_another_purpose_is_none() -> None:
    """The key of a device also signs for tokens and packages of work."""
    head = FILE[: -sum(map(len, CONTENTS.values())) - 64]
    forged = head + bytes.fromhex(sign(KEY.prive, head)) + b"".join(CONTENTS.values())
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        unpacked(forged)


M = INHOUD.delen[0]
ELSE = _deel("buurten.geojson", b"x")
SUM = "0" * 64


@pytest.mark.parametrize(
    "delen",
    [
        (M,),
        (ELSE, M),
        (M, ELSE, ELSE),
        (M, Kaartdeel("../buurten.geojson", 1, SUM)),
        (M, Kaartdeel("C:\\buurten.geojson", 1, SUM)),
        (M, Kaartdeel("BUURTEN.GEOJSON", 1, SUM)),
        (M, Kaartdeel("CON", 1, SUM)),
        (M, Kaartdeel("actief", 1, SUM)),
        (M, Kaartdeel("buurten.geojson", 0, SUM)),
        (M, Kaartdeel("buurten.geojson", -1, SUM)),
        (M, Kaartdeel("buurten.geojson", DELEN["buurten.geojson"] + 1, SUM)),
        (M, Kaartdeel("buurten.geojson", 1, SUM[1:])),
        (M, Kaartdeel("buurten.geojson", 1, SUM.replace("0", "A"))),
        (M, *(Kaartdeel(naam, most, SUM) for naam, most in DELEN.items() if naam != MANIFEST)),
    ],
)  # fmt: skip
def test_a_signed_header_may_still_not_ask_for_anything_else(
    delen: tuple[Kaartdeel, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever signs is not yet somebody who may write where he likes, or fill a disk."""
    _refused(replace(INHOUD, delen=delen), monkeypatch)


@pytest.mark.parametrize(
    "change",
    [
        {"naam": "x" * 121}, {"naam": "IJssel\nstein"}, {"maker": "\x1b[31m"}, {"gemeente_code": "GM\u202e0353"},
        {"gemaakt_op": "gisteren"}, {"ondertekenaar": "00"},
    ],
)  # fmt: skip
def test_words_that_cannot_be_shown_are_refused(change: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    _refused(replace(INHOUD, **change), monkeypatch)  # type: ignore[arg-type]


def _refused(inhoud: Kaartinhoud, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="header"):
        packed(inhoud)
    with monkeypatch.context() as patch:
        patch.setattr(kaartbestand, "_is_sound", lambda _: True)
        made = packed(inhoud)
    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        unpacked(made)


def test_a_header_that_is_no_message_is_refused() -> None:
    for text in (b"", b"[]", b"\xff\xfe", b"[" * 60_000, b'{"naam": 3}'):
        head = b"BOAK\x01" + len(text).to_bytes(4, "big") + text
        signature = bytes.fromhex(sign(KEY.prive, kaartbestand._signed(head)))
        with pytest.raises(UserError, match="kaartbestand_beschadigd"):
            unpacked(head + signature)


def test_a_header_without_end_is_not_read() -> None:
    read: list[int] = []

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            read.append(size)
            return super().read(size)

    with pytest.raises(UserError, match="kaartbestand_beschadigd"):
        unpacked(Counting(b"BOAK\x01" + b"\xff" * 5000))
    assert max(read) <= kaartbestand.MAX_KOP_BYTES


def test_a_large_file_goes_by_in_pieces() -> None:
    """Only the pieces that are under way are in memory."""
    size, chunk = 40 * kaartbestand.CHUNK, bytes(kaartbestand.CHUNK)
    digest = hashlib.sha256()
    for _ in range(40):
        digest.update(chunk)
    manifest = b"{}"
    delen = (_deel(MANIFEST, manifest), Kaartdeel("basiskaart.mbtiles", size, digest.hexdigest()))
    head = pack_kop(replace(INHOUD, delen=delen), lambda message: sign(KEY.prive, message))

    class Zeros(io.RawIOBase):
        """The header, the manifest, and then nothing but zeros."""

        def __init__(self) -> None:
            self.first, self.left, self.largest = io.BytesIO(head + manifest), size, 0

        def read(self, count: int = -1, /) -> bytes:
            self.largest = max(self.largest, count)
            given = self.first.read(count)
            if not given:
                given = bytes(min(count, self.left))
                self.left -= len(given)
            return given

    source, told = Zeros(), list[int]()

    @contextmanager
    def nowhere(_: Kaartdeel) -> Iterator[BinaryIO]:
        with Path(os.devnull).open("wb") as file:
            yield file

    kop = read_kop(source, verify)  # type: ignore[arg-type]
    copy_delen(source, kop, nowhere, told.append)  # type: ignore[arg-type]
    assert source.largest <= kaartbestand.CHUNK
    assert told[-1] == size + len(manifest)
    assert told == sorted(told)


def test_a_source_that_cannot_be_read_is_told() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "stick was pulled out")

    with pytest.raises(UserError, match="kaartbestand_onleesbaar"):
        unpacked(Broken())


def test_a_target_that_is_full_is_the_callers() -> None:
    class Full(io.BytesIO):
        def write(self, content: object, /) -> int:
            raise OSError(28, "no space")

    @contextmanager
    def full(_: Kaartdeel) -> Iterator[BinaryIO]:
        yield Full()

    source = io.BytesIO(FILE)
    kop = read_kop(source, verify)
    with pytest.raises(OSError, match="no space"):
        copy_delen(source, kop, full, lambda _: None)


def test_a_fingerprint_is_of_one_key_and_forgives_how_it_was_typed() -> None:
    shown = vingerafdruk(KEY.publiek)
    assert len(shown) == 8 * 5 - 1
    assert shown != vingerafdruk(OTHER.publiek)
    assert is_vingerafdruk(f"  {shown.upper()} ", KEY.publiek)
    assert is_vingerafdruk(shown.replace(" ", ""), KEY.publiek)
    assert not is_vingerafdruk(shown, OTHER.publiek)
    assert not is_vingerafdruk(shown[:-1], KEY.publiek)
    assert not is_vingerafdruk("", KEY.publiek)
