"""Part c: from `streamlit run` to the first page that can be used, beside an app of one line."""

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.tab import launched, opened
from tests.bench.timing import Row, middle, ratio
from tests.conftest import ROOT
from tests.load.server import OURS, serving

ONE_LINE = ROOT / "tests" / "bench" / "one_line.py"
ROUNDS = 16
# Python keeps what it has compiled, as it does by itself, whatever the environment of this run says.
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}


def rows() -> Iterator[Row]:
    """Start both in turn, after one start of each that is not counted, and open each as a new visitor."""
    apps = {"ours": OURS, "an app of one line": ONE_LINE}
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in apps}
    with launched() as browser:
        for app in apps.values():
            _began(browser, app)
        for _ in range(ROUNDS):
            for name, app in apps.items():
                took[name].append(_began(browser, app))
    (_, ours), (beside, theirs) = took.items()
    for nth, what in enumerate(("the server answers", "the first page can be used")):
        own, other = ([times[nth] for times in each] for each in (ours, theirs))
        yield Row(f"from `streamlit run` until {what}", middle(own), beside, middle(other), ratio(own, other))


def _began(browser: Browser, app: Path) -> tuple[float, float]:
    """Give the seconds until the server is healthy, and until its first page stands in Chromium."""
    began = time.perf_counter()
    with serving(app, COMPILED) as (port, _):
        healthy = time.perf_counter() - began
        with opened(browser, port):
            return healthy, time.perf_counter() - began
