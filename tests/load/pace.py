"""
Not a click lost: `python -m tests.load.pace [--only answers,pages] [--lines 50,held] [--runs 3]`.

What a visitor does quickly on a slow line, cell by cell: every line delays each way, or holds a fifth of the packets for a second.
A cell prints `lost/swapped/stale`: clicks that nothing knows of once the line is quiet, that became another, and answers for
which the screen says something else than the session or the tab.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.bench.tab import launched
from tests.load.doing import DOING, PACK
from tests.load.line import Line, line_to
from tests.load.server import OURS, serving
from tests.load.using import Use

LINES = ["25", "50", "100", "200", "300", "held"]
PACES = [100, 200, 400, 800]


@dataclass(frozen=True)
class Found:
    """What became of the clicks of a cell."""

    lost: int = 0
    swapped: int = 0
    stale: int = 0

    def __str__(self) -> str:
        return f"{self.lost}/{self.swapped}/{self.stale}"


def judge(use: Use) -> Found:
    """Hold what was chosen last against screen, session and tab, and against all three after a reload."""
    shown, session, tab = use.shown(), use.session(), use.tab()
    wanted = use.chosen
    lost = {asked for asked in wanted if not (session.get(asked) and tab.get(asked))}
    swapped = {asked for asked in wanted.keys() - lost if {session[asked], tab[asked]} != {wanted[asked]}}
    stale = {asked for asked, option in shown.items() if option != session.get(asked)}
    use.again()
    lost |= {asked for asked, option in tab.items() if use.session().get(asked) != option}
    return Found(len(lost) + use.failed, len(swapped), len(stale))


def setting(line: Line, name: str) -> None:
    """Make a line slow."""
    line.delay, line.held = (0.01, 0.2) if name == "held" else (int(name) / 1000, 0)


@contextmanager
def visiting(browser: Browser, line: Line) -> Iterator[Page]:
    """Open the app as a new visitor on a tall screen, which shows a whole page without scrolling."""
    context = browser.new_context(viewport={"width": 1100, "height": 2600}, reduced_motion="reduce", has_touch=True)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{line.port}/questions")
    yield page
    context.close()


def cell(page: Page, line: Line, name: str, do: Callable[[Use, float], None], pace: float) -> Found:
    """Do one thing at one pace over one line."""
    use = Use(page, line, PACK)
    setting(line, name)
    do(use, pace)
    use.settle()
    return judge(use)


def rows() -> Iterator[tuple[str, Callable[[Use, float], None], float]]:
    """Give every row of the matrix: its name, what is done, and at which pace in seconds."""
    for kind, do in DOING.items():
        if kind.startswith("answers, "):
            yield kind, do, 0.2
        else:
            yield from ((f"{kind}, {pace} ms", do, pace / 1000) for pace in PACES)


def main() -> None:
    """Print a table for each run."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.pace", description="Count lost clicks on slow lines.")
    parser.add_argument("--only", default="", help="beginnings of rows, as in answers,pages")
    parser.add_argument("--lines", default=",".join(LINES), help="delays in ms, or held")
    parser.add_argument("--runs", type=int, default=1)
    chosen = parser.parse_args()
    lines, began = chosen.lines.split(","), time.monotonic()
    with serving(OURS) as (port, _), line_to(port) as line, launched() as browser:
        for _ in range(chosen.runs):
            print(f"\n| lost/swapped/stale | {' | '.join(lines)} |\n|{'---|' * (len(lines) + 1)}")
            for row, do, pace in rows():
                if row.startswith(tuple(chosen.only.split(","))):
                    with visiting(browser, line) as page:
                        found = [str(cell(page, line, name, do, pace)) for name in lines]
                    print(f"| {row} | {' | '.join(found)} |", flush=True)
    print(f"\n{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
