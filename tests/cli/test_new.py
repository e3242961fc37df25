"""A new pack loads at once, and a new entry leaves all else as it is written."""

import difflib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from considerations.cli import schema, vignettes
from considerations.cli.commands import main
from considerations.cli.new import KINDS, new_entry
from considerations.loading.faults import Unreadable
from considerations.loading.loader import BrokenPack, folders, load
from considerations.proof.check import Checked, check
from considerations.proof.vignettes import differences
from tests.conftest import FALLS, FALLS_ARTICLE, RULES
from tests.fuzz.mutate import spoiled

Printed = pytest.CaptureFixture[str]


def checked(folder: Path) -> Checked:
    return check(folder, None, lambda done, of: None)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    assert main(["new", "pack", str(tmp_path / "rules" / "mine"), "--article", str(FALLS_ARTICLE)]) == 0
    return tmp_path / "rules" / "mine"


def test_a_new_pack_is_a_draft_that_passes_its_check_and_says_what_is_to_do(made: Path) -> None:
    found = checked(made)

    assert (found.faults, found.warnings) == ((), ())
    assert load(made).about.source.sha256 == load(FALLS).about.source.sha256
    assert dict(load(made).index) == dict(load(FALLS).index)
    assert sum("no point cites" in line for line in found.to_do) == 5
    assert any("still to write: TO DO: the claim, in our own words." in line for line in found.to_do)


def test_each_new_entry_of_a_new_pack_loads(made: Path) -> None:
    for kind in KINDS:
        assert main(["new", kind, str(made)]) == 0
    pack = load(made)

    assert [len(found) for found in (pack.questions, pack.points, pack.gaps.gaps, pack.stops.stops)] == [2, 2, 1, 2]
    assert pack.points[1].cites == ("L3.1",)
    # The stop takes an option that was said to change nothing, and nobody has said yet when the gap is relevant.
    neutral, never = checked(made).faults
    assert "the condition of the stop 'stop-1' in stops.yaml names 'yes', so it is not neutral" in neutral
    assert "'gap-1' is never relevant" in never


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("folder", [FALLS, *folders(RULES)], ids=lambda folder: folder.name)
def test_a_new_entry_adds_lines_and_changes_none(kind: str, folder: Path, pack_copy: Callable[..., Path]) -> None:
    copy = pack_copy(folder)
    about = (copy / "pack.yaml").read_text("utf-8")
    (copy / "pack.yaml").write_text(about.replace("status: reviewed", "status: draft"), "utf-8")
    before = {path.name: path.read_text("utf-8").splitlines() for path in copy.iterdir() if path.is_file()}

    assert main(["new", kind, str(copy)]) == 0

    load(copy)
    changed = {path.name: path.read_text("utf-8").splitlines() for path in copy.iterdir() if path.is_file()}
    (file,) = [name for name in changed if changed[name] != before[name]]
    assert file.startswith(kind)
    signs = {line[0] for line in difflib.ndiff(before[file], changed[file])}
    assert signs == {" ", "+"}


def test_every_kind_can_be_added_twice(made: Path) -> None:
    for kind in KINDS * 2:
        assert main(["new", kind, str(made)]) == 0

    assert load(made).vignettes[1].vignette == "TO DO: case-2, an invented case in one line"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pack", "FOLDER/rules/mine", "--article", str(FALLS_ARTICLE)], "this folder cannot be made: File exists"),
        (["pack", "FOLDER/Mine", "--article", str(FALLS_ARTICLE)], "'Mine' is not an id"),
        (["pack", "FOLDER/other"], "a new pack, and nothing else, is made from an article"),
        (["point", "FOLDER/rules/mine", "--article", str(FALLS_ARTICLE)], "a new pack, and nothing else"),
        (["pack", "FOLDER/other", "--article", "FOLDER/none.txt"], "this file is missing"),
        (["point", "FOLDER/none"], "this file is missing"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    words: list[str], said: str, made: Path, tmp_path: Path, capsys: Printed
) -> None:
    before = sorted(path for path in tmp_path.rglob("*"))

    assert main(["new", *(word.replace("FOLDER", str(tmp_path)) for word in words)]) != 0
    assert said in capsys.readouterr().err
    assert sorted(path for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("seed", range(60))
def test_whatever_loads_can_be_added_to_or_is_left_alone(seed: int, pack_copy: Callable[..., Path]) -> None:
    draft = pack_copy(FALLS, "draft/falls")
    about = (draft / "pack.yaml").read_text().replace("status: reviewed", "status: draft")
    (draft / "pack.yaml").write_text(about)
    folder = spoiled(draft, draft.parent.parent / "spoiled", Random(seed))
    for kind in KINDS:
        try:
            new_entry(kind, folder)
        except (BrokenPack, Unreadable):
            continue
        schema.write(folder)
        vignettes.update(folder, load(folder))
        assert list(differences(load(folder))) == []


def test_a_list_in_brackets_is_left_alone(made: Path, capsys: Printed) -> None:
    (made / "vignettes.yaml").write_text("[]\n")

    assert main(["new", "vignette", str(made)]) == 2
    assert "vignettes.yaml:1:1: this list is written in brackets" in capsys.readouterr().err
    assert (made / "vignettes.yaml").read_text() == "[]\n"
