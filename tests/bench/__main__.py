"""
How fast it is, beside what others would use: `python -m tests.bench [--only a,e]` prints tables in Markdown.

Whatever is compared is measured in turn in one run; the ratios travel, the seconds do not. Nothing here is asserted in tests.
"""

import argparse
import os
import platform
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.bench import clicks, engines, growth, marks, memory, paper, proofs, start
from tests.bench.timing import NotMeasured, Row

PARTS = {
    "a": ("One evaluation of a pack", engines.rows),
    "b": ("From a click to the changed page, in Chromium", lambda: chain(clicks.rows(), marks.rows())),
    "c": ("From `streamlit run` to the first page, in Chromium", start.rows),
    "d": ("Memory", memory.rows),
    "e": ("`check` and `diff`", proofs.rows),
    "f": ("On paper", paper.rows),
    "g": ("Growth with the pack, drawn in tests/bench/growth.svg", growth.rows),
}


def machine() -> str:
    """Say what this was measured on."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    processor = names[0] if names else platform.machine()
    return f"{processor}, {os.cpu_count()} cores, load {load}; {platform.system()}, Python {platform.python_version()}"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Give the lines of a table."""
    yield "| what | ours | beside | theirs | ratio |"
    yield "|---|---|---|---|---|"
    for row in rows:
        found = f"{row.ratio:.3g}" if row.ratio is not None and row.ratio < 10 else f"{row.ratio or 0:,.0f}"
        yield f"| {row.what} | {row.ours} | {row.beside} | {row.theirs} | {found if row.ratio is not None else ''} |"


def main() -> None:
    """Measure the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure how fast it is.")
    parser.add_argument("--only", default=",".join(PARTS), help="letters of parts, as in a,e (default: all)")
    chosen = parser.parse_args().only.split(",")
    if unknown := [each for each in chosen if each not in PARTS]:
        parser.error(f"no part is called {', '.join(unknown)}; the parts are {', '.join(PARTS)}")
    print(machine())
    for part in chosen:
        title, rows = PARTS[part]
        print(f"\n{part}. {title}\n", flush=True)
        try:
            for line in table(rows()):
                print(line, flush=True)
        except NotMeasured as missing:
            print(f"\nNot measured: {missing}.")


if __name__ == "__main__":
    main()
