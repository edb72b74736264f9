from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boa_app.vault import keyfile
from boa_app.vault.errors import VaultError, VaultFault
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams, change_passphrase, create_keyfile, unlock_keyfile

LIGHT = KdfParams(64, 1, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sleutel.json"


def _fault(path: Path, secret: str = "geheim woord") -> VaultFault:
    with pytest.raises(VaultError) as caught:
        unlock_keyfile(path, secret)
    return caught.value.fault


def _change_slot(path: Path, at: int, changes: dict[str, Any], *, resum: bool = True) -> None:
    """Change a slot as somebody would who knows the format, or with resum=False as a bad disk would."""
    document = json.loads(path.read_text(encoding="utf-8"))
    slot = document["slots"][at]
    slot |= changes
    if resum:
        slot["controlesom"] = keyfile._checksum(slot)
    path.write_text(json.dumps(document), encoding="utf-8")


def test_passphrase_and_recovery_code_give_the_same_key(path: Path) -> None:
    new = create_keyfile(path, "geheim woord", LIGHT)
    assert len(bytes.fromhex(new.key_hex)) == 32
    assert unlock_keyfile(path, "geheim woord") == new.key_hex
    assert unlock_keyfile(path, new.herstelcode) == new.key_hex


def test_a_recovery_code_may_be_typed_as_it_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfile, "_new_code", lambda: "00000-11111-ABCDE-FGHJK-MNPQR")
    new = create_keyfile(path, "geheim woord", LIGHT)
    assert unlock_keyfile(path, " oOo00 iIl11 abcde fghjk mnpqr ") == new.key_hex


def test_accents_count_however_they_are_typed(path: Path) -> None:
    new = create_keyfile(path, "caf\u00e9 overlast", LIGHT)
    assert unlock_keyfile(path, "cafe\u0301 overlast") == new.key_hex


def test_a_wrong_secret_is_told_apart_from_a_damaged_file(path: Path) -> None:
    new = create_keyfile(path, "geheim woord", LIGHT)
    assert _fault(path, "ander woord") is VaultFault.WRONG_SECRET
    assert _fault(path, "0" * 25) is VaultFault.WRONG_SECRET
    assert new.herstelcode not in path.read_text(encoding="utf-8")
    assert new.key_hex not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", VaultFault.KEYFILE_DAMAGED),
        ("[]", VaultFault.KEYFILE_DAMAGED),
        ('{"versie": 1}', VaultFault.KEYFILE_DAMAGED),
        ('{"versie": 1, "slots": [1]}', VaultFault.KEYFILE_DAMAGED),
        ('{"versie": 1, "slots": []}', VaultFault.KEYFILE_DAMAGED),
        ('{"versie": 1, "slots": [{"soort": "wachtwoord"}]}', VaultFault.KEYFILE_DAMAGED),
        ('{"versie": 2, "slots": "anders"}', VaultFault.KEYFILE_NEWER),
        ("[" * 60_000, VaultFault.KEYFILE_DAMAGED),
        ('{"versie": ' + "9" * 5000 + "}", VaultFault.KEYFILE_DAMAGED),
        (" " * 70_000 + "{}", VaultFault.KEYFILE_DAMAGED),
    ],
)
def test_a_file_that_is_no_key_file(path: Path, text: str, fault: VaultFault) -> None:
    path.write_text(text, encoding="utf-8")
    assert _fault(path) is fault


def test_a_file_of_bytes_that_are_no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00rommel")
    assert _fault(path) is VaultFault.KEYFILE_DAMAGED


def test_a_missing_file(path: Path) -> None:
    assert _fault(path) is VaultFault.KEYFILE_MISSING


@pytest.mark.parametrize(
    "costs",
    [
        {"geheugen_kib": 1 << 40}, {"rondes": 10**9}, {"parallel": 0}, {"naam": "anders"}, {"geheugen_kib": "veel"},
        {"rondes": float("inf")}, {"rondes": True}, {"geheugen_kib": 64.0}, {"geheugen_kib": 8, "parallel": 2},
    ],
)  # fmt: skip
def test_costs_of_a_changed_file_are_refused_not_tried(path: Path, costs: dict[str, Any]) -> None:
    create_keyfile(path, "geheim woord", LIGHT)
    kdf = json.loads(path.read_text(encoding="utf-8"))["slots"][0]["kdf"]
    _change_slot(path, 0, {"kdf": kdf | costs})
    assert _fault(path) is VaultFault.KEYFILE_DAMAGED


