"""What several tests share: the packs, and broken copies of one."""

from pathlib import Path

import pytest

from considerations.load import folders, load
from considerations.pack import Pack

# Needs atheris, which is not to be had everywhere.
collect_ignore = ["fuzz/guided.py"]

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FALLS = TESTS / "packs" / "falls"
RULES = ROOT / "rules"
ARTICLE = ROOT.parent / "shared" / "source" / "article.txt"
EVIDENCE = ROOT.parent / "shared" / "evidence" / "evidence.yaml"
FALLS_ARTICLE = TESTS / "packs" / "falls-article.txt"


@pytest.fixture(scope="session")
def falls() -> Pack:
    """A small invented pack with every feature: branching, any, all, a reading, a stop with `until`."""
    return load(FALLS)


@pytest.fixture(scope="session", params=folders(RULES), ids=lambda folder: folder.name)
def pack(request: pytest.FixtureRequest) -> Pack:
    """Each pack that ships."""
    return load(request.param)
