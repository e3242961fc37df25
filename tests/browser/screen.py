"""What a visitor does on the screen: answer, press, turn to a page, print."""

import re

import pypdfium2
from playwright.sync_api import Download, Page, expect

from considerations.pack import Pack

_IDLE = """
() => new Promise((resolve) => {
  let since = null;
  const settled = () => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.getAttribute('data-test-connection-state') === 'CONNECTED'
      && app.getAttribute('data-test-script-state') === 'notRunning' && !document.querySelector('[data-stale=true]')
      && !window.considerations?.asked && !document.body.hasAttribute('data-drawing');
  };
  const timer = setInterval(() => {
    if (!settled()) since = null;
    else if (since === null) since = performance.now();
    else if (performance.now() - since > 80) {
      clearInterval(timer);
      // For half a second the page takes no click that was meant for the one before; nobody here needs that time to see it.
      Object.assign(window.considerations ?? {}, { turned: -Infinity, grown: -Infinity });
      resolve(true);
    }
  }, 10);
})
"""


def idle(page: Page) -> None:
    """Wait until Streamlit has been at rest for a moment."""
    page.wait_for_function(_IDLE, timeout=20_000)


def connected(page: Page) -> None:
    """Wait until the page has its server again, and no longer."""
    state = "document.querySelector('[data-testid=stApp]').getAttribute('data-test-connection-state')"
    page.wait_for_function(f"() => {state} === 'CONNECTED'", timeout=30_000)


def answer(page: Page, pack: Pack, question: str, option: str) -> None:
    """
    Give an answer with one click.

    The input itself is clipped to a pixel, so the click goes to the words beside it.
    """
    asked = pack.question(question)
    text = next(each.text for each in asked.options if each.option == option)
    group = page.get_by_role("radiogroup", name=asked.asks, exact=True)
    radio = group.get_by_role("radio", name=text, exact=True)
    idle(page)
    group.get_by_text(text, exact=True).click()
    idle(page)
    expect(radio).to_be_checked()


def press(page: Page, label: str, heading: str) -> None:
    """Press a button, or follow a link within the page, and wait for the page it leads to."""
    link = page.get_by_test_id("stMain").get_by_role("link", name=label, exact=True)
    page.get_by_role("button", name=label, exact=True).or_(link).click()
    arrive(page, heading)


def turn_to(page: Page, title: str, heading: str) -> None:
    """Use the navigation on top."""
    page.get_by_role("banner").get_by_role("link", name=title, exact=True).click()
    arrive(page, heading)


def arrive(page: Page, heading: str) -> None:
    """Wait until a page with this heading stands."""
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible(timeout=20_000)
    idle(page)


def on_screen(page: Page) -> str:
    """Every word in the page's body, open or folded."""
    return " ".join(page.locator("body").inner_text().split())


def paper(page: Page, size: str = "A4") -> bytes:
    """What the print dialog would put on paper, whether a button or Ctrl+P opened it."""
    return page.pdf(format=size, prefer_css_page_size=True, tagged=True)


def pages(page: Page, size: str = "A4") -> list[str]:
    """The same page by page, as text."""
    printed = pypdfium2.PdfDocument(paper(page, size))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in printed]


def printed(page: Page) -> str:
    """What the print dialog would put on paper, as one text."""
    return " ".join(pages(page))


def try_answer(page: Page, pack: Pack, question: str, option: str) -> None:
    """Look at another answer on the page of considerations."""
    offered = page.get_by_role("radiogroup", name="Choose an answer to change")
    if not offered.is_visible():
        page.get_by_text("Try a different answer").click()
    wanted = offered.get_by_role("radio", name=f"{pack.question(question).short}:")
    if not wanted.is_checked():
        wanted.click()
    idle(page)
    answer(page, pack, question, option)


def open_all(page: Page) -> None:
    """Open every line that opens."""
    page.evaluate(
        "document.querySelectorAll('[data-testid=stMain] details:not([data-testid])').forEach((each) => { each.open = true })"
    )
    idle(page)


def pick(page: Page, group: str, option: str) -> None:
    """Choose an option on the page Summary."""
    page.get_by_role("radiogroup", name=group, exact=True).get_by_text(option, exact=True).click()
    idle(page)


def tick(page: Page, label: str) -> None:
    """Tick a box by the beginning of its label."""
    page.get_by_text(re.compile(label)).click()
    expect(page.get_by_role("checkbox", name=re.compile(label))).to_be_checked()
    idle(page)


def save(page: Page, label: str) -> Download:
    """Save a file."""
    with page.expect_download() as found:
        page.get_by_role("button", name=label, exact=True).click()
    return found.value
