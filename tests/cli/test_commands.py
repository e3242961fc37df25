"""The commands from the shell: what they print, and how they refuse."""

import json
import shutil
import subprocess
import sys
from contextlib import chdir
from hashlib import sha256
from pathlib import Path
from pkgutil import resolve_name

import pytest

from considerations.cli.commands import RENDERERS, main
from considerations.explain.summary import summarise
from considerations.fhir import resources
from considerations.loading.completeness import read_index
from considerations.loading.yaml_files import content
from considerations.pack import Pack
from considerations.pack.article import sentences
from considerations.pack.terms import MARKS
from considerations.render import note, text
from considerations.render.paper import html
from tests.conftest import FALLS, FALLS_ARTICLE

Printed = pytest.CaptureFixture[str]


def answers(folder: Path, content: object) -> str:
    file = folder / "answers.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return str(file)


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("example", [None, "Fell, the rest is open"])
def test_summary_prints_what_the_app_gives_byte_for_byte(
    form: str, example: str | None, falls: Pack, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = {"fell": "yes", "up-again": "yes"}
    summary = summarise(falls, given, example)
    rendered = resolve_name(RENDERERS[form])(summary)

    for file in [answers(tmp_path, resources.response(summary)), *([] if example else [answers(tmp_path, given)])]:
        assert main(["summary", str(FALLS), file, "--to", form]) == 0
        assert capfdbinary.readouterr() == (rendered if isinstance(rendered, bytes) else rendered.encode(), b"")


def test_summary_of_a_response_from_elsewhere_says_what_is_not_known(
    falls: Pack, tmp_path: Path, capsys: Printed
) -> None:
    resource = {**json.loads(resources.response(summarise(falls, {"fell": "no"}))), "meta": {}}
    file = answers(tmp_path, resource)

    assert main(["summary", str(FALLS), file]) == 0
    assert capsys.readouterr() == (
        text.render(summarise(falls, {"fell": "no"})),
        f"{file}: it has no digest; its version matches, but its rules may differ\n",
    )


def test_summary_prints_page_one_alone_and_reads_marks(falls: Pack, tmp_path: Path, capsys: Printed) -> None:
    given, marks = {"fell": "yes", "up-again": "yes", "rugs": "yes"}, {"rugs-slide": "covered"}
    (tmp_path / "marks.json").write_text(json.dumps(marks))
    command = ["summary", str(FALLS), answers(tmp_path, given), "--marks", str(tmp_path / "marks.json"), "--to"]
    found = summarise(falls, given, marks=marks)

    assert main([*command, "html", "--page-one"]) == 0
    assert capsys.readouterr().out == html.render(found, page_one=True)
    assert main([*command, "note"]) == 0
    assert capsys.readouterr().out == note.render(found)
    assert main([*command, "text", "--page-one"]) == 2
    assert capsys.readouterr().err == "--page-one is for html and pdf; for a short text use --to note\n"


def test_summary_names_every_unknown_point_and_mark(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "marks.json"
    file.write_text('{"compan": "covered", "company": "later", "no-such": "discuss"}')

    assert main(["summary", str(FALLS), answers(tmp_path, {}), "--marks", str(file)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{file}: 'compan' is not a point; did you mean 'company'?",
        f"{file}: 'no-such' is not a point",
        f"{file}: later is not a mark; give 'company' one of {', '.join(MARKS)}",
    ]
    file.write_text("[]")
    assert main(["summary", str(FALLS), answers(tmp_path, {}), "--marks", str(file)]) == 2
    assert capsys.readouterr().err == f"{file}: expected a JSON object, point id → mark\n"


def test_summary_to_fhir_under_a_stop_gives_nothing(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), answers(tmp_path, {"fell": "yes", "up-again": "no"}), "--to", "fhir"]) == 2
    assert capsys.readouterr() == (
        "",
        "these answers lead to a stop, for which there is no FHIR response; use --to text, html or pdf\n",
    )


def test_fhir_prints_the_questionnaire(falls: Pack, capsys: Printed) -> None:
    assert main(["fhir", str(FALLS)]) == 0
    assert capsys.readouterr().out == resources.questionnaire(falls)


def test_summary_names_every_unknown_question_and_option(tmp_path: Path, capsys: Printed) -> None:
    file = answers(tmp_path, {"fel": "yes", "rugs": "maybe", "alone": ["no"], "fell": "yes"})

    assert main(["summary", str(FALLS), file]) == 2
    assert capsys.readouterr() == (
        "",
        f"{file}: 'fel' is not a question; did you mean 'fell'?\n"
        f"{file}: 'maybe' is not an option of rugs (yes, no, not-assessed)\n"
        f"{file}: [\"no\"] is not a text; give 'alone' one of yes, no, or leave it out\n",
    )


def test_what_cannot_be_printed_is_named_all_the_same(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), answers(tmp_path, '{"fell": "\\ud800"}')]) == 2
    assert "'\\ud800' is not an option of fell" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("null", "null is not a text; give 'fell' one of yes, no, unsure, or leave it out"),
        ("true", "true is not a text; give 'fell' one of yes, no, unsure, or leave it out"),
        ('"null"', "'null' is not an option of fell (yes, no, unsure)"),
        ("[yes]", "this file cannot be read as JSON, from line 1, column 11 on"),
    ],
)
def test_what_is_no_answer_is_named_as_the_file_has_it(option: str, said: str, tmp_path: Path, capsys: Printed) -> None:
    file = answers(tmp_path, f'{{"fell": {option}}}')

    assert main(["summary", str(FALLS), file]) == 2
    assert capsys.readouterr().err == f"{file}: {said}\n"


