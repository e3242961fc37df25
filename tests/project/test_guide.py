"""The guide for authors leads from an article to a pack: its files and commands are tried in its order, as they are written."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from considerations.cli import commands
from considerations.loading.loader import load
from considerations.pack.article import sentences
from tests.conftest import RULES, TESTS
from tests.project.test_readme import NOT_RUN, PYTHON

PACK = "rules/fern"
GUIDE = (RULES / "README.md").read_text("utf-8").partition("in seven steps\n")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"```(sh|yaml)\n(.*?)```", GUIDE, flags=re.S)


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
        to_do += [run(line, capsys) for line in block.splitlines()] if kind == "sh" else []
    pack = load(Path(PACK))

    assert "no point cites" in to_do[1]
    assert "no point cites" not in to_do[-1]
    assert "still to write" not in "".join(to_do[2:])
    assert [len(case.highlights) for case in pack.vignettes] == [5, 0]
    assert pack.vignettes[1].stops == "collapsed"


def test_the_article_of_the_guide_has_eight_sentences_in_seven_steps() -> None:
    assert len(sentences((TESTS / "packs" / "fern-article.txt").read_text("utf-8"))) == 8
    assert re.findall(r"^\*\*(\d)\. ", GUIDE, flags=re.M) == list("1234567")
