"""Our own words direct nobody, claim too much of nothing, and are British."""

import ast
import re
from pathlib import Path

import pytest

from considerations.loading.loader import folders, load_with_places
from considerations.loading.wording_check import ALLOWED, faults, findings
from considerations.loading.yaml_files import parse
from tests.conftest import ROOT, RULES

SOURCE = ROOT / "src" / "considerations"
SHOWN = [
    path for room in ("ui", "render", "explain", "engine", "pack") for path in sorted((SOURCE / room).rglob("*.py"))
]
# Style sheets and scripts hold no sentences.
CODE = {"__init__.py", "stylesheet.py", "headers.py"}
# Names of pages are no sentences either.
NAMES = {
    "Start",
    "Before you start",
    "Start without them",
    "go to the start page",
    "start",
    "screens/start.py",
    "stop",
    "center",
}


@pytest.mark.parametrize("folder", folders(RULES), ids=lambda folder: folder.name)
def test_no_pack_directs_or_overstates(folder: Path) -> None:
    _, files = load_with_places(folder)

    assert [str(fault) for placed in files.values() for fault in faults(placed)] == []


def texts(path: Path) -> list[str]:
    """Every text in a file of code that may be shown: no docstring, no style sheet, no script."""
    tree = ast.parse(path.read_text("utf-8"))
    bodies = [n.body for n in ast.walk(tree) if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)]
    first = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in first]
    found = [node.value for node in constants if isinstance(node.value, str)]
    return [re.sub(r"<[^>]*>?", " ", text) for text in found if text not in NAMES and "{ " not in text]


@pytest.mark.parametrize("path", [path for path in SHOWN if path.name not in CODE], ids=lambda path: path.name)
def test_no_text_of_the_app_directs_or_overstates(path: Path) -> None:
    assert [finding for text in texts(path) for finding in findings(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("People should take it.", ["'should' is a directive"]),
        ("Switch to another.", ["'Switch' is a directive"]),
        ("A first-line choice, 50 mg.", ["'first-line' is a directive", "'mg' is a directive"]),
        ("This proves that it is safe.", ["'proves' claims too much", "'safe' claims too much"]),
        ("Behavior was randomized.", ["'Behavior' is not British spelling", "'randomized' is not British spelling"]),
        ("A stopped trial; the dosage form.", ["'dosage' is a directive"]),
        ("Not a recommendation. A stop holds.", []),
    ],
)
def test_findings(text: str, found: list[str]) -> None:
    assert findings(text) == found


def test_a_finding_has_its_place_and_titles_are_exempt() -> None:
    placed = parse("- says: You must.\n  citation: You must.\n  id: must-not\n", "a.yaml")

    assert [str(fault) for fault in faults(placed)] == ["a.yaml:1:13: 'must' is a directive; reword the sentence"]


def test_every_allowed_phrase_is_needed() -> None:
    files = [*RULES.glob("*/*.yaml"), *(path for path in SOURCE.rglob("*.py") if path.name != "wording_check.py")]
    everything = " ".join(path.read_text("utf-8").lower() for path in files)

    assert [phrase for phrase in ALLOWED if phrase not in everything] == []
