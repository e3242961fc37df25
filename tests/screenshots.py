"""
The two pictures in the README, made anew: `python -m tests.screenshots`.

A worked example on the page Considerations, and page one of its print.
"""

import pypdfium2
from playwright.sync_api import sync_playwright

from considerations.loading.loader import load
from tests.browser import chromium
from tests.browser.conftest import FLAGS, visiting
from tests.browser.screen import paper, press, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import ROOT, RULES

SCREEN, PAPER = (ROOT / ".github" / name for name in ("considerations.png", "print.png"))
PACK = load(RULES / "ketamine-ssri")
EXAMPLE = next(case for case in PACK.vignettes if not case.stops)


def main() -> None:
    """Start the app, open a worked example, and take both pictures."""
    port, found = free_port(), chromium.find()
    assert found, "no Chromium: run tests/browser/chromium.py"
    with serving(port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        with visiting(browser, f"http://127.0.0.1:{port}") as page:
            page.get_by_text("Try an example case").click()
            press(page, EXAMPLE.vignette, "Considerations for discussion")
            page.get_by_text("The server has answered.").wait_for(state="hidden")
            # A line under the pointer is underlined.
            page.mouse.move(0, 0)
            page.screenshot(path=SCREEN)
            turn_to(page, "Summary", "Summary")
            pypdfium2.PdfDocument(paper(page))[0].render(scale=1.2).to_pil().save(PAPER, optimize=True)
        browser.close()
    for picture in (SCREEN, PAPER):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