@pytest.mark.parametrize(("name", "why"), [("loop", "its links form a loop"), ("a" * 5000, "File name too long")])
@pytest.mark.parametrize("command", [["check"], ["sign-off"], ["book"], ["fhir"], ["diff", str(FALLS)], ["index"]])
def test_what_cannot_be_opened_is_told_with_its_reason(
    name: str, why: str, command: list[str], tmp_path: Path, capsys: Printed
) -> None:
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(SystemExit):
        main([*command, str(tmp_path / name)])
    assert f"cannot be opened: {why}\n" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["[]", "no JSON", "[" * 100_000, '{"fell": "yes", "fell": "no"}'])
def test_summary_refuses_what_is_no_flat_object(content: str, tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), answers(tmp_path, content)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_summary_of_a_missing_file_says_so(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(FALLS), str(tmp_path / "none.json")]) == 2
    assert "none.json: this file is missing" in capsys.readouterr().err


def test_answers_without_end_are_refused_unread(capsys: Printed) -> None:
    assert main(["summary", str(FALLS), "/dev/zero"]) == 2
    assert capsys.readouterr().err == "/dev/zero: this is a folder or a device; replace it with a text file\n"


def test_a_folder_that_is_no_pack_lists_what_is_missing(tmp_path: Path, capsys: Printed) -> None:
    assert main(["summary", str(tmp_path), answers(tmp_path, {})]) == 1
    assert capsys.readouterr().err.count("this file is missing") == 5


def test_index_prints_addresses_and_digests_and_no_words(capsys: Printed) -> None:
    assert main(["index", str(FALLS_ARTICLE)]) == 0
    assert capsys.readouterr().out == (FALLS / "article.index").read_text("utf-8")


def test_an_index_is_the_same_with_a_byte_order_mark_and_other_line_ends(tmp_path: Path, capsys: Printed) -> None:
    other = tmp_path / "article.txt"
    other.write_bytes(b"\xef\xbb\xbf" + FALLS_ARTICLE.read_bytes().replace(b"\n", b"\r\n"))

    assert main(["index", str(other)]) == 0
    assert capsys.readouterr().out == (FALLS / "article.index").read_text("utf-8")


@pytest.mark.parametrize(
    "text", ["", "\n \n", "\n" * 99_999 + "Late.", "A. " * 10_000, "A. A.\n" * 75_000], ids=range(5)
)
def test_no_index_is_printed_that_a_pack_could_not_hold(text: str, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "article.txt").write_text(text)

    assert main(["index", str(tmp_path / "article.txt")]) == 2
    out, told = capsys.readouterr()
    assert (out, "this text has no sentence, or too many: an index has at most 10 MiB" in told) == ("", True)


@pytest.mark.parametrize("text", ["A.\n" * 14_000, "A. " * 9_999, "\n" * 99_998 + "Late."], ids=range(3))
def test_the_index_of_a_long_text_can_be_read(text: str, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "article.txt").write_text(text)

    assert main(["index", str(tmp_path / "article.txt")]) == 0
    (tmp_path / "article.index").write_text(capsys.readouterr().out)
    assert list(read_index(content(tmp_path / "article.index", "x"), "x")) == list(sentences(text))


def test_index_of_a_missing_article_says_so(tmp_path: Path, capsys: Printed) -> None:
    assert main(["index", str(tmp_path / "none.txt")]) == 2
    assert "none.txt:1:1: this file is missing" in capsys.readouterr().err


def test_check_accounts_for_a_pack_and_its_article(capsys: Printed) -> None:
    assert main(["check", str(FALLS), "--article", str(FALLS_ARTICLE)]) == 0
    assert capsys.readouterr().out.startswith(
        "falls 1.2.0: 3 points, 2 gaps, 2 notices, 2 references; each of 6 sentences is cited or listed as not used; "
        "11 conditions and 2 guarantees proved over 30 answer sets (88 with open answers) in "
    )


