"""
How much a server carries, beside a bare page with the same widgets: `python -m tests.load [ROUNDS]`.

Both are started as they ship and asked in turn by visitors who click as soon as they are answered, more and more of them
until the median answer takes 200 ms. Seconds and megabytes are this machine's; the ratio travels.
"""

import asyncio
import statistics
import sys
import time

from considerations.load import load
from considerations.pack import Pack, Vignette
from tests.conftest import ROOT, RULES
from tests.load.server import memory, serving
from tests.load.visitor import choose, press, visiting, walk

MOST_MS = 200
SECONDS = 8
APPS = {"bare": ROOT / "tests" / "load" / "bare.py", "ours": ROOT / "app.py"}


async def clicks(port: int, visitors: int, pack: Pack, case: Vignette) -> tuple[float, float]:
    """Let so many visitors walk for some seconds; give clicks a second and the median answer in milliseconds."""
    waits: list[float] = []
    until = time.perf_counter() + SECONDS

    async def one() -> None:
        while time.perf_counter() < until:
            async with visiting(port) as visitor:
                await walk(visitor, pack, case)
                waits.extend(visitor.waits)

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(visitors)))
    return len(waits) / (time.perf_counter() - began), statistics.median(waits) * 1000


def most_clicks(port: int, pack: Pack, case: Vignette) -> float:
    """Give the most clicks a second that are answered within 200 ms, half of them at least."""
    best, visitors = 0.0, 1
    while True:
        rate, median = asyncio.run(clicks(port, visitors, pack, case))
        print(f"  {visitors:3} visitors: {rate:6.1f} clicks/s, median {median:5.0f} ms", file=sys.stderr)
        if median > MOST_MS:
            return best
        best, visitors = max(best, rate), visitors * 2


async def held(port: int, process: int, pack: Pack, case: Vignette) -> float:
    """Give the memory of a visitor who has walked to the summary and stays, in MB."""
    before, many = memory(process), 100

    async def stay(until: asyncio.Event, there: asyncio.Semaphore) -> None:
        async with visiting(port) as visitor:
            await walk(visitor, pack, case)
            there.release()
            await until.wait()

    until, there = asyncio.Event(), asyncio.Semaphore(0)
    staying = []
    for _ in range(many):
        staying.append(asyncio.create_task(stay(until, there)))
        await there.acquire()
    after = memory(process)
    until.set()
    await asyncio.gather(*staying)
    return (after - before) / many


async def come_and_go(port: int, visits: int, pack: Pack, case: Vignette) -> None:
    """Open the app, answer a question and leave, four at a time."""
    first = next(question for question in pack.questions if question.question in case.answers)
    text = next(option.text for option in first.options if option.option == case.answers[first.question])

    async def one() -> None:
        async with visiting(port) as visitor:
            await press(visitor, "Go to the questions")
            await choose(visitor, first.asks, text)

    for _ in range(visits // 4):
        await asyncio.gather(*(one() for _ in range(4)))


def main(rounds: int) -> None:
    """Print a table."""
    pack = load(RULES / "ketamine-ssri")
    case = max(pack.vignettes, key=lambda each: len(each.answers))
    rates: dict[str, list[float]] = {name: [] for name in APPS}
    each: dict[str, float] = {}
    grown: dict[str, float] = {}
    with serving(APPS["bare"]) as bare, serving(APPS["ours"]) as ours:
        servers = {"bare": bare, "ours": ours}
        for _ in range(rounds):
            for name, (port, _process) in servers.items():
                print(name, file=sys.stderr)
                rates[name].append(most_clicks(port, pack, case))
        for name, (port, process) in servers.items():
            each[name] = asyncio.run(held(port, process, pack, case))
            asyncio.run(come_and_go(port, 200, pack, case))
            before = memory(process)
            asyncio.run(come_and_go(port, 1000, pack, case))
            grown[name] = memory(process) - before
    print(f"{'':32} {'bare':>8} {'ours':>8} {'ratio':>6}")
    ratios = statistics.median(o / b for b, o in zip(rates["bare"], rates["ours"], strict=True))
    medians = {name: statistics.median(found) for name, found in rates.items()}
    print(f"{'clicks a second within 200 ms':32} {medians['bare']:8.1f} {medians['ours']:8.1f} {ratios:6.2f}")
    print(f"{'memory of a visitor, MB':32} {each['bare']:8.2f} {each['ours']:8.2f}")
    print(f"{'growth over 1,000 visits, MB':32} {grown['bare']:8.1f} {grown['ours']:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
