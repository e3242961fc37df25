"""Two replicas behind nginx serve one visitor, with the files that ship: only ports and paths are set."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from considerations.loading.loader import load
from considerations.ui.browser_tab import FLAG
from tests.browser.conftest import visiting
from tests.browser.nginx import command, find_nginx
from tests.browser.screen import answer, connected, idle, press, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import RULES

PACK = load(RULES / "ketamine-ssri")


@pytest.fixture(scope="module")
def nginx() -> str:
    """An nginx; without one the tests are skipped, but never in CI."""
    found = find_nginx()
    if not found:
        assert not os.environ.get("CI"), "CI must have an nginx"
        pytest.skip("no nginx: install nginx-light")
    return found


@pytest.fixture
def site(nginx: str, tmp_path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """The site that ships, with a certificate of its own: its address, and the ports of its replicas."""
    port, replicas = free_port(), (free_port(), free_port())
    with subprocess.Popen(command(nginx, tmp_path, (free_port(), port), replicas)) as server:
        try:
            yield f"https://127.0.0.1:{port}", replicas
        finally:
            server.terminate()


def test_a_replica_that_dies_in_the_middle_of_a_walk_loses_no_answer(
    site: tuple[str, tuple[int, int]], browser: Browser, tmp_path: Path
) -> None:
    address, replicas = site
    with ExitStack() as running:
        first = running.enter_context(serving(replicas[0]))
        page = running.enter_context(visiting(browser, address))
        press(page, "Start", PACK.steps[0].title)
        answer(page, PACK, "urgency", "can-wait")
        press(page, "Next", PACK.steps[1].title)
        running.enter_context(serving(replicas[1]))
        with page.expect_event("console", lambda said: "WebSocket onclose" in said.text):
            first.kill()
        connected(page)
        answer(page, PACK, "severity", "severe")
        turn_to(page, "Check answers", "Check answers")

        expect(page.locator("[data-question=urgency] .answer")).to_have_text(PACK.question("urgency").label("can-wait"))
        expect(page.locator("[data-question=severity] .answer")).to_have_text(PACK.question("severity").label("severe"))
        cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
        assert set(cookies) == {"_streamlit_xsrf", FLAG}
        assert cookies[FLAG]["secure"]
        written = [file.read_text("utf-8") for file in tmp_path.iterdir() if file.name in ("log", "errors")]
        assert [text for text in written if "severe" in text or "GET" in text] == []


def next_version(folder: Path) -> Path:
    """The packs that ship, in a newer version that changes no rule."""
    shutil.copytree(RULES, folder)
    pack, changes = folder / "ketamine-ssri" / "pack.yaml", folder / "ketamine-ssri" / "CHANGES.md"
    pack.write_text(re.sub(r"^version: .*$", "version: 9.0.0", pack.read_text("utf-8"), flags=re.M), "utf-8")
    old = f"## {PACK.about.version}"
    changes.write_text(
        changes.read_text("utf-8").replace(old, f"## 9.0.0\n\n- A note on this version.\n\n{old}"), "utf-8"
    )
    return folder


def test_a_new_version_on_one_replica_after_the_other_loses_no_answer_and_says_what_changed(
    site: tuple[str, tuple[int, int]], browser: Browser, tmp_path: Path
) -> None:
    address, ports = site
    newer = {"CONSIDERATIONS_RULES": str(next_version(tmp_path / "newer"))}
    with ExitStack() as running:
        replicas = [running.enter_context(serving(port)) for port in ports]
        page = running.enter_context(visiting(browser, address))
        press(page, "Start", PACK.steps[0].title)
        answer(page, PACK, "urgency", "can-wait")
        press(page, "Next", PACK.steps[1].title)
        answer(page, PACK, "severity", "severe")
        for replica, port in zip(replicas, ports, strict=True):
            replica.terminate()
            replica.wait()
            running.enter_context(serving(port, env=newer, health="/ready"))
            connected(page)
            idle(page)

        expect(page.get_by_text("It is now version 9.0.0; How it works lists what changed.")).to_be_visible()
        turn_to(page, "Check answers", "Check answers")
        expect(page.locator("[data-question=urgency] .answer")).to_have_text(PACK.question("urgency").label("can-wait"))
        expect(page.locator("[data-question=severity] .answer")).to_have_text(PACK.question("severity").label("severe"))
        turn_to(page, "How it works", "How it works")
        expect(page.get_by_text("A note on this version.")).to_be_attached()
