"""Opening, making and closing on the serial thread, with real stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.ui.ontgrendelen.opener import NewStore, Opened, Opener, has_store
from boa_app.ui.tasks import Tasks
from tests.ui.small_store import PASSPHRASE, load_lists, make_session, make_start


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def opener(tasks: Tasks, tmp_path: Path) -> Iterator[Opener]:
    made = Opener(make_start(tmp_path / "opslag"), tasks)
    yield made
    tasks.close()
    made.close_last()


def test_has_store_sees_half_a_store_too(tmp_path: Path) -> None:
    assert not has_store(tmp_path)
    (tmp_path / "sleutel.json").write_text("{}", encoding="utf-8")
    assert has_store(tmp_path)


def test_make_then_open_with_the_recovery_code(qtbot: QtBot, opener: Opener, tmp_path: Path) -> None:
    opened: list[Opened] = []
    errors: list[BoaError] = []
    new = NewStore(PASSPHRASE, "GM0353", "IJsselstein")
    opener.make(tmp_path / "opslag", new, opened.append, errors.append)
    qtbot.waitUntil(lambda: bool(opened or errors), timeout=10_000)
    assert not errors
    code = opened[0].herstelcode
    assert opened[0].session.store.meta.gemeente_naam == "IJsselstein"
    opener.close(opened[0].session, lambda: None, errors.append)
    opener.open(tmp_path / "opslag", code, opened.append, errors.append)
    qtbot.waitUntil(lambda: len(opened) == 2 or bool(errors), timeout=10_000)
    assert not errors
    assert opened[1].overzicht.count() == 0


@pytest.mark.parametrize(("secret", "code"), [("fout", "wachtwoord_onjuist"), (PASSPHRASE, "opslag_in_gebruik")])
def test_refusals_come_as_codes(qtbot: QtBot, opener: Opener, tmp_path: Path, secret: str, code: str) -> None:
    session = make_session(tmp_path / "opslag", with_map=False, meldingen=0)
    if code != "opslag_in_gebruik":
        session.close()
    errors: list[BoaError] = []
    opener.open(tmp_path / "opslag", secret, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=10_000)
    session.close()
    assert errors[0].code == code


def test_an_opened_session_that_nobody_took_is_closed_at_the_end(
    qtbot: QtBot, opener: Opener, tasks: Tasks, tmp_path: Path
) -> None:
    make_session(tmp_path / "opslag", with_map=False, meldingen=0).close()
    opener.open(tmp_path / "opslag", PASSPHRASE, lambda _: None, lambda _: None)
    tasks.close()
    opener.close_last()
    make_start(tmp_path / "opslag")
    from boa_app.usecases.opening import open_session

    open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), opener.start.clock).close()


@pytest.mark.long
def test_example_is_made_when_it_is_not_there(qtbot: QtBot, opener: Opener, tmp_path: Path) -> None:
    opened: list[Opened] = []
    errors: list[BoaError] = []
    opener.open_example(tmp_path / "voorbeeld", opened.append, errors.append)
    qtbot.waitUntil(lambda: bool(opened or errors), timeout=60_000)
    assert not errors
    assert opened[0].session.store.meta.voorbeeld
