"""Runs the walk through the main job in a process that may open no network socket at all, not even to itself.

Qt and Chromium talk to each other over local sockets of the system, so those stay; any address is refused.
"""

from __future__ import annotations

import sys
from typing import Any


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.bind", "socket.sendto") and not isinstance(arguments[1], str | bytes):
        raise RuntimeError(f"a socket was used: {event}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise RuntimeError(f"a name was looked up: {event}")


if __name__ == "__main__":
    sys.addaudithook(_refuse)
    from boa_app.ui.walk import main

    sys.exit(main(sys.argv[1:]))
