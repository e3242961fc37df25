"""What ships for a server of one's own is what systemd understands."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

UNIT = ROOT / "deploy" / "considerations@.service"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "considerations@8501.service"
    unit.write_text(UNIT.read_text("utf-8").replace("/opt/considerations", str(ROOT)))
    found = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)

    assert found.stdout + found.stderr == ""
    assert found.returncode == 0


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
