"""A process that fetches the kaartpakket its centre offers; after each piece it tells and waits for a line.

python kill_ophalen.py OPSLAG
"""

from __future__ import annotations

import sys
from pathlib import Path

from boa_app.domain.moments import utc_now
from boa_app.usecases.kaartophalen import haal_op, nieuw_op_centrale
from boa_app.usecases.opening import open_session
from tests.samples import PASSPHRASE, load_lijsten


def main() -> None:
    """Fetch it, as slowly as whoever started this wants."""

    def tell(done: int, _: int) -> None:
        print(done, flush=True)
        sys.stdin.readline()

    session = open_session(Path(sys.argv[1]), PASSPHRASE, load_lijsten(), utc_now)
    aanbod = nieuw_op_centrale(session)
    assert aanbod is not None
    haal_op(session, aanbod, progress=tell)


if __name__ == "__main__":
    main()
