"""Fetching a kaartpakket of the centre over the line, from any byte on, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from boa_app.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from boa_app.sync.transport import Transport

_PARTIAL = 206
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/\d{1,18}")


@contextmanager
def haal_kaart(line: Transport, kaart: str, begin: int) -> Iterator[tuple[int, Iterator[bytes]]]:
    """The bytes of a file from ``begin`` on: from which byte they really are, which is 0 when the centre begins anew,
    and the pieces.

    kaart: the id the centre gave it. Raises as Transport, also while the pieces are read; UserError kaart_onbekend.
    """
    wanted = {"Accept": "application/octet-stream", "Accept-Encoding": "identity"}
    if begin:
        wanted |= {"Range": f"bytes={begin}-", "If-Range": f'"{kaart}"'}
    with line.stroom(f"/kaartpakket/{kaart}", wanted) as response:
        told = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
        start = int(told[1]) if told and response.status_code == _PARTIAL else 0
        if start not in (0, begin) or response.headers.get("Content-Encoding", "identity") != "identity":
            raise EnvironmentProblem("centrale_fout", status=response.status_code)
        # As they come: pieces of a fixed size would lose what waited for more when the line broke.
        yield start, response.iter_raw()
