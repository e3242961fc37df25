"""An author's page beside an editor: break a file, mend it, widen a condition; it shows what is the case, without a click."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from considerations.loading.loader import load
from considerations.proof.diff import difference
from tests.browser.conftest import opening, returning
from tests.browser.screen import idle, on_screen
from tests.browser.serving import free_port, wait_for
from tests.browser.test_axe import CUT, SMALL, looked_over
from tests.conftest import ROOT, RULES

NARROW, WIDE = "- when: {severity: mild}", "- when: {severity: [mild, moderate]}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that ships, as last committed in a repository of its own."""
    top = tmp_path_factory.mktemp("packs")
    copy = Path(shutil.copytree(RULES / "ketamine-ssri", top / "rules" / "ketamine-ssri"))
    for git in ("init -q", "add .", "-c user.name=A -c user.email=a@example.org commit -qm packs"):
        subprocess.run(["git", *git.split()], cwd=top, check=True)
    return copy


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the workbench prints."""
    return tmp_path_factory.mktemp("printed") / "log"


@pytest.fixture(scope="module")
def port(folder: Path, log: Path) -> Iterator[int]:
    """Where the workbench of the folder runs, started as an author does, though the environment says to serve everyone."""
    number = free_port()
    command = [sys.executable, "-m", "considerations", "workbench", str(folder), f"--port={number}"]
    everyone = {**os.environ, "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
    with log.open("ab") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env=everyone) as server:
        try:
            wait_for(f"http://127.0.0.1:{number}/_stcore/health", server)
            yield number
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def author(browser: Browser, port: int) -> Iterator[BrowserContext]:
    """An author's browser."""
    with returning(browser, f"http://127.0.0.1:{port}") as context:
        yield context


