"""Only whitelisted files and what was put in memory is answered."""

from __future__ import annotations

import pytest

from boa_app.ui.map.answers import Answers, Shelf


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def answers(shelf: Shelf) -> Answers:
    return Answers(shelf, b"channel")


def test_the_page_and_what_it_loads(answers: Answers) -> None:
    for path, mime in {
        "/kaart.html": "text/html",
        "/boa.js": "text/javascript",
        "/kaart.css": "text/css",
        "/leaflet.js": "text/javascript",
        "/tokens.css": "text/css",
        "/icons/plus.svg": "image/svg+xml",
        "/icons/maximize.svg": "image/svg+xml",
        "/fonts/AtkinsonHyperlegibleNext_400Regular.ttf": "font/ttf",
    }.items():
        answer = answers.find("map", path)
        assert answer is not None, path
        assert answer.mime == mime
        assert answer.file is not None and answer.file.is_file()


def test_the_channel_script_comes_from_memory(answers: Answers) -> None:
    answer = answers.find("map", "/qwebchannel.js")
    assert answer is not None and answer.data == b"channel"


@pytest.mark.parametrize(
    "path",
    [
        "/../theme/tokens.css",
        "/fonts/../../theme/tokens.css",
        "/icons/%2e%2e/tokens.css",
        "/icons/sub/plus.svg",
        "/etc/passwd",
        "/kaart.html/",
        "/onbekend.js",
        "/.stamp",
        "/tokens.toml",
        "",
    ],
)
def test_nothing_else(answers: Answers, path: str) -> None:
    assert answers.find("map", path) is None


def test_no_other_host(answers: Answers) -> None:
    assert answers.find("elders", "/kaart.html") is None


def test_content_in_memory_lives_until_it_is_dropped(answers: Answers, shelf: Shelf) -> None:
    first, second = shelf.put(b"one", ".bin"), shelf.put(b"two", ".json")
    assert first != second and len(shelf) == 2
    path = first.removeprefix("boa://map")
    answer = answers.find("map", path)
    assert answer is not None and answer.data == b"one"
    shelf.drop(first)
    shelf.drop(first)
    assert answers.find("map", path) is None
    shelf.clear()
    assert len(shelf) == 0


def test_what_was_put_there_for_once_is_gone_when_it_was_read(answers: Answers, shelf: Shelf) -> None:
    url = shelf.put(b"points", ".bin", once=True)
    path = url.removeprefix("boa://map")
    answer = answers.find("map", path)
    assert answer is not None and answer.data == b"points"
    assert answers.find("map", path) is None
    assert len(shelf) == 0
    dropped = shelf.put(b"other", ".bin", once=True)
    shelf.drop(dropped)
    assert answers.find("map", dropped.removeprefix("boa://map")) is None
