"""What the workbench shows, in words: each fault once, each change with its witness, and nothing that is not the case."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from considerations.explain.summary import summarise
from considerations.pack.words import workbench as wording
from considerations.proof.check import check
from considerations.proof.workbench import Workbench, look
from considerations.render import note
from considerations.render import workbench as render
from tests.conftest import FALLS

NARROW, WIDE = "{fell: no, alone: no}", "{fell: [no, unsure], alone: no}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FALLS, tmp_path / "falls"))


def edit(folder: Path, file: str, was: str, becomes: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, becomes), "utf-8")


def widened(folder: Path) -> Workbench:
    first = look(folder)
    edit(folder, "points.yaml", NARROW, WIDE)
    return look(folder, first)


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_a_broken_pack_shows_its_faults_as_check_says_them_and_no_more(folder: Path) -> None:
    before = look(folder)
    edit(folder, "points.yaml", "theme: home", "theme: house")
    bench = look(folder, before)
    parts = dict(render.parts(bench, {}))

    assert list(parts) == [wording.FAULTS_TITLE]
    for line in check(folder, None, lambda done, total: None).faults:
        assert line in words(parts[wording.FAULTS_TITLE])
    assert '<pre class="record">  theme: <mark>house</mark></pre>' in parts[wording.FAULTS_TITLE]
    assert render.state(bench, "falls").startswith(
        "falls does not load. 1 fault. The last version that loaded is falls "
    )


def test_a_pack_without_faults_says_so_and_where_nothing_is_different(folder: Path) -> None:
    bench = look(folder)
    parts = dict(render.parts(bench, {}))

    assert wording.FAULTS_TITLE not in parts
    assert "loads. No faults." in render.state(bench, "falls")
    assert "This folder is in no commit of git." in words(parts[wording.CHANGES])
    assert "2 guarantees hold for every answer set" in words(parts[wording.GUARANTEES])


def test_a_change_says_exactly_when_and_its_witness_opens_as_a_case(folder: Path) -> None:
    bench = widened(folder)
    changes = dict(render.parts(bench, {}))[wording.CHANGES]

    assert bench.difference and bench.examined.pack
    change = bench.difference.changes[0]
    assert f"{change.name} now highlighted in {change.answer_sets:,} answer sets" in words(changes)
    assert words(change.when[0]) in words(changes)
    assert wording.OPEN_WITNESS.format(name=change.name) in changes
    shown = note.render(summarise(bench.examined.pack, change.witness))
    assert " ".join(shown.split()) in words(changes)


def test_a_witness_under_a_stop_opens_as_the_stop_and_nothing_else(folder: Path) -> None:
    pack = look(folder).examined.pack
    assert pack
    stop = next(case for case in pack.vignettes if case.stops)
    headline = next(each.headline for each in pack.stops.stops if each.stop == stop.stops)
    shown = words(render.case(pack, stop.answers, "it"))

    assert headline.upper() in shown
    assert not any(point.headline in shown for point in pack.points)


def test_many_faults_of_a_file_are_folded_under_their_number(folder: Path) -> None:
    edit(folder, "points.yaml", "theme: ", "theme: x")
    edit(folder, "points.yaml", "valence: ", "valence: x")
    bench = look(folder)
    faults = dict(render.parts(bench, {}))[wording.FAULTS_TITLE]

    assert f"<summary>{len(bench.examined.faults)} faults in falls/points.yaml</summary>" in faults


def test_a_broken_guarantee_is_named_with_a_case_that_breaks_it(folder: Path) -> None:
    edit(folder, "pack.yaml", "at_most: 3", "at_most: 2")
    shown = words(dict(render.parts(look(folder), {}))[wording.GUARANTEES])

    assert "Broken: Never more than three points." in shown
    assert "Open as a case: Never more than three points." in shown
    assert "1 guarantee holds for every answer set" in shown


def test_a_sentence_without_a_point_is_to_do_or_has_its_reason(folder: Path) -> None:
    edit(folder, "pack.yaml", "status: reviewed", "status: draft")
    index = folder / "article.index"
    index.write_text(f"{index.read_text()}L9.1 {'0' * 64}\n")
    shown = dict(render.parts(look(folder), {}))[wording.SENTENCES]

    assert "1 sentence still to do" in shown
    assert "L9.1 No point yet." in words(shown)
    assert "A heading." in words(shown)
    assert 'href="#' not in shown


def test_texts_of_a_pack_are_shown_as_they_are_written(folder: Path) -> None:
    edit(folder, "points.yaml", "theme: home", "theme: <script>x")
    faults = dict(render.parts(look(folder), {}))[wording.FAULTS_TITLE]

    assert "<script>" not in faults
    assert "&lt;script&gt;" in faults


@pytest.mark.parametrize(
    ("file", "was", "becomes", "says"),
    [
        ("points.yaml", NARROW, WIDE, "“No” or"),
        ("questions.yaml", "why: ", "why: Now, ", "Why we ask"),
        ("stops.yaml", "headline: ", "headline: Now, ", "Stops when"),
        ("hazards.yaml", "title: ", "title: Now, ", "Now, "),
    ],
)
def test_the_entry_edited_last_is_shown_in_full(file: str, was: str, becomes: str, says: str, folder: Path) -> None:
    first = look(folder)
    edit(folder, file, was, becomes)
    bench = look(folder, first)

    assert bench.examined.pack
    assert says in words(render.in_full(bench, bench.examined.pack))
