"""What `considerations` without a command refuses; `project/test_wheel.py` starts the app with it."""

from pathlib import Path

import pytest

from considerations.cli.commands import main
from tests.conftest import FALLS


def test_a_folder_without_packs_is_refused_with_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rules", str(FALLS)]) == 2
    assert capsys.readouterr().err == (
        f"{FALLS}: no folder in it has a pack.yaml; name the folder that holds the packs' folders\n"
    )


def test_a_command_takes_no_other_folder_of_packs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--rules", str(tmp_path), "check"])
    assert "--rules starts the app and goes with no command" in capsys.readouterr().err
