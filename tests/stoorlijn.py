"""A line between devices and centre that cuts, stalls and truncates at random, on loopback, in a thread of its own."""

from __future__ import annotations

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Callable

_CHUNK = 16 * 1024


class Stoorlijn:
    """A relay on a free port. target: port of the centre, to be set again when that restarts; 0 refuses everybody.
    bad: whether it misbehaves. told: how often it did what."""

    def __init__(self, seed: int) -> None:
        self.target = 0
        self.bad = True
        self.told: Counter[str] = Counter()
        self._random = random.Random(seed)
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="stoorlijn", daemon=True)
        self._thread.start()
        assert self._ready.wait(30)

    def close(self) -> None:
        """Stop listening and let every connection go."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self._open: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._relay, "127.0.0.1", 0)
        self.port = int(server.sockets[0].getsockname()[1])
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            await self._join(reader, writer)
        except (OSError, asyncio.CancelledError):
            self.told["gebroken"] += 1
        finally:
            writer.close()
            self._open.discard(task)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            ways = [
                asyncio.create_task(self._pump(reader, there_writer, self._fault())),
                asyncio.create_task(self._pump(there_reader, writer, self._fault())),
            ]
            _, rest = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in rest:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            there_writer.close()

    def _fault(self) -> Callable[[int], str]:
        """Says after each piece what happens: nothing, a stop of some time, or the end of the line."""
        kind = self._random.choices(("goed", "knip", "hapering"), (2, 6, 2))[0] if self.bad else "goed"
        at = int(self._random.expovariate(1 / 4000))
        self.told[kind] += 1
        return lambda carried: kind if kind != "goed" and carried >= at else ""

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, fault: Callable[[int], str]
    ) -> None:
        carried = 0
        while data := await source.read(_CHUNK):
            carried += len(data)
            match fault(carried):
                case "knip":
                    # Only part of what came goes on: whoever reads sees a message that ends in the middle.
                    sink.write(data[: self._random.randrange(len(data) + 1)])
                    return
                case "hapering":
                    await asyncio.sleep(self._random.uniform(0.2, 1.5))
            sink.write(data)
            await sink.drain()
