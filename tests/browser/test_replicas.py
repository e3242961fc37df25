"""Two replicas behind nginx serve one visitor, with the files that ship: only ports and paths are set."""

import os
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
from tests.browser.screen import answer, connected, press, turn_to
from tests.browser.serving import free_port, serving
from tests.conftest import ROOT, RULES

PACK = load(RULES / "ketamine-ssri")
SITE = ROOT / "deploy" / "nginx.conf"
AROUND = """
pid {folder}/pid; error_log {folder}/errors; daemon off; events {{ }}
http {{ {temporary} include {folder}/site; }}
"""
BODIES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> str | None:
    """The path of an nginx; as root on Debian or Ubuntu it is installed, without being started."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    if not shutil.which("nginx") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, timeout=600)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"]
        subprocess.run(install, check=False, timeout=600, env=quiet)
    return shutil.which("nginx")


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
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject],
        check=True,
        capture_output=True,
    )
    text = SITE.read_text("utf-8")
    for shipped, here in {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "127.0.0.1:8501": f"127.0.0.1:{replicas[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{replicas[1]}",
        "/etc/ssl/considerations/fullchain.pem": str(certificate),
        "/etc/ssl/considerations/privkey.pem": str(key),
        "/var/log/nginx/considerations.log": str(tmp_path / "log"),
    }.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, here)
    (tmp_path / "site").write_text(text)
    temporary = " ".join(f"{each}_temp_path {tmp_path}/{each};" for each in BODIES)
    (tmp_path / "nginx.conf").write_text(AROUND.format(folder=tmp_path, temporary=temporary))
    with subprocess.Popen([nginx, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]) as server:
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
