"""The documents do not lie: what they name is there, what they copy is so, and their commands work."""

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from considerations.cli import commands
from considerations.loading.loader import SHAPES, load
from considerations.pack import Pack, Release
from considerations.pack.conditions import JOINS, Condition, Part
from tests import influence
from tests.conftest import ROOT, RULES, TESTS
from tests.documents import MADE

README = (ROOT / "README.md").read_text("utf-8")
AUTHORS = (RULES / "README.md").read_text("utf-8")
FOLDERS = (ROOT, RULES, ROOT / "deploy", TESTS, ROOT / "src" / "considerations", ROOT / ".github")
DOCUMENTS = {str(path.relative_to(ROOT)): path for folder in FOLDERS for path in sorted(folder.glob("*.md"))}
# Where a name in a document is looked for, beside the document's own folder.
AROUND = (
    ROOT,
    TESTS,
    ROOT / "src" / "considerations",
    RULES / "ketamine-ssri",
    TESTS / "packs" / "falls",
    ROOT / ".github",
)
# What a site puts there itself.
ITS_OWN = {"article.txt"}
PYTHON = [".venv/bin/python", "-m"]
# Quick, and nothing is left behind: these run here, each in a folder of its own.
RUN: Mapping[str, Callable[[list[str]], int]] = {"considerations": commands.main, "tests.influence": influence.main}
# These fetch packages, serve for good or look over the whole project: `.ci/run` has those of README.md, and is what CI runs.
NOT_RUN = {
    "python3",
    "pip",
    "pip-audit",
    "streamlit",
    "systemctl",
    "ruff",
    "mypy",
    "considerations",
    "curl",
    "kubectl",
    "podman",
}


def shell(text: str) -> Iterator[str]:
    """Give each command of a document: the lines of its blocks of shell, and what it says of Python in a line."""
    for block in re.findall(r"```sh\n(.*?)\n```", text, flags=re.S):
        for line in block.splitlines():
            yield from re.split(r"\s+#", line)[0].split(" && ")
    for command in re.findall(r"`(?:\.venv/bin/)?python -m ([^`]+)`", text):
        yield " ".join([*PYTHON, command])


SAID = sorted({command for path in DOCUMENTS.values() for command in shell(path.read_text("utf-8"))})
OF_PYTHON = {command: shlex.split(command)[2:] for command in SAID if shlex.split(command)[:2] == PYTHON}
# Those of the guide for authors are tried in its order, in `test_guide.py`.
ALONE = {command: words for command, words in OF_PYTHON.items() if "rules/fern" not in command}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the packs under git and the files that the commands name."""
    shutil.copytree(RULES, tmp_path / "rules")
    shutil.copytree(TESTS / "packs", tmp_path / "tests" / "packs")
    for git in ("init -q", "add rules", "-c user.name=A -c user.email=a@example.org commit -q -m packs"):
        subprocess.run(["git", *git.split()], cwd=tmp_path, check=True)
    pack = load(RULES / "ketamine-ssri")
    answers = json.dumps(dict(next(case for case in pack.vignettes if not case.stops).answers))
    (tmp_path / "answers.json").write_text(answers, "utf-8")
    (tmp_path / "marks.json").write_text('{"works-for-many": "covered"}', "utf-8")
    (tmp_path / "junit.xml").write_text('<testsuite><testcase classname="tests.one" name="test_one"/></testsuite>')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [command for command, words in ALONE.items() if words[0] in RUN])
def test_a_command_of_an_author_works(command: str, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    if "response.json" in command:
        commands.main(["summary", "rules/ketamine-ssri", "answers.json", "--to", "fhir"])
        (folder / "response.json").write_bytes(capsysbinary.readouterr().out)
    module, *words = shlex.split(command.partition(" > ")[0].replace("REVISION", "HEAD"))[2:]

    assert RUN[module](words) == 0
    assert capsysbinary.readouterr().out


@pytest.mark.parametrize("command", [command for command, words in OF_PYTHON.items() if words[0] not in RUN])
def test_any_other_command_of_python_is_there_with_its_options(command: str) -> None:
    module, *words = OF_PYTHON[command]
    options = [word.split("=")[0] for word in words if word.startswith("--")]

    assert [option for option in options if option not in _source(module)] == []
    assert [word for word in _paths(words) if not (ROOT / word).exists()] == []


@cache
def _source(module: str) -> str:
    """Return the text that has a module's options; it must be one that can be run."""
    if module == "pytest":
        asked = [sys.executable, "-m", "pytest", "--help"]
        return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = importlib.util.find_spec(f"{module}.__main__" if (ROOT / module.replace(".", "/")).is_dir() else module)
    assert found and found.origin
    text = Path(found.origin).read_text("utf-8")
    assert '\nif __name__ == "__main__":\n' in text
    return text


