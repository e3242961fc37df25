"""A questionnaire of 204 questions loads, and after a reload none of its answers is back."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from considerations.loading.loader import load
from considerations.pack import Pack
from tests.attack.trying import report
from tests.bench.files import write
from tests.bench.packs import generated
from tests.browser.conftest import visiting
from tests.browser.screen import idle
from tests.load.server import OURS, serving

SAID = "of 204 answers kept in the tab, those that a reload loses"
QUESTIONS = 204
PUT = """state => {
  document.cookie = 'considerations-kept=1; path=/';
  sessionStorage.setItem('considerations', JSON.stringify({ at: Date.now(), state }));
}"""


def count(browser: Browser, address: str) -> int:
    """Put an answer to every question into the tab, as the app keeps it, and reload."""
    with TemporaryDirectory() as folder:
        pack = _written(Path(folder))
        with (
            serving(OURS, {"CONSIDERATIONS_RULES": folder}) as (port, _),
            visiting(browser, f"http://127.0.0.1:{port}") as page,
        ):
            answers = {each.question: each.options[0].option for each in pack.questions}
            places = {pack.about.pack: {"answers": answers, "step": 0, "example": ""}}
            page.evaluate(PUT, json.dumps({"pack": "", "changing": False, "places": places}))
            page.reload()
            page.wait_for_selector("h1[data-title]:not(:text('One moment'))")
            idle(page)
            kept = page.evaluate("[...document.querySelectorAll('[data-kept]')].at(-1).dataset.kept")
            back = json.loads(kept)["places"][pack.about.pack]["answers"] if kept else {}
            return QUESTIONS - len(back)


def _written(folder: Path) -> Pack:
    """Write a pack whose questions and options have names as long as an author's may be."""
    written = write(generated(QUESTIONS, 10), folder)
    for file in written.glob("*.yaml"):
        file.write_text(re.sub(r'"([qo]\d+)"', rf'"\1-{"of-a-long-name-" * 3}end"', file.read_text("utf-8")), "utf-8")
    return load(written)


if __name__ == "__main__":
    report(SAID, count)
