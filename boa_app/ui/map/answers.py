"""What boa://map/ answers: whitelisted folders of our own files, and data that exist in memory only."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from boa_app.paths import resource

HOST = "map"
PAGE_URL = f"boa://{HOST}/kaart.html"
_MIMES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".json": "application/json",
    ".bin": "application/octet-stream",
}
_CHANNEL_SCRIPT = "/qwebchannel.js"


@dataclass(frozen=True, slots=True)
class Answer:
    """The content of one address: either data or a file."""

    mime: str
    data: bytes = b""
    file: Path | None = None


class Shelf:
    """Content in memory, by an address of its own; gone when taken off, and never on disk."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._contents: dict[str, bytes] = {}
        self._once: set[str] = set()

    def put(self, data: bytes, suffix: str, *, once: bool = False) -> str:
        """Give the address that answers with this content from now on, or once only. suffix: .json or .bin."""
        path = f"/data/{next(self._numbers)}{suffix}"
        self._contents[path] = data
        if once:
            self._once.add(path)
        return f"boa://{HOST}{path}"

    def drop(self, url: str) -> None:
        """Take the content of an address away; an unknown address is no problem."""
        self._take(url.removeprefix(f"boa://{HOST}"))

    def clear(self) -> None:
        """Take everything away."""
        self._contents.clear()
        self._once.clear()

    def find(self, path: str) -> bytes | None:
        """The content, or None; what was put there for once is then gone."""
        return self._take(path) if path in self._once else self._contents.get(path)

    def _take(self, path: str) -> bytes | None:
        self._once.discard(path)
        return self._contents.pop(path, None)

    def __len__(self) -> int:
        return len(self._contents)


class Answers:
    """Finds the answer to an address."""

    def __init__(self, shelf: Shelf, channel_script: bytes) -> None:
        self._shelf = shelf
        self._channel_script = channel_script
        # The first part of the path, "" for files at the top.
        self._folders = {
            "": resource("built", "map"),
            "fonts": resource("built", "fonts"),
            "icons": resource("built", "icons"),
            "basiskaart": resource("built", "basiskaart"),
        }

    def find(self, host: str, path: str) -> Answer | None:
        """The answer, or None when there is nothing by that name."""
        if host != HOST:
            return None
        mime = _MIMES.get(PurePosixPath(path).suffix)
        if mime is None:
            return None
        if path == _CHANNEL_SCRIPT:
            return Answer(mime, self._channel_script)
        if path.startswith("/data/"):
            data = self._shelf.find(path)
            return None if data is None else Answer(mime, data)
        file = resource("theme", "tokens.css") if path == "/tokens.css" else self._file(path)
        return Answer(mime, file=file) if file is not None and file.is_file() else None

    def _file(self, path: str) -> Path | None:
        folder_name, _, name = path.removeprefix("/").rpartition("/")
        folder = self._folders.get(folder_name)
        if folder is None:
            return None
        file = (folder / name).resolve()
        return file if file.is_relative_to(folder.resolve()) else None
