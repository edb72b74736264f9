"""What a running centre does by itself: keep the list of what must stay destroyed, and once a day carry out the terms.

A centre nobody looks after must still keep to them; ``centraal bewaartermijnen`` does the same by hand.
"""

from __future__ import annotations

import logging
import threading

from boa_app.domain.errors import BoaError
from boa_app.domain.moments import Clock
from boa_app.server import logboek
from boa_app.server.bewaartermijnen import voer_uit
from boa_app.server.instellingen import read_extra, write_extra
from boa_app.server.openen import Centrale
from boa_app.server.opschoonlijst import werk_lijst_bij
from boa_app.server.rolperioden import dag_van

EVERY_S = 60.0
_DONE_ON = "bewaartermijnen_op"


class Huishouding:
    """A thread beside the service, from start to stop."""

    def __init__(self, centrale: Centrale, clock: Clock, every_s: float = EVERY_S) -> None:
        self._centrale, self._clock, self._every_s = centrale, clock, every_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="boa-huishouding", daemon=True)

    def start(self) -> None:
        """Begin, at once."""
        self._thread.start()

    def stop(self) -> None:
        """End, after what is under way."""
        self._stop.set()
        self._thread.join()

    def tick(self) -> None:
        """One round. What cannot be done now is logged and tried again in the next."""
        try:
            werk_lijst_bij(self._centrale.db, self._centrale.plaats.opschoningen)
            dag = dag_van(self._clock())
            if read_extra(self._centrale.db, _DONE_ON) != dag:
                counts = voer_uit(self._centrale, self._clock(), droog=False)
                write_extra(self._centrale.db, _DONE_ON, dag)
                logboek.schrijf("bewaartermijnen", aantal=sum(counts.values()))
        except (BoaError, OSError) as error:
            logboek.schrijf("huishouding_mislukt", niveau=logging.ERROR, fout=error)

    def _work(self) -> None:
        self.tick()
        while not self._stop.wait(self._every_s):
            self.tick()
