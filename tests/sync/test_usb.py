"""What goes by hand: whole or refused, whatever happened to the file on the way."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.sync import usb
from boa_app.sync.protocol import Antwoord, Blad, Change, Ontvangen, Push, Stand, Uitslag
from boa_app.sync.usb import FotoDeel, Heen, Terug, inflate, pack_heen, pack_terug, unpack_heen, unpack_terug
from boa_app.vault.zegel import generate_signing_key, sign, verify

KEY = generate_signing_key()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
CHANGES = st.builds(
    Change, change_id=st.uuids().map(str), device=st.just("d"), user=st.just("u"), entity=st.just("melding"),
    uid=st.uuids().map(str), field=st.sampled_from(["*", "ernst"]), value=JSON,
    base_change_ids=st.lists(st.uuids().map(str), max_size=2).map(tuple), hlc=st.just("0000000000001-0000-d"),
    reason=st.text(max_size=5),
)  # fmt: skip


def signed(message: bytes) -> str:
    return sign(KEY.prive, message)


def letter(changes: tuple[Change, ...] = (), photos: tuple[bytes, ...] = ()) -> tuple[Heen, dict[str, bytes]]:
    foto = {hashlib.sha256(content).hexdigest(): content for content in photos}
    parts = tuple(FotoDeel(f"uid-{sha256[:4]}", sha256, len(content)) for sha256, content in foto.items())
    return Heen("nr", "centrale", "d", "u", "2026-11-20T21:00:00Z", (Push("nr", changes),), parts, 7, 2), foto


CHANGE = Change("c1", "d", "u", "melding", "m", "ernst", "2", ("c0",), "0000000000001-0000-d")
PACKAGE = pack_heen(*letter((CHANGE,), (b"een foto", b"nog een")), signed)
ANSWER = pack_terug(
    Terug("nr", "centrale", "d", "2026-11-20T21:00:00Z", (Antwoord("c1", Uitslag.GEWEIGERD, "geen_recht"),), ("ab",),
          Stand("u", "U", "boa", None, "GM0353", "IJsselstein", 2, 0, 1, 1, "", "00", "00"), 7,
          bladen=(Blad((Ontvangen(8, CHANGE),), (), (), 8, False, 2),))
)  # fmt: skip


@given(st.lists(CHANGES, max_size=4).map(tuple), st.lists(st.binary(max_size=40), max_size=3).map(tuple))
def test_a_package_comes_back_whole_and_proves_its_device(
    changes: tuple[Change, ...], photos: tuple[bytes, ...]
) -> None:
    brief, foto = letter(changes, photos)
    pak = unpack_heen(pack_heen(brief, foto, signed))
    assert (pak.brief, pak.foto) == (brief, foto)
    assert verify(KEY.publiek, pak.ondertekend, pak.handtekening)


def test_the_size_of_a_push_grows_with_what_is_in_it() -> None:
    assert usb.size_of(Push("nr", (CHANGE, CHANGE))) > usb.size_of(Push("nr", (CHANGE,))) > 100


def test_an_answer_comes_back_whole() -> None:
    brief = unpack_terug(ANSWER)
    assert brief.antwoorden == (Antwoord("c1", Uitslag.GEWEIGERD, "geen_recht"),)
    assert brief.bladen[0].changes[0].change == CHANGE
    assert pack_terug(brief) == ANSWER


@given(st.integers(0, 8 * len(PACKAGE) - 1))
def test_a_changed_bit_is_refused_or_no_longer_signed(bit: int) -> None:
    changed = bytearray(PACKAGE)
    changed[bit // 8] ^= 1 << bit % 8
    try:
        pak = unpack_heen(bytes(changed))
    except UserError as error:
        assert error.code in ("usb_beschadigd", "usb_nieuwer", "usb_te_groot")
    else:
        assert not verify(KEY.publiek, pak.ondertekend, pak.handtekening)


@given(st.integers(0, len(PACKAGE) - 1))
def test_a_package_that_was_cut_is_refused(length: int) -> None:
    with pytest.raises(UserError, match="usb_beschadigd"):
        unpack_heen(PACKAGE[:length])


@given(st.integers(0, len(ANSWER) - 1))
def test_an_answer_that_was_cut_is_refused(length: int) -> None:
    with pytest.raises(UserError, match="usb_beschadigd"):
        unpack_terug(ANSWER[:length])


def test_bytes_behind_it_are_refused() -> None:
    for attempt in (lambda: unpack_heen(PACKAGE[:-64] + b"x" + PACKAGE[-64:]), lambda: unpack_terug(ANSWER + b"x")):
        with pytest.raises(UserError, match="usb_beschadigd"):
            attempt()


def test_a_newer_version_is_told() -> None:
    with pytest.raises(UserError) as caught:
        unpack_terug(ANSWER[:4] + b"\x02" + ANSWER[5:])
    assert (caught.value.code, caught.value.fields) == ("usb_nieuwer", {"versie": 2, "kent": 1})


def _packed(text: bytes) -> bytes:
    letter_bytes = zstandard.ZstdCompressor().compress(text)
    return b"BOAU\x01" + len(letter_bytes).to_bytes(4, "big") + letter_bytes


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"nr": 1}', b"\xff", b"[" * 5000, b"null"])
def test_another_shape_is_refused(text: bytes) -> None:
    for attempt in (lambda: unpack_heen(_packed(text) + bytes(64)), lambda: unpack_terug(_packed(text))):
        with pytest.raises(UserError, match="usb_beschadigd"):
            attempt()


@pytest.mark.parametrize("part", [FotoDeel("f", "0" * 64, 3), FotoDeel("f", hashlib.sha256(b"abc").hexdigest(), -3)])
def test_a_photo_that_is_not_what_its_name_says_is_refused(part: FotoDeel) -> None:
    brief = Heen("nr", "c", "d", "u", "", (), (part,))
    with pytest.raises(UserError, match="usb_beschadigd"):
        unpack_heen(pack_heen(brief, {part.sha256: b"abc"}, signed))


def test_the_number_of_photos_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb, "MAX_FOTOS", 1)
    with pytest.raises(UserError, match="usb_beschadigd"):
        unpack_heen(PACKAGE)


def test_a_small_file_that_unpacks_to_much_is_refused_before_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(1 << 20))
    assert len(bomb) < 200
    with pytest.raises(UserError) as caught:
        inflate(bomb, 1000)
    assert caught.value.code == "usb_te_groot"
    assert inflate(bomb, 1 << 20) == bytes(1 << 20)
    monkeypatch.setattr(usb, "MAX_LETTER_BYTES", 10)
    with pytest.raises(UserError, match="usb_te_groot"):
        unpack_terug(ANSWER)


@pytest.mark.parametrize("content", [b"geen zstd", ANSWER])
def test_what_is_not_zstd_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="usb_beschadigd"):
        inflate(content, 1000)


def test_a_signature_of_something_else_does_not_pass_for_a_package() -> None:
    pak: Any = unpack_heen(PACKAGE)
    assert not verify(KEY.publiek, PACKAGE[:-64], pak.handtekening), "the purpose is in what is signed"