@pytest.mark.parametrize(
    "command", [command for command in SAID if command not in OF_PYTHON and "rules/fern" not in command]
)
def test_any_other_command_names_only_what_is_there(command: str) -> None:
    program, *words = shlex.split(command)
    known = program.removeprefix(".venv/bin/") in NOT_RUN or (program == ".venv/bin/python" and words)

    assert known, "say here how this command is tried"
    assert [word for word in _paths(words) if not (ROOT / word).exists()] == []


def _paths(words: list[str]) -> list[str]:
    """Return the words that name a file or a folder which the project has."""
    words = [word.split("=")[-1] for word in words[: words.index(">") if ">" in words else None]]
    return [word for word in words if re.search(r"^[\w.][\w.-]*(/|\.(py|txt|lock)$)", word)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_link_in_it_is_there(document: str) -> None:
    path, text = DOCUMENTS[document], DOCUMENTS[document].read_text("utf-8")
    kinds = r"(?:py|js|md|yaml|index|txt|css|typ|conf|service|lock|toml|yml)"
    named = {*re.findall(rf"`([\w./@-]+\.{kinds})`", text), *re.findall(r"`([\w.-]+/[\w./-]*/)`", text)} - ITS_OWN
    links = re.findall(r"\]\(([^):]+)\)", text)

    assert [name for name in named if not any((base / name).exists() for base in (path.parent, *AROUND))] == []
    assert [link for link in links if not _leads(path, link)] == []


def _leads(document: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    to = document.parent / file if file else document
    if not to.exists() or not anchor:
        return to.exists()
    headings = re.findall(r"^#+ (.+)$", to.read_text("utf-8"), flags=re.M)
    return anchor in [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.parent.name)
def test_what_is_copied_is_as_it_is_there(path: Path) -> None:
    text = path.read_text("utf-8")

    assert text == MADE[path](text), "run `python -m tests.documents`"


def test_ci_runs_the_readmes_test_command() -> None:
    run, test, *_ = re.findall(r"```sh\n(.*?)\n```", README, flags=re.S)
    command = next(line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("command=$("))
    found = subprocess.run(
        ["bash", "-c", f'{command}; echo "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.endswith("streamlit run app.py")
    assert test.endswith("python -m pytest -n auto --dist worksteal")
    assert found.stdout.strip() == test


def test_the_first_document_stays_short() -> None:
    assert len(README.splitlines()) <= 130


def test_authors_are_told_every_file_key_and_join_of_a_pack() -> None:
    kinds = set(Part.__subclasses__()) - {Pack, Release, Condition}
    keys = {key for kind in kinds for key in kind.model_fields} - {"option"}  # an option's id is itself a key

    assert [name for name in SHAPES if f"`{name}.yaml`" not in AUTHORS] == []
    assert [word for word in JOINS if f"`{word}" not in AUTHORS] == []
    assert [key for key in sorted(keys) if f"`{key}`" not in AUTHORS] == []


def test_those_who_run_it_are_told_every_variable() -> None:
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall('"(CONSIDERATIONS_[A-Z]+)"', path.read_text())
    }

    assert [name for name in read if f"`{name}`" not in (ROOT / "deploy" / "README.md").read_text("utf-8")] == []


def test_every_attack_in_the_table_has_its_script() -> None:
    rows = re.findall(r"^\|.+\| `(\w+)` \|.+\| `", (TESTS / "README.md").read_text("utf-8"), flags=re.M)

    assert len(rows) > 20
    assert [name for name in rows if not (TESTS / "attack" / f"{name}.py").exists()] == []


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
