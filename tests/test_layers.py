"""The shape of the code: imports point one way, and no pack is known to it."""

import ast
from pathlib import Path

import pytest

from considerations.load import folders
from tests.conftest import ROOT, RULES

SOURCE = ROOT / "src" / "considerations"
ORDER = [
    "article",
    "conditions",
    "annex",
    "pack",
    "nodes",
    "places",
    "names",
    "accounts",
    "load",
    "language",
    "canonical",
    "response",
    "engine",
    "given",
    "answersets",
    "walks",
    "packsets",
    "ways",
    "itemsets",
    "reasons",
    "look",
    "explain",
    "promises",
    "verify",
    "difference",
    "terms",
    "explained",
    "summary",
    "cases",
    "check",
    "revisions",
    "render",
    "ui",
]
FILES = sorted(SOURCE.rglob("*.py"))


def layer(path: Path) -> int:
    """How high a file stands; `__main__` uses all but the screen."""
    name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return {"__init__": -1, "__main__": ORDER.index("ui")}.get(name, ORDER.index(name) if name in ORDER else -2)


def imports(path: Path) -> set[str]:
    """The modules a file imports, by full name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("considerations.")}
    top = path.relative_to(SOURCE).parts[0].removesuffix(".py")

    assert layer(path) > -2
    assert [name for name in ours if name in ORDER and name != top and ORDER.index(name) >= layer(path)] == []


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name != "ui"], ids=name_of)
def test_only_the_screen_knows_streamlit(path: Path) -> None:
    assert [name for name in imports(path) if name.split(".")[0] in ("streamlit", "starlette")] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_pack_is_known_to_the_code(path: Path) -> None:
    text = path.read_text("utf-8").lower()

    assert [name for name in ("ketamine", "ssri", *(folder.name for folder in folders(RULES))) if name in text] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250


def test_every_text_a_visitor_can_enter_is_one_of_a_few_options() -> None:
    widgets = {"text_input", "text_area", "chat_input", "date_input", "file_uploader", "number_input", "data_editor"}

    used = {
        node.attr for path in FILES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)
    }

    assert widgets & used == set()
