"""What is saved or copied: it is in the page before the click, and on no server."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from considerations.explain.summary import Summary
from considerations.render import note, text
from considerations.render.paper import pdf
from tests.bench.saves import ENDINGS, busy, lost, open_summary, slow_down
from tests.browser.conftest import PACK, visiting
from tests.browser.screen import pick, save, tick
from tests.browser.serving import free_port, serving
from tests.reading import words


def test_a_saved_pdf_is_the_summarys_and_its_name_tells_nothing(page: Page, summary: Summary) -> None:
    one = save(page, "Save as PDF")
    assert Path(one.path()).read_bytes() == pdf.render(summary, page_one=True)
    assert one.suggested_filename == f"considerations-{PACK.about.version}-page-one.pdf"

    pick(page, "What to print or save", "Everything")
    tick(page, "Large type")
    large = save(page, "Save as PDF")
    assert Path(large.path()).read_bytes() == pdf.render(summary, large=True)
    assert large.suggested_filename == f"considerations-{PACK.about.version}-large.pdf"


def test_saved_text_is_what_is_shown_in_ascii_where_that_is_chosen(page: Page, summary: Summary) -> None:
    assert Path(save(page, "Save as text").path()).read_text("utf-8") == note.render(summary)

    pick(page, "Length", "Full text")
    tick(page, "Plain characters only")
    saved = save(page, "Save as text")
    assert Path(saved.path()).read_text("ascii") == text.render(summary, ascii_only=True)
    assert saved.suggested_filename == f"considerations-{PACK.about.version}.txt"


def test_many_files_of_each_kind_arrive_in_a_slow_browser_on_busy_cores(
    page: Page, summary: Summary, thorough: bool
) -> None:
    times = 10 if thorough else 2
    with busy():
        slow_down(page)
        asked = [[name] for name in ENDINGS for _ in range(times)] + [["Save as PDF", "Save as text"]] * (times // 2)
        gone = [lost(page, labels) for labels in asked]

    assert gone == [0] * len(asked)


def test_each_file_that_is_saved_is_said_and_a_double_click_saves_one(page: Page, summary: Summary) -> None:
    came: list[str] = []
    page.on("download", lambda download: came.append(download.suggested_filename))
    button = page.get_by_role("button", name="Save as FHIR")
    button.dblclick()
    name = f"considerations-{PACK.about.version}.json"
    expect(page.get_by_role("status").get_by_text(name)).to_be_visible()
    button.press("Enter")
    save(page, "Save as text")

    assert came == [name, name, f"considerations-{PACK.about.version}-note.txt"]


def test_no_file_stands_on_the_server_and_each_is_saved_when_it_is_gone(browser: Browser) -> None:
    port = free_port()
    with serving(port) as server, visiting(browser, f"http://127.0.0.1:{port}") as page:
        open_summary(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        with page.expect_event("console", lambda said: "WebSocket onclose" in said.text):
            server.kill()
        kinds = [Path(save(page, name).path()).read_bytes()[:4] for name in ENDINGS]

    assert kinds == [b"%PDF", b'{\n "', b"CONS"]
    assert [url for url in asked if "/media" in url] == []


def test_the_text_is_copied_as_it_is_shown(page: Page, summary: Summary) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the text").press("Enter")

    expect(page.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == note.render(summary)


def test_where_the_page_may_not_copy_it_says_so_and_selects_the_text(page: Page, summary: Summary) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined }); 0")
    page.get_by_role("button", name="Copy the text").click()

    expect(page.get_by_role("status").get_by_text("over plain http")).to_be_visible()
    assert words(page.evaluate("String(getSelection())")) == words(note.render(summary))
