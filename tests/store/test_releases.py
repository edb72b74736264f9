"""Every released version leaves a store in tests/data/releases; all of them must open, with everything in them.

Made by ``python -m tests.store.make_release`` from a checkout of that version.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from boa_app.store import audit, changes, concepten, integrity, jops, meldingen, opsporing, rondes, schouwen
from boa_app.store.opening import open_store
from tests.store.samples import PASSPHRASE, HandClock

RELEASES = Path(__file__).resolve().parents[1] / "data" / "releases"
FOLDERS = sorted(path for path in RELEASES.iterdir() if path.is_dir())


def test_there_is_a_release() -> None:
    assert FOLDERS


@pytest.mark.parametrize("release", FOLDERS, ids=lambda path: path.name)
def test_a_store_of_every_release_opens(release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "o"
    shutil.copytree(release, folder)
    expected = json.loads((folder / "inhoud.json").read_text(encoding="utf-8"))
    store = open_store(folder, PASSPHRASE, HandClock())
    with store.read() as r:
        assert integrity.check(r) == []
        assert audit.check_chain(r) is None
        for uid, values in expected["meldingen"].items():
            record = meldingen.get_melding(r, uid)
            assert record is not None
            assert record.melding.to_values() | values == record.melding.to_values()
            assert len(changes.history(r, "melding", uid)) == expected["wijzigingen"][uid]
        found = {
            "meldingen": meldingen.count(r), "concepten": len(concepten.list_concepten(r)),
            "jops": len(jops.list_jops(r)),
            "schouwen": len(schouwen.list_schouwen(r)), "rondes": len(rondes.list_rondes(r, 99)),
            "plekken": len(rondes.list_plekken(r)),
            "verwijzingen": sum(len(opsporing.list_for_melding(r, uid)) for uid in expected["meldingen"]),
        }  # fmt: skip
        assert found == expected["aantallen"]
    store.close()
