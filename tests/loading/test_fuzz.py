"""Whatever a folder holds, it loads and works, or is refused in our words at places that are in it."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from considerations.cli.commands import main
from considerations.loading.yaml_files import MAX_BYTES
from considerations.pack.article import index, sentences
from tests.conftest import FALLS
from tests.fuzz.judge import judge
from tests.fuzz.mutate import spoiled


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_a_spoiled_pack_works_or_is_refused(first: int, thorough: bool, tmp_path: Path) -> None:
    became = set()
    for seed in range(first, first + (250 if thorough else 25)):
        rnd = Random(seed)
        became.add(judge(spoiled(FALLS, tmp_path / str(seed), rnd), rnd))

    assert became == {"loaded", "refused"}


@pytest.mark.parametrize(
    ("put", "said"),
    [
        (Path.mkdir, "this is a folder or a device; replace it with a text file"),
        (lambda file: file.write_bytes(b"\xff\xfe\0"), "this file is not UTF-8 text; save it as UTF-8"),
        (lambda file: file.write_bytes(b"." * (MAX_BYTES + 1)), "this file is larger than 10 MiB; make it smaller"),
    ],
    ids=["folder", "binary", "huge"],
)
@pytest.mark.parametrize("command", [["check", str(FALLS), "--article"], ["index"]], ids=["check", "index"])
def test_an_article_that_is_no_text_is_refused(
    put: Callable[[Path], object], said: str, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "article.txt")

    assert main([*command, str(tmp_path / "article.txt")]) == 2
    assert capsys.readouterr() == ("", f"{tmp_path / 'article.txt'}:1:1: {said}\n")


def test_another_text_is_told_sentence_by_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "article.txt").write_text("")

    assert main(["check", str(FALLS), "--article", str(tmp_path / "article.txt")]) == 1
    assert capsys.readouterr().err.count("this text's sentence is missing or different at") == 6


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Es hilft. Über Nacht? Äpfel!", ["Es hilft.", "Über Nacht?", "Äpfel!"]),
        ("Βοηθά. Ίσως όχι.", ["Βοηθά.", "Ίσως όχι."]),
        ("Помогает. Ёлка стоит. «Да.»", ["Помогает.", "Ёлка стоит.", "«Да.»"]),
        (
            "It helps.[12] Some say so.[3, 5–7] [8] Others not.",
            ["It helps.[12]", "Some say so.[3, 5–7] [8]", "Others not."],
        ),
        ("It helps.¹² Some say so.3,4 Others not.", ["It helps.¹²", "Some say so.3,4", "Others not."]),
        ("It is 1.5 Mg or so, e.g. this. 7 of 10.", ["It is 1.5 Mg or so, e.g. this.", "7 of 10."]),
        ("Wait… for it… Now.", ["Wait… for it…", "Now."]),
        ("Wait... for it... Now.", ["Wait... for it...", "Now."]),
        ("One\x0btwo\x0cthree\x85four\u2028five\rsix.", ["One\x0btwo\x0cthree\x85four\u2028five\rsix."]),
    ],
)
def test_a_line_is_cut_before_capital_letters_of_any_alphabet(line: str, parts: list[str]) -> None:
    assert list(sentences(line).values()) == parts


def test_both_spellings_of_an_ellipsis_give_the_same_index() -> None:
    assert index("Wait… for it… Now.") == index("Wait... for it... Now.")


def test_a_line_of_dots_is_one_sentence_and_ends() -> None:
    assert sentences("." * 300_000 + " Wait....... What?") == {
        "L1.1": "." * 300_000,
        "L1.2": "Wait.......",
        "L1.3": "What?",
    }
