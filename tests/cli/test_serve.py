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


def test_the_workbench_is_started_for_this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def run(words: list[str], rules: Path) -> int:
        started.append([*words, str(rules)])
        return 0

    monkeypatch.setattr("considerations.cli.serve._run", run)
    monkeypatch.setattr("os.chdir", lambda folder: None)

    assert main(["workbench", str(FALLS), "--port", "8765"]) == 0
    (words,) = started
    assert Path(words[0]).exists()
    assert {"--server.address=127.0.0.1", "--server.port=8765"} < set(words)
    assert words[-3:] == ["--", str(FALLS.resolve()), str(FALLS.resolve().parent)]


def test_the_workbench_of_no_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workbench", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path / 'nowhere'}: there is no such folder; name a pack's folder, such as rules/PACK\n"
    )


@pytest.mark.parametrize("port", ["0", "80", "70000", "many"])
def test_the_workbench_takes_only_a_port_that_anyone_can_use(port: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["workbench", str(FALLS), "--port", port])
