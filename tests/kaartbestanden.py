"""Signed kaartbestanden for tests, made of bytes alone: the form of sync.kaartbestand, whatever the files hold."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from boa_app.sync.kaartbestand import MANIFEST, Kaartdeel, Kaartinhoud, pack_kop
from boa_app.vault.zegel import Sleutelpaar, generate_signing_key, sign

MAKER = generate_signing_key()
BYTES: Mapping[str, bytes] = {MANIFEST: b"{}", "basiskaart.mbtiles": bytes(range(256)) * 8000}


def schrijf_kaartbestand(
    path: Path, sleutel: Sleutelpaar = MAKER, contents: Mapping[str, bytes] = BYTES, *, gemeente_code: str = "GM0353",
    gemaakt_op: str = "2026-11-20T21:00:00.000Z", naam: str = "IJsselstein",
) -> Path:  # fmt: skip
    """A file at path, signed with this key."""
    delen = tuple(Kaartdeel(name, len(one), hashlib.sha256(one).hexdigest()) for name, one in contents.items())
    inhoud = Kaartinhoud(naam, gemeente_code, gemaakt_op, "IJsselstein, Laptop", sleutel.publiek, delen)
    head = pack_kop(inhoud, lambda message: sign(sleutel.prive, message))
    path.write_bytes(head + b"".join(contents.values()))
    return path
