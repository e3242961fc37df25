"""A slow line: what stands between a browser and a server and passes everything on, later."""

import asyncio
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

HOLD = 1.0


@dataclass
class Line:
    """
    A line of this machine: its port, the seconds of delay each way, and the share of packets that are held for a second more.

    Delay and share may be changed while it runs. What was sent first arrives first, as on any TCP line.
    """

    port: int = 0
    delay: float = 0
    held: float = 0
    under_way: int = 0
    last: float = 0
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def quiet(self) -> bool:
        """Say whether nothing is under way, and nothing was for as long as an answer would take."""
        return not self.under_way and time.monotonic() - self.last > 2 * self.delay + 1

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sending = asyncio.create_task(self._send(waiting, writer))
        try:
            while data := await reader.read(65536):
                self.under_way += 1
                due = time.monotonic() + self.delay + (HOLD if self.chance.random() < self.held else 0)
                waiting.put_nowait((due, data))
        except OSError:
            pass
        waiting.put_nowait((0, b""))
        await sending

    async def _send(self, waiting: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        while (packet := await waiting.get())[1]:
            await asyncio.sleep(max(0, packet[0] - time.monotonic()))
            writer.write(packet[1])
            self.under_way, self.last = self.under_way - 1, time.monotonic()
        writer.close()


@contextmanager
def line_to(target: int) -> Iterator[Line]:
    """Stand before a server of this machine; the line begins without delay."""
    line, loop = Line(), asyncio.new_event_loop()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(line._pass_on(reader, there[1]), line._pass_on(there[0], writer))

    Thread(target=loop.run_forever, daemon=True).start()
    server = asyncio.run_coroutine_threadsafe(asyncio.start_server(connect, "127.0.0.1", 0), loop).result()
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        loop.call_soon_threadsafe(server.close)
