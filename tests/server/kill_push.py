"""A process that pushes to a file back end until it is killed; it tells each push that is answered.

python kill_push.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import utc_now
from boa_app.domain.roles import Rol
from boa_app.server.backend import Toegang
from boa_app.server.bestand import BestandBackend
from boa_app.server.dienst import Dienst
from boa_app.server.onderdelen import Onderdelen
from tests.centrale import GEMEENTE, IN_OOST, KEY
from tests.server.wijzigingen import Maker


def main() -> None:
    """Push batches of ten for ever."""
    backend = BestandBackend(Path(sys.argv[1]) / "centrale.db", KEY)
    delen = Onderdelen(backend, Dienst(backend.db(GEMEENTE.code), utc_now))
    device = uuid7(utc_now())
    toegang = Toegang(GEMEENTE.code, "sam", "sam", Rol.BOA, None, device, 1)
    maker = Maker(utc_now, "sam", device)
    while True:
        push = maker.push(*(maker.melding(IN_OOST, feiten="f") for _ in range(10)))
        delen.push(toegang, push)
        print(" ".join(change.change_id for change in push.changes), flush=True)


if __name__ == "__main__":
    main()
