"""What the workbench shows is exactly what is the case with the folder, whatever it showed before."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from considerations.engine import assess
from considerations.loading.loader import BrokenPack, load
from considerations.proof import workbench
from considerations.proof.check import Examined, check, examine
from considerations.proof.diff import entries
from considerations.proof.vignettes import shown
from considerations.proof.workbench import Workbench, look
from tests.conftest import FALLS, FALLS_ARTICLE, TESTS

NARROW, WIDE = "{fell: no, alone: no}", "{fell: [no, unsure], alone: no}"


def git(folder: Path, *words: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *person, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack that is in no commit."""
    return Path(shutil.copytree(FALLS, tmp_path / "rules" / "falls"))


@pytest.fixture
def in_git(folder: Path) -> Path:
    """A pack as it was last committed."""
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "packs")
    return folder


def edit(folder: Path, file: str, was: str, becomes: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, becomes), "utf-8")


def messages(bench: Workbench) -> list[str]:
    return [str(fault) for fault in bench.examined.faults]


def test_a_fault_has_its_line_and_the_last_version_that_loaded_stays_named(in_git: Path) -> None:
    before = look(in_git)
    edit(in_git, "points.yaml", "theme: home", "theme: house")
    broken = look(in_git, before)

    assert broken.examined.pack is None
    assert messages(broken)[0].startswith("falls/points.yaml:3:10: 'house' is not a theme")
    assert broken.lines[0] == "  theme: house"
    assert broken.good == before.examined.pack
    assert (broken.difference, broken.edited, broken.vignettes) == (None, (), {})


def test_after_break_mend_and_widen_it_shows_what_a_new_workbench_shows(in_git: Path) -> None:
    seen = look(in_git)
    for was, becomes in (("theme: home", "theme: house"), ("theme: house", "theme: home"), (NARROW, WIDE)):
        edit(in_git, "points.yaml", was, becomes)
        seen = look(in_git, seen)
        new = look(in_git)
        assert (seen.examined.pack, seen.examined.faults, seen.lines) == (
            new.examined.pack,
            new.examined.faults,
            new.lines,
        )
        assert (seen.difference, seen.vignettes, seen.broken, seen.base) == (
            new.difference,
            new.vignettes,
            new.broken,
            new.base,
        )

    assert seen.difference
    assert {(change.name, change.comes) for change in seen.difference.changes} >= {("company", True)}
    assert seen.edited == (("point", "company"),)
    assert seen.case["alone"] == "no"


def test_a_witness_shows_what_the_change_says(in_git: Path) -> None:
    before = look(in_git)
    edit(in_git, "points.yaml", NARROW, WIDE)
    seen = look(in_git, before)

    assert seen.difference and seen.base and seen.examined.pack
    for change in seen.difference.changes:
        if change.kind == "point":
            now, then = (assess(pack, change.witness).verdicts[change.name] for pack in (seen.examined.pack, seen.base))
            assert (now, then) == (change.comes, not change.comes)


