"""24.5: what happens to the log, and to visitors, when more connections come than the server has descriptors for; Linux only."""

import asyncio
import resource
import socket
import tempfile
import time
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from tests.attack.wire import connected, heard, run
from tests.browser.serving import free_port, serving


def logged(log: Path, seconds: float = 8) -> int:
    """Leave a server few descriptors, ask for more for so long, and give the bytes it has logged."""
    port = free_port()
    with serving(port, log=log) as server, ExitStack() as opened:
        resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (64, 64))
        for _ in range(100):
            opened.enter_context(socket.create_connection(("127.0.0.1", port)))
        time.sleep(seconds)
        return log.stat().st_size


async def taken(port: int, process: int, visitors: int = 20) -> float:
    """Give the descriptors that a visitor takes."""
    before = len(list(Path(f"/proc/{process}/fd").iterdir()))
    async with AsyncExitStack() as there:
        for _ in range(visitors):
            visitor = await there.enter_async_context(connected(port))
            await visitor.send(run())
            await heard(visitor, 0.3)
        return (len(list(Path(f"/proc/{process}/fd").iterdir())) - before) / visitors


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(f"logged in 8 s without descriptors: {logged(Path(folder) / 'log') / 1e6:.2f} MB")
    port = free_port()
    with serving(port) as server:
        print(f"descriptors a visitor: {asyncio.run(taken(port, server.pid)):.1f}")
