"""Every page in every state is looked over by axe-core, and on a narrow screen nothing is cut off, too small or moving."""

import json
from collections.abc import Iterator
from itertools import product

from playwright.sync_api import Page, expect

from considerations.loading.loader import load
from tests.browser import npm
from tests.browser.screen import answer, arrive, idle, open_all, press, try_answer
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")
FULLEST = max(PACK.vignettes, key=lambda case: (len(case.highlights), len(case.answers)))
LEFT_OPEN = "severity"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What looks at colours; nothing else changes where a page turns dark.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AXE = """
async (only) => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations
  .flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))
"""
# What can be pressed and is smaller than 24 px either way; links within a sentence are exempt, as in WCAG 2.5.8.
SMALL = """
() => {
  const sentence = (link) => (link.closest('p, li, td')?.textContent.trim().length ?? 0) > link.textContent.trim().length;
  const all = 'main :is(a, button, summary, input), [data-testid=stPopoverBody] button';
  return [...document.querySelectorAll(all)]
    .filter((each) => each.checkVisibility() && !(each.tagName === 'A' && sentence(each)))
    .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([each, box]) => `${each.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`);
}
"""
# What reaches beyond the right edge and cannot be scrolled to within a box of its own.
CUT = """
() => {
  const edge = document.documentElement.clientWidth + 1;
  return [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter((each) => each.checkVisibility() && !each.closest('.wide, .st-key-tab, nav.progress span'))
    .filter((each) => each.getBoundingClientRect().right > edge).map((each) => each.outerHTML.slice(0, 120));
}
"""
SIDEWAYS = "[...document.querySelectorAll('[data-testid=stMain]')].filter((each) => each.scrollWidth > each.clientWidth).length"
MOVING = """
() => [...document.querySelectorAll('body *')].filter((each) => {
  const style = getComputedStyle(each), long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
  return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration));
}).map((each) => each.outerHTML.slice(0, 120))
"""


def states(page: Page) -> Iterator[str]:
    """Walk through every page in every state by what stands on it, and say which one stands."""
    yield "start"
    page.get_by_text("Try an example case").click()
    idle(page)
    yield "start, examples open"
    press(page, "Start", PACK.steps[0].title)
    answer(page, PACK, "suicidal-thoughts", "thoughts-only")
    yield "questions, a branch open"
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("button", name="Delete all answers")).to_be_visible()
    yield "start again"
    page.keyboard.press("Escape")
    for step, following in zip(PACK.steps, [*PACK.steps[1:], None], strict=True):
        for question in step.questions:
            if question.question in FULLEST.answers and question.question != LEFT_OPEN:
                answer(page, PACK, question.question, FULLEST.answers[question.question])
        yield f"questions, {step.title}"
        press(page, "Next" if following else "Check answers", following.title if following else "Check answers")
    open_all(page)
    yield "check"
    press(page, "See the considerations", "Considerations for discussion")
    yield from later_states(page)


def later_states(page: Page) -> Iterator[str]:
    open_all(page)
    page.locator("select[data-point]").first.select_option("covered")
    idle(page)
    yield "considerations, all open, one point marked"
    try_answer(page, PACK, LEFT_OPEN, "mild")
    yield "what if"
    try_answer(page, PACK, "urgency", "emergency")
    yield "what if, with a stop"
    press(page, "Go to the summary", "Summary")
    yield "summary"
    page.goto(f"{page.url.rsplit('/', 1)[0]}/how")
    arrive(page, "How it works")
    yield "how it works"
    page.get_by_label("Search this page").fill("weeks drawback")
    yield "how it works, searched"
    page.goto(f"{page.url.rsplit('/', 1)[0]}/questions")
    arrive(page, PACK.steps[-1].title)
    for step in reversed(PACK.steps[:-1]):
        press(page, "Back", step.title)
    urgency = PACK.question("urgency")
    page.get_by_role("radiogroup", name=urgency.asks).get_by_text(urgency.options[0].text, exact=True).click()
    arrive(page, "Act first")
    yield "a stop"


def dress(page: Page, scheme: str) -> None:
    """Turn to light or dark, and wait until the theme has followed."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    now = "getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"
    page.wait_for_function(f"() => {now} === '{scheme}'")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => 0)")
    idle(page)


def looked_over(page: Page, state: str, *, thorough: bool) -> Iterator[str]:
    """What axe finds, wide and narrow, dark and light."""
    script = (npm.needed(npm.AXE) / "axe.min.js").read_text("utf-8")
    page.evaluate(f"() => {{ if (!window.axe) (0, eval)({json.dumps(script)}) }}")
    for width, scheme in product((1100, 390), ("dark", "light")):
        page.set_viewport_size({"width": width, "height": 900})
        dress(page, scheme)
        only = COLOURS if scheme == "dark" and not thorough else TAGS
        yield from (f"{state}, {width}, {scheme}: {each}" for each in page.evaluate(AXE, only))


def test_axe_finds_nothing(page: Page, thorough: bool) -> None:
    assert [found for state in states(page) for found in looked_over(page, state, thorough=thorough)] == []


def test_nothing_is_cut_off_too_small_to_press_or_moving(page: Page) -> None:
    """At 320 px, and at 1,100 px enlarged to 200 %, which is 550; no page scrolls sideways, at their usual sizes either."""
    for state in states(page):
        for width in (1100, 390):
            page.set_viewport_size({"width": width, "height": 800})
            idle(page)
            assert page.evaluate(SIDEWAYS) == 0, (state, width)
        for width in (550, 320):
            page.set_viewport_size({"width": width, "height": 450})
            idle(page)
            for what in (CUT, SMALL, MOVING):
                assert page.evaluate(what) == [], (state, width)
            assert page.evaluate(SIDEWAYS) == 0, (state, width)
