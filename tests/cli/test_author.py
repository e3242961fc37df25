"""What stopped an author: each message says enough to go on, and nothing is taken for done that is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.cli.commands import main
from considerations.loading.loader import BrokenPack, load
from considerations.proof.check import check
from considerations.proof.diff import difference
from tests.conftest import FALLS, FALLS_ARTICLE, RULES

SHIPPED = RULES / "ketamine-ssri"
Copies = Callable[..., Path]
Printed = pytest.CaptureFixture[str]


def lines(folder: Path, article: str | None = None) -> list[str]:
    found = check(folder, article, lambda done, of: None)
    return [*found.faults, *found.warnings, *found.to_do, found.closing]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_many_cases_that_differ_are_one_fault_that_names_the_way_out(pack_copy: Copies) -> None:
    copy = pack_copy(SHIPPED)
    assert main(["new", "point", str(copy), "--cites", "L28.1"]) == 0
    (told,) = [line for line in lines(copy) if "are not what the rules show" in line]

    assert "94 of 102 vignettes" in told
    assert "add point-1 to highlights (in 94)" in told
    assert f"considerations vignettes {copy} --update" in told


def test_a_new_entry_goes_where_it_is_wanted_or_says_where_it_is(pack_copy: Copies, capsys: Printed) -> None:
    copy = pack_copy(SHIPPED)
    assert main(["new", "question", str(copy), "--step", "this-episode"]) == 0
    assert main(["new", "question", str(copy)]) == 0
    assert main(["new", "point", str(copy)]) == 0
    told = capsys.readouterr().out
    steps = {step.step: [question.question for question in step.questions] for step in load(copy).steps}

    assert steps["this-episode"][-1] == "question-1"
    assert steps["what-the-article-leaves-out"][-1] == "question-2"
    assert "in the last step, 'what-the-article-leaves-out'; --step names another" in told
    assert "each sentence has a point already" in told


def test_a_step_or_sentence_that_is_not_there_is_refused_and_nothing_written(
    pack_copy: Copies, capsys: Printed
) -> None:
    copy = pack_copy(FALLS)
    before = [(copy / name).read_text("utf-8") for name in ("questions.yaml", "points.yaml")]

    assert main(["new", "question", str(copy), "--step", "falls"]) == 2
    assert main(["new", "point", str(copy), "--cites", "L99.1"]) == 2
    assert "'L99.1' is not one of L1.1" in capsys.readouterr().err
    assert [(copy / name).read_text("utf-8") for name in ("questions.yaml", "points.yaml")] == before


def test_what_is_left_to_name_is_to_do(pack_copy: Copies) -> None:
    copy = pack_copy(SHIPPED)
    assert main(["new", "gap", str(copy)]) == 0
    told = "\n".join(lines(copy))

    assert "still to name: 'gap-1'" in told
    assert "'gap-1' is never relevant; add 'relevant', 'with_themes' or 'with_points'" in told


def test_update_takes_out_a_name_that_is_gone_and_says_if_the_rules_are_wrong(
    pack_copy: Copies, capsys: Printed
) -> None:
    copy = pack_copy(FALLS)
    edit(copy / "points.yaml", "- point: rugs-slide", "- point: rugs-slip")
    edit(copy / "evidence.yaml", "point: rugs-slide", "point: rugs-slip")
    edit(copy / "pack.yaml", "[rugs-slide]", "[rugs-slip]")
    with pytest.raises(BrokenPack, match="'rugs-slide' is not a point; did you mean 'rugs-slip'"):
        load(copy)
    edit(copy / "pack.yaml", "at_most: 3", "at_most: 0")

    assert main(["vignettes", str(copy), "--update"]) == 1
    assert "(so the vignettes may now expect what is wrong)" in capsys.readouterr().err
    assert load(copy).vignettes[0].highlights == ("call-for-help", "rugs-slip")


def test_a_day_still_to_come_and_a_test_that_is_not_there_are_told(pack_copy: Copies, tmp_path: Path) -> None:
    copy = pack_copy(FALLS)
    edit(copy / "stops.yaml", "checked: ", "checked: 2999-01-01 # ")
    (copy.parent / "tests").mkdir()
    told = "\n".join(lines(copy))

    assert "'2999-01-01' is still to come" in told
    assert "there is no test 'tests/engine/test_assessment.py::test_a_stop_leaves_no_verdict'" in told


def test_a_guarantee_that_fails_names_the_case_how_many_more_and_the_points(pack_copy: Copies) -> None:
    copy = pack_copy(SHIPPED)
    edit(copy / "pack.yaml", "at_most: 12", "at_most: 11")
    (told,) = [line for line in lines(copy) if "fails with 12 points, at most 11, when " in line]

    assert "more such case" in told
    assert len(told.partition("in that case: ")[2].split(", ")) == 12
    assert " … " not in told


def test_what_a_guarantee_requires_is_no_wording(pack_copy: Copies) -> None:
    copy = pack_copy(FALLS)
    edit(copy / "pack.yaml", "at_most: 3", "at_most: 4")
    found = difference(load(FALLS), load(copy))

    assert found.rewritten == ("what is required by 'Never more than three points.'",)
    assert found.wording == ()


def test_without_the_article_check_says_what_it_has_not_compared() -> None:
    assert "Not compared with the text of “After a fall”" in lines(FALLS)[-1]
    assert "Not compared" not in lines(FALLS, FALLS_ARTICLE.read_text("utf-8"))[-1]


def test_a_sentence_can_stand_behind_a_stop(pack_copy: Copies) -> None:
    copy = pack_copy(FALLS)
    edit(copy / "not_used.yaml", "because: heading", "because: stop\n  stop: on-the-floor")
    load(copy)
    edit(copy / "not_used.yaml", "\n  stop: on-the-floor", "")
    with pytest.raises(BrokenPack, match="write both 'because: stop' and 'stop: STOP', or neither"):
        load(copy)


def test_the_pack_that_ships_has_crisis_lines() -> None:
    assert len(load(SHIPPED).stops.contacts) > 1
