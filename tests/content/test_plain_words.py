"""Our own words are plain: easy enough to read, in short sentences, without the words that were retired."""

from pathlib import Path

import pytest

from considerations.loading.loader import folders
from considerations.loading.wording_check import MAX_WORDS, retired
from tests.conftest import ROOT, RULES
from tests.plain_words import ease, longest, pack, screen

# Records of an earlier version, and the list of what is retired itself.
EXEMPT = {"wording_check.py", "loader.py"}
FILES = [
    path
    for pattern in (
        "src/**/*.py",
        "src/**/*.md",
        "src/**/*.css",
        "src/**/*.typ",
        "src/**/*.js",
        "src/**/*.yaml",
        "rules/**/*.yaml",
        "rules/**/*.md",
    )
    for path in sorted(ROOT.glob(pattern))
    if path.name not in EXEMPT
] + [
    ROOT / "README.md",
    ROOT / "deploy" / "README.md",
    ROOT / "tests" / "README.md",
    *sorted(ROOT.glob(".github/*.md")),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_retired_word_is_left(path: Path) -> None:
    assert retired(path.read_text("utf-8")) == []


def test_the_words_of_screen_and_paper_are_easy_to_read() -> None:
    everything = [text for _, written in screen() for text in written]

    assert ease(everything) >= 55
    assert len(longest(everything)[0].split()) <= MAX_WORDS


@pytest.mark.parametrize("folder", folders(RULES), ids=lambda folder: folder.name)
def test_the_words_of_a_pack_can_be_read_without_effort(folder: Path) -> None:
    everything = [text for _, written in pack(folder) for text in written]

    assert ease(everything) >= 45
    assert len(longest(everything)[0].split()) <= MAX_WORDS
