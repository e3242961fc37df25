"""24.7: which texts of a pack read otherwise on a label of the screen; needs a Chromium."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.serving import free_port, serving
from tests.conftest import ROOT

TRIED = (
    "more than 5*2 and less than 5*3", "*one*", "**two**", "_one_", "__two__", "~one~", "~~two~~", "`code`", "[a](http://b.example)",
    "![a](b.png)", "<b>bold</b>", "<!-- none -->", "&amp; &lt; &copy;", "a & b", ":red[red]", ":blue-background[blue]", ":small[small]",
    ":material/home: home", ":material_home: home", ":streamlit: it", ":smile: it", ":+1: it", "a -> b", "a <- b", "a <-> b", "a -- b",
    "a >= b", "a <= b", "a ~= b", "$x^2$ and $y$", "$$x$$ it", "from $5 to $10", "1. one", "2) two", "# one", "- one", "+ one", "> one",
    "---", "a \\ b", "a\\*b", "http://a.example/b", "www.a.example", "a@b.example", "| a | b |", "[ ] one", "[^1] one", "\\(x\\)",
    "a: b", "a:b: c", "::a it", "{a} it", "a^2", "Plan or intent: with a plan, or (partly) so; 1.5 mg/kg!",
)  # fmt: skip
APP = """
import streamlit as st
from considerations.ui.page_parts import plain
from tests.attack.labels import TRIED
for nth, text in enumerate(TRIED):
    st.radio("Which", [plain(text), f"other {nth}"], key=f"radio-{nth}")
    st.button(plain(text), key=f"button-{nth}")
    st.pills("Pill", [plain(text)], key=f"pill-{nth}")
    st.warning(plain(text))
"""
SHOWN = """
() => ['[data-testid=stRadioOption]', '[class*=st-key-button] button', '[class*=st-key-pill] button',
  '[data-testid=stAlert]'].map((each) => [...document.querySelectorAll(each)].map((one) => one.innerText.trim()))
"""


def shown(browser: Browser, app: str = APP) -> dict[str, list[str]]:
    """Give what each text reads as, on each kind of label."""
    port = free_port()
    with TemporaryDirectory() as folder:
        page_of = Path(folder) / "app.py"
        page_of.write_text(app)
        with serving(port, page_of, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}):
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}")
            page.get_by_test_id("stAlert").nth(len(TRIED) - 1).wait_for(timeout=60_000)
            page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
            radios, *others = page.evaluate(SHOWN)
            page.close()
    options = [text for text in radios if not text.startswith("other ")]
    return {text: list(of) for text, *of in zip(TRIED, options, *others, strict=True)}


if __name__ == "__main__":
    found = chromium.find()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=found, args=["--no-sandbox"]) as launched,
    ):
        for said, app in (("as they are", APP.replace("plain(text)", "text")), ("made plain", APP)):
            wrong = {text: of for text, of in shown(launched, app).items() if set(of) != {text}}
            print(f"{said}: {len(wrong)} of {len(TRIED)} read otherwise")
            print(*(f"  {text!r}: {sorted(set(of) - {text})}" for text, of in wrong.items()), sep="\n")
