"""The form begins where the receiver says one stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import PlaatsBron
from boa_app.ui.gps import feed
from boa_app.ui.meldingen.page import MeldenPage
from boa_app.ui.shell import Shell
from boa_app.usecases.gps import GpsBron, GpsInstelling
from boa_app.usecases.meldingen_lezen import toon_melding
from tests.ui.gps.walks import HERE, standing


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    assert feed.FileFeed.__init__.__kwdefaults__ is not None
    monkeypatch.setitem(feed.FileFeed.__init__.__kwdefaults__, "epoch_ms", 20)


def _open_form(shell: Shell, walk: Path) -> MeldenPage:
    shell.context.gps.set_instelling(GpsInstelling(GpsBron.BESTAND, bestand=str(walk)))
    shell.open_form()
    form = shell.real_page("melden")
    assert isinstance(form, MeldenPage)
    return form


def _row(form: MeldenPage) -> str:
    return form.view.rows.row("waar").accessibleName()


def test_niemand_in_two_touches_with_the_place_of_the_receiver(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    form = _open_form(shell, standing(tmp_path / "w.nmea", 500))
    qtbot.waitUntil(lambda: form.form.plaats_bron is PlaatsBron.GPS, timeout=15_000)
    qtbot.waitUntil(lambda: "gps, ± " in _row(form), timeout=15_000)
    assert not form.has_content()
    with qtbot.waitSignal(form.melding_saved, timeout=15_000) as told:
        form.log_niemand()
    stored = toon_melding(shell.context.session, told.args[0].uid).melding
    assert (stored.lon, stored.lat) == pytest.approx(HERE, abs=1e-5)
    assert stored.plaats_bron is PlaatsBron.GPS
    assert 5 < (stored.nauwkeurigheid_m or 0) < 20
    assert shell.context.gps.current() is None, "the receiver went off with the form"


def test_a_bad_place_is_shown_and_not_used(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    form = _open_form(shell, standing(tmp_path / "w.nmea", 500, hdop=9.9))
    qtbot.waitUntil(lambda: "te onnauwkeurig" in _row(form) or form.form.plek is not None, timeout=15_000)
    assert form.form.plaats_bron is not PlaatsBron.GPS


def test_what_a_person_chose_stays(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    form = _open_form(shell, standing(tmp_path / "w.nmea", 500))
    qtbot.waitUntil(lambda: form.form.plaats_bron is PlaatsBron.GPS, timeout=15_000)
    form.choose_place(5.05, 52.03)
    with qtbot.waitSignal(shell.context.gps.fix_taken, timeout=15_000):
        pass
    assert form.form.plek == (5.05, 52.03)
    assert form.form.plaats_bron is PlaatsBron.KAART
    form.view.where.locate_requested.emit()
    assert form.form.plek == pytest.approx(HERE, abs=1e-5)
    assert form.form.plaats_bron is PlaatsBron.GPS


def test_the_way_to_the_settings(shell: Shell, tmp_path: Path) -> None:
    form = _open_form(shell, standing(tmp_path / "w.nmea", 500))
    form.view.where.settings_requested.emit()
    assert shell.current_key == "gps"