def test_nothing_is_worked_out_again_while_nothing_changes(in_git: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(in_git)
    monkeypatch.setattr(workbench, "examine", lambda *_: pytest.fail("proved again"))
    (in_git / "points.yaml").touch()

    assert look(in_git, before) is before


def test_what_changes_while_it_is_read_is_not_shown(in_git: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(in_git)

    def edited_meanwhile(folder: Path, article: str | None) -> Examined:
        examined = examine(folder, article)
        edit(folder, "points.yaml", "Of any kind.", "Of every kind.")
        return examined

    edit(in_git, "points.yaml", "It says so of every rug.", "It says so of rugs.")
    with monkeypatch.context() as during:
        during.setattr(workbench, "examine", edited_meanwhile)
        assert look(in_git, before) is before
    assert look(in_git, before).edited == (("point", "rugs-slide"), ("point", "company"))


def test_a_commit_is_what_the_next_edit_is_compared_with(in_git: Path) -> None:
    before = look(in_git)
    edit(in_git, "points.yaml", NARROW, WIDE)
    edited = look(in_git, before)
    git(in_git, "commit", "-qam", "wider")
    after = look(in_git, edited)

    assert edited.difference and edited.difference.changes
    assert after.difference and after.difference.empty
    assert after.edited == edited.edited


def test_without_a_commit_an_edit_is_compared_with_the_version_first_loaded(folder: Path) -> None:
    first = look(folder)
    edit(folder, "points.yaml", NARROW, WIDE)
    wide = look(folder, first)

    assert (wide.base, wide.why_first) == (first.examined.pack, "no commit")
    assert wide.difference and wide.difference.changes[0].name == "company"
    edit(folder, "points.yaml", WIDE, NARROW)
    mended = look(folder, wide)
    assert mended.difference and mended.difference.empty


def test_a_commit_that_does_not_load_is_no_base(folder: Path) -> None:
    edit(folder, "points.yaml", "theme: home", "theme: house")
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "broken")
    broken = look(folder)
    edit(folder, "points.yaml", "theme: house", "theme: home")
    mended = look(folder, broken)

    assert (broken.good, mended.why_first, mended.base) == (None, "broken commit", mended.examined.pack)


@pytest.mark.parametrize("file", sorted((TESTS / "bad").glob("*/*.yaml"))[::9], ids=lambda path: path.stem)
def test_the_faults_are_those_of_check_in_the_same_words(file: Path, folder: Path) -> None:
    shutil.copy(file, folder / f"{file.parent.name}.yaml")

    assert messages(look(folder)) == list(check(folder, None, lambda done, total: None).faults)


def test_an_article_beside_the_pack_is_checked_against(folder: Path) -> None:
    article = FALLS_ARTICLE.read_text("utf-8")
    (folder / "article.txt").write_text(article, "utf-8")
    right = look(folder)
    (folder / "article.txt").write_text(article.replace("e", "a"), "utf-8")

    assert messages(right) == []
    assert any("this text's sentence is missing or different" in line for line in messages(look(folder, right)))


def test_a_broken_guarantee_has_answers_that_break_it(folder: Path) -> None:
    edit(folder, "pack.yaml", "at_most: 3", "at_most: 2")
    bench = look(folder)

    assert list(bench.broken) == ["Never more than three points."]
    answers = bench.broken["Never more than three points."]
    assert bench.examined.pack and answers
    assert len(assess(bench.examined.pack, answers).points(True)) == 3


def test_a_guarantee_that_applies_to_no_answers_is_not_said_to_hold(folder: Path) -> None:
    edit(folder, "pack.yaml", "wherever: {points: [rugs-slide]}", "wherever: {theme: help, valence: limit}")

    assert look(folder).broken == {"Wherever rugs are blamed, stairs are missed.": None}


def test_example_cases_that_show_something_else_say_what(in_git: Path) -> None:
    edit(in_git, "points.yaml", "- when: {up-again: no}\n", "- when: {up-again: [no, yes]}\n")
    changed = look(in_git).vignettes

    assert changed
    assert all("highlights company" in comes for comes, _ in changed.values())


@pytest.mark.parametrize("kind", ["point", "gap", "notice", "stop", "question", "vignette"])
def test_whatever_is_edited_last_has_a_case_that_shows_it(kind: str, in_git: Path) -> None:
    before = look(in_git)
    assert before.examined.pack
    for name in entries(before.examined.pack)[kind]:
        case = workbench._case(before.examined.pack, kind, name)
        names = shown(before.examined.pack, case).get(workbench.KEYS[kind], ())
        assert name in names or (kind == "question" and name in case) or kind == "vignette"


def test_evidence_is_edited_with_its_point(in_git: Path) -> None:
    before = look(in_git)
    text = (in_git / "evidence.yaml").read_text("utf-8")
    pack = before.examined.pack
    assert pack
    weighed = pack.evidence.weighed[0]
    assert weighed.note in text
    edit(in_git, "evidence.yaml", weighed.note, f"{weighed.note} Or so")

    assert look(in_git, before).edited == (("point", weighed.point),)


def spoil(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:50] + b"\n\xff")


def link_to(target: str) -> Callable[[Path], None]:
    def replace(file: Path) -> None:
        file.unlink()
        file.symlink_to(target)

    return replace


@pytest.mark.parametrize("how", [spoil, Path.unlink, link_to("nowhere"), link_to("points.yaml"), link_to("..")])
def test_whatever_happens_to_a_file_is_a_fault_and_then_mended(how: Callable[[Path], None], in_git: Path) -> None:
    seen = first = look(in_git)
    for file in ("points.yaml", "pack.yaml", "article.index", "CHANGES.md"):
        text = (in_git / file).read_bytes()
        how(in_git / file)
        seen = look(in_git, seen)
        assert messages(seen)
        (in_git / file).unlink(missing_ok=True)
        (in_git / file).write_bytes(text)
        seen = look(in_git, seen)
        assert (messages(seen), seen.examined.pack) == ([], first.examined.pack)


def test_a_folder_that_goes_and_comes_back_is_shown_again(in_git: Path) -> None:
    before = look(in_git)
    in_git.rename(in_git.parent / "elsewhere")
    gone = look(in_git, before)
    (in_git.parent / "elsewhere").rename(in_git)

    assert any("this file is missing" in line for line in messages(gone))
    assert gone.good == before.good
    assert look(in_git, gone).examined.pack == before.examined.pack


def test_files_that_change_at_any_moment_leave_it_at_what_is_the_case(in_git: Path) -> None:
    rnd, seen = Random(1), look(in_git)
    for _ in range(12):
        file = in_git / rnd.choice(["points.yaml", "questions.yaml", "gaps.yaml"])
        text = file.read_bytes()
        file.write_bytes(text[: rnd.randrange(len(text))])
        seen = look(in_git, seen)
        file.write_bytes(text)
    time.sleep(0.01)
    try:
        whole = load(in_git)
    except BrokenPack as broken:
        pytest.fail(str(broken))
    assert look(in_git, seen).examined.pack == whole
