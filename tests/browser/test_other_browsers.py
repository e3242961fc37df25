"""The whole walk in Firefox and in WebKit, with real clicks and keys: answer, reload, stop, mark, print, save, keyboard."""

import json
import time
from collections.abc import Iterator

import pytest

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from tests.browser import firefox, webkit
from tests.conftest import RULES
from tests.reading import pages, words

PACK = load(RULES / "ketamine-ssri")
URGENCY = PACK.question("urgency")
CASE = max((case for case in PACK.vignettes if not case.stops), key=lambda case: len(case.highlights))
CONSIDERATIONS = "Considerations for discussion"
Browser = firefox.Firefox | webkit.WebKit


@pytest.fixture(params=["Firefox", "WebKit"])
def tab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A tab of each browser that is here."""
    if request.param == "Firefox":
        if not (found := firefox.find()):
            pytest.skip("no Firefox: apt-get install firefox-esr")
        with firefox.launched(found, tmp_path_factory.mktemp("profile")) as opened:
            yield opened
    else:
        if not (found := webkit.find()):
            pytest.skip("no WebKit: apt-get install webkit2gtk-driver xvfb")
        with webkit.launched(found) as driven:
            yield driven


def until(tab: Browser, script: str) -> None:
    """Wait until an expression holds in the page."""
    deadline = time.monotonic() + 40
    while not tab.run(f"Boolean({script})"):
        assert time.monotonic() < deadline, (script, tab.run("document.body.innerText.slice(0, 800)"))
        time.sleep(0.1)


def arrive(tab: Browser, title: str) -> None:
    """Wait for a page, until it takes clicks."""
    until(tab, f"[...document.querySelectorAll('h1')].some((each) => each.textContent === {json.dumps(title)})")
    until(tab, "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'")
    until(tab, "!(performance.now() - Math.max(window.considerations?.turned, window.considerations?.grown) < 550)")


def click(tab: Browser, what: str, text: str) -> None:
    """Click on the first element that a selector finds and that has these words, shadow roots included."""
    find = f"""(() => {{
      const roots = [document, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot).filter(Boolean)];
      const all = roots.flatMap((root) => [...root.querySelectorAll({json.dumps(what)})]);
      const one = all.find((each) => each.innerText?.includes({json.dumps(text)}) && each.getClientRects().length);
      one?.scrollIntoView({{ block: 'center' }});
      const box = one?.getBoundingClientRect();
      return box && [Math.round(box.x + Math.min(box.width / 2, 60)), Math.round(box.y + box.height / 2)];
    }})()"""
    until(tab, find)
    time.sleep(0.2)
    x, y = tab.run(find)
    moves = [
        {"type": "pointerMove", "x": x, "y": y},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    tab.act([{"type": "pointer", "id": "mouse", "actions": moves}])


def press(tab: Browser, *keys: str) -> None:
    """Press keys, one after the other."""
    strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
    tab.act([{"type": "key", "id": "keyboard", "actions": strokes}])


def choose(tab: Browser, option: str) -> None:
    """Choose an option of the question on urgency."""
    text = next(each.text for each in URGENCY.options if each.option == option)
    click(tab, "[data-testid=stRadioOption]", text)


def test_the_whole_walk(tab: Browser, address: str) -> None:
    first = PACK.steps[0].title
    tab.go(address)
    arrive(tab, PACK.about.title)
    click(tab, "[data-testid=stMain] a", "Start")
    arrive(tab, first)
    choose(tab, "can-wait")
    chosen = "document.querySelector('[role=radiogroup] input:checked')?.closest('label').innerText.trim()"
    until(tab, f"({chosen} ?? '').startsWith('Can wait')")
    until(tab, "[...document.querySelectorAll('[data-kept]')].at(-1)?.dataset.kept.includes('can-wait')")
    tab.run("(window.before = true, location.reload())")
    until(tab, "!window.before")
    arrive(tab, first)
    until(tab, f"({chosen} ?? '').startsWith('Can wait')")

    choose(tab, "emergency")
    arrive(tab, "Act first")
    shown = tab.run("document.body.innerText").lower()
    assert [word for word in ("ketamine", "ssri", "antidepressant") if word in shown] == []
    choose(tab, "within-weeks")
    arrive(tab, first)

    open_case(tab, address)
    summary, point = mark_a_point(tab)
    print_and_save(tab, summary)
    back_by_keyboard(tab)
    assert tab.run(f"document.querySelector('select[data-point={point}]').value") == summary.marks[point]


def open_case(tab: Browser, address: str) -> None:
    tab.go(address)
    arrive(tab, PACK.about.title)
    click(tab, "summary", "Try an example case")
    click(tab, "[class*=st-key-example-] button", CASE.vignette)
    arrive(tab, CONSIDERATIONS)


def mark_a_point(tab: Browser) -> tuple[Summary, str]:
    point = CASE.highlights[0]
    until(tab, f"document.querySelector('select[data-point={point}]')")
    tab.run(f"(document.querySelector('select[data-point={point}]').focus(), 1)")
    press(tab, "\ue015", "\ue015")
    until(tab, "document.querySelector('.reviewed').textContent.startsWith('1 of')")
    mark = tab.run(f"document.querySelector('select[data-point={point}]').value")
    summary = summarise(PACK, CASE.answers, CASE.vignette, marks={point: mark})
    assert isinstance(summary, Summary)
    click(tab, f"#point-{point} > summary", "")
    until(tab, f"document.querySelector('#point-{point}').open")
    return summary, point


def print_and_save(tab: Browser, summary: Summary) -> None:
    click(tab, "[data-testid=stMain] a", "Go to the summary")
    arrive(tab, "Summary")
    until(tab, f"document.querySelector('pre.record').textContent.includes({json.dumps(PACK.digest[:12])})")
    if isinstance(tab, firefox.Firefox):
        (sheet,) = [" ".join(lines) for lines in pages(tab.paper())]
        assert [
            item.point.point for item in summary.in_state(True) if words(item.point.headline) not in words(sheet)
        ] == []
    tab.run("(window.prints = 0, window.print = () => { window.prints += 1 }, 1)")
    click(tab, "button", "Print the summary")
    until(tab, "window.prints === 1")
    click(tab, "button", "Save as PDF")
    says = "[...document.querySelectorAll('*')].some((each) => each.shadowRoot?.textContent.includes('Your browser saves it as'))"
    until(tab, says)
    time.sleep(2.5)


def back_by_keyboard(tab: Browser) -> None:
    tab.run("(document.querySelector('pre.record').scrollIntoView(), document.querySelector('h1').focus(), 1)")
    for _ in range(40):
        press(tab, "\ue004")
        if tab.run("document.activeElement.innerText ?? ''").startswith("Back to the considerations"):
            break
    press(tab, "\ue007")
    arrive(tab, CONSIDERATIONS)
