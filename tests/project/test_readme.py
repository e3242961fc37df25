"""The README does not lie: what it names is there, and what it shows is so."""

import re
import subprocess
import tomllib

from considerations.loading.loader import SHAPES
from considerations.pack.conditions import JOINS
from considerations.pack.terms import GLOSSARY
from tests.conftest import ROOT, RULES

README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_readmes_test_command() -> None:
    run, test, *_ = re.findall(r"```sh\n(.*?)\n```", README, flags=re.S)
    command = next(line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("command=$("))
    found = subprocess.run(
        ["bash", "-c", f'{command}; echo "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.endswith("streamlit run app.py")
    assert test.endswith("python -m pytest -n auto")
    assert found.stdout.strip() == test


def test_the_point_it_shows_is_the_packs() -> None:
    shown = re.search(r"```yaml\n(.*?)```", README, flags=re.S)

    assert shown
    assert shown.group(1) in (RULES / "ketamine-ssri" / "points.yaml").read_text("utf-8")


def test_it_names_every_file_of_a_pack() -> None:
    assert [name for name in SHAPES if f"`{name}.yaml`" not in README] == []
    assert [word for word in JOINS if f"`{word}" not in README] == []


def test_requirements_and_package_ask_for_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "requirements.txt").read_text("utf-8").split()

    assert lines == [*project["dependencies"], "-e", "."]


def test_the_top_level_stays_small() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    top = {name.split("/")[0] for name in listed}

    assert {name for name in top if not name.startswith(".")} <= {
        "app.py", "deploy", "rules", "src", "tests", "requirements.txt", "README.md", "pyproject.toml",
    }  # fmt: skip


def test_its_words_are_those_of_the_app() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", README.split("## The words")[1], flags=re.M)
    told = {word: meaning.replace("`", "") for word, meaning in rows if word in GLOSSARY}

    assert told == GLOSSARY
