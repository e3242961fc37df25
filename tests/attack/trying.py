"""What every attack has: a running app, a browser, and a figure that it prints."""

from collections.abc import Callable

from playwright.sync_api import Browser

from considerations.loading.loader import load
from tests.bench.tab import launched
from tests.conftest import RULES
from tests.load.server import OURS, serving

PACK = load(RULES / "ketamine-ssri")


def text(question: str, option: str) -> str:
    """Return how an option reads where it is asked."""
    return next(each.text for each in PACK.question(question).options if each.option == option)


def report(said: str, count: Callable[[Browser, str], int]) -> None:
    """Print how often an attack succeeds on the app as it ships."""
    with serving(OURS) as (port, _), launched() as browser:
        print(f"{said}: {count(browser, f'http://127.0.0.1:{port}')}")
