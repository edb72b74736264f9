"""Make the store of this version that later versions must be able to open.

    python -m tests.store.make_release

Run once per release. The passphrase is the one of the tests; everything in it is invented.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

from boa_app import __version__
from boa_app.domain.audit import Actie
from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.store import audit, changes, concepten, imports, jops, meldingen, opsporing, rondes, schouwen
from boa_app.store.imports import ImportRow
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import START, HandClock, a_melding, change, new_store, register

RELEASES = Path(__file__).resolve().parents[1] / "data" / "releases"


def _fill(w: Writer) -> None:
    rondes.insert_plek(w, Plek("p1", "Bankje", 5.04, 52.02))
    visit = Bezoek("b1", "r1", "p1", START, Bevinding.RUSTIG)
    rondes.insert_ronde(w, Ronde("r1", START, None, "boa1", (visit,)))
    jops.insert_jop(w, Jop("j1", "A", "JOP Achterveld", JopStatus.PROEF, 5.03, 52.01, "OVERKAP", date(2026, 4, 1)))
    group = SchouwGroep("A", ((5.04, 52.02), (5.05, 52.03)))
    schouwen.insert_schouw(w, Schouw("s1", "Najaar", date(2026, 11, 24), "avond", "gepland", (group,)))
    concepten.save_concept(w, "c1", {"soort": "HANG"})
    audit.append_line(w, Actie.VERZAMELEN, "opslag")


def _fill_meldingen(store: Store) -> list[str]:
    own = register(store, a_melding(feiten="Groep bij de bank", plaats="Zeemanlaan", soorten=("ALC",))).uid
    change(store, own, {"ernst": "2"}, reden="nagekeken")
    marked = register(store, a_melding(feiten="Jan de Vries"), tekst_verdacht=True).uid

    def refer(w: Writer) -> None:
        opsporing.insert_verwijzing(w, Opsporingsverwijzing("v1", own, "HALT", "PL0900-2026-1"))
        audit.append_line(w, Actie.VERZAMELEN, "opsporingsverwijzing", "v1", regime="O")

    store.write_now(refer)
    nr = store.write_now(lambda w: imports.begin_import(w, "f.csv", "", "tabel"))
    imports.add_all(store, nr, [ImportRow(a_melding(bron="tabel"), str(i)) for i in range(5)])
    store.write_now(lambda w: imports.finish_import(w, nr, {"toegevoegd": 5}))
    return [own, marked]


def make(folder: Path) -> None:
    """Fill a fresh store and write beside it what must be found in it."""
    store = new_store(folder, HandClock()).store
    uids = _fill_meldingen(store)
    store.write_now(_fill)
    with store.read() as r:
        records = [record for uid in uids if (record := meldingen.get_melding(r, uid))]
        content = {
            "meldingen": {record.uid: record.melding.to_values() for record in records},
            "wijzigingen": {uid: len(changes.history(r, "melding", uid)) for uid in uids},
            "aantallen": {
                "meldingen": meldingen.count(r), "concepten": 1, "jops": 1, "schouwen": 1, "rondes": 1, "plekken": 1,
                "verwijzingen": 1,
            },
        }  # fmt: skip
    store.close()
    (folder / "slot").unlink()
    (folder / "inhoud.json").write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    target = RELEASES / __version__
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    make(target)
