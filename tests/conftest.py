"""What several tests share: the packs, and copies of one to break; and how many examples random tests draw."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from considerations.loading.loader import folders, load
from considerations.pack import Pack, dates

# Needs atheris, which is not to be had everywhere.
collect_ignore = ["fuzz/guided.py"]

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FALLS = TESTS / "packs" / "falls"
RULES = ROOT / "rules"
ARTICLE = ROOT.parent / "shared" / "source" / "article.txt"
EVIDENCE = ROOT.parent / "shared" / "evidence" / "evidence.yaml"
FALLS_ARTICLE = TESTS / "packs" / "falls-article.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--thorough`, which a workflow runs once a day."""
    parser.addoption("--thorough", action="store_true", help="draw every random example and try every mutant")


def pytest_configure(config: pytest.Config) -> None:
    """Say how many examples hypothesis draws."""
    settings.register_profile("few", max_examples=60, deadline=None)
    settings.register_profile("thorough", max_examples=300, deadline=None)
    settings.load_profile("thorough" if config.getoption("--thorough") else "few")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep one in five of the random questionnaires that a test is run for, unless all are asked for."""
    if config.getoption("--thorough"):
        return
    others = [item for item in items if _seed(item) % 5]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if not _seed(item) % 5]


def _seed(item: pytest.Item) -> int:
    drawn = (
        item.callspec.params.get("seed") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else None
    )
    return drawn if isinstance(drawn, int) else 0


@pytest.fixture(scope="session")
def thorough(pytestconfig: pytest.Config) -> bool:
    """Whether every example is asked for."""
    return bool(pytestconfig.getoption("--thorough"))


@pytest.fixture
def pack_copy(tmp_path: Path) -> Callable[..., Path]:
    """Copy a pack's folder to one of the test's own, by another name where that is given."""

    def copy(folder: Path, name: str = "") -> Path:
        return Path(shutil.copytree(folder, tmp_path / (name or folder.name)))

    return copy


@pytest.fixture(scope="session")
def falls() -> Pack:
    """A small invented pack with every feature: branching, any, all, an interpretation, a stop with `until`."""
    return load(FALLS)


# A draft that has no record of changes yet is still being written, and owes nothing.
WRITTEN = [folder for folder in folders(RULES) if (folder / "CHANGES.md").exists()]


@pytest.fixture(scope="session", params=WRITTEN, ids=lambda folder: folder.name)
def pack(request: pytest.FixtureRequest) -> Pack:
    """Each pack that ships."""
    return load(request.param)


@pytest.fixture(autouse=True)
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Keep the clock on a day on which nothing is out of date, so that tests never age, or set it to another."""

    def clock(day: str) -> None:
        monkeypatch.setattr(dates, "today", lambda: date.fromisoformat(day))

    clock("2026-12-01")
    return clock
