"""Nothing gets out: no answer in an address, a cookie, a log or a file; no word to another host; no traceback."""

import http.client
import json
import logging
import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from considerations.loading.loader import load
from considerations.ui.browser_tab import FLAG
from considerations.ui.log import keep_values_out
from tests.attack.doors import UPGRADE
from tests.browser.conftest import visiting
from tests.browser.screen import arrive, idle, save, turn_to
from tests.browser.serving import free_port, serving
from tests.browser.test_walk import COUNT_PRINTS, FULLEST, walk
from tests.conftest import ROOT, RULES

PACK = load(RULES / "ketamine-ssri")
MARK = "not-relevant: risk and benefit"
TELLING = sorted(name for pair in FULLEST.answers.items() for name in pair if "-" in name or len(name) > 7)
TELLING += [*FULLEST.highlights, MARK]
EVERYWHERE = """
async () => JSON.stringify([location.href, document.title, document.cookie, document.referrer, history.state, name,
  Object.entries(localStorage), await indexedDB.databases(), await caches.keys()])
"""
REFUSED = """
window.refused = [];
addEventListener('securitypolicyviolation', (e) => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def look_around(page: Page) -> list[str]:
    """Visit every page, open what opens, mark, print, copy and save; give what the browser says of each page."""
    seen = []
    headings = {"Considerations": "Considerations for discussion", "Home": PACK.about.title}
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for title in ("Considerations", "Summary", "How it works", "Home", "Check answers"):
        turn_to(page, title, headings.get(title, title))
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true; 0")
        if title == "Considerations":
            for point in FULLEST.highlights:
                page.select_option(f"select[data-point={point}]", MARK)
            idle(page)
        if title == "Summary":
            page.evaluate(COUNT_PRINTS)
            page.get_by_role("button", name="Print the summary").click()
            page.get_by_role("button", name="Copy the text").click()
            page.pdf()
            for label in ("Save as PDF", "Save as text", "Save as FHIR"):
                fetched = save(page, label)
                seen.append(f"{fetched.url} {fetched.suggested_filename}")
        seen.append(page.evaluate(EVERYWHERE))
    return seen


def told(texts: list[str]) -> list[str]:
    """The ids of questions and options that texts give away."""
    return [name for name in TELLING if any(name in text for text in texts)]


def test_a_whole_walk_leaves_no_answer_anywhere_and_asks_nothing_elsewhere(browser: Browser, tmp_path: Path) -> None:
    """No answer is in an address, a cookie, a log or a file; no other host is asked, and nothing that the policy refuses."""
    assert len(TELLING) > 10
    log, port = tmp_path / "log", free_port()
    places = {"HOME": tmp_path / "home", "TMPDIR": tmp_path / "tmp"}
    for place in places.values():
        place.mkdir()
    before = tracked_changes()
    with serving(port, log=log, env={name: str(place) for name, place in places.items()}) as server:
        with visiting(browser, f"http://127.0.0.1:{port}") as page:
            asked: list[str] = []
            sent: list[str] = []
            page.context.on("request", lambda r: asked.append(r.url))
            page.context.on("request", lambda r: sent.append(f"{r.url} {r.all_headers()} {r.post_data}"))
            page.on("websocket", lambda opened: asked.append(opened.url))
            page.on("framenavigated", lambda frame: asked.append(frame.url))
            page.add_init_script(REFUSED)
            page.reload()
            arrive(page, PACK.about.title)
            walk(page, FULLEST)
            seen = look_around(page)
            refused, cookies = page.evaluate("window.refused"), page.context.cookies()
        files = Path(f"/proc/{server.pid}/fd")
        opened = {str(each.readlink()) for each in files.iterdir()} if files.exists() else set()

    assert told([*seen, *sent, *asked, json.dumps(cookies)]) == []
    assert f"ws://127.0.0.1:{port}/_stcore/stream" in asked
    over_the_line = [url for url in asked if url.split(":")[0] not in ("blob", "data")]
    assert [url for url in over_the_line if url.split("/")[2] != f"127.0.0.1:{port}"] == []
    assert refused == []
    assert {cookie["name"] for cookie in cookies} == {"_streamlit_xsrf", FLAG}
    assert {cookie["sameSite"] for cookie in cookies} == {"Strict"}
    assert next(cookie["value"] for cookie in cookies if cookie["name"] == FLAG) == "1"
    assert told([log.read_text("utf-8")]) == []
    assert [file for place in places.values() for file in place.rglob("*") if file.is_file()] == []
    assert [name for name in opened if name.startswith("/") and not name.startswith(("/dev", str(log)))] == []
    assert tracked_changes() == before


def tracked_changes() -> str:
    """What git sees changed or new in the project."""
    return subprocess.run(["git", "status", "--short"], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_an_error_shows_no_traceback_and_leaves_its_values_out_of_the_log(browser: Browser, tmp_path: Path) -> None:
    assert find_spec("rich"), "where it is installed, Streamlit would by itself print errors past the log"
    log, port = tmp_path / "log", free_port()
    (tmp_path / "failing.py").write_text(
        "import streamlit as st\nst.title('Failing')\nraise ValueError('plan-' + 'or-intent')"
    )
    app = (ROOT / "app.py").read_text("utf-8").replace("st.App(main,", "st.App('failing.py',")
    (tmp_path / "app.py").write_text(app)
    with serving(port, tmp_path / "app.py", log), visiting(browser, f"http://127.0.0.1:{port}") as page:
        expect(page.get_by_test_id("stException")).to_be_visible()
        shown = page.content()

    assert [word for word in ("Traceback", "ValueError", "plan-or-intent", "failing.py") if word in shown] == []
    assert "ValueError" in log.read_text("utf-8")
    assert "line 3" in log.read_text("utf-8")
    assert "plan-or-intent" not in log.read_text("utf-8")


def test_a_log_record_tells_where_and_what_kind_but_no_value(caplog: pytest.LogCaptureFixture) -> None:
    make = logging.getLogRecordFactory()
    keep_values_out()
    try:
        dict[str, str]()["plan-or-intent"]
    except KeyError:
        logging.getLogger("any").exception("It failed")
    finally:
        logging.setLogRecordFactory(make)

    assert "It failed: KeyError" in caplog.text
    assert "test_privacy.py" in caplog.text
    assert "'plan-or-intent'" not in caplog.text.replace('["plan-or-intent"]', "")


PLUGIN = """
class Curious:
    def new_schema_validator(self, *about, **more):
        print("a plugin is told")
        return None, None, None
