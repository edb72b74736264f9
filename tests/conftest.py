"""What every test gets: no window on a screen, no network, no leftover threads, and the boa:// scheme."""

from __future__ import annotations

import atexit
import importlib.util
import ipaddress
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import _prepared, centrale_dsn, postgres_cluster, postgres_dsn

__all__ = ["_prepared", "centrale_dsn", "postgres_cluster", "postgres_dsn"]  # fixtures for every folder of tests
ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium refuses its sandbox to root; only tests and CI run as root, never a user.
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

if sys.platform.startswith("linux") and "XDG_RUNTIME_DIR" not in os.environ:
    # Without it Qt warns at start, and a warning fails a test.
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="boa-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

if importlib.util.find_spec("PySide6") and (ROOT / "boa_app" / "ui" / "map" / "scheme.py").is_file():
    # A scheme is only known to WebEngine when it is registered before the first QApplication.
    from boa_app.ui.map.scheme import register_scheme

    register_scheme()

SHARED_DATA = ROOT.parent / "shared" / "data"
MUST_RUN_IN_CI = ("webengine", "postgres")


class NetworkForbidden(RuntimeError):
    """A test reached for an address that is not this machine."""


def _is_loopback(host: object) -> bool:
    if not isinstance(host, str | bytes):
        return host is None
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return False


def _guard_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: it also sees calls made from C, which a patched socket class does not."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            raise NetworkForbidden(f"{event} {address}")
    elif event == "socket.getaddrinfo" and not _is_loopback(arguments[0]):
        raise NetworkForbidden(f"{event} {arguments[0]}")


sys.addaudithook(_guard_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="takes minutes; run with --long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
    """In CI a part that could not be tested is a failure, not a footnote."""
    outcome = yield
    report = outcome.get_result()
    must_run = any(item.get_closest_marker(name) for name in MUST_RUN_IN_CI) and not item.get_closest_marker("long")
    if report.skipped and must_run and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where it must run: {report.longrepr}"


@pytest.fixture(autouse=True)
def no_leftover_threads() -> Iterator[None]:
    """Fail when a test leaves a Python thread behind; it gets five seconds to end by itself."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _belongs_to_qt(thread)]
    for thread in left:
        thread.join(timeout=5)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left running: {alive}"


def _belongs_to_qt(thread: threading.Thread) -> bool:
    # Python makes a dummy for a Qt thread that ran Python once, and never takes it away again.
    return thread.name.startswith("Dummy-")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the stores of the person who runs it."""
    folder = tmp_path_factory.mktemp("boa-data")
    monkeypatch.setenv("BOA_APP_MAP", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder with real test data; it is never part of the repository."""
    if not SHARED_DATA.is_dir():
        pytest.skip("no ../shared/data beside the checkout")
    return SHARED_DATA
