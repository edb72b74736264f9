"""HEIF is decoded in a process of its own: the library ends the whole program on some damaged files.

this process ── bytes of the file, by pipe ──> child: decode, turn, make small ── one line of JSON, pixels ──> here

Nothing passes over the disk. A child that dies, or takes too long, means that the photo is not whole.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any, BinaryIO

from boa_app.domain.errors import UserError
from boa_app.domain.foto import Werkfoto
from boa_app.domain.moments import from_iso, to_iso

FLAG = "--lees-heif"
TIMEOUT_S = 60
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


def lees_apart(content: bytes, name: str) -> Werkfoto:
    """The photo in these bytes. Raises UserError foto_onleesbaar(bestand) and what decoding in the child raises."""
    try:
        answer = subprocess.run(
            _command(), input=content, capture_output=True, check=False, timeout=TIMEOUT_S, creationflags=_NO_WINDOW
        )
        told: dict[str, Any] = json.loads(answer.stdout.split(b"\n", 1)[0])
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UserError("foto_onleesbaar", bestand=name) from error
    if "fout" in told:
        raise UserError(told["fout"], **{**told["velden"], "bestand": name})
    rgb = answer.stdout.split(b"\n", 1)[1]
    if len(rgb) != told["breedte"] * told["hoogte"] * 3:
        raise UserError("foto_onleesbaar", bestand=name)
    taken, place = told["genomen_op"], told["plek"]
    return Werkfoto(
        rgb, told["breedte"], told["hoogte"], from_iso(taken) if taken else None, tuple(place) if place else None
    )


def answer_parent(source: BinaryIO, target: BinaryIO) -> int:
    """What the child does: decode what comes in and write what came of it; gives the exit code."""
    from boa_app.exchange.fotos import decode

    try:
        foto = decode(io.BytesIO(source.read()), "HEIF", "")
    except UserError as error:
        target.write(json.dumps({"fout": error.code, "velden": error.fields}).encode() + b"\n")
        return 0
    taken = to_iso(foto.genomen_op) if foto.genomen_op else None
    told = {"breedte": foto.breedte, "hoogte": foto.hoogte, "genomen_op": taken, "plek": foto.plek}
    target.write(json.dumps(told).encode() + b"\n" + foto.rgb)
    target.flush()
    return 0


def _command() -> list[str]:
    # A bundle is its own program; anywhere else Python runs the package.
    return [sys.executable, FLAG] if getattr(sys, "frozen", False) else [sys.executable, "-m", "boa_app", FLAG]