"""


def test_no_plugin_of_pydantic_is_told_what_is_answered(tmp_path: Path) -> None:
    about = tmp_path / "curious-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: curious\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[pydantic]\ncurious = curious:plugin\n")
    (tmp_path / "curious.py").write_text(f"{PLUGIN}\nplugin = Curious()\n")

    assert "a plugin is told" in printed("import pydantic; pydantic.TypeAdapter(int)", tmp_path)
    assert "a plugin is told" not in printed("import considerations, pydantic; pydantic.TypeAdapter(int)", tmp_path)
    assert "a plugin is told" not in printed("import app, considerations.ui.browser_store", tmp_path)


def printed(script: str, path: Path) -> str:
    """What a script of Python prints that finds modules at the project's root and on this path."""
    command = [sys.executable, "-c", script]
    found_at = os.pathsep.join(map(str, (path, ROOT / "src")))
    env = {**os.environ, "PYTHONPATH": found_at, "PYDANTIC_DISABLE_PLUGINS": ""}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout


def test_the_server_looks_nothing_up_elsewhere_at_its_start_or_when_it_refuses() -> None:
    port = free_port()
    with socket.socket() as proxy:
        proxy.bind(("127.0.0.1", 0))
        proxy.listen()
        proxy.setblocking(False)
        elsewhere = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        env = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), elsewhere)
        env |= {"no_proxy": "", "NO_PROXY": "", "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
        with serving(port, env=env):
            for path in ("/_stcore/stream", "/_stcore/health"):
                connection = http.client.HTTPConnection(f"127.0.0.1:{port}", timeout=10)
                connection.request("GET", path, headers=UPGRADE | {"Origin": "http://elsewhere.example"})
                assert connection.getresponse().status == 403
                connection.close()
        with pytest.raises(BlockingIOError):
            proxy.accept()
