"""The commands from the shell: what they print, and how they refuse."""

import json
from pathlib import Path

import pytest

from considerations.__main__ import main
from considerations.pack import Pack
from considerations.render import html, text
from considerations.summary import summarise
from tests.conftest import FALLS

Printed = pytest.CaptureFixture[str]


def answers(folder: Path, content: object) -> str:
    file = folder / "answers.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return str(file)


@pytest.mark.parametrize(("form", "render"), [("html", html.render), ("text", text.render)])
def test_summary_prints_what_the_app_prints(
    form: str, render: html.Render, falls: Pack, tmp_path: Path, capsys: Printed
) -> None:
    given = {"fell": "yes", "alone": "yes"}

    assert main(["summary", str(FALLS), answers(tmp_path, given), "--to", form]) == 0
    assert capsys.readouterr().out == render(summarise(falls, given))


def test_summary_names_every_unknown_question_and_option(tmp_path: Path, capsys: Printed) -> None:
    file = answers(tmp_path, {"fel": "yes", "rugs": "maybe", "alone": ["no"], "fell": "yes"})

    assert main(["summary", str(FALLS), file]) == 2
    assert capsys.readouterr() == (
        "",
        f"{file}: 'fel' is not a question; did you mean 'fell'?\n"
        f"{file}: 'maybe' is not an option of rugs (yes, no, not-assessed)\n"
        f"{file}: '['no']' is not an option of alone (yes, no)\n",
    )


@pytest.mark.parametrize("content", ["[]", "no JSON", "[" * 100_000, '{"fell": "yes", "fell": "no"}'])
def test_summary_refuses_what_is_no_flat_object(content: str, tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), answers(tmp_path, content)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_summary_of_a_missing_file_says_so(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), str(tmp_path / "none.json")]) == 2
    assert "none.json: this file cannot be read" in capsys.readouterr().err


def test_a_folder_that_is_no_pack_lists_what_is_missing(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(tmp_path), answers(tmp_path, {})]) == 1
    assert capsys.readouterr().err.count("this file is missing") == 5
