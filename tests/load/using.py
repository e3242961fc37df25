"""What a quick visitor can do on the screen without waiting for the server, and what screen, session and tab then hold."""

import json
import time
from collections.abc import Mapping
from types import MappingProxyType

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Late

from considerations.pack import Pack
from considerations.ui.browser_tab import FLAG
from tests.browser.screen import idle
from tests.load.line import Line

# The middle of the words of an option, of a button or of a link, as it stands now.
_PLACE = """
([kind, group, text]) => {
  const main = document.querySelector('[data-testid=stMain]');
  const all = kind === 'option'
    ? [...main.querySelectorAll(`[role=radiogroup][aria-label="${group}"] [data-testid=stRadioOption]`)]
    : [...document.querySelectorAll('button, a, summary, [data-testid=stCheckbox] label')];
  const words = (each) => (each.querySelector('[data-testid=stMarkdownContainer]') ?? each).innerText.trim();
  const found = all.find((each) => (kind === 'starts' ? words(each).startsWith(text) : words(each) === text));
  if (!found || found.disabled || getComputedStyle(found).pointerEvents === 'none') return null;
  const box = found.getBoundingClientRect();
  return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
}
"""
_NOTE_HIT = """
(text) => {
  window.hit = false;
  const note = (event) => { window.hit = event.target.closest('button, a, summary, label')?.innerText.includes(text) };
  addEventListener('pointerdown', note, { capture: true, once: true });
}
"""
# Listens where the page's own guard has let a click pass.
_NOTE_TAKEN = """
() => {
  window.taken = false;
  document.addEventListener('click', () => { window.taken = true }, { capture: true, once: true });
}
"""
_SHOWN = """
() => [...document.querySelectorAll('[data-testid=stMain] [role=radiogroup]')].map((each) => [
  each.getAttribute('aria-label'), each.querySelector('input:checked')?.closest('label')?.innerText.trim() ?? null])
"""
_KEPT = "() => [...document.querySelectorAll('[data-kept]')].at(-1)?.dataset.kept ?? ''"
_STORED = "() => JSON.parse(sessionStorage.getItem('considerations') ?? '{}').state ?? ''"


class Use:
    """One visitor at one page over one line; `chosen` is what was chosen last, `failed` counts what else came to nothing."""

    def __init__(self, page: Page, line: Line, pack: Pack) -> None:
        self.page, self.line, self.pack = page, line, pack
        self.chosen: dict[str, str] = {}
        self.failed = 0

    def begin(self, step: int = 0, path: str = "questions", answers: Mapping[str, str] = MappingProxyType({})) -> None:
        """Open a page anew, at a step, with these answers."""
        delay, held, self.line.delay, self.line.held = self.line.delay, self.line.held, 0, 0
        places = {self.pack.about.pack: {"answers": dict(answers), "step": step, "example": ""}}
        state = json.dumps({"pack": "", "changing": False, "places": places})
        self.page.wait_for_selector("h1[data-title]")
        self.page.context.add_cookies([{"name": FLAG, "value": "1", "url": self.page.url}])
        kept = "state => sessionStorage.setItem('considerations', JSON.stringify({ at: Date.now(), state }))"
        self.page.evaluate(kept, state)
        self.page.goto(f"{self.page.url.rsplit('/', 1)[0]}/{path}")
        self.page.wait_for_selector("h1:not(:text('One moment'))")
        idle(self.page)
        self.line.delay, self.line.held = delay, held

    def again(self) -> None:
        """Reload without delay."""
        self.line.delay, self.line.held = 0, 0
        self.page.reload()
        self.page.wait_for_selector("h1:not(:text('One moment'))")
        idle(self.page)

    def settle(self) -> None:
        """Wait until the line is quiet and the page at rest."""
        deadline = time.monotonic() + 40
        while not self.line.quiet() and time.monotonic() < deadline:
            self.page.wait_for_timeout(20)
        idle(self.page)

    def place(self, kind: str, group: str, text: str, *, patient: bool = True) -> dict[str, float] | None:
        """Give where something stands; a visitor waits until it does, and None where it never comes."""
        for _ in range(150 if patient else 1):
            found: dict[str, float] | None = self.page.evaluate(_PLACE, [kind, group, text])
            if found:
                return found
            self.wait(0.1)
        return None

    def choose(self, question: str, option: str, clicks: int = 1, *, touch: bool = False, patient: bool = True) -> None:
        """Click on an option; it counts as chosen. Where the page takes no click yet, a visitor sees that and clicks once more."""
        asked = self.pack.question(question)
        text = next(each.text for each in asked.options if each.option == option)
        if place := self.place("option", asked.asks, text, patient=patient):
            if touch:
                self.page.touchscreen.tap(place["x"], place["y"])
            else:
                self.page.evaluate(_NOTE_TAKEN)
                self.page.mouse.click(place["x"], place["y"], click_count=clicks)
                if patient and not self.page.evaluate("window.taken"):
                    self.wait(0.6)
                    self.page.mouse.click(place["x"], place["y"], click_count=clicks)
            self.chosen[question] = option
        elif patient:
            self.failed += 1

    def press(self, text: str, *, again: bool = True) -> None:
        """Click on a button or a link; where it has moved away under the pointer, a visitor sees that and clicks once more."""
        if place := self.place("words", "", text):
            self.page.evaluate(_NOTE_HIT, text)
            self.page.mouse.click(place["x"], place["y"])
            if again and not self.page.evaluate("window.hit"):
                self.press(text, again=False)
        else:
            self.failed += 1

    def heading(self, title: str) -> None:
        """Wait until the heading of a page is seen, as a visitor would, and no longer; count it where it never comes."""
        try:
            self.page.wait_for_function(
                "title => [...document.querySelectorAll('h1')].some((each) => each.textContent === title)",
                arg=title,
                timeout=15_000,
            )
        except Late:
            self.failed += 1

    def wait(self, seconds: float) -> None:
        """Take one's time."""
        self.page.wait_for_timeout(seconds * 1000)

    def shown(self) -> dict[str, str | None]:
        """Give what the screen shows as chosen, by question."""
        by_words = {each.asks: each for each in self.pack.questions}
        found: dict[str, str | None] = {}
        for asks, text in self.page.evaluate(_SHOWN):
            if asks in by_words:
                options = {each.text: each.option for each in by_words[asks].options}
                found[by_words[asks].question] = options.get(text)
        return found

    def session(self) -> dict[str, str]:
        """Give the answers that the server's session holds, as it last told the tab."""
        return self._kept(self.page.evaluate(_KEPT), "answers")

    def tab(self) -> dict[str, str]:
        """Give the answers that the tab keeps."""
        return self._kept(self.page.evaluate(_STORED), "answers")

    def marks(self) -> dict[str, str]:
        """Give the marks that the tab keeps."""
        return self._kept(self.page.evaluate(_STORED), "marks")

    def _kept(self, state: str, part: str) -> dict[str, str]:
        found: dict[str, str] = json.loads(state)["places"][self.pack.about.pack][part] if state else {}
        return found
