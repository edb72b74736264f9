"""A process that takes a kaartbestand in; after each piece it says so and waits for a line before it goes on.

python kill_uitpakken.py OPSLAG BESTAND
"""

from __future__ import annotations

import sys
from pathlib import Path

from boa_app.domain.moments import utc_now
from boa_app.usecases.kaartbestand import bekijk, pak_uit
from boa_app.usecases.opening import open_session
from tests.samples import PASSPHRASE, load_lijsten


def main() -> None:
    """Take it in, as slowly as whoever started this wants."""

    def tell(done: int, _: int) -> None:
        print(done, flush=True)
        sys.stdin.readline()

    session = open_session(Path(sys.argv[1]), PASSPHRASE, load_lijsten(), utc_now)
    file = Path(sys.argv[2])
    pak_uit(session, file, vertrouw=bekijk(session, file).vingerafdruk, progress=tell)


if __name__ == "__main__":
    main()
