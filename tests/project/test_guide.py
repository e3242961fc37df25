"""The guide for authors leads from an article to a pack: its files and commands are tried in its order, as they are written."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from considerations.cli import commands
from considerations.loading.loader import load
from considerations.loading.wording_check import findings
from considerations.pack.article import sentences
from tests.conftest import RULES, TESTS
from tests.project.test_readme import NOT_RUN, PYTHON

PACK = "rules/fern"
GUIDE = (
    (RULES / "README.md").read_text("utf-8").partition("in seven steps\n")[2].partition("\n## How an author works")[0]
)
LISTED = (
    (RULES / "README.md").read_text("utf-8").partition("### Words that check refuses\n")[2].partition("\nAll shares")[0]
)
BLOCKS = re.findall(r"```(sh|yaml|md)\n(.*?)```", GUIDE, flags=re.S)


def run(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(line, comments=True)
    if words[0].removeprefix(".venv/bin/") in NOT_RUN:
        return ""
    assert words[:3] == [*PYTHON, "considerations"]
    assert commands.main(words[3 : words.index(">") if ">" in words else None]) == 0
    return capsys.readouterr().err


def test_the_guide_leads_from_an_article_to_a_pack_that_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(TESTS / "packs", tmp_path / "tests" / "packs")
    monkeypatch.chdir(tmp_path)
    to_do = []
    for kind, block in BLOCKS:
        if kind == "yaml":
            (name,) = re.findall(r"^# yaml-language-server: \$schema=\.schema/(\w+)\.json$", block, flags=re.M)
            Path(PACK, f"{name}.yaml").write_text(block, "utf-8")
        if kind == "md":
            Path(PACK, "CHANGES.md").write_text(block, "utf-8")
        told = {line: run(line, capsys) for line in block.splitlines()} if kind == "sh" else {}
        to_do += [text for line, text in told.items() if " check " in line]
    pack = load(Path(PACK))

    assert len(to_do) == 3
    assert "no point cites" in to_do[0]
    assert "no point cites" not in to_do[1]
    assert "still to write" not in to_do[1]
    assert "(to do)" not in to_do[2]
    assert [len(case.highlights) for case in pack.vignettes] == [5, 0]
    assert pack.vignettes[1].stops == "collapsed"


def test_check_refuses_each_word_that_the_guide_lists() -> None:
    lines = re.findall(r"^- [a-zA-Z ]+: (.*?)(?=;|\n-)", LISTED, flags=re.M | re.S)
    words = [" ".join(word.split()) for line in lines for word in line.split(",")]
    assert len(words) > 30
    assert [word for word in words if not findings(word)] == []


def test_the_article_of_the_guide_has_eight_sentences_in_seven_steps() -> None:
    assert len(sentences((TESTS / "packs" / "fern-article.txt").read_text("utf-8"))) == 8
    assert re.findall(r"^\*\*(\d)\. ", GUIDE, flags=re.M) == list("1234567")