def test_check_speaks_to_machines_too(capsys: Printed) -> None:
    assert main(["check", str(FALLS), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["pack"], found["faults"], found["answer_sets"]) == ("falls", [], 30)


def in_git(folder: Path) -> Path:
    """A copy of the small pack under `rules`, committed."""
    copy = Path(shutil.copytree(FALLS, folder / "rules" / "falls"))
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "one"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return copy


def test_an_old_response_is_reproduced_with_the_pack_as_it_was(falls: Pack, tmp_path: Path, capsys: Printed) -> None:
    repository = tmp_path / "repository"
    copy = in_git(repository)
    for name in ("pack.yaml", "CHANGES.md"):
        (copy / name).write_text((copy / name).read_text().replace("1.2.0", "1.3.0"))
    summary = summarise(falls, {"fell": "no", "rugs": "yes"})
    file = answers(tmp_path, resources.response(summary))

    with chdir(repository):
        assert main(["summary", "rules/falls", file]) == 2
        assert "these answers are to version 1.2.0, but this pack is version 1.3.0" in capsys.readouterr().err
        assert main(["summary", "HEAD:rules/falls", file]) == 0
        assert capsys.readouterr().out == text.render(summary)


def test_diff_takes_folders_and_revisions(tmp_path: Path, capsys: Printed) -> None:
    repository = tmp_path / "repository"
    copy = in_git(repository)
    (copy / "points.yaml").write_text((copy / "points.yaml").read_text().replace("{rugs: yes}", "{rugs: [yes, no]}"))

    with chdir(repository):
        assert main(["diff", "HEAD:rules/falls", "rules/falls", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert [(each["name"], each["comes"]) for each in found["changes"]] == [("rugs-slide", True), ("stairs", True)]
        assert main(["diff", "nowhere:rules/falls", "rules/falls"]) == 2
        assert capsys.readouterr().err == (
            "nowhere:rules/falls: git says: fatal: not a valid object name: nowhere; "
            "write REVISION:FOLDER, the folder relative to this one\n"
        )
        assert main(["diff", "--", "--output=x:HEAD", "rules/falls"]) == 2
        assert capsys.readouterr().err == "--output=x:HEAD: a revision cannot begin with a hyphen\n"
        assert main(["diff", f"HEAD:{copy}", "rules/falls"]) == 2
        assert "write a relative folder after the colon" in capsys.readouterr().err
        assert main(["diff", "HEAD:--output=written", "rules/falls"]) == 2
        assert "git says: fatal: pathspec '--output=written' did not match any files" in capsys.readouterr().err
        assert not Path("written").exists()
        (copy / "points.yaml").unlink()
        assert main(["diff", "HEAD:rules/falls", "rules/falls"]) == 1
        assert capsys.readouterr().err.splitlines()[0] == "rules/falls does not load:"


def test_check_tells_every_fault_of_every_pack(tmp_path: Path, capsys: Printed) -> None:
    copy = Path(shutil.copytree(FALLS, tmp_path / "falls"))
    points = (copy / "points.yaml").read_text()
    (copy / "points.yaml").write_text(points.replace("Which rug matters most?", "Which rug should go?"))

    assert main(["check", str(copy), str(tmp_path / "none")]) == 1
    told = capsys.readouterr().err
    assert "falls/points.yaml:7:18: 'should' is a directive; reword the sentence" in told
    assert "none/pack.yaml:1:1: this file is missing" in told


def test_check_tells_of_the_wording_of_a_pack_that_does_not_load(tmp_path: Path, capsys: Printed) -> None:
    copy = Path(shutil.copytree(FALLS, tmp_path / "falls"))
    points = (copy / "points.yaml").read_text()
    (copy / "points.yaml").write_text(
        points.replace("Who comes by?", "Who must come by?").replace("{rugs: yes}", "{rug: yes}")
    )

    assert main(["check", str(copy)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "falls/points.yaml:9:14: 'rug' is not a question; did you mean 'rugs'?",
        "falls/points.yaml:32:12: 'must' is a directive; reword the sentence",
        "falls does not load, so its rules, guarantees and vignettes are not checked yet",
    ]


def test_check_holds_index_and_gaps_against_another_text(tmp_path: Path, capsys: Printed) -> None:
    other = tmp_path / "article.txt"
    other.write_text(FALLS_ARTICLE.read_text().replace("Company helps.", "A stair broke my bone."))

    assert main(["check", str(FALLS), "--article", str(other)]) == 1
    assert capsys.readouterr().err.splitlines()[:4] == [
        "falls/article.index:5:1: this text's sentence is missing or different at 'L4.1'; use the pack's article",
        "falls/pack.yaml:18:11: this is not the digest of the article's text, which is "
        f"{sha256(other.read_bytes()).hexdigest()}; correct it, or use the pack's article",
        "falls/gaps.yaml:8:14: the article does contain 'stair'; remove this word, or the gap",
        "falls/gaps.yaml:15:14: the article does contain 'bone'; remove this word, or the gap",
    ]


def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("w") as full:
        call = [sys.executable, "-m", "considerations", "index", str(FALLS_ARTICLE)]
        found = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert found.returncode == 2
    assert found.stderr.startswith("the output cannot be written: ")
    assert len(found.stderr.splitlines()) == 1
