"""
How much a server carries, beside bare pages: `python -m tests.load [ROUNDS]`.

One has the same widgets and nothing else; the other is the app's pages as recorded, texts and all, without a rule. All are started as they ship and asked in turn by visitors who click as soon as they are answered, more and more of them
until the median answer takes 200 ms. Seconds and megabytes are this machine's; the ratio travels.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from considerations.loading.loader import load
from considerations.pack import Pack, Vignette
from tests.conftest import RULES
from tests.load.recording import record
from tests.load.server import BARE, OURS, RECORDED, memory, processor, serving
from tests.load.staying import held
from tests.load.visitor import choose, press, visiting, walk

MOST_MS = 200
SECONDS = 8
STAYING = 40
APPS = {"widgets": BARE, "recorded": RECORDED, "ours": OURS}


@dataclass
class Served:
    """What one server did: of each round the most clicks a second and the processor time of a click; then its memory."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    visitor: float = 0
    growth: float = 0


async def clicks(port: int, visitors: int, pack: Pack, case: Vignette) -> tuple[int, float, float]:
    """Let so many visitors walk for some seconds; give their clicks, clicks a second and the median answer in milliseconds."""
    waits: list[float] = []
    until = time.perf_counter() + SECONDS

    async def one() -> None:
        while time.perf_counter() < until:
            async with visiting(port) as visitor:
                await walk(visitor, pack, case)
                waits.extend(visitor.waits)

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(visitors)))
    return len(waits), len(waits) / (time.perf_counter() - began), statistics.median(waits) * 1000


def most_clicks(port: int, process: int, pack: Pack, case: Vignette) -> tuple[float, float]:
    """Give the most clicks a second of which half are answered within 200 ms, and the processor time of a click in ms."""
    best, visitors, made, began = 0.0, 1, 0, processor(process)
    while True:
        count, rate, median = asyncio.run(clicks(port, visitors, pack, case))
        made += count
        print(f"  {visitors:3} visitors: {rate:6.1f} clicks/s, median {median:5.0f} ms", file=sys.stderr)
        if median > MOST_MS:
            return best, (processor(process) - began) * 1000 / made
        best, visitors = max(best, rate), visitors * 2


async def come_and_go(port: int, visits: int, pack: Pack, case: Vignette) -> None:
    """Open the app, answer a question and leave, four at a time."""
    first = next(question for question in pack.questions if question.question in case.answers)
    text = next(option.text for option in first.options if option.option == case.answers[first.question])

    async def one() -> None:
        async with visiting(port) as visitor:
            await press(visitor, "Start")
            await choose(visitor, first.asks, text)

    for _ in range(visits // 4):
        await asyncio.gather(*(one() for _ in range(4)))


def measured(rounds: int, pack: Pack, case: Vignette) -> dict[str, Served]:
    """Serve all three, and ask them in turn."""
    found = {name: Served() for name in APPS}
    with ExitStack() as running:
        recording = Path(running.enter_context(TemporaryDirectory())) / "pages"
        servers = {"ours": running.enter_context(serving(APPS["ours"]))}
        asyncio.run(record(servers["ours"][0], recording, pack, case))
        for name in ("widgets", "recorded"):
            servers[name] = running.enter_context(serving(APPS[name], {"RECORDED": str(recording)}))
        for _ in range(rounds):
            for name, (port, process) in servers.items():
                print(name, file=sys.stderr)
                rate, cost = most_clicks(port, process, pack, case)
                found[name].rates.append(rate)
                found[name].costs.append(cost)
        for name, (port, process) in servers.items():
            found[name].visitor = asyncio.run(held(port, process, STAYING, partial(walk, pack=pack, case=case)))
            asyncio.run(come_and_go(port, 200, pack, case))
            before = memory(process)
            asyncio.run(come_and_go(port, 1000, pack, case))
            found[name].growth = memory(process) - before
    return found


def main(rounds: int) -> None:
    """Print a table."""
    pack = load(RULES / "ketamine-ssri")
    found = measured(rounds, pack, max(pack.vignettes, key=lambda each: len(each.answers)))
    print(f"{'':34}" + "".join(f"{name:>10}" for name in APPS))
    rows: dict[str, Callable[[Served], float]] = {
        "clicks a second within 200 ms": lambda each: statistics.median(each.rates),
        "processor time of a click, ms": lambda each: statistics.median(each.costs),
        "memory of a visitor, MB": lambda each: each.visitor,
        "growth over 1,000 visits, MB": lambda each: each.growth,
    }
    for title, figure in rows.items():
        print(f"{title:34}" + "".join(f"{figure(found[name]):10.2f}" for name in APPS))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