@pytest.fixture
def bench(author: BrowserContext, folder: Path, port: int, log: Path) -> Iterator[Page]:
    """The workbench's page in a new tab, beside the pack as committed. At its end, no error is on it or in the log."""
    subprocess.run(["git", "checkout", "-q", "."], cwd=folder, check=True)
    with opening(author, f"http://127.0.0.1:{port}") as tab:
        expect(tab.get_by_role("status").first).to_contain_text("loads")
        yield tab
        expect(tab.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in log.read_text("utf-8")


def edit(folder: Path, was: str, becomes: str) -> None:
    text = (folder / "points.yaml").read_text("utf-8")
    assert was in text
    (folder / "points.yaml").write_text(text.replace(was, becomes, 1), "utf-8")


def says(page: Page, text: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(text)
    idle(page)


def part(page: Page, title: str) -> str:
    return page.get_by_role("region", name=title, exact=True).inner_text()


def test_break_mend_and_widen(bench: Page, folder: Path) -> None:
    says(bench, "No faults.")
    before = load(folder)
    edit(folder, "theme: ssri", "theme: sri")
    says(bench, "ketamine-ssri does not load. 1 fault. The last version that loaded is ketamine-ssri")
    assert "ketamine-ssri/points.yaml:10:10: 'sri' is not a theme of pack.yaml" in part(bench, "Faults")
    assert bench.locator("pre mark").inner_text() == "sri"
    assert "What the edit changes" not in on_screen(bench)

    edit(folder, "theme: sri", "theme: ssri")
    says(bench, "No faults.")
    assert "Nothing is different." in part(bench, "What the edit changes")
    assert "'sri'" not in on_screen(bench)

    edit(folder, NARROW, WIDE)
    says(bench, "loads. ")
    expect(bench.get_by_role("heading", name="Edited last: point milder-depression")).to_be_visible()
    changed = difference(before, load(folder)).changes[0]
    assert f"{changed.name} now highlighted in {changed.answer_sets:,} answer sets" in part(
        bench, "What the edit changes"
    )
    assert all(case in part(bench, "What the edit changes") for case in changed.when)
    opened = bench.locator("details", has=bench.get_by_text(f"Open as a case: {changed.name}", exact=True)).first
    opened.locator("summary").click()
    expect(opened.get_by_text("Severity: Moderate", exact=True)).to_be_visible()
    expect(opened.locator("pre")).to_contain_text("mild depression: not mentioned")
    expect(bench.get_by_role("region", name="Guarantees")).to_contain_text("Broken: Once the four main questions")
    expect(bench.locator("section.preview")).to_contain_text("Mild depression is not mentioned")

    edit(folder, WIDE, NARROW)
    says(bench, "No faults.")
    assert "Nothing is different." in part(bench, "What the edit changes")
    assert "Broken:" not in on_screen(bench)


def test_what_is_open_stays_open_while_nothing_changes(bench: Page) -> None:
    idle(bench)
    opened = bench.get_by_role("region", name="Guarantees").locator("details")
    opened.locator("summary").click()
    bench.evaluate(
        "() => { window.drawn = 0; new MutationObserver(() => { window.drawn += 1 })"
        ".observe(document.querySelector('[data-testid=stMain]'), { childList: true, subtree: true, characterData: true }) }"
    )
    time.sleep(3)

    assert opened.get_attribute("open") is not None
    assert bench.evaluate("window.drawn") == 0


def test_a_save_is_shown_within_a_second_or_so(bench: Page, folder: Path) -> None:
    """A second on a machine that does nothing else; here much else may run beside it."""
    idle(bench)
    began = time.monotonic()
    edit(folder, "theme: ssri", "theme: sri")
    says(bench, "does not load")

    assert time.monotonic() - began < 8


def test_files_that_are_half_written_deleted_or_replaced_are_faults_until_they_are_mended(
    bench: Page, folder: Path
) -> None:
    file = folder / "points.yaml"
    text = file.read_bytes()
    for how in ("half", "gone", "link", "folder"):
        file.unlink()
        if how == "half":
            file.write_bytes(text[: len(text) // 2])
        elif how == "link":
            file.symlink_to("nowhere")
        elif how == "folder":
            file.mkdir()
        says(bench, "does not load")
        file.rmdir() if how == "folder" else file.unlink(missing_ok=True)
        file.write_bytes(text)
        says(bench, "No faults.")
    folder.rename(folder.parent / "elsewhere")
    says(bench, "does not load")
    (folder.parent / "elsewhere").rename(folder)
    says(bench, "No faults.")


def test_it_listens_on_this_machine_alone(port: int) -> None:
    """Every address of 127.0.0.0/8 is this machine; a server that listens on all of them would answer at another one."""
    with socket.socket() as other, pytest.raises(OSError):
        other.settimeout(2)
        other.connect(("127.0.0.2", port))


def test_its_server_refuses_to_start_for_others(folder: Path) -> None:
    script = ROOT / "src" / "considerations" / "ui" / "workbench" / "serve.py"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address=0.0.0.0"]
    ran = subprocess.run(
        [*command, f"--server.port={free_port()}", "--", str(folder)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ran.returncode != 0
    assert "The workbench is for this machine alone" in ran.stderr + ran.stdout


def test_the_app_has_no_workbench(page: Page, address: str) -> None:
    for name in ("workbench", "page", "serve"):
        page.goto(f"{address}/{name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        idle(page)
        assert "Workbench" not in on_screen(page)
    with urllib.request.urlopen(f"{address}/ready") as answer:
        assert "workbench" not in answer.read().decode()


def test_axe_finds_nothing_and_nothing_is_cut_off(bench: Page, folder: Path, thorough: bool) -> None:
    violations: list[str] = []
    for was, becomes, heading, said in (
        (NARROW, WIDE, "Edited last: point milder-depression", "Broken: "),
        ("theme: ssri", "theme: sri", "Faults", "does not load"),
    ):
        edit(folder, was, becomes)
        expect(bench.get_by_test_id("stMain")).to_contain_text(said)
        expect(bench.get_by_role("heading", name=heading)).to_be_visible()
        idle(bench)
        bench.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
        violations += looked_over(bench, heading, thorough=thorough)
        bench.set_viewport_size({"width": 320, "height": 450})
        idle(bench)
        violations += [f"{heading}: {each}" for what in (CUT, SMALL) for each in bench.evaluate(what)]

    assert violations == []
