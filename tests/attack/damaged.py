"""One damaged answer among those that the tab kept loses all of them."""

import json

from playwright.sync_api import Browser, expect

from tests.attack.many_questions import PUT
from tests.attack.trying import PACK, report
from tests.browser.conftest import visiting
from tests.browser.screen import idle

SAID = "of eight good answers beside a damaged one in the tab, those that a reload loses"


def count(browser: Browser, address: str) -> int:
    """Damage one of nine kept answers, and reload; the damaged one is named on the page."""
    asked = [each for each in PACK.questions if not each.ask_when][:9]
    answers: dict[str, object] = {each.question: each.options[-1].option for each in asked}
    answers[asked[4].question] = None
    with visiting(browser, address) as page:
        places = {PACK.about.pack: {"answers": answers, "step": 0, "example": ""}}
        page.evaluate(PUT, json.dumps({"pack": "", "changing": False, "places": places}))
        page.reload()
        page.wait_for_selector("h1[data-title]:not(:text('One moment'))")
        idle(page)
        kept = page.evaluate("[...document.querySelectorAll('[data-kept]')].at(-1).dataset.kept")
        back = json.loads(kept)["places"][PACK.about.pack]["answers"] if kept else {}
        if len(back) == 8:
            expect(
                page.get_by_text(f"Left out: 1 answer that this questionnaire cannot read: {asked[4].short}.")
            ).to_be_visible()
        return 8 - len(back)


if __name__ == "__main__":
    report(SAID, count)
