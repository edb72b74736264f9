"""What a running centre does by itself, once a day and when something changed."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.server.huishouding import Huishouding
from boa_app.server.logboek import Regel
from tests.server.installatie import Installatie, maak_installatie


@pytest.fixture
def installatie(tmp_path: Path) -> Installatie:
    return maak_installatie(tmp_path)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    logger, stream = logging.getLogger("boa_app.centrale"), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Regel())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield stream
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)


def test_terms_are_carried_out_once_a_day(installatie: Installatie, log: io.StringIO) -> None:
    with installatie.open() as open_:
        toegang, maker = open_.maker()
        open_.push(toegang, maker, maker.melding(feiten="oude tekst"))
        chores = Huishouding(open_.centrale, installatie.klok)
        chores.tick()
        assert installatie.plaats.opschoningen.exists()
        installatie.klok.forward(days=366)
        chores.tick()
        assert not open_.bekend("oude tekst")
        chores.tick()
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(line["wat"], line["aantal"]) for line in told] == [("bewaartermijnen", 0), ("bewaartermijnen", 1)]


def test_what_cannot_be_done_is_logged_and_tried_again(installatie: Installatie, log: io.StringIO) -> None:
    installatie.plaats.opschoningen.mkdir(parents=True)
    with installatie.open() as open_:
        chores = Huishouding(open_.centrale, installatie.klok)
        chores.tick()
        assert json.loads(log.getvalue())["wat"] == "huishouding_mislukt"
        installatie.plaats.opschoningen.rmdir()
        chores.tick()
        assert installatie.plaats.opschoningen.is_file()


def test_it_starts_at_once_and_stops_when_told(installatie: Installatie, log: io.StringIO) -> None:
    with installatie.open() as open_:
        chores = Huishouding(open_.centrale, installatie.klok, every_s=3600)
        chores.start()
        chores.stop()
        assert installatie.plaats.opschoningen.is_file()
