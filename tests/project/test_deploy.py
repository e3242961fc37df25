"""What ships for a server of one's own is what systemd and nginx understand."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import nginx
from tests.conftest import ROOT

UNIT = ROOT / "deploy" / "considerations@.service"


# What is exposed, in tenths from 0 to 100: systemd calls up to 20 "ok".
EXPOSED = 15


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit for a port, as if the app were where the tests and their Python are."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    text = UNIT.read_text("utf-8").replace("/opt/considerations/.venv/bin/streamlit", sys.executable)
    unit = tmp_path / "considerations@8501.service"
    unit.write_text(text.replace("/opt/considerations", str(ROOT)))
    return unit


def test_systemd_finds_no_fault_in_the_unit(unit: Path) -> None:
    found = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)

    assert found.stdout + found.stderr == ""
    assert found.returncode == 0


def test_systemd_finds_little_exposed_by_the_unit(unit: Path) -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSED}", str(unit)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not here")
def test_nginx_finds_no_fault_in_the_site(tmp_path: Path) -> None:
    command = nginx.command("nginx", tmp_path, (8080, 8443), (8501, 8502))
    found = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stderr
    assert f"the configuration file {tmp_path}/nginx.conf syntax is ok" in found.stderr


def test_a_replica_writes_nowhere_and_answers_never_leave_its_memory() -> None:
    lines = UNIT.read_text("utf-8").splitlines()

    assert {
        "LimitNOFILE=16384",
        "MemorySwapMax=0",
        "LimitCORE=0",
        "ProtectSystem=strict",
        "DynamicUser=yes",
        "IPAddressDeny=any",
    } <= {*lines}
    assert [
        line for line in lines if line.startswith(("ReadWrite", "StateDirectory", "CacheDirectory", "LogsDirectory"))
    ] == []
