"""The safety case shows a control only if its test passed in every case, and leaves to an organisation what is its own."""

from pathlib import Path

import pytest

from considerations.cli.commands import main
from considerations.loading.junit import Run, read
from considerations.loading.loader import load_with_places
from considerations.pack import Pack
from considerations.proof.verify import prove
from considerations.render.paper import html, pdf
from considerations.render.paper.blocks import Sheet
from considerations.render.safety_case import safety_case
from tests.conftest import FALLS
from tests.reading import in_pdf, pages, plain, words

TEST = "tests/engine/test_assessment.py::test_a_stop_leaves_no_verdict"
CASE = '<testcase classname="tests.engine.test_assessment" name="test_a_stop_leaves_no_verdict{}">{}</testcase>'
PASSED, SKIPPED, FAILED = CASE.format("[1]", ""), CASE.format("[2]", "<skipped/>"), CASE.format("[3]", "<failure/>")
ERROR, OTHER = CASE.format("", "<error/>"), '<testcase classname="tests.other" name="test_a_stop_leaves_no_verdict"/>'


def junit(folder: Path, *cases: str) -> Path:
    file = folder / "junit.xml"
    suite = f'<testsuite name="pytest" timestamp="2026-11-28T10:00:00+00:00">{"".join(cases)}</testsuite>'
    file.write_text(f"<?xml version='1.0'?><testsuites>{suite}</testsuites>", "utf-8")
    return file


def made(folder: Path, *cases: str) -> Sheet:
    pack, files = load_with_places(FALLS)
    return safety_case(pack, prove(pack, files), read(junit(folder, *cases), "junit.xml"))


@pytest.mark.parametrize(
    ("cases", "said", "shown"),
    [
        ([PASSED, PASSED], "Passed on 2026-11-28", 1),
        ([PASSED, SKIPPED], "Not shown: the test was skipped, wholly or in part", 0),
        ([SKIPPED, FAILED, PASSED], "Not shown: the test failed", 0),
        ([ERROR], "Not shown: the test failed", 0),
        ([OTHER], "Not shown: the test was not run", 0),
    ],
)
def test_a_control_is_shown_only_if_its_test_passed_in_every_case(
    cases: list[str], said: str, shown: int, tmp_path: Path
) -> None:
    page = plain(html.render(made(tmp_path, *cases)))

    assert [text for text in _results(page) if text in page] == [said]
    assert f"{shown} of 1 controls are shown by a test that passed in every case that was run." in page


def _results(page: str) -> list[str]:
    reasons = ("the test was skipped, wholly or in part", "the test failed", "the test was not run")
    return ["Passed on 2026-11-28", *(f"Not shown: {reason}" for reason in reasons)]


def test_it_holds_hazards_proofs_limits_and_versions_in_both_forms(pack: Pack) -> None:
    sheet = safety_case(pack, None, Run("2026-11-28", "0" * 64, {}))
    owed = [pack.about.intended_use, *pack.about.not_for, *pack.about.limits, pack.digest, "0" * 64]
    owed += [text for each in pack.hazards for text in (each.title, each.cause, each.effect, each.residual)]
    owed += [text for each in pack.hazards for control in each.controls for text in (control.control, "was not run")]
    for read_back in (plain(html.render(sheet)), in_pdf(pdf.render(sheet))):
        assert [text for text in owed if words(text) not in words(read_back)] == []


def test_what_is_proved_is_said(tmp_path: Path) -> None:
    page = plain(html.render(made(tmp_path, PASSED)))

    assert "Never more than three points." in page


def test_the_columns_of_an_organisation_are_empty_and_say_so(tmp_path: Path) -> None:
    page = html.render(made(tmp_path, PASSED))

    assert page.count("<td></td>") == 3
    assert "so they are left empty. Only an organisation that deploys it can fill them in" in page
    assert "Clinical safety officer" in page


def test_the_command_writes_a_page_and_a_pdf(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    tests = ["--tests", str(junit(tmp_path, PASSED))]

    assert main(["safety-case", str(FALLS), *tests]) == 0
    assert capfdbinary.readouterr().out.startswith(b"<!doctype html>")
    assert main(["safety-case", str(FALLS), "--to", "pdf", *tests]) == 0
    assert len(pages(capfdbinary.readouterr().out)) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no XML", ":1:1: this is not XML; write it with --junit-xml"),
        ("<a/>", ":1:1: there is no test result in this file"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><testsuite/>', ":1:1: a file of test results declares nothing"),
        (None, ":1:1: this file is missing"),
    ],
)
def test_what_is_no_file_of_results_is_refused(
    content: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "junit.xml"
    if content is not None:
        file.write_text(content)

    assert main(["safety-case", str(FALLS), "--tests", str(file)]) == 2
    assert f"{file}{said}" in capsys.readouterr().err