@pytest.mark.parametrize(
    "changes",
    [
        {"zout": "*"}, {"zout": ""}, {"zout": 7}, {"zout": "\ud800"}, {"nonce": ""}, {"sleutel": "AAAA"},
        {"kdf": None}, {"kdf": json.loads("[" * 900 + "]" * 900)}, {"controlesom": None},
    ],
)  # fmt: skip
@pytest.mark.parametrize("resum", [True, False])
def test_a_damaged_slot_is_no_wrong_passphrase_and_leaves_the_other(
    path: Path, changes: dict[str, Any], resum: bool
) -> None:
    new = create_keyfile(path, "geheim woord", LIGHT)
    _change_slot(path, 0, changes, resum=resum and "controlesom" not in changes)
    assert _fault(path) is VaultFault.KEYFILE_DAMAGED
    assert unlock_keyfile(path, new.herstelcode) == new.key_hex
    change_passphrase(path, new.key_hex, "nieuw woord", LIGHT)
    assert unlock_keyfile(path, "nieuw woord") == new.key_hex


def test_every_character_of_a_wrapped_key_is_watched(path: Path) -> None:
    create_keyfile(path, "geheim woord", LIGHT)
    good = path.read_text(encoding="utf-8")
    sealed = json.loads(good)["slots"][0]["sleutel"]
    for at, old in enumerate(sealed.rstrip("=")):
        changed = sealed[:at] + ("A" if old != "A" else "B") + sealed[at + 1 :]
        path.write_text(good.replace(sealed, changed), encoding="utf-8")
        assert _fault(path) is VaultFault.KEYFILE_DAMAGED


def test_a_passphrase_that_is_no_text(path: Path) -> None:
    """A terminal that is not UTF-8 gives halves of surrogate pairs, which have no bytes."""
    with pytest.raises(VaultError) as caught:
        create_keyfile(path, "geheim\udce9woord", LIGHT)
    assert caught.value.fault is VaultFault.UNREADABLE_SECRET
    assert not path.exists()
    new = create_keyfile(path, "geheim woord", LIGHT)
    assert _fault(path, "geheim\udce9woord") is VaultFault.WRONG_SECRET
    with pytest.raises(VaultError) as caught:
        change_passphrase(path, new.key_hex, "nieuw\udce9woord", LIGHT)
    assert caught.value.fault is VaultFault.UNREADABLE_SECRET
    assert unlock_keyfile(path, "geheim woord") == new.key_hex


def test_memory_that_cannot_be_had(path: Path) -> None:
    with pytest.raises(VaultError) as caught:
        create_keyfile(path, "geheim woord", KdfParams(1, 1, 64))
    assert caught.value.fault is VaultFault.OUT_OF_MEMORY
    assert not path.exists()


def test_a_new_passphrase_replaces_the_old_and_leaves_the_rest(path: Path) -> None:
    new = create_keyfile(path, "geheim woord", LIGHT)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["slots"].append({"soort": "sleutelbos", "verwijzing": "later"})
    path.write_text(json.dumps(document), encoding="utf-8")
    change_passphrase(path, new.key_hex, "nieuw woord", LIGHT)
    assert unlock_keyfile(path, "nieuw woord") == unlock_keyfile(path, new.herstelcode) == new.key_hex
    assert _fault(path, "geheim woord") is VaultFault.WRONG_SECRET
    assert '"sleutelbos"' in path.read_text(encoding="utf-8")


def test_slots_cannot_change_places(path: Path) -> None:
    new = create_keyfile(path, "geheim woord", LIGHT)
    document = json.loads(path.read_text(encoding="utf-8"))
    for slot in document["slots"]:
        slot["soort"] = {"wachtwoord": "herstel", "herstel": "wachtwoord"}[slot["soort"]]
    document["slots"][1]["kdf"], document["slots"][0]["kdf"] = document["slots"][0]["kdf"], document["slots"][1]["kdf"]
    for slot in document["slots"]:
        slot["controlesom"] = keyfile._checksum(slot)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert _fault(path, "geheim woord") is VaultFault.WRONG_SECRET
    assert _fault(path, new.herstelcode) is VaultFault.WRONG_SECRET


def test_the_default_costs_what_it_should() -> None:
    assert (DEFAULT_KDF.memory_kib, DEFAULT_KDF.time_cost) == (256 * 1024, 3)


def test_the_key_file_needs_no_database() -> None:
    """The unlock screen must be there before the store is imported."""
    code = "import sys, boa_app.vault.keyfile; sys.exit('sqlite_utils' in sys.modules or 'sqlcipher3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
