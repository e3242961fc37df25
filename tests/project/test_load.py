"""A visitor without a browser walks the whole way through the app as it ships, and meets what the engine says."""

import asyncio
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from tests.conftest import ROOT, RULES
from tests.load.server import serving
from tests.load.visitor import press, visiting, walk


def apart(page: Coroutine[None, None, str]) -> str:
    """Run it in a thread of its own: a browser of other tests may have left a loop running in this one."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, page).result()


def test_a_walk_ends_in_the_counts_of_the_engine() -> None:
    pack = load(RULES / "ketamine-ssri")
    case = max(pack.vignettes, key=lambda each: len(each.answers))
    summary = summarise(pack, case.answers)
    assert isinstance(summary, Summary)

    async def page() -> str:
        with serving(ROOT / "app.py") as (port, _):
            async with visiting(port) as visitor:
                await walk(visitor, pack, case)
                await press(visitor, "Back to the considerations")
                return " ".join(visitor.html)

    shown = apart(page())
    counts = re.search(r"(\d+) of (\d+) points? appl(?:y|ies)\.", shown), re.search(r"Not highlighted \((\d+)\)", shown)

    assert [group for found in counts if found for group in found.groups()] == [
        str(len(summary.in_state(True))),
        str(len(pack.points)),
        str(len(summary.in_state(False))),
    ]
