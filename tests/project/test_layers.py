"""The shape of the code: imports between rooms point one way, and no pack is known to the code."""

import ast
import re
from pathlib import Path

import pytest

from considerations.loading.loader import folders
from tests.conftest import ROOT, RULES

SOURCE = ROOT / "src" / "considerations"
# A room may import from the rooms of the floors below its own, and from no other.
FLOORS = (
    {"pack"},
    {"loading", "engine"},
    {"diagrams"},
    {"proof", "explain"},
    {"fhir", "render"},
    {"ui", "cli"},
)
FILES = sorted(SOURCE.rglob("*.py"))
IN_ROOMS = [path for path in FILES if path.parent != SOURCE]


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def floor(name: str) -> int:
    return next(at for at, rooms in enumerate(FLOORS) if name in rooms)


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports, by full name."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            modules |= {name.name for name in node.names}
    return modules


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_every_file_has_a_room() -> None:
    assert {path.name for path in SOURCE.iterdir() if path.is_file()} == {"__init__.py", "__main__.py", "README.md"}
    assert {room(path) for path in IN_ROOMS} == set.union(*FLOORS)


def test_the_rooms_and_floors_are_those_of_the_readme() -> None:
    rows = re.findall(r"^\| (\d) \| `(\w+)` \|", (SOURCE / "README.md").read_text("utf-8"), flags=re.M)

    assert {room: int(told) for told, room in rows} == {
        room: nth for nth, rooms in enumerate(FLOORS, 1) for room in rooms
    }


@pytest.mark.parametrize("path", IN_ROOMS, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("considerations.")} - {room(path)}

    assert [name for name in rooms if floor(name) >= floor(room(path))] == []


@pytest.mark.parametrize("path", [path for path in FILES if room(path) != "ui"], ids=name_of)
def test_only_the_screen_knows_streamlit(path: Path) -> None:
    assert [name for name in imports(path) if name.split(".")[0] in ("streamlit", "starlette")] == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if room(path) == "ui" and path.stem != "proof_cache" and path.parent.name != "workbench"],
    ids=name_of,
)
def test_only_one_page_imports_the_proofs(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith("considerations.proof")] == []


def test_the_app_knows_nothing_of_the_workbench() -> None:
    """No module that the app or a command runs imports it: only its own server does."""
    others = [path for path in FILES if "workbench" not in (path.stem, path.parent.name)]

    assert [
        (path, name)
        for path in [*others, ROOT / "app.py"]
        for name in imports(path)
        if re.search(r"(proof|render|ui|words)\.workbench", name)
    ] == []


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
