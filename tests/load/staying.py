"""The memory of visitors who stay."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from tests.load.server import memory
from tests.load.visitor import Visitor, visiting


async def held(port: int, process: int, visitors: int, come: Callable[[Visitor], Awaitable[None]]) -> float:
    """Give the memory of a visitor who has come as far as `come` goes and stays, in MB."""
    before = memory(process)
    async with AsyncExitStack() as leaving:
        for _ in range(visitors):
            await come(await leaving.enter_async_context(visiting(port)))
        return (memory(process) - before) / visitors
